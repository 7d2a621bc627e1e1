// What the rows over a file have in common.
import { closeSync, openSync, readSync } from 'node:fs';
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

/** The last line of a row: how much it did, and the most memory that it ever had. */
export const report = (more) => {
  const peakMiB = process.resourceUsage().maxRSS / 1024;
  console.log(JSON.stringify({ ...more, peakMiB }));
  process.exit(0);
};
