// Rows over a file of lines, one file each under batch/: whole processes, each in turn with bare-parse.
// A row reads `--file`, may write to `--out`, and ends by `report({ lines })` of batch/lines.mjs.

/** In the order of the report. */
export const BATCH = [
  'bare-parse',
  'readline',
  'hand-score',
  'timbang-one-by-one',
  'timbang-score',
  'timbang-ndjson',
  'timbang-ndjson-workers',
  'duckdb-ndjson-1',
  'duckdb-ndjson-2',
];

/** Rows over typed columns, one file each under columns/: each in turn with hand-columns. */
export const COLUMNS = [
  'hand-columns',
  'timbang-columns',
  'timbang-columns-workers',
  'duckdb-table-1',
  'duckdb-table-2',
];
