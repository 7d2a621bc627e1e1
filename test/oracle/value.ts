import {
  divide,
  floor,
  type Fraction,
  fraction,
  isInteger,
  ONE,
  parse,
  power,
  subtract,
  sum,
  ZERO,
  compare as compareFractions,
  multiply as multiplyFractions,
} from './fraction.js';
import { add, compare, multiply, type Real, real } from './real.js';
import { conversion, type Unit } from './unit.js';

export const ABSENCES = ['failed', 'undecided', 'not-applicable', 'pending', 'missing'] as const; // worst first
export type Absence = (typeof ABSENCES)[number];

export interface NumberValue {
  readonly is: 'number';
  readonly value: Real;
  readonly unit: Unit;
}
export interface Absent {
  readonly is: 'absent';
  readonly how: Absence;
}
export interface LabelValue {
  readonly is: 'label';
  readonly text: string;
  /** The labels of its scale, worst first; undefined for a bare text and for labels without an order. */
  readonly among?: readonly string[];
}
export type Value =
  | NumberValue
  | LabelValue
  | { readonly is: 'date'; readonly day: string }
  | { readonly is: 'truth'; readonly value: boolean }
  | Absent;

export const absent = (how: Absence): Absent => ({ is: 'absent', how });
export const truth = (value: boolean): Value => ({ is: 'truth', value });
export const label = (text: string, among?: readonly string[]): LabelValue => ({
  is: 'label',
  text,
  ...(among === undefined ? {} : { among }),
});
export const number = (value: Real, unit: Unit): NumberValue => ({ is: 'number', value, unit });
export const literalOf = (literal: number | string): NumberValue =>
  number(real(parse(literal)), 'any');
export const MISSING = absent('missing');

export const isAbsent = (value: Value): value is Absent => value.is === 'absent';
export const isOneOf = (value: Absent, ...hows: readonly Absence[]): boolean =>
  hows.includes(value.how);
export const applies = (value: Value): boolean =>
  !isAbsent(value) || value.how !== 'not-applicable';
export const isTrue = (value: Value): boolean => value.is === 'truth' && value.value;

/** The worst absence among them, the first of equals. */
export const worst = (values: readonly Value[]): Absent | undefined => {
  for (const how of ABSENCES) {
    const found = values.filter(isAbsent).find((value) => value.how === how);
    if (found !== undefined) return found;
  }
  return undefined;
};

export const numberOf = (value: Value): NumberValue => {
  if (value.is !== 'number') throw new TypeError(`not a number: ${value.is}`);
  return value;
};
export const realOf = (value: Value): Real => numberOf(value).value;
export const fractionOf = (value: Value): Fraction => {
  const given = realOf(value);
  if (given.is !== 'fraction') throw new TypeError('not a fraction');
  return given.value;
};
export const textIn = (value: Value): string => (value.is === 'label' ? value.text : '');

export const inUnit = (value: Value, unit: Unit): Value =>
  value.is === 'number'
    ? number(multiply(value.value, real(conversion(value.unit, unit))), unit)
    : value;

/** All in the unit of the first that has one. */
export const alike = (values: readonly Value[]): readonly NumberValue[] => {
  const numbers = values.map(numberOf);
  const unit = numbers.find((each) => each.unit !== 'any')?.unit ?? 'any';
  return numbers.map((each) => numberOf(inUnit(each, unit)));
};

/** -1, 0 or 1 for two of one kind: numbers, labels of a scale, days. */
export const order = (a: Value, b: Value): number => {
  if (a.is === 'number' && b.is === 'number') {
    const [left, right] = alike([a, b]);
    return compare(realOf(left ?? a), realOf(right ?? b));
  }
  if (a.is === 'label' && b.is === 'label') {
    const scale = a.among ?? b.among ?? [];
    return Math.sign(scale.indexOf(a.text) - scale.indexOf(b.text));
  }
  if (a.is === 'date' && b.is === 'date') return a.day < b.day ? -1 : a.day > b.day ? 1 : 0;
  throw new TypeError(`no order of ${a.is} and ${b.is}`);
};

export const equal = (a: Value, b: Value): boolean => {
  if (a.is === 'label' && b.is === 'label') return a.text === b.text;
  if (a.is === 'truth' && b.is === 'truth') return a.value === b.value;
  return order(a, b) === 0;
};

export const least = <V extends Value>(values: readonly V[]): V =>
  values.reduce((a, b) => (order(b, a) < 0 ? b : a));
export const greatest = <V extends Value>(values: readonly V[]): V =>
  values.reduce((a, b) => (order(b, a) > 0 ? b : a));

export const total = (values: readonly Real[]): Real => values.reduce(add, real(ZERO));

export const sorted = (values: readonly Real[]): readonly Real[] => [...values].sort(compare);

/** The mean of the values less a share of their number, without its fraction, at each end. */
export const trimmedMean = (values: readonly Real[], trim: Fraction): Real => {
  const left = Number(floor(multiplyFractions(fraction(BigInt(values.length)), trim)));
  return middle(sorted(values).slice(left, values.length - left), 'mean');
};

/** The mean of the values, or their middle. */
export const middle = (values: readonly Real[], take: 'mean' | 'median'): Real => {
  const half = Math.floor(values.length / 2);
  const chosen =
    take === 'mean'
      ? values
      : sorted(values).slice(values.length % 2 === 0 ? half - 1 : half, half + 1);
  return multiply(total(chosen), real(fraction(1n, BigInt(chosen.length))));
};

/** Weights or shares, `rest` as what the others leave of 1. */
export const withRest = (all: readonly (Fraction | 'rest')[]): readonly Fraction[] => {
  const rest = subtract(ONE, sum(all.filter((each) => each !== 'rest')));
  return all.map((each) => (each === 'rest' ? rest : each));
};

/** Whether a number of the evidence is within its ends and on its step, counted from `from`. */
export const isUsable = (
  given: Fraction,
  ends: {
    readonly min: Fraction;
    readonly max: Fraction;
    readonly step?: Fraction;
    readonly from: Fraction;
  },
): boolean =>
  compareFractions(given, ends.min) >= 0 &&
  compareFractions(given, ends.max) <= 0 &&
  (ends.step === undefined || isInteger(divide(subtract(given, ends.from), ends.step)));

export const placeStep = (places: number): Fraction => power(fraction(10n), -BigInt(places));

export const get = <T>(
  map: Readonly<Record<string, T>> | undefined,
  name: string,
): T | undefined => (map !== undefined && Object.hasOwn(map, name) ? map[name] : undefined);

export const must = <T>(value: T | undefined, what: string): T => {
  if (value === undefined) throw new TypeError(`no ${what}`);
  return value;
};

/** The entries less those of some keys. */
export const without = (entries: object, keys: readonly string[]): object =>
  Object.fromEntries(Object.entries(entries).filter(([key]) => !keys.includes(key)));
