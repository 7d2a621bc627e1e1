import * as z from 'zod/mini';
import { type Pointer, pointerTo } from '../pointer.js';
import { labelAt } from '../rule/label.js';
import { numberAt } from '../rule/literal.js';
import type { NumberLiteral } from '../rule/rule.js';
import { authorName } from '../rule/schema.js';
import type { Scope } from '../rule/scope.js';
import type { Cell, Labels, ValueType } from '../slot.js';
import { isExhaustive } from './named-matrix.js';

/** A value at the end of a lookup, or a map by the labels of its next key. */
export type LookupValues = NumberLiteral | { readonly [label: string]: LookupValues };

/** A named table from one or more labels to a number or a label. */
export interface LookupSpec {
  /** The scales of the labels that lead in, outermost first. */
  readonly keys: readonly string[];
  /** The unit of the numbers it gives; exactly one of `unit` and `scale`. */
  readonly unit?: string;
  /** The scale of the labels it gives. */
  readonly scale?: string;
  /** Nested maps, one level for each key; every label has an entry. */
  readonly values: { readonly [label: string]: LookupValues };
  readonly cite?: string;
}

const values: z.ZodMiniType<LookupValues> = z.lazy(() =>
  z.union([z.number(), z.string(), z.record(authorName, values)]),
);

/** The schema of one entry of `lookups`. */
export const lookupSchema = (): z.ZodMiniType<LookupSpec> =>
  z.strictObject({
    keys: z.array(authorName).check(z.minLength(1), z.maxLength(6)),
    unit: z.exactOptional(z.string()),
    scale: z.exactOptional(authorName),
    values: z.record(authorName, values),
    cite: z.exactOptional(z.string()),
  });

/** A compiled lookup. */
export interface Lookup {
  readonly name: string;
  readonly pointer: Pointer;
  readonly keys: readonly Labels[];
  readonly gives: ValueType;
  /** In the order of the last key fastest. INVARIANT: complete. */
  readonly cells: readonly Cell[];
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

/**
 * The lookup a policy declares, checked for completeness at every level.
 *
 * @returns undefined after a report
 * Issues: `lookup.depth`, `name.label_missing`, `name.unknown_label`, `number.unreadable`
 */
export const compileLookup = (
  spec: LookupSpec,
  place: Omit<Lookup, 'cells' | 'cite'>,
  scope: Scope,
): Lookup | undefined => {
  const cells: Cell[] = [];
  const faults: Pointer[] = [];
  const walk = (given: LookupValues, level: number, pointer: Pointer): void => {
    const labels = place.keys[level];
    if (labels === undefined) {
      const cell = leaf(given, place.gives, pointer, scope);
      if (cell === undefined) faults.push(pointer);
      else cells.push(cell);
      return;
    }
    if (typeof given !== 'object') {
      scope.report('lookup.depth', pointer);
      faults.push(pointer);
      return;
    }
    if (!isExhaustive(given, labels, pointer, scope)) faults.push(pointer);
    for (const label of labels.names) {
      const inner = Object.hasOwn(given, label) ? given[label] : undefined;
      if (inner !== undefined) walk(inner, level + 1, pointerTo(pointer, label));
    }
  };
  walk(spec.values, 0, pointerTo(place.pointer, 'values'));
  if (faults.length > 0) return undefined;
  return { ...place, cells, ...(spec.cite === undefined ? {} : { cite: spec.cite }) };
};
