import { Buffer } from 'node:buffer';

/** Text that is written by blocks, in one buffer that is used again. */
export interface TextBlock {
  /** Adds a text, which may be known to be ASCII: that is encoded faster. */
  readonly add: (text: string, isAscii: boolean) => void;
  /** Whether there is so much that it should be taken. */
  readonly isFull: () => boolean;
  /** What was added since the last time; the bytes hold until the next text is added. */
  readonly take: () => Buffer;
}

/** Texts are put together to this length before they are encoded: many short ones cost more. */
const PART = 16384;

/** The most bytes that UTF-8 needs for a UTF-16 unit. */
const WIDEST = 3;

/** A block that is full with `blockBytes`; it grows for a single text that is longer. */
export const textBlock = (blockBytes: number): TextBlock => {
  let bytes = Buffer.allocUnsafe(blockBytes + WIDEST * PART);
  let used = 0;
  let part = '';
  let isPartAscii = true;
  const encode = (): void => {
    const most = used + WIDEST * part.length;
    if (most > bytes.length) {
      const grown = Buffer.allocUnsafe(most);
      bytes.copy(grown, 0, 0, used);
      bytes = grown;
    }
    used += bytes.write(part, used, isPartAscii ? 'latin1' : 'utf8');
    part = '';
    isPartAscii = true;
  };
  return {
    add: (text, isAscii) => {
      part += text;
      if (!isAscii) isPartAscii = false;
      if (part.length >= PART) encode();
    },
    isFull: () => used + part.length >= blockBytes,
    take: () => {
      encode();
      const taken = bytes.subarray(0, used);
      used = 0;
      return taken;
    },
  };
};
