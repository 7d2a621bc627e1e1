import { parseEvidence, score, unwrap } from '../../../dist/index.js';
import { planFor, readOutcome } from '../timbang.mjs';
import { evidenceOf } from '../workload/policy.mjs';

export const row = {
  id: 'timbang',
  about: {
    how: '`score(plan, evidence)`: the evidence read beforehand, the plan compiled once',
    computes: 'all of it, exactly',
  },
  prepare: ({ records, profile }) => {
    const plan = planFor(profile);
    return records.map((record) => unwrap(parseEvidence(plan, evidenceOf(record))));
  },
  setUp: ({ profile }) => {
    const plan = planFor(profile);
    return (evidence) => score(plan, evidence);
  },
  read: readOutcome,
};
