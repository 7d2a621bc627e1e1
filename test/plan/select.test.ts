import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compilePolicy, type Plan, selectPlan, unwrap } from '../../src/index.js';

const planOf = (version: string, from: string, more: object = {}): Plan => {
  const { until, ...envelope } = more as { readonly until?: string };
  return unwrap(
    compilePolicy({
      timbang: 1,
      id: 'kota/pilihan',
      version,
      title: { id: 'pilihan', en: 'choice' },
      effective: { from, ...(until === undefined ? {} : { until }) },
      ...envelope,
      scales: { points: { worst: 0, full: 1, best: 1 } },
      indicators: {
        one: { unit: 'points', constant: 1, round: { places: 0, mode: 'down', for: 'use' } },
      },
      result: { score: 'one' },
    }),
  );
};

const of2025 = planOf('2025.1.0', '2025-01-01', { until: '2026-01-01', published: '2024-12-01' });
const of2026 = planOf('2026.1.0', '2026-01-01', { published: '2025-12-01' });
const corrected = planOf('2026.1.1', '2026-01-01', {
  published: '2026-06-15',
  replaces: '2026.1.0',
});
const all = [of2025, of2026, corrected];

const chosen = (plans: readonly Plan[], asOf: string, knownAt?: string) => {
  const found = selectPlan(plans, { asOf, ...(knownAt === undefined ? {} : { knownAt }) });
  return found.ok ? found.value.policy.version : found.issues.map(({ code }) => code);
};

describe('one version holds on a day, as it was known on another', () => {
  it.each([
    ['2025-12-31', '2025.1.0'],
    ['2026-01-01', '2026.1.0'],
  ])('until is the first day after: %s is of %s', (asOf, version) => {
    expect(chosen([of2025, of2026], asOf)).toBe(version);
  });

  it('a later correction is found by those who ask as of then', () => {
    expect(chosen(all, '2026-03-01', '2026-06-14')).toBe('2026.1.0');
    expect(chosen(all, '2026-03-01', '2026-06-15')).toBe('2026.1.1');
    expect(chosen(all, '2026-03-01')).toBe('2026.1.1');
  });

  it('none or several are errors that name them', () => {
    const none = selectPlan(all, { asOf: '2024-01-01' });
    expect(none).toMatchObject({
      issues: [{ code: 'select.none', params: { given: expect.stringContaining('2026.1.1') } }],
    });
    const second = planOf('2026.2.0', '2026-03-01');
    const several = selectPlan([of2026, second], { asOf: '2026-03-01' });
    expect(several).toMatchObject({
      issues: [
        {
          code: 'select.several',
          params: { found: 'kota/pilihan 2026.1.0, kota/pilihan 2026.2.0' },
        },
      ],
    });
    expect(chosen([], '2026-01-01')).toEqual(['select.none']);
  });

  it('what was never published cannot be known', () => {
    expect(chosen([of2026, planOf('2026.2.0', '2027-01-01')], '2026-02-01', '2026-02-01')).toEqual([
      'select.unpublished',
    ]);
  });

  it('days are days', () => {
    expect(chosen(all, '2026-02-30', 'today')).toEqual(['policy.date_form', 'policy.date_form']);
  });

  it('law, order-blind: the order in which versions are given does not matter', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(all, { minLength: 3 }), (plans) => {
        expect(chosen(plans, '2026-03-01', '2026-06-14')).toBe('2026.1.0');
        expect(chosen(plans, '2026-03-01')).toBe('2026.1.1');
      }),
    );
  });
});
