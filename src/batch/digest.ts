import { createHash } from 'node:crypto';

/** Bytes of one piece: what one thread takes at a time, and what is digested by itself. */
export const PIECE_BYTES = 1_048_576;

/** The SHA-256 of one piece. */
export const pieceDigest = (bytes: Uint8Array): Uint8Array =>
  createHash('sha256').update(bytes).digest();

/** The digest of bytes that come one after another. */
export interface PiecesDigest {
  /** The next bytes, whole pieces or not. */
  readonly update: (bytes: Uint8Array) => void;
  /** The SHA-256 of the next piece, where that was taken elsewhere. */
  readonly add: (piece: Uint8Array) => void;
  readonly digest: () => string;
}

/**
 * The digest of a file in pieces, so that several threads can compute it: the SHA-256 of the SHA-256 of every piece of
 * 1 MiB, one after another; the last piece may be shorter.
 *
 * Source: FIPS 180-4
 * @returns `sha256-1MiB:` and 64 hexadecimal digits
 */
export const piecesDigest = (pieceBytes = PIECE_BYTES): PiecesDigest => {
  const whole = createHash('sha256');
  let piece = createHash('sha256');
  let filled = 0;
  const close = (): void => {
    whole.update(piece.digest());
    piece = createHash('sha256');
    filled = 0;
  };
  return {
    update: (bytes) => {
      for (let from = 0; from < bytes.length; ) {
        const to = Math.min(bytes.length, from + pieceBytes - filled);
        piece.update(bytes.subarray(from, to));
        filled += to - from;
        from = to;
        if (filled === pieceBytes) close();
      }
    },
    add: (digest) => {
      whole.update(digest);
    },
    digest: () => {
      if (filled > 0) close();
      return `sha256-1MiB:${whole.digest('hex')}`;
    },
  };
};
