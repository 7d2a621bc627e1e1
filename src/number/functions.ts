import type { Enclosure } from './enclosure.js';
import { compareExact, type Exact, multiplyExact, powerProduct } from './exact.js';
import { powerExact } from './power-exact.js';
import {
  awayFromZero,
  encloseExact,
  type Irrational,
  irrational,
  isRational,
} from './irrational.js';
import { encloseExp, encloseLn } from './logarithm.js';
import { rational, ZERO } from './rational.js';

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

export const expExact = (value: Exact): Exact | undefined => {
  if (isRational(value) && value.n === 0n) return rational(1n);
  return irrational((bits) => encloseExp(encloseExact(value, bits + 4), bits));
};

export const powExact = (base: Exact, exponent: Exact): Exact | undefined => {
  if (isRational(exponent)) return powerExact(base, exponent);
  const ln = lnExact(base);
  return ln && expExact(multiplyExact(ln, exponent));
};

export const sqrtExact = (value: Exact): Exact | undefined =>
  powerProduct([{ base: value, exponent: rational(1n, 2n) }]);

export const cbrtExact = (value: Exact): Exact | undefined =>
  powerProduct([{ base: value, exponent: rational(1n, 3n) }]);
