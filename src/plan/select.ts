import { readDay } from '../day.js';
import { issue } from '../catalogue.js';
import type { Issue } from '../issue.js';
import { failure, ok, type Result } from '../result.js';
import type { Plan } from './plan.js';

/** The days for which a policy is sought, `YYYY-MM-DD`. */
export interface SelectDays {
  /** The day on which it must hold. */
  readonly asOf: string;
  /** The day on which it must have been published already; any that is given counts without it. */
  readonly knownAt?: string;
}

const named = (plans: readonly Plan[]): string =>
  plans.map(({ policy }) => `${policy.id} ${policy.version}`).join(', ') || '-';

const holdsOn = ({ policy }: Plan, day: string): boolean => {
  const { from, until } = policy.effective;
  return from <= day && (until === undefined || day < until);
};

/** Those of `plans` whose place none of the others takes. */
const withoutReplaced = (plans: readonly Plan[]): readonly Plan[] =>
  plans.filter(
    ({ policy }) =>
      !plans.some(
        (other) => other.policy.id === policy.id && other.policy.replaces === policy.version,
      ),
  );

/**
 * The one policy that holds on a day, as it was known on another.
 *
 * A version counts when `effective.from` <= asOf < `effective.until` and `published` <= knownAt. One that another
 * counting version `replaces` gives way to it, so that a correction which was published later and holds from the
 * same day is found only by those who ask as of then.
 *
 * @param plans - versions of one policy, or policies that follow each other, in any order
 * @returns the plan; an error that names them when none holds, or several
 * Issues: `select.none`, `select.several`, `select.unpublished`, `policy.date_form`
 * @example
 * const plan = unwrap(selectPlan([planOf2025, planOf2026], { asOf: '2026-03-31' }));
 */
export const selectPlan = (plans: readonly Plan[], days: SelectDays): Result<Plan> => {
  const { asOf, knownAt } = days;
  const wrong: readonly Issue[] = Object.entries({ asOf, knownAt }).flatMap(([key, text]) =>
    text === undefined || readDay(text) !== undefined
      ? []
      : [issue('policy.date_form', `/${key}`, { found: text })],
  );
  if (wrong.length > 0) return failure(wrong);
  const unpublished = plans.filter(({ policy }) => policy.published === undefined);
  if (knownAt !== undefined && unpublished.length > 0)
    return failure([issue('select.unpublished', '/knownAt', { found: named(unpublished) })]);
  const known = plans.filter(
    ({ policy }) => knownAt === undefined || (policy.published ?? '') <= knownAt,
  );
  const holding = known.filter((plan) => holdsOn(plan, asOf));
  const standing = withoutReplaced(holding);
  // Versions that replace each other in a ring leave none standing: that is no choice either.
  const found = standing.length === 0 ? holding : standing;
  const [only, ...others] = found;
  if (only === undefined)
    return failure([issue('select.none', '/asOf', { asOf, given: named(plans) })]);
  if (others.length > 0)
    return failure([issue('select.several', '/asOf', { asOf, found: named(found) })]);
  return ok(only);
};
