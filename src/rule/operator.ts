import type { Build, Value } from '../fast/build.js';
import type { IssueCode, Params, Text } from '../issue.js';
import type { Rational } from '../number/rational.js';
import type { Absent, Cell, Labels, ValueType } from '../slot.js';
import { conversionFactor, unitText } from '../unit.js';

/** How an operator reports a type error; the place is the rule's own. */
export type TypeReport = (code: IssueCode, params?: Params) => void;

/** The type of an operand; undefined for a bare label, which takes the type of what it meets. */
export type OperandType = ValueType | undefined;

/** What an operator makes of the types of its operands. */
export interface Typing {
  readonly result: ValueType;
  /** What each operand is brought to: its unit converted, a bare label looked up. */
  readonly operands: readonly ValueType[];
  /** What the result is multiplied by, where units of time cancel; 1 unless given. */
  readonly scale?: Rational;
}

/**
 * One operator of the rule language, complete in one record: how many operands, which types, what it
 * computes, how it is printed.
 */
export interface Operator {
  readonly name: string;
  readonly arity: readonly [least: number, most: number];
  /** The types, or undefined after a report. */
  readonly typing: (operands: readonly OperandType[], report: TypeReport) => Typing | undefined;
  /** The exact value. Operands that are absent are passed as they are. */
  readonly exact: (operands: readonly Cell[]) => Cell;
  /** The answer of one operand that decides whatever the others are. */
  readonly decisive?: boolean;
  /** The same in doubles; an operator without it is computed exactly alone. */
  readonly fast?: (operands: readonly Value[], build: Build) => Value;
  /** How a printed formula shows it. */
  readonly print: InfixForm;
}

/** How an operator stands in a printed formula; a higher `binds` binds tighter. */
export type InfixForm =
  | { readonly as: 'infix' | 'prefix'; readonly sign: Sign; readonly binds: number }
  | { readonly as: 'call' }
  | { readonly as: 'choice' }
  | { readonly as: 'between' }
  | { readonly as: 'membership' };

/** An operator's sign in a formula printed in Indonesian and in English. */
export interface Sign {
  readonly id: string;
  readonly en: string;
}

export const TRUTH: ValueType = { is: 'truth' };

/** No decision within the bound on digits; the rule's evaluation adds where. */
export const UNDECIDED: Absent = {
  absent: 'undecided',
  cause: { pointer: '', code: 'number.undecided' },
};

/** A quotient that has no value; the rule's evaluation adds where. */
export const NO_QUOTIENT: Absent = {
  absent: 'missing',
  cause: { pointer: '', code: 'rule.division_by_zero' },
};

/** An operation that has no real value for these operands; the rule's evaluation adds where. */
export const NO_REAL: Absent = {
  absent: 'missing',
  cause: { pointer: '', code: 'rule.no_real_value' },
};

/** Codes of absences that begin in an indicator's own rules, which are remarked where they do. */
export const OWN_ABSENCES: ReadonlySet<IssueCode> = new Set([
  'rule.division_by_zero',
  'rule.no_real_value',
  'achievement.range_order',
  'number.undecided',
]);

/** A type as a message shows it. */
export const typeText = (type: OperandType): Text => {
  if (type === undefined) return { id: 'teks', en: 'text' };
  if (type.is === 'number') {
    if (type.unit === 'any') return TYPE_NAMES.number;
    return { id: `bilangan dalam ${type.unit.text}`, en: `number in ${type.unit.text}` };
  }
  if (type.is !== 'label') return TYPE_NAMES[type.is];
  const names = type.labels.names.join(', ');
  return { id: `label (${names})`, en: `label (${names})` };
};

/** Each type's own name. */
export const TYPE_NAMES: Readonly<Record<ValueType['is'], Text>> = {
  number: { id: 'bilangan', en: 'number' },
  label: { id: 'label', en: 'label' },
  truth: { id: 'ya/tidak', en: 'yes/no' },
  date: { id: 'tanggal', en: 'date' },
};

/** Whether two label sets are one: the same names in the same order. */
export const sameLabels = (a: Labels, b: Labels): boolean =>
  a === b || (a.scale === b.scale && a.names.join(' ') === b.names.join(' '));

/**
 * The one type that all `types` can be brought to: equal, or numbers in units that convert, or bare
 * labels beside a label.
 *
 * @returns undefined after a report
 */
export const unify = (types: readonly OperandType[], report: TypeReport): ValueType | undefined => {
  const known = types.filter((type) => type !== undefined);
  const first = known.find((type) => type.is !== 'number' || type.unit !== 'any') ?? known[0];
  if (first === undefined) {
    report('rule.text_alone');
    return undefined;
  }
  for (const type of types) {
    if (type === undefined ? first.is === 'label' : fits(type, first)) continue;
    if (type?.is === 'number' && first.is === 'number') {
      report('unit.mismatch', { found: unitText(type.unit), expected: unitText(first.unit) });
    } else report('rule.type', { found: typeText(type), expected: typeText(first) });
    return undefined;
  }
  return first;
};

/** Whether a value of `type` can stand where `expected` is asked for, after a conversion of time. */
export const fits = (type: ValueType, expected: ValueType): boolean => {
  if (type.is === 'number' && expected.is === 'number') {
    return conversionFactor(type.unit, expected.unit) !== undefined;
  }
  if (type.is === 'label' && expected.is === 'label')
    return sameLabels(type.labels, expected.labels);
  return type.is === expected.is;
};

/** Every operand of the type `is`, or undefined after a report. */
export const allOf = (
  operands: readonly OperandType[],
  is: ValueType['is'],
  report: TypeReport,
): readonly ValueType[] | undefined => {
  const wrong = operands.findIndex((type) => type?.is !== is);
  if (wrong < 0) return operands.filter((type) => type !== undefined);
  report('rule.type', { found: typeText(operands[wrong]), expected: TYPE_NAMES[is] });
  return undefined;
};
