import { expectTypeOf } from 'vitest';
import type { output } from 'zod/mini';
import type { ScoringError } from '../../src/index.js';
import {
  type Cohort,
  compilePolicy,
  type CompileOptions,
  evaluate,
  type EvaluateOptions,
  type Evidence,
  type EvidenceDocument,
  evidenceJsonSchema,
  freezeCohort,
  type GivenScorecard,
  type IndicatorKind,
  type Issue,
  type IssueCode,
  type Outcome,
  parseCohort,
  parseEvidence,
  policyJsonSchema,
  type ChildPolicy,
  type Plan,
  type Policy,
  type Reason,
  type Result,
  type Scorecard,
  score,
  type Status,
  type Step,
  type Text,
  unwrap,
} from '../../src/index.js';
import type { leaveOutSchema } from '../../src/indicator/leave-out.js';
import type { curveSchema } from '../../src/indicator/named-curve.js';
import { type CurveSpec } from '../../src/indicator/named-curve.js';
import type { lookupSchema } from '../../src/indicator/named-lookup.js';
import { type LookupSpec } from '../../src/indicator/named-lookup.js';
import type { matrixSchema } from '../../src/indicator/named-matrix.js';
import { type MatrixSpec } from '../../src/indicator/named-matrix.js';
import type { IndicatorSpecs } from '../../src/indicator/registry.js';
import { type LeaveOut } from '../../src/indicator/leave-out.js';
import type { weightedSchema } from '../../src/indicator/weights.js';
import { type WeightedSpec } from '../../src/indicator/weights.js';
import type { Json } from '../../src/json.js';
import type { policySchema } from '../../src/policy/schema.js';
import type { NumberLiteral, NumberSlot, Rule, RuleOperation } from '../../src/rule/rule.js';
import type * as rules from '../../src/rule/schema.js';
import { example } from './example.js';

/** The same type without the marks of what may be changed, all the way down. */
type Plain<T> = T extends (...args: never[]) => unknown
  ? T
  : T extends object
    ? { -readonly [K in keyof T]: Plain<T[K]> }
    : T;

// The public functions take what a host has and give a result, never a promise or an exception type.
expectTypeOf(compilePolicy).parameters.toEqualTypeOf<
  [document: unknown, options?: CompileOptions]
>();
expectTypeOf(compilePolicy).returns.toEqualTypeOf<Result<Plan>>();
expectTypeOf(parseEvidence).parameters.toEqualTypeOf<[plan: Plan, document: unknown]>();
expectTypeOf(parseEvidence).returns.toEqualTypeOf<Result<Evidence>>();
expectTypeOf(policyJsonSchema).parameters.toEqualTypeOf<[kinds?: readonly IndicatorKind[]]>();
expectTypeOf(policyJsonSchema).returns.toEqualTypeOf<Json>();
expectTypeOf(evidenceJsonSchema).parameters.toEqualTypeOf<[plan: Plan]>();
expectTypeOf(evidenceJsonSchema).returns.toEqualTypeOf<Json>();
expectTypeOf(score).returns.toEqualTypeOf<Outcome>();
expectTypeOf(evaluate).returns.toEqualTypeOf<Scorecard>();
expectTypeOf(evaluate).parameters.toEqualTypeOf<
  [plan: Plan, evidence: Evidence, options?: EvaluateOptions]
>();
expectTypeOf(freezeCohort).parameters.toEqualTypeOf<[plan: Plan, evidences: Iterable<Evidence>]>();
expectTypeOf(freezeCohort).returns.toEqualTypeOf<Cohort>();
expectTypeOf(parseCohort).returns.toEqualTypeOf<Result<Cohort>>();
expectTypeOf<Scorecard>().toExtend<GivenScorecard>();
expectTypeOf(unwrap<number>).returns.toEqualTypeOf<number>();
expectTypeOf<ScoringError>().toExtend<Error>();
expectTypeOf<ScoringError['issues']>().toEqualTypeOf<readonly Issue[]>();

// A result is one of two, told apart by `ok` alone.
declare const result: Result<Plan>;
if (result.ok) expectTypeOf(result.value).toEqualTypeOf<Plan>();
else expectTypeOf(result.issues).toEqualTypeOf<readonly Issue[]>();
expectTypeOf<Result<never>>().toExtend<Result<Plan>>();

// A scorecard extends its outcome, and is JSON.
expectTypeOf<Scorecard>().toExtend<Outcome>();
expectTypeOf<Outcome['status']>().toEqualTypeOf<Status>();
expectTypeOf<Status>().toEqualTypeOf<'final' | 'provisional' | 'void'>();
expectTypeOf<NonNullable<Outcome['score']>['units']>().toEqualTypeOf<number>();
expectTypeOf<Outcome['rating']>().toEqualTypeOf<string | undefined>();
expectTypeOf<Reason['amount']>().toEqualTypeOf<string>();
expectTypeOf<Step['coverage']>().toEqualTypeOf<string>();

// An issue says everything in two languages, under a code of the catalogue.
expectTypeOf<Issue['message']>().toEqualTypeOf<Text>();
expectTypeOf<Issue['code']>().toEqualTypeOf<IssueCode>();
expectTypeOf<'weights.sum'>().toExtend<IssueCode>();
expectTypeOf<'weights.some'>().not.toExtend<IssueCode>();

// Nothing that a host is given can be changed by it.
declare const scorecard: Scorecard;
// @ts-expect-error a scorecard is read only
scorecard.status = 'final';
// @ts-expect-error and so are the lists in it
scorecard.reasons.push(scorecard.reasons[0]);
declare const plan: Plan;
// @ts-expect-error a plan is read only
plan.digest = '';

// The worked example is a policy, and its evidence is evidence.
expectTypeOf(example.policy).toExtend<Policy>();
expectTypeOf(example.evidence).toExtend<EvidenceDocument>();

// What a policy may not say is no `Policy`.
const envelope = {
  timbang: 1,
  id: 'a/b',
  version: '1.0.0',
  title: { id: 'a', en: 'b' },
  effective: { from: '2026-01-01' },
} as const;
const of = (policy: Policy): Policy => policy;
of({ ...envelope, indicators: { x: { unit: 'points', constant: 1 } }, result: { score: 'x' } });
// @ts-expect-error an indicator has a verb
of({ ...envelope, indicators: { x: { unit: 'points' } }, result: { score: 'x' } });
// @ts-expect-error an unknown key of the envelope
of({ ...envelope, indicators: {}, result: {}, colour: 'red' });
// @ts-expect-error an unknown verb
of({ ...envelope, indicators: { x: { unit: 'points', avarage: {} } }, result: { score: 'x' } });
of({
  ...envelope,
  indicators: {
    // @ts-expect-error a rounding names its mode
    x: { unit: 'points', constant: 1, round: { places: 2, for: 'use' } },
  },
  result: { score: 'x' },
});
of({
  ...envelope,
  // @ts-expect-error an input says what happens when it is missing
  inputs: { a: { type: 'boolean' } },
  indicators: {},
  result: {},
});
// @ts-expect-error the language has a version
of({ ...envelope, timbang: 2, indicators: {}, result: {} });
of({
  ...envelope,
  indicators: {
    x: {
      unit: 'points',
      constant: 1,
      // @ts-expect-error an adjustment has a kind
      adjust: [{ id: 'a' }],
    },
  },
  result: { score: 'x' },
});

// A schema gives the interface that is written by hand.
expectTypeOf<output<ReturnType<typeof policySchema>>>().toEqualTypeOf<Policy | ChildPolicy>();
expectTypeOf<Plain<output<ReturnType<typeof curveSchema>>>>().toEqualTypeOf<Plain<CurveSpec>>();
expectTypeOf<Plain<output<ReturnType<typeof matrixSchema>>>>().toEqualTypeOf<Plain<MatrixSpec>>();
expectTypeOf<Plain<output<ReturnType<typeof lookupSchema>>>>().toEqualTypeOf<Plain<LookupSpec>>();
expectTypeOf<Plain<output<ReturnType<typeof weightedSchema>>>>().toEqualTypeOf<
  Plain<WeightedSpec>
>();
expectTypeOf<Plain<output<ReturnType<typeof leaveOutSchema>>>>().toEqualTypeOf<Plain<LeaveOut>>();
expectTypeOf<output<typeof rules.rule>>().toEqualTypeOf<Rule>();
expectTypeOf<output<typeof rules.numberSlot>>().toEqualTypeOf<NumberSlot>();
expectTypeOf<output<typeof rules.numberLiteral>>().toEqualTypeOf<NumberLiteral>();
expectTypeOf<output<typeof rules.ruleOperation>>().toEqualTypeOf<RuleOperation>();
expectTypeOf<output<typeof rules.text>>().toEqualTypeOf<{ id: string; en: string }>();
expectTypeOf<IndicatorSpecs['mean']>().toEqualTypeOf<WeightedSpec>();
expectTypeOf<IndicatorSpecs['formula']>().toEqualTypeOf<RuleOperation>();

// What a policy holds is JSON, so that it can be digested.
expectTypeOf<Plan['document']>().toEqualTypeOf<Json>();
