import {
  add as addFractions,
  compare as compareFractions,
  exactText,
  type Fraction,
  fraction,
  isZero,
  multiply as multiplyFractions,
  negate as negateFraction,
  ONE,
  sum,
  ZERO,
} from './fraction.js';
import {
  addIntervals,
  Coarse,
  expOf,
  type Interval,
  lnOf,
  multiplyIntervals,
  ofFraction,
  powerOf,
} from './interval.js';
import {
  type Atom,
  type Factor,
  multiplied,
  nameOf,
  other,
  factorsIn,
  inverse,
} from './product.js';

/** A number of the oracle: a fraction, or a sum of fractions times powers. */
export type Real =
  | { readonly is: 'fraction'; readonly value: Fraction }
  /** No two of the powers are a fraction times one another, as far as the oracle sees. */
  | { readonly is: 'sum'; readonly terms: readonly Term[] };

/** A fraction, not zero, times powers. */
export interface Term {
  readonly times: Fraction;
  readonly factors: readonly Factor[];
}

/** Thrown where the oracle cannot tell: two numbers that agree to a thousand digits, not seen to be equal. */
export class TooNear extends Error {}

const DIGITS = [60n, 120n, 240n, 480n, 1000n];

export const real = (value: Fraction): Real => ({ is: 'fraction', value });

export const isFraction = (a: Real, value: Fraction): boolean =>
  a.is === 'fraction' && compareFractions(a.value, value) === 0;

/** A sum, what is alike in it put together. */
export const collected = (terms: readonly Term[]): Real => {
  const alike: Term[] = [];
  for (const { times, factors } of terms) {
    const term = multiplied(factors);
    let added: Term = { times: multiplyFractions(times, term.times), factors: term.factors };
    for (const [at, before] of alike.entries()) {
      const ratio = multiplied([...added.factors, ...inverse(before.factors)]);
      if (ratio.factors.length > 0) continue;
      added = {
        times: addFractions(before.times, multiplyFractions(added.times, ratio.times)),
        factors: before.factors,
      };
      alike.splice(at, 1);
      break;
    }
    if (!isZero(added.times)) alike.push(added);
  }
  return alike.every(({ factors }) => factors.length === 0)
    ? real(sum(alike.map(({ times }) => times)))
    : { is: 'sum', terms: alike };
};

export const termsOf = (a: Real): readonly Term[] => {
  if (a.is === 'sum') return a.terms;
  return isZero(a.value) ? [] : [{ times: a.value, factors: [] }];
};

/** All factors of a single term above zero. */
export const factorsOf = (a: Real): readonly Factor[] | undefined => {
  const [only, second] = termsOf(a);
  if (only === undefined || second !== undefined || only.times.n <= 0n) return undefined;
  return [...factorsIn(only.times), ...only.factors];
};

export const atomIn = (atom: Atom, scale: bigint): Interval => {
  switch (atom.is) {
    case 'whole':
      return ofFraction(fraction(atom.value), scale);
    case 'e':
      return expOf({ low: scale, high: scale }, scale);
    case 'ln':
      return lnOf(ofFraction(fraction(atom.of), scale), scale);
    case 'other':
      return atom.at(scale);
  }
};

export const enclosure = (a: Real, scale: bigint): Interval =>
  a.is === 'fraction'
    ? ofFraction(a.value, scale)
    : a.terms
        .map(({ times, factors }) =>
          factors
            .map(({ base, exponent }) => powerOf(atomIn(base, scale), exponent, scale))
            .reduce((x, y) => multiplyIntervals(x, y, scale), ofFraction(times, scale)),
        )
        .reduce(addIntervals);

/** What `tell` says of an enclosure that is fine enough for it to say anything. */
export const refined = <T>(a: Real, tell: (known: Interval, scale: bigint) => T | undefined): T => {
  for (const digits of DIGITS) {
    const scale = 10n ** digits;
    try {
      const told = tell(enclosure(a, scale), scale);
      if (told !== undefined) return told;
    } catch (error) {
      if (!(error instanceof Coarse)) throw error;
    }
  }
  throw new TooNear('equal to a thousand digits');
};

export const sign = (a: Real): number => {
  if (a.is === 'fraction') return compareFractions(a.value, ZERO);
  const [only, second] = a.terms;
  if (only !== undefined && second === undefined) return only.times.n < 0n ? -1 : 1;
  return refined(a, ({ low, high }) => (low > 0n ? 1 : high < 0n ? -1 : undefined));
};

export const keyOf = (a: Real): string =>
  termsOf(a)
    .map(({ times, factors }) =>
      [
        exactText(times),
        ...factors.map(({ base, exponent }) => `${nameOf(base)}^${exactText(exponent)}`).sort(),
      ].join('*'),
    )
    .sort()
    .join(' + ');

/** A number of which no more is known than what it came of and, as finely as is asked, where it lies. */
export const opaque = (key: string, at: (scale: bigint) => Interval): Real => {
  const positive: Real = {
    is: 'sum',
    terms: [{ times: ONE, factors: [{ base: other(key, at), exponent: ONE }] }],
  };
  // What is below zero is the negative of an atom: atoms have real powers.
  const side = refined(positive, ({ low, high }) => (low > 0n ? 1 : high < 0n ? -1 : undefined));
  if (side > 0) return positive;
  const negated = other(`-(${key})`, (scale) => {
    const { low, high } = at(scale);
    return { low: -high, high: -low };
  });
  return {
    is: 'sum',
    terms: [{ times: negateFraction(ONE), factors: [{ base: negated, exponent: ONE }] }],
  };
};
