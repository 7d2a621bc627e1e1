import { expect } from 'vitest';
import {
  auditRecord,
  compilePolicy,
  type CompileOptions,
  describe as describePolicy,
  evaluate,
  evidenceJsonSchema,
  explain,
  freezeCohort,
  parseEvidence,
  type Plan,
  verify,
} from '../../src/index.js';
import type { Json, JsonObject } from '../../src/json.js';
import { expectEvaluated, expectTyped } from './sound.js';

/** What an evidence brings about behind the first doors: an explained, recomputable scorecard in bounded steps. */
export const expectWhole = (plan: Plan, document: unknown): 'refused' | 'evaluated' => {
  const outcome = expectEvaluated(plan, document);
  const evidence = parseEvidence(plan, document);
  if (!evidence.ok) return outcome;
  const cohort = freezeCohort(plan, [evidence.value, evidence.value]);
  const card = evaluate(plan, evidence.value, { cohort });
  const { derivations, operations } = plan.cost;
  expect(card.trace.length).toBeLessThanOrEqual(derivations + operations);
  for (const language of ['id', 'en'] as const)
    expect(explain(card, { language }).text).not.toMatch(/undefined|\[object|NaN/);
  const alone = evaluate(plan, evidence.value);
  const record: unknown = JSON.parse(JSON.stringify(auditRecord(plan, evidence.value, alone)));
  const verified = verify(record);
  expect(verified.ok ? [] : verified.issues.map(({ code }) => code)).toEqual([]);
  return outcome;
};

/** A policy compiles, and what compiles is described and evaluates each evidence; or it is refused soundly. */
export const expectPolicy = (
  document: unknown,
  evidences: readonly JsonObject[],
  options?: CompileOptions,
): 'refused' | 'compiled' => {
  const result = compilePolicy(document, options);
  expectTyped(result, document);
  if (!result.ok) return 'refused';
  expect(describePolicy(result.value, { language: 'en' }).text).not.toMatch(
    /undefined|\[object|NaN/,
  );
  expect(evidenceJsonSchema(result.value)).toBeTypeOf('object');
  for (const each of evidences) expectWhole(result.value, each);
  return 'compiled';
};

/** What each document of a list brought `use` to throw; the tests want nothing. */
export const thrownBy = (
  documents: readonly (readonly [string, Json])[],
  use: (document: Json) => unknown,
): readonly string[] =>
  documents.flatMap(([name, document]) => {
    try {
      use(document);
      return [];
    } catch (error) {
      return [`${name}: ${error instanceof Error ? error.message.slice(0, 300) : String(error)}`];
    }
  });
