import { costOf, type Term } from '../rule/term.js';
import type { IndicatorPlan, Layout, PlanCost } from './plan.js';

/** What the tails of one value cost, and the value itself. */
const tailsCost = ({ when, usable, adjust, limits }: IndicatorPlan): number => {
  let cost = 1;
  const add = (term: Term | undefined): void => {
    if (term !== undefined) cost += costOf(term);
  };
  add(when);
  add(usable?.when);
  for (const each of adjust) {
    add(each.amount);
    add(each.atMost);
    add(each.when);
  }
  for (const each of limits) add(each.when);
  return cost;
};

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
    derivations += rows;
    operations += rows * (tailsCost(plan) + own.operations * rowsOf(own.table));
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
