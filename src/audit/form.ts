import { isObject, member } from '../evidence/object.js';
import { issue } from '../catalogue.js';
import type { Issue, Text } from '../issue.js';
import type { Json, JsonObject } from '../json.js';
import { type Pointer, pointerTo } from '../pointer.js';
import { failure, ok, type Result } from '../result.js';
import { nearest } from '../suggest.js';
import type { KeyOrder } from './order.js';
import { RECORD_FORMAT, SCORING_VERSION } from './record.js';

/** A document of a record that was read, of which nothing is believed yet. */
export interface ReadDocument {
  readonly digest: string;
  readonly digests: Json;
  readonly document?: Json;
}

/** A policy of a record that was read. */
export interface ReadPolicy extends ReadDocument {
  readonly id: string;
  readonly version: string;
  readonly order: KeyOrder;
}

/** A record whose form is right, and of which nothing is believed yet. */
export interface ReadRecord {
  readonly policy: ReadPolicy;
  /** The policies that it extends, the nearest first. */
  readonly parents: readonly ReadPolicy[];
  readonly evidence: ReadDocument;
  readonly cohort?: ReadDocument;
  readonly kinds: { readonly indicators: Json; readonly adjustments: Json };
  readonly scorecard: JsonObject;
  readonly digest: string;
  /** What `digest` is of: everything else. */
  readonly content: JsonObject;
}

const isText = (value: Json): value is string => typeof value === 'string';

/** A list of lists of keys, each of two keys or more. */
const isOrder = (value: Json | undefined): value is KeyOrder =>
  Array.isArray(value) &&
  value.every((keys: Json) => Array.isArray(keys) && keys.length > 1 && keys.every(isText));

const isVersions = (value: Json): boolean =>
  isObject(value) && Object.values(value).every((each) => typeof each === 'number');

/** What a member must be, in the words of the message. */
interface Member {
  readonly expected: Text;
  readonly holds: (value: Json) => boolean;
  readonly members?: Members;
  /** The members of each element of a list. */
  readonly elements?: Members;
  readonly isOptional?: boolean;
}

type Members = Readonly<Record<string, Member>>;

const TEXT: Member = { expected: { id: 'teks', en: 'text' }, holds: isText };
const OBJECT: Member = { expected: { id: 'objek', en: 'an object' }, holds: isObject };
const NUMBER: Member = {
  expected: { id: 'bilangan', en: 'a number' },
  holds: (value) => typeof value === 'number',
};
const VERSIONS: Member = {
  expected: { id: 'versi menurut jenis', en: 'versions by kind' },
  holds: isVersions,
};
const ORDER: Member = {
  expected: { id: 'daftar-daftar kunci', en: 'lists of keys' },
  holds: isOrder,
};
const DOCUMENT: Member = {
  expected: { id: 'dokumen', en: 'a document' },
  holds: () => true,
  isOptional: true,
};
const SEALED: Members = { digest: TEXT, digests: OBJECT, document: DOCUMENT };

const POLICY: Members = { id: TEXT, version: TEXT, order: ORDER, ...SEALED };
const PARENTS: Member = {
  expected: { id: 'larik kebijakan', en: 'an array of policies' },
  holds: (value) => Array.isArray(value) && value.length > 0 && value.every(isObject),
  elements: POLICY,
  isOptional: true,
};

const RECORD: Members = {
  format: TEXT,
  scoring: NUMBER,
  policy: { ...OBJECT, members: { ...POLICY, parents: PARENTS } },
  evidence: { ...OBJECT, members: SEALED },
  cohort: { ...OBJECT, members: SEALED, isOptional: true },
  kinds: { ...OBJECT, members: { indicators: VERSIONS, adjustments: VERSIONS } },
  scorecard: OBJECT,
  digest: TEXT,
};

const checkMembers = (object: JsonObject, members: Members, base: Pointer): readonly Issue[] => {
  const known = Object.keys(members);
  const needed = Object.entries(members).flatMap(([key, { expected, ...rule }]) => {
    const value = member(object, key);
    const at = pointerTo(base, key);
    if (value === undefined && rule.isOptional === true) return [];
    if (value === undefined || !rule.holds(value))
      return [issue('record.field', at, { key, expected })];
    const { members: inner, elements } = rule;
    if (elements !== undefined && Array.isArray(value))
      return value.flatMap((each: Json, i) =>
        isObject(each) ? checkMembers(each, elements, pointerTo(at, i)) : [],
      );
    return inner !== undefined && isObject(value) ? checkMembers(value, inner, at) : [];
  });
  const unknown = Object.keys(object)
    .filter((key) => !known.includes(key))
    .map((key) =>
      issue('record.unknown_key', pointerTo(base, key), { key, ...nearest(key, known) }),
    );
  return [...needed, ...unknown];
};

// INVARIANT: what these read has been checked, so that their defaults are never seen.

const at = (object: JsonObject, key: string): JsonObject => {
  const value = member(object, key);
  return isObject(value) ? value : {};
};

const textAt = (object: JsonObject, key: string): string => {
  const value = member(object, key);
  return typeof value === 'string' ? value : '';
};

const documentIn = (side: JsonObject): ReadDocument => {
  const document = member(side, 'document');
  return {
    digest: textAt(side, 'digest'),
    digests: at(side, 'digests'),
    ...(document === undefined ? {} : { document }),
  };
};

const policyIn = (side: JsonObject): ReadPolicy => {
  const order = member(side, 'order');
  return {
    id: textAt(side, 'id'),
    version: textAt(side, 'version'),
    order: isOrder(order) ? order : [],
    ...documentIn(side),
  };
};

const parentsIn = (policy: JsonObject): readonly ReadPolicy[] => {
  const parents = member(policy, 'parents');
  const list: readonly Json[] = Array.isArray(parents) ? parents : [];
  return list.filter(isObject).map(policyIn);
};

/**
 * The record in `json`, when it has the form of one that this library can recompute.
 *
 * Issues: `record.form`, `record.format`, `record.field`, `record.unknown_key`, `record.scoring_version`
 */
export const readRecord = (json: Json): Result<ReadRecord> => {
  if (!isObject(json)) return failure([issue('record.form', '')]);
  const format = member(json, 'format');
  if (typeof format !== 'string') return failure([issue('record.form', '/format')]);
  if (format !== RECORD_FORMAT)
    return failure([issue('record.format', '/format', { found: format })]);
  const issues = checkMembers(json, RECORD, '');
  if (issues.length > 0) return failure(issues);
  const scoring = member(json, 'scoring');
  if (scoring !== SCORING_VERSION) {
    const params = { found: Number(scoring), expected: SCORING_VERSION };
    return failure([issue('record.scoring_version', '/scoring', params)]);
  }
  const [policy, evidence, kinds] = [at(json, 'policy'), at(json, 'evidence'), at(json, 'kinds')];
  const cohort = member(json, 'cohort');
  return ok({
    policy: policyIn(policy),
    parents: parentsIn(policy),
    evidence: documentIn(evidence),
    ...(isObject(cohort) ? { cohort: documentIn(cohort) } : {}),
    kinds: { indicators: at(kinds, 'indicators'), adjustments: at(kinds, 'adjustments') },
    scorecard: at(json, 'scorecard'),
    digest: textAt(json, 'digest'),
    content: Object.fromEntries(Object.entries(json).filter(([key]) => key !== 'digest')),
  });
};
