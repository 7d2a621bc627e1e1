import { rmSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { defineConfig, type Options } from 'tsup';

// Cleaned here and not by tsup: the two builds run side by side and one would delete the other's files.
rmSync('dist', { recursive: true, force: true });

const shared: Options = {
  entry: ['src/index.ts', 'src/kind.ts', 'src/score.ts', 'src/batch.ts', 'src/batch-worker.ts'],
  target: 'es2022',
  platform: 'neutral',
  // Only src/batch may use Node; what the others use, `npm run typecheck` sees without its types.
  dts: { compilerOptions: { types: ['node'] } },
  // Entries share their modules: one ScoringError, one cache, whichever entry they are taken from.
  splitting: true,
  treeshake: true,
  removeNodeProtocol: false,
  external: [/^node:/],
  esbuildOptions: (options) => {
    options.mainFields = ['module', 'main'];
  },
};

// Its UMD entry, which bundlers take for Node, breaks when it is bundled again: both builds carry it.
const carried = ['jsonc-parser'];

/** The JSON Schema of a policy, as the build itself gives it. */
const writeSchema = async (): Promise<void> => {
  const built = (await import(pathToFileURL('dist/index.js').href)) as {
    readonly policyJsonSchema: () => unknown;
  };
  const text = `${JSON.stringify(built.policyJsonSchema(), null, 2)}\n`;
  writeFileSync('dist/policy.schema.json', text);
};

export default defineConfig([
  { ...shared, format: 'esm', noExternal: carried, onSuccess: writeSchema },
  // ESM-only packages cannot be required before Node 22, so the CommonJS build carries them.
  {
    ...shared,
    format: 'cjs',
    define: { 'import.meta.url': 'undefined' },
    noExternal: [...carried, 'canonicalize', /^@noble\/hashes/],
  },
]);
