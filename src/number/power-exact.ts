import { type Exact, powerProduct } from './exact.js';
import { ONE, type Rational } from './rational.js';

/**
 * base ^ exponent, rational whenever it is so.
 *
 * @returns undefined for a negative base with an exponent that is not whole, for zero to a negative exponent (0 ^ 0 is 1), and
 * for a result beyond 2^20,000 that is not held exactly
 * Source: definition; `powerProduct`
 */
export const powerExact = (base: Exact, exponent: Rational): Exact | undefined =>
  exponent.n === 0n ? ONE : powerProduct([{ base, exponent }]);
