// What was measured, where, how, and how to do it again.
import { code, number, spread, table, whole } from './text.mjs';

const listed = (texts) => texts.join(', ');

/** What stands for equal code beside itself, where it is not the hand-written function on a profile. */
const OTHERS = { batch: 'files: `bare-parse`', columns: 'columns: `hand-columns`' };

const noiseOf = ({
  noise,
}) => `**Noise.** Equal code beside itself, as every other row was measured:

${table(
  ['Of', 'Ratio', 'Pairs'],
  Object.entries(noise).map(([what, range]) => [
    OTHERS[what] ?? `${what}: \`hand\``,
    spread(range),
    range.pairs,
  ]),
)}

Two ratios that differ by no more than that may be the same; and where the ranges of two rows overlap, what lies between their medians may be
chance too. Nanoseconds stand beside the ratios to see proportions by: they are of this machine, and no gate reads them.`;

const seconds = (value) => `${number(value)} s`;

const runsOf = ({ setup }) =>
  table(
    [
      'Parts',
      'Commit',
      'Command',
      'Pairs',
      'Seconds of a process, of which to warm up',
      'Checked on',
    ],
    setup.map((run) => [
      listed(run.parts),
      code(run.commit),
      code(run.command),
      run.pairs,
      `${seconds(run.seconds)}, ${seconds(run.warmSeconds)}`,
      `${whole(run.checks)} subjects of a profile, slow rows on the first ${whole(run.slowChecks)}; ${whole(run.lines)} lines`,
    ]),
  );

export const head = (result) => {
  const { node, cores, cpu, memoryGiB } = result.machine;
  return `# Performance

<!-- Written by test/bench/report.mjs from a result of \`npm run bench\`; do not edit. -->

How fast the library is, and how often others are wrong, on one workload: twelve indicators (seven capped ratios or inverses,
two piecewise linear, two step tables, one min-max), three arrays of ratings with trimmed means, a weighted tree of three
levels with one geometric node, four rules, a clamp, rounding to two places, half up, and five bands, the top one guarded.

Measured with Node ${node} on ${cores} cores (${cpu}), ${memoryGiB} GiB. Every row is a process of its own, in turn with another that
runs what it is compared with; given are the median of the pairs and their range. A process measures for so many seconds, of which
the first half warms up and is not counted. Before anything is timed, every row that scores is compared with an exact oracle; a row
that is wrong is timed all the same, and says so.

${runsOf(result)}

${noiseOf(result)}

## How to repeat it

\`\`\`sh
npm ci
npm run bench -- --json build/bench/result.json                    # all but the next two; installs the peers on first use
npm run bench -- --only exactness --json build/bench/result.json   # a million random and a million adversarial subjects
npm run bench -- --only large --json build/bench/result.json       # 4.3 million lines, more than 2 GB
npm run bench:report -- build/bench/result.json                    # writes this page
\`\`\`

Leave the machine alone meanwhile. Without options a row has five pairs of 2 s and is checked on 20,000 subjects of each profile, a slow
one on 5,000; the options stand at the top of \`test/bench/run.mjs\`. \`npm run bench -- --quick\` takes less than a minute and tells whether all
of it works, not how fast it is: one short pair for most rows, both processes of it at once, few subjects to check; no DuckDB, no zod, no
documents of other shapes, a small file, no growth of subjects.`;
};
