// `scoreColumns` on two threads, each with half of the subjects in memory that both share.
import { Worker } from 'node:worker_threads';
import { evidenceColumns } from './evidence-columns.mjs';

const THREADS = 2;

/** The same numbers in memory that threads share. */
const shared = (array) => {
  const copy = new array.constructor(new SharedArrayBuffer(array.byteLength));
  copy.set(array);
  return copy;
};

/** The subjects from `first` up to `end`, their rows counted from the first one's. */
const part = ({ values, tables }, first, end) => ({
  count: end - first,
  values: Object.fromEntries(
    Object.entries(values).map(([name, column]) => [name, shared(column.subarray(first, end))]),
  ),
  tables: Object.fromEntries(
    Object.entries(tables).map(([name, { offsets, columns }]) => {
      const [from, to] = [offsets[first], offsets[end]];
      return [
        name,
        {
          offsets: shared(offsets.subarray(first, end + 1).map((at) => at - from)),
          columns: { rating: shared(columns.rating.subarray(from, to)) },
        },
      ];
    }),
  ),
});

export const setUp = async ({ columns }) => {
  const whole = evidenceColumns(columns());
  const { count } = whole;
  const cents = new Float64Array(new SharedArrayBuffer(8 * count));
  const bands = new Int16Array(new SharedArrayBuffer(2 * count));
  const workers = Array.from({ length: THREADS }, (_, i) => {
    const [first, end] = [i, i + 1].map((at) => Math.floor((at * count) / THREADS));
    const workerData = {
      columns: part(whole, first, end),
      cents: cents.subarray(first, end),
      bands: bands.subarray(first, end),
    };
    return new Worker(new URL('./columns-worker.mjs', import.meta.url), { workerData });
  });
  const told = (worker) => new Promise((resolve) => worker.once('message', resolve));
  await Promise.all(workers.map(told));
  const run = async () => {
    const done = workers.map(told);
    for (const worker of workers) worker.postMessage('run');
    await Promise.all(done);
    return { cents, bands };
  };
  return { run, count, end: () => Promise.all(workers.map((worker) => worker.terminate())) };
};
