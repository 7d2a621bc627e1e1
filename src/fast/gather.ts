import { type Memory, scratchFor } from './memory.js';
import { type Program, TAKE } from './program.js';

/** Some values that stand one after another. */
interface Values {
  readonly of: Float64Array;
  readonly at: number;
  readonly count: number;
}

/** Values in ascending order, in place. */
const sort = (values: Float64Array, count: number): void => {
  if (count > 24) {
    values.subarray(0, count).sort();
    return;
  }
  for (let i = 1; i < count; i++) {
    const value = values[i] ?? NaN;
    let j = i - 1;
    for (; j >= 0 && (values[j] ?? NaN) > value; j--) values[j + 1] = values[j] ?? NaN;
    values[j + 1] = value;
  }
};

/** The mean without `left` values at each end. */
const trimmedMean = (memory: Pick<Memory, 'scratch'>, values: Values, left: number): number => {
  const { of, at, count } = values;
  let sum = 0;
  if (left === 0) {
    for (let i = at; i < at + count; i++) sum += of[i] ?? NaN;
    return sum / count;
  }
  if (left === 1) {
    let min = Infinity;
    let max = -Infinity;
    for (let i = at; i < at + count; i++) {
      const value = of[i] ?? NaN;
      sum += value;
      if (value < min) min = value;
      if (value > max) max = value;
    }
    return (sum - min - max) / (count - 2);
  }
  const order = scratchFor(memory, count);
  for (let i = 0; i < count; i++) order[i] = of[at + i] ?? NaN;
  sort(order, count);
  for (let i = left; i < count - left; i++) sum += order[i] ?? NaN;
  return sum / (count - 2 * left);
};

const middle = (memory: Pick<Memory, 'scratch'>, { of, at, count }: Values): number => {
  const order = scratchFor(memory, count);
  for (let i = 0; i < count; i++) order[i] = of[at + i] ?? NaN;
  sort(order, count);
  const high = order[Math.floor(count / 2)] ?? NaN;
  const low = order[Math.ceil(count / 2) - 1] ?? NaN;
  return count % 2 === 1 ? high : (low + high) / 2;
};

/** What `take` gives of `count` values from `at` on; no number for none of them, but for a sum. */
const takeOf = (memory: Pick<Memory, 'scratch'>, take: number, values: Values): number => {
  const { of, at, count } = values;
  let result = 0;
  if (take < 2) {
    for (let i = at; i < at + count; i++) result += of[i] ?? NaN;
    return take === TAKE.sum ? result : result / count;
  }
  if (count === 0) return NaN;
  if (take === TAKE.median) return middle(memory, values);
  result = of[at] ?? NaN;
  if (take === TAKE.min)
    for (let i = at; i < at + count; i++) result = Math.min(result, of[i] ?? NaN);
  else if (take === TAKE.max)
    for (let i = at; i < at + count; i++) result = Math.max(result, of[i] ?? NaN);
  else result = of[at + count - 1] ?? NaN;
  return result;
};

/** What the take of instruction `i` gives of the values that count. */
export const takeValues = (
  program: Program,
  i: number,
  memory: Pick<Memory, 'scratch'>,
  values: Values,
): number => {
  const take = program.b[i] ?? 0;
  if (take === TAKE.count) return values.count;
  if (take !== TAKE.trimmed) return takeOf(memory, take, values);
  const left = Math.floor((values.count * (program.x[i] ?? 0)) / (program.y[i] ?? 1));
  return trimmedMean(memory, values, left);
};

/** One value from the rows of a table. See `takeRows`. */
export const gatherRows = (program: Program, i: number, memory: Memory): number => {
  const table = program.a[i] ?? 0;
  const take = program.b[i] ?? 0;
  const at = program.listFrom[i] ?? 0;
  const { list } = program;
  const rows = memory.rows[table] ?? 0;
  const column = list[at + 1] ?? 0;
  const isGiven = list[at] === 0;
  let of = isGiven ? memory.cells : (memory.columns[column] ?? memory.cells);
  let from = isGiven ? (memory.base[table] ?? 0) + column * rows : 0;
  let count = rows;
  if (list[at + 2] !== 2) {
    const masks = memory.columns[list[at + 3] ?? 0] ?? memory.cells;
    const kept = scratchFor(memory, 2 * rows).subarray(rows);
    count = 0;
    for (let row = 0; row < rows; row++) {
      const mask = masks[row] ?? NaN;
      if (mask === 1) {
        kept[count] = of[from + row] ?? NaN;
        count += 1;
      } else if (mask !== 0) return NaN;
    }
    of = kept;
    from = 0;
  }
  if (take === TAKE.share) return count / rows;
  // A sum of what lacks a value has none; what sorts or skips rows has to look.
  if (take >= TAKE.median && take !== TAKE.count) {
    for (let row = 0; row < count; row++) if (Number.isNaN(of[from + row])) return NaN;
  }
  return takeValues(program, i, memory, { of, at: from, count });
};

/** The value of a question of a panel. See `takePanel`. */
export const gatherPanel = (program: Program, i: number, memory: Memory): number => {
  const table = program.a[i] ?? 0;
  const rows = memory.rows[table] ?? 0;
  const { cells } = memory;
  const sources = memory.base[table] ?? 0;
  const answers = sources + (program.b[i] ?? 0) * rows;
  const at = program.listFrom[i] ?? 0;
  const from = program.numbersFrom[i] ?? 0;
  const count = (program.numbersFrom[i + 1] ?? 0) - from;
  const heard = scratchFor(memory, 2 * rows).subarray(rows);
  let value = 0;
  for (let source = 0; source < count; source++) {
    let found = 0;
    for (let row = 0; row < rows; row++) {
      const answer = cells[answers + row] ?? NaN;
      if (cells[sources + row] !== source || Number.isNaN(answer)) continue;
      heard[found] = answer;
      found += 1;
    }
    if (found === 0 || found < (program.list[at + 2 * source + 1] ?? 0)) return NaN;
    const take = program.list[at + 2 * source] === 1 ? TAKE.median : TAKE.mean;
    value +=
      (program.numbers[from + source] ?? NaN) *
      takeOf(memory, take, { of: heard, at: 0, count: found });
  }
  return value;
};

/** The values from the greatest down, each times the weight of its place. */
export const sumByPlace = (program: Program, i: number, memory: Memory): number => {
  const from = program.listFrom[i] ?? 0;
  const count = (program.listFrom[i + 1] ?? 0) - from;
  const order = scratchFor(memory, count);
  for (let k = 0; k < count; k++) {
    const value = memory.m[program.list[from + k] ?? 0] ?? NaN;
    if (Number.isNaN(value)) return NaN;
    order[k] = value;
  }
  sort(order, count);
  const apart = program.x[i] ?? 0;
  if (apart > 0) {
    for (let k = 1; k < count; k++)
      if (!((order[k] ?? NaN) - (order[k - 1] ?? NaN) > apart)) return NaN;
  }
  let sum = 0;
  const at = program.numbersFrom[i] ?? 0;
  for (let k = 0; k < count; k++)
    sum += (program.numbers[at + k] ?? NaN) * (order[count - 1 - k] ?? NaN);
  return sum;
};
