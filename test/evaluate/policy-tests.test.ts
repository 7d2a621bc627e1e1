import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/evaluate/evaluate.js';
import { runPolicyTests } from '../../src/evaluate/policy-tests.js';
import { parseEvidence } from '../../src/evidence/read.js';
import type { Issue } from '../../src/issue.js';
import { compilePolicy } from '../../src/plan/compile.js';
import type { Plan } from '../../src/plan/plan.js';
import { unwrap } from '../../src/result.js';

const read = (path: string): string =>
  readFileSync(new URL(`../../examples/${path}`, import.meta.url), 'utf8');

const POINTS = { type: 'integer', unit: 'points', min: 0, max: 100 };

const policy = {
  timbang: 1,
  id: 'a/b',
  version: '1.0.0',
  title: { id: 'a', en: 'a' },
  effective: { from: '2026-01-01' },
  scales: {
    points: { worst: 0, full: 100, best: 100 },
    predikat: { labels: ['kurang', 'baik'] },
  },
  inputs: {
    x: { ...POINTS, ifMissing: 'pending' },
    y: { ...POINTS, ifMissing: 'exclude' },
  },
  tables: {
    tasks: {
      rowUnit: 'task',
      atMost: 5,
      ifMissing: 'exclude',
      row: { done: { ...POINTS, ifMissing: 'fail' } },
    },
  },
  indicators: {
    third: { unit: 'points', mean: { weights: { x: '1/3', y: 'rest' } } },
    root: { unit: 'points', geometric: { weights: { x: '1/2', y: 'rest' } } },
    shown: {
      unit: 'points',
      geometric: { weights: { x: '1/2', y: 'rest' } },
      round: { places: 2, mode: 'half-up', for: 'show' },
    },
    half: { unit: 'points', sum: { coefficients: { 'tasks-done': '1/2' } } },
    each: { per: 'tasks', unit: 'points', sum: { coefficients: { 'tasks.done': 1 } } },
    'tasks-done': { unit: 'points', rows: { of: 'tasks', take: 'sum', read: 'each' } },
    good: { formula: { '>=': [{ var: 'x' }, 50] } },
    score: {
      unit: 'points',
      sum: { coefficients: { x: 1 } },
      round: { places: 1, mode: 'half-up', for: 'use' },
    },
    rating: { scale: 'predikat', rate: { read: 'score', below: 'kurang', from: { baik: 50 } } },
  },
  result: { score: 'score', rating: 'rating' },
};

const EVIDENCE = { values: { x: 50, y: 40 }, tables: { tasks: [{ done: 7 }] } };

const planFor = (expect: object, evidence: object = EVIDENCE): Plan =>
  unwrap(compilePolicy({ ...policy, tests: [{ name: 'a case', evidence, expect }] }));

/** What a test that expects this finds to differ. */
const differences = (expected: object, evidence?: object): readonly Issue[] =>
  runPolicyTests(planFor(expected, evidence)).cases[0]?.differences ?? [];

describe('the tests that a policy carries', () => {
  it('all pass in the examples', () => {
    for (const path of ['language.jsonc', 'sabang/policy.json']) {
      const report = runPolicyTests(unwrap(compilePolicy(read(path))));
      expect(report.cases.flatMap((each) => each.differences)).toEqual([]);
      expect(report).toMatchObject({ failed: 0, passed: report.cases.length });
      expect(report.passed).toBeGreaterThan(0);
    }
  });

  it('come to nothing where there are none', () => {
    expect(runPolicyTests(unwrap(compilePolicy(policy)))).toEqual({
      passed: 0,
      failed: 0,
      cases: [],
    });
  });

  it('compare numbers exactly, however they are written', () => {
    const indicators = { third: '130/3', half: '3.50', 'tasks-done': 7, good: true };
    expect(differences({ status: 'final', score: '50.00', rating: 'baik', indicators })).toEqual(
      [],
    );
    expect(differences({ score: 50 })).toEqual([]);
    expect(differences({ indicators: { third: '43.333333333333' } })).toMatchObject([
      {
        code: 'test.differs',
        pointer: '/tests/0/expect/indicators/third',
        params: { found: '130/3', expected: '43.333333333333' },
      },
    ]);
  });

  it('say what differs, and where the policy expected it', () => {
    const found = differences({
      status: 'void',
      score: 51,
      rating: 'kurang',
      indicators: { good: false, rating: 'kurang', half: true },
      issues: ['evidence.missing'],
    });
    expect(found.map(({ code, pointer }) => `${code} ${pointer}`)).toEqual([
      'test.differs /tests/0/expect/status',
      'test.differs /tests/0/expect/score',
      'test.differs /tests/0/expect/rating',
      'test.differs /tests/0/expect/issues/0',
      'test.differs /tests/0/expect/indicators/good',
      'test.differs /tests/0/expect/indicators/rating',
      'test.differs /tests/0/expect/indicators/half',
    ]);
    expect(found[1]?.message).toEqual({
      id: 'uji `a case`: `score` adalah `50.0`, diharapkan `51`',
      en: 'test `a case`: `score` is `50.0`, expected `51`',
    });
  });

  it('name absences and codes', () => {
    const expected = {
      status: 'provisional',
      indicators: { third: 'pending', 'tasks-done': 'missing', score: 'pending' },
      issues: ['evidence.missing', 'score.pending'],
    };
    expect(differences(expected, { values: { y: 1 } })).toEqual([]);
    expect(differences({ score: 1, rating: 'baik' }, {})).toMatchObject([
      { params: { what: 'score', found: '–' } },
      { params: { what: 'rating', found: '–' } },
    ]);
  });

  it('refuse to compare an irrational value with a decimal, and say so', () => {
    expect(differences({ indicators: { root: '44.721360' } })).toMatchObject([
      {
        code: 'test.irrational',
        pointer: '/tests/0/expect/indicators/root',
        params: { low: '44.72135954999579392818', high: '44.72135954999579392819' },
      },
    ]);
  });

  it('compare an irrational value with its declared rounding', () => {
    expect(differences({ indicators: { shown: '44.72' } })).toEqual([]);
    expect(differences({ indicators: { shown: '44.73' } })).toMatchObject([
      { code: 'test.differs', params: { found: '44.72', expected: '44.73' } },
    ]);
  });

  it('take a root that comes out even for the number it is', () => {
    expect(differences({ indicators: { root: 30 } }, { values: { x: 90, y: 10 } })).toEqual([]);
  });

  it('report an indicator per row and a name that is none', () => {
    expect(differences({ indicators: { each: 7, haf: 1 } })).toMatchObject([
      { code: 'test.per_row', params: { indicator: 'each' } },
      { code: 'test.unknown_indicator', help: { en: 'did you mean `half`?' } },
    ]);
  });

  it('report evidence that cannot be read, with the places of what is wrong', () => {
    const found = differences({ score: 1 }, { values: { x: 'much' } });
    expect(found[0]).toMatchObject({ code: 'test.evidence', pointer: '/tests/0/evidence' });
    expect(found[1]).toMatchObject({ pointer: '/tests/0/evidence/values/x' });
  });

  it('law, agreement: what an evaluation gives is what a test may expect', {
    timeout: 60_000,
  }, () => {
    const points = fc.integer({ min: 0, max: 100 });
    fc.assert(
      fc.property(points, points, points, (x, y, done) => {
        const evidence = { values: { x, y }, tables: { tasks: [{ done }] } };
        const plan = unwrap(compilePolicy(policy));
        const card = evaluate(plan, unwrap(parseEvidence(plan, evidence)));
        const indicators = Object.fromEntries(
          card.indicators.flatMap(({ name, value }) =>
            'is' in value && value.is === 'number' && typeof value.exact === 'string'
              ? [[name, value.exact]]
              : [],
          ),
        );
        const { status, score, rating } = card;
        expect(differences({ status, score: score?.text, rating, indicators }, evidence)).toEqual(
          [],
        );
        const other = String((score?.units ?? 0) + 1);
        expect(differences({ score: other }, evidence)).toHaveLength(1);
      }),
      { numRuns: 30 },
    );
  });
});
