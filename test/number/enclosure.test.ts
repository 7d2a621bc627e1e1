import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addEnclosures,
  divideEnclosures,
  type Enclosure,
  encloseRational,
  multiplyEnclosures,
  negateEnclosure,
  rescale,
  scaleEnclosure,
  subtractEnclosures,
} from '../../src/number/enclosure.js';
import {
  add,
  compare,
  divide,
  multiply,
  negate,
  type Rational,
  rational,
  subtract,
} from '../../src/number/rational.js';
import { rationals } from './generate.js';

/** Whether lo/2^bits <= value <= hi/2^bits, in exact arithmetic. */
const contains = ({ lo, hi, bits }: Enclosure, value: Rational): boolean =>
  compare(rational(lo, 1n << BigInt(bits)), value) <= 0 &&
  compare(value, rational(hi, 1n << BigInt(bits))) <= 0;

const bits = fc.integer({ min: 0, max: 200 });
/** A value and an enclosure of it that is up to some ulps too wide. */
const enclosed = fc
  .record({
    value: rationals,
    bits,
    below: fc.bigInt({ min: 0n, max: 99n }),
    above: fc.bigInt({ min: 0n, max: 99n }),
  })
  .map(({ value, bits: precision, below, above }) => {
    const tight = encloseRational(value, precision);
    return { value, enclosure: { ...tight, lo: tight.lo - below, hi: tight.hi + above } };
  });

describe('encloseRational', () => {
  it('is a point for a binary fraction and one ulp wide otherwise', () => {
    expect(encloseRational(rational(-3n, 4n), 2)).toEqual({ lo: -3n, hi: -3n, bits: 2 });
    expect(encloseRational(rational(1n, 3n), 2)).toEqual({ lo: 1n, hi: 2n, bits: 2 });
    expect(encloseRational(rational(-1n, 3n), 2)).toEqual({ lo: -2n, hi: -1n, bits: 2 });
  });

  it('law, enclosed: the value lies within one ulp, at any precision', () => {
    fc.assert(
      fc.property(rationals, bits, (value, precision) => {
        const enclosure = encloseRational(value, precision);
        expect(contains(enclosure, value)).toBe(true);
        expect(enclosure.hi - enclosure.lo).toBeLessThanOrEqual(1n);
      }),
      { numRuns: 500 },
    );
  });
});

describe('enclosure arithmetic', () => {
  it('law, enclosed: sums, differences, products and quotients hold the exact result', () => {
    fc.assert(
      fc.property(enclosed, enclosed, rationals, (a, b, factor) => {
        const [x, y] = [a.enclosure, b.enclosure];
        expect(contains(addEnclosures(x, y), add(a.value, b.value))).toBe(true);
        expect(contains(subtractEnclosures(x, y), subtract(a.value, b.value))).toBe(true);
        expect(contains(multiplyEnclosures(x, y), multiply(a.value, b.value))).toBe(true);
        expect(contains(negateEnclosure(x), negate(a.value))).toBe(true);
        expect(contains(scaleEnclosure(x, factor), multiply(a.value, factor))).toBe(true);
        const quotient = divideEnclosures(x, y);
        const exact = divide(a.value, b.value);
        expect(quotient === undefined).toBe(y.lo <= 0n && y.hi >= 0n);
        if (quotient !== undefined && exact !== undefined)
          expect(contains(quotient, exact)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('law, hull: every pair of ends combines inside the result', () => {
    const point = (n: bigint, precision: number): Rational => rational(n, 1n << BigInt(precision));
    fc.assert(
      fc.property(enclosed, enclosed, (a, b) => {
        const [x, y] = [a.enclosure, b.enclosure];
        const product = multiplyEnclosures(x, y);
        const quotient = divideEnclosures(x, y);
        for (const p of [x.lo, x.hi]) {
          for (const q of [y.lo, y.hi]) {
            const [left, right] = [point(p, x.bits), point(q, y.bits)];
            expect(contains(product, multiply(left, right))).toBe(true);
            const exact = divide(left, right);
            if (quotient !== undefined && exact !== undefined)
              expect(contains(quotient, exact)).toBe(true);
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  it('law, tight: on points a result is at most two ulps wide', () => {
    fc.assert(
      fc.property(rationals, rationals, bits, (a, b, precision) => {
        const point = (value: Rational): Enclosure => {
          const { lo } = encloseRational(value, precision);
          return { lo, hi: lo, bits: precision };
        };
        const [x, y] = [point(a), point(b)];
        const results = [
          addEnclosures(x, y),
          subtractEnclosures(x, y),
          multiplyEnclosures(x, y),
          scaleEnclosure(x, b),
        ];
        const quotient = divideEnclosures(x, y);
        for (const { lo, hi, bits: finer } of [...results, ...(quotient ? [quotient] : [])]) {
          expect(finer).toBe(precision);
          expect(hi - lo).toBeLessThanOrEqual(1n);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('rescale', () => {
  it('law, enclosed: is exact to more bits and holds the value at fewer', () => {
    fc.assert(
      fc.property(enclosed, bits, ({ value, enclosure }, precision) => {
        const other = rescale(enclosure, precision);
        expect(other.bits).toBe(precision);
        expect(contains(other, value)).toBe(true);
        if (precision >= enclosure.bits) expect(rescale(other, enclosure.bits)).toEqual(enclosure);
      }),
      { numRuns: 500 },
    );
  });
});
