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

/** The terms anywhere inside a node, whatever its kind. */
const termsIn = (node: unknown, depth = 0): readonly Term[] => {
  if (typeof node !== 'object' || node === null || depth > 4) return [];
  if ('is' in node && (node.is === 'literal' || node.is === 'read' || node.is === 'apply'))
    return [node as Term];
  const inner: readonly unknown[] = node instanceof Map ? [...node.values()] : Object.values(node);
  return inner.flatMap((each) => termsIn(each, depth + 1));
};

/**
 * The most that one evaluation costs, every table full: values derived, and operations of their rules.
 */
export const planCost = (layout: Omit<Layout, 'cost'>): PlanCost => {
  const rowsOf = (table: number | undefined): number =>
    table === undefined ? 1 : (layout.tables[table]?.atMost ?? 1);
  let derivations = 0;
  let operations = 0;
  for (const plan of layout.indicators) {
    const rows = rowsOf(plan.slot.table);
    const node = plan.node;
    const inner =
      typeof node === 'object' && node !== null && 'table' in node ? Number(node.table) : undefined;
    const own = [...termsOf(plan), ...termsIn(node)].reduce((sum, term) => sum + costOf(term), 1);
    derivations += rows;
    operations += rows * rowsOf(inner) * own;
  }
  const columns = layout.tables.reduce(
    (sum, table) =>
      sum + table.atMost * (table.columns.length + (table.panel?.questions.length ?? 0)),
    0,
  );
  return {
    slots: layout.slots.length,
    indicators: layout.indicators.length,
    derivations,
    operations: operations + layout.inputs.length + columns,
  };
};
