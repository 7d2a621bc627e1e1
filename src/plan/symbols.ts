import { type Pointer, pointerTo } from '../pointer.js';
import type { Indicator, Policy } from '../policy/policy.js';
import type { Scope } from '../rule/scope.js';
import type { Slot, ValueType } from '../slot.js';
import { nearest } from '../suggest.js';
import { RATIO } from '../unit.js';
import {
  type DeclaredInput,
  declareInputs,
  type DeclaredTable,
  declareTables,
} from './declare-inputs.js';
import { type Namespace, openNamespace } from './namespace.js';
import { declarePanels } from './panels.js';
import { labelScale, type Scales } from './scales.js';

/** Every name of a policy with its slot. */
export interface Symbols extends Pick<Namespace, 'slots' | 'names' | 'forms' | 'cited'> {
  readonly parameters: readonly Slot[];
  readonly inputs: readonly DeclaredInput[];
  readonly tables: readonly DeclaredTable[];
  readonly indicators: ReadonlyMap<string, Slot>;
}

const declareParameters = (policy: Policy, space: Namespace): readonly Slot[] =>
  Object.entries(policy.parameters ?? {}).map(([name, spec]) => {
    const pointer = pointerTo('/parameters', name);
    space.cite(spec.cite, pointerTo(pointer, 'cite'));
    const unit =
      spec.unit === undefined ? RATIO : space.scales.unit(spec.unit, pointerTo(pointer, 'unit'));
    const type: ValueType = { is: 'number', unit: unit ?? 'any' };
    const { title, cite } = spec;
    return space.add({ name, pointer, type, title, cite, parameter: true });
  });

/** The declared type of an indicator, or undefined after a report. */
const indicatorType = (
  spec: Indicator,
  pointer: Pointer,
  { scales, report }: Namespace,
): ValueType | undefined => {
  if (spec.unit !== undefined && spec.scale !== undefined) {
    report('policy.unit_and_scale', pointer);
    return undefined;
  }
  if (spec.unit !== undefined) {
    const unit = scales.unit(spec.unit, pointerTo(pointer, 'unit'));
    return unit && { is: 'number', unit };
  }
  if (spec.scale === undefined) return { is: 'truth' };
  const labels = labelScale(spec.scale, pointerTo(pointer, 'scale'), scales, report);
  return labels && { is: 'label', labels };
};

/** The position of the table that an indicator has a value per row of; undefined after a report. */
const tableOf = (
  per: string,
  pointer: Pointer,
  tables: readonly DeclaredTable[],
  report: Scope['report'],
): number | undefined => {
  const table = tables.findIndex((each) => each.name === per);
  if (table >= 0) return table;
  const known = tables.map((each) => each.name);
  report('name.unknown_table', pointer, { name: per, ...nearest(per, known) });
  return undefined;
};

const declareIndicators = (
  policy: Policy,
  tables: readonly DeclaredTable[],
  space: Namespace,
): ReadonlyMap<string, Slot> => {
  const indicators = new Map<string, Slot>();
  for (const [name, spec] of Object.entries(policy.indicators)) {
    const pointer = pointerTo('/indicators', name);
    const type = indicatorType(spec, pointer, space) ?? { is: 'number', unit: 'any' };
    const table =
      spec.per === undefined
        ? undefined
        : tableOf(spec.per, pointerTo(pointer, 'per'), tables, space.report);
    const { title, cite } = spec;
    indicators.set(name, space.add({ name, pointer, type, title, cite, table }));
  }
  return indicators;
};

/**
 * Every name that `policy` declares, in one flat namespace, with its type and place.
 *
 * Issues: `name.duplicate`, `name.unknown_table`, `name.unknown_cite`, `unit.*`, `scale.*`, `input.*`,
 * `parameter.*`, `panel.*`
 */
export const declareSymbols = (
  policy: Policy,
  scales: Scales,
  report: Scope['report'],
): Symbols => {
  const space = openNamespace(policy, scales, report);
  const parameters = declareParameters(policy, space);
  const inputs = declareInputs(policy, space);
  const plain = declareTables(policy, space);
  const tables = [...plain, ...declarePanels(policy, plain, space)];
  const indicators = declareIndicators(policy, tables, space);
  const { slots, names, forms, cited } = space;
  return { slots, names, forms, cited, parameters, inputs, tables, indicators };
};
