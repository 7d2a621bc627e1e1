import type { Build, Value, WeightedValue } from '../fast/build.js';
import { add, dot, multiply, subtract as less } from '../fast/arithmetic.js';
import { isAt, select } from '../fast/decide.js';
import { ONE, type Rational, sign, subtract, sum } from '../number/rational.js';
import { doubleOf } from '../rule/double.js';
import type { FixedSet, WeightedNode, WeightedPart } from './weights.js';

/** The weights of parts, when every one is the same for everybody. */
const constantWeights = (
  weights: readonly (Value | undefined)[],
): readonly Rational[] | undefined => {
  const known = weights.flatMap((weight) => weight?.exact ?? []);
  if (known.length < weights.filter((weight) => weight !== undefined).length) return undefined;
  const rest = subtract(ONE, sum(known));
  return weights.map((weight) => weight?.exact ?? rest);
};

/** sum of weight * value, the weights parameters that differ from subject to subject. */
const variableMean = (
  values: readonly Value[],
  weights: readonly (Value | undefined)[],
  build: Build,
): Value => {
  const one = build.constant(ONE);
  const given = weights.filter((weight) => weight !== undefined);
  const rest = given.reduce((left, weight) => less(build, left, weight), one);
  const products = values.map((value, i) => multiply(build, value, weights[i] ?? rest));
  return products.reduce((total, product) => add(build, total, product));
};

/** How weighted values are brought to one. */
type Combine = (build: Build, parts: readonly WeightedValue[]) => Value;

/** One set of parts in doubles whose weights are literals. */
const fastFixed = ({ parts }: FixedSet, build: Build, combine: Combine): Value =>
  combine(
    build,
    parts.map(({ part, weight }) => ({ value: doubleOf(part.value, build), weight })),
  );

/** One set of parts in doubles, all of which count. */
const fastSet = (parts: readonly WeightedPart[], build: Build, combine: Combine): Value => {
  const given = parts.map(({ weight }) => weight && doubleOf(weight, build));
  const weights = constantWeights(given);
  if (weights === undefined) {
    if (combine !== dot) return build.refuse('varying');
    const values = parts.map(({ value }) => doubleOf(value, build));
    return variableMean(values, given, build);
  }
  const counted = parts.flatMap(({ value }, i) => {
    const weight = weights[i];
    return weight === undefined || sign(weight) <= 0
      ? []
      : [{ value: doubleOf(value, build), weight }];
  });
  return counted.length === 0 ? build.refuse('form') : combine(build, counted);
};

/** A weighted combination in doubles, for a subject of whom no component is absent. */
export const fastWeighted = (node: WeightedNode, build: Build, combine: Combine): Value => {
  const { by, sets, fixed } = node;
  const [only] = sets;
  if (only === undefined) return build.refuse('form');
  const one = (set: readonly WeightedPart[], position: number): Value => {
    const known = fixed[position];
    return known === undefined ? fastSet(set, build, combine) : fastFixed(known, build, combine);
  };
  if (by === undefined) return one(only, 0);
  const label = build.read(by);
  return sets.reduceRight((others, set, position) => {
    const is = isAt(build, label, position);
    return select(build, is, one(set, position), others);
  }, build.nothing());
};
