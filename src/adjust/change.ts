import { add, greatest, least, subtract } from '../fast/arithmetic.js';
import type { Build, Value } from '../fast/build.js';
import { compare, select } from '../fast/decide.js';
import { addExact, compareExact, type Exact, negateExact } from '../number/exact.js';
import { ZERO } from '../number/rational.js';
import type { Adjusted, Amount, FastAmount } from './contract.js';

/** `value` changed by the amount, held at `atMost`, in the direction of `sign`. */
export const change = (value: Exact, { amount, atMost }: Amount, sign: 1 | -1): Adjusted => {
  const order = compareExact(amount, ZERO);
  const over = atMost === undefined ? -1 : compareExact(amount, atMost);
  const least = atMost === undefined ? 1 : compareExact(atMost, ZERO);
  if (order === undefined || over === undefined || least === undefined) return { is: 'undecided' };
  if (order < 0 || least < 0) return { is: 'negative' };
  const used = atMost !== undefined && over > 0 ? atMost : amount;
  return { is: 'value', value: addExact(value, sign === 1 ? used : negateExact(used)) };
};

/** The lesser (`-1`) or greater (`1`) of two values. */
export const extreme = (value: Exact, limit: Exact, wanted: 1 | -1): Adjusted => {
  const order = compareExact(limit, value);
  if (order === undefined) return { is: 'undecided' };
  return { is: 'value', value: order === wanted ? limit : value };
};

/** `amount` where it is not below zero; no number elsewhere. */
export const notNegative = (build: Build, amount: Value): Value => {
  if (amount.span.low >= 0) return amount;
  const zero = build.constant(ZERO);
  const holds = compare(build, amount, zero, { less: false, equal: true, greater: true });
  return select(build, holds, amount, build.nothing());
};

/** `change` in doubles. */
export const changeDoubles = (
  value: Value,
  { amount, atMost }: FastAmount,
  build: Build,
  sign: 1 | -1,
): Value => {
  const checked = notNegative(build, amount);
  const used = atMost === undefined ? checked : least(build, checked, notNegative(build, atMost));
  return (sign === 1 ? add : subtract)(build, value, used);
};

/** `extreme` in doubles. */
export const extremeDoubles = (build: Build, value: Value, limit: Value, wanted: 1 | -1): Value =>
  (wanted === 1 ? greatest : least)(build, value, limit);
