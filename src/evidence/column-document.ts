import { dayText } from '../day.js';
import type { InputPlan, Plan, TablePlan } from '../plan/plan.js';
import type { NumberColumn } from './column.js';
import type { GivenColumns, GivenTable } from './columns.js';

/** The civil days that a date may name, as days from 1970-01-01. */
const [FIRST_DAY, LAST_DAY] = [-719_162, 2_932_896];

/** A number of a column as a document writes it; what stands for nothing is left as it is, for the reader to refuse. */
const valueOf = ({ form }: InputPlan, given: number | undefined): unknown => {
  if (given === undefined || Number.isNaN(given)) return null;
  if (form.is === 'truth') return given === 1 ? true : given === 0 ? false : given;
  if (form.is === 'label') return form.labels.names[given] ?? given;
  const isDay = Number.isInteger(given) && given >= FIRST_DAY && given <= LAST_DAY;
  return form.is === 'date' && isDay ? dayText(given) : given;
};

const rowsOf = (table: TablePlan, given: GivenTable, at: number): unknown => {
  const { panel } = table;
  const [first, end] = [given.offsets[at] ?? 0, given.offsets[at + 1] ?? 0];
  const inputs = panel === undefined ? table.columns : panel.questions.map(({ column }) => column);
  const wide = panel === undefined ? 0 : 1;
  const source = (column: NumberColumn | undefined, row: number): unknown => {
    const position = column?.[row] ?? NaN;
    return panel?.sources[position]?.name ?? position;
  };
  const rows = Array.from({ length: end - first }, (_, row) => [
    ...(panel === undefined ? [] : [source(given.columns[0], first + row)]),
    ...inputs.map((input, i) => valueOf(input, given.columns[i + wide]?.[first + row])),
  ]);
  return {
    columns: [...(panel === undefined ? [] : ['source']), ...inputs.map(({ key }) => key)],
    rows,
  };
};

/** What the columns tell of subject `at`, as a document. */
export const documentAt = ({ layout }: Plan, given: GivenColumns, at: number): unknown => {
  const tables: Record<string, unknown> = {};
  const panels: Record<string, unknown> = {};
  for (const [i, table] of layout.tables.entries()) {
    const own = given.tables[i];
    if (own !== undefined)
      (table.panel === undefined ? tables : panels)[table.name] = rowsOf(table, own, at);
  }
  const values = Object.fromEntries(
    layout.inputs.map((input, i) => [input.key, valueOf(input, given.values[i]?.[at])]),
  );
  return { ...(given.asOf === undefined ? {} : { asOf: given.asOf }), values, tables, panels };
};
