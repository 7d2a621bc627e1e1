import { compare as order, type Rational, subtract } from '../number/rational.js';
import { powerOfTen, type RoundingMode } from '../number/round.js';
import { apartBy, decidedBy, errorNear, SLACK } from './apart.js';
import { constantOf } from './arithmetic.js';
import { anySpan, type Build, type Quotient, type Value } from './build.js';
import { OUTSIDE } from './decision.js';
import { OP, TURN } from './program.js';
import {
  down,
  eitherSpan,
  givenSpan,
  magnitude,
  ROUNDING,
  roughSpan,
  type Span,
  up,
  wholeSpan,
} from './span.js';

/** A share of a step: so many subjects may lie too near to where rounding turns. */
const MOST_UNSURE = 2 ** -13;

/** Products of whole numbers below this are exact. Source: IEEE 754, 2^53 */
const SAFE = 2 ** 53;

const scaleOf = (value: Value): number => 10 ** (value.span.places ?? 0);

/** Whether less than half a unit of the last place is left of the error: values that are sums have errors of their own. */
const isNear = (value: Value): boolean => value.span.error * scaleOf(value) < 1 / 4;

/** The tie between a quotient and an edge in whole numbers; -1 where these are too large or it is none. */
const tieTo = (
  build: Build,
  quotient: Quotient | undefined,
  edge: Rational | undefined,
): number => {
  if (quotient === undefined || edge === undefined) return -1;
  const { actual, target, alpha, beta, cap } = quotient;
  const over = cap === undefined ? -1 : order(edge, cap);
  // Above its cap no quotient reaches an edge: comparison in doubles tells so already.
  if (over > 0) return -1;
  const [p, q] = [actual.span.places ?? 0, target.span.places ?? 0];
  // value - edge = (alpha * actual + (beta - edge) * target) / target, times both denominators
  const rest = subtract(beta, edge);
  const left = Number(alpha.n * rest.d * powerOfTen(q));
  const right = Number(rest.n * alpha.d * powerOfTen(p));
  const largest =
    Math.abs(left) * magnitude(actual.span) * scaleOf(actual) +
    Math.abs(right) * magnitude(target.span) * scaleOf(target);
  if (!(isNear(actual) && isNear(target) && largest < SAFE / 2)) return -1;
  return build.tie({
    actual: actual.place,
    target: target.place,
    actualScale: scaleOf(actual),
    targetScale: scaleOf(target),
    left,
    right,
    isHeld: over === 0,
  });
};

/** Which answer a comparison gives where the first is less, equal, greater. */
interface Answers {
  readonly less: boolean;
  readonly equal: boolean;
  readonly greater: boolean;
}

/** 1 where `a` stands to `b` as asked for, 0 elsewhere; no number where doubles cannot tell. */
export const compare = (build: Build, a: Value, b: Value, answers: Answers): Value => {
  if (a.exact !== undefined && b.exact === undefined)
    return compare(build, b, a, {
      less: answers.greater,
      equal: answers.equal,
      greater: answers.less,
    });
  const bits = Number(answers.less) + 2 * Number(answers.equal) + 4 * Number(answers.greater);
  const x = apartBy(build, a.span, b.span);
  const tie = x === 0 ? -1 : tieTo(build, a.quotient, b.exact);
  return build.emit(OP.compare, [a, b], wholeSpan(0, 1), { k: bits, x, ties: [tie] });
};

/** 1 where `value` is the position or truth `at`. */
export const isAt = (build: Build, value: Value, at: number): Value =>
  compare(build, value, build.whole(at), { less: false, equal: true, greater: false });

/** An edge of a step or band. */
interface EdgeValue {
  readonly at: Rational;
  /** Whether the edge itself still belongs below. */
  readonly open: boolean;
}

/**
 * What the last edge reached gives; no number below the first unless `below` says what there is.
 *
 * @param gives - doubles; positions of labels, or numbers
 */
export const steps = (
  build: Build,
  value: Value,
  edges: readonly EdgeValue[],
  gives: {
    readonly below: number | undefined;
    readonly at: readonly number[];
    readonly span: Span;
  },
): Value => {
  const places = edges.map(({ at }) => build.constant(at));
  const bounds = places.map((edge) => apartBy(build, value.span, edge.span));
  const x = Math.max(0, ...bounds);
  const ties = x === 0 ? [] : edges.map(({ at }) => tieTo(build, value.quotient, at));
  return build.emit(OP.steps, [value], gives.span, {
    n: edges.length,
    x,
    y: gives.below ?? NaN,
    numbers: [...places.map(constantOf), ...gives.at],
    codes: edges.map(({ open }) => Number(open)),
    ties,
  });
};

/** `when` ? `a` : `b`; the other one need not hold a number. */
export const select = (build: Build, when: Value, a: Value, b: Value): Value =>
  build.emit(OP.select, [a, b, when], eitherSpan(a.span, b.span), { isLenient: true });

/** Both, in three values: no number leaves open what the other does not decide. */
export const and = (build: Build, a: Value, b: Value): Value =>
  build.emit(OP.and, [a, b], wholeSpan(0, 1), { isLenient: true });

/** Either, in three values. */
export const or = (build: Build, a: Value, b: Value): Value =>
  build.emit(OP.or, [a, b], wholeSpan(0, 1), { isLenient: true });

/** Not. */
export const not = (build: Build, a: Value): Value =>
  build.emit(OP.subtract, [build.whole(1), a], wholeSpan(0, 1));

/** A rounded value: in whole numbers of the last place, and as the number it stands for. */
interface RoundedValue {
  readonly units: Value;
  readonly value: Value;
}

/** `value` rounded to whole numbers of `step`, which is a whole number of 10^-places. */
export const round = (
  build: Build,
  value: Value,
  {
    step,
    places,
    mode,
  }: { readonly step: Rational; readonly places: number; readonly mode: RoundingMode },
): RoundedValue => {
  const unit = build.constant(step);
  const most = magnitude(value.span) / constantOf(unit);
  // A value that needs no rounding is only brought to its nearest whole number of steps.
  const perOne = powerOfTen(places);
  const isPlace = step.n === 1n && step.d === perOne;
  const isExact = isPlace && (value.span.places ?? Infinity) <= places;
  const bound = value.span.error / constantOf(unit) + 4 * ROUNDING * (most + 1);
  if (!isExact) build.decide(bound);
  if (!(bound * SLACK <= MOST_UNSURE && most < 1e14)) build.refuse('bound');
  // INVARIANT: a step is a whole number of units of the last place.
  const size = Number((step.n * perOne) / step.d);
  const low = (Math.floor(value.span.low / constantOf(unit)) - 1) * size;
  const high = (Math.ceil(value.span.high / constantOf(unit)) + 1) * size;
  if (!(Math.max(-low, high) < SAFE)) build.refuse('digits');
  const units = build.emit(OP.round, [value], wholeSpan(low, high), {
    x: constantOf(unit),
    y: Math.max(bound * SLACK, 2 ** -40),
    z: size,
    k: TURN[isExact ? 'none' : mode],
  });
  const scale = build.constant({ n: perOne, d: 1n });
  const whole = givenSpan(low / constantOf(scale), high / constantOf(scale), places);
  const isShort = Math.max(Math.abs(low), Math.abs(high)) < 1e15;
  const span = isShort ? whole : { ...whole, isDecimal: false };
  return {
    units,
    value: places === 0 ? units : build.emit(OP.divide, [units, scale], span, { x: 0.5 }),
  };
};

/** Straight lines between points, each piece with its slope. */
interface Polyline {
  readonly points: readonly { readonly x: Rational; readonly y: Rational }[];
  readonly pieces: readonly { readonly slope: Rational }[];
  /** What there is outside the points; no number unless given. */
  readonly outside: 'hold' | 'extend' | undefined;
}

/** The value of a line through points. */
export const line = (build: Build, value: Value, { points, pieces, outside }: Polyline): Value => {
  const xs = points.map(({ x }) => build.constant(x));
  const ys = points.map(({ y }) => build.constant(y));
  const slopes = pieces.map(({ slope }) => build.constant(slope));
  const [first, last] = [xs[0], xs.at(-1)];
  if (first === undefined || last === undefined) return build.refuse('form');
  const given = value.span;
  const corners = [...xs, ...ys, ...slopes];
  const steepest = greatestOf(slopes, ({ span }) => magnitude(span));
  const range = Math.max(
    greatestOf(xs, ({ span }) => magnitude(span)),
    magnitude(given),
  );
  const x =
    outside === undefined
      ? Math.max(apartBy(build, given, first.span), apartBy(build, given, last.span))
      : 0;
  const tops = anySpan(ys.map(({ span }) => span));
  const isExtended = outside === 'extend';
  const reach = up(steepest * 2 * range);
  const low = isExtended ? down(tops.low - reach) : tops.low;
  const high = isExtended ? up(tops.high + reach) : tops.high;
  // Beyond the ends a line that is held does not move, so that an error there does no harm.
  const ends = Math.max(magnitude(first.span), magnitude(last.span));
  const moved = outside === 'hold' ? errorNear(given, ends) : given.error;
  const held = outside === 'hold' ? ends : range;
  const error =
    moved * steepest +
    8 * ROUNDING * (Math.max(Math.abs(low), Math.abs(high)) + 2 * steepest * held);
  const bits = given.bits + 4 * greatestOf(corners, ({ span }) => span.bits);
  return build.emit(OP.line, [value], roughSpan({ low, high, error }, [{ ...given, bits }]), {
    n: points.length,
    y: greatestOf(xs, ({ span }) => decidedBy(build, given, span)),
    k: OUTSIDE[outside ?? 'none'],
    x,
    numbers: corners.map(constantOf),
  });
};

/** The greatest of what `measure` gives for each of `values`; 0 where there is none above. */
const greatestOf = (values: readonly Value[], measure: (value: Value) => number): number =>
  values.reduce((most, value) => Math.max(most, measure(value)), 0);

/** a * size + b, for positions in a table. */
export const position = (build: Build, a: Value, size: number, b: Value): Value =>
  build.emit(OP.dot, [a, b], wholeSpan(0, (a.span.high + 1) * size), {
    numbers: [size, 1],
  });

/** The entry of a table at a position; what is no number there leads to exact arithmetic. */
export const tableAt = (build: Build, at: Value, entries: readonly number[], span: Span): Value =>
  build.emit(OP.table, [at], span, { numbers: entries });

/** Constants of a policy as doubles, with what is known of any of them. */
export const constants = (
  build: Build,
  values: readonly Rational[],
): { readonly doubles: readonly number[]; readonly span: Span } => {
  const made = values.map((each) => build.constant(each));
  return { doubles: made.map(constantOf), span: anySpan(made.map(({ span }) => span)) };
};
