import { jsonCursor, type Names, namesOf } from './json-cursor.js';
import { LONGEST_DOCUMENT } from './plain.js';
import { LONGEST_TEXT } from './plain-value.js';
import { type QuickForm, quickValue } from './quick-form.js';
import { MOST_CELLS, type QuickReader, type QuickTable, reserve } from './quick-rows.js';

/** Reads the bytes of a document in the common form into the cells of a quick reader, without a document in between. */
interface EvidenceScanner {
  /** Whether `bytes` from `from` to `to` are plain evidence, all of it; if not, nothing is known of them. */
  readonly scan: (bytes: Uint8Array, from: number, to: number) => boolean;
  /** Where the subject stands among the bytes that were scanned last; undefined where none does. */
  readonly subject: () => { readonly from: number; readonly to: number } | undefined;
}

const [COLON, COMMA] = [58, 44];
const [OPEN_OBJECT, CLOSE_OBJECT, OPEN_ARRAY, CLOSE_ARRAY] = [123, 125, 91, 93];

const isAll = <T>(values: readonly (T | undefined)[]): values is readonly T[] =>
  values.every((value) => value !== undefined);

/** Where a table's rows were put, before it is known how many there are of each. */
interface Grid {
  readonly table: QuickTable;
  readonly names: Names;
  /** By position in a row: which column it is. */
  readonly order: Int32Array;
  readonly labels: readonly Names[];
  from: number;
  rows: number;
}

/**
 * The scanner of a reader; undefined where evidence has dates or panels, which the reader of documents tells.
 *
 * Whatever it does not expect, it leaves to the others: escapes, exponents, numbers of more than 15 characters, `null`,
 * observations, keys that are unknown or stand twice, and everything that is no JSON.
 */
export const scannerOf = (reader: QuickReader): EvidenceScanner | undefined => {
  const labelsOf = ({ positions }: QuickForm): Names | undefined => namesOf([...positions.keys()]);
  const sections = namesOf(['subject', 'values', 'tables', 'columns', 'rows']);
  const keys = namesOf(reader.keys);
  const tableNames = namesOf(reader.tables.map(({ name }) => name));
  const labels = reader.forms.map(labelsOf);
  const grids = reader.tables.map((table): Grid | undefined => {
    const [names, rowLabels] = [namesOf(table.keys), table.forms.map(labelsOf)];
    if (names === undefined || !isAll(rowLabels) || table.sources !== undefined) return undefined;
    const order = new Int32Array(names.count);
    return { table, names, order, labels: rowLabels, from: 0, rows: 0 };
  });
  if (sections === undefined || keys === undefined || tableNames === undefined) return undefined;
  if (!isAll(labels) || !isAll(grids) || reader.dated.length > 0) return undefined;
  return makeScanner(reader, { sections, keys, tableNames, labels, grids });
};

interface Parts {
  readonly sections: Names;
  readonly keys: Names;
  readonly tableNames: Names;
  readonly labels: readonly Names[];
  readonly grids: readonly Grid[];
}

const makeScanner = (
  reader: QuickReader,
  { sections, keys, tableNames, labels, grids }: Parts,
): EvidenceScanner => {
  const cursor = jsonCursor();
  /** The keys in the order in which they stood last, and in which scan each was met last. */
  const order = new Int32Array(keys.count);
  const metIn = new Float64Array(keys.count + grids.length);
  let scans = 0;
  let rowCells = new Float64Array(64);
  let rowsEnd = 0;
  let subject: { readonly from: number; readonly to: number } | undefined;

  const { next, passes, name, passesName, number, truth, text } = cursor;
  const passesSection = (which: number): boolean => {
    next();
    return passesName(sections, which) && passes(COLON);
  };

  const value = (form: QuickForm | undefined, names: Names | undefined): number => {
    if (form === undefined || names === undefined) return NaN;
    if (form.is === 'number') return quickValue(form, number());
    if (form.is === 'truth') return truth();
    const at = name(names, 0);
    return at < 0 ? NaN : at;
  };

  const passesValues = (): boolean => {
    const { forms, cells } = reader;
    if (!passes(OPEN_OBJECT)) return false;
    for (let met = 0; met < keys.count; met++) {
      if (met > 0 && !passes(COMMA)) return false;
      const key = name(keys, order[met] ?? 0);
      if (key < 0 || metIn[key] === scans || !passes(COLON)) return false;
      metIn[key] = scans;
      order[met] = key;
      const cell = value(forms[key], labels[key]);
      if (cell !== cell) return false;
      cells[key] = cell;
    }
    return passes(CLOSE_OBJECT);
  };

  const passesColumns = ({ names, order: columns }: Grid): boolean => {
    if (!passesSection(3) || !passes(OPEN_ARRAY)) return false;
    for (let i = 0; i < names.count; i++) {
      if (i > 0 && !passes(COMMA)) return false;
      const column = name(names, i);
      if (column < 0) return false;
      for (let k = 0; k < i; k++) if (columns[k] === column) return false;
      columns[i] = column;
    }
    return passes(CLOSE_ARRAY) && passes(COMMA);
  };

  const passesRow = ({ table, names, order: columns, labels: words }: Grid): boolean => {
    if (!passes(OPEN_ARRAY)) return false;
    if (rowsEnd + names.count > rowCells.length) {
      const grown = new Float64Array(2 * (rowsEnd + names.count));
      grown.set(rowCells);
      rowCells = grown;
    }
    for (let i = 0; i < names.count; i++) {
      if (i > 0 && !passes(COMMA)) return false;
      const column = columns[i] ?? 0;
      const cell = value(table.forms[column], words[column]);
      if (cell !== cell) return false;
      rowCells[rowsEnd + column] = cell;
    }
    rowsEnd += names.count;
    return passes(CLOSE_ARRAY);
  };

  const passesGrid = (grid: Grid): boolean => {
    if (!passes(OPEN_OBJECT) || !passesColumns(grid) || !passesSection(4)) return false;
    if (!passes(OPEN_ARRAY)) return false;
    grid.from = rowsEnd;
    grid.rows = 0;
    if (next() !== CLOSE_ARRAY)
      for (;;) {
        if (grid.rows === grid.table.atMost || rowsEnd > MOST_CELLS) return false;
        if (!passesRow(grid)) return false;
        grid.rows += 1;
        if (!passes(COMMA)) break;
      }
    return passes(CLOSE_ARRAY) && passes(CLOSE_OBJECT);
  };

  const passesTables = (): boolean => {
    if (!passes(OPEN_OBJECT)) return false;
    for (let met = 0; met < grids.length; met++) {
      if (met > 0 && !passes(COMMA)) return false;
      const at = name(tableNames, met);
      const grid = grids[at];
      if (grid === undefined || metIn[keys.count + at] === scans) return false;
      metIn[keys.count + at] = scans;
      if (!passes(COLON) || !passesGrid(grid)) return false;
    }
    return passes(CLOSE_OBJECT);
  };

  /** The rows column by column behind the single inputs, in the order of the plan. */
  const layRows = (): void => {
    let at = keys.count + grids.length;
    const cells = reserve(reader, at + rowsEnd);
    for (let i = 0; i < grids.length; i++) {
      const grid = grids[i];
      if (grid === undefined) continue;
      const { from, rows, names } = grid;
      cells[keys.count + i] = rows;
      for (let column = 0; column < names.count; column++)
        for (let row = 0; row < rows; row++)
          cells[at++] = rowCells[from + row * names.count + column] ?? NaN;
    }
  };

  const scan = (bytes: Uint8Array, from: number, to: number): boolean => {
    if (to - from > LONGEST_DOCUMENT) return false;
    cursor.begin(bytes, from);
    scans += 1;
    rowsEnd = 0;
    subject = undefined;
    let hasValues = keys.count === 0;
    let hasTables = grids.length === 0;
    if (!passes(OPEN_OBJECT)) return false;
    for (let met = 0; ; met++) {
      if (met > 0 && !passes(COMMA)) break;
      if (subject === undefined && passesSection(0)) {
        subject = text();
        if (subject === undefined || subject.to - subject.from > LONGEST_TEXT) return false;
      } else if (!hasValues && passesSection(1)) {
        if (!passesValues()) return false;
        hasValues = true;
      } else if (!hasTables && passesSection(2)) {
        if (!passesTables()) return false;
        hasTables = true;
      } else return false;
    }
    if (!hasValues || !hasTables || !passes(CLOSE_OBJECT)) return false;
    if (!cursor.endsAt(to)) return false;
    layRows();
    return true;
  };

  return {
    scan,
    subject: () => subject,
  };
};
