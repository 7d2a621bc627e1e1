import type { Text } from '../issue.js';
import type { IndicatorPlan, Plan } from '../plan/plan.js';
import { slotsOf } from '../rule/term.js';
import { type Absence, type Cell, isAbsent, type Slot } from '../slot.js';
import type { Run } from './run.js';
import type { Status } from './scorecard.js';

const ABSENCES: Readonly<Record<Absence, Text>> = {
  failed: { id: 'bukti wajib tidak ada', en: 'required evidence is missing' },
  undecided: { id: 'tidak dapat diputuskan', en: 'it could not be decided' },
  'not-applicable': { id: 'tidak berlaku', en: 'it does not apply' },
  pending: { id: 'menunggu bukti', en: 'evidence is pending' },
  missing: { id: 'tidak ada', en: 'it is missing' },
};

/** The result indicators of a plan. */
const resultsOf = (plan: Plan): readonly IndicatorPlan[] =>
  [plan.layout.score, plan.layout.rating].filter((each) => each !== undefined);

/** What the `when` of an input or a column reads, and the class of a parameter, by slot. */
const conditionsOf = (plan: Plan): ReadonlyMap<number, readonly Slot[]> => {
  const { inputs, tables, parameters } = plan.layout;
  const all = [...inputs, ...tables.flatMap((table) => table.columns)];
  return new Map([
    ...all.flatMap(({ slot, when }) =>
      when === undefined ? [] : [[slot.index, slotsOf(when)] as const],
    ),
    ...parameters.flatMap(({ slot, by }) =>
      by === undefined ? [] : [[slot.index, [by]] as const],
    ),
  ]);
};

/** Whether a single value, or any row of a column, is pending. */
const isPending = (run: Run, slot: Slot): boolean => {
  const { table } = slot;
  const pending = (cell: Cell): boolean => isAbsent(cell) && cell.absent === 'pending';
  if (table === undefined) return pending(run.reader.cell(slot));
  const count = run.reader.rowCount(table);
  return Array.from({ length: typeof count === 'number' ? count : 0 }, (_, row) =>
    run.reader.atRow(table, row).cell(slot),
  ).some(pending);
};

/** Whether anything that the results were derived from is pending, or changed its value on the way. */
const restsOnPending = (plan: Plan, run: Run): boolean => {
  const open: Slot[] = resultsOf(plan).map(({ slot }) => slot);
  const seen = new Set(open.map((slot) => slot.index));
  const conditions = conditionsOf(plan);
  const visit = (slot: Slot): void => {
    if (seen.has(slot.index)) return;
    seen.add(slot.index);
    open.push(slot);
  };
  for (let slot = open.pop(); slot !== undefined; slot = open.pop()) {
    if (run.remarks.changed.has(slot.index)) return true;
    for (const asked of conditions.get(slot.index) ?? []) {
      if (isPending(run, asked)) return true;
      visit(asked);
    }
    for (const derivation of run.derivations.get(slot.index) ?? []) {
      for (const reading of derivation.read) {
        if (isAbsent(reading.cell) && reading.cell.absent === 'pending') return true;
        visit(reading.slot);
      }
    }
  }
  return false;
};

/**
 * Whether it takes what was read, and not only what was found, to tell if the outcome stands: every result has a
 * value, and something is pending or may yet be another.
 */
export const asksForReadings = (plan: Plan, run: Run): boolean =>
  run.isOpen && resultsOf(plan).every(({ slot }) => !isAbsent(run.reader.cell(slot)));

/**
 * Whether the outcome stands; says why when it does not.
 *
 * Issues: `score.no_value`, `score.pending`
 */
export const statusOf = (plan: Plan, run: Run): Status => {
  let status: Status = 'final';
  for (const result of resultsOf(plan)) {
    const cell = run.reader.cell(result.slot);
    if (!isAbsent(cell)) continue;
    const params = { name: result.name, absence: ABSENCES[cell.absent] };
    if (cell.absent === 'pending') {
      run.remarks.say('score.pending', result.pointer, params, {
        policyPointer: cell.cause.pointer,
      });
      if (status === 'final') status = 'provisional';
    } else {
      run.remarks.say('score.no_value', result.pointer, params, {
        policyPointer: cell.cause.pointer,
      });
      status = 'void';
    }
  }
  return asksForReadings(plan, run) && restsOnPending(plan, run) ? 'provisional' : status;
};
