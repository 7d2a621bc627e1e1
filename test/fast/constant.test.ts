import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { constantSpan, nearestDouble } from '../../src/fast/constant.js';
import { exactText, readNumber, significantDigits } from '../../src/number/decimal.js';
import { rational } from '../../src/number/rational.js';

describe('constants of a policy in doubles', () => {
  it('law, nearest: the double of a decimal is the one that its text is read as', () => {
    const digits = fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n });
    fc.assert(
      fc.property(digits, fc.nat({ max: 25 }), (units, places) => {
        const value = rational(units, 10n ** BigInt(places));
        const text = exactText(value);
        expect(nearestDouble(value)).toBe(Number(text));
        expect(constantSpan(value).span.isDecimal).toBe(significantDigits(text) <= 15);
      }),
    );
  });

  it('law, held: a fraction lies within the ends of its span', () => {
    const terms = fc.tuple(fc.bigInt(-(10n ** 20n), 10n ** 20n), fc.bigInt(1n, 10n ** 20n));
    fc.assert(
      fc.property(terms, ([n, d]) => {
        const { double, span } = constantSpan(rational(n, d));
        expect(span.low).toBeLessThanOrEqual(double);
        expect(span.high).toBeGreaterThanOrEqual(double);
        // |n / d - double| <= error, in whole numbers of 2^-200 / d
        const scale = 2n ** 200n;
        const scaled = BigInt(Math.round(double * 2 ** 60)) * 2n ** 140n;
        const apart = n * scale - scaled * d;
        const most = (span.error + 2 ** -59) * Number(d) * 2 ** 200;
        expect(Math.abs(Number(apart))).toBeLessThanOrEqual(most * (1 + 2 ** -40));
      }),
    );
  });

  it.each([
    ['60%', '0.6'],
    ['12.5%', '0.125'],
    ['000.50', '0.5'],
    ['999999.999999', '999999.999999'],
    ['999999.999999%', '9999.99999999'],
    ['1000000', '1000000'],
    ['0%', '0'],
  ])('reads %s as %s', (text, expected) => {
    const value = readNumber(text);
    expect(value && exactText(value)).toBe(expected);
  });
});
