import { decimalPlaces, exactText, significantDigits } from '../number/decimal.js';
import { SIZE_LIMIT } from '../number/power.js';
import { type Rational, sign } from '../number/rational.js';

/**
 * What is known of a double before any evidence, when it stands for an exact value `x`.
 *
 * Every bound holds for the worst evidence that the policy lets in; `Infinity` says that nothing is known.
 */
export interface Span {
  /** low <= x <= high */
  readonly low: number;
  readonly high: number;
  /** |double - x| <= error */
  readonly error: number;
  /** |double - x| <= relative * |x|; the double is then zero exactly when `x` is. */
  readonly relative: number;
  /** |x| >= least unless x = 0; zero when nothing is known. */
  readonly least: number;
  /** x is a whole number of 10^-places; undefined when that is not known. */
  readonly places?: number;
  /** How many bits its fraction has at most, where x is rational. */
  readonly bits: number;
  /** How many steps x lies from rational values at most; 0 for a rational. */
  readonly depth: number;
  /** x is a decimal of at most 15 digits and the double is the nearest: such doubles compare as their values do. */
  readonly isDecimal: boolean;
}

/**
 * The relative error of one operation of IEEE 754 arithmetic, doubled: 2^-52.
 *
 * Source: IEEE 754-2019, section 4.3.1 (roundTiesToEven: 2^-53)
 */
export const ROUNDING = 2 ** -52;

/**
 * What `Math.exp`, `log`, `pow` are trusted with, as a relative error: 2^-46. ECMAScript leaves it open; engines stay
 * within a few units of 2^-53.
 *
 * Source: ECMA-262, section 21.3.2 (implementation-approximated)
 */
export const LIBRARY = 2 ** -46;

/**
 * Nearer to zero than this nothing is known of a relative error, for products might lose digits to underflow; given
 * numbers that are so small are left to exact arithmetic.
 */
const TINY = 2 ** -400;

/** A double from here on might stand for what has overflowed: nothing is known of it. */
const HUGE = 2 ** 1000;

/** Absolute error of any operation whose result may be denormal. */
const UNDERFLOW = 2 ** -1022;

/** Given numbers of more decimal places are left to exact arithmetic: no measurement has so many. */
export const MOST_PLACES = 15;

/** A decimal of more digits is not sure to be read back from its double. Source: IEEE 754, DBL_DIG. */
const DIGITS = 15;

/** The greatest magnitude within a span. */
export const magnitude = (a: Span): number => Math.max(Math.abs(a.low), Math.abs(a.high));

/** `span` with its error lowered to what its relative error allows. */
const settled = ({
  low,
  high,
  error,
  relative,
  least,
  bits,
  depth,
  places,
  isDecimal = false,
}: Omit<Span, 'isDecimal'> & { readonly isDecimal?: boolean }): Span => {
  const most = Math.max(Math.abs(low), Math.abs(high));
  const isKnown = most < HUGE;
  const allowed = relative === Infinity ? Infinity : relative * most;
  return {
    low,
    high,
    error: isKnown ? Math.min(error, allowed) : Infinity,
    relative: isKnown ? relative : Infinity,
    least,
    bits,
    depth,
    isDecimal,
    ...(places === undefined ? {} : { places }),
  };
};

/** How large a fraction made from `of` can be: on a lattice by its size, elsewhere all of their digits. */
const grown = (
  of: readonly Span[],
  most: number,
  places?: number,
): Pick<Span, 'bits' | 'depth'> => {
  const depth = Math.max(0, ...of.map((each) => each.depth));
  const whole = places === undefined ? Infinity : Math.log2(most + 1) + 4 * places + 2;
  const all = of.reduce((bits, each) => bits + each.bits + 1, 0);
  return { bits: Math.min(whole, all), depth: depth === 0 ? 0 : depth + 1 };
};

/** The nearest double of a fraction, or within one unit of its last place where its terms are long. */
const nearest = (value: Rational): number => {
  const text = exactText(value);
  if (!text.includes('/')) return Number(text);
  const [n, d] = [value.n < 0n ? -value.n : value.n, value.d];
  const shift = BigInt(64 + d.toString(2).length - n.toString(2).length);
  const quotient = shift >= 0n ? (n << shift) / d : n / (d << -shift);
  const size = Number(quotient) * 2 ** -Number(shift);
  return value.n < 0n ? -size : size;
};

/** A constant of a policy as a double, with what is known of it. */
export const constantSpan = (value: Rational): { readonly double: number; readonly span: Span } => {
  const double = nearest(value);
  const text = exactText(value);
  const isDecimal =
    !text.includes('/') && significantDigits(text) <= DIGITS && Number.isFinite(double);
  const isWhole = value.d === 1n && Number.isSafeInteger(double);
  const isZero = sign(value) === 0;
  const size = Math.abs(double);
  const bits = value.n.toString(2).length + value.d.toString(2).length;
  if (!isZero && !(size > TINY && size < HUGE)) {
    const ends = sign(value) > 0 ? { low: 0, high: Infinity } : { low: -Infinity, high: 0 };
    const unknown = { error: Infinity, relative: Infinity, least: 0 };
    return { double, span: { ...ends, ...unknown, bits, depth: 0, isDecimal } };
  }
  const span: Span = {
    low: double - size * ROUNDING,
    high: double + size * ROUNDING,
    error: isWhole ? 0 : size * ROUNDING,
    relative: isWhole ? 0 : ROUNDING,
    least: isZero ? Infinity : size * (1 - ROUNDING),
    bits,
    depth: 0,
    isDecimal,
    ...(isDecimal ? { places: decimalPlaces(value.d) ?? 0 } : {}),
  };
  return { double, span };
};

/** What a given number may be: a decimal within bounds, on a lattice of 10^-places. */
export const givenSpan = (low: number, high: number, places: number): Span => {
  const isWhole = places === 0;
  const size = Math.log2(Math.max(-low, high) + 1);
  return settled({
    low: isWhole ? low : low - Math.abs(low) * ROUNDING,
    high: isWhole ? high : high + Math.abs(high) * ROUNDING,
    error: isWhole ? 0 : Infinity,
    relative: isWhole ? 0 : ROUNDING,
    least: 10 ** -places * (1 - ROUNDING),
    bits: size + 4 * places + 2,
    depth: 0,
    isDecimal: true,
    places,
  });
};

/** Positions, counts, truths and days: small whole numbers, held as they are. */
export const wholeSpan = (low: number, high: number): Span => ({
  low,
  high,
  error: 0,
  relative: 0,
  least: 1,
  places: 0,
  bits: 64,
  depth: 0,
  isDecimal: true,
});

/** Whether a value is a whole number that its double holds as it is. */
export const isWhole = (a: Span): boolean => a.error === 0 && a.places === 0;

/** A whole number while it stays below 10^15, where doubles add and multiply whole numbers exactly. */
const wholeOr = (isAllWhole: boolean, span: Span): Span =>
  isAllWhole && magnitude(span) < 1e15
    ? { ...wholeSpan(span.low, span.high), least: Math.max(1, span.least) }
    : span;

const latticeOf = (a: Span, b: Span): number | undefined =>
  a.places === undefined || b.places === undefined ? undefined : Math.max(a.places, b.places);

/** The least magnitude on a lattice. */
const leastOn = (places: number | undefined, otherwise: number): number =>
  places === undefined ? otherwise : Math.max(otherwise, 10 ** -places * (1 - ROUNDING));

/** a + b, or a - b where `b` has been negated. */
export const sumSpan = (a: Span, b: Span): Span => {
  const low = a.low + b.low;
  const high = a.high + b.high;
  const isOneSided = (a.low >= 0 && b.low >= 0) || (a.high <= 0 && b.high <= 0);
  const places = latticeOf(a, b);
  const least = leastOn(places, isOneSided ? Math.min(a.least, b.least) : 0);
  const span = settled({
    low,
    high,
    error: (a.error + b.error) * (1 + ROUNDING) + ROUNDING * Math.max(-low, high, 0),
    relative: isOneSided ? Math.max(a.relative, b.relative) * (1 + ROUNDING) + ROUNDING : Infinity,
    least,
    ...grown([a, b], Math.max(-low, high), places),
    ...(places === undefined ? {} : { places }),
  });
  return wholeOr(isWhole(a) && isWhole(b), span);
};

/** -a */
export const negatedSpan = (a: Span): Span => ({ ...a, low: -a.high, high: -a.low });

/** |a| */
export const absoluteSpan = (a: Span): Span => ({
  ...a,
  low: a.low > 0 ? a.low : a.high < 0 ? -a.high : 0,
  high: magnitude(a),
});

/** Products of the ends; zero times what is not bounded is zero. */
const corners = (a: Span, b: Span): readonly number[] =>
  [a.low * b.low, a.low * b.high, a.high * b.low, a.high * b.high].map((each) =>
    Number.isNaN(each) ? 0 : each,
  );

/** a * b */
export const productSpan = (a: Span, b: Span): Span => {
  const ends = corners(a, b);
  const [x, y] = [magnitude(a), magnitude(b)];
  const least = a.least * b.least;
  const places = a.places === undefined || b.places === undefined ? undefined : a.places + b.places;
  const error =
    (x * b.error + y * a.error + a.error * b.error) * (1 + ROUNDING) + ROUNDING * x * y + UNDERFLOW;
  const span = settled({
    low: Math.min(...ends),
    high: Math.max(...ends),
    error: Number.isNaN(error) ? Infinity : error,
    relative:
      least > TINY && a.relative < 1 && b.relative < 1
        ? (a.relative + b.relative + a.relative * b.relative) * (1 + ROUNDING) + ROUNDING
        : Infinity,
    least: Number.isNaN(least) ? 0 : least,
    ...grown([a, b], x * y, places),
    ...(places === undefined || places > DIGITS ? {} : { places }),
  });
  return wholeOr(isWhole(a) && isWhole(b), span);
};

/**
 * a / b where |b| >= `apart`, which the division itself makes sure of.
 *
 * |A / B - a / b| <= (|A - a| + |a / b| * |B - b|) / |B|
 */
export const quotientSpan = (a: Span, b: Span, apart: number): Span => {
  const closest = apart - b.error;
  const most = closest > 0 ? magnitude(a) / closest : Infinity;
  const least = magnitude(b) === 0 ? 0 : a.least / magnitude(b);
  const isPositive = (a.low >= 0 && b.low >= 0) || (a.high <= 0 && b.high <= 0);
  const isNegative = (a.low >= 0 && b.high <= 0) || (a.high <= 0 && b.low >= 0);
  const error = ((a.error + most * b.error) / closest) * (1 + ROUNDING);
  return settled({
    low: isPositive ? 0 : -most,
    high: isNegative ? 0 : most,
    error: closest > 0 ? error + ROUNDING * most + UNDERFLOW : Infinity,
    relative:
      least > TINY && b.relative < 0.5
        ? (a.relative + b.relative) * (1 + 2 * b.relative) + ROUNDING
        : Infinity,
    least,
    ...grown([a, b], most),
  });
};

/**
 * The lesser (`-1`) or greater (`1`) of a and b.
 *
 * Neither moves more than its operands do. Where `a` is not bounded but its relative error is: beyond twice the other
 * side both give `b`, and before that the error is within 2 * relative * |b|.
 */
export const extremeSpan = (a: Span, b: Span, wanted: -1 | 1): Span => {
  const pick = wanted < 0 ? Math.min : Math.max;
  const far = (x: Span, y: Span): number =>
    x.error < Infinity || x.relative > 0.25
      ? x.error
      : 2 * x.relative * Math.max(magnitude(y), wanted < 0 ? Math.abs(x.low) : Math.abs(x.high));
  return settled({
    ...eitherSpan(a, b),
    low: pick(a.low, b.low),
    high: pick(a.high, b.high),
    error: Math.max(far(a, b), far(b, a)),
  });
};

/** One of a and b. */
export const eitherSpan = (a: Span, b: Span): Span => {
  const places = latticeOf(a, b);
  return {
    low: Math.min(a.low, b.low),
    high: Math.max(a.high, b.high),
    error: Math.max(a.error, b.error),
    relative: Math.max(a.relative, b.relative),
    least: Math.min(a.least, b.least),
    bits: Math.max(a.bits, b.bits),
    depth: Math.max(a.depth, b.depth),
    isDecimal: a.isDecimal && b.isDecimal,
    ...(places === undefined ? {} : { places }),
  };
};

/**
 * A value in [low, high] with a known relative error, made from `of` by a function that may leave the rationals.
 *
 * @param times - how often each of `of` goes into it, for a power
 */
export const relativeSpan = (
  ends: Pick<Span, 'low' | 'high' | 'relative' | 'least'>,
  of: readonly Span[],
  times = 1,
): Span => {
  const bits = times * of.reduce((sum, each) => sum + each.bits, 1);
  const depth = 1 + Math.max(0, ...of.map((each) => each.depth));
  const isSmall = !(ends.least > TINY);
  return settled({
    ...ends,
    ...(isSmall ? { relative: Infinity, least: 0 } : {}),
    error: isSmall ? ends.relative * ends.high + TINY : Infinity,
    bits: Math.min(bits, SIZE_LIMIT),
    depth,
  });
};

/** A value in [low, high] with a known error, made from `of` by arithmetic. */
export const roughSpan = (ends: Pick<Span, 'low' | 'high' | 'error'>, of: readonly Span[]): Span =>
  settled({
    ...ends,
    relative: Infinity,
    least: 0,
    ...grown(of, Infinity),
  });
