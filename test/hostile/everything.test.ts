import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compilePolicy, evaluate, parseEvidence, unwrap } from '../../src/index.js';
import type { Json } from '../../src/json.js';
import {
  everything,
  formless,
  formlessEvidence,
  rowsEvidence,
  totalsEvidence,
} from './everything.js';
import { changedAt, mutants, pathsIn } from './mutate.js';
import { expectPolicy, expectWhole, thrownBy } from './whole.js';

const SEED = 20260101;
const TIMEOUT = { timeout: 60_000 };

const plan = unwrap(compilePolicy(everything));
const totalsPlan = unwrap(compilePolicy(formless));

const label = (path: readonly (string | number)[]): string => `/${path.join('/')}`;

describe('a policy that holds what the worked example does not', () => {
  it('is valid, and everything in it that has to be there is', () => {
    const card = evaluate(plan, unwrap(parseEvidence(plan, rowsEvidence)));
    expect(card.status).toBe('provisional');
    expect(card.score?.text).toBe('77.60');
    expect(card.actions.length).toBeGreaterThan(0);
    expect(expectWhole(plan, rowsEvidence)).toBe('evaluated');
    expect(expectWhole(plan, totalsEvidence)).toBe('evaluated');
    expect(expectWhole(totalsPlan, formlessEvidence)).toBe('evaluated');
  });

  it('law, typed: with one mutation it compiles or is refused with sound issues', TIMEOUT, () => {
    const outcomes = { refused: 0, compiled: 0 };
    fc.assert(
      fc.property(mutants(everything), (document) => {
        outcomes[expectPolicy(document, [rowsEvidence])] += 1;
      }),
      { numRuns: 120, seed: SEED },
    );
    expect(outcomes.refused).toBeGreaterThan(40);
    expect(outcomes.compiled).toBeGreaterThan(8);
  });

  const parts = pathsIn(everything).filter((path) => path.length > 0 && path[0] !== 'cites');

  it.each<[string, Json | undefined, number]>([
    ['null', null, 1],
    ['nothing', undefined, 2],
    ['an empty text', '', 3],
    ['an empty list', [], 5],
    ['an empty object', {}, 5],
  ])('law, typed: every single value replaced by %s', TIMEOUT, (_what, value, every) => {
    const changed = parts
      .filter((path, i) => i % every === 0)
      .map((path) => [label(path), changedAt(everything, path, () => value)] as const);
    expect(thrownBy(changed, (document) => expectPolicy(document, []))).toEqual([]);
  });

  it('a unit of a unit that cannot be read is told once', () => {
    expectPolicy(
      changedAt(everything, ['units', 'metre', 'is', 'of'], () => ''),
      [],
    );
  });
});
