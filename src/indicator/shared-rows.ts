import { divideExact } from '../number/exact.js';
import { sumWithin } from '../number/size.js';
import { compare, divide, ONE, type Rational, rational, ZERO } from '../number/rational.js';
import { evaluateTerm } from '../rule/evaluate.js';
import { slotsOf, type Term } from '../rule/term.js';
import {
  type Absent,
  type Cell,
  type ColumnTotals,
  isAbsent,
  isNumber,
  type Reader,
  type Slot,
  worstAbsence,
  applies,
} from '../slot.js';
import { absentHere, type Derived, type Reading, readingsOf } from './contract.js';
import { type Entry, greatest, middle, sorted } from './row-order.js';
import { leftOut } from './trim.js';
import { totalOfWhole, wholeSum } from './whole-column.js';

/** What may be taken from rows. */
export const TAKES = [
  'mean',
  'sum',
  'count',
  'min',
  'max',
  'median',
  'trimmed',
  'last',
  'share',
] as const;

/** What is taken from rows. */
export type Take = (typeof TAKES)[number];

/** A compiled aggregation. */
export interface RowsNode {
  readonly take: Take;
  readonly of: string;
  readonly table: number;
  readonly read?: { readonly slot: Slot; readonly value: Term };
  readonly where?: Term;
  readonly trim?: Rational;
  readonly leaveOut?: Rational;
}

const UNDECIDED = absentHere('undecided', 'number.undecided');
const TOO_LARGE = absentHere('undecided', 'number.too_large');

/** The value taken, with the weight that each row had in it: every one the same, or one row all of it. */
interface Taken {
  readonly cell: Cell;
  readonly weight?: Rational;
  readonly only?: Entry;
  /** The rows that were left out at the ends, which weigh nothing. */
  readonly left?: ReadonlySet<number>;
}

const only = (entry: Entry | undefined): Taken =>
  entry === undefined ? { cell: UNDECIDED } : { cell: entry.value, weight: ONE, only: entry };

/** The mean of the entries less those at the ends, which weigh nothing. */
const meanOf = (entries: readonly Entry[], trim: Rational): Taken => {
  const left = leftOut(trim, entries.length);
  const order = left === 0 ? entries : sorted(entries, 'greatest');
  if (order === undefined) return only(undefined);
  const kept = left === 0 ? order : order.slice(left, order.length - left);
  const count = BigInt(kept.length);
  const whole = wholeSum(kept) ?? sumWithin(kept.map(({ value }) => value));
  const cell = (whole && divideExact(whole, { n: count, d: 1n })) ?? TOO_LARGE;
  const taken = { cell, weight: { n: 1n, d: count } };
  if (left === 0) return taken;
  const ends = new Set<number>();
  for (const { row } of order.slice(0, left)) ends.add(row);
  for (const { row } of order.slice(order.length - left)) ends.add(row);
  return { ...taken, left: ends };
};

const takeFrom = ({ take, trim = ZERO }: RowsNode, entries: readonly Entry[]): Taken => {
  if (take === 'sum') {
    const total = sumWithin(entries.map((entry) => entry.value));
    return { cell: total ?? TOO_LARGE, weight: ONE };
  }
  if (entries.length === 0) return { cell: absentHere('missing', 'rows.none') };
  if (take === 'min') return only(sorted(entries)?.[0]);
  if (take === 'max') return only(greatest(entries));
  if (take === 'last') return only(entries.at(-1));
  if (take === 'median') return { cell: middle(entries) ?? UNDECIDED, weight: ONE };
  return meanOf(entries, trim);
};

/** Which rows count, or why that cannot be said. */
const chosenRows = (node: RowsNode, count: number, reader: Reader): readonly number[] | Absent => {
  const { where } = node;
  const rows: number[] = [];
  if (where === undefined) {
    for (let row = 0; row < count; row++) rows.push(row);
    return rows;
  }
  const unknown: Cell[] = [];
  for (let row = 0; row < count; row++) {
    const holds = evaluateTerm(where, reader.atRow(node.table, row));
    if (isAbsent(holds)) unknown.push(holds);
    else if (holds === true) rows.push(row);
  }
  return worstAbsence(unknown) ?? rows;
};

/** What `where` read: columns at every row, everything else once. */
const askedBy = (node: RowsNode, count: number, reader: Reader): readonly Reading[] => {
  // Asked of no row, `where` reads nothing.
  if (node.where === undefined || count === 0 || reader.isLean === true) return [];
  const slots = slotsOf(node.where);
  const isColumn = (slot: Slot): boolean => slot.table === node.table;
  const columns = slots.filter(isColumn);
  return [
    ...readingsOf(
      slots.filter((slot) => !isColumn(slot)),
      reader,
    ),
    ...Array.from({ length: columns.length === 0 ? 0 : count }, (_, row) =>
      readingsOf(columns, reader.atRow(node.table, row)),
    ).flat(),
  ];
};

const countRows = (node: RowsNode, count: number, chosen: number): Cell => {
  if (node.take === 'count') return rational(BigInt(chosen));
  if (count === 0) return absentHere('missing', 'rows.none');
  return rational(BigInt(chosen), BigInt(count));
};

/** What is taken from a column of whole numbers that is read as it stands; undefined for anything else. */
const totalOfColumn = (
  { take, where, read, trim = ZERO }: RowsNode,
  reader: Reader,
): Cell | undefined => {
  if (where !== undefined || read?.value.is !== 'read') return undefined;
  if (take !== 'sum' && take !== 'mean' && take !== 'trimmed') return undefined;
  const column = reader.column?.(read.slot) ?? [];
  if (column.length === 0) return undefined;
  const left = take === 'sum' ? 0 : leftOut(trim, column.length);
  return totalOfWhole(column, { left, isMean: take !== 'sum' });
};

/**
 * The value of an aggregation over rows, with each row as a reading.
 */
export const gatherRows = (node: RowsNode, reader: Reader): Derived => {
  const count = reader.rowCount(node.table);
  if (typeof count !== 'number') return { cell: count, readings: [] };
  const totals = node.read && reader.totals?.(node.read.slot);
  if (node.read !== undefined && totals !== undefined)
    return gatherTotals({ ...node, read: node.read }, totals, reader);
  const quick = reader.isLean === true ? totalOfColumn(node, reader) : undefined;
  if (quick !== undefined) return { cell: quick, readings: [] };
  const chosen = chosenRows(node, count, reader);
  const asked = askedBy(node, count, reader);
  if ('absent' in chosen) return { cell: chosen, readings: asked };
  if (node.read === undefined)
    return { cell: countRows(node, count, chosen.length), readings: asked };
  const { cells, entries, absences, applying } = readRows(node.read, chosen, node.table, reader);
  const readings = (taken?: Taken): readonly Reading[] =>
    reader.isLean === true
      ? []
      : [...rowReadings(node.read?.slot, { cells, chosen, entries, applying }, taken), ...asked];
  const blocked = blocking(entries.length, applying, absences, node.leaveOut);
  if (blocked !== undefined) return { cell: blocked, readings: readings() };
  const taken = takeFrom(node, entries);
  const { cell } = taken;
  const isEmpty = isAbsent(cell) && cell.cause.code === 'rows.none';
  return {
    cell: isEmpty ? (worstAbsence(absences) ?? cell) : cell,
    readings: readings(taken),
  };
};

/** What rows hold, in the order in which they were chosen. */
interface RowsRead {
  readonly cells: readonly Cell[];
  /** The rows that have a value. */
  readonly entries: readonly Entry[];
  readonly absences: readonly Absent[];
  /** How many rows have a value or lack one that they should have. */
  readonly applying: number;
}

const readRows = (
  { slot, value }: Required<RowsNode>['read'],
  chosen: readonly number[],
  table: number,
  reader: Reader,
): RowsRead => {
  // A column read as it stands needs no reader for each row.
  const column = value.is === 'read' ? reader.column?.(slot) : undefined;
  const cells: Cell[] = [];
  const entries: Entry[] = [];
  const absences: Absent[] = [];
  let applying = 0;
  for (const row of chosen) {
    const at = column === undefined ? reader.atRow(table, row) : undefined;
    const own = at === undefined ? column?.[row] : at.cell(slot);
    if (own === undefined) throw new TypeError(`\`${slot.name}\` has no row ${String(row)}`);
    const cell = at === undefined ? own : evaluateTerm(value, at);
    cells.push(own);
    if (isNumber(cell)) entries.push({ row, value: cell });
    else if (isAbsent(cell)) absences.push(cell);
    if (applies(cell)) applying += 1;
  }
  return { cells, entries, absences, applying };
};

/** Each row as a reading, with its share of the rows that apply and its weight in the value taken. */
const rowReadings = (
  slot: Slot | undefined,
  rows: Omit<RowsRead, 'absences'> & { readonly chosen: readonly number[] },
  { weight, only, left }: Partial<Taken> = {},
): readonly Reading[] => {
  if (slot === undefined) return [];
  const { cells, chosen, entries } = rows;
  const share = rows.applying === 0 ? ZERO : rational(1n, BigInt(rows.applying));
  let next = 0;
  return cells.map((cell, i): Reading => {
    const row = chosen[i] ?? 0;
    const isEntry = entries[next]?.row === row;
    if (isEntry) next += 1;
    const isWeighed = isEntry && (only === undefined || only.row === row);
    if (isWeighed && weight !== undefined) {
      const used = left?.has(row) === true ? ZERO : weight;
      return { slot, row, cell, share, weight: used };
    }
    return applies(cell) ? { slot, row, cell, share } : { slot, row, cell };
  });
};

/** The value of a sum or mean of which only the column's totals are known. */
const gatherTotals = (
  node: RowsNode & Required<Pick<RowsNode, 'read'>>,
  totals: ColumnTotals,
  reader: Reader,
): Derived => {
  const { slot, value } = node.read;
  const { rows, present, sum, absent } = totals;
  const absences = present < rows ? [absent] : [];
  const readings: readonly Reading[] = [
    ...(rows === 0 ? [] : [{ slot, cell: sum, count: present, share: ONE }]),
    ...absences.map((cell) => ({ slot, cell, count: rows - present })),
  ];
  const blocked = blocking(present, rows, absences, node.leaveOut);
  if (blocked !== undefined) return { cell: blocked, readings };
  // The unit of the column is brought to that of the indicator by a factor, which a sum takes as its parts do.
  const whole = evaluateTerm(value, { ...reader, cell: () => sum });
  if (node.take === 'sum' || !isNumber(whole)) return { cell: whole, readings };
  if (present === 0) return { cell: absentHere('missing', 'rows.none'), readings };
  return { cell: divideExact(whole, rational(BigInt(present))) ?? TOO_LARGE, readings };
};

/** The absence that keeps the rows from being brought to a value, if any. */
const blocking = (
  present: number,
  applicable: number,
  absences: readonly Absent[],
  leaveOut: Rational | undefined,
): Absent | undefined => {
  if (absences.length === 0) return undefined;
  const hard = worstAbsence(
    absences.filter((cell) => cell.absent === 'failed' || cell.absent === 'undecided'),
  );
  if (hard !== undefined) return hard;
  const soft = worstAbsence(absences.filter(applies));
  if (soft === undefined) return undefined;
  // Nothing is left out unseen: a missing row would count as 0 in a sum, and as the others' mean in a mean.
  if (present === 0 || leaveOut === undefined) return soft;
  const share = divide(rational(BigInt(present)), rational(BigInt(applicable))) ?? ZERO;
  return compare(share, leaveOut) < 0 ? soft : undefined;
};
