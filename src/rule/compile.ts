import type { Rational } from '../number/rational.js';
import { type Pointer, pointerTo } from '../pointer.js';
import type { ValueType } from '../slot.js';
import { conversionFactor, type UnitOrAny, unitText } from '../unit.js';
import { dateForm, type Form, missingForm, missingSomeForm, numberForm, variable } from './form.js';
import { fits, type OperandType, TRUTH, typeText } from './operator.js';
import { operators, reportUnknownOperator } from './operators.js';
import { labelAt } from './label.js';
import { numberAt } from './literal.js';
import type { NumberLiteral, Rule, RuleOperation } from './rule.js';
import type { Scope } from './scope.js';
import type { Term } from './term.js';

const ANY_NUMBER: ValueType = { is: 'number', unit: 'any' };

/** A term that always has the value of `literal`, or undefined after a report. */
const literalTerm = (
  literal: NumberLiteral,
  pointer: Pointer,
  scope: Scope,
  unit: UnitOrAny = 'any',
): Term | undefined => {
  const value = numberAt(literal, pointer, scope.report, unit);
  return value && { is: 'literal', type: ANY_NUMBER, cell: value, text: undefined };
};

/** `term` times `factor`, in `unit`. */
const scaled = (term: Term, factor: Rational, unit: UnitOrAny): Term => {
  const times = operators.get('*');
  if (factor.n === factor.d || times === undefined) return term;
  const literal: Term = { is: 'literal', type: ANY_NUMBER, cell: factor, text: undefined };
  return {
    is: 'apply',
    type: { is: 'number', unit },
    operator: times,
    of: [term, literal],
    pointer: '',
  };
};

/** `term` in `unit`: itself, or multiplied by the exact factor between two units of time. */
const inUnit = (term: Term, unit: UnitOrAny): Term => {
  const from = term.type.is === 'number' ? term.type.unit : 'any';
  const factor = conversionFactor(from, unit);
  return factor === undefined ? term : scaled(term, factor, unit);
};

/** What an operand compiles to before its neighbours are known: a term, or a label without a scale. */
type Operand = Term | { readonly bare: string };

const typeOf = (operand: Operand): OperandType => ('bare' in operand ? undefined : operand.type);

const bring = (
  operand: Operand,
  type: ValueType,
  pointer: Pointer,
  scope: Scope,
): Term | undefined => {
  if (!('bare' in operand)) return type.is === 'number' ? inUnit(operand, type.unit) : operand;
  if (type.is !== 'label') {
    scope.report('rule.type', pointer, {
      found: { id: `teks "${operand.bare}"`, en: `text "${operand.bare}"` },
      expected: typeText(type),
    });
    return undefined;
  }
  const position = labelAt(operand.bare, type.labels.names, pointer, scope.report);
  return position === undefined
    ? undefined
    : { is: 'literal', type, cell: position, text: operand.bare };
};

/** Forms whose operands are no rules: names, a date, a unit. */
export const FORMS: ReadonlyMap<string, Form> = new Map<string, Form>([
  ['var', variable],
  ['date', dateForm],
  ['missing', missingForm],
  ['missing_some', missingSomeForm],
  ['number', (given, pointer, scope) => numberForm(given, pointer, scope, compileRule)],
]);

/** Operands with their places; `in` may hold its set in an array. */
const placed = (
  name: string,
  given: unknown,
  pointer: Pointer,
): readonly (readonly [Rule, Pointer])[] => {
  const list: readonly unknown[] = Array.isArray(given) ? given : [given];
  return list.flatMap((each, i): readonly (readonly [Rule, Pointer])[] => {
    const place = Array.isArray(given) ? pointerTo(pointer, i) : pointer;
    if (name === 'in' && i === 1 && Array.isArray(each)) {
      return each.map((item: Rule, j) => [item, pointerTo(place, j)] as const);
    }
    return [[each as Rule, place] as const];
  });
};

/** Whether operand `i` of `count` is a value of `if`, not a condition. */
const isBranch = (name: string, i: number, count: number): boolean =>
  name === 'if' && (i % 2 === 1 || i === count - 1);

const operation = (
  rule: RuleOperation,
  pointer: Pointer,
  scope: Scope,
  expected?: ValueType,
): Term | undefined => {
  const [entry, ...extra] = Object.entries(rule);
  if (entry === undefined || extra.length > 0) {
    scope.report('rule.one_operator', pointer, { found: Object.keys(rule).length });
    return undefined;
  }
  const [name, given] = entry;
  const place = pointerTo(pointer, name);
  const form = FORMS.get(name);
  if (form !== undefined) return form(given, place, scope);
  const operator = operators.get(name);
  if (operator === undefined) {
    reportUnknownOperator(name, place, scope.report, [...FORMS.keys()]);
    return undefined;
  }
  const operands = placed(name, given, place);
  const [least, most] = operator.arity;
  if (operands.length < least || operands.length > most) {
    const expected = least === most ? String(least) : `${String(least)}-${String(most)}`;
    scope.report('rule.arity', place, { operator: name, found: operands.length, expected });
    return undefined;
  }
  const compiled = operands.map(([operand, at], i) => {
    const wanted = isBranch(name, i, operands.length) ? expected : undefined;
    return compileOperand(operand, at, scope, wanted);
  });
  if (compiled.some((operand) => operand === undefined)) return undefined;
  const present = compiled.filter((operand) => operand !== undefined);
  const typing = operator.typing(present.map(typeOf), (code, params) => {
    scope.report(code, place, params);
  });
  if (typing === undefined) return undefined;
  const of = present.map((operand, i) =>
    bring(operand, typing.operands[i] ?? ANY_NUMBER, operands[i]?.[1] ?? place, scope),
  );
  if (of.some((term) => term === undefined)) return undefined;
  const term: Term = {
    is: 'apply',
    type: typing.result,
    operator,
    of: of.filter((each) => each !== undefined),
    pointer: place,
  };
  const unit = typing.result.is === 'number' ? typing.result.unit : 'any';
  return typing.scale === undefined ? term : scaled(term, typing.scale, unit);
};

/** @param expected - what a bare text is a label of, where its place says so */
const compileOperand = (
  rule: Rule,
  pointer: Pointer,
  scope: Scope,
  expected?: ValueType,
): Operand | undefined => {
  if (typeof rule === 'string') {
    const bare = { bare: rule };
    return expected?.is === 'label' ? bring(bare, expected, pointer, scope) : bare;
  }
  if (typeof rule === 'number') return literalTerm(rule, pointer, scope);
  if (typeof rule === 'boolean')
    return { is: 'literal', type: TRUTH, cell: rule, text: String(rule) };
  const given: unknown = rule;
  if (typeof given === 'object' && given !== null && !Array.isArray(given)) {
    return operation(given as RuleOperation, pointer, scope, expected);
  }
  scope.report('rule.not_a_rule', pointer);
  return undefined;
};

/** `term` as its place asks for it, or undefined after a report. */
const bringTo = (
  term: Term,
  expected: ValueType | undefined,
  pointer: Pointer,
  scope: Scope,
): Term | undefined => {
  if (expected === undefined) return term;
  if (fits(term.type, expected)) return bring(term, expected, pointer, scope);
  if (term.type.is === 'number' && expected.is === 'number') {
    const found = unitText(term.type.unit);
    scope.report('unit.mismatch', pointer, { found, expected: unitText(expected.unit) });
  } else {
    scope.report('rule.type', pointer, {
      found: typeText(term.type),
      expected: typeText(expected),
    });
  }
  return undefined;
};

/**
 * `rule` with every name resolved and every type settled.
 *
 * @param expected - what its place asks for; a bare text is then one of its labels, a number is
 *   brought to its unit, and a place with no expectation takes what the rule gives
 * @returns undefined after the reasons were reported, each at its own pointer
 * Issues: `rule.*`, `unit.mismatch`, `name.*`, `number.unreadable`
 */
export const compileRule = (
  rule: Rule,
  pointer: Pointer,
  scope: Scope,
  expected?: ValueType,
): Term | undefined => {
  const operand = compileOperand(rule, pointer, scope, expected);
  if (operand === undefined) return undefined;
  if ('bare' in operand) {
    if (expected !== undefined) return bring(operand, expected, pointer, scope);
    scope.report('rule.text_alone', pointer);
    return undefined;
  }
  return bringTo(operand, expected, pointer, scope);
};

/**
 * The value of `name`, brought to `expected`; every reason why it cannot be is reported at `pointer`.
 */
export const compileRead = (
  name: string,
  pointer: Pointer,
  scope: Scope,
  expected?: ValueType,
): Term | undefined => {
  const slot = scope.resolve(name, pointer);
  return slot && bringTo({ is: 'read', type: slot.type, slot }, expected, pointer, scope);
};

/** A rule that answers yes or no. */
export const compileCondition = (rule: Rule, pointer: Pointer, scope: Scope): Term | undefined =>
  compileRule(rule, pointer, scope, TRUTH);

/**
 * The number in a number slot, brought to `unit`. A text is a number here, never a label.
 *
 * @returns undefined after a report
 */
export const compileNumber = (
  slot: NumberLiteral | RuleOperation,
  pointer: Pointer,
  scope: Scope,
  unit: UnitOrAny = 'any',
): Term | undefined => {
  if (typeof slot === 'object') return compileRule(slot, pointer, scope, { is: 'number', unit });
  return literalTerm(slot, pointer, scope, unit);
};
