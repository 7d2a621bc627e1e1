import { bitLength, SAFE } from './bits.js';

/** The greatest integer whose remainders an engine takes with integer instructions. */
const SMALL = 2 ** 31 - 1;

/** Leading bits that `cofactors` goes by: cofactors and sums with them stay whole doubles. */
const LEADING_BITS = 50;

/** Greatest common divisor of whole doubles in [0, 2^53), as a double. */
export function gcdOfDoubles(a: number, b: number): number {
  let p = a;
  let q = b;
  // INVARIANT: p / q never rounds up to a whole number, from which it is at least 1 / q > p / q * 2^-53 away.
  while (q > SMALL) {
    const rest = p - q * Math.floor(p / q);
    p = q;
    q = rest;
  }
  if (q === 0) return p;
  let small = q | 0;
  let rest = (p - q * Math.floor(p / q)) | 0;
  while (rest !== 0) {
    const next = (small % rest) | 0;
    small = rest;
    rest = next;
  }
  return small;
}

/** Two numbers after some of Euclid's steps: a x + b y and c x + d y. */
interface Cofactors {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly d: number;
}

/** Those of Euclid's steps that the leading bits x and y of two numbers decide alone. INVARIANT: x >= y. */
function cofactors(x: number, y: number): Cofactors {
  let [high, low] = [x, y];
  let [a, b, c, d] = [1, 0, 0, 1];
  for (;;) {
    if (low + c === 0 || low + d === 0) break;
    const quotient = Math.floor((high + a) / (low + c));
    if (quotient !== Math.floor((high + b) / (low + d))) break;
    [a, c] = [c, a - quotient * c];
    [b, d] = [d, b - quotient * d];
    [high, low] = [low, high - quotient * low];
  }
  return { a, b, c, d };
}

/**
 * Greatest common divisor, never negative.
 *
 * gcd(a, b) = gcd(b, a mod b), gcd(a, 0) = |a|
 * Source: Euclid, Elements VII.2. Below 2^53 the remainders are taken in doubles, where they are exact; above, many steps at
 * once by the leading bits: Lehmer, Amer. Math. Monthly 45 (1938) 227-233, as in Knuth, The Art of Computer Programming 2,
 * section 4.5.2, algorithm L
 */
export function gcd(a: bigint, b: bigint): bigint {
  if (a === 1n || b === 1n) return 1n;
  let x = a < 0n ? -a : a;
  let y = b < 0n ? -b : b;
  if (x < y) [x, y] = [y, x];
  while (x > SAFE) {
    if (y === 0n) return x;
    if (y > SAFE) {
      const shift = BigInt(bitLength(x) - LEADING_BITS);
      const { a, b, c, d } = cofactors(Number(x >> shift), Number(y >> shift));
      if (b !== 0) {
        const next = BigInt(a) * x + BigInt(b) * y;
        y = BigInt(c) * x + BigInt(d) * y;
        x = next;
        continue;
      }
    }
    const rest = x % y;
    x = y;
    y = rest;
  }
  return BigInt(gcdOfDoubles(Number(x), Number(y)));
}
