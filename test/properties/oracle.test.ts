import type * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agreement, summaryOf } from '../oracle/agreement.js';
import { compared } from '../oracle/compare.js';
import { CHILD_FEATURES, FEATURES } from '../oracle/features.js';
import {
  adversarialPolicyAndEvidence,
  childAndEvidence,
  policyAndEvidence,
  type PolicyAndEvidence,
} from '../oracle/generate.js';

const CASES = Number(process.env['ORACLE_CASES'] ?? 900);
/** The least share of policies that have a feature, and of those that have a value of a verb. */
const LEAST_SHARE = 0.008;
/** The least share of cases with each outcome. */
const LEAST_OF_STATUS = { final: 0.2, provisional: 0.02, void: 0.02 };
/** The greatest share of cases that the oracle cannot tell, and that the library leaves undecided where it can. */
const MOST_UNTOLD = 0.01;
/** The greatest share, of cases, of values that one of the two alone sees to be fractions. */
const MOST_UNSEEN = 0.02;

interface Run {
  readonly of: fc.Arbitrary<PolicyAndEvidence>;
  /** Of the cases that are asked for: some take longer. */
  readonly share: number;
  /** What must come up. */
  readonly features: readonly string[];
}

const ENVELOPE = {
  timbang: 1,
  id: 'pinned/case',
  version: '1.0.0',
  title: { id: 'kasus', en: 'case' },
  effective: { from: '2026-01-01' },
} as const;
const ROUND = { places: 2, mode: 'half-up', for: 'use' } as const;
const PENDING = { type: 'boolean', ifMissing: 'pending' } as const;

/** Cases on which the two differed once, cut down. */
const PINNED: readonly (readonly [string, PolicyAndEvidence])[] = [
  [
    'a `where` that is asked of no row reads nothing',
    {
      policy: {
        ...ENVELOPE,
        inputs: { open: PENDING },
        tables: {
          tasks: { rowUnit: 'task', atMost: 9, ifMissing: 'fail', row: { done: PENDING } },
        },
        indicators: {
          score: {
            unit: 'task',
            rows: { of: 'tasks', take: 'count', where: { var: 'open' } },
            round: ROUND,
          },
        },
        result: { score: 'score', baseline: 1 },
      },
      evidence: { tables: { tasks: [] } },
    },
  ],
  [
    'one name that is missing decides `missing`, whatever else failed',
    {
      policy: {
        ...ENVELOPE,
        inputs: {
          known: { type: 'boolean', ifMissing: 'fail' },
          open: { type: 'boolean', ifMissing: 'exclude' },
        },
        indicators: {
          asked: { formula: { missing: ['known', 'open'] } },
          score: { unit: 'task', formula: { if: [{ var: 'asked' }, 1, 2] }, round: ROUND },
        },
        result: { score: 'score', baseline: 1 },
      },
      evidence: {},
    },
  ],
];

describe('the oracle', () => {
  it.each(PINNED)('and the library agree: %s', (_, each) => {
    const comparison = compared(each);
    expect(comparison.is === 'different' ? comparison.differences : comparison.is).toBe('equal');
  });
  it.each<readonly [string, Run]>([
    ['random policies', { of: policyAndEvidence, share: 1, features: FEATURES }],
    [
      'policies that meet their edges',
      { of: adversarialPolicyAndEvidence, share: 0.8, features: FEATURES },
    ],
    [
      'policies that extend another',
      { of: childAndEvidence, share: 0.6, features: [...FEATURES, ...CHILD_FEATURES] },
    ],
  ])(
    'law, two implementations: library and oracle agree on %s',
    { timeout: 900_000 },
    (title, run) => {
      const cases = Math.ceil(CASES * run.share);
      const { tally, differences } = agreement(run.of, cases);
      console.info(`${title}\n${summaryOf(tally)}`);
      expect(differences.join('\n\n')).toBe('');
      // The run says something only when everything came up often enough.
      const share = (counts: ReadonlyMap<string, number>, key: string): number =>
        (counts.get(key) ?? 0) / cases;
      for (const untold of ['too-near', 'left-open'] as const)
        expect(share(tally.untold, untold), untold).toBeLessThanOrEqual(MOST_UNTOLD);
      expect(tally.byLibrary / cases).toBeLessThanOrEqual(MOST_UNSEEN);
      expect(tally.byOracle / cases).toBeLessThanOrEqual(MOST_UNSEEN);
      for (const [status, least] of Object.entries(LEAST_OF_STATUS))
        expect(share(tally.statuses, status), status).toBeGreaterThan(least);
      expect(run.features.filter((name) => share(tally.features, name) < LEAST_SHARE)).toEqual([]);
      const verbs = FEATURES.filter((name) => /^verb (?!slot)/.test(name)).map((name) =>
        name.slice('verb '.length),
      );
      expect(verbs.filter((verb) => share(tally.there, verb) < LEAST_SHARE)).toEqual([]);
    },
  );
});
