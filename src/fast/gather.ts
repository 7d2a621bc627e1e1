import { type Memory, scratchFor } from './memory.js';
import { type Node, TAKE } from './program.js';

/** More values than this are sorted by the platform. */
const FEW = 24;

/** Puts a value where it belongs among the `count` first ones, which are in ascending order. */
const insert = (order: Float64Array, count: number, value: number): void => {
  let at = count;
  for (; at > 0 && (order[at - 1] ?? NaN) > value; at--) order[at] = order[at - 1] ?? NaN;
  order[at] = value;
};

/** The values at hand in ascending order, in the scratch; whether each of them is a number. */
const putInOrder = (memory: Memory): boolean => {
  const { of, at, end } = memory;
  const count = end - at;
  const order = scratchFor(memory, count);
  let sum = 0;
  for (let i = 0; i < count; i++) {
    const value = of[at + i] ?? NaN;
    sum += value;
    if (count > FEW) order[i] = value;
    else insert(order, i, value);
  }
  if (count > FEW) order.subarray(0, count).sort();
  return sum === sum;
};

const add = (of: Float64Array, at: number, end: number): number => {
  let sum = 0;
  for (let i = at; i < end; i++) sum += of[i] ?? NaN;
  return sum;
};

/** The sum of the values at hand without the least and the greatest. */
const addBetween = ({ of, at, end }: Memory): number => {
  let sum = 0;
  let min = Infinity;
  let max = -Infinity;
  for (let i = at; i < end; i++) {
    const value = of[i] ?? NaN;
    sum += value;
    if (value < min) min = value;
    if (value > max) max = value;
  }
  return sum - min - max;
};

/** The mean without as many values at each end as the share `x` / `y` of them. */
const trim = (node: Node, memory: Memory): void => {
  const { of, at, end } = memory;
  const count = end - at;
  const left = Math.floor((count * node.x) / node.y);
  if (left === 0) node.v = add(of, at, end) / count;
  else if (left === 1) node.v = addBetween(memory) / (count - 2);
  else if (putInOrder(memory))
    node.v = add(memory.scratch, left, count - left) / (count - 2 * left);
  else node.v = NaN;
};

const median = (memory: Memory): number => {
  const count = memory.end - memory.at;
  if (!putInOrder(memory)) return NaN;
  const { scratch } = memory;
  const high = scratch[Math.floor(count / 2)] ?? NaN;
  const low = scratch[Math.ceil(count / 2) - 1] ?? NaN;
  return count % 2 === 1 ? high : (low + high) / 2;
};

const extreme = ({ of, at, end }: Memory, choose: (a: number, b: number) => number): number => {
  let result = of[at] ?? NaN;
  for (let i = at; i < end; i++) result = choose(result, of[i] ?? NaN);
  return result;
};

/** What is taken of at least one value. */
const takeOther = (kind: number, memory: Memory): number => {
  if (kind === TAKE.median) return median(memory);
  if (kind === TAKE.min) return extreme(memory, Math.min);
  if (kind === TAKE.max) return extreme(memory, Math.max);
  // The last value, where every one before it is there too.
  const { of, at, end } = memory;
  return add(of, at, end) * 0 + (of[end - 1] ?? NaN);
};

/** What is taken of the values at hand. No number where there are none, but for a sum and a count. */
export const take = (node: Node, memory: Memory): void => {
  const { of, at, end } = memory;
  const { k: kind } = node;
  if (kind === TAKE.mean) node.v = add(of, at, end) / (end - at);
  else if (kind === TAKE.trimmed) trim(node, memory);
  else if (kind === TAKE.sum) node.v = add(of, at, end);
  else if (kind === TAKE.count) node.v = end - at;
  else node.v = end === at ? NaN : takeOther(kind, memory);
};

/** Leaves the values at hand that the mask counts; whether that can be told of each. */
const keep = (memory: Memory, mask: Float64Array): boolean => {
  const { of, at, end } = memory;
  const rows = end - at;
  // What sorts them uses the first half.
  const kept = scratchFor(memory, 2 * rows);
  let last = rows;
  for (let row = 0; row < rows; row++) {
    const is = mask[row] ?? NaN;
    if (is === 1) {
      kept[last] = of[at + row] ?? NaN;
      last += 1;
    } else if (is !== 0) return false;
  }
  memory.of = kept;
  memory.at = rows;
  memory.end = last;
  return true;
};

/** One value from the rows of a table. See `takeRows`: `codes` say which column, and which one is the mask. */
export const gatherRows = (node: Node, memory: Memory): void => {
  const { n: table, codes } = node;
  const rows = memory.rows[table] ?? 0;
  const column = codes[1] ?? 0;
  const isGiven = codes[0] === 0;
  memory.of = isGiven ? memory.cells : (memory.columns[column] ?? memory.cells);
  memory.at = isGiven ? (memory.base[table] ?? 0) + column * rows : 0;
  memory.end = memory.at + rows;
  const isMasked = codes[2] !== 2;
  if (isMasked && !keep(memory, memory.columns[codes[3] ?? 0] ?? memory.cells)) node.v = NaN;
  else if (node.k === TAKE.share) node.v = (memory.end - memory.at) / rows;
  else take(node, memory);
};

/** The value of a question of a panel. See `takePanel`: `codes` say of each source how it is taken and how many suffice. */
export const gatherPanel = (node: Node, memory: Memory): void => {
  const { n: table, k: question, codes, numbers } = node;
  const rows = memory.rows[table] ?? 0;
  const { cells } = memory;
  const sources = memory.base[table] ?? 0;
  const answers = sources + question * rows;
  const heard = scratchFor(memory, 2 * rows);
  let value = 0;
  for (let source = 0; source < numbers.length; source++) {
    let end = rows;
    for (let row = 0; row < rows; row++) {
      const answer = cells[answers + row] ?? NaN;
      if (cells[sources + row] !== source || Number.isNaN(answer)) continue;
      heard[end] = answer;
      end += 1;
    }
    memory.of = heard;
    memory.at = rows;
    memory.end = end;
    const found = end - rows;
    if (found === 0 || found < (codes[2 * source + 1] ?? 0)) {
      node.v = NaN;
      return;
    }
    const taken = codes[2 * source] === 1 ? median(memory) : add(heard, rows, end) / found;
    value += (numbers[source] ?? NaN) * taken;
  }
  node.v = value;
};

/** The values from the greatest down, each times the weight of its place. */
export const sumByPlace = (node: Node, memory: Memory): void => {
  const { list, numbers, x: apart } = node;
  const count = list.length;
  // What sorts them uses the first half.
  const values = scratchFor(memory, 2 * count);
  for (const [i, { v }] of list.entries()) values[count + i] = v;
  memory.of = values;
  memory.at = count;
  memory.end = 2 * count;
  let isTold = putInOrder(memory);
  const { scratch: order } = memory;
  for (let i = 1; i < count && apart > 0; i++)
    isTold &&= (order[i] ?? NaN) - (order[i - 1] ?? NaN) > apart;
  let sum = 0;
  for (let i = 0; i < count; i++) sum += (numbers[i] ?? NaN) * (order[count - 1 - i] ?? NaN);
  node.v = isTold ? sum : NaN;
};
