/** What evidence gives, in doubles: inputs first, then every table column by column. */
export interface Numbers {
  readonly cells: Float64Array;
  /** By table: how many rows it has. */
  readonly rows: ArrayLike<number>;
}

/**
 * Where one subject is computed, used again for the next: a plan is run from its first instruction to its last without
 * anything of the host's in between.
 */
export interface Memory {
  readonly m: Float64Array;
  cells: Float64Array;
  rows: ArrayLike<number>;
  /** By table: where its first column begins among the cells. */
  readonly base: Int32Array;
  readonly columns: Float64Array[];
  scratch: Float64Array;
  /** Scores as they are written, by their units. */
  readonly texts: (string | undefined)[];
}

/** How much a plan needs. */
export interface Room {
  readonly places: number;
  readonly constants: readonly { readonly place: number; readonly value: number }[];
  /** How many inputs there are; they have the first places. */
  readonly inputs: number;
  /** By table: how many columns evidence gives. */
  readonly columns: readonly number[];
  /** How many columns are computed. */
  readonly computed: number;
}

const EMPTY = new Float64Array(0);

/** The memory of a plan, its constants in their places. */
export const makeMemory = (plan: Room): Memory => {
  const m = new Float64Array(plan.places);
  for (const { place, value } of plan.constants) m[place] = value;
  return {
    m,
    cells: EMPTY,
    rows: [],
    base: new Int32Array(plan.columns.length),
    columns: Array.from({ length: plan.computed }, () => EMPTY),
    scratch: new Float64Array(64),
    texts: [],
  };
};

/** Puts what evidence gives where the plan reads it. */
export const load = (plan: Room, memory: Memory, { cells, rows }: Numbers): void => {
  const { m, base } = memory;
  memory.cells = cells;
  memory.rows = rows;
  for (let i = 0; i < plan.inputs; i++) m[i] = cells[i] ?? NaN;
  let at = plan.inputs;
  for (let table = 0; table < base.length; table++) {
    base[table] = at;
    at += (rows[table] ?? 0) * (plan.columns[table] ?? 0);
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
export const scratchFor = (memory: Pick<Memory, 'scratch'>, count: number): Float64Array => {
  if (memory.scratch.length < count) memory.scratch = new Float64Array(2 * count);
  return memory.scratch;
};
