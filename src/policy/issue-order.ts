import type { Issue } from '../issue.js';
import type { Json } from '../json.js';
import { type Pointer, pointerKeys } from '../pointer.js';

/** What stands at `path` in `json`. */
export const valueAt = (json: Json, path: readonly PropertyKey[]): Json | undefined =>
  path.reduce<Json | undefined>((value, key) => {
    if (typeof value !== 'object' || value === null) return undefined;
    if (Array.isArray(value)) return (value as readonly Json[])[Number(key)];
    return Object.hasOwn(value, key)
      ? (value as Readonly<Record<string, Json>>)[String(key)]
      : undefined;
  }, json);

/**
 * Issues in the order of the document: by the position of each key on the way. What stands nowhere comes first.
 */
export const inDocumentOrder = (issues: readonly Issue[], json: Json): readonly Issue[] => {
  const positions = new Map<Json, ReadonlyMap<string, number>>();
  const positionIn = (value: Json, key: string): number => {
    if (typeof value !== 'object' || value === null) return 0;
    if (Array.isArray(value)) return Number(key);
    const known = positions.get(value) ?? new Map(Object.keys(value).map((each, i) => [each, i]));
    positions.set(value, known);
    return known.get(key) ?? -1;
  };
  const rank = (pointer: Pointer): readonly number[] => {
    let value: Json | undefined = json;
    return pointerKeys(pointer).map((key) => {
      const position = value === undefined ? 0 : positionIn(value, key);
      value = value === undefined ? undefined : valueAt(value, [key]);
      return position;
    });
  };
  const ranked = issues.map((each) => ({ each, rank: rank(each.pointer) }));
  ranked.sort((a, b) => {
    for (let i = 0; i < Math.max(a.rank.length, b.rank.length); i++) {
      const difference = (a.rank[i] ?? -1) - (b.rank[i] ?? -1);
      if (difference !== 0) return difference;
    }
    return 0;
  });
  return ranked.map(({ each }) => each);
};
