// `npm run bench:report -- FILE`: docs/performance.md and its chart, from a result that `npm run bench` wrote.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { drawChart } from './chart.mjs';
import { PROFILES } from './workload/subjects.mjs';

const [, , file] = process.argv;
if (file === undefined) throw new Error('which result? npm run bench:report -- FILE');
const result = JSON.parse(readFileSync(file, 'utf8'));
const docs = fileURLToPath(new URL('../../docs/', import.meta.url));

const number = (value) => {
  if (value === undefined || value === null) return '–';
  if (value !== 0 && value < 0.1) return value.toPrecision(1);
  const text = value.toFixed(value >= 100 ? 0 : value >= 10 ? 1 : 2);
  return Number(text).toLocaleString('en', { maximumFractionDigits: 2 });
};
const whole = (value) => Math.floor(value + 0.5).toLocaleString('en');
const spread = ({ median, min, max }) => `${number(median)} (${number(min)} to ${number(max)})`;
const cell = (text) => String(text).replaceAll('|', '\\|');
const table = (head, rows) =>
  [head, head.map(() => '---'), ...rows]
    .map((row) => `| ${row.map(cell).join(' | ')} |`)
    .join('\n');
const section = (title, ...parts) => [`## ${title}`, ...parts].join('\n\n');
const present = (list) => Array.isArray(list) && list.length > 0;

const PROFILE_TEXTS = {
  mixed: 'targets of every kind (12, 36, 250), values of two decimals',
  'percent-2dp':
    'percentages of two decimals, six in ten with both children of the geometric mean at their cap',
  'percent-integer': 'whole percentages, as most forms have them; else as above',
  adversarial:
    'made so that every decision is a tie, or within 1e-9 of one: roundings, edges of bands, the rule that asks for 75, edges of tables, thirds and 23rds that cancel, fifth roots that come out even',
};

const WORD = { true: 'met', false: '**missed**', null: 'undecided' };

const gates = () =>
  section(
    'Gates',
    'Each is a ratio, so that it holds on another machine. A gate is judged by the median, less what equal code differed by (the A/A row): the measured figure divided by the greatest ratio that the hand-written function had to itself, or for "at least" by the least. What is counted and not timed is taken as it is.',
    table(
      ['Figure', 'Gate', 'Measured', 'Less the noise', ''],
      result.gates.map(({ figure, is, gate, measured, lessNoise, met }) => [
        figure,
        `${is} ${number(gate)}`,
        number(measured),
        number(lessNoise),
        WORD[met],
      ]),
    ),
  );

const wrongText = ({ wrong, wrongPerMillion, checked }) =>
  wrong === 0
    ? `0 of ${whole(checked)}`
    : `**${number(wrongPerMillion)}** (${whole(wrong)} of ${whole(checked)})`;

const profileTable = (profile) => {
  const rows = result.rows.filter((row) => row.profile === profile);
  return [
    `### ${profile}`,
    `${PROFILE_TEXTS[profile]}.`,
    table(
      ['Row', 'Time, to `hand`', 'Wrong per million', 'To the exact path, per million'],
      rows.map((row) => [
        `\`${row.id}\``,
        row.ratioToHand === undefined ? 'not timed' : spread(row.ratioToHand),
        wrongText(row),
        number(row.refereePerMillion),
      ]),
    ),
  ].join('\n\n');
};

const rows = () => {
  const mixed = result.rows.filter((row) => row.profile === 'mixed' && row.ratioToHand);
  const chart = mixed.length === 0 ? [] : ['![time of each row](performance.svg)'];
  if (mixed.length > 0)
    writeFileSync(
      `${docs}performance.svg`,
      drawChart(
        mixed,
        'Time for one subject, times that of the hand-written function (mixed data)',
      ),
    );
  const profiles = Object.keys(PROFILES).filter((each) =>
    result.rows.some(({ profile }) => profile === each),
  );
  return section(
    'One subject',
    'How many times the time of `hand` each row takes: the median of the pairs, and their range. *Wrong* counts subjects whose score or band is not that of the exact oracle; a row that is wrong is timed all the same, and says so. The last column is how many subjects the fast path of `timbang` hands to the exact one, counted in a build that counts them.',
    ...chart,
    ...profiles.map(profileTable),
  );
};

const setups = () => {
  const seen = new Map(result.rows.map(({ id, about }) => [id, about]));
  for (const { of, about } of result.beside) if (!seen.has(of.id)) seen.set(of.id, about);
  return section(
    'How each row is set up',
    'Each in the shape that it likes best; what has to be done once (compiling, reading evidence, flattening records, making decimals) is done before the clock starts.',
    table(
      ['Row', 'How', 'What it computes'],
      [...seen].map(([id, { how, computes }]) => [`\`${id}\``, how, computes]),
    ),
  );
};

const BESIDE_TEXTS = {
  'integer-percentages': '`timbang` on whole percentages, to itself on mixed data',
  'forty-plans': 'forty plans in turn, to one',
  'compile-warm': 'a compilation, to the schema’s parse and the digest of the same document',
  'key-orders-3': 'documents with three orders of keys, to one',
  'key-orders-40': 'documents with forty orders of keys, to one',
  'optional-left-out': 'documents with optional values left out, to all there',
  'filter-on': 'with its filter, to a build without',
};

const beside = () =>
  section(
    'Beside itself',
    table(
      ['What', 'Ratio'],
      result.beside.map(({ id, ratio }) => [BESIDE_TEXTS[id] ?? id, spread(ratio)]),
    ),
  );

const ranged = (median, range) => spread({ median, ...range });

const batch = () =>
  section(
    'Files',
    `Whole processes over ${whole(result.batch[0].lines)} lines of NDJSON, one evidence document each, in turn with a process that does nothing but \`JSON.parse\` on every line. \`readline\` is there as a warning. DuckDB computes in doubles.`,
    table(
      ['Row', 'Wall time, to `JSON.parse` alone', 'Peak memory, MiB'],
      result.batch.map(({ id, ratioToBareParse, range, peakMiB }) => [
        `\`${id}\``,
        ranged(ratioToBareParse, range),
        whole(peakMiB),
      ]),
    ),
    ...(present(result.large)
      ? [
          `Over ${whole(result.large[0].lines)} lines, once:`,
          table(
            ['Row', 'Seconds', 'Peak memory, MiB'],
            result.large.map(({ id, milliseconds, peakMiB }) => [
              `\`${id}\``,
              number(milliseconds / 1000),
              whole(peakMiB),
            ]),
          ),
        ]
      : []),
  );

const columns = () =>
  section(
    'Columns',
    'The same subjects as typed columns in memory, in turn with a hand-written loop over them; DuckDB scores a table in memory into another.',
    table(
      ['Row', 'Time, to the loop by hand', 'Wrong per million'],
      result.columns.map(({ id, ratioToHandColumns, range, wrongPerMillion }) => [
        `\`${id}\``,
        ranged(ratioToHandColumns, range),
        number(wrongPerMillion),
      ]),
    ),
  );

const exactness = () =>
  section(
    'Exactness',
    '`score` against `evaluate`, the exact referee, and against an oracle that shares no code with the library: fractions of BigInts, the geometric mean compared by its fifth power. The same, on fewer subjects of fixed seeds, is a test of the project.',
    table(
      ['Subjects', 'Compared', 'Of which with `evaluate` too', 'Differences', 'Wrong by `hand`'],
      result.exactness.map(({ id, count, evaluated, differences, handWrong }) => [
        id,
        whole(count),
        whole(evaluated),
        whole(differences),
        whole(handWrong),
      ]),
    ),
  );

const cold = () =>
  section(
    'Cold starts',
    'In a process that has just begun; milliseconds of this machine, to see proportions by.',
    table(
      ['What', 'Milliseconds'],
      result.cold.map(({ what, milliseconds }) => [what, spread(milliseconds)]),
    ),
  );

const linear = () =>
  section(
    'Growth',
    'What `score` takes for a subject as a policy grows (capped ratios in a weighted mean) and as its raters do (one trimmed mean), for each indicator or rater, to the first line of its kind. Cost that is linear stays at 1 or falls below it.',
    table(
      ['Of', 'How many', 'For each, to the first'],
      result.linear.map(({ what, size, each }) => {
        const first = result.linear.find((other) => other.what === what);
        return [what, whole(size), number(each / first.each)];
      }),
    ),
  );

const sizes = () =>
  section(
    'Size',
    'Bundled with everything it needs, minified, gzip.',
    table(
      ['What', 'kB', 'Budget, kB'],
      [
        ...Object.entries(result.size).map(([name, { bytes, limit }]) => [
          name,
          number(bytes / 1000),
          number(limit / 1000),
        ]),
        ...Object.entries(result.peerSizes ?? {}).map(([name, bytes]) => [
          `${name}, for comparison`,
          number(bytes / 1000),
          '–',
        ]),
      ],
    ),
  );

const { machine, noise, setup } = result;
const head = `# Performance

<!-- Written by test/bench/report.mjs from a result of \`npm run bench\`; do not edit. -->

How fast the library is, and how often others are wrong, on one workload: twelve indicators (seven capped ratios or inverses,
two piecewise linear, two step tables, one min-max), three arrays of ratings with trimmed means, a weighted tree of three
levels with one geometric node, four rules, a clamp, rounding to two places, half up, and five bands, the top one guarded.

Measured with Node ${machine.node} on ${machine.cores} cores (${machine.cpu}), ${machine.memoryGiB} GiB.

**Noise.** Every row is a process of its own, in turn with another that runs the hand-written function; ${setup.pairs} pairs, of which the
median and the range are given. The same function beside itself came to ${spread(noise.ratio)}: differences smaller than that say
nothing. Nanoseconds are not given, for they are of one machine.

## How to repeat it

\`\`\`sh
npm ci
npm run bench -- --json build/bench/result.json      # all but the next two; the peers are installed on first use
npm run bench -- --quick                             # under a minute: whether all of it works, not how fast it is
npm run bench -- --only exactness --json build/bench/result.json   # a million random, a million adversarial
npm run bench -- --only large --json build/bench/result.json           # 4.3 million lines, 2 GB
npm run bench:report -- build/bench/result.json      # writes this page
\`\`\`

Options stand at the top of \`test/bench/run.mjs\`. Leave the machine alone while it runs.`;

const text = [
  head,
  ...(present(result.gates) ? [gates()] : []),
  ...(present(result.rows) ? [rows(), setups()] : []),
  ...(present(result.beside) ? [beside()] : []),
  ...(present(result.exactness) ? [exactness()] : []),
  ...(present(result.batch) ? [batch()] : []),
  ...(present(result.columns) ? [columns()] : []),
  ...(present(result.cold) ? [cold()] : []),
  ...(present(result.linear) ? [linear()] : []),
  ...(Object.keys(result.size).length > 0 ? [sizes()] : []),
].join('\n\n');
writeFileSync(`${docs}performance.md`, `${text}\n`);
