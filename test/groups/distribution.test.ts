import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describe as describePolicy, explain } from '../../src/index.js';
import type { JsonObject } from '../../src/json.js';
import { exact } from '../properties/evidence.js';
import { add, equal, ONE, ZERO } from '../../src/number/rational.js';
import { cardOf, complaints, planOf } from './samples.js';

const LABELS = ['low', 'mid', 'high'] as const;

const parts = (limits: JsonObject, more: JsonObject = {}): JsonObject => ({
  parameters: { most: { is: '25%' } },
  inputs: { open: { type: 'decimal', unit: 'ratio', min: 0, max: 1, ifMissing: 'exclude' } },
  tables: {
    staff: {
      rowUnit: 'person',
      atMost: 100,
      ifMissing: 'pending',
      row: { grade: { type: 'label', scale: 'grade', ifMissing: 'exclude' } },
    },
  },
  distributions: { spread: { read: 'staff.grade', limits, ...more } },
});

const LIMITS: JsonObject = {
  high: { atMost: { var: 'most' } },
  low: { atLeast: '10%', atMost: { var: 'open' } },
};

const plan = planOf(parts(LIMITS));
const without = planOf({ ...parts({}), distributions: {} });

const evidenceOf = (grades: readonly (string | null)[], open: number | null = null) => ({
  values: { open },
  tables: { staff: grades.map((grade) => ({ grade })) },
});

const spreadOf = (grades: readonly (string | null)[], open: number | null = null) =>
  cardOf(plan, evidenceOf(grades, open)).distributions?.[0];

const findingsOf = (grades: readonly (string | null)[], open: number | null = null) =>
  spreadOf(grades, open)?.counts.map(({ finding }) => finding);

const grades = fc.array(fc.option(fc.constantFrom(...LABELS)), { maxLength: 20 });
const open = fc.option(fc.constantFrom(0, 0.5, 1));

describe('a distribution', () => {
  it('law, conserved: counts and absent rows sum to the total, shares to 1', () => {
    fc.assert(
      fc.property(grades, (list) => {
        const spread = spreadOf(list);
        const counts = spread?.counts ?? [];
        expect(counts.map(({ label }) => label)).toEqual(LABELS);
        const counted = counts.reduce((sum, { count }) => sum + count, 0);
        expect(counted + (spread?.absent ?? 0)).toBe(list.length);
        expect(spread?.total).toBe(list.length);
        const shares = counts.flatMap(({ share }) => (share === undefined ? [] : [exact(share)]));
        expect(shares).toHaveLength(counted === 0 ? 0 : 3);
        if (counted > 0) expect(equal(shares.reduce(add, ZERO), ONE)).toBe(true);
      }),
    );
  });

  it('law, reported alone: it changes nothing else in a scorecard', () => {
    fc.assert(
      fc.property(grades, open, (list, limit) => {
        const card = cardOf(plan, evidenceOf(list, limit));
        const plain = cardOf(without, evidenceOf(list, limit));
        expect(card.distributions).toHaveLength(1);
        // Their policies differ by the distribution, and so do the digests.
        const { policy } = plain;
        expect({ ...card, policy, distributions: [] }).toEqual({ ...plain, distributions: [] });
      }),
    );
  });

  it('a share at its limit is within it, one just beyond is not', () => {
    const at = ['high', 'mid', 'mid', 'low'];
    expect(findingsOf(at, 0.25)).toEqual(['within', undefined, 'within']);
    expect(findingsOf([...at, 'high'], 0.25)).toEqual(['within', undefined, 'beyond']);
    expect(findingsOf(['mid', 'mid'], 1)).toEqual(['beyond', undefined, 'within']);
  });

  it('a limit without a value, or no row with a label, is not assessable: never a silent pass', () => {
    expect(findingsOf(['low', 'mid'])).toEqual(['not_assessable', undefined, 'within']);
    // One end that is left behind is enough.
    expect(findingsOf(['mid', 'mid'])).toEqual(['beyond', undefined, 'within']);
    expect(findingsOf([null], 1)).toEqual(['not_assessable', undefined, 'not_assessable']);
    expect(spreadOf([null])?.counts[0]).not.toHaveProperty('share');
  });

  it('says that there is no table, which is not an organisation of nobody', () => {
    expect(cardOf(plan, {}).distributions?.[0]).toMatchObject({ total: 0, unknown: 'pending' });
    expect(spreadOf([])).not.toHaveProperty('unknown');
  });

  it('takes its limit from the rating of the organisation, by an indicator that looks it up', () => {
    const ruled = planOf({
      ...parts({ high: { atMost: { var: 'most-high' } } }),
      inputs: { own: { type: 'label', scale: 'grade', ifMissing: 'exclude' } },
      lookups: {
        most: { keys: ['grade'], unit: 'ratio', values: { low: 0, mid: '25%', high: 1 } },
      },
      indicators: { 'most-high': { unit: 'ratio', lookup: { read: ['own'], use: 'most' } } },
    });
    const tables = { staff: [{ grade: 'high' }, { grade: 'mid' }] };
    const found = [...LABELS, null].map((own) => {
      const [spread] = cardOf(ruled, { values: { own }, tables }).distributions ?? [];
      return spread?.counts.at(-1)?.finding;
    });
    expect(found).toEqual(['beyond', 'beyond', 'within', 'not_assessable']);
  });

  it('counts a rating that is derived for each row', () => {
    const rated = planOf({
      ...parts({}),
      indicators: {
        better: {
          per: 'staff',
          scale: 'grade',
          choose: {
            cases: [
              { id: 'same', when: { '==': [{ var: 'staff.grade' }, 'high'] }, gives: 'high' },
            ],
            else: { id: 'up', gives: 'mid' },
          },
        },
      },
      distributions: { spread: { read: 'better' } },
    });
    const card = cardOf(rated, evidenceOf(['low', 'high', 'low', null]));
    expect(card.distributions?.[0]?.counts.map(({ count }) => count)).toEqual([0, 2, 1]);
    expect(card.distributions?.[0]?.absent).toBe(1);
  });

  it('is explained and described in both languages', () => {
    const card = cardOf(plan, evidenceOf(['high', 'low'], 1));
    const told = explain(card, { language: 'id' }).text.replace(/\s+/g, ' ');
    expect(told).toContain('Sebaran spread');
    expect(told).toContain('high 1, yaitu 50% melampaui batas paling banyak 25%');
    const rule = describePolicy(plan, { language: 'en' }).text.replace(/\s+/g, ' ');
    expect(rule).toContain('high: at most most');
    expect(rule).toContain('low: at most open, at least 10%');
  });
});

describe('a distribution that cannot be compiled', () => {
  const at = '/distributions/spread';
  it.each<readonly [string, JsonObject, JsonObject, string]>([
    [
      'a label that is not there',
      { top: { atMost: 1 } },
      {},
      `name.unknown_label ${at}/limits/top`,
    ],
    ['a limit with no end', { low: {} }, {}, `distribution.no_limit ${at}/limits/low`],
    [
      '20 where 20% is meant',
      { low: { atMost: 20 } },
      {},
      `distribution.limit_range ${at}/limits/low/atMost`,
    ],
    [
      'ends that cross',
      { low: { atMost: '10%', atLeast: '20%' } },
      {},
      `distribution.limit_order ${at}/limits/low`,
    ],
    [
      'a limit by row',
      { low: { atMost: { if: [{ '==': [{ var: 'staff.grade' }, 'low'] }, 0.1, 0.2] } } },
      {},
      `name.needs_row ${at}/limits/low/atMost/if/0/==/0/var`,
    ],
    ['a single value', {}, { read: 'open' }, `distribution.not_labels ${at}/read`],
    ['an unknown name', {}, { read: 'staff.grad' }, `name.unknown ${at}/read`],
    ['an unknown citation', {}, { cite: 'x' }, `name.unknown_cite ${at}/cite`],
  ])('%s', (_, limits, more, expected) => {
    expect(complaints(parts(limits, more))).toEqual([expected]);
  });
});
