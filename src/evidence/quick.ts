import { readDay } from '../day.js';
import type { Numbers } from '../fast/memory.js';
import type { Plan, TablePlan } from '../plan/plan.js';
import { type QuickForm, quickFormOf, quickValue } from './quick-form.js';

/** A table or panel whose plain rows are told in doubles. */
interface QuickTable {
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
  /** Where values are put; grows. */
  cells: Float64Array;
  readonly rows: Int32Array;
}

/** Plain evidence: everything is there, nothing needs to be said of it. */
export interface Quick {
  readonly subject?: string;
  readonly asOf?: number;
  readonly dates?: { readonly first: number; readonly last: number };
  /** How many cells are filled. */
  readonly used: number;
  /** How many keys were met, of all objects. */
  readonly keys: number;
}

const quickTableOf = ({
  name,
  atMost,
  columns,
  panel,
  members,
}: TablePlan): QuickTable | undefined => {
  if (members !== undefined) return undefined;
  const inputs = panel === undefined ? columns : panel.questions.map(({ column }) => column);
  const forms = inputs.map(quickFormOf);
  const known = forms.filter((form) => form !== undefined);
  // Dates in rows count among the dates of the evidence, and a column's `when` needs its row: both are read exactly.
  const isPlain = inputs.every(({ form, when }) => form.is !== 'date' && when === undefined);
  if (known.length < forms.length || !isPlain) return undefined;
  const table = { name, atMost, keys: inputs.map(({ key }) => key), forms: known };
  return panel === undefined
    ? table
    : { ...table, sources: new Map(panel.sources.map((source, i) => [source.name, i])) };
};

/** The quick reader of a plan; undefined where the plan is computed exactly alone, or reads what doubles do not hold. */
export const quickReaderOf = ({ layout, policy }: Plan): QuickReader | undefined => {
  if ('why' in layout.fast || layout.inputs.some(({ when }) => when !== undefined))
    return undefined;
  const forms = layout.inputs.map(quickFormOf).filter((form) => form !== undefined);
  const tables = layout.tables.map(quickTableOf).filter((table) => table !== undefined);
  if (forms.length < layout.inputs.length || tables.length < layout.tables.length) return undefined;
  const keys = layout.inputs.map(({ key }) => key);
  const { from, until } = policy.effective;
  return {
    keys,
    forms,
    positions: new Map(keys.map((key, i) => [key, i])),
    tables,
    dated: forms.flatMap(({ is }, i) => (is === 'date' ? [i] : [])),
    first: readDay(from) ?? Infinity,
    end: until === undefined ? Infinity : (readDay(until) ?? -Infinity),
    cells: new Float64Array(keys.length + 64),
    rows: new Int32Array(tables.length),
  };
};

type Members = Readonly<Record<string, unknown>>;

/** Whether `value` is an object of a document and nothing more. */
export const isPlainObject = (value: unknown): value is Members => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
};

const isArray = (value: unknown): value is readonly unknown[] => Array.isArray(value);

/** Longer texts, and those with a surrogate in them, are looked at by the careful door. */
const LONGEST_TEXT = 200;

const isText = (value: unknown): value is string => {
  if (typeof value !== 'string' || value.length > LONGEST_TEXT) return false;
  for (let i = 0; i < value.length; i++) {
    const unit = value.charCodeAt(i);
    if (unit >= 0xd800 && unit <= 0xdfff) return false;
  }
  return true;
};

/** The values of single inputs into the first cells; whether each was there. */
const readValues = (reader: QuickReader, values: Members): boolean => {
  const { keys, forms, positions, cells } = reader;
  let met = 0;
  for (const key in values) {
    const at = keys[met] === key ? met : positions.get(key);
    if (at === undefined) return false;
    const form = forms[at];
    const value = form === undefined ? NaN : quickValue(form, values[key]);
    if (value !== value) return false;
    cells[at] = value;
    met += 1;
  }
  return met === keys.length;
};

/** Room for so many more cells. */
const reserve = (reader: QuickReader, end: number): Float64Array => {
  if (end <= reader.cells.length) return reader.cells;
  const grown = new Float64Array(2 * end);
  grown.set(reader.cells);
  reader.cells = grown;
  return grown;
};

/** Where each of the given columns belongs: a column of the table, -1 its source, -2 its rater; undefined for others. */
const columnsOf = (table: QuickTable, given: readonly unknown[]): readonly number[] | undefined => {
  const found: number[] = [];
  for (const name of given) {
    const at =
      typeof name !== 'string'
        ? undefined
        : table.sources !== undefined && name === 'source'
          ? -1
          : table.sources !== undefined && name === 'rater'
            ? -2
            : table.keys.indexOf(name);
    if (at === undefined || (at === -1 && name !== 'source') || found.includes(at))
      return undefined;
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
  for (const [row, values] of rows.entries()) {
    const given = values[column];
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
  for (const [row, values] of rows.entries()) {
    const rater = values[column];
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
    if (!isArray(values) || values.length !== width) return false;
  }
  return true;
};

/** Rows given with their column names once. */
const readGrid = (
  reader: QuickReader,
  table: QuickTable,
  given: Members,
  base: number,
): number | undefined => {
  const { columns, rows } = given;
  if (!isArray(columns) || !isArray(rows) || rows.length > table.atMost) return undefined;
  for (const key in given) if (key !== 'columns' && key !== 'rows') return undefined;
  const order = columnsOf(table, columns);
  if (order === undefined || !areRows(rows, order.length)) return undefined;
  const { sources, forms } = table;
  const wide = sources === undefined ? 0 : 1;
  reserve(reader, base + rows.length * (forms.length + wide));
  let met = 0;
  for (let i = 0; i < order.length; i++) {
    const column = order[i] ?? 0;
    const form = forms[column];
    if (form === undefined) continue;
    if (!readColumn(reader, form, rows, [i, base + (column + wide) * rows.length]))
      return undefined;
    met += 1;
  }
  if (met < forms.length) return undefined;
  if (sources === undefined) return rows.length;
  // With one source it need not be said.
  const source = order.indexOf(-1);
  if (source < 0 && sources.size > 1 && rows.length > 0) return undefined;
  if (source < 0) reader.cells.fill(0, base, base + rows.length);
  else if (!readSources(reader, sources, rows, [source, base])) return undefined;
  const rater = order.indexOf(-2);
  return rater < 0 || areDistinct(reader, rows, [rater, base]) ? rows.length : undefined;
};

/**
 * Tells plain evidence in doubles, into the cells of `reader`; undefined where anything is absent, wrong, observed or
 * written as text, or where there is anything to say: the exact reader then says it.
 */
export const readQuickly = (reader: QuickReader, document: unknown): Quick | undefined => {
  if (!isPlainObject(document)) return undefined;
  let keys = 0;
  let isRead = reader.keys.length === 0;
  let found = 0;
  let used = reader.keys.length;
  const { subject, asOf, values, tables, panels } = document;
  for (const key in document) {
    keys += 1;
    if (document[key] === undefined) return undefined;
    if (
      key !== 'values' &&
      key !== 'tables' &&
      key !== 'subject' &&
      key !== 'panels' &&
      key !== 'asOf'
    )
      return undefined;
  }
  if (values !== undefined) {
    if (!isPlainObject(values) || !readValues(reader, values)) return undefined;
    isRead = true;
    keys += reader.keys.length;
  }
  for (let i = 0; i < reader.tables.length; i++) {
    const table = reader.tables[i];
    if (table === undefined) continue;
    const section = table.sources === undefined ? tables : panels;
    const given = isPlainObject(section) ? section[table.name] : undefined;
    if (!isPlainObject(given)) return undefined;
    const rows = readGrid(reader, table, given, used);
    if (rows === undefined) return undefined;
    reader.rows[i] = rows;
    used += rows * (table.keys.length + Number(table.sources !== undefined));
    found += 1;
    keys += 3;
  }
  for (const section of [tables, panels]) {
    if (section === undefined) continue;
    if (!isPlainObject(section)) return undefined;
    for (const _ in section) found -= 1;
  }
  if (!isRead || found !== 0) return undefined;
  const days = quickDays(reader, asOf);
  if (days === undefined || (subject !== undefined && !isText(subject))) return undefined;
  return { used, keys, ...(subject === undefined ? {} : { subject }), ...days };
};

/** The days of the evidence, where the policy holds on all of them. */
const quickDays = (
  { dated, cells, first, end }: QuickReader,
  asOf: unknown,
): Pick<Quick, 'asOf' | 'dates'> | undefined => {
  if (dated.length === 0 && asOf === undefined) return {};
  const day = typeof asOf === 'string' ? readDay(asOf) : undefined;
  if (asOf !== undefined && day === undefined) return undefined;
  const days = dated.map((at) => cells[at] ?? NaN);
  const dates =
    days.length === 0 ? {} : { dates: { first: Math.min(...days), last: Math.max(...days) } };
  const [from, to] = day === undefined ? [Math.min(...days), Math.max(...days)] : [day, day];
  if (!(from >= first && to < end)) return undefined;
  return day === undefined ? dates : { asOf: day, ...dates };
};

/** What the reader has told last, apart from it. */
export const takeNumbers = (reader: QuickReader, { used }: Quick): Numbers => {
  const rows: number[] = [];
  for (let i = 0; i < reader.rows.length; i++) rows.push(reader.rows[i] ?? 0);
  return { cells: reader.cells.slice(0, used), rows };
};
