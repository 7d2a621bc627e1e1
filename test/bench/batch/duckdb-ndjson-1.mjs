// DuckDB over the same lines, 1 thread, on doubles: read, scored, summed, nothing written.
import { DuckDBInstance } from '@duckdb/node-api';
import { fromLines, scored } from './duckdb-sql.mjs';
import { given, report } from './lines.mjs';

const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
const connection = await instance.connect();
const reader = await connection.runAndReadAll(
  `SELECT count(*), sum(cents), sum(band) FROM (${scored(fromLines(given.file))})`,
);
const [[lines, sum]] = reader.getRows();
report({ lines: Number(lines), sum: Number(sum) });
