import * as z from 'zod/mini';
import { type Pointer, pointerTo } from '../pointer.js';
import { labelAt, reportUnknownLabel } from '../rule/label.js';
import { authorName } from '../rule/schema.js';
import type { Scope } from '../rule/scope.js';
import type { Labels } from '../slot.js';

/** A named table from two labels to one: every pair of labels has a cell. */
export interface MatrixSpec {
  /** The scale of the label that chooses the row. */
  readonly rows: string;
  /** The scale of the label that chooses the column. */
  readonly columns: string;
  /** The scale of the labels in the cells. */
  readonly gives: string;
  /** Row label, then column label, to the label it gives. */
  readonly cells: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly cite?: string;
}

/** The schema of one entry of `matrices`. */
export const matrixSchema = (): z.ZodMiniType<MatrixSpec> =>
  z.strictObject({
    rows: authorName,
    columns: authorName,
    gives: authorName,
    cells: z.record(authorName, z.record(authorName, authorName)),
    cite: z.exactOptional(authorName),
  });

/** A compiled matrix. */
export interface Matrix {
  readonly name: string;
  readonly pointer: Pointer;
  readonly rows: Labels;
  readonly columns: Labels;
  readonly gives: Labels;
  /** Positions in `gives`, by row position and column position. INVARIANT: complete. */
  readonly cells: readonly (readonly number[])[];
  readonly cite?: string;
}

/** Every label of `labels` has an entry in `map` and nothing else has; reported otherwise. */
export const isExhaustive = (
  map: Readonly<Record<string, unknown>>,
  labels: Labels,
  pointer: Pointer,
  scope: Pick<Scope, 'report'>,
): boolean => {
  const missing = labels.names.filter((name) => !Object.hasOwn(map, name));
  if (missing.length > 0)
    scope.report('name.label_missing', pointer, { missing: missing.join(', ') });
  const known = new Set(labels.names);
  const extra = Object.keys(map).filter((name) => !known.has(name));
  for (const found of extra) {
    reportUnknownLabel(found, labels.names, pointerTo(pointer, found), scope.report);
  }
  return missing.length === 0 && extra.length === 0;
};

/**
 * The matrix a policy declares, checked for completeness.
 *
 * @returns undefined after a report
 * Issues: `name.label_missing`, `name.unknown_label`
 */
export const compileMatrix = (
  spec: MatrixSpec,
  place: Omit<Matrix, 'cells' | 'cite'>,
  scope: Scope,
): Matrix | undefined => {
  const pointer = pointerTo(place.pointer, 'cells');
  if (!isExhaustive(spec.cells, place.rows, pointer, scope)) return undefined;
  const cells: number[][] = [];
  for (const row of place.rows.names) {
    const given = spec.cells[row] ?? {};
    if (!isExhaustive(given, place.columns, pointerTo(pointer, row), scope)) return undefined;
    const positions: number[] = [];
    for (const column of place.columns.names) {
      const label = given[column] ?? '';
      const at = pointerTo(pointer, row, column);
      const position = labelAt(label, place.gives.names, at, scope.report);
      if (position === undefined) return undefined;
      positions.push(position);
    }
    cells.push(positions);
  }
  return { ...place, cells, ...(spec.cite === undefined ? {} : { cite: spec.cite }) };
};
