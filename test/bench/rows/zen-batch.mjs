import { ZenEngine } from '@gorules/zen-engine';
import { flat, list } from './zen-decision.mjs';

/** How many subjects a call has. */
const CALL = 1000;

export const row = {
  id: 'zen-batch',
  about: {
    how: `as zen, ${CALL} subjects in one call: both nodes run in a loop over a list`,
    computes: 'all of it, in its decimals of 28 digits',
  },
  isAsync: true,
  isSlow: true,
  perCall: CALL,
  prepare: ({ records }) => {
    const all = records.map(flat);
    return Array.from({ length: Math.ceil(all.length / CALL) }, (_, i) => ({
      subjects: all.slice(i * CALL, (i + 1) * CALL),
    }));
  },
  setUp: () => {
    const decision = new ZenEngine().createDecision(list);
    return (call) => decision.evaluate(call);
  },
  readAll: ({ result: { subjects } }) =>
    subjects.map(({ score, rating }) => ({ cents: score, rating })),
};
