import { extreme, extremeDoubles } from './change.js';
import type { AdjustmentKind } from './contract.js';

/**
 * Holds the value at least at the amount: max(value, amount).
 *
 * Issues: none
 * Source: deduction rules of regional allowances (the discipline part is not below 0)
 */
export const floor: AdjustmentKind = {
  name: 'floor',
  version: 1,
  summary: { id: 'batas bawah', en: 'a lower limit' },
  source: 'max(value, amount)',
  takesLimit: false,
  exact: (value, { amount }) => extreme(value, amount, 1),
  fast: (value, { amount }, build) => extremeDoubles(build, value, amount, 1),
  describe: (amount, _atMost, language) =>
    ({ id: `paling rendah ${amount}`, en: `at least ${amount}` })[language],
  direction: 'raises',
};
