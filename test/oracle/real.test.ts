import { Decimal } from 'decimal.js';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimalText, fraction } from './fraction.js';
import { type Interval, expOf, lnOf, ofFraction } from './interval.js';
import { add, compare, exp, ln, multiply, negate, raise, real, realText } from './real.js';

// decimal.js knows logarithms and exponentials by series and constants of its own.
const Precise = Decimal.clone({ precision: 120 });
const SCALE = 10n ** 80n;

const positive = fc
  .tuple(fc.bigInt(1n, 10n ** 18n), fc.bigInt(1n, 10n ** 12n))
  .map(([n, d]) => ({ n, d }));

const isAround = ({ low, high }: Interval, value: Decimal, scale: bigint): boolean => {
  const by = new Precise(String(scale));
  return (
    value.times(by).gte(String(low)) &&
    value.times(by).lte(String(high)) &&
    (high - low) * 10n ** 60n < scale * 10n ** 20n
  );
};

/** Of primes below a thousand alone, which the oracle takes apart. */
const smooth = fc
  .tuple(fc.bigInt(1n, 999n), fc.bigInt(1n, 999n), fc.bigInt(1n, 999n))
  .map(([a, b, c]) => ({ n: a * b, d: c }));

describe('the oracle’s own functions', () => {
  it('law, enclosure: a logarithm lies where decimal.js says', () => {
    fc.assert(
      fc.property(positive, ({ n, d }) => {
        const interval = lnOf(ofFraction(fraction(n, d), SCALE), SCALE);
        return isAround(interval, new Precise(String(n)).div(String(d)).ln(), SCALE);
      }),
    );
  });

  it('law, enclosure: an exponential lies where decimal.js says', () => {
    fc.assert(
      fc.property(fc.integer({ min: -40_000, max: 40_000 }), (thousandths) => {
        const x = fraction(BigInt(thousandths), 1000n);
        const interval = expOf(ofFraction(x, SCALE), SCALE);
        return isAround(interval, new Precise(thousandths).div(1000).exp(), SCALE);
      }),
    );
  });

  it('law, inverse: an exponential of a logarithm is the number', () => {
    fc.assert(
      fc.property(positive, ({ n, d }) => {
        const x = real(fraction(n, d));
        return compare(exp(ln(x)), x) === 0;
      }),
    );
  });

  it('law, sum: logarithms add as numbers multiply', () => {
    fc.assert(
      fc.property(smooth, smooth, (a, b) => {
        const [x, y] = [real(fraction(a.n, a.d)), real(fraction(b.n, b.d))];
        return compare(ln(multiply(x, y)), add(ln(x), ln(y))) === 0;
      }),
    );
  });

  it('law, decimal power: a power lies where decimal.js says', () => {
    fc.assert(
      fc.property(positive, fc.integer({ min: -300, max: 300 }), ({ n, d }, hundredths) => {
        const text = realText(raise(real(fraction(n, d)), fraction(BigInt(hundredths), 100n)));
        const [, places] = /^[~a-z ]*(-?[\d./]+)$/.exec(text) ?? [];
        const [above = '', below = '1'] = (places ?? '').split('/');
        const found = new Precise(above).div(below);
        const wanted = new Precise(String(n)).div(String(d)).pow(new Precise(hundredths).div(100));
        return found
          .minus(wanted)
          .abs()
          .lte(new Precise('1e-39').plus(wanted.times('1e-100')));
      }),
    );
  });

  it('sees that a sum of roots is zero', () => {
    const root = (value: bigint) => raise(real(fraction(value)), fraction(1n, 2n));
    const eight = multiply(real(fraction(2n)), root(2n));
    expect(realText(add(root(8n), negate(eight)))).toBe('0');
    expect(decimalText(fraction(-1n, 3n), 3)).toBe('-0.333');
  });
});
