import type { Position } from '../issue.js';

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/** The offset of every line's first character; CRLF, LF and CR each end a line. */
const lineStarts = (text: string): readonly number[] => {
  const starts = [0];
  for (let offset = 0; offset < text.length; offset += 1) {
    const unit = text.charCodeAt(offset);
    const endsLine =
      unit === LINE_FEED || (unit === CARRIAGE_RETURN && text.charCodeAt(offset + 1) !== LINE_FEED);
    if (endsLine) starts.push(offset + 1);
  }
  return starts;
};

/** How many of the ascending `starts` are at or before `offset`. */
const countUpTo = (starts: readonly number[], offset: number): number => {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((starts[middle] ?? Infinity) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
};

/**
 * The line and column, both from 1 and the column in UTF-16 units, of any offset into `text`.
 *
 * The lines are found once, at the first question; each question then takes the logarithm of their number.
 */
export const positionsIn = (text: string): ((offset: number) => Position) => {
  let starts: readonly number[] | undefined;
  return (offset) => {
    starts ??= lineStarts(text);
    const line = countUpTo(starts, offset);
    return { line, column: offset - (starts[line - 1] ?? 0) + 1 };
  };
};
