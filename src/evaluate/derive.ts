import { type Derived, type Reading, readingsOf } from '../indicator/contract.js';
import { BIT_LIMIT } from '../number/exact.js';
import { isTooLarge, SIZE_BITS } from '../number/size.js';
import { type Pointer, pointerTo } from '../pointer.js';
import type { IndicatorPlan } from '../plan/plan.js';
import { OWN_ABSENCES } from '../rule/operator.js';
import { type Absent, type Cell, isAbsent, isNumber, type Reader, type Slot } from '../slot.js';
import type { Derivation } from './derivation.js';
import type { Remarks } from './remarks.js';
import { NONE, type SupportAt, supportOf, supportOfDerived } from './support.js';
import {
  absentAt,
  adjusted,
  type Asker,
  IDLE,
  limited,
  makeAsker,
  roundedTo,
  union,
} from './tails.js';

/** Where one value is derived: for the subject, or at a row. */
interface Place {
  readonly reader: Reader;
  readonly supportAt: SupportAt;
  readonly remarks: Remarks;
  readonly row: number | undefined;
}

/** An absence that began in the indicator's verb is given the verb's place. */
const located = (cell: Cell, { pointer, kind }: IndicatorPlan): Cell =>
  isAbsent(cell) && cell.cause.pointer === ''
    ? absentAt(cell.absent, pointerTo(pointer, kind.name), cell.cause.code)
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

/** What the verb came to before the tails, and why it may not be used. */
interface Verb {
  readonly derived: Derived;
  readonly unusable: Absent | undefined;
}

const computed = (
  plan: IndicatorPlan,
  compute: (reader: Reader) => Derived,
  asker: Asker,
  { reader, remarks }: Pick<Place, 'reader' | 'remarks'>,
): Verb => {
  const found = compute(reader);
  found.remarks?.forEach(({ code, params }) => {
    remarks.say(code, plan.pointer, params, { policyPointer: plan.pointer });
  });
  const cell = bounded(located(found.cell, plan), plan.pointer, remarks);
  return {
    derived: cell === found.cell ? found : { ...found, cell },
    unusable: isAbsent(cell) ? undefined : usability(plan, asker, remarks),
  };
};

/** Everything that was read, the verb's own readings first; in a lean run nothing is looked up for it. */
const readBy = (
  own: readonly Reading[],
  asked: readonly Slot[],
  reader: Reader,
): readonly Reading[] => {
  if (reader.isLean === true || asked.length === 0) return own;
  const others = readingsOf(asked, reader);
  return own.length === 0 ? others : [...own, ...others];
};

/** The value as declared: rounded, for readers or for show. */
const finish = (base: Derivation, remarks: Remarks): Derivation => {
  const { plan, exact } = base;
  if (plan.round === undefined || !isNumber(exact)) return base;
  const rounded = roundedTo(plan.round, exact);
  if (rounded !== undefined)
    return { ...base, rounded, cell: plan.round.isUsed ? rounded.value : exact };
  const pointer = pointerTo(plan.pointer, 'round');
  remarks.say('number.undecided', pointer, { bits: BIT_LIMIT }, { policyPointer: pointer });
  return { ...base, cell: absentAt('undecided', pointer, 'number.undecided'), support: NONE };
};

/** A value that does not apply, or of which that cannot be said. */
const derivedOutside = (
  plan: IndicatorPlan,
  outside: Absent,
  asked: readonly Slot[],
  { reader, row }: Place,
): Derivation => ({
  plan,
  row,
  derived: { cell: outside, readings: [] },
  read: readBy([], asked, reader),
  adjustments: [],
  limits: [],
  exact: outside,
  rounded: undefined,
  cell: outside,
  support: supportOf(outside, NONE),
});

/**
 * One value of one indicator: condition, verb, usability, adjustments, limits, rounding, in this order.
 *
 * Issues: what the kind remarks, `score.not_usable`, `adjust.negative`, `number.undecided`, `number.too_large`
 */
export const deriveOne = (
  plan: IndicatorPlan,
  compute: (reader: Reader) => Derived,
  place: Place,
): Derivation => {
  const { reader, row, remarks } = place;
  const hasRules = plan.when !== undefined || plan.usable !== undefined || plan.limits.length > 0;
  const asker = hasRules ? makeAsker(reader) : IDLE;
  const outside = condition(plan, asker);
  if (outside !== undefined) return derivedOutside(plan, outside, asker.asked(), place);
  const { derived, unusable } = computed(plan, compute, asker, place);
  const usable = unusable ?? derived.cell;
  const amounts = plan.adjust.length > 0 ? makeAsker(reader) : IDLE;
  const { cell, adjustments, limits } =
    plan.limits.length > 0
      ? limited(plan, usable, asker)
      : adjusted(plan, usable, amounts, remarks);
  remarkOwn(cell, plan.pointer, remarks);
  const isTold = reader.isLean !== true && unusable === undefined;
  const support = isTold
    ? supportOfDerived(derived, amounts.asked(), { at: place.supportAt, row })
    : NONE;
  const base: Derivation = {
    plan,
    row,
    derived,
    read: readBy(derived.readings, union(asker.asked(), amounts.asked()), reader),
    adjustments,
    limits,
    exact: cell,
    rounded: undefined,
    cell,
    support: supportOf(cell, support),
  };
  return finish(base, remarks);
};
