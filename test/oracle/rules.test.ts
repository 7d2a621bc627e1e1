import { describe, expect, it } from 'vitest';
import type { PlainDocument as EvidenceDocument } from './plain.js';
import { v, run, num, one, formula, truthOf } from './fixture.js';

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

describe('roots, powers, logarithms', () => {
  const pure = (rule: unknown, values: EvidenceDocument['values'] = {}) =>
    one({ unit: 'ratio', formula: rule }, values);
  const a = { number: [v('a'), 'points'] };
  it.each<[string, unknown, EvidenceDocument['values'], string]>([
    ['a square root', { sqrt: [a] }, { a: '2.25' }, '3/2'],
    [
      'a square root that is no fraction',
      { sqrt: [2] },
      {},
      '~1.4142135623730950488016887242096980785696',
    ],
    ['a square root of a negative', { sqrt: [{ '-': a }] }, { a: 4 }, 'missing'],
    ['a square root of zero', { sqrt: [a] }, { a: 0 }, '0'],
    ['a cube root', { cbrt: [a] }, { a: '0.125' }, '1/2'],
    ['a cube root of a negative', { cbrt: [{ '-': a }] }, { a: 8 }, '-2'],
    ['a power', { pow: [a, 3] }, { a: 5 }, '125'],
    ['a power below zero', { pow: [a, -2] }, { a: 5 }, '1/25'],
    ['a root as a power', { pow: [a, 1.5] }, { a: 4 }, '8'],
    ['zero to the power of zero', { pow: [a, a] }, { a: 0 }, '1'],
    ['zero to a power below zero', { pow: [a, -1] }, { a: 0 }, 'missing'],
    ['zero to a power', { pow: [a, 0.5] }, { a: 0 }, '0'],
    ['a negative to a whole power', { pow: [{ '-': a }, 3] }, { a: 2 }, '-8'],
    ['a negative to a power that is not whole', { pow: [{ '-': a }, 0.5] }, { a: 2 }, 'missing'],
    ['a logarithm', { ln: a }, { a: 2 }, '~0.6931471805599453094172321214581765680755'],
    ['a logarithm of one', { ln: a }, { a: 1 }, '0'],
    ['a logarithm of zero', { ln: a }, { a: 0 }, 'missing'],
    ['logarithms of powers of one number', { '/': [{ ln: a }, { ln: 2 }] }, { a: 8 }, '3'],
    ['logarithms of powers of a product', { '/': [{ ln: a }, { ln: 6 }] }, { a: 36 }, '2'],
    ['an exponential', { exp: a }, { a: 1 }, '~2.7182818284590452353602874713526624977572'],
    ['an exponential of zero', { exp: a }, { a: 0 }, '1'],
    ['an exponential of a logarithm', { exp: { '*': [2, { ln: a }] } }, { a: 3 }, '9'],
    ['a power that is a logarithm', { pow: [2, { '/': [{ ln: a }, { ln: 2 }] }] }, { a: 3 }, '3'],
    [
      'a quotient of equal sums',
      { '/': [{ '+': [{ sqrt: 2 }, a] }, { '+': [{ sqrt: 2 }, 1] }] },
      { a: 1 },
      '1',
    ],
    ['the size of a number', { abs: { '-': [a, 3] } }, { a: 1 }, '2'],
    ['a remainder of what is no fraction', { '%': [{ sqrt: 2 }, 1] }, {}, 'undecided'],
    ['a number of another unit', { number: [v('hours'), 'minute'] }, { hours: '1.5' }, '90'],
    [
      'minutes over hours',
      { sqrt: { '/': [v('minutes'), v('hours')] } },
      { minutes: 15, hours: 1 },
      '1/2',
    ],
    ['an absent operand', { sqrt: [a] }, {}, 'missing'],
  ])('%s', (_, rule, values, expected) => {
    expect(pure(rule, values)).toBe(expected);
  });
});

describe('what is there, order and days', () => {
  it.each<[string, unknown, EvidenceDocument['values'], string]>([
    ['missing', { missing: 'a' }, {}, 'true'],
    ['pending is missing', { missing: ['e', 'b'] }, {}, 'true'],
    ['a value that is there is not missing', { missing: ['a'] }, { a: 0 }, 'false'],
    ['what does not apply is not missing', { missing: ['d'] }, {}, 'false'],
    ['what failed leaves it open', { missing: ['c', 'e'] }, {}, 'failed'],
    ['one that is missing decides, whatever failed', { missing: ['c', 'a'] }, {}, 'true'],
    ['some missing, enough there', { missing_some: [1, ['a', 'e', 'c']] }, {}, 'false'],
    ['some missing, too few', { missing_some: [2, ['a', 'e', 'd']] }, {}, 'true'],
    ['some missing, one failed', { missing_some: [2, ['a', 'e', 'c']] }, {}, 'failed'],
    ['between, on an end', { between: [v('a'), 1, 3] }, { a: 3 }, 'true'],
    ['between, beyond', { between: [v('a'), 1, 3] }, { a: '3.1' }, 'false'],
    ['a better label', { '>': [v('level'), 'fair'] }, { level: 'good' }, 'true'],
    ['a label against itself', { '<': ['good', v('level')] }, { level: 'good' }, 'false'],
    ['a label between two', { between: [v('level'), 'fair', 'top'] }, { level: 'poor' }, 'false'],
    [
      'a day before another',
      { '<': [v('on'), { date: '2026-03-01' }] },
      { on: '2026-02-28' },
      'true',
    ],
    [
      'a day between two',
      { between: [v('on'), { date: '2026-01-01' }, v('on')] },
      { on: '2026-01-01' },
      'true',
    ],
    ['a day that is not given', { '==': [v('on'), v('on')] }, {}, 'missing'],
  ])('%s', (_, rule, values, expected) => {
    expect(truthOf(rule, values)).toBe(expected);
  });

  it.each([
    ['2026-03-01', '2026-02-01', '28'],
    ['2024-03-01', '2024-02-01', '29'],
    ['2000-03-01', '1999-03-01', '366'],
    ['2100-03-01', '2100-02-28', '1'],
    ['2026-01-01', '2026-12-31', '-364'],
  ])('days between %s and %s', (on, from, expected) => {
    const days = { unit: 'day', formula: { '-': [v('on'), { date: from }] } };
    expect(one(days, { on })).toBe(expected);
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

  const classes = {
    i: num({ formula: { '+': [v('by-side'), 0] } }),
    j: num({ formula: { '+': [v('by-side-since'), 0] } }),
    k: num({ formula: { '+': [v('gated'), 0] } }),
  };
  it.each<[string, EvidenceDocument, object]>([
    [
      'the class chooses',
      { asOf: '2026-02-01', values: { side: 'high', gated: 7 } },
      { i: '2', j: '4', k: '7' },
    ],
    ['on its day', { asOf: '2026-07-01', values: { side: 'high' } }, { i: '2', j: '6' }],
    [
      'before its first day',
      { asOf: '2025-07-01', values: { side: 'low' } },
      { i: '1', j: 'missing' },
    ],
    [
      'absent as the class is',
      { asOf: '2026-02-01' },
      { i: 'missing', j: 'missing', k: 'missing' },
    ],
    ['and settled before inputs', { values: { side: 'low', gated: 7 } }, { k: 'not-applicable' }],
  ])('%s', (_, evidence, expected) => {
    expect(run(classes, evidence).values).toMatchObject(expected);
  });
});
