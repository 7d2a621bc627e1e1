import * as z from 'zod/mini';
import { compare, ONE, type Rational, sign } from '../number/rational.js';
import { type Pointer, pointerTo } from '../pointer.js';
import { readLiteral } from '../rule/literal.js';
import type { NumberLiteral } from '../rule/rule.js';
import { numberLiteral } from '../rule/schema.js';
import type { Scope } from '../rule/scope.js';

/** When missing components may be left out and the weights of the others scaled up. */
export interface LeaveOut {
  /** The least share of the applicable weight that must be present. */
  readonly atLeast: NumberLiteral;
}

/** The schema of `leaveOut`. */
export const leaveOutSchema = (): z.ZodMiniType<LeaveOut> =>
  z.strictObject({ atLeast: numberLiteral });

/**
 * The least share that must be present: `leaveOut` as a part of a node.
 *
 * @returns `{}` where nothing may be left out; undefined after a report
 * Issues: `weights.leave_out_range`
 */
export const compileLeaveOut = (
  spec: LeaveOut | undefined,
  pointer: Pointer,
  scope: Scope,
): { readonly leaveOut?: Rational } | undefined => {
  if (spec === undefined) return {};
  const leaveOut = readLiteral(spec.atLeast);
  if (leaveOut !== undefined && sign(leaveOut) >= 0 && compare(leaveOut, ONE) <= 0)
    return { leaveOut };
  scope.report('weights.leave_out_range', pointerTo(pointer, 'leaveOut', 'atLeast'), {
    found: String(spec.atLeast),
  });
  return undefined;
};
