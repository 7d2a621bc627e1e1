import { rmSync } from 'node:fs';
import { defineConfig, type Options } from 'tsup';

// Cleaned here and not by tsup: the two builds run side by side and one would delete the other's files.
rmSync('dist', { recursive: true, force: true });

const shared: Options = {
  entry: ['src/index.ts', 'src/kind.ts'],
  target: 'es2022',
  platform: 'neutral',
  dts: true,
  treeshake: true,
  esbuildOptions: (options) => {
    options.mainFields = ['module', 'main'];
  },
};

// Its UMD entry, which bundlers take for Node, breaks when it is bundled again: both builds carry it.
const carried = ['jsonc-parser'];

export default defineConfig([
  { ...shared, format: 'esm', noExternal: carried },
  // ESM-only packages cannot be required before Node 22, so the CommonJS build carries them.
  { ...shared, format: 'cjs', noExternal: [...carried, 'canonicalize', /^@noble\/hashes/] },
]);
