import { divide, isInteger, type Rational, subtract } from '../number/rational.js';
import type { Step } from './plan.js';

/** Whether `value` lies on `step`. */
export const isOnStep = (value: Rational, step: Step): boolean => {
  const steps = divide(subtract(value, step.from), step.size);
  return steps !== undefined && isInteger(steps);
};
