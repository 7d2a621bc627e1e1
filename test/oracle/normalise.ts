import type { IndicatorSpecs } from '../../src/indicator/registry.js';
import type { NumberSlot } from '../../src/rule/rule.js';
import {
  divide as divideFractions,
  type Fraction,
  fraction,
  ONE,
  parse,
  subtract,
} from './fraction.js';
import { add, compare, divide, ln, multiply, negate, type Real, real, sign } from './real.js';
import { slot } from './rules.js';
import type { CurveSpec } from './specs.js';
import { unitOf } from './unit.js';
import {
  get,
  inUnit,
  isAbsent,
  least,
  MISSING,
  must,
  number,
  numberOf,
  realOf,
  type Value,
  worst,
} from './value.js';
import { type Place, scaleEnds } from './world.js';

type Achievement = IndicatorSpecs['achievement'];
type Goalposts = IndicatorSpecs['goalposts'];

/** The ends of a target; of one value, it twice. */
const endsOf = (target: Achievement['target']): readonly [NumberSlot, NumberSlot] =>
  isRange(target) ? [target.from, target.to] : [target, target];

const isRange = (
  target: Achievement['target'],
): target is { readonly from: NumberSlot; readonly to: NumberSlot } =>
  typeof target === 'object' && 'from' in target && 'to' in target;

/** The share of full that `actual` is; undefined for a target of zero or a range upside down. */
const share = (
  actual: Real,
  [from, to]: readonly [Real, Real],
  { better, target }: Achievement,
): Real | undefined => {
  if (compare(from, to) > 0) return undefined;
  const isAbove = compare(actual, to) > 0;
  if (isRange(target) && !isAbove && compare(actual, from) >= 0) return real(ONE);
  const ratio = divide(actual, isAbove ? to : from);
  const isMore = better === 'higher' || (better === 'inside' && !isAbove);
  return isMore || ratio === undefined ? ratio : add(real(fraction(2n)), negate(ratio));
};

export const achievement = (spec: Achievement, { world, row, unit, indicator }: Place): Value => {
  const actual = world.read(spec.actual, row);
  const of = actual.is === 'number' ? actual.unit : 'any';
  const [from, to] = endsOf(spec.target).map((end) => slot(world, end, row, of));
  const ends = [must(from, 'from'), must(to, 'to')] as const;
  const cap = spec.cap === undefined ? [] : [slot(world, spec.cap, row, unit)];
  const bad = worst([actual, ...ends, ...cap]);
  if (bad !== undefined) return bad;
  const reached = share(realOf(actual), [realOf(ends[0]), realOf(ends[1])], spec);
  if (reached === undefined) return MISSING;
  const { full } = scaleEnds(world, indicator.unit);
  return least([number(multiply(full, reached), unit), ...cap.map(numberOf)]);
};

/** The share of the way between the goalposts, by differences or by logarithms; undefined where there is none. */
const way = (x: Real, low: Real, high: Real, spacing: Goalposts['spacing']): Real | undefined => {
  if (spacing !== 'log') {
    const start = negate(low);
    return divide(add(x, start), add(high, start));
  }
  if ([x, low, high].some((each) => sign(each) <= 0)) return undefined;
  const [far, whole] = [must(divide(x, low), 'quotient'), must(divide(high, low), 'quotient')];
  return divide(ln(far), ln(whole));
};

export const goalposts = (spec: Goalposts, { world, row, unit, indicator }: Place): Value => {
  const x = world.read(spec.read, row);
  const of = x.is === 'number' ? x.unit : 'any';
  const [low, high] = [slot(world, spec.worst, row, of), slot(world, spec.best, row, of)];
  const bad = worst([x, low, high]);
  if (bad !== undefined) return bad;
  const [value, from, to] = [realOf(x), realOf(low), realOf(high)];
  const direction = compare(to, from);
  if (direction === 0) return MISSING;
  const isHeld = (at: 'worst' | 'best', post: Real, side: number): boolean =>
    (spec.clip === true || spec.clip === at) && compare(value, post) * side >= 0;
  const reached = isHeld('worst', from, -direction)
    ? real(fraction(0n))
    : isHeld('best', to, direction)
      ? real(ONE)
      : way(value, from, to, spec.spacing);
  if (reached === undefined) return MISSING;
  const ends = scaleEnds(world, indicator.unit);
  return number(add(ends.worst, multiply(reached, add(ends.full, negate(ends.worst)))), unit);
};

/** The value of the last step whose edge is reached. */
const step = (steps: NonNullable<CurveSpec['steps']>, x: Real): Fraction | undefined => {
  let found = steps.find(({ from, above, missing }) => (from ?? above ?? missing) === undefined);
  for (const each of steps) {
    if (each.from !== undefined && compare(x, real(parse(each.from))) >= 0) found = each;
    if (each.above !== undefined && compare(x, real(parse(each.above))) > 0) found = each;
  }
  return found === undefined ? undefined : parse(found.gives);
};

/** Straight between points. */
const line = ({ line: given = [], outside }: CurveSpec, x: Real): Real | undefined => {
  const points = given.map(([a, b]) => ({ x: parse(a), y: parse(b) }));
  const [first, last] = [must(points[0], 'point'), must(points.at(-1), 'point')];
  const isBelow = compare(x, real(first.x)) < 0;
  const isAbove = compare(x, real(last.x)) > 0;
  if ((isBelow || isAbove) && outside !== 'extend')
    return outside === 'hold' ? real((isBelow ? first : last).y) : undefined;
  const right = points.findIndex((point, at) => at > 0 && compare(x, real(point.x)) <= 0);
  const piece = right === -1 ? points.length - 1 : right;
  const [from, to] = [must(points[piece - 1], 'point'), must(points[piece], 'point')];
  const slope = divideFractions(subtract(to.y, from.y), subtract(to.x, from.x));
  return add(real(from.y), multiply(add(x, negate(real(from.x))), real(slope)));
};

export const curve = ({ read, use }: IndicatorSpecs['curve'], { world, row }: Place): Value => {
  const spec = must(get(world.policy.curves, use), 'curve');
  const x = inUnit(world.read(read, row), unitOf(spec.from));
  const unit = unitOf(spec.to);
  if (isAbsent(x)) {
    const given = spec.steps?.find(({ missing }) => missing === true);
    return x.how !== 'missing' || given === undefined ? x : number(real(parse(given.gives)), unit);
  }
  if (spec.steps !== undefined) {
    const y = step(spec.steps, realOf(x));
    return y === undefined ? MISSING : number(real(y), unit);
  }
  const y = line(spec, realOf(x));
  return y === undefined ? MISSING : number(y, unit);
};
