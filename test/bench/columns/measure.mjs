// A process of its own: whether one row over columns is right, and how long it takes for a subject. Prints JSON.
//
// A row exports `setUp({ file, columns })`, where `columns()` reads the file into typed columns. Of what it gives,
// `run` is timed again and again; it, or `read` after it, comes to `{ cents, bands }`, which are compared with what
// the oracle gave, for every subject and before the clock starts; `end` ends what still runs.
import { argument } from '../arguments.mjs';
import { compareLines } from '../batch/compare.mjs';
import { columnsOf } from './read.mjs';

const { row: id, file, expected, seconds } = argument(process.argv.slice(2));
const { setUp } = await import(`./${id}.mjs`);
const { run, read, count, end } = await setUp({ file, columns: () => columnsOf(file) });

const given = await run();
const found = compareLines(read === undefined ? given : await read(), expected);

const pass = async () => {
  const from = performance.now();
  await run();
  return performance.now() - from;
};

const times = [];
const until = performance.now() + Number(seconds) * 1000;
while (times.length < 4 || performance.now() < until) times.push(await pass());
const late = times.slice(times.length >> 1).sort((a, b) => a - b);

console.log(
  JSON.stringify({
    nanoseconds: (late[late.length >> 1] * 1e6) / count,
    count,
    ...found,
    peakMiB: process.resourceUsage().maxRSS / 1024,
  }),
);
await end?.();
process.exit(0);
