import type { Scorecard } from '../evaluate/scorecard.js';
import { isObject } from '../evidence/object.js';
import { capIssues, issue } from '../catalogue.js';
import type { Issue } from '../issue.js';
import { digest, type Json, type JsonLimits } from '../json.js';
import type { Plan } from '../plan/plan.js';
import { pointerTo } from '../pointer.js';
import { failure, ok, type Result } from '../result.js';
import { MOST_ISSUES } from './difference.js';
import { checkDocument, readGiven, readJson } from './documents.js';
import { type ReadPolicy, type ReadRecord, readRecord } from './form.js';
import { checkKinds } from './kinds.js';
import { arrange } from './order.js';
import { type Documents, recompute, type RecomputeOptions } from './recompute.js';
import { RECORD_LIMITS } from './record.js';

/** What a host may give to `verify` besides the record. */
export interface VerifyOptions extends RecomputeOptions {
  /** Its own policy: a `Plan`, JSON text or a parsed value. Needed where the record left it out. */
  readonly policy?: unknown;
  /** Its own policies that that one extends; a `Plan` given as `policy` brings them along. */
  readonly parents?: readonly unknown[];
  /** Its own evidence: `Evidence`, JSON text or a parsed value. Needed where the record left it out. */
  readonly evidence?: unknown;
  /** Its own cohort: a `Cohort` as a value or JSON text. Needed where the record left it out. */
  readonly cohort?: unknown;
}

const readIfGiven = (given: unknown, limits: Partial<JsonLimits>): Result<Json | undefined> =>
  given === undefined ? ok(undefined) : readGiven(given, limits);

/** The parents that a host gave, as far as they are JSON. */
const parentsGiven = (options: VerifyOptions, limits: Partial<JsonLimits>): readonly Json[] => {
  const { policy, parents = [] } = options;
  const along = isPlan(policy) ? policy.parents.map(({ document }) => document) : [];
  return [...parents, ...along].flatMap((each) => {
    const read = readGiven(each, limits);
    return read.ok ? [read.value] : [];
  });
};

const isPlan = (given: unknown): given is Plan =>
  typeof given === 'object' &&
  given !== null &&
  Object.hasOwn(given, 'layout') &&
  'parents' in given &&
  Array.isArray(given.parents);

/** The one of `given` that calls itself what `recorded` is. */
const sameNamed = (given: readonly Json[], recorded: ReadPolicy): Json | undefined =>
  given.find(
    (each) => isObject(each) && each['id'] === recorded.id && each['version'] === recorded.version,
  );

/** The policy and its parents in their authors' order of keys, each checked against what was recorded. */
const policiesOf = (
  record: ReadRecord,
  given: Json | undefined,
  parents: readonly Json[],
): { readonly issues: readonly Issue[]; readonly documents: readonly Json[] } => {
  const all = [
    { recorded: record.policy, given, base: '/policy' },
    ...record.parents.map((recorded, i) => ({
      recorded,
      given: sameNamed(parents, recorded),
      base: pointerTo('/policy/parents', i),
    })),
  ];
  const checked = all.map(({ recorded, given: own, base }) => {
    const { issues, document } = checkDocument(recorded, own, 'policy', base);
    if (issues.length > 0 || document === undefined) return { issues };
    const arranged = arrange(document, recorded.order);
    return arranged === undefined
      ? { issues: [issue('record.order', pointerTo(base, 'order'))] }
      : { issues, document: arranged };
  });
  return {
    issues: checked.flatMap(({ issues }) => issues),
    documents: checked.flatMap(({ document }) => (document === undefined ? [] : [document])),
  };
};

/** The cohort of a record that has one; one that is given beside a record without is another. */
const cohortOf = (
  record: ReadRecord,
  given: Json | undefined,
): ReturnType<typeof checkDocument> => {
  if (record.cohort !== undefined) return checkDocument(record.cohort, given, 'cohort');
  return given === undefined
    ? { issues: [] }
    : { issues: [issue('record.cohort_differs', '/cohort', { where: '/' })] };
};

const documentsOf = (
  record: ReadRecord,
  options: VerifyOptions,
  limits: Partial<JsonLimits>,
): Result<Documents> => {
  const givenPolicy = readIfGiven(options.policy, limits);
  const givenEvidence = readIfGiven(options.evidence, limits);
  if (!givenPolicy.ok) return givenPolicy;
  if (!givenEvidence.ok) return givenEvidence;
  const givenCohort = readIfGiven(options.cohort, limits);
  if (!givenCohort.ok) return givenCohort;
  const evidence = checkDocument(record.evidence, givenEvidence.value, 'evidence');
  const policies = policiesOf(record, givenPolicy.value, parentsGiven(options, limits));
  const cohort = cohortOf(record, givenCohort.value);
  const issues = [...policies.issues, ...evidence.issues, ...cohort.issues];
  const [policy, ...parents] = policies.documents;
  if (issues.length > 0 || policy === undefined || evidence.document === undefined)
    return failure(issues);
  return ok({
    policy,
    parents,
    evidence: evidence.document,
    ...(cohort.document === undefined ? {} : { cohort: cohort.document }),
  });
};

const verifyContent = (
  record: ReadRecord,
  options: VerifyOptions,
  limits: Partial<JsonLimits>,
): Result<Scorecard> => {
  const documents = documentsOf(record, options, limits);
  if (!documents.ok) return documents;
  const kinds = checkKinds(record.kinds, options.kinds ?? []);
  return kinds.length > 0 ? failure(kinds) : recompute(record, documents.value, options);
};

/**
 * The scorecard of a record, computed again from its policy and evidence: it stands only if every byte
 * of the record does.
 *
 * Stages, each with all that it finds, at most 100: the form of the record; its documents against
 * their digests, part by part, and against those that the host gives; the versions of kinds; the
 * policy and the evidence as this library reads them; the scorecard, from the earliest step of the
 * trace that differs to any other field. Last, the digest of the record itself.
 *
 * The policy is always compiled again, also when a plan is given: nothing but documents is believed. A
 * record that somebody made anew from other evidence is a valid record of that evidence; compare its
 * digest with one that was kept elsewhere.
 *
 * @param record - an `AuditRecord`, as JSON text or a parsed value; keys may have been reordered
 * @param options.policy - the host's own policy: a `Plan`, JSON text or a parsed value. Compared with
 *   the one recorded; needed where that was left out
 * @param options.evidence - the host's own evidence: `Evidence`, JSON text or a parsed value, likewise
 * @param options.cohort - the host's own cohort, where the record has one, likewise
 * @returns the recomputed scorecard, or every discrepancy with its place in the record; where a part of a
 *   document was altered, its pointer within the document is in the message
 * Issues: `json.*`, `record.*`; those of `compilePolicy`, `parseEvidence` and `parseCohort` where a document is refused
 * @example
 * const scorecard = unwrap(verify(recordText));
 */
export const verify = (record: unknown, options: VerifyOptions = {}): Result<Scorecard> => {
  const limits = { ...RECORD_LIMITS, ...options.limits };
  const json = readJson(record, limits);
  if (!json.ok) return json;
  const read = readRecord(json.value);
  if (!read.ok) return failure(capIssues(read.issues, MOST_ISSUES));
  const verified = verifyContent(read.value, options, limits);
  const isSealed = digest(read.value.content) === read.value.digest;
  if (isSealed && verified.ok) return verified;
  const issues = verified.ok ? [] : verified.issues;
  const seal = isSealed ? [] : [issue('record.digest', '/digest')];
  return failure([...capIssues(issues, MOST_ISSUES), ...seal]);
};
