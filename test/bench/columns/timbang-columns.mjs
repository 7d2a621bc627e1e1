// `scoreColumns(plan, columns)` on one thread: every value checked against its bounds and its step, then scored exactly.
import { scoreColumns, unwrap } from '../../../dist/index.js';
import { planFor } from '../timbang.mjs';
import { evidenceColumns } from './evidence-columns.mjs';

export const setUp = ({ columns }) => {
  const plan = planFor('mixed');
  const given = evidenceColumns(columns());
  const run = () => {
    const { score, rating } = unwrap(scoreColumns(plan, given));
    return { cents: score, bands: rating };
  };
  return { run, count: given.count };
};
