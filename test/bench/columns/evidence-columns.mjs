// The columns of a file as `scoreColumns` takes them.
import { RATERS } from '../workload/rules.mjs';

/** @returns all columns, each rater's list as a table of one column */
export const evidenceColumns = ({ count, ...columns }) => {
  const raters = Object.keys(RATERS);
  const values = Object.fromEntries(
    Object.entries(columns).filter(([name]) => !raters.includes(name)),
  );
  const tables = Object.fromEntries(
    raters.map((name) => {
      const { offsets, values: rating } = columns[name];
      return [name, { offsets, columns: { rating } }];
    }),
  );
  return { count, values, tables };
};
