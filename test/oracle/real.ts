import {
  add as addFractions,
  choose,
  compare as compareFractions,
  decimalText,
  divide as divideFractions,
  exactText,
  floor,
  type Fraction,
  fraction,
  isInteger,
  isZero,
  type Mode,
  multiply as multiplyFractions,
  negate as negateFraction,
  ONE,
  round as roundFraction,
  ZERO,
} from './fraction.js';
import { expOf, lnOf, multiplyIntervals, powerOf } from './interval.js';
import { type Atom, E, type Factor, multiplied, nameOf, scaled, inverse } from './product.js';
import {
  atomIn,
  collected,
  enclosure,
  factorsOf,
  isFraction,
  keyOf,
  opaque,
  real,
  type Real,
  refined,
  sign,
  type Term,
  termsOf,
} from './sums.js';

export { real, type Real, sign, TooNear } from './sums.js';

/** A sum of more terms is not multiplied out. */
const MOST_TERMS = 24;

/** -1, 0 or 1; @throws TooNear where a thousand digits do not tell. */
export const compare = (a: Real, b: Real): number => sign(add(a, negate(b)));

export const add = (a: Real, b: Real): Real =>
  a.is === 'fraction' && b.is === 'fraction'
    ? real(addFractions(a.value, b.value))
    : collected([...termsOf(a), ...termsOf(b)]);

export const multiply = (a: Real, b: Real): Real => {
  if (a.is === 'fraction' && b.is === 'fraction') return real(multiplyFractions(a.value, b.value));
  const [left, right] = [termsOf(a), termsOf(b)];
  if (left.length * right.length > MOST_TERMS) {
    return opaque(`(${keyOf(a)}) * (${keyOf(b)})`, (scale) =>
      multiplyIntervals(enclosure(a, scale), enclosure(b, scale), scale),
    );
  }
  return collected(
    left.flatMap((one) =>
      right.map((each) => ({
        times: multiplyFractions(one.times, each.times),
        factors: [...one.factors, ...each.factors],
      })),
    ),
  );
};

export const negate = (a: Real): Real => multiply(real(negateFraction(ONE)), a);

export const absolute = (a: Real): Real => (sign(a) < 0 ? negate(a) : a);

/** `a` to a fractional power, `a` above zero. */
export const raise = (a: Real, exponent: Fraction): Real => {
  if (isZero(exponent)) return real(ONE);
  if (compareFractions(exponent, ONE) === 0) return a;
  const factors = factorsOf(a);
  if (factors !== undefined) return collected([{ times: ONE, factors: scaled(factors, exponent) }]);
  if (isInteger(exponent) && exponent.n > 0n && exponent.n <= 4n)
    return Array.from({ length: Number(exponent.n) }, () => a).reduce(multiply);
  return opaque(`(${keyOf(a)}) ^ ${exactText(exponent)}`, (scale) =>
    powerOf(enclosure(a, scale), exponent, scale),
  );
};

/** How many times `b` the sum `a` is, where that is seen to be a fraction. */
const proportion = (a: Real, b: Real): Fraction | undefined => {
  const [first] = termsOf(a);
  if (first === undefined) return undefined;
  for (const { times, factors } of termsOf(b)) {
    const ratio = multiplied([...first.factors, ...inverse(factors)]);
    if (ratio.factors.length > 0) continue;
    const share = divideFractions(multiplyFractions(first.times, ratio.times), times);
    if (isFraction(add(a, multiply(real(negateFraction(share)), b)), ZERO)) return share;
  }
  return undefined;
};

/** Undefined for a division by zero. */
export const divide = (a: Real, b: Real): Real | undefined => {
  const side = sign(b);
  if (side === 0) return undefined;
  const share = proportion(a, b);
  if (share !== undefined) return real(share);
  const positive = side < 0 ? negate(b) : b;
  return multiply(side < 0 ? negate(a) : a, raise(positive, negateFraction(ONE)));
};

const lnOfAtom = (atom: Atom): Real => {
  switch (atom.is) {
    case 'e':
      return real(ONE);
    case 'whole':
      return {
        is: 'sum',
        terms: [{ times: ONE, factors: [{ base: { is: 'ln', of: atom.value }, exponent: ONE }] }],
      };
    default:
      return opaque(`ln ${nameOf(atom)}`, (scale) => lnOf(atomIn(atom, scale), scale));
  }
};

/** The natural logarithm, `a` above zero. */
export const ln = (a: Real): Real =>
  factorsOf(a)
    ?.map(({ base, exponent }) => multiply(real(exponent), lnOfAtom(base)))
    .reduce(add, real(ZERO)) ??
  opaque(`ln (${keyOf(a)})`, (scale) => lnOf(enclosure(a, scale), scale));

const expOfTerm = (term: Term): Real => {
  const [only, second] = term.factors;
  if (only === undefined)
    return collected([{ times: ONE, factors: [{ base: E, exponent: term.times }] }]);
  if (second === undefined && only.base.is === 'ln' && compareFractions(only.exponent, ONE) === 0)
    return raise(real(fraction(only.base.of)), term.times);
  const one: Real = { is: 'sum', terms: [term] };
  return opaque(`exp (${keyOf(one)})`, (scale) => expOf(enclosure(one, scale), scale));
};

export const exp = (a: Real): Real => termsOf(a).map(expOfTerm).reduce(multiply, real(ONE));

/** To a multiple of `step`: the whole number below is guessed, then set right by comparing. */
export const round = (a: Real, step: Fraction, mode: Mode): Fraction => {
  if (a.is === 'fraction') return roundFraction(a.value, step, mode);
  const at = (steps: Fraction): Real => real(multiplyFractions(steps, step));
  let below = refined(a, ({ low }, scale) => floor(divideFractions(fraction(low, scale), step)));
  while (compare(a, at(fraction(below + 1n))) >= 0) below += 1n;
  while (compare(a, at(fraction(below))) < 0) below -= 1n;
  const side = compare(a, at(addFractions(fraction(below), fraction(1n, 2n))));
  return multiplyFractions(fraction(choose(below, side, mode)), step);
};

/** The remainder, with the sign of `a`; undefined for a division by zero. */
export const remainder = (a: Real, b: Real): Real | undefined => {
  const quotient = divide(a, b);
  if (quotient === undefined) return undefined;
  return add(a, negate(multiply(b, real(round(quotient, ONE, 'down')))));
};

/** Whether it is certain that no fraction equals it: a sum of roots that are no multiples of one another. */
const isIrrational = (a: Real): boolean =>
  termsOf(a).every(({ factors }) => factors.every(({ base }) => base.is === 'whole')) ||
  (termsOf(a).length === 1 && termsOf(a).every(({ factors }) => isTranscendental(factors)));

/** e to a power, or a logarithm, times a fraction. Source: Lindemann, 1882 */
const isTranscendental = ([only, second]: readonly Factor[]): boolean =>
  only !== undefined && second === undefined && (only.base.is === 'e' || only.base.is === 'ln');

/** Exact text; `~` and 40 places of what is no fraction; `about` and 40 places of what may be one or not. */
export const realText = (a: Real): string => {
  if (a.is === 'fraction') return exactText(a.value);
  const near = refined(a, ({ low, high }, scale) =>
    (high - low) * 10n ** 44n < scale ? fraction(low + high, 2n * scale) : undefined,
  );
  return `${isIrrational(a) ? '~' : 'about '}${decimalText(near, 40)}`;
};
