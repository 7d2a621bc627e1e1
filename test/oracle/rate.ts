import { compare as compareFractions, parse } from './fraction.js';
import { compare, type Real, real, round } from './real.js';
import { rule } from './rules.js';
import type { RateSpec } from './specs.js';
import { isAbsent, isTrue, get, label, MISSING, placeStep, realOf, type Value } from './value.js';
import { labelsOf, type Place } from './world.js';

const isPrinted = ({ printed = {} }: RateSpec, x: Real): boolean =>
  Object.values(printed).some(
    ([low, high]) =>
      (low === null || compare(x, real(parse(low))) >= 0) &&
      (high === null || compare(x, real(parse(high))) <= 0),
  );

/** The label of the last edge that is reached; of two at one number, the one just above it is the last. */
const band = ({ below, from = {}, above = {} }: RateSpec, x: Real): string => {
  const edges = [
    ...Object.entries(from).map(([name, at]) => ({ name, at: parse(at), isOpen: false })),
    ...Object.entries(above).map(([name, at]) => ({ name, at: parse(at), isOpen: true })),
  ].sort((a, b) => compareFractions(a.at, b.at) || Number(a.isOpen) - Number(b.isOpen));
  const reached = edges.filter(({ at, isOpen }) => compare(x, real(at)) >= (isOpen ? 1 : 0));
  return reached.at(-1)?.name ?? below;
};

/** A label, or what stands in its place while its guard does not hold. */
const guarded = (spec: RateSpec, found: string, { world, row, indicator }: Place): Value => {
  const guard = get(spec.guards, found);
  const holds = guard === undefined ? undefined : rule(world, guard.when, row);
  if (holds !== undefined && isAbsent(holds)) return holds;
  return guard === undefined || holds === undefined || isTrue(holds)
    ? label(found, labelsOf(world, indicator.scale))
    : guarded(spec, guard.else, { world, row, indicator, unit: 'any' });
};

export const rate = (spec: RateSpec, place: Place): Value => {
  const given = place.world.read(spec.read, place.row);
  if (isAbsent(given)) return given;
  const x = realOf(given);
  const { gaps } = spec;
  if (spec.printed !== undefined && gaps === 'report' && !isPrinted(spec, x)) return MISSING;
  const first = typeof gaps === 'object' ? gaps['round-first'] : undefined;
  const used = first === undefined ? x : real(round(x, placeStep(first.places), first.mode));
  return guarded(spec, band(spec, used), place);
};
