import type { Cohort } from '../evaluate/cohort.js';
import type { AcceptedPolicy } from '../plan/accepted.js';
import type { BatchCounts } from './format.js';

/** What a worker thread is given: data alone, for a plan holds functions. */
export interface Job {
  readonly policy: AcceptedPolicy;
  /** The scoring version of whoever gives the job. */
  readonly scoring: number;
  readonly cohort?: Cohort;
  /** The file, open for the whole process, and how long it was then. */
  readonly file: { readonly descriptor: number; readonly bytes: number };
  readonly sizes: {
    readonly blockBytes: number;
    readonly pieceBytes: number;
    readonly longestLine: number;
  };
  /** Which of the workers it is given to. */
  readonly worker: number;
  /** The next piece that nobody has taken; then, for each worker, how many of its blocks are not written yet. */
  readonly control: Int32Array<SharedArrayBuffer>;
  /** Where the worker puts its blocks, one after another and then again from the first. */
  readonly slots: Uint8Array<SharedArrayBuffer>;
  /** By piece: how many lines begin before it; -1 where that is not known yet. */
  readonly linesBefore: BigInt64Array<SharedArrayBuffer>;
}

/** More blocks of one worker than this do not wait to be written. */
export const MOST_WAITING = 4;

/** Bytes of results in one block: several workers have several of them on the way. */
export const MESSAGE_BYTES = 262_144;

/** Bytes of a slot; a block goes beyond what it is full with by one part of text. */
export const SLOT_BYTES = 327_680;

/** A block of results of one piece; with the last one, what the piece came to. */
export interface PieceMessage {
  readonly piece: number;
  /** From where to where it stands in the slots; or the block itself, where a line is longer than a slot. */
  readonly block: { readonly from: number; readonly to: number } | Uint8Array;
  readonly end?: { readonly digest: Uint8Array; readonly counts: BatchCounts };
}

/** How many pieces a file has. */
export const piecesOf = (bytes: number, pieceBytes: number): number =>
  Math.ceil(bytes / pieceBytes);
