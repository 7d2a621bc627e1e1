import type { EvidenceCells, Provenance } from '../evidence/evidence.js';
import type { Plan } from '../plan/plan.js';
import type { Slot } from '../slot.js';

/** Where the value of an input, or of a column at a row, comes from; undefined where evidence does not say. */
export type ProvenanceOf = (slot: Slot, row: number | undefined) => Provenance | undefined;

const nowhere: ProvenanceOf = () => undefined;

/** Where the values of one subject's evidence come from, by slot. */
export const provenanceIn = (plan: Plan, cells: EvidenceCells): ProvenanceOf => {
  const { inputs, tables } = plan.layout;
  if (cells.provenance === undefined && cells.tables.every((table) => !table?.provenance))
    return nowhere;
  const single = new Map(inputs.map(({ slot }, i) => [slot.index, cells.provenance?.get(i)]));
  const columns = new Map(
    tables.flatMap((table, position) =>
      table.columns.map(({ slot }, i) => [slot.index, cells.tables[position]?.provenance?.get(i)]),
    ),
  );
  return (slot, row) =>
    row === undefined ? single.get(slot.index) : columns.get(slot.index)?.get(row);
};
