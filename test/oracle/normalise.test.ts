import { describe, expect, it } from 'vitest';
import type { PlainDocument as EvidenceDocument } from './plain.js';
import { num, one, v } from './fixture.js';

describe('numbers and labels from other numbers', () => {
  const achievement = (more: object) =>
    num({ achievement: { actual: 'a', target: 80, better: 'higher', ...more } });
  const goalposts = (more: object) =>
    num({ goalposts: { read: 'a', worst: 20, best: 60, clip: false, ...more } });
  const credit = num({ lookup: { read: ['side', 'level'], use: 'credit' } });
  const gates = { from: { fair: 50, good: 70 }, above: { top: 90 } };
  const rate = (more: object = {}) => ({
    scale: 'grade',
    rate: { read: 'a', below: 'poor', ...gates, ...more },
  });
  const range = (better: string, from: unknown, to: unknown) =>
    achievement({ better, target: { from, to } });
  const log = (more: object) =>
    num({ goalposts: { read: 'a', worst: 1, best: 8, clip: false, spacing: 'log', ...more } });
  const falling = {
    scale: 'grade',
    rate: { read: 'a', below: 'top', from: { good: 50 }, above: { poor: 70 } },
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
    ['lookup', credit, { level: 'fair', side: 'low' }, '75/8'],
    ['lookup, a fraction', credit, { level: 'top', side: 'high' }, '75/2'],
    ['lookup, a label missing', credit, { side: 'high' }, 'missing'],
    [
      'lookup of a label',
      { scale: 'grade', lookup: { read: ['side'], use: 'rank' } },
      { side: 'high' },
      'top',
    ],
    ['achievement, in a range', range('higher', 40, 80), { a: 50 }, '100'],
    ['achievement, on the lower end', range('inside', 40, 80), { a: 40 }, '100'],
    ['achievement, on the upper end', range('lower', 40, 80), { a: 80 }, '100'],
    ['achievement, below a range, higher', range('higher', 40, 80), { a: 10 }, '25'],
    ['achievement, below a range, lower', range('lower', 40, 80), { a: 10 }, '175'],
    ['achievement, below a range, inside', range('inside', 40, 80), { a: 10 }, '25'],
    ['achievement, above a range, higher', range('higher', 40, 80), { a: 100 }, '125'],
    ['achievement, above a range, lower', range('lower', 40, 80), { a: 100 }, '75'],
    ['achievement, above a range, inside', range('inside', 40, 80), { a: 100 }, '75'],
    ['achievement, a range upside down', range('higher', 80, v('e')), { a: 50 }, 'missing'],
    ['achievement, above a range that ends at zero', range('higher', 0, 0), { a: 1 }, 'missing'],
    ['achievement, in a range that begins at zero', range('lower', 0, 9), { a: 0 }, '100'],
    [
      'achievement, on a scale that falls',
      { ...achievement({}), unit: 'risk' },
      { a: 40 },
      '5', // half of full
    ],
    ['goalposts, on a scale that falls', { ...goalposts({}), unit: 'risk' }, { a: 30 }, '40'],
    ['goalposts, held at the worst only', goalposts({ clip: 'worst' }), { a: 10 }, '0'],
    [
      'goalposts, held at the worst, beyond the best',
      goalposts({ clip: 'worst' }),
      { a: 70 },
      '125',
    ],
    ['goalposts, held at the best only', goalposts({ clip: 'best' }), { a: 70 }, '100'],
    [
      'goalposts, held at the best, beyond the worst',
      goalposts({ clip: 'best' }),
      { a: 10 },
      '-25',
    ],
    ['goalposts, by logarithms', log({}), { a: 4 }, '200/3'], // ln 4 / ln 8
    ['goalposts, by logarithms downwards', log({ worst: 8, best: 1 }), { a: 2 }, '200/3'],
    [
      'goalposts, by logarithms, no fraction',
      log({}),
      { a: 3 },
      'about 52.8320833573718727151246314649272169586604',
    ],
    ['goalposts, a logarithm of zero', log({}), { a: 0 }, 'missing'],
    ['goalposts, held before its logarithm', log({ worst: 0, clip: true }), { a: 0 }, '0'],
    ['goalposts, a goalpost of zero', log({ worst: 0, clip: true }), { a: 4 }, 'missing'],
    ['goalposts, equal goalposts held', goalposts({ best: 20, clip: true }), { a: 20 }, 'missing'],
    ['curve, extended below', num({ curve: { read: 'a', use: 'on' } }), { a: 5 }, '-10'],
    ['curve, extended above', num({ curve: { read: 'a', use: 'on' } }), { a: 40 }, '60'],
    ['rate, bands that fall', falling, { a: 49 }, 'top'],
    ['rate, on an edge of bands that fall', falling, { a: 50 }, 'good'],
    ['rate, on an open edge of bands that fall', falling, { a: 70 }, 'good'],
    ['rate, past the last of bands that fall', falling, { a: '70.1' }, 'poor'],
    [
      'lookup, exactly',
      num({ lookup: { read: ['a', 'side'], use: 'mixed' } }),
      { a: 10, side: 'high' },
      '2',
    ],
    [
      'lookup, no such number',
      num({ lookup: { read: ['a', 'side'], use: 'mixed' } }),
      { a: 15, side: 'high' },
      'missing',
    ],
    [
      'lookup, from an entry on',
      num({ lookup: { read: ['minutes'], use: 'steps' } }),
      { minutes: 120 },
      '5',
    ],
    [
      'lookup, up to the next',
      num({ lookup: { read: ['minutes'], use: 'steps' } }),
      { minutes: 119 },
      '1',
    ],
    [
      'lookup, in its own unit',
      num({ lookup: { read: ['minutes'], use: 'steps' } }),
      { minutes: 60 },
      '1',
    ],
    [
      'lookup, below every entry',
      num({ lookup: { read: ['minutes'], use: 'steps' } }),
      { minutes: 59 },
      'missing',
    ],
    [
      'lookup, the worst absence',
      num({ lookup: { read: ['a', 'side'], use: 'mixed' } }),
      { a: 1 },
      'missing',
    ],
  ])('%s', (_, indicator, values, expected) => {
    expect(one(indicator, values)).toBe(expected);
  });
});
