import type { Derived } from '../indicator/contract.js';
import { add, minimum, multiply, ONE, type Rational, ZERO } from '../number/rational.js';
import { type Cell, isAbsent, type Slot } from '../slot.js';

/** How much of a value rests on evidence, as shares in [0, 1]. */
export interface Support {
  /** The share that evidence gave, and that no rule assumed. */
  readonly evidence: Rational;
}

/** A value that rests wholly on evidence, or on nothing that evidence could give. */
export const FULL: Support = { evidence: ONE };

/** A value that no evidence gave. */
export const NONE: Support = { evidence: ZERO };

/** The support of a cell: none for an absent one, full where it does not apply. */
export const supportOf = (cell: Cell, support: Support): Support => {
  if (!isAbsent(cell)) return support;
  return cell.absent === 'not-applicable' ? FULL : NONE;
};

const least = (a: Support, b: Support): Support => ({ evidence: minimum(a.evidence, b.evidence) });

const plus = (total: Support, share: Rational, part: Support): Support => ({
  evidence: add(total.evidence, multiply(share, part.evidence)),
});

/** The support of a slot, at a row for a column. */
export type SupportAt = (slot: Slot, row: number | undefined) => Support;

/**
 * How much a derived value rests on evidence.
 *
 * Where readings have shares: sum(share * support). Otherwise the least of what was read. What the
 * amounts of adjustments read lowers it to the least of theirs.
 */
export const supportOfDerived = (
  derived: Derived,
  amounts: readonly Slot[],
  place: { readonly at: SupportAt; readonly row: number | undefined },
): Support => {
  const shared = derived.readings.filter((reading) => reading.share !== undefined);
  const own =
    shared.length > 0
      ? shared.reduce(
          (total, { slot, row, share }) => plus(total, share ?? ZERO, place.at(slot, row)),
          NONE,
        )
      : derived.readings.reduce((found, { slot, row }) => least(found, place.at(slot, row)), FULL);
  return amounts.reduce((found, slot) => least(found, place.at(slot, place.row)), own);
};
