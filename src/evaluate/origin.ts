import type { Evidence, Origin } from '../evidence/evidence.js';
import type { Plan } from '../plan/plan.js';
import type { Slot } from '../slot.js';

/** Where the value of an input, or of a column at a row, comes from; undefined where evidence does not say. */
export type OriginOf = (slot: Slot, row: number | undefined) => Origin | undefined;

const nowhere: OriginOf = () => undefined;

/** Where the values of one subject's evidence come from, by slot. */
export const originOfIn = (plan: Plan, evidence: Evidence): OriginOf => {
  const { inputs, tables } = plan.layout;
  if (evidence.origins === undefined && evidence.tables.every((table) => !table?.origins))
    return nowhere;
  const single = new Map(inputs.map(({ slot }, i) => [slot.index, evidence.origins?.get(i)]));
  const columns = new Map(
    tables.flatMap((table, position) =>
      table.columns.map(({ slot }, i) => [slot.index, evidence.tables[position]?.origins?.get(i)]),
    ),
  );
  return (slot, row) =>
    row === undefined ? single.get(slot.index) : columns.get(slot.index)?.get(row);
};
