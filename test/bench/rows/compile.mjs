import { compilePolicy, unwrap } from '../../../dist/index.js';
import { policyDocument } from '../workload/policy.mjs';

export const row = {
  id: 'compile',
  about: { how: '`compilePolicy(document)`, again and again', computes: 'a plan' },
  prepare: ({ records, profile }) => {
    const document = policyDocument({ profile });
    return records.map(() => document);
  },
  setUp: () => (document) => unwrap(compilePolicy(document)),
};
