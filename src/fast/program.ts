import type { Issue } from '../issue.js';
import type { Memory, Room } from './memory.js';
import type { Refusal } from './refusal.js';

/** What an instruction does; those of one kind and level run in one loop. */
export const OP = {
  add: 0,
  multiply: 1,
  divide: 2,
  least: 3,
  greatest: 4,
  absolute: 5,
  ratio: 6,
  dot: 7,
  compare: 8,
  and: 9,
  or: 10,
  select: 11,
  steps: 12,
  line: 13,
  table: 14,
  round: 15,
  geometric: 16,
  power: 17,
  exponential: 18,
  logarithm: 19,
  byPlace: 20,
  rows: 21,
  panel: 22,
  each: 23,
  subtract: 24,
} as const;

/** What is taken from the rows of a column, by the number under which it is run. */
export const TAKE = {
  mean: 0,
  sum: 1,
  min: 2,
  max: 3,
  median: 4,
  last: 5,
  trimmed: 6,
  count: 7,
  share: 8,
} as const;

/** What an instruction does. */
export type Op = (typeof OP)[keyof typeof OP];

/**
 * One operation on doubles. What `a`, `b`, `c`, the numbers and the lists are is said where the operation is run.
 */
export interface Instruction {
  readonly op: Op;
  /** The places that it reads. */
  readonly reads: readonly number[];
  /** The place of its result. */
  readonly out: number;
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly x: number;
  readonly y: number;
  readonly z: number;
  /** Places, or other whole numbers. */
  readonly list: readonly number[];
  readonly numbers: readonly number[];
  /** For `each`: what is computed at every row. */
  readonly each?: EachDraft;
}

/** What is computed at every row of a table, before it is scheduled. */
export interface EachDraft extends Omit<EachRow, 'program'> {
  readonly instructions: readonly Instruction[];
}

/** What is computed at every row of a table. */
export interface EachRow {
  readonly table: number;
  /** Columns that are read at the row, with the places into which they are put. */
  readonly loads: readonly { readonly column: ColumnSource; readonly place: number }[];
  readonly program: Program;
  /** The place whose value is kept, and the computed column in which it is. */
  readonly result: number;
  readonly column: number;
}

/** A column of a table: as evidence gives it, or computed at every row. */
export type ColumnSource = { readonly given: number } | { readonly computed: number };

/**
 * Instructions in the order in which they run, like ones together.
 *
 * Segment `s` is the instructions `from[s]` up to `from[s + 1]`, all of them `op[s]`.
 */
export interface Program {
  readonly op: Uint8Array;
  readonly from: Int32Array;
  readonly out: Int32Array;
  readonly a: Int32Array;
  readonly b: Int32Array;
  readonly c: Int32Array;
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly z: Float64Array;
  /** The lists of all instructions; instruction `i` has `listFrom[i]` up to `listFrom[i + 1]`. */
  readonly list: Int32Array;
  readonly listFrom: Int32Array;
  readonly numbers: Float64Array;
  readonly numbersFrom: Int32Array;
  readonly each: readonly (EachRow | undefined)[];
  readonly ties: Ties;
}

/**
 * How a quotient of two given numbers lies to an edge, in whole numbers: the sign of
 * `actual * 10^p * left + target * 10^q * right`, each product below 2^53.
 */
export interface Ties {
  readonly actual: Int32Array;
  readonly target: Int32Array;
  readonly actualScale: Float64Array;
  readonly targetScale: Float64Array;
  readonly left: Float64Array;
  readonly right: Float64Array;
  /** Whether a cap that is the edge itself holds the value there. */
  readonly isHeld: Uint8Array;
}

/** An issue that a subject's values may give rise to. */
export interface RemarkPlan {
  /** Two places; there is nothing to say where they hold the same number. */
  readonly a: number;
  readonly b: number;
  readonly issueFor: (a: number, b: number) => Issue;
}

/** A dated parameter, read before anything else. */
export interface DatedPlan {
  readonly place: number;
  /** INVARIANT: days strictly increase. */
  readonly from: readonly number[];
  readonly values: readonly number[];
}

/** A policy in doubles: the outcome of every subject of whom nothing is absent, or the knowledge that it is unsure. */
export interface FastPlan extends Room {
  readonly program: Program;
  /** Where subjects are computed, one after another. */
  readonly memory: Memory;
  readonly dated: readonly DatedPlan[];
  /** Places that must hold a number; where they do, all that must do. */
  readonly checks: Int32Array;
  readonly remarks: readonly RemarkPlan[];
  /** Whole numbers of the last place. */
  readonly score?: { readonly place: number; readonly decimals: number };
  readonly rating?: { readonly place: number; readonly labels: readonly string[] };
  /** The widest bound of any decision, as a share of what it decides on. */
  readonly bound: number;
}

/** Why a policy is computed exactly alone: the first part that doubles cannot hold to a bound. */
export interface ExactOnly {
  /** Where in the policy. */
  readonly pointer: string;
  readonly why: Refusal;
}
