import { readDay } from '../day.js';
import { add, multiply } from '../fast/arithmetic.js';
import type { Build, Value } from '../fast/build.js';
import { compareExact } from '../number/exact.js';
import { ONE, rational } from '../number/rational.js';
import { type Pointer, pointerTo } from '../pointer.js';
import { type Cell, isAbsent, isNumber, type ValueType, worstAbsence } from '../slot.js';
import { RATIO } from '../unit.js';
import { type Operator, TRUTH } from './operator.js';
import type { Rule } from './rule.js';
import type { Scope } from './scope.js';
import type { Term } from './term.js';

/** Compiles what stands under one key whose operands are no rules. */
export type Form = (given: unknown, pointer: Pointer, scope: Scope) => Term | undefined;

const RATIO_TYPE: ValueType = { is: 'number', unit: RATIO };

/** `{ "var": name }`: the value of a name. */
export const variable: Form = (name, pointer, scope) => {
  if (typeof name !== 'string') {
    scope.report('rule.var', pointer);
    return undefined;
  }
  const slot = scope.resolve(name, pointer);
  return slot && { is: 'read', type: slot.type, slot };
};

/** The values of several names, or `undefined` once each name that has none is reported. */
const variables = (
  names: readonly unknown[],
  at: (i: number) => Pointer,
  scope: Scope,
): readonly Term[] | undefined => {
  const terms = names.map((name, i) => variable(name, at(i), scope));
  const known = terms.filter((term) => term !== undefined);
  return known.length === terms.length ? known : undefined;
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

/** The worst of the operands that failed or could not be decided. */
const worstUnknown = (operands: readonly Cell[]): Cell | undefined =>
  worstAbsence(
    operands.filter(
      (cell) => isAbsent(cell) && (cell.absent === 'failed' || cell.absent === 'undecided'),
    ),
  );

/** `answer` where every operand holds a number; in doubles, whoever lacks something is left to exact arithmetic. */
const whereAllThere = (operands: readonly Value[], build: Build, answer: number): Value => {
  const nothing = build.whole(0);
  return operands.reduce(
    (sum, operand) => add(build, sum, multiply(build, operand, nothing)),
    build.whole(answer),
  );
};

/**
 * Whether any operand lacks a value that it should have. What does not apply lacks none; what failed or
 * could not be decided leaves open what the others do not decide.
 */
const anyMissing = (operands: readonly Cell[]): Cell =>
  operands.some(
    (cell) => isAbsent(cell) && (cell.absent === 'missing' || cell.absent === 'pending'),
  ) ||
  (worstUnknown(operands) ?? false);

const MISSING: Operator = {
  name: 'missing',
  arity: [1, 64],
  typing: (operands) => ({
    result: TRUTH,
    operands: operands.filter((type) => type !== undefined),
  }),
  exact: anyMissing,
  fast: (of, build) => whereAllThere(of, build, 0),
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
  const at = (i: number) => (Array.isArray(given) ? pointerTo(pointer, i) : pointer);
  const of = variables(names, at, scope);
  return of && { is: 'apply', type: TRUTH, operator: MISSING, of, pointer };
};

/** `{ "missing_some": [n, [name, ...]] }`: whether fewer than n of the names have a value. */
export const missingSomeForm: Form = (given, pointer, scope) => {
  const operands: readonly unknown[] = Array.isArray(given) ? (given as readonly unknown[]) : [];
  const [least, names, ...extra] = operands;
  const isCount = typeof least === 'number' && Number.isInteger(least) && least > 0;
  const isFull = Array.isArray(names) && names.length > 0 && names.length < MISSING_SOME.arity[1];
  if (!isCount || !Array.isArray(names) || !isFull || extra.length > 0) {
    scope.report('rule.missing_some_form', pointer);
    return undefined;
  }
  const of = variables(names, (i) => pointerTo(pointer, 1, i), scope);
  if (of === undefined) return undefined;
  const count: Term = {
    is: 'literal',
    type: RATIO_TYPE,
    cell: rational(BigInt(least)),
    text: String(least),
  };
  return { is: 'apply', type: TRUTH, operator: MISSING_SOME, of: [count, ...of], pointer };
};

/** Whether fewer operands than the first one says have a value; what failed or is undecided leaves it open. */
const fewerThan = ([least, ...operands]: readonly Cell[]): Cell => {
  const present = operands.filter((cell) => !isAbsent(cell)).length;
  const isEnough =
    least !== undefined && isNumber(least) && compareExact(rational(BigInt(present)), least) !== -1;
  return !isEnough && (worstUnknown(operands) ?? true);
};

const MISSING_SOME: Operator = {
  name: 'missing_some',
  arity: [2, 65],
  typing: () => undefined,
  exact: fewerThan,
  fast: ([least, ...of], build) =>
    least?.exact === undefined
      ? build.refuse('form')
      : whereAllThere(of, build, Number(BigInt(of.length) < least.exact.n)),
  print: { as: 'call' },
};

const AS_NUMBER: Operator = {
  name: 'number',
  arity: [2, 2],
  typing: () => undefined,
  exact: ([value]) => value ?? ONE,
  fast: ([value], build) => value ?? build.refuse('form'),
  print: { as: 'call' },
};

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
