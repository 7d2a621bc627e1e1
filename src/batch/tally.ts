import type { Status } from '../evaluate/scorecard.js';
import type { BatchCounts } from './format.js';

/** Counts that go up. */
export type Tally = {
  -readonly [key in keyof Omit<BatchCounts, 'byStatus'>]: number;
} & { readonly byStatus: Record<Status, number> };

/** Nothing counted yet. */
export const emptyTally = (): Tally => ({
  lines: 0,
  scored: 0,
  refused: 0,
  blank: 0,
  byStatus: { final: 0, provisional: 0, void: 0 },
});

/** Adds what another has counted. */
export const addTally = (
  tally: Tally,
  { lines, scored, refused, blank, byStatus }: BatchCounts,
): void => {
  tally.lines += lines;
  tally.scored += scored;
  tally.refused += refused;
  tally.blank += blank;
  tally.byStatus.final += byStatus.final;
  tally.byStatus.provisional += byStatus.provisional;
  tally.byStatus.void += byStatus.void;
};
