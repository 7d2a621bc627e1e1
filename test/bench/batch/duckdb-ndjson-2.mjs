// DuckDB over the same lines, 2 threads, on doubles: read, scored, summed, nothing written.
import { scoreBy } from './duckdb.mjs';
import { fromLines } from './duckdb-sql.mjs';
import { given } from './lines.mjs';

await scoreBy({ threads: 2, source: fromLines(given.file) });
