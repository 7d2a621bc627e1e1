import type { Rational } from '../number/rational.js';
import type { ParameterPlan } from './plan.js';

/**
 * What `parameter` holds on `day` for the label at `position` of its class: the latest that began by then.
 *
 * @param position - 0 for a parameter without a class
 * @returns undefined when none has begun
 */
export const parameterOn = (
  parameter: ParameterPlan,
  day: number | undefined,
  position: number,
): { readonly value: Rational; readonly from?: number } | undefined => {
  let found: ParameterPlan['values'][number] | undefined;
  for (const dated of parameter.values) {
    if (dated.from === undefined || (day !== undefined && dated.from <= day)) found = dated;
  }
  const value = found?.of[position];
  if (value === undefined) return undefined;
  return found?.from === undefined ? { value } : { value, from: found.from };
};
