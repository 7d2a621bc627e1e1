import { type Derived, type Reading, readingsOf } from '../indicator/contract.js';
import type { IssueCode } from '../issue.js';
import { BIT_LIMIT, type Exact, roundExact } from '../number/exact.js';
import { multiply, rational } from '../number/rational.js';
import { powerOfTen } from '../number/round.js';
import { type Pointer, pointerTo } from '../pointer.js';
import type { AdjustPlan, IndicatorPlan, RoundPlan } from '../plan/plan.js';
import { evaluateTerm } from '../rule/evaluate.js';
import { slotsOf, type Term } from '../rule/term.js';
import { type Absent, type Cell, isAbsent, isNumber, type Reader, worstAbsence } from '../slot.js';
import type { AppliedAdjustment, AppliedLimit, Derivation, Rounded } from './derivation.js';
import type { Remarks } from './remarks.js';
import { NONE, type SupportAt, supportOf, supportOfDerived } from './support.js';

/** Where one value is derived: for the subject, or at a row. */
export interface Place {
  readonly reader: Reader;
  readonly supportAt: SupportAt;
  readonly row?: number;
}

const absentAt = (absent: Absent['absent'], pointer: Pointer, code: IssueCode): Absent => ({
  absent,
  cause: { pointer, code },
});

/** An absence that began in the indicator's verb is given the indicator's place. */
const located = (cell: Cell, pointer: Pointer): Cell =>
  isAbsent(cell) && cell.cause.pointer === ''
    ? absentAt(cell.absent, pointer, cell.cause.code)
    : cell;

/** The value after one adjustment; an absence when its amount or condition has none. */
const applyOne = (
  adjust: AdjustPlan,
  value: Exact,
  reader: Reader,
  remarks: Remarks,
): Exact | Absent => {
  const holds = adjust.when === undefined ? true : evaluateTerm(adjust.when, reader);
  if (isAbsent(holds)) return holds;
  if (holds === false) return value;
  const amount = evaluateTerm(adjust.amount, reader);
  const atMost = adjust.atMost === undefined ? undefined : evaluateTerm(adjust.atMost, reader);
  const absence = worstAbsence(atMost === undefined ? [amount] : [amount, atMost]);
  if (absence !== undefined) return absence.absent === 'not-applicable' ? value : absence;
  if (!isNumber(amount)) throw new TypeError('an amount is a number');
  const limit = atMost !== undefined && isNumber(atMost) ? { atMost } : {};
  const adjusted = adjust.kind.exact(value, { amount, ...limit });
  if (adjusted.is === 'value') return adjusted.value;
  const pointer = pointerTo(adjust.pointer, adjust.kind.name);
  if (adjusted.is === 'undecided') return absentAt('undecided', pointer, 'number.undecided');
  remarks.say('adjust.negative', pointer, { id: adjust.id }, { policyPointer: pointer });
  return absentAt('failed', pointer, 'adjust.negative');
};

interface Tailed {
  readonly cell: Cell;
  readonly adjustments: readonly AppliedAdjustment[];
  readonly limits: readonly AppliedLimit[];
}

const adjusted = (plan: IndicatorPlan, start: Cell, reader: Reader, remarks: Remarks): Tailed => {
  const adjustments: AppliedAdjustment[] = [];
  let cell = start;
  for (const adjust of plan.adjust) {
    if (!isNumber(cell)) break;
    const after: Exact | Absent = applyOne(adjust, cell, reader, remarks);
    if (isNumber(after)) adjustments.push({ adjust, before: cell, after });
    cell = after;
  }
  return { cell, adjustments, limits: [] };
};

const limited = (plan: IndicatorPlan, start: Cell, reader: Reader): Tailed => {
  const limits: AppliedLimit[] = [];
  let cell = start;
  for (const limit of plan.limits) {
    if (typeof cell !== 'number') break;
    const holds = evaluateTerm(limit.when, reader);
    if (isAbsent(holds)) return { cell: holds, adjustments: [], limits };
    if (holds === false) continue;
    const capped: number = Math.min(cell, limit.atMost ?? cell);
    const after = Math.max(capped, limit.atLeast ?? capped);
    if (after !== cell) limits.push({ limit, before: cell, after });
    cell = after;
  }
  return { cell, adjustments: [], limits };
};

/** `value` rounded as declared; undefined when no decision fell. */
const roundedTo = (round: RoundPlan, value: Exact): Rounded | undefined => {
  const steps = roundExact(value, round.step, round.mode);
  if (steps === undefined) return undefined;
  const rounded = multiply(rational(steps), round.step);
  const units = (rounded.n * powerOfTen(round.places)) / rounded.d;
  return { units, places: round.places, value: rounded };
};

/** The part of a derivation before the verb: whether it applies. */
const condition = (plan: IndicatorPlan, reader: Reader): Absent | undefined => {
  if (plan.when === undefined) return undefined;
  const holds = evaluateTerm(plan.when, reader);
  if (isAbsent(holds)) return holds;
  return holds === true
    ? undefined
    : absentAt('not-applicable', pointerTo(plan.pointer, 'when'), 'score.condition');
};

const usability = (plan: IndicatorPlan, place: Place, remarks: Remarks): Absent | undefined => {
  if (plan.usable === undefined) return undefined;
  const holds = evaluateTerm(plan.usable.when, place.reader);
  if (isAbsent(holds)) return holds;
  if (holds === true) return undefined;
  const pointer = pointerTo(plan.pointer, 'usable');
  remarks.say('score.not_usable', plan.pointer, { name: plan.name, reason: plan.usable.reason });
  return absentAt('missing', pointer, 'score.not_usable');
};

/** The rules in an indicator's tails. */
const tailTerms = (plan: IndicatorPlan): readonly (Term | undefined)[] => [
  plan.when,
  plan.usable?.when,
  ...plan.adjust.flatMap((each) => [each.when, each.amount, each.atMost]),
  ...plan.limits.map((each) => each.when),
];

/** What rules read, each slot once. */
const tailReadings = (terms: readonly (Term | undefined)[], reader: Reader): readonly Reading[] => {
  const slots = terms.flatMap((term) => (term === undefined ? [] : slotsOf(term)));
  return readingsOf([...new Set(slots)], reader);
};

/**
 * One value of one indicator: condition, verb, usability, adjustments, limits, rounding, in this order.
 *
 * Issues: what the kind remarks, `score.not_usable`, `adjust.negative`, `number.undecided`
 */
export const deriveOne = (
  plan: IndicatorPlan,
  compute: (reader: Reader) => Derived,
  place: Place,
  remarks: Remarks,
): Derivation => {
  const row = place.row === undefined ? {} : { row: place.row };
  const outside = condition(plan, place.reader);
  if (outside !== undefined) {
    const cell = outside;
    const derived: Derived = { cell, readings: [] };
    const support = supportOf(cell, NONE);
    const read = tailReadings([plan.when], place.reader);
    return {
      plan,
      ...row,
      derived,
      read,
      adjustments: [],
      limits: [],
      exact: cell,
      cell,
      support,
    };
  }
  const derived = compute(place.reader);
  for (const { code, params } of derived.remarks ?? []) {
    remarks.say(code, plan.pointer, params, { policyPointer: plan.pointer });
  }
  const start = located(derived.cell, pointerTo(plan.pointer, plan.kind.name));
  const unusable = isAbsent(start) ? undefined : usability(plan, place, remarks);
  const usable = unusable ?? start;
  const {
    cell: exact,
    adjustments,
    limits,
  } = plan.limits.length > 0
    ? limited(plan, usable, place.reader)
    : adjusted(plan, usable, place.reader, remarks);
  const amounts = plan.adjust.flatMap((each) => slotsOf(each.amount));
  const support = supportOf(
    exact,
    unusable === undefined
      ? supportOfDerived(derived, amounts, { at: place.supportAt, row: place.row })
      : NONE,
  );
  const read = [...derived.readings, ...tailReadings(tailTerms(plan), place.reader)];
  const base = {
    plan,
    ...row,
    derived: { ...derived, cell: start },
    read,
    adjustments,
    limits,
    support,
  };
  if (plan.round === undefined || !isNumber(exact)) return { ...base, exact, cell: exact };
  const rounded = roundedTo(plan.round, exact);
  if (rounded !== undefined) {
    return { ...base, exact, rounded, cell: plan.round.isUsed ? rounded.value : exact };
  }
  const pointer = pointerTo(plan.pointer, 'round');
  remarks.say('number.undecided', pointer, { bits: BIT_LIMIT });
  const cell = absentAt('undecided', pointer, 'number.undecided');
  return { ...base, exact, cell, support: NONE };
};
