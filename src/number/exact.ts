import { bitLength } from './bits.js';
import { dividePositive, type Enclosure, multiplyEnclosures, rescale } from './enclosure.js';
import {
  addOpaque,
  awayFromZero,
  encloseExact,
  type Exact,
  fromLogs,
  fromTerms,
  type Irrational,
  irrational,
  isRational,
  logsOf,
  negateExact,
  scaleTerms,
  signExact,
  termsOf,
} from './irrational.js';
import {
  invertLogQuotient,
  type LogQuotient,
  multiplyLogQuotients,
  sumLogQuotients,
} from './log-quotient.js';
import { encloseExp, encloseLn } from './logarithm.js';
import { invertPowers, normalTerm, type Power, powersOf, type Term } from './power.js';
import {
  collectTerms,
  encloseLogProduct,
  type LogPart,
  logParts,
  multiplyTerms,
} from './radical.js';
import {
  add,
  compare,
  divide,
  isInteger,
  multiply,
  ONE,
  type Rational,
  rational,
  ZERO,
} from './rational.js';
import { BIT_LIMIT, FIRST_RUNG, refineFrom } from './refine.js';
import {
  decimalFraction,
  placesStep,
  type RoundingMode,
  roundQuotient,
  roundToStep,
} from './round.js';

export { type Exact, type Irrational, isRational, negateExact } from './irrational.js';
export type { Power } from './power.js';
export { BIT_LIMIT } from './refine.js';

/** |ln| up to which a product of powers or an exponential is kept: some 20,000 bits above or below one. */
const LOG_LIMIT = 14_000n;

/** The terms of all values; undefined where one has none. */
function termsOfAll(values: readonly Exact[]): readonly Term[] | undefined {
  const all: Term[] = [];
  for (const value of values) {
    const terms = termsOf(value);
    if (terms === undefined) return undefined;
    for (const term of terms) all.push(term);
  }
  return all;
}

/**
 * Sum of all values; 0 of none. Like radicals are put together, and logarithms, so what cancels cancels exactly.
 *
 * @returns a fraction whenever a sum of radicals, or of logarithms, is rational; beyond that a value known by its enclosure
 * Source: `collectTerms`; `sumLogQuotients`
 */
export function sumExact(values: readonly Exact[]): Exact {
  const terms = termsOfAll(values);
  const collected = terms && collectTerms(terms);
  if (collected !== undefined) return fromTerms(collected);
  const parts = values.map(logsOf);
  const logs = parts.every((each) => each !== undefined) ? sumLogQuotients(parts) : undefined;
  return logs === undefined ? addOpaque(values) : fromLogs(logs);
}

/**
 * a + b, exact: like radicals are put together, and logarithms.
 *
 * Source: `collectTerms`; `sumLogQuotients`
 */
export function addExact(a: Exact, b: Exact): Exact {
  if (isRational(a) && isRational(b)) return add(a, b);
  if (isRational(a) && a.n === 0n) return b;
  if (isRational(b) && b.n === 0n) return a;
  return sumExact([a, b]);
}

/**
 * a - b, exact: like radicals are put together, and logarithms, and a value less itself is 0.
 *
 * Source: `collectTerms`; `sumLogQuotients`
 */
export function subtractExact(a: Exact, b: Exact): Exact {
  return a === b ? ZERO : addExact(a, negateExact(b));
}

/**
 * a * b, exact: sums of radicals are multiplied out, and a rational times a logarithm is one.
 *
 * Source: `multiplyTerms`; `multiplyLogQuotients`
 */
export function multiplyExact(a: Exact, b: Exact): Exact {
  if (isRational(a) && isRational(b)) return multiply(a, b);
  if (isRational(b)) return multiplyExact(b, a);
  if (isRational(a)) {
    if (a.n === 0n) return ZERO;
    if (a.n === 1n && a.d === 1n) return b;
    if (b.terms !== undefined) return fromTerms(scaleTerms(b.terms, a));
  }
  const x = termsOf(a);
  const y = termsOf(b);
  const terms = x === undefined || y === undefined ? undefined : multiplyTerms(x, y);
  if (terms !== undefined) return fromTerms(terms);
  return (
    multiplyLogs(logsOf(a), logsOf(b)) ??
    multiplyExponentials(a, b) ??
    irrational((bits) => multiplyEnclosures(encloseExact(a, bits), encloseExact(b, bits)), [a, b])
  );
}

/**
 * a / b, exact when b is a fraction or one radical, and a fraction whenever a quotient of logarithms is one.
 *
 * @returns undefined when b is zero or cannot be told from zero at BIT_LIMIT
 * Source: definition; `multiplyLogQuotients`
 */
export function divideExact(a: Exact, b: Exact): Exact | undefined {
  if (isRational(b)) {
    if (isRational(a)) return divide(a, b);
    const inverse = divide(ONE, b);
    return inverse === undefined ? undefined : multiplyExact(inverse, a);
  }
  if (a === b && awayFromZero(b) !== undefined) return ONE;
  const quotient = b.log && multiplyLogs(logsOf(a), invertLogQuotient(b.log));
  if (quotient !== undefined) return quotient;
  const [only, second] = b.terms ?? [];
  if (only !== undefined && second === undefined) {
    const term = normalTerm(invertPowers(only.powers));
    const scale = divide(ONE, only.coefficient);
    if (term !== undefined && scale !== undefined) {
      return multiplyExact(a, fromTerms(scaleTerms([term], scale)));
    }
  }
  const apart = awayFromZero(b);
  if (apart === undefined) return undefined;
  if (isRational(a) && a.n === 0n) return ZERO;
  if (apart.hi < 0n) return divideExact(negateExact(a), negateExact(b));
  return irrational(
    (bits) => {
      const divisor = b.enclose(bits);
      return rescale(
        dividePositive(encloseExact(a, bits), divisor.lo > 0n ? divisor : apart),
        bits,
      );
    },
    [a, b],
  );
}

/** exp x * exp y = exp (x + y); undefined when one of them is no exponential. */
function multiplyExponentials(a: Exact, b: Exact): Exact | undefined {
  if (isRational(a) || isRational(b)) return undefined;
  if (a.exponent === undefined || b.exponent === undefined) return undefined;
  const exponent = addExact(a.exponent, b.exponent);
  if (isRational(exponent) && exponent.n === 0n) return ONE;
  const product = irrational(
    (bits) => multiplyEnclosures(encloseExact(a, bits), encloseExact(b, bits)),
    [a, b],
  );
  return { ...product, exponent };
}

/** a * b as logarithms; undefined when it has no such form. */
function multiplyLogs(a: LogQuotient | undefined, b: LogQuotient | undefined): Exact | undefined {
  const logs = a && b && multiplyLogQuotients(a, b);
  return logs && fromLogs(logs);
}

/** Order of two enclosed numbers; undefined when the enclosures meet. */
function order(a: Enclosure, b: Enclosure): -1 | 1 | undefined {
  if (a.hi < b.lo) return -1;
  return a.lo > b.hi ? 1 : undefined;
}

/** The order of b and a, given that of a and b. */
function reversed(order: -1 | 0 | 1 | undefined): -1 | 0 | 1 | undefined {
  if (order === 1) return -1;
  return order === -1 ? 1 : order;
}

/**
 * Order of a and b: -1 when a < b, 0 when equal, 1 when a > b.
 *
 * sign(a - b); enclosures are refined until they part. exp increases, so exponentials go by their exponents
 * @returns undefined when they have not parted at BIT_LIMIT; for sums of radicals, and of logarithms, equality is always recognised
 * Source: `collectTerms`; `sumLogQuotients`
 */
export function compareExact(a: Exact, b: Exact): -1 | 0 | 1 | undefined {
  if (isRational(a) && isRational(b)) return compare(a, b);
  if (isRational(a)) return reversed(compareExact(b, a));
  if (!isRational(b) && a.exponent && b.exponent) return compareExact(a.exponent, b.exponent);
  const apart = order(encloseExact(a, FIRST_RUNG), encloseExact(b, FIRST_RUNG));
  return apart ?? signExact(subtractExact(a, b));
}

/**
 * `value` rounded to a multiple of `step`, as the number of steps; never a guess.
 *
 * Rounding never decreases as the value grows, so once both ends of an enclosure round alike, so does the value.
 * @param step - positive, in the unit of `value`
 * @returns undefined when the ends still differ at BIT_LIMIT
 * @throws RangeError when `step` is not positive: programmer misuse
 * Source: Ziv, ACM Trans. Math. Software 17 (1991) 410-423 (rounding by refinement); java.math.RoundingMode
 */
export function roundExact(value: Exact, step: Rational, mode: RoundingMode): bigint | undefined {
  if (isRational(value)) return roundToStep(value, step, mode);
  if (step.n <= 0n) throw new RangeError('a rounding step is positive');
  // An ulp wider than a step decides nothing.
  return refineFrom(bitLength(step.d / step.n), (bits) => {
    const { lo, hi } = value.enclose(bits);
    const divisor = step.n << BigInt(bits);
    const below = roundQuotient(lo * step.d, divisor, mode);
    return below === roundQuotient(hi * step.d, divisor, mode) ? below : undefined;
  });
}

/**
 * A fraction to print or to go on with: `value` itself when rational, otherwise its half-even rounding at `places`.
 *
 * @param places - a whole number from 0
 * @returns when the rounding is undecided, the middle of the enclosure at BIT_LIMIT, rounded
 * Source: `roundExact`
 */
export function nearestRational(value: Exact, places: number): Rational {
  if (isRational(value)) return value;
  const step = placesStep(places);
  const units = roundExact(value, step, 'half-even');
  if (units !== undefined) return decimalFraction(units, places);
  const { lo, hi, bits } = value.enclose(BIT_LIMIT);
  const middle = roundQuotient((lo + hi) * step.d, 2n << BigInt(bits), 'half-even');
  return decimalFraction(middle, places);
}

/** One factor of a product of powers. */
export interface PowerFactor {
  readonly base: Exact;
  readonly exponent: Rational;
}

/**
 * Encloses the logarithm of a number that `apart` shows to be positive.
 *
 * [down(ln lo), up(ln hi)], ln being monotone
 * Source: `encloseLn`
 */
export function lnOf(value: Irrational, apart: Enclosure): (bits: number) => Enclosure {
  return (bits) => {
    const fine = value.enclose(bits);
    const safe = fine.lo > 0n ? fine : apart;
    const low = encloseLn(rational(safe.lo, 1n << BigInt(safe.bits)), bits);
    const high = encloseLn(rational(safe.hi, 1n << BigInt(safe.bits)), bits);
    return { lo: low.lo, hi: high.hi, bits };
  };
}

/** exp of the parts' sum; undefined when its size is out of bounds or unknown. */
function expOf(parts: readonly LogPart[], of: readonly Exact[]): Exact | undefined {
  const { lo, hi, bits } = encloseLogProduct(parts, FIRST_RUNG);
  const limit = LOG_LIMIT << BigInt(bits);
  if (lo < -limit || hi > limit) return undefined;
  return irrational((wanted) => encloseExp(encloseLogProduct(parts, wanted + 4), wanted), of);
}

/** The product for positive bases. */
function positiveProduct(factors: readonly PowerFactor[]): Exact | undefined {
  const powers: Power[] = [];
  const others = new Map<Irrational, Rational>();
  for (const { base, exponent } of factors) {
    if (isRational(base)) powers.push(...powersOf(base, exponent));
    else if (base.powers !== undefined)
      powers.push(
        ...base.powers.map((each) => ({
          base: each.base,
          exponent: multiply(each.exponent, exponent),
        })),
      );
    else others.set(base, add(others.get(base) ?? ZERO, exponent));
  }
  const term = normalTerm(powers);
  let product: Exact = term === undefined ? ONE : fromTerms([term]);
  const parts: LogPart[] = term === undefined ? [...logParts(powers)] : [];
  for (const [base, exponent] of others) {
    const apart = awayFromZero(base);
    if (apart === undefined) return undefined;
    if (exponent.n === exponent.d) product = multiplyExact(product, base);
    else if (exponent.n !== 0n) parts.push({ exponent, encloseLn: lnOf(base, apart) });
  }
  const rest = parts.length === 0 ? ONE : expOf(parts, [...others.keys()]);
  return rest === undefined ? undefined : multiplyExact(product, rest);
}

/**
 * Product of powers with rational exponents: roots, powers and weighted geometric means.
 *
 * product of base^exponent, rational whenever it is so; see `normalTerm` for the test, which forms no power larger than
 * the result: an exponent of 333333/1000000 costs what 1/3 costs
 * @returns undefined for a negative base with an exponent that is not whole, for zero to an exponent that is not positive, for a
 * base whose sign is undecided at BIT_LIMIT, and for a product beyond 2^20,000 or below 2^-20,000 that is not held exactly
 * Source: fundamental theorem of arithmetic (Hardy and Wright, theorem 2)
 */
export function powerProduct(factors: readonly PowerFactor[]): Exact | undefined {
  const positive: PowerFactor[] = [];
  let isZero = false;
  let isNegative = false;
  for (const { base, exponent } of factors) {
    const direction = signExact(base);
    if (direction === undefined) return undefined;
    if (direction === 0) {
      if (exponent.n <= 0n) return undefined;
      isZero = true;
    } else if (direction < 0) {
      if (!isInteger(exponent)) return undefined;
      if (exponent.n % 2n !== 0n) isNegative = !isNegative;
      positive.push({ base: negateExact(base), exponent });
    } else {
      positive.push({ base, exponent });
    }
  }
  if (isZero) return ZERO;
  const product = positiveProduct(positive);
  return product === undefined || !isNegative ? product : negateExact(product);
}
