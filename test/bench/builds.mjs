// Builds of the source that differ from the package in one place, for what the package itself does not show.
import { mkdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Where everything that a run makes is put. */
export const folder = `${root}build/bench`;
mkdirSync(folder, { recursive: true });

/** Where a build is; a row imports it from here. */
export const builtAt = (name) => new URL(`../../build/bench/${name}.mjs`, import.meta.url).href;

/** The one place in which a build differs: `with` takes the place of `text` in `file`. */
const patched = ({ file, text, by }) => ({
  name: 'patched',
  setup: (builder) => {
    builder.onLoad(
      { filter: new RegExp(`/src/${file.replaceAll('.', '\\.')}$`) },
      async ({ path }) => {
        const source = await readFile(path, 'utf8');
        if (!source.includes(text)) throw new Error(`${file} has no \`${text}\` any more`);
        return { contents: source.replace(text, by), loader: 'ts' };
      },
    );
  },
});

const BUILDS = {
  /** Counts in `globalThis.refereed` how many subjects the exact evaluator was asked for. */
  counted: {
    contents: "export * from './src/index.ts';",
    patch: {
      file: 'evaluate/run.ts',
      text: 'export const runExactly = (plan: Plan, evidence: Evidence, frozen: FrozenBySlot = NONE): Run => {',
      by: '$&\n  (globalThis as { refereed?: number }).refereed = ((globalThis as { refereed?: number }).refereed ?? 0) + 1;',
    },
  },
  /** The first stage of a compilation alone: what every compilation has to do before its own work. */
  reading: {
    contents:
      "export { readPolicy } from './src/policy/read.ts'; export { digest } from './src/json.ts';",
  },
  // ADD HERE: 'filter-off', the source patched so that no test sends a subject to the referee; and the row
  // rows/timbang-filter-off.mjs that takes `score` from builtAt('filter-off').
};

/** Makes every build. */
export const buildAll = async () => {
  for (const [name, { contents, patch }] of Object.entries(BUILDS))
    await build({
      stdin: { contents, resolveDir: root, loader: 'ts' },
      outfile: `${folder}/${name}.mjs`,
      bundle: true,
      format: 'esm',
      platform: 'neutral',
      mainFields: ['module', 'main'],
      target: 'es2022',
      logLevel: 'warning',
      plugins: patch === undefined ? [] : [patched(patch)],
    });
};
