import type { IssueCode, Params } from '../issue.js';
import type { Rational } from '../number/rational.js';
import type { Slot } from '../slot.js';
import type { Refusal } from './refusal.js';
import type { ColumnSource, Instruction, Op, Tie } from './program.js';
import { eitherSpan, type Span, wholeSpan } from './span.js';

/** A value of a plan in doubles, known by the place that will hold it. */
export interface Value {
  readonly place: number;
  readonly span: Span;
  /** What it is exactly, for a constant. */
  readonly exact: Rational | undefined;
  /** Its double, for a constant. */
  readonly double: number | undefined;
  /** What it is the weighted sum of, so that another sum can take its parts. */
  readonly parts: readonly WeightedValue[] | undefined;
  /** How it was made from two given numbers, for comparisons that must be decided. */
  readonly quotient: Quotient | undefined;
}

/** A value of which no more is known than its span. */
export const valueAt = (place: number, span: Span): Value => ({
  place,
  span,
  exact: undefined,
  double: undefined,
  parts: undefined,
  quotient: undefined,
});

/** One part of a weighted sum. */
export interface WeightedValue {
  readonly value: Value;
  readonly weight: Rational;
}

/** (alpha * actual + beta * target) / target, where target is not negative; held at `cap`, if there is one. */
export interface Quotient {
  readonly actual: Value;
  readonly target: Value;
  readonly alpha: Rational;
  readonly beta: Rational;
  readonly cap: Rational | undefined;
}

/** What an operation needs besides its operands. */
export interface Details
  extends Partial<Pick<Instruction, 'x' | 'y' | 'z' | 'k' | 'n' | 'codes' | 'numbers' | 'ties'>> {
  /** Whether its result may hold a number where what it reads does not. */
  readonly isLenient?: boolean;
}

/** A tie of the values at two places. */
export interface TieDraft extends Omit<Tie, 'actual' | 'target'> {
  readonly actual: number;
  readonly target: number;
}

/**
 * Where the double form of a policy grows: kinds, adjustments and operators put their operations here and get back the
 * place of the result with what is known of it.
 */
export interface Build {
  /** One operation; what it reads must hold a number for its result to hold one, unless `isLenient`. */
  readonly emit: (op: Op, reads: readonly Value[], span: Span, details?: Details) => Value;
  readonly constant: (value: Rational) => Value;
  /** A position, a truth or a day. */
  readonly whole: (value: number) => Value;
  /** What a slot holds: in a row, a column of that row. */
  readonly read: (slot: Slot) => Value;
  /** A place that never holds a number. */
  readonly nothing: () => Value;
  /** A place that always holds more than any number. */
  readonly unbounded: () => Value;
  /** The plan cannot be computed in doubles, and why; returns a value so that building goes on. */
  readonly refuse: (why: Refusal) => Value;
  /** Something to say of subjects whose two values differ. */
  readonly remark: (a: Value, b: Value, remarkFor: (a: number, b: number) => FastRemark) => void;
  /** A tie that an operation may have to decide. @returns its position */
  readonly tie: (tie: TieDraft) => number;
  /** A bound was used for a decision: as a share of what it decides on. */
  readonly decide: (share: number) => void;
  /** Values at every row of a table, as a computed column; undefined inside a row. */
  readonly each: (table: number, compute: (row: Build) => Value) => Column | undefined;
  /** A column without computing anything; undefined when `slot` is none that can be read so. */
  readonly column: (slot: Slot) => Column | undefined;
  /** How many rows a table has at most. */
  readonly atMost: (table: number) => number;
}

/** Something noticed while a value is computed. */
export interface FastRemark {
  readonly code: IssueCode;
  readonly params?: Params;
}

/** A column of a table, with what is known of each of its values. */
export interface Column {
  readonly table: number;
  readonly source: ColumnSource;
  readonly span: Span;
  /** A place that is filled once the column is computed. */
  readonly after?: number;
}

/** What building goes on with after a refusal. */
export const NOWHERE = valueAt(0, wholeSpan(0, 0));

/** What is known of any of several values. */
export const anySpan = (spans: readonly Span[]): Span => {
  const [first = wholeSpan(0, 0), ...others] = spans;
  return others.reduce(eitherSpan, first);
};
