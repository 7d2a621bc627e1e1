import { documentAt } from '../evidence/column-document.js';
import { type EvidenceColumns, readColumns } from '../evidence/columns.js';
import type { Issue } from '../issue.js';
import type { Plan } from '../plan/plan.js';
import { ok, type Result } from '../result.js';
import { columnRun, scoreBlocks, scoreOne, type Sink } from './column-run.js';
import type { EvaluateOptions } from './evaluate.js';
import { documentScorer } from './many.js';
import { checkPlan } from './misuse.js';
import type { Outcome } from './scorecard.js';

/** What `ScoredColumns.status` holds: the position of a status, or that the subject's values were refused. */
export const COLUMN_STATUS = ['final', 'provisional', 'void', 'refused'] as const;

/** The outcomes of many subjects, column by column. */
export interface ScoredColumns {
  /** Whole numbers of the last place; NaN where there is no score. */
  readonly score: Float64Array;
  /** How many decimal places a score has. */
  readonly places: number;
  /** Positions among `labels`, of 32 bits where there are more of these than 16 hold; -1 where there is no rating. */
  readonly rating: Int16Array | Int32Array;
  readonly labels: readonly string[];
  /** Positions in `COLUMN_STATUS`. */
  readonly status: Uint8Array;
  /**
   * How many subjects the columns did not decide, so that each was read and scored as a document: whoever lacks a value, has
   * one that does not count or is refused, and whoever comes too near to a tie for doubles. It is `count` where columns
   * serve nobody: with an input or column that is not there, with dates, and with a cohort.
   */
  readonly unsure: number;
  /** What there is to say of subjects, by position; most are not here. */
  readonly issues: ReadonlyMap<number, readonly Issue[]>;
}

/** More labels than this have positions that 16 bits do not hold. */
const MOST_SHORT = 2 ** 15;

const put = (sink: Sink, labels: readonly string[], at: number, outcome: Result<Outcome>): void => {
  const said = outcome.ok ? outcome.value.issues : outcome.issues;
  if (said.length > 0) sink.issues.set(at, said);
  if (!outcome.ok) {
    sink.status[at] = COLUMN_STATUS.indexOf('refused');
    return;
  }
  const { status, score, rating } = outcome.value;
  sink.status[at] = COLUMN_STATUS.indexOf(status);
  if (score !== undefined) sink.score[at] = score.units;
  if (rating !== undefined) sink.rating[at] = labels.indexOf(rating);
};

/**
 * The outcomes of many subjects, from typed columns to typed columns: what `parseEvidence` and `score` give for each.
 *
 * The columns must not change during the call.
 * @param columns - one column for each input, and for each table its columns with the offsets of each subject's rows
 * @param options.cohort - as in `score`; exact arithmetic then has the word for everyone
 * @returns columns of outcomes; or why the columns as a whole were refused: a name that the policy has not, a wrong length,
 *   what is no number, what is no day
 * Issues: `evidence.unknown_key`, `evidence.type`, `evidence.too_many_rows` where there are none but by offsets,
 * `policy.date_form`, `columns.length`, `columns.offsets`; those of single subjects are in `issues`
 * @throws TypeError when `plan` is no plan, `columns` no plain object or `count` no number of subjects
 * @throws ScoringError when the cohort was frozen by another policy
 * @example
 * const scored = unwrap(scoreColumns(plan, { count: 2, values: { done: Float64Array.of(11, 12) } }));
 */
export const scoreColumns = (
  plan: Plan,
  columns: EvidenceColumns,
  options: EvaluateOptions = {},
): Result<ScoredColumns> => {
  checkPlan(plan);
  const scorer = documentScorer(plan, options);
  const read = readColumns(plan, columns);
  if (!read.ok) return read;
  const given = read.value;
  const { count } = given;
  const { score, rating } = plan.layout;
  // A list of its own: the plan goes by those names.
  const labels = rating?.slot.type.is === 'label' ? [...rating.slot.type.labels.names] : [];
  const sink: Sink = {
    score: new Float64Array(count).fill(NaN),
    rating: new (labels.length > MOST_SHORT ? Int32Array : Int16Array)(count).fill(-1),
    status: new Uint8Array(count),
    issues: new Map(),
  };
  let unsure = 0;
  const exactly = (at: number): void => {
    unsure += 1;
    put(sink, labels, at, scorer(documentAt(plan, given, at)).outcome);
  };
  const run = options.cohort === undefined ? columnRun(plan, given) : undefined;
  if (run?.isBlock === true) scoreBlocks(run, sink, exactly);
  else {
    for (let at = 0; at < count; at++) {
      const outcome = run && scoreOne(run, at);
      if (outcome === undefined) exactly(at);
      else put(sink, labels, at, ok(outcome));
    }
  }
  return ok({ ...sink, places: score?.round?.places ?? 0, labels, unsure });
};
