import { bitLength, ceilShift, floorDivide, floorShift } from './bits.js';
import { addEnclosures, type Enclosure, rescale, scaleEnclosure } from './enclosure.js';
import type { Rational } from './rational.js';

/** Grain of the precisions at which ln 2 is kept, in bits. */
const LN_TWO_GRAIN = 64;

/** Extra bits in which a series may lose its ulps: each below loses fewer than 16 * bits of them. */
function guardBits(bits: number): number {
  return bitLength(BigInt(bits)) + 8;
}

/**
 * Encloses atanh(n/d) for 0 <= n/d <= 1/5.
 *
 * atanh z = z + z^3/3 + z^5/5 + ...
 * Everything is rounded down, so the sum is a lower bound. Upper bound, in ulps: z loses < 1 and its square < 2/5 + 1;
 * a power loses e' <= e/25 + 1.4/5 + 1, so e < 1.34 throughout; a term loses < e + 1 = 2.34. The loop ends when a power
 * is 0, its true value then being < 1.34, and what follows sums to < 1.34 * 25/24 < 1.4. With N terms the loss is below
 * 2.34 N + 1.4 <= 4 N + 2 = 2 * (last odd divisor).
 * Source: Brent and Zimmermann, Modern Computer Arithmetic, section 4.4; the bound is derived here
 */
function encloseAtanh(n: bigint, d: bigint, bits: number): Enclosure {
  const shift = BigInt(bits);
  const z = (n << shift) / d;
  const square = (z * z) >> shift;
  let lo = 0n;
  let odd = 1n;
  for (let power = z; power > 0n; power = (power * square) >> shift) {
    lo += power / odd;
    odd += 2n;
  }
  return { lo, hi: lo + 2n * odd, bits };
}

/**
 * Encloses ln 2; at most 3 ulps wide.
 *
 * ln 2 = ln(4/3) + ln(3/2) = 2 atanh(1/7) + 2 atanh(1/5)
 * The grain of precisions makes the result a function of `bits` alone, whatever was asked before; the cache is pure.
 * Source: identity above; bound as for atanh
 */
const encloseLnTwo = ((): ((bits: number) => Enclosure) => {
  const known = new Map<number, Enclosure>();
  return (bits) => {
    const grain = Math.ceil(bits / LN_TWO_GRAIN) * LN_TWO_GRAIN;
    let kept = known.get(grain);
    if (kept === undefined) {
      const wide = grain + guardBits(grain);
      const halves = addEnclosures(encloseAtanh(1n, 7n, wide), encloseAtanh(1n, 5n, wide));
      kept = rescale({ lo: 2n * halves.lo, hi: 2n * halves.hi, bits: wide }, grain);
      known.set(grain, kept);
    }
    return rescale(kept, bits);
  };
})();

/**
 * Encloses the natural logarithm; at most 3 ulps of 2^-bits wide.
 *
 * ln x = k ln 2 + 2 atanh((m - 1) / (m + 1)) for x = 2^k m, 3/4 <= m < 3/2
 * Then |z| <= 1/5. At bits + guard the series is 2 (4 N + 2) ulps wide with N < bits/4 + 4, and k ln 2 is 3|k|; the guard
 * of log2(bits) + log2|k| + 8 bits brings both below one ulp, and rounding outward adds at most two.
 * @param value - positive
 * @throws RangeError when `value` is not positive: programmer misuse
 * Source: Brent and Zimmermann, Modern Computer Arithmetic, section 4.4; the bound is derived here
 */
export function encloseLn(value: Rational, bits: number): Enclosure {
  if (value.n <= 0n) throw new RangeError('a logarithm needs a positive value');
  let k = bitLength(value.n) - bitLength(value.d);
  // 2^(k-1) < value < 2^(k+1); bring m = a/b into [3/4, 3/2)
  let a = k < 0 ? value.n << BigInt(-k) : value.n;
  let b = k > 0 ? value.d << BigInt(k) : value.d;
  if (2n * a >= 3n * b) {
    k += 1;
    b *= 2n;
  } else if (4n * a < 3n * b) {
    k -= 1;
    a *= 2n;
  }
  const wide = bits + guardBits(bits) + bitLength(BigInt(k));
  const series = encloseAtanh(a < b ? b - a : a - b, a + b, wide);
  const logarithm = scaleEnclosure(series, { n: a < b ? -2n : 2n, d: 1n });
  const whole = k === 0 ? logarithm : scaleEnclosure(encloseLnTwo(wide), { n: BigInt(k), d: 1n });
  return rescale(k === 0 ? logarithm : addEnclosures(logarithm, whole), bits);
}

/**
 * Encloses exp(t / 2^bits) as 2^k times [lo, hi] / 2^bits, with 2^k a magnitude: lo/2^bits >= 1.
 *
 * exp t = 2^k exp r for r = t - k ln 2, k chosen so that ln 2 <= r < 2 ln 2 + tiny < 1.4
 * Series 1 + r + r^2/2 + ... in ulps, everything rounded down: a term loses e' <= 1.4 e/i + 1, so e < 1.8 throughout (1, 1.7,
 * 1.8, then falling); the loop ends at the first term 0, its true value then < 1.8, and the tail sums to < 1.8/(1 - 1.4/3)
 * < 4. With i terms the loss is below 2 i + 4. r itself is known to `spread` ulps, and exp(r + s) <= exp(r)(1 + 2 s) for
 * s <= 1, exp r < 4.1: 9 ulps each.
 * Source: Brent and Zimmermann, Modern Computer Arithmetic, section 4.4; the bound is derived here
 */
function expPoint(
  t: bigint,
  bits: number,
): { readonly lo: bigint; readonly hi: bigint; readonly k: number } {
  // |k| < 2^(extra - 2), so k times the 3 ulps of ln 2 stay below one ulp of 2^-bits
  const extra = bitLength(t >> BigInt(bits)) + 4;
  const lnTwo = encloseLnTwo(bits + extra);
  const fine = t << BigInt(extra);
  const k = floorDivide(fine, lnTwo.lo) - 1n;
  const r = floorShift(fine - k * (k < 0n ? lnTwo.lo : lnTwo.hi), -extra);
  const spread = ceilShift(fine - k * (k < 0n ? lnTwo.hi : lnTwo.lo), -extra) - r;
  const shift = BigInt(bits);
  let lo = 0n;
  let i = 0n;
  for (let term = 1n << shift; term > 0n; term = ((term * r) >> shift) / i) {
    lo += term;
    i += 1n;
  }
  return { lo, hi: lo + 2n * i + 4n + 9n * spread, k: Number(k) };
}

/**
 * Encloses exp of every number in `x`: monotone, so the ends decide. For a point, at most 3 ulps of 2^-bits wide relative to
 * the next power of two above the result.
 *
 * [down(exp lo), up(exp hi)]; see `expPoint` for the series and its bound
 * @param x - its size is the caller's to bound: the result holds bits + x/ln 2 binary digits
 * Source: Brent and Zimmermann, Modern Computer Arithmetic, section 4.4; the bound is derived here
 */
export function encloseExp(x: Enclosure, bits: number): Enclosure {
  const wide = bits + guardBits(bits);
  const low = expPoint(floorShift(x.lo, wide - x.bits), wide);
  const high = expPoint(ceilShift(x.hi, wide - x.bits), wide);
  return {
    lo: floorShift(low.lo, low.k + bits - wide),
    hi: ceilShift(high.hi, high.k + bits - wide),
    bits,
  };
}
