import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  bitLength,
  ceilDivide,
  ceilShift,
  floorDivide,
  floorShift,
} from '../../src/number/bits.js';
import { gcd } from '../../src/number/gcd.js';
import {
  absolute,
  add,
  ceiling,
  compare,
  divide,
  equal,
  floor,
  HUNDRED,
  isInteger,
  maximum,
  minimum,
  multiply,
  negate,
  ONE,
  type Rational,
  rational,
  sign,
  subtract,
  sum,
  weightedSum,
  ZERO,
} from '../../src/number/rational.js';
import { asDecimal, Exactly, integers, rationals } from './generate.js';

/** Euclid without shortcuts. */
const naiveGcd = (a: bigint, b: bigint): bigint => (b === 0n ? a : naiveGcd(b, a % b));
const size = (a: bigint): bigint => (a < 0n ? -a : a);
const inLowestTerms = ({ n, d }: Rational): boolean => d > 0n && naiveGcd(size(n), d) === 1n;
const law = <T>(property: fc.IProperty<T>): void => {
  fc.assert(property, { numRuns: 500 });
};

describe('rational', () => {
  it('reduces to lowest terms and carries the sign in the numerator', () => {
    expect(rational(6n, -4n)).toEqual({ n: -3n, d: 2n });
    expect(rational(-6n, -4n)).toEqual({ n: 3n, d: 2n });
    expect(rational(0n, -7n)).toEqual(ZERO);
    expect(rational(100n)).toEqual(HUNDRED);
    expect(rational(7n, 7n)).toEqual(ONE);
  });

  it('refuses a denominator of zero as misuse', () => {
    expect(() => rational(1n, 0n)).toThrow(RangeError);
  });

  it('adds three ninths to exactly one third, and a tenth and two tenths to three tenths', () => {
    const ninth = rational(1n, 9n);
    expect(sum([ninth, ninth, ninth])).toEqual({ n: 1n, d: 3n });
    expect(add(rational(1n, 10n), rational(2n, 10n))).toEqual({ n: 3n, d: 10n });
    expect(sum([])).toEqual(ZERO);
  });

  it('divides by zero to nothing rather than to a number', () => {
    expect(divide(ONE, ZERO)).toBeUndefined();
    expect(divide(ZERO, rational(-3n))).toEqual(ZERO);
    expect(divide(ONE, rational(-3n, 2n))).toEqual({ n: -2n, d: 3n });
  });

  it.each([
    [7n, 2n, 3n, 4n],
    [-7n, 2n, -4n, -3n],
    [6n, 2n, 3n, 3n],
    [-6n, 2n, -3n, -3n],
    [-1n, 3n, -1n, 0n],
    [1n, 3n, 0n, 1n],
  ])('has the floor and the ceiling of %s/%s at %s and %s', (n, d, below, above) => {
    expect(floor(rational(n, d))).toBe(below);
    expect(ceiling(rational(n, d))).toBe(above);
  });

  it('law, reduced: every operation gives lowest terms and a positive denominator', () => {
    law(
      fc.property(rationals, rationals, (a, b) => {
        const results = [
          add(a, b),
          subtract(a, b),
          multiply(a, b),
          negate(a),
          absolute(a),
          sum([a, b, a]),
        ];
        const quotient = divide(a, b);
        return [...results, ...(quotient === undefined ? [] : [quotient])].every(inLowestTerms);
      }),
    );
  });

  it('law, field: addition and multiplication commute, associate and distribute', () => {
    law(
      fc.property(rationals, rationals, rationals, (a, b, c) => {
        expect(add(a, b)).toEqual(add(b, a));
        expect(add(add(a, b), c)).toEqual(add(a, add(b, c)));
        expect(multiply(a, b)).toEqual(multiply(b, a));
        expect(multiply(multiply(a, b), c)).toEqual(multiply(a, multiply(b, c)));
        expect(multiply(a, add(b, c))).toEqual(add(multiply(a, b), multiply(a, c)));
      }),
    );
  });

  it('law, field: zero and one are neutral, and every value has its opposite and its inverse', () => {
    law(
      fc.property(rationals, (a) => {
        expect(add(a, ZERO)).toEqual(a);
        expect(multiply(a, ONE)).toEqual(a);
        expect(multiply(a, ZERO)).toEqual(ZERO);
        expect(add(a, negate(a))).toEqual(ZERO);
        const inverse = divide(ONE, a);
        expect(inverse === undefined ? a : multiply(a, inverse)).toEqual(a.n === 0n ? ZERO : ONE);
      }),
    );
  });

  it('law, cross-multiplied: sums, products and quotients satisfy their defining equations', () => {
    law(
      fc.property(rationals, rationals, (a, b) => {
        const total = add(a, b);
        expect(total.n * a.d * b.d).toBe((a.n * b.d + b.n * a.d) * total.d);
        const product = multiply(a, b);
        expect(product.n * a.d * b.d).toBe(a.n * b.n * product.d);
        const quotient = divide(a, b);
        if (b.n !== 0n) expect(quotient && multiply(quotient, b)).toEqual(a);
        else expect(quotient).toBeUndefined();
      }),
    );
  });

  it('law, ordered: comparison agrees with decimal.js, with subtraction and with minimum and maximum', () => {
    law(
      fc.property(rationals, rationals, (a, b) => {
        const order = compare(a, b);
        expect(order).toBe(asDecimal(a).cmp(asDecimal(b)));
        expect(order).toBe(sign(subtract(a, b)));
        expect(compare(b, a) + order).toBe(0);
        expect(equal(a, b)).toBe(order === 0);
        expect(minimum(a, b)).toEqual(order <= 0 ? a : b);
        expect(maximum(a, b)).toEqual(order >= 0 ? a : b);
      }),
    );
  });

  it('law, between: floor <= value <= ceiling, one apart unless the value is whole', () => {
    law(
      fc.property(rationals, (a) => {
        expect(compare(rational(floor(a)), a)).toBeLessThanOrEqual(0);
        expect(compare(a, rational(ceiling(a)))).toBeLessThanOrEqual(0);
        expect(ceiling(a) - floor(a)).toBe(isInteger(a) ? 0n : 1n);
        expect(sign(absolute(a))).toBe(a.n === 0n ? 0 : 1);
      }),
    );
  });

  it('law, blind to order: a sum is the same whichever way it is added', () => {
    law(
      fc.property(fc.array(rationals, { maxLength: 8 }), (values) => {
        const total = sum(values);
        expect(sum([...values].reverse())).toEqual(total);
        expect(values.reduce(add, ZERO)).toEqual(total);
      }),
    );
  });

  it('law, distributed: a weighted sum is the sum of the products, in lowest terms', () => {
    const part = fc.record({ weight: rationals, value: rationals });
    law(
      fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
        const products = parts.map(({ weight, value }) => multiply(weight, value));
        expect(weightedSum(parts)).toEqual(products.reduce(add, ZERO));
      }),
    );
  });
});

describe('gcd', () => {
  it('law, Euclid: agrees with the plain algorithm beyond, at and below 2^53', () => {
    const wide = fc.oneof(integers(40), fc.bigInt({ min: 2n ** 53n - 3n, max: 2n ** 53n + 3n }));
    law(
      fc.property(wide, wide, integers(30), (a, b, c) => {
        expect(gcd(a, b)).toBe(naiveGcd(size(a), size(b)));
        expect(gcd(a * c, b * c)).toBe(naiveGcd(size(a * c), size(b * c)));
      }),
    );
  });
});

describe('bits', () => {
  it('law, length: 2^(k-1) <= |value| < 2^k for k bits, and zero has none', () => {
    expect(bitLength(0n)).toBe(0);
    law(
      fc.property(integers(60), (value) => {
        expect(bitLength(value)).toBe(value === 0n ? 0 : size(value).toString(2).length);
      }),
    );
  });

  it('law, directed: shifts and quotients round down and up as decimal.js does', () => {
    law(
      fc.property(
        integers(30),
        fc.integer({ min: -70, max: 70 }),
        fc.bigInt({ min: 1n, max: 10n ** 20n }),
        (value, places, divisor) => {
          const shifted = new Exactly(value.toString()).mul(new Exactly(2).pow(places));
          expect(floorShift(value, places).toString()).toBe(shifted.floor().toString());
          expect(ceilShift(value, places)).toBe(-floorShift(-value, places));
          const quotient = new Exactly(value.toString()).div(divisor.toString());
          expect(floorDivide(value, divisor).toString()).toBe(quotient.floor().toString());
          expect(ceilDivide(value, divisor)).toBe(-floorDivide(-value, divisor));
        },
      ),
    );
  });
});
