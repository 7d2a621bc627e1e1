import { bitLength } from './bits.js';
import { divide, fraction, HUNDRED, type Rational, rational, ZERO } from './rational.js';
import { powerOfTen, roundQuotient } from './round.js';

/** Longest number text read: policy weights need some 20 characters, and reading digits costs more than linear time. */
const TEXT_LIMIT = 400;
/** Greatest size of a decimal exponent read; every finite double stays within 324. */
const EXPONENT_LIMIT = 400;
/** Decimal digits that every double keeps. Source: IEEE 754-2019, binary64; DBL_DIG of ISO/IEC 9899. */
const DOUBLE_DIGITS = 15;
/** Units of the last place that stay within them. */
const LARGEST_UNITS = 10 ** DOUBLE_DIGITS;
/** Units to one in which a double is tried before its text is read. */
const LARGEST_SCALE = 10_000;
/** Most decimal places that `exactText` writes before it prefers a fraction. */
const PLACES_LIMIT = 40;

const DECIMAL = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/;
/** A decimal or a percentage of so few digits that doubles hold its terms. */
const SHORT = /^(\d{1,6})(?:\.(\d{1,6}))?(%)?$/;
const PERCENT = /^(-?\d+(?:\.\d+)?)%$/;
const FRACTION = /^(-?\d+)\/(\d+)$/;
const EXACT = /^(-?)(\d+)(?:\.(\d+)|\/(\d+))?$/;
/** Longest exact text read; those that an evaluation writes are far shorter. */
const EXACT_LIMIT = 100_000;

/**
 * The exact value of a plain decimal such as `76.5`, `-0.125` or `1e3`.
 *
 * digits * 10^(exponent - places)
 * @param text - `-?digits[.digits][e[+-]digits]`, no spaces; leading zeros are harmless
 * @returns undefined when the text has another form, is over 400 characters, or its exponent is over 400 in size
 * Source: RFC 8259 section 6 (JSON numbers), leading zeros allowed
 */
export function readDecimal(text: string): Rational | undefined {
  if (text.length > TEXT_LIMIT) return undefined;
  const match = DECIMAL.exec(text);
  if (match === null) return undefined;
  const [, minus = '', whole = '', places = '', power = '0'] = match;
  const exponent = Number(power);
  if (Math.abs(exponent) > EXPONENT_LIMIT) return undefined;
  const digits = BigInt(whole + places);
  if (digits === 0n) return ZERO;
  const units = minus === '' ? digits : -digits;
  const shift = exponent - places.length;
  return shift < 0 ? rational(units, powerOfTen(-shift)) : { n: units * powerOfTen(shift), d: 1n };
}

/**
 * The exact value of a number as a policy may write it: `0.6`, `60%`, `12.5%` or `1/9`.
 *
 * percent: p / 100; fraction: n / d
 * @param text - a decimal, a percentage without exponent, or whole/whole with an optional minus in front; no spaces
 * @returns undefined when the text has another form, is over 400 characters, or the denominator is zero
 * Source: docs/evaluation.md (numbers)
 */
export function readNumber(text: string): Rational | undefined {
  if (text.length > TEXT_LIMIT) return undefined;
  const short = SHORT.exec(text);
  if (short !== null) {
    const [, whole = '', places = '', percent = ''] = short;
    return fraction(Number(whole + places), 10 ** places.length * (percent === '' ? 1 : 100));
  }
  const percent = PERCENT.exec(text)?.[1];
  if (percent !== undefined) {
    const value = readDecimal(percent);
    return value === undefined ? undefined : divide(value, HUNDRED);
  }
  const ratio = FRACTION.exec(text);
  if (ratio === null) return readDecimal(text);
  const denominator = BigInt(ratio[2] ?? '0');
  return denominator === 0n ? undefined : rational(BigInt(ratio[1] ?? '0'), denominator);
}

/**
 * The exact value that a double was typed as: its shortest decimal, so that 0.1 is one tenth.
 *
 * @returns undefined when not finite, or when the shortest decimal needs more than 15 significant digits (such a number
 * must come as text); -0 is 0
 * Source: ECMA-262, Number::toString (shortest decimal that reads back to the same double)
 */
export function fromDouble(value: number): Rational | undefined {
  if (!Number.isFinite(value)) return undefined;
  if (Number.isInteger(value) && Math.abs(value) < LARGEST_UNITS) return fraction(value);
  for (let scale = 10; scale <= LARGEST_SCALE; scale *= 10) {
    const units = Math.floor(value * scale + 0.5);
    // A double that is nearest to a decimal of 15 digits has no other such, nor a shorter one.
    if (units / scale === value && Math.abs(units) < LARGEST_UNITS) return fraction(units, scale);
  }
  const text = String(value);
  return significantDigits(text) > DOUBLE_DIGITS ? undefined : readDecimal(text);
}

/**
 * How many digits of a decimal text carry value; zeros that lead or trail are not counted, so `0.50` and `500` have one.
 *
 * @param text - a decimal as `readDecimal` reads it
 * Source: definition
 */
export function significantDigits(text: string): number {
  const mantissa = text.replace(/[eE].*$/s, '').replace(/[-.]/g, '');
  let first = 0;
  let end = mantissa.length;
  while (mantissa.charAt(first) === '0') first += 1;
  while (end > first && mantissa.charAt(end - 1) === '0') end -= 1;
  return end - first;
}

/** The greatest integer that an engine divides with integer instructions. */
const SMALL_DOUBLE = 2 ** 31 - 1;
const SMALL = BigInt(SMALL_DOUBLE);

/** As `decimalPlaces`, for d up to `SMALL_DOUBLE`, for which 31 places always suffice. */
function smallDecimalPlaces(d: number): number | undefined {
  const twos = 31 - Math.clz32(d & -d);
  let rest = d >> twos;
  let fives = 0;
  for (; rest % 5 === 0; rest = (rest / 5) | 0) fives += 1;
  return rest === 1 ? Math.max(twos, fives) : undefined;
}

/** The powers of five that `exactText` meets. One of so many bits is 5^b for the only whole b in [(bits - 1) / log2 5, bits / log2 5). */
const POWERS_OF_FIVE: readonly bigint[] = Array.from(
  { length: PLACES_LIMIT + 1 },
  (_, i) => 5n ** BigInt(i),
);
const BITS_OF_FIVE = Math.log2(5);

/**
 * Decimal places that 1/d needs, or undefined when it has no end or needs more than 40.
 *
 * d = 2^a * 5^b needs max(a, b)
 * Source: Hardy and Wright, An Introduction to the Theory of Numbers, theorem 135
 */
export function decimalPlaces(d: bigint): number | undefined {
  if (d === 1n) return 0;
  if (d <= SMALL) return smallDecimalPlaces(Number(d));
  if (d > powerOfTen(PLACES_LIMIT)) return undefined;
  const twos = bitLength(d & -d) - 1;
  const rest = d >> BigInt(twos);
  const fives = Math.floor(bitLength(rest) / BITS_OF_FIVE);
  return POWERS_OF_FIVE[fives] === rest && twos <= PLACES_LIMIT ? Math.max(twos, fives) : undefined;
}

/** The powers of ten, by places, by which doubles are brought to whole units without loss. */
const DOUBLE_POWERS_OF_TEN: readonly number[] = Array.from({ length: 16 }, (_, i) => 10 ** i);

/** Whether a double is a whole number of its own: neither it nor what rounds to it is beyond 2^53. */
const isSafe = (value: number): boolean =>
  value <= Number.MAX_SAFE_INTEGER && value >= -Number.MAX_SAFE_INTEGER;

/** As `exactText`, in doubles; undefined where these could lose something. */
function textInDoubles(n: number, d: number): string | undefined {
  if (!isSafe(n) || d > SMALL_DOUBLE) return undefined;
  const places = smallDecimalPlaces(d);
  if (places === undefined) return `${String(n)}/${String(d)}`;
  const units = n * ((DOUBLE_POWERS_OF_TEN[places] ?? NaN) / d);
  return isSafe(units) ? unitsText(units, places) : undefined;
}

/** A whole number as text: that of a double is many times as fast. */
function wholeText(value: bigint): string {
  const double = Number(value);
  return isSafe(double) ? String(double) : value.toString();
}

/** As `decimalText`, for units that are a double. */
function unitsText(units: number, places: number): string {
  if (places === 0) return String(units);
  const digits = String(Math.abs(units));
  const point = digits.length - places;
  const text =
    point > 0
      ? `${digits.slice(0, point)}.${digits.slice(point)}`
      : `0.${'0'.repeat(-point)}${digits}`;
  return units < 0 ? `-${text}` : text;
}

/**
 * `value` written without loss: a decimal where it ends within 40 places, otherwise `n/d` in lowest terms.
 *
 * n/d ends after max(v2(d), v5(d)) places when d = 2^v2 * 5^v5
 * Source: Hardy and Wright, An Introduction to the Theory of Numbers, theorem 135
 */
export function exactText(value: Rational): string {
  const { n, d } = value;
  if (d === 1n) return wholeText(n);
  const short = textInDoubles(Number(n), Number(d));
  if (short !== undefined) return short;
  const places = decimalPlaces(d);
  if (places === undefined) return `${n.toString()}/${d.toString()}`;
  return decimalText(n * (powerOfTen(places) / d), places);
}

/**
 * `value` rounded half-up at `places`, as a decimal.
 *
 * In doubles, a quotient of whole numbers below 2^53 never rounds up to a whole one.
 * @param places - a whole number from 0
 * Source: `roundQuotient`
 */
export function roundedText(value: Rational, places: number): string {
  const dividend = Number(value.n) * (DOUBLE_POWERS_OF_TEN[places] ?? NaN);
  const divisor = Number(value.d);
  if (!isSafe(dividend) || !isSafe(divisor))
    return decimalText(roundQuotient(value.n * powerOfTen(places), value.d, 'half-up'), places);
  const size = Math.abs(dividend);
  const quotient = Math.floor(size / divisor);
  const units = 2 * (size - quotient * divisor) >= divisor ? quotient + 1 : quotient;
  return unitsText(dividend < 0 ? -units : units, places);
}

/**
 * The value that `exactText` writes as `text`: a decimal without exponent or a fraction, of any length that one has.
 *
 * the inverse of `exactText`
 * @returns undefined for text that is no number, whose denominator is zero, or that is over 100,000 characters
 * Source: definition
 */
export function readExact(text: string): Rational | undefined {
  const match = text.length > EXACT_LIMIT ? null : EXACT.exec(text);
  if (match === null) return undefined;
  const [, minus = '', whole = '', places = '', below = '1'] = match;
  const divisor = BigInt(below) * powerOfTen(places.length);
  if (divisor === 0n) return undefined;
  const value = BigInt(whole + places);
  return rational(minus === '' ? value : -value, divisor);
}

/**
 * Integer units of the last place as a decimal: 9182 units at 2 places are `91.82`.
 *
 * units * 10^-places
 * @param places - a whole number from 0
 * Source: definition
 */
export function decimalText(units: bigint, places: number): string {
  const minus = units < 0n ? '-' : '';
  if (places === 0) return units.toString();
  const digits = (units < 0n ? -units : units).toString().padStart(places + 1, '0');
  return `${minus}${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

/**
 * Whether the decimal expansion of `value` ends.
 *
 * d divides a power of ten; 10^k with k = bits of d suffices, as no prime enters d more often than that
 * Source: Hardy and Wright, An Introduction to the Theory of Numbers, theorem 135
 */
export function isTerminating(value: Rational): boolean {
  return powerOfTen(bitLength(value.d)) % value.d === 0n;
}
