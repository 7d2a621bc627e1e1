import type { Derived } from '../indicator/contract.js';
import {
  add,
  equal,
  minimum,
  multiply,
  ONE,
  type Rational,
  rational,
  ZERO,
} from '../number/rational.js';
import { type Cell, isAbsent, type Slot } from '../slot.js';

/**
 * How much of a value rests on evidence, as shares in [0, 1].
 *
 * INVARIANT: provenance <= evidence
 */
export interface Support {
  /** The share that evidence gave, and that no rule assumed. */
  readonly evidence: Rational;
  /** The share that evidence gave and for which somebody, or some record, vouches. */
  readonly provenance: Rational;
}

/** A value that rests wholly on evidence with provenance, or on nothing that evidence could give. */
export const FULL: Support = { evidence: ONE, provenance: ONE };

/** A value that evidence gave without saying where it comes from. */
export const UNTRACED: Support = { evidence: ONE, provenance: ZERO };

/** A value that no evidence gave. */
export const NONE: Support = { evidence: ZERO, provenance: ZERO };

/** The support of a cell: none for an absent one, full where it does not apply. */
export const supportOf = (cell: Cell, support: Support): Support => {
  if (!isAbsent(cell)) return support;
  return cell.absent === 'not-applicable' ? FULL : NONE;
};

const least = (a: Support, b: Support): Support => {
  if (a === b || b === FULL) return a;
  if (a === FULL) return b;
  return {
    evidence: minimum(a.evidence, b.evidence),
    provenance: minimum(a.provenance, b.provenance),
  };
};

/** total + share * part */
const plus = (total: Support, share: Rational, part: Support): Support => {
  const evidence = add(total.evidence, multiply(share, part.evidence));
  // Evidence without any provenance, and evidence wholly with it, cost no arithmetic of their own.
  if (part.provenance === ZERO) return { evidence, provenance: total.provenance };
  if (part.provenance === part.evidence && total.provenance === total.evidence)
    return { evidence, provenance: evidence };
  return { evidence, provenance: add(total.provenance, multiply(share, part.provenance)) };
};

/** The mean of the supports of a value's rows; full for no rows. */
export const meanSupport = (supports: readonly Support[]): Support => {
  const [only] = supports;
  if (only === undefined) return FULL;
  const share = rational(1n, BigInt(supports.length));
  return supports.length === 1 ? only : supports.reduce((a, b) => plus(a, share, b), NONE);
};

/** The support of a slot, at a row for a column. */
export type SupportAt = (slot: Slot, row: number | undefined) => Support;

/**
 * sum(share * support); shares of neighbours that have one support are added up first, equal ones, such as those of rows,
 * counted. Shares that come to the whole of one support are that support itself, of which others can tell that it is the same.
 */
const sharedSupport = (readings: Derived['readings'], at: SupportAt): Support => {
  let total = NONE;
  let support = NONE;
  let shares = ZERO;
  let share = ZERO;
  let count = 0;
  const countIn = (): void => {
    const more = count === 1 ? share : multiply(share, rational(BigInt(count)));
    shares = shares === ZERO ? more : add(shares, more);
    count = 0;
  };
  const close = (): void => {
    if (count > 0) countIn();
    if (total === NONE && equal(shares, ONE)) total = support;
    else if (shares !== ZERO) total = plus(total, shares, support);
    shares = ZERO;
  };
  for (const reading of readings) {
    if (reading.share === undefined) continue;
    const found = at(reading.slot, reading.row);
    if (found !== support) {
      close();
      support = found;
    } else if (reading.share !== share && count > 0) countIn();
    share = reading.share;
    count += 1;
  }
  close();
  return total;
};

const isShared = (readings: Derived['readings']): boolean => {
  for (const { share } of readings) if (share !== undefined) return true;
  return false;
};

const leastSupport = (readings: Derived['readings'], at: SupportAt): Support => {
  let found = FULL;
  for (const { slot, row } of readings) found = least(found, at(slot, row));
  return found;
};

/**
 * How much a derived value rests on evidence.
 *
 * Where readings have shares: sum(share * support). Otherwise the least of what was read. What the
 * amounts of adjustments read lowers it to the least of theirs.
 */
export const supportOfDerived = (
  { readings }: Derived,
  amounts: readonly Slot[],
  at: SupportAt,
  row: number | undefined,
): Support => {
  let found = isShared(readings) ? sharedSupport(readings, at) : leastSupport(readings, at);
  for (const slot of amounts) found = least(found, at(slot, row));
  return found;
};
