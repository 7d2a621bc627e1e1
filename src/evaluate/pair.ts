import type { Evidence } from '../evidence/evidence.js';
import type { Plan } from '../plan/plan.js';

/** Whether `evidence` was read for this plan, or one that is laid out the same. */
export const isReadFor = (plan: Plan, evidence: Evidence): boolean =>
  plan.digest === evidence.policyDigest && plan.layout.key === evidence.layoutKey;
