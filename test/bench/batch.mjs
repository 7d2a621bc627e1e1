// Rows over a file of lines, one file each under batch/: whole processes, each in turn with bare-parse.
// A row reads `--file`, or `--parquet`, may write to `--out`, and ends by `report({ lines })` of batch/lines.mjs; with
// `--scores` it is checked: all but the first two put there what they gave for every line.

/** In the order of the report. */
export const BATCH = [
  'bare-parse',
  'readline',
  'hand-score',
  'zod-score',
  'timbang-one-by-one',
  'timbang-score',
  'timbang-score-each',
  'timbang-ndjson',
  'timbang-ndjson-workers',
  'duckdb-ndjson-1',
  'duckdb-ndjson-2',
  'duckdb-parquet-1',
  'duckdb-parquet-2',
];

/** Rows over typed columns, one file each under columns/: each in turn with hand-columns. */
export const COLUMNS = [
  'hand-columns',
  'timbang-columns',
  'timbang-columns-workers',
  'duckdb-table-1',
  'duckdb-table-2',
];

/** Rows that only read. */
export const READING = ['bare-parse', 'readline'];

/** Rows over the largest file: those of which the memory or the time of many lines is asked for. */
export const LARGE = [
  'bare-parse',
  'timbang-score-each',
  'timbang-ndjson',
  'timbang-ndjson-workers',
  'duckdb-ndjson-1',
  'duckdb-ndjson-2',
  'duckdb-parquet-1',
  'duckdb-parquet-2',
];

/** What a quick run leaves out. */
export const isLong = (id) =>
  id.startsWith('duckdb') || id === 'timbang-one-by-one' || id === 'zod-score';
