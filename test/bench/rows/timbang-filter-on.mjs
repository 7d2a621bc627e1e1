import { builtAt } from '../builds.mjs';
import { evidenceOf, policyDocument } from '../workload/policy.mjs';
import { readOutcome } from '../timbang.mjs';

const { compilePolicy, parseEvidence, score, unwrap } = await import(builtAt('filter-on'));

export const row = {
  id: 'timbang-filter-on',
  about: {
    how: '`score(plan, evidence)` of a build like that of the row without the filter, with it',
    computes: 'all of it, exactly',
  },
  prepare: ({ records, profile }) => {
    const plan = unwrap(compilePolicy(policyDocument({ profile })));
    return records.map((record) => ({
      plan,
      evidence: unwrap(parseEvidence(plan, evidenceOf(record))),
    }));
  },
  setUp:
    () =>
    ({ plan, evidence }) =>
      score(plan, evidence),
  read: readOutcome,
};
