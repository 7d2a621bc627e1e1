import { isObject } from '../../src/evidence/object.js';
import { digest, type Json, type JsonObject } from '../../src/json.js';
import { type Pointer, pointerKeys, pointerTo } from '../../src/pointer.js';

const isArray = (value: Json | undefined): value is readonly Json[] => Array.isArray(value);

/** Every pointer into `document`, outermost first. */
export const pointersInto = (document: Json): readonly Pointer[] => {
  const list: Pointer[] = [];
  const visit = (value: Json, at: Pointer): void => {
    list.push(at);
    if (typeof value !== 'object' || value === null) return;
    for (const [key, each] of Object.entries<Json>(value)) visit(each, pointerTo(at, key));
  };
  visit(document, '');
  return list;
};

const memberOf = (value: Json | undefined, key: string): Json | undefined =>
  isArray(value) ? value[Number(key)] : isObject(value) ? value[key] : undefined;

export const valueAt = (document: Json, pointer: Pointer): Json | undefined =>
  pointerKeys(pointer).reduce<Json | undefined>(memberOf, document);

/** `document` with another value at `pointer`; with nothing there, for undefined. */
export const withValue = (document: Json, pointer: Pointer, value: Json | undefined): Json => {
  const put = (around: Json | undefined, [key, ...rest]: readonly string[]): Json | undefined => {
    if (key === undefined) return value;
    const inner = put(memberOf(around, key), rest);
    if (isArray(around)) {
      const i = Number(key);
      return [
        ...around.slice(0, i),
        ...(inner === undefined ? [] : [inner]),
        ...around.slice(i + 1),
      ];
    }
    const others = isObject(around) ? Object.entries(around) : [];
    const isThere = others.some(([name]) => name === key);
    const entries = isThere ? others : [...others, [key, null] as const];
    return Object.fromEntries(
      entries.flatMap(([name, each]) =>
        name !== key ? [[name, each]] : inner === undefined ? [] : [[name, inner]],
      ),
    );
  };
  return put(document, pointerKeys(pointer)) ?? null;
};

/** A record whose digest was made to fit. */
export const resealed = (record: Json): Json => {
  const content = withValue(record, '/digest', undefined);
  return withValue(content, '/digest', digest(content));
};

/** One value of a document changed, added or removed. */
export interface Alteration {
  readonly how: 'change' | 'add' | 'remove';
  /** The value that is changed or removed; the object or array that is added to. */
  readonly pointer: Pointer;
  readonly document: Json;
}

/** Another value, near enough to pass for the first. */
const another = (value: Json): Json => {
  if (typeof value === 'string') {
    const isDigest = value.startsWith('sha256:');
    return isDigest ? `${value.slice(0, -1)}${value.endsWith('0') ? '1' : '0'}` : `${value}1`;
  }
  if (typeof value === 'number') return value + 1;
  if (typeof value === 'boolean') return !value;
  return value === null ? 0 : null;
};

const withOneMore = (value: JsonObject | readonly Json[]): Json =>
  isArray(value) ? [...value, value.at(-1) ?? 'x'] : { ...value, 'x-added': 'x' };

/** The alteration of one kind at one place, where there is one. */
export const alter = (
  record: JsonObject,
  pointer: Pointer,
  how: Alteration['how'],
): Alteration | undefined => {
  const value = valueAt(record, pointer) ?? null;
  if (how === 'add') {
    if (!isArray(value) && !isObject(value)) return undefined;
    return { how, pointer, document: withValue(record, pointer, withOneMore(value)) };
  }
  if (pointer === '') return undefined;
  const other = how === 'change' ? another(value) : undefined;
  return { how, pointer, document: withValue(record, pointer, other) };
};

/** Every alteration of one value of a record. */
export const alterations = (record: JsonObject): readonly Alteration[] =>
  pointersInto(record).flatMap((pointer) =>
    (['change', 'add', 'remove'] as const).flatMap((how) => alter(record, pointer, how) ?? []),
  );
