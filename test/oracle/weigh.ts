import type { NumberSlot } from '../../src/rule/rule.js';
import {
  compare,
  divide,
  type Fraction,
  fraction,
  isZero,
  ONE,
  parse,
  sum,
  ZERO,
} from './fraction.js';
import { multiply, raise, type Real, real, sign } from './real.js';
import { NOT_APPLICABLE, slot } from './rules.js';
import type { ComponentsSpec, WeightedSpec } from './specs.js';
import { RATIO } from './unit.js';
import {
  type Absent,
  applies,
  fractionOf,
  get,
  inUnit,
  isAbsent,
  isOneOf,
  must,
  number,
  realOf,
  textIn,
  total,
  type Value,
  withRest,
  worst,
} from './value.js';
import type { Place } from './world.js';

/** A part that is there, with the weight that it is left with. */
interface Part {
  readonly weight: Fraction;
  readonly value: Real;
}

/** What keeps a share of what applies from standing for the whole: an absence that may not be left out. */
const unlessLeftOut = (
  applying: readonly Value[],
  share: Fraction,
  allowed: WeightedSpec['leaveOut'],
): Absent | undefined => {
  const bad = worst(applying);
  if (bad === undefined || isOneOf(bad, 'failed', 'undecided')) return bad;
  const isEnough =
    allowed !== undefined && !isZero(share) && compare(share, parse(allowed.atLeast)) >= 0;
  return isEnough ? undefined : bad;
};

/** The same of a list, in which each counts as much. */
export const unlessFew = (
  applying: readonly Value[],
  allowed: WeightedSpec['leaveOut'],
): Absent | undefined => {
  const there = applying.filter((value) => !isAbsent(value));
  const share = fraction(BigInt(there.length), BigInt(applying.length));
  return unlessLeftOut(applying, share, allowed);
};

/** The names that weigh, each with its weight, or why the weights have no value. */
export const weightsIn = (
  spec: WeightedSpec,
  { world, row }: Pick<Place, 'world' | 'row'>,
): readonly { readonly name: string; readonly weight: Fraction }[] | Absent => {
  const by = spec.by === undefined ? undefined : world.read(spec.by, row);
  if (by !== undefined && isAbsent(by)) return by;
  const chosen = by === undefined ? spec.weights : get(spec.weights, textIn(by));
  const slots = Object.entries<NumberSlot>(
    // One level of the map is left once the set is chosen.
    must(chosen, 'weights') as Readonly<Record<string, NumberSlot>>,
  );
  const weights = slots.map(([, weight]) =>
    weight === 'rest' ? weight : slot(world, weight, row, RATIO),
  );
  const noWeight = worst(weights.filter((weight) => weight !== 'rest'));
  if (noWeight !== undefined) return noWeight;
  const shares = withRest(
    weights.map((weight) => (weight === 'rest' ? weight : fractionOf(weight))),
  );
  return slots
    .map(([name], at) => ({ name, weight: shares[at] ?? ZERO }))
    .filter(({ weight }) => !isZero(weight));
};

/** The parts of a weighted mean that are there, or why it has no value. */
export const weighted = (spec: WeightedSpec, place: Place): readonly Part[] | Absent => {
  const { world, row, unit } = place;
  const weights = weightsIn(spec, place);
  if ('is' in weights) return weights;
  const parts = weights.map(({ name, weight }) => ({
    weight,
    value: inUnit(world.read(name, row), unit),
  }));
  const bad = worst(parts.map(({ value }) => value));
  if (bad !== undefined && isOneOf(bad, 'failed', 'undecided')) return bad;
  const applying = parts.filter(({ value }) => applies(value));
  const there = applying.filter(({ value }) => !isAbsent(value));
  const all = sum(applying.map(({ weight }) => weight));
  const present = sum(there.map(({ weight }) => weight));
  if (isZero(all)) return NOT_APPLICABLE;
  const values = applying.map(({ value }) => value);
  return (
    unlessLeftOut(values, divide(present, all), spec.leaveOut) ??
    there.map(({ weight, value }) => ({ weight: divide(weight, present), value: realOf(value) }))
  );
};

/** Components of a list, and what those that are there come to. */
export const components = (
  { of, leaveOut }: ComponentsSpec,
  { world, row, unit }: Place,
  combine: (there: readonly Value[]) => Value,
): Value => {
  const applying = of.map((name) => inUnit(world.read(name, row), unit)).filter(applies);
  if (applying.length === 0) return NOT_APPLICABLE;
  return unlessFew(applying, leaveOut) ?? combine(applying.filter((value) => !isAbsent(value)));
};

/** (sum(w * x ^ p)) ^ (1 / p) */
export const powerMean = (spec: WeightedSpec, p: Fraction, place: Place): Value => {
  const parts = weighted(spec, place);
  if ('is' in parts) return parts;
  if (parts.some(({ value }) => sign(value) < 0)) return { is: 'absent', how: 'missing' };
  const above = parts.filter(({ value }) => sign(value) > 0);
  if (above.length === 0 || (p.n < 0n && above.length < parts.length))
    return number(real(ZERO), place.unit);
  const mean = total(above.map(({ weight, value }) => multiply(real(weight), raise(value, p))));
  return number(raise(mean, divide(ONE, p)), place.unit);
};
