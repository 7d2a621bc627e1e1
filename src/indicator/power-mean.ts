import { dot, raise } from '../fast/arithmetic.js';
import type { Build, Value } from '../fast/build.js';
import { compareExact, divideExact, type Exact, multiplyExact, sumExact } from '../number/exact.js';
import { powerExact } from '../number/power-exact.js';
import { divide, ONE, type Rational, ZERO } from '../number/rational.js';
import type { Reader } from '../slot.js';
import { absentHere, type Derived } from './contract.js';
import { fastWeighted } from './fast-weights.js';
import { weigh } from './weigh.js';
import type { WeightedNode } from './weights.js';

/** (sum of weight * value ^ p) ^ (1 / p); undefined where it could not be held or decided. */
const powerMean = (
  values: readonly { readonly value: Exact; readonly weight: Rational }[],
  p: Rational,
): Exact | undefined => {
  const powers = values.map(({ value, weight }) => {
    const power = powerExact(value, p);
    return power && multiplyExact(weight, power);
  });
  const known = powers.filter((power) => power !== undefined);
  const inverse = divide(ONE, p);
  if (known.length < powers.length || inverse === undefined) return undefined;
  const total = sumExact(known);
  return p.n === -1n && p.d === 1n ? divideExact(ONE, total) : powerExact(total, inverse);
};

/**
 * The power mean of what `node` weighs. A component of 0 makes it 0 when p is negative, its limit there; a negative
 * component leaves it without a value.
 */
export const weighPowers = (node: WeightedNode, p: Rational, reader: Reader): Derived => {
  const weighed = weigh(node, reader);
  if ('cell' in weighed) return weighed;
  const { values, derived } = weighed;
  const signs = values.map(({ value }) => compareExact(value, ZERO));
  if (signs.includes(undefined))
    return { ...derived, cell: absentHere('undecided', 'number.undecided') };
  if (signs.includes(-1)) {
    const remarks = [{ code: 'power.negative' as const }];
    return { ...derived, cell: absentHere('missing', 'power.negative'), remarks };
  }
  if (p.n < 0n && signs.includes(0)) return { ...derived, cell: ZERO };
  return { ...derived, cell: powerMean(values, p) ?? absentHere('undecided', 'number.undecided') };
};

/** The power mean in doubles, of components that are all positive. */
export const fastPowers = (node: WeightedNode, p: Rational, build: Build): Value => {
  const exponent = Number(p.n) / Number(p.d);
  const total = fastWeighted(node, build, (to, parts) =>
    dot(
      to,
      parts.map(({ value, weight }) => ({ value: raise(to, value, exponent), weight })),
    ),
  );
  return raise(build, total, 1 / exponent);
};
