import type { IndicatorKind } from '../indicator/contract.js';
import { indicatorKinds } from '../indicator/registry.js';
import { REFUSALS } from '../fast/refusal.js';
import { capIssues, issue } from '../catalogue.js';
import { hasError, type Issue } from '../issue.js';
import { digest, type JsonLimits } from '../json.js';
import type { ChildPolicy, Policy } from '../policy/policy.js';
import { inDocumentOrder } from '../policy/issue-order.js';
import { MOST_ISSUES, POLICY_LIMITS, type PolicyDocument, readPolicy } from '../policy/read.js';
import { failure, ok, type Result, ScoringError } from '../result.js';
import type { Scope } from '../rule/scope.js';
import { planCost } from './cost.js';
import { type Extended, extendPolicy } from './extend.js';
import { layOut } from './layout.js';
import { candidatesOf, findParent } from './parents.js';
import type { Layout, Plan } from './plan.js';

/** What a caller may give to `compilePolicy` besides the document. */
export interface CompileOptions {
  /**
   * Policies that the document may extend, in any order: plans, JSON texts or parsed values. Those that are
   * documents are compiled with the same options.
   */
  readonly parents?: readonly unknown[];
  /** The host's own kinds of indicator, made by `defineIndicator`. */
  readonly kinds?: readonly IndicatorKind[];
  /** How large a document may be. */
  readonly limits?: Partial<JsonLimits>;
}

/** With more derivations than this, a scorecard may be too large to keep as a record. */
const MANY_DERIVATIONS = 100_000;

/** Keys of an indicator that no kind may take. */
const TAKEN = [
  'title',
  'unit',
  'scale',
  'per',
  'when',
  'usable',
  'adjust',
  'limits',
  'round',
  'cite',
];

/** A pure cache: the same list of kinds gives the same map, for which the schema is built once. */
const hostKinds = new WeakMap<readonly IndicatorKind[], ReadonlyMap<string, IndicatorKind>>();

/** The library's kinds and the host's. @throws ScoringError when a host's kind takes another's key */
export const withHostKinds = (
  kinds: readonly IndicatorKind[] | undefined,
): ReadonlyMap<string, IndicatorKind> => {
  if (kinds === undefined || kinds.length === 0) return indicatorKinds;
  const known = hostKinds.get(kinds);
  if (known !== undefined) return known;
  const all = new Map<string, IndicatorKind>(indicatorKinds);
  for (const kind of kinds) {
    if (all.has(kind.name) || TAKEN.includes(kind.name)) {
      throw new ScoringError(`the key \`${kind.name}\` is already taken`);
    }
    all.set(kind.name, kind);
  }
  hostKinds.set(kinds, all);
  return all;
};

/** Where issues go, each at its place in the document that was given. */
interface Reports {
  readonly issues: Issue[];
  readonly report: Scope['report'];
}

const reportsFor = (
  { positionOf }: PolicyDocument,
  placeOf: Extended['ownPointer'] = (pointer) => pointer,
): Reports => {
  const issues: Issue[] = [];
  return {
    issues,
    report: (code, pointer, params) => {
      const own = placeOf(pointer);
      // What a parent declares and nothing reads is the parent's affair.
      if (own === undefined && code === 'policy.unused') return;
      const position = own === undefined ? undefined : positionOf(own);
      const extras = position === undefined ? {} : { position };
      issues.push(issue(code, own ?? pointer, params, extras));
    },
  };
};

/** A policy whole: itself, or merged with the one it extends. */
interface Whole {
  readonly policy: Policy;
  readonly extended?: Extended;
  readonly parents: Plan['parents'];
  readonly warnings: readonly Issue[];
}

const isChild = (policy: Policy | ChildPolicy): policy is ChildPolicy =>
  policy.extends !== undefined;

const completed = (document: PolicyDocument, options: CompileOptions): Result<Whole> => {
  const { policy } = document;
  if (!isChild(policy)) return ok({ policy, parents: [], warnings: [] });
  const { issues, report } = reportsFor(document);
  const limits = { ...POLICY_LIMITS, ...options.limits };
  const candidates = candidatesOf(options.parents ?? [], {
    read: (given) => readPolicy(given, withHostKinds(options.kinds), limits),
    compile: (given) => compilePolicy(given, options),
  });
  const parent = findParent(policy.extends, candidates, report);
  const extended = parent && extendPolicy(policy, parent, report);
  if (parent === undefined || extended === undefined || hasError(issues)) return failure(issues);
  const { id, version } = parent.policy;
  const nearest = { id, version, digest: parent.digest, document: parent.document };
  return ok({
    policy: extended.policy,
    extended,
    parents: [nearest, ...parent.parents],
    warnings: issues,
  });
};

/** The note for a policy that doubles do not serve, where the document has the part that is why. */
const exactOnlyOf = (
  { fast }: Layout,
  placeOf: Extended['ownPointer'] = (pointer) => pointer,
): Pick<Plan, 'exactOnly'> => {
  if (!('why' in fast)) return {};
  const { pointer, why } = fast;
  return {
    exactOnly: issue('policy.exact_only', placeOf(pointer) ?? pointer, { why: REFUSALS[why] }),
  };
};

/**
 * A plan from a policy document: read, merged with the policy that it extends, checked whole, and laid out flat
 * for every subject.
 *
 * @param document - JSON text (comments allowed), or a parsed value
 * @param options.parents - policies that the document may extend; those are pinned by digest
 * @returns the plan, with warnings for what is doubtful but legal; or every issue of the stage that
 *   failed, in document order, at most 100
 * Issues: `json.*`, `policy.*`, `extend.*`, `name.*`, `unit.*`, `rule.*` and the others of the catalogue
 * @throws ScoringError when a host's kind takes a key that is already taken
 * @example
 * const plan = unwrap(compilePolicy(policyText));
 */
export const compilePolicy = (document: unknown, options: CompileOptions = {}): Result<Plan> => {
  const kinds = withHostKinds(options.kinds);
  const read = readPolicy(document, kinds, { ...POLICY_LIMITS, ...options.limits });
  if (!read.ok) return read;
  const { json } = read.value;
  const refused = (issues: readonly Issue[]): Result<never> =>
    failure(capIssues(inDocumentOrder(issues, json), MOST_ISSUES));
  const whole = completed(read.value, options);
  if (!whole.ok) return refused(whole.issues);
  const { policy, extended, parents, warnings } = whole.value;
  const { issues, report } = reportsFor(read.value, extended?.ownPointer);
  const layout = layOut(policy, kinds, report, () => !hasError(issues));
  if (layout === undefined) return refused(issues);
  const cost = planCost(layout);
  if (cost.derivations > MANY_DERIVATIONS) {
    report('policy.heavy', '', { found: cost.derivations, limit: MANY_DERIVATIONS });
  }
  return ok({
    policy,
    document: json,
    digest: digest(json),
    parents,
    ...(extended === undefined ? {} : { originOf: extended.originOf }),
    ...exactOnlyOf(layout, extended?.ownPointer),
    warnings: inDocumentOrder([...warnings, ...issues], json),
    cost,
    layout,
  });
};
