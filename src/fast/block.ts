import { alongAll, type Block, type BlockTable, climbAll, takeAll } from './block-loops.js';
import { decideTie, product, roundSteps } from './decision.js';
import { type FastPlan, OP, type Program, type Ties } from './program.js';

/** Subjects computed side by side: so many that their places stay close at hand. */
export const BLOCK = 256;

/** How many of `a`, `b`, `c` are places, by operation; those that are not here are not run side by side. */
const OPERANDS: ReadonlyMap<number, number> = new Map<number, number>([
  [OP.add, 2],
  [OP.subtract, 2],
  [OP.multiply, 2],
  [OP.divide, 2],
  [OP.least, 2],
  [OP.greatest, 2],
  [OP.ratio, 3],
  [OP.dot, 0],
  [OP.compare, 2],
  [OP.and, 2],
  [OP.or, 2],
  [OP.select, 3],
  [OP.steps, 1],
  [OP.line, 1],
  [OP.table, 1],
  [OP.round, 1],
  [OP.geometric, 0],
  [OP.rows, 0],
]);

const LISTS_OF_PLACES: ReadonlySet<number> = new Set([OP.dot, OP.geometric]);

/** The operation of every instruction. */
const operations = ({ op, from, out }: Program): readonly number[] => {
  const all: number[] = new Array<number>(out.length).fill(0);
  for (const [s, each] of op.entries()) all.fill(each, from[s], from[s + 1]);
  return all;
};

const scaledTies = (ties: Ties): Ties => ({
  ...ties,
  actual: ties.actual.map((place) => place * BLOCK),
  target: ties.target.map((place) => place * BLOCK),
});

/** The program with its places counted by whole blocks; undefined where it does what is not done side by side. */
const scaled = (program: Program): Program | undefined => {
  const ops = operations(program);
  const isMasked = (i: number): boolean => {
    const at = program.listFrom[i] ?? 0;
    return program.list[at] !== 0 || program.list[at + 2] !== 2;
  };
  if (ops.some((op, i) => !OPERANDS.has(op) || (op === OP.rows && isMasked(i)))) return undefined;
  const list = program.list.slice();
  for (const [i, op] of ops.entries()) {
    if (!LISTS_OF_PLACES.has(op)) continue;
    for (let k = program.listFrom[i] ?? 0; k < (program.listFrom[i + 1] ?? 0); k++)
      list[k] = (list[k] ?? 0) * BLOCK;
  }
  const operand = (from: Int32Array, position: number): Int32Array =>
    from.map((value, i) => (position < (OPERANDS.get(ops[i] ?? 0) ?? 0) ? value * BLOCK : value));
  return {
    ...program,
    out: program.out.map((place) => place * BLOCK),
    a: operand(program.a, 0),
    b: operand(program.b, 1),
    c: operand(program.c, 2),
    list,
    ties: scaledTies(program.ties),
  };
};

/** Room for a block of subjects; undefined where the plan is computed one subject at a time. */
export const makeBlock = (plan: FastPlan): Block | undefined => {
  const program = scaled(plan.program);
  if (program === undefined) return undefined;
  const m = new Float64Array(plan.places * BLOCK);
  for (const { place, value } of plan.constants) m.fill(value, place * BLOCK, (place + 1) * BLOCK);
  const views = Array.from({ length: BLOCK }, (_, j) => m.subarray(j));
  return { program, m, views, scratch: new Float64Array(64) };
};

/**
 * Runs every instruction for `count` subjects, the first of whom is `first` in the tables. See `runProgram`.
 */
export const runBlock = (
  block: Block,
  tables: readonly BlockTable[],
  [first, count]: readonly [number, number],
): void => {
  const { m, views, program } = block;
  const { op, from, out, a, b, c, x, y, z, list, listFrom, numbers, numbersFrom } = program;
  for (let s = 0; s < op.length; s++) {
    for (let i = from[s] ?? 0; i < (from[s + 1] ?? 0); i++) {
      const to = out[i] ?? 0;
      const p = a[i] ?? 0;
      const q = b[i] ?? 0;
      const r = c[i] ?? 0;
      const apart = x[i] ?? NaN;
      const more = y[i] ?? NaN;
      switch (op[s]) {
        case 0: // add
          for (let j = 0; j < count; j++) m[to + j] = (m[p + j] ?? NaN) + (m[q + j] ?? NaN);
          break;
        case 24: // subtract
          for (let j = 0; j < count; j++) m[to + j] = (m[p + j] ?? NaN) - (m[q + j] ?? NaN);
          break;
        case 1: // multiply
          for (let j = 0; j < count; j++) m[to + j] = (m[p + j] ?? NaN) * (m[q + j] ?? NaN);
          break;
        case 2: // divide
          for (let j = 0; j < count; j++) {
            const by = m[q + j] ?? NaN;
            m[to + j] = by >= apart || by <= -apart ? (m[p + j] ?? NaN) / by : NaN;
          }
          break;
        case 3: // least
          for (let j = 0; j < count; j++) m[to + j] = Math.min(m[p + j] ?? NaN, m[q + j] ?? NaN);
          break;
        case 4: // greatest
          for (let j = 0; j < count; j++) m[to + j] = Math.max(m[p + j] ?? NaN, m[q + j] ?? NaN);
          break;
        case 6: {
          // ratio
          const least = z[i] ?? NaN;
          for (let j = 0; j < count; j++) {
            const target = m[q + j] ?? NaN;
            const share = target >= least || target <= -least ? (m[p + j] ?? NaN) / target : NaN;
            m[to + j] = Math.min(share * apart + more, m[r + j] ?? NaN);
          }
          break;
        }
        case 7: {
          // dot
          m.fill(0, to, to + count);
          let n = numbersFrom[i] ?? 0;
          for (let k = listFrom[i] ?? 0; k < (listFrom[i + 1] ?? 0); k++, n++) {
            const part = list[k] ?? 0;
            const weight = numbers[n] ?? NaN;
            for (let j = 0; j < count; j++)
              m[to + j] = (m[to + j] ?? NaN) + weight * (m[part + j] ?? NaN);
          }
          break;
        }
        case 8: // compare
          for (let j = 0; j < count; j++) {
            const past = (m[p + j] ?? NaN) - (m[q + j] ?? NaN);
            let order = past > apart ? 1 : past < -apart ? -1 : past;
            if (order !== 1 && order !== -1 && apart > 0)
              order = past === past ? decideTie(program.ties, more, views[j] ?? m) : NaN;
            m[to + j] = order > 0 ? r >> 2 : order < 0 ? r & 1 : order === 0 ? (r >> 1) & 1 : NaN;
          }
          break;
        case 9: // and
          for (let j = 0; j < count; j++) {
            const left = m[p + j] ?? NaN;
            const right = m[q + j] ?? NaN;
            m[to + j] = left === 0 || right === 0 ? 0 : left * right;
          }
          break;
        case 10: // or
          for (let j = 0; j < count; j++) {
            const left = m[p + j] ?? NaN;
            const right = m[q + j] ?? NaN;
            m[to + j] = left === 1 || right === 1 ? 1 : left + right;
          }
          break;
        case 11: // select
          for (let j = 0; j < count; j++) {
            const when = m[r + j] ?? NaN;
            m[to + j] = when === 1 ? (m[p + j] ?? NaN) : when === 0 ? (m[q + j] ?? NaN) : NaN;
          }
          break;
        case 12: // steps
          climbAll(block, i, count);
          break;
        case 13: // line
          alongAll(block, i, count);
          break;
        case 14: {
          // table
          const start = numbersFrom[i] ?? 0;
          const end = numbersFrom[i + 1] ?? 0;
          for (let j = 0; j < count; j++) {
            const at = start + (m[p + j] ?? NaN);
            m[to + j] = at < end ? (numbers[at] ?? NaN) : NaN;
          }
          break;
        }
        case 15: {
          // round
          const size = z[i] ?? NaN;
          for (let j = 0; j < count; j++)
            m[to + j] = roundSteps((m[p + j] ?? NaN) / apart, r, more) * size;
          break;
        }
        case 16: // geometric
          for (let j = 0; j < count; j++) m[to + j] = product(program, i, views[j] ?? m);
          break;
        default: {
          // rows
          const table = tables[p];
          if (table !== undefined) takeAll(block, i, table, [first, count]);
        }
      }
    }
  }
};
