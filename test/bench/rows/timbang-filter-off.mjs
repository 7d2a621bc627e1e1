import { builtAt } from '../builds.mjs';
import { evidenceOf, policyDocument } from '../workload/policy.mjs';
import { readOutcome } from '../timbang.mjs';

const { compilePolicy, parseEvidence, score, unwrap } = await import(builtAt('filter-off'));

export const row = {
  id: 'timbang-filter-off',
  about: {
    how: '`score(plan, evidence)` of a build that takes every decision as the double has it and asks nobody',
    computes: 'all of it, in doubles',
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
