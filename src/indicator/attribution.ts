import {
  divide,
  multiply,
  ONE,
  type Rational,
  sign,
  subtract,
  sum,
  ZERO,
} from '../number/rational.js';
import { isAbsent, isNumber, type Slot } from '../slot.js';
import { conversionFactor, type UnitOrAny } from '../unit.js';
import { asRational, type Contribution, type Reading, type Shortfall } from './contract.js';

const unitOf = (slot: Slot): UnitOrAny => (slot.type.is === 'number' ? slot.type.unit : 'any');

/** How many of the indicator's unit one of the reading's unit is: 1 but for units of time. */
const factorTo = (reading: Reading, shortfall: Shortfall): Rational =>
  conversionFactor(unitOf(reading.slot), shortfall.unit) ?? ONE;

/** The part of a shortfall that `reading` accounts for, in the reading's own unit. */
const ownPart = ({ slot, row }: Reading, factor: Rational, baseline: Rational): Contribution =>
  row === undefined
    ? { to: 'part', slot, factor, baseline }
    : { to: 'part', slot, row, factor, baseline };

/**
 * The part of a shortfall that `reading` accounts for: `factor * (baseline - its value)`, the baseline and
 * the value both in the indicator's unit.
 */
export const partOf = (
  reading: Reading,
  factor: Rational,
  baseline: Rational,
  shortfall: Shortfall,
): Contribution => {
  const conversion = factorTo(reading, shortfall);
  return conversion === ONE
    ? ownPart(reading, factor, baseline)
    : ownPart(reading, multiply(factor, conversion), divide(baseline, conversion) ?? baseline);
};

/** A reading that carried a weight. */
type Weighted = Reading & { readonly weight: Rational };

const isWeighted = (reading: Reading): reading is Weighted =>
  reading.weight !== undefined && isNumber(reading.cell) && sign(reading.weight) !== 0;

/** The readings that carried a weight. */
const weighted = (shortfall: Shortfall): readonly Weighted[] =>
  shortfall.derived.readings.filter(isWeighted);

/**
 * Each component accounts for its weight of the shortfall: weight * (baseline - value).
 *
 * Exact for a mean, because its weights sum to 1.
 */
export const attributeByWeight = (shortfall: Shortfall): readonly Contribution[] =>
  weighted(shortfall).map((reading) =>
    partOf(reading, reading.weight, shortfall.baseline, shortfall),
  );

/**
 * The shortfall of a combination that is not linear, split in proportion to weight * (baseline -
 * value); the indicator itself where these have not all the direction of the whole.
 *
 * Interpretation: no regulation says how to split it; proportions keep the parts' order and sum
 * exactly.
 */
export const attributeInProportion = (shortfall: Shortfall): readonly Contribution[] => {
  const parts = weighted(shortfall);
  const gaps = parts.map((reading) => {
    if (!isNumber(reading.cell)) return ZERO;
    const value = multiply(factorTo(reading, shortfall), asRational(reading.cell));
    return multiply(reading.weight, subtract(shortfall.baseline, value));
  });
  const whole = subtract(shortfall.baseline, shortfall.value);
  const ratio = divide(whole, sum(gaps));
  const direction = sign(whole);
  // Gaps that cancel would each be blown up; then the combination accounts for the whole itself.
  const isMixed = gaps.some((gap) => sign(gap) !== 0 && sign(gap) !== direction);
  if (ratio === undefined || isMixed) return [{ to: 'own', amount: whole }];
  return parts.map((reading) =>
    partOf(reading, multiply(ratio, reading.weight), shortfall.baseline, shortfall),
  );
};

/**
 * The shortfall of a map of one reading, passed on to what it read in proportion to that reading's
 * own shortfall from the `full` of its scale; the indicator itself where the reading has none, or one in the
 * other direction.
 */
export const attributeThrough = (
  reading: Reading | undefined,
  shortfall: Shortfall,
): readonly Contribution[] => {
  const whole = subtract(shortfall.baseline, shortfall.value);
  const own: readonly Contribution[] = [{ to: 'own', amount: whole }];
  if (reading === undefined || !isNumber(reading.cell) || isAbsent(reading.cell)) return own;
  const scale = shortfall.scaleOf(unitOf(reading.slot));
  if (scale === undefined) return own;
  const ratio = divide(whole, subtract(scale.full, asRational(reading.cell)));
  return ratio === undefined || sign(ratio) <= 0 ? own : [ownPart(reading, ratio, scale.full)];
};

/**
 * Each component of a sum accounts for coefficient * (full of its scale - value), or, where its unit is
 * no scale, for -coefficient * value. What these leave is the sum's own: its coefficients need not add
 * up to one.
 */
export const attributeSum = (
  shortfall: Shortfall,
): readonly { readonly contribution: Contribution; readonly amount: Rational }[] =>
  weighted(shortfall).map((reading) => {
    const baseline = shortfall.scaleOf(unitOf(reading.slot))?.full ?? ZERO;
    const value = isNumber(reading.cell) ? asRational(reading.cell) : ZERO;
    return {
      contribution: ownPart(reading, reading.weight, baseline),
      amount: multiply(reading.weight, subtract(baseline, value)),
    };
  });
