import * as z from 'zod/mini';
import { constantOf } from '../fast/arithmetic.js';
import { anySpan, type Build, type Value } from '../fast/build.js';
import {
  compare as compareDoubles,
  isAt,
  position,
  select,
  steps,
  tableAt,
} from '../fast/decide.js';
import { wholeSpan } from '../fast/span.js';
import { compareExact, type Exact } from '../number/exact.js';
import { readDecimal } from '../number/decimal.js';
import { compare, type Rational } from '../number/rational.js';
import { type Pointer, pointerTo } from '../pointer.js';
import { labelAt } from '../rule/label.js';
import { numberAt } from '../rule/literal.js';
import type { NumberLiteral } from '../rule/rule.js';
import { authorName } from '../rule/schema.js';
import type { Scope } from '../rule/scope.js';
import type { Cell, Labels, ValueType } from '../slot.js';
import type { Unit } from '../unit.js';
import { lastReached } from './edge.js';
import { isExhaustive } from './named-matrix.js';

/** A value at the end of a lookup, or a map by the entries of its next key. */
export type LookupValues = NumberLiteral | { readonly [entry: string]: LookupValues };

/** A key that is a number: its entries are decimals. */
export interface NumberKey {
  readonly unit: string;
  /** `exact`: an entry is for that number alone; `from`: for every number from it up to the next. */
  readonly match: 'exact' | 'from';
}

/** A named table from one or more labels or numbers to a number or a label. */
export interface LookupSpec {
  /** What leads in, outermost first: the scale of a label, or a number in its unit. */
  readonly keys: readonly (string | NumberKey)[];
  /** The unit of the numbers it gives; exactly one of `unit` and `scale`. */
  readonly unit?: string;
  /** The scale of the labels it gives. */
  readonly scale?: string;
  /** Nested maps, one level for each key; every label of a scale has an entry. */
  readonly values: { readonly [entry: string]: LookupValues };
  readonly cite?: string;
}

const entry = z.string().check(z.regex(/^([a-z][a-z0-9-]*|-?\d+(\.\d+)?)$/, 'lookup-entry'));

const values: z.ZodMiniType<LookupValues> = z.lazy(() =>
  z.union([z.number(), z.string(), z.record(entry, values)]),
);

/** The schema of one entry of `lookups`. */
export const lookupSchema = (): z.ZodMiniType<LookupSpec> =>
  z.strictObject({
    keys: z
      .array(
        z.union([
          authorName,
          z.strictObject({ unit: z.string(), match: z.enum(['exact', 'from']) }),
        ]),
      )
      .check(z.minLength(1), z.maxLength(6)),
    unit: z.exactOptional(z.string()),
    scale: z.exactOptional(authorName),
    values: z.record(entry, values),
    cite: z.exactOptional(authorName),
  });

/** A key over its type: the labels of a scale, or numbers in a unit. */
export type LookupKey =
  | { readonly is: 'label'; readonly labels: Labels }
  | { readonly is: 'number'; readonly unit: Unit; readonly match: NumberKey['match'] };

/** One level of a compiled lookup. */
type Branch =
  | { readonly is: 'leaf'; readonly cell: Cell }
  /** By position of the label. INVARIANT: complete. */
  | { readonly is: 'labels'; readonly branches: readonly Branch[] }
  /** INVARIANT: `at` strictly increases. */
  | {
      readonly is: 'numbers';
      readonly match: NumberKey['match'];
      readonly at: readonly Rational[];
      readonly branches: readonly Branch[];
    };

/** A compiled lookup. */
export interface Lookup {
  readonly name: string;
  readonly pointer: Pointer;
  readonly keys: readonly LookupKey[];
  readonly gives: ValueType;
  readonly root: Branch;
  readonly cite?: string;
}

const leaf = (
  given: LookupValues,
  gives: ValueType,
  pointer: Pointer,
  scope: Scope,
): Cell | undefined => {
  if (typeof given === 'object') {
    scope.report('lookup.depth', pointer);
    return undefined;
  }
  if (gives.is === 'label') {
    return labelAt(String(given), gives.labels.names, pointer, scope.report);
  }
  return numberAt(given, pointer, scope.report, gives.is === 'number' ? gives.unit : 'any');
};

/** The entries of a numeric key in order, or undefined after a report. */
const numbersOf = (
  given: object,
  pointer: Pointer,
  scope: Scope,
): readonly (readonly [Rational, string])[] | undefined => {
  const read = Object.keys(given).map((text) => [readDecimal(text), text] as const);
  const whole: (readonly [Rational, string])[] = [];
  for (const [value, text] of read) {
    if (value === undefined)
      scope.report('lookup.number_entry', pointerTo(pointer, text), { found: text });
    else whole.push([value, text]);
  }
  if (read.length === 0) scope.report('lookup.no_entry', pointer);
  if (whole.length < read.length || read.length === 0) return undefined;
  whole.sort(([a], [b]) => compare(a, b));
  const twice = whole.find(([value], i) => {
    const before = whole[i - 1];
    return before !== undefined && compare(before[0], value) === 0;
  });
  if (twice === undefined) return whole;
  scope.report('lookup.same_entry', pointerTo(pointer, twice[1]), { found: twice[1] });
  return undefined;
};

/**
 * The lookup a policy declares, checked for completeness at every level of labels.
 *
 * @returns undefined after a report
 * Issues: `lookup.*`, `name.label_missing`, `name.unknown_label`, `number.unreadable`
 */
export const compileLookup = (
  spec: LookupSpec,
  place: Omit<Lookup, 'root' | 'cite'>,
  scope: Scope,
): Lookup | undefined => {
  const walk = (given: LookupValues, level: number, pointer: Pointer): Branch | undefined => {
    const key = place.keys[level];
    if (key === undefined) {
      const cell = leaf(given, place.gives, pointer, scope);
      return cell === undefined ? undefined : { is: 'leaf', cell };
    }
    if (typeof given !== 'object') {
      scope.report('lookup.depth', pointer);
      return undefined;
    }
    const isComplete = key.is === 'number' || isExhaustive(given, key.labels, pointer, scope);
    const numbers = key.is === 'number' ? numbersOf(given, pointer, scope) : [];
    if (numbers === undefined) return undefined;
    const names = key.is === 'number' ? numbers.map(([, text]) => text) : key.labels.names;
    const branches = names.flatMap((name) => {
      const inner = Object.hasOwn(given, name) ? given[name] : undefined;
      return (
        (inner === undefined ? undefined : walk(inner, level + 1, pointerTo(pointer, name))) ?? []
      );
    });
    if (!isComplete || branches.length < names.length) return undefined;
    return key.is === 'number'
      ? { is: 'numbers', match: key.match, at: numbers.map(([value]) => value), branches }
      : { is: 'labels', branches };
  };
  const root = walk(spec.values, 0, pointerTo(place.pointer, 'values'));
  if (root === undefined) return undefined;
  return { ...place, root, ...(spec.cite === undefined ? {} : { cite: spec.cite }) };
};

/** Why a lookup gives nothing. */
type NoEntry = 'outside' | 'undecided';

const entryAt = (
  branch: Extract<Branch, { readonly is: 'numbers' }>,
  value: Exact,
): Branch | NoEntry => {
  const at = lastReached(branch.at.length, (i) => {
    const edge = branch.at[i];
    const order = edge && compareExact(value, edge);
    return order === undefined ? undefined : order >= 0;
  });
  if (at === undefined) return 'undecided';
  const edge = branch.at[at];
  const isMet = edge !== undefined && (branch.match === 'from' || compareExact(value, edge) === 0);
  return (isMet ? branch.branches[at] : undefined) ?? 'outside';
};

/**
 * The entry that `cells` lead to: positions of labels, and numbers.
 *
 * @param cells - one for each key, none of them absent
 */
export const enterLookup = (lookup: Lookup, cells: readonly Cell[]): Cell | NoEntry => {
  let branch: Branch | NoEntry = lookup.root;
  for (const cell of cells) {
    if (typeof branch === 'string') return branch;
    if (branch.is === 'numbers')
      branch = typeof cell === 'object' && !('absent' in cell) ? entryAt(branch, cell) : 'outside';
    else if (branch.is === 'labels') branch = branch.branches[Number(cell)] ?? 'outside';
  }
  if (typeof branch === 'string') return branch;
  if (branch.is !== 'leaf') throw new TypeError('a lookup has one level for each key');
  return branch.cell;
};

/** More branches than this are not laid side by side in doubles. */
const MOST_BRANCHES = 64;

const leafOf = (cell: Cell, build: Build): Value => {
  if (typeof cell === 'number') return build.whole(cell);
  return typeof cell === 'object' && 'n' in cell ? build.constant(cell) : build.refuse('form');
};

/** The leaves of a branch of labels alone, in order; undefined where numbers lead on. */
const leavesOf = (branch: Branch): readonly Cell[] | undefined => {
  if (branch.is === 'leaf') return [branch.cell];
  if (branch.is === 'numbers') return undefined;
  const all = branch.branches.map(leavesOf);
  return all.some((each) => each === undefined) ? undefined : all.flatMap((each) => each ?? []);
};

/** The branch at `at`, whatever stands on it. */
const branchAt = (at: Value, branches: readonly Value[], build: Build): Value => {
  if (branches.length > MOST_BRANCHES) return build.refuse('form');
  return branches.reduceRight((others, branch, i) => {
    const is = isAt(build, at, i);
    return select(build, is, branch, others);
  }, build.nothing());
};

const fastBranch = (branch: Branch, values: readonly Value[], build: Build): Value => {
  const [value, ...rest] = values;
  if (branch.is === 'leaf') return leafOf(branch.cell, build);
  if (value === undefined) return build.refuse('form');
  const leaves = leavesOf(branch);
  if (leaves !== undefined) {
    const made = leaves.map((cell) => leafOf(cell, build));
    const sizes = rest.map((each) => each.span.high + 1);
    const at = rest.reduce((found, each, i) => position(build, found, sizes[i] ?? 1, each), value);
    return tableAt(build, at, made.map(constantOf), anySpan(made.map(({ span }) => span)));
  }
  const inner = branch.branches.map((each) => fastBranch(each, rest, build));
  if (branch.is === 'labels') return branchAt(value, inner, build);
  const edges = branch.at.map((at) => ({ at, open: false }));
  const index = steps(build, value, edges, {
    below: undefined,
    at: edges.map((_, i) => i),
    span: wholeSpan(0, edges.length - 1),
  });
  const isFlat = inner.every(({ double }) => double !== undefined);
  const found = isFlat
    ? tableAt(build, index, inner.map(constantOf), anySpan(inner.map(({ span }) => span)))
    : branchAt(index, inner, build);
  if (branch.match === 'from') return found;
  const places = branch.at.map((at) => build.constant(at));
  const edge = tableAt(
    build,
    index,
    places.map(constantOf),
    anySpan(places.map(({ span }) => span)),
  );
  const isMet = compareDoubles(build, value, edge, { less: false, equal: true, greater: false });
  return select(build, isMet, found, build.nothing());
};

/** The entry that values lead to in doubles; no number where they lead to none. */
export const fastLookup = (lookup: Lookup, values: readonly Value[], build: Build): Value =>
  fastBranch(lookup.root, values, build);
