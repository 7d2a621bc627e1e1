import { rescale } from './enclosure.js';
import { lnOf, multiplyExact, powerProduct } from './exact.js';
import {
  awayFromZero,
  encloseExact,
  type Exact,
  fromLogs,
  irrational,
  isRational,
  negateExact,
  signExact,
} from './irrational.js';
import { logForm } from './log-form.js';
import { encloseExp, encloseLn } from './logarithm.js';
import { powersOf } from './power.js';
import { powerExact } from './power-exact.js';
import { ONE, type Rational, rational, ZERO } from './rational.js';
import { FIRST_RUNG } from './refine.js';

/** |x| up to which exp x is known: some 1,400 bits, far beyond any score, so that a decision costs little. */
const EXP_LIMIT = 1_000n;

const HALF: Rational = { n: 1n, d: 2n };
const THIRD: Rational = { n: 1n, d: 3n };

/**
 * The natural logarithm.
 *
 * ln 1 = 0, ln exp x = x; that of a product of powers is a log form, which sums, differences, rational multiples and quotients keep
 * @returns undefined for a value that is not positive, or cannot be told from zero at BIT_LIMIT
 * Source: Lindemann (1882): the logarithm of a positive algebraic number other than 1 is transcendental; `LogForm`
 */
export function lnExact(value: Exact): Exact | undefined {
  if (signExact(value) !== 1) return undefined;
  if (isRational(value)) {
    const over = logForm(powersOf(value, ONE));
    return over === undefined
      ? irrational((bits) => encloseLn(value, bits))
      : fromLogs({ over, under: undefined });
  }
  if (value.exponent !== undefined) return value.exponent;
  const over = value.powers && logForm(value.powers);
  if (over !== undefined) return fromLogs({ over, under: undefined });
  const apart = awayFromZero(value);
  return apart === undefined ? undefined : irrational(lnOf(value, apart), [value]);
}

/**
 * The exponential.
 *
 * exp 0 = 1; exp ln(product of powers) = the product, rational whenever it is so
 * @returns undefined for an exponent beyond EXP_LIMIT either way, and when it is not decided at FIRST_RUNG to lie within
 * Source: Hermite (1873) and Lindemann (1882): exp of an algebraic number other than 0 is transcendental
 */
export function expExact(value: Exact): Exact | undefined {
  if (isRational(value) && value.n === 0n) return ONE;
  const { lo, hi } = encloseExact(value, FIRST_RUNG);
  const limit = EXP_LIMIT << BigInt(FIRST_RUNG);
  if (lo < -limit || hi > limit) return undefined;
  const { over, under } = (isRational(value) ? undefined : value.log) ?? {};
  if (over?.constant.n === 0n && under === undefined)
    return powerProduct(
      over.powers.map(({ base, exponent }) => ({ base: rational(base), exponent })),
    );
  // the result has x / ln 2 < 3x/2 bits before the point; as many more make its ulps those of 2^-bits
  const ahead = hi > 0n ? Number((3n * hi) >> BigInt(FIRST_RUNG + 1)) + 1 : 0;
  const exp = irrational(
    (bits) => {
      const wide = bits + ahead;
      return rescale(encloseExp(encloseExact(value, wide + 4), wide), bits);
    },
    [value],
  );
  return { ...exp, exponent: value };
}

/**
 * base ^ exponent, rational whenever the exponent is rational and the result is so.
 *
 * exp(exponent * ln base) when the exponent is irrational
 * @returns undefined as for `powerExact` when the exponent is rational; otherwise for a negative base, for zero unless the exponent is
 * positive, as for `expExact`, and where a sign is undecided at BIT_LIMIT
 * Source: definition; `powerExact`
 */
export function powExact(base: Exact, exponent: Exact): Exact | undefined {
  const isExponential = !isRational(base) && base.exponent !== undefined;
  if (isRational(exponent) && !isExponential) return powerExact(base, exponent);
  if (signExact(base) === 0) return signExact(exponent) === 1 ? ZERO : undefined;
  const logarithm = lnExact(base);
  return logarithm === undefined ? undefined : expExact(multiplyExact(exponent, logarithm));
}

/**
 * The square root, not negative; rational whenever it is so.
 *
 * @returns undefined for a negative value, and as for `powerExact`
 * Source: definition; `powerExact`
 */
export function sqrtExact(value: Exact): Exact | undefined {
  return powExact(value, HALF);
}

/**
 * The real cube root, of the sign of `value`; rational whenever it is so.
 *
 * sign(x) |x|^(1/3)
 * @returns undefined when the sign is undecided at BIT_LIMIT, and as for `powerExact`
 * Source: definition; `powerExact`
 */
export function cbrtExact(value: Exact): Exact | undefined {
  if (signExact(value) !== -1) return powExact(value, THIRD);
  const root = powExact(negateExact(value), THIRD);
  return root === undefined ? undefined : negateExact(root);
}
