import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compilePolicy, parseEvidence, score, unwrap } from '../../src/index.js';
import type { Json } from '../../src/json.js';
import { withValue } from '../audit/alter.js';
import { cards, everything, rowsEvidence } from './everything.js';
import { changedAt, mutants, pathsIn } from './mutate.js';
import { expectWhole, thrownBy } from './whole.js';

const SEED = 20260101;
const TIMEOUT = { timeout: 60_000 };

const label = (path: readonly (string | number)[]): string => `/${path.join('/')}`;

const plan = unwrap(compilePolicy(everything));

describe('scorecards of members', () => {
  const [first] = cards;

  it('law, typed: with one mutation at any depth, in a table and as an input', TIMEOUT, () => {
    const outcomes = { refused: 0, evaluated: 0 };
    fc.assert(
      fc.property(mutants(first ?? {}), fc.boolean(), (card, isMember) => {
        const pointer = isMember ? '/tables/staff/scorecards/0' : '/values/survey';
        outcomes[expectWhole(plan, withValue(rowsEvidence, pointer, card))] += 1;
      }),
      { numRuns: 50, seed: SEED },
    );
    expect(outcomes.refused).toBeGreaterThan(3);
    expect(outcomes.evaluated).toBeGreaterThan(10);
  });

  const read = pathsIn(first ?? {}).filter(([key]) =>
    ['format', 'policy', 'subject', 'status', 'score', 'rating', 'result', 'trace'].includes(
      String(key),
    ),
  );

  it.each<[string, Json | undefined]>([
    ['nothing', undefined],
    ['null', null],
    ['a text', 'constructor'],
    ['a fraction', '1/0'],
    ['an object', {}],
    ['a list', [null]],
    ['a number', 1e300],
  ])('law, typed: every value of one that may be read replaced by %s', TIMEOUT, (_what, value) => {
    const altered = read.flatMap((path) => {
      const card = changedAt(first ?? {}, path, () => value);
      return [
        [`staff ${label(path)}`, withValue(rowsEvidence, '/tables/staff/scorecards/0', card)],
        [`survey ${label(path)}`, withValue(rowsEvidence, '/values/survey', card)],
      ] as const;
    });
    const use = (document: Json) => {
      const evidence = parseEvidence(plan, document);
      if (evidence.ok) score(plan, evidence.value);
      else
        for (const { code } of evidence.issues) expect(code).toMatch(/^(evidence|member|name)\./);
    };
    expect(thrownBy(altered, use)).toEqual([]);
  });
});
