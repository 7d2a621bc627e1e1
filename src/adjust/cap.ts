import { extreme, extremeDoubles } from './change.js';
import type { AdjustmentKind } from './contract.js';

/**
 * Holds the value at most at the amount: min(value, amount).
 *
 * Issues: none
 * Source: capaian at most 120 under PP 30/2019
 */
export const cap: AdjustmentKind = {
  name: 'cap',
  version: 1,
  summary: { id: 'batas atas', en: 'an upper limit' },
  source: 'min(value, amount)',
  takesLimit: false,
  exact: (value, { amount }) => extreme(value, amount, -1),
  fast: (value, { amount }, build) => extremeDoubles(build, value, amount, -1),
  describe: (amount, _atMost, language) =>
    ({ id: `paling tinggi ${amount}`, en: `at most ${amount}` })[language],
  direction: 'lowers',
};
