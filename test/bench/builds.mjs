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

/** The places in which a build differs: in `file`, `by` takes the place of `text`. */
const patched = (patches) => ({
  name: 'patched',
  setup: (builder) => {
    for (const { file, text, by } of patches) {
      builder.onLoad(
        { filter: new RegExp(`/src/${file.replaceAll('.', '\\.')}$`) },
        async ({ path }) => {
          const source = await readFile(path, 'utf8');
          if (!source.includes(text)) throw new Error(`${file} has no \`${text}\` any more`);
          return { contents: source.replace(text, by), loader: 'ts' };
        },
      );
    }
  },
});

const BUILDS = {
  /** Counts in `globalThis.refereed` how many subjects the exact evaluator was asked for. */
  counted: {
    contents: "export * from './src/index.ts';",
    patches: [
      {
        file: 'evaluate/run.ts',
        text: 'const memory = makeMemory(layout.slots.length, layout.tables.length, isLean);',
        by: '$&\n  (globalThis as { refereed?: number }).refereed = ((globalThis as { refereed?: number }).refereed ?? 0) + 1;',
      },
    ],
  },
  /** The first stage of a compilation alone: what every compilation has to do before its own work. */
  reading: {
    contents:
      "export { readPolicy } from './src/policy/read.ts'; export { digest } from './src/json.ts';",
  },
  /** The filter as it is; what stands beside the next one, built alike. */
  'filter-on': { contents: "export * from './src/index.ts';" },
  /** No decision is tested: each falls as the double has it, and nobody is sent to the exact evaluator. */
  'filter-off': {
    contents: "export * from './src/index.ts';",
    patches: [
      {
        file: 'fast/decision.ts',
        text: 'isSure = past > y || past < -y;',
        by: 'isSure = true;',
      },
      {
        file: 'fast/apart.ts',
        text: 'export const SLACK = 64;',
        by: 'export const SLACK = 0;',
      },
      {
        file: 'evaluate/fast.ts',
        text: 'return sum === 0;',
        by: 'return true;',
      },
    ],
  },
};

/** Makes every build. */
export const buildAll = () =>
  Promise.all(
    Object.entries(BUILDS).map(([name, { contents, patches = [] }]) =>
      build({
        stdin: { contents, resolveDir: root, loader: 'ts' },
        outfile: `${folder}/${name}.mjs`,
        bundle: true,
        format: 'esm',
        platform: 'neutral',
        mainFields: ['module', 'main'],
        target: 'es2022',
        logLevel: 'warning',
        plugins: [patched(patches)],
      }),
    ),
  );
