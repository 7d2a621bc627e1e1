import { type Rational, ZERO } from './rational.js';

/**
 * How a value between two multiples of the step goes to one of them. The names are those of java.math.RoundingMode:
 * `up` is away from zero and `down` toward zero, so `half-up` sends -2.5 to -3 and `half-down` sends it to -2.
 *
 * Others mean something else by the same words: ECMAScript's Math.round sends -2.5 to -2 (ties toward plus infinity);
 * ISO/IEC 60559 (IEEE 754) names `half-up` roundTiesToAway and has no `half-down`; ECMA-402 names it halfExpand.
 * Source: Java SE 21 API, java.math.RoundingMode
 */
export type RoundingMode =
  | 'half-up'
  | 'half-down'
  | 'half-even'
  | 'up'
  | 'down'
  | 'ceiling'
  | 'floor';

/** Every rounding mode, in the order the documentation lists them. */
export const ROUNDING_MODES = [
  'half-up',
  'half-down',
  'half-even',
  'up',
  'down',
  'ceiling',
  'floor',
] as const satisfies readonly RoundingMode[];

/** Whether a quotient that lies `past` half (-1 short of it, 0 on it, 1 past it) moves away from zero. */
function movesAway(mode: RoundingMode, past: -1 | 0 | 1, odd: boolean, negative: boolean): boolean {
  switch (mode) {
    case 'up':
      return true;
    case 'down':
      return false;
    case 'ceiling':
      return !negative;
    case 'floor':
      return negative;
    case 'half-up':
      return past >= 0;
    case 'half-down':
      return past > 0;
    case 'half-even':
      return past > 0 || (past === 0 && odd);
  }
}

/**
 * The integer that dividend/divisor rounds to; the fraction need not be in lowest terms.
 *
 * @param divisor - positive
 * Source: Java SE 21 API, java.math.RoundingMode
 */
export function roundQuotient(dividend: bigint, divisor: bigint, mode: RoundingMode): bigint {
  const quotient = dividend / divisor;
  const rest = dividend - quotient * divisor;
  if (rest === 0n) return quotient;
  const negative = dividend < 0n;
  const twice = negative ? rest * -2n : rest * 2n;
  const past = twice === divisor ? 0 : twice < divisor ? -1 : 1;
  if (!movesAway(mode, past, quotient % 2n !== 0n, negative)) return quotient;
  return negative ? quotient - 1n : quotient + 1n;
}

/**
 * `value` rounded to a whole number.
 *
 * Source: Java SE 21 API, java.math.RoundingMode
 */
export function roundToInteger(value: Rational, mode: RoundingMode): bigint {
  return value.d === 1n ? value.n : roundQuotient(value.n, value.d, mode);
}

/**
 * `value` rounded to a multiple of `step`, as the number of steps.
 *
 * round(value / step); the rounded value is that integer times `step`
 * @param step - positive, in the unit of `value`
 * @throws RangeError when `step` is not positive: programmer misuse
 * Source: Java SE 21 API, java.math.RoundingMode
 */
export function roundToStep(value: Rational, step: Rational, mode: RoundingMode): bigint {
  if (step.n <= 0n) throw new RangeError('a rounding step is positive');
  return roundQuotient(value.n * step.d, value.d * step.n, mode);
}

/** The powers of ten that scores are written with. */
const POWERS_OF_TEN: readonly bigint[] = Array.from({ length: 48 }, (_, i) => 10n ** BigInt(i));

/**
 * 10^places.
 *
 * @param places - a whole number from 0
 * @throws RangeError when `places` is negative or not whole: programmer misuse
 * Source: definition
 */
export function powerOfTen(places: number): bigint {
  return POWERS_OF_TEN[places] ?? 10n ** BigInt(places);
}

/**
 * `units` of the last of `places` decimal places, in lowest terms.
 *
 * units / 10^places; only twos and fives can be common to both
 * @param places - a whole number from 0
 * Source: definition
 */
export function decimalFraction(units: bigint, places: number): Rational {
  if (units === 0n) return ZERO;
  let n = units;
  let twos = places;
  let fives = places;
  for (; twos > 0 && (n & 1n) === 0n; twos -= 1) n >>= 1n;
  for (; fives > 0 && n % 5n === 0n; fives -= 1) n /= 5n;
  return { n, d: (5n ** BigInt(fives)) << BigInt(twos) };
}

/**
 * One unit of the last of `places` decimal places.
 *
 * 10^-places
 * @param places - a whole number from 0
 * @throws RangeError when `places` is negative or not whole: programmer misuse
 * Source: definition
 */
export function placesStep(places: number): Rational {
  return { n: 1n, d: powerOfTen(places) };
}
