import { change, changeDoubles } from './change.js';
import type { AdjustmentKind } from './contract.js';

/**
 * Puts the amount on: value + min(amount, atMost). An amount or a limit below zero is refused.
 *
 * Issues: `adjust.negative`
 * Source: additional points for extra duties and creativity under PP 46/2011
 */
export const add: AdjustmentKind = {
  name: 'add',
  version: 1,
  summary: { id: 'menambah nilai', en: 'puts an amount on' },
  source: 'value + min(amount, atMost)',
  takesLimit: true,
  exact: (value, amount) => change(value, amount, 1),
  fast: (value, amount, build) => changeDoubles(value, amount, build, 1),
  describe: (amount, atMost, language) =>
    ({
      id: `ditambah ${amount}${atMost ? `, paling banyak ${atMost}` : ''}`,
      en: `plus ${amount}${atMost ? `, at most ${atMost}` : ''}`,
    })[language],
  direction: 'raises',
};
