// A process of its own: how long one row over columns takes for a subject. Prints JSON.
//
// A row exports `setUp({ file, columns })`, where `columns()` reads the file into typed columns. Of what it gives,
// `run` is timed again and again; it, or `read` after it, comes to `{ cents, bands }`, which the oracle checks;
// `end` ends what still runs.
import { argument } from '../arguments.mjs';
import { oracle } from '../workload/oracle.mjs';
import { BANDS } from '../workload/rules.mjs';
import { take } from '../workload/subjects.mjs';
import { columnsOf } from './read.mjs';

const { row: id, file, seconds, checks = '2000' } = argument(process.argv.slice(2));
const { setUp } = await import(`./${id}.mjs`);
const { run, read, count, end } = await setUp({ file, columns: () => columnsOf(file) });

const pass = async () => {
  const from = performance.now();
  await run();
  return performance.now() - from;
};

const times = [];
const until = performance.now() + Number(seconds) * 1000;
while (times.length < 4 || performance.now() < until) times.push(await pass());
const late = times.slice(times.length >> 1).sort((a, b) => a - b);

const { cents, bands } = await (read ?? run)();
const records = take('mixed', Math.min(Number(checks), count), 3);
const labels = BANDS.map(([label]) => label);
const wrong = records.filter((record, i) => {
  const expected = oracle(record);
  return cents[i] !== expected.cents || labels[bands[i]] !== expected.rating;
}).length;

console.log(
  JSON.stringify({
    nanoseconds: (late[late.length >> 1] * 1e6) / count,
    count,
    checked: records.length,
    wrong,
    peakMiB: process.resourceUsage().maxRSS / 1024,
  }),
);
await end?.();
process.exit(0);
