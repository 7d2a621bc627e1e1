// DuckDB on a table in memory, loaded beforehand: scored into another table, on doubles.
import { connect } from '../batch/duckdb.mjs';
import { fromLines, scored } from '../batch/duckdb-sql.mjs';

/** @returns the row with so many threads */
export const withThreads =
  (threads) =>
  async ({ file }) => {
    const connection = await connect(threads);
    await connection.run(`CREATE TABLE subjects AS ${fromLines(file)}`);
    const counted = await connection.runAndReadAll('SELECT count(*) FROM subjects');
    const count = Number(counted.getRows()[0][0]);
    const run = () =>
      connection.run(`CREATE OR REPLACE TABLE scored AS ${scored('FROM subjects')}`);
    const read = async () => {
      const reader = await connection.runAndReadAll('SELECT cents, band FROM scored');
      const [cents, bands] = reader.getColumns();
      return { cents, bands };
    };
    return { run, read, count };
  };
