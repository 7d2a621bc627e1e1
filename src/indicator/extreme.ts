import type { Build, Value } from '../fast/build.js';
import { compareExact } from '../number/exact.js';
import { doubleOf } from '../rule/double.js';
import type { Reader } from '../slot.js';
import { partOf } from './attribution.js';
import { type Component, type ComponentsNode, gather } from './components.js';
import { absentHere, type Contribution, type Derived, type Shortfall } from './contract.js';

/** The least (`-1`) or greatest (`1`) component, the first of equals, with its name. */
export const pickExtreme = (node: ComponentsNode, wanted: -1 | 1, reader: Reader): Derived => {
  const gathered = gather(node, reader);
  if ('cell' in gathered) return gathered;
  const { components, readings } = gathered;
  let found: Component | undefined;
  for (const component of components) {
    const order = found === undefined ? wanted : compareExact(component.value, found.value);
    if (order === undefined) return { cell: absentHere('undecided', 'number.undecided'), readings };
    if (order === wanted) found = component;
  }
  if (found === undefined)
    return { cell: absentHere('missing', 'score.nothing_applies'), readings };
  const cell = node.areLabels ? reader.cell(found.slot) : found.value;
  return { cell, readings, chose: found.slot.name };
};

/** The whole shortfall is that of the component that was chosen. */
export const attributeToChosen = (shortfall: Shortfall): readonly Contribution[] =>
  shortfall.derived.readings
    .filter((reading) => reading.slot.name === shortfall.derived.chose)
    .slice(0, 1)
    .map((reading) => partOf(reading, { n: 1n, d: 1n }, shortfall.baseline, shortfall));

/** The least or greatest component in doubles. */
export const fastExtreme = (
  node: ComponentsNode,
  build: Build,
  pick: (build: Build, a: Value, b: Value) => Value,
): Value => {
  const [first, ...others] = node.of.map(({ value }) => doubleOf(value, build));
  return first === undefined
    ? build.refuse('form')
    : others.reduce((found, value) => pick(build, found, value), first);
};
