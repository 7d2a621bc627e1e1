import { add, greatest, least, subtract } from '../fast/arithmetic.js';
import { addExact, compareExact, negateExact } from '../number/exact.js';
import { ZERO } from '../number/rational.js';
import { extreme, notNegative } from './change.js';
import type { AdjustmentKind } from './contract.js';

/**
 * Holds the net change of all adjustments before it: the value stays within the amount of what it was before the
 * first of them. An amount below zero is refused.
 *
 * Issues: `adjust.negative`
 * Source: a limit on bonus and deduction together, as in regional allowance rules (TPP)
 */
export const limit: AdjustmentKind = {
  name: 'limit',
  version: 1,
  summary: { id: 'batas perubahan bersih', en: 'a limit on the net change' },
  source: 'max(start - amount, min(start + amount, value))',
  takesLimit: false,
  exact: (value, { amount, start }) => {
    const order = compareExact(amount, ZERO);
    if (order === undefined) return { is: 'undecided' };
    if (order < 0) return { is: 'negative' };
    const capped = extreme(value, addExact(start, amount), -1);
    return capped.is === 'value'
      ? extreme(capped.value, addExact(start, negateExact(amount)), 1)
      : capped;
  },
  fast: (value, { amount, start }, build) => {
    const reach = notNegative(build, amount);
    const capped = least(build, value, add(build, start, reach));
    return greatest(build, capped, subtract(build, start, reach));
  },
  describe: (amount, _atMost, language) =>
    ({
      id: `perubahan bersih paling banyak ${amount}`,
      en: `a net change of at most ${amount}`,
    })[language],
  direction: 'holds',
};
