import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDated } from '../../src/evaluate/fast.js';
import { readingDays } from '../../src/evaluate/settle.js';
import { BLOCK, makeBlock, runBlock } from '../../src/fast/block.js';
import type { BlockTable } from '../../src/fast/block-loops.js';
import { load, type Numbers } from '../../src/fast/memory.js';
import { type FastPlan, type Node, OP, type Op } from '../../src/fast/program.js';
import { runProgram } from '../../src/fast/run.js';
import { type Evidence, type Plan, parseEvidence, unwrap } from '../../src/index.js';
import { tapeOf } from '../oracle/tape.js';
import { compiledFrom } from './agreement.js';
import { planWith } from '../evidence/plans.js';
import { caseOf } from './generate.js';

const RUNS = Number(process.env['FAST_CASES'] ?? 150);
/** Milliseconds, on a busy machine. */
const TIMEOUT = 120_000;

const tape = (length: number): fc.Arbitrary<number[]> =>
  fc.array(fc.nat({ max: 999_999 }), { minLength: length, maxLength: length });

const cases = fc
  .record({
    whole: tape(40),
    verbs: fc.array(tape(60), { minLength: 1, maxLength: 6, size: 'max' }),
    evidence: fc.array(tape(120), { minLength: 5, maxLength: 5 }),
  })
  .map(({ whole, verbs, evidence }) => {
    const found = caseOf(tapeOf(whole), verbs.map(tapeOf), evidence.map(tapeOf));
    // What is computed at every row is not done side by side.
    const indicators = Object.fromEntries(
      Object.entries(found.indicators).filter(([name]) => name !== 'row'),
    );
    return { ...found, indicators };
  });

/** The rows of a table of several subjects, one after another. */
const tableOf = (
  { inputs, memory }: FastPlan,
  table: number,
  given: readonly Numbers[],
): BlockTable => {
  const width = memory.widths[table] ?? 0;
  const columns = Array.from({ length: width }, (): number[] => []);
  const offsets = [0];
  for (const numbers of given) {
    load({ inputs, memory }, numbers);
    const rows = memory.rows[table] ?? 0;
    const base = memory.base[table] ?? 0;
    for (const [i, column] of columns.entries())
      column.push(...numbers.cells.subarray(base + i * rows, base + (i + 1) * rows));
    offsets.push((offsets.at(-1) ?? 0) + rows);
  }
  return { offsets, columns: columns.map((column) => Float64Array.from(column)) };
};

const operationsOf = ({ program }: FastPlan): readonly Node[] => {
  const found: Node[] = [];
  let node = program.first;
  for (let left = program.count; left > 0; left--, node = node.next) found.push(node);
  return found;
};

/** Evidence of which everything is told in doubles. */
interface Told {
  readonly evidence: Evidence;
  readonly numbers: Numbers;
}

const toldOf = (plan: Plan, documents: readonly unknown[]): readonly Told[] =>
  documents.flatMap((document) => {
    const evidence = unwrap(parseEvidence(plan, document));
    return evidence.numbers === undefined ? [] : [{ evidence, numbers: evidence.numbers }];
  });

/** What every operation gives, subject after subject. */
const alone = (fast: FastPlan, told: readonly Told[]): readonly (readonly number[])[] =>
  told.map(({ evidence, numbers }) => {
    load(fast, numbers);
    readDated(fast, readingDays(evidence));
    runProgram(fast.program.first, fast.program.count, fast.memory);
    return operationsOf(fast).map(({ v }) => v);
  });

const sideBySide = (fast: FastPlan, told: readonly Told[]): readonly (readonly number[])[] => {
  for (const [j, { evidence, numbers }] of told.entries()) {
    load(fast, numbers);
    readDated(fast, readingDays(evidence));
    for (const node of [...fast.inputs, ...fast.dated.map(({ at }) => at)]) node.all[j] = node.v;
  }
  const given = told.map(({ numbers }) => numbers);
  // Behind the rows of as many others.
  const behind = [...given.toReversed(), ...given];
  const tables = Array.from(fast.memory.widths, (_, table) => tableOf(fast, table, behind));
  runBlock(fast, tables, [told.length, told.length]);
  return told.map((_, j) => operationsOf(fast).map(({ all }) => all[j] ?? NaN));
};

/** What an operation gives where its input lies on one of its points: subject after subject, and side by side. */
const onPoints = (fast: FastPlan, node: Node): readonly (readonly number[])[] => {
  const points = node.numbers.slice(0, Math.min(node.n, BLOCK));
  const program = { first: node, count: 1 };
  const each = Array.from(points, (point) => {
    node.a.v = point;
    runProgram(node, 1, fast.memory);
    return node.v;
  });
  node.a.all.set(points);
  runBlock({ ...fast, program }, [], [0, points.length]);
  return [each, Array.from(points, (_, j) => node.all[j] ?? NaN)];
};

/** -0 is 0: nothing that is written differs by it. */
const plain = (values: readonly (readonly number[])[]): readonly (readonly number[])[] =>
  values.map((list) => list.map((value) => value + 0));

describe('a random policy in doubles', () => {
  it(
    'law, side by side: every operation gives each subject of a block what it gives him alone',
    () => {
      const compared = new Map<Op, number>();
      let pointed = 0;
      fc.assert(
        fc.property(cases, (each) => {
          const compiled = compiledFrom(each);
          if (!compiled.ok) return; // edges out of order, or a reading of what is computed at rows
          const plan: Plan = compiled.value;
          const { fast } = plan.layout;
          if ('why' in fast || !makeBlock(fast)) return;
          const told = toldOf(plan, each.evidence);
          const single = alone(fast, told);
          expect(plain(sideBySide(fast, told))).toEqual(plain(single));
          const operations = operationsOf(fast);
          for (const values of single)
            for (const [i, value] of values.entries()) {
              const op = operations[i]?.op;
              if (op !== undefined && !Number.isNaN(value))
                compared.set(op, (compared.get(op) ?? 0) + 1);
            }
          for (const node of operations.filter(({ op }) => op === OP.line)) {
            const [one, all] = onPoints(fast, node);
            expect(all).toEqual(one);
            pointed += node.n;
          }
        }),
        { numRuns: 2 * RUNS },
      );
      // All but tables, panels and what is computed at rows.
      expect(compared.size).toBeGreaterThan(20);
      expect(pointed).toBeGreaterThan(100);
    },
    TIMEOUT,
  );
});

it('a line gives the same at a point where the pieces on both sides round differently', () => {
  const { fast } = planWith({
    scales: { points: { worst: 0, full: 100, best: 100 } },
    inputs: {
      a: { type: 'decimal', unit: 'points', min: 0, max: 100, step: '0.1', ifMissing: 'fail' },
    },
    curves: {
      bent: {
        from: 'points',
        to: 'points',
        line: [
          [0, 0],
          [49, 1],
          [100, 5],
        ],
        outside: 'hold',
      },
    },
    indicators: {
      score: {
        unit: 'points',
        curve: { read: 'a', use: 'bent' },
        round: { places: 2, mode: 'half-up', for: 'use' },
      },
    },
  }).layout;
  if ('why' in fast || !makeBlock(fast)) throw new Error('the plan is not computed in blocks');
  const [node] = operationsOf(fast).filter(({ op }) => op === OP.line);
  if (node === undefined) throw new Error('the plan has no line');
  const [one, all] = onPoints(fast, node);
  expect(one).toEqual([0, 1, 5]);
  expect(all).toEqual(one);
});
