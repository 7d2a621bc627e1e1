import { costOf, type Term } from '../rule/term.js';
import type { IndicatorPlan, Layout, PlanCost } from './plan.js';

const termsOf = (plan: IndicatorPlan): readonly Term[] => [
  ...(plan.when === undefined ? [] : [plan.when]),
  ...(plan.usable === undefined ? [] : [plan.usable.when]),
  ...plan.adjust.flatMap((each) =>
    [each.amount, each.atMost, each.when].filter((term) => term !== undefined),
  ),
  ...plan.limits.map((each) => each.when),
];

/**
 * The most that one evaluation costs, every table full: values derived, and operations of their rules.
 */
export const planCost = (layout: Layout): PlanCost => {
  const rowsOf = (table: number | undefined): number =>
    table === undefined ? 1 : (layout.tables[table]?.atMost ?? 1);
  let derivations = 0;
  let operations = 0;
  for (const plan of layout.indicators) {
    const rows = rowsOf(plan.slot.table);
    const own = plan.kind.cost?.(plan.node) ?? { operations: plan.reads };
    const tails = termsOf(plan).reduce((sum, term) => sum + costOf(term), 1);
    derivations += rows;
    operations += rows * (tails + own.operations * rowsOf(own.table));
  }
  const columns = layout.tables.reduce(
    (sum, table) =>
      sum + table.atMost * (table.columns.length + (table.panel?.questions.length ?? 0)),
    0,
  );
  const followUp = layout.followUp.reduce((sum, each) => sum + costOf(each.when), 0);
  const distributions = layout.distributions.reduce((sum, { table, limits }) => {
    const terms = [...limits.values()].flatMap(({ atMost, atLeast }) => [atMost, atLeast]);
    const limiting = terms.reduce(
      (cost, term) => cost + (term === undefined ? 0 : costOf(term)),
      0,
    );
    return sum + rowsOf(table) + limiting;
  }, 0);
  return {
    slots: layout.slots.length,
    indicators: layout.indicators.length,
    derivations,
    operations: operations + layout.inputs.length + columns + followUp + distributions,
  };
};
