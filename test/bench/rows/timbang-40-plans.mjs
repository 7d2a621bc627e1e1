import { compilePolicy, parseEvidence, score, unwrap } from '../../../dist/index.js';
import { evidenceOf, policyDocument } from '../workload/policy.mjs';

const COUNT = 40;

let plans;

/** Plans that differ in their names, and most of them in two weights. */
const plansFor = (profile) =>
  (plans ??= Array.from({ length: COUNT }, (_, i) =>
    unwrap(compilePolicy(policyDocument({ profile, id: `bench/kinerja-${i}`, change: i % 10 }))),
  ));

export const row = {
  id: 'timbang-40-plans',
  about: {
    how: `as timbang, with ${COUNT} plans, each subject by the next of them`,
    computes: 'all of it, exactly',
  },
  prepare: ({ records, profile }) =>
    records.map((record, i) => {
      const plan = plansFor(profile)[i % COUNT];
      return { plan, evidence: unwrap(parseEvidence(plan, evidenceOf(record))) };
    }),
  setUp: () => (each) => score(each.plan, each.evidence),
};
