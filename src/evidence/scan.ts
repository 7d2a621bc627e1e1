import {
  ELSEWHERE,
  endOfText,
  lengthOf,
  type Names,
  nameAt,
  namesOf,
  past,
  pastName,
  pastSpaces,
} from './json-bytes.js';
import { LONGEST_DOCUMENT } from './plain.js';
import { LONGEST_TEXT } from './plain-value.js';
import { MOST_CELLS, type QuickReader, type QuickTable, reserve } from './quick-rows.js';
import { type ScanForms, scanFormsOf, scanValue } from './scan-value.js';

/** Reads the bytes of a document in the common form into the cells of a quick reader, without a document in between. */
interface EvidenceScanner {
  /** Whether `bytes` from `from` to `to` are plain evidence, all of it; if not, nothing is known of them. */
  readonly scan: (bytes: Uint8Array, from: number, to: number) => boolean;
  /** Where the subject stands among the bytes that were scanned last; both 0 where none does. */
  readonly subject: { readonly from: number; readonly to: number };
}

const QUOTE = 34;
const COLON = 58;
const COMMA = 44;
const OPEN_OBJECT = 123;
const CLOSE_OBJECT = 125;
const OPEN_ARRAY = 91;
const CLOSE_ARRAY = 93;

const isAll = <T>(values: readonly (T | undefined)[]): values is readonly T[] =>
  values.every((value) => value !== undefined);

/** Where a table's rows were put, before it is known how many there are of each. */
interface Grid {
  readonly table: QuickTable;
  readonly names: Names;
  readonly forms: ScanForms;
  /** By position in a row: which column it is. */
  readonly order: Int32Array;
  from: number;
  rows: number;
}

const gridOf = (table: QuickTable): Grid | undefined => {
  const [names, forms] = [namesOf(table.keys), scanFormsOf(table.forms)];
  if (names === undefined || forms === undefined || table.sources !== undefined) return undefined;
  return { table, names, forms, order: new Int32Array(names.count), from: 0, rows: 0 };
};

/** What stands in a document, by the names that it has there. */
interface Parts {
  readonly sections: Names;
  readonly keys: Names;
  readonly forms: ScanForms;
  readonly tableNames: Names;
  readonly grids: readonly Grid[];
}

/** Places among `sections`. */
const SECTION = { subject: 0, values: 1, tables: 2, columns: 3, rows: 4 } as const;

/**
 * The scanner of a reader; undefined where evidence has dates or panels, which the reader of documents tells.
 *
 * Whatever it does not expect, it leaves to the others: escapes, exponents, numbers of more than 15 characters, `null`,
 * observations, keys that are unknown or stand twice, and everything that is no JSON.
 */
export const scannerOf = (reader: QuickReader): EvidenceScanner | undefined => {
  const sections = namesOf(Object.keys(SECTION));
  const keys = namesOf(reader.keys);
  const forms = scanFormsOf(reader.forms);
  const tableNames = namesOf(reader.tables.map(({ name }) => name));
  const grids = reader.tables.map(gridOf);
  if (sections === undefined || keys === undefined || tableNames === undefined) return undefined;
  if (forms === undefined || !isAll(grids) || reader.dated.length > 0) return undefined;
  return makeScanner(reader, { sections, keys, forms, tableNames, grids });
};

const makeScanner = (
  reader: QuickReader,
  { sections, keys, forms, tableNames, grids }: Parts,
): EvidenceScanner => {
  /** The keys in the order in which they stood last, and in which scan each was met last. */
  const order = new Int32Array(keys.count);
  const metIn = new Float64Array(keys.count + grids.length);
  let scans = 0;
  let rowCells = new Float64Array(64);
  let rowsEnd = 0;
  const subject = { from: 0, to: 0 };

  const pastSection = (bytes: Uint8Array, from: number, which: number): number => {
    const at = pastName(bytes, pastSpaces(bytes, from), sections, which);
    return at < 0 ? ELSEWHERE : past(bytes, at, COLON);
  };

  const pastValues = (bytes: Uint8Array, from: number): number => {
    const { cells } = reader;
    let at = past(bytes, from, OPEN_OBJECT);
    for (let met = 0; met < keys.count; met++) {
      if (met > 0) at = past(bytes, at, COMMA);
      if (at < 0) return ELSEWHERE;
      at = pastSpaces(bytes, at);
      const key = nameAt(bytes, at, keys, order[met] ?? 0);
      if (key < 0 || metIn[key] === scans) return ELSEWHERE;
      metIn[key] = scans;
      order[met] = key;
      at = past(bytes, at + lengthOf(keys, key), COLON);
      if (at >= 0) at = scanValue(bytes, at, forms, key);
      if (at < 0) return ELSEWHERE;
      cells[key] = forms.told[0] ?? NaN;
    }
    return past(bytes, at, CLOSE_OBJECT);
  };

  const pastColumns = (
    bytes: Uint8Array,
    from: number,
    { names, order: columns }: Grid,
  ): number => {
    let at = pastSection(bytes, from, SECTION.columns);
    if (at >= 0) at = past(bytes, at, OPEN_ARRAY);
    for (let i = 0; i < names.count; i++) {
      if (i > 0 && at >= 0) at = past(bytes, at, COMMA);
      if (at < 0) return ELSEWHERE;
      at = pastSpaces(bytes, at);
      const column = nameAt(bytes, at, names, i);
      if (column < 0) return ELSEWHERE;
      for (let k = 0; k < i; k++) if (columns[k] === column) return ELSEWHERE;
      columns[i] = column;
      at += lengthOf(names, column);
    }
    if (at >= 0) at = past(bytes, at, CLOSE_ARRAY);
    return at < 0 ? ELSEWHERE : past(bytes, at, COMMA);
  };

  const makeRoom = (end: number): void => {
    if (end <= rowCells.length) return;
    const grown = new Float64Array(2 * end);
    grown.set(rowCells);
    rowCells = grown;
  };

  const pastRows = (bytes: Uint8Array, from: number, grid: Grid): number => {
    const { table, names, forms: columnForms, order: columns } = grid;
    const { count } = names;
    const { atMost } = table;
    let at = from;
    let rows = 0;
    for (let isMore = true; isMore; ) {
      if (rows === atMost || rowsEnd > MOST_CELLS) return ELSEWHERE;
      makeRoom(rowsEnd + count);
      at = past(bytes, at, OPEN_ARRAY);
      for (let i = 0; i < count; i++) {
        if (i > 0 && at >= 0) at = past(bytes, at, COMMA);
        const column = columns[i] ?? 0;
        if (at >= 0) at = scanValue(bytes, at, columnForms, column);
        if (at < 0) return ELSEWHERE;
        rowCells[rowsEnd + column] = columnForms.told[0] ?? NaN;
      }
      if (at >= 0) at = past(bytes, at, CLOSE_ARRAY);
      if (at < 0) return ELSEWHERE;
      rowsEnd += count;
      rows += 1;
      const next = past(bytes, at, COMMA);
      isMore = next >= 0;
      if (isMore) at = next;
    }
    grid.rows = rows;
    return at;
  };

  const pastGrid = (bytes: Uint8Array, from: number, grid: Grid): number => {
    let at = past(bytes, from, OPEN_OBJECT);
    if (at >= 0) at = pastColumns(bytes, at, grid);
    if (at >= 0) at = pastSection(bytes, at, SECTION.rows);
    if (at >= 0) at = past(bytes, at, OPEN_ARRAY);
    if (at < 0) return ELSEWHERE;
    grid.from = rowsEnd;
    grid.rows = 0;
    at = pastSpaces(bytes, at);
    if (bytes[at] !== CLOSE_ARRAY) at = pastRows(bytes, at, grid);
    if (at >= 0) at = past(bytes, at, CLOSE_ARRAY);
    return at < 0 ? ELSEWHERE : past(bytes, at, CLOSE_OBJECT);
  };

  const pastTables = (bytes: Uint8Array, from: number): number => {
    let at = past(bytes, from, OPEN_OBJECT);
    for (let met = 0; met < grids.length; met++) {
      if (met > 0 && at >= 0) at = past(bytes, at, COMMA);
      if (at < 0) return ELSEWHERE;
      at = pastSpaces(bytes, at);
      const which = nameAt(bytes, at, tableNames, met);
      const grid = grids[which];
      if (grid === undefined || metIn[keys.count + which] === scans) return ELSEWHERE;
      metIn[keys.count + which] = scans;
      at = past(bytes, at + lengthOf(tableNames, which), COLON);
      if (at >= 0) at = pastGrid(bytes, at, grid);
    }
    return at < 0 ? ELSEWHERE : past(bytes, at, CLOSE_OBJECT);
  };

  const pastSubject = (bytes: Uint8Array, from: number): number => {
    const at = past(bytes, from, QUOTE);
    const end = at < 0 ? ELSEWHERE : endOfText(bytes, at);
    if (end < 0 || end - at > LONGEST_TEXT) return ELSEWHERE;
    subject.from = at;
    subject.to = end;
    return end + 1;
  };

  /** The rows column by column behind the single inputs, in the order of the plan. */
  const layRows = (): void => {
    let at = keys.count + grids.length;
    const cells = reserve(reader, at + rowsEnd);
    for (let i = 0; i < grids.length; i++) {
      const grid = grids[i];
      if (grid === undefined) continue;
      const { from, rows, names } = grid;
      const width = names.count;
      cells[keys.count + i] = rows;
      for (let column = 0; column < width; column++)
        for (let row = 0; row < rows; row++)
          cells[at++] = rowCells[from + row * width + column] ?? NaN;
    }
  };

  const scan = (bytes: Uint8Array, from: number, to: number): boolean => {
    if (to - from > LONGEST_DOCUMENT) return false;
    scans += 1;
    rowsEnd = 0;
    subject.from = 0;
    subject.to = 0;
    let hasValues = keys.count === 0;
    let hasTables = grids.length === 0;
    let at = past(bytes, from, OPEN_OBJECT);
    for (let met = 0; at >= 0; met++) {
      if (met > 0) {
        const next = past(bytes, at, COMMA);
        if (next < 0) break;
        at = next;
      }
      let next = subject.to > 0 ? ELSEWHERE : pastSection(bytes, at, SECTION.subject);
      if (next >= 0) at = pastSubject(bytes, next);
      else if (!hasValues && (next = pastSection(bytes, at, SECTION.values)) >= 0) {
        at = pastValues(bytes, next);
        hasValues = true;
      } else if (!hasTables && (next = pastSection(bytes, at, SECTION.tables)) >= 0) {
        at = pastTables(bytes, next);
        hasTables = true;
      } else return false;
    }
    if (at >= 0) at = past(bytes, at, CLOSE_OBJECT);
    if (at < 0 || !hasValues || !hasTables || pastSpaces(bytes, at) < to || at > to) return false;
    layRows();
    return true;
  };

  return { scan, subject };
};
