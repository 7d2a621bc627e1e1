import { type Derived, type Reading, readingsOf } from '../indicator/contract.js';
import { BIT_LIMIT } from '../number/exact.js';
import { isTooLarge, SIZE_BITS } from '../number/size.js';
import { type Pointer, pointerTo } from '../pointer.js';
import type { IndicatorPlan } from '../plan/plan.js';
import { OWN_ABSENCES } from '../rule/operator.js';
import { type Absent, type Cell, isAbsent, isNumber, type Reader, type Slot } from '../slot.js';
import type { Derivation, Rounded } from './derivation.js';
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
  type Tailed,
  union,
  untailed,
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
  if (found.remarks !== undefined) {
    for (const { code, params } of found.remarks)
      remarks.say(code, plan.pointer, params, { policyPointer: plan.pointer });
  }
  const cell = bounded(located(found.cell, plan), plan.pointer, remarks);
  return {
    derived: cell === found.cell ? found : { ...found, cell },
    unusable: isAbsent(cell) ? undefined : usability(plan, asker, remarks),
  };
};

/** What a value came to in its phases: condition, verb, usability, adjustments, limits, rounding, in this order. */
interface Phases {
  /** What the verb derived; undefined where it was not asked. */
  readonly derived: Derived | undefined;
  readonly isUsable: boolean;
  readonly tailed: Tailed;
  readonly rounded: Rounded | undefined;
  /** What readers see. */
  readonly cell: Cell;
}

/** Askers of the rules of one value: those of its amounts apart from the others. */
interface Askers {
  readonly rules: Asker;
  readonly amounts: Asker;
}

const askersOf = ({ when, usable, limits, adjust }: IndicatorPlan, reader: Reader): Askers => {
  const hasRules = when !== undefined || usable !== undefined || limits.length > 0;
  return {
    rules: hasRules ? makeAsker(reader) : IDLE,
    amounts: adjust.length > 0 ? makeAsker(reader) : IDLE,
  };
};

const tailsOf = (plan: IndicatorPlan, start: Cell, askers: Askers, remarks: Remarks): Tailed => {
  if (plan.limits.length > 0) return limited(plan, start, askers.rules);
  return plan.adjust.length > 0 ? adjusted(plan, start, askers.amounts, remarks) : untailed(start);
};

/** The value as declared: rounded, for readers or for show; undefined where no decision fell. */
const roundedOf = (plan: IndicatorPlan, cell: Cell, remarks: Remarks): Rounded | Cell => {
  if (plan.round === undefined || !isNumber(cell)) return cell;
  const rounded = roundedTo(plan.round, cell);
  if (rounded !== undefined) return rounded;
  const pointer = pointerTo(plan.pointer, 'round');
  remarks.say('number.undecided', pointer, { bits: BIT_LIMIT }, { policyPointer: pointer });
  return absentAt('undecided', pointer, 'number.undecided');
};

const isRounding = (found: Rounded | Cell): found is Rounded =>
  typeof found === 'object' && 'units' in found;

/**
 * One value of one indicator.
 *
 * Issues: what the kind remarks, `score.not_usable`, `adjust.negative`, `number.undecided`, `number.too_large`
 */
const phasesOf = (
  plan: IndicatorPlan,
  compute: (reader: Reader) => Derived,
  askers: Askers,
  place: Pick<Place, 'reader' | 'remarks'>,
): Phases => {
  const { remarks } = place;
  const outside = condition(plan, askers.rules);
  if (outside !== undefined)
    return {
      derived: undefined,
      isUsable: false,
      tailed: untailed(outside),
      rounded: undefined,
      cell: outside,
    };
  const { derived, unusable } = computed(plan, compute, askers.rules, place);
  const tailed = tailsOf(plan, unusable ?? derived.cell, askers, remarks);
  remarkOwn(tailed.cell, plan.pointer, remarks);
  const isUsable = unusable === undefined;
  const found = roundedOf(plan, tailed.cell, remarks);
  if (!isRounding(found)) return { derived, isUsable, tailed, rounded: undefined, cell: found };
  const cell = plan.round?.isUsed === true ? found.value : tailed.cell;
  return { derived, isUsable, tailed, rounded: found, cell };
};

/** What readers see of one value, and its rounding; nothing is kept of how it came about. */
export const valueOf = (
  plan: IndicatorPlan,
  compute: (reader: Reader) => Derived,
  place: Pick<Place, 'reader' | 'remarks'>,
): Pick<Phases, 'derived' | 'cell' | 'rounded'> =>
  phasesOf(plan, compute, askersOf(plan, place.reader), place);

/** Everything that was read, the verb's own readings first. */
const readBy = (
  own: readonly Reading[],
  asked: readonly Slot[],
  reader: Reader,
): readonly Reading[] => {
  if (asked.length === 0) return own;
  const others = readingsOf(asked, reader);
  return own.length === 0 ? others : [...own, ...others];
};

/** How one value of one indicator came about. */
export const deriveOne = (
  plan: IndicatorPlan,
  compute: (reader: Reader) => Derived,
  place: Place,
): Derivation => {
  const { reader, row, supportAt } = place;
  const askers = askersOf(plan, reader);
  const { derived, isUsable, tailed, rounded, cell } = phasesOf(plan, compute, askers, place);
  const asked = askers.amounts.asked();
  const support =
    derived !== undefined && isUsable ? supportOfDerived(derived, asked, supportAt, row) : NONE;
  return {
    plan,
    row,
    derived: derived ?? { cell, readings: [] },
    read: readBy(derived?.readings ?? [], union(askers.rules.asked(), asked), reader),
    adjustments: tailed.adjustments,
    limits: tailed.limits,
    exact: tailed.cell,
    rounded,
    cell,
    // INVARIANT: a value whose rounding is undecided rests on nothing.
    support: cell !== tailed.cell && isAbsent(cell) ? NONE : supportOf(tailed.cell, support),
  };
};
