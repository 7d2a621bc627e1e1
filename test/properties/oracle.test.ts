import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indicatorKinds } from '../../src/indicator/registry.js';
import { compared, type Comparison } from '../oracle/compare.js';
import {
  adversarialPolicyAndEvidence,
  policyAndEvidence,
  type PolicyAndEvidence,
} from '../oracle/generate.js';
import { minimised } from '../oracle/minimise.js';

const CASES = Number(process.env['ORACLE_CASES'] ?? 1500);
const VERBS = [...indicatorKinds.keys()];
const ABSENCES = ['failed', 'undecided', 'not-applicable', 'pending', 'missing'];

/** What came up over a run, to see that the generator reaches everything. */
interface Tally {
  readonly statuses: Map<string, number>;
  /** Values by verb, and how many of them were there. */
  readonly verbs: Map<string, { all: number; there: number }>;
  tooNear: number;
}

const bump = (map: Map<string, number>, key: string): void => {
  map.set(key, (map.get(key) ?? 0) + 1);
};

const count = (tally: Tally, { policy }: PolicyAndEvidence, comparison: Comparison): void => {
  if (comparison.is === 'too-near') tally.tooNear += 1;
  if (comparison.is !== 'equal') return;
  bump(tally.statuses, comparison.outcome.status);
  for (const [name, indicator] of Object.entries(policy.indicators)) {
    const verb = VERBS.find((key) => Object.hasOwn(indicator, key)) ?? 'none';
    const entry = tally.verbs.get(verb) ?? { all: 0, there: 0 };
    const value = comparison.outcome.values[name] ?? [];
    const texts = typeof value === 'string' ? [value] : value;
    entry.all += texts.length;
    entry.there += texts.filter((text) => !ABSENCES.includes(text)).length;
    tally.verbs.set(verb, entry);
  }
};

/** A first difference without its names and numbers, so that a smaller document is still of the same kind. */
const kindOf = (comparison: Comparison): string => {
  switch (comparison.is) {
    case 'refused':
      return `refused: ${comparison.issues.find(({ severity }) => severity === 'error')?.code ?? ''}`;
    case 'threw':
      return comparison.error.replace(/`[^`]*`/g, '`...`');
    case 'different': {
      const [first] = comparison.differences.filter((text) => !/^(evaluate|score): /.test(text));
      const text = first?.replace(/^[a-z0-9-]+: /, '') ?? comparison.differences[0] ?? '';
      return text.replace(/[-\d./]+/g, '0');
    }
    default:
      return comparison.is;
  }
};

/** A case of the same difference that nothing can be left out of, to pin as a row. */
const explained = (failing: PolicyAndEvidence, kind: string): string => {
  const least = minimised(failing, (candidate) => {
    try {
      return kindOf(compared(candidate)) === kind;
    } catch {
      return false;
    }
  });
  const comparison = compared(least);
  const told = comparison.is === 'different' ? comparison.differences : [kind];
  return [...told, JSON.stringify(least.policy), JSON.stringify(least.evidence)].join('\n');
};

/** So many kinds of difference are explained; the rest are counted. */
const EXPLAINED = 4;

const agreement = (
  title: string,
  cases: fc.Arbitrary<PolicyAndEvidence>,
  leastFinal: number,
): void => {
  it(`law, two implementations: library and oracle agree on ${title}`, { timeout: 900_000 }, () => {
    const tally: Tally = { statuses: new Map(), verbs: new Map(), tooNear: 0 };
    const kinds = new Map<string, { first: PolicyAndEvidence; count: number }>();
    // The tapes shrink badly: every case is run, and what differs is cut down afterwards.
    fc.assert(
      fc.property(cases, (each) => {
        const comparison = compared(each);
        count(tally, each, comparison);
        if (comparison.is === 'equal' || comparison.is === 'too-near') return;
        const kind = kindOf(comparison);
        kinds.set(kind, {
          first: each,
          ...kinds.get(kind),
          count: (kinds.get(kind)?.count ?? 0) + 1,
        });
      }),
      { numRuns: CASES },
    );
    const verbs = [...tally.verbs].map(([verb, { all, there }]) => `${verb} ${there}/${all}`);
    console.info(
      `${title}: ${[...tally.statuses].map(([status, n]) => `${n} ${status}`).join(', ')}, ` +
        `${tally.tooNear} too near; values there by verb: ${verbs.sort().join(', ')}`,
    );
    const differences = [...kinds].map(([kind, { first, count }], at) =>
      at < EXPLAINED ? `${count} times ${explained(first, kind)}` : `${count} times ${kind}`,
    );
    expect(differences.join('\n\n')).toBe('');
    // The run says something only when every verb and status came up often enough.
    expect(tally.tooNear).toBeLessThan(CASES / 50);
    expect(tally.statuses.get('final') ?? 0).toBeGreaterThan(CASES * leastFinal);
    expect(tally.statuses.get('provisional') ?? 0).toBeGreaterThan(0);
    expect(tally.statuses.get('void') ?? 0).toBeGreaterThan(0);
    const unseen = VERBS.filter(
      (verb) => verb !== 'slot' && (tally.verbs.get(verb)?.there ?? 0) === 0,
    );
    expect(unseen).toEqual([]);
  });
};

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
];

describe('the oracle', () => {
  it.each(PINNED)('and the library agree: %s', (_, each) => {
    const comparison = compared(each);
    expect(comparison.is === 'different' ? comparison.differences : comparison.is).toBe('equal');
  });
  agreement('random policies', policyAndEvidence, 0.2);
  agreement('policies that meet their edges', adversarialPolicyAndEvidence, 0.3);
});
