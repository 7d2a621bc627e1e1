import {
  type Absent,
  type Cell,
  type ColumnTotals,
  isAbsent,
  type Reader,
  type Slot,
} from '../slot.js';
import type { Support, SupportAt } from './support.js';

/** What one subject's evaluation has found so far: a cell and its support for every slot. */
export interface Memory {
  readonly reader: Reader;
  readonly supportAt: SupportAt;
  readonly setCell: (slot: Slot, cell: Cell, support: Support) => void;
  /** Supports by row, or the one that every row has. */
  readonly setColumn: (
    slot: Slot,
    cells: readonly Cell[],
    support: readonly Support[] | Support,
  ) => void;
  readonly setTotals: (slot: Slot, totals: ColumnTotals, support: Support) => void;
  readonly setRows: (table: number, rows: number | Absent) => void;
  /** Notes whether anything that was read is pending. */
  readonly noteRead: (readings: readonly { readonly cell: Cell }[]) => void;
  /** Whether anything that was set, or noted, is pending. */
  readonly hasPending: () => boolean;
}

interface Totalled {
  readonly totals: ColumnTotals;
  readonly support: Support;
}

const isPending = (cell: Cell): boolean => isAbsent(cell) && cell.absent === 'pending';

const readTooEarly = (slot: Slot): TypeError =>
  new TypeError(`\`${slot.name}\` was read too early`);

/**
 * An empty memory for a plan of so many slots and tables.
 *
 * @param isLean - whether nobody asks for readings and supports
 */
export const makeMemory = (slots: number, tables: number, isLean: boolean): Memory => {
  const singles = new Array<Cell | undefined>(slots).fill(undefined);
  const columns = new Array<readonly Cell[] | undefined>(slots).fill(undefined);
  const supports = new Array<readonly Support[] | Support | undefined>(slots).fill(undefined);
  const totalled = new Map<number, Totalled>();
  const rowCounts = new Array<number | Absent | undefined>(tables).fill(undefined);
  let hasPending = false;

  const single = (slot: Slot): Cell => {
    const cell = slot.table === undefined ? singles[slot.index] : undefined;
    if (cell === undefined) throw readTooEarly(slot);
    return cell;
  };

  const column = (slot: Slot): readonly Cell[] => {
    const cells = columns[slot.index];
    if (cells === undefined) throw readTooEarly(slot);
    return cells;
  };

  const rowCount = (table: number): number | Absent => {
    const count = rowCounts[table];
    if (count === undefined) throw new TypeError('rows were counted too early');
    return count;
  };

  const totals = (slot: Slot): ColumnTotals | undefined => totalled.get(slot.index)?.totals;

  const atRow = (table: number, row: number): Reader => ({
    cell: (slot) => {
      if (slot.table !== table) return single(slot);
      const cell = columns[slot.index]?.[row];
      if (cell === undefined) throw readTooEarly(slot);
      return cell;
    },
    rowCount,
    atRow,
    totals,
    row,
    column,
    isLean,
  });

  return {
    reader: { cell: single, rowCount, atRow, totals, column, isLean },
    supportAt: (slot, row) => {
      const known = totalled.size === 0 ? undefined : totalled.get(slot.index)?.support;
      const support = known ?? supports[slot.index];
      if (support === undefined) throw readTooEarly(slot);
      if ('evidence' in support) return support;
      const found = row === undefined ? undefined : support[row];
      if (found === undefined) throw readTooEarly(slot);
      return found;
    },
    setCell: (slot, cell, support) => {
      singles[slot.index] = cell;
      supports[slot.index] = support;
      hasPending ||= isPending(cell);
    },
    setColumn: (slot, cells, support) => {
      columns[slot.index] = cells;
      supports[slot.index] = support;
      hasPending ||= cells.some(isPending);
    },
    setTotals: (slot, found, support) => {
      totalled.set(slot.index, { totals: found, support });
      hasPending ||= found.present < found.rows && isPending(found.absent);
    },
    setRows: (table, rows) => {
      rowCounts[table] = rows;
      hasPending ||= typeof rows !== 'number' && isPending(rows);
    },
    noteRead: (readings) => {
      for (const { cell } of readings) hasPending ||= isPending(cell);
    },
    hasPending: () => hasPending,
  };
};
