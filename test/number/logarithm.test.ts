import { Decimal } from 'decimal.js';
import * as fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { encloseRational } from '../../src/number/enclosure.js';
import { encloseExp, encloseLn } from '../../src/number/logarithm.js';
import { type Rational, rational } from '../../src/number/rational.js';
import { ends, holds, positives } from './generate.js';

// decimal.js is slow at these digits and the machine may be shared: time decides nothing here.
vi.setConfig({ testTimeout: 60_000 });

const Real = Decimal.clone({ precision: 130, toExpNeg: -9e15, toExpPos: 9e15 });
const real = (value: Rational): Decimal => new Real(value.n.toString()).div(value.d.toString());
const precisions = fc.constantFrom(16, 53, 64, 128, 200, 333);
/** Values whose logarithm or reduction is delicate: near 1, at powers of two, at the ends 3/4 and 3/2 of the reduction. */
const delicate = fc
  .tuple(
    fc.constantFrom(
      rational(1n),
      rational(3n, 4n),
      rational(3n, 2n),
      rational(2n),
      rational(1n, 2n),
      rational(1n, 1024n),
      rational(2n ** 70n),
    ),
    fc.bigInt({ min: -3n, max: 3n }),
    fc.integer({ min: 2, max: 60 }),
  )
  .map(([near, steps, places]) =>
    rational(near.n * 10n ** BigInt(places) + steps * near.d, near.d * 10n ** BigInt(places)),
  )
  .filter(({ n }) => n > 0n);

describe('encloseLn', () => {
  it('law, enclosed: holds the logarithm that decimal.js gives to 130 digits, at most 3 ulps wide', () => {
    fc.assert(
      fc.property(fc.oneof(positives, delicate), precisions, (value, bits) => {
        const enclosure = encloseLn(value, bits);
        expect(enclosure.bits).toBe(bits);
        expect(holds(enclosure, real(value).ln())).toBe(true);
        expect(enclosure.hi - enclosure.lo).toBeLessThanOrEqual(3n);
      }),
      { numRuns: 250 },
    );
  });

  it('holds the logarithms of 2 and 1.1, and near both ends of the reduction, to 400 digits', () => {
    const Long = Decimal.clone({ precision: 450 });
    for (const text of ['2', '1.1', '0.7501', '1.4999']) {
      const units = new Long(text).mul(10_000);
      const enclosure = encloseLn(rational(BigInt(units.toString()), 10_000n), 1300);
      const scaled = new Long(text).ln().mul(new Long(2).pow(1300));
      expect(scaled.floor().gte(enclosure.lo.toString())).toBe(true);
      expect(scaled.ceil().lte(enclosure.hi.toString())).toBe(true);
      expect(enclosure.hi - enclosure.lo).toBeLessThanOrEqual(3n);
    }
  });

  it('law, same answer: what was asked before does not change an enclosure', () => {
    const before = encloseLn(rational(7n, 5n), 100);
    encloseLn(rational(7n, 5n), 4200);
    encloseLn(rational(9n), 17);
    expect(encloseLn(rational(7n, 5n), 100)).toEqual(before);
  });

  it('holds the logarithm of numbers of 20,000 bits', () => {
    const { lo, hi } = ends(encloseLn(rational(2n ** 20_000n, 3n), 64));
    const truth = new Real(2).ln().mul(20_000).sub(new Real(3).ln());
    expect(lo.lte(truth) && truth.lte(hi)).toBe(true);
    expect(hi.sub(lo).toNumber()).toBeLessThanOrEqual(3 * 2 ** -64);
  });

  it('law, outward: at coarse bits, where a lost ulp shows, twenty thousand logarithms lie within their ends', () => {
    // a double is good to 2^-50 here: what it cannot tell from an end counts as inside
    const outside: string[] = [];
    for (let n = 1; n <= 20_000; n += 1) {
      const d = ((n * 7919) % 997) + 1;
      const bits = n % 12;
      const { lo, hi } = encloseLn(rational(BigInt(n), BigInt(d)), bits);
      const truth = Math.log(n / d) * 2 ** bits;
      if (Number(lo) > truth + 1e-9 || truth - 1e-9 > Number(hi))
        outside.push(`${n}/${d} at ${bits}`);
    }
    expect(outside).toEqual([]);
  });

  it('refuses a value that is not positive as misuse', () => {
    expect(() => encloseLn(rational(0n), 64)).toThrow(RangeError);
    expect(() => encloseLn(rational(-1n), 64)).toThrow(RangeError);
  });
});

describe('encloseExp', () => {
  const exponents = fc
    .tuple(
      fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }),
      fc.constantFrom(10n ** 12n, 10n ** 11n, 10n ** 10n, 3n ** 23n),
    )
    .map(([n, d]) => rational(n, d));

  it('law, enclosed: holds the exponential that decimal.js gives to 130 digits, a few ulps wide relative to it', () => {
    fc.assert(
      fc.property(exponents, precisions, (value, bits) => {
        const { lo } = encloseRational(value, bits);
        const point = { lo, hi: lo, bits };
        const enclosure = encloseExp(point, bits);
        const truth = ends(point).lo;
        const exponential = new Real(truth.toString()).exp();
        expect(holds(enclosure, exponential)).toBe(true);
        const magnitude = BigInt(Decimal.max(exponential.ceil(), 1).toFixed(0));
        expect(enclosure.hi - enclosure.lo).toBeLessThanOrEqual(3n * magnitude);
      }),
      { numRuns: 250 },
    );
  });

  it('law, monotone: the exponential of a wide enclosure holds that of every enclosure inside it', () => {
    fc.assert(
      fc.property(
        exponents,
        fc.nat(2 ** 24),
        fc.nat(2 ** 24),
        fc.constantFrom(40, 64),
        (value, below, above, bits) => {
          const inner = encloseRational(value, bits);
          const outer = {
            lo: inner.lo - BigInt(below) ** 2n,
            hi: inner.hi + BigInt(above) ** 2n,
            bits,
          };
          const [small, large] = [encloseExp(inner, bits), encloseExp(outer, bits)];
          expect(large.lo).toBeLessThanOrEqual(small.lo);
          expect(large.hi).toBeGreaterThanOrEqual(small.hi);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('law, outward: at coarse bits, where a lost ulp shows, twenty thousand exponentials lie within their ends', () => {
    const outside: string[] = [];
    for (let n = 0; n < 20_000; n += 1) {
      const bits = n % 12;
      const t = BigInt(n - 10_000);
      const { lo, hi } = encloseExp({ lo: t, hi: t, bits: 12 }, bits);
      const truth = Math.exp(Number(t) / 4096) * 2 ** bits;
      if (Number(lo) > truth * (1 + 1e-13) || truth * (1 - 1e-13) > Number(hi))
        outside.push(`${t} at ${bits}`);
    }
    expect(outside).toEqual([]);
  });

  it('stays as narrow, relative to the result, for exponents of tens of thousands', () => {
    for (const t of [13_000n, 20_001n]) {
      const { lo, hi } = encloseExp({ lo: t, hi: t, bits: 0 }, 64);
      const bits = (hi - lo).toString(2).length - lo.toString(2).length;
      expect(bits).toBeLessThanOrEqual(-64);
      const { lo: low, hi: high } = encloseExp({ lo: t, hi: t, bits: 0 }, 128);
      expect(low >> 64n >= lo - 1n && high >> 64n <= hi).toBe(true);
    }
  });

  it('law, inverse: exp after ln encloses the value, at 64 to 4,096 bits, and narrows with them', () => {
    fc.assert(
      fc.property(positives, fc.constantFrom(64, 128, 512, 1024, 4096), (value, bits) => {
        const { lo, hi } = encloseExp(encloseLn(value, bits), bits);
        const tight = encloseRational(value, bits);
        expect(lo).toBeLessThanOrEqual(tight.hi);
        expect(hi).toBeGreaterThanOrEqual(tight.lo);
        // three ulps of the logarithm and three of the exponential, relative to the value
        const magnitude = value.n / value.d + 1n;
        expect(hi - lo).toBeLessThanOrEqual(10n * magnitude);
      }),
      { numRuns: 60 },
    );
  });

  it('holds exp(0) = 1, and what is far below one ulp lies between 0 and 1 of them', () => {
    const one = encloseExp({ lo: 0n, hi: 0n, bits: 64 }, 64);
    expect(one.lo <= 1n << 64n && one.hi >= 1n << 64n).toBe(true);
    expect(encloseExp({ lo: -1000n, hi: -1000n, bits: 0 }, 64)).toEqual({
      lo: 0n,
      hi: 1n,
      bits: 64,
    });
  });
});
