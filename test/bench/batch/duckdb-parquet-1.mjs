// DuckDB over a parquet file of the same subjects, 1 thread, on doubles: read, scored, summed, nothing written.
import { scoreBy } from './duckdb.mjs';
import { fromParquet } from './duckdb-sql.mjs';
import { given } from './lines.mjs';

await scoreBy({ threads: 1, source: fromParquet(given.parquet) });
