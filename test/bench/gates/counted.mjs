// Memory, wrong scores, compilation and sizes; and what the project holds itself to besides.
import { atMost, besideOf, counted } from './figure.mjs';

/** Two thousand million bytes, by the one row and by the other. */
const peakOf = ({ large }) => {
  const rows = large.filter(({ id }) => id.startsWith('timbang-ndjson'));
  if (rows.length < 2 || rows.some(({ bytes }) => bytes < 2e9)) return undefined;
  return Math.max(...rows.map(({ peakMiB }) => peakMiB));
};

const MILLION = 1_000_000;

/** Of every subject of a million of each kind, against the oracle and against `evaluate`. */
const differencesOf = ({ exactness }) => {
  const isWhole = ({ count, evaluated }) => count >= MILLION && evaluated >= MILLION;
  if (exactness.length < 2 || !exactness.every(isWhole)) return undefined;
  return exactness.reduce((sum, { differences }) => sum + differences, 0);
};

export const ofTheRest = (result) => [
  counted('peak memory on 2 GB of NDJSON, one thread and two workers, MiB', 120, peakOf(result), {
    undecided: 'Told by `--large` alone, where the file has at least 2 GB.',
    why: 'Every thread has a heap, a plan, and blocks of its own, and engines collect young objects late.',
  }),
  counted(
    'wrong scores or ratings of a million random and a million adversarial subjects',
    0,
    differencesOf(result),
    {
      undecided:
        'Told by `--exactness` alone, where a million of each kind were compared with the oracle and with `evaluate`.',
      why: 'Each of them is a defect.',
    },
  ),
  atMost(
    'compiling once warm, to the schema’s parse and the digest of the same document',
    2,
    besideOf(result, 'compile-warm'),
    {
      why: 'Beyond reading, a compilation checks names, units and intervals through every expression, folds weights exactly, lays the plan out twice (for exact arithmetic and for doubles), and proves a bound for each operation.',
    },
  ),
  atMost('forty plans in turn, to one plan', 2, besideOf(result, 'forty-plans'), {
    why: 'Plans are objects that one loop reads: forty of them are not in a cache together.',
  }),
];

const kB = ({ bytes } = {}) => (bytes === undefined ? undefined : bytes / 1000);
const MAIN = 'everything in the main entry, minified, with every dependency';
const SMALL = 'score and evaluate of timbang/score';

export const ofSizes = ({ size }) => [
  counted('gzip of the main entry, everything included, kB', 45, kB(size[MAIN]), {
    why: 'Verbs, compiler, evaluation, exact numbers and rules alone take more, without a message or a schema: [decision 18](decisions/0018-what-a-bundle-carries.md).',
  }),
  counted('gzip of `score` and `evaluate` without the policy reader, kB', 25, kB(size[SMALL]), {
    why: 'See [decision 18](decisions/0018-what-a-bundle-carries.md).',
  }),
];

/** What the rows of the library were found wrong on before they were timed; without the filter nobody is asked. */
const checkedOf = ({ rows, beside, batch, columns }) => {
  const isOwn = ({ id }) => id.startsWith('timbang') && id !== 'timbang-filter-off';
  const own = [
    ...[...rows, ...batch, ...columns].filter(isOwn),
    ...beside.filter(({ of }) => isOwn(of)),
  ].filter(({ checked = 0 }) => checked > 0);
  if (own.length === 0) return undefined;
  return own.reduce((sum, { wrong }) => sum + wrong, 0);
};

/** What the project holds itself to besides. */
export const ofTheProject = (result) => [
  counted('wrong scores or ratings of timed rows, where they were checked', 0, checkedOf(result), {
    why: 'Each of them is a defect.',
  }),
  ...Object.entries(result.size).map(([name, { bytes, limit }]) =>
    counted(`size, gzip, kB: ${name}`, limit / 1000, bytes / 1000, {
      why: '`npm run size` fails.',
    }),
  ),
];
