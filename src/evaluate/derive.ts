import { type Derived, readingsOf } from '../indicator/contract.js';
import { BIT_LIMIT } from '../number/exact.js';
import { isTooLarge, SIZE_BITS } from '../number/size.js';
import { type Pointer, pointerTo } from '../pointer.js';
import type { IndicatorPlan } from '../plan/plan.js';
import { OWN_ABSENCES } from '../rule/operator.js';
import { type Absent, type Cell, isAbsent, isNumber, type Reader } from '../slot.js';
import type { Derivation } from './derivation.js';
import type { Remarks } from './remarks.js';
import { NONE, type SupportAt, supportOf, supportOfDerived } from './support.js';
import { absentAt, adjusted, type Asker, limited, makeAsker, roundedTo } from './tails.js';

/** Where one value is derived: for the subject, or at a row. */
interface Place {
  readonly reader: Reader;
  readonly supportAt: SupportAt;
  readonly row?: number;
}

/** An absence that began in the indicator's verb is given the indicator's place. */
const located = (cell: Cell, pointer: Pointer): Cell =>
  isAbsent(cell) && cell.cause.pointer === ''
    ? absentAt(cell.absent, pointer, cell.cause.code)
    : cell;

/** Whether `inner` is the place `outer` or one inside it. */
const isWithin = (inner: Pointer, outer: Pointer): boolean =>
  inner === outer || inner.startsWith(`${outer}/`);

/** A value that has outgrown every bound is undecided: going on with it would cost without end. */
const bounded = (cell: Cell, pointer: Pointer, remarks: Remarks): Cell => {
  const isOver = isNumber(cell)
    ? isTooLarge(cell)
    : isAbsent(cell) &&
      cell.cause.code === 'number.too_large' &&
      isWithin(cell.cause.pointer, pointer);
  if (!isOver) return cell;
  remarks.say('number.too_large', pointer, { bits: SIZE_BITS }, { policyPointer: pointer });
  return isAbsent(cell) ? cell : absentAt('undecided', pointer, 'number.too_large');
};

/** The part of a derivation before the verb: whether it applies. */
const condition = (plan: IndicatorPlan, asker: Asker): Absent | undefined => {
  if (plan.when === undefined) return undefined;
  const holds = asker.ask(plan.when);
  if (isAbsent(holds)) return holds;
  return holds === true
    ? undefined
    : absentAt('not-applicable', pointerTo(plan.pointer, 'when'), 'score.condition');
};

const usability = (plan: IndicatorPlan, asker: Asker, remarks: Remarks): Absent | undefined => {
  if (plan.usable === undefined) return undefined;
  const holds = asker.ask(plan.usable.when);
  if (isAbsent(holds)) return holds;
  if (holds === true) return undefined;
  const pointer = pointerTo(plan.pointer, 'usable');
  remarks.say('score.not_usable', plan.pointer, { name: plan.name, reason: plan.usable.reason });
  return absentAt('missing', pointer, 'score.not_usable');
};

/** An absence that began in the indicator's own rules is remarked: a reader of it would only see that it is missing. */
const remarkOwn = (cell: Cell, pointer: Pointer, remarks: Remarks): void => {
  if (!isAbsent(cell) || !OWN_ABSENCES.has(cell.cause.code)) return;
  if (!isWithin(cell.cause.pointer, pointer)) return;
  const params = cell.cause.code === 'number.undecided' ? { bits: BIT_LIMIT } : {};
  remarks.say(cell.cause.code, pointer, params, { policyPointer: cell.cause.pointer });
};

type Base = Omit<Derivation, 'exact' | 'cell' | 'rounded'>;

/** The value as declared: rounded, for readers or for show. */
const finish = (base: Base, exact: Cell, remarks: Remarks): Derivation => {
  const { plan } = base;
  if (plan.round === undefined || !isNumber(exact)) return { ...base, exact, cell: exact };
  const rounded = roundedTo(plan.round, exact);
  if (rounded !== undefined) {
    return { ...base, exact, rounded, cell: plan.round.isUsed ? rounded.value : exact };
  }
  const pointer = pointerTo(plan.pointer, 'round');
  remarks.say('number.undecided', pointer, { bits: BIT_LIMIT }, { policyPointer: pointer });
  return {
    ...base,
    exact,
    cell: absentAt('undecided', pointer, 'number.undecided'),
    support: NONE,
  };
};

/**
 * One value of one indicator: condition, verb, usability, adjustments, limits, rounding, in this order.
 *
 * Issues: what the kind remarks, `score.not_usable`, `adjust.negative`, `number.undecided`, `number.too_large`
 */
export const deriveOne = (
  plan: IndicatorPlan,
  compute: (reader: Reader) => Derived,
  place: Place,
  remarks: Remarks,
): Derivation => {
  const asker = makeAsker(place.reader);
  const start = { plan, ...(place.row === undefined ? {} : { row: place.row }) };
  const outside = condition(plan, asker);
  if (outside !== undefined) {
    const derived: Derived = { cell: outside, readings: [] };
    const read = readingsOf(asker.asked(), place.reader);
    const base = {
      ...start,
      derived,
      read,
      adjustments: [],
      limits: [],
      support: supportOf(outside, NONE),
    };
    return { ...base, exact: outside, cell: outside };
  }
  const computed = compute(place.reader);
  for (const { code, params } of computed.remarks ?? []) {
    remarks.say(code, plan.pointer, params, { policyPointer: plan.pointer });
  }
  const verb = pointerTo(plan.pointer, plan.kind.name);
  const derived = {
    ...computed,
    cell: bounded(located(computed.cell, verb), plan.pointer, remarks),
  };
  const unusable = isAbsent(derived.cell) ? undefined : usability(plan, asker, remarks);
  const usable = unusable ?? derived.cell;
  const amounts = makeAsker(place.reader);
  const tailed =
    plan.limits.length > 0
      ? limited(plan, usable, asker)
      : adjusted(plan, usable, amounts, remarks);
  const { cell: exact, adjustments, limits } = tailed;
  remarkOwn(exact, plan.pointer, remarks);
  const at = { at: place.supportAt, row: place.row };
  const support = supportOf(
    exact,
    unusable === undefined ? supportOfDerived(derived, amounts.asked(), at) : NONE,
  );
  const slots = [...new Set([...asker.asked(), ...amounts.asked()])];
  const read = [...derived.readings, ...readingsOf(slots, place.reader)];
  return finish({ ...start, derived, read, adjustments, limits, support }, exact, remarks);
};
