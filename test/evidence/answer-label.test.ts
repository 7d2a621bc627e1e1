import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describe as describePolicy, parseEvidence, type Plan } from '../../src/index.js';
import type { Json, JsonObject } from '../../src/json.js';
import { planWith, refusedFor, scorecardOf, SHOWN, toldOf, valueOf } from './plans.js';

const LABELS = { 'tidak-baik': 1, 'kurang-baik': 2, baik: 3, 'sangat-baik': 4 } as const;

const parts = (labels?: JsonObject): JsonObject => ({
  scales: { answer: { worst: 1, full: 4, best: 4, step: 1 } },
  panels: {
    skm: {
      answers: 'answer',
      ...(labels === undefined ? {} : { labels }),
      questions: { u1: {} },
      sources: { citizen: { share: 1, take: 'mean', atLeast: 1, ifFewer: 'exclude' } },
    },
  },
  indicators: { score: { unit: 'answer', mean: { weights: { 'skm.u1': 1 } }, round: SHOWN } },
});

const plan: Plan = planWith(parts(LABELS));

const evidence = (answers: readonly Json[]): Json => ({
  panels: { skm: { columns: ['u1'], rows: answers.map((answer) => [answer]) } },
});

describe('an answer', () => {
  it('law, the same: a label is its value, beside numbers too', () => {
    const answer = fc.constantFrom(...Object.entries(LABELS));
    const answers = fc.array(fc.tuple(answer, fc.constantFrom(0, 1, 2)), {
      minLength: 1,
      maxLength: 9,
    });
    fc.assert(
      fc.property(answers, (given) => {
        const mixed = given.map(
          ([[label, value], way]) => [label, value, String(value)][way] ?? null,
        );
        const numbers = given.map(([[, value]]) => value);
        expect(scorecardOf(plan, evidence(mixed))).toEqual(scorecardOf(plan, evidence(numbers)));
      }),
      { numRuns: 60 },
    );
    expect(valueOf(scorecardOf(plan, evidence(['baik', 'sangat-baik'])), 'score')).toBe('3.5');
  });

  it('is refused under an unknown label, with the nearest one', () => {
    const read = parseEvidence(plan, evidence(['biak']));
    const [issue] = read.ok ? [] : read.issues;
    expect(issue?.code).toBe('name.unknown_label');
    expect(issue?.pointer).toBe('/panels/skm/rows/0/0');
    expect(issue?.params).toMatchObject({ found: 'biak', suggestion: 'baik' });
  });

  it.each<[Json, string]>([
    ['', 'name.unknown_label'],
    ['Baik', 'name.unknown_label'],
    [' baik', 'name.unknown_label'],
    ['constructor', 'name.unknown_label'],
    ['__proto__', 'name.unknown_label'],
    ['3,5', 'evidence.number'],
    ['3x', 'evidence.number'],
    [true, 'evidence.type'],
    [['baik'], 'evidence.type'],
    [{ value: 'baik' }, 'evidence.type'],
  ])('is refused as %j', (answer, code) => {
    expect(refusedFor(plan, evidence([answer]))).toEqual([`${code} /panels/skm/rows/0/0`]);
  });

  it('has no labels in a panel that declares none, and none in totals', () => {
    expect(refusedFor(planWith(parts()), evidence(['baik']))).toEqual([
      'evidence.number /panels/skm/rows/0/0',
    ]);
    const totals = { citizen: { count: 1, sums: { u1: 'baik' } } };
    expect(refusedFor(plan, { panels: { skm: { totals } } })).toEqual([
      'evidence.number /panels/skm/totals/citizen/sums/u1',
    ]);
  });

  it('is described with its labels', () => {
    const { text } = describePolicy(plan, { language: 'id' });
    expect(text.replace(/\s+/g, ' ')).toContain(
      'jawaban: tidak-baik = 1, kurang-baik = 2, baik = 3',
    );
  });
});

describe('the labels of a panel', () => {
  it.each<[string, JsonObject, readonly string[]]>([
    ['outside the scale', { a: 5 }, ['panel.label_value /panels/skm/labels/a']],
    ['off its step', { a: '1.5' }, ['panel.label_value /panels/skm/labels/a']],
    ['with one value', { a: 1, b: '2/2' }, ['panel.label_twice /panels/skm/labels/b']],
    ['with no value', { a: 'x' }, ['number.unreadable /panels/skm/labels/a']],
    ['with no author`s name', { '1': 1 }, ['policy.name_form /panels/skm/labels/1']],
    ['in order', { a: 1, b: 2 }, []],
  ])('%s: %j gives %j', (_, labels, expected) => {
    expect(toldOf(parts(labels))).toEqual(expected);
  });
});
