import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromDouble, readDecimal, significantDigits } from '../../src/number/decimal.js';
import {
  divide,
  fraction,
  multiply,
  multiplyDivide,
  rational,
  sharedSum,
  sharesOf,
  weightedSum,
  wholeDouble,
} from '../../src/number/rational.js';
import { refine, refineFrom } from '../../src/number/refine.js';
import { integerRoot, perfectRoot } from '../../src/number/root.js';
import { decimalFraction, powerOfTen } from '../../src/number/round.js';
import { integers, rationals } from './generate.js';

const SAFE = Number.MAX_SAFE_INTEGER;

describe('fractions of doubles', () => {
  it('law, exact: n / d of whole doubles is the fraction of the same integers', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -SAFE, max: SAFE }),
        fc.integer({ min: 1, max: SAFE }),
        (n, d) => {
          expect(fraction(n, d)).toEqual(rational(BigInt(n), BigInt(d)));
          expect(fraction(n)).toEqual(rational(BigInt(n)));
          expect(wholeDouble(fraction(n))).toBe(n + 0);
        },
      ),
    );
    expect(fraction(-0)).toEqual(rational(0n));
    expect(wholeDouble(rational(1n, 2n))).toBeUndefined();
    expect(wholeDouble(rational(BigInt(SAFE) + 1n))).toBeUndefined();
  });

  it('law, as typed: a double is the decimal that its text is', () => {
    const typed = fc
      .tuple(fc.integer({ min: -(10 ** 15), max: 10 ** 15 }), fc.integer({ min: 0, max: 17 }))
      .map(([units, places]) => Number(`${String(units)}e-${String(places)}`));
    const any = fc.double({ noNaN: true, noDefaultInfinity: true });
    fc.assert(
      fc.property(fc.oneof(typed, any), (value) => {
        const text = String(value);
        const isShort = significantDigits(text) <= 15;
        expect(fromDouble(value)).toEqual(isShort ? readDecimal(text) : undefined);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('fractions reduced once', () => {
  it('law, product: a b / c is the quotient of the product', () => {
    fc.assert(
      fc.property(rationals, rationals, rationals, (a, b, c) => {
        expect(multiplyDivide(a, b, c)).toEqual(divide(multiply(a, b), c));
      }),
    );
  });

  it('law, shares: a sum by weights over one divisor is the sum by weights', () => {
    const parts = fc.array(fc.record({ weight: rationals, value: rationals }), { maxLength: 8 });
    fc.assert(
      fc.property(parts, (all) => {
        const shares = sharesOf(all.map(({ weight }) => weight));
        expect(sharedSum(all, shares)).toEqual(weightedSum(all));
      }),
    );
  });

  it('law, decimal: units of a last place are their fraction in lowest terms', () => {
    fc.assert(
      fc.property(integers(34), fc.integer({ min: 0, max: 34 }), (units, places) => {
        expect(decimalFraction(units, places)).toEqual(rational(units, powerOfTen(places)));
      }),
    );
  });
});

describe('roots of what doubles hold', () => {
  it('law, perfect: there is a root exactly where the power of the whole root is the value', () => {
    const powers = fc
      .tuple(fc.bigInt({ min: 2n, max: 5000n }), fc.integer({ min: 2, max: 12 }))
      .map(([base, index]) => ({ value: base ** BigInt(index), index }));
    fc.assert(
      fc.property(powers, fc.constantFrom(-1n, 0n, 1n), ({ value, index }, off) => {
        const root = integerRoot(value + off, index);
        const isPerfect = root ** BigInt(index) === value + off;
        expect(perfectRoot(value + off, BigInt(index))).toBe(isPerfect ? root : undefined);
      }),
    );
  });
});

describe('refineFrom', () => {
  it('begins where an answer is to be expected, and asks the rungs below last', () => {
    const asked: number[] = [];
    const at = refineFrom(100, (bits) => {
      asked.push(bits);
      return bits === 64 ? bits : undefined;
    });
    expect(at).toBe(64);
    expect(asked).toEqual([128, 256, 512, 1024, 2048, 4096, 64]);
    expect(refineFrom(9000, (bits) => bits)).toBe(4096);
    expect(refineFrom(3, (bits) => bits)).toBe(refine((bits) => bits));
  });
});
