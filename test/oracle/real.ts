import {
  add as addFractions,
  choose,
  compare as compareFractions,
  decimalText,
  divide as divideFractions,
  exactText,
  type Fraction,
  fraction,
  isZero,
  type Mode,
  multiply as multiplyFractions,
  negate as negateFraction,
  ONE,
  power,
  round as roundFraction,
  sum,
  ZERO,
} from './fraction.js';

/**
 * A number of the oracle: a fraction; a sum of fractions times fractional powers of fractions, exact too; or
 * what came of a root of such a sum, naively: a fraction good to 50 digits.
 */
export type Real =
  | { readonly is: 'fraction'; readonly value: Fraction }
  /** No two of the powers are a fraction times one another, so no such sum is zero. */
  | { readonly is: 'sum'; readonly terms: readonly Term[] }
  | { readonly is: 'near'; readonly value: Fraction };

/** A fraction, not zero, times powers. */
interface Term {
  readonly times: Fraction;
  readonly factors: readonly Factor[];
}

/** `base ^ exponent`, the base above zero. */
interface Factor {
  readonly base: Fraction;
  readonly exponent: Fraction;
}

/** Thrown where the oracle cannot tell: two numbers that agree to 50 digits, and no exact ones. */
export class TooNear extends Error {}

const DIGITS = 60n;

export const real = (value: Fraction): Real => ({ is: 'fraction', value });

const isFraction = (a: Real, value: Fraction): boolean =>
  a.is === 'fraction' && compareFractions(a.value, value) === 0;

/** The whole q-th root, cut off, by bisection. */
const wholeRoot = (a: bigint, q: bigint): bigint => {
  let low = 0n;
  let high = 1n;
  while (high ** q <= a) high *= 2n;
  while (high - low > 1n) {
    const middle = (low + high) / 2n;
    if (middle ** q <= a) low = middle;
    else high = middle;
  }
  return low;
};

const commonDenominator = (factors: readonly Factor[]): bigint =>
  factors.reduce((all, { exponent }) => all * (exponent.d / gcd(all, exponent.d)), 1n);

const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? a : gcd(b, a % b));

/** The product to the power `q`, by which every exponent becomes whole. */
const raised = (factors: readonly Factor[], q: bigint): Fraction =>
  factors.reduce(
    (product, { base, exponent }) =>
      multiplyFractions(product, power(base, exponent.n * (q / exponent.d))),
    ONE,
  );

/** The product as a fraction, where it is one. */
const evenly = (factors: readonly Factor[]): Fraction | undefined => {
  const q = commonDenominator(factors);
  const { n, d } = raised(factors, q);
  const root = fraction(wholeRoot(n, q), wholeRoot(d, q));
  return compareFractions(power(root, q), { n, d }) === 0 ? root : undefined;
};

const scaled = (factors: readonly Factor[], by: Fraction): readonly Factor[] =>
  factors.map(({ base, exponent }) => ({ base, exponent: multiplyFractions(exponent, by) }));

const inverse = (factors: readonly Factor[]): readonly Factor[] =>
  scaled(factors, negateFraction(ONE));

/** A sum, what is alike in it put together. */
const collected = (terms: readonly Term[]): Real => {
  const alike: Term[] = [];
  for (const { times, factors } of terms) {
    const whole = evenly(factors);
    const term = whole === undefined ? factors : [];
    let added = whole === undefined ? times : multiplyFractions(times, whole);
    let kept = term;
    for (const [at, other] of alike.entries()) {
      const ratio = evenly([...term, ...inverse(other.factors)]);
      if (ratio === undefined) continue;
      added = addFractions(other.times, multiplyFractions(added, ratio));
      kept = other.factors;
      alike.splice(at, 1);
      break;
    }
    if (!isZero(added)) alike.push({ times: added, factors: kept });
  }
  return alike.every(({ factors }) => factors.length === 0)
    ? real(sum(alike.map(({ times }) => times)))
    : { is: 'sum', terms: alike };
};

/** The terms of what is exact. */
const termsOf = (a: Real): readonly Term[] | undefined => {
  if (a.is === 'sum') return a.terms;
  if (a.is === 'near') return undefined;
  return isZero(a.value) ? [] : [{ times: a.value, factors: [] }];
};

/** All factors of a single term above zero. */
const factorsOf = (a: Real): readonly Factor[] | undefined => {
  const [only, second] = termsOf(a) ?? [];
  if (only === undefined || second !== undefined || only.times.n <= 0n) return undefined;
  return [{ base: only.times, exponent: ONE }, ...only.factors];
};

/** The product to 60 digits before or after the point. */
const nearly = (factors: readonly Factor[]): Fraction => {
  const q = commonDenominator(factors);
  const { n, d } = raised(factors, q);
  let scale = 10n ** DIGITS;
  while (scale ** q * n < d * 10n ** (DIGITS * q)) scale *= 10n ** DIGITS;
  return fraction(wholeRoot((n * scale ** q) / d, q), scale);
};

const near = (a: Real): Fraction =>
  a.is === 'sum'
    ? sum(a.terms.map(({ times, factors }) => multiplyFractions(times, nearly(factors))))
    : a.value;

/** No more digits than it is good for: they would double with every product. */
const nearReal = (value: Fraction): Real => {
  let scale = 10n ** (2n * DIGITS);
  while (value.n !== 0n && (value.n < 0n ? -value.n : value.n) * scale < value.d * 10n ** DIGITS)
    scale *= 10n ** DIGITS;
  return { is: 'near', value: fraction((value.n * scale) / value.d, scale) };
};

export const add = (a: Real, b: Real): Real => {
  if (a.is === 'fraction' && b.is === 'fraction') return real(addFractions(a.value, b.value));
  const [left, right] = [termsOf(a), termsOf(b)];
  return left === undefined || right === undefined
    ? nearReal(addFractions(near(a), near(b)))
    : collected([...left, ...right]);
};

export const negate = (a: Real): Real => multiply(real(negateFraction(ONE)), a);

export const multiply = (a: Real, b: Real): Real => {
  if (a.is === 'fraction' && b.is === 'fraction') return real(multiplyFractions(a.value, b.value));
  if (isFraction(a, ZERO) || isFraction(b, ZERO)) return real(ZERO);
  const [left, right] = [termsOf(a), termsOf(b)];
  if (left === undefined || right === undefined)
    return nearReal(multiplyFractions(near(a), near(b)));
  return collected(
    left.flatMap((one) =>
      right.map((other) => ({
        times: multiplyFractions(one.times, other.times),
        factors: [...one.factors, ...other.factors],
      })),
    ),
  );
};

/** `a` to a fractional power, `a` above zero. */
export const raise = (a: Real, exponent: Fraction): Real => {
  if (compareFractions(exponent, ONE) === 0) return a;
  const factors = factorsOf(a);
  if (factors !== undefined) return collected([{ times: ONE, factors: scaled(factors, exponent) }]);
  return nearReal(nearly([{ base: near(a), exponent }]));
};

/** Undefined for a division by zero. */
export const divide = (a: Real, b: Real): Real | undefined => {
  const side = sign(b);
  if (side === 0) return undefined;
  const positive = side < 0 ? negate(b) : b;
  return multiply(side < 0 ? negate(a) : a, raise(positive, negateFraction(ONE)));
};

/** -1, 0 or 1; @throws TooNear where 50 digits do not tell. */
export const compare = (a: Real, b: Real): number => {
  if (a.is === 'fraction' && b.is === 'fraction') return compareFractions(a.value, b.value);
  const [left, right] = [factorsOf(a), factorsOf(b)];
  if (left !== undefined && right !== undefined) {
    const quotient = [...left, ...inverse(right)];
    return compareFractions(raised(quotient, commonDenominator(quotient)), ONE);
  }
  const difference = add(a, negate(b));
  if (difference.is === 'fraction') return compareFractions(difference.value, ZERO);
  const value = near(difference);
  const size = value.n < 0n ? negateFraction(value) : value;
  if (compareFractions(size, fraction(1n, 10n ** 50n)) < 0) throw new TooNear('equal to 50 digits');
  return value.n < 0n ? -1 : 1;
};

export const sign = (a: Real): number => {
  const [only, second] = termsOf(a) ?? [];
  if (only !== undefined && second === undefined) return only.times.n < 0n ? -1 : 1;
  return compare(a, real(ZERO));
};

/** To a multiple of `step`: the whole number below is guessed, then set right by comparing. */
export const round = (a: Real, step: Fraction, mode: Mode): Fraction => {
  if (a.is === 'fraction') return roundFraction(a.value, step, mode);
  const at = (steps: Fraction): Real => real(multiplyFractions(steps, step));
  let below = roundFraction(divideFractions(near(a), step), ONE, 'floor').n;
  while (compare(a, at(fraction(below))) < 0) below -= 1n;
  while (compare(a, at(fraction(below + 1n))) >= 0) below += 1n;
  const side = compare(a, at(addFractions(fraction(below), fraction(1n, 2n))));
  return multiplyFractions(fraction(choose(below, side, mode)), step);
};

/** The remainder, with the sign of `a`; undefined for a division by zero. */
export const remainder = (a: Real, b: Real): Real | undefined => {
  const quotient = divide(a, b);
  if (quotient === undefined) return undefined;
  return add(a, negate(multiply(b, real(round(quotient, ONE, 'down')))));
};

/** Exact text; `~` and 40 places of what is no fraction; `about` and 40 places of what may be one or not. */
export const realText = (a: Real): string => {
  if (a.is === 'fraction') return exactText(a.value);
  return `${a.is === 'sum' ? '~' : 'about '}${decimalText(near(a), 40)}`;
};
