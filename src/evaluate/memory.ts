import { ONE, type Rational, ZERO } from '../number/rational.js';
import { type Absent, type Cell, isAbsent, type Reader, type Slot } from '../slot.js';

/** What one subject's evaluation has found so far: a cell and its coverage for every slot. */
export interface Memory {
  readonly reader: Reader;
  readonly setCell: (slot: Slot, cell: Cell, coverage: Rational) => void;
  readonly setColumn: (slot: Slot, cells: readonly Cell[], coverage: readonly Rational[]) => void;
  readonly setRows: (table: number, rows: number | Absent) => void;
}

interface Entry {
  readonly cells: readonly Cell[];
  readonly coverage: readonly Rational[];
}

/** Coverage of a cell that evidence gave or did not give. */
export const coverageOf = (cell: Cell, covered: Rational): Rational => {
  if (!isAbsent(cell)) return covered;
  return cell.absent === 'not-applicable' ? ONE : ZERO;
};

/** An empty memory for a plan of so many slots and tables. */
export const makeMemory = (slots: number, tables: number): Memory => {
  const entries = new Array<Entry | undefined>(slots).fill(undefined);
  const rowCounts = new Array<number | Absent | undefined>(tables).fill(undefined);

  const read = (slot: Slot, row: number | undefined): readonly [Cell, Rational] => {
    const entry = entries[slot.index];
    const at = slot.table === undefined ? 0 : row;
    const cell = at === undefined ? undefined : entry?.cells[at];
    const coverage = at === undefined ? undefined : entry?.coverage[at];
    if (cell === undefined || coverage === undefined)
      throw new TypeError(`\`${slot.name}\` was read too early`);
    return [cell, coverage];
  };

  const rowCount = (table: number): number | Absent => {
    const count = rowCounts[table];
    if (count === undefined) throw new TypeError('rows were counted too early');
    return count;
  };

  const readerAt = (table: number | undefined, row: number | undefined): Reader => ({
    cell: (slot) => read(slot, slot.table === table ? row : undefined)[0],
    coverage: (slot) => read(slot, slot.table === table ? row : undefined)[1],
    rowCount,
    atRow: readerAt,
    ...(row === undefined ? {} : { row }),
  });

  return {
    reader: readerAt(undefined, undefined),
    setCell: (slot, cell, coverage) => {
      entries[slot.index] = { cells: [cell], coverage: [coverage] };
    },
    setColumn: (slot, cells, coverage) => {
      entries[slot.index] = { cells, coverage };
    },
    setRows: (table, rows) => {
      rowCounts[table] = rows;
    },
  };
};
