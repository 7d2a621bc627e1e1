import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseEvidence, score, unwrap } from '../../src/index.js';
import { benches } from '../laws/bench.js';
import { evidenceFor, WHOLE } from '../properties/evidence.js';
import { outcomesOf } from './agreement.js';
import { claimsOf } from './claims.js';

const RUNS = 15;

describe('what is claimed of doubles', () => {
  const fast = benches.filter(({ plan }) => !('why' in plan().layout.fast));

  it('is claimed of most examples', () => {
    expect(fast.length).toBeGreaterThan(benches.length / 2);
  });

  it.each(fast.map((bench) => [bench.name, bench] as const))(
    'law, bounded: %s',
    (_, { plan: compiled, policy, example }) => {
      const plan = compiled();
      const documents = fc.oneof(
        { weight: 5, arbitrary: evidenceFor(policy, WHOLE) },
        { weight: 1, arbitrary: fc.constant(example.evidence) },
      );
      let seen = 0;
      fc.assert(
        fc.property(documents, (document) => {
          const evidence = unwrap(parseEvidence(plan, document));
          if (evidence.numbers === undefined) return;
          score(plan, evidence);
          const claims = claimsOf(plan, evidence);
          seen += claims.seen;
          expect(claims.broken).toEqual([]);
          const found = outcomesOf(plan, document);
          expect(found?.score).toEqual(found?.evaluate);
          expect(found?.many).toEqual(found?.evaluate);
        }),
        { numRuns: RUNS },
      );
      expect(seen).toBeGreaterThan(0);
    },
  );
});
