import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compilePolicy, unwrap } from '../../src/index.js';
import type { Json } from '../../src/json.js';
import { everything, formless, formlessEvidence, rowsEvidence } from './everything.js';
import { changedAt, mutants, pathsIn } from './mutate.js';
import { expectEvaluated } from './sound.js';
import { expectWhole, thrownBy } from './whole.js';

const SEED = 20260101;
const TIMEOUT = { timeout: 60_000 };

const label = (path: readonly (string | number)[]): string => `/${path.join('/')}`;

const plan = unwrap(compilePolicy(everything));
const totalsPlan = unwrap(compilePolicy(formless));

describe('evidence of every form', () => {
  it.each([
    ['rows', plan, rowsEvidence],
    ['totals', totalsPlan, formlessEvidence],
  ])('law, typed: with one mutation, of %s', TIMEOUT, (_what, read, evidence) => {
    const outcomes = { refused: 0, evaluated: 0 };
    // Scorecards of members are mutated by themselves.
    const small = changedAt(evidence, ['tables', 'staff'], () => ({ scorecards: [] }));
    const none = changedAt(small, ['values', 'survey'], () => null);
    const bare = changedAt(none, ['values', 'verdict'], () => null);
    fc.assert(
      fc.property(mutants(bare), (document) => {
        outcomes[expectWhole(read, document)] += 1;
      }),
      { numRuns: 100, seed: SEED },
    );
    expect(outcomes.refused).toBeGreaterThan(20);
    expect(outcomes.evaluated).toBeGreaterThan(10);
  });

  it.each<[string, Json]>([
    ['null', null],
    ['a number', -1],
    ['text', 'x'],
    ['an object', {}],
    ['an observation', { value: 1, by: 'x' }],
    ['an observation of one', { value: { value: 1 } }],
    ['a list', []],
    ['totals', { totals: { count: 1, sums: {} } }],
    ['scorecards', { scorecards: [null] }],
  ])('law, typed: every single value replaced by %s', TIMEOUT, (_what, value) => {
    const evidence = changedAt(
      { ...formlessEvidence, panels: rowsEvidence['panels'] ?? null },
      ['tables', 'staff'],
      () => null,
    );
    const replaced = pathsIn(evidence)
      .filter((path) => !/staff|survey|verdict/.test(label(path)))
      .map((path) => [label(path), changedAt(evidence, path, () => value)] as const);
    expect(thrownBy(replaced, (document) => expectEvaluated(totalsPlan, document))).toEqual([]);
  });
});
