import type { PanelPlan } from './plan.js';

/**
 * Whether a panel may be given as totals: every source takes the mean, and nothing reads a single
 * form.
 */
export const acceptsTotals = (panel: Pick<PanelPlan, 'sources'>, areFormsRead: boolean): boolean =>
  !areFormsRead && panel.sources.every((source) => source.take === 'mean');
