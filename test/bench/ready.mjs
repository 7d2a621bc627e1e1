// What has to be there before anything is measured: the peers, the package, builds of it, subjects.
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { buildAll, folder } from './builds.mjs';
import { say } from './print.mjs';
import { atOnce, runScript } from './process.mjs';
import { isOn, root, settings } from './settings.mjs';
import { PROFILES } from './workload/subjects.mjs';

const npm = (...given) =>
  execFileSync('npm', given, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });

const newest = (path) =>
  Math.max(
    ...readdirSync(path, { recursive: true }).map((name) => statSync(`${path}/${name}`).mtimeMs),
  );

/** A file of evidence documents, one a line; what is right for each; the same as a table of DuckDB's. */
export const LINES = {
  file: `${folder}/lines.ndjson`,
  expected: `${folder}/lines.expected.json`,
  parquet: `${folder}/lines.parquet`,
};

/** Writes the lines that files and columns are measured on. */
const writeLines = () =>
  runScript('batch/write-file.mjs', {
    file: LINES.file,
    expected: LINES.expected,
    lines: settings.lines,
  });

export const makeReady = async () => {
  if (!existsSync(`${root}test/bench/node_modules`)) {
    say('installing the peers');
    npm('ci', '--prefix', 'test/bench', '--no-audit', '--no-fund');
  }
  const built = `${root}dist/index.js`;
  if (!existsSync(built) || statSync(built).mtimeMs < newest(`${root}src`)) {
    say('building');
    npm('run', 'build');
  }
  await buildAll();
  const { subjects: count, checks } = settings;
  const profiles = isOn('rows') || isOn('beside') ? Object.keys(PROFILES) : [];
  await atOnce([
    ...profiles.map(
      (profile) => () => runScript('prepare.mjs', { profile, count, checks, folder }),
    ),
    ...(isOn('batch') || isOn('columns') ? [writeLines] : []),
  ]);
};
