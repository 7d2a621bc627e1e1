import { decimalPlaces } from '../number/decimal.js';
import { divide, isInteger, type Rational, subtract } from '../number/rational.js';
import type { Step } from './plan.js';

/** Whether `value` lies on `step`. */
export const isOnStep = (value: Rational, step: Step): boolean => {
  const steps = divide(subtract(value, step.from), step.size);
  return steps !== undefined && isInteger(steps);
};

/** Decimal places of every value on `step`; `Infinity` where one has no end. */
export const placesOn = ({ from, size }: Step): number =>
  Math.max(decimalPlaces(from.d) ?? Infinity, decimalPlaces(size.d) ?? Infinity);
