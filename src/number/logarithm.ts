import { bitLength, ceilShift, floorDivide, floorShift } from './bits.js';
import {
  addEnclosures,
  type Enclosure,
  negateEnclosure,
  rescale,
  scaleEnclosure,
} from './enclosure.js';
import type { Rational } from './rational.js';

/** Grain of the precisions at which constants are kept, in bits. */
const GRAIN = 64;

/** Arguments are brought within a step of a grid of so many to one, where logarithms and exponentials are kept. */
const GRID = 128;

/** Bits up to which they are: the decisions of nearly every subject. */
const GRID_BITS = 512;

/** Bits below one, within which two ends lie near each other. */
const NARROW = 16;

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

/** Encloses one constant at so many bits; at most 3 ulps wide. */
type Constant = (bits: number) => Enclosure;

/**
 * A constant whose enclosures are kept by grain of precision, so that the result is a function of `bits` alone, whatever was
 * asked before; the cache is pure.
 */
function constant(enclose: (wide: number) => Enclosure): Constant {
  const known = new Map<number, Enclosure>();
  return (bits) => {
    const grain = Math.ceil(bits / GRAIN) * GRAIN;
    let kept = known.get(grain);
    if (kept === undefined) {
      kept = rescale(enclose(grain + guardBits(grain)), grain);
      known.set(grain, kept);
    }
    return rescale(kept, bits);
  };
}

/** Constants by a small whole number, each made when it is first asked for. */
function table(enclose: (at: number, wide: number) => Enclosure): (at: number) => Constant {
  const known: (Constant | undefined)[] = [];
  return (at) => (known[at] ??= constant((wide) => enclose(at, wide)));
}

const double = ({ lo, hi, bits }: Enclosure): Enclosure => ({ lo: 2n * lo, hi: 2n * hi, bits });

/**
 * Encloses ln 2.
 *
 * ln 2 = ln(4/3) + ln(3/2) = 2 atanh(1/7) + 2 atanh(1/5)
 * Source: identity above; bound as for atanh
 */
const encloseLnTwo = constant((wide) =>
  double(addEnclosures(encloseAtanh(1n, 7n, wide), encloseAtanh(1n, 5n, wide))),
);

/**
 * Encloses ln(j / GRID) for 3/4 <= j / GRID <= 3/2.
 *
 * 2 atanh((j - GRID) / (j + GRID))
 * Source: identity above; bound as for atanh
 */
const gridLn = table((j, wide) => {
  const size = encloseAtanh(BigInt(Math.abs(j - GRID)), BigInt(j + GRID), wide);
  return double(j < GRID ? negateEnclosure(size) : size);
});

/**
 * Encloses the natural logarithm; at most 3 ulps of 2^-bits wide.
 *
 * ln x = k ln 2 + ln c + 2 atanh((m - c) / (m + c)) for x = 2^k m, 3/4 <= m < 3/2, and c the multiple of 1 / GRID nearest to m, or 1
 * beyond GRID_BITS. Then |z| <= 1/5. At bits + guard the series is 2 (4 N + 2) ulps wide with N < bits/4 + 4, ln c is 3 and k ln 2 is
 * 3|k|; the guard of log2(bits) + log2|k| + 8 bits brings all below one ulp, and rounding outward adds at most two.
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
  let lo = 0n;
  let hi = 0n;
  if (bits <= GRID_BITS) {
    a *= BigInt(GRID);
    const j = Number((2n * a + b) / (2n * b));
    b *= BigInt(j);
    if (j !== GRID) ({ lo, hi } = gridLn(j)(wide));
  }
  if (a !== b) {
    const series = encloseAtanh(a < b ? b - a : a - b, a + b, wide);
    lo += 2n * (a < b ? -series.hi : series.lo);
    hi += 2n * (a < b ? -series.lo : series.hi);
  }
  const logarithm = { lo, hi, bits: wide };
  if (k === 0) return rescale(logarithm, bits);
  const whole = scaleEnclosure(encloseLnTwo(wide), { n: BigInt(k), d: 1n });
  return rescale(addEnclosures(logarithm, whole), bits);
}

/**
 * Encloses exp(r / 2^bits) for 0 <= r / 2^bits < 1.4: a lower bound, and by how much it may fall short.
 *
 * Series 1 + r + r^2/2 + ... in ulps, everything rounded down: a term loses e' <= 1.4 e/i + 1, so e < 1.8 throughout (1, 1.7,
 * 1.8, then falling); the loop ends at the first term 0, its true value then < 1.8, and the tail sums to < 1.8/(1 - 1.4/3)
 * < 4. With i terms the loss is below 2 i + 4.
 * Source: Brent and Zimmermann, Modern Computer Arithmetic, section 4.4; the bound is derived here
 */
function expSeries(r: bigint, bits: number): { readonly lo: bigint; readonly loss: bigint } {
  const shift = BigInt(bits);
  let lo = 0n;
  let i = 0n;
  for (let term = 1n << shift; term > 0n; term = ((term * r) >> shift) / i) {
    lo += term;
    i += 1n;
  }
  return { lo, loss: 2n * i + 4n };
}

/**
 * Encloses exp(j / GRID) for 0 <= j / GRID < 1.4.
 *
 * Source: `expSeries`
 */
const gridExp = table((j, wide) => {
  const { lo, loss } = expSeries((BigInt(j) << BigInt(wide)) / BigInt(GRID), wide);
  // r was rounded down by less than one ulp, which exp r < 4.1 makes 5 of at most.
  return { lo, hi: lo + loss + 5n, bits: wide };
});

/** 2^k times [lo, hi] / 2^bits. */
interface Scaled {
  readonly lo: bigint;
  readonly hi: bigint;
  readonly k: number;
}

/**
 * Encloses exp(t / 2^bits) as 2^k times [lo, hi] / 2^bits, with 2^k a magnitude: lo/2^bits >= 1.
 *
 * exp t = 2^k exp c exp s for c + s = r = t - k ln 2, k chosen so that ln 2 <= r < 2 ln 2 + tiny < 1.4, and c the multiple of
 * 1 / GRID below r, or 0 beyond GRID_BITS. r itself is known to `spread` ulps, and exp(s + u) <= exp(s)(1 + 2 u) for
 * u <= 1, exp s < 4.1: 9 ulps each. exp c < 4.1 is 3 ulps wide, and widens those of exp s by its own size.
 * Source: Brent and Zimmermann, Modern Computer Arithmetic, section 4.4; the bound is derived here
 */
function expPoint(t: bigint, bits: number): Scaled {
  // |k| < 2^(extra - 2), so k times the 3 ulps of ln 2 stay below one ulp of 2^-bits
  const extra = bitLength(t >> BigInt(bits)) + 4;
  const lnTwo = encloseLnTwo(bits + extra);
  const fine = t << BigInt(extra);
  const k = floorDivide(fine, lnTwo.lo) - 1n;
  const r = floorShift(fine - k * (k < 0n ? lnTwo.lo : lnTwo.hi), -extra);
  const spread = ceilShift(fine - k * (k < 0n ? lnTwo.hi : lnTwo.lo), -extra) - r;
  const j = bits <= GRID_BITS ? (r * BigInt(GRID)) >> BigInt(bits) : 0n;
  const start = j === 0n ? 0n : ceilShift(j, bits) / BigInt(GRID);
  const { lo, loss } = expSeries(r - start, bits);
  const hi = lo + loss + 9n * spread;
  if (j === 0n) return { lo, hi, k: Number(k) };
  const scale = gridExp(Number(j))(bits);
  return {
    lo: floorShift(lo * scale.lo, -bits),
    hi: ceilShift(hi * scale.hi, -bits),
    k: Number(k),
  };
}

/**
 * `low`, widened to hold exp of a number up to u / 2^bits greater.
 *
 * exp u <= 1 + u + u^2 for 0 <= u <= 1
 * Source: the exponential series
 */
function widened(low: Scaled, u: bigint, bits: number): Scaled {
  const growth = u + ceilShift(u * u, -bits);
  return { lo: low.lo, hi: low.hi + ceilShift(low.hi * growth, -bits), k: low.k };
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
  const from = floorShift(x.lo, wide - x.bits);
  const to = ceilShift(x.hi, wide - x.bits);
  const low = expPoint(from, wide);
  // Ends that lie near each other need one series.
  const isNarrow = bits <= GRID_BITS && (to - from) >> BigInt(wide - NARROW) === 0n;
  const high = isNarrow ? widened(low, to - from, wide) : expPoint(to, wide);
  return {
    lo: floorShift(low.lo, low.k + bits - wide),
    hi: ceilShift(high.hi, high.k + bits - wide),
    bits,
  };
}
