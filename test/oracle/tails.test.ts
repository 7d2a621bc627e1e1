import { describe, expect, it } from 'vitest';
import type { EvidenceValue } from '../../src/evidence/evidence.js';
import type { PlainDocument as EvidenceDocument } from './plain.js';
import type { Policy } from '../../src/policy/policy.js';
import { v, reason, inputs, run, num, one, table, shared } from './fixture.js';
import { oracle } from './oracle.js';

describe('tails', () => {
  const at = (tail: object) => num({ formula: { '+': [v('a')] }, ...tail });
  const adjust = (...steps: object[]) =>
    at({ adjust: steps.map((step, i) => ({ id: `s${String(i)}`, ...step })) });
  const rounded = (mode: string, more: object = { places: 0 }) =>
    at({ round: { mode, for: 'use', ...more } });
  const graded = (...limits: object[]) => ({
    scale: 'grade',
    formula: { if: [true, v('level'), v('level')] },
    limits: limits.map((limit, i) => ({ id: `l${String(i)}`, ...limit })),
  });

  it.each<[string, object, EvidenceDocument['values'], string]>([
    ['when false', at({ when: false }), { a: 1 }, 'not-applicable'],
    ['when absent', at({ when: v('p') }), { a: 1 }, 'pending'],
    ['usable', at({ usable: { when: { '>': [v('a'), 1] }, reason } }), { a: 2 }, '2'],
    ['unusable', at({ usable: { when: { '>': [v('a'), 1] }, reason } }), { a: 1 }, 'missing'],
    ['deduct', adjust({ deduct: 3 }, { deduct: v('e'), atMost: '1/2' }), { a: 10 }, '13/2'],
    ['add', adjust({ add: v('e'), atMost: 5 }), { a: 10 }, '15'],
    ['cap then floor', adjust({ cap: 5 }, { floor: '7.5' }), { a: 10 }, '15/2'],
    [
      'an adjustment that does not hold',
      adjust({ when: v('p'), deduct: 3 }),
      { a: 10, p: false },
      '10',
    ],
    ['an adjustment that may hold', adjust({ when: v('p'), deduct: 3 }), { a: 10 }, 'pending'],
    ['limit, above', adjust({ add: 30 }, { limit: 10 }), { a: 10 }, '20'],
    ['limit, below', adjust({ deduct: 3 }, { deduct: 30 }, { limit: 10 }), { a: 10 }, '0'],
    ['limit, within', adjust({ deduct: 3 }, { add: 8 }, { limit: 5 }), { a: 10 }, '15'],
    ['limit, from before the first', adjust({ limit: 0 }, { add: 3 }), { a: 10 }, '13'],
    ['limit, below zero', adjust({ limit: { '-': [v('a'), 11] } }), { a: 10 }, 'failed'],
    ['an amount that does not apply', adjust({ deduct: v('d') }), { a: 10 }, '10'],
    ['an amount missing', adjust({ deduct: v('f') }), { a: 10 }, 'missing'],
    [
      'a negative limit fails',
      adjust({ deduct: 3, atMost: { '-': [v('a'), 11] } }),
      { a: 10 },
      'failed',
    ],
    ['a negative deduction fails', adjust({ deduct: { '-': [v('a'), 11] } }), { a: 10 }, 'failed'],
    [
      'limits, in order',
      graded({ when: true, atMost: 'fair' }, { when: true, atLeast: 'good' }),
      { level: 'top' },
      'good',
    ],
    [
      'limits that do not hold',
      graded({ when: v('p'), atMost: 'fair' }),
      { level: 'top', p: false },
      'top',
    ],
    ['limits that may hold', graded({ when: v('p'), atMost: 'fair' }), { level: 'top' }, 'pending'],
    ['half-up', rounded('half-up'), { a: '2.5' }, '3'],
    ['half-down', rounded('half-down'), { a: '2.5' }, '2'],
    ['half-even', rounded('half-even'), { a: '2.5' }, '2'],
    ['half-even, odd', rounded('half-even'), { a: '3.5' }, '4'],
    ['up', rounded('up'), { a: '2.1' }, '3'],
    ['down', rounded('down'), { a: '2.9' }, '2'],
    ['ceiling', rounded('ceiling'), { a: '2.1' }, '3'],
    ['floor', rounded('floor'), { a: '2.9' }, '2'],
    ['places', rounded('half-up', { places: 2 }), { a: '72.345' }, '1447/20'],
    ['a step', rounded('half-up', { step: '0.25' }), { a: '1.125' }, '5/4'],
    [
      'rounding to show leaves the value',
      at({ round: { places: 0, mode: 'up', for: 'show' } }),
      { a: '2.1' },
      '21/10',
    ],
  ])('%s', (_, indicator, values, expected) => {
    expect(one(indicator, values)).toBe(expected);
  });

  it.each([
    ['half-up', '-3'],
    ['half-down', '-2'],
    ['half-even', '-2'],
    ['up', '-3'],
    ['down', '-2'],
    ['ceiling', '-2'],
    ['floor', '-3'],
  ])('%s below zero', (mode, expected) => {
    const i = num({ formula: { '-': v('a') }, round: { places: 0, mode, for: 'use' } });
    expect(one(i, { a: '2.5' })).toBe(expected);
  });

  it('an irrational is rounded with certainty', () => {
    const root = (mode: string) =>
      one(
        num({
          geometric: { weights: { a: '1/3', e: 'rest' } },
          round: { places: 3, mode, for: 'use' },
        }),
        { a: 3, e: 5 },
      );
    // 75 ^ (1/3) = 4.2171...
    expect(root('half-up')).toBe('4217/1000');
    expect(root('up')).toBe('2109/500');
  });
});

describe('outcome', () => {
  const score = (tail: object) => ({
    score: num({ ...tail, round: { places: 2, mode: 'half-up', for: 'show' } }),
  });
  const graded = {
    grade: { scale: 'grade', rate: { read: 'score', below: 'poor', from: { fair: 50 } } },
  };
  const left = { mean: { weights: { a: '1/2', b: 'rest' }, leaveOut: { atLeast: '1/2' } } };
  const outcome = (indicators: object, values: Readonly<Record<string, EvidenceValue>>) => {
    const { status, score, rating } = run(
      indicators,
      { values },
      { score: 'score', rating: 'grade' },
    );
    return [status, score, rating];
  };

  it('is final with score and rating; a score keeps its places', () => {
    expect(outcome({ ...score(left), ...graded }, { a: 60, b: 61 })).toEqual([
      'final',
      '60.50',
      'fair',
    ]);
  });
  it('is provisional when a pending part was left out', () => {
    expect(outcome({ ...score(left), ...graded }, { a: 60 })).toEqual([
      'provisional',
      '60.00',
      'fair',
    ]);
  });
  it('is provisional when the score is pending', () => {
    const grade = { grade: { scale: 'grade', constant: 'good' } };
    expect(outcome({ ...score({ formula: { '+': [v('b')] } }), ...grade }, {})).toEqual([
      'provisional',
      undefined,
      'good',
    ]);
  });
  it.each<[string, object, Readonly<Record<string, EvidenceValue>>, string]>([
    [
      'a branch that was not taken is read',
      { formula: { if: [true, v('a'), v('b')] } },
      { a: 1 },
      'provisional',
    ],
    [
      'a case that was not reached is not read',
      {
        choose: {
          cases: [
            { id: 'x', when: true, gives: v('a') },
            { id: 'y', when: v('p'), gives: v('b') },
          ],
        },
      },
      { a: 1 },
      'final',
    ],
    [
      'what decides an `or` is read with the rest of it',
      { formula: { if: [{ or: [true, v('p')] }, v('a'), 1] } },
      { a: 1 },
      'provisional',
    ],
    [
      'the amount of an adjustment that was skipped is not read',
      {
        formula: { '+': [v('a')] },
        adjust: [{ id: 's', when: { '>': [v('a'), 1] }, deduct: v('b') }],
      },
      { a: 1 },
      'final',
    ],
    [
      'a component that was left out is read',
      { max: { of: ['a', 'b'], leaveOut: { atLeast: 0 } } },
      { a: 1 },
      'provisional',
    ],
    [
      'what the `when` of an input reads is read',
      { max: { of: ['a', 'late'], leaveOut: { atLeast: 0 } } },
      { a: 1 },
      'provisional',
    ],
  ])('%s', (_, indicator, values, expected) => {
    const late = { type: 'decimal', unit: 'points', min: 0, max: 9, ifMissing: 'exclude' };
    const policy = {
      ...shared,
      inputs: { ...inputs, late: { ...late, when: { or: [v('open'), v('p'), true] } } },
      indicators: score(indicator),
      result: { score: 'score' },
    };
    expect(oracle(policy as unknown as Policy, { values }).status).toBe(expected);
  });
  it.each([
    ['taken', { k: 'in' }, 'provisional'],
    ['not taken', { k: 'out' }, 'provisional'],
  ])('what `where` reads counts, the row %s', (_, more, expected) => {
    const rows = {
      of: 't',
      take: 'sum',
      read: 't.x',
      where: {
        and: [
          { or: [{ '>': [v('t.y'), 0] }, { in: [v('t.k'), ['in', 'out']] }] },
          { '==': [v('t.k'), 'in'] },
        ],
      },
    };
    const evidence = table([{ x: 4, ...more }]);
    expect(run(score({ rows }), evidence, { score: 'score' }).status).toBe(expected);
  });
  it.each([
    ['9999999999999.99', 'final'],
    ['10000000000000', 'void'], // sixteen digits with its two places
  ])('a score of %s is %s', (constant, expected) => {
    expect(run(score({ constant }), {}, { score: 'score' }).status).toBe(expected);
  });
  it('is void when the score is absent otherwise, and then has no rating', () => {
    const grade = { grade: { scale: 'grade', constant: 'good' } };
    expect(outcome({ ...score({ formula: { '+': [v('a')] } }), ...grade }, {})).toEqual([
      'void',
      undefined,
      undefined,
    ]);
  });
});
