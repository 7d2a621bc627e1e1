import type { Json } from '../json.js';
import { isPlainArray, isPlainObject, type Members } from './plain-value.js';

/** A text read by the platform, with how many keys it writes. */
interface PlainText {
  readonly json: Json;
  readonly keys: number;
}

/**
 * What may stand for another number than the platform reads: a number of 16 characters or more, or with an exponent.
 * What stands between quotes begins with one and does not match.
 */
const UNSURE_NUMBER = /[:,[\s]-?(?:[\d.]{16}|[\d.]+[eE])/;

const countOf = (text: string, part: string): number => {
  let count = 0;
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) count += 1;
  return count;
};

/** Longer texts are refused by the careful door. */
export const LONGEST_DOCUMENT = 20_000_000;

/**
 * JSON text whose numbers the platform reads as they are written; undefined for any other. How often a colon stands
 * outside of texts is how many keys there are: one that stands in a text makes the count too high, never too low.
 */
export const parsePlain = (text: string): PlainText | undefined => {
  if (text.length > LONGEST_DOCUMENT || UNSURE_NUMBER.test(text)) return undefined;
  try {
    return { json: JSON.parse(text) as Json, keys: countOf(text, ':') };
  } catch {
    return undefined;
  }
};

/** A copy of an array, whatever its own `slice` or iterator may say. */
const copyArray = (values: readonly unknown[]): readonly unknown[] => {
  const copy: unknown[] = [];
  for (let i = 0; i < values.length; i++) copy.push(values[i]);
  return copy;
};

/** A copy of the members that JSON knows; undefined where there are others. */
const copyMembers = (object: Members): Record<string, unknown> | undefined => {
  const copy: Record<string, unknown> = { ...object };
  return Object.getOwnPropertySymbols(copy).length === 0 ? copy : undefined;
};

/** A copy of an array of arrays. */
const copyGrid = (rows: readonly unknown[]): readonly unknown[] | undefined => {
  const copy: unknown[] = [];
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i];
    if (!isPlainArray(row)) return undefined;
    copy.push(copyArray(row));
  }
  return copy;
};

const copyRows = (given: unknown): unknown => {
  if (!isPlainObject(given)) return undefined;
  const copy = copyMembers(given);
  if (copy === undefined) return undefined;
  const { columns, rows } = copy;
  if (!isPlainArray(columns) || !isPlainArray(rows)) return undefined;
  copy['columns'] = copyArray(columns);
  copy['rows'] = copyGrid(rows);
  return copy['rows'] === undefined ? undefined : copy;
};

const copySection = (section: unknown): Members | undefined => {
  if (!isPlainObject(section)) return undefined;
  const copy: Record<string, unknown> = {};
  for (const name of Object.keys(section)) {
    if (name === '__proto__') return undefined;
    const rows = copyRows(section[name]);
    if (rows === undefined) return undefined;
    copy[name] = rows;
  }
  return copy;
};

/**
 * A copy of plain evidence, every member of which is read once; undefined for what has another form. What the copy holds is
 * then checked: until that, it need not be JSON.
 */
export const copyPlain = (document: unknown): Json | undefined => {
  try {
    if (!isPlainObject(document)) return undefined;
    const copy = copyMembers(document);
    if (copy === undefined) return undefined;
    if (copy['values'] !== undefined) {
      const values = isPlainObject(copy['values']) ? copyMembers(copy['values']) : undefined;
      if (values === undefined) return undefined;
      copy['values'] = values;
    }
    for (const key of ['tables', 'panels']) {
      if (copy[key] === undefined) continue;
      const section = copySection(copy[key]);
      if (section === undefined) return undefined;
      copy[key] = section;
    }
    return copy as Json;
  } catch {
    return undefined; // a getter or a proxy threw: the careful door says where
  }
};
