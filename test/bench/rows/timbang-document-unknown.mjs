import { parseEvidence } from '../../../dist/index.js';
import { planFor } from '../timbang.mjs';
import { evidenceOf } from '../workload/policy.mjs';
import { withMoreValues } from './shapes.mjs';

export const row = {
  id: 'timbang-document-unknown',
  about: {
    how: '`parseEvidence(plan, document)` of a document with ten values besides that the policy does not know',
    computes:
      'ten issues with their pointers: such a document is refused, and nobody is scored by it',
  },
  prepare: ({ records }) =>
    records.map((record) => JSON.parse(JSON.stringify(withMoreValues(evidenceOf(record))))),
  setUp: ({ profile }) => {
    const plan = planFor(profile);
    return (document) => {
      const { ok, issues } = parseEvidence(plan, document);
      if (ok || issues.length !== 10) throw new Error('values that are unknown were not refused');
      return issues;
    };
  },
};
