import {
  compare,
  divide,
  type Fraction,
  fraction,
  isZero,
  multiply,
  ONE,
  sum,
  ZERO,
} from './fraction.js';
import type { Indicator } from '../../src/policy/policy.js';
import type { Derivation, Reading } from './derivation.js';
import type { WeightedSpec } from './specs.js';
import { isGiven } from './inputs.js';
import { rowsIn, shareHeard } from './panels.js';
import { applies, get, isAbsent, must } from './value.js';
import { weightsIn } from './weigh.js';
import { isNotThere, type Row } from './world.js';

const leastOf = (all: readonly Fraction[]): Fraction =>
  all.reduce((a, b) => (compare(b, a) < 0 ? b : a), ONE);

/** The share of evidence that the value of a name rests on. */
export const coverageOf = (world: Derivation, name: string, row?: Row): Fraction => {
  const key = row === undefined ? name : `${name}#${row.table}#${String(row.at)}`;
  const known = world.covered.get(key) ?? computed(world, name, row);
  world.covered.set(key, known);
  return known;
};

const computed = (world: Derivation, name: string, row: Row | undefined): Fraction => {
  const value = world.read(name, row);
  if (isAbsent(value)) return applies(value) ? ZERO : ONE;
  const { policy, evidence } = world;
  const [head = '', field] = name.split('.');
  if (field !== undefined) {
    if (row?.table !== head) return shareHeard(world, head, field);
    const spec = get(get(policy.tables, head)?.row, field);
    const rows = rowsIn(world, head);
    const cells = isNotThere(rows) ? {} : must(rows[row.at], 'row');
    return spec === undefined || isGiven(spec, get(cells, field)) ? ONE : ZERO;
  }
  const spec = get(policy.inputs, name);
  if (spec !== undefined) return isGiven(spec, get(evidence.values, name)) ? ONE : ZERO;
  const parameter = get(policy.parameters, name);
  if (parameter !== undefined)
    return parameter.by === undefined ? ONE : coverageOf(world, parameter.by);
  return ofIndicator(world, name, row);
};

const ofIndicator = (world: Derivation, name: string, row: Row | undefined): Fraction => {
  const { per } = must(get(world.policy.indicators, name), name);
  const own = per === row?.table ? row : undefined;
  const key = own === undefined ? name : `${name}#${String(own.at)}`;
  return leastOf([
    ofVerb(world, name, own),
    ...covered(world, world.readingsOf(key, 'adjustment')),
  ]);
};

const covered = (world: Derivation, readings: readonly Reading[]): readonly Fraction[] =>
  readings.map((each) => coverageOf(world, each.name, each.row));

/** The mean over those that apply; whole where none does. */
const meanOf = (world: Derivation, readings: readonly Reading[]): Fraction => {
  const applying = readings.filter((each) => applies(world.read(each.name, each.row)));
  return applying.length === 0
    ? ONE
    : divide(sum(covered(world, applying)), fraction(BigInt(applying.length)));
};

const weighingIn = (indicator: Indicator): WeightedSpec | undefined => {
  if ('mean' in indicator) return indicator.mean;
  if ('geometric' in indicator) return indicator.geometric;
  if ('harmonic' in indicator) return indicator.harmonic;
  return 'power' in indicator ? indicator.power : undefined;
};

/** sum(weight * coverage) / the weight of what applies */
const ofWeighing = (world: Derivation, spec: WeightedSpec, row: Row | undefined): Fraction => {
  const weights = weightsIn(spec, { world, row });
  if ('is' in weights) return ZERO;
  const applying = weights.filter((part) => applies(world.read(part.name, row)));
  const all = sum(applying.map(({ weight }) => weight));
  const parts = applying.map((part) => multiply(part.weight, coverageOf(world, part.name, row)));
  return isZero(all) ? ONE : divide(sum(parts), all);
};

const OF_COMPONENTS = ['min', 'max', 'median', 'trimmed', 'best', 'ordered'];

const ofVerb = (world: Derivation, name: string, row: Row | undefined): Fraction => {
  const indicator = must(get(world.policy.indicators, name), name);
  const key = row === undefined ? name : `${name}#${String(row.at)}`;
  const readings = world.readingsOf(key, 'verb');
  const weighing = weighingIn(indicator);
  if (weighing !== undefined) return ofWeighing(world, weighing, row);
  if (OF_COMPONENTS.some((verb) => Object.hasOwn(indicator, verb))) return meanOf(world, readings);
  if ('rows' in indicator) {
    // What `where` reads says which rows there are.
    const { read } = indicator.rows;
    const rows = readings.filter((each) => each.name === read && each.row !== undefined);
    const applying = rows.filter((each) => applies(world.read(each.name, each.row)));
    if (applying.length > 0) return meanOf(world, applying);
  }
  return leastOf(covered(world, readings));
};
