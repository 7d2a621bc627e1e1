import { type Cohort } from '../evaluate/cohort.js';
import { frozenBySlot } from '../evaluate/read-cohort.js';
import type { Plan } from '../plan/plan.js';
import { PIECE_BYTES } from './digest.js';
import type { LineOptions } from './score-line.js';

/** With what a batch is scored, besides its lines. */
export interface BatchOptions {
  /** The frozen members that `cohort` indicators compare everybody with; without it they are pending. */
  readonly cohort?: Cohort;
  /**
   * Bytes of one line, without its LF; 16 MiB unless it says otherwise. A longer line is refused, and takes no more memory
   * than this.
   */
  readonly longestLine?: number;
}

/** What tests make small. */
export interface InternalSizes {
  readonly blockBytes?: number;
  readonly pieceBytes?: number;
}

/** Less than the 20,000,000 characters that a document may have. */
const LONGEST_LINE = 16_777_216;

/** Bytes of a block of input or output. */
const BLOCK_BYTES = 1_048_576;

/** The options with their defaults. */
export interface WholeOptions extends LineOptions {
  readonly pieceBytes: number;
}

/**
 * The options to keep to.
 *
 * @throws TypeError for a length that is none
 * @throws ScoringError when the cohort was frozen by another policy
 */
export const optionsWith = (
  plan: Plan,
  { cohort, longestLine = LONGEST_LINE }: BatchOptions,
  { blockBytes = BLOCK_BYTES, pieceBytes = PIECE_BYTES }: InternalSizes = {},
): WholeOptions => {
  if (!Number.isSafeInteger(longestLine) || longestLine < 1)
    throw new TypeError('`longestLine` is a whole number of bytes, at least 1');
  frozenBySlot(plan, cohort);
  return { blockBytes, pieceBytes, longestLine, ...(cohort === undefined ? {} : { cohort }) };
};
