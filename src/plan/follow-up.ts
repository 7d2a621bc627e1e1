import { type Pointer, pointerTo } from '../pointer.js';
import type { Policy } from '../policy/policy.js';
import { compileCondition } from '../rule/compile.js';
import type { Scope } from '../rule/scope.js';
import type { FollowUpPlan } from './plan.js';

/**
 * The follow-up of a policy over slots. Its rules read single values; nothing reads them.
 *
 * @returns those that could be compiled; the others were reported
 * Issues: `followup.same_rung`, those of rules
 */
export const compileFollowUp = (policy: Policy, scope: Scope): readonly FollowUpPlan[] => {
  const rungs = new Map<string, Pointer>();
  return Object.entries(policy.followUp ?? {}).flatMap(([id, spec]) => {
    const pointer = pointerTo('/followUp', id);
    const when = compileCondition(spec.when, pointerTo(pointer, 'when'), scope);
    const about =
      spec.about === undefined ? undefined : scope.resolve(spec.about, pointerTo(pointer, 'about'));
    if (spec.ladder !== undefined) {
      const { name, rung } = spec.ladder;
      const key = `${name} ${String(rung)}`;
      const other = rungs.get(key);
      if (other !== undefined)
        scope.report('followup.same_rung', pointerTo(pointer, 'ladder'), { name, rung, other });
      rungs.set(key, pointer);
    }
    if (when === undefined || (spec.about !== undefined && about === undefined)) return [];
    return [{ id, pointer, spec, when, ...(about === undefined ? {} : { about }) }];
  });
};
