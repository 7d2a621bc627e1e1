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

export const perMillion = (part, whole) => (part / whole) * 1e6;

/** Does what needs no quiet machine on both of its cores. */
export const atOnce = async (works) => {
  const left = [...works];
  const next = async () => {
    for (let work = left.shift(); work !== undefined; work = left.shift()) await work();
  };
  await Promise.all([next(), next()]);
};

/** A list in pieces of two. */
export const inTwos = (list) =>
  Array.from({ length: Math.ceil(list.length / 2) }, (_, i) => list.slice(2 * i, 2 * i + 2));

/**
 * One or two things measured in turn with another, so often: the other between the two, so that each stands beside it.
 * What comes first changes from pass to pass. `areAtOnce`: each at the same time as the other, in half of the time.
 *
 * @returns for each thing a list of what it gave and the other beside it: `[own, base]` for every pass
 */
export const inTurn = async (passes, things, base, areAtOnce = false) => {
  const found = things.map(() => []);
  for (let pass = 0; pass < passes; pass++) {
    if (areAtOnce) {
      for (const [i, thing] of things.entries())
        found[i].push(await Promise.all([thing(), base()]));
      continue;
    }
    const [first, last] = things;
    const order = [first, base, ...(last === undefined ? [] : [last])];
    const given = new Map();
    for (const each of pass % 2 === 0 ? order : order.reverse()) given.set(each, await each());
    for (const [i, thing] of things.entries()) found[i].push([given.get(thing), given.get(base)]);
  }
  return found;
};

/** The ratio of a thing to the other, by median and range, and the medians themselves, of what `read` takes. */
export const compared = (pairs, read) => {
  const both = pairs.map(([own, base]) => [read(own), read(base)]);
  return {
    ratio: spread(both.map(([own, base]) => own / base)),
    pairs: pairs.length,
    first: spread(both.map(([own]) => own)).median,
    second: spread(both.map(([, base]) => base)).median,
  };
};
