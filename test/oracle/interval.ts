import type { Fraction } from './fraction.js';

/** What a number is between, in whole parts of `scale`. */
export interface Interval {
  readonly low: bigint;
  readonly high: bigint;
}

/** Thrown where a finer scale is needed: a divisor or an argument of a logarithm that may be zero. */
export class Coarse extends Error {}

/** Beyond this an exponential has thousands of digits. */
const MOST_DOUBLINGS = 20_000n;

const floorOf = (n: bigint, d: bigint): bigint => {
  const down = n / d;
  return n < 0n !== d < 0n && down * d !== n ? down - 1n : down;
};
const ceilingOf = (n: bigint, d: bigint): bigint => -floorOf(-n, d);

export const ofFraction = ({ n, d }: Fraction, scale: bigint): Interval => ({
  low: floorOf(n * scale, d),
  high: ceilingOf(n * scale, d),
});

export const addIntervals = (a: Interval, b: Interval): Interval => ({
  low: a.low + b.low,
  high: a.high + b.high,
});

export const multiplyIntervals = (a: Interval, b: Interval, scale: bigint): Interval => {
  const ends = [a.low * b.low, a.low * b.high, a.high * b.low, a.high * b.high];
  const least = ends.reduce((x, y) => (y < x ? y : x));
  const most = ends.reduce((x, y) => (y > x ? y : x));
  return { low: floorOf(least, scale), high: ceilingOf(most, scale) };
};

/** 2 * (t + t^3/3 + t^5/5 + ...) = ln((1 + t) / (1 - t)), cut off; |t| is at most 1/3. */
const doubleArtanh = (t: bigint, scale: bigint): bigint => {
  const square = (t * t) / scale;
  let sum = 0n;
  let power = t;
  for (let k = 1n; power !== 0n; k += 2n) {
    sum += power / k;
    power = (power * square) / scale;
  }
  return 2n * sum;
};

const logarithmsOfTwo = new Map<bigint, bigint>();
const lnTwo = (scale: bigint): bigint => {
  const known = logarithmsOfTwo.get(scale) ?? doubleArtanh(scale / 3n, scale);
  logarithmsOfTwo.set(scale, known);
  return known;
};

/** Ten digits more than are asked for: no series here has so many terms that they would not do. */
const GUARD = 10n ** 10n;

const digitsIn = (value: bigint): number => value.toString(2).length;

/** Good to the last place of `scale` either way. */
const lnNear = (x: bigint, given: bigint): bigint => {
  // Each doubling adds the error of ln 2 again.
  const scale = given * GUARD;
  const doublings = BigInt(digitsIn(x) - digitsIn(given));
  const whole = x * GUARD;
  const reduced = doublings >= 0n ? whole / 2n ** doublings : whole * 2n ** -doublings;
  const t = ((reduced - scale) * scale) / (reduced + scale);
  return floorOf(doubleArtanh(t, scale) + doublings * lnTwo(scale), GUARD);
};

export const lnOf = (a: Interval, scale: bigint): Interval => {
  if (a.low <= 0n) throw new Coarse('the logarithm of what may be zero');
  // What is cut off of x before its logarithm is taken is less than the last place over x.
  return { low: lnNear(a.low, scale) - 2n, high: lnNear(a.high, scale) + 2n };
};

/** Good to the last places of `scale` either way. */
const expNear = (x: bigint, given: bigint): bigint => {
  const rough = floorOf(x, lnTwo(given));
  if (rough > MOST_DOUBLINGS) throw new Coarse('an exponential of thousands of digits');
  const growth = rough > 0n ? 2n ** rough : 1n;
  const extra = GUARD * GUARD * growth;
  const scale = given * extra;
  const halvings = 16n;
  const rest = (x * extra - rough * lnTwo(scale)) / 2n ** halvings;
  let sum = 0n;
  let term = scale;
  for (let k = 1n; term !== 0n; k += 1n) {
    sum += term;
    term = (term * rest) / (scale * k);
  }
  for (let k = 0n; k < halvings; k += 1n) sum = (sum * sum) / scale;
  const grown = rough >= 0n ? sum * 2n ** rough : sum / 2n ** -rough;
  return floorOf(grown, extra);
};

export const expOf = (a: Interval, scale: bigint): Interval => ({
  low: expNear(a.low, scale) - 2n,
  high: expNear(a.high, scale) + 2n,
});

/** `a` to a fractional power, by its logarithm; `a` above zero. */
export const powerOf = (a: Interval, exponent: Fraction, scale: bigint): Interval => {
  if (exponent.d === 1n && exponent.n >= 0n && exponent.n <= 8n) {
    let product: Interval = { low: scale, high: scale };
    for (let k = 0n; k < exponent.n; k += 1n) product = multiplyIntervals(product, a, scale);
    return product;
  }
  if (exponent.d === 1n && exponent.n === -1n) {
    if (a.low <= 0n) throw new Coarse('a divisor that may be zero');
    return { low: floorOf(scale * scale, a.high), high: ceilingOf(scale * scale, a.low) };
  }
  const times = multiplyIntervals(lnOf(a, scale), ofFraction(exponent, scale), scale);
  return expOf(times, scale);
};
