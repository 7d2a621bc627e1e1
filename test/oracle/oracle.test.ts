import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { EvidenceDocument, EvidenceValue } from '../../src/evidence/evidence.js';
import type { Policy } from '../../src/policy/policy.js';
import { oracle, type OracleOutcome } from './oracle.js';

const points = (ifMissing: unknown = 'exclude', more: object = {}) => ({
  type: 'decimal',
  unit: 'points',
  min: 0,
  max: 200,
  ifMissing,
  ...more,
});
const yes = (ifMissing: unknown = 'exclude') => ({ type: 'boolean', ifMissing });
const time = (unit: string) => ({ type: 'decimal', unit, min: 0, max: 1000, ifMissing: 'exclude' });
const v = (name: string) => ({ var: name });
const reason = { id: 'alasan', en: 'reason' };

const inputs = {
  a: points(),
  b: points('pending'),
  c: points('fail'),
  d: points('exclude', { when: v('open') }),
  e: points({ use: 40, cite: 'x' }),
  f: points('exclude', { min: 1, step: '0.5' }),
  n: { type: 'integer', unit: 'person', min: 0, max: 10, ifMissing: 'exclude' },
  open: yes({ use: false, cite: 'x' }),
  p: yes('pending'),
  hours: time('hour'),
  minutes: time('minute'),
  level: { type: 'label', scale: 'grade', ifMissing: 'exclude' },
  side: { type: 'label', scale: 'class', ifMissing: 'exclude' },
  on: { type: 'date', ifMissing: 'exclude' },
};

const shared = {
  timbang: 1,
  id: 'x',
  version: '1.0.0',
  title: reason,
  effective: { from: '2026-01-01' },
  cites: { x: { text: 'x', support: 'interpretation' } },
  scales: {
    points: { worst: 0, full: 100, best: 120 },
    answer: { worst: 1, full: 5, best: 5, step: 1 },
    grade: { labels: ['poor', 'fair', 'good', 'top'] },
    class: { labels: ['low', 'high'] },
  },
  parameters: {
    half: { is: '50%' },
    cut: { since: { '2026-01-01': 10, '2026-07-01': 20 }, unit: 'points' },
  },
  inputs,
  tables: {
    t: {
      rowUnit: 'task',
      atMost: 10,
      ifMissing: 'pending',
      row: {
        x: points(),
        y: points('pending'),
        z: points('exclude', { when: { '==': [v('t.k'), 'in'] } }),
        k: { type: 'label', labels: ['in', 'out'], ifMissing: 'exclude' },
        on: { type: 'date', ifMissing: 'exclude' },
      },
    },
  },
  panels: {
    form: {
      answers: 'answer',
      questions: { q: {}, r: {} },
      sources: {
        boss: { share: '60%', take: 'mean', atLeast: 1, ifFewer: 'fail' },
        peer: { share: 'rest', take: 'median', atLeast: 2, ifFewer: 'exclude' },
      },
    },
    public: {
      answers: 'answer',
      questions: { q: {} },
      sources: { citizen: { share: 'rest', take: 'mean', atLeast: 1, ifFewer: 'pending' } },
    },
  },
  curves: {
    line: {
      from: 'answer',
      to: 'points',
      line: [
        [1, 0],
        [3, 80],
        [5, 100],
      ],
    },
    held: {
      from: 'hour',
      to: 'points',
      line: [
        [0, 100],
        [10, 0],
      ],
      outside: 'hold',
    },
    steps: {
      from: 'minute',
      to: 'points',
      steps: [
        { gives: 0 },
        { from: 1, gives: '1/4' },
        { above: 30, gives: 1 },
        { missing: true, gives: 2 },
      ],
    },
    edged: { from: 'points', to: 'points', steps: [{ from: 10, gives: 5 }] },
  },
  matrices: {
    m: {
      rows: 'grade',
      columns: 'class',
      gives: 'grade',
      cells: {
        poor: { low: 'poor', high: 'fair' },
        fair: { low: 'poor', high: 'good' },
        good: { low: 'fair', high: 'good' },
        top: { low: 'good', high: 'top' },
      },
    },
  },
  lookups: {
    credit: {
      keys: ['class', 'grade'],
      unit: 'points',
      values: {
        low: { poor: 0, fair: '9.375', good: '12.5', top: '75/4' },
        high: { poor: 0, fair: '18.75', good: 25, top: '75/2' },
      },
    },
    rank: { keys: ['class'], scale: 'grade', values: { low: 'fair', high: 'top' } },
  },
};

/** What the indicators give for the evidence; a policy of the oracle's tests need not be complete. */
const run = (
  indicators: object,
  evidence: EvidenceDocument = {},
  result: object = {},
): OracleOutcome => oracle({ ...shared, indicators, result } as unknown as Policy, evidence);

const num = (verb: object) => ({ unit: 'points', ...verb });

/** The value of one indicator with the given input values. */
const one = (indicator: object, values: EvidenceDocument['values'] = {}) =>
  run({ i: indicator }, { values }).values['i'];

const formula = (rule: unknown, values: EvidenceDocument['values'] = {}) =>
  one(num({ formula: rule }), values);
const truthOf = (rule: unknown, values: EvidenceDocument['values'] = {}) =>
  one({ formula: rule }, values);

const table = (
  rows: readonly Readonly<Record<string, string | number | null>>[],
): EvidenceDocument => ({
  tables: { t: rows },
});
interface Rows {
  readonly take: string;
  readonly read?: string;
  readonly where?: object;
  readonly leaveOut?: object;
}
const over = (rows: Rows, evidence: EvidenceDocument) =>
  run(
    {
      i: {
        unit: rows.take === 'count' ? 'task' : rows.take === 'share' ? 'ratio' : 'points',
        rows: { of: 't', ...rows },
      },
    },
    evidence,
  ).values['i'];

const form = (rows: readonly (readonly (string | number | null)[])[]): EvidenceDocument => ({
  panels: { form: { columns: ['source', 'q'], rows } },
});
const question = (evidence: EvidenceDocument) => run({}, evidence).values['form.q'];

describe('the worked example', () => {
  it('gives what it expects of itself', () => {
    const policy = JSON.parse(
      readFileSync(new URL('worked-example.json', import.meta.url), 'utf8'),
    );
    const [{ evidence }] = policy.tests;
    const outcome = oracle(policy, evidence);
    expect(outcome).toMatchObject({ status: 'final', score: '91.82', rating: 'baik' });
    expect(outcome.values).toMatchObject({
      results: '1535/16',
      discipline: '93',
      conduct: '165/2',
      late: ['0', '1', '2', 'not-applicable'],
    });
  });
});

describe('inputs', () => {
  const read = (name: string, values: EvidenceDocument['values'] = {}) =>
    formula({ '+': [v(name)] }, values);
  it.each<[string, string, EvidenceDocument['values'], string]>([
    ['a number means its shortest decimal', 'a', { a: 0.1 }, '1/10'],
    ['a text means its decimal', 'a', { a: '72.345' }, '14469/200'],
    ['exclude gives missing', 'a', {}, 'missing'],
    ['null is missing', 'a', { a: null }, 'missing'],
    ['pending gives pending', 'b', {}, 'pending'],
    ['fail gives failed', 'c', {}, 'failed'],
    ['use gives a value', 'e', {}, '40'],
    [
      'a false when does not apply, whatever is given',
      'd',
      { open: false, d: 5 },
      'not-applicable',
    ],
    ['a true when lets it through', 'd', { open: true, d: 5 }, '5'],
    ['a value on its end counts', 'a', { a: 200 }, '200'],
    ['a value out of bounds is missing', 'a', { a: '200.01' }, 'missing'],
    ['a value off its step is missing', 'f', { f: '2.25' }, 'missing'],
    ['steps begin at min', 'f', { f: '2.5' }, '5/2'],
  ])('%s', (_, name, values, expected) => {
    expect(read(name, values)).toBe(expected);
  });

  it('an integer off its step is missing', () => {
    expect(one({ unit: 'person', formula: { '+': [v('n')] } }, { n: '2.5' })).toBe('missing');
  });
});

describe('rules', () => {
  it.each<[string, unknown, EvidenceDocument['values'], string]>([
    ['sums', { '+': [v('a'), 1, 2] }, { a: 1 }, '4'],
    ['differences', { '-': [v('a'), 2] }, { a: 1 }, '-1'],
    ['negatives', { '-': v('a') }, { a: 1 }, '-1'],
    ['products', { '*': [v('a'), 0.1] }, { a: 3 }, '3/10'],
    ['quotients', { '/': [v('a'), 3] }, { a: 1 }, '1/3'],
    ['division by zero is missing', { '/': [1, v('a')] }, { a: 0 }, 'missing'],
    ['remainders', { '%': [v('a'), 4] }, { a: '10.5' }, '5/2'],
    ['the least', { min: [v('a'), 4, 2] }, { a: 3 }, '2'],
    ['the greatest', { max: [v('a'), 4, 2] }, { a: 3 }, '4'],
    ['the worst absence wins', { '+': [v('a'), v('b'), v('c')] }, {}, 'failed'],
    ['not applicable is worse than pending', { '+': [v('b'), v('d')] }, {}, 'not-applicable'],
    ['pending is worse than missing', { '+': [v('a'), v('b')] }, {}, 'pending'],
    ['if takes the branch that holds', { if: [{ '>': [v('a'), 2] }, 7, v('b')] }, { a: 3 }, '7'],
    [
      'if goes on to the next condition',
      { if: [false, 1, { '==': [v('a'), 3] }, 2, 3] },
      { a: 3 },
      '2',
    ],
    ['if with an absent condition is absent', { if: [v('p'), 1, 2] }, {}, 'pending'],
    [
      'minutes become hours beside hours',
      { '*': [1, { '/': [{ '+': [v('hours'), v('minutes')] }, { '+': [v('hours')] }] }] },
      { hours: 2, minutes: 30 },
      '5/4',
    ],
  ])('%s', (_, rule, values, expected) => {
    expect(formula(rule, values)).toBe(expected);
  });

  it('a bare number in a branch is in the unit of the other branches', () => {
    const minutes = { if: [{ '>': [v('a'), 0] }, 30, v('minutes')] };
    expect(one({ unit: 'hour', formula: minutes }, { a: 1 })).toBe('1/2');
  });

  it.each<[string, unknown, EvidenceDocument['values'], string]>([
    ['and is false when any is, absent or not', { and: [v('p'), false] }, {}, 'false'],
    ['and is absent when none is false', { and: [v('p'), true] }, {}, 'pending'],
    ['or is true when any is', { or: [v('p'), true] }, {}, 'true'],
    ['or is absent when none is true', { or: [v('p'), false] }, {}, 'pending'],
    ['not', { '!': [v('p')] }, { p: true }, 'false'],
    [
      'in is true when any member equals',
      { in: [v('level'), ['good', 'top']] },
      { level: 'top' },
      'true',
    ],
    [
      'in is false when none does',
      { in: [v('level'), ['good', 'top']] },
      { level: 'poor' },
      'false',
    ],
    ['in of an absent label is absent', { in: [v('level'), ['good', 'top']] }, {}, 'missing'],
    ['labels are equal by name', { '==': [v('level'), 'good'] }, { level: 'good' }, 'true'],
    ['between has two ends', { '<=': [1, v('a'), 3] }, { a: 3 }, 'true'],
    ['comparison needs its operands', { '<': [v('a'), 60] }, {}, 'missing'],
    [
      'hours compare with minutes',
      { '==': [v('hours'), v('minutes')] },
      { hours: '0.5', minutes: 30 },
      'true',
    ],
    [
      'a bare number takes the unit beside it',
      { '>': [v('minutes'), 29] },
      { minutes: 30 },
      'true',
    ],
  ])('%s', (_, rule, values, expected) => {
    expect(truthOf(rule, values)).toBe(expected);
  });
});

describe('parameters', () => {
  const policy = {
    i: num({ formula: { '+': [v('cut'), 0] }, round: { places: 0, mode: 'down', for: 'use' } }),
  };
  it.each<[string, EvidenceDocument, object]>([
    ['the value of the day', { asOf: '2026-06-30' }, { status: 'final', score: '10' }],
    ['a value holds from its own day on', { asOf: '2026-07-01' }, { status: 'final', score: '20' }],
    ['a day before the first is missing', { asOf: '2025-12-31' }, { status: 'void' }],
    ['without a date it is missing', {}, { status: 'void' }],
    ['the latest date counts', { values: { on: '2026-08-01' } }, { status: 'final', score: '20' }],
    [
      'a change between the dates is provisional',
      { values: { on: '2026-03-01' }, tables: { t: [{ on: '2026-08-01' }] } },
      { status: 'provisional', score: '20' },
    ],
  ])('%s', (_, evidence, expected) => {
    const { status, score } = run(policy, evidence, { score: 'i' });
    expect({ status, ...(score === undefined ? {} : { score }) }).toEqual(expected);
  });
});

describe('panels', () => {
  it.each<[string, EvidenceDocument, string]>([
    [
      'shares of a mean and a median',
      form([
        ['boss', 4],
        ['peer', 1],
        ['peer', 2],
        ['peer', 5],
      ]),
      '16/5',
    ], // .6*4 + .4*2
    [
      'an even count takes the middle two',
      form([
        ['boss', 5],
        ['peer', 1],
        ['peer', 4],
      ]),
      '4',
    ], // .6*5 + .4*2.5
    [
      'too few are left out',
      form([
        ['boss', 4],
        ['boss', 5],
        ['peer', 1],
      ]),
      '9/2',
    ],
    [
      'too few fail',
      form([
        ['peer', 1],
        ['peer', 4],
      ]),
      'failed',
    ],
    [
      'answers off the scale do not count',
      form([
        ['boss', 4],
        ['peer', 1],
        ['peer', 6],
        ['peer', '2.5'],
      ]),
      '4',
    ],
    ['a panel that is not there has no answers', {}, 'failed'],
  ])('%s', (_, evidence, expected) => {
    expect(question(evidence)).toBe(expected);
  });

  it('one source needs no column', () => {
    expect(
      run({}, { panels: { public: [{ q: 3 }, { q: 4 }, { q: null }] } }).values['public.q'],
    ).toBe('7/2');
    expect(run({}, { panels: { public: [] } }).values['public.q']).toBe('pending');
  });

  it('totals stand for rows', () => {
    const totals = { citizen: { count: 4, sums: { q: 10 }, answered: { q: 3 } } };
    const { values } = run(
      { i: { unit: 'person', rows: { of: 'public', take: 'count' } } },
      { panels: { public: { totals } } },
    );
    expect(values).toMatchObject({ 'public.q': '10/3', i: '4' });
  });

  it('a form on which nothing counts is no form', () => {
    const forms = form([
      ['boss', 4],
      ['peer', null],
      ['peer', 6],
      ['peer', 5],
    ]);
    const count = { unit: 'person', rows: { of: 'form', take: 'count' } };
    const each = { per: 'form', unit: 'answer', formula: { '+': [v('form.q')] } };
    expect(run({ count, each }, forms).values).toMatchObject({ count: '2', each: ['4', '5'] });
  });

  it('inside its rows a question is one form’s answer', () => {
    const rows = {
      of: 'form',
      take: 'max',
      read: 'form.q',
      where: { '==': [v('form.source'), 'peer'] },
    };
    const { values } = run(
      { i: { unit: 'answer', rows } },
      form([
        ['boss', 5],
        ['peer', 2],
        ['peer', 3],
      ]),
    );
    expect(values['i']).toBe('3');
  });
});

describe('verbs', () => {
  const achievement = (more: object) =>
    num({ achievement: { actual: 'a', target: 80, better: 'higher', ...more } });
  const goalposts = (more: object) =>
    num({ goalposts: { read: 'a', worst: 20, best: 60, clip: false, ...more } });
  const mean = (more: object) =>
    num({ mean: { weights: { a: '1/2', b: '30%', d: 'rest' }, ...more } });
  const geometric = (weights: object) => num({ geometric: { weights } });
  const half = { atLeast: '1/2' };
  const max = (atLeast: string) => num({ max: { of: ['a', 'b', 'e'], leaveOut: { atLeast } } });
  const trimmed = (trim: string, ...of: string[]) => num({ trimmed: { of, trim, leaveOut: half } });
  const best = (take: number) =>
    num({ best: { of: ['a', 'b', 'e', 'f'], take, leaveOut: { atLeast: 0 } } });
  const ordered = (...of: string[]) => num({ ordered: { of, weights: [0.5, '1/3', '1/6'] } });
  const harmonic = (weights: object) => num({ harmonic: { weights } });
  const power = (exponent: number | string, weights: object = { a: '1/2', e: 'rest' }) =>
    num({ power: { exponent, weights } });
  const credit = num({ lookup: { read: ['side', 'level'], use: 'credit' } });
  const gates = { from: { fair: 50, good: 70 }, above: { top: 90 } };
  const rate = (more: object = {}) => ({
    scale: 'grade',
    rate: { read: 'a', below: 'poor', ...gates, ...more },
  });
  const choose = {
    cases: [
      { id: 'x', when: v('p'), gives: 5 },
      { id: 'y', when: { '>': [v('a'), 1] }, gives: v('a') },
    ],
  };

  it.each<[string, object, EvidenceDocument['values'], string]>([
    ['achievement, higher', achievement({}), { a: 100 }, '125'],
    ['achievement, lower', achievement({ better: 'lower' }), { a: 100 }, '75'],
    ['achievement, capped', achievement({ cap: 120 }), { a: 100 }, '120'],
    [
      'achievement, a target of zero is missing',
      achievement({ target: v('e') }),
      { a: 1, e: 0 },
      'missing',
    ],
    [
      'achievement of a ratio is full at 1',
      { ...achievement({}), unit: 'ratio' },
      { a: 40 },
      '1/2',
    ],
    [
      'achievement converts a target in another time',
      num({ achievement: { actual: 'minutes', target: v('hours'), better: 'higher' } }),
      { minutes: 30, hours: 2 },
      '25',
    ],
    ['goalposts', goalposts({}), { a: 30 }, '25'],
    ['goalposts beyond', goalposts({}), { a: 10 }, '-25'],
    ['goalposts, clipped', goalposts({ clip: true }), { a: 100 }, '100'],
    ['goalposts downwards', goalposts({ worst: 60, best: 20 }), { a: 30 }, '75'],
    ['goalposts, equal posts are missing', goalposts({ best: 20 }), { a: 30 }, 'missing'],
    ['curve, held', num({ curve: { read: 'hours', use: 'held' } }), { hours: 11 }, '0'],
    [
      'curve, straight, in its own unit',
      num({ curve: { read: 'minutes', use: 'held' } }),
      { minutes: 90 },
      '85',
    ],
    [
      'curve, below its steps',
      num({ curve: { read: 'minutes', use: 'steps' } }),
      { minutes: '0.9' },
      '0',
    ],
    [
      'curve, from includes its edge',
      num({ curve: { read: 'minutes', use: 'steps' } }),
      { minutes: 1 },
      '1/4',
    ],
    [
      'curve, above does not',
      num({ curve: { read: 'hours', use: 'steps' } }),
      { hours: '0.5' },
      '1/4',
    ],
    [
      'curve, past an open edge',
      num({ curve: { read: 'minutes', use: 'steps' } }),
      { minutes: '30.1' },
      '1',
    ],
    ['curve, missing', num({ curve: { read: 'minutes', use: 'steps' } }), {}, '2'],
    [
      'curve, below the first edge is missing',
      num({ curve: { read: 'a', use: 'edged' } }),
      { a: 9 },
      'missing',
    ],
    ['curve, pending is not missing', num({ curve: { read: 'b', use: 'edged' } }), {}, 'pending'],
    ['choose, the first that holds', num({ choose }), { p: true, a: 2 }, '5'],
    ['choose, the second', num({ choose }), { p: false, a: 2 }, '2'],
    ['choose, an absent case', num({ choose }), { a: 2 }, 'pending'],
    ['choose, none', num({ choose }), { p: false, a: 1 }, 'missing'],
    [
      'choose, else',
      num({ choose: { ...choose, else: { id: 'z', gives: 9 } } }),
      { p: false, a: 1 },
      '9',
    ],
    ['a constant', num({ constant: 100 }), {}, '100'],
    ['mean, what does not apply gives its weight away', mean({}), { a: 60, b: 100 }, '75'], // (.5*60 + .3*100) / .8
    ['mean, a part missing', mean({}), { b: 100 }, 'missing'],
    ['mean, a part pending and one missing', mean({}), {}, 'pending'],
    ['mean, left out', mean({ leaveOut: { atLeast: '62.5%' } }), { a: 60 }, '60'], // .5 / .8
    ['mean, too little left', mean({ leaveOut: { atLeast: '0.63' } }), { a: 60 }, 'pending'],
    ['mean, nothing left', mean({ leaveOut: { atLeast: 0 } }), {}, 'pending'],
    [
      'mean, a part failed',
      num({ mean: { weights: { a: '1/2', c: 'rest' }, leaveOut: { atLeast: 0 } } }),
      { a: 1 },
      'failed',
    ],
    [
      'mean, a part of weight 0 is not read',
      num({ mean: { weights: { a: 1, c: 'rest' } } }),
      { a: 1 },
      '1',
    ],
    ['mean, none applies', num({ mean: { weights: { d: 1 } } }), {}, 'not-applicable'],
    [
      'mean by a label',
      num({ mean: { by: 'side', weights: { low: { a: 1 }, high: { a: 'rest', e: v('half') } } } }),
      { a: 10, side: 'high' },
      '25',
    ],
    [
      'mean by an absent label',
      num({ mean: { by: 'side', weights: { low: { a: 1 }, high: { e: 1 } } } }),
      { a: 10 },
      'missing',
    ],
    ['geometric, a whole root', geometric({ a: '1/2', e: '1/2' }), { a: '22.5' }, '30'],
    [
      'geometric, an irrational',
      geometric({ a: '1/2', e: '1/2' }),
      { a: 20 },
      '~28.2842712474619009760337744841939615713934',
    ],
    ['geometric, zero', geometric({ a: '1/2', e: '1/2' }), { a: 0 }, '0'],
    ['min, of those that apply', num({ min: { of: ['a', 'd', 'e'] } }), { a: 50 }, '40'],
    ['min, anything else absent', num({ min: { of: ['a', 'd', 'e'] } }), {}, 'missing'],
    [
      'sum, of those that apply',
      num({ sum: { coefficients: { a: '0.11', d: 3, e: -1 } } }),
      { a: 100 },
      '-29',
    ],
    ['sum, none applies', num({ sum: { coefficients: { d: 3 } } }), {}, 'not-applicable'],
    ['rate, below all', rate(), { a: '49.99' }, 'poor'],
    ['rate, on an edge', rate(), { a: 50 }, 'fair'],
    ['rate, on an open edge', rate(), { a: 90 }, 'good'],
    ['rate, past it', rate(), { a: '90.01' }, 'top'],
    [
      'rate, guarded twice',
      rate({
        guards: { top: { when: v('p'), else: 'good' }, good: { when: false, else: 'fair' } },
      }),
      { a: 95, p: false },
      'fair',
    ],
    [
      'rate, an absent guard',
      rate({ guards: { top: { when: v('p'), else: 'good' } } }),
      { a: 95 },
      'pending',
    ],
    [
      'rate, a gap reported',
      rate({ printed: { fair: [50, 69], good: [70, 90] }, gaps: 'report' }),
      { a: '69.5' },
      'missing',
    ],
    [
      'rate, a gap by its lower edge',
      rate({ printed: { fair: [50, 69], good: [70, 90] }, gaps: 'lower-edge' }),
      { a: '69.5' },
      'fair',
    ],
    [
      'rate, rounded first',
      rate({
        printed: { fair: [50, 69], good: [70, 90] },
        gaps: { 'round-first': { places: 0, mode: 'half-up' } },
      }),
      { a: '69.5' },
      'good',
    ],
    [
      'matrix',
      { scale: 'grade', matrix: { rows: 'level', columns: 'side', use: 'm' } },
      { level: 'top', side: 'low' },
      'good',
    ],
    [
      'matrix, a label missing',
      { scale: 'grade', matrix: { rows: 'level', columns: 'side', use: 'm' } },
      { level: 'top' },
      'missing',
    ],
    ['min, left out', num({ min: { of: ['a', 'e'], leaveOut: half } }), {}, '40'],
    ['max, of those that apply', num({ max: { of: ['a', 'd', 'e'] } }), { a: 39 }, '40'],
    ['max, anything else absent', num({ max: { of: ['a', 'b', 'e'] } }), {}, 'pending'],
    ['max, left out', max('1/3'), {}, '40'],
    ['max, too little left', max('34%'), {}, 'pending'],
    [
      'max, nothing left',
      num({ max: { of: ['a', 'd'], leaveOut: { atLeast: 0 } } }),
      {},
      'missing',
    ],
    ['median, the middle', num({ median: { of: ['a', 'e', 'f'] } }), { a: 10, f: 20 }, '20'],
    ['median, the middle two', num({ median: { of: ['a', 'd', 'e'] } }), { a: 15 }, '55/2'],
    ['median, none applies', num({ median: { of: ['d'] } }), {}, 'not-applicable'],
    [
      'trimmed, one at each end',
      trimmed('20%', 'a', 'b', 'c', 'e', 'f'),
      { a: 0, b: 10, c: 50, f: 100 },
      '100/3', // (10 + 40 + 50) / 3
    ],
    ['trimmed, less than one', trimmed('0.33', 'a', 'e', 'f'), { a: 10, f: 100 }, '50'],
    ['trimmed, of what is left', trimmed('1/4', 'a', 'b', 'e', 'f'), { a: 10, f: 100 }, '50'],
    ['best, the two greatest', best(2), { a: 10, f: 20 }, '30'],
    ['best, fewer than it takes', best(2), {}, 'missing'],
    ['best, a pending one left out', best(1), { a: 90 }, '90'],
    ['ordered, by place', ordered('a', 'e', 'f'), { a: 12, f: 18 }, '28'], // 40/2 + 18/3 + 12/6
    ['ordered, a place not filled', ordered('a', 'd', 'e'), { a: 12 }, 'missing'],
    ['ordered, a component pending', ordered('a', 'b', 'e'), { a: 12 }, 'pending'],
    ['harmonic', harmonic({ a: '1/4', e: 'rest' }), { a: 20 }, '32'], // 1 / (1/80 + 3/160)
    ['harmonic, zero', harmonic({ a: '1/4', e: 'rest' }), { a: 0 }, '0'],
    ['harmonic, of those that apply', harmonic({ a: '1/4', d: '1/2', e: 'rest' }), { a: 60 }, '48'],
    ['power, a root that comes out even', power(2), { a: 10, e: 70 }, '50'],
    ['power, a root of roots', power('1/2'), { a: 4, e: 16 }, '9'], // ((2 + 4) / 2) ^ 2
    ['power, below zero', power(-2), { a: 7, e: 1 }, '7/5'], // (1/49 + 1) / 2 = 25/49
    ['power, below zero of zero', power('-0.5'), { a: 0 }, '0'],
    ['power, above zero of zero', power(2, { a: '75%', e: 'rest' }), { a: 0 }, '20'],
    ['power, equal components', power('1/3'), { a: 40 }, '40'],
    ['power, irrational', power(2), { a: 1, e: 2 }, '~1.5811388300841896659994467722163592668597'],
    [
      'power, irrational of roots',
      power('1/2'),
      { a: 2, e: 1 }, // (3 + 2 * root 2) / 4
      '~1.4571067811865475244008443621048490392848',
    ],
    ['product, units multiply', num({ product: { of: ['a', 'half'] } }), { a: 50 }, '25'],
    [
      'product, a part with a unit does not apply',
      num({ product: { of: ['d', 'e'] } }),
      {},
      'not-applicable',
    ],
    ['product, anything else absent', num({ product: { of: ['a', 'b', 'half'] } }), {}, 'pending'],
    ['product, none applies', num({ product: { of: ['d'] } }), {}, 'not-applicable'],
    ['lookup', credit, { level: 'fair', side: 'low' }, '75/8'],
    ['lookup, a fraction', credit, { level: 'top', side: 'high' }, '75/2'],
    ['lookup, a label missing', credit, { side: 'high' }, 'missing'],
    [
      'lookup of a label',
      { scale: 'grade', lookup: { read: ['side'], use: 'rank' } },
      { side: 'high' },
      'top',
    ],
    ['slot', num({ slot: { ifEmpty: 'not-applicable' } }), {}, 'not-applicable'],
    ['slot, missing', num({ slot: { ifEmpty: 'missing' } }), {}, 'missing'],
  ])('%s', (_, indicator, values, expected) => {
    expect(one(indicator, values)).toBe(expected);
  });

  it.each([
    [1, '0'],
    [2, '40'],
    [4, '90'],
    [5, '100'],
  ])('curve, a line of two pieces at %s', (q, expected) => {
    const { values } = run(
      { i: num({ curve: { read: 'form.q', use: 'line' } }) },
      form([['boss', q]]),
    );
    expect(values['i']).toBe(expected);
  });

  it.each([
    ['geometric', geometric({ below: '1/2', a: '1/2' })],
    ['harmonic', harmonic({ below: '1/2', a: '1/2' })],
    ['power', power(2, { below: '1/2', a: '1/2' })],
  ])('%s, of a negative is missing', (_, i) => {
    const below = num({ formula: { '-': [v('a'), 5] } });
    expect(run({ below, i }, { values: { a: 1 } }).values['i']).toBe('missing');
  });

  it('product, of times and numbers', () => {
    const i = { unit: 'hour*person', product: { of: ['hours', 'n'] } };
    expect(one(i, { hours: '1.5', n: 4 })).toBe('6');
  });
});

describe('rows', () => {
  const some = table([
    { x: 1, k: 'in' },
    { x: 4, k: 'out' },
    { x: 10, k: 'in' },
  ]);
  it.each<[string, Rows, EvidenceDocument, string]>([
    ['count', { take: 'count' }, some, '3'],
    ['count where', { take: 'count', where: { '==': [v('t.k'), 'in'] } }, some, '2'],
    ['share', { take: 'share', where: { '==': [v('t.k'), 'in'] } }, some, '2/3'],
    [
      'share of none is missing',
      { take: 'share', where: { '==': [v('t.k'), 'in'] } },
      table([]),
      'missing',
    ],
    ['sum', { take: 'sum', read: 't.x' }, some, '15'],
    ['mean', { take: 'mean', read: 't.x' }, some, '5'],
    ['median', { take: 'median', read: 't.x' }, some, '4'],
    [
      'median of two',
      { take: 'median', read: 't.x', where: { '==': [v('t.k'), 'in'] } },
      some,
      '11/2',
    ],
    ['min', { take: 'min', read: 't.x' }, some, '1'],
    ['max', { take: 'max', read: 't.x' }, some, '10'],
    ['last', { take: 'last', read: 't.x' }, some, '10'],
    ['sum of none is 0', { take: 'sum', read: 't.x' }, table([]), '0'],
    ['mean of none is missing', { take: 'mean', read: 't.x' }, table([]), 'missing'],
    ['no table is absent as it says', { take: 'count' }, {}, 'pending'],
    [
      'an absent where makes the whole absent',
      { take: 'count', where: { '==': [v('t.k'), 'in'] } },
      table([{ k: 'in' }, {}]),
      'missing',
    ],
    [
      'a missing row makes the whole missing',
      { take: 'mean', read: 't.x' },
      table([{ x: 4 }, {}, { x: 6 }]),
      'missing',
    ],
    [
      'a pending row makes a sum pending',
      { take: 'sum', read: 't.y' },
      table([{ y: 4 }, {}]),
      'pending',
    ],
    [
      'missing rows are left out where they may be',
      { take: 'mean', read: 't.x', leaveOut: { atLeast: 0 } },
      table([{ x: 4 }, {}, { x: 6 }]),
      '5',
    ],
    [
      'all missing',
      { take: 'mean', read: 't.x', leaveOut: { atLeast: 0 } },
      table([{}, {}]),
      'missing',
    ],
    [
      'all pending',
      { take: 'sum', read: 't.y', leaveOut: { atLeast: 0 } },
      table([{}, {}]),
      'pending',
    ],
    [
      'a row that is not chosen may be missing',
      { take: 'last', read: 't.x', where: { '==': [v('t.k'), 'in'] } },
      table([{ x: 4, k: 'in' }, { k: 'out' }]),
      '4',
    ],
    [
      'too many missing',
      { take: 'mean', read: 't.x', leaveOut: { atLeast: '2/3' } },
      table([{ x: 4 }, {}]),
      'missing',
    ],
    [
      'just enough',
      { take: 'mean', read: 't.x', leaveOut: { atLeast: '1/2' } },
      table([{ x: 4 }, {}]),
      '4',
    ],
    ['none applies', { take: 'mean', read: 't.z' }, table([{ z: 5, k: 'out' }]), 'not-applicable'],
    ['none applies to a sum', { take: 'sum', read: 't.z' }, table([{ z: 5, k: 'out' }]), '0'],
    [
      'rows that do not apply are passed over',
      { take: 'mean', read: 't.z', leaveOut: { atLeast: 1 } },
      table([
        { z: 4, k: 'in' },
        { z: 5, k: 'out' },
      ]),
      '4',
    ],
  ])('%s', (_, rows, evidence, expected) => {
    expect(over(rows, evidence)).toBe(expected);
  });

  it('an indicator per row goes back to one value', () => {
    const each = {
      ...num({ achievement: { actual: 't.x', target: 8, better: 'higher' } }),
      per: 't',
    };
    const { values } = run(
      { each, i: num({ rows: { of: 't', take: 'sum', read: 'each' } }) },
      some,
    );
    expect(values).toMatchObject({ each: ['25/2', '50', '125'], i: '375/2' });
  });
});

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
