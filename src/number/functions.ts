import type { Enclosure } from './enclosure.js';
import { compareExact, type Exact, powerProduct } from './exact.js';
import { awayFromZero, type Irrational, irrational, isRational } from './irrational.js';
import { encloseLn } from './logarithm.js';
import { ONE, type Rational, rational, ZERO } from './rational.js';

/** ln over an enclosure that lies above zero: the ends of ln, which is increasing. */
const lnOver = ({ lo, hi, bits }: Enclosure, wanted: number): Enclosure => {
  const unit = 1n << BigInt(bits);
  const low = encloseLn(rational(lo, unit), wanted);
  const high = encloseLn(rational(hi, unit), wanted);
  return { lo: low.lo, hi: high.hi, bits: wanted };
};

/**
 * The natural logarithm.
 *
 * ln 1 = 0; the logarithm of any other positive rational is irrational
 * @returns undefined for a value that is not positive, or not decided to be
 * Source: Lindemann's theorem (the logarithm of an algebraic number other than 0 and 1 is transcendental)
 */
export const lnExact = (value: Exact): Exact | undefined => {
  if (compareExact(value, ZERO) !== 1) return undefined;
  if (isRational(value)) {
    return value.n === value.d ? ZERO : irrational((bits) => encloseLn(value, bits));
  }
  return lnOfIrrational(value);
};

const lnOfIrrational = (value: Irrational): Exact | undefined => {
  const apart = awayFromZero(value);
  if (apart === undefined) return undefined;
  return irrational((bits) => {
    const fine = value.enclose(bits);
    return lnOver(fine.lo > 0n ? fine : apart, bits);
  });
};

/**
 * base ^ exponent, rational whenever it is so.
 *
 * @returns undefined for a negative base with an exponent that is not whole, for zero to a negative exponent (0 ^ 0 is 1), and
 * for a result beyond 2^20,000 that is not held exactly
 * Source: definition; `powerProduct`
 */
export const powerExact = (base: Exact, exponent: Rational): Exact | undefined =>
  exponent.n === 0n ? ONE : powerProduct([{ base, exponent }]);
