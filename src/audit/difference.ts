import { isObject, member } from '../evidence/object.js';
import { issue } from '../catalogue.js';
import type { Issue } from '../issue.js';
import { canonicalJson, type Json } from '../json.js';
import { type Pointer, pointerTo } from '../pointer.js';

/** A place at which two documents differ; undefined is where one of them has nothing. */
export interface Difference {
  readonly pointer: Pointer;
  readonly recorded: Json | undefined;
  readonly found: Json | undefined;
}

const isArray = (value: Json | undefined): value is readonly Json[] => Array.isArray(value);

/** Every place at which `found` differs from `recorded`, as deep as both go, in the order of `recorded`. */
export const differences = (
  recorded: Json | undefined,
  found: Json | undefined,
  pointer: Pointer = '',
): readonly Difference[] => {
  const list: Difference[] = [];
  const visit = (left: Json | undefined, right: Json | undefined, at: Pointer): void => {
    if (left === right) return;
    if (isArray(left) && isArray(right)) {
      for (let i = 0; i < Math.max(left.length, right.length); i++)
        visit(left[i], right[i], pointerTo(at, i));
    } else if (isObject(left) && isObject(right)) {
      for (const key of new Set([...Object.keys(left), ...Object.keys(right)]))
        visit(member(left, key), member(right, key), pointerTo(at, key));
    } else list.push({ pointer: at, recorded: left, found: right });
  };
  visit(recorded, found, pointer);
  return list;
};

/** A text as it is where both are texts, otherwise JSON; the issue cuts it. */
const shown = (value: Json, other: Json | undefined): string =>
  typeof value === 'string' && typeof (other ?? '') === 'string' ? value : canonicalJson(value);

/** What recomputing gives against what is recorded, as an issue of the record. */
export const differs = (
  { pointer, recorded, found }: Difference,
  policyPointer?: Pointer,
): Issue => {
  const params = {
    ...(found === undefined ? {} : { found: shown(found, recorded) }),
    ...(recorded === undefined ? {} : { recorded: shown(recorded, found) }),
  };
  const code =
    recorded === undefined
      ? 'record.lacks'
      : found === undefined
        ? 'record.extra'
        : 'record.differs';
  return issue(code, pointer, params, policyPointer === undefined ? {} : { policyPointer });
};

/** More issues than this are counted, not listed. */
export const MOST_ISSUES = 100;

/** An issue for each of `list`; those beyond what is shown are not made but only counted. */
export const issuesFor = <T>(list: readonly T[], make: (each: T) => Issue): readonly Issue[] => {
  const issues: Issue[] = [];
  for (const each of list) issues.push(issues[MOST_ISSUES] ?? make(each));
  return issues;
};
