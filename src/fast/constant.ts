import { bitLength } from '../number/bits.js';
import { decimalPlaces, exactText, significantDigits } from '../number/decimal.js';
import { type Rational, sign } from '../number/rational.js';
import { DIGITS, down, HUGE, ROUNDING, type Span, TINY, up } from './span.js';

/** The nearest double of a fraction whose terms are long, or within one unit of its last place. */
const nearest = (value: Rational): number => {
  const text = exactText(value);
  if (!text.includes('/')) return Number(text);
  const [n, d] = [value.n < 0n ? -value.n : value.n, value.d];
  const shift = BigInt(64 + d.toString(2).length - n.toString(2).length);
  const quotient = shift >= 0n ? (n << shift) / d : n / (d << -shift);
  const size = Number(quotient) * 2 ** -Number(shift);
  return value.n < 0n ? -size : size;
};

/**
 * The nearest double of a fraction, or within one unit of its last place where its terms are long.
 *
 * Source: IEEE 754-2019, section 5.4.1 (a quotient is rounded correctly)
 */
export const nearestDouble = (value: Rational): number => {
  const [n, d] = [Number(value.n), Number(value.d)];
  return Math.abs(n) <= Number.MAX_SAFE_INTEGER && d <= Number.MAX_SAFE_INTEGER
    ? n / d
    : nearest(value);
};

/** Places up to which powers of ten are doubles of their own. */
const EXACT_POWERS = 22;

/** Whether a fraction whose double is `double` is a decimal of at most `DIGITS` digits. */
const isShortDecimal = (value: Rational, double: number): boolean => {
  const places = decimalPlaces(value.d);
  if (places === undefined || !Number.isFinite(double)) return false;
  // So many units of the last place: fewer than 10^15 have no more than 15 digits.
  const units = Math.abs(Number(value.n)) * (10 ** places / Number(value.d));
  if (places <= EXACT_POWERS && units < 10 ** DIGITS) return true;
  return significantDigits(exactText(value)) <= DIGITS;
};

/** What is known of a fraction whose nearest double is `double`. */
const nearestSpan = (value: Rational, double: number): Span => {
  const isDecimal = isShortDecimal(value, double);
  const isWhole = value.d === 1n && Number.isSafeInteger(double);
  const order = sign(value);
  const size = Math.abs(double);
  const bits = bitLength(value.n) + bitLength(value.d);
  if (order !== 0 && !(size > TINY && size < HUGE)) {
    return {
      low: order > 0 ? 0 : -Infinity,
      high: order > 0 ? Infinity : 0,
      error: Infinity,
      relative: Infinity,
      least: 0,
      places: undefined,
      bits,
      depth: 0,
      isDecimal,
    };
  }
  return {
    low: isWhole ? double : down(double),
    high: isWhole ? double : up(double),
    error: isWhole ? 0 : size * ROUNDING,
    relative: isWhole ? 0 : ROUNDING,
    least: order === 0 ? Infinity : size * (1 - ROUNDING),
    places: isDecimal ? (decimalPlaces(value.d) ?? 0) : undefined,
    bits,
    depth: 0,
    isDecimal,
  };
};

/** A constant of a policy as a double, with what is known of it. */
export const constantSpan = (value: Rational): { readonly double: number; readonly span: Span } => {
  const double = nearestDouble(value);
  return { double, span: nearestSpan(value, double) };
};
