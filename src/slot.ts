import type { IssueCode, Text } from './issue.js';
import { type Exact, isRational } from './number/exact.js';
import type { Rational } from './number/rational.js';
import type { Pointer } from './pointer.js';
import type { UnitOrAny } from './unit.js';

/** The labels a label can be, worst first where a scale declares an order. */
export interface Labels {
  readonly names: readonly string[];
  /** Whether the order means worse to better: true for a declared scale alone. */
  readonly ordered: boolean;
  /** The scale's name, when a scale declares them. */
  readonly scale?: string;
}

/** What a slot can hold; known when the policy is compiled. */
export type ValueType =
  | { readonly is: 'number'; readonly unit: UnitOrAny }
  | { readonly is: 'label'; readonly labels: Labels }
  | { readonly is: 'truth' }
  | { readonly is: 'date' };

/**
 * One place of a plan that holds a value: an input, a column, a parameter, an indicator.
 *
 * INVARIANT: slots of a plan have every key, in one order: they are read everywhere, and quickly where all have one shape.
 */
export interface Slot {
  /** Position in the plan. */
  readonly index: number;
  /** As the policy names it: `conduct`, `tasks.done`. */
  readonly name: string;
  /** Where the policy declares it. */
  readonly pointer: Pointer;
  readonly type: ValueType;
  /** As the policy calls it. */
  readonly title?: Text | undefined;
  /** The citation of its declaration. */
  readonly cite?: string | undefined;
  /** Whether it is a parameter: the same for every subject on one date. */
  readonly parameter?: true | undefined;
  /** Position of the table whose rows it has one value for; absent for a single value. */
  readonly table?: number | undefined;
}

/**
 * Why there is no value; worst first. `failed`: the policy says that nothing can be said without it.
 * `undecided`: arithmetic could not decide within its bound. `not-applicable`: a rule of the policy
 * says it does not concern this subject. `pending`: expected later. `missing`: left out by rule.
 */
export type Absence = 'failed' | 'undecided' | 'not-applicable' | 'pending' | 'missing';

/** No value, and where that began. */
export interface Absent {
  readonly absent: Absence;
  /** What was first absent. */
  readonly cause: { readonly pointer: Pointer; readonly code: IssueCode };
}

/** The content of a slot: an exact number, a label's position, a truth, a civil day, or an absence. */
export type Cell = Exact | number | boolean | Absent;

/** A column of which only totals are known. */
export interface ColumnTotals {
  readonly rows: number;
  /** How many rows have a value. */
  readonly present: number;
  readonly sum: Rational;
  /** What the other rows hold. */
  readonly absent: Absent;
}

/** What rules and kinds read while a subject is evaluated. */
export interface Reader {
  /** The content of `slot`; of the current row, when `slot` is a column. */
  readonly cell: (slot: Slot) => Cell;
  /** How many rows a table has, or that it is absent. */
  readonly rowCount: (table: number) => number | Absent;
  /** The same evidence, at one row of a table. */
  readonly atRow: (table: number, row: number) => Reader;
  /** The totals of a column, where its table was given as totals and not as rows. */
  readonly totals?: (slot: Slot) => ColumnTotals | undefined;
  /** The current row, inside a table. */
  readonly row?: number;
  /** Every row of a column, where they are at hand. */
  readonly column?: (slot: Slot) => readonly Cell[];
  /** Whether nobody asks what was read: readings may then be left out. */
  readonly isLean?: boolean;
}

const ORDER: readonly Absence[] = ['failed', 'undecided', 'not-applicable', 'pending', 'missing'];

/** Whether `cell` holds no value. */
export const isAbsent = (cell: Cell): cell is Absent =>
  typeof cell === 'object' && 'absent' in cell;

/** Whether `cell` concerns the subject: it has a value, or lacks one that it should have. */
export const applies = (cell: Cell): boolean => !isAbsent(cell) || cell.absent !== 'not-applicable';

/** Whether `cell` holds a number. */
export const isNumber = (cell: Cell): cell is Exact =>
  typeof cell === 'object' && !('absent' in cell);

/** Whether `a` is worse than `b`; of equals, whose cause stands first by pointer, whatever the order of keys. */
const isWorse = (a: Absent, b: Absent): boolean => {
  const order = ORDER.indexOf(a.absent) - ORDER.indexOf(b.absent);
  return order < 0 || (order === 0 && a.cause.pointer < b.cause.pointer);
};

/** The worst absence among `cells`; undefined when every one has a value. */
export const worstAbsence = (cells: readonly Cell[]): Absent | undefined => {
  let worst: Absent | undefined;
  for (const cell of cells) {
    if (isAbsent(cell) && (worst === undefined || isWorse(cell, worst))) worst = cell;
  }
  return worst;
};

/** The number in `cell`; for a place whose static type is a number. */
export const numberIn = (cell: Cell): Exact | Absent => {
  if (typeof cell === 'object') return cell;
  throw new TypeError('a number was expected in this slot');
};

/** Whether two cells hold the same value. Numbers are compared exactly. */
export const sameCell = (a: Cell, b: Cell): boolean => {
  if (typeof a !== 'object' || typeof b !== 'object') return a === b;
  if (isAbsent(a) || isAbsent(b)) return isAbsent(a) && isAbsent(b) && a.absent === b.absent;
  return isRational(a) && isRational(b) ? a.n === b.n && a.d === b.d : a === b;
};
