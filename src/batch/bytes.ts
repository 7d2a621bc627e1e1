import { Buffer } from 'node:buffer';
import { readSync, writeSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { types } from 'node:util';

/** Bytes that come in chunks of any size, such as a stream of Node or of the web. */
export type ByteSource = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

/** Puts the next bytes of an input into `bytes` from `at` on. @returns how many; 0 at its end */
export type Fill = (bytes: Buffer, at: number) => Promise<number>;

/** An input that is read from its beginning to its end. */
interface Bytes {
  readonly fill: Fill;
  /** Lets the input go. */
  readonly close: () => Promise<void>;
}

/** Lets the event loop have its turn. */
const turn = (): Promise<void> =>
  new Promise((resolve) => {
    setImmediate(resolve);
  });

/**
 * The bytes of an open file, or of a pipe or device that is named as one. A file is read by this thread, with a turn of the
 * event loop before each block: a read takes far less than the lines of its block, and less than its way through another thread.
 */
export const bytesOf = async (file: FileHandle): Promise<Fill> => {
  const isFile = (await file.stat()).isFile();
  if (!isFile)
    return async (bytes, at) => (await file.read(bytes, at, bytes.length - at)).bytesRead;
  return async (bytes, at) => {
    await turn();
    return readSync(file.fd, bytes, at, bytes.length - at, null);
  };
};

/** Puts bytes at the end of an open file, whole, or of a pipe or device that is named as one. */
export const writerTo = async (file: FileHandle): Promise<(block: Uint8Array) => Promise<void>> => {
  const isFile = (await file.stat()).isFile();
  return async (block) => {
    for (let at = 0; at < block.length; )
      at += isFile
        ? writeSync(file.fd, block, at, block.length - at)
        : (await file.write(block, at, block.length - at)).bytesWritten;
  };
};

/** The bytes of a source; a chunk is asked for when the one before is used up. @throws TypeError for other chunks */
export const chunksOf = (source: ByteSource): Bytes => {
  const iterator =
    Symbol.asyncIterator in source ? source[Symbol.asyncIterator]() : source[Symbol.iterator]();
  let chunk: Uint8Array = Buffer.alloc(0);
  return {
    fill: async (bytes, at) => {
      while (chunk.length === 0) {
        const next: IteratorResult<unknown, unknown> = await iterator.next();
        if (next.done === true) return 0;
        if (!types.isUint8Array(next.value))
          throw new TypeError('a source of lines gives bytes: leave its encoding unset');
        chunk = next.value;
      }
      const count = Math.min(chunk.length, bytes.length - at);
      bytes.set(chunk.subarray(0, count), at);
      chunk = chunk.subarray(count);
      return count;
    },
    close: async () => {
      await iterator.return?.();
    },
  };
};

/** The bytes of a file or of a source. */
export const openBytes = async (given: string | URL | ByteSource): Promise<Bytes> => {
  if (typeof given !== 'string' && !(given instanceof URL)) return chunksOf(given);
  const file = await open(given, 'r');
  return { fill: await bytesOf(file), close: () => file.close() };
};
