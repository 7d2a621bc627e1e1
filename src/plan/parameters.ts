import { readDay } from '../day.js';
import { isExhaustive } from '../indicator/named-matrix.js';
import { exactText } from '../number/decimal.js';
import { compare, type Rational } from '../number/rational.js';
import { type Pointer, pointerTo } from '../pointer.js';
import type { OpenBounds, ParameterSpec, ParameterValue, Policy } from '../policy/policy.js';
import { numberAt } from '../rule/literal.js';
import type { Scope } from '../rule/scope.js';
import type { Labels, Slot } from '../slot.js';
import { nearest } from '../suggest.js';
import type { InputPlan, ParameterPlan } from './plan.js';

type Report = Scope['report'];
type Dated = ParameterPlan['values'][number];

/** A label input by which a parameter varies. */
interface Class {
  readonly slot: Slot;
  readonly labels: Labels;
}

/** What the values of one parameter are read with. */
interface Reading {
  readonly slot: Slot;
  readonly by: Class | undefined;
  readonly report: Report;
}

/** The numbers at `pointer`: one, or one for each label of the class in its order. */
const numbersAt = (
  given: ParameterValue,
  pointer: Pointer,
  { slot, by, report }: Reading,
): readonly Rational[] | undefined => {
  const unit = slot.type.is === 'number' ? slot.type.unit : 'any';
  if (typeof given !== 'object') {
    if (by !== undefined) {
      report('parameter.by_form', pointer, { name: slot.name, by: by.slot.name });
      return undefined;
    }
    const value = numberAt(given, pointer, report, unit);
    return value && [value];
  }
  if (by === undefined) {
    report('parameter.no_by', pointer, { name: slot.name });
    return undefined;
  }
  if (!isExhaustive(given, by.labels, pointer, { report })) return undefined;
  const values = by.labels.names.map((label) =>
    numberAt(given[label] ?? '', pointerTo(pointer, label), report, unit),
  );
  const whole = values.filter((value) => value !== undefined);
  return whole.length === values.length ? whole : undefined;
};

const valuesOf = (spec: ParameterSpec, reading: Reading): readonly Dated[] => {
  const { report, slot } = reading;
  const { pointer } = slot;
  const dates = Object.entries(spec.since ?? {});
  const hasOne = (spec.is === undefined) !== (spec.since === undefined);
  if (!hasOne || (spec.since !== undefined && dates.length === 0)) {
    report('parameter.one_value', pointer);
    return [];
  }
  if (spec.is !== undefined) {
    const of = numbersAt(spec.is, pointerTo(pointer, 'is'), reading);
    return of === undefined ? [] : [{ of }];
  }
  const dated = dates.flatMap(([text, given]) => {
    const place = pointerTo(pointer, 'since', text);
    const from = readDay(text);
    const of = numbersAt(given, place, reading);
    if (from === undefined) report('policy.date_form', place, { found: text });
    return from === undefined || of === undefined ? [] : [{ from, of }];
  });
  return dated.sort((a, b) => a.from - b.from);
};

/** The bounds of an open parameter, or undefined after a report. */
export const boundsAt = (
  open: OpenBounds,
  pointer: Pointer,
  report: Report,
): { readonly least: Rational; readonly most: Rational } | undefined => {
  const least = numberAt(open.min, pointerTo(pointer, 'min'), report);
  const most = numberAt(open.max, pointerTo(pointer, 'max'), report);
  if (least === undefined || most === undefined) return undefined;
  if (compare(least, most) > 0) report('input.range', pointer);
  return { least, most };
};

const checkBounds = (spec: ParameterSpec, values: readonly Dated[], reading: Reading): void => {
  const { slot, report } = reading;
  const bounds = spec.open && boundsAt(spec.open, pointerTo(slot.pointer, 'open'), report);
  if (bounds === undefined) return;
  const { least, most } = bounds;
  for (const value of values.flatMap((dated) => dated.of)) {
    if (compare(value, least) >= 0 && compare(value, most) <= 0) continue;
    report('parameter.open_range', slot.pointer, {
      found: exactText(value),
      min: exactText(least),
      max: exactText(most),
    });
  }
};

/** The label input that `name` is; a parameter is settled before any rule, so the input has no `when`. */
const classOf = (
  name: string,
  pointer: Pointer,
  inputs: readonly (Pick<InputPlan, 'slot'> & { readonly spec: { readonly when?: unknown } })[],
  report: Report,
): Class | undefined => {
  const input = inputs.find((each) => each.slot.name === name);
  if (input === undefined) {
    const known = inputs.map((each) => each.slot.name);
    report('parameter.by_unknown', pointer, { name, ...nearest(name, known) });
    return undefined;
  }
  const { type } = input.slot;
  if (type.is !== 'label') report('weights.by_not_label', pointer, { name });
  else if (input.spec.when !== undefined) report('parameter.by_when', pointer, { name });
  else return { slot: input.slot, labels: type.labels };
  return undefined;
};

/**
 * The values that each parameter takes: from each day on, for each label of its class.
 *
 * Issues: `parameter.*`, `policy.date_form`, `number.unreadable`, `weights.by_not_label`, `name.label_missing`
 */
export const declareParameters = (
  policy: Policy,
  symbols: {
    readonly names: ReadonlyMap<string, Slot>;
    readonly inputs: Parameters<typeof classOf>[2];
  },
  report: Report,
): readonly ParameterPlan[] =>
  Object.entries(policy.parameters ?? {}).flatMap(([name, spec]) => {
    const slot = symbols.names.get(name);
    if (slot === undefined) return [];
    const at = pointerTo(slot.pointer, 'by');
    const by = spec.by === undefined ? undefined : classOf(spec.by, at, symbols.inputs, report);
    if (spec.by !== undefined && by === undefined) return [{ slot, values: [] }];
    const reading = { slot, by, report };
    const values = valuesOf(spec, reading);
    checkBounds(spec, values, reading);
    return [{ slot, values, ...(by === undefined ? {} : { by: by.slot }) }];
  });
