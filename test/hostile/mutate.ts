import * as fc from 'fast-check';
import type { Json, JsonObject } from '../../src/json.js';
import { isObject } from '../properties/document.js';

type Path = readonly (string | number)[];

/** The way to every value of a document, the document itself first. */
export const pathsIn = (value: Json, path: Path = []): readonly Path[] => {
  if (typeof value !== 'object' || value === null) return [path];
  const members: readonly (readonly [string | number, Json])[] = Array.isArray(value)
    ? [...(value as readonly Json[]).entries()]
    : Object.entries(value as JsonObject);
  return [path, ...members.flatMap(([key, each]) => pathsIn(each, [...path, key]))];
};

/** The same document with what stands at `path` changed; `undefined` takes it away. */
export const changedAt = (
  value: Json,
  path: Path,
  change: (value: Json) => Json | undefined,
): Json => {
  const [key, ...rest] = path;
  if (key === undefined) return change(value) ?? null;
  if (Array.isArray(value)) {
    return (value as readonly Json[]).flatMap((each, i): Json[] => {
      if (i !== key) return [each];
      const changed = rest.length === 0 ? change(each) : changedAt(each, rest, change);
      return changed === undefined ? [] : [changed];
    });
  }
  if (!isObject(value)) return value;
  const entries = Object.entries(value).flatMap(([name, each]) => {
    if (name !== key) return [[name, each] as const];
    const changed = rest.length === 0 ? change(each) : changedAt(each, rest, change);
    return changed === undefined ? [] : [[name, changed] as const];
  });
  return Object.fromEntries(entries);
};

/** What stands at `path`. */
export const at = (value: Json, path: Path): Json =>
  path.reduce<Json>((each, key) => (each as never)[key], value);

/** JSON of any kind, much of it of the kinds that a policy is made of. */
const anyJson = (document: Json): fc.Arbitrary<Json> => {
  const paths = pathsIn(document);
  return fc.oneof(
    fc.jsonValue({ maxDepth: 2 }) as fc.Arbitrary<Json>,
    fc.constantFrom<Json>(
      null,
      true,
      false,
      0,
      -1,
      0.5,
      1e300,
      '',
      'rest',
      '1/0',
      '1e400',
      '-60%',
      [],
      {},
    ),
    fc.constantFrom<Json>(
      { var: 'results' },
      { var: 'tasks.done' },
      { '/': [1, 0] },
      { '==': [null, null] },
      { '+': [{ var: 'visitors' }, null] },
      { use: 1, cite: 'contoh' },
      [[null]],
    ),
    // A part of the same document in a place where it does not belong.
    fc.nat(paths.length - 1).map((i) => at(document, paths[i] ?? [])),
  );
};

const KEYS = [
  'x',
  'when',
  'unit',
  'scale',
  'per',
  'is',
  'min',
  '',
  'a/b~c',
  'toString',
  'unheard-of',
];

/** A valid document with one mutation: a value taken away, replaced, added, or two that change places. */
export const mutants = (document: Json): fc.Arbitrary<Json> => {
  const paths = pathsIn(document);
  const path = fc.nat(paths.length - 1).map((i) => paths[i] ?? []);
  const inner = fc.integer({ min: 1, max: paths.length - 1 }).map((i) => paths[i] ?? []);
  const json = anyJson(document);
  return fc.oneof(
    { weight: 2, arbitrary: inner.map((where) => changedAt(document, where, () => undefined)) },
    {
      weight: 4,
      arbitrary: fc
        .tuple(path, json)
        .map(([where, value]) => changedAt(document, where, () => value)),
    },
    {
      weight: 2,
      arbitrary: fc
        .tuple(path, fc.oneof(fc.constantFrom(...KEYS), fc.string()), json)
        .map(([where, key, value]) =>
          changedAt(document, where, (around) => {
            if (Array.isArray(around)) return [...(around as readonly Json[]), value];
            return isObject(around) ? { ...around, [key]: value } : value;
          }),
        ),
    },
    {
      weight: 1,
      arbitrary: fc.tuple(inner, inner).map(([one, other]) => {
        const [a, b] = [at(document, one), at(document, other)];
        const half = changedAt(document, one, () => b);
        return changedAt(half, other, () => a);
      }),
    },
  );
};
