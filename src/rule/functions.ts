import { absolute, constantOf, exponential, logarithm, raise } from '../fast/arithmetic.js';
import type { Build, Value } from '../fast/build.js';
import { compareExact, type Exact, isRational, negateExact } from '../number/exact.js';
import { cbrtExact, expExact, lnExact, powExact, sqrtExact } from '../number/functions.js';
import { ZERO } from '../number/rational.js';
import { type Absent, type Cell, isNumber, type ValueType, worstAbsence } from '../slot.js';
import { RATIO, type UnitOrAny, unitText } from '../unit.js';
import {
  allOf,
  NO_REAL,
  type Operator,
  type OperandType,
  type TypeReport,
  type Typing,
  UNDECIDED,
} from './operator.js';

const isPure = (unit: UnitOrAny): boolean => unit === 'any' || unit.dimensions.size === 0;

/** Pure numbers in, a pure number out: the logarithm of a day has no meaning. */
const pure = (operands: readonly OperandType[], report: TypeReport): Typing | undefined => {
  const types = allOf(operands, 'number', report);
  if (types === undefined) return undefined;
  const units = types.map((type): UnitOrAny => (type.is === 'number' ? type.unit : 'any'));
  const wrong = units.find((unit) => !isPure(unit));
  if (wrong !== undefined) {
    report('unit.not_pure', { found: unitText(wrong) });
    return undefined;
  }
  const unit = units.every((each) => each === 'any') ? 'any' : RATIO;
  const result: ValueType = { is: 'number', unit };
  return { result, operands: types };
};

/** The value of `compute` for operands that all have one. */
const ofNumbers =
  (compute: (first: Exact, second: Exact) => Cell) =>
  (operands: readonly Cell[]): Cell => {
    const absence = worstAbsence(operands);
    if (absence !== undefined) return absence;
    const [first, second = ZERO] = operands.filter(isNumber);
    return first === undefined ? UNDECIDED : compute(first, second);
  };

/** What `compute` gives where the sign of `value` is one of `allowed`; no real value elsewhere. */
const whereSigned = (
  value: Exact,
  allowed: readonly (-1 | 0 | 1)[],
  compute: () => Exact | Absent | undefined,
): Cell => {
  const sign = compareExact(value, ZERO);
  if (sign === undefined) return UNDECIDED;
  return allowed.includes(sign) ? (compute() ?? UNDECIDED) : NO_REAL;
};

/** A power or an exponential beyond every bound; the rule's evaluation adds where. */
const TOO_LARGE: Absent = {
  absent: 'undecided',
  cause: { pointer: '', code: 'number.too_large' },
};

/** base ^ exponent over the reals; 0 ^ 0 is 1. */
const power = (base: Exact, exponent: Exact): Cell => {
  const isWhole = isRational(exponent) && exponent.d === 1n;
  const direction = compareExact(exponent, ZERO);
  if (direction === undefined) return UNDECIDED;
  const zero = direction < 0 ? [] : ([0] as const);
  const negative = isWhole ? ([-1] as const) : [];
  return whereSigned(base, [1, ...zero, ...negative], () => powExact(base, exponent) ?? TOO_LARGE);
};

const magnitude = (value: Exact): Cell => {
  const sign = compareExact(value, ZERO);
  if (sign === undefined) return UNDECIDED;
  return sign < 0 ? negateExact(value) : value;
};

/** A number of any unit, which the result keeps. */
const same = (operands: readonly OperandType[], report: TypeReport): Typing | undefined => {
  const types = allOf(operands, 'number', report);
  const [only] = types ?? [];
  return types && only && { result: only, operands: types };
};

type FastOne = (build: Build, value: Value) => Value;

const ofOne =
  (compute: FastOne) =>
  ([value]: readonly Value[], build: Build): Value =>
    value === undefined ? build.refuse('form') : compute(build, value);

/** A power in doubles, where the exponent is a constant. */
const powerDoubles = ([base, exponent]: readonly Value[], build: Build): Value =>
  base === undefined || exponent?.exact === undefined
    ? build.refuse('varying')
    : raise(build, base, constantOf(exponent));

const one = (name: string, compute: (value: Exact) => Cell, fast: FastOne): Operator => ({
  name,
  arity: [1, 1],
  typing: pure,
  exact: ofNumbers(compute),
  fast: ofOne(fast),
  print: { as: 'call' },
});

/**
 * Roots, powers, logarithms and exponentials of pure numbers: exact where the result is rational, otherwise
 * known by enclosures that decide every comparison and rounding. These are not part of JSON Logic.
 *
 * Source: definitions over the real numbers; `number/functions.ts`
 */
export const functions: readonly Operator[] = [
  {
    name: 'pow',
    arity: [2, 2],
    typing: pure,
    exact: ofNumbers(power),
    fast: powerDoubles,
    print: { as: 'infix', sign: { id: '^', en: '^' }, binds: 7 },
  },
  one(
    'sqrt',
    (value) => whereSigned(value, [0, 1], () => sqrtExact(value)),
    (build, value) => raise(build, value, 1 / 2),
  ),
  one(
    'cbrt',
    (value) => whereSigned(value, [-1, 0, 1], () => cbrtExact(value)),
    (build, value) => raise(build, value, 1 / 3),
  ),
  one('ln', (value) => whereSigned(value, [1], () => lnExact(value)), logarithm),
  one('exp', (value) => expExact(value) ?? TOO_LARGE, exponential),
  {
    name: 'abs',
    arity: [1, 1],
    typing: same,
    exact: ofNumbers(magnitude),
    fast: ofOne(absolute),
    print: { as: 'call' },
  },
];
