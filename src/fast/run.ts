import { along, climb, compareNear, product, roundUnits } from './decision.js';
import { gatherPanel, gatherRows, sumByPlace } from './gather.js';
import { columnFor, type Memory } from './memory.js';
import type { Node } from './program.js';

/** Values at every row; the result is 0, or no number when one of the rows has none. */
const eachRow = (node: Node, memory: Memory): void => {
  const { each } = node;
  if (each === undefined) return;
  const { table, loads, program, result, column } = each;
  const rows = memory.rows[table] ?? 0;
  const { cells, columns } = memory;
  const kept = columnFor(memory, column, rows);
  const base = memory.base[table] ?? 0;
  let isWhole = true;
  for (let row = 0; row < rows; row++) {
    for (const { column: source, node: place } of loads) {
      place.v =
        'given' in source
          ? (cells[base + source.given * rows + row] ?? NaN)
          : (columns[source.computed]?.[row] ?? NaN);
    }
    runProgram(program.first, program.count, memory);
    kept[row] = result.v;
    isWhole &&= result.v === result.v;
  }
  node.v = isWhole ? 0 : NaN;
};

/** Operations that few policies have. */
const runRare = (node: Node, memory: Memory): void => {
  const { x, y, numbers } = node;
  const value = node.a.v;
  switch (node.op) {
    case 21: // table
      node.v = numbers[value] ?? NaN;
      break;
    case 22: // power
      node.v = value >= y ? value ** x : NaN;
      break;
    case 23: // exponential
      node.v = Math.exp(value);
      break;
    case 24: // logarithm
      node.v = value >= x ? Math.log(value) : NaN;
      break;
    case 25: // byPlace
      sumByPlace(node, memory);
      break;
    case 26: // panel
      gatherPanel(node, memory);
      break;
    default:
      eachRow(node, memory);
  }
};

/** Whether a difference is so great that exact arithmetic can choose. */
const areTold = (difference: number, apart: number): boolean =>
  difference > apart || difference < -apart;

/**
 * Runs so many operations from `first` on. A result that cannot be told, and whatever is computed from it, is no number
 * (NaN).
 */
export const runProgram = (first: Node, count: number, memory: Memory): void => {
  let node = first;
  for (let left = count; left > 0; left--, node = node.next) {
    // The numbers of `OP`, as literals: only these make one jump of a switch. Results are put down where they arise:
    // those of one expression with several ends would be objects on the heap.
    switch (node.op) {
      case 1: // add
        node.v = node.a.v + node.b.v;
        break;
      case 2: // subtract
        node.v = node.a.v - node.b.v;
        break;
      case 3: // multiply
        node.v = node.a.v * node.b.v;
        break;
      case 4: // divide
        if (node.b.v >= node.x || node.b.v <= -node.x) node.v = node.a.v / node.b.v;
        else node.v = NaN;
        break;
      case 5: // min
        node.v = Math.min(node.a.v, node.b.v);
        break;
      case 6: // max
        node.v = Math.max(node.a.v, node.b.v);
        break;
      case 7: // least
        if (areTold(node.a.v - node.b.v, node.x)) node.v = Math.min(node.a.v, node.b.v);
        else node.v = NaN;
        break;
      case 8: // greatest
        if (areTold(node.a.v - node.b.v, node.x)) node.v = Math.max(node.a.v, node.b.v);
        else node.v = NaN;
        break;
      case 9: // absolute
        if (node.x === 0 || areTold(node.a.v, node.x)) node.v = Math.abs(node.a.v);
        else node.v = NaN;
        break;
      case 10: // ratio
        if (node.b.v >= node.z || node.b.v <= -node.z)
          node.v = Math.min((node.a.v / node.b.v) * node.x + node.y, node.c.v);
        else node.v = NaN;
        break;
      case 11: {
        // dot
        const { list, numbers } = node;
        let sum = 0;
        for (let i = 0; i < list.length; i++) sum += (numbers[i] ?? NaN) * (list[i] as Node).v;
        node.v = sum;
        break;
      }
      case 12: {
        // compare
        const past = node.a.v - node.b.v;
        if (past > node.x) node.v = node.k >> 2;
        else if (past < -node.x) node.v = node.k & 1;
        else compareNear(node, past);
        break;
      }
      case 13: // and
        if (node.a.v === 0 || node.b.v === 0) node.v = 0;
        else node.v = node.a.v * node.b.v;
        break;
      case 14: // or
        if (node.a.v === 1 || node.b.v === 1) node.v = 1;
        else node.v = node.a.v + node.b.v;
        break;
      case 15: // select
        if (node.c.v === 1) node.v = node.a.v;
        else if (node.c.v === 0) node.v = node.b.v;
        else node.v = NaN;
        break;
      case 16: // steps
        climb(node);
        break;
      case 17: // line
        along(node);
        break;
      case 18: // round
        roundUnits(node);
        break;
      case 19: // geometric
        product(node);
        break;
      case 20: // rows
        gatherRows(node, memory);
        break;
      default:
        runRare(node, memory);
    }
  }
};
