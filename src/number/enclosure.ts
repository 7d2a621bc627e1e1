import { ceilDivide, ceilShift, floorDivide, floorShift } from './bits.js';
import type { Rational } from './rational.js';

/**
 * A real number caught between two binary fractions: lo/2^bits <= x <= hi/2^bits. INVARIANT: lo <= hi, bits >= 0.
 * One ulp is 2^-bits. Every operation rounds outward, so the result holds whatever the operands held.
 *
 * Source: IEEE 1788-2015 (interval arithmetic), on fixed-point BigInt ends
 */
export interface Enclosure {
  readonly lo: bigint;
  readonly hi: bigint;
  readonly bits: number;
}

/**
 * The tightest enclosure of a rational at `bits`: a point or one ulp wide.
 *
 * [floor(n 2^bits / d), ceil(n 2^bits / d)]
 * Source: definition
 */
export function encloseRational(value: Rational, bits: number): Enclosure {
  const scaled = value.n << BigInt(bits);
  if (value.d === 1n) return { lo: scaled, hi: scaled, bits };
  return { lo: floorDivide(scaled, value.d), hi: ceilDivide(scaled, value.d), bits };
}

/**
 * The same number at another precision: exact when `bits` grows, otherwise at most one ulp wider at each end.
 *
 * Source: IEEE 1788-2015, outward rounding
 */
export function rescale(x: Enclosure, bits: number): Enclosure {
  if (bits === x.bits) return x;
  return { lo: floorShift(x.lo, bits - x.bits), hi: ceilShift(x.hi, bits - x.bits), bits };
}

/**
 * Encloses a + b at the finer of the two precisions; widths add up.
 *
 * [a.lo + b.lo, a.hi + b.hi]
 * Source: IEEE 1788-2015
 */
export function addEnclosures(a: Enclosure, b: Enclosure): Enclosure {
  const bits = Math.max(a.bits, b.bits);
  const x = rescale(a, bits);
  const y = rescale(b, bits);
  return { lo: x.lo + y.lo, hi: x.hi + y.hi, bits };
}

/**
 * Encloses -a.
 *
 * [-a.hi, -a.lo]
 * Source: IEEE 1788-2015
 */
export function negateEnclosure(a: Enclosure): Enclosure {
  return { lo: -a.hi, hi: -a.lo, bits: a.bits };
}

/**
 * Encloses a - b at the finer of the two precisions; widths add up.
 *
 * [a.lo - b.hi, a.hi - b.lo]
 * Source: IEEE 1788-2015
 */
export function subtractEnclosures(a: Enclosure, b: Enclosure): Enclosure {
  return addEnclosures(a, negateEnclosure(b));
}

function least(values: readonly [bigint, bigint, bigint, bigint]): bigint {
  return values.reduce((a, b) => (b < a ? b : a));
}

function greatest(values: readonly [bigint, bigint, bigint, bigint]): bigint {
  return values.reduce((a, b) => (b > a ? b : a));
}

/**
 * Encloses a * b at the finer of the two precisions; the width is at most |a| width(b) + |b| width(a) + 2 ulps.
 *
 * the least and the greatest product of ends
 * Source: IEEE 1788-2015
 */
export function multiplyEnclosures(a: Enclosure, b: Enclosure): Enclosure {
  const bits = Math.max(a.bits, b.bits);
  const surplus = bits - a.bits - b.bits;
  if (a.lo >= 0n && b.lo >= 0n) {
    return { lo: floorShift(a.lo * b.lo, surplus), hi: ceilShift(a.hi * b.hi, surplus), bits };
  }
  const products = [a.lo * b.lo, a.lo * b.hi, a.hi * b.lo, a.hi * b.hi] as const;
  return {
    lo: floorShift(least(products), surplus),
    hi: ceilShift(greatest(products), surplus),
    bits,
  };
}

/**
 * Encloses `factor` times x; the width is at most |factor| width(x) + 2 ulps.
 *
 * [floor(x.lo n / d), ceil(x.hi n / d)], ends exchanged when n < 0
 * Source: IEEE 1788-2015
 */
export function scaleEnclosure(x: Enclosure, factor: Rational): Enclosure {
  const [lo, hi] = factor.n < 0n ? [x.hi, x.lo] : [x.lo, x.hi];
  return {
    lo: floorDivide(lo * factor.n, factor.d),
    hi: ceilDivide(hi * factor.n, factor.d),
    bits: x.bits,
  };
}

/**
 * Encloses a / b at the finer of the two precisions, for b > 0.
 *
 * [floor(a.lo / b), ceil(a.hi / b)]: the far end of b brings a quotient nearer to zero, its near end farther from it
 * @param b - its lower end is positive
 * Source: IEEE 1788-2015
 */
export function dividePositive(a: Enclosure, b: Enclosure): Enclosure {
  const bits = Math.max(a.bits, b.bits);
  const x = rescale(a, bits);
  const y = rescale(b, bits);
  const lo = floorShift(x.lo, bits);
  const hi = floorShift(x.hi, bits);
  return {
    lo: floorDivide(lo, lo < 0n ? y.lo : y.hi),
    hi: ceilDivide(hi, hi < 0n ? y.hi : y.lo),
    bits,
  };
}

/**
 * Encloses a / b at the finer of the two precisions.
 *
 * @returns undefined when b may be zero
 * Source: IEEE 1788-2015
 */
export function divideEnclosures(a: Enclosure, b: Enclosure): Enclosure | undefined {
  if (b.lo > 0n) return dividePositive(a, b);
  return b.hi < 0n ? dividePositive(negateEnclosure(a), negateEnclosure(b)) : undefined;
}
