import { readDay } from '../day.js';
import { DURATION_EXAMPLES } from '../duration.js';
import type { Issue, IssueCode, Params, Text, Severity } from '../issue.js';
import type { Json } from '../json.js';
import { exactText, fromDouble, readDecimal, significantDigits } from '../number/decimal.js';
import { compare, type Rational } from '../number/rational.js';
import type { Pointer } from '../pointer.js';
import type { Doors } from '../plan/doors.js';
import type { DurationPlan, InputPlan } from '../plan/plan.js';
import { isOnStep } from '../plan/step.js';
import { durationIn } from '../plan/written.js';
import { labelAt, reportUnknownLabel } from '../rule/label.js';
import type { Cell } from '../slot.js';

/** Where a reader says what it met. */
export interface Findings {
  readonly say: (
    code: IssueCode,
    pointer: Pointer,
    params?: Params,
    policyPointer?: Pointer,
  ) => void;
  readonly issues: Issue[];
}

/** More issues than this are counted and not made: a list shows fewer. */
const MANY = 1000;

/** A fresh list of findings, in the words that a plan brings. */
export const findings = ({ issue, severityOf }: Doors): Findings => {
  const issues: Issue[] = [];
  const further = new Map<Severity, Issue>();
  return {
    issues,
    say: (code, pointer, params = {}, policyPointer) => {
      const severity = severityOf(code);
      const known = issues.length < MANY ? undefined : further.get(severity);
      if (known !== undefined) {
        issues.push(known);
        return;
      }
      const extras = policyPointer === undefined ? {} : { policyPointer };
      const made = issue(code, pointer, params, extras);
      if (issues.length >= MANY) further.set(severity, made);
      issues.push(made);
    },
  };
};

const KINDS: Readonly<Record<string, Text>> = {
  null: { id: 'null', en: 'null' },
  array: { id: 'larik', en: 'an array' },
  object: { id: 'objek', en: 'an object' },
  string: { id: 'teks', en: 'text' },
  number: { id: 'bilangan', en: 'a number' },
  boolean: { id: 'true atau false', en: 'true or false' },
};

/** What evidence may be expected to be, as a message names it. */
export const WANTED = {
  number: { id: 'bilangan', en: 'a number' },
  truth: { id: 'true atau false', en: 'true or false' },
  date: { id: 'tanggal', en: 'a date' },
  duration: { id: 'lama waktu sebagai teks', en: 'a duration as text' },
  label: { id: 'label', en: 'a label' },
  text: { id: 'teks', en: 'text' },
  blank: { id: 'teks kosong', en: 'blank text' },
  object: { id: 'objek', en: 'an object' },
  array: { id: 'larik', en: 'an array' },
  column: { id: 'larik bilangan', en: 'an array of numbers' },
  names: { id: 'larik nama', en: 'an array of names' },
  rows: { id: 'larik baris', en: 'an array of rows' },
  table: {
    id: '`columns` dengan `rows`, atau larik objek',
    en: '`columns` with `rows`, or an array of objects',
  },
} as const satisfies Record<string, Text>;

/** The type of a value, as a message shows it. */
export const kindOf = (value: unknown): Text => {
  const kind = value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value;
  return KINDS[kind] ?? { id: kind, en: kind };
};

/** A value that was given, `undefined` for one that is missing; `bad` when the evidence is refused. */
export type Read = { readonly cell: Cell | undefined } | 'bad';

/** Nothing that counts. */
export const MISSING: Read = { cell: undefined };

/** `76,5` and `1.000,5` as they should be written. */
const withDecimalPoint = (text: string): string => {
  const plain = /^-?\d{1,3}(\.\d{3})*,\d+$/.test(text) ? text.replaceAll('.', '') : text;
  const corrected = plain.trim().replace(',', '.');
  return readDecimal(corrected) === undefined ? '' : corrected;
};

/** No measurement has more; what has would only make arithmetic slow. */
const MOST_DIGITS = 40;

const readNumber = (given: Json, pointer: Pointer, found: Findings): Rational | undefined => {
  if (typeof given === 'number') return fromDouble(given);
  if (typeof given !== 'string') {
    found.say('evidence.type', pointer, { expected: WANTED.number, found: kindOf(given) });
    return undefined;
  }
  const value = readDecimal(given);
  if (value !== undefined && significantDigits(given) > MOST_DIGITS) {
    found.say('evidence.too_precise', pointer, { found: given, limit: MOST_DIGITS });
    return undefined;
  }
  if (value === undefined) {
    found.say('evidence.number', pointer, { found: given, suggestion: withDecimalPoint(given) });
  }
  return value;
};

const readDuration = (
  given: Json,
  plan: DurationPlan,
  pointer: Pointer,
  found: Findings,
): Rational | undefined => {
  if (typeof given !== 'string' && typeof given !== 'number') {
    found.say('evidence.type', pointer, { expected: WANTED.duration, found: kindOf(given) });
    return undefined;
  }
  const value = typeof given === 'string' ? durationIn(given, plan) : undefined;
  if (value === undefined) {
    const { pattern } = plan;
    const params = { found: given, pattern, example: DURATION_EXAMPLES[pattern] };
    found.say('evidence.duration', pointer, params);
    return undefined;
  }
  if (String(given).replace(/\D/g, '').replace(/^0+/, '').length <= MOST_DIGITS) return value;
  found.say('evidence.too_precise', pointer, { found: given, limit: MOST_DIGITS });
  return undefined;
};

type NumberForm = InputPlan['form'] & { readonly is: 'number' };

/** A number as an input of this form writes it, whatever its bounds; undefined after a report. */
export const readQuantity = (
  given: Json,
  { written }: NumberForm,
  pointer: Pointer,
  found: Findings,
): Rational | undefined =>
  written === undefined
    ? readNumber(given, pointer, found)
    : readDuration(given, written, pointer, found);

/** What begins so is meant to be a number; a label begins with a letter. */
const NUMERIC = /^[-+.,\d]/;

const readLabel = (
  label: string,
  labels: ReadonlyMap<string, Rational>,
  pointer: Pointer,
  found: Findings,
): Rational | undefined => {
  const value = labels.get(label);
  if (value === undefined) reportUnknownLabel(label, [...labels.keys()], pointer, found.say);
  return value;
};

/** `value`, or nothing with a report when it is out of bounds or off its step. */
export const judgeNumber = (
  value: Rational,
  form: NumberForm,
  place: { readonly pointer: Pointer; readonly policyPointer: Pointer },
  found: Findings,
): Read => {
  const text = exactText(value);
  if (compare(value, form.min) < 0 || compare(value, form.max) > 0) {
    const params = { found: text, min: exactText(form.min), max: exactText(form.max) };
    found.say('evidence.out_of_bounds', place.pointer, params, place.policyPointer);
    return MISSING;
  }
  if (form.step !== undefined && !isOnStep(value, form.step)) {
    const params = {
      found: text,
      step: exactText(form.step.size),
      from: exactText(form.step.from),
    };
    found.say('evidence.off_step', place.pointer, params, place.policyPointer);
    return MISSING;
  }
  return { cell: value };
};

/**
 * The value given for an input, judged by its form.
 *
 * Issues: `evidence.type`, `evidence.number`, `name.unknown_label`, `policy.date_form` refuse the
 * evidence; `evidence.out_of_bounds`, `evidence.off_step` leave the value missing
 */
export const readValue = (
  given: Json | undefined,
  input: InputPlan,
  pointer: Pointer,
  found: Findings,
): Read => {
  if (given === undefined || given === null) return MISSING;
  const { form } = input;
  if (form.is === 'number') {
    const { labels } = form;
    const value =
      labels !== undefined && typeof given === 'string' && !NUMERIC.test(given)
        ? readLabel(given, labels, pointer, found)
        : readQuantity(given, form, pointer, found);
    if (value === undefined) return 'bad';
    return judgeNumber(value, form, { pointer, policyPointer: input.slot.pointer }, found);
  }
  if (form.is === 'truth') {
    if (typeof given === 'boolean') return { cell: given };
    found.say('evidence.type', pointer, { expected: WANTED.truth, found: kindOf(given) });
    return 'bad';
  }
  if (typeof given !== 'string') {
    found.say('evidence.type', pointer, {
      expected: WANTED[form.is],
      found: kindOf(given),
    });
    return 'bad';
  }
  if (form.is === 'date') {
    const day = readDay(given);
    if (day === undefined) found.say('policy.date_form', pointer, { found: given });
    return day === undefined ? 'bad' : { cell: day };
  }
  const position = labelAt(given, form.labels.names, pointer, found.say);
  return position === undefined ? 'bad' : { cell: position };
};
