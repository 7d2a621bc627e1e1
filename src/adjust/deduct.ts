import { change, changeDoubles } from './change.js';
import type { AdjustmentKind } from './contract.js';

/**
 * Takes the amount off: value - min(amount, atMost). An amount or a limit below zero is refused.
 *
 * Issues: `adjust.negative`
 * Source: deduction rules of regional allowances (domain: discipline part = 100 - sum of deductions)
 */
export const deduct: AdjustmentKind = {
  name: 'deduct',
  version: 1,
  summary: { id: 'mengurangi nilai', en: 'takes an amount off' },
  source: 'value - min(amount, atMost)',
  takesLimit: true,
  exact: (value, amount) => change(value, amount, -1),
  fast: (value, amount, build) => changeDoubles(value, amount, build, -1),
  describe: (amount, atMost, language) =>
    ({
      id: `dikurangi ${amount}${atMost ? `, paling banyak ${atMost}` : ''}`,
      en: `less ${amount}${atMost ? `, at most ${atMost}` : ''}`,
    })[language],
  direction: 'lowers',
};
