import type { Text } from '../issue.js';
import { type Pointer, pointerKeys } from '../pointer.js';
import type { Language } from './explanation.js';

/** What a pointer into evidence or a policy is about. */
export interface Place {
  /** As the policy names it: `attendance.late`. */
  readonly name: string;
  /** Counts from 0. */
  readonly row?: number;
}

const SOURCE: Text = { id: 'sumber', en: 'source' };
const ROW: Text = { id: 'baris', en: 'row' };
const ROWS: Text = { id: 'baris', en: 'rows' };

/** The sections whose members carry names of the one flat namespace. */
const NAMED = new Set([
  'values',
  'inputs',
  'parameters',
  'indicators',
  'curves',
  'matrices',
  'scales',
]);
/** The keys under which a table's or a panel's columns are named. */
const COLUMNS = new Set(['row', 'questions']);

const inTable = (keys: readonly string[], language: Language): Place => {
  const [, table = '', kind = '', first = '', second] = keys;
  const isRow = (text: string): boolean => /^\d{1,9}$/.test(text);
  if (kind === 'rows' && isRow(first)) {
    const name = second === undefined || isRow(second) ? table : `${table}.${second}`;
    return { name, row: Number(first) };
  }
  if (kind === 'scorecards' && isRow(first)) return { name: table, row: Number(first) };
  if (isRow(kind)) return { name: first === '' ? table : `${table}.${first}`, row: Number(kind) };
  if (COLUMNS.has(kind) && first !== '') return { name: `${table}.${first}` };
  if (kind === 'sources' && first !== '')
    return { name: `${table} (${SOURCE[language]} ${first})` };
  return { name: table };
};

/** What `pointer` is about; a pointer to something without a name stands for itself. */
export const placeOf = (pointer: Pointer, language: Language): Place => {
  const keys = pointerKeys(pointer);
  const [section = '', name] = keys;
  if (name === undefined) return { name: section === '' ? pointer : section };
  if (section === 'tables' || section === 'panels') return inTable(keys, language);
  return { name: NAMED.has(section) ? name : pointer };
};

/** A row, counted from 1 as people do. */
export const rowText = (row: number, language: Language): string =>
  `${ROW[language]} ${String(row + 1)}`;

/** Rows, runs of them as ranges: `rows 1–3, 7`. */
export const rowsText = (rows: readonly number[], language: Language): string => {
  const runs: { first: number; last: number }[] = [];
  for (const row of rows) {
    const run = runs.at(-1);
    if (run?.last === row - 1) run.last = row;
    else runs.push({ first: row, last: row });
  }
  const texts = runs.map(({ first, last }) =>
    first === last ? String(first + 1) : `${String(first + 1)}–${String(last + 1)}`,
  );
  return `${(rows.length === 1 ? ROW : ROWS)[language]} ${texts.join(', ')}`;
};
