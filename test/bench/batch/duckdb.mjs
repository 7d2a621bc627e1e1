import { DuckDBInstance } from '@duckdb/node-api';
import { scored } from './duckdb-sql.mjs';
import { kept, report } from './lines.mjs';

/** @returns a connection to a database in memory */
export const connect = async (threads) => {
  const instance = await DuckDBInstance.create(':memory:', { threads: String(threads) });
  return instance.connect();
};

/** Scores a source by so many threads, in a process of its own. */
export const scoreBy = async ({ threads, source }) => {
  const connection = await connect(threads);
  const query = scored(source);
  const reader = await connection.runAndReadAll(
    `SELECT count(*), sum(cents), sum(band) FROM (${query})`,
  );
  const [[lines, sum]] = reader.getRows();
  await report({ lines: Number(lines), sum: Number(sum) }, async () => {
    const all = await connection.runAndReadAll(query);
    const [cents, bands] = all.getColumns();
    Object.assign(kept, { cents, bands });
  });
};
