import type { IssueCode } from '../issue.js';
import { type Exact, roundExact } from '../number/exact.js';
import { multiply } from '../number/rational.js';
import { powerOfTen } from '../number/round.js';
import { type Pointer, pointerTo } from '../pointer.js';
import type { AdjustPlan, IndicatorPlan, RoundPlan } from '../plan/plan.js';
import { evaluateTerm } from '../rule/evaluate.js';
import { slotsOf, type Term } from '../rule/term.js';
import {
  type Absent,
  type Cell,
  isAbsent,
  isNumber,
  type Reader,
  type Slot,
  worstAbsence,
} from '../slot.js';
import type { AppliedAdjustment, AppliedLimit, Rounded } from './derivation.js';
import type { Remarks } from './remarks.js';

/** Answers rules, and keeps what they read where somebody asks for it. */
export interface Asker {
  readonly ask: (term: Term) => Cell;
  /** Every slot that an answered rule reads, each once, in order. */
  readonly asked: () => readonly Slot[];
}

/** An asker that nobody asks. */
export const IDLE: Asker = {
  ask: () => {
    throw new TypeError('an indicator without rules asked one');
  },
  asked: () => [],
};

/** An asker that has not been asked. */
export const makeAsker = (reader: Reader): Asker => {
  const slots = new Set<Slot>();
  return {
    ask: (term) => {
      if (reader.isLean !== true) for (const slot of slotsOf(term)) slots.add(slot);
      return evaluateTerm(term, reader);
    },
    asked: () => [...slots],
  };
};

/** Both lists in order, every slot once. */
export const union = (a: readonly Slot[], b: readonly Slot[]): readonly Slot[] => {
  if (a.length === 0) return b;
  return b.length === 0 ? a : [...new Set([...a, ...b])];
};

/** An absence that begins at `pointer`. */
export const absentAt = (absent: Absent['absent'], pointer: Pointer, code: IssueCode): Absent => ({
  absent,
  cause: { pointer, code },
});

/** A value after one adjustment, with the amount that its rule came to. */
type Applied = Pick<AppliedAdjustment, 'after' | 'amount' | 'atMost'>;

/** A value that an adjustment leaves as it is. */
const unchanged = (after: Exact): Applied => ({ after, amount: undefined, atMost: undefined });

/** The value after one adjustment; an absence when its amount or condition has none. */
const applyOne = (
  adjust: AdjustPlan,
  { value, start }: { readonly value: Exact; readonly start: Exact },
  asker: Asker,
  remarks: Remarks,
): Applied | Absent => {
  const holds = adjust.when === undefined ? true : asker.ask(adjust.when);
  if (isAbsent(holds)) return holds;
  if (holds === false) return unchanged(value);
  const amount = asker.ask(adjust.amount);
  const atMost = adjust.atMost === undefined ? undefined : asker.ask(adjust.atMost);
  if (isAbsent(amount) || (atMost !== undefined && isAbsent(atMost))) {
    const absence = worstAbsence(atMost === undefined ? [amount] : [amount, atMost]);
    if (absence !== undefined)
      return absence.absent === 'not-applicable' ? unchanged(value) : absence;
  }
  if (!isNumber(amount)) throw new TypeError('an amount is a number');
  const limit = atMost !== undefined && isNumber(atMost) ? atMost : undefined;
  const adjusted = adjust.kind.exact(
    value,
    limit === undefined ? { amount, start } : { amount, start, atMost: limit },
  );
  if (adjusted.is === 'value') return { after: adjusted.value, amount, atMost: limit };
  const pointer = pointerTo(adjust.pointer, adjust.kind.name);
  if (adjusted.is === 'undecided') return absentAt('undecided', pointer, 'number.undecided');
  remarks.say('adjust.negative', pointer, { id: adjust.id }, { policyPointer: pointer });
  return absentAt('failed', pointer, 'adjust.negative');
};

/** A value after the tails of its indicator. */
export interface Tailed {
  readonly cell: Cell;
  readonly adjustments: readonly AppliedAdjustment[];
  readonly limits: readonly AppliedLimit[];
}

const NO_ADJUSTMENTS: readonly AppliedAdjustment[] = [];
const NO_LIMITS: readonly AppliedLimit[] = [];

/** `start` without any tails. */
export const untailed = (start: Cell): Tailed => ({
  cell: start,
  adjustments: NO_ADJUSTMENTS,
  limits: NO_LIMITS,
});

/** `start` after the adjustments, in order. */
export const adjusted = (
  plan: IndicatorPlan,
  start: Cell,
  asker: Asker,
  remarks: Remarks,
): Tailed => {
  const adjustments: AppliedAdjustment[] = [];
  let cell = start;
  for (const adjust of plan.adjust) {
    if (!isNumber(cell) || !isNumber(start)) break;
    const values = { value: cell, start };
    const applied: Applied | Absent = applyOne(adjust, values, asker, remarks);
    if ('absent' in applied) return { cell: applied, adjustments, limits: NO_LIMITS };
    const { after, amount, atMost } = applied;
    adjustments.push({ adjust, amount, atMost, before: cell, after });
    cell = after;
  }
  return { cell, adjustments, limits: NO_LIMITS };
};

/** The label `start` after the limits, in order. */
export const limited = (plan: IndicatorPlan, start: Cell, asker: Asker): Tailed => {
  const limits: AppliedLimit[] = [];
  let cell = start;
  for (const limit of plan.limits) {
    if (typeof cell !== 'number') break;
    const holds = asker.ask(limit.when);
    if (isAbsent(holds)) return { cell: holds, adjustments: NO_ADJUSTMENTS, limits };
    if (holds === false) continue;
    const capped: number = Math.min(cell, limit.atMost ?? cell);
    const after = Math.max(capped, limit.atLeast ?? capped);
    if (after !== cell) limits.push({ limit, before: cell, after });
    cell = after;
  }
  return { cell, adjustments: NO_ADJUSTMENTS, limits };
};

/** `value` rounded as declared; undefined when no decision fell. */
export const roundedTo = (round: RoundPlan, value: Exact): Rounded | undefined => {
  const { places, step } = round;
  const steps = roundExact(value, step, round.mode);
  if (steps === undefined) return undefined;
  const rounded = multiply({ n: steps, d: 1n }, step);
  const perUnit = powerOfTen(places);
  // A step of the last place itself, which is the rule, makes the steps the units.
  const isPlace = step.n === 1n && step.d === perUnit;
  return { units: isPlace ? steps : (rounded.n * perUnit) / rounded.d, places, value: rounded };
};
