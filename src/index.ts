export type { Adjustment, AdjustmentCommon } from './adjust/registry.js';
export type { KindVersions } from './audit/kinds.js';
export type { KeyOrder } from './audit/order.js';
export type { PartDigests, Side } from './audit/parts.js';
export {
  type AuditRecord,
  auditRecord,
  type RecordedDocument,
  type RecordedPolicy,
  type RecordOptions,
} from './audit/record.js';
export { verify, type VerifyOptions } from './audit/verify.js';
export type { DurationPattern } from './duration.js';
export { type Cohort, type FrozenConstants, freezeCohort } from './evaluate/cohort.js';
export { evaluate, type EvaluateOptions, score } from './evaluate/evaluate.js';
export { type ScoredDocument, scoreMany } from './evaluate/many.js';
export { COLUMN_STATUS, scoreColumns, type ScoredColumns } from './evaluate/columns.js';
export { type CaseReport, type CaseResult, runPolicyTests } from './evaluate/policy-tests.js';
export { parseCohort } from './evaluate/read-cohort.js';
export type {
  Action,
  ActionSubject,
  AdjustmentResult,
  DistributionResult,
  Enclosure,
  IndicatorResult,
  LabelCount,
  LimitResult,
  MembersResult,
  Outcome,
  ParentIdentity,
  PolicyIdentity,
  Reason,
  ResultNames,
  ResultValue,
  Score,
  Scorecard,
  Status,
  Step,
  StepInput,
} from './evaluate/scorecard.js';
export type {
  Evidence,
  EvidenceDocument,
  EvidenceMembers,
  EvidenceTable,
  EvidenceValue,
  EvidenceWithScorecards,
  GivenScorecard,
  Observation,
  Provenance,
  PanelTotals,
  RowTotals,
  TableTotals,
} from './evidence/evidence.js';
export type { NumberColumn } from './evidence/column.js';
export type { EvidenceColumns, TableColumns } from './evidence/columns.js';
export { parseEvidence } from './evidence/read.js';
export { describe } from './explain/describe.js';
export { explain, type ExplainOptions } from './explain/explain.js';
export type { Explanation, Row, Section } from './explain/explanation.js';
export type { AchievementSpec } from './indicator/achievement.js';
export type { Gaps, Guard, RateSpec } from './indicator/bands.js';
export type { BestSpec } from './indicator/best.js';
export type { ComponentsSpec } from './indicator/components.js';
export type { Case, ChooseSpec, OtherCase } from './indicator/choose.js';
export type {
  CohortMinMax,
  CohortPercentile,
  CohortRank,
  CohortSpec,
  CohortStandingSpec,
  CohortZ,
} from './indicator/cohort.js';
export type {
  CohortConstantSpec,
  CohortDeviation,
  CohortMean,
  CohortQuantile,
} from './indicator/cohort-constant.js';
export type { ConstantSpec } from './indicator/constant.js';
export type {
  CompileContext,
  Compiled,
  Contribution,
  Derived,
  ExactProgram,
  ExactRun,
  Freeze,
  Frozen,
  FrozenPart,
  IndicatorKind,
  IndicatorLaw,
  KindCost,
  KindExample,
  Mark,
  Member,
  NumericScale,
  Reading,
  Remark,
  Shortfall,
  TableScope,
} from './indicator/contract.js';
export type { CurveUse } from './indicator/curve.js';
export type { GoalpostsSpec } from './indicator/goalposts.js';
export { defineIndicator, type HostIndicator } from './indicator/host.js';
export type { LeaveOut } from './indicator/leave-out.js';
export type { LookupUse } from './indicator/lookup.js';
export type { MatrixUse } from './indicator/matrix.js';
export type { Curve, CurveSpec, CurveStep } from './indicator/named-curve.js';
export type {
  Lookup,
  LookupKey,
  LookupSpec,
  LookupValues,
  NumberKey,
} from './indicator/named-lookup.js';
export type { Matrix, MatrixSpec } from './indicator/named-matrix.js';
export type { OnlySpec } from './indicator/only.js';
export type { OrderedSpec } from './indicator/ordered.js';
export type { PowerSpec } from './indicator/power.js';
export type { ProductSpec } from './indicator/product.js';
export type { IndicatorSpecs } from './indicator/registry.js';
export type { RankSpec } from './indicator/rank.js';
export type { RowsSpec } from './indicator/rows.js';
export type { SlotSpec } from './indicator/slot.js';
export type { SumSpec } from './indicator/sum.js';
export type { Better, Target, TargetRange } from './indicator/target.js';
export type { TrimmedSpec } from './indicator/trimmed.js';
export type { WeightedSpec, Weights } from './indicator/weights.js';
export type { Issue, IssueCode, Param, Params, Position, Severity, Text } from './issue.js';
export type { Json, JsonLimits, JsonObject } from './json.js';
export type { Exact } from './number/exact.js';
export type { Rational } from './number/rational.js';
export type { RoundingMode } from './number/round.js';
export { compilePolicy, type CompileOptions } from './plan/compile.js';
export type { Origin, OriginOf } from './plan/origin.js';
export type { ParentDocument, Plan, PlanCost } from './plan/plan.js';
export { type SelectDays, selectPlan } from './plan/select.js';
export type { Pointer } from './pointer.js';
export type { FollowUpKind, FollowUpSpec } from './policy/follow-up.js';
export type {
  DistributionLimit,
  DistributionSpec,
  MemberRead,
  MembersSpec,
  PinnedPolicy,
  ReadIndicator,
  ReadResult,
  ScorecardSpec,
} from './policy/groups.js';
export type {
  ChildPolicy,
  Citation,
  Effective,
  Expectation,
  ExpectedValue,
  Extends,
  IfMissing,
  Indicator,
  IndicatorCommon,
  InputSpec,
  LabelScaleSpec,
  Limit,
  NumericScaleSpec,
  OpenBounds,
  PanelSource,
  PanelSpec,
  ParameterSpec,
  ParameterValue,
  Policy,
  PolicyTest,
  Region,
  ResultSpec,
  RoundSpec,
  ScaleSpec,
  SetParameter,
  TableSpec,
  UnitSpec,
} from './policy/policy.js';
export { type Result, ScoringError, unwrap } from './result.js';
export type { NumberLiteral, NumberSlot, Rule, RuleOperation } from './rule/rule.js';
export { evidenceJsonSchema } from './schema/evidence.js';
export { policyJsonSchema } from './schema/policy.js';
export type { Absence, Absent, Cell, Labels, Reader, Slot, ValueType } from './slot.js';
export type { Unit, UnitOrAny } from './unit.js';
