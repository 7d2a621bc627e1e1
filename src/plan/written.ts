import { readDuration } from '../duration.js';
import { divide, type Rational } from '../number/rational.js';
import type { DurationPlan } from './plan.js';

/** The duration that `text` writes, in the unit of its input; undefined when it is not in its pattern. */
export const durationIn = (text: string, plan: DurationPlan): Rational | undefined => {
  const seconds = readDuration(text, plan.pattern, plan.daySeconds);
  return seconds && divide(seconds, plan.unitSeconds);
};
