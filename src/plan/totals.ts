import type { Policy } from '../policy/policy.js';
import type { PanelPlan } from './plan.js';

/**
 * Whether a panel may be given as totals: every source takes the mean, no indicator stands at its
 * rows, and its rows are only counted, all of them.
 */
export const acceptsTotals = (
  policy: Policy,
  name: string,
  panel: Pick<PanelPlan, 'sources'>,
): boolean =>
  panel.sources.every((source) => source.take === 'mean') &&
  Object.values(policy.indicators).every((indicator) => {
    if (indicator.per === name) return false;
    if (!('rows' in indicator) || indicator.rows.of !== name) return true;
    return indicator.rows.take === 'count' && indicator.rows.where === undefined;
  });
