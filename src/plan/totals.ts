import type { DeclaredTable } from './declare-inputs.js';

/** How the rows of a table are read. */
interface RowReads {
  /** Whether a single row is read: by a condition, or by an indicator per row. */
  readonly areRowsRead: boolean;
  /** Columns, by slot, of which only means and sums are read. */
  readonly totalled: ReadonlySet<number>;
}

/**
 * Whether a table or panel may be given as totals. A panel: every source takes the mean, and nothing reads a
 * single form. A table: nothing reads a single row, and whatever is read is a number that always applies.
 */
export const acceptsTotals = (
  { panel, columns }: DeclaredTable,
  { areRowsRead, totalled }: RowReads,
): boolean => {
  if (areRowsRead) return false;
  if (panel !== undefined) return panel.sources.every((source) => source.take === 'mean');
  return columns.every(({ slot, form, spec }) => {
    const isPlain = form.is === 'number' && spec.when === undefined;
    return isPlain || !totalled.has(slot.index);
  });
};
