import { MOST_UNITS, type QuickForm, quickValue } from './quick-form.js';
import {
  ELSEWHERE,
  lengthOf,
  type Names,
  nameAt,
  namesOf,
  NUMBER,
  pastNumber,
  pastSpaces,
  pastTruth,
} from './json-bytes.js';

/** How values of some inputs are told from bytes: by input, in arrays, which read faster than objects. */
export interface ScanForms {
  readonly forms: readonly QuickForm[];
  readonly labels: readonly Names[];
  /** One of `KIND`. */
  readonly kinds: Int32Array;
  /** Of a number whose steps are one unit of its last place: the places. */
  readonly places: Int32Array;
  readonly min: Float64Array;
  readonly max: Float64Array;
  /** What was told last, and what `NUMBER` says of a number. */
  readonly told: Float64Array;
}

/** A number that any decimal of so many places may be, any other number, a truth, a label. */
const KIND = { decimal: 0, number: 1, truth: 2, label: 3 } as const;

/** Whether a decimal within bounds and of no more places than the steps have is on one of them. */
const isDecimal = ({ scale, size, min, max }: QuickForm): boolean =>
  scale > 0 && size === 1 && min * scale > -MOST_UNITS && max * scale < MOST_UNITS;

const kindOf = (form: QuickForm): number => {
  if (form.is === 'number') return isDecimal(form) ? KIND.decimal : KIND.number;
  return form.is === 'truth' ? KIND.truth : KIND.label;
};

/** undefined where a label is not written in one way alone. */
export const scanFormsOf = (forms: readonly QuickForm[]): ScanForms | undefined => {
  const labels: Names[] = [];
  for (const { positions } of forms) {
    const names = namesOf([...positions.keys()]);
    if (names === undefined) return undefined;
    labels.push(names);
  }
  return {
    forms,
    labels,
    kinds: Int32Array.from(forms, kindOf),
    // A power of ten in digits.
    places: Int32Array.from(forms, ({ scale }) => String(scale).length - 1),
    min: Float64Array.from(forms, ({ min }) => min),
    max: Float64Array.from(forms, ({ max }) => max),
    told: new Float64Array(2),
  };
};

/** Behind a value that the input `which` may have; it is `told[0]` then. */
export const scanValue = (
  bytes: Uint8Array,
  from: number,
  { kinds, places, min, max, forms, labels, told }: ScanForms,
  which: number,
): number => {
  const kind = kinds[which] ?? KIND.label;
  if (kind === KIND.decimal) {
    const at = pastNumber(bytes, from, told);
    const value = told[NUMBER.value] ?? NaN;
    const isValue =
      (told[NUMBER.places] ?? NaN) <= (places[which] ?? 0) &&
      value >= (min[which] ?? NaN) &&
      value <= (max[which] ?? NaN);
    return isValue ? at : ELSEWHERE;
  }
  const form = forms[which];
  if (kind === KIND.number) {
    const at = pastNumber(bytes, from, told);
    const value = form === undefined ? NaN : quickValue(form, told[NUMBER.value]);
    return value === value ? at : ELSEWHERE;
  }
  const at = pastSpaces(bytes, from);
  if (kind === KIND.truth) {
    const isTrue = bytes[at] === 116;
    told[0] = Number(isTrue);
    return pastTruth(bytes, at, isTrue);
  }
  const names = labels[which];
  if (names === undefined) return ELSEWHERE;
  const label = nameAt(bytes, at, names, 0);
  told[0] = label;
  return label < 0 ? ELSEWHERE : at + lengthOf(names, label);
};
