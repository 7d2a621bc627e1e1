import { gatherPanel, gatherRows, sumByPlace } from './gather.js';
import { columnFor, type Memory } from './memory.js';
import type { EachRow, Program, Ties } from './program.js';

/** -1, 0 or 1 as the quotient of a tie lies below, on or above its edge. */
const decideTie = (ties: Ties, tie: number, m: Float64Array): number => {
  if (tie < 0) return NaN;
  // Given numbers are decimals: times their scale they are whole but for less than half a unit.
  const actual = Math.floor((m[ties.actual[tie] ?? 0] ?? NaN) * (ties.actualScale[tie] ?? 1) + 0.5);
  const target = Math.floor((m[ties.target[tie] ?? 0] ?? NaN) * (ties.targetScale[tie] ?? 1) + 0.5);
  const sum = actual * (ties.left[tie] ?? NaN) + target * (ties.right[tie] ?? NaN);
  const order = sum > 0 ? 1 : sum < 0 ? -1 : sum;
  return ties.isHeld[tie] === 1 && order > 0 ? 0 : order;
};

/** Rounds a number of steps; no number within `y` of where the mode turns. */
const roundSteps = (steps: number, mode: number, y: number): number => {
  const whole = Math.floor(steps);
  const rest = steps - whole;
  if (mode === 7) return rest < 0.5 ? whole : whole + 1;
  if (mode < 3) {
    const past = rest - 0.5;
    return past > y ? whole + 1 : past < -y ? whole : NaN;
  }
  if (!(rest > y && rest < 1 - y)) return NaN;
  const isUp = mode === 5 || (mode === 3 && steps > 0) || (mode === 4 && steps < 0);
  return isUp ? whole + 1 : whole;
};

/** Whether `value` has reached edge `k` of a step table: 1, 0, or no number where that cannot be told. */
const reached = (program: Program, i: number, k: number, m: Float64Array): number => {
  const { numbers, list } = program;
  const past = (m[program.a[i] ?? 0] ?? NaN) - (numbers[(program.numbersFrom[i] ?? 0) + k] ?? NaN);
  const apart = program.x[i] ?? 0;
  if (past > apart) return 1;
  if (past < -apart) return 0;
  const from = program.listFrom[i] ?? 0;
  const isTied = apart > 0 && program.c[i] === 1 && past === past;
  const tie = list[from + (program.b[i] ?? 0) + k] ?? -1;
  const order = isTied ? decideTie(program.ties, tie, m) : apart === 0 ? past : NaN;
  return order > 0 || (order === 0 && list[from + k] === 0) ? 1 : order <= 0 ? 0 : NaN;
};

/** What the last edge of a step table that `value` has reached gives. */
const climb = (program: Program, i: number, m: Float64Array): number => {
  const { numbers } = program;
  const value = m[program.a[i] ?? 0] ?? NaN;
  const count = program.b[i] ?? 0;
  const at = program.numbersFrom[i] ?? 0;
  const apart = program.x[i] ?? 0;
  let low = -1;
  if (count <= 12) {
    // Few edges are passed one after another.
    for (let k = 0; k < count; k++) {
      if (!(value - (numbers[at + k] ?? NaN) > apart)) {
        const is = reached(program, i, k, m);
        if (is !== 1) {
          if (is !== 0) return NaN;
          break;
        }
      }
      low = k;
    }
  } else {
    let high = count;
    while (high - low > 1) {
      const k = (low + high) >> 1;
      const is = reached(program, i, k, m);
      if (is === 1) low = k;
      else if (is === 0) high = k;
      else return NaN;
    }
  }
  return low < 0 ? (program.y[i] ?? NaN) : (numbers[at + count + low] ?? NaN);
};

/** The value of a line at `value`. */
const along = (program: Program, i: number, value: number): number => {
  const { numbers } = program;
  const count = program.b[i] ?? 0;
  const outside = program.c[i] ?? 0;
  const at = program.numbersFrom[i] ?? 0;
  const apart = program.x[i] ?? 0;
  const first = numbers[at] ?? NaN;
  const last = numbers[at + count - 1] ?? NaN;
  if (outside === 1) {
    if (value <= first) return numbers[at + count] ?? NaN;
    if (value >= last) return numbers[at + 2 * count - 1] ?? NaN;
  } else if (outside === 0 && !(value >= first + apart && value <= last - apart)) return NaN;
  let piece = 0;
  if (count <= 16)
    while (piece < count - 2 && value >= (numbers[at + piece + 1] ?? NaN)) piece += 1;
  else {
    let high = count - 1;
    while (high - piece > 1) {
      const middle = (piece + high) >> 1;
      if (value >= (numbers[at + middle] ?? NaN)) piece = middle;
      else high = middle;
    }
  }
  const slope = numbers[at + 2 * count + piece] ?? NaN;
  return (numbers[at + count + piece] ?? NaN) + (value - (numbers[at + piece] ?? NaN)) * slope;
};

/** exp of the sum of weight * ln value. */
const product = (program: Program, i: number, m: Float64Array): number => {
  const { list, numbers } = program;
  const from = program.listFrom[i] ?? 0;
  const count = (program.listFrom[i + 1] ?? 0) - from;
  const at = program.numbersFrom[i] ?? 0;
  let sum = 0;
  let isZero = false;
  for (let k = 0; k < count; k++) {
    const value = m[list[from + k] ?? 0] ?? NaN;
    if (value >= (numbers[at + count + k] ?? NaN))
      sum += (numbers[at + k] ?? NaN) * Math.log(value);
    else if (value === 0 && program.c[i] === 1) isZero = true;
    else return NaN;
  }
  return isZero ? 0 : Math.exp(sum);
};

/** Values at every row; the result is 0, or no number when one of the rows has none. */
const eachRow = ({ table, loads, program, result, column }: EachRow, memory: Memory): number => {
  const rows = memory.rows[table] ?? 0;
  const { m, cells } = memory;
  const kept = columnFor(memory, column, rows);
  const base = memory.base[table] ?? 0;
  let isWhole = true;
  for (let row = 0; row < rows; row++) {
    for (const { column: source, place } of loads) {
      m[place] =
        'given' in source
          ? (cells[base + source.given * rows + row] ?? NaN)
          : (memory.columns[source.computed]?.[row] ?? NaN);
    }
    runProgram(program, memory);
    const value = m[result] ?? NaN;
    kept[row] = value;
    isWhole &&= value === value;
  }
  return isWhole ? 0 : NaN;
};

/**
 * Runs every instruction. A result that cannot be told, and whatever is computed from it, is no number (NaN).
 */
export const runProgram = (program: Program, memory: Memory): void => {
  const { m } = memory;
  const { op, from, out, a, b, c, x, y, z, list, listFrom, numbers, numbersFrom } = program;
  for (let s = 0; s < op.length; s++) {
    const end = from[s + 1] ?? 0;
    let i = from[s] ?? 0;
    // The numbers of `OP`, as literals: only these make one jump of a switch.
    switch (op[s]) {
      case 0: // add
        for (; i < end; i++) m[out[i] ?? 0] = (m[a[i] ?? 0] ?? NaN) + (m[b[i] ?? 0] ?? NaN);
        break;
      case 24: // subtract
        for (; i < end; i++) m[out[i] ?? 0] = (m[a[i] ?? 0] ?? NaN) - (m[b[i] ?? 0] ?? NaN);
        break;
      case 1: // multiply
        for (; i < end; i++) m[out[i] ?? 0] = (m[a[i] ?? 0] ?? NaN) * (m[b[i] ?? 0] ?? NaN);
        break;
      case 2: // divide
        for (; i < end; i++) {
          const by = m[b[i] ?? 0] ?? NaN;
          const apart = x[i] ?? NaN;
          m[out[i] ?? 0] = by >= apart || by <= -apart ? (m[a[i] ?? 0] ?? NaN) / by : NaN;
        }
        break;
      case 3: // least
        for (; i < end; i++) m[out[i] ?? 0] = Math.min(m[a[i] ?? 0] ?? NaN, m[b[i] ?? 0] ?? NaN);
        break;
      case 4: // greatest
        for (; i < end; i++) m[out[i] ?? 0] = Math.max(m[a[i] ?? 0] ?? NaN, m[b[i] ?? 0] ?? NaN);
        break;
      case 5: // absolute
        for (; i < end; i++) m[out[i] ?? 0] = Math.abs(m[a[i] ?? 0] ?? NaN);
        break;
      case 6: // ratio
        for (; i < end; i++) {
          const target = m[b[i] ?? 0] ?? NaN;
          const apart = z[i] ?? NaN;
          const share = target >= apart || target <= -apart ? (m[a[i] ?? 0] ?? NaN) / target : NaN;
          m[out[i] ?? 0] = Math.min(share * (x[i] ?? NaN) + (y[i] ?? NaN), m[c[i] ?? 0] ?? NaN);
        }
        break;
      case 7: // dot
        for (; i < end; i++) {
          let sum = 0;
          let n = numbersFrom[i] ?? 0;
          const stop = listFrom[i + 1] ?? 0;
          for (let k = listFrom[i] ?? 0; k < stop; k++, n++)
            sum += (numbers[n] ?? NaN) * (m[list[k] ?? 0] ?? NaN);
          m[out[i] ?? 0] = sum;
        }
        break;
      case 8: // compare
        for (; i < end; i++) {
          const past = (m[a[i] ?? 0] ?? NaN) - (m[b[i] ?? 0] ?? NaN);
          const apart = x[i] ?? NaN;
          const bits = c[i] ?? 0;
          let order = past > apart ? 1 : past < -apart ? -1 : past;
          if (order !== 1 && order !== -1 && apart > 0)
            order = past === past ? decideTie(program.ties, y[i] ?? -1, m) : NaN;
          m[out[i] ?? 0] =
            order > 0 ? bits >> 2 : order < 0 ? bits & 1 : order === 0 ? (bits >> 1) & 1 : NaN;
        }
        break;
      case 9: // and
        for (; i < end; i++) {
          const left = m[a[i] ?? 0] ?? NaN;
          const right = m[b[i] ?? 0] ?? NaN;
          m[out[i] ?? 0] = left === 0 || right === 0 ? 0 : left * right;
        }
        break;
      case 10: // or
        for (; i < end; i++) {
          const left = m[a[i] ?? 0] ?? NaN;
          const right = m[b[i] ?? 0] ?? NaN;
          m[out[i] ?? 0] = left === 1 || right === 1 ? 1 : left + right;
        }
        break;
      case 11: // select
        for (; i < end; i++) {
          const when = m[c[i] ?? 0] ?? NaN;
          m[out[i] ?? 0] =
            when === 1 ? (m[a[i] ?? 0] ?? NaN) : when === 0 ? (m[b[i] ?? 0] ?? NaN) : NaN;
        }
        break;
      case 12: // steps
        for (; i < end; i++) m[out[i] ?? 0] = climb(program, i, m);
        break;
      case 13: // line
        for (; i < end; i++) m[out[i] ?? 0] = along(program, i, m[a[i] ?? 0] ?? NaN);
        break;
      case 14: // table
        for (; i < end; i++) {
          const at = (numbersFrom[i] ?? 0) + (m[a[i] ?? 0] ?? NaN);
          m[out[i] ?? 0] = at < (numbersFrom[i + 1] ?? 0) ? (numbers[at] ?? NaN) : NaN;
        }
        break;
      case 15: // round
        for (; i < end; i++)
          m[out[i] ?? 0] =
            roundSteps((m[a[i] ?? 0] ?? NaN) / (x[i] ?? NaN), c[i] ?? 0, y[i] ?? NaN) *
            (z[i] ?? NaN);
        break;
      case 16: // geometric
        for (; i < end; i++) m[out[i] ?? 0] = product(program, i, m);
        break;
      case 17: // power
        for (; i < end; i++) {
          const base = m[a[i] ?? 0] ?? NaN;
          m[out[i] ?? 0] = base >= (y[i] ?? NaN) ? base ** (x[i] ?? NaN) : NaN;
        }
        break;
      case 18: // exponential
        for (; i < end; i++) m[out[i] ?? 0] = Math.exp(m[a[i] ?? 0] ?? NaN);
        break;
      case 19: // logarithm
        for (; i < end; i++) {
          const value = m[a[i] ?? 0] ?? NaN;
          m[out[i] ?? 0] = value >= (x[i] ?? NaN) ? Math.log(value) : NaN;
        }
        break;
      case 20: // byPlace
        for (; i < end; i++) m[out[i] ?? 0] = sumByPlace(program, i, memory);
        break;
      case 21: // rows
        for (; i < end; i++) m[out[i] ?? 0] = gatherRows(program, i, memory);
        break;
      case 22: // panel
        for (; i < end; i++) m[out[i] ?? 0] = gatherPanel(program, i, memory);
        break;
      default:
        for (; i < end; i++) {
          const each = program.each[i];
          m[out[i] ?? 0] = each === undefined ? NaN : eachRow(each, memory);
        }
    }
  }
};
