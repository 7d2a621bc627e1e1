// A process of its own: writes evidence documents, one a line, and what the oracle gives for each, if that is asked for.
// The subjects are some thousands, again and again.
import { closeSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { argument } from '../arguments.mjs';
import { LABELS } from '../rows/hand.mjs';
import { oracle } from '../workload/oracle.mjs';
import { evidenceOf } from '../workload/policy.mjs';
import { take } from '../workload/subjects.mjs';

/** As many as no cache of a processor holds. */
const DISTINCT = 20_000;

const { file: path, expected, lines, profile = 'mixed' } = argument(process.argv.slice(2));
const count = Number(lines);
const records = take(profile, Math.min(count, DISTINCT), 3);
const texts = records.map((record) => JSON.stringify(evidenceOf(record)));

if (expected !== undefined) {
  const right = records.map(oracle);
  const cents = right.map((each) => each.cents);
  const bands = right.map(({ rating }) => LABELS.indexOf(rating));
  writeFileSync(expected, JSON.stringify({ cents, bands }));
}

const file = openSync(path, 'w');
let bytes = 0;
for (let done = 0; done < count; done += texts.length) {
  const left = count - done;
  const block = left < texts.length ? texts.slice(0, left) : texts;
  bytes += writeSync(file, `${block.join('\n')}\n`);
}
closeSync(file);
console.log(JSON.stringify({ bytes }));
