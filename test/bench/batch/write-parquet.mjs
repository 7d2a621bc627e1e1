// A process of its own: a file of lines as a table of DuckDB's, in a parquet file.
import { connect } from './duckdb.mjs';
import { fromLines } from './duckdb-sql.mjs';
import { given } from './lines.mjs';

const connection = await connect(2);
await connection.run(`COPY (${fromLines(given.file)}) TO '${given.parquet}' (FORMAT parquet)`);
process.exit(0);
