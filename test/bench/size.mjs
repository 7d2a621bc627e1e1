// What the package weighs for a browser, by the budgets in package.json; and what the peers weigh.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

const UNITS = { B: 1, kB: 1000, MB: 1e6 };

const bytesOf = (limit) => {
  const [number, unit] = limit.split(' ');
  return Number(number) * UNITS[unit];
};

/** @returns bytes and budget by name, as `npm run size` measures them */
export const ownSizes = (root) => {
  // A size over its budget ends it with 1: that is for the gates to say.
  const { stdout } = spawnSync('npm', ['run', '--silent', 'size', '--', '--json'], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const budgets = JSON.parse(readFileSync(`${root}package.json`, 'utf8'))['size-limit'];
  return Object.fromEntries(
    JSON.parse(stdout).map(({ name, size }) => {
      const { limit } = budgets.find((budget) => budget.name === name);
      return [name, { bytes: size, limit: bytesOf(limit) }];
    }),
  );
};

/** Peers that a browser could load. */
const PEERS = ['json-logic-js', 'json-logic-engine', 'json-rules-engine', 'decimal.js'];

/** @returns bytes by name: bundled, minified, compressed, with everything they need */
export const peerSizes = async () => {
  const sizes = {};
  for (const name of PEERS) {
    const { outputFiles } = await build({
      stdin: {
        contents: `export * from '${name}'; export { default } from '${name}';`,
        resolveDir: fileURLToPath(new URL('.', import.meta.url)),
      },
      bundle: true,
      minify: true,
      format: 'esm',
      write: false,
      logLevel: 'silent',
    });
    sizes[name] = gzipSync(outputFiles[0].contents, { level: 9 }).length;
  }
  return sizes;
};
