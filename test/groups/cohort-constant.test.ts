import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Cohort,
  describe as describePlan,
  evaluate,
  freezeCohort,
  parseCohort,
  parseEvidence,
  type Plan,
  unwrap,
} from '../../src/index.js';
import type { JsonObject } from '../../src/json.js';
import { compare, multiply, rational } from '../../src/number/rational.js';
import { exact } from '../properties/evidence.js';
import { cardOf, complaints, givenBy, planOf, points, ROUND, said } from './samples.js';

const about = (take: string, more: JsonObject = {}, unit = 'points'): JsonObject => ({
  unit,
  cohort: { read: 'x', take, ...more },
});
const quantile = (at: number | string): JsonObject =>
  about('quantile', { at, method: 'nearest-rank' });
const SHARES = ['0', '10%', '1/4', '1/3', '0.5', '2/3', '90%', '1'];

const plan = planOf({
  inputs: { x: points() },
  indicators: {
    mean: about('mean'),
    sd: about('sd', { sd: 'population' }),
    's-sd': about('sd', { sd: 'sample' }),
    least: about('min'),
    greatest: about('max'),
    ...Object.fromEntries(SHARES.map((at, i) => [`q${String(i)}`, quantile(at)])),
  },
});

const read = (of: Plan, x: number | null) => unwrap(parseEvidence(of, { values: { x } }));
const frozen = (xs: readonly (number | null)[], of = plan): Cohort =>
  freezeCohort(
    of,
    xs.map((x) => read(of, x)),
  );
const givenIn = (cohort: Cohort, name: string, x: number | null = 0): string =>
  givenBy(evaluate(plan, read(plan, x), { cohort }), name)[0] ?? '';

const xs = fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 1, maxLength: 12 });
const RUNS = { numRuns: 60, seed: 7 };

describe('a number about the cohort', () => {
  const cohort = frozen([60, 70, 70, 80, null]);

  it.each([
    ['mean', '70'],
    // squares 200: sqrt(50), sqrt(200/3)
    ['sd', '7.071068'],
    ['s-sd', '8.164966'],
    ['least', '60'],
    ['greatest', '80'],
    ['q0', '60'],
    ['q2', '60'],
    // a third of four is more than one
    ['q3', '70'],
    ['q4', '70'],
    ['q6', '80'],
    ['q7', '80'],
  ])('%s is %s', (name, expected) => {
    expect(givenIn(cohort, name)).toBe(expected);
  });

  it('law, of nobody in particular: it is the same for every subject, also for one without a value', () => {
    for (const name of plan.layout.indicators.map((each) => each.name)) {
      expect(givenIn(cohort, name, null)).toBe(givenIn(cohort, name, 5));
      expect(givenIn(cohort, name, null)).not.toBe('missing');
    }
  });

  it('law, nearest rank: enough of the frozen are at or below a quantile, and below it too few', () => {
    fc.assert(
      fc.property(xs, fc.nat({ max: SHARES.length - 1 }), (list, i) => {
        const found = Number(givenIn(frozen(list), `q${String(i)}`));
        const wanted = multiply(
          exact(SHARES[i]?.replace('10%', '0.1').replace('90%', '0.9') ?? ''),
          rational(BigInt(list.length)),
        );
        const reached = rational(BigInt(list.filter((each) => each <= found).length));
        const before = rational(BigInt(list.filter((each) => each < found).length));
        expect(list).toContain(found);
        expect(compare(reached, wanted)).toBeGreaterThanOrEqual(0);
        if (before.n > 0n) expect(compare(before, wanted)).toBeLessThan(0);
      }),
      RUNS,
    );
  });

  it('law, exact: an irrational deviation times z is the distance from the mean, with nothing lost', () => {
    const both = planOf({
      inputs: { x: points() },
      indicators: {
        sd: about('sd', { sd: 'sample' }),
        z: about('z', { sd: 'sample' }, 'ratio'),
        product: { unit: 'points', formula: { '*': [{ var: 'sd' }, { var: 'z' }] } },
        mean: about('mean'),
        distance: { unit: 'points', formula: { '-': [{ var: 'x' }, { var: 'mean' }] } },
      },
    });
    fc.assert(
      fc.property(xs, fc.integer({ min: -30, max: 30 }), (list, x) => {
        fc.pre(new Set(list).size > 1);
        const card = evaluate(both, read(both, x), { cohort: frozen(list, both) });
        expect(givenBy(card, 'product')).toEqual(givenBy(card, 'distance'));
      }),
      RUNS,
    );
  });

  it('of equal values has deviation 0, of one no sample, of none nothing', () => {
    expect(givenIn(frozen([5, 5]), 's-sd')).toBe('0');
    expect(givenIn(frozen([5]), 'sd')).toBe('0');
    expect(givenIn(frozen([5]), 's-sd')).toBe('missing');
    for (const nobody of [frozen([]), frozen([null])])
      for (const name of ['mean', 'sd', 's-sd', 'least', 'greatest', 'q0', 'q7'])
        expect(givenIn(nobody, name)).toBe('missing');
  });

  it('is pending without a cohort, and says so', () => {
    const card = cardOf(plan, { values: { x: 1 } });
    expect(givenBy(card, 'mean')).toEqual(['pending']);
    expect(said(card.issues)).toContain('cohort.not_given /indicators/mean');
  });

  it('survives storage', () => {
    const again = unwrap(parseCohort(plan, JSON.stringify(cohort)));
    expect(givenIn(again, 'q6')).toBe('80');
  });
});

describe('what reads a number about the cohort', () => {
  const scored = planOf({
    inputs: { x: points() },
    indicators: {
      mean: about('mean'),
      p10: quantile('10%'),
      p90: quantile('90%'),
      above: { unit: 'points', formula: { '-': [{ var: 'x' }, { var: 'mean' }] } },
      placed: {
        unit: 'points',
        goalposts: { read: 'x', worst: { var: 'p10' }, best: { var: 'p90' }, clip: true },
        round: ROUND,
      },
    },
    result: { score: 'placed' },
  });
  const cohort = frozen([10, 20, 30, 40, 50, 60, 70, 80, 90, 100], scored);

  it('is a difference in points, and goalposts at the tenth and the ninetieth percentile', () => {
    const card = cardOf(scored, { values: { x: 60 } }, { cohort });
    expect([givenBy(card, 'above'), givenBy(card, 'placed')]).toEqual([['5'], ['62.5']]);
    expect([card.status, card.score?.text]).toEqual(['final', '62.50']);
  });

  it('converts units of time', () => {
    const times = planOf({
      inputs: { x: points('exclude', { unit: 'minute' }) },
      indicators: { mean: about('mean', {}, 'hour') },
    });
    const card = cardOf(times, { values: { x: 0 } }, { cohort: frozen([30, 60], times) });
    expect(givenBy(card, 'mean')).toEqual(['0.75']);
  });

  it('is told to an officer', () => {
    const told = (language: 'id' | 'en'): string =>
      JSON.stringify(describePlan(scored, { language }));
    expect(told('en')).toContain('x: the mean of the cohort');
    expect(told('en')).toContain('x: the value of the cohort at 0.9 of its members from below');
    expect(told('id')).toContain('x: rata-rata kohort');
  });
});

describe('a number about the cohort that cannot be compiled', () => {
  it.each<readonly [string, JsonObject, string]>([
    ['at above 1', quantile('101%'), 'cohort.quantile /indicators/r/cohort/at'],
    ['at below 0', quantile(-0.1), 'cohort.quantile /indicators/r/cohort/at'],
    ['at that is no number', quantile('most'), 'cohort.quantile /indicators/r/cohort/at'],
    ['in another unit', about('mean', {}, 'day'), 'unit.mismatch /indicators/r/cohort'],
    [
      'another method',
      about('quantile', { at: 1, method: 'linear' }),
      'policy.value /indicators/r/cohort/method',
    ],
    [
      'a mean with an sd',
      about('mean', { sd: 'sample' }),
      'policy.unknown_key /indicators/r/cohort/sd',
    ],
  ])('%s says why', (_, r, expected) => {
    expect(complaints({ inputs: { x: points() }, indicators: { r } })).toEqual([expected]);
  });
});
