import { readDay } from '../day.js';
import { constantSpan } from '../fast/constant.js';
import { MOST_PLACES } from '../fast/span.js';
import { significantDigits } from '../number/decimal.js';
import type { Rational } from '../number/rational.js';
import type { InputPlan } from '../plan/plan.js';
import { placesOn } from '../plan/step.js';

/** Doubles from here on do not hold every whole number of units that a decimal may have. */
export const MOST_UNITS = 1e15;

/** How a plain value of one input is told, and judged, in doubles. One shape for all, which reads fastest. */
export interface QuickForm {
  readonly is: InputPlan['form']['is'];
  readonly min: number;
  readonly max: number;
  /** 10^places of the lattice that a number's steps lie on; 0 without a step. */
  readonly scale: number;
  /** In units of 1 / scale. */
  readonly from: number;
  readonly size: number;
  /** Of a label's names. */
  readonly positions: ReadonlyMap<string, number>;
}

/** A bound or a step as a double that compares as it does; undefined where its decimal has too many digits. */
const decimalOf = (value: Rational): number | undefined => {
  const { double, span } = constantSpan(value);
  return span.isDecimal ? double : undefined;
};

/** The form of an input whose plain values are told in doubles; undefined where they are not. */
export const quickFormOf = ({ form, scorecard }: InputPlan): QuickForm | undefined => {
  if (scorecard !== undefined) return undefined;
  const names = form.is === 'label' ? form.labels.names : [];
  const positions = new Map(names.map((name, i) => [name, i]));
  const bare = { is: form.is, min: 0, max: 0, scale: 0, from: 0, size: 1, positions };
  if (form.is !== 'number') return bare;
  const [min, max] = [decimalOf(form.min), decimalOf(form.max)];
  if (min === undefined || max === undefined || form.written !== undefined) return undefined;
  const plain = { ...bare, min, max };
  if (form.step === undefined) return plain;
  const places = placesOn(form.step);
  if (places > MOST_PLACES) return undefined;
  const units = ({ n, d }: Rational): number => Number((n * 10n ** BigInt(places)) / d);
  const [from, size] = [units(form.step.from), units(form.step.size)];
  const isShort = Math.abs(from) < MOST_UNITS && size < MOST_UNITS;
  return isShort ? { ...plain, scale: 10 ** places, from, size } : undefined;
};

/** Whether a double stands for a decimal of at most 15 digits and 15 places. */
const isShortDecimal = (value: number): boolean => {
  if (Number.isInteger(value)) return Math.abs(value) < MOST_UNITS;
  // Most values have few places: then they are a whole number of millionths.
  const units = Math.floor(value * 1e6 + 0.5);
  if (Math.abs(units) < MOST_UNITS && units / 1e6 === value) return true;
  const text = String(value);
  return !text.includes('e') && decimalsOf(text) <= MOST_PLACES && significantDigits(text) <= 15;
};

const decimalsOf = (text: string): number => text.split('.')[1]?.length ?? 0;

/** A number within bounds and on its step; NaN for any other value. */
const quickNumber = (form: QuickForm, given: unknown): number => {
  if (typeof given !== 'number' || !(given >= form.min && given <= form.max)) return NaN;
  const { scale } = form;
  // The careful door makes -0 a 0, in the document too.
  if (given === 0 && 1 / given < 0) return NaN;
  if (scale === 0) return isShortDecimal(given) ? given : NaN;
  const units = Math.floor(given * scale + 0.5);
  // A decimal of so few units is the nearest double to itself; no other double is it.
  if (units / scale !== given || units >= MOST_UNITS || units <= -MOST_UNITS) return NaN;
  if (form.size !== 1 && (units - form.from) % form.size !== 0) return NaN;
  return given;
};

/** Some of a column of values. */
type Stretch = readonly [from: number, end: number];

/** Marks what is no whole number from `min` to `max`. */
const markFractions = (
  { min, max }: Pick<QuickForm, 'min' | 'max'>,
  values: Float64Array,
  [from, end]: Stretch,
  mark: (at: number) => void,
): void => {
  for (let i = from; i < end; i++) {
    const value = values[i] ?? NaN;
    if (Math.floor(value) !== value || value < min || value > max) mark(i);
  }
};

/** Marks what is not within bounds or not on its lattice. */
const markOffStep = (
  { min, max, scale }: QuickForm,
  values: Float64Array,
  [from, end]: Stretch,
  mark: (at: number) => void,
): void => {
  // Within bounds of fewer units than a double holds, units are never too many.
  const isShort = min * scale > -MOST_UNITS && max * scale < MOST_UNITS;
  for (let i = from; i < end; i++) {
    const value = values[i] ?? NaN;
    const isOn = Math.floor(value * scale + 0.5) / scale === value;
    if (!(isOn && value >= min && value <= max && isShort)) mark(i);
  }
};

/** Whether every whole number within the bounds is held exactly. */
const isShortRange = ({ min, max }: QuickForm): boolean => min > -MOST_UNITS && max < MOST_UNITS;

/** Marks those of `values` from `from` up to `end` that no input of this form may have. */
export const markBad = (
  form: QuickForm,
  values: Float64Array,
  stretch: Stretch,
  mark: (at: number) => void,
): void => {
  const { is, scale, size, positions } = form;
  if (is !== 'number') {
    const max = is === 'label' ? positions.size - 1 : 1;
    markFractions({ min: 0, max }, values, stretch, mark);
  } else if (scale === 1 && size === 1 && isShortRange(form))
    markFractions(form, values, stretch, mark);
  else if (scale > 0 && size === 1) markOffStep(form, values, stretch, mark);
  else {
    for (let i = stretch[0]; i < stretch[1]; i++)
      if (Number.isNaN(quickNumber(form, values[i]))) mark(i);
  }
};

/** What a plain value of an input is in doubles; NaN for one that is absent, observed, textual or wrong. */
export const quickValue = (form: QuickForm, given: unknown): number => {
  switch (form.is) {
    case 'number':
      return quickNumber(form, given);
    case 'truth':
      return given === true ? 1 : given === false ? 0 : NaN;
    case 'label':
      return typeof given === 'string' ? (form.positions.get(given) ?? NaN) : NaN;
    case 'date':
      return typeof given === 'string' ? (readDay(given) ?? NaN) : NaN;
  }
};
