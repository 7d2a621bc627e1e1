import type { ChildPolicy, Indicator, Policy } from '../../src/policy/policy.js';
import { get, must, without } from './value.js';

export type AnyPolicy = Policy | ChildPolicy;

/** Whether a document takes its rules from another. */
export const isChild = (policy: AnyPolicy): policy is ChildPolicy =>
  policy.extends !== undefined && !('result' in policy);

/** A slot of the parent with the verb of the child: type and tails stay, tails that it has not are added. */
const filled = (slot: Indicator, filling: Indicator): Indicator =>
  // The verb of one and the type of the other are an indicator again.
  ({ ...without(filling, ['unit', 'scale', 'per']), ...without(slot, ['slot']) }) as Indicator;

const union = <T>(
  parent: Readonly<Record<string, T>> | undefined,
  child: Readonly<Record<string, T>> | undefined,
): Readonly<Record<string, T>> => ({ ...parent, ...child });

/** The rules of a policy whole: with those of the policies that it extends, found by id and version. */
export const whole = (policy: AnyPolicy, parents: readonly AnyPolicy[]): Policy => {
  if (!isChild(policy)) return policy;
  const { policy: id, version } = policy.extends;
  const found = parents.find((each) => each.id === id && each.version === version);
  const parent = whole(must(found, `parent ${id}`), parents);
  const set = Object.entries(policy.set ?? {}).map(([name, value]) => {
    const kept = without(must(get(parent.parameters, name), name), ['is', 'since']);
    return [name, { ...kept, ...value }] as const;
  });
  const fill = Object.entries(policy.fill ?? {}).map(
    ([name, filling]) => [name, filled(must(get(parent.indicators, name), name), filling)] as const,
  );
  return {
    ...policy,
    scales: union(parent.scales, policy.scales),
    parameters: {
      ...union(parent.parameters, policy.parameters),
      ...Object.fromEntries(set),
    },
    inputs: union(parent.inputs, policy.inputs),
    tables: union(parent.tables, policy.tables),
    panels: union(parent.panels, policy.panels),
    curves: union(parent.curves, policy.curves),
    matrices: union(parent.matrices, policy.matrices),
    lookups: union(parent.lookups, policy.lookups),
    indicators: {
      ...union(parent.indicators, policy.indicators),
      ...Object.fromEntries(fill),
    },
    result: parent.result,
  };
};
