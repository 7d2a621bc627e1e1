import type { Json } from '../json.js';
import type { Plan } from '../plan/plan.js';
import { failure, ok, type Result } from '../result.js';
import type { Evidence } from './evidence.js';
import { copyPlain, parsePlain } from './plain.js';
import { type Quick, quickReaderOf, readQuickly, takeNumbers } from './quick.js';
import type { QuickReader } from './quick-rows.js';
import { readExactly } from './read-exactly.js';

/** The quick reader of each plan: a pure cache, with room of its own that is used again for every document. */
const readers = new WeakMap<Plan, QuickReader | 'none'>();

/** The quick reader of `plan`, if there is one. */
export const readerFor = (plan: Plan): QuickReader | undefined => {
  const known = readers.get(plan) ?? quickReaderOf(plan) ?? 'none';
  readers.set(plan, known);
  return known === 'none' ? undefined : known;
};

/**
 * A text or a value that is plain evidence, told in doubles into the cells of `reader`; undefined for any other.
 *
 * @param own - the value to be told of, for one that was given
 */
export const readPlain = <T>(
  reader: QuickReader,
  document: unknown,
  own: (document: unknown) => T | undefined,
): { readonly json: T | Json; readonly quick: Quick } | undefined => {
  const parsed = typeof document === 'string' ? parsePlain(document) : undefined;
  const json = typeof document === 'string' ? parsed?.json : own(document);
  const quick = json === undefined ? undefined : readQuickly(reader, json);
  if (json === undefined || quick === undefined) return undefined;
  // A key that stands twice in a text is met once: the careful door says so.
  return parsed === undefined || parsed.keys === quick.keys ? { json, quick } : undefined;
};

/** Plain evidence, told in doubles; undefined where anything has to be said, or read exactly. */
const parseQuickly = (plan: Plan, document: unknown): Evidence | undefined => {
  const reader = readerFor(plan);
  const plain = reader && readPlain(reader, document, copyPlain);
  if (reader === undefined || plain === undefined) return undefined;
  const { json, quick } = plain;
  const { subject, asOf, dates } = quick;
  return {
    policyDigest: plan.digest,
    layoutKey: plan.layout.key,
    document: json,
    ...(subject === undefined ? {} : { subject }),
    ...(asOf === undefined ? {} : { asOf }),
    ...(dates === undefined ? {} : { dates }),
    issues: [],
    numbers: takeNumbers(reader, quick),
  };
};

/**
 * Evidence for `plan`: every value typed and judged against the policy's inputs, tables and panels.
 *
 * @param document - an `EvidenceDocument` as JSON text or a parsed value
 * @returns the evidence, or every reason why it was refused, at most 100: a wrong type, an unknown key,
 *   label or column. What is well typed but out of bounds or off its step is an issue of the evidence
 *   and counts as missing.
 * Issues: `json.*`, `evidence.*`, `name.unknown_label`, `policy.date_form`
 * @example
 * const evidence = unwrap(parseEvidence(plan, { values: { done: 11 } }));
 */
export const parseEvidence = (plan: Plan, document: unknown): Result<Evidence> => {
  const quick = parseQuickly(plan, document);
  if (quick !== undefined) return ok(quick);
  const source = plan.layout.doors.readDocument(document);
  if (!source.ok) return source;
  const { json, positionOf } = source.value;
  const read = readExactly(plan, json);
  if (read.ok) return read;
  // What does not refuse the evidence carries no place in the text: a scorecard is the same whether the evidence came as
  // text or as a value.
  return failure(
    read.issues.map((each) => {
      const position = positionOf(each.pointer);
      return position === undefined ? each : { ...each, position };
    }),
  );
};
