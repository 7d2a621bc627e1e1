import { ZenEngine } from '@gorules/zen-engine';
import { flat, single } from './zen-decision.mjs';

export const row = {
  id: 'zen',
  about: {
    how: 'a decision made once: an expression node, then a decision table for the bands; a flat record; one call for each subject',
    computes: 'all of it, in its decimals of 28 digits',
  },
  isAsync: true,
  isSlow: true,
  prepare: ({ records }) => records.map(flat),
  setUp: () => {
    const decision = new ZenEngine().createDecision(single);
    return (record) => decision.evaluate(record);
  },
  read: ({ result: { score, rating } }) => ({ cents: score, rating }),
};
