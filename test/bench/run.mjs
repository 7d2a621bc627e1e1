// `npm run bench`: every row, in processes of its own; see docs/performance.md.
//
//   --json FILE      writes the result; with --only, the other parts stay as they are in FILE
//   --quick          all of it under a minute, to see whether it works: one short pair of a row on each profile, both at
//                    once; few subjects to check; no DuckDB, no zod, no documents of other shapes, a small file, small sizes
//   --rows a,b       only these rows             --profiles a,b   only these profiles
//   --pairs N        how many pairs              --seconds N      how long a process measures, half of it to warm up
//   --only a,b       only these parts: rows, beside, batch, columns, cold, linear, size, exactness, large
//   --checks N       on how many subjects of a profile a row is checked; --slow-checks N: a slow one
//   --lines N        of the file for batch and columns
//   --exactness [N]  besides, a million random and a million adversarial subjects, or N of each
//   --every N        of these, asks evaluate for every N-th only
//   --large [N]      besides, 4,300,000 lines, more than 2 GB, or N: the most memory that a process takes
//   --strict         ends with 1 where a gate is missed
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { judge, NOTHING } from './gates.mjs';
import { measureBeside } from './parts/beside.mjs';
import { measureCold } from './parts/cold.mjs';
import { measureColumns } from './parts/columns.mjs';
import { compareMany } from './parts/exactness.mjs';
import { measureBatch, measureLarge } from './parts/files.mjs';
import { measureGrowth } from './parts/linear.mjs';
import { measureRows } from './parts/rows.mjs';
import { printGates, say } from './print.mjs';
import { makeReady } from './ready.mjs';
import { isOn, options, root, thisRun } from './settings.mjs';
import { ownSizes, peerSizes } from './size.mjs';

const PARTS = {
  rows: measureRows,
  beside: measureBeside,
  batch: measureBatch,
  columns: measureColumns,
  cold: measureCold,
  linear: measureGrowth,
  size: async () => ({ size: ownSizes(root), peerSizes: await peerSizes() }),
  exactness: compareMany,
  large: measureLarge,
};

/** What an earlier run found, where only some parts are run again. */
const earlier = () =>
  options.only !== undefined && typeof options.json === 'string' && existsSync(options.json)
    ? JSON.parse(readFileSync(options.json, 'utf8'))
    : {};

/** The runs of which a result is made: what this one measures again is no longer of an earlier one. */
const runs = (before, run) => [
  ...before
    .map((each) => ({ ...each, parts: each.parts.filter((part) => !run.parts.includes(part)) }))
    .filter(({ parts }) => parts.length > 0),
  run,
];

await makeReady();
const result = {
  ...NOTHING,
  ...earlier(),
  machine: {
    node: process.version,
    cpu: cpus()[0]?.model,
    cores: cpus().length,
    memoryGiB: Math.floor(totalmem() / 2 ** 30 + 0.5),
  },
};
result.setup = runs(result.setup, thisRun());
for (const [part, measure] of Object.entries(PARTS)) {
  if (!isOn(part)) continue;
  const { noise = {}, ...found } = await measure();
  Object.assign(result, found);
  Object.assign(result.noise, noise);
}
result.gates = judge(result);
printGates(result);
if (typeof options.json === 'string') {
  writeFileSync(options.json, `${JSON.stringify(result, undefined, 2)}\n`);
  say(`written to ${options.json}`);
}
process.exitCode = result.gates.some(({ met }) => met === false) && options.strict === true ? 1 : 0;
