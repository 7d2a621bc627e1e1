// What a run was asked for; the options are told of in run.mjs.
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { argument } from './arguments.mjs';
import { ROWS } from './rows.mjs';
import { PROFILES } from './workload/subjects.mjs';

export const root = fileURLToPath(new URL('../..', import.meta.url));

const given = process.argv.slice(2);
export const options = argument(given);
export const isQuick = options.quick === true;

const list = (texts, all) => (texts === undefined ? all : texts.split(','));
/** An option as a number, else what a quick run takes, or a whole one. */
const number = (name, quick, whole) => Number(options[name] ?? (isQuick ? quick : whole));

const seconds = number('seconds', 0.2, 2);

export const settings = {
  profiles: list(options.profiles, Object.keys(PROFILES)),
  // The hand-written function beside itself is the noise by which the others are judged.
  rows: [...new Set(['hand', ...list(options.rows, ROWS)])],
  pairs: number('pairs', 1, 5),
  /** How long a process measures one row; the first half of it warms up and is not counted. */
  seconds,
  warmSeconds: seconds / 2,
  /** On how many subjects each row is timed. */
  subjects: isQuick ? 200 : 2000,
  /** On how many subjects each row is checked, and each slow one. */
  checks: number('checks', 300, 20_000),
  slowChecks: number('slow-checks', 40, 5000),
  /** How many lines the file has, and how many subjects the columns. */
  lines: number('lines', 5000, 300_000),
};

/** What a run measures unless it is told. */
const USUAL = ['rows', 'beside', 'batch', 'columns', 'cold', 'linear', 'size'];
/** What it measures where it is named, here or as an option of its own. */
const BESIDES = ['exactness', 'large'];

const parts = list(options.only, USUAL);
const unknown = parts.filter((part) => ![...USUAL, ...BESIDES].includes(part));
if (unknown.length > 0) throw new Error(`no such part: ${unknown.join(', ')}`);

export const isOn = (part) => parts.includes(part) || options[part] !== undefined;

/** The number that came with an option, or what it stands for without one. */
export const countOf = (name, usual) =>
  options[name] === undefined || options[name] === true ? usual : Number(options[name]);

const git = (...words) => {
  try {
    return execFileSync('git', words, {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  } catch {
    return undefined;
  }
};

/** Which source was measured: the commit, and whether files differ from it; a source without git has none. */
const commitOf = () => {
  const commit = git('rev-parse', '--short=12', 'HEAD')?.trim();
  if (commit === undefined) return 'unknown';
  const isChanged =
    git('status', '--porcelain', '--untracked-files=no', 'src', 'test/bench') !== '';
  return isChanged ? `${commit}, with changes` : commit;
};

/** What a result says of the run that it is of. */
export const thisRun = () => ({
  parts: [...USUAL, ...BESIDES].filter(isOn),
  commit: commitOf(),
  command: ['npm run bench', ...(given.length === 0 ? [] : ['--', ...given])].join(' '),
  ...settings,
});
