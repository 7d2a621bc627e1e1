import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseEvidence, score, unwrap } from '../../src/index.js';
import { tapeOf } from '../oracle/tape.js';
import { compiledFrom, outcomesOf, type Way } from './agreement.js';
import { claimsOf } from './claims.js';
import { caseOf } from './generate.js';

const RUNS = Number(process.env['FAST_CASES'] ?? 150);
/** Milliseconds, on a busy machine. */
const TIMEOUT = 120_000;

const tape = (length: number): fc.Arbitrary<number[]> =>
  fc.array(fc.nat({ max: 999_999 }), { minLength: length, maxLength: length });

const cases = fc
  .record({
    whole: tape(40),
    verbs: fc.array(tape(60), { minLength: 1, maxLength: 6, size: 'max' }),
    evidence: fc.array(tape(120), { minLength: 5, maxLength: 5 }),
  })
  .map(({ whole, verbs, evidence }) =>
    caseOf(tapeOf(whole), verbs.map(tapeOf), evidence.map(tapeOf)),
  );

describe('a random policy over evidence that leaves nothing out', () => {
  it(
    'law, one outcome: doubles give what exact arithmetic gives, and are what is claimed of them',
    () => {
      const ways: Record<Way, number> = { doubles: 0, referee: 0, 'exact-only': 0 };
      let seen = 0;
      fc.assert(
        fc.property(cases, (each) => {
          const compiled = compiledFrom(each);
          if (!compiled.ok) return; // edges that were drawn out of order
          const plan = compiled.value;
          for (const document of each.evidence) {
            const found = outcomesOf(plan, document);
            if (found === undefined) throw new TypeError('evidence that is refused');
            ways[found.way] += 1;
            expect(found.score).toEqual(found.evaluate);
            expect(found.many).toEqual(found.evaluate);
            if (found.way !== 'doubles') continue;
            const evidence = unwrap(parseEvidence(plan, document));
            score(plan, evidence);
            const claims = claimsOf(plan, evidence);
            seen += claims.seen;
            expect(claims.broken).toEqual([]);
          }
        }),
        { numRuns: RUNS },
      );
      expect(ways.doubles).toBeGreaterThan(RUNS);
      expect(ways.referee).toBeGreaterThan(RUNS / 10);
      expect(seen).toBeGreaterThan(5 * RUNS);
    },
    TIMEOUT,
  );
});
