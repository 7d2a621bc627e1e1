import type { Evidence } from '../evidence/evidence.js';
import { SCORECARD_FORMAT } from '../evidence/member.js';
import { exactText } from '../number/decimal.js';
import type { Plan } from '../plan/plan.js';
import { ScoringError } from '../result.js';
import { actionsFor } from './actions.js';
import type { Cohort } from './cohort.js';
import { distributionsOf } from './distributions.js';
import { type Draft, finished } from './draft.js';
import { scoreInDoubles } from './fast.js';
import { membersIn } from './members.js';
import { outcomeByReferee, outcomeOf } from './outcome.js';
import { isReadFor } from './pair.js';
import { provenanceIn } from './provenance.js';
import { frozenBySlot } from './read-cohort.js';
import { reasonsFor } from './reasons.js';
import { indicatorResults } from './results.js';
import { runExactly } from './run.js';
import type { Outcome, PolicyIdentity, ResultNames, Scorecard } from './scorecard.js';
import { readingDays } from './settle.js';
import { makeShow, makeTextOf } from './show.js';
import { traceOf } from './trace.js';

const resultNames = (plan: Plan, rating: string | undefined): ResultNames => {
  const { layout, policy } = plan;
  const { type } = layout.rating?.slot ?? {};
  const scale = type?.is === 'label' ? policy.scales?.[type.labels.scale ?? ''] : undefined;
  const titles = scale !== undefined && 'labels' in scale ? scale.titles : undefined;
  const title =
    rating !== undefined && titles && Object.hasOwn(titles, rating) ? titles[rating] : undefined;
  return {
    ...(layout.score === undefined ? {} : { score: layout.score.name }),
    ...(layout.rating === undefined ? {} : { rating: layout.rating.name }),
    ...(title === undefined ? {} : { ratingTitle: title }),
  };
};

const identityOf = (plan: Plan): PolicyIdentity => ({
  id: plan.policy.id,
  version: plan.policy.version,
  digest: plan.digest,
  title: plan.policy.title,
  ...(plan.parents.length === 0
    ? {}
    : {
        parents: plan.parents.map(({ id, version, digest }) => ({ id, version, digest })),
      }),
});

/** @throws ScoringError when the evidence was read for another policy */
const checkPair = (plan: Plan, evidence: Evidence): void => {
  if (isReadFor(plan, evidence)) return;
  throw new ScoringError(
    'the evidence was read for another policy: call parseEvidence with this plan',
  );
};

/** With what a subject is evaluated, besides its evidence. */
export interface EvaluateOptions {
  /** The frozen members that `cohort` indicators compare the subject with; without it they are pending. */
  readonly cohort?: Cohort;
}

/**
 * The outcome of one subject: status, rounded score, rating, issues.
 *
 * The same as the outcome in the scorecard of `evaluate`.
 * @throws ScoringError when the evidence was read for another policy, or the cohort frozen by another
 * @example
 * const outcome = score(plan, evidence);
 */
export const score = (plan: Plan, evidence: Evidence, options: EvaluateOptions = {}): Outcome => {
  checkPair(plan, evidence);
  const { fast } = plan.layout;
  if (evidence.numbers !== undefined && !('why' in fast) && options.cohort === undefined) {
    const { issues } = evidence;
    const outcome = scoreInDoubles(fast, evidence.numbers, readingDays(evidence), issues);
    if (outcome !== undefined) return outcome;
  }
  return outcomeByReferee(plan, evidence, frozenBySlot(plan, options.cohort));
};

/**
 * The scorecard of one subject: the outcome with every exact value, reason and step.
 *
 * @throws ScoringError when the evidence was read for another policy, or the cohort frozen by another
 * @example
 * const scorecard = evaluate(plan, evidence);
 */
export const evaluate = (
  plan: Plan,
  evidence: Evidence,
  options: EvaluateOptions = {},
): Scorecard => {
  checkPair(plan, evidence);
  const { cohort } = options;
  const run = runExactly(plan, evidence, frozenBySlot(plan, cohort));
  const outcome = outcomeOf(plan, run);
  const { policy, layout } = plan;
  const members = membersIn(plan, run.cells);
  const provenanceOf = provenanceIn(plan, run.cells);
  const show = makeShow(layout.slots.length);
  const subject = { plan, evidence, run, provenanceOf, show, textOf: makeTextOf() };
  const scorecard: Draft<Scorecard> = { format: SCORECARD_FORMAT, policy: identityOf(plan) };
  if (evidence.subject !== undefined) scorecard.subject = evidence.subject;
  if (cohort !== undefined) scorecard.cohort = { digest: cohort.digest, members: cohort.members };
  if (members.length > 0) scorecard.members = members;
  Object.assign(scorecard, outcome);
  scorecard.result = resultNames(plan, outcome.rating);
  scorecard.cites = policy.cites ?? {};
  if (layout.baseline !== undefined) scorecard.baseline = exactText(layout.baseline);
  scorecard.indicators = indicatorResults(subject);
  if (layout.distributions.length > 0) scorecard.distributions = distributionsOf(plan, run.reader);
  scorecard.reasons = outcome.score === undefined ? [] : reasonsFor(plan, run);
  scorecard.actions = actionsFor(plan, run);
  scorecard.trace = traceOf(subject);
  return finished(scorecard);
};
