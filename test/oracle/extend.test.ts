import { describe, expect, it } from 'vitest';
import type { ChildPolicy, Policy } from '../../src/policy/policy.js';
import { whole } from './extend.js';
import { digestOf } from './generate-child.js';
import { oracle } from './oracle.js';

const title = { id: 'kebijakan', en: 'policy' };
const envelope = { timbang: 1, title, effective: { from: '2026-01-01' } } as const;
const source = { source: { text: 'x', support: 'interpretation' } } as const;

const parent: Policy = {
  ...envelope,
  id: 'parent',
  version: '1.0.0',
  cites: source,
  parameters: {
    cut: { is: 4, unit: 'points', open: { min: 2, max: 5 } },
    kept: { is: 1, unit: 'points', open: { min: 0, max: 9 } },
  },
  indicators: {
    local: {
      unit: 'points',
      slot: { ifEmpty: 'not-applicable' },
      usable: { when: true, reason: title },
    },
    score: {
      unit: 'points',
      sum: { coefficients: { local: 1, cut: 1, kept: 1 } },
      round: { places: 1, mode: 'half-up', for: 'show' },
    },
  },
  result: { score: 'score', baseline: 10 },
};

const child: ChildPolicy = {
  ...envelope,
  id: 'child',
  version: '1.0.0',
  extends: { policy: 'parent', version: '1.0.0', digest: digestOf(parent) },
  set: { cut: { since: { '2026-01-01': 3, '2026-07-01': '9/2' }, cite: 'source' } },
  fill: {
    local: {
      unit: 'points',
      formula: { '+': [{ var: 'fresh' }, 1] },
      adjust: [{ id: 'x', cap: 10 }],
    },
  },
  indicators: { fresh: { unit: 'points', constant: 20 } },
};

const grandchild: ChildPolicy = {
  ...envelope,
  id: 'grandchild',
  version: '1.0.0',
  extends: { policy: 'child', version: '1.0.0', digest: digestOf(child) },
  set: { cut: { is: 5, cite: 'source' } },
};

describe('a policy that extends another', () => {
  it.each([
    ['by itself', parent, '5.0'], // 4 + 1
    ['with a parameter set and a slot filled', child, '15.5'], // 10 + 9/2 + 1
    ['set again, in place of every date', grandchild, '16.0'],
  ])('%s', (_, policy, score) => {
    const outcome = oracle(policy, { asOf: '2026-08-01' }, [child, parent]);
    expect(outcome).toMatchObject({ status: 'final', score });
  });

  it('keeps the type and tails of the slot, and adds those that it has not', () => {
    const { indicators, result, parameters } = whole(child, [parent]);
    expect(Object.keys(indicators['local'] ?? {}).sort()).toEqual([
      'adjust',
      'formula',
      'unit',
      'usable',
    ]);
    expect(result).toEqual(parent.result);
    expect(parameters?.['cut']).toMatchObject({ unit: 'points', open: { min: 2, max: 5 } });
    expect(parameters?.['cut']).not.toHaveProperty('is');
  });
});
