import type { EvidenceTable, EvidenceValue } from '../../src/evidence/evidence.js';
import type { PlainDocument as EvidenceDocument } from './plain.js';
import type { Indicator, Policy } from '../../src/policy/policy.js';
import { parse, ONE, ZERO } from './fraction.js';
import { type Real, real } from './real.js';
import { type Unit, unitOf } from './unit.js';
import { type Absent, get, must, type Value } from './value.js';

/** A row of a table or panel: what stands before the dot sees it. */
export interface Row {
  readonly table: string;
  readonly at: number;
}
export type Cells = Readonly<Record<string, EvidenceValue>>;

/** A policy and what is known of one subject, and the values that come of both. */
export interface World {
  readonly policy: Policy;
  readonly evidence: EvidenceDocument;
  /** The value of a name, where it is read. */
  readonly read: (name: string, row: Row | undefined) => Value;
  /** What `compute` gives; what is read meanwhile is noted as of its verb or an adjustment. */
  readonly during: <T>(phase: Phase, compute: () => T) => T;
}

/** What a reading is for: the verb, an adjustment, or anything else. */
export type Phase = 'verb' | 'adjustment' | 'other';

/** Where a verb stands: what it sees, and the unit it gives. */
export interface Place {
  readonly world: World;
  readonly row: Row | undefined;
  readonly unit: Unit;
  readonly indicator: Indicator;
}

export const rowsOf = (table: EvidenceTable): readonly Cells[] => {
  if (!('columns' in table)) return table;
  return table.rows.map((cells) =>
    Object.fromEntries(table.columns.map((column, at) => [column, cells[at] ?? null])),
  );
};

export const isNotThere = (rows: readonly Cells[] | Absent): rows is Absent => 'is' in rows;

/** The labels of a scale, worst first. */
export const labelsOf = ({ policy }: World, scale: string | undefined): readonly string[] => {
  const spec = must(get(policy.scales, scale ?? ''), 'scale');
  return 'labels' in spec ? spec.labels : [];
};

/** The ends of the scale that a unit is; 0 and 1 of a ratio. */
export const scaleEnds = (
  { policy }: World,
  unit: string | undefined,
): { readonly worst: Real; readonly full: Real } => {
  const scale = get(policy.scales, unit ?? '');
  if (scale === undefined || 'labels' in scale) return { worst: real(ZERO), full: real(ONE) };
  return { worst: real(parse(scale.worst)), full: real(parse(scale.full)) };
};

/** The unit of the number that a name has. */
export const unitOfName = ({ policy }: World, name: string): Unit => {
  const [head = '', field = ''] = name.split('.');
  const panel = get(policy.panels, head);
  if (panel !== undefined) return unitOf(panel.answers);
  const column = get(get(policy.tables, head)?.row, field) ?? get(policy.inputs, name);
  if (column !== undefined) return 'unit' in column ? unitOf(column.unit) : 'any';
  const spec = get(policy.parameters, name) ?? get(policy.indicators, name);
  return unitOf(spec?.unit ?? 'ratio');
};
