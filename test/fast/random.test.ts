import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compilePolicy } from '../../src/index.js';
import type { Plan } from '../../src/index.js';
import { evidenceFor } from '../oracle/generate-evidence.js';
import { policyOf } from '../oracle/generate-policy.js';
import { sharpened } from '../oracle/sharpen.js';
import { tapeOf } from '../oracle/tape.js';
import { outcomesOf, type Way } from './agreement.js';

const RUNS = 700;
/** Milliseconds, on a busy machine. */
const TIMEOUT = 60_000;

const NO_GAPS = { missing: 0, unusable: 0 };

const tape = (length: number): fc.Arbitrary<number[]> =>
  fc.array(fc.nat({ max: 999_999 }), { minLength: length, maxLength: length });

const decisions = fc.record({
  parts: tape(170),
  indicators: fc.array(tape(110), { minLength: 1, maxLength: 6 }),
  result: tape(120),
  evidence: fc.array(tape(250), { minLength: 4, maxLength: 4 }),
  ties: tape(20),
});

const compiled = (policy: unknown): Plan | undefined => {
  const plan = compilePolicy(policy);
  return plan.ok ? plan.value : undefined;
};

describe('a random policy', () => {
  it.each([
    ['as it is drawn', false],
    ['with edges and roundings on the values that they meet', true],
  ])(
    'law, one outcome: doubles give what exact arithmetic gives, %s',
    (_, isSharp) => {
      const ways: Record<Way, number> = { doubles: 0, referee: 0, 'exact-only': 0 };
      fc.assert(
        fc.property(decisions, (made) => {
          const drawn = policyOf(made);
          const documents = made.evidence.map((numbers) =>
            evidenceFor(drawn, tapeOf(numbers), NO_GAPS),
          );
          const [first = {}] = documents;
          const policy = isSharp ? sharpened(drawn, first, tapeOf(made.ties)) : drawn;
          const plan = compiled(policy);
          if (plan === undefined) return;
          for (const document of documents) {
            const found = outcomesOf(plan, document);
            if (found === undefined) continue;
            ways[found.way] += 1;
            expect(found.score).toEqual(found.evaluate);
            expect(found.many).toEqual(found.evaluate);
          }
        }),
        { numRuns: RUNS },
      );
      console.log(ways);
      expect(ways.doubles).toBeGreaterThan(RUNS / 4);
    },
    TIMEOUT,
  );
});
