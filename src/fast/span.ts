import { SIZE_LIMIT } from '../number/power.js';

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
  readonly places: number | undefined;
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
 * What `Math.exp`, `log`, `pow` are assumed to keep to, as an error relative to the result, or to 1 for a logarithm nearer to
 * zero: 2^-46. ECMAScript sets no bound. It is a hundred times what is measured: 1.25 * 2^-53 at most in V8 of Node 20, over
 * 20,000 arguments of each function (`test/fast/library.test.ts`).
 *
 * Source: an assumption; ECMA-262, section 21.3.2, calls these functions implementation-approximated
 */
export const LIBRARY = 2 ** -46;

/**
 * Nearer to zero than this nothing is known of a relative error, for products might lose digits to underflow; given
 * numbers that are so small are left to exact arithmetic.
 */
export const TINY = 2 ** -400;

/** A double from here on might stand for what has overflowed: nothing is known of it. */
export const HUGE = 2 ** 1000;

/** Absolute error of any operation whose result may be denormal. */
const UNDERFLOW = 2 ** -1022;

/** Given numbers of more decimal places are left to exact arithmetic: no measurement has so many. */
export const MOST_PLACES = 15;

/** A decimal of more digits is not sure to be read back from its double. Source: IEEE 754, DBL_DIG. */
export const DIGITS = 15;

/** What the roundings of a rule's own sums and products are covered by: none has more than a dozen. */
const WIDER = 1 + 16 * ROUNDING;

/** A double above any value that is rounded to `x`: the next double or the one after it. */
export const up = (x: number): number =>
  x === -Infinity ? -Number.MAX_VALUE : x + (Math.abs(x) * ROUNDING + Number.MIN_VALUE);

/** A double below any value that is rounded to `x`. */
export const down = (x: number): number => -up(-x);

/** x + y, or a double above where that is rounded off: Knuth, The Art of Computer Programming 2, section 4.2.2. */
const sumAbove = (x: number, y: number): number => {
  const total = x + y;
  const part = total - x;
  return x - (total - part) + (y - part) <= 0 ? total : up(total);
};

/** x + y, or a double below where that is rounded off. */
const sumBelow = (x: number, y: number): number => -sumAbove(-x, -y);

/** A double below x * y or x / y, rounded to `least`, of two least magnitudes. */
export const leastBelow = (least: number): number => (least > 0 ? Math.max(0, down(least)) : 0);

/** The greatest magnitude within a span. */
export const magnitude = (a: Span): number => Math.max(Math.abs(a.low), Math.abs(a.high));

/** `span` with its error lowered to what its relative error allows. */
const settled = (span: Span): Span => {
  const { low, high, error, relative, least, places, bits, depth, isDecimal } = span;
  const most = Math.max(Math.abs(low), Math.abs(high));
  const isKnown = most < HUGE;
  const allowed = relative === Infinity ? Infinity : relative * most * WIDER;
  if (isKnown && error <= allowed) return span;
  return {
    low,
    high,
    error: isKnown ? Math.min(error, allowed) : Infinity,
    relative: isKnown ? relative : Infinity,
    least,
    places,
    bits,
    depth,
    isDecimal,
  };
};

/** How large a fraction of at most so many bits can be: on a lattice by its size, elsewhere all of its digits. */
export const bitsOn = (places: number | undefined, most: number, bits: number): number =>
  places === undefined ? bits : Math.min(Math.log2(most + 1) + 4 * places + 2, bits);

/** How many steps what is made from values as many steps away lies from rational values. */
const deeper = (depth: number): number => (depth === 0 ? 0 : depth + 1);

/** What a given number may be: a decimal within bounds, on a lattice of 10^-places. */
export const givenSpan = (low: number, high: number, places: number): Span => {
  const isWhole = places === 0;
  const size = Math.log2(Math.max(-low, high) + 1);
  return settled({
    low: isWhole ? low : low - Math.abs(low) * ROUNDING,
    high: isWhole ? high : high + Math.abs(high) * ROUNDING,
    error: isWhole ? 0 : Infinity,
    relative: isWhole ? 0 : ROUNDING,
    least: 10 ** -places * (1 - LIBRARY),
    places,
    bits: size + 4 * places + 2,
    depth: 0,
    isDecimal: true,
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

/** Doubles hold whole numbers below this, and all of their sums and products that stay below it. */
const LARGEST_WHOLE = 1e15;

/** A whole number, where both that it is made from are, and while it stays below 10^15. */
const wholeOr = (a: Span, b: Span, span: Span): Span => {
  if (!isWhole(a) || !isWhole(b) || !(magnitude(span) < LARGEST_WHOLE)) return span;
  const { low, high, least } = span;
  return { ...wholeSpan(low, high), least: Math.max(1, least) };
};

const latticeOf = (a: Span, b: Span): number | undefined =>
  a.places === undefined || b.places === undefined ? undefined : Math.max(a.places, b.places);

/** The least magnitude on a lattice. */
const leastOn = (places: number | undefined, otherwise: number): number =>
  places === undefined ? otherwise : Math.max(otherwise, 10 ** -places * (1 - LIBRARY));

/** a + b, or a - b where `b` has been negated. */
export const sumSpan = (a: Span, b: Span): Span => {
  const low = sumBelow(a.low, b.low);
  const high = sumAbove(a.high, b.high);
  const isOneSided = (a.low >= 0 && b.low >= 0) || (a.high <= 0 && b.high <= 0);
  const places = latticeOf(a, b);
  const span = settled({
    low,
    high,
    error: (a.error + b.error) * WIDER + ROUNDING * Math.max(-low, high, 0),
    relative: isOneSided ? Math.max(a.relative, b.relative) * WIDER + ROUNDING : Infinity,
    least: leastOn(places, isOneSided ? Math.min(a.least, b.least) : 0),
    places,
    bits: bitsOn(places, Math.max(-low, high), a.bits + b.bits + 2),
    depth: deeper(Math.max(a.depth, b.depth)),
    isDecimal: false,
  });
  return wholeOr(a, b, span);
};

/** -a */
export const negatedSpan = (a: Span): Span => ({ ...a, low: -a.high, high: -a.low });

/** |a| */
export const absoluteSpan = (a: Span): Span => ({
  ...a,
  low: a.low > 0 ? a.low : a.high < 0 ? -a.high : 0,
  high: magnitude(a),
});

/** x * y of two ends; zero times what is not bounded is zero. */
const timesEnd = (x: number, y: number): number => {
  const product = x * y;
  return Number.isNaN(product) ? 0 : product;
};

/** Whether all products, or quotients, of values of a and b are at least zero. */
const areAlike = (a: Span, b: Span): boolean =>
  (a.low >= 0 && b.low >= 0) || (a.high <= 0 && b.high <= 0);

/** Whether all products, or quotients, of values of a and b are at most zero. */
const areOpposed = (a: Span, b: Span): boolean =>
  (a.low >= 0 && b.high <= 0) || (a.high <= 0 && b.low >= 0);

const areWholeEnds = ({ low, high }: Span): boolean =>
  Number.isInteger(low) && Number.isInteger(high);

/** a * b */
export const productSpan = (a: Span, b: Span): Span => {
  const [lows, mixed] = [timesEnd(a.low, b.low), timesEnd(a.low, b.high)];
  const [crossed, highs] = [timesEnd(a.high, b.low), timesEnd(a.high, b.high)];
  const [x, y] = [magnitude(a), magnitude(b)];
  const least = leastBelow(a.least * b.least);
  const isHeld = areWholeEnds(a) && areWholeEnds(b) && x * y < LARGEST_WHOLE;
  const bottom = Math.min(lows, mixed, crossed, highs);
  const top = Math.max(lows, mixed, crossed, highs);
  const lattice =
    a.places === undefined || b.places === undefined ? undefined : a.places + b.places;
  const error =
    (x * b.error + y * a.error + a.error * b.error) * WIDER + ROUNDING * x * y + UNDERFLOW;
  const span = settled({
    low: isHeld ? bottom : areAlike(a, b) ? Math.max(0, down(bottom)) : down(bottom),
    high: isHeld ? top : areOpposed(a, b) ? Math.min(0, up(top)) : up(top),
    error: Number.isNaN(error) ? Infinity : error,
    relative:
      least > TINY && a.relative < 1 && b.relative < 1
        ? (a.relative + b.relative + a.relative * b.relative) * WIDER + ROUNDING
        : Infinity,
    least,
    places: lattice === undefined || lattice > DIGITS ? undefined : lattice,
    bits: bitsOn(lattice, x * y, a.bits + b.bits + 2),
    depth: deeper(Math.max(a.depth, b.depth)),
    isDecimal: false,
  });
  return wholeOr(a, b, span);
};

/**
 * a / b where |b| >= `apart`, which the division itself makes sure of.
 *
 * |A / B - a / b| <= (|A - a| + |a / b| * |B - b|) / |B|
 */
export const quotientSpan = (a: Span, b: Span, apart: number): Span => {
  const closest = sumBelow(apart, -b.error);
  const most = closest > 0 ? up(magnitude(a) / closest) : Infinity;
  const least = magnitude(b) === 0 ? 0 : leastBelow(a.least / magnitude(b));
  const error = ((a.error + most * b.error) / closest) * WIDER;
  return settled({
    low: areAlike(a, b) ? 0 : -most,
    high: areOpposed(a, b) ? 0 : most,
    error: closest > 0 ? error + ROUNDING * most + UNDERFLOW : Infinity,
    relative:
      least > TINY && b.relative < 0.5
        ? (a.relative + b.relative) * (1 + 2 * b.relative) * WIDER + ROUNDING
        : Infinity,
    least,
    places: undefined,
    bits: a.bits + b.bits + 2,
    depth: deeper(Math.max(a.depth, b.depth)),
    isDecimal: false,
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
      : 2 * x.relative * WIDER * Math.max(magnitude(y), Math.abs(wanted < 0 ? x.low : x.high));
  const either = eitherSpan(a, b);
  return settled({
    ...either,
    low: pick(a.low, b.low),
    high: pick(a.high, b.high),
    error: Math.max(far(a, b), far(b, a)),
  });
};

/** One of a and b. */
export const eitherSpan = (a: Span, b: Span): Span => ({
  low: Math.min(a.low, b.low),
  high: Math.max(a.high, b.high),
  error: Math.max(a.error, b.error),
  relative: Math.max(a.relative, b.relative),
  least: Math.min(a.least, b.least),
  places: latticeOf(a, b),
  bits: Math.max(a.bits, b.bits),
  depth: Math.max(a.depth, b.depth),
  isDecimal: a.isDecimal && b.isDecimal,
});

/** The most steps that any of `spans` lies from rational values. */
const depthOf = (spans: readonly Span[]): number =>
  spans.reduce((most, { depth }) => Math.max(most, depth), 0);

/**
 * A value in [low, high] with a known relative error, made from `of` by a function that may leave the rationals.
 *
 * @param times - how often each of `of` goes into it, for a power
 */
export const relativeSpan = (
  { low, high, relative, least }: Pick<Span, 'low' | 'high' | 'relative' | 'least'>,
  of: readonly Span[],
  times = 1,
): Span => {
  const bits = times * of.reduce((sum, each) => sum + each.bits, 1);
  const isSmall = !(least > TINY);
  return settled({
    low,
    high,
    error: isSmall ? relative * high * WIDER + TINY : Infinity,
    relative: isSmall ? Infinity : relative,
    least: isSmall ? 0 : least,
    places: undefined,
    bits: Math.min(bits, SIZE_LIMIT),
    depth: 1 + depthOf(of),
    isDecimal: false,
  });
};

/** A value in [low, high] with a known error, made from `of` by arithmetic. */
export const roughSpan = (
  { low, high, error }: Pick<Span, 'low' | 'high' | 'error'>,
  of: readonly Span[],
): Span =>
  settled({
    low,
    high,
    error,
    relative: Infinity,
    least: 0,
    places: undefined,
    bits: of.reduce((sum, { bits }) => sum + bits + 1, 0),
    depth: deeper(depthOf(of)),
    isDecimal: false,
  });
