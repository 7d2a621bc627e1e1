import { issue } from '../catalogue.js';
import type { Issue } from '../issue.js';
import { digest, type Json, type JsonLimits } from '../json.js';
import { type Pointer, pointerTo } from '../pointer.js';
import { readDocument } from '../policy/document.js';
import { ok, type Result } from '../result.js';
import { differences, issuesFor } from './difference.js';
import type { ReadDocument } from './form.js';
import { partDigests, type Side } from './parts.js';

/** A document that stands for one side of a record, or why none does. */
interface Checked {
  readonly issues: readonly Issue[];
  /** The one to recompute from; undefined where there is none that fits. */
  readonly document?: Json;
}

/** How issues name each side. */
const CODES = {
  policy: {
    needs: 'record.needs_policy',
    altered: 'record.policy_altered',
    differs: 'record.policy_differs',
    digest: 'record.policy_digest',
  },
  evidence: {
    needs: 'record.needs_evidence',
    altered: 'record.evidence_altered',
    differs: 'record.evidence_differs',
    digest: 'record.evidence_digest',
  },
  cohort: {
    needs: 'record.needs_cohort',
    altered: 'record.cohort_altered',
    differs: 'record.cohort_differs',
    digest: 'record.cohort_digest',
  },
} as const;

/** Which side of a record a document stands for, and where. */
interface Place {
  readonly side: Side;
  readonly base: Pointer;
}

/** A compiled policy or parsed evidence keeps the document it was made from. */
const documentOf = (given: unknown): unknown =>
  typeof given === 'object' &&
  given !== null &&
  (Object.hasOwn(given, 'layout') || Object.hasOwn(given, 'policyDigest')) &&
  'document' in given
    ? given.document
    : given;

/** The JSON of a document that is a text or a parsed value. */
export const readJson = (document: unknown, limits: Partial<JsonLimits>): Result<Json> => {
  const read = readDocument(document, limits);
  return read.ok ? ok(read.value.json) : read;
};

/** What a host gave for one side: JSON text, a parsed value, a plan or evidence. */
export const readGiven = (given: unknown, limits: Partial<JsonLimits>): Result<Json> =>
  readJson(documentOf(given), limits);

/** The parts of `document` that do not match the digests recorded; where none, the digest of the whole. */
const againstDigests = (
  document: Json,
  recorded: ReadDocument,
  { side, base }: Place,
  isGiven: boolean,
): readonly Issue[] => {
  const parts = differences(recorded.digests, partDigests(document, side));
  const isWhole = digest(document) === recorded.digest;
  if (isWhole || parts.length === 0) {
    const deviating = isWhole
      ? parts.map((part) => `${base}/digests${part.pointer}`)
      : [`${base}/digest`];
    return issuesFor(deviating, (at) => issue(CODES[side].digest, at));
  }
  const { altered, differs } = CODES[side];
  return issuesFor(parts, ({ pointer }) =>
    isGiven
      ? issue(differs, `${base}/digests${pointer}`, { where: pointer || '/' })
      : issue(altered, `${base}/document${pointer}`, { where: pointer || '/' }),
  );
};

/**
 * Whether the document of one side is the one that was recorded: the one in the record against its
 * digests, and the one that the host gave against the record.
 *
 * Issues: `record.needs_*`, `record.*_altered`, `record.*_differs`, `record.*_digest`
 */
export const checkDocument = (
  recorded: ReadDocument,
  given: Json | undefined,
  side: Side,
  base: Pointer = pointerTo('', side),
): Checked => {
  const { needs, differs } = CODES[side];
  const { document = given } = recorded;
  if (document === undefined) return { issues: [issue(needs, pointerTo(base, 'document'))] };
  const issues = againstDigests(
    document,
    recorded,
    { side, base },
    recorded.document === undefined,
  );
  if (issues.length > 0) return { issues };
  if (given === undefined || given === document) return { issues, document };
  const other = differences(document, given).map(({ pointer }) => pointer);
  return {
    issues: issuesFor(other, (where) =>
      issue(differs, `${base}/document${where}`, { where: where || '/' }),
    ),
    document,
  };
};
