import {
  alongAll,
  climbAll,
  dotAll,
  productAll,
  roundAll,
  type Tables,
  takeAll,
} from './block-loops.js';
import type { Memory } from './memory.js';
import { type FastPlan, type Node, OP } from './program.js';
import { runProgram } from './run.js';

/** Subjects computed side by side: so many that their values stay close at hand. */
export const BLOCK = 256;

/** What reads rows other than one whole column that evidence gives. */
const isApart = ({ op, codes }: Node): boolean =>
  op === OP.panel || op === OP.each || (op === OP.rows && (codes[0] !== 0 || codes[2] !== 2));

/** Whether a plan can be run for a block; if so, there is room for it afterwards. */
export const makeBlock = (plan: FastPlan): boolean => {
  if (plan.nodes.some(isApart)) return false;
  for (const node of plan.nodes)
    if (node.all.length === 0) node.all = new Float64Array(BLOCK).fill(node.v);
  return true;
};

/** Runs one operation for the subject at `at` alone. */
const single = (node: Node, at: number, memory: Memory): void => {
  for (const part of node.list) part.v = part.all[at] ?? NaN;
  for (const tie of node.ties) {
    if (tie === undefined) continue;
    tie.actual.v = tie.actual.all[at] ?? NaN;
    tie.target.v = tie.target.all[at] ?? NaN;
  }
  runProgram(node, 1, memory);
  node.all[at] = node.v;
};

/**
 * Runs every operation for `count` subjects, the first of whom is `first` in the tables. See `runProgram`.
 */
export const runBlock = (
  plan: FastPlan,
  tables: Tables,
  [first, count]: readonly [number, number],
): void => {
  const { memory, program } = plan;
  let node = program.first;
  for (let left = program.count; left > 0; left--, node = node.next) {
    const { all: out, a, b, c, x, y, z, k } = node;
    const [p, q, r] = [a.all, b.all, c.all];
    const again = (at: number): void => {
      single(node, at, memory);
    };
    switch (node.op) {
      case 1: // add
        for (let j = 0; j < count; j++) out[j] = (p[j] ?? NaN) + (q[j] ?? NaN);
        break;
      case 2: // subtract
        for (let j = 0; j < count; j++) out[j] = (p[j] ?? NaN) - (q[j] ?? NaN);
        break;
      case 3: // multiply
        for (let j = 0; j < count; j++) out[j] = (p[j] ?? NaN) * (q[j] ?? NaN);
        break;
      case 4: // divide
        for (let j = 0; j < count; j++) {
          const by = q[j] ?? NaN;
          out[j] = by >= x || by <= -x ? (p[j] ?? NaN) / by : NaN;
        }
        break;
      case 5: // min
        for (let j = 0; j < count; j++) out[j] = Math.min(p[j] ?? NaN, q[j] ?? NaN);
        break;
      case 6: // max
        for (let j = 0; j < count; j++) out[j] = Math.max(p[j] ?? NaN, q[j] ?? NaN);
        break;
      case 7: // least
        for (let j = 0; j < count; j++) {
          const over = (p[j] ?? NaN) - (q[j] ?? NaN);
          out[j] = over > x ? (q[j] ?? NaN) : over < -x ? (p[j] ?? NaN) : NaN;
        }
        break;
      case 8: // greatest
        for (let j = 0; j < count; j++) {
          const over = (p[j] ?? NaN) - (q[j] ?? NaN);
          out[j] = over > x ? (p[j] ?? NaN) : over < -x ? (q[j] ?? NaN) : NaN;
        }
        break;
      case 10: // ratio
        for (let j = 0; j < count; j++) {
          const target = q[j] ?? NaN;
          const share = target >= z || target <= -z ? (p[j] ?? NaN) / target : NaN;
          out[j] = Math.min(share * x + y, r[j] ?? NaN);
        }
        break;
      case 11: // dot
        dotAll(node, count);
        break;
      case 12: {
        // compare
        const [less, equal, greater] = [k & 1, (k >> 1) & 1, k >> 2];
        for (let j = 0; j < count; j++) {
          const past = (p[j] ?? NaN) - (q[j] ?? NaN);
          if (past > x) out[j] = greater;
          else if (past < -x) out[j] = less;
          else if (x === 0 && past === 0) out[j] = equal;
          else again(j);
        }
        break;
      }
      case 13: // and
        for (let j = 0; j < count; j++) {
          const left = p[j] ?? NaN;
          const right = q[j] ?? NaN;
          out[j] = left === 0 || right === 0 ? 0 : left * right;
        }
        break;
      case 14: // or
        for (let j = 0; j < count; j++) {
          const left = p[j] ?? NaN;
          const right = q[j] ?? NaN;
          out[j] = left === 1 || right === 1 ? 1 : left + right;
        }
        break;
      case 15: // select
        for (let j = 0; j < count; j++) {
          const when = r[j] ?? NaN;
          out[j] = when === 1 ? (p[j] ?? NaN) : when === 0 ? (q[j] ?? NaN) : NaN;
        }
        break;
      case 16: // steps
        climbAll(node, count, again);
        break;
      case 17: // line
        alongAll(node, count, again);
        break;
      case 18: // round
        roundAll(node, count, again);
        break;
      case 19: // geometric
        productAll(node, count, again);
        break;
      case 20: // rows
        takeAll(node, memory, tables[node.n], [first, count]);
        break;
      default:
        for (let j = 0; j < count; j++) again(j);
    }
  }
};
