import type { Evidence } from '../evidence/evidence.js';
import type { Issue } from '../issue.js';
import { decimalText } from '../number/decimal.js';
import type { Plan } from '../plan/plan.js';
import { isAbsent } from '../slot.js';
import { type FrozenBySlot, type Run, runExactly } from './run.js';
import type { Outcome, Score } from './scorecard.js';
import { asksForReadings, statusOf } from './status.js';

/** More issues than this are counted, not listed. */
export const MOST_ISSUES = 200;

/** Beyond 15 digits a JSON number is not sure to be read back as it was written. */
export const LARGEST = 1e15;

/** The score as a register stores it; an issue when it is too large for an exact JSON number. */
const scoreOf = (plan: Plan, run: Run): Score | Issue | undefined => {
  const { score, doors } = plan.layout;
  const { rounded } = run;
  if (score === undefined || rounded === undefined || isAbsent(run.reader.cell(score.slot)))
    return undefined;
  const text = decimalText(rounded.units, rounded.places);
  const units = Number(rounded.units);
  if (Math.abs(units) >= LARGEST) {
    return doors.issue('score.too_large', score.pointer, { found: text });
  }
  return { units, places: rounded.places, text };
};

const ratingOf = (plan: Plan, run: Run): string | undefined => {
  const { rating } = plan.layout;
  if (rating?.slot.type.is !== 'label') return undefined;
  const cell = run.reader.cell(rating.slot);
  return typeof cell === 'number' ? rating.slot.type.labels.names[cell] : undefined;
};

/** The outcome that a run came to. */
export const outcomeOf = (plan: Plan, run: Run): Outcome => {
  const status = statusOf(plan, run);
  const score = scoreOf(plan, run);
  const issues = [...run.remarks.issues];
  const isTooLarge = score !== undefined && 'code' in score;
  if (isTooLarge) issues.push(score);
  const capped = plan.layout.doors.capIssues(issues, MOST_ISSUES);
  if (status === 'void' || isTooLarge) return { status: 'void', issues: capped };
  const rating = ratingOf(plan, run);
  return {
    status,
    ...(score === undefined ? {} : { score }),
    ...(rating === undefined ? {} : { rating }),
    issues: capped,
  };
};

/**
 * The outcome by the referee alone. What was read is not kept, and the run repeated with it in the rare case that
 * the status depends on it: something is pending, and the results have values all the same.
 */
export const outcomeByReferee = (plan: Plan, evidence: Evidence, frozen: FrozenBySlot): Outcome => {
  const lean = runExactly(plan, evidence, frozen, true);
  return outcomeOf(plan, asksForReadings(plan, lean) ? runExactly(plan, evidence, frozen) : lean);
};
