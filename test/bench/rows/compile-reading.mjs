import { builtAt } from '../builds.mjs';
import { policyDocument } from '../workload/policy.mjs';

export const row = {
  id: 'compile-reading',
  about: {
    how: 'the schema’s parse of the same document, and its digest',
    computes: 'what every compilation begins with',
  },
  prepare: ({ records, profile }) => {
    const document = policyDocument({ profile });
    return records.map(() => document);
  },
  setUp: async () => {
    const { readPolicy, digest } = await import(builtAt('reading'));
    return (document) => digest(readPolicy(document).value.json);
  },
};
