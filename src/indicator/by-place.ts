import type { Build, Value } from '../fast/build.js';
import { byPlace } from '../fast/rows.js';
import { multiplyExact, sumExact } from '../number/exact.js';
import { type Rational, ZERO } from '../number/rational.js';
import { doubleOf } from '../rule/double.js';
import type { Reader, Slot } from '../slot.js';
import { type ComponentsNode, descending, gather, withWeights } from './components.js';
import { absentHere, type Derived } from './contract.js';

/**
 * A combination that weighs components by their place from the greatest down.
 *
 * @param weightsFor - the weights of so many places, which sum to 1; undefined when so many cannot be combined
 */
export const combineByPlace = (
  node: ComponentsNode,
  weightsFor: (count: number) => readonly Rational[] | undefined,
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

/** The same in doubles. */
export const fastByPlace = (
  node: ComponentsNode,
  build: Build,
  weights: readonly Rational[],
): Value =>
  byPlace(
    build,
    node.of.map(({ value }) => doubleOf(value, build)),
    weights,
  );
