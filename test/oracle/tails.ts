import type { Indicator } from '../../src/policy/policy.js';
import type { NumberSlot } from '../../src/rule/rule.js';
import { type Fraction, parse, placesOf } from './fraction.js';
import { add, negate, real, realText, round, sign } from './real.js';
import { NOT_APPLICABLE, slot, unlessHolds } from './rules.js';
import type { Adjustment } from './specs.js';
import { unitOf } from './unit.js';
import {
  absent,
  applies,
  greatest,
  inUnit,
  isAbsent,
  label,
  least,
  MISSING,
  must,
  number,
  type NumberValue,
  numberOf,
  placeStep,
  realOf,
  type Value,
  worst,
} from './value.js';
import { verb } from './verbs.js';
import { labelsOf, type Place, type Row, type World } from './world.js';

const isNegative = (value: Value): boolean => value.is === 'number' && sign(value.value) < 0;

const amountOf = (step: Adjustment): NumberSlot => {
  if ('deduct' in step) return step.deduct;
  if ('add' in step) return step.add;
  if ('cap' in step) return step.cap;
  return 'floor' in step ? step.floor : step.limit;
};

/** `value` and what it was before the first adjustment, held to what the amount says. */
const adjusted = (
  step: Adjustment,
  value: NumberValue,
  amounts: readonly NumberValue[],
  first: NumberValue,
): Value => {
  const amount = must(amounts[0], 'amount');
  if ('cap' in step) return least([value, amount]);
  if ('floor' in step) return greatest([value, amount]);
  if (amounts.some(isNegative)) return absent('failed');
  const moved = (from: NumberValue, by: NumberValue, isDown: boolean): NumberValue =>
    number(add(from.value, isDown ? negate(by.value) : by.value), from.unit);
  if ('limit' in step)
    return least([greatest([value, moved(first, amount, true)]), moved(first, amount, false)]);
  return moved(value, least(amounts), 'deduct' in step);
};

/** `value` after one adjustment; `first` is what it was before them all. */
const afterStep = (place: Place, step: Adjustment, value: Value, first: Value): Value => {
  const { world, row, unit } = place;
  const skipped = unlessHolds(world, step.when, row, value);
  if (skipped !== undefined) return skipped;
  const amount = slot(world, amountOf(step), row, unit);
  if (!applies(amount)) return value;
  const most = 'atMost' in step ? step.atMost : undefined;
  const amounts = [amount, ...(most === undefined ? [] : [slot(world, most, row, unit)])];
  const bad = worst(amounts);
  return bad ?? adjusted(step, numberOf(value), amounts.map(numberOf), numberOf(first));
};

const adjust = (place: Place, first: Value): Value =>
  (place.indicator.adjust ?? []).reduce(
    (value, step) =>
      isAbsent(value)
        ? value
        : place.world.during('adjustment', () => afterStep(place, step, value, first)),
    first,
  );

const limited = ({ world, row, indicator }: Place, given: Value): Value => {
  let value = given;
  const among = labelsOf(world, indicator.scale);
  for (const limit of indicator.limits ?? []) {
    const skipped = unlessHolds(world, limit.when, row, value);
    if (skipped !== undefined && isAbsent(skipped)) return skipped;
    if (skipped !== undefined) continue;
    if (limit.atMost !== undefined) value = least([value, label(limit.atMost, among)]);
    if (limit.atLeast !== undefined) value = greatest([value, label(limit.atLeast, among)]);
  }
  return value;
};

/** The multiple that an indicator rounds to, and how many places it is written with. */
export const rounding = (
  indicator: Indicator,
): { readonly step: Fraction; readonly places: number } | undefined => {
  if (indicator.round === undefined) return undefined;
  const { places, step } = indicator.round;
  const multiple = step === undefined ? placeStep(places ?? 0) : parse(step);
  return { step: multiple, places: places ?? placesOf(multiple) ?? 0 };
};

/** A label of the indicator's scale, a number in its unit. */
const ofType = ({ world, unit, indicator }: Place, value: Value): Value =>
  value.is === 'label' && indicator.scale !== undefined
    ? label(value.text, labelsOf(world, indicator.scale))
    : inUnit(value, unit);

/** All phases of an indicator but the rounding. */
const beforeRound = (place: Place): Value => {
  const { world, row, indicator } = place;
  const skipped = unlessHolds(world, indicator.when, row, NOT_APPLICABLE);
  if (skipped !== undefined) return skipped;
  const computed = ofType(
    place,
    world.during('verb', () => verb(place)),
  );
  if (isAbsent(computed)) return computed;
  const unusable = unlessHolds(world, indicator.usable?.when, row, MISSING);
  if (unusable !== undefined) return unusable;
  const value = adjust(place, computed);
  return isAbsent(value) || indicator.limits === undefined ? value : limited(place, value);
};

/** The value of an indicator, and what its rounding began from. */
export const indicatorValue = (
  world: World,
  indicator: Indicator,
  row: Row | undefined,
): { readonly value: Value; readonly unrounded?: string } => {
  const value = beforeRound({ world, row, indicator, unit: unitOf(indicator.unit ?? 'ratio') });
  const by = rounding(indicator);
  if (value.is !== 'number' || by === undefined || indicator.round === undefined) return { value };
  const { mode, for: purpose } = indicator.round;
  const unrounded = realText(value.value);
  return purpose === 'use'
    ? { unrounded, value: number(real(round(realOf(value), by.step, mode)), value.unit) }
    : { unrounded, value };
};
