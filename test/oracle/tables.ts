import type { IndicatorSpecs } from '../../src/indicator/registry.js';
import { compare as compareFractions, parse } from './fraction.js';
import { compare, type Real, real } from './real.js';
import type { LookupSpec, LookupValues } from './specs.js';
import { unitOf } from './unit.js';
import {
  get,
  inUnit,
  label,
  MISSING,
  must,
  number,
  realOf,
  textIn,
  type Value,
  worst,
} from './value.js';
import { labelsOf, type Place } from './world.js';

/** The entry for a number: its own, or the last that is not above it. */
const entryFor = (
  entries: Readonly<Record<string, LookupValues>>,
  x: Real,
  match: 'exact' | 'from',
): LookupValues | undefined => {
  const order = (text: string): number => compare(real(parse(text)), x);
  const fitting = Object.keys(entries)
    .filter((text) => (match === 'exact' ? order(text) === 0 : order(text) <= 0))
    .sort((a, b) => compareFractions(parse(a), parse(b)));
  return get(entries, fitting.at(-1) ?? '');
};

const follow = (
  entry: LookupValues,
  key: LookupSpec['keys'][number],
  value: Value,
): LookupValues | undefined => {
  if (typeof entry !== 'object') throw new TypeError('a lookup too shallow');
  return typeof key === 'string'
    ? must(get(entry, textIn(value)), 'entry')
    : entryFor(entry, realOf(inUnit(value, unitOf(key.unit))), key.match);
};

export const lookup = ({ read, use }: IndicatorSpecs['lookup'], { world, row }: Place): Value => {
  const values = read.map((name) => world.read(name, row));
  const bad = worst(values);
  if (bad !== undefined) return bad;
  const spec = must(get(world.policy.lookups, use), 'lookup');
  let entry: LookupValues | undefined = spec.values;
  for (const [at, value] of values.entries()) {
    entry = entry === undefined ? undefined : follow(entry, must(spec.keys[at], 'key'), value);
  }
  if (entry === undefined) return MISSING;
  if (typeof entry === 'object') throw new TypeError('a lookup too deep');
  return spec.unit === undefined
    ? label(String(entry), labelsOf(world, spec.scale))
    : number(real(parse(entry)), unitOf(spec.unit));
};

export const matrix = (spec: IndicatorSpecs['matrix'], { world, row }: Place): Value => {
  const [down, across] = [world.read(spec.rows, row), world.read(spec.columns, row)];
  const bad = worst([down, across]);
  if (bad !== undefined) return bad;
  const { cells, gives } = must(get(world.policy.matrices, spec.use), 'matrix');
  const text = get(get(cells, textIn(down)), textIn(across));
  return label(must(text, 'cell'), labelsOf(world, gives));
};
