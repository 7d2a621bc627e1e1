import type { IndicatorSpecs } from '../../src/indicator/registry.js';
import type { Rule } from '../../src/rule/rule.js';
import { negate, ONE, parse, ZERO } from './fraction.js';
import { achievement, curve, goalposts } from './normalise.js';
import { rate } from './rate.js';
import { apply } from './operators.js';
import { multiply, raise, real, sign } from './real.js';
import { rows } from './rows.js';
import { NOT_APPLICABLE, rule, slot } from './rules.js';
import { lookup, matrix } from './tables.js';
import type { Unit } from './unit.js';
import {
  absent,
  applies,
  greatest,
  inUnit,
  isAbsent,
  isTrue,
  least,
  literalOf,
  middle,
  MISSING,
  must,
  number,
  realOf,
  sorted,
  total,
  trimmedMean,
  type Value,
  worst,
} from './value.js';
import { components, powerMean, weighted } from './weigh.js';
import { type Place, unitOfName } from './world.js';

/** Verbs over groups, which need frozen constants and members: test/groups computes those by hand and by law. */
type OfGroups = 'cohort' | 'rank';

type Verbs = {
  readonly [Name in Exclude<keyof IndicatorSpecs, OfGroups>]: (
    spec: IndicatorSpecs[Name],
    place: Place,
  ) => Value;
};

/** What a case or a constant gives: of a number a bare text is a literal, otherwise a label. */
const given = ({ world, row, indicator }: Place, gives: Rule): Value =>
  typeof gives === 'string' && indicator.unit !== undefined
    ? literalOf(gives)
    : rule(world, gives, row);

const isRatio = (unit: Unit): boolean => unit !== 'any' && unit.bases.size === 0;

/** Each verb, by its key in a policy. */
const VERBS: Verbs = {
  achievement,
  goalposts,
  curve,
  lookup,
  matrix,
  rate,
  rows,

  constant: (spec, place) => given(place, spec),

  formula: (spec, { world, row }) => rule(world, spec, row),

  choose: (spec, place) => {
    for (const { when, gives } of spec.cases) {
      const holds = rule(place.world, when, place.row);
      if (isAbsent(holds)) return holds;
      if (isTrue(holds)) return given(place, gives);
    }
    return spec.else === undefined ? MISSING : given(place, spec.else.gives);
  },

  mean: (spec, place) => {
    const parts = weighted(spec, place);
    if ('is' in parts) return parts;
    return number(
      total(parts.map(({ weight, value }) => multiply(real(weight), value))),
      place.unit,
    );
  },

  geometric: (spec, place) => {
    const parts = weighted(spec, place);
    if ('is' in parts) return parts;
    if (parts.some(({ value }) => sign(value) < 0)) return MISSING;
    if (parts.some(({ value }) => sign(value) === 0)) return number(real(ZERO), place.unit);
    return number(
      parts.map(({ weight, value }) => raise(value, weight)).reduce(multiply, real(ONE)),
      place.unit,
    );
  },

  harmonic: (spec, place) => powerMean(spec, negate(ONE), place),

  power: (spec, place) => powerMean(spec, parse(spec.exponent), place),

  min: (spec, place) => components(spec, place, least),

  max: (spec, place) => components(spec, place, greatest),

  median: (spec, place) =>
    components(spec, place, (all) => number(middle(all.map(realOf), 'median'), place.unit)),

  trimmed: (spec, place) =>
    components(spec, place, (all) =>
      number(trimmedMean(all.map(realOf), parse(spec.trim)), place.unit),
    ),

  best: (spec, place) =>
    components(spec, place, (all) =>
      all.length < spec.take
        ? MISSING
        : number(middle(sorted(all.map(realOf)).slice(-spec.take), 'mean'), place.unit),
    ),

  ordered: (spec, place) =>
    components(spec, place, (all) => {
      if (all.length !== spec.weights.length) return MISSING;
      const weights = spec.weights.map((weight) => real(parse(weight)));
      const falling = sorted(all.map(realOf)).toReversed();
      const terms = falling.map((value, at) => multiply(must(weights[at], 'place'), value));
      return number(total(terms), place.unit);
    }),

  product: (spec, { world, row, unit }) => {
    // A factor with a unit is not passed over: the product would be a number of something else.
    const applying = spec.of
      .map((name) => ({ value: world.read(name, row), isRatio: isRatio(unitOfName(world, name)) }))
      .filter(({ value, isRatio }) => applies(value) || !isRatio)
      .map(({ value }) => value);
    if (applying.length === 0) return NOT_APPLICABLE;
    return worst(applying) ?? number(applying.map(realOf).reduce(multiply), unit);
  },

  only: (spec, { world, row }) => {
    const applying = spec.of.map((name) => world.read(name, row)).filter(applies);
    const [first, second] = applying;
    if (first === undefined) return NOT_APPLICABLE;
    return second === undefined ? first : absent('failed');
  },

  sum: (spec, { world, row, unit }) => {
    const terms = Object.entries(spec.coefficients).flatMap(([name, coefficient]) => {
      const value = world.read(name, row);
      if (!applies(value)) return [];
      const times = slot(world, coefficient, row, 'any');
      const bad = worst([times, value]);
      return [bad ?? inUnit(apply('*', [times, value]), unit)];
    });
    if (terms.length === 0) return NOT_APPLICABLE;
    return worst(terms) ?? number(total(terms.map(realOf)), unit);
  },

  slot: ({ ifEmpty }) => (ifEmpty === 'missing' ? MISSING : NOT_APPLICABLE),
};

const BY_NAME: Readonly<Record<string, (spec: never, place: Place) => Value>> = VERBS;

/** What the one verb of an indicator gives. */
export const verb = (place: Place): Value => {
  const entries = Object.entries<unknown>({ ...place.indicator });
  for (const [name, spec] of entries) {
    // The body at a verb's key is of that verb: the policy is valid.
    if (Object.hasOwn(BY_NAME, name)) return must(BY_NAME[name], name)(spec as never, place);
  }
  throw new TypeError(`no verb that the oracle knows: ${Object.keys(place.indicator).join()}`);
};
