import { describe, expect, it } from 'vitest';
import { scoreColumns } from '../../src/evaluate/columns.js';
import type { Outcome } from '../../src/index.js';
import type { JsonObject } from '../../src/json.js';
import { unwrap } from '../../src/result.js';
import { formula, input, outcomesOf, type Parts, planOf, ROUND, told } from './agreement.js';

interface Row extends Parts {
  readonly title: string;
  readonly evidence: JsonObject;
}

const values = (given: JsonObject): JsonObject => ({ values: given });

const x = input(0, 1, '0.01');

const rounded = (step: string, mode: string): Parts => ({
  inputs: { x },
  indicators: { s: formula({ '+': [{ var: 'x' }, 0] }, { step, mode, for: 'use' }) },
});

const panel = (atLeast: number): JsonObject => ({
  scales: { answer: { worst: 1, full: 5, best: 5, step: 1 } },
  panels: {
    peers: {
      answers: 'answer',
      atMost: 50,
      sources: { peer: { share: 1, take: 'mean', atLeast, ifFewer: 'exclude' } },
      questions: {
        q1: { title: { id: 'satu', en: 'one' } },
        q2: { title: { id: 'dua', en: 'two' } },
      },
    },
  },
});

const EXP: JsonObject = { exp: [{ var: 'x' }] };
const LN: JsonObject = { ln: [{ '+': [{ var: 'x' }, 2] }] };
const ROOT_OF_ROOTS: JsonObject = {
  sqrt: [{ '+': [{ '*': [3, { var: 'x' }] }, { '*': [2, { sqrt: [2] }] }] }],
};

/** Policies and evidence for which doubles once gave another outcome than exact arithmetic. */
const rows: readonly Row[] = [
  {
    title: 'a step of several last places is no lattice that short decimals lie on',
    ...rounded('0.05', 'floor'),
    evidence: values({ x: 0.03 }),
  },
  {
    title: 'a tie between such steps',
    ...rounded('0.02', 'half-down'),
    evidence: values({ x: 0.01 }),
  },
  {
    title: 'nothing, negated, is rounded to 0 and not to -0',
    inputs: { x },
    indicators: { s: formula({ '-': [{ var: 'x' }] }) },
    evidence: values({ x: 0 }),
  },
  {
    title: 'what a branch that is not taken reads may still have something to say',
    inputs: { x, y: x },
    indicators: {
      share: { unit: 'ratio', formula: { '/': [{ var: 'x' }, { var: 'y' }] } },
      s: formula({ if: [{ '==': [{ var: 'y' }, 0] }, 0, { '*': [{ var: 'share' }, 100] }] }),
    },
    evidence: values({ x: 0.5, y: 0 }),
  },
  {
    title: 'what only rows read that are not there may still have something to say',
    inputs: { x },
    indicators: {
      share: { unit: 'ratio', formula: { '/': [1, { var: 'x' }] } },
      each: {
        per: 'tasks',
        unit: 'ratio',
        formula: { '*': [{ var: 'tasks.a' }, { var: 'share' }] },
      },
      s: { unit: 'ratio', rows: { of: 'tasks', take: 'sum', read: 'each' }, round: ROUND },
    },
    more: {
      tables: {
        tasks: { rowUnit: 'task', atMost: 5, ifMissing: 'fail', row: { a: input(0, 1, '0.01') } },
      },
    },
    evidence: { values: { x: 0 }, tables: { tasks: { columns: ['a'], rows: [] } } },
  },
  {
    title: 'a range is left open by an end that is absent, though the other end excludes the value',
    inputs: { x: input(0, 100, '1'), y: x },
    indicators: { s: told({ between: [{ var: 'x' }, 10, { '/': [5, { var: 'y' }] }] }) },
    evidence: values({ x: 1, y: 0 }),
  },
  ...(['median', 'last', 'trimmed', 'min', 'max', 'mean', 'sum', 'count'] as const).map((take) => ({
    title: `answers that are not there, taken as ${take}`,
    indicators: {
      s: {
        unit: take === 'count' ? 'person' : 'answer',
        rows: {
          of: 'peers',
          take,
          ...(take === 'count' ? {} : { read: 'peers.q1' }),
          ...(take === 'trimmed' ? { trim: '0.3' } : {}),
        },
        round: ROUND,
      },
    },
    more: panel(1),
    evidence: {
      panels: {
        peers: {
          columns: ['q1', 'q2'],
          rows: [
            [1, 1],
            [null, 3],
            [5, 3],
            [4, 3],
            [2, 2],
            [3, 3],
            [1, 1],
          ],
        },
      },
    },
  })),
  {
    title: 'too few answers to a question that nothing reads',
    indicators: {
      s: { unit: 'person', rows: { of: 'peers', take: 'count' }, round: ROUND },
    },
    more: panel(3),
    evidence: {
      panels: {
        peers: {
          columns: ['q1', 'q2'],
          rows: [
            [1, 1],
            [2, 3],
          ],
        },
      },
    },
  },
  {
    title: 'products of numbers near zero that are lost to underflow',
    inputs: { x: input(0, 1), y: input(0, 1) },
    indicators: {
      s: told({
        '>': [{ '*': [{ '*': [{ var: 'x' }, 1e100] }, { '*': [{ var: 'y' }, 1e100] }] }, 0],
      }),
    },
    evidence: values({ x: 1e-300, y: 1e-300 }),
  },
  {
    title: 'a power that is lost to underflow',
    inputs: { x: input(0, 1, '0.001') },
    indicators: { s: told({ '>': [{ pow: [{ var: 'x' }, 200] }, 0] }) },
    evidence: values({ x: 0.001 }),
  },
  {
    title: 'an edge that no double is near',
    inputs: { x },
    indicators: { s: told({ '>=': [{ var: 'x' }, { var: 'p' }] }) },
    more: { parameters: { p: { unit: 'ratio', is: `1/1${'0'.repeat(390)}` } } },
    evidence: values({ x: 0 }),
  },
  {
    title: 'a product of powers of more digits than exact arithmetic holds',
    inputs: { x: input(1, 2) },
    indicators: {
      power: {
        unit: 'ratio',
        formula: { '*': Array.from({ length: 10 }, () => ({ pow: [{ var: 'x' }, 200] })) },
      },
      s: formula({ min: [1, { var: 'power' }] }),
    },
    evidence: values({ x: 1.00000000000001 }),
  },
  {
    title: 'a dated parameter whose two values have one double',
    inputs: {
      x,
      from: { type: 'date', ifMissing: 'fail' },
      to: { type: 'date', ifMissing: 'fail' },
    },
    indicators: {
      days: { unit: 'day', formula: { '-': [{ var: 'to' }, { var: 'from' }] } },
      s: formula({ '*': [{ var: 'x' }, { var: 'p' }] }),
    },
    more: {
      parameters: {
        p: {
          unit: 'ratio',
          since: { '2026-01-01': '1/3', '2026-02-01': '0.333333333333333333333333' },
        },
      },
    },
    evidence: values({ x: 1, from: '2026-01-05', to: '2026-03-01' }),
  },
  {
    title: 'a bound beyond all doubles, met as a text',
    inputs: { x: input(0, '1e400') },
    indicators: { s: told({ '>': [{ var: 'x' }, 1] }) },
    evidence: values({ x: '1e350' }),
  },
  {
    title: 'the lesser of two sums that exact arithmetic cannot tell apart',
    inputs: { x: input(0, 9, '1') },
    indicators: { s: formula({ min: [{ '+': [EXP, LN] }, { '+': [LN, EXP] }] }) },
    evidence: values({ x: 1 }),
  },
  {
    title: 'the greater of a root of roots and a sum of roots that it equals',
    inputs: { x: input(1, 9, '1') },
    indicators: { s: formula({ max: [ROOT_OF_ROOTS, { '+': [{ var: 'x' }, { sqrt: [2] }] }] }) },
    evidence: values({ x: 1 }),
  },
  {
    title: 'the median of values that exact arithmetic cannot put in order',
    inputs: { x: input(1, 9, '1') },
    indicators: {
      a: { unit: 'ratio', formula: { '+': [EXP, LN] } },
      b: { unit: 'ratio', formula: { '+': [LN, EXP] } },
      c: { unit: 'ratio', formula: { var: 'x' } },
      s: { unit: 'ratio', median: { of: ['a', 'b', 'c'] }, round: ROUND },
    },
    evidence: values({ x: 1 }),
  },
  {
    title: 'a curve that bends where a value may lie',
    inputs: { x: input(1, 9, '1') },
    indicators: {
      a: { unit: 'ratio', formula: { '-': [ROOT_OF_ROOTS, { sqrt: [2] }] } },
      s: { unit: 'ratio', curve: { read: 'a', use: 'bend' }, round: ROUND },
    },
    more: {
      curves: {
        bend: {
          from: 'ratio',
          to: 'ratio',
          line: [
            [0, 0],
            [1, 5],
            [2, 6],
          ],
          outside: 'hold',
        },
      },
    },
    evidence: values({ x: 1 }),
  },
  {
    title: 'more issues than are listed',
    inputs: { x: input(0, 100, '1') },
    indicators: {
      ...Object.fromEntries(
        Array.from({ length: 201 }, (_, at) => [
          `r${String(at)}`,
          {
            scale: 'grade',
            rate: {
              read: 'x',
              below: 'low',
              from: { high: 60 },
              guards: { high: { when: { '==': [1, 2] }, else: 'low' } },
            },
          },
        ]),
      ),
      s: formula({ '+': [{ var: 'x' }, 0] }),
    },
    more: { scales: { grade: { labels: ['low', 'high'] } } },
    evidence: values({ x: 70 }),
  },
];

describe('where doubles once differed', () => {
  it.each(rows)('$title', ({ evidence, ...parts }) => {
    const found = outcomesOf(planOf(parts), evidence);
    expect(found).toBeDefined();
    expect(found?.score).toEqual(found?.evaluate);
    expect(found?.many).toEqual(found?.evaluate);
  });

  it('lists no more issues of a subject in columns than of one alone', () => {
    const many = rows.find(({ title }) => title === 'more issues than are listed');
    if (many === undefined) throw new Error('the row has another title');
    const plan = planOf(many);
    const columns = { count: 2, values: { x: Float64Array.of(70, 10) } };
    const found = unwrap(scoreColumns(plan, columns));
    const alone = outcomesOf(plan, many.evidence);
    expect(found.issues.get(0)).toEqual((alone?.score as Outcome).issues);
    expect(found.issues.has(1)).toBe(false);
  });

  it('gives every subject a list of issues of its own', () => {
    const parts = { inputs: { x }, indicators: { s: formula({ '+': [{ var: 'x' }, 0] }) } };
    const plan = planOf(parts);
    const first = outcomesOf(plan, values({ x: 0.5 }));
    for (const outcome of [first?.score, first?.many])
      (outcome?.issues as unknown[]).push('a note of the host');
    const second = outcomesOf(plan, values({ x: 0.5 }));
    expect([second?.score.issues, second?.many.issues]).toEqual([[], []]);
  });
});
