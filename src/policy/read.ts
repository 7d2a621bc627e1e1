import type * as z from 'zod/mini';
import type { IndicatorKind } from '../indicator/contract.js';
import { indicatorKinds } from '../indicator/registry.js';
import { capIssues, issue } from '../catalogue.js';
import type { Issue, Text } from '../issue.js';
import { type Json, type JsonLimits } from '../json.js';
import { type Pointer, pointerTo } from '../pointer.js';
import { failure, ok, type Result } from '../result.js';
import { nearest } from '../suggest.js';
import { type JsonDocument, readDocument } from './document.js';
import { inDocumentOrder, valueAt } from './issue-order.js';
import type { ChildPolicy, Policy } from './policy.js';
import { policySchema } from './schema.js';

/** A policy whose form is right, with what its text was. */
export interface PolicyDocument extends JsonDocument {
  readonly policy: Policy | ChildPolicy;
}

/** More issues than this are counted, not listed. */
export const MOST_ISSUES = 100;

/** A policy is written by people: this is far more than any needs. */
export const POLICY_LIMITS: Partial<JsonLimits> = {
  depth: 40,
  nodes: 200_000,
  textLength: 20_000,
  keys: 50_000,
};

type ZodIssue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];

const textOf = (path: Path): readonly string[] => path.map((key) => String(key));

/** The keys that objects at `path` may have, from the schema's own definition. */
const knownKeys = (schema: z.core.$ZodType, path: readonly string[]): readonly string[] => {
  const { def } = schema._zod as { readonly def: z.core.$ZodTypes['_zod']['def'] };
  switch (def.type) {
    case 'optional':
      return knownKeys(def.innerType, path);
    case 'union':
      return def.options.flatMap((option) => knownKeys(option, path));
    case 'object': {
      const [key, ...rest] = path;
      if (key === undefined) return Object.keys(def.shape);
      const inner = Object.hasOwn(def.shape, key) ? def.shape[key] : undefined;
      return inner === undefined ? [] : knownKeys(inner, rest);
    }
    case 'record':
      return path.length === 0 ? [] : knownKeys(def.valueType, path.slice(1));
    case 'array':
      return path.length === 0 ? [] : knownKeys(def.element, path.slice(1));
    default:
      return [];
  }
};

const EXPECTED: Readonly<Record<string, Text>> = {
  string: { id: 'teks', en: 'text' },
  number: { id: 'bilangan', en: 'a number' },
  int: { id: 'bilangan bulat', en: 'a whole number' },
  boolean: { id: 'true atau false', en: 'true or false' },
  object: { id: 'objek', en: 'an object' },
  record: { id: 'objek', en: 'an object' },
  array: { id: 'larik', en: 'an array' },
  tuple: { id: 'larik', en: 'an array' },
};

/** What was expected, as a message names it. */
const expectedText = (expected: string): Text =>
  (Object.hasOwn(EXPECTED, expected) ? EXPECTED[expected] : undefined) ?? {
    id: expected,
    en: expected,
  };

/** Several expectations in one phrase. */
const anyOf = (texts: readonly Text[]): Text => ({
  id: [...new Set(texts.map(({ id }) => id))].join(' atau '),
  en: [...new Set(texts.map(({ en }) => en))].join(' or '),
});

const FORMS = {
  'author-name': 'policy.name_form',
  reference: 'policy.name_form',
  'policy-id': 'policy.id_form',
  version: 'policy.version_form',
  date: 'policy.date_form',
  digest: 'policy.digest_form',
  'lookup-entry': 'lookup.entry_form',
} as const;

const formOf = (message: string): (typeof FORMS)[keyof typeof FORMS] =>
  Object.hasOwn(FORMS, message) ? FORMS[message as keyof typeof FORMS] : 'policy.name_form';

/** The branch of a union that comes nearest: the one that got furthest with the fewest complaints. */
const nearestBranch = (branches: readonly (readonly ZodIssue[])[]): readonly ZodIssue[] => {
  const rank = (issues: readonly ZodIssue[]): number =>
    issues.some((each) => each.path.length === 0 && each.code === 'invalid_type')
      ? 1000
      : issues.length;
  return [...branches].sort((a, b) => rank(a) - rank(b))[0] ?? [];
};

const isPlainType = (issues: readonly ZodIssue[]): boolean =>
  issues.length === 1 && issues[0]?.code === 'invalid_type' && issues[0].path.length === 0;

interface Place {
  readonly schema: z.core.$ZodType;
  readonly json: Json;
}

/** One complaint of the schema in the language of the catalogue. */
const translate = (found: ZodIssue, base: Path, place: Place): readonly Issue[] => {
  const path = [...base, ...found.path];
  const pointer = pointerTo('', ...textOf(path));
  const value = valueAt(place.json, path);
  const shown = typeof value === 'string' ? value : JSON.stringify(value ?? null);
  switch (found.code) {
    case 'unrecognized_keys':
      return found.keys.map((key) =>
        issue('policy.unknown_key', pointerTo(pointer, key), {
          key,
          ...nearest(key, knownKeys(place.schema, textOf(path))),
        }),
      );
    case 'invalid_union': {
      if (found.errors.length === 0) return [unknownVariant(found, pointer)];
      if (found.errors.every(isPlainType)) {
        const expected = found.errors.flatMap((each) =>
          each[0]?.code === 'invalid_type' ? [expectedText(each[0].expected)] : [],
        );
        return [issue('policy.type', pointer, { expected: anyOf(expected) })];
      }
      return nearestBranch(found.errors).flatMap((each) => translate(each, path, place));
    }
    case 'invalid_key':
      return [
        issue(formOf(found.issues[0]?.message ?? ''), pointer, { found: String(path.at(-1)) }),
      ];
    case 'invalid_type': {
      const key = path.at(-1);
      return value === undefined
        ? [
            issue('policy.missing_key', pointerTo('', ...textOf(path.slice(0, -1))), {
              key: String(key),
            }),
          ]
        : [issue('policy.type', pointer, { expected: expectedText(found.expected) })];
    }
    case 'invalid_value': {
      if (value === undefined) {
        const key = String(path.at(-1));
        return [issue('policy.missing_key', pointerTo('', ...textOf(path.slice(0, -1))), { key })];
      }
      return [
        issue('policy.value', pointer, {
          found: shown,
          expected: found.values.map(String).join(', '),
        }),
      ];
    }
    case 'invalid_format':
      return [issue(formOf(found.message), pointer, { found: shown })];
    case 'too_small':
      return found.origin === 'array'
        ? [issue('policy.too_few', pointer, { expected: String(found.minimum) })]
        : [issue('policy.range', pointer, { expected: `>= ${String(found.minimum)}` })];
    case 'too_big':
      return [issue('policy.range', pointer, { expected: `<= ${String(found.maximum)}` })];
    default:
      return [issue('policy.type', pointer, { expected: found.code })];
  }
};

/** A discriminated union met a discriminator it does not know. */
const unknownVariant = (found: ZodIssue, pointer: Pointer): Issue => {
  const options =
    'options' in found && Array.isArray(found.options) ? found.options.map(String) : [];
  return issue('policy.value', pointer, { expected: options.join(', ') });
};

const schemas = new WeakMap<
  ReadonlyMap<string, IndicatorKind>,
  z.ZodMiniType<Policy | ChildPolicy>
>();

/** The schema for `kinds`, built once for each set of kinds. */
const schemaFor = (
  kinds: ReadonlyMap<string, IndicatorKind>,
): z.ZodMiniType<Policy | ChildPolicy> => {
  const known = schemas.get(kinds) ?? policySchema(kinds);
  schemas.set(kinds, known);
  return known;
};

const place = (
  issues: readonly Issue[],
  positionOf: PolicyDocument['positionOf'],
): readonly Issue[] =>
  issues.map((each) => {
    const position = each.position ?? positionOf(each.pointer);
    return position === undefined ? each : { ...each, position };
  });

/** Keys that every policy needs that does not extend another, and those that only one which does may have. */
const missingParts = (policy: Policy | ChildPolicy): readonly Issue[] => {
  const has = (key: string): boolean => Object.hasOwn(policy, key);
  if (has('extends')) return has('result') ? [issue('extend.result', '/result')] : [];
  const missing = ['indicators', 'result'].filter((key) => !has(key));
  const foreign = ['set', 'fill'].filter(has);
  return [
    ...missing.map((key) => issue('policy.missing_key', '', { key })),
    ...foreign.map((key) => issue('extend.no_parent', pointerTo('', key), { key })),
  ];
};

/**
 * The policy in a text or a parsed value, when its form is right.
 *
 * Text is read by our own door: digits kept, duplicate keys refused, comments allowed, issues with
 * line and column. Either way the document is scanned for depth, size and keys before the schema.
 *
 * Issues: `json.*`, `policy.*`; every issue of a stage at once, in document order, capped at 100
 */
export const readPolicy = (
  document: unknown,
  kinds: ReadonlyMap<string, IndicatorKind> = indicatorKinds,
  limits: Partial<JsonLimits> = POLICY_LIMITS,
): Result<PolicyDocument> => {
  const read = readDocument(document, limits);
  if (!read.ok) return read;
  const { json, positionOf } = read.value;
  const schema = schemaFor(kinds);
  const parsed = schema.safeParse(json);
  const issues = parsed.success
    ? missingParts(parsed.data)
    : parsed.error.issues.flatMap((found) => translate(found, [], { schema, json }));
  if (parsed.success && issues.length === 0) return ok({ policy: parsed.data, json, positionOf });
  return failure(capIssues(place(inDocumentOrder(issues, json), positionOf), MOST_ISSUES));
};
