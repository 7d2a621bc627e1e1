import { isReadFor } from '../evaluate/pair.js';
import type { Evidence } from '../evidence/evidence.js';
import type { Cohort } from '../evaluate/cohort.js';
import { frozenBySlot } from '../evaluate/read-cohort.js';
import type { Scorecard } from '../evaluate/scorecard.js';
import { digest, type Json, type JsonLimits, scanJson } from '../json.js';
import type { Plan } from '../plan/plan.js';
import { type Result, ScoringError } from '../result.js';
import { type KeyOrder, keyOrderOf } from './order.js';
import { type KindVersions, kindsOf } from './kinds.js';
import { type PartDigests, partDigests, type Side } from './parts.js';

/** The name of the format that this library writes and reads. */
export const RECORD_FORMAT = 'timbang/record/1';

/**
 * The version of everything that decides a scorecard's bytes and is not a kind: the language, the
 * trace, every sentence in it. Raised whenever the same policy and evidence could give other bytes.
 */
export const SCORING_VERSION = 1;

/** How large a record may be: a policy and evidence at their own limits, with digests and trace. */
export const RECORD_LIMITS: Partial<JsonLimits> = {
  depth: 200,
  nodes: 10_000_000,
  textLength: 1_000_000,
};

/**
 * A scorecard with everything that is needed to compute it again, sealed by digests; plain JSON.
 *
 * Written down field by field in `docs/audit-record.md`. A digest is `sha256:` and 64 hexadecimal
 * digits, of the canonical form (RFC 8785). A record is as confidential as the evidence.
 */
export interface AuditRecord {
  readonly format: typeof RECORD_FORMAT;
  /** The scoring version of the library that wrote it. */
  readonly scoring: number;
  readonly policy: RecordedPolicy;
  readonly evidence: RecordedDocument;
  /** Where the subject was compared with one. */
  readonly cohort?: RecordedDocument;
  readonly kinds: KindVersions;
  readonly scorecard: Scorecard;
  /** Of the record without this member: what a host anchors elsewhere. */
  readonly digest: string;
}

/** A document, or what identifies it when the host keeps it. */
export interface RecordedDocument {
  readonly digest: string;
  /** The document with every part replaced by its digest, so that an altered part can be named. */
  readonly digests: PartDigests;
  /** As it was given; absent when it was left out. */
  readonly document?: Json;
}

/** The policy of a record. */
export interface RecordedPolicy extends RecordedDocument {
  readonly id: string;
  readonly version: string;
  /** The author's order of keys, which stores may change and digests do not see. */
  readonly order: KeyOrder;
  /** The policies that it extends, the nearest first; absent when it extends none. */
  readonly parents?: readonly Omit<RecordedPolicy, 'parents'>[];
}

/** What a caller may ask of `auditRecord`. */
export interface RecordOptions {
  /** Documents that the host keeps itself and hands to `verify`. */
  readonly omit?: readonly Side[];
  /** The cohort that `evaluate` was given; needed where the scorecard names one. */
  readonly cohort?: Cohort;
  /** How large the record may be, where that is more than the default; `verify` takes the same. */
  readonly limits?: Partial<JsonLimits>;
}

const unscanned = (scanned: Result<Json>): Json => {
  if (scanned.ok) return scanned.value;
  throw new ScoringError('the record cannot be written as JSON', scanned.issues);
};

/** A cohort as JSON, with nothing but what JSON has. */
const documentOf = (cohort: Cohort): Json => unscanned(scanJson(cohort, RECORD_LIMITS));

/** @throws ScoringError when the cohort is not the one that the scorecard names */
const checkCohort = (plan: Plan, scorecard: Scorecard, cohort: Cohort | undefined): void => {
  if (scorecard.cohort?.digest !== cohort?.digest)
    throw new ScoringError(
      'the scorecard rests on another cohort: give the one that evaluate was given',
    );
  frozenBySlot(plan, cohort);
};

/** @throws ScoringError when the three do not belong together */
const checkTriple = (plan: Plan, evidence: Evidence, scorecard: Scorecard): void => {
  if (!isReadFor(plan, evidence))
    throw new ScoringError(
      'the evidence was read for another policy: call parseEvidence with this plan',
    );
  if (scorecard.policy.digest !== plan.digest)
    throw new ScoringError('the scorecard is of another policy: call evaluate with this plan');
  if (scorecard.subject !== evidence.subject)
    throw new ScoringError('the scorecard is of another subject than the evidence');
};

/**
 * The record of one evaluation: what an auditor needs to compute the scorecard again, and to name
 * what was altered since.
 *
 * @param options.omit - documents to leave out; their digests stay, and `verify` then takes them
 * @param options.cohort - the cohort that the scorecard rests on, where it names one
 * @throws ScoringError when evidence or scorecard is of another policy, or the subjects differ, or the
 *   cohort is another; when the whole does not fit into a record
 * @example
 * const record = auditRecord(plan, evidence, evaluate(plan, evidence));
 */
export const auditRecord = (
  plan: Plan,
  evidence: Evidence,
  scorecard: Scorecard,
  options: RecordOptions = {},
): AuditRecord => {
  checkTriple(plan, evidence, scorecard);
  const { cohort } = options;
  checkCohort(plan, scorecard, cohort);
  const sealed = (document: Json, side: Side): RecordedDocument => ({
    digest: digest(document),
    digests: partDigests(document, side),
    ...(options.omit?.includes(side) ? {} : { document }),
  });
  const sealedPolicy = (document: Json): Pick<RecordedPolicy, 'order'> & RecordedDocument => ({
    order: keyOrderOf(document),
    ...sealed(document, 'policy'),
  });
  const { id, version } = plan.policy;
  const parents = plan.parents.map((parent) => ({
    id: parent.id,
    version: parent.version,
    ...sealedPolicy(parent.document),
  }));
  const content: Omit<AuditRecord, 'digest'> = {
    format: RECORD_FORMAT,
    scoring: SCORING_VERSION,
    policy: {
      id,
      version,
      ...sealedPolicy(plan.document),
      ...(parents.length === 0 ? {} : { parents }),
    },
    evidence: sealed(evidence.document, 'evidence'),
    ...(cohort === undefined ? {} : { cohort: sealed(documentOf(cohort), 'cohort') }),
    kinds: kindsOf(plan),
    scorecard,
  };
  return {
    ...content,
    digest: digest(unscanned(scanJson(content, { ...RECORD_LIMITS, ...options.limits }))),
  };
};
