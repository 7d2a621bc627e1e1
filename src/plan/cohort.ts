import { pointerTo } from '../pointer.js';
import type { Scope } from '../rule/scope.js';
import type { IndicatorPlan } from './plan.js';

/**
 * What a cohort is frozen of must not itself depend on a cohort: freezing would need one.
 *
 * Issues: `cohort.nested`
 */
export const reportNested = (
  nodes: readonly { readonly name: string; readonly reads: readonly string[] }[],
  plans: ReadonlyMap<string, IndicatorPlan>,
  report: Scope['report'],
): void => {
  const reads = new Map(nodes.map((node) => [node.name, node.reads]));
  const frozenBy = (name: string): string | undefined => {
    const plan = plans.get(name);
    return plan && plan.kind.freezes?.(plan.node).read.name;
  };
  for (const { name } of nodes) {
    const read = frozenBy(name);
    if (read === undefined) continue;
    const seen = new Set([read]);
    // A set is walked in the order of its insertions, those made on the way included.
    for (const each of seen) {
      if (frozenBy(each) === undefined) for (const next of reads.get(each) ?? []) seen.add(next);
      else {
        const at = pointerTo('/indicators', name, plans.get(name)?.kind.name ?? '', 'read');
        report('cohort.nested', at, { name: read, through: each });
        break;
      }
    }
  }
};
