import { evaluate } from '../evaluate/evaluate.js';
import type { Scorecard } from '../evaluate/scorecard.js';
import { isObject } from '../evidence/object.js';
import { parseEvidence } from '../evidence/read.js';
import type { IndicatorKind } from '../indicator/contract.js';
import type { Issue } from '../issue.js';
import { type Json, type JsonLimits, type JsonObject, scanJson } from '../json.js';
import { compilePolicy } from '../plan/compile.js';
import type { Plan } from '../plan/plan.js';
import type { Pointer } from '../pointer.js';
import { failure, ok, type Result } from '../result.js';
import { compareScorecards } from './compare-scorecards.js';
import { differences, differs, issuesFor } from './difference.js';
import type { ReadRecord } from './form.js';
import { kindsOf } from './kinds.js';
import { RECORD_LIMITS } from './record.js';

/** The documents of a record, which match what was recorded. */
export interface Documents {
  readonly policy: Json;
  /** The policies that it extends. */
  readonly parents: readonly Json[];
  readonly evidence: Json;
}

/** With what a record was computed, besides its documents. */
export interface RecomputeOptions {
  /** Kinds of indicator besides, or instead of, the library's own, as given to `compilePolicy`. */
  readonly kinds?: readonly IndicatorKind[];
  /** How large the record and its policy may be, where more than the defaults was allowed. */
  readonly limits?: Partial<JsonLimits>;
}

/** Issues of a document as issues of the record that holds it. */
const inRecord = (issues: readonly Issue[], base: Pointer, isHeld: boolean): readonly Issue[] =>
  isHeld ? issues.map((each) => ({ ...each, pointer: `${base}${each.pointer}` })) : issues;

/** Everything in the record that recomputing gives otherwise. */
const discrepancies = (record: ReadRecord, plan: Plan, scorecard: JsonObject): readonly Issue[] => {
  const { id, version } = plan.policy;
  const given = { id: record.policy.id, version: record.policy.version };
  const { indicators, adjustments } = kindsOf(plan);
  const others = [
    ...differences(given, { id, version }, '/policy'),
    ...differences(record.kinds, { indicators, adjustments }, '/kinds'),
  ];
  return [
    ...compareScorecards(record.scorecard, scorecard),
    ...issuesFor(others, (each) => differs(each)),
  ];
};

/**
 * The scorecard computed again, where it is the one recorded.
 *
 * Issues: `record.differs`, `record.lacks`, `record.extra`; those of `compilePolicy` and `parseEvidence`
 */
export const recompute = (
  record: ReadRecord,
  documents: Documents,
  options: RecomputeOptions,
): Result<Scorecard> => {
  const plan = compilePolicy(documents.policy, {
    parents: documents.parents,
    ...(options.kinds === undefined ? {} : { kinds: options.kinds }),
    ...(options.limits === undefined ? {} : { limits: options.limits }),
  });
  if (!plan.ok) {
    const isHeld = record.policy.document !== undefined;
    return failure(inRecord(plan.issues, '/policy/document', isHeld));
  }
  const evidence = parseEvidence(plan.value, documents.evidence);
  if (!evidence.ok) {
    const isHeld = record.evidence.document !== undefined;
    return failure(inRecord(evidence.issues, '/evidence/document', isHeld));
  }
  const scorecard = evaluate(plan.value, evidence.value);
  const json = scanJson(scorecard, { ...RECORD_LIMITS, ...options.limits });
  if (!json.ok) return json;
  const issues = discrepancies(record, plan.value, isObject(json.value) ? json.value : {});
  return issues.length === 0 ? ok(scorecard) : failure(issues);
};
