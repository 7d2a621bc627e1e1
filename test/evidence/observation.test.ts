import { describe, expect, it } from 'vitest';
import { explain, parseEvidence, unwrap } from '../../src/index.js';
import type { Json, JsonObject } from '../../src/json.js';
import { planWith, refusedFor, scorecardOf, SHOWN, valueOf } from './plans.js';

const number = { type: 'decimal', unit: 'points', min: 0, max: 100, step: '0.5' } as const;

const parts: JsonObject = {
  scales: {
    points: { worst: 0, full: 100, best: 100 },
    answer: { worst: 1, full: 5, best: 5, step: 1 },
  },
  cites: { sop: { text: 'SOP', support: 'interpretation' } },
  parameters: { share: { since: { '2026-01-01': '50%', '2026-07-01': '75%' }, cite: 'sop' } },
  inputs: {
    a: { ...number, ifMissing: 'pending' },
    b: { ...number, ifMissing: { use: 50, cite: 'sop' } },
    on: { type: 'boolean', ifMissing: { use: true, cite: 'sop' } },
    c: { ...number, when: { var: 'on' }, ifMissing: 'pending' },
  },
  tables: {
    tasks: {
      rowUnit: 'task',
      atMost: 9,
      ifMissing: 'exclude',
      row: { done: { ...number, ifMissing: 'exclude' } },
    },
  },
  panels: {
    form: {
      answers: 'answer',
      questions: { q: {} },
      sources: {
        peer: { share: '60%', take: 'mean', atLeast: 1, ifFewer: 'exclude' },
        self: { share: 'rest', take: 'median', atLeast: 1, ifFewer: 'exclude' },
      },
    },
  },
  indicators: {
    both: { unit: 'points', mean: { weights: { a: '1/4', b: 'rest' } } },
    dated: { unit: 'points', mean: { weights: { a: { var: 'share' }, b: 'rest' } } },
    less: { unit: 'points', formula: { min: [{ var: 'a' }, { var: 'b' }] } },
    only: { unit: 'points', mean: { weights: { c: 1 } } },
    output: {
      unit: 'points',
      rows: { of: 'tasks', take: 'mean', read: 'tasks.done', leaveOut: { atLeast: '10%' } },
    },
    asked: { unit: 'answer', mean: { weights: { 'form.q': 1 } } },
    forms: { unit: 'answer', rows: { of: 'form', take: 'mean', read: 'form.q' } },
    fixed: { unit: 'points', constant: 5 },
    score: { unit: 'points', mean: { weights: { both: '1/2', less: 'rest' } }, round: SHOWN },
  },
};

const plan = planWith(parts);

const supportIn = (document: Json, name: string): readonly string[] => {
  const found = scorecardOf(plan, document).indicators.find((each) => each.name === name);
  return [found?.coverage ?? '', found?.provenance ?? ''];
};

const observed = (value: Json, more: JsonObject = {}): JsonObject => ({ value, ...more });

describe('an observation', () => {
  it('counts as its value would by itself', () => {
    const bare = scorecardOf(plan, { values: { a: 80, b: '62.5' } });
    const told = scorecardOf(plan, {
      values: { a: observed(80, { at: '2026-02-03', by: 'simpeg' }), b: observed('62.5') },
    });
    expect(told.score).toEqual(bare.score);
    expect(valueOf(told, 'both')).toBe('66.875');
  });

  it.each<[string, Json, string]>([
    [
      'nothing but its own keys',
      observed(1, { source: 'x' }),
      'evidence.unknown_key /values/a/source',
    ],
    ['no `value`', { at: '2026-01-01' }, 'evidence.no_value /values/a'],
    ['an observation inside', observed(observed(1)), 'evidence.type /values/a/value'],
    ['a number as `by`', observed(1, { by: 7 }), 'evidence.type /values/a/by'],
    ['nothing as `record`', observed(1, { record: null }), 'evidence.type /values/a/record'],
    ['a blank `by`', observed(1, { by: '  ' }), 'evidence.type /values/a/by'],
    ['no such day', observed(1, { at: '2026-02-30' }), 'policy.date_form /values/a/at'],
    ['a time of day', observed(1, { at: '2026-02-03T08:00' }), 'policy.date_form /values/a/at'],
    ['a bad value', observed('1,5'), 'evidence.number /values/a/value'],
    ['an array', [1], 'evidence.type /values/a'],
  ])('is refused with %s', (_, a, expected) => {
    expect(refusedFor(plan, { values: { a } })).toEqual([expected]);
  });

  it('of a value that is missing or out of bounds vouches for nothing and has no day', () => {
    const more = { at: '2020-01-01', by: 'x' };
    for (const value of [null, 101]) {
      const document = { values: { a: observed(value, more), b: 1 } };
      expect(unwrap(parseEvidence(plan, document)).dates).toBeUndefined();
      expect(supportIn(document, 'less')).toEqual(['0', '0']);
    }
    const evidence = unwrap(parseEvidence(plan, { values: { a: observed(101, more) } }));
    expect(evidence.issues.map(({ pointer }) => pointer)).toEqual(['/values/a/value']);
  });

  it('in a cell is read, in rows of either form; in an answer it is refused', () => {
    const cell = observed(40, { record: 'sk-1' });
    const shapes: readonly Json[] = [
      { columns: ['done'], rows: [[cell], [20]] },
      [{ done: cell }, { done: 20 }],
    ];
    for (const tasks of shapes) {
      expect(supportIn({ tables: { tasks } }, 'output')).toEqual(['1', '0.5']);
      const [step] = scorecardOf(plan, { tables: { tasks } }).trace.filter(
        ({ name }) => name === 'output',
      );
      expect(step?.inputs.map(({ source }) => source)).toEqual([{ record: 'sk-1' }, undefined]);
    }
    expect(refusedFor(plan, { panels: { form: [{ source: 'peer', q: observed(4) }] } })).toEqual([
      'evidence.type /panels/form/0/q',
    ]);
  });

  it('without any, evidence stores none', () => {
    const evidence = unwrap(
      parseEvidence(plan, { values: { a: 1 }, tables: { tasks: [{ done: 1 }] } }),
    );
    expect(evidence).not.toHaveProperty('origins');
    expect((evidence.cells?.tables ?? []).every((table) => table?.provenance === undefined)).toBe(
      true,
    );
  });
});

describe('the day of an observation', () => {
  const told = (at: string, more: JsonObject = {}) =>
    scorecardOf(plan, { values: { a: observed(100, { at }), b: 0 }, ...more });

  it('decides which value of a dated parameter holds', () => {
    expect(valueOf(told('2026-06-30'), 'dated')).toBe('50');
    expect(valueOf(told('2026-07-01'), 'dated')).toBe('75');
    expect(valueOf(told('2026-07-01', { asOf: '2026-06-30' }), 'dated')).toBe('50');
  });

  it('may lie outside the days of the policy, which is reported', () => {
    expect(told('2025-12-31').issues.map(({ code }) => code)).toContain(
      'evidence.outside_effective',
    );
  });

  it('counts in cells too, and beside another day makes a changed parameter known', () => {
    const card = told('2026-02-01', {
      tables: { tasks: [{ done: observed(1, { at: '2026-08-01' }) }] },
    });
    expect(card.issues.map(({ code }) => code)).toContain('evidence.parameter_changes');
  });

  it('alone is no provenance', () => {
    expect(supportIn({ values: { a: observed(1, { at: '2026-02-01' }), b: 1 } }, 'less')).toEqual([
      '1',
      '0',
    ]);
  });
});

describe('provenance', () => {
  const by = { by: 'simpeg' };

  it.each<[string, JsonObject, string, string]>([
    ['is a share in a mean', { a: observed(1, by), b: 1 }, 'both', '1 0.25'],
    ['is the least elsewhere', { a: observed(1, by), b: 1 }, 'less', '1 0'],
    ['is whole when everything has it', { a: observed(1, by), b: observed(1, by) }, 'score', '1 1'],
    ['is none of what is used instead', { a: observed(1, by) }, 'both', '0.25 0.25'],
    ['is none of what is missing', { b: observed(1, by) }, 'both', '0 0'],
    ['is whole of what does not apply', { on: false, c: observed(1) }, 'only', '1 1'],
    ['is whole of a constant', {}, 'fixed', '1 1'],
  ])('%s', (_, values, name, expected) => {
    expect(supportIn({ values }, name).join(' ')).toBe(expected);
  });

  it('of a question is that of the forms that name a rater, by source', () => {
    const rows = [
      ['peer', 'x', 4],
      ['peer', null, 5],
      ['peer', ' ', 3],
      ['self', 'y', 4],
    ];
    const form = { columns: ['source', 'rater', 'q'], rows };
    expect(supportIn({ panels: { form } }, 'asked')).toEqual(['1', '0.6']);
    expect(supportIn({ panels: { form } }, 'forms')).toEqual(['1', '0.5']);
  });

  it('of blank forms is nobody`s: a rater counts where an answer does', () => {
    const rows = [
      ['peer', 'x', null],
      ['peer', null, 5],
    ];
    const form = { columns: ['source', 'rater', 'q'], rows };
    expect(supportIn({ panels: { form } }, 'asked')).toEqual(['0.6', '0']);
  });

  it('is told in words only where evidence says where something comes from', () => {
    const textOf = (document: Json) =>
      explain(scorecardOf(plan, document), { language: 'en' }).text;
    expect(textOf({ values: { a: 1, b: 1 } })).not.toContain('origin recorded');
    expect(textOf({ values: { a: observed(1, by), b: 1 } })).toContain('origin recorded for 25%');
  });

  it('is shown beside the value that was read, and not beside one that was put in its place', () => {
    const sources = (values: JsonObject) =>
      scorecardOf(plan, { values })
        .trace.find(({ name }) => name === 'less')
        ?.inputs.map(({ source }) => source);
    const origin = { at: '2026-02-01', by: 'x', record: 'y' };
    expect(sources({ a: observed(1, origin), b: observed(101, origin) })).toEqual([
      origin,
      undefined,
    ]);
  });
});
