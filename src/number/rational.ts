import { ceilDivide, floorDivide } from './bits.js';
import { gcd, gcdOfDoubles } from './gcd.js';

/** An exact fraction n/d. INVARIANT: d > 0n and gcd(n, d) = 1, so that equal values have equal fields. */
export interface Rational {
  readonly n: bigint;
  readonly d: bigint;
}

export const ZERO: Rational = { n: 0n, d: 1n };
export const ONE: Rational = { n: 1n, d: 1n };
export const HUNDRED: Rational = { n: 100n, d: 1n };

/** n/d in lowest terms for d > 0n. */
function lowest(n: bigint, d: bigint): Rational {
  if (d === 1n) return { n, d };
  const common = gcd(n, d);
  return common === 1n ? { n, d } : { n: n / common, d: d / common };
}

/**
 * The fraction n/d in lowest terms.
 *
 * @param d - not zero; its sign moves to the numerator
 * @throws RangeError when `d` is zero: programmer misuse
 * Source: definition of a fraction field
 */
export function rational(n: bigint, d = 1n): Rational {
  if (d === 0n) throw new RangeError('a rational needs a denominator other than zero');
  return d < 0n ? lowest(-n, -d) : lowest(n, d);
}

/** Whole numbers of everyday evidence, each made once. */
const WHOLE: readonly Rational[] = Array.from({ length: 1025 }, (_, i) => ({
  n: BigInt(i),
  d: 1n,
}));

/**
 * The fraction n/d in lowest terms, of doubles.
 *
 * @param n - whole, of a size below 2^53
 * @param d - whole, in [1, 2^53)
 * Source: definition of a fraction field
 */
export function fraction(n: number, d = 1): Rational {
  const common = d === 1 ? 1 : gcdOfDoubles(Math.abs(n), d);
  const top = n / common;
  const bottom = d / common;
  const known = bottom === 1 ? WHOLE[top] : undefined;
  return known ?? { n: BigInt(top), d: BigInt(bottom) };
}

/**
 * A whole number as a double.
 *
 * @returns undefined where `value` is not whole, or not surely a double without loss
 */
export function wholeDouble({ n, d }: Rational): number | undefined {
  if (d !== 1n) return undefined;
  // What is no double of its own rounds to 2^53 or beyond.
  const double = Number(n);
  return Number.isSafeInteger(double) ? double : undefined;
}

/**
 * Exact sum.
 *
 * With g = gcd(b, d): a/b + c/d = t / (b/g * d) where t = a(d/g) + c(b/g), and gcd(t, b/g * d) = gcd(t, g)
 * Source: Knuth, The Art of Computer Programming 2, section 4.5.1
 */
export function add(a: Rational, b: Rational): Rational {
  if (a.d === b.d) return lowest(a.n + b.n, a.d);
  const common = gcd(a.d, b.d);
  if (common === 1n) return { n: a.n * b.d + b.n * a.d, d: a.d * b.d };
  const left = a.d / common;
  const top = a.n * (b.d / common) + b.n * left;
  const excess = gcd(top, common);
  return excess === 1n ? { n: top, d: left * b.d } : { n: top / excess, d: left * (b.d / excess) };
}

/**
 * Exact difference a - b.
 *
 * a/b - c/d = a/b + (-c)/d
 * Source: Knuth, The Art of Computer Programming 2, section 4.5.1
 */
export function subtract(a: Rational, b: Rational): Rational {
  return add(a, negate(b));
}

/**
 * Exact product.
 *
 * a/b * c/d with gcd(a, d) and gcd(c, b) taken out first, so that the result is in lowest terms
 * Source: Knuth, The Art of Computer Programming 2, section 4.5.1
 */
export function multiply(a: Rational, b: Rational): Rational {
  if (b.n === 1n && b.d === 1n) return a;
  if (a.d === 1n && b.d === 1n) return { n: a.n * b.n, d: 1n };
  const left = b.d === 1n ? 1n : gcd(a.n, b.d);
  const right = a.d === 1n ? 1n : gcd(b.n, a.d);
  return { n: (a.n / left) * (b.n / right), d: (a.d / right) * (b.d / left) };
}

/**
 * Exact quotient a / b.
 *
 * @returns undefined when `b` is zero
 * Source: definition of a fraction field
 */
export function divide(a: Rational, b: Rational): Rational | undefined {
  if (b.n === 0n) return undefined;
  return multiply(a, b.n < 0n ? { n: -b.d, d: -b.n } : { n: b.d, d: b.n });
}

/**
 * a * b / c, reduced once.
 *
 * @returns undefined when `c` is zero
 * Source: definition of a fraction field
 */
export function multiplyDivide(a: Rational, b: Rational, c: Rational): Rational | undefined {
  if (c.n === 0n) return undefined;
  const n = a.n * b.n * c.d;
  const d = a.d * b.d * c.n;
  return d < 0n ? lowest(-n, -d) : lowest(n, d);
}

/** -a. Source: definition. */
export function negate(a: Rational): Rational {
  return { n: -a.n, d: a.d };
}

/** |a|. Source: definition. */
export function absolute(a: Rational): Rational {
  return a.n < 0n ? negate(a) : a;
}

/**
 * Order of a and b: -1 when a < b, 0 when equal, 1 when a > b.
 *
 * sign(a.n * b.d - b.n * a.d), denominators being positive
 * Source: definition of the order of a fraction field
 */
export function compare(a: Rational, b: Rational): -1 | 0 | 1 {
  const left = a.d === b.d ? a.n : a.n * b.d;
  const right = a.d === b.d ? b.n : b.n * a.d;
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

/** Whether a = b; fields suffice, both being in lowest terms. Source: definition. */
export function equal(a: Rational, b: Rational): boolean {
  return a.n === b.n && a.d === b.d;
}

/** -1, 0 or 1 as a is below, at or above zero. Source: definition. */
export function sign(a: Rational): -1 | 0 | 1 {
  if (a.n === 0n) return 0;
  return a.n < 0n ? -1 : 1;
}

/** Whether a is a whole number. Source: definition, a being in lowest terms. */
export function isInteger(a: Rational): boolean {
  return a.d === 1n;
}

/** Greatest integer not above a. Source: definition. */
export function floor(a: Rational): bigint {
  return floorDivide(a.n, a.d);
}

/** Least integer not below a. Source: definition. */
export function ceiling(a: Rational): bigint {
  return ceilDivide(a.n, a.d);
}

/** The smaller of a and b. Source: definition. */
export function minimum(a: Rational, b: Rational): Rational {
  return compare(a, b) <= 0 ? a : b;
}

/** The greater of a and b. Source: definition. */
export function maximum(a: Rational, b: Rational): Rational {
  return compare(a, b) >= 0 ? a : b;
}

/** Numerators over one denominator, added without reducing between them. */
interface Total {
  n: bigint;
  d: bigint;
}

/** Adds n/d to `total`, whose denominator becomes the least common multiple of both. */
function accumulate(total: Total, n: bigint, d: bigint): void {
  if (d === total.d) {
    total.n += n;
    return;
  }
  const common = gcd(total.d, d);
  if (common === d) {
    total.n += n * (total.d / d);
    return;
  }
  const scale = d / common;
  total.n = total.n * scale + n * (total.d / common);
  total.d *= scale;
}

/**
 * Exact sum of all values; 0 of none. Numerators over an equal denominator are added without reducing between them.
 *
 * sum of n_i / d_i over the least common multiple of the d_i
 * Source: definition
 */
export function sum(values: readonly Rational[]): Rational {
  const total: Total = { n: 0n, d: 1n };
  for (const { n, d } of values) accumulate(total, n, d);
  return lowest(total.n, total.d);
}

/** Fractions over one divisor. */
export interface Shares {
  readonly of: readonly bigint[];
  readonly divisor: bigint;
}

/** `values` over their least common denominator. Source: definition. */
export function sharesOf(values: readonly Rational[]): Shares {
  const divisor = values.reduce((all, { d }) => (all / gcd(all, d)) * d, 1n);
  return { of: values.map(({ n, d }) => n * (divisor / d)), divisor };
}

/**
 * Exact sum of share * value; 0 of none. Only the whole is reduced.
 *
 * sum of s_i n_i / d_i over the least common multiple of the d_i, times 1 / divisor
 * @param parts - one for each share
 * Source: definition
 */
export function sharedSum(
  parts: readonly { readonly value: Rational }[],
  { of, divisor }: Shares,
): Rational {
  const total: Total = { n: 0n, d: 1n };
  for (let i = 0; i < parts.length; i++) {
    const { n, d } = parts[i]?.value ?? ZERO;
    accumulate(total, n * (of[i] ?? 0n), d);
  }
  return lowest(total.n, total.d * divisor);
}

/**
 * Exact sum of weight * value; 0 of none. Only the whole is reduced.
 *
 * sum of w_i n_i / (v_i d_i) over the least common multiple of the v_i d_i
 * Source: definition
 */
export function weightedSum(
  parts: readonly { readonly weight: Rational; readonly value: Rational }[],
): Rational {
  const total: Total = { n: 0n, d: 1n };
  for (const { weight, value } of parts) accumulate(total, weight.n * value.n, weight.d * value.d);
  return lowest(total.n, total.d);
}
