import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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
    // Named numbers become numbers: a hot loop then has no constant to load.
    options.minifySyntax = true;
  },
};

// Both builds carry these: the first has a UMD entry that bundlers take for Node and that breaks when it is bundled again;
// of the second, Node would read some 140 modules, all its languages among them, where a tenth is used.
const carried = ['jsonc-parser', /^zod/];

// ESM-only packages cannot be required before Node 22, so the CommonJS build carries them too.
const carriedByCommonJs = ['canonicalize', /^@noble\/hashes/];

/** The licences of all that is carried, whose authors ask for that. */
const writeLicenses = (): void => {
  const texts = ['jsonc-parser', 'zod', 'canonicalize', '@noble/hashes'].map((name) => {
    const folder = `node_modules/${name}`;
    const file = readdirSync(folder).find((each) => each.startsWith('LICENSE'));
    if (file === undefined) throw new Error(`${name} has no licence`);
    return `${name}\n\n${readFileSync(`${folder}/${file}`, 'utf8').trim()}\n`;
  });
  writeFileSync('dist/LICENSES.txt', texts.join('\n'));
};

/** The JSON Schema of a policy, as the build itself gives it. */
const writeSchema = async (): Promise<void> => {
  const built = (await import(pathToFileURL('dist/index.js').href)) as {
    readonly policyJsonSchema: () => unknown;
  };
  const text = `${JSON.stringify(built.policyJsonSchema(), null, 2)}\n`;
  writeFileSync('dist/policy.schema.json', text);
  writeLicenses();
};

export default defineConfig([
  { ...shared, format: 'esm', noExternal: carried, onSuccess: writeSchema },
  {
    ...shared,
    format: 'cjs',
    define: { 'import.meta.url': 'undefined' },
    noExternal: [...carried, ...carriedByCommonJs],
  },
]);
