import { parseEvidence, score, unwrap } from '../../../dist/index.js';
import { planFor, readOutcome } from '../timbang.mjs';
import { evidenceOf } from '../workload/policy.mjs';

/** The row with its documents changed first: in which order their keys stand, which of them are there. */
export const documentRow = ({ id, how, change = (document) => document }) => ({
  id,
  about: { how, computes: 'all of it, exactly, and the check of the document' },
  prepare: ({ records }) =>
    records.map((record, i) => JSON.parse(JSON.stringify(change(evidenceOf(record), i)))),
  setUp: ({ profile }) => {
    const plan = planFor(profile);
    return (document) => score(plan, unwrap(parseEvidence(plan, document)));
  },
  read: readOutcome,
});

export const row = documentRow({
  id: 'timbang-document',
  how: '`score(plan, parseEvidence(plan, document))`: checked, read and scored, from the value that `JSON.parse` gave',
});
