import { describe, expect, it } from 'vitest';
import type { PlainDocument as EvidenceDocument } from './plain.js';
import { v, run, num, table, over, form, question, type Rows } from './fixture.js';

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

describe('questions on a curve', () => {
  it.each([
    [1, '0'],
    [2, '40'],
    [4, '90'],
    [5, '100'],
  ])('a line of two pieces at %s', (q, expected) => {
    const { values } = run(
      { i: num({ curve: { read: 'form.q', use: 'line' } }) },
      form([['boss', q]]),
    );
    expect(values['i']).toBe(expected);
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
    ['trimmed', { take: 'trimmed', trim: '1/3', read: 't.x' }, some, '4'],
    ['trimmed of too few to trim', { take: 'trimmed', trim: '0.33', read: 't.x' }, some, '5'],
    [
      'trimmed of those with a value',
      { take: 'trimmed', trim: '1/4', read: 't.x', leaveOut: { atLeast: 0 } },
      table([{ x: 4 }, {}, { x: 60 }, { x: 0 }, { x: 6 }]),
      '5',
    ],
    ['trimmed of none is missing', { take: 'trimmed', trim: 0, read: 't.x' }, table([]), 'missing'],
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
