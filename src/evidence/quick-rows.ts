import { type QuickForm, quickValue } from './quick-form.js';
import { isPlainArray, isText, type Members } from './plain-value.js';

/** A table or panel whose plain rows are told in doubles. */
export interface QuickTable {
  readonly name: string;
  readonly atMost: number;
  /** The keys of its columns: of a panel, source and rater before the questions. */
  readonly keys: readonly string[];
  readonly forms: readonly QuickForm[];
  /** By source; undefined for a table. */
  readonly sources?: ReadonlyMap<string, number>;
}

/** How plain evidence of a plan is told in doubles. */
export interface QuickReader {
  readonly keys: readonly string[];
  readonly forms: readonly QuickForm[];
  readonly positions: ReadonlyMap<string, number>;
  readonly tables: readonly QuickTable[];
  readonly dated: readonly number[];
  readonly first: number;
  readonly end: number;
  /** Where values are put, as in `Numbers`; grows. */
  cells: Float64Array;
  /** How often something was begun to be read: a getter of what is read may have others read meanwhile. */
  readings: number;
}

/** Documents with more values than this may have too many for the careful door. */
export const MOST_CELLS = 500_000;

/** Room for so many more cells. */
export const reserve = (reader: QuickReader, end: number): Float64Array => {
  if (end <= reader.cells.length) return reader.cells;
  const grown = new Float64Array(2 * end);
  grown.set(reader.cells);
  reader.cells = grown;
  return grown;
};

const placeOf = ({ keys, sources }: QuickTable, name: string): number | undefined => {
  const at = keys.indexOf(name);
  if (at >= 0) return at;
  const own = sources === undefined ? -1 : OWN_KEYS.indexOf(name);
  return own < 0 ? undefined : -1 - own;
};

/** The keys of every panel beside its questions. */
const OWN_KEYS = ['source', 'rater'];

/** Where each of the given columns belongs: a column of the table, -1 its source, -2 its rater; undefined for others. */
const columnsOf = (table: QuickTable, given: readonly unknown[]): readonly number[] | undefined => {
  const found: number[] = [];
  for (let i = 0; i < given.length; i++) {
    const name = given[i];
    const at = typeof name === 'string' ? placeOf(table, name) : undefined;
    if (at === undefined || found.includes(at)) return undefined;
    found.push(at);
  }
  return found;
};

/** Puts one column of a grid into the cells from `at` on; whether every value could be told. */
const readColumn = (
  reader: QuickReader,
  form: QuickForm,
  rows: readonly (readonly unknown[])[],
  [column, at]: readonly [number, number],
): boolean => {
  const { cells } = reader;
  for (let row = 0; row < rows.length; row++) {
    const value = quickValue(form, rows[row]?.[column]);
    if (value !== value) return false;
    cells[at + row] = value;
  }
  return true;
};

/** The same for the sources of a panel's forms. */
const readSources = (
  { cells }: QuickReader,
  sources: ReadonlyMap<string, number>,
  rows: readonly (readonly unknown[])[],
  [column, at]: readonly [number, number],
): boolean => {
  for (let row = 0; row < rows.length; row++) {
    const given = rows[row]?.[column];
    const source = typeof given === 'string' ? sources.get(given) : undefined;
    if (source === undefined) return false;
    cells[at + row] = source;
  }
  return true;
};

/** Whether no source has the same rater twice, and every rater is a text. */
const areDistinct = (
  { cells }: QuickReader,
  rows: readonly (readonly unknown[])[],
  [column, base]: readonly [number, number],
): boolean => {
  const seen = new Set<string>();
  for (let row = 0; row < rows.length; row++) {
    const rater = rows[row]?.[column];
    if (!isText(rater)) return false;
    seen.add(`${String(cells[base + row])} ${rater}`);
  }
  return seen.size === rows.length;
};

/** Whether every row is an array of so many values. */
const areRows = (
  rows: readonly unknown[],
  width: number,
): rows is readonly (readonly unknown[])[] => {
  for (let row = 0; row < rows.length; row++) {
    const values = rows[row];
    if (!isPlainArray(values) || values.length !== width) return false;
  }
  return true;
};

/** Whether the sources of a panel's forms could be told, and no rater twice. */
const areHeard = (
  reader: QuickReader,
  sources: ReadonlyMap<string, number>,
  rows: readonly (readonly unknown[])[],
  [order, base]: readonly [readonly number[], number],
): boolean => {
  // With one source it need not be said.
  const source = order.indexOf(-1);
  if (source < 0 && sources.size > 1 && rows.length > 0) return false;
  if (source < 0) reader.cells.fill(0, base, base + rows.length);
  else if (!readSources(reader, sources, rows, [source, base])) return false;
  const rater = order.indexOf(-2);
  return rater < 0 || areDistinct(reader, rows, [rater, base]);
};

/** Rows given with their column names once. */
export const readGrid = (
  reader: QuickReader,
  table: QuickTable,
  given: Members,
  base: number,
): number | undefined => {
  let columns: unknown;
  let rows: unknown;
  for (const key in given) {
    if (key === 'columns') columns = given[key];
    else if (key === 'rows') rows = given[key];
    else return undefined;
  }
  if (!isPlainArray(columns) || !isPlainArray(rows) || rows.length > table.atMost) return undefined;
  const order = columnsOf(table, columns);
  if (order === undefined || !areRows(rows, order.length)) return undefined;
  const { sources, forms } = table;
  const count = rows.length;
  const wide = sources === undefined ? 0 : 1;
  reserve(reader, base + count * (forms.length + wide));
  let met = 0;
  for (let i = 0; i < order.length; i++) {
    const column = order[i] ?? 0;
    const form = forms[column];
    if (form === undefined) continue;
    if (!readColumn(reader, form, rows, [i, base + (column + wide) * count])) return undefined;
    met += 1;
  }
  if (met < forms.length) return undefined;
  if (sources !== undefined && !areHeard(reader, sources, rows, [order, base])) return undefined;
  // A getter of what was read may have added rows meanwhile.
  return rows.length === count ? count : undefined;
};
