import type { Build, Value } from '../fast/build.js';
import { byPlace } from '../fast/rows.js';
import { multiplyExact, sumExact } from '../number/exact.js';
import { type Rational, ZERO } from '../number/rational.js';
import { doubleOf } from '../rule/double.js';
import type { Reader, Slot } from '../slot.js';
import { type ComponentsNode, descending, gather, withWeights } from './components.js';
import { absentHere, type Derived } from './contract.js';

/** The weights of so many places, which sum to 1; undefined when so many cannot be combined. */
type WeightsFor = (count: number) => readonly Rational[] | undefined;

/** A combination that weighs components by their place from the greatest down. */
export const combineByPlace = (
  node: ComponentsNode,
  weightsFor: WeightsFor,
  reader: Reader,
): Derived => {
  const gathered = gather(node, reader);
  if ('cell' in gathered) return gathered;
  const { components, readings } = gathered;
  const order = descending(components);
  if (order === undefined) return { cell: absentHere('undecided', 'number.undecided'), readings };
  const places = weightsFor(order.length);
  if (places === undefined) {
    const remarks = [{ code: 'components.count' as const, params: { found: order.length } }];
    return { cell: absentHere('missing', 'components.count'), readings, remarks };
  }
  const weights = new Map<Slot, Rational>();
  for (const [i, { slot }] of order.entries()) weights.set(slot, places[i] ?? ZERO);
  const cell = sumExact(order.map(({ value }, i) => multiplyExact(places[i] ?? ZERO, value)));
  return { cell, readings: withWeights(readings, weights) };
};

/** Equal weights for the places from `first` up to but not including `end`, of `count` places. */
export const equalPlaces = (count: number, first: number, end: number): readonly Rational[] => {
  const share: Rational = { n: 1n, d: BigInt(end - first) };
  return Array.from({ length: count }, (_, i) => (i >= first && i < end ? share : ZERO));
};

/** The same in doubles, for a subject of whom no component is absent. */
export const fastByPlace = (node: ComponentsNode, weightsFor: WeightsFor, build: Build): Value => {
  const weights = weightsFor(node.of.length);
  if (weights === undefined) return build.refuse('form');
  return byPlace(
    build,
    node.of.map(({ value }) => doubleOf(value, build)),
    weights,
  );
};
