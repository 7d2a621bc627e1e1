import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compilePolicy, parseEvidence, runPolicyTests, unwrap } from '../../src/index.js';
import type { Json, JsonObject } from '../../src/json.js';
import { isObject, language, where } from '../properties/document.js';
import { evidenceFor, WHOLE } from '../properties/evidence.js';
import { changedAt, mutants, pathsIn } from './mutate.js';
import { expectEvaluated, expectTyped } from './sound.js';

const plan = unwrap(compilePolicy(language));
const evidence = language.tests?.[0]?.evidence ?? {};

const testsIn = (policy: Json): readonly JsonObject[] => {
  const tests = isObject(policy) ? policy['tests'] : [];
  if (!Array.isArray(tests)) return [];
  return (tests as readonly Json[]).flatMap((each) =>
    isObject(each) && isObject(each['evidence']) ? [each['evidence']] : [],
  );
};

/** A policy that compiles evaluates its own tests, and the evidence of the original. */
const expectPolicy = (document: Json): 'refused' | 'compiled' => {
  const result = compilePolicy(document);
  expectTyped(result, document);
  if (!result.ok) return 'refused';
  const tests = testsIn(document);
  for (const each of [...tests, evidence]) expectEvaluated(result.value, each);
  expect(runPolicyTests(result.value).cases.length).toBe(tests.length);
  return 'compiled';
};

const label = (path: readonly (string | number)[]): string => `/${path.join('/')}`;

/** What each mutant of a list threw; the tests below want nothing. */
const thrownBy = (documents: readonly (readonly [string, Json])[], use: (document: Json) => void) =>
  documents.flatMap(([name, document]) => {
    try {
      use(document);
      return [];
    } catch (error) {
      return [`${name}: ${error instanceof Error ? error.message.slice(0, 200) : String(error)}`];
    }
  });

describe('a valid policy with one mutation', () => {
  it('law, typed: compiles or is refused with sound issues, and what compiles evaluates', {
    timeout: 60_000,
  }, () => {
    const outcomes = { refused: 0, compiled: 0 };
    fc.assert(
      fc.property(mutants(language), (document) => {
        outcomes[expectPolicy(document)] += 1;
      }),
      { numRuns: 300 },
    );
    expect(outcomes.refused).toBeGreaterThan(40);
    expect(outcomes.compiled).toBeGreaterThan(20);
  });

  const parts = pathsIn(language).filter(
    (path) => path.length > 0 && path[0] !== 'tests' && path[0] !== 'cites',
  );

  it('law, typed: every single value replaced by null', { timeout: 60_000 }, () => {
    const nulls = parts.map(
      (path) => [label(path), changedAt(language, path, () => null)] as const,
    );
    expect(thrownBy(nulls, expectPolicy)).toEqual([]);
  });

  it('law, typed: every single member taken away', { timeout: 60_000 }, () => {
    const less = parts.map(
      (path) => [label(path), changedAt(language, path, () => undefined)] as const,
    );
    expect(thrownBy(less, expectPolicy)).toEqual([]);
  });

  it('a key written twice in its text is refused, wherever', () => {
    const places = pathsIn(language).filter((path) => typeof path.at(-1) === 'string');
    const text = JSON.stringify(language);
    let twice = 0;
    for (const path of places.filter((_, i) => i % 7 === 0)) {
      const key = JSON.stringify(path.at(-1));
      const value = JSON.stringify(
        path.reduce<Json>((each, name) => (each as never)[name], language),
      );
      const member = `${key}:${value}`;
      const result = compilePolicy(text.replace(member, () => `${member},${member}`));
      expectTyped(result, language);
      expect(result.ok ? [] : result.issues.map(({ code }) => code)).toContain(
        'json.duplicate_key',
      );
      twice += 1;
    }
    expect(twice).toBeGreaterThan(40);
  });
});

describe('valid evidence with one mutation', () => {
  it('law, typed: is refused with sound issues or evaluates', { timeout: 60_000 }, () => {
    const outcomes = { refused: 0, evaluated: 0 };
    fc.assert(
      fc.property(
        fc.oneof(fc.constant(evidence), evidenceFor(language, WHOLE)).chain(mutants),
        (document) => {
          outcomes[expectEvaluated(plan, document)] += 1;
        },
      ),
      { numRuns: 300 },
    );
    expect(outcomes.refused).toBeGreaterThan(40);
    expect(outcomes.evaluated).toBeGreaterThan(20);
  });

  it.each<[string, Json]>([
    ['null', null],
    ['a number', 1],
    ['text', 'x'],
    ['an object', {}],
    ['a list', []],
    ['a list of lists', [[[]]]],
  ])('law, typed: every single value replaced by %s', (_what, value) => {
    const replaced = pathsIn(evidence).map(
      (path) => [label(path), changedAt(evidence, path, () => value)] as const,
    );
    expect(thrownBy(replaced, (document) => expectEvaluated(plan, document))).toEqual([]);
  });

  it.each([
    [
      'columns and rows',
      { columns: ['done', 'target'], rows: [[1], [2, 3, 4], [5, 'six']] },
      '/tables/tasks/rows/2/1',
    ],
    ['objects', [1, null, { done: 5, target: 'six' }], '/tables/tasks/2/target'],
  ])('a value in a row after a bad one is reported at its own row: %s', (_what, tasks, place) => {
    const read = parseEvidence(plan, { ...evidence, tables: { tasks } });
    expect(read.ok ? [] : read.issues.map(where)).toContain(`evidence.number ${place}`);
  });

  it.each<[string, Json, string]>([
    ['null', null, 'evidence.type'],
    ['too short', ['peer'], 'evidence.row_length'],
    ['too long', ['peer', 'b', 4, 4, 4], 'evidence.row_length'],
  ])('a form that is %s is told once, and nothing untrue of what it holds', (_what, row, code) => {
    const columns = ['source', 'rater', 'integrity', 'teamwork'];
    const rows = [['supervisor', 'a', 4, 5], row];
    const read = parseEvidence(plan, { panels: { 'form-360': { columns, rows } } });
    expect(read.ok ? [] : read.issues.map(where)).toEqual([`${code} /panels/form-360/rows/1`]);
  });
});
