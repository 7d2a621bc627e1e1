import type { Json, JsonObject } from '../json.js';
import { type Pointer, pointerTo } from '../pointer.js';
import { nearest } from '../suggest.js';
import type { Findings } from './value.js';

/** Whether `value` is an object of a document. */
export const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The own member `key` of `object`. */
export const member = (object: JsonObject, key: string): Json | undefined =>
  Object.hasOwn(object, key) ? object[key] : undefined;

/** Every key of `object` that is not among `known` is reported. */
export const refuseUnknown = (
  object: object,
  known: readonly string[],
  pointer: Pointer,
  found: Findings,
): void => {
  for (const key of Object.keys(object)) {
    if (known.includes(key)) continue;
    found.say('evidence.unknown_key', pointerTo(pointer, key), { key, ...nearest(key, known) });
  }
};
