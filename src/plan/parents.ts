import { digest } from '../json.js';
import type { Extends } from '../policy/policy.js';
import type { PolicyDocument } from '../policy/read.js';
import { ok, type Result } from '../result.js';
import type { Scope } from '../rule/scope.js';
import type { Plan } from './plan.js';

/** A policy that may be a parent; compiled only when it is. */
interface Candidate {
  readonly policy: string;
  readonly version: string;
  readonly digest: string;
  readonly plan: () => Result<Plan>;
}

/** How a document becomes a policy and a plan. */
interface Doors {
  readonly read: (document: unknown) => Result<PolicyDocument>;
  readonly compile: (document: unknown) => Result<Plan>;
}

/**
 * The documents that `given` stands for. Of a plan only what it was made from is believed, its own digest
 * included, so that nothing can pass for a policy that it is not.
 */
const documentsIn = (given: unknown): readonly unknown[] => {
  try {
    return partsOf(given);
  } catch {
    // What throws when it is looked at is refused by the scan, with an issue.
    return [given];
  }
};

const partsOf = (given: unknown): readonly unknown[] => {
  if (typeof given !== 'object' || given === null || !Object.hasOwn(given, 'layout'))
    return [given];
  const document: unknown = 'document' in given ? given.document : undefined;
  const parents: unknown = 'parents' in given ? given.parents : undefined;
  const own = (parent: unknown): unknown =>
    typeof parent === 'object' && parent !== null && 'document' in parent
      ? parent.document
      : undefined;
  return [document, ...(Array.isArray(parents) ? parents.map(own) : [])];
};

const candidate = (given: unknown, doors: Doors): Result<Candidate> => {
  const read = doors.read(given);
  if (!read.ok) return read;
  const { policy, json } = read.value;
  return ok({
    policy: policy.id,
    version: policy.version,
    digest: digest(json),
    plan: () => doors.compile(given),
  });
};

/** What was given as parents, each with its identity or why it has none. */
export const candidatesOf = (
  given: readonly unknown[],
  doors: Doors,
): readonly Result<Candidate>[] => given.flatMap(documentsIn).map((each) => candidate(each, doors));

/**
 * The plan that `wanted` pins, or undefined after a report.
 *
 * A digest is compared before anything is compiled, so that documents which name each other do not lead on.
 *
 * Issues: `extend.unknown_parent`, `extend.digest`, `extend.parent_invalid`
 */
export const findParent = (
  wanted: Extends,
  candidates: readonly Result<Candidate>[],
  report: Scope['report'],
): Plan | undefined => {
  const { policy, version } = wanted;
  const invalid = (found: Result<unknown>, i: number): void => {
    if (found.ok) return;
    const reason = found.issues[0]?.message ?? { id: '', en: '' };
    report('extend.parent_invalid', '/extends', { number: i + 1, reason });
  };
  const named = candidates.flatMap((each, i) =>
    each.ok && each.value.policy === policy && each.value.version === version
      ? [{ found: each.value, i }]
      : [],
  );
  const pinned = named.find(({ found }) => found.digest === wanted.digest);
  if (pinned === undefined) {
    candidates.forEach(invalid);
    const [other] = named;
    const params = { policy, version };
    if (other === undefined) report('extend.unknown_parent', '/extends', params);
    else {
      const digests = { found: other.found.digest, expected: wanted.digest };
      report('extend.digest', '/extends/digest', { policy, ...digests });
    }
    return undefined;
  }
  const plan = pinned.found.plan();
  invalid(plan, pinned.i);
  return plan.ok ? plan.value : undefined;
};
