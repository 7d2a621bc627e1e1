import {
  multiply as times,
  negate as opposite,
  ONE,
  type Rational,
  ZERO,
} from '../number/rational.js';
import { decidedBy, mayBeUndecided } from './apart.js';
import type { Build, Value, WeightedValue } from './build.js';
import { OP } from './program.js';
import {
  absoluteSpan,
  extremeSpan,
  LIBRARY,
  magnitude,
  negatedSpan,
  productSpan,
  quotientSpan,
  relativeSpan,
  ROUNDING,
  type Span,
  sumSpan,
} from './span.js';

/** a + b */
export const add = (build: Build, a: Value, b: Value): Value =>
  build.emit(OP.add, [a, b], sumSpan(a.span, b.span));

/** a - b */
export const subtract = (build: Build, a: Value, b: Value): Value =>
  build.emit(OP.subtract, [a, b], sumSpan(a.span, negatedSpan(b.span)));

/** a * b */
export const multiply = (build: Build, a: Value, b: Value): Value =>
  build.emit(OP.multiply, [a, b], productSpan(a.span, b.span));

/** -a */
export const negate = (build: Build, a: Value): Value =>
  multiply(build, a, build.constant({ n: -1n, d: 1n }));

/** |a| */
export const absolute = (build: Build, a: Value): Value =>
  build.emit(OP.absolute, [a], absoluteSpan(a.span), {
    x: decidedBy(build, a.span, build.constant(ZERO).span),
  });

/** The share of a divisor's size below which a quotient is left to exact arithmetic. */
const APART = 2 ** -20;

/** How far from zero a divisor must be. */
const apartOf = (b: Span): number => {
  const closest = b.low > 0 ? b.low : b.high < 0 ? -b.high : 0;
  return (
    Math.max(Math.min(b.least, magnitude(b)), closest, magnitude(b) * APART) * (1 - 2 * ROUNDING)
  );
};

/** a / b; no number where b is nearer to zero than its least value. */
export const divide = (build: Build, a: Value, b: Value): Value => {
  const apart = apartOf(b.span);
  if (!(apart > 0)) return build.refuse('sign');
  const span = quotientSpan(a.span, b.span, apart * (1 - 8 * ROUNDING));
  const value = build.emit(OP.divide, [a, b], span, { x: apart * (1 - 4 * ROUNDING) });
  const isPlain = a.span.places !== undefined && b.span.places !== undefined && b.span.low >= 0;
  if (!isPlain) return value;
  return { ...value, quotient: { actual: a, target: b, alpha: ONE, beta: ZERO, cap: undefined } };
};

/** The lesser of a and b. */
export const least = (build: Build, a: Value, b: Value): Value => {
  const x = decidedBy(build, a.span, b.span);
  return build.emit(x === 0 ? OP.min : OP.least, [a, b], extremeSpan(a.span, b.span, -1), { x });
};

/** The greater of a and b. */
export const greatest = (build: Build, a: Value, b: Value): Value => {
  const x = decidedBy(build, a.span, b.span);
  return build.emit(x === 0 ? OP.max : OP.greatest, [a, b], extremeSpan(a.span, b.span, 1), { x });
};

/**
 * full * actual / target, or full * (2 - actual / target) when less is better; at most `cap`.
 */
export const ratio = (
  build: Build,
  { actual, target }: { readonly actual: Value; readonly target: Value },
  {
    full,
    isInverse,
    cap,
  }: { readonly full: Rational; readonly isInverse: boolean; readonly cap?: Value },
): Value => {
  const apart = apartOf(target.span);
  if (!(apart > 0)) return build.refuse('sign');
  const alpha = isInverse ? opposite(full) : full;
  const beta = isInverse ? times(full, { n: 2n, d: 1n }) : ZERO;
  const [scale, start] = [build.constant(alpha), build.constant(beta)];
  const share = quotientSpan(actual.span, target.span, apart * (1 - 8 * ROUNDING));
  const scaled = productSpan(share, scale.span);
  const whole = isInverse ? sumSpan(scaled, start.span) : scaled;
  const span = cap === undefined ? whole : extremeSpan(whole, cap.span, -1);
  if (cap !== undefined && mayBeUndecided(whole, cap.span)) {
    const uncapped = ratio(build, { actual, target }, { full, isInverse });
    return least(build, uncapped, cap);
  }
  const held = cap ?? build.unbounded();
  const value = build.emit(OP.ratio, [actual, target, held], span, {
    x: constantOf(scale),
    y: constantOf(start),
    z: apart * (1 - 4 * ROUNDING),
  });
  const isPlain =
    actual.span.places !== undefined && target.span.places !== undefined && target.span.low >= 0;
  const isKnown = cap === undefined || cap.exact !== undefined;
  return isPlain && isKnown
    ? { ...value, quotient: { actual, target, alpha, beta, cap: cap?.exact } }
    : value;
};

/** The double of a constant. */
export const constantOf = (value: Value): number => value.double ?? NaN;

/** More parts than this are not folded into one sum: their bounds would be looked at again and again. */
const MOST_PARTS = 64;

/** The parts of a weighted sum, those that are such sums themselves taken apart: weights are multiplied exactly. */
const folded = (parts: readonly WeightedValue[]): readonly WeightedValue[] => {
  if (parts.every(({ value }) => value.parts === undefined)) return parts;
  const all = parts.flatMap(({ value, weight }) =>
    value.parts === undefined
      ? [{ value, weight }]
      : value.parts.map((part) => ({ value: part.value, weight: times(weight, part.weight) })),
  );
  return all.length <= MOST_PARTS ? all : parts;
};

/** sum of weight * value; a part that is a weighted sum itself gives its own parts. */
export const dot = (build: Build, given: readonly WeightedValue[]): Value => {
  const parts = folded(given);
  const numbers: number[] = [];
  let span: Span | undefined;
  for (const { value, weight } of parts) {
    const share = build.constant(weight);
    const product = productSpan(value.span, share.span);
    span = span === undefined ? product : sumSpan(span, product);
    numbers.push(constantOf(share));
  }
  if (span === undefined) return build.refuse('form');
  const values = parts.map(({ value }) => value);
  return { ...build.emit(OP.dot, values, span, { numbers }), parts };
};

/** Up to here (1 + relative) ^ exponent stays below 1 + 2 * exponent * relative. */
const STEEPEST = 2 ** -4;

/** base ^ exponent of a positive base, the exponent a double; no number for a base nearer to zero than its least. */
export const raise = (build: Build, base: Value, exponent: number): Value => {
  const span = positiveSpan(base.span);
  if (span === undefined) return build.refuse('sign');
  const ends = [span.low ** exponent, span.high ** exponent];
  const size = Math.abs(exponent);
  const spread = (span.relative + ROUNDING) * size * 2 + LIBRARY + ROUNDING * size * logSize(span);
  if (!(spread < STEEPEST)) return build.refuse('bound');
  const low = Math.min(...ends) * (1 - 2 * LIBRARY);
  const high = Math.max(...ends) * (1 + 2 * LIBRARY);
  const result = relativeSpan(
    { low, high, relative: spread, least: low },
    [base.span],
    Math.max(1, Math.ceil(size)),
  );
  return build.emit(OP.power, [base], result, { x: exponent, y: span.from });
};

/** How great |ln x| can be. */
const logSize = ({ low, high }: Pick<Span, 'low' | 'high'>): number =>
  Math.max(Math.abs(Math.log(low)), Math.abs(Math.log(high)), 1);

/** What is known of a value whose double is made sure to be no less than `from`. */
interface PositiveSpan extends Pick<Span, 'low' | 'high' | 'relative'> {
  readonly from: number;
}

/** What is known of a value once it is made sure that it is positive, or undefined. */
const positiveSpan = (a: Span): PositiveSpan | undefined => {
  const high = a.high;
  if (!(high > 0) || high === Infinity) return undefined;
  // Where only the absolute error is known, what is small against the largest is left to exact arithmetic.
  const isFine = a.relative < 2 ** -40;
  const known = isFine && a.least < Infinity ? Math.min(a.least, high) : 0;
  const least = Math.max(a.low, known, high * (isFine ? 2 ** -30 : 2 ** -7));
  const relative = Math.min(a.relative, (a.error / least) * (1 + 2 ** -16));
  if (!(relative < 2 ** -20)) return undefined;
  // The value itself may lie below its double, which may lie on the limit.
  return {
    from: least * (1 - 2 ** -19),
    low: least * (1 - 2 ** -18),
    high: high * (1 + 2 ** -19),
    relative,
  };
};

/** exp(a) */
export const exponential = (build: Build, a: Value): Value => {
  const { low, high, error } = a.span;
  if (!(error < 2 ** -20 && high < 600 && low > -600)) return build.refuse('bound');
  const ends = [Math.exp(low) * (1 - LIBRARY), Math.exp(high) * (1 + LIBRARY)] as const;
  const span = relativeSpan(
    { low: ends[0], high: ends[1], relative: 2 * error + LIBRARY, least: ends[0] },
    [a.span],
  );
  return build.emit(OP.exponential, [a], span);
};

/** ln(a); no number for what is nearer to zero than its least value. */
export const logarithm = (build: Build, a: Value): Value => {
  const span = positiveSpan(a.span);
  if (span === undefined) return build.refuse('sign');
  const [low, high] = [Math.log(span.low), Math.log(span.high)];
  const size = Math.max(Math.abs(low), Math.abs(high));
  const error = 2 * span.relative + LIBRARY * (size + 1);
  const result: Span = {
    low: low - error,
    high: high + error,
    error,
    relative: Infinity,
    least: 0,
    places: undefined,
    bits: 0,
    depth: a.span.depth + 1,
    isDecimal: false,
  };
  return build.emit(OP.logarithm, [a], result, { x: span.from });
};

/** product of value ^ weight, the weights positive with sum 1; zero where a value is zero. */
export const geometric = (build: Build, parts: readonly WeightedValue[]): Value => {
  const weights: number[] = [];
  const lows: number[] = [];
  let [low, high, argument, total] = [0, 0, 0, 0];
  for (const part of parts) {
    const span = positiveSpan(part.value.span);
    if (span === undefined) return build.refuse('sign');
    const weight = constantOf(build.constant(part.weight));
    const size = logSize(span);
    low += weight * Math.log(span.low);
    high += weight * Math.log(span.high);
    total += weight * size;
    argument += weight * (2 * span.relative + (LIBRARY + 4 * ROUNDING) * (size + 1));
    weights.push(weight);
    lows.push(span.from);
  }
  const isExactAtZero = parts.every(({ value }) => value.span.relative < 1);
  const least = Math.exp(low) * (1 - LIBRARY);
  const relative = 2 * argument + ROUNDING * parts.length * total + LIBRARY;
  const values = parts.map(({ value }) => value);
  const span = relativeSpan(
    { low: isExactAtZero ? 0 : least, high: Math.exp(high) * (1 + LIBRARY), relative, least },
    values.map((value) => value.span),
  );
  return build.emit(OP.geometric, values, span, {
    numbers: [...weights, ...lows],
    k: isExactAtZero ? 1 : 0,
  });
};
