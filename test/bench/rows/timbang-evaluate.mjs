import { evaluate } from '../../../dist/index.js';
import { planFor } from '../timbang.mjs';
import { row as timbang } from './timbang.mjs';

export const row = {
  ...timbang,
  id: 'timbang-evaluate',
  isSlow: true,
  about: {
    how: '`evaluate(plan, evidence)`: the scorecard with every exact value, reason and step',
    computes: 'all of it, exactly, with trace and reasons',
  },
  setUp: ({ profile }) => {
    const plan = planFor(profile);
    return (evidence) => evaluate(plan, evidence);
  },
};
