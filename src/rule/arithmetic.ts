import {
  add,
  divide as divideDoubles,
  greatest,
  least,
  multiply as multiplyDoubles,
  negate,
  subtract as subtractDoubles,
} from '../fast/arithmetic.js';
import type { Build, Value } from '../fast/build.js';
import {
  addExact,
  compareExact,
  divideExact,
  type Exact,
  isRational,
  multiplyExact,
  negateExact,
  subtractExact,
} from '../number/exact.js';
import { divide, multiply, ONE, rational, subtract } from '../number/rational.js';
import { isTooLarge } from '../number/size.js';
import { type Cell, isNumber, type ValueType, worstAbsence } from '../slot.js';
import { divideUnits, multiplyUnits, RATIO, readUnit, type UnitOrAny } from '../unit.js';
import {
  allOf,
  NO_QUOTIENT,
  type Operator,
  type OperandType,
  type TypeReport,
  type Typing,
  UNDECIDED,
  unify,
} from './operator.js';

const MANY = 64;

const numberOf = (unit: UnitOrAny): ValueType => ({ is: 'number', unit });

const unitsOf = (types: readonly ValueType[]): readonly UnitOrAny[] =>
  types.map((type) => (type.is === 'number' ? type.unit : 'any'));

const DAY = readUnit('day') ?? 'any';

/** Two dates give the days from the second to the first; anything else is as `alike`. */
const difference = (operands: readonly OperandType[], report: TypeReport): Typing | undefined => {
  if (!operands.some((type) => type?.is === 'date')) return alike(operands, report);
  const types = allOf(operands, 'date', report);
  if (types === undefined || types.length !== 2) {
    if (types !== undefined) report('rule.one_date');
    return undefined;
  }
  return { result: numberOf(DAY), operands: types };
};

const subtractCells = (operands: readonly Cell[]): Cell => {
  const [a, b] = operands;
  if (typeof a === 'number' && typeof b === 'number') return rational(BigInt(a - b));
  return fold(subtractExact, negateExact)(operands);
};

/** Operands of one unit give a number in that unit. */
const alike = (operands: readonly OperandType[], report: TypeReport): Typing | undefined => {
  if (allOf(operands, 'number', report) === undefined) return undefined;
  const common = unify(operands, report);
  return common && { result: common, operands: operands.map(() => common) };
};

/**
 * The units are combined from left to right. Units that cancel leave a ratio: minutes per hour are
 * brought to one by the exact factor 1/60.
 */
const combined =
  (combine: (a: UnitOrAny, b: UnitOrAny) => UnitOrAny) =>
  (operands: readonly OperandType[], report: TypeReport): Typing | undefined => {
    const types = allOf(operands, 'number', report);
    if (types === undefined) return undefined;
    const [first = 'any', ...others] = unitsOf(types);
    let unit = first;
    let scale = ONE;
    for (const other of others) {
      unit = combine(unit, other);
      if (unit === 'any' || unit.dimensions.size > 0) continue;
      scale = multiply(scale, unit.factor);
      unit = RATIO;
    }
    return { result: numberOf(unit), operands: types, scale };
  };

/** Every operand must have a value; they are then combined from left to right. */
const fold =
  (combine: (a: Exact, b: Exact) => Cell, single: (a: Exact) => Cell = (a) => a) =>
  (operands: readonly Cell[]): Cell => {
    const absence = worstAbsence(operands);
    if (absence !== undefined) return absence;
    const numbers = operands.filter(isNumber);
    const [first] = numbers;
    if (first === undefined) return UNDECIDED;
    if (numbers.length === 1) return single(first);
    let result: Cell = first;
    for (let i = 1; i < numbers.length; i++) {
      const other = numbers[i];
      if (!isNumber(result) || other === undefined) return result;
      result = combine(result, other);
      if (isNumber(result) && isTooLarge(result)) return result;
    }
    return result;
  };

/** Operands in doubles, combined from left to right. */
const foldDoubles =
  (
    combine: (build: Build, a: Value, b: Value) => Value,
    single?: (build: Build, a: Value) => Value,
  ) =>
  ([first, ...others]: readonly Value[], build: Build): Value => {
    if (first === undefined) return build.refuse('form');
    if (others.length === 0) return single === undefined ? first : single(build, first);
    return others.reduce((total, other) => combine(build, total, other), first);
  };

const better =
  (wanted: -1 | 1) =>
  (a: Exact, b: Exact): Cell => {
    const order = compareExact(b, a);
    if (order === undefined) return UNDECIDED;
    return order === wanted ? b : a;
  };

const infix = (sign: string, binds: number): Operator['print'] => ({
  as: 'infix',
  sign: { id: sign, en: sign },
  binds,
});

/** a - b * trunc(a / b): the sign of the dividend, as in JSON Logic. */
const remainder = (a: Exact, b: Exact): Cell => {
  if (!isRational(a) || !isRational(b)) return UNDECIDED;
  const quotient = divide(a, b);
  if (quotient === undefined) return NO_QUOTIENT;
  return subtract(a, multiply(b, rational(quotient.n / quotient.d)));
};

const quotient = (a: Exact, b: Exact): Cell => {
  if (compareExact(b, rational(0n)) === undefined) return UNDECIDED;
  return divideExact(a, b) ?? NO_QUOTIENT;
};

/** Arithmetic. Source: jsonlogic.com, "Numeric Operations"; values are exact rationals. */
export const arithmetic: readonly Operator[] = [
  {
    name: '+',
    arity: [1, MANY],
    typing: alike,
    exact: fold(addExact),
    fast: foldDoubles(add),
    print: infix('+', 4),
  },
  {
    name: '-',
    arity: [1, 2],
    typing: difference,
    exact: subtractCells,
    fast: foldDoubles(subtractDoubles, negate),
    print: infix('-', 4),
  },
  {
    name: '*',
    arity: [1, MANY],
    typing: combined(multiplyUnits),
    exact: fold(multiplyExact),
    fast: foldDoubles(multiplyDoubles),
    print: infix('×', 5),
  },
  {
    name: '/',
    arity: [2, 2],
    typing: combined(divideUnits),
    exact: fold(quotient),
    fast: foldDoubles(divideDoubles),
    print: infix('/', 5),
  },
  { name: '%', arity: [2, 2], typing: alike, exact: fold(remainder), print: infix('mod', 5) },
  {
    name: 'min',
    arity: [1, MANY],
    typing: alike,
    exact: fold(better(-1)),
    fast: foldDoubles(least),
    print: { as: 'call' },
  },
  {
    name: 'max',
    arity: [1, MANY],
    typing: alike,
    exact: fold(better(1)),
    fast: foldDoubles(greatest),
    print: { as: 'call' },
  },
];
