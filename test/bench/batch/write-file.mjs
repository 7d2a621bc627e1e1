// A process of its own: writes evidence documents, one a line. The subjects are some thousands, again and again.
import { closeSync, openSync, writeSync } from 'node:fs';
import { argument } from '../arguments.mjs';
import { evidenceOf } from '../workload/policy.mjs';
import { take } from '../workload/subjects.mjs';

/** As many as no cache of a processor holds. */
const DISTINCT = 20_000;

const { file: path, lines, profile = 'mixed' } = argument(process.argv.slice(2));
const count = Number(lines);
const texts = take(profile, Math.min(count, DISTINCT), 3).map((record) =>
  JSON.stringify(evidenceOf(record)),
);

const file = openSync(path, 'w');
for (let done = 0; done < count; done += texts.length) {
  const left = count - done;
  const block = left < texts.length ? texts.slice(0, left) : texts;
  writeSync(file, `${block.join('\n')}\n`);
}
closeSync(file);
