import type { Absent, Cell, ColumnTotals, Reader, Slot } from '../slot.js';
import type { Support, SupportAt } from './support.js';

/** What one subject's evaluation has found so far: a cell and its support for every slot. */
export interface Memory {
  readonly reader: Reader;
  readonly supportAt: SupportAt;
  readonly setCell: (slot: Slot, cell: Cell, support: Support) => void;
  readonly setColumn: (slot: Slot, cells: readonly Cell[], support: readonly Support[]) => void;
  readonly setTotals: (slot: Slot, totals: ColumnTotals, support: Support) => void;
  readonly setRows: (table: number, rows: number | Absent) => void;
}

interface Entry {
  readonly cells: readonly Cell[];
  readonly support: readonly Support[];
}

/** An empty memory for a plan of so many slots and tables. */
export const makeMemory = (slots: number, tables: number): Memory => {
  const entries = new Array<Entry | undefined>(slots).fill(undefined);
  const totalled = new Map<number, { readonly totals: ColumnTotals; readonly support: Support }>();
  const rowCounts = new Array<number | Absent | undefined>(tables).fill(undefined);

  const read = (slot: Slot, row: number | undefined): readonly [Cell, Support] => {
    const entry = entries[slot.index];
    const at = slot.table === undefined ? 0 : row;
    const cell = at === undefined ? undefined : entry?.cells[at];
    const support = at === undefined ? undefined : entry?.support[at];
    if (cell === undefined || support === undefined)
      throw new TypeError(`\`${slot.name}\` was read too early`);
    return [cell, support];
  };

  const rowCount = (table: number): number | Absent => {
    const count = rowCounts[table];
    if (count === undefined) throw new TypeError('rows were counted too early');
    return count;
  };

  const readerAt = (table: number | undefined, row: number | undefined): Reader => ({
    cell: (slot) => read(slot, slot.table === table ? row : undefined)[0],
    rowCount,
    atRow: readerAt,
    totals: (slot) => totalled.get(slot.index)?.totals,
    ...(row === undefined ? {} : { row }),
  });

  return {
    reader: readerAt(undefined, undefined),
    supportAt: (slot, row) => totalled.get(slot.index)?.support ?? read(slot, row)[1],
    setCell: (slot, cell, support) => {
      entries[slot.index] = { cells: [cell], support: [support] };
    },
    setColumn: (slot, cells, support) => {
      entries[slot.index] = { cells, support };
    },
    setTotals: (slot, totals, support) => {
      totalled.set(slot.index, { totals, support });
    },
    setRows: (table, rows) => {
      rowCounts[table] = rows;
    },
  };
};
