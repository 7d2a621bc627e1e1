// Files, columns, exactness, cold starts, growth and sizes.
import { code, number, section, spread, table, whole, wrongOf } from './text.mjs';

const ranged = (median, range) => spread({ median, ...range });

const largeTable = (large) => [
  `Over ${whole(large[0].lines)} lines, ${number(large[0].bytes / 1e9)} GB, once:`,
  table(
    ['Row', 'Seconds', 'Seconds of work', 'Peak memory, MiB'],
    large.map(({ id, milliseconds, cpuMilliseconds, peakMiB }) => [
      code(id),
      number(milliseconds / 1000),
      number(cpuMilliseconds / 1000),
      whole(peakMiB),
    ]),
  ),
];

export const files = ({ batch, large }) => {
  const [{ lines }] = batch;
  const distinct = batch.find((row) => row.distinct !== undefined)?.distinct;
  return section(
    'Files',
    `Whole processes over ${whole(lines)} lines of NDJSON, one evidence document each, in turn with a process that does nothing but \`JSON.parse\` on every line. *Work* is what the processor did for it on all threads, to the same of that process. Before it is timed, each row that scores gives the scores and bands of all lines, of ${whole(distinct)} different subjects, and they are compared with the oracle’s; the output of \`timbang-ndjson\` and \`timbang-ndjson-workers\` is verified by \`verifyOutput\`. \`readline\` and \`zod-score\` (every line through a schema of zod, then by hand) are there as warnings. DuckDB computes in doubles, with the columns of the lines declared; of \`duckdb-parquet\` the file was made beforehand, in columns, so that nothing is parsed.`,
    table(
      ['Row', 'Wall time, to `JSON.parse` alone', 'Work', 'ns a line', 'Peak memory, MiB', 'Wrong'],
      batch.map((row) => [
        code(row.id),
        ranged(row.ratioToBareParse, row.range),
        number(row.cpuToBareParse.median),
        whole((row.milliseconds * 1e6) / row.lines),
        whole(row.peakMiB),
        wrongOf(row),
      ]),
    ),
    ...(large.length > 0 ? largeTable(large) : []),
  );
};

export const columns = (result) =>
  section(
    'Columns',
    'The same subjects as typed columns in memory, in turn with a hand-written loop over them; DuckDB scores a table in memory into another. Every process compares what it gives for all subjects with the oracle before it is timed.',
    table(
      ['Row', 'Time, to the loop by hand', 'ns a subject', 'Wrong'],
      result.columns.map((row) => [
        code(row.id),
        ranged(row.ratioToHandColumns, row.range),
        whole(row.nanoseconds),
        wrongOf(row),
      ]),
    ),
  );

export const exactness = (result) =>
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

export const cold = (result) =>
  section(
    'Cold starts',
    'In a process that has just begun; milliseconds of this machine, to see proportions by.',
    table(
      ['What', 'Milliseconds'],
      result.cold.map(({ what, milliseconds }) => [what, spread(milliseconds)]),
    ),
  );

const GROWTH = {
  indicators: 'indicators',
  raters: 'raters',
  subjects: 'subjects, `scoreMany`',
  columns: 'subjects, `scoreColumns`',
};

export const growth = ({ linear }) => {
  const exact = linear.filter(({ why }) => why !== null);
  return section(
    'Growth',
    'What one indicator, rater or subject costs as there are more of them, to what one costs at the size before. Cost that is linear stays at 1, or below it while what is paid once is spread over more. Indicators are capped ratios in a weighted mean, raters those of one trimmed mean, subjects those of the workload: as texts through `scoreMany`, as typed columns through `scoreColumns`. Every size has processes of its own.',
    table(
      ['Of', 'How many', 'ns for each', 'For each, to the size before'],
      linear.map(({ what, size, each, toBefore }) => [
        GROWTH[what],
        whole(size),
        number(each),
        toBefore === null ? '–' : spread(toBefore),
      ]),
    ),
    ...exact.map(
      ({ what, size, why }) =>
        `With ${whole(size)} ${what} what is measured is exact arithmetic alone, for \`plan.exactOnly\` says: *${why}*.`,
    ),
  );
};

export const sizes = ({ size, peerSizes }) =>
  section(
    'Size',
    'Bundled with everything it needs, minified, gzip. The budgets are the project’s own, held by `npm run size`; why the main entry is larger than was aimed at is told in [decision 18](decisions/0018-what-a-bundle-carries.md).',
    table(
      ['What', 'kB', 'Budget, kB'],
      [
        ...Object.entries(size).map(([name, { bytes, limit }]) => [
          name,
          number(bytes / 1000),
          number(limit / 1000),
        ]),
        ...Object.entries(peerSizes).map(([name, bytes]) => [
          `${name}, for comparison`,
          number(bytes / 1000),
          '–',
        ]),
      ],
    ),
  );
