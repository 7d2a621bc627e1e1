// A process of its own: how long one row takes for a subject of a profile, or of several, one after the other, the
// first for `seconds` and the others for `moreSeconds`. Prints JSON.
import { readFileSync } from 'node:fs';
import { argument } from './arguments.mjs';
import { loadRow } from './rows.mjs';

const { row: id, profiles, folder, seconds, moreSeconds } = argument(process.argv.slice(2));
const row = await loadRow(id);

/** Where results go, so that no compiler finds out that nobody reads them. */
const sink = { result: undefined };

/** A function that calls a row's so many times, with its inputs in turn. */
const caller = (call, inputs) => {
  let at = 0;
  const next = () => {
    const input = inputs[at];
    at = at + 1 === inputs.length ? 0 : at + 1;
    return input;
  };
  const runSync = (count) => {
    for (let i = 0; i < count; i++) sink.result = call(next());
  };
  const runAsync = async (count) => {
    for (let i = 0; i < count; i++) sink.result = await call(next());
  };
  return row.isAsync ? runAsync : runSync;
};

/** Runs for so many milliseconds, the clock read about once in each. @returns nanoseconds for a call */
const during = async (run, milliseconds, chunk) => {
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

const measure = async (profile, milliseconds) => {
  const records = JSON.parse(readFileSync(`${folder}/${profile}.json`, 'utf8'));
  const inputs = row.prepare({ records, profile });
  const run = caller(await row.setUp({ profile }), inputs);
  const warm = await during(run, milliseconds / 2, 1);
  const found = await during(run, milliseconds / 2, Math.max(1, Math.floor(1e6 / warm)));
  return (found * inputs.length) / records.length;
};

const nanoseconds = {};
for (const [i, profile] of profiles.split(',').entries())
  nanoseconds[profile] = await measure(profile, Number(i === 0 ? seconds : moreSeconds) * 1000);
console.log(JSON.stringify({ nanoseconds, isUsed: sink.result !== undefined }));
// A peer that keeps the process alive must not hold the next one up.
process.exit(0);
