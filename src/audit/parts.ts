import { digest, type Json, type JsonObject } from '../json.js';

/** A document in which every part is replaced by the digest of its canonical form. */
export type PartDigests = string | readonly PartDigests[] | { readonly [key: string]: PartDigests };

/** How a value is taken apart: its members by name, then all others; a member without a rule is one part. */
interface Split {
  readonly named?: Readonly<Record<string, Split>>;
  readonly others?: Split;
}

const MEMBERS: Split = {};

/** Every top-level key; of an object or array every entry: each indicator, input, citation, test. */
const POLICY: Split = { others: MEMBERS };

/** Every row, every scorecard of a member, or every source of the totals of a panel; the columns as a whole. */
const TABLE: Split = { named: { rows: MEMBERS, scorecards: MEMBERS, totals: MEMBERS } };

/** The subject, the day, every value, every row. */
const EVIDENCE: Split = {
  named: { values: MEMBERS, tables: { others: TABLE }, panels: { others: TABLE } },
};

const isArray = (value: Json): value is readonly Json[] => Array.isArray(value);

const splitOf = (key: string, split: Split): Split | undefined =>
  split.named !== undefined && Object.hasOwn(split.named, key) ? split.named[key] : split.others;

const membersOf = (object: JsonObject, split: Split): PartDigests =>
  Object.fromEntries(
    Object.entries(object).map(([key, value]) => [key, digestsOf(value, splitOf(key, split))]),
  );

const digestsOf = (value: Json, split: Split | undefined): PartDigests => {
  if (split === undefined || typeof value !== 'object' || value === null) return digest(value);
  return isArray(value)
    ? value.map((each) => digestsOf(each, split.others))
    : membersOf(value, split);
};

/** The constants of every indicator. */
const COHORT: Split = { named: { indicators: MEMBERS } };

/** What a record holds two of, or three where a cohort was given: a document and the digests that name an alteration in it. */
export type Side = 'policy' | 'evidence' | 'cohort';

const SPLITS: Readonly<Record<Side, Split>> = {
  policy: POLICY,
  evidence: EVIDENCE,
  cohort: COHORT,
};

/**
 * A digest for each part of a document, where the part stands: the pointer of a part is the pointer of its digest.
 *
 * Parts of a policy: each entry of a top-level object or array, each other top-level value. Parts of
 * evidence: each value, each row (an array, an object or a scorecard), each source of totals, the columns of a
 * table, and each other top-level value. Parts of a cohort: the constants of each indicator, and each
 * other top-level value.
 */
export const partDigests = (document: Json, side: Side): PartDigests =>
  digestsOf(document, SPLITS[side]);
