// A process of its own: writes the records of a profile, and those with what is right for each by the oracle.
import { closeSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { argument } from './arguments.mjs';
import { oracle } from './workload/oracle.mjs';
import { subjects, take } from './workload/subjects.mjs';

const { profile, count, checks, folder } = argument(process.argv.slice(2));

writeFileSync(`${folder}/${profile}.json`, JSON.stringify(take(profile, Number(count))));

const file = openSync(`${folder}/${profile}.checked.ndjson`, 'w');
let block = [];
let left = Number(checks);
// Another seed: a row is not checked on the subjects that it is timed on.
for (const record of subjects(profile, 2)) {
  if (left-- <= 0) break;
  block.push(`${JSON.stringify({ record, expected: oracle(record) })}\n`);
  if (block.length === 1000 || left === 0) {
    writeSync(file, block.join(''));
    block = [];
  }
}
closeSync(file);
