import { type Pointer, pointerTo } from '../pointer.js';
import type { Text } from '../issue.js';
import { classOf, isPlainPrototype } from '../plain.js';
import { isReference } from './plain-value.js';
import { type Findings, kindOf, WANTED } from './value.js';

/** Numbers one after another: a typed array, or a plain one. */
export type NumberColumn = ArrayLike<number>;

/** Columns and tables by their keys, before anything is known of them. */
export type Named = Readonly<Record<string, unknown>>;

/** Whether `given` is an object and nothing more, as in a document; of any realm. */
export const isNamed = (given: unknown): given is Named =>
  isReference(given) && isPlainPrototype(Object.getPrototypeOf(given));

/** Whether `given` has a length, and so may hold numbers one after another. */
export const isList = (given: unknown): given is NumberColumn =>
  isReference(given) && 'length' in given && typeof given.length === 'number';

/** What something is, as a message shows it: of an object that is more than one, its class. */
const nameOf = (given: unknown): Text => {
  if (!isReference(given) || Array.isArray(given) || isNamed(given)) return kindOf(given);
  const name = classOf(given);
  return { id: name, en: name };
};

/** The own member `key` of `given`; undefined where it is not there. */
const memberOf = (given: Named, key: string): unknown =>
  Object.hasOwn(given, key) ? given[key] : undefined;

/** The own member `key` of `given`, which holds others by name; undefined where it is not there, and after a report. */
export const namedAt = (
  given: Named,
  key: string,
  pointer: Pointer,
  found: Findings,
): Named | undefined => {
  const value = memberOf(given, key);
  if (value === undefined || isNamed(value)) return value;
  const params = { expected: WANTED.object, found: nameOf(value) };
  found.say('evidence.type', pointerTo(pointer, key), params);
  return undefined;
};

/**
 * A column that only this library reads: a plain one is copied, with NaN for what is not there. Scoring must not run what a
 * host puts behind an index, for that may score others by the same plan.
 */
export const ownColumn = (column: NumberColumn): NumberColumn =>
  ArrayBuffer.isView(column)
    ? column
    : Array.from<number | null | undefined, number>(column, (value) => value ?? NaN);

/** The first row of a column with something other than a number, which arithmetic might take for one; -1 for none. */
const firstOther = (column: NumberColumn): number => {
  // What a typed array holds is all of one type.
  const end = ArrayBuffer.isView(column) ? Math.min(1, column.length) : column.length;
  for (let i = 0; i < end; i++) if (typeof column[i] !== 'number') return i;
  return -1;
};

/**
 * The column at `key`, of so many numbers; undefined where it is not there, and after a report.
 *
 * Issues: `columns.length`, `evidence.type`
 */
export const columnAt = (
  given: Named,
  key: string,
  [length, pointer]: readonly [number, Pointer],
  found: Findings,
): NumberColumn | undefined => {
  const column = memberOf(given, key);
  if (column === undefined) return undefined;
  const at = pointerTo(pointer, key);
  if (!isList(column)) {
    found.say('evidence.type', at, { expected: WANTED.column, found: nameOf(column) });
    return undefined;
  }
  const { length: own } = column;
  if (own !== length) {
    found.say('columns.length', at, { found: own, expected: length });
    return undefined;
  }
  const read = ownColumn(column);
  const other = firstOther(read);
  if (other < 0) return read;
  const params = { expected: WANTED.number, found: kindOf(read[other]) };
  found.say('evidence.type', pointerTo(at, other), params);
  return undefined;
};
