/**
 * What scores subjects by a plan that is already there: a small entry, without the reader of policies.
 */
export type { Cohort } from './evaluate/cohort.js';
export { COLUMN_STATUS, scoreColumns, type ScoredColumns } from './evaluate/columns.js';
export { evaluate, type EvaluateOptions, score } from './evaluate/evaluate.js';
export { type ScoredDocument, scoreMany } from './evaluate/many.js';
export type { Outcome, Scorecard, Status } from './evaluate/scorecard.js';
export type { NumberColumn } from './evidence/column.js';
export type { EvidenceColumns, TableColumns } from './evidence/columns.js';
export type { Evidence, EvidenceDocument } from './evidence/evidence.js';
export { parseEvidence } from './evidence/read.js';
export type { Issue } from './issue.js';
export type { Plan } from './plan/plan.js';
export { type Result, ScoringError, unwrap } from './result.js';
