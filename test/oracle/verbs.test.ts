import { describe, expect, it } from 'vitest';
import type { PlainDocument as EvidenceDocument } from './plain.js';
import { num, one, run, v } from './fixture.js';

describe('verbs', () => {
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
  const choose = {
    cases: [
      { id: 'x', when: v('p'), gives: 5 },
      { id: 'y', when: { '>': [v('a'), 1] }, gives: v('a') },
    ],
  };

  it.each<[string, object, EvidenceDocument['values'], string]>([
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
    [
      'max, of labels',
      { scale: 'grade', max: { of: ['level', 'lowest'] } },
      { level: 'fair' },
      'fair',
    ],
    [
      'min, of labels',
      { scale: 'grade', min: { of: ['level', 'lowest'] } },
      { level: 'fair' },
      'poor',
    ],
    ['only, the one that applies', num({ only: { of: ['d', 'a'] } }), { a: 5 }, '5'],
    ['only, with its absence', num({ only: { of: ['d', 'b'] } }), {}, 'pending'],
    ['only, none applies', num({ only: { of: ['d'] } }), {}, 'not-applicable'],
    ['only, several apply', num({ only: { of: ['a', 'b'] } }), { a: 5 }, 'failed'],
    ['slot', num({ slot: { ifEmpty: 'not-applicable' } }), {}, 'not-applicable'],
    ['slot, missing', num({ slot: { ifEmpty: 'missing' } }), {}, 'missing'],
  ])('%s', (_, indicator, values, expected) => {
    expect(one(indicator, values)).toBe(expected);
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
