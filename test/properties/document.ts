import { readFileSync } from 'node:fs';
import type { Issue } from '../../src/issue.js';
import type { Json, JsonObject } from '../../src/json.js';
import { type Pointer, pointerKeys } from '../../src/pointer.js';
import { readJsonText } from '../../src/policy/text.js';
import { unwrap } from '../../src/result.js';
import type { Policy } from '../../src/policy/policy.js';

/** The text of the worked example of the policy language. */
export const languageText: string = readFileSync(
  new URL('../../examples/language.jsonc', import.meta.url),
  'utf8',
);

/** The worked example as a parsed document. */
export const language = unwrap(readJsonText(languageText)).value as JsonObject & Policy;

export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The own member `key` of an object or array; undefined where there is none. */
const memberOf = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? (value as Readonly<Record<string, unknown>>)[key]
    : undefined;

/** What stands at `pointer`; undefined where nothing does. */
export const valueAt = (document: unknown, pointer: Pointer): unknown =>
  pointerKeys(pointer).reduce<unknown>(memberOf, document);

/** Whether `pointer` is of a member of `document`, or of one that its innermost value could have. */
export const isPlaceIn = (document: unknown, pointer: Pointer): boolean => {
  if (pointer !== '' && !pointer.startsWith('/')) return false;
  if (valueAt(document, pointer) !== undefined) return true;
  const parent = valueAt(document, pointer.slice(0, Math.max(0, pointer.lastIndexOf('/'))));
  return typeof parent === 'object' && parent !== null;
};

/** The same document, no part of which can be changed. */
export const frozen = <T>(value: T): T => {
  if (typeof value !== 'object' || value === null) return value;
  for (const each of Object.values(value)) frozen(each);
  return Object.freeze(value);
};

/** The same document with the keys of every object in an order that `seed` decides. */
export const shuffled = <T extends Json>(value: T, seed: number): T => {
  if (Array.isArray(value)) return value.map((each: Json) => shuffled(each, seed)) as never;
  if (!isObject(value)) return value;
  const rank = (key: string): number => {
    let hash = seed | 1;
    for (const character of key) hash = Math.imul(hash ^ character.charCodeAt(0), 0x5bd1e995);
    return hash ^ (hash >>> 15);
  };
  const entries = Object.entries(value).map(
    ([key, each]) => [key, shuffled(each as Json, seed)] as const,
  );
  return Object.fromEntries(entries.sort(([a], [b]) => rank(a) - rank(b))) as T;
};

/** An issue by its code and place, for a message or a comparison. */
export const where = ({ code, pointer }: Issue): string => `${code} ${pointer}`;
