import { isObject } from '../evidence/object.js';
import type { Json, JsonObject } from '../json.js';

/**
 * The keys of each object as its author wrote them, outermost first; objects of one key or none are left out.
 *
 * A digest is blind to the order of keys and stores change it, but a scorecard lists indicators and
 * readings in the order of the policy.
 */
export type KeyOrder = readonly (readonly string[])[];

const isArray = (value: Json): value is readonly Json[] => Array.isArray(value);

/** The order in which the keys of `document` stand. */
export const keyOrderOf = (document: Json): KeyOrder => {
  const order: (readonly string[])[] = [];
  const visit = (value: Json): void => {
    if (isArray(value)) for (const each of value) visit(each);
    else if (isObject(value)) {
      const keys = Object.keys(value);
      if (keys.length > 1) order.push(keys);
      for (const each of Object.values(value)) visit(each);
    }
  };
  visit(document);
  return order;
};

const isSameSet = (keys: readonly string[], own: JsonObject): boolean =>
  new Set(keys).size === keys.length &&
  keys.length === Object.keys(own).length &&
  keys.every((key) => Object.hasOwn(own, key));

/** A copy of `document` with its keys in `order`, or undefined when `order` is of another document. */
export const arrange = (document: Json, order: KeyOrder): Json | undefined => {
  const progress = { taken: 0, isOther: false };
  const visit = (value: Json): Json => {
    if (isArray(value)) return value.map(visit);
    if (!isObject(value)) return value;
    const own = Object.keys(value);
    const keys = own.length > 1 ? (order[progress.taken++] ?? []) : own;
    progress.isOther ||= !isSameSet(keys, value);
    if (progress.isOther) return value;
    return Object.fromEntries(keys.map((key) => [key, visit(value[key] ?? null)]));
  };
  const arranged = visit(document);
  return progress.isOther || progress.taken !== order.length ? undefined : arranged;
};
