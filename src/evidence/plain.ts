import type { Json } from '../json.js';
import { isPlainObject, type Members } from './plain-value.js';

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

/**
 * JSON text whose numbers the platform reads as they are written; undefined for any other. How often a colon stands
 * outside of texts is how many keys there are: one that stands in a text makes the count too high, never too low.
 */
export const parsePlain = (text: string): PlainText | undefined => {
  if (UNSURE_NUMBER.test(text)) return undefined;
  try {
    return { json: JSON.parse(text) as Json, keys: countOf(text, ':') };
  } catch {
    return undefined;
  }
};

const isPlainArray = (value: unknown): value is readonly unknown[] =>
  Array.isArray(value) && Object.getPrototypeOf(value) === Array.prototype;

/** A copy of an array of arrays. */
const copyGrid = (rows: readonly unknown[]): readonly unknown[] | undefined => {
  const copy: unknown[] = [];
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i];
    if (!isPlainArray(row)) return undefined;
    copy.push(row.slice());
  }
  return copy;
};

const copyRows = (given: unknown): unknown => {
  if (!isPlainObject(given)) return undefined;
  const copy: Record<string, unknown> = { ...given };
  const { columns, rows } = copy;
  if (!isPlainArray(columns) || !isPlainArray(rows)) return undefined;
  copy['columns'] = columns.slice();
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
    const copy: Record<string, unknown> = { ...document };
    if (copy['values'] !== undefined) {
      if (!isPlainObject(copy['values'])) return undefined;
      copy['values'] = { ...copy['values'] };
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
