import { Buffer, isAscii, isUtf8 } from 'node:buffer';

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf];

/** Why a line has no text. */
export type LineDefect = 'batch.line_too_long' | 'batch.encoding';

/** The bytes of a line, without its end; there are none where it is blank. They hold until the next one. */
export interface LineBytes {
  bytes: Buffer;
  from: number;
  to: number;
  isAscii: boolean;
  readonly textAt: (from: number, to: number) => string;
}

/** The text of a line without a defect. */
export const textIn = ({ bytes, from, to, isAscii: plain }: LineBytes): string =>
  bytes.toString(plain ? 'latin1' : 'utf8', from, to);

/** What is told each line: its number, its bytes, and why these are no text. @returns whether to go on with the next */
export type TakeLine = (
  line: number,
  bytes: Readonly<LineBytes>,
  defect: LineDefect | undefined,
) => boolean;

/** Lines of bytes that come in blocks, in one buffer that is used again. */
interface LineReader {
  /** Where the next bytes are put: into `bytes` from `at` on, as many as there is room. */
  readonly room: () => { readonly bytes: Buffer; readonly at: number };
  /** Says that so many bytes were put there; none where the input ends. */
  readonly filled: (count: number) => void;
  /** Hands whole lines over, until one says to wait; whether it did. */
  readonly run: (take: TakeLine) => boolean;
  /** The line that was handed over last, with its end of line. */
  readonly raw: () => Buffer;
  /** Whether that line has an end of line. */
  readonly isEnded: () => boolean;
  /** Whether no line is left. */
  readonly isDone: () => boolean;
}

/** Where a reader begins and ends. */
interface LineRange {
  /** In the input, of the first byte that is put in. */
  readonly offset: number;
  /** How many lines there are before it. */
  readonly before: number;
  /** Lines that begin at this offset or after it are not handed over. */
  readonly until: number;
}

const WHOLE_INPUT: LineRange = { offset: 0, before: 0, until: Infinity };

/** How large the buffer is at first, and a line may be; in bytes. */
export interface LineSizes {
  readonly blockBytes: number;
  readonly longestLine: number;
}

const isBlank = (bytes: Buffer, from: number, to: number): boolean => {
  for (let i = from; i < to; i++) {
    const byte = bytes[i] ?? 0;
    if (byte !== 32 && byte !== 9 && byte !== CARRIAGE_RETURN) return false;
  }
  return true;
};

/**
 * A reader of lines: they end by LF or CRLF, the last one also by the end of the input. A byte order mark before the first is
 * no part of it. A blank line has an empty text. What is longer than `longestLine` without its LF is passed over, and never
 * kept whole.
 *
 * @param buffer - is used, and may be given to the next reader: see `room`
 */
export const readLines = (
  { blockBytes, longestLine }: LineSizes,
  { offset, before, until }: LineRange = WHOLE_INPUT,
  buffer: Buffer = Buffer.allocUnsafe(blockBytes),
): LineReader => {
  let bytes = buffer;
  /** In the input, of the first byte of the buffer. */
  let base = offset;
  /** In the buffer: the line that is read, where its end has been looked for up to, and the end of all. */
  let from = 0;
  let looked = 0;
  let end = 0;
  let line = before;
  let rawFrom = 0;
  let rawTo = 0;
  let isLast = false;
  let isEnded = true;
  /** Whether the line that is read is too long, and its beginning gone. */
  let isPassedOver = false;
  const span: LineBytes = {
    bytes,
    from: 0,
    to: 0,
    isAscii: true,
    textAt: (start, to) => bytes.toString('latin1', start, to),
  };
  /** Up to where not every byte is ASCII, and whether the whole lines of what was put in last are UTF-8. */
  let high = 0;
  let utf8 = false;

  const room = (): { readonly bytes: Buffer; readonly at: number } => {
    if (from > 0) {
      bytes.copyWithin(0, from, end);
      base += from;
      looked -= from;
      high -= from;
      end -= from;
      from = 0;
    }
    if (end > longestLine) {
      // Only that it is too long is kept of the line.
      isPassedOver = true;
      base += end;
      looked = 0;
      high = 0;
      end = 0;
    }
    if (end === bytes.length) {
      const grown = Buffer.allocUnsafe(2 * bytes.length);
      bytes.copy(grown, 0, 0, end);
      bytes = grown;
    }
    return { bytes, at: end };
  };

  const filled = (count: number): void => {
    const fresh = bytes.subarray(end, end + count);
    if (!isAscii(fresh)) high = end + count;
    const whole = fresh.lastIndexOf(LINE_FEED) + 1;
    utf8 = whole > 0 && high > from && isUtf8(bytes.subarray(from, end + whole));
    end += count;
    isLast = count === 0;
  };

  const isMarked = (): boolean =>
    base + from === 0 && BYTE_ORDER_MARK.every((byte, i) => bytes[i] === byte);

  /** Hands over the line that ends at `at`; whether to go on. */
  const hand = (take: TakeLine, at: number): boolean => {
    line += 1;
    span.bytes = bytes;
    span.from = at;
    span.to = at;
    if (isPassedOver || at - from > longestLine) {
      isPassedOver = false;
      return take(line, span, 'batch.line_too_long');
    }
    const start = isMarked() ? from + BYTE_ORDER_MARK.length : from;
    const to = at > start && bytes[at - 1] === CARRIAGE_RETURN ? at - 1 : at;
    if ((bytes[start] ?? 0) <= 32 && isBlank(bytes, start, to)) return take(line, span, undefined);
    span.from = start;
    span.to = to;
    span.isAscii = start >= high;
    const isText = span.isAscii || utf8 || isUtf8(bytes.subarray(start, to));
    return take(line, span, isText ? undefined : 'batch.encoding');
  };

  const isDone = (): boolean =>
    isPassedOver ? false : base + from >= until || (isLast && from === end);

  const run = (take: TakeLine): boolean => {
    while (!isDone()) {
      const found = bytes.indexOf(LINE_FEED, looked);
      // Behind the end stand bytes of before.
      isEnded = found >= 0 && found < end;
      if (!isEnded && !isLast) {
        looked = end;
        return false;
      }
      const at = isEnded ? found : end;
      rawFrom = from;
      rawTo = isEnded ? at + 1 : end;
      const goesOn = hand(take, at);
      from = rawTo;
      looked = from;
      if (!goesOn) return true;
    }
    return false;
  };

  return {
    room,
    filled,
    run,
    raw: () => bytes.subarray(rawFrom, rawTo),
    isEnded: () => isEnded,
    isDone,
  };
};
