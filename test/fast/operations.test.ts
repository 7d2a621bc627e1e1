import { describe, expect, it } from 'vitest';
import { makeBlock, runBlock } from '../../src/fast/block.js';
import { OUTSIDE } from '../../src/fast/decision.js';
import { load, makeMemory } from '../../src/fast/memory.js';
import { makeNodes } from '../../src/fast/nodes.js';
import { type Instruction, OP, type Op, TAKE, TURN } from '../../src/fast/program.js';
import { runProgram } from '../../src/fast/run.js';
import { rational } from '../../src/number/rational.js';
import { ROUNDING_MODES, roundToInteger } from '../../src/number/round.js';

type Details = Partial<Omit<Instruction, 'op' | 'reads' | 'out'>>;

/** What an operation reads, what it is besides, and what it gives. */
type Row = readonly [reads: readonly number[], details: Details, gives: number];

const instruction = (
  op: Op,
  reads: readonly number[],
  out: number,
  details: Details,
): Instruction => ({
  op,
  reads,
  out,
  x: 0,
  y: 0,
  z: 0,
  k: 0,
  n: 0,
  codes: [],
  numbers: [],
  ties: [],
  each: undefined,
  ...details,
});

/** A table of three rows: the sources 0, 1 and 0, and their answers. */
const COLUMNS = [
  [0, 1, 0],
  [50, 80, 70],
];

/** What one operation gives for values it reads: of one subject alone, and of a subject in a block of two. */
const run = (op: Op, [reads, details]: readonly [readonly number[], Details]) => {
  const { at, link, all } = makeNodes([], []);
  const places = reads.map((_, i) => i);
  const program = link([instruction(op, places, reads.length, details)]);
  const memory = makeMemory([COLUMNS.length], 1);
  load({ inputs: [], memory }, { cells: Float64Array.of(3, ...COLUMNS.flat()) });
  for (const [i, value] of reads.entries()) at(i).v = value;
  runProgram(program.first, program.count, memory);
  const alone = program.first.v;
  const plan = {
    program,
    memory,
    inputs: [],
    nodes: all(),
    dated: [],
    checks: [],
    remarks: [],
    score: undefined,
    rating: undefined,
    bound: 0,
  };
  if (!makeBlock(plan)) return { alone, memory };
  for (const [i, value] of reads.entries()) at(i).all.set([NaN, value]);
  const twice = COLUMNS.map((column) => Float64Array.of(...column, ...column));
  runBlock(plan, [{ offsets: [0, 3, 6], columns: twice }], [0, 2]);
  return { alone, memory, beside: program.first.all[1] };
};

const LESS = 1;
const EQUAL = 2;
const GREATER = 4;

const OPERATIONS = {
  add: [[5, 3], {}, 8],
  subtract: [[5, 3], {}, 2],
  multiply: [[5, 3], {}, 15],
  divide: [[5, 4], { x: 0.5 }, 1.25],
  min: [[5, 3], {}, 3],
  max: [[5, 3], {}, 5],
  least: [[5, 3], { x: 1 }, 3],
  greatest: [[3, 5], { x: 1 }, 5],
  absolute: [[-3], {}, 3],
  ratio: [[60, 80, Infinity], { x: 100, y: 1, z: 1 }, 76],
  dot: [[5, 3], { numbers: [2, 10] }, 40],
  compare: [[3, 5], { k: LESS }, 1],
  and: [[1, 0], {}, 0],
  or: [[1, 0], {}, 1],
  select: [[7, 8, 0], {}, 8],
  steps: [[7], { n: 2, numbers: [5, 10, 33, 44], codes: [0, 0] }, 33],
  line: [[2], { n: 2, k: OUTSIDE.hold, numbers: [0, 4, 10, 30, 5] }, 20],
  round: [[2.3], { x: 0.5, y: 0.01, z: 50, k: TURN.floor }, 200],
  geometric: [[4, 9], { numbers: [0.5, 0.5, 1, 1] }, 6],
  rows: [[], { k: TAKE.max, codes: [0, 1, 2, 0] }, 80],
  table: [[2], { numbers: [7, 8, 9] }, 9],
  power: [[9], { x: 0.5, y: 1 }, 3],
  exponential: [[1], {}, Math.E],
  logarithm: [[Math.E], { x: 1 }, 1],
  byPlace: [[3, 5], { numbers: [10, 1] }, 53],
  panel: [[], { k: 1, codes: [0, 1, 0, 1], numbers: [0.5, 0.5] }, 70],
  each: [
    [],
    {
      each: {
        table: 0,
        loads: [{ column: { given: 1 }, place: 8 }],
        instructions: [instruction(OP.add, [8, 8], 9, {})],
        result: 9,
        column: 0,
      },
    },
    0,
  ],
} as const satisfies Record<Exclude<keyof typeof OP, 'given'>, Row>;

const NAMES = Object.keys(OPERATIONS) as (keyof typeof OPERATIONS)[];

describe('an operation that is run by its number', () => {
  it.each(NAMES)('gives what its name says: %s', (name) => {
    const [reads, details, gives] = OPERATIONS[name];
    const { alone, beside = gives } = run(OP[name], [reads, details]);
    expect(alone).toBeCloseTo(gives, 12);
    expect(beside).toBeCloseTo(gives, 12);
  });

  it('is run in a block too, but for those that read rows in ways of their own', () => {
    const apart = NAMES.filter((name) => {
      const [reads, details] = OPERATIONS[name];
      return run(OP[name], [reads, details]).beside === undefined;
    });
    expect(apart).toEqual(['panel', 'each']);
  });

  it('has a number of its own, from 0 up', () => {
    expect(Object.values(OP)).toEqual(Object.keys(OP).map((_, i) => i));
  });

  it('keeps what it computes at every row', () => {
    const [reads, details] = OPERATIONS.each;
    expect([...(run(OP.each, [reads, details]).memory.columns[0] ?? [])].slice(0, 3)).toEqual([
      100, 160, 140,
    ]);
  });

  it.each([
    ['mean', 200 / 3],
    ['sum', 200],
    ['min', 50],
    ['max', 80],
    ['median', 70],
    ['last', 70],
    ['trimmed', 70],
    ['count', 3],
    ['share', 1],
  ] as const)('takes from rows what its name says: %s', (name, gives) => {
    const details = { k: TAKE[name], codes: [0, 1, 2, 0], x: 1, y: 3 };
    const { alone, beside } = run(OP.rows, [[], details]);
    expect(alone).toBeCloseTo(gives, 12);
    // A share is asked only where a mask says of which rows: such plans have no block.
    if (name !== 'share') expect(beside).toBeCloseTo(gives, 12);
  });

  it.each([
    [3, 5],
    [5, 5],
    [7, 5],
  ])('compares %d with %d', (a, b) => {
    const answers = [LESS, EQUAL, GREATER].map((k) => run(OP.compare, [[a, b], { k }]));
    const expected = [a < b, a === b, a > b].map(Number);
    expect(answers.map(({ alone }) => alone)).toEqual(expected);
    expect(answers.map(({ beside }) => beside)).toEqual(expected);
  });
});

describe('a rounding that is run by its number', () => {
  const tenths = [-27, -23, -13, -7, -1, 1, 7, 13, 23, 27];

  it.each(ROUNDING_MODES)('turns as its name says: %s', (mode) => {
    for (const n of tenths) {
      const details = { x: 1, y: 0.01, z: 1, k: TURN[mode] };
      const expected = Number(roundToInteger(rational(BigInt(n), 10n), mode));
      const { alone, beside } = run(OP.round, [[n / 10], details]);
      expect([n, alone, beside]).toEqual([n, expected, expected]);
    }
  });

  it.each(ROUNDING_MODES)('leaves to exact arithmetic where it turns: %s', (mode) => {
    const at = mode.startsWith('half') ? 2.5 : 2;
    const details = { x: 1, y: 0.01, z: 1, k: TURN[mode] };
    const { alone, beside } = run(OP.round, [[at], details]);
    expect([alone, beside]).toEqual([NaN, NaN]);
  });

  it('brings what needs no rounding to its nearest whole number', () => {
    const details = { x: 0.1, y: 0.01, z: 1, k: TURN.none };
    const { alone, beside } = run(OP.round, [[0.1 * 3], details]);
    expect([alone, beside]).toEqual([3, 3]);
  });
});
