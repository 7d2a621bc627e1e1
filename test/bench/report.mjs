// `npm run bench:report -- FILE`: docs/performance.md and its chart, from a result that `npm run bench` wrote.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { drawChart } from './chart.mjs';
import { gates } from './report/gates.mjs';
import { head } from './report/head.mjs';
import { cold, columns, exactness, files, growth, sizes } from './report/parts.mjs';
import { beside, charted, rows, setups } from './report/rows.mjs';

const [, , file] = process.argv;
if (file === undefined) throw new Error('which result? npm run bench:report -- FILE');
const result = JSON.parse(readFileSync(file, 'utf8'));
const docs = fileURLToPath(new URL('../../docs/', import.meta.url));

/** What a result need not have, by what has to be in it. */
const SECTIONS = [
  ['gates', gates],
  ['rows', rows],
  ['rows', setups],
  ['beside', beside],
  ['exactness', exactness],
  ['batch', files],
  ['columns', columns],
  ['cold', cold],
  ['linear', growth],
  ['size', sizes],
];

const text = [
  head(result),
  ...SECTIONS.filter(([part]) => Object.keys(result[part]).length > 0).map(([, of]) => of(result)),
].join('\n\n');
writeFileSync(`${docs}performance.md`, `${text}\n`);

const TITLE = 'Time for one subject, times that of the hand-written function (mixed data)';
if (result.rows.length > 0)
  writeFileSync(`${docs}performance.svg`, drawChart(charted(result), TITLE));
