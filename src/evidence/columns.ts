import type { Plan, TablePlan } from '../plan/plan.js';
import { type Pointer, pointerTo } from '../pointer.js';
import { failure, ok, type Result } from '../result.js';
import {
  columnAt,
  isList,
  isNamed,
  type Named,
  namedAt,
  type NumberColumn,
  ownColumn,
} from './column.js';
import { refuseUnknown } from './object.js';
import { MOST_ISSUES, readAsOf, readText } from './read-exactly.js';
import { type Findings, findings } from './value.js';

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
  /** How many subjects: the length of every column of `values`. */
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

const KEYS = ['count', 'asOf', 'values', 'tables', 'panels'];

/** The keys of every table and panel. */
const PARTS = ['offsets', 'columns'];

/** Offsets that are so many whole numbers from 0 which do not fall; undefined for others. */
const offsetsFrom = (given: unknown, count: number): NumberColumn | undefined => {
  if (!isList(given) || given.length !== count + 1) return undefined;
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
  section: Named,
  { count, pointer }: { readonly count: number; readonly pointer: Pointer },
  found: Findings,
): GivenTable | undefined => {
  const { panel, name } = table;
  const given = namedAt(section, name, pointer, found);
  if (given === undefined) return undefined;
  const at = pointerTo(pointer, name);
  refuseUnknown(given, panel === undefined ? PARTS : [...PARTS, 'sources'], at, found);
  const offsets = offsetsFrom(given['offsets'], count);
  if (offsets === undefined) {
    found.say('columns.offsets', pointerTo(at, 'offsets'), { expected: count + 1 });
    return undefined;
  }
  const rows = offsets[count] ?? 0;
  const inside = pointerTo(at, 'columns');
  const columns = namedAt(given, 'columns', at, found) ?? {};
  const inputs = panel === undefined ? table.columns : panel.questions.map(({ column }) => column);
  const keys = inputs.map(({ key }) => key);
  refuseUnknown(columns, keys, inside, found);
  const read = keys.map((key) => columnAt(columns, key, [rows, inside], found));
  const heard = panel && columnAt(given, 'sources', [rows, at], found);
  const most = [heard, ...read].every((column) => column === undefined) ? mostRows(offsets) : 0;
  if (most > table.atMost) {
    // Nothing but these offsets says that there are so many rows: no document is made of them.
    const params = { found: most, limit: table.atMost };
    found.say('evidence.too_many_rows', at, params, table.pointer);
    return undefined;
  }
  if (panel === undefined) return { offsets, columns: read };
  const only = panel.sources.length === 1 ? new Uint8Array(rows) : undefined;
  return { offsets, columns: [heard ?? only, ...read] };
};

/** @throws TypeError where it is none */
const countOf = (given: unknown): number => {
  if (given === undefined) throw new TypeError('`columns` has no `count` of its subjects');
  if (typeof given !== 'number' || !Number.isSafeInteger(given) || given < 0)
    throw new TypeError('`count` is a whole number of subjects, from 0');
  return given;
};

/**
 * Columns for `plan`, their names and lengths checked, and that they hold numbers.
 *
 * Issues: `evidence.unknown_key`, `evidence.type`, `evidence.too_many_rows` where there are none but by offsets,
 * `policy.date_form`, `columns.length`, `columns.offsets`
 * @throws TypeError when `given` is no plain object, or its `count` no number of subjects
 */
export const readColumns = (plan: Plan, given: EvidenceColumns): Result<GivenColumns> => {
  const { doors, inputs, tables } = plan.layout;
  const found = findings(doors);
  const all: unknown = given;
  if (!isNamed(all))
    throw new TypeError('`columns` is a plain object: `{ count, values, tables }`');
  const count = countOf(all['count']);
  refuseUnknown(all, KEYS, '', found);
  const asOf = readText(all, 'asOf', found);
  readAsOf(asOf, found);
  const values = namedAt(all, 'values', '', found) ?? {};
  const keys = inputs.map(({ key }) => key);
  refuseUnknown(values, keys, '/values', found);
  const sections = {
    tables: namedAt(all, 'tables', '', found) ?? {},
    panels: namedAt(all, 'panels', '', found) ?? {},
  };
  for (const section of ['tables', 'panels'] as const) {
    const known = tables.filter(({ panel }) => (panel !== undefined) === (section === 'panels'));
    const names = known.map(({ name }) => name);
    refuseUnknown(sections[section], names, pointerTo('', section), found);
  }
  const read = {
    count,
    values: keys.map((key) => columnAt(values, key, [count, '/values'], found)),
    tables: tables.map((table) => {
      const section = table.panel === undefined ? 'tables' : 'panels';
      return readTable(table, sections[section], { count, pointer: pointerTo('', section) }, found);
    }),
  };
  const { issues } = found;
  if (issues.length > 0) return failure(doors.capIssues(issues, MOST_ISSUES));
  return ok(asOf === undefined ? read : { ...read, asOf });
};
