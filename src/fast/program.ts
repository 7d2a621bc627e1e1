import type { Issue } from '../issue.js';
import type { RoundingMode } from '../number/round.js';
import type { Memory } from './memory.js';
import type { Refusal } from './refusal.js';

/** What an operation does. */
export const OP = {
  /** Nothing: its value is given, by evidence or by the policy. */
  given: 0,
  add: 1,
  subtract: 2,
  multiply: 3,
  divide: 4,
  min: 5,
  max: 6,
  /** As `min` and `max`, where the one must be told from the other. */
  least: 7,
  greatest: 8,
  absolute: 9,
  ratio: 10,
  dot: 11,
  compare: 12,
  and: 13,
  or: 14,
  select: 15,
  steps: 16,
  line: 17,
  round: 18,
  geometric: 19,
  rows: 20,
  table: 21,
  power: 22,
  exponential: 23,
  logarithm: 24,
  byPlace: 25,
  panel: 26,
  each: 27,
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

/** How a rounding turns, by the number under which it is run. INVARIANT: those that turn at halves come first. */
export const TURN = {
  'half-up': 0,
  'half-down': 1,
  'half-even': 2,
  up: 3,
  down: 4,
  ceiling: 5,
  floor: 6,
  /** Nothing to round: a value is only brought to its nearest whole number. */
  none: 7,
} as const satisfies Record<RoundingMode | 'none', number>;

/** Whether a rounding turns at halves; these themselves it leaves to exact arithmetic, whichever way they go. */
export const isAtHalves = (turn: number): boolean => turn <= TURN['half-even'];

/** What an operation does. */
export type Op = (typeof OP)[keyof typeof OP];

/** Values and whole numbers of an operation besides its operands: what each is, is said where it is run. */
interface Details {
  readonly x: number;
  readonly y: number;
  readonly z: number;
  readonly k: number;
  readonly n: number;
}

/** One operation on doubles while a plan grows. */
export interface Instruction extends Details {
  readonly op: Op;
  /** The places that it reads. */
  readonly reads: readonly number[];
  /** The place of its result. */
  readonly out: number;
  readonly codes: readonly number[];
  readonly numbers: readonly number[];
  /** Ties that it may have to decide, by their positions; -1 for none. */
  readonly ties: readonly number[];
  /** For `each`: what is computed at every row. */
  readonly each: EachDraft | undefined;
}

/** What is computed at every row of a table, before its operations are linked. */
export interface EachDraft {
  readonly table: number;
  /** Columns that are read at the row, with the places into which they are put. */
  readonly loads: readonly { readonly column: ColumnSource; readonly place: number }[];
  readonly instructions: readonly Instruction[];
  /** The place whose value is kept, and the computed column in which it is. */
  readonly result: number;
  readonly column: number;
}

/**
 * One operation of a plan and its result for the subject at hand, or a value that is given.
 *
 * Operations read the results of others where these are: no table of results stands in between.
 */
export interface Node extends Details {
  readonly op: Op;
  /** The result; no number (NaN) where doubles cannot tell. */
  v: number;
  /** The results of many subjects side by side. */
  all: Float64Array;
  /** The first three operands; the node itself where there are fewer. */
  readonly a: Node;
  readonly b: Node;
  readonly c: Node;
  /** All operands. */
  readonly list: readonly Node[];
  readonly codes: Int32Array;
  readonly numbers: Float64Array;
  readonly ties: readonly (Tie | undefined)[];
  readonly each: EachRow | undefined;
  /** The operation that is run after this one. */
  readonly next: Node;
}

/** Operations that are run one after another. */
export interface Program {
  readonly first: Node;
  readonly count: number;
}

/** What is computed at every row of a table. */
export interface EachRow {
  readonly table: number;
  readonly loads: readonly { readonly column: ColumnSource; readonly node: Node }[];
  readonly program: Program;
  readonly result: Node;
  readonly column: number;
}

/** A column of a table: as evidence gives it, or computed at every row. */
export type ColumnSource = { readonly given: number } | { readonly computed: number };

/**
 * How a quotient of two given numbers lies to an edge, in whole numbers: the sign of
 * `actual * actualScale * left + target * targetScale * right`, each product below 2^53.
 */
export interface Tie {
  readonly actual: Node;
  readonly target: Node;
  readonly actualScale: number;
  readonly targetScale: number;
  readonly left: number;
  readonly right: number;
  /** Whether a cap that is the edge itself holds the value there. */
  readonly isHeld: boolean;
}

/** An issue that a subject's values may give rise to. */
export interface RemarkPlan {
  /** There is nothing to say where both hold the same number. */
  readonly a: Node;
  readonly b: Node;
  readonly issueFor: (a: number, b: number) => Issue;
}

/** A dated parameter, read before anything else. */
export interface DatedPlan<Where = Node> {
  readonly at: Where;
  /** INVARIANT: days strictly increase. */
  readonly from: readonly number[];
  readonly values: readonly number[];
}

/** A policy in doubles: the outcome of every subject of whom nothing is absent, or the knowledge that it is unsure. */
export interface FastPlan {
  readonly program: Program;
  /** What evidence gives, in the order of the plan's inputs. */
  readonly inputs: readonly Node[];
  /** Everything that has a value. */
  readonly nodes: readonly Node[];
  /** What else is held while a subject is computed, one after another. */
  readonly memory: Memory;
  readonly dated: readonly DatedPlan[];
  /** What must hold a number; where these do, all that must do. */
  readonly checks: readonly Node[];
  readonly remarks: readonly RemarkPlan[];
  /** Whole numbers of the last place. */
  readonly score: { readonly node: Node; readonly decimals: number } | undefined;
  readonly rating: { readonly node: Node; readonly labels: readonly string[] } | undefined;
  /** The widest bound of any decision, as a share of what it decides on. */
  readonly bound: number;
}

/** Why a policy is computed exactly alone: the first part that doubles cannot hold to a bound. */
export interface ExactOnly {
  /** Where in the policy. */
  readonly pointer: string;
  readonly why: Refusal;
}
