// `npm run bench`: every row, in processes of its own; see docs/performance.md.
//
//   --json FILE      writes the result; with --only, the other parts stay as they are in FILE
//   --quick          all of it under a minute: few and short pairs, both of a pair at once, no DuckDB, small files
//   --rows a,b       only these rows             --profiles a,b   only these profiles
//   --pairs N        how many pairs              --seconds N      how long a process measures
//   --only a,b       only these parts: rows, beside, batch, columns, cold, linear, exactness, large, size
//   --check-seconds N  how long each row is checked on a profile
//   --lines N        of the file for batch and columns, 300,000 unless given
//   --exactness [N]  besides, a million random and a million adversarial subjects, or N of each
//   --every N        of these, asks evaluate for every N-th only
//   --large [N]      besides, 4,300,000 lines, 2 GB, or N: the most memory that a process takes
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { fileURLToPath } from 'node:url';
import { argument } from './arguments.mjs';
import { BATCH, COLUMNS } from './batch.mjs';
import { buildAll, folder } from './builds.mjs';
import { RANDOM } from './exactness.mjs';
import { judge } from './gates.mjs';
import { printGates, printRow, say } from './print.mjs';
import { inTurn, runScript, spread } from './process.mjs';
import { BESIDE, loadRow, ROWS, SHAPES } from './rows.mjs';
import { ownSizes, peerSizes } from './size.mjs';
import { PROFILES } from './workload/subjects.mjs';

const options = argument(process.argv.slice(2));
const isQuick = options.quick === true;
const list = (given, all) => (given === undefined ? all : given.split(','));
const root = fileURLToPath(new URL('../..', import.meta.url));

const setup = {
  profiles: list(options.profiles, Object.keys(PROFILES)),
  rows: list(options.rows, ROWS),
  pairs: Number(options.pairs ?? (isQuick ? 2 : 5)),
  seconds: Number(options.seconds ?? (isQuick ? 0.3 : 2.5)),
  subjects: isQuick ? 200 : 2000,
  checks: isQuick ? 1000 : 100_000,
  checkSeconds: Number(options['check-seconds'] ?? (isQuick ? 0.05 : 10)),
  lines: Number(options.lines ?? (isQuick ? 5_000 : 300_000)),
};
const parts = list(options.only, ['rows', 'beside', 'batch', 'columns', 'cold', 'linear', 'size']);
/** The number that came with an option, or what it stands for without one. */
const countOf = (given, usual) => (given === undefined || given === true ? usual : Number(given));
const isOn = (part) => parts.includes(part) || options[part] !== undefined;

// ── what has to be there ─────────────────────────────────────────────────────────────────────

const npm = (...given) =>
  execFileSync('npm', given, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });

if (!existsSync(`${root}test/bench/node_modules`)) {
  say('installing the peers');
  npm('ci', '--prefix', 'test/bench', '--no-audit', '--no-fund');
}
const newest = (folder) =>
  Math.max(
    ...readdirSync(folder, { recursive: true }).map(
      (name) => statSync(`${folder}/${name}`).mtimeMs,
    ),
  );
const built = `${root}dist/index.js`;
if (!existsSync(built) || statSync(built).mtimeMs < newest(`${root}src`)) {
  say('building');
  npm('run', 'build');
}
await buildAll();

const written = (profile) => `${folder}/${profile}.json`;
const checked = (profile) => `${folder}/${profile}.checked.ndjson`;

/** Runs what needs no quiet machine on both of its cores. */
const atOnce = async (works) => {
  const left = [...works];
  const next = async () => {
    for (let work = left.shift(); work !== undefined; work = left.shift()) await work();
  };
  await Promise.all([next(), next()]);
};

const needed = isOn('rows') || isOn('beside') ? Object.keys(PROFILES) : [];
await atOnce(
  needed.map((profile) => () => {
    const { subjects: count, checks } = setup;
    return runScript('prepare.mjs', { profile, count, checks, folder });
  }),
);

// ── rows ─────────────────────────────────────────────────────────────────────────────────────

const nanoseconds = async ({ id, profile }) => {
  const given = { row: id, profile, records: written(profile), seconds: setup.seconds };
  return (await runScript('measure.mjs', given)).nanoseconds;
};

const compared = async (first, second, pairs = setup.pairs) => {
  const found = await inTurn(
    pairs,
    () => nanoseconds(first),
    () => nanoseconds(second),
    isQuick,
  );
  return { pairs, ...found };
};

/** What an earlier run found, where only some parts are run again. */
const earlier =
  options.only !== undefined && typeof options.json === 'string' && existsSync(options.json)
    ? JSON.parse(readFileSync(options.json, 'utf8'))
    : {};

const result = {
  machine: {
    node: process.version,
    cpu: cpus()[0]?.model,
    cores: cpus().length,
    memoryGiB: Math.floor(totalmem() / 2 ** 30 + 0.5),
  },
  setup,
  rows: [],
  beside: [],
  batch: [],
  columns: [],
  exactness: [],
  linear: [],
  cold: [],
  size: {},
  noise: { ratio: { median: 1, min: 1, max: 1 }, pairs: 0 },
  gates: [],
  ...earlier,
};
/** A part that is run begins anew. */
const begin = (part) => {
  result[part] = [];
};

/** Whether rows are right on profiles, and how often not: before anything is timed. */
const checkRows = async (rows, profiles) => {
  const checks = {};
  const refereed = {};
  const { checkSeconds: seconds } = setup;
  await atOnce(
    profiles.map((profile) => async () => {
      const given = { profile, records: checked(profile), seconds };
      checks[profile] = (await runScript('check.mjs', { rows: rows.join(','), ...given })).found;
      if (rows.includes('timbang')) refereed[profile] = await runScript('referee.mjs', given);
    }),
  );
  return ({ id, profile }) => ({
    ...checks[profile][id],
    refereed: id === 'timbang' ? refereed[profile] : undefined,
  });
};

/** How many pairs a row is given: in a quick run few, and none where another profile tells as much. */
const pairsFor = ({ id, profile }) => {
  if (!isQuick || options.rows !== undefined || options.pairs !== undefined) return setup.pairs;
  if (id === 'timbang') return profile === 'mixed' ? setup.pairs : 1;
  return profile === 'mixed' ? 1 : 0;
};

const perMillion = (part, whole) => (part / whole) * 1e6;

if (isOn('rows')) {
  begin('rows');
  const cells = setup.profiles.flatMap((profile) => setup.rows.map((id) => ({ id, profile })));
  say('checking the rows against the oracle');
  const checkOf = await checkRows(setup.rows, setup.profiles);
  say('A/A: the hand-written function beside itself');
  const hand = { id: 'hand', profile: 'mixed' };
  result.noise = await compared(hand, hand, isQuick ? 3 : Math.max(setup.pairs, 5));
  say(`each row in turn with hand, ${setup.pairs} pairs of ${setup.seconds} s`);
  for (const cell of cells) {
    const { id, profile } = cell;
    const { about } = await loadRow(id);
    const pairs = pairsFor(cell);
    const time = pairs === 0 ? undefined : await compared(cell, { id: 'hand', profile }, pairs);
    const { checked: count, wrong, examples, refereed } = checkOf(cell);
    const row = {
      id,
      profile,
      ...(time === undefined
        ? {}
        : { ratioToHand: time.ratio, pairs: time.pairs, nanoseconds: time.first }),
      wrongPerMillion: perMillion(wrong, count),
      refereePerMillion:
        refereed === undefined ? null : perMillion(refereed.refereed, refereed.asked),
      checked: count,
      wrong,
      examples,
      about,
    };
    result.rows.push(row);
    printRow(row);
  }
}

/** Rows beside others that can be compared with the oracle: those that score by the same policy. */
const comparable = async (cells) => {
  const found = [];
  for (const { id } of cells) if ((await loadRow(id)).read !== undefined) found.push(id);
  return found;
};

if (isOn('beside')) {
  begin('beside');
  say('rows in turn with others');
  const entries = Object.entries(BESIDE).filter(([, [{ id }]]) => !isQuick || !SHAPES.includes(id));
  const ids = await comparable(entries.map(([, [first]]) => first));
  const checkOf = await checkRows(ids, ['mixed']);
  for (const [id, [first, second]] of entries) {
    const { ratio, pairs, ...times } = await compared(first, second, isQuick ? 1 : setup.pairs);
    const found = ids.includes(first.id) ? checkOf({ ...first, profile: 'mixed' }) : undefined;
    const { about } = await loadRow(first.id);
    result.beside.push({
      id,
      of: first,
      beside: second,
      ratio,
      pairs,
      ...times,
      wrongPerMillion: found === undefined ? null : perMillion(found.wrong, found.checked),
      about,
    });
    const { median, min, max } = ratio;
    const wrong = found === undefined || found.wrong === 0 ? '' : `, WRONG ${found.wrong}`;
    say(`  ${id}: ${median.toFixed(2)} (${min.toFixed(2)} to ${max.toFixed(2)})${wrong}`);
  }
}

// ── files and columns ────────────────────────────────────────────────────────────────────────

const lines = `${folder}/lines.ndjson`;
const out = `${folder}/out.ndjson`;
/** What a quick run leaves out: what needs its time. */
const isLong = (id) => id.startsWith('duckdb') || id === 'timbang-one-by-one';
const writeLines = (file, count) => runScript('batch/write-file.mjs', { file, lines: count });

const wholeProcess = async (id, file) => {
  const found = await runScript(`batch/${id}.mjs`, { file, out });
  rmSync(out, { force: true });
  return found;
};

if (isOn('batch') || isOn('columns')) await writeLines(lines, setup.lines);

if (isOn('batch')) {
  begin('batch');
  say(`whole processes over ${setup.lines} lines, each in turn with JSON.parse of them`);
  for (const id of BATCH) {
    if (isQuick && isLong(id)) continue;
    const peaks = [];
    const { ratio, first, second } = await inTurn(
      isQuick ? 1 : setup.pairs,
      async () => {
        const { milliseconds, peakMiB } = await wholeProcess(id, lines);
        peaks.push(peakMiB);
        return milliseconds;
      },
      async () => (await wholeProcess('bare-parse', lines)).milliseconds,
    );
    const row = {
      id,
      lines: setup.lines,
      ratioToBareParse: ratio.median,
      range: { min: ratio.min, max: ratio.max },
      peakMiB: spread(peaks).max,
      milliseconds: first,
      bareParseMilliseconds: second,
    };
    result.batch.push(row);
    say(`  ${id}: ${ratio.median.toFixed(2)} of JSON.parse alone, ${row.peakMiB.toFixed(0)} MiB`);
  }
}

if (isOn('columns')) {
  begin('columns');
  say('columns, each in turn with the hand-written loop over them');
  const overColumns = (id) =>
    runScript('columns/measure.mjs', { row: id, file: lines, seconds: setup.seconds });
  for (const id of COLUMNS) {
    if (isQuick && isLong(id)) continue;
    let last;
    const { ratio, first } = await inTurn(
      isQuick ? 1 : setup.pairs,
      async () => {
        last = await overColumns(id);
        return last.nanoseconds;
      },
      async () => (await overColumns('hand-columns')).nanoseconds,
    );
    result.columns.push({
      id,
      ratioToHandColumns: ratio.median,
      range: { min: ratio.min, max: ratio.max },
      nanoseconds: first,
      wrongPerMillion: perMillion(last.wrong, last.checked),
      peakMiB: last.peakMiB,
    });
    say(`  ${id}: ${ratio.median.toFixed(2)} of the loop by hand`);
  }
}

if (isOn('large')) {
  const count = countOf(options.large, 4_300_000);
  const file = `${folder}/large.ndjson`;
  say(`whole processes over ${count} lines: the most memory`);
  await writeLines(file, count);
  result.large = [];
  for (const id of BATCH) {
    if (id === 'timbang-one-by-one') continue;
    const { milliseconds, peakMiB } = await wholeProcess(id, file);
    result.large.push({ id, lines: count, milliseconds, peakMiB });
    say(`  ${id}: ${(milliseconds / 1000).toFixed(1)} s, ${peakMiB.toFixed(0)} MiB`);
  }
  rmSync(file);
}

// ── the rest ─────────────────────────────────────────────────────────────────────────────────

if (isOn('cold')) {
  say('cold starts');
  const runs = [];
  for (let i = 0; i < (isQuick ? 1 : 7); i++)
    runs.push(await runScript('cold.mjs', { calls: isQuick ? 150 : 1000 }));
  result.cold = Object.keys(runs[0])
    .filter((what) => what !== 'milliseconds')
    .map((what) => ({ what, milliseconds: spread(runs.map((run) => run[what])) }));
}

if (isOn('linear')) {
  say('cost as a policy grows');
  const given = isQuick ? { seconds: 0.02, mostRaters: 1000, mostIndicators: 100 } : { seconds: 1 };
  result.linear = (await runScript('linear.mjs', given)).linear;
}

if (isOn('exactness')) {
  begin('exactness');
  const count = countOf(options.exactness, 1_000_000);
  say(`exactness: ${count} random and ${count} adversarial subjects`);
  const kinds = [
    { id: 'random', profiles: RANDOM.join(',') },
    { id: 'adversarial', profiles: 'adversarial' },
  ];
  const every = Number(options.every ?? 1);
  // Two halves of each kind, by other seeds.
  const works = kinds.flatMap(({ id, profiles }) =>
    [101, 102].map((seed) => ({ id, profiles, seed })),
  );
  const found = [];
  await atOnce(
    works.map(({ id, profiles, seed }) => async () => {
      const half = Math.ceil(count / 2);
      const part = await runScript('exactness-run.mjs', { profiles, seed, count: half, every });
      found.push({ id, ...part });
    }),
  );
  const sum = (parts, key) => parts.reduce((total, each) => total + each[key], 0);
  for (const { id } of kinds) {
    const own = found.filter((each) => each.id === id);
    const total = Object.fromEntries(
      ['count', 'evaluated', 'differences', 'handWrong'].map((key) => [key, sum(own, key)]),
    );
    result.exactness.push({ id, ...total, examples: own.flatMap(({ examples }) => examples) });
    say(`  ${id}: ${total.differences} of ${total.count} differ; by hand ${total.handWrong} wrong`);
  }
}

if (isOn('size')) {
  result.size = ownSizes(root);
  result.peerSizes = await peerSizes();
}

result.gates = judge(result);
printGates(result);
if (typeof options.json === 'string') {
  writeFileSync(options.json, `${JSON.stringify(result, undefined, 2)}\n`);
  say(`written to ${options.json}`);
}
process.exitCode = result.gates.some(({ met }) => met === false) && options.strict === true ? 1 : 0;
