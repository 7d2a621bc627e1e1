import { gatherPanel, gatherRows, sumByPlace } from './gather.js';
import { columnFor, type Memory } from './memory.js';
import type { EachRow, Program } from './program.js';
import { along, climb, decideTie, product, roundSteps } from './decision.js';

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

/** Whether two values are so far apart that exact arithmetic can choose between them; always where `apart` is 0. */
const areTold = (left: number, right: number, apart = 0): boolean =>
  apart === 0 || left - right > apart || right - left > apart;

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
        for (; i < end; i++) {
          const left = m[a[i] ?? 0] ?? NaN;
          const right = m[b[i] ?? 0] ?? NaN;
          m[out[i] ?? 0] = areTold(left, right, x[i]) ? Math.min(left, right) : NaN;
        }
        break;
      case 4: // greatest
        for (; i < end; i++) {
          const left = m[a[i] ?? 0] ?? NaN;
          const right = m[b[i] ?? 0] ?? NaN;
          m[out[i] ?? 0] = areTold(left, right, x[i]) ? Math.max(left, right) : NaN;
        }
        break;
      case 5: // absolute
        for (; i < end; i++) {
          const value = m[a[i] ?? 0] ?? NaN;
          m[out[i] ?? 0] = areTold(value, 0, x[i]) ? Math.abs(value) : NaN;
        }
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
              (z[i] ?? NaN) +
            0; // -0 becomes 0
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
