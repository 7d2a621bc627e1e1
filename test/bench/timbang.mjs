// The package as it is built, and one plan for each profile.
import { compilePolicy, unwrap } from '../../dist/index.js';
import { policyDocument } from './workload/policy.mjs';

const plans = new Map();

/** @returns the plan of the workload, compiled once */
export const planFor = (profile) => {
  const known = plans.get(profile);
  if (known !== undefined) return known;
  const plan = unwrap(compilePolicy(policyDocument({ profile })));
  plans.set(profile, plan);
  return plan;
};

/** An outcome or scorecard as all rows are compared: a status that is not final is no score. */
export const readOutcome = ({ status, score, rating }) =>
  status === 'final' ? { cents: score.units, rating } : { cents: undefined, rating: undefined };
