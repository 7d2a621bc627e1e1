import { FEW, OUTSIDE } from './decision.js';
import { take } from './gather.js';
import type { Memory } from './memory.js';
import { isAtHalves, type Node } from './program.js';

/** A table of many subjects: where each one's rows begin, and its columns over all of them. */
export interface BlockTable {
  readonly offsets: ArrayLike<number>;
  readonly columns: readonly Float64Array[];
}

/** By table. */
export type Tables = readonly BlockTable[];

/** Runs the operation for one subject of the block. */
type Again = (at: number) => void;

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
  memory.of = of;
  memory.end = offsets[first] ?? 0;
  for (let j = 0; j < count; j++) {
    memory.at = memory.end;
    memory.end = offsets[first + j + 1] ?? 0;
    take(node, memory);
    node.all[j] = node.v;
  }
};

/** Weighted sums for `count` subjects, added up in the order of their parts. */
export const dotAll = ({ all: out, list, numbers }: Node, count: number): void => {
  out.fill(0, 0, count);
  for (const [i, { all: part }] of list.entries()) {
    const weight = numbers[i] ?? NaN;
    for (let j = 0; j < count; j++) out[j] = (out[j] ?? NaN) + weight * (part[j] ?? NaN);
  }
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
  if (points > FEW || node.k !== OUTSIDE.hold || node.y > 0) {
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
      if (value >= x) out[j] = y + (value - x) * slope;
    }
  }
  const high = numbers[2 * points - 1] ?? NaN;
  for (let j = 0; j < count; j++) if ((from[j] ?? NaN) >= last) out[j] = high;
};

/** Rounded values in units, for `count` subjects. See `roundUnits`. */
export const roundAll = (node: Node, count: number, again: Again): void => {
  const { all: out, x: step, y: near, z: size } = node;
  const from = node.a.all;
  if (!isAtHalves(node.k)) {
    for (let j = 0; j < count; j++) again(j);
    return;
  }
  for (let j = 0; j < count; j++) {
    const steps = (from[j] ?? NaN) / step;
    const whole = Math.floor(steps);
    const past = steps - whole - 0.5;
    if (past > near) out[j] = (whole + 1) * size + 0;
    else out[j] = past < -near ? whole * size + 0 : NaN;
  }
};
