import { dayText } from '../day.js';
import type { Evidence, EvidenceCells, Provenance, TableEvidence } from '../evidence/evidence.js';
import { hasProvenance } from '../evidence/observation.js';
import { equal } from '../number/rational.js';
import { type Pointer, pointerTo } from '../pointer.js';
import { parameterOn } from '../plan/parameter-on.js';
import type { InputPlan, ParameterPlan, Plan, TablePlan } from '../plan/plan.js';
import { evaluateTerm } from '../rule/evaluate.js';
import { type Absent, type Cell, isAbsent, type Reader } from '../slot.js';
import type { Memory } from './memory.js';
import { type Question, settlePanel } from './panel.js';
import type { Remarks } from './remarks.js';
import { settleTotals } from './settle-totals.js';
import { FULL, NONE, type Support, supportOf, UNTRACED } from './support.js';

/** A cell with how much of it rests on evidence. */
interface Settled {
  readonly cell: Cell;
  readonly support: Support;
}

const absentInput = (input: InputPlan, absent: Absent['absent']): Absent => ({
  absent,
  cause: { pointer: input.slot.pointer, code: 'evidence.missing' },
});

/** Where an input is read. */
interface Place {
  readonly reader: Reader;
  /** Where it stands in the evidence, for whoever asks. */
  readonly pointer: () => Pointer;
  readonly provenance: Provenance | undefined;
}

/** How much a value that was given rests on evidence. */
const givenSupport = (provenance: Provenance | undefined): Support =>
  hasProvenance(provenance) ? FULL : UNTRACED;

/** What an input holds for this subject or row, once its `when` and `ifMissing` have spoken. */
const settleInput = (
  input: InputPlan,
  given: Cell | undefined,
  place: Place,
  remarks: Remarks,
): Settled => {
  const { slot } = input;
  const applies = input.when === undefined ? true : evaluateTerm(input.when, place.reader);
  if (isAbsent(applies)) return { cell: applies, support: NONE };
  if (applies === false) {
    if (given !== undefined) {
      remarks.say(
        'evidence.not_applicable',
        place.pointer(),
        { name: slot.name },
        { policyPointer: slot.pointer },
      );
    }
    const cause = { pointer: pointerTo(slot.pointer, 'when'), code: 'score.condition' as const };
    return { cell: { absent: 'not-applicable', cause }, support: FULL };
  }
  if (given !== undefined) return { cell: given, support: givenSupport(place.provenance) };
  const { ifMissing } = input;
  const extras = { policyPointer: pointerTo(slot.pointer, 'ifMissing') };
  if ('use' in ifMissing) {
    remarks.say(
      'evidence.used_instead',
      place.pointer(),
      { name: slot.name, used: ifMissing.text, cite: ifMissing.cite },
      extras,
    );
    return { cell: ifMissing.use, support: NONE };
  }
  const severity = ifMissing.absent === 'failed' ? 'error' : 'warning';
  remarks.say('evidence.missing', place.pointer(), { name: slot.name }, { ...extras, severity });
  return { cell: absentInput(input, ifMissing.absent), support: NONE };
};

/** As `settleInput`, for a single value. */
const settleSingle = (
  input: InputPlan,
  given: Cell | undefined,
  provenance: Provenance | undefined,
  { memory, remarks }: { readonly memory: Memory; readonly remarks: Remarks },
): Settled => {
  const pointer = (): Pointer => pointerTo('/values', input.key);
  return settleInput(input, given, { reader: memory.reader, pointer, provenance }, remarks);
};

/** The days at which dated parameters may be read, and the one at which they are. */
export const readingDays = ({
  asOf,
  dates,
}: Pick<Evidence, 'asOf' | 'dates'>): Evidence['dates'] =>
  asOf === undefined ? dates : { first: asOf, last: asOf };

/** What a parameter holds: on the day of reading, for the subject's own class. */
const settleParameter = (
  parameter: ParameterPlan,
  evidence: Evidence,
  memory: Memory,
  remarks: Remarks,
): Settled => {
  const { by } = parameter;
  const label = by === undefined ? 0 : memory.reader.cell(by);
  if (typeof label !== 'number') {
    if (typeof label === 'object' && isAbsent(label)) return { cell: label, support: NONE };
    throw new TypeError('a class is a label');
  }
  const cell = settleDated(parameter, label, evidence, remarks);
  const support = by === undefined ? FULL : memory.supportAt(by, undefined);
  return { cell, support: supportOf(cell, support) };
};

const settleDated = (
  parameter: ParameterPlan,
  label: number,
  evidence: Evidence,
  remarks: Remarks,
): Cell => {
  const { slot, values } = parameter;
  const isDated = values.some((each) => each.from !== undefined);
  const days = isDated ? readingDays(evidence) : undefined;
  const value = parameterOn(parameter, days?.last, label)?.value;
  const absent: Cell = {
    absent: 'missing',
    cause: { pointer: slot.pointer, code: 'evidence.no_date' },
  };
  if (!isDated) return value ?? absent;
  const extras = { policyPointer: slot.pointer };
  if (days === undefined) {
    remarks.say('evidence.no_date', '/asOf', { name: slot.name }, extras);
    return absent;
  }
  if (value === undefined) {
    remarks.say(
      'evidence.before_since',
      '/asOf',
      { name: slot.name, date: dayText(days.last) },
      extras,
    );
    return { absent: 'missing', cause: { pointer: slot.pointer, code: 'evidence.before_since' } };
  }
  const earlier = parameterOn(parameter, days.first, label)?.value;
  if (earlier === undefined || !equal(earlier, value)) {
    const params = { name: slot.name, first: dayText(days.first), last: dayText(days.last) };
    remarks.say('evidence.parameter_changes', '/asOf', params, extras);
    remarks.changed.add(slot.index);
  }
  return value;
};

/** Cells that were all given, or undefined when one is missing. */
const wholeColumn = (
  cells: readonly (Cell | undefined)[] | undefined,
  rows: number,
): readonly Cell[] | undefined => {
  const isWhole = (column: readonly (Cell | undefined)[]): column is readonly Cell[] =>
    column.length === rows && !column.includes(undefined);
  return cells !== undefined && isWhole(cells) ? cells : undefined;
};

const settleColumns = (
  table: TablePlan,
  position: number,
  given: TableEvidence,
  run: { readonly memory: Memory; readonly remarks: Remarks },
): void => {
  const { memory, remarks } = run;
  const isPlain = (column: InputPlan): boolean => column.when === undefined;
  // INVARIANT: a column's `when` reads only columns without one, so these are settled first.
  for (const plain of [true, false]) {
    for (const [i, column] of table.columns.entries()) {
      if (isPlain(column) !== plain) continue;
      const provenance = given.provenance?.get(i);
      const whole = plain ? wholeColumn(given.columns[i], given.rows) : undefined;
      if (whole !== undefined && provenance === undefined) {
        memory.setColumn(column.slot, whole, UNTRACED);
        continue;
      }
      const settled = Array.from({ length: given.rows }, (_, row) =>
        settleInput(
          column,
          given.columns[i]?.[row],
          {
            reader: memory.reader.atRow(position, row),
            pointer: () => given.pointer(row, column.key),
            provenance: provenance?.get(row),
          },
          remarks,
        ),
      );
      memory.setColumn(
        column.slot,
        settled.map((each) => each.cell),
        settled.map((each) => each.support),
      );
    }
  }
};

/**
 * Everything that is known before any indicator: parameters on their day, inputs and columns after
 * `when` and `ifMissing`, the questions of panels.
 *
 * @returns how each question came by its value, for the trace
 *
 * Issues: `evidence.missing`, `evidence.used_instead`, `evidence.not_applicable`, `evidence.no_date`,
 * `evidence.before_since`, `evidence.parameter_changes`, `evidence.too_few_answers`
 */
export const settle = (
  { layout }: Plan,
  { evidence, cells }: { readonly evidence: Evidence; readonly cells: EvidenceCells },
  memory: Memory,
  remarks: Remarks,
): readonly Question[] => {
  const questions: Question[] = [];
  for (const slot of cells.provisional) remarks.changed.add(slot);
  // INVARIANT: a parameter's class is an input without a `when`, and an input's `when` reads only parameters and
  // inputs without one: hence this order.
  for (const plain of [true, false]) {
    if (!plain) {
      for (const parameter of layout.parameters) {
        const { cell, support } = settleParameter(parameter, evidence, memory, remarks);
        memory.setCell(parameter.slot, cell, support);
      }
    }
    let next = 0;
    for (const input of layout.inputs) {
      const i = next++;
      if ((input.when === undefined) !== plain) continue;
      const given = cells.values[i];
      const provenance = cells.provenance?.get(i);
      if (plain && given !== undefined) memory.setCell(input.slot, given, givenSupport(provenance));
      else {
        const { cell, support } = settleSingle(input, given, provenance, { memory, remarks });
        memory.setCell(input.slot, cell, support);
      }
    }
  }
  for (const [position, table] of layout.tables.entries()) {
    const given = cells.tables[position];
    const pointer = pointerTo(table.panel === undefined ? '/tables' : '/panels', table.name);
    if (given === undefined) {
      const severity = table.absent === 'failed' ? ('error' as const) : ('warning' as const);
      const extras = { policyPointer: table.pointer, severity };
      remarks.say('evidence.missing', pointer, { name: table.name }, extras);
      memory.setRows(position, {
        absent: table.absent,
        cause: { pointer: table.pointer, code: 'evidence.missing' },
      });
    } else memory.setRows(position, given.rows);
    if (table.panel !== undefined)
      questions.push(
        ...settlePanel({ table, panel: table.panel, given, pointer }, memory, remarks),
      );
    else if (given?.totals?.[0] !== undefined)
      settleTotals(table, given, given.totals[0], { memory, remarks });
    else if (given !== undefined) settleColumns(table, position, given, { memory, remarks });
  }
  return questions;
};
