import { describe, expect, it } from 'vitest';
import type { PlainDocument as EvidenceDocument } from './plain.js';
import { num, run, v } from './fixture.js';

describe('coverage', () => {
  const half = { atLeast: 0 };
  const of = (indicator: object, values: EvidenceDocument['values'] = {}) =>
    run({ i: num(indicator) }, { values }).coverage['i'];
  it.each<[string, object, EvidenceDocument['values'], string]>([
    ['of evidence', { formula: { '+': [v('a'), 1] } }, { a: 1 }, '1'],
    [
      'of a value that stands in for evidence',
      { formula: { '+': [v('a'), v('e')] } },
      { a: 1 },
      '0',
    ],
    ['of a constant', { constant: 5 }, {}, '1'],
    ['of what is missing', { formula: { '+': [v('a'), 1] } }, {}, '0'],
    ['of what does not apply', { constant: 5, when: false }, {}, '1'],
    [
      'of a mean, by weight of what applies',
      { mean: { weights: { a: '1/4', d: '1/2', e: 'rest' } } },
      { a: 1 },
      '1/2',
    ],
    [
      'of components, each as much',
      { max: { of: ['a', 'b', 'd', 'e'], leaveOut: half } },
      { a: 1 },
      '1/3',
    ],
    ['of an amount', { formula: v('a'), adjust: [{ id: 'x', add: v('e') }] }, { a: 1 }, '0'],
    [
      'of the condition of an adjustment that was skipped',
      { formula: v('a'), adjust: [{ id: 'x', when: v('open'), add: 1 }] },
      { a: 1 },
      '0',
    ],
    ['of a parameter by class', { formula: v('by-side') }, { side: 'low' }, '1'],
  ])('%s', (_, indicator, values, expected) => {
    expect(of(indicator, values)).toBe(expected);
  });
});
