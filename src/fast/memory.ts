import { makePages, type Pages } from '../pages.js';

/** What evidence gives, in doubles: the inputs, then how many rows each table has, then every table column by column. */
export interface Numbers {
  readonly cells: Float64Array;
}

/**
 * What is held while a subject is computed besides the results of operations, and used again for the next: a plan is
 * run from its first operation to its last without anything of the host's in between.
 */
export interface Memory {
  cells: Float64Array;
  /** By table: how many rows it has, how many columns evidence gives, and where the first begins among the cells. */
  readonly rows: Int32Array;
  readonly widths: Int32Array;
  readonly base: Int32Array;
  /** Columns that are computed. */
  readonly columns: Float64Array[];
  scratch: Float64Array;
  /** The values at hand that stand one after another: those of `of` from `at` up to `end`. */
  of: Float64Array;
  at: number;
  end: number;
  /** Scores as they are written, by their units. */
  readonly texts: Pages<string>;
}

/** No doubles. */
export const EMPTY = new Float64Array(0);

/** The memory of a plan whose tables have columns of so many. */
export const makeMemory = (widths: readonly number[], computed: number): Memory => ({
  cells: EMPTY,
  rows: new Int32Array(widths.length),
  widths: Int32Array.from(widths),
  base: new Int32Array(widths.length),
  columns: Array.from({ length: computed }, () => EMPTY),
  scratch: new Float64Array(64),
  of: EMPTY,
  at: 0,
  end: 0,
  texts: makePages(),
});

/** Puts what evidence gives where the plan reads it. */
export const load = (
  { inputs, memory }: { readonly inputs: readonly { v: number }[]; readonly memory: Memory },
  { cells }: Numbers,
): void => {
  const { rows, widths, base } = memory;
  memory.cells = cells;
  for (let i = 0; i < inputs.length; i++) (inputs[i] as { v: number }).v = cells[i] ?? NaN;
  const counts = inputs.length;
  let at = counts + base.length;
  for (let table = 0; table < base.length; table++) {
    const count = cells[counts + table] ?? 0;
    rows[table] = count;
    base[table] = at;
    at += count * (widths[table] ?? 0);
  }
};

/** A computed column with room for so many rows. */
export const columnFor = (memory: Memory, column: number, rows: number): Float64Array => {
  const known = memory.columns[column] ?? EMPTY;
  if (known.length >= rows) return known;
  const grown = new Float64Array(Math.max(16, 2 * rows));
  memory.columns[column] = grown;
  return grown;
};

/** Room for so many doubles that nobody else uses. */
export const scratchFor = (memory: Memory, count: number): Float64Array => {
  if (memory.scratch.length < count) memory.scratch = new Float64Array(2 * count);
  return memory.scratch;
};
