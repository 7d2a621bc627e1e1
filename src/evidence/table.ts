import type { Json, JsonObject } from '../json.js';
import { type Pointer, pointerTo } from '../pointer.js';
import type { InputPlan, TablePlan } from '../plan/plan.js';
import type { Cell } from '../slot.js';
import { nearest } from '../suggest.js';
import type { TableEvidence } from './evidence.js';
import { isObject, member, refuseUnknown } from './object.js';
import { provenanceOf, readObserved } from './observation.js';
import { readTotals } from './totals.js';
import { type Findings, kindOf, readValue, WANTED } from './value.js';

const isArray = (value: Json | undefined): value is readonly Json[] => Array.isArray(value);

/** Rows as arrays of values, with the place of each value. */
interface Grid {
  readonly columns: readonly string[];
  /** A row that was refused keeps its place, with nothing in it. */
  readonly rows: readonly (readonly (Json | undefined)[] | undefined)[];
  readonly pointer: (row: number, column: number) => Pointer;
}

const fromColumns = (given: JsonObject, pointer: Pointer, found: Findings): Grid | undefined => {
  refuseUnknown(given, ['columns', 'rows'], pointer, found);
  const { columns, rows } = given;
  if (!isArray(columns) || !columns.every((name) => typeof name === 'string')) {
    const at = pointerTo(pointer, 'columns');
    found.say('evidence.type', at, {
      expected: WANTED.names,
      found: kindOf(columns ?? null),
    });
    return undefined;
  }
  if (!isArray(rows)) {
    const at = pointerTo(pointer, 'rows');
    found.say('evidence.type', at, { expected: WANTED.rows, found: kindOf(rows ?? null) });
    return undefined;
  }
  const grid: (readonly Json[] | undefined)[] = [];
  for (const [i, row] of rows.entries()) {
    const at = pointerTo(pointer, 'rows', i);
    if (!isArray(row))
      found.say('evidence.type', at, { expected: WANTED.array, found: kindOf(row) });
    else if (row.length !== columns.length) {
      found.say('evidence.row_length', at, { found: row.length, expected: columns.length });
    }
    grid.push(isArray(row) && row.length === columns.length ? row : undefined);
  }
  return { columns, rows: grid, pointer: (row, column) => pointerTo(pointer, 'rows', row, column) };
};

const fromObjects = (
  given: readonly Json[],
  known: readonly string[],
  pointer: Pointer,
  found: Findings,
): Grid => {
  const rows: ((Json | undefined)[] | undefined)[] = [];
  for (const [i, row] of given.entries()) {
    const at = pointerTo(pointer, i);
    if (!isObject(row))
      found.say('evidence.type', at, { expected: WANTED.object, found: kindOf(row) });
    else {
      refuseUnknown(row, known, at, found);
    }
    rows.push(isObject(row) ? known.map((name) => member(row, name)) : undefined);
  }
  return {
    columns: known,
    rows,
    pointer: (row, column) => pointerTo(pointer, row, known[column] ?? ''),
  };
};

const checkColumns = (
  grid: Grid,
  known: readonly string[],
  pointer: Pointer,
  found: Findings,
): void => {
  for (const [i, key] of grid.columns.entries()) {
    const at = pointerTo(pointer, 'columns', i);
    if (!known.includes(key))
      found.say('evidence.unknown_key', at, { key, ...nearest(key, known) });
    else if (grid.columns.indexOf(key) !== i) found.say('evidence.column_twice', at, { key });
  }
};

const readColumn = (
  grid: Grid,
  input: InputPlan,
  found: Findings,
): readonly (Cell | undefined)[] => {
  const position = grid.columns.indexOf(input.key);
  return grid.rows.map((row, i) => {
    const read = readValue(row?.[position], input, grid.pointer(i, position), found);
    return read === 'bad' ? undefined : read.cell;
  });
};

/** The columns of a table, with where their values come from. */
const readColumns = (
  grid: Grid,
  inputs: readonly InputPlan[],
  found: Findings,
): Pick<TableEvidence, 'columns' | 'provenance'> => {
  const observed = inputs.map((input) => {
    const position = grid.columns.indexOf(input.key);
    return grid.rows.map((row, i) =>
      readObserved(row?.[position], input, grid.pointer(i, position), found),
    );
  });
  const provenance = observed.flatMap((column, i) => {
    const each = provenanceOf(column);
    return each === undefined ? [] : [[i, each] as const];
  });
  return {
    columns: observed.map((column) => column.map(({ cell }) => cell)),
    ...(provenance.length === 0 ? {} : { provenance: new Map(provenance) }),
  };
};

/** By row, the position of the source that answered; with one source it need not be said. */
const readSources = (
  grid: Grid,
  names: readonly string[],
  pointer: Pointer,
  found: Findings,
): readonly number[] => {
  const position = grid.columns.indexOf('source');
  const isThere = position >= 0 && grid.rows.some((row) => row?.[position] !== undefined);
  if (!isThere) {
    if (names.length > 1 && grid.rows.length > 0) found.say('evidence.no_source', pointer);
    return grid.rows.map(() => 0);
  }
  return grid.rows.map((row, i) => {
    if (row === undefined) return 0;
    const given = row[position];
    const source = typeof given === 'string' ? names.indexOf(given) : -1;
    if (source < 0) {
      found.say('name.unknown_label', grid.pointer(i, position), {
        found: typeof given === 'string' ? given : kindOf(given ?? null),
        expected: names.join(', '),
        ...nearest(typeof given === 'string' ? given : '', names),
      });
    }
    return Math.max(0, source);
  });
};

/** A form on which nothing counts is no form: it would stand for a voice that was not heard. */
const withoutBlanks = (
  table: TableEvidence & { readonly sources: readonly number[] },
): TableEvidence => {
  const kept = table.sources.map((_, row) =>
    table.columns.some((column) => column[row] !== undefined),
  );
  const keep = <T>(values: readonly T[]): readonly T[] => values.filter((_, row) => kept[row]);
  return {
    ...table,
    rows: kept.filter(Boolean).length,
    columns: table.columns.map(keep),
    sources: keep(table.sources),
    ...(table.named === undefined ? {} : { named: keep(table.named) }),
  };
};

/**
 * By row, whether the form names its rater. Raters are text; the same one twice in a source is reported, for
 * their answers count twice.
 */
const checkRaters = (
  grid: Grid,
  sources: readonly number[],
  found: Findings,
): readonly boolean[] => {
  const position = grid.columns.indexOf('rater');
  const seen = new Set<string>();
  return grid.rows.map((row, i) => {
    const rater = row?.[position];
    if (rater === undefined || rater === null) return false;
    const at = grid.pointer(i, position);
    if (typeof rater !== 'string') {
      found.say('evidence.type', at, { expected: WANTED.text, found: kindOf(rater) });
      return false;
    }
    const key = `${String(sources[i])} ${rater}`;
    if (seen.has(key)) found.say('evidence.rater_twice', at, { rater });
    seen.add(key);
    return rater.trim() !== '';
  });
};

/**
 * The rows given for a table or panel; `null` or nothing is no table.
 *
 * Issues: `evidence.*`, `name.unknown_label`
 */
export const readTable = (
  given: Json | undefined,
  table: TablePlan,
  pointer: Pointer,
  found: Findings,
): TableEvidence | undefined => {
  if (given === undefined || given === null) return undefined;
  const { panel } = table;
  if (isObject(given) && Object.hasOwn(given, 'totals'))
    return readTotals(given, table, pointer, found);
  const inputs =
    panel === undefined ? table.columns : panel.questions.map((question) => question.column);
  const known = [
    ...(panel === undefined ? [] : ['source', 'rater']),
    ...inputs.map((input) => input.key),
  ];
  const grid = isArray(given)
    ? fromObjects(given, known, pointer, found)
    : isObject(given)
      ? fromColumns(given, pointer, found)
      : undefined;
  if (grid === undefined) {
    if (!isObject(given)) {
      found.say('evidence.type', pointer, {
        expected: WANTED.table,
        found: kindOf(given),
      });
    }
    return undefined;
  }
  checkColumns(grid, known, pointer, found);
  if (grid.rows.length > table.atMost) {
    const params = { found: grid.rows.length, limit: table.atMost };
    found.say('evidence.too_many_rows', pointer, params, table.pointer);
    return undefined;
  }
  const place = (row: number, key: string): Pointer => grid.pointer(row, grid.columns.indexOf(key));
  const rows = { rows: grid.rows.length, pointer: place };
  if (panel === undefined) return { ...rows, ...readColumns(grid, inputs, found) };
  const columns = inputs.map((input) => readColumn(grid, input, found));
  const names = panel.sources.map((source) => source.name);
  const sources = readSources(grid, names, pointer, found);
  const named = checkRaters(grid, sources, found);
  const isNamed = named.includes(true);
  return withoutBlanks({ ...rows, columns, sources, ...(isNamed ? { named } : {}) });
};
