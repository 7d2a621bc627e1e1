import { fraction, parse, ZERO } from './fraction.js';
import { rowsIn, rowUnitOf } from './panels.js';
import { real } from './real.js';
import { NOT_APPLICABLE, rule } from './rules.js';
import type { RowsSpec } from './specs.js';
import { RATIO } from './unit.js';
import {
  applies,
  greatest,
  inUnit,
  isAbsent,
  isTrue,
  least,
  middle,
  MISSING,
  must,
  number,
  realOf,
  total,
  trimmedMean,
  truth,
  type Value,
  worst,
} from './value.js';
import { unlessFew } from './weigh.js';
import { isNotThere, type Place, type Row } from './world.js';

/** What the rows that are there come to. */
const taken = ({ take, trim }: RowsSpec, there: readonly Value[], { unit }: Place): Value => {
  switch (take) {
    case 'sum':
      return number(total(there.map(realOf)), unit);
    case 'mean':
    case 'median':
      return number(middle(there.map(realOf), take), unit);
    case 'trimmed':
      return number(trimmedMean(there.map(realOf), parse(must(trim, 'trim'))), unit);
    case 'min':
      return least(there);
    case 'max':
      return greatest(there);
    case 'last':
      return must(there.at(-1), 'last');
    default:
      throw new TypeError(`nothing to read for ${take}`);
  }
};

export const rows = (spec: RowsSpec, place: Place): Value => {
  const { of, take, read, where, leaveOut } = spec;
  const { world, unit } = place;
  const all = rowsIn(world, of);
  if (isNotThere(all)) return all;
  const each = all.map((_, at): Row => ({ table: of, at }));
  const tests = each.map((row) => (where === undefined ? truth(true) : rule(world, where, row)));
  const untold = worst(tests);
  if (untold !== undefined) return untold;
  const chosen = each.filter((_, at) => isTrue(tests[at] ?? MISSING));
  if (take === 'count') return number(real(fraction(BigInt(chosen.length))), rowUnitOf(world, of));
  if (take === 'share') {
    if (all.length === 0) return MISSING;
    return number(real(fraction(BigInt(chosen.length), BigInt(all.length))), RATIO);
  }
  const values = chosen
    .map((row) => inUnit(world.read(must(read, 'read'), row), unit))
    .filter(applies);
  if (values.length === 0) {
    if (take === 'sum') return number(real(ZERO), unit);
    return chosen.length > 0 ? NOT_APPLICABLE : MISSING;
  }
  const there = values.filter((value) => !isAbsent(value));
  return unlessFew(values, leaveOut) ?? taken(spec, there, place);
};
