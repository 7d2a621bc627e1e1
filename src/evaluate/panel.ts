import type { TableEvidence } from '../evidence/evidence.js';
import {
  add,
  compare,
  divide,
  type Rational,
  rational,
  multiply,
  sum,
  ZERO,
} from '../number/rational.js';
import { isRational } from '../number/exact.js';
import { type Pointer, pointerTo } from '../pointer.js';
import type { PanelPlan, SourcePlan, TablePlan } from '../plan/plan.js';
import { type Cell, isAbsent, isNumber, type Slot, worstAbsence } from '../slot.js';
import { type Memory } from './memory.js';
import type { Remarks } from './remarks.js';
import { FULL, NONE, type Support, UNTRACED } from './support.js';

/** A panel of one subject. */
interface PanelRun {
  readonly table: TablePlan;
  readonly panel: PanelPlan;
  readonly given: TableEvidence | undefined;
  readonly pointer: Pointer;
}

const median = (values: readonly Rational[]): Rational => {
  const order = [...values].sort(compare);
  const high = order[Math.floor(order.length / 2)] ?? ZERO;
  const low = order[Math.ceil(order.length / 2) - 1] ?? ZERO;
  return divide(add(low, high), rational(2n)) ?? ZERO;
};

/** The answers of one source to one question. */
interface Answers {
  readonly count: number;
  /** How many stand on a form that names its rater. */
  readonly named: number;
  /** What they come to. */
  readonly value: Rational;
}

const NO_ANSWERS: Answers = { count: 0, named: 0, value: ZERO };

/** The answers of one source to one question: how many, and what they come to. */
const answersOf = (
  run: PanelRun,
  source: number,
  question: number,
  take: SourcePlan['take'],
): Answers => {
  const { given } = run;
  if (given === undefined) return NO_ANSWERS;
  const totals = given.totals?.[source];
  if (totals !== undefined) {
    const count = totals.answered[question] ?? 0;
    const total = totals.sums[question] ?? ZERO;
    return { count, named: 0, value: divide(total, rational(BigInt(count))) ?? ZERO };
  }
  const values: Rational[] = [];
  let named = 0;
  for (const [row, cell] of (given.columns[question] ?? []).entries()) {
    if (given.sources?.[row] !== source) continue;
    if (cell === undefined || !isNumber(cell) || !isRational(cell)) continue;
    values.push(cell);
    if (given.named?.[row] === true) named += 1;
  }
  const count = values.length;
  if (count === 0) return NO_ANSWERS;
  const value =
    take === 'median' ? median(values) : (divide(sum(values), rational(BigInt(count))) ?? ZERO);
  return { count, named, value };
};

/** One source's part in a question. */
export interface SourcePart {
  readonly source: SourcePlan;
  readonly pointer: Pointer;
  readonly count: number;
  /** How many of these stand on a form that names its rater. */
  readonly named: number;
  /** Its mean or median, or why it is not counted. */
  readonly cell: Cell;
}

/** How a question came by its value. */
export interface Question {
  readonly slot: Slot;
  readonly cell: Cell;
  readonly support: Support;
  readonly parts: readonly SourcePart[];
  /** The shares that are there, together; each part counts with its share of them. */
  readonly present: Rational;
}

/** One source's part, and a remark when it has too few answers. */
const takePart = (
  run: PanelRun,
  name: string,
  at: readonly [number, number],
  remarks: Remarks,
): SourcePart => {
  const [position, question] = at;
  const source = run.panel.sources[position];
  if (source === undefined) throw new TypeError('a source of the panel');
  const pointer = pointerTo(run.table.pointer, 'sources', source.name);
  const { count, named, value } = answersOf(run, position, question, source.take);
  if (count >= source.atLeast) return { source, pointer, count, named, cell: value };
  const severity = source.ifFewer === 'failed' ? ('error' as const) : ('warning' as const);
  const params = { name, source: source.name, found: count, expected: source.atLeast };
  remarks.say('evidence.too_few_answers', run.pointer, params, {
    policyPointer: pointer,
    severity,
  });
  const cause = {
    pointer: pointerTo(pointer, 'atLeast'),
    code: 'evidence.too_few_answers' as const,
  };
  return { source, pointer, count, named, cell: { absent: source.ifFewer, cause } };
};

/** sum(share * answers of named raters / answers) over the sources that are there */
const provenanceOf = (parts: readonly SourcePart[]): Rational =>
  sum(
    parts.flatMap(({ source, cell, named, count }) =>
      isAbsent(cell) || named === 0
        ? []
        : [multiply(source.share, rational(BigInt(named), BigInt(count)))],
    ),
  );

/**
 * The value of a question: sum(share * value) / sum(share) over the sources that are there.
 */
const settleQuestion = (
  run: PanelRun,
  slot: Slot,
  question: number,
  remarks: Remarks,
): Question => {
  const parts = run.panel.sources.map((_, i) => takePart(run, slot.name, [i, question], remarks));
  const there = parts.flatMap(({ source, cell }) =>
    isNumber(cell) && isRational(cell) ? [{ share: source.share, value: cell }] : [],
  );
  const present = sum(there.map(({ share }) => share));
  const absences = parts.map(({ cell }) => cell).filter(isAbsent);
  const blocking = worstAbsence(absences.filter((each) => each.absent !== 'missing'));
  const value = divide(
    sum(there.map(({ share, value: answer }) => multiply(share, answer))),
    present,
  );
  if (blocking === undefined && value !== undefined) {
    const support = { evidence: present, provenance: provenanceOf(parts) };
    return { slot, cell: value, support, parts, present };
  }
  const cause = { pointer: slot.pointer, code: 'evidence.missing' as const };
  const cell = blocking ?? worstAbsence(absences) ?? { absent: 'missing' as const, cause };
  return { slot, cell, support: NONE, parts, present };
};

/** Puts a panel's questions, and its forms as rows, into memory. */
export const settlePanel = (
  run: PanelRun,
  memory: Memory,
  remarks: Remarks,
): readonly Question[] => {
  const { panel, given } = run;
  const questions = panel.questions.map(({ value }, i) => settleQuestion(run, value, i, remarks));
  for (const { slot, cell, support } of questions) memory.setCell(slot, cell, support);
  if (given?.sources === undefined) return questions;
  const heard = (row: number): Support => (given.named?.[row] === true ? FULL : UNTRACED);
  for (const [i, { column }] of panel.questions.entries()) {
    const cause = { pointer: column.slot.pointer, code: 'evidence.missing' as const };
    const cells = (given.columns[i] ?? []).map(
      (cell): Cell => cell ?? { absent: 'missing', cause },
    );
    memory.setColumn(
      column.slot,
      cells,
      cells.map((cell, row) => (isNumber(cell) ? heard(row) : NONE)),
    );
  }
  memory.setColumn(
    panel.source,
    given.sources,
    given.sources.map((_, row) => heard(row)),
  );
  return questions;
};
