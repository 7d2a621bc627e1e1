// A process of its own: whether rows are right on a profile, subject by subject: all on the same ones, slow rows on
// the first of them. Prints JSON.
import { readFileSync } from 'node:fs';
import { argument } from './arguments.mjs';
import { loadRow } from './rows.mjs';

const { rows, profile, records: file, slowChecks } = argument(process.argv.slice(2));
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
  const known = row.isSlow ? lines.slice(0, Number(slowChecks)) : lines;
  const wrong = [];
  for (let from = 0; from < known.length; from += size) {
    const subjects = known.slice(from, from + size).map((line) => JSON.parse(line));
    const results = await resultsOf(row, call, subjects);
    for (const [i, { record, expected }] of subjects.entries()) {
      const { cents, rating } = results[i];
      if (cents === expected.cents && rating === expected.rating) continue;
      wrong.push({ id: record.id, cents, rating, expected });
    }
  }
  return { checked: known.length, wrong: wrong.length, examples: wrong.slice(0, 3) };
};

const found = {};
for (const id of rows.split(',')) found[id] = await check(id);
console.log(JSON.stringify({ found }));
// A peer that keeps the process alive must not hold the next one up.
process.exit(0);
