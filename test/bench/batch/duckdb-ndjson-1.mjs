// DuckDB over the same lines, 1 thread, on doubles: read, scored, summed, nothing written.
import { scoreBy } from './duckdb.mjs';
import { fromLines } from './duckdb-sql.mjs';
import { given } from './lines.mjs';

await scoreBy({ threads: 1, source: fromLines(given.file) });
