import { Decimal } from 'decimal.js';
import * as fc from 'fast-check';
import type { Enclosure } from '../../src/number/enclosure.js';
import { type Rational, rational } from '../../src/number/rational.js';

/** decimal.js with room for every exact result below, so that it rounds once: where a test asks it to. */
export const Exactly = Decimal.clone({
  precision: 400,
  rounding: Decimal.ROUND_DOWN,
  toExpNeg: -9e15,
  toExpPos: 9e15,
});

/** Signed integers of up to `digits` digits, small ones often. */
export const integers = (digits: number): fc.Arbitrary<bigint> => {
  const limit = 10n ** BigInt(digits);
  return fc.oneof(
    fc.bigInt({ min: -12n, max: 12n }),
    fc.bigInt({ min: -1000n, max: 1000n }),
    fc.bigInt({ min: -limit, max: limit }),
  );
};

/** Fractions of either sign; equal denominators, whole numbers and zero often. */
export const rationals: fc.Arbitrary<Rational> = fc
  .tuple(
    integers(25),
    fc.oneof(fc.constantFrom(1n, 10n, 100n, 3n, 7n, 9n), fc.bigInt({ min: 1n, max: 10n ** 25n })),
  )
  .map(([n, d]) => rational(n, d));

export const positives: fc.Arbitrary<Rational> = fc
  .tuple(
    fc.oneof(fc.bigInt({ min: 1n, max: 1000n }), fc.bigInt({ min: 1n, max: 10n ** 30n })),
    fc.oneof(fc.bigInt({ min: 1n, max: 1000n }), fc.bigInt({ min: 1n, max: 10n ** 30n })),
  )
  .map(([n, d]) => rational(n, d));

/** A plain decimal text, with its exponent form now and then. */
export const decimalTexts: fc.Arbitrary<string> = fc
  .tuple(
    integers(20),
    fc.integer({ min: 0, max: 15 }),
    fc.option(fc.integer({ min: -30, max: 30 })),
  )
  .map(([units, places, exponent]) => {
    const minus = units < 0n ? '-' : '';
    const digits = (units < 0n ? -units : units).toString().padStart(places + 1, '0');
    const point = digits.length - places;
    const mantissa = places === 0 ? digits : `${digits.slice(0, point)}.${digits.slice(point)}`;
    return `${minus}${mantissa}${exponent === null ? '' : `e${exponent}`}`;
  });

/** The fraction in decimal.js, to 400 digits. */
export function asDecimal(value: Rational): Decimal {
  return new Exactly(value.n.toString()).div(value.d.toString());
}

/** Both ends of an enclosure in decimal.js. */
export function ends({ lo, hi, bits }: Enclosure): { readonly lo: Decimal; readonly hi: Decimal } {
  const unit = new Exactly(2).pow(bits);
  return { lo: new Exactly(lo.toString()).div(unit), hi: new Exactly(hi.toString()).div(unit) };
}

/** Whether `value`, good to some digits more than the enclosure shows, lies in it. */
export function holds({ lo, hi, bits }: Enclosure, value: Decimal): boolean {
  const scaled = new Exactly(value).mul((1n << BigInt(bits)).toString());
  return lo <= BigInt(scaled.floor().toFixed(0)) && BigInt(scaled.ceil().toFixed(0)) <= hi;
}
