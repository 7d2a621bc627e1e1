import { compilePolicy, parseEvidence, score, unwrap } from '../../../dist/index.js';
import { readOutcome } from '../timbang.mjs';
import { evidenceOf, policyDocument } from '../workload/policy.mjs';

const same = (given) => given;

/** What `JSON.parse` gives of a value. */
const parsed = (value) => JSON.parse(JSON.stringify(value));

/**
 * The row with its documents changed first (which keys they have, in which order) as texts, or `after` they were
 * parsed, and with a `policy` changed.
 */
export const documentRow = ({ id, how, change = same, after = same, policy = same }) => ({
  id,
  about: { how, computes: 'all of it, exactly, and the check of the document' },
  prepare: ({ records }) =>
    records.map((record, i) => after(parsed(change(evidenceOf(record), i)))),
  setUp: ({ profile }) => {
    const plan = unwrap(compilePolicy(policy(policyDocument({ profile }))));
    return (document) => score(plan, unwrap(parseEvidence(plan, document)));
  },
  read: readOutcome,
});

export const row = documentRow({
  id: 'timbang-document',
  how: '`score(plan, parseEvidence(plan, document))`: checked, read and scored, from the value that `JSON.parse` gave',
});
