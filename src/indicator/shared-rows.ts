import { addExact, compareExact, divideExact, type Exact } from '../number/exact.js';
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
import { leftOut } from './trim.js';

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

interface Entry {
  readonly row: number;
  readonly value: Exact;
}

const UNDECIDED = absentHere('undecided', 'number.undecided');
const TOO_LARGE = absentHere('undecided', 'number.too_large');

/** Entries by value, equal ones in row order; undefined when one order is undecided. */
const sorted = (
  entries: readonly Entry[],
  first: 'least' | 'greatest' = 'least',
): readonly Entry[] | undefined => {
  const direction = first === 'least' ? 1 : -1;
  const undecided: Entry[] = [];
  const result = [...entries].sort((a, b) => {
    const order = compareExact(a.value, b.value);
    if (order === undefined) undecided.push(a);
    return direction * (order ?? 0) || a.row - b.row;
  });
  return undecided.length === 0 ? result : undefined;
};

const total = (entries: readonly Entry[]): Exact | undefined =>
  sumWithin(entries.map((entry) => entry.value));

const middle = (entries: readonly Entry[]): Exact | undefined => {
  const order = sorted(entries);
  const high = order?.[Math.floor(entries.length / 2)];
  const low = order?.[Math.ceil(entries.length / 2) - 1];
  return low && high && divideExact(addExact(low.value, high.value), rational(2n));
};

/** The value taken, and the weight each row had in it. */
interface Taken {
  readonly cell: Cell;
  readonly weights: ReadonlyMap<number, Rational>;
}

const every = (entries: readonly Entry[], weight: Rational): ReadonlyMap<number, Rational> =>
  new Map(entries.map(({ row }) => [row, weight]));

const only = (entry: Entry | undefined): Taken =>
  entry === undefined
    ? { cell: UNDECIDED, weights: new Map() }
    : { cell: entry.value, weights: new Map([[entry.row, ONE]]) };

/** The mean of the entries less those at the ends, which weigh nothing. */
const meanOf = (entries: readonly Entry[], trim: Rational): Taken => {
  const left = leftOut(trim, entries.length);
  const order = left === 0 ? entries : sorted(entries, 'greatest');
  if (order === undefined) return only(undefined);
  const end = order.length - left;
  const count = rational(BigInt(end - left));
  const whole = total(order.slice(left, end));
  const share = divide(ONE, count) ?? ZERO;
  return {
    cell: (whole && divideExact(whole, count)) ?? TOO_LARGE,
    weights: new Map(order.map(({ row }, i) => [row, i >= left && i < end ? share : ZERO])),
  };
};

const takeFrom = ({ take, trim = ZERO }: RowsNode, entries: readonly Entry[]): Taken => {
  if (take === 'sum') return { cell: total(entries) ?? TOO_LARGE, weights: every(entries, ONE) };
  if (entries.length === 0) return { cell: absentHere('missing', 'rows.none'), weights: new Map() };
  if (take === 'min') return only(sorted(entries)?.[0]);
  if (take === 'max') return only(greatest(entries));
  if (take === 'last') return only(entries.at(-1));
  if (take === 'median')
    return { cell: middle(entries) ?? UNDECIDED, weights: every(entries, ONE) };
  return meanOf(entries, trim);
};

const greatest = (entries: readonly Entry[]): Entry | undefined => {
  const order = sorted(entries);
  const last = order?.at(-1);
  return order?.find((entry) => last !== undefined && compareExact(entry.value, last.value) === 0);
};

/** Which rows count, or why that cannot be said. */
const chosenRows = (node: RowsNode, count: number, reader: Reader): readonly number[] | Absent => {
  const rows: number[] = [];
  const unknown: Cell[] = [];
  for (let row = 0; row < count; row++) {
    const holds =
      node.where === undefined ? true : evaluateTerm(node.where, reader.atRow(node.table, row));
    if (isAbsent(holds)) unknown.push(holds);
    else if (holds === true) rows.push(row);
  }
  return worstAbsence(unknown) ?? rows;
};

/** What `where` read: columns at every row, everything else once. */
const askedBy = (node: RowsNode, count: number, reader: Reader): readonly Reading[] => {
  // Asked of no row, `where` reads nothing.
  const slots = node.where === undefined || count === 0 ? [] : slotsOf(node.where);
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

/**
 * The value of an aggregation over rows, with each row as a reading.
 */
export const gatherRows = (node: RowsNode, reader: Reader): Derived => {
  const count = reader.rowCount(node.table);
  if (typeof count !== 'number') return { cell: count, readings: [] };
  const totals = node.read && reader.totals?.(node.read.slot);
  if (node.read !== undefined && totals !== undefined)
    return gatherTotals({ ...node, read: node.read }, totals, reader);
  const chosen = chosenRows(node, count, reader);
  const asked = askedBy(node, count, reader);
  if ('absent' in chosen) return { cell: chosen, readings: asked };
  if (node.read === undefined)
    return { cell: countRows(node, count, chosen.length), readings: asked };
  const { slot, value } = node.read;
  const readings: Reading[] = [];
  const entries: Entry[] = [];
  let applying = 0;
  const absences: Absent[] = [];
  for (const row of chosen) {
    const at = reader.atRow(node.table, row);
    const cell = evaluateTerm(value, at);
    readings.push({ slot, row, cell: at.cell(slot) });
    if (isNumber(cell)) entries.push({ row, value: cell });
    else if (isAbsent(cell)) absences.push(cell);
    if (applies(cell)) applying += 1;
  }
  const applicable = rational(BigInt(applying));
  const blocked = blocking(entries.length, applicable, absences, node.leaveOut);
  const share = divide(ONE, applicable) ?? ZERO;
  const shared = readings.map((reading) =>
    applies(reading.cell) ? { ...reading, share } : reading,
  );
  if (blocked !== undefined) return { cell: blocked, readings: [...shared, ...asked] };
  const { cell, weights } = takeFrom(node, entries);
  const isEmpty = isAbsent(cell) && cell.cause.code === 'rows.none';
  return {
    cell: isEmpty ? (worstAbsence(absences) ?? cell) : cell,
    readings: [
      ...shared.map((reading) => {
        const weight = reading.row === undefined ? undefined : weights.get(reading.row);
        return weight === undefined ? reading : { ...reading, weight };
      }),
      ...asked,
    ],
  };
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
  const blocked = blocking(present, rational(BigInt(rows)), absences, node.leaveOut);
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
  applicable: Rational,
  absences: readonly Absent[],
  leaveOut: Rational | undefined,
): Absent | undefined => {
  const hard = worstAbsence(
    absences.filter((cell) => cell.absent === 'failed' || cell.absent === 'undecided'),
  );
  if (hard !== undefined) return hard;
  const soft = worstAbsence(absences.filter(applies));
  if (soft === undefined) return undefined;
  // Nothing is left out unseen: a missing row would count as 0 in a sum, and as the others' mean in a mean.
  if (present === 0 || leaveOut === undefined) return soft;
  const share = divide(rational(BigInt(present)), applicable) ?? ZERO;
  return compare(share, leaveOut) < 0 ? soft : undefined;
};
