// A process of its own: how long one row takes for a subject of one profile. Prints JSON.
import { readFileSync } from 'node:fs';
import { argument } from './arguments.mjs';
import { loadRow } from './rows.mjs';

const { row: id, profile, records: file, seconds } = argument(process.argv.slice(2));
const row = await loadRow(id);
const records = JSON.parse(readFileSync(file, 'utf8'));
const inputs = row.prepare({ records, profile });
const call = await row.setUp({ profile });
const subjectsPerCall = records.length / inputs.length;

/** Where results go, so that no compiler finds out that nobody reads them. */
const sink = { result: undefined };

let at = 0;
const runSync = (count) => {
  for (let i = 0; i < count; i++) {
    sink.result = call(inputs[at]);
    at = at + 1 === inputs.length ? 0 : at + 1;
  }
};
const runAsync = async (count) => {
  for (let i = 0; i < count; i++) {
    sink.result = await call(inputs[at]);
    at = at + 1 === inputs.length ? 0 : at + 1;
  }
};
const run = row.isAsync ? runAsync : runSync;

/** Runs for so many milliseconds, the clock read about once in each. @returns nanoseconds for a call */
const measure = async (milliseconds, chunk) => {
  const from = performance.now();
  let calls = 0;
  let now = from;
  while (now < from + milliseconds) {
    await run(chunk);
    calls += chunk;
    now = performance.now();
  }
  return ((now - from) * 1e6) / calls;
};

const half = (Number(seconds) * 1000) / 2;
const warm = await measure(half, 1);
const nanoseconds = await measure(half, Math.max(1, Math.floor(1e6 / warm)));
console.log(
  JSON.stringify({ nanoseconds: nanoseconds / subjectsPerCall, isUsed: sink.result !== undefined }),
);
// A peer that keeps the process alive must not hold the next one up.
process.exit(0);
