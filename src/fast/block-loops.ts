import { FEW, HALVES } from './decision.js';
import { take } from './gather.js';
import { EMPTY, type Memory } from './memory.js';
import { type Node, TAKE } from './program.js';

/** A table of many subjects: where each one's rows begin, and its columns over all of them. */
export interface BlockTable {
  readonly offsets: ArrayLike<number>;
  readonly columns: readonly Float64Array[];
}

/** By table. */
export type Tables = readonly BlockTable[];

/** Runs the operation for one subject of the block. */
type Again = (at: number) => void;

/** The mean of each subject's rows. */
const meanAll = (
  { all: out }: Node,
  { offsets, of }: { readonly offsets: ArrayLike<number>; readonly of: Float64Array },
  [first, count]: readonly [number, number],
): void => {
  let at = offsets[first] ?? 0;
  for (let j = 0; j < count; j++) {
    const end = offsets[first + j + 1] ?? 0;
    let sum = 0;
    for (let row = at; row < end; row++) sum += of[row] ?? NaN;
    out[j] = sum / (end - at);
    at = end;
  }
};

/** The mean of each subject's rows but the least and the greatest, where it is one of each that is left out. */
const trimAll = (
  { all: out, x, y }: Node,
  { offsets, of }: { readonly offsets: ArrayLike<number>; readonly of: Float64Array },
  [first, count]: readonly [number, number],
  again: Again,
): void => {
  let at = offsets[first] ?? 0;
  for (let j = 0; j < count; j++) {
    const end = offsets[first + j + 1] ?? 0;
    const left = Math.floor(((end - at) * x) / y);
    if (left === 1) {
      let sum = 0;
      let low = Infinity;
      let high = -Infinity;
      for (let row = at; row < end; row++) {
        const value = of[row] ?? NaN;
        sum += value;
        low = value < low ? value : low;
        high = value > high ? value : high;
      }
      out[j] = (sum - low - high) / (end - at - 2);
    } else again(j);
    at = end;
  }
};

/** The takes of a table's rows, for the subjects from `first` on. */
export const takeAll = (
  node: Node,
  memory: Memory,
  table: BlockTable | undefined,
  [first, count]: readonly [number, number],
): void => {
  const of = table?.columns[node.codes[1] ?? 0];
  if (table === undefined || of === undefined) {
    node.all.fill(NaN);
    return;
  }
  const { offsets } = table;
  const again = (j: number): void => {
    memory.of = of;
    memory.at = offsets[first + j] ?? 0;
    memory.end = offsets[first + j + 1] ?? 0;
    take(node, memory);
    node.all[j] = node.v;
  };
  if (node.k === TAKE.mean) meanAll(node, { offsets, of }, [first, count]);
  else if (node.k === TAKE.trimmed) trimAll(node, { offsets, of }, [first, count], again);
  else for (let j = 0; j < count; j++) again(j);
};

/** Weighted sums for `count` subjects, added up in the order of their parts. */
export const dotAll = ({ all: out, list, numbers }: Node, count: number): void => {
  out.fill(0, 0, count);
  let i = 0;
  for (; i + 1 < list.length; i += 2) {
    const [p, q] = [list[i]?.all ?? EMPTY, list[i + 1]?.all ?? EMPTY];
    const [a, b] = [numbers[i] ?? NaN, numbers[i + 1] ?? NaN];
    for (let j = 0; j < count; j++)
      out[j] = (out[j] ?? NaN) + a * (p[j] ?? NaN) + b * (q[j] ?? NaN);
  }
  if (i === list.length) return;
  const p = list[i]?.all ?? EMPTY;
  const a = numbers[i] ?? NaN;
  for (let j = 0; j < count; j++) out[j] = (out[j] ?? NaN) + a * (p[j] ?? NaN);
};

/** Geometric means for `count` subjects. See `product`. */
export const productAll = (node: Node, count: number, again: Again): void => {
  const { all: out, list, numbers } = node;
  out.fill(0, 0, count);
  for (const [i, { all: part }] of list.entries()) {
    const weight = numbers[i] ?? NaN;
    const least = numbers[list.length + i] ?? NaN;
    for (let j = 0; j < count; j++) {
      const value = part[j] ?? NaN;
      out[j] = value >= least ? (out[j] ?? NaN) + weight * Math.log(value) : NaN;
    }
  }
  for (let j = 0; j < count; j++) {
    const sum = out[j] ?? NaN;
    if (sum === sum) out[j] = Math.exp(sum);
    else again(j);
  }
};

/** What the last edge reached gives, for `count` subjects. See `climb`. */
export const climbAll = (node: Node, count: number, again: Again): void => {
  const { all: out, n: edges, x: apart, numbers } = node;
  const from = node.a.all;
  if (edges > FEW || edges === 0) {
    for (let j = 0; j < count; j++) again(j);
    return;
  }
  out.fill(node.y, 0, count);
  const near: number[] = [];
  for (let k = 0; k < edges; k++) {
    const edge = numbers[k] ?? NaN;
    const gives = numbers[edges + k] ?? NaN;
    for (let j = 0; j < count; j++) {
      const past = (from[j] ?? NaN) - edge;
      if (past > apart) out[j] = gives;
      else if (!(past < -apart)) near.push(j);
    }
  }
  // Whoever lies on an edge or near it, or has no number, is looked at again.
  for (let i = 0; i < near.length; i++) again(near[i] ?? 0);
};

/** The value of a line, for `count` subjects. See `along`. */
export const alongAll = (node: Node, count: number, again: Again): void => {
  const { all: out, n: points, numbers } = node;
  const from = node.a.all;
  if (points > FEW || node.k !== 1 || node.y > 0) {
    for (let j = 0; j < count; j++) again(j);
    return;
  }
  const [first, last] = [numbers[0] ?? NaN, numbers[points - 1] ?? NaN];
  const low = numbers[points] ?? NaN;
  for (let j = 0; j < count; j++) {
    // No number stays none: it is neither above nor below.
    const value = from[j] ?? NaN;
    out[j] = value <= first ? low : value - value + low;
  }
  for (let k = 0; k < points - 1; k++) {
    const x = numbers[k] ?? NaN;
    const y = numbers[points + k] ?? NaN;
    const slope = numbers[2 * points + k] ?? NaN;
    for (let j = 0; j < count; j++) {
      const value = from[j] ?? NaN;
      if (value > x) out[j] = y + (value - x) * slope;
    }
  }
  const high = numbers[2 * points - 1] ?? NaN;
  for (let j = 0; j < count; j++) if ((from[j] ?? NaN) >= last) out[j] = high;
};

/** Rounded values in units, for `count` subjects. See `roundUnits`. */
export const roundAll = (node: Node, count: number, again: Again): void => {
  const { all: out, x: step, y: near, z: size } = node;
  const from = node.a.all;
  const isHalf = node.k < HALVES;
  for (let j = 0; j < count; j++) {
    const steps = (from[j] ?? NaN) / step;
    const whole = Math.floor(steps);
    const past = steps - whole - 0.5;
    if (!isHalf) again(j);
    else if (past > near) out[j] = (whole + 1) * size + 0;
    else out[j] = past < -near ? whole * size + 0 : NaN;
  }
};
