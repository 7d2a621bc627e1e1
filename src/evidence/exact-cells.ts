import type { Numbers } from '../fast/memory.js';
import { isObject, member } from './object.js';
import type { Json } from '../json.js';
import { fromDouble } from '../number/decimal.js';
import type { Rational } from '../number/rational.js';
import type { InputPlan, Plan, TablePlan } from '../plan/plan.js';
import { pointerTo } from '../pointer.js';
import type { Cell } from '../slot.js';
import type { Evidence, EvidenceCells, TableEvidence } from './evidence.js';

/** The exact value that a given number stands for. */
const exactOf = (value: number): Rational => {
  const exact = fromDouble(value);
  if (exact === undefined)
    throw new TypeError('a number that was told in doubles is a short decimal');
  return exact;
};

const cellOf = ({ form }: InputPlan, value: number): Cell => {
  if (form.is === 'number') return exactOf(value);
  return form.is === 'truth' ? value === 1 : value;
};

/** The column names of a table as they were given. */
const namesIn = (document: Json, section: string, name: string): readonly Json[] => {
  const tables = isObject(document) ? member(document, section) : undefined;
  const table = isObject(tables) ? member(tables, name) : undefined;
  const columns = isObject(table) ? member(table, 'columns') : undefined;
  return Array.isArray(columns) ? (columns as readonly Json[]) : [];
};

const tableOf = (
  table: TablePlan,
  { document, numbers }: { readonly document: Json; readonly numbers: Numbers },
  [rows, base]: readonly [number, number],
): TableEvidence => {
  const { panel, name } = table;
  const section = panel === undefined ? 'tables' : 'panels';
  const names = (): readonly Json[] => namesIn(document, section, name);
  const inputs = panel === undefined ? table.columns : panel.questions.map(({ column }) => column);
  const { cells } = numbers;
  const columnFrom = (input: InputPlan, start: number): readonly Cell[] => {
    const column: Cell[] = [];
    for (let i = start; i < start + rows; i++) column.push(cellOf(input, cells[i] ?? NaN));
    return column;
  };
  const wide = panel === undefined ? 0 : 1;
  const columns = inputs.map((input, i) => columnFrom(input, base + (i + wide) * rows));
  const plain = {
    rows,
    columns,
    pointer: (row: number, key: string) =>
      pointerTo('', section, name, 'rows', row, names().indexOf(key)),
  };
  if (panel === undefined) return plain;
  const rater = names().indexOf('rater');
  return {
    ...plain,
    sources: Array.from(cells.subarray(base, base + rows)),
    ...(rater >= 0 && rows > 0 ? { named: namedIn(document, name, rater) } : {}),
  };
};

/** By row, whether a form names its rater. */
const namedIn = (document: Json, name: string, at: number): readonly boolean[] => {
  const panels = isObject(document) ? member(document, 'panels') : undefined;
  const panel = isObject(panels) ? member(panels, name) : undefined;
  const rows = isObject(panel) ? member(panel, 'rows') : undefined;
  return (Array.isArray(rows) ? (rows as readonly (readonly Json[])[]) : []).map((row) => {
    const rater = row[at];
    return typeof rater === 'string' && rater.trim() !== '';
  });
};

/** The exact cells of evidence that was told in doubles. */
const cellsOf = ({ layout }: Plan, document: Json, numbers: Numbers): EvidenceCells => {
  const { cells } = numbers;
  const counts = layout.inputs.length;
  let base = counts + layout.tables.length;
  const tables = layout.tables.map((table, i) => {
    const rows = cells[counts + i] ?? 0;
    const found = tableOf(table, { document, numbers }, [rows, base]);
    const { panel } = table;
    base += rows * (panel === undefined ? table.columns.length : 1 + panel.questions.length);
    return found;
  });
  return {
    values: layout.inputs.map((input, i) => cellOf(input, cells[i] ?? NaN)),
    tables,
    provisional: [],
  };
};

/** The exact cells of `evidence`. */
export const exactCells = (plan: Plan, evidence: Evidence): EvidenceCells => {
  const { cells, document, numbers } = evidence;
  if (cells !== undefined) return cells;
  if (numbers === undefined) throw new TypeError('evidence is told in doubles or exactly');
  return cellsOf(plan, document, numbers);
};
