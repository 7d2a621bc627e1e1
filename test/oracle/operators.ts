import { fraction, isInteger, ONE, ZERO } from './fraction.js';
import {
  absolute,
  add,
  divide,
  exp,
  ln,
  multiply,
  negate,
  raise,
  type Real,
  real,
  remainder,
  sign,
} from './real.js';
import { divideUnits, multiplyUnits, RATIO, type Unit, unitOf } from './unit.js';
import {
  absent,
  alike,
  equal,
  greatest,
  inUnit,
  isTrue,
  least,
  MISSING,
  must,
  number,
  numberOf,
  order,
  realOf,
  total,
  truth,
  type Value,
} from './value.js';

/** A ratio, or a bare number where all are. */
export const pureUnit = (units: readonly Unit[]): Unit =>
  units.every((unit) => unit === 'any') ? 'any' : RATIO;

/** The days of the civil calendar before a date, from 1 January of year 0 on. */
const dayNumber = (day: string): bigint => {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const isLeap = (of: number): boolean => of % 4 === 0 && (of % 100 !== 0 || of % 400 === 0);
  const lengths = [31, isLeap(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  let days = date;
  for (let of = 0; of < year; of += 1) days += isLeap(of) ? 366 : 365;
  for (const length of lengths.slice(0, month - 1)) days += length;
  return BigInt(days);
};

const HALF = fraction(1n, 2n);
const THIRD = fraction(1n, 3n);

/** base ^ exponent over the real numbers; undefined where it has no real value. */
const power = (base: Real, exponent: Real): Real | undefined => {
  const side = sign(base);
  const isWhole = exponent.is === 'fraction' && isInteger(exponent.value);
  if (sign(exponent) === 0) return real(ONE);
  if (side === 0) return sign(exponent) > 0 ? real(ZERO) : undefined;
  if (side > 0)
    return exponent.is === 'fraction'
      ? raise(base, exponent.value)
      : exp(multiply(exponent, ln(base)));
  if (!isWhole) return undefined;
  const size = raise(negate(base), exponent.value);
  return exponent.value.n % 2n === 0n ? size : negate(size);
};

/** Roots, powers, logarithms and exponentials; undefined where there is no real value. */
const pure = (operator: string, [a, b]: readonly Real[]): Real | undefined => {
  const x = must(a, 'operand');
  const side = sign(x);
  switch (operator) {
    case 'pow':
      return power(x, must(b, 'exponent'));
    case 'sqrt':
      return side === 0 ? x : side < 0 ? undefined : raise(x, HALF);
    case 'cbrt':
      return side === 0 ? x : side < 0 ? negate(raise(negate(x), THIRD)) : raise(x, THIRD);
    case 'ln':
      return side > 0 ? ln(x) : undefined;
    default:
      return exp(x);
  }
};

const quotient = (values: readonly Value[]): Value => {
  const [x, y] = values.map(numberOf);
  const [above, below] = [must(x, 'dividend'), must(y, 'divisor')];
  const value = divide(above.value, below.value);
  return value === undefined ? MISSING : number(value, divideUnits(above.unit, below.unit));
};

/** Whether every neighbouring pair stands in the order. */
const chained = (values: readonly Value[], holds: (order: number) => boolean): Value =>
  truth(values.slice(1).every((each, at) => holds(order(values[at] ?? each, each))));

/** What is left of a division, with the sign of the dividend. */
const left = (a: Real, b: Real): Real | undefined | 'undecided' => {
  if (a.is !== 'fraction' || b.is !== 'fraction') return 'undecided';
  return remainder(a, b);
};

const difference = (values: readonly Value[]): Value => {
  const [a, b] = values;
  if (a?.is === 'date' && b?.is === 'date')
    return number(real(fraction(dayNumber(a.day) - dayNumber(b.day))), unitOf('day'));
  const [first, second] = alike(values);
  const { value, unit } = must(first, 'operand');
  return number(second === undefined ? negate(value) : add(value, negate(second.value)), unit);
};

/** An operator on operands that all have a value. */
export const apply = (operator: string, values: readonly Value[]): Value => {
  const [a = MISSING, b = MISSING, c = MISSING] = values;
  switch (operator) {
    case 'and':
      return truth(true);
    case 'or':
      return truth(false);
    case '!':
      return truth(!isTrue(a));
    case '==':
      return truth(equal(a, b));
    case '!=':
      return truth(!equal(a, b));
    case '<':
      return chained(values, (found) => found < 0);
    case '<=':
      return chained(values, (found) => found <= 0);
    case '>':
      return chained(values, (found) => found > 0);
    case '>=':
      return chained(values, (found) => found >= 0);
    case 'between':
      return chained([b, a, c], (found) => found <= 0);
    case '*':
      return values
        .map(numberOf)
        .reduce((x, y) => number(multiply(x.value, y.value), multiplyUnits(x.unit, y.unit)));
    case '/':
      return quotient(values);
    case '-':
      return difference(values);
    case 'pow':
    case 'sqrt':
    case 'cbrt':
    case 'ln':
    case 'exp': {
      const unit = pureUnit(values.map((value) => numberOf(value).unit));
      const value = pure(
        operator,
        values.map((each) => realOf(inUnit(each, unit))),
      );
      return value === undefined ? MISSING : number(value, unit);
    }
  }
  const numbers = alike(values);
  const [first, second] = numbers;
  const { value, unit } = must(first, 'operand');
  switch (operator) {
    case '+':
      return number(total(numbers.map(realOf)), unit);
    case '%': {
      const rest = left(value, must(second, 'divisor').value);
      if (rest === 'undecided') return absent('undecided');
      return rest === undefined ? MISSING : number(rest, unit);
    }
    case 'min':
      return least(numbers);
    case 'max':
      return greatest(numbers);
    case 'abs':
      return number(absolute(value), unit);
  }
  throw new TypeError(`unknown operator ${operator}`);
};
