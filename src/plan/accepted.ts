import { indicatorKinds } from '../indicator/registry.js';
import { ScoringError } from '../result.js';
import { planCost } from './cost.js';
import { layOut } from './layout.js';
import type { Plan } from './plan.js';

/** What of a plan can go to another thread: data alone, for a layout holds functions. */
export interface AcceptedPolicy extends Pick<Plan, 'policy' | 'document' | 'digest' | 'parents'> {
  readonly layoutKey: string;
}

/** The policy of a plan without kinds of the host. */
export const acceptedOf = ({
  policy,
  document,
  digest,
  parents,
  layout,
}: Plan): AcceptedPolicy => ({ policy, document, digest, parents, layoutKey: layout.key });

/**
 * The plan of a policy that was read and checked in another thread: only laid out again, without what there was to be said.
 *
 * @throws ScoringError when it is laid out otherwise than it was there
 */
export const planOfAccepted = ({ layoutKey, ...known }: AcceptedPolicy): Plan => {
  const layout = layOut(
    known.policy,
    indicatorKinds,
    () => undefined,
    () => true,
  );
  if (layout?.key !== layoutKey)
    throw new ScoringError(`policy ${known.digest} is laid out otherwise in a worker`);
  return { ...known, warnings: [], cost: planCost(layout), layout };
};
