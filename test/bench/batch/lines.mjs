// What the rows over a file have in common.
import { closeSync, openSync, readSync, writeFileSync } from 'node:fs';
import { argument } from '../arguments.mjs';

const BLOCK = 1 << 20;

/** The file to read, the file to write, and what else a row was given. */
export const given = argument(process.argv.slice(2));

/** Reads a file block by block and calls `each` with every line. @returns how many there were */
export const eachLine = (path, each) => {
  const file = openSync(path, 'r');
  let buffer = Buffer.allocUnsafe(BLOCK);
  let kept = 0;
  let lines = 0;
  for (;;) {
    if (kept === buffer.length) buffer = Buffer.concat([buffer], buffer.length * 2);
    const read = readSync(file, buffer, kept, buffer.length - kept, null);
    if (read === 0) break;
    const end = kept + read;
    let from = 0;
    for (;;) {
      const at = buffer.indexOf(10, from);
      if (at < 0 || at >= end) break;
      each(buffer.latin1Slice(from, at));
      lines += 1;
      from = at + 1;
    }
    buffer.copy(buffer, 0, from, end);
    kept = end - from;
  }
  closeSync(file);
  return lines;
};

/** Scores in hundredths and bands, worst first, line by line: where a row is checked; one that is timed keeps none. */
export const kept = given.scores === undefined ? undefined : { cents: [], bands: [] };

export const keep = (cents, band) => {
  if (kept === undefined) return;
  kept.cents.push(cents);
  kept.bands.push(band);
};

/**
 * The last line of a row: how much it did, its work on all threads and the most memory that it ever had, from its start
 * to here. What `keptLater` does after that, where the row is checked, is not of its work.
 */
export const report = async (more, keptLater) => {
  const { user, system } = process.cpuUsage();
  const peakMiB = process.resourceUsage().maxRSS / 1024;
  const later = kept === undefined ? {} : await keptLater?.();
  if (kept !== undefined) writeFileSync(given.scores, JSON.stringify(kept));
  console.log(
    JSON.stringify({ ...more, ...later, cpuMilliseconds: (user + system) / 1000, peakMiB }),
  );
  process.exit(0);
};
