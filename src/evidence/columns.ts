import type { Json } from '../json.js';
import type { Plan, TablePlan } from '../plan/plan.js';
import { type Pointer, pointerTo } from '../pointer.js';
import { failure, ok, type Result } from '../result.js';
import { MOST_ISSUES } from './read-exactly.js';
import { type Findings, findings, kindOf, WANTED } from './value.js';
import { nearest } from '../suggest.js';

/** Numbers one after another: a typed array, or a plain one. */
export type NumberColumn = ArrayLike<number>;

/** The rows of one table or panel, of all subjects one after another. */
export interface TableColumns {
  /** Where each subject's rows begin, and where the last one's end: one number more than there are subjects. */
  readonly offsets: NumberColumn;
  /** One for each column or question, by its key. */
  readonly columns: Readonly<Record<string, NumberColumn>>;
  /** Of a panel: by row, the position of the source that answered; not needed where there is only one. */
  readonly sources?: NumberColumn;
}

/**
 * What is known of many subjects, column by column. Numbers are as they are, yes and no are 1 and 0, a label is its
 * position among the labels of its input, a date its days from 1970-01-01; NaN is a value that is missing.
 */
export interface EvidenceColumns {
  /** How many subjects. */
  readonly count: number;
  /** The civil day at which dated parameters are read, for everyone. */
  readonly asOf?: string;
  /** One for each input, by its key; an input without one is missing for everyone. */
  readonly values?: Readonly<Record<string, NumberColumn>>;
  readonly tables?: Readonly<Record<string, TableColumns>>;
  readonly panels?: Readonly<Record<string, TableColumns>>;
}

/** A table as a plan reads it; undefined where it is not there. */
export interface GivenTable {
  readonly offsets: NumberColumn;
  /** In the order of the plan: of a panel, sources before questions; undefined where one is not there. */
  readonly columns: readonly (NumberColumn | undefined)[];
}

/** Columns that fit a plan. */
export interface GivenColumns {
  readonly count: number;
  readonly asOf?: string;
  /** In the order of the plan. */
  readonly values: readonly (NumberColumn | undefined)[];
  readonly tables: readonly (GivenTable | undefined)[];
}

const refuseOthers = (
  given: Readonly<Record<string, unknown>>,
  known: readonly string[],
  pointer: Pointer,
  found: Findings,
): void => {
  for (const key of Object.keys(given)) {
    if (!known.includes(key))
      found.say('evidence.unknown_key', pointerTo(pointer, key), { key, ...nearest(key, known) });
  }
};

/**
 * A column that only this library reads: a plain one is copied, with NaN for what is not there. Scoring must not run what a
 * host puts behind an index, for that may score others by the same plan.
 */
const ownColumn = (column: NumberColumn): NumberColumn =>
  ArrayBuffer.isView(column)
    ? column
    : Array.from<number | null | undefined, number>(column, (value) => value ?? NaN);

/** The first row of a column with something other than a number, which arithmetic might take for one; -1 for none. */
const firstOther = (column: NumberColumn): number => {
  // What a typed array holds is all of one type.
  const end = ArrayBuffer.isView(column) ? Math.min(1, column.length) : column.length;
  for (let i = 0; i < end; i++) if (typeof column[i] !== 'number') return i;
  return -1;
};

const columnAt = (
  given: Readonly<Record<string, NumberColumn>>,
  key: string,
  [length, pointer]: readonly [number, Pointer],
  found: Findings,
): NumberColumn | undefined => {
  const column = Object.hasOwn(given, key) ? given[key] : undefined;
  if (column === undefined) return undefined;
  const { length: own } = column;
  if (own !== length) {
    found.say('columns.length', pointerTo(pointer, key), { found: own, expected: length });
    return undefined;
  }
  const read = ownColumn(column);
  const other = firstOther(read);
  if (other < 0) return read;
  const params = { expected: WANTED.number, found: kindOf(read[other] as unknown as Json) };
  found.say('evidence.type', pointerTo(pointer, key, other), params);
  return undefined;
};

/** Offsets that are so many whole numbers from 0 which do not fall; undefined for others. */
const offsetsFrom = (given: NumberColumn, count: number): NumberColumn | undefined => {
  if (given.length !== count + 1) return undefined;
  const offsets = ownColumn(given);
  if (offsets[0] !== 0) return undefined;
  for (let i = 0; i < count; i++) {
    const next = offsets[i + 1] ?? NaN;
    if (!(next >= (offsets[i] ?? NaN) && Number.isInteger(next))) return undefined;
  }
  return offsets;
};

/** The rows of whoever has most. */
const mostRows = (offsets: NumberColumn): number => {
  let most = 0;
  for (let i = 1; i < offsets.length; i++)
    most = Math.max(most, (offsets[i] ?? 0) - (offsets[i - 1] ?? 0));
  return most;
};

const readTable = (
  table: TablePlan,
  given: TableColumns,
  { count, pointer }: { readonly count: number; readonly pointer: Pointer },
  found: Findings,
): GivenTable | undefined => {
  const { columns, sources } = given;
  const offsets = offsetsFrom(given.offsets, count);
  if (offsets === undefined) {
    found.say('columns.offsets', pointerTo(pointer, 'offsets'), { expected: count + 1 });
    return undefined;
  }
  const rows = offsets[count] ?? 0;
  const at = pointerTo(pointer, 'columns');
  const { panel } = table;
  const inputs = panel === undefined ? table.columns : panel.questions.map(({ column }) => column);
  const keys = inputs.map(({ key }) => key);
  refuseOthers(columns, keys, at, found);
  const read = keys.map((key) => columnAt(columns, key, [rows, at], found));
  const all = sources === undefined ? {} : { sources };
  const heard = columnAt(all, 'sources', [rows, pointer], found);
  const most = [heard, ...read].every((column) => column === undefined) ? mostRows(offsets) : 0;
  if (most > table.atMost) {
    // Nothing but these offsets says that there are so many rows: no document is made of them.
    const params = { found: most, limit: table.atMost };
    found.say('evidence.too_many_rows', pointer, params, table.pointer);
    return undefined;
  }
  if (panel === undefined) return { offsets, columns: read };
  const only = panel.sources.length === 1 ? new Uint8Array(rows) : undefined;
  return { offsets, columns: [heard ?? only, ...read] };
};

/**
 * Columns for `plan`, their names and lengths checked, and that they hold numbers.
 *
 * Issues: `evidence.unknown_key`, `evidence.type`, `evidence.too_many_rows` where there are none but by offsets,
 * `columns.length`, `columns.offsets`
 */
export const readColumns = (plan: Plan, given: EvidenceColumns): Result<GivenColumns> => {
  const { doors, inputs, tables } = plan.layout;
  const found = findings(doors);
  const { count, asOf, values = {} } = given;
  const keys = inputs.map(({ key }) => key);
  refuseOthers(values, keys, '/values', found);
  const sections = { tables: given.tables ?? {}, panels: given.panels ?? {} };
  for (const section of ['tables', 'panels'] as const) {
    const known = tables.filter(({ panel }) => (panel !== undefined) === (section === 'panels'));
    const names = known.map(({ name }) => name);
    refuseOthers(sections[section], names, pointerTo('', section), found);
  }
  const read = {
    count,
    values: keys.map((key) => columnAt(values, key, [count, '/values'], found)),
    tables: tables.map((table) => {
      const section = table.panel === undefined ? 'tables' : 'panels';
      const own = sections[section];
      const columns = Object.hasOwn(own, table.name) ? own[table.name] : undefined;
      const pointer = pointerTo('', section, table.name);
      return columns && readTable(table, columns, { count, pointer }, found);
    }),
  };
  const { issues } = found;
  if (issues.length > 0) return failure(doors.capIssues(issues, MOST_ISSUES));
  return ok(asOf === undefined ? read : { ...read, asOf });
};
