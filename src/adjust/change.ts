import { addExact, compareExact, type Exact, negateExact } from '../number/exact.js';
import { ZERO } from '../number/rational.js';
import type { Adjusted, Amount } from './contract.js';

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
