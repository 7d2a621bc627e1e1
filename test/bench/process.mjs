// Processes of the benchmark's own scripts, one after the other.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));

/** Starts a script and waits for it. @returns what its last line of output says, as JSON, and its wall time */
export const runScript = (script, given, flags = []) =>
  new Promise((resolve, reject) => {
    const pairs = Object.entries(given).flatMap(([name, value]) => [`--${name}`, String(value)]);
    const from = performance.now();
    const child = spawn(process.execPath, [...flags, `${here}${script}`, ...pairs], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let text = '';
    child.stdout.setEncoding('utf8').on('data', (part) => {
      text += part;
    });
    child.on('error', reject);
    child.on('close', (code) => {
      const milliseconds = performance.now() - from;
      if (code !== 0) {
        reject(new Error(`${script} ${pairs.join(' ')} ended with ${code}`));
        return;
      }
      const last = text.trimEnd().split('\n').at(-1) ?? '';
      resolve({ milliseconds, ...(last === '' ? {} : JSON.parse(last)) });
    });
  });

const sorted = (numbers) => [...numbers].sort((a, b) => a - b);

/** Median, least and greatest. */
export const spread = (numbers) => {
  const list = sorted(numbers);
  const middle = list.length >> 1;
  const median = list.length % 2 === 1 ? list[middle] : (list[middle - 1] + list[middle]) / 2;
  return { median, min: list[0], max: list.at(-1) };
};

/**
 * Two things measured in turn, so often; which of them goes first changes with each pair. `areAtOnce`: both of a
 * pair at the same time, in half of it.
 *
 * @returns the ratio of the first to the second, by median and range, and the medians themselves
 */
export const inTurn = async (pairs, first, second, areAtOnce = false) => {
  const found = [[], []];
  for (let i = 0; i < pairs; i++) {
    const both = areAtOnce
      ? await Promise.all([first(), second()])
      : i % 2 === 0
        ? [await first(), await second()]
        : [await second(), await first()].reverse();
    both.forEach((value, at) => found[at].push(value));
  }
  const [a, b] = found;
  return {
    ratio: spread(a.map((value, i) => value / b[i])),
    first: spread(a).median,
    second: spread(b).median,
  };
};
