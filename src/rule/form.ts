import { readDay } from '../day.js';
import { ONE } from '../number/rational.js';
import { type Pointer, pointerTo } from '../pointer.js';
import { type Cell, isAbsent, type ValueType, worstAbsence } from '../slot.js';
import { RATIO } from '../unit.js';
import { type Operator, TRUTH } from './operator.js';
import type { Rule } from './rule.js';
import type { Scope } from './scope.js';
import type { Term } from './term.js';

/** Compiles what stands under one key whose operands are no rules. */
export type Form = (given: unknown, pointer: Pointer, scope: Scope) => Term | undefined;

/** `{ "var": name }`: the value of a name. */
export const variable: Form = (name, pointer, scope) => {
  if (typeof name !== 'string') {
    scope.report('rule.var', pointer);
    return undefined;
  }
  const slot = scope.resolve(name, pointer);
  return slot && { is: 'read', type: slot.type, slot };
};

/** `{ "date": "2026-03-01" }`: a civil day. */
export const dateForm: Form = (given, pointer, scope) => {
  const day = typeof given === 'string' ? readDay(given) : undefined;
  if (typeof given === 'string' && day !== undefined) {
    return { is: 'literal', type: { is: 'date' }, cell: day, text: given };
  }
  const found = typeof given === 'string' ? given : JSON.stringify(given);
  scope.report('policy.date_form', pointer, { found });
  return undefined;
};

/**
 * Whether any operand lacks a value that it should have. What does not apply lacks none; what failed or
 * could not be decided leaves the question open.
 */
const anyMissing = (operands: readonly Cell[]): Cell => {
  const hard = worstAbsence(
    operands.filter(
      (cell) => isAbsent(cell) && (cell.absent === 'failed' || cell.absent === 'undecided'),
    ),
  );
  return (
    hard ??
    operands.some(
      (cell) => isAbsent(cell) && (cell.absent === 'missing' || cell.absent === 'pending'),
    )
  );
};

const MISSING: Operator = {
  name: 'missing',
  arity: [1, 64],
  typing: (operands) => ({
    result: TRUTH,
    operands: operands.filter((type) => type !== undefined),
  }),
  exact: anyMissing,
  print: { as: 'call' },
};

/** `{ "missing": name }` or `{ "missing": [name, ...] }`: whether any of them has no value. */
export const missingForm: Form = (given, pointer, scope) => {
  const names: readonly unknown[] = Array.isArray(given) ? given : [given];
  if (names.length === 0 || names.length > MISSING.arity[1]) {
    const params = { operator: 'missing', found: names.length, expected: '1-64' };
    scope.report('rule.arity', pointer, params);
    return undefined;
  }
  const of = names.map((name, i) =>
    variable(name, Array.isArray(given) ? pointerTo(pointer, i) : pointer, scope),
  );
  const whole = of.filter((term) => term !== undefined);
  if (whole.length < of.length) return undefined;
  return { is: 'apply', type: TRUTH, operator: MISSING, of: whole, pointer };
};

const AS_NUMBER: Operator = {
  name: 'number',
  arity: [2, 2],
  typing: () => undefined,
  exact: ([value]) => value ?? ONE,
  print: { as: 'call' },
};

const RATIO_TYPE: ValueType = { is: 'number', unit: RATIO };

/** `{ "number": [value, "minute"] }`: how many minutes `value` is, as a pure number. */
export const numberForm = (
  given: unknown,
  pointer: Pointer,
  scope: Scope,
  compile: (rule: Rule, at: Pointer, scope: Scope, expected: ValueType) => Term | undefined,
): Term | undefined => {
  const operands: readonly unknown[] = Array.isArray(given) ? (given as readonly unknown[]) : [];
  const [rule, text, ...extra] = operands;
  if (rule === undefined || typeof text !== 'string' || extra.length > 0) {
    scope.report('rule.number_form', pointer);
    return undefined;
  }
  const unit = scope.unit(text, pointerTo(pointer, 1));
  if (unit === undefined) return undefined;
  const value = compile(rule as Rule, pointerTo(pointer, 0), scope, { is: 'number', unit });
  if (value === undefined) return undefined;
  const label: Term = { is: 'literal', type: RATIO_TYPE, cell: ONE, text };
  return { is: 'apply', type: RATIO_TYPE, operator: AS_NUMBER, of: [value, label], pointer };
};
