import { type Pointer, pointerTo } from '../pointer.js';
import type { InputSpec, Policy } from '../policy/policy.js';
import type { ValueType } from '../slot.js';
import { ABSENCE, formOf, missingOf } from './inputs.js';
import { membersOf, scorecardOf } from './members.js';
import type { Namespace } from './namespace.js';
import type { InputPlan, TablePlan } from './plan.js';

/** An input before the rule that says when it applies is compiled. */
export interface DeclaredInput extends Omit<InputPlan, 'when'> {
  readonly spec: InputSpec;
}

/** A table or panel before the rules of its columns are compiled. */
export interface DeclaredTable extends Omit<TablePlan, 'columns' | 'acceptsTotals'> {
  readonly columns: readonly DeclaredInput[];
}

/** Where an input stands. */
interface Place {
  readonly key: string;
  readonly name: string;
  readonly pointer: Pointer;
  readonly table?: number;
  /** Whether scorecards fill it: an exact value has no step. */
  readonly isFilled?: boolean;
}

const declareInput = (
  spec: InputSpec,
  place: Place,
  space: Namespace,
): DeclaredInput | undefined => {
  const { key, name, pointer, table } = place;
  const { scales, report } = space;
  if (spec.cite !== undefined) space.cite(spec.cite, pointerTo(pointer, 'cite'));
  if (typeof spec.ifMissing === 'object') {
    space.cite(spec.ifMissing.cite, pointerTo(pointer, 'ifMissing', 'cite'));
  }
  const typed = formOf(spec, pointer, scales, report);
  const isExact = place.isFilled === true || spec.scorecard !== undefined;
  if (typed?.form.is === 'number' && typed.form.step === undefined && !isExact)
    report('input.no_step', pointer);
  const ifMissing = typed && missingOf(spec.ifMissing, typed.form, pointer, report);
  const type: ValueType = typed?.type ?? { is: 'number', unit: 'any' };
  const { title, cite } = spec;
  const slot = space.add({ name, pointer, type, title, cite, table });
  if (typed === undefined || ifMissing === undefined) return undefined;
  const scorecard = scorecardOf(spec, place, report);
  return { slot, key, form: typed.form, ifMissing, scorecard, spec };
};

/** The single values of a policy; those that were reported are left out. */
export const declareInputs = (policy: Policy, space: Namespace): readonly DeclaredInput[] =>
  Object.entries(policy.inputs ?? {}).flatMap(([key, spec]) => {
    const pointer = pointerTo('/inputs', key);
    return declareInput(spec, { key, name: key, pointer }, space) ?? [];
  });

/** The tables of a policy, each at its position. */
export const declareTables = (policy: Policy, space: Namespace): readonly DeclaredTable[] =>
  Object.entries(policy.tables ?? {}).map(([name, spec], table) => {
    const pointer = pointerTo('/tables', name);
    const columns = Object.entries(spec.row).flatMap(([key, column]) => {
      const at = pointerTo(pointer, 'row', key);
      const place = { key, name: `${name}.${key}`, pointer: at, table };
      const isFilled = spec.members !== undefined;
      return declareInput(column, { ...place, isFilled }, space) ?? [];
    });
    const rowUnit = space.scales.unit(spec.rowUnit, pointerTo(pointer, 'rowUnit')) ?? 'any';
    const absent = ABSENCE[spec.ifMissing];
    const members = membersOf(spec, columns, pointer, space.report);
    return { name, pointer, rowUnit, atMost: spec.atMost, absent, columns, ...members };
  });
