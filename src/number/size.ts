import { addExact, type Exact, isRational, multiplyExact } from './exact.js';
import { type Rational, type Shares, sharedSum, sum, weightedSum, ZERO } from './rational.js';

/**
 * Bits that the numerator and the denominator of a value may have. Evidence has some fifty; a mean of a
 * thousand quotients stays below. Beyond it lies only what multiplies itself, and that grows without bound.
 */
export const SIZE_BITS = 65_536;

const LARGEST = 1n << BigInt(SIZE_BITS);
const LEAST = -LARGEST;

/**
 * Values made from values that are known by enclosures alone: each asks the one before for more precision, so that
 * the cost of a decision grows with every step.
 */
const DEEPEST = 32;

/** Whether a fraction has outgrown `SIZE_BITS`, or an irrational lies deeper than `DEEPEST`. */
export const isTooLarge = (value: Exact): boolean =>
  isRational(value)
    ? value.d > LARGEST || value.n > LARGEST || value.n < LEAST
    : value.depth > DEEPEST;

/** Bits of a fraction, and how many of them, whose sum or weighted sum cannot outgrow `SIZE_BITS` on the way. */
const LARGEST_SHORT = 1n << 128n;
const LEAST_SHORT = -LARGEST_SHORT;
const FEW = 128;

const isShort = (value: Exact): value is Rational =>
  isRational(value) &&
  value.d <= LARGEST_SHORT &&
  value.n <= LARGEST_SHORT &&
  value.n >= LEAST_SHORT;

const areShort = (values: readonly Exact[]): values is readonly Rational[] =>
  values.length <= FEW && values.every(isShort);

/** Sum of all values; undefined as soon as it outgrows `SIZE_BITS`, so that a long sum costs bounded time. */
export const sumWithin = (values: readonly Exact[]): Exact | undefined => {
  if (areShort(values)) return sum(values);
  let total: Exact = ZERO;
  for (const value of values) {
    total = addExact(total, value);
    if (isTooLarge(total)) return undefined;
  }
  return total;
};

/** A value with its weight. */
interface Part {
  readonly weight: Rational;
  readonly value: Exact;
}

const arePartsShort = (
  parts: readonly Part[],
): parts is readonly (Part & { readonly value: Rational })[] =>
  parts.length <= FEW && parts.every(({ weight, value }) => isShort(weight) && isShort(value));

/** The sum of products of which only some are fractions; these are added at once. */
const mixedSumWithin = (parts: readonly Part[]): Exact | undefined => {
  const fractions: (Part & { readonly value: Rational })[] = [];
  const others: Exact[] = [];
  for (const { weight, value } of parts) {
    if (isRational(value)) fractions.push({ weight, value });
    else others.push(multiplyExact(weight, value));
  }
  if (!arePartsShort(fractions)) return undefined;
  return sumWithin([weightedSum(fractions), ...others]);
};

/** Sum of weight * value; undefined as soon as it outgrows `SIZE_BITS`. */
export const weightedSumWithin = (parts: readonly Part[]): Exact | undefined => {
  if (arePartsShort(parts)) return weightedSum(parts);
  const isRadical = ({ value }: Part): boolean => isRational(value) || value.terms !== undefined;
  const mixed = parts.every(isRadical) ? mixedSumWithin(parts) : undefined;
  return mixed ?? sumWithin(parts.map(({ weight, value }) => multiplyExact(weight, value)));
};

/**
 * As `weightedSumWithin`, with the weights over one divisor as well.
 *
 * @param shares - the weights of `parts`
 */
export const sharedSumWithin = (parts: readonly Part[], shares: Shares): Exact | undefined =>
  arePartsShort(parts) ? sharedSum(parts, shares) : weightedSumWithin(parts);
