import { readDay } from '../day.js';
import type { GivenColumns } from '../evidence/columns.js';
import { markBad, type QuickForm } from '../evidence/quick-form.js';
import { MOST_CELLS, type QuickReader, type QuickTable } from '../evidence/quick-rows.js';
import { readerFor } from '../evidence/read.js';
import { BLOCK, makeBlock, runBlock } from '../fast/block.js';
import type { BlockTable } from '../fast/block-loops.js';
import type { FastPlan } from '../fast/program.js';
import type { Issue } from '../issue.js';
import type { Plan } from '../plan/plan.js';
import { NONE, readDated, remarksOf, scoreInDoubles } from './fast.js';
import { LARGEST } from './outcome.js';
import type { Outcome } from './scorecard.js';

/** Where outcomes go. */
export interface Sink {
  readonly score: Float64Array;
  readonly rating: Int16Array | Int32Array;
  readonly status: Uint8Array;
  readonly issues: Map<number, readonly Issue[]>;
}

/** Typed columns of doubles for what is read row by row. */
const doubles = (column: ArrayLike<number>): Float64Array =>
  column instanceof Float64Array ? column : Float64Array.from(column);

/** Everything that a plan reads, in columns of doubles; undefined where a column is not there. */
const wholeColumns = (given: GivenColumns): readonly BlockTable[] | undefined => {
  if (given.values.includes(undefined)) return undefined;
  const tables = given.tables.map((table) => {
    const columns = table?.columns.filter((column) => column !== undefined);
    if (table === undefined || columns?.length !== table.columns.length) return undefined;
    return { offsets: table.offsets, columns: columns.map(doubles) };
  });
  const known = tables.filter((table) => table !== undefined);
  return known.length === tables.length ? known : undefined;
};

/** The subject whose rows the row `row` is among. */
const ownerOf = (offsets: ArrayLike<number>, row: number, count: number): number => {
  let [low, high] = [0, count];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if ((offsets[middle] ?? 0) <= row) low = middle;
    else high = middle;
  }
  return low;
};

/** A plan with the columns that it is run over. */
interface Run {
  readonly fast: FastPlan;
  readonly reader: QuickReader;
  /** Whether subjects are computed side by side; or else one at a time. */
  readonly isBlock: boolean;
  readonly tables: readonly BlockTable[];
  readonly given: GivenColumns;
  /** The day at which dated parameters are read. */
  readonly days: { readonly first: number; readonly last: number } | undefined;
}

/** Whether a subject has more rows, or more values in all, than the reader of documents is sure to let in. */
const isTooLarge = ({ reader, tables, given }: Run, at: number): boolean => {
  let cells = given.values.length + tables.length;
  for (let t = 0; t < tables.length; t++) {
    const { offsets = [], columns = [] } = tables[t] ?? {};
    const rows = (offsets[at + 1] ?? 0) - (offsets[at] ?? 0);
    if (rows > (reader.tables[t]?.atMost ?? 0)) return true;
    cells += rows * columns.length;
  }
  return cells > MOST_CELLS;
};

/** Marks who of `count` subjects from `first` on has more rows or values than that. */
const markTooLarge = (run: Run, bad: Uint8Array, first: number, count: number): void => {
  const { reader, tables, given } = run;
  let cells = given.values.length + tables.length;
  for (const [t, { offsets, columns }] of tables.entries()) {
    const atMost = reader.tables[t]?.atMost ?? 0;
    for (let j = 0; j < count; j++)
      if ((offsets[first + j + 1] ?? 0) - (offsets[first + j] ?? 0) > atMost) bad[j] = 1;
    cells += ((offsets[first + count] ?? 0) - (offsets[first] ?? 0)) * columns.length;
  }
  // Mostly all of them together have no more.
  for (let j = 0; j < count && cells > MOST_CELLS; j++) if (isTooLarge(run, first + j)) bad[j] = 1;
};

/** Puts the inputs of `count` subjects from `first` on into the block, and marks who has a value that is none. */
const loadBlock = (run: Run, bad: Uint8Array, first: number, count: number): void => {
  const { fast, reader, tables, given } = run;
  bad.fill(0);
  for (const [i, { all }] of fast.inputs.entries()) {
    const column = given.values[i] ?? [];
    const form = reader.forms[i];
    // One by one: `subarray` would ask a class of the host's which array to make.
    for (let j = 0; j < count; j++) all[j] = column[first + j] ?? NaN;
    if (form === undefined) continue;
    markBad(form, all, [0, count], (j) => {
      bad[j] = 1;
    });
  }
  for (const [t, { forms }] of reader.tables.entries()) {
    const table = tables[t];
    if (table === undefined) continue;
    const { offsets, columns } = table;
    const rows = [offsets[first] ?? 0, offsets[first + count] ?? 0] as const;
    for (const [i, form] of forms.entries()) {
      const column = columns[i];
      if (column === undefined) continue;
      markBad(form, column, rows, (row) => {
        bad[ownerOf(offsets, row, given.count) - first] = 1;
      });
    }
  }
  markTooLarge(run, bad, first, count);
};

/** Writes the outcomes of a block; whoever is unsure is given to `exactly`. */
const writeBlock = (
  { fast }: Run,
  bad: Uint8Array,
  sink: Sink,
  [first, count, exactly]: readonly [number, number, (at: number) => void],
): void => {
  const { score, rating, remarks, checks } = fast;
  for (const { all } of checks) {
    for (let j = 0; j < count; j++) if (Number.isNaN(all[j])) bad[j] = 1;
  }
  // Few have anything to say: only for them a list is made.
  const speaks = new Uint8Array(count);
  for (const { a, b } of remarks) {
    for (let j = 0; j < count; j++) if (a.all[j] !== b.all[j]) speaks[j] = 1;
  }
  const saidOf = (j: number): readonly Issue[] | undefined => {
    for (const { a, b } of remarks) {
      a.v = a.all[j] ?? NaN;
      b.v = b.all[j] ?? NaN;
    }
    return remarksOf(fast);
  };
  for (let j = 0; j < count; j++) {
    const at = first + j;
    const units = score === undefined ? 0 : (score.node.all[j] ?? NaN);
    const label = rating === undefined ? 0 : (rating.node.all[j] ?? NaN);
    const said = speaks[j] === 1 ? saidOf(j) : NONE;
    const isSure = bad[j] === 0 && units < LARGEST && units > -LARGEST && label >= 0;
    if (!isSure || said === undefined) {
      exactly(at);
      continue;
    }
    if (score !== undefined) sink.score[at] = units + 0;
    if (rating !== undefined) sink.rating[at] = label;
    if (said.length > 0) sink.issues.set(at, said);
  }
};

/** The day for everyone, where it lies in the days of the policy; undefined where the careful reader must speak. */
const dayFor = (reader: QuickReader, { asOf }: GivenColumns): number | 'none' | undefined => {
  if (reader.dated.length > 0) return undefined;
  if (asOf === undefined) return 'none';
  const day = readDay(asOf);
  return day !== undefined && day >= reader.first && day < reader.end ? day : undefined;
};

/** What runs a plan over columns in doubles; undefined where every subject is read and scored as a document. */
export const columnRun = (plan: Plan, given: GivenColumns): Run | undefined => {
  const { fast } = plan.layout;
  const reader = readerFor(plan);
  if (reader === undefined || 'why' in fast) return undefined;
  const day = dayFor(reader, given);
  const tables = wholeColumns(given);
  if (day === undefined || tables === undefined) return undefined;
  const days = day === 'none' ? undefined : { first: day, last: day };
  if (!readDated(fast, days)) return undefined;
  const isBlock = makeBlock(fast);
  if (isBlock) for (const { at } of fast.dated) at.all.fill(at.v);
  return { fast, reader, isBlock, tables, given, days };
};

/** Scores everyone side by side; whoever is unsure is given to `exactly`. */
export const scoreBlocks = (run: Run, sink: Sink, exactly: (at: number) => void): void => {
  const bad = new Uint8Array(BLOCK);
  const { count } = run.given;
  for (let first = 0; first < count; first += BLOCK) {
    const many = Math.min(BLOCK, count - first);
    loadBlock(run, bad, first, many);
    runBlock(run.fast, run.tables, [first, many]);
    writeBlock(run, bad, sink, [first, many, exactly]);
  }
};

/** The rows of one subject, column by column, behind `cells`; whether each of them may stand. */
const gatherTable = (
  table: QuickTable,
  { columns }: BlockTable,
  cells: number[],
  [first, end]: readonly [number, number],
): boolean => {
  const from = cells.length;
  for (const column of columns)
    for (let row = first; row < end; row++) cells.push(column[row] ?? NaN);
  const values = Float64Array.from(cells.slice(from));
  const bad = new Set<number>();
  const rows = end - first;
  const source = sourceForm(table);
  const forms = source === undefined ? table.forms : [source, ...table.forms];
  for (const [i, form] of forms.entries())
    markBad(form, values, [i * rows, (i + 1) * rows], (at) => {
      // A question may stay without an answer.
      if (source === undefined || i === 0 || !Number.isNaN(values[at])) bad.add(at);
    });
  const isHeard = (row: number): boolean =>
    source === undefined || table.forms.some((_, i) => !Number.isNaN(values[(i + 1) * rows + row]));
  return bad.size === 0 && Array.from({ length: rows }, (_, row) => row).every(isHeard);
};

/** The outcome of the subject at `at` in doubles; undefined where exact arithmetic has the word. */
export const scoreOne = (run: Run, at: number): Outcome | undefined => {
  const { fast, reader, tables, given, days } = run;
  if (isTooLarge(run, at)) return undefined;
  const { forms } = reader;
  const cells = forms.map((_, i) => given.values[i]?.[at] ?? NaN);
  const values = Float64Array.from(cells);
  const bad: number[] = [];
  for (const [i, form] of forms.entries()) {
    markBad(form, values, [i, i + 1], (j) => {
      bad.push(j);
    });
  }
  if (bad.length > 0) return undefined;
  // How many rows each table has stands before them.
  const counts = cells.length;
  cells.push(...tables.map(() => 0));
  for (const [t, own] of tables.entries()) {
    const table = reader.tables[t];
    const [first, end] = [own.offsets[at] ?? 0, own.offsets[at + 1] ?? 0];
    if (table === undefined || !gatherTable(table, own, cells, [first, end])) return undefined;
    cells[counts + t] = end - first;
  }
  return scoreInDoubles(fast, { cells: Float64Array.from(cells) }, days);
};

/** Sources are judged as labels are. */
const sourceForm = ({ sources }: QuickTable): QuickForm | undefined =>
  sources && { is: 'label', min: 0, max: 0, scale: 0, from: 0, size: 1, positions: sources };
