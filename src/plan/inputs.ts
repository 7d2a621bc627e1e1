import { readDay } from '../day.js';
import { countsDays } from '../duration.js';
import { exactText } from '../number/decimal.js';
import { compare, multiply, type Rational, rational, sign, ZERO } from '../number/rational.js';
import { type Pointer, pointerTo } from '../pointer.js';
import type { IfMissing, InputSpec } from '../policy/policy.js';
import { numberAt, readLiteral } from '../rule/literal.js';
import type { Scope } from '../rule/scope.js';
import type { Absence, Cell, ValueType } from '../slot.js';
import { readUnit, type Unit } from '../unit.js';
import { nearest } from '../suggest.js';
import type { DurationPlan, InputPlan, MissingPlan, Step } from './plan.js';
import { labelsAt, labelScale, type Scales } from './scales.js';
import { isOnStep } from './step.js';
import { durationIn } from './written.js';

type Report = Scope['report'];
type Form = InputPlan['form'];

/** What an `ifMissing` word makes of an absence. */
export const ABSENCE: Readonly<
  Record<Exclude<IfMissing, object>, Extract<Absence, 'failed' | 'pending' | 'missing'>>
> = { fail: 'failed', pending: 'pending', exclude: 'missing' };

const HOUR = readUnit('hour');
const HOUR_SECONDS = rational(3600n);
const MOST_DAY_HOURS = rational(24n);

/** How a duration is read, or undefined after a report. */
const durationOf = (
  spec: InputSpec & { readonly type: 'duration' },
  unit: Unit,
  pointer: Pointer,
  report: Report,
): DurationPlan | undefined => {
  const { pattern, dayHours } = spec;
  const at = pointerTo(pointer, 'dayHours');
  if (countsDays(pattern) !== (dayHours !== undefined)) {
    const code = dayHours === undefined ? 'input.day_hours' : 'input.no_days';
    report(code, dayHours === undefined ? pointer : at, { pattern });
    return undefined;
  }
  if (dayHours === undefined) return { pattern, unitSeconds: unit.factor };
  const hours = numberAt(dayHours, at, report, HOUR);
  if (hours === undefined) return undefined;
  if (sign(hours) <= 0 || compare(hours, MOST_DAY_HOURS) > 0) {
    report('input.day_hours_range', at, { found: exactText(hours) });
    return undefined;
  }
  return { pattern, unitSeconds: unit.factor, daySeconds: multiply(hours, HOUR_SECONDS) };
};

/** The type and form of an input, or undefined after a report. */
export const formOf = (
  spec: InputSpec,
  pointer: Pointer,
  scales: Scales,
  report: Report,
): { readonly type: ValueType; readonly form: Form } | undefined => {
  if (spec.type === 'boolean') return { type: { is: 'truth' }, form: { is: 'truth' } };
  if (spec.type === 'date') return { type: { is: 'date' }, form: { is: 'date' } };
  if (spec.type === 'label') {
    if ((spec.labels === undefined) === (spec.scale === undefined)) {
      report('input.labels', pointer);
      return undefined;
    }
    const labels =
      spec.labels === undefined
        ? labelScale(spec.scale ?? '', pointerTo(pointer, 'scale'), scales, report)
        : labelsAt(spec.labels, { pointer: pointerTo(pointer, 'labels') }, report);
    return labels && { type: { is: 'label', labels }, form: { is: 'label', labels } };
  }
  const unit = scales.unit(spec.unit, pointerTo(pointer, 'unit'));
  const min = numberAt(spec.min, pointerTo(pointer, 'min'), report, unit);
  const max = numberAt(spec.max, pointerTo(pointer, 'max'), report, unit);
  const given = spec.type === 'integer' ? 1 : spec.step;
  const size =
    given === undefined ? undefined : numberAt(given, pointerTo(pointer, 'step'), report);
  if (!unit || !min || !max) return undefined;
  if (compare(min, max) > 0) report('input.range', pointer);
  if (size && sign(size) <= 0) {
    report('input.step', pointerTo(pointer, 'step'));
    return undefined;
  }
  const written = spec.type === 'duration' ? durationOf(spec, unit, pointer, report) : undefined;
  if (spec.type === 'duration' && written === undefined) return undefined;
  const step: Step | undefined = size && { from: spec.type === 'integer' ? ZERO : min, size };
  return {
    type: { is: 'number', unit },
    form: {
      is: 'number',
      min,
      max,
      ...(step === undefined ? {} : { step }),
      ...(written === undefined ? {} : { written }),
    },
  };
};

/** Whether `value` lies within the bounds of a form and on its step. */
export const isWithin = (value: Rational, form: Form & { readonly is: 'number' }): boolean =>
  compare(value, form.min) >= 0 &&
  compare(value, form.max) <= 0 &&
  (form.step === undefined || isOnStep(value, form.step));

/** The cell that `given` is for an input of this form; undefined when it is none. */
const cellOf = (given: number | string | boolean, form: Form): Cell | undefined => {
  if (form.is === 'truth') return typeof given === 'boolean' ? given : undefined;
  if (typeof given === 'boolean') return undefined;
  if (form.is === 'label') {
    const position = form.labels.names.indexOf(String(given));
    return position < 0 ? undefined : position;
  }
  if (form.is === 'date') return readDay(String(given));
  const value =
    form.written === undefined ? readLiteral(given) : durationIn(String(given), form.written);
  return value !== undefined && isWithin(value, form) ? value : undefined;
};

/** What an absent input becomes, or undefined after a report. */
export const missingOf = (
  spec: IfMissing,
  form: Form,
  pointer: Pointer,
  report: Report,
): MissingPlan | undefined => {
  if (typeof spec === 'string') return { absent: ABSENCE[spec] };
  const use = cellOf(spec.use, form);
  if (use !== undefined) return { use, text: String(spec.use), cite: spec.cite };
  report('input.use', pointerTo(pointer, 'ifMissing', 'use'), { found: String(spec.use) });
  return undefined;
};

/** Every citation that the policy uses must be declared; reported otherwise. */
export const citeChecker =
  (cites: readonly string[], used: Set<string>, report: Report) =>
  (cite: string | undefined, pointer: Pointer): void => {
    if (cite === undefined) return;
    used.add(cite);
    if (cites.includes(cite)) return;
    report('name.unknown_cite', pointer, { name: cite, ...nearest(cite, cites) });
  };
