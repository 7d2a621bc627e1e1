import { readDay } from '../day.js';
import { exactText } from '../number/decimal.js';
import { compare, type Rational } from '../number/rational.js';
import { type Pointer, pointerTo } from '../pointer.js';
import type { ParameterSpec } from '../policy/policy.js';
import type { Scope } from '../rule/scope.js';
import type { Absent, Cell, Reader, Slot } from '../slot.js';
import type { ParameterPlan } from './plan.js';
import { numberAt } from '../rule/literal.js';

type Report = Scope['report'];
type Dated = ParameterPlan['values'][number];

const valuesOf = (spec: ParameterSpec, slot: Slot, report: Report): readonly Dated[] => {
  const { pointer } = slot;
  const unit = slot.type.is === 'number' ? slot.type.unit : 'any';
  if ((spec.is === undefined) === (spec.since === undefined)) {
    report('parameter.one_value', pointer);
    return [];
  }
  if (spec.is !== undefined) {
    const value = numberAt(spec.is, pointerTo(pointer, 'is'), report, unit);
    return value === undefined ? [] : [{ value }];
  }
  const dated = Object.entries(spec.since ?? {}).flatMap(([text, literal]) => {
    const place = pointerTo(pointer, 'since', text);
    const from = readDay(text);
    const value = numberAt(literal, place, report, unit);
    if (from === undefined) report('policy.date_form', place, { found: text });
    return from === undefined || value === undefined ? [] : [{ from, value }];
  });
  if (dated.length === 0 && Object.keys(spec.since ?? {}).length === 0)
    report('parameter.one_value', pointer);
  return dated.sort((a, b) => a.from - b.from);
};

const checkBounds = (
  spec: ParameterSpec,
  values: readonly Dated[],
  pointer: Pointer,
  report: Report,
): void => {
  if (spec.open === undefined) return;
  const least = numberAt(spec.open.min, pointerTo(pointer, 'open', 'min'), report);
  const most = numberAt(spec.open.max, pointerTo(pointer, 'open', 'max'), report);
  if (least === undefined || most === undefined) return;
  if (compare(least, most) > 0) report('input.range', pointerTo(pointer, 'open'));
  const outside = (value: Rational): boolean =>
    compare(value, least) < 0 || compare(value, most) > 0;
  for (const { value } of values) {
    if (!outside(value)) continue;
    report('parameter.open_range', pointer, {
      found: exactText(value),
      min: exactText(least),
      max: exactText(most),
    });
  }
};

/**
 * The values that a parameter takes, each from its day on.
 *
 * Issues: `parameter.one_value`, `parameter.open_range`, `policy.date_form`, `number.unreadable`
 */
export const declareParameter = (
  spec: ParameterSpec,
  slot: Slot,
  report: Report,
): ParameterPlan => {
  const values = valuesOf(spec, slot, report);
  checkBounds(spec, values, slot.pointer, report);
  return { slot, values };
};

/** The value of `parameter` on `day`: the latest that began by then; undefined when none has. */
export const parameterOn = (
  parameter: ParameterPlan,
  day: number | undefined,
): Rational | undefined => {
  let value: Rational | undefined;
  for (const dated of parameter.values) {
    if (dated.from === undefined || (day !== undefined && dated.from <= day)) value = dated.value;
  }
  return value;
};

const NOTHING: Absent = { absent: 'missing', cause: { pointer: '', code: 'evidence.missing' } };

/** One reader for each day from which any parameter differs: of parameters alone. */
export const momentsOf = (parameters: readonly ParameterPlan[]): readonly Reader[] => {
  const days = new Set<number | undefined>();
  for (const { values } of parameters) for (const { from } of values) days.add(from);
  const dated = [...days].filter((day) => day !== undefined).sort((a, b) => a - b);
  const bySlot = new Map(parameters.map((parameter) => [parameter.slot.index, parameter]));
  const readerOn = (day: number | undefined): Reader => {
    const reader: Reader = {
      cell: (slot): Cell => {
        const parameter = bySlot.get(slot.index);
        return (parameter && parameterOn(parameter, day)) ?? NOTHING;
      },
      rowCount: () => NOTHING,
      atRow: () => reader,
    };
    return reader;
  };
  return dated.length === 0 ? [readerOn(undefined)] : dated.map(readerOn);
};
