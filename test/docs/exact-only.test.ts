import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Refusal, REFUSALS } from '../../src/fast/refusal.js';
import type { Json, JsonObject } from '../../src/json.js';
import { formula, input, type Parts, planOf, ROUND } from '../fast/agreement.js';

const [, section = ''] = readFileSync('docs/policy.md', 'utf8').split(
  '## Computed exactly alone\n',
);
const rows = (section.split('\n## ')[0] ?? '')
  .split('\n')
  .filter((line) => line.startsWith('| ') && !line.startsWith('| Reason'))
  .map((line) => line.split('|')[1]?.trim());

const read = (name: string): JsonObject => ({ var: name });
const ofRule = (rule: Json, inputs: JsonObject, round = ROUND): Parts => ({
  inputs,
  indicators: { s: formula(rule, round) },
});
const ofVerb = (verb: JsonObject, inputs: JsonObject, more: JsonObject = {}): Parts => ({
  inputs,
  indicators: { s: { unit: 'ratio', ...verb, round: ROUND } },
  more,
});
const table = (row: JsonObject): JsonObject => ({
  tables: { t: { rowUnit: 'row', atMost: 5, ifMissing: 'fail', row } },
});
const flag: JsonObject = { type: 'boolean', ifMissing: 'fail' };
const two = { a: input(0, 100, '0.01'), b: input(0, 100, '0.01') };
const apart = { ...two, b: input(1, 100, '0.01') };
const product = { '*': [read('a'), read('b')] };
const difference = { '-': [read('a'), read('b')] };
const rooted = (round: JsonObject): Parts => ({
  indicators: {
    each: {
      per: 't',
      unit: 'ratio',
      formula: { '+': [{ sqrt: [read('t.a')] }, { sqrt: [2] }] },
      ...round,
    },
    s: { unit: 'ratio', rows: { of: 't', take: 'median', read: 'each' }, round: ROUND },
  },
  more: table({ a: input(1, 9, '0.1') }),
});
const ofClass = (verb: JsonObject): Parts =>
  ofVerb(
    verb,
    { k: { type: 'label', labels: ['x', 'y'], ifMissing: 'fail' }, ...two },
    { parameters: { p: { by: 'k', is: { x: '50%', y: '60%' }, unit: 'ratio' } } },
  );

/** A part that is computed exactly alone for a reason, and what the page advises in its place. */
const pairs: readonly (readonly [Refusal, string, Parts, Parts])[] = [
  [
    'form',
    'only of several, and choose',
    ofVerb({ only: { of: ['a', 'b'] } }, two),
    ofVerb(
      {
        choose: {
          cases: [{ id: 'yes', when: read('k'), gives: read('a') }],
          else: { id: 'no', gives: read('b') },
        },
      },
      { ...two, k: flag },
    ),
  ],
  [
    'form',
    'a column with a when, and where',
    ofVerb(
      { rows: { of: 't', take: 'mean', read: 't.a' } },
      {},
      table({ k: flag, a: { ...input(1, 9, '0.1'), when: read('t.k') } }),
    ),
    ofVerb(
      { rows: { of: 't', take: 'mean', read: 't.a', where: read('t.k') } },
      {},
      table({ k: flag, a: input(1, 9, '0.1') }),
    ),
  ],
  [
    'bound',
    'wide bounds, and narrow ones',
    ofRule(product, { a: input(0, 1e6, '0.01'), b: input(0, 1e6, '0.01') }),
    ofRule(product, { a: input(0, 1000, '0.01'), b: input(0, 1000, '0.01') }),
  ],
  [
    'bound',
    'ten places, and six',
    ofRule({ '/': [read('a'), read('b')] }, apart, { ...ROUND, places: 10 }),
    ofRule({ '/': [read('a'), read('b')] }, apart, { ...ROUND, places: 6 }),
  ],
  [
    'bound',
    'a divisor that may come close to zero, and one held above it',
    ofRule({ '/': [read('a'), difference] }, two),
    ofRule({ '/': [read('a'), { max: [difference, 1] }] }, two),
  ],
  [
    'bound',
    'a difference to divide by, and one rounded before',
    ofRule({ '/': [read('a'), difference] }, two),
    {
      inputs: two,
      indicators: { d: formula(difference), s: formula({ '/': [read('a'), read('d')] }) },
    },
  ],
  [
    'sign',
    'bounds below zero, and above',
    ofRule({ ln: [read('a')] }, { a: input(-10, 0, '1') }),
    ofRule({ ln: [read('a')] }, { a: input(0, 10, '1') }),
  ],
  [
    'digits',
    'a share of many digits, and of few',
    ofVerb(
      { rows: { of: 't', take: 'trimmed', read: 't.a', trim: '0.1234567890123456789' } },
      {},
      table({ a: input(1, 9, '0.1') }),
    ),
    ofVerb(
      { rows: { of: 't', take: 'trimmed', read: 't.a', trim: '0.1235' } },
      {},
      table({ a: input(1, 9, '0.1') }),
    ),
  ],
  ['order', 'sums of roots in rows, and rounded ones', rooted({}), rooted({ round: ROUND })],
  [
    'varying',
    'weights by a parameter, and sets of weights',
    ofClass({ geometric: { weights: { a: read('p'), b: 'rest' } } }),
    ofClass({
      geometric: {
        by: 'k',
        weights: { x: { a: '50%', b: 'rest' }, y: { a: '60%', b: 'rest' } },
      },
    }),
  ],
  [
    'varying',
    'a power by an input, and cases',
    ofRule({ pow: [read('a'), read('b')] }, two),
    ofVerb(
      {
        choose: {
          cases: [{ id: 'yes', when: read('k'), gives: { pow: [read('a'), 2] } }],
          else: { id: 'no', gives: { pow: [read('a'), 0.5] } },
        },
      },
      { a: input(0, 10, '0.1'), k: flag },
    ),
  ],
];

describe('what docs/policy.md says of policies that are computed exactly alone', () => {
  it('every reason has a row, in the words of both languages', () => {
    expect(rows).toEqual(Object.values(REFUSALS).map(({ id, en }) => `${en} · *${id}*`));
  });

  it('every reason has an example', () => {
    const known = new Set(pairs.map(([why]) => why));
    expect([...known]).toEqual(Object.keys(REFUSALS));
  });

  it.each(pairs)('%s: %s', (why, _title, before, after) => {
    expect(planOf(before).exactOnly?.params).toEqual({ why: REFUSALS[why].en });
    expect(planOf(after).exactOnly).toBeUndefined();
  });
});
