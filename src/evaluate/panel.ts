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
import { type Absent, type Cell, isNumber, worstAbsence } from '../slot.js';
import { type Memory } from './memory.js';
import type { Remarks } from './remarks.js';
import { FULL, NONE, type Support } from './support.js';

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

/** The answers of one source to one question: how many, and what they come to. */
const answersOf = (
  run: PanelRun,
  source: number,
  question: number,
  take: SourcePlan['take'],
): { readonly count: number; readonly value: Rational } => {
  const { given } = run;
  if (given === undefined) return { count: 0, value: ZERO };
  const totals = given.totals?.[source];
  if (totals !== undefined) {
    const count = totals.answered[question] ?? 0;
    const total = totals.sums[question] ?? ZERO;
    return { count, value: divide(total, rational(BigInt(count))) ?? ZERO };
  }
  const values: Rational[] = [];
  for (const [row, cell] of (given.columns[question] ?? []).entries()) {
    if (given.sources?.[row] !== source) continue;
    if (cell !== undefined && isNumber(cell) && isRational(cell)) values.push(cell);
  }
  const count = values.length;
  if (count === 0) return { count, value: ZERO };
  const value =
    take === 'median' ? median(values) : (divide(sum(values), rational(BigInt(count))) ?? ZERO);
  return { count, value };
};

/**
 * The value of a question: sum(share * value) / sum(share) over the sources that are there.
 */
const settleQuestion = (
  run: PanelRun,
  question: number,
  remarks: Remarks,
): readonly [Cell, Support] => {
  const slot = run.panel.questions[question]?.value;
  const name = slot?.name ?? '';
  let present = ZERO;
  let total = ZERO;
  const absences: Absent[] = [];
  for (const [i, source] of run.panel.sources.entries()) {
    const { count, value } = answersOf(run, i, question, source.take);
    if (count >= source.atLeast) {
      present = add(present, source.share);
      total = add(total, multiply(source.share, value));
      continue;
    }
    const policyPointer = pointerTo(run.table.pointer, 'sources', source.name);
    const severity = source.ifFewer === 'failed' ? ('error' as const) : ('warning' as const);
    const params = { name, source: source.name, found: count, expected: source.atLeast };
    remarks.say('evidence.too_few_answers', run.pointer, params, { policyPointer, severity });
    absences.push({
      absent: source.ifFewer,
      cause: { pointer: pointerTo(policyPointer, 'atLeast'), code: 'evidence.too_few_answers' },
    });
  }
  const blocking = worstAbsence(absences.filter((each) => each.absent !== 'missing'));
  if (blocking !== undefined) return [blocking, NONE];
  const value = divide(total, present);
  if (value !== undefined) return [value, { evidence: present }];
  const cause = { pointer: slot?.pointer ?? '', code: 'evidence.missing' as const };
  return [worstAbsence(absences) ?? { absent: 'missing', cause }, NONE];
};

/** Puts a panel's questions, and its forms as rows, into memory. */
export const settlePanel = (run: PanelRun, memory: Memory, remarks: Remarks): void => {
  const { panel, given } = run;
  for (const [i, question] of panel.questions.entries()) {
    memory.setCell(question.value, ...settleQuestion(run, i, remarks));
    if (given === undefined || given.totals !== undefined) continue;
    const cells = (given.columns[i] ?? []).map(
      (cell): Cell =>
        cell ?? {
          absent: 'missing',
          cause: { pointer: question.column.slot.pointer, code: 'evidence.missing' },
        },
    );
    memory.setColumn(
      question.column.slot,
      cells,
      cells.map((cell) => (isNumber(cell) ? FULL : NONE)),
    );
  }
  if (given?.sources !== undefined) {
    memory.setColumn(
      panel.source,
      given.sources,
      given.sources.map(() => FULL),
    );
  }
};
