// A process of its own: whether rows are right on a profile, subject by subject, each as far as it gets in its
// time. Prints JSON.
import { readFileSync } from 'node:fs';
import { argument } from './arguments.mjs';
import { loadRow } from './rows.mjs';

const { rows, profile, records: file, seconds } = argument(process.argv.slice(2));
const lines = readFileSync(file, 'utf8').trimEnd().split('\n');

/** What a row gives for the subjects of some lines, beside what is right. */
const resultsOf = async (row, call, known) => {
  const results = [];
  for (const input of row.prepare({ records: known.map(({ record }) => record), profile })) {
    const result = await call(input);
    results.push(...(row.readAll ? row.readAll(result) : [row.read(result)]));
  }
  return results;
};

const check = async (id) => {
  const row = await loadRow(id);
  const call = await row.setUp({ profile });
  const size = row.perCall ?? 100;
  const until = performance.now() + Number(seconds) * 1000;
  const wrong = [];
  let checked = 0;
  while (checked < lines.length && (checked === 0 || performance.now() < until)) {
    const known = lines.slice(checked, checked + size).map((line) => JSON.parse(line));
    const results = await resultsOf(row, call, known);
    for (const [i, { record, expected }] of known.entries()) {
      const { cents, rating } = results[i];
      if (cents === expected.cents && rating === expected.rating) continue;
      wrong.push({ id: record.id, cents, rating, expected });
    }
    checked += known.length;
  }
  return { checked, wrong: wrong.length, examples: wrong.slice(0, 3) };
};

const found = {};
for (const id of rows.split(',')) found[id] = await check(id);
console.log(JSON.stringify({ found }));
// A peer that keeps the process alive must not hold the next one up.
process.exit(0);
