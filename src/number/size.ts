import { addExact, type Exact, isRational } from './exact.js';
import { ZERO } from './rational.js';

/**
 * Bits that the numerator and the denominator of a value may have. Evidence has some fifty; a mean of a
 * thousand quotients stays below. Beyond it lies only what multiplies itself, and that grows without bound.
 */
export const SIZE_BITS = 65_536;

const LARGEST = 1n << BigInt(SIZE_BITS);

/**
 * Values made from values that are known by enclosures alone: each asks the one before for more precision, so that
 * the cost of a decision grows with every step.
 */
const DEEPEST = 32;

/** Whether a fraction has outgrown `SIZE_BITS`, or an irrational lies deeper than `DEEPEST`. */
export const isTooLarge = (value: Exact): boolean =>
  isRational(value)
    ? value.d > LARGEST || value.n > LARGEST || value.n < -LARGEST
    : value.depth > DEEPEST;

/** Sum of all values; undefined as soon as it outgrows `SIZE_BITS`, so that a long sum costs bounded time. */
export const sumWithin = (values: readonly Exact[]): Exact | undefined => {
  let total: Exact = ZERO;
  for (const value of values) {
    total = addExact(total, value);
    if (isTooLarge(total)) return undefined;
  }
  return total;
};
