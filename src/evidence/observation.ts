import { readDay } from '../day.js';
import type { Json, JsonObject } from '../json.js';
import type { InputPlan } from '../plan/plan.js';
import { type Pointer, pointerTo } from '../pointer.js';
import type { Cell } from '../slot.js';
import type { Provenance } from './evidence.js';
import { isObject, member, refuseUnknown } from './object.js';
import { type Findings, kindOf, readValue, WANTED } from './value.js';

/** Whether a value from there has provenance: somebody, or some record, vouches for it. */
export const hasProvenance = (provenance: Provenance | undefined): boolean =>
  provenance?.by !== undefined || provenance?.record !== undefined;

/** A value as it was given, with where it comes from when that was said. */
interface Observed {
  readonly given: Json | undefined;
  /** Where the value itself stands. */
  readonly pointer: Pointer;
  readonly provenance?: Provenance;
}

const KEYS = ['value', 'at', 'by', 'record'] as const;

/** A text that says something, or undefined; one that says nothing is reported. */
const readText = (
  given: JsonObject,
  key: 'at' | 'by' | 'record',
  pointer: Pointer,
  found: Findings,
): string | undefined => {
  const text = member(given, key);
  if (text === undefined) return undefined;
  if (typeof text === 'string' && text.trim() !== '') return text;
  found.say('evidence.type', pointerTo(pointer, key), {
    expected: key === 'at' ? WANTED.date : WANTED.text,
    found: typeof text === 'string' ? WANTED.blank : kindOf(text),
  });
  return undefined;
};

const readObject = (given: JsonObject, pointer: Pointer, found: Findings): Observed => {
  refuseUnknown(given, KEYS, pointer, found);
  if (!Object.hasOwn(given, 'value')) found.say('evidence.no_value', pointer);
  const at = readText(given, 'at', pointer, found);
  const by = readText(given, 'by', pointer, found);
  const record = readText(given, 'record', pointer, found);
  if (at !== undefined && readDay(at) === undefined)
    found.say('policy.date_form', pointerTo(pointer, 'at'), { found: at });
  const provenance: Provenance = {
    ...(at === undefined ? {} : { at }),
    ...(by === undefined ? {} : { by }),
    ...(record === undefined ? {} : { record }),
  };
  return {
    given: member(given, 'value'),
    pointer: pointerTo(pointer, 'value'),
    ...(Object.keys(provenance).length === 0 ? {} : { provenance }),
  };
};

/** A cell that counts, with where it comes from. */
interface ObservedCell {
  readonly cell: Cell | undefined;
  readonly provenance?: Provenance;
}

const NO_CELL: ObservedCell = { cell: undefined };

const cellOf = (read: ReturnType<typeof readValue>): ObservedCell =>
  read === 'bad' ? NO_CELL : read;

/**
 * The value given for an input, bare or with where it comes from; what does not count comes from nowhere.
 *
 * Issues: `evidence.unknown_key`, `evidence.no_value`, `evidence.type`, `policy.date_form`; those of the value
 */
export const readObserved = (
  given: Json | undefined,
  input: InputPlan,
  pointer: Pointer,
  found: Findings,
): ObservedCell => {
  // A bare value costs nothing more than itself.
  if (!isObject(given)) return cellOf(readValue(given, input, pointer, found));
  const observed = readObject(given, pointer, found);
  const { cell } = cellOf(readValue(observed.given, input, observed.pointer, found));
  return cell === undefined || observed.provenance === undefined
    ? { cell }
    : { cell, provenance: observed.provenance };
};

/** Where values come from, by position; nothing at all where none says. */
export const provenanceOf = (
  observed: readonly ObservedCell[],
): ReadonlyMap<number, Provenance> | undefined => {
  let found: Map<number, Provenance> | undefined;
  for (const [i, { provenance }] of observed.entries()) {
    if (provenance === undefined) continue;
    found ??= new Map();
    found.set(i, provenance);
  }
  return found;
};
