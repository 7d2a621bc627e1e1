import { along, climb } from './decision.js';
import { takeValues } from './gather.js';
import { type Program, TAKE } from './program.js';

/** A table of a block: where each subject's rows begin, and its columns over all subjects. */
export interface BlockTable {
  readonly offsets: ArrayLike<number>;
  readonly columns: readonly Float64Array[];
}

/** Where a block is computed: every place has a value for each subject, one after another. */
export interface Block {
  readonly program: Program;
  readonly m: Float64Array;
  /** `m` from each subject on: place `p` of subject `j` is `views[j][p]`, places counted by whole blocks. */
  readonly views: readonly Float64Array[];
  scratch: Float64Array;
}

/** The mean of each subject's rows, less the least and the greatest where one of each is left out. */
const meanAll = (
  { m, program }: Block,
  i: number,
  { offsets, of }: { readonly offsets: ArrayLike<number>; readonly of: Float64Array },
  [first, count]: readonly [number, number],
): void => {
  const out = program.out[i] ?? 0;
  let at = offsets[first] ?? 0;
  for (let j = 0; j < count; j++) {
    const end = offsets[first + j + 1] ?? 0;
    let sum = 0;
    for (let row = at; row < end; row++) sum += of[row] ?? NaN;
    m[out + j] = sum / (end - at);
    at = end;
  }
};

/** The takes of a table's rows, for the subjects from `first` on. */
export const takeAll = (
  block: Block,
  i: number,
  { offsets, columns }: BlockTable,
  [first, count]: readonly [number, number],
): void => {
  const { program, m } = block;
  const of = columns[program.list[(program.listFrom[i] ?? 0) + 1] ?? 0] ?? m;
  if (program.b[i] === TAKE.mean) {
    meanAll(block, i, { offsets, of }, [first, count]);
    return;
  }
  const out = program.out[i] ?? 0;
  const values = { of, at: 0, count: 0 };
  for (let j = 0; j < count; j++) {
    const at = offsets[first + j] ?? 0;
    values.at = at;
    values.count = (offsets[first + j + 1] ?? 0) - at;
    m[out + j] = takeValues(program, i, block, values);
  }
};

/** So many edges or pieces are gone through for all subjects; more are sought for each. */
const FEW = 12;

/** What the last edge reached gives, for `count` subjects. See `climb`. */
export const climbAll = ({ m, views, program }: Block, i: number, count: number): void => {
  const { numbers } = program;
  const out = program.out[i] ?? 0;
  const from = program.a[i] ?? 0;
  const edges = program.b[i] ?? 0;
  const at = program.numbersFrom[i] ?? 0;
  const apart = program.x[i] ?? NaN;
  if (edges > FEW) {
    for (let j = 0; j < count; j++) m[out + j] = climb(program, i, views[j] ?? m);
    return;
  }
  m.fill(program.y[i] ?? NaN, out, out + count);
  for (let k = 0; k < edges; k++) {
    const edge = numbers[at + k] ?? NaN;
    const gives = numbers[at + edges + k] ?? NaN;
    for (let j = 0; j < count; j++) if ((m[from + j] ?? NaN) - edge > apart) m[out + j] = gives;
  }
  // Whoever lies on an edge or near it, or has no number, is looked at again.
  for (let k = 0; k < edges; k++) {
    const edge = numbers[at + k] ?? NaN;
    for (let j = 0; j < count; j++) {
      if (!(Math.abs((m[from + j] ?? NaN) - edge) > apart))
        m[out + j] = climb(program, i, views[j] ?? m);
    }
  }
};

/** The value of a line, for `count` subjects. See `along`. */
export const alongAll = ({ m, program }: Block, i: number, count: number): void => {
  const { numbers } = program;
  const out = program.out[i] ?? 0;
  const from = program.a[i] ?? 0;
  const points = program.b[i] ?? 0;
  const at = program.numbersFrom[i] ?? 0;
  if (points > FEW || program.c[i] !== 1) {
    for (let j = 0; j < count; j++) m[out + j] = along(program, i, m[from + j] ?? NaN);
    return;
  }
  const [first, last] = [numbers[at] ?? NaN, numbers[at + points - 1] ?? NaN];
  const low = numbers[at + points] ?? NaN;
  for (let j = 0; j < count; j++) {
    // No number stays none: it is neither above nor below.
    const value = m[from + j] ?? NaN;
    m[out + j] = value <= first ? low : value - value + low;
  }
  for (let k = 0; k < points - 1; k++) {
    const x = numbers[at + k] ?? NaN;
    const y = numbers[at + points + k] ?? NaN;
    const slope = numbers[at + 2 * points + k] ?? NaN;
    for (let j = 0; j < count; j++) {
      const value = m[from + j] ?? NaN;
      if (value > x) m[out + j] = y + (value - x) * slope;
    }
  }
  const high = numbers[at + 2 * points - 1] ?? NaN;
  for (let j = 0; j < count; j++) if ((m[from + j] ?? NaN) >= last) m[out + j] = high;
};
