import {
  compare as order,
  divide,
  multiply,
  type Rational,
  rational,
  subtract,
  ZERO,
} from '../number/rational.js';
import { ROUNDING_MODES, type RoundingMode } from '../number/round.js';
import { apartBy, decidedBy, errorNear, SLACK } from './apart.js';
import { constantOf } from './arithmetic.js';
import { anySpan, type Build, type Quotient, type Value } from './build.js';
import { OUTSIDE } from './decision.js';
import { OP } from './program.js';
import { givenSpan, magnitude, ROUNDING, roughSpan, type Span, wholeSpan } from './span.js';

/** A share of a step: so many subjects may lie too near to where rounding turns. */
const MOST_UNSURE = 2 ** -13;

/** Products of whole numbers below this are exact. Source: IEEE 754, 2^53 */
const SAFE = 2 ** 53;

const scaleOf = (value: Value): number => 10 ** (value.span.places ?? 0);

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
  // value - edge = (alpha * actual + (beta - edge) * target) / target
  const rest = subtract(beta, edge);
  const common = rational(alpha.d * rest.d);
  const [left, right] = [multiply(alpha, common), multiply(rest, common)].map(({ n }) => n) as [
    bigint,
    bigint,
  ];
  const [coefficient, other] = [left * 10n ** BigInt(q), right * 10n ** BigInt(p)];
  // Values that are sums have errors of their own: less than half a unit must be left of them.
  const isNear = [actual, target].every((each) => each.span.error * scaleOf(each) < 1 / 4);
  const largest =
    Math.abs(Number(coefficient)) * magnitude(actual.span) * scaleOf(actual) +
    Math.abs(Number(other)) * magnitude(target.span) * scaleOf(target);
  if (!(isNear && largest < SAFE / 2)) return -1;
  return build.tie({
    actual: actual.place,
    target: target.place,
    actualScale: scaleOf(actual),
    targetScale: scaleOf(target),
    left: Number(coefficient),
    right: Number(other),
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
  build.emit(OP.select, [a, b, when], anySpan([a.span, b.span]), { isLenient: true });

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
  const isPlace = step.n === 1n && step.d === 10n ** BigInt(places);
  const isExact = isPlace && (value.span.places ?? Infinity) <= places;
  const bound = value.span.error / constantOf(unit) + 4 * ROUNDING * (most + 1);
  if (!isExact) build.decide(bound);
  if (!(bound * SLACK <= MOST_UNSURE && most < 1e14)) build.refuse('bound');
  const one = build.constant({ n: 1n, d: 10n ** BigInt(places) });
  const size = divide(step, one.exact ?? step)?.n ?? 1n;
  const ends = [value.span.low, value.span.high].map((end) => end / constantOf(unit)) as [
    number,
    number,
  ];
  const [low, high] = [
    (Math.floor(ends[0]) - 1) * Number(size),
    (Math.ceil(ends[1]) + 1) * Number(size),
  ];
  if (!(Math.max(-low, high) < SAFE)) build.refuse('digits');
  const units = build.emit(OP.round, [value], wholeSpan(low, high), {
    x: constantOf(unit),
    y: Math.max(bound * SLACK, 2 ** -40),
    z: Number(size),
    k: isExact ? ROUNDING_MODES.length : ROUNDING_MODES.indexOf(mode),
  });
  const scale = build.constant({ n: 10n ** BigInt(places), d: 1n });
  const whole = givenSpan(low / constantOf(scale), high / constantOf(scale), places);
  const isShort = Math.max(Math.abs(low), Math.abs(high)) < 1e15;
  const span = isShort ? whole : { ...whole, isDecimal: false };
  return {
    units,
    value: places === 0 ? units : build.emit(OP.divide, [units, scale], span, { x: 0.5 }),
  };
};

/** A straight line between points. */
interface LinePoint {
  readonly x: Rational;
  readonly y: Rational;
}

/** The value of the line through `points`; outside them held, continued, or no number. */
export const line = (
  build: Build,
  value: Value,
  points: readonly LinePoint[],
  outside: 'hold' | 'extend' | undefined,
): Value => {
  const slopes: Rational[] = [];
  for (const [i, { x, y }] of points.entries()) {
    const next = points[i + 1];
    if (next !== undefined) slopes.push(divide(subtract(next.y, y), subtract(next.x, x)) ?? ZERO);
  }
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined) return build.refuse('form');
  const [xs, ys, ks] = [points.map(({ x }) => x), points.map(({ y }) => y), slopes].map((list) =>
    list.map((each) => build.constant(each)),
  ) as [Value[], Value[], Value[]];
  const numbers = [...xs, ...ys, ...ks].map(constantOf);
  const steepest = Math.max(...ks.map(({ span }) => magnitude(span)));
  const range = Math.max(...xs.map(({ span }) => magnitude(span)), magnitude(value.span));
  const x =
    outside === undefined
      ? Math.max(
          ...[xs[0], xs.at(-1)].map((end) =>
            end === undefined ? 0 : apartBy(build, value.span, end.span),
          ),
        )
      : 0;
  const tops = ys.map(({ span }) => [span.low, span.high]).flat();
  const reach = outside === 'extend' ? steepest * 2 * range : 0;
  const [low, high] = [Math.min(...tops) - reach, Math.max(...tops) + reach];
  // Beyond the ends a line that is held does not move, so that an error there does no harm.
  const ends = Math.max(
    ...[xs[0], xs.at(-1)].map((end) => (end === undefined ? 0 : magnitude(end.span))),
  );
  const given = outside === 'hold' ? errorNear(value.span, ends) : value.span.error;
  const held = outside === 'hold' ? ends : range;
  const error =
    given * steepest +
    8 * ROUNDING * (Math.max(Math.abs(low), Math.abs(high)) + 2 * steepest * held);
  const corners = [...xs, ...ys, ...ks].map(({ span }) => span.bits);
  const digits = { ...value.span, bits: value.span.bits + 4 * Math.max(...corners) };
  return build.emit(OP.line, [value], roughSpan({ low, high, error }, [digits]), {
    n: points.length,
    y: Math.max(0, ...xs.map(({ span }) => decidedBy(build, value.span, span))),
    k: OUTSIDE[outside ?? 'none'],
    x,
    numbers,
  });
};

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
