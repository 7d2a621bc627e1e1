import { readDay } from '../day.js';
import type { Numbers } from '../fast/memory.js';
import type { Plan, TablePlan } from '../plan/plan.js';
import { isPlainObject, isText, type Members } from './plain-value.js';
import { quickFormOf, quickValue } from './quick-form.js';
import { MOST_CELLS, type QuickReader, type QuickTable, readGrid } from './quick-rows.js';

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
    cells: new Float64Array(keys.length + tables.length + 64),
    readings: 0,
  };
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

/**
 * Tells plain evidence in doubles, into the cells of `reader`; undefined where anything is absent, wrong, observed or
 * written as text, or where there is anything to say: the exact reader then says it.
 */
export const readQuickly = (reader: QuickReader, document: unknown): Quick | undefined => {
  reader.readings += 1;
  const { readings } = reader;
  if (!isPlainObject(document)) return undefined;
  let keys = 0;
  let isRead = reader.keys.length === 0;
  let found = 0;
  let used = reader.keys.length + reader.tables.length;
  let subject: unknown;
  let asOf: unknown;
  let values: unknown;
  let tables: unknown;
  let panels: unknown;
  // Only what is enumerable is of the document, as a copy of it has no more.
  for (const key in document) {
    const value = document[key];
    if (value === undefined) return undefined;
    keys += 1;
    if (key === 'values') values = value;
    else if (key === 'tables') tables = value;
    else if (key === 'subject') subject = value;
    else if (key === 'panels') panels = value;
    else if (key === 'asOf') asOf = value;
    else return undefined;
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
    reader.cells[reader.keys.length + i] = rows;
    used += rows * (table.keys.length + Number(table.sources !== undefined));
    found += 1;
    keys += 3;
  }
  for (const section of [tables, panels]) {
    if (section === undefined) continue;
    if (!isPlainObject(section)) return undefined;
    found -= Object.keys(section).length;
  }
  if (!isRead || found !== 0 || used > MOST_CELLS) return undefined;
  const days = quickDays(reader, asOf);
  if (days === undefined || (subject !== undefined && !isText(subject))) return undefined;
  // The cells may hold what was read meanwhile.
  if (reader.readings !== readings) return undefined;
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
export const takeNumbers = ({ cells }: QuickReader, { used }: Quick): Numbers => ({
  cells: cells.slice(0, used),
});
