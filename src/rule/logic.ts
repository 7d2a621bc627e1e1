import { multiply } from '../fast/arithmetic.js';
import { and, compare, or, select, not } from '../fast/decide.js';
import type { Build, Value } from '../fast/build.js';
import { compareExact } from '../number/exact.js';
import { type Cell, isAbsent, isNumber, worstAbsence } from '../slot.js';
import {
  allOf,
  type Operator,
  type OperandType,
  TRUTH,
  type TypeReport,
  type Typing,
  typeText,
  UNDECIDED,
  unify,
} from './operator.js';

const MANY = 64;

const truths = (operands: readonly OperandType[], report: TypeReport): Typing | undefined => {
  const types = allOf(operands, 'truth', report);
  return types && { result: TRUTH, operands: types };
};

const comparable =
  (ordered: boolean) =>
  (operands: readonly OperandType[], report: TypeReport): Typing | undefined => {
    const common = unify(operands, report);
    if (common === undefined) return undefined;
    const hasOrder =
      common.is === 'number' ||
      common.is === 'date' ||
      (common.is === 'label' && common.labels.ordered);
    if (ordered && !hasOrder) {
      report('rule.no_order', { found: typeText(common) });
      return undefined;
    }
    return { result: TRUTH, operands: operands.map(() => common) };
  };

/** Order of two present cells of one type: -1, 0, 1, or undefined when it could not be decided. */
const order = (a: Cell, b: Cell): -1 | 0 | 1 | undefined => {
  if (isNumber(a) && isNumber(b)) return compareExact(a, b);
  if (a === b) return 0;
  return a < b ? -1 : 1;
};

/** Every neighbouring pair stands in the wanted order; `a < b < c` is written with three operands. */
const chain =
  (holds: (order: -1 | 0 | 1) => boolean) =>
  (operands: readonly Cell[]): Cell => {
    const absence = worstAbsence(operands);
    if (absence !== undefined) return absence;
    let result = true;
    for (let i = 0; i + 1 < operands.length; i++) {
      const [left, right] = [operands[i], operands[i + 1]];
      if (left === undefined || right === undefined) continue;
      const found = order(left, right);
      if (found === undefined) return UNDECIDED;
      result &&= holds(found);
    }
    return result;
  };

/** `decisive` decides whatever the others are; else an absence leaves the answer open. */
const decide =
  (decisive: boolean) =>
  (operands: readonly Cell[]): Cell =>
    operands.includes(decisive) ? decisive : (worstAbsence(operands) ?? !decisive);

const choose = (operands: readonly Cell[]): Cell => {
  for (let i = 0; i + 1 < operands.length; i += 2) {
    const condition = operands[i];
    if (condition !== undefined && isAbsent(condition)) return condition;
    if (condition === true) return operands[i + 1] ?? UNDECIDED;
  }
  return operands.at(-1) ?? UNDECIDED;
};

const chooseTyping = (operands: readonly OperandType[], report: TypeReport): Typing | undefined => {
  if (operands.length % 2 === 0) {
    report('rule.if_without_else');
    return undefined;
  }
  const isCondition = (i: number): boolean => i % 2 === 0 && i < operands.length - 1;
  if (
    allOf(
      operands.filter((_, i) => isCondition(i)),
      'truth',
      report,
    ) === undefined
  )
    return undefined;
  const common = unify(
    operands.filter((_, i) => !isCondition(i)),
    report,
  );
  return (
    common && {
      result: common,
      operands: operands.map((_, i) => (isCondition(i) ? TRUTH : common)),
    }
  );
};

const member = (operands: readonly Cell[]): Cell => {
  const [value, ...set] = operands;
  if (value === undefined) return UNDECIDED;
  return decide(true)(set.map((each) => chain((found) => found === 0)([value, each])));
};

/** Neighbouring operands in doubles, every pair of which stands in the wanted order. */
const chainDoubles =
  (holds: (order: -1 | 0 | 1) => boolean) =>
  (operands: readonly Value[], build: Build): Value => {
    const answers = { less: holds(-1), equal: holds(0), greater: holds(1) };
    const pairs = operands.slice(1).map((right, i) => {
      const left = operands[i];
      return left === undefined ? right : compare(build, left, right, answers);
    });
    // What is absent leaves the answer open, whatever the other pairs: hence no `and`.
    return join(multiply)(pairs, build);
  };

/** Operands joined two by two. */
const join =
  (two: (build: Build, a: Value, b: Value) => Value) =>
  ([first, ...others]: readonly Value[], build: Build): Value =>
    first === undefined
      ? build.refuse('form')
      : others.reduce((joined, other) => two(build, joined, other), first);

const EQUAL = { less: false, equal: true, greater: false };

const memberDoubles = ([value, ...set]: readonly Value[], build: Build): Value =>
  value === undefined
    ? build.refuse('form')
    : join(or)(
        set.map((each) => compare(build, value, each, EQUAL)),
        build,
      );

/** The first value whose condition holds; a condition that cannot be told leaves the whole open. */
const chooseDoubles = (operands: readonly Value[], build: Build): Value => {
  let chosen = operands.at(-1);
  for (let i = operands.length - 3; i >= 0; i -= 2) {
    const [when, gives] = [operands[i], operands[i + 1]];
    if (when !== undefined && gives !== undefined && chosen !== undefined)
      chosen = select(build, when, gives, chosen);
  }
  return chosen ?? build.refuse('form');
};

const comparison = (
  name: string,
  most: number,
  holds: (order: -1 | 0 | 1) => boolean,
  sign: string,
): Operator => ({
  name,
  arity: [2, most],
  typing: comparable(name !== '==' && name !== '!='),
  exact: chain(holds),
  fast: chainDoubles(holds),
  print: { as: 'infix', sign: { id: sign, en: sign }, binds: 3 },
});

/**
 * Comparison, logic and choice, in three values: an absent operand leaves open what the others do
 * not decide.
 *
 * Source: jsonlogic.com, "Logic and Boolean Operations"; Kleene's strong logic of indeterminacy for
 * what is absent (S. C. Kleene, Introduction to Metamathematics, 1952, section 64)
 */
export const logic: readonly Operator[] = [
  comparison('==', 2, (found) => found === 0, '='),
  comparison('!=', 2, (found) => found !== 0, '≠'),
  comparison('<', 3, (found) => found < 0, '<'),
  comparison('<=', 3, (found) => found <= 0, '≤'),
  comparison('>', 2, (found) => found > 0, '>'),
  comparison('>=', 2, (found) => found >= 0, '≥'),
  {
    name: 'between',
    arity: [3, 3],
    typing: comparable(true),
    exact: ([value, low, high]) =>
      value === undefined || low === undefined || high === undefined
        ? UNDECIDED
        : chain((found) => found <= 0)([low, value, high]),
    fast: ([value, low, high], build) =>
      value === undefined || low === undefined || high === undefined
        ? build.refuse('form')
        : chainDoubles((found) => found <= 0)([low, value, high], build),
    print: { as: 'between' },
  },
  {
    name: 'and',
    arity: [1, MANY],
    typing: truths,
    exact: decide(false),
    decisive: false,
    fast: join(and),
    print: { as: 'infix', sign: { id: 'dan', en: 'and' }, binds: 1 },
  },
  {
    name: 'or',
    arity: [1, MANY],
    typing: truths,
    exact: decide(true),
    decisive: true,
    fast: join(or),
    print: { as: 'infix', sign: { id: 'atau', en: 'or' }, binds: 0 },
  },
  {
    name: '!',
    arity: [1, 1],
    typing: truths,
    exact: ([operand]) =>
      operand === undefined || isAbsent(operand) ? (operand ?? UNDECIDED) : !operand,
    fast: ([operand], build) =>
      operand === undefined ? build.refuse('form') : not(build, operand),
    print: { as: 'prefix', sign: { id: 'bukan', en: 'not' }, binds: 2 },
  },
  {
    name: 'if',
    arity: [3, MANY],
    typing: chooseTyping,
    exact: choose,
    fast: chooseDoubles,
    print: { as: 'choice' },
  },
  {
    name: 'in',
    arity: [2, MANY],
    typing: comparable(false),
    exact: member,
    fast: memberDoubles,
    print: { as: 'membership' },
  },
];
