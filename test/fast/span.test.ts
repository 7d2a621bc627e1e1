import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  absolute,
  add,
  divide,
  dot,
  exponential,
  geometric,
  greatest,
  least,
  logarithm,
  multiply,
  negate,
  raise,
  ratio,
  subtract,
} from '../../src/fast/arithmetic.js';
import { type Build, type Value, valueAt } from '../../src/fast/build.js';
import { nearestDouble } from '../../src/fast/constant.js';
import { line, round, select } from '../../src/fast/decide.js';
import { makeDraft } from '../../src/fast/draft.js';
import { load, makeMemory } from '../../src/fast/memory.js';
import { makeNodes } from '../../src/fast/nodes.js';
import { byPlace, takeRows } from '../../src/fast/rows.js';
import { runProgram } from '../../src/fast/run.js';
import { eitherSpan, type Span } from '../../src/fast/span.js';
import { bitLength } from '../../src/number/bits.js';
import { decimalPlaces } from '../../src/number/decimal.js';
import type { Exact } from '../../src/number/exact.js';
import { expExact, lnExact } from '../../src/number/functions.js';
import { powerExact } from '../../src/number/power-exact.js';
import * as exact from '../../src/number/rational.js';
import { type Rational, rational, ZERO } from '../../src/number/rational.js';
import { roundToStep } from '../../src/number/round.js';
import { rationals } from '../number/generate.js';
import { brokenIn, valueOf } from './claims.js';

const RUNS = 400;

/** The double so many places after `double`. */
const stepped = (double: number, by: number): number => {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, Math.abs(double));
  view.setBigInt64(0, view.getBigInt64(0) + BigInt(double < 0 ? -by : by));
  return double < 0 ? -view.getFloat64(0) : view.getFloat64(0);
};

/** The least double that is no less than `value`, and the greatest that is no more. */
const above = (value: Rational): number => {
  const near = nearestDouble(value);
  if (value.n === 0n) return 0;
  const [next, last] = [stepped(near, 1), stepped(near, -1)];
  const found = [last, near, next].find((each) => exact.compare(valueOf(each), value) >= 0);
  return found ?? Infinity;
};
const below = (value: Rational): number => -above(exact.negate(value));

const ratioOf = (a: Rational, b: Rational): Rational => exact.divide(a, b) ?? ZERO;

/** A value, the double that stands for it, and all that can be said of them: no bound is wider than it has to be. */
interface Point {
  readonly value: Rational;
  readonly double: number;
  readonly span: Span;
}

const pointOf = (value: Rational, steps: number, isKnown: boolean): Point => {
  const double = value.n === 0n ? 0 : stepped(nearestDouble(value), steps);
  const off = exact.absolute(exact.subtract(valueOf(double), value));
  const size = exact.absolute(value);
  const places = decimalPlaces(value.d);
  const span: Span = {
    low: below(value),
    high: above(value),
    error: above(off),
    relative: isKnown ? above(ratioOf(off, size)) : Infinity,
    least: value.n === 0n ? Infinity : isKnown ? below(size) : 0,
    places: isKnown && places !== undefined && places <= 15 ? places : undefined,
    bits: bitLength(value.n) + bitLength(value.d),
    depth: 0,
    isDecimal: false,
  };
  return { value, double, span };
};

const steps = fc.oneof(
  fc.integer({ min: -2, max: 2 }),
  fc.integer({ min: -(2 ** 20), max: 2 ** 20 }),
);
const points = (values: fc.Arbitrary<Rational>): fc.Arbitrary<Point> =>
  fc
    .tuple(values, fc.oneof(fc.constant(0), steps), fc.boolean())
    .map(([value, by, isKnown]) => pointOf(value, by, isKnown));

/** One of some points, of which only what holds for all of them is known. */
interface Operand extends Point {
  readonly others: readonly Point[];
}

const operands = (values: fc.Arbitrary<Rational>): fc.Arbitrary<Operand> =>
  fc.array(points(values), { minLength: 1, maxLength: 3 }).map((others) => {
    const [first, ...rest] = others as [Point, ...Point[]];
    const span = rest.reduce((known, each) => eitherSpan(known, each.span), first.span);
    return { ...first, span, others };
  });

const fractions = fc
  .tuple(fc.integer({ min: -300, max: 300 }), fc.integer({ min: 1, max: 130 }))
  .map(([n, d]) => rational(BigInt(n), BigInt(d)));
const any = fc.oneof(fractions, rationals);
/** The exponential of these has digits enough among those that an irrational is looked at. */
const small = fractions.filter(({ n, d }) => n < 90n * d && n > -90n * d);
const positive = fractions.filter(({ n }) => n > 0n);

/** What a double is made of operands, and what exact arithmetic makes of them. */
interface Rule {
  readonly of: readonly fc.Arbitrary<Rational>[];
  readonly emit: (build: Build, values: readonly Value[], given: readonly Operand[]) => Value;
  readonly exactly: (values: readonly Rational[], given: readonly Operand[]) => Exact | undefined;
}

const binary = (
  emit: (build: Build, a: Value, b: Value) => Value,
  exactly: (a: Rational, b: Rational) => Exact | undefined,
): Rule => ({
  of: [any, any],
  emit: (build, values) => emit(build, ...(values as [Value, Value])),
  exactly: (values) => exactly(...(values as [Rational, Rational])),
});

const unary = (
  of: fc.Arbitrary<Rational>,
  emit: (build: Build, a: Value) => Value,
  exactly: (a: Rational) => Exact | undefined,
): Rule => ({
  of: [of],
  emit: (build, values) => emit(build, ...(values as [Value])),
  exactly: (values) => exactly(...(values as [Rational])),
});

const of = (n: number, d = 1): Rational => rational(BigInt(n), BigInt(d));

const scaled = (isInverse: boolean, a: Rational, b: Rational): Rational | undefined => {
  const share = exact.divide(a, b);
  if (share === undefined) return undefined;
  return exact.multiply(of(100), isInverse ? exact.subtract(of(2), share) : share);
};

const ratioRule = (isInverse: boolean, cap?: Rational): Rule =>
  binary(
    (build, actual, target) =>
      ratio(
        build,
        { actual, target },
        { full: of(100), isInverse, ...(cap && { cap: build.constant(cap) }) },
      ),
    (a, b) => {
      const value = scaled(isInverse, a, b);
      return value && cap ? exact.minimum(value, cap) : value;
    },
  );

const weighted = (weights: readonly Rational[], values: readonly Rational[]): Rational =>
  exact.sum(values.map((value, i) => exact.multiply(weights[i] ?? ZERO, value)));

const WEIGHTS = [of(1, 3), of(2, 7), of(8, 21)];
const shares = (values: readonly Value[]) =>
  values.map((value, i) => ({ value, weight: WEIGHTS[i] ?? ZERO }));
const ordered = (values: readonly Rational[]): readonly Rational[] =>
  [...values].sort(exact.compare);

const power = (exponent: Rational): Rule =>
  unary(
    positive,
    (build, a) => raise(build, a, nearestDouble(exponent)),
    (a) => powerExact(a, exponent),
  );

const XS = [of(-1, 3), of(2, 3), of(5)];
const YS = [of(10, 7), of(-1, 9), of(50, 3)];
const SLOPES = [0, 1].map((i) =>
  ratioOf(
    exact.subtract(YS[i + 1] ?? ZERO, YS[i] ?? ZERO),
    exact.subtract(XS[i + 1] ?? ZERO, XS[i] ?? ZERO),
  ),
);
const polyline = (outside: 'hold' | 'extend' | undefined): Rule =>
  unary(
    fractions,
    (build, a) =>
      line(build, a, {
        points: XS.map((x, i) => ({ x, y: YS[i] ?? ZERO })),
        pieces: SLOPES.map((slope) => ({ slope })),
        outside,
      }),
    (given) => {
      const [first, middle, last] = XS as [Rational, Rational, Rational];
      const held = exact.minimum(exact.maximum(given, first), last);
      if (outside === undefined && !exact.equal(held, given)) return undefined;
      const x = outside === 'extend' ? given : held;
      const piece = exact.compare(x, middle) < 0 ? 0 : 1;
      const rise = exact.multiply(SLOPES[piece] ?? ZERO, exact.subtract(x, XS[piece] ?? ZERO));
      return exact.add(YS[piece] ?? ZERO, rise);
    },
  );

const rounding = (step: Rational, places: number): Rule =>
  unary(
    fractions,
    (build, a) => round(build, a, { step, places, mode: 'half-up' }).value,
    (a) => exact.multiply(step, of(Number(roundToStep(a, step, 'half-up')))),
  );

/** Rows of a table: all points of an operand. */
const rows = (
  take: 'mean' | 'sum' | 'median' | 'trimmed' | 'min' | 'max' | 'last',
  exactly: (values: readonly Rational[]) => Rational,
): Rule => ({
  of: [any],
  emit: (build, _, [given]) =>
    takeRows(build, take, {
      of: { table: 0, source: { given: 0 }, span: (given as Operand).span },
      trim: of(1, 3),
    }),
  exactly: (_, [given]) => exactly((given as Operand).others.map(({ value }) => value)),
});
const meanOf = (values: readonly Rational[]): Rational =>
  exact.multiply(exact.sum(values), of(1, values.length));
const betweenOf = (values: readonly Rational[]): readonly Rational[] => {
  const out = Math.floor((values.length - 1) / 2);
  return ordered(values).slice(out, values.length - out);
};

const RULES: readonly (readonly [string, Rule])[] = [
  ['a + b', binary(add, exact.add)],
  ['a - b', binary(subtract, exact.subtract)],
  ['a * b', binary(multiply, exact.multiply)],
  ['a / b', binary(divide, exact.divide)],
  ['-a', unary(any, negate, exact.negate)],
  ['|a|', unary(any, absolute, exact.absolute)],
  ['the lesser', binary(least, exact.minimum)],
  ['the greater', binary(greatest, exact.maximum)],
  [
    'one of two',
    binary(
      (build, a, b) => select(build, build.whole(1), a, b),
      (a) => a,
    ),
  ],
  ['a ratio', ratioRule(false)],
  ['a ratio of which less is better', ratioRule(true)],
  ['a ratio held at a cap', ratioRule(false, of(120))],
  ['a ratio of which less is better, held at a cap', ratioRule(true, of(400, 3))],
  [
    'a weighted sum',
    {
      of: [any, any, any],
      emit: (build, values) => dot(build, shares(values)),
      exactly: (values) => weighted(WEIGHTS, values),
    },
  ],
  [
    'a weighted sum of sums',
    {
      of: [any, any, any],
      emit: (build, values) =>
        dot(build, shares([dot(build, shares(values)), dot(build, shares(values.slice(1)))])),
      exactly: (values) =>
        weighted(WEIGHTS, [weighted(WEIGHTS, values), weighted(WEIGHTS, values.slice(1))]),
    },
  ],
  [
    'a sum by place',
    {
      of: [any, any, any],
      emit: (build, values) => byPlace(build, values, WEIGHTS),
      exactly: (values) => weighted(WEIGHTS, [...ordered(values)].reverse()),
    },
  ],
  ['a third of a power', power(of(1, 3))],
  ['a power', power(of(7, 2))],
  ['a negative power', power(of(-1, 2))],
  ['an exponential', unary(small, exponential, expExact)],
  ['a logarithm', unary(positive, logarithm, lnExact)],
  [
    'a geometric mean',
    {
      of: [positive, positive],
      emit: (build, values) =>
        geometric(
          build,
          values.map((value) => ({ value, weight: of(1, 2) })),
        ),
      exactly: ([a, b]) => a && b && powerExact(exact.multiply(a, b), of(1, 2)),
    },
  ],
  ['a line that is held', polyline('hold')],
  ['a line that goes on', polyline('extend')],
  ['a line that ends', polyline(undefined)],
  ['a rounded value', rounding(of(1, 100), 2)],
  ['a value rounded to quarters', rounding(of(1, 4), 2)],
  ['a mean of rows', rows('mean', meanOf)],
  ['a sum of rows', rows('sum', exact.sum)],
  ['a median of rows', rows('median', (values) => meanOf(betweenOf(values)))],
  [
    'a trimmed mean of rows',
    rows('trimmed', (values) => meanOf(values.length < 3 ? values : betweenOf(values))),
  ],
  ['the least of rows', rows('min', (values) => values.reduce(exact.minimum))],
  ['the greatest of rows', rows('max', (values) => values.reduce(exact.maximum))],
  ['the last of rows', rows('last', (values) => values.at(-1) ?? ZERO)],
];

const MOST_ROWS = 3;

/** What is said of the result of a rule and does not hold; undefined where doubles leave it to exact arithmetic. */
const brokenBy = (rule: Rule, given: readonly Operand[]): readonly string[] | undefined => {
  const draft = makeDraft(() => MOST_ROWS);
  const values = given.map(({ span }) => valueAt(draft.newPlace(), span));
  const result = rule.emit(draft.build, values, given);
  if (draft.refused() !== undefined) return undefined;
  const { at, link } = makeNodes(draft.constants, draft.ties);
  for (const [i, { place }] of values.entries()) at(place).v = given[i]?.double ?? NaN;
  const memory = makeMemory([1], 0);
  const column = given[0]?.others ?? [];
  load(
    { inputs: [], memory },
    { cells: Float64Array.from([column.length, ...column.map(({ double }) => double)]) },
  );
  const { first, count } = link(draft.instructions);
  runProgram(first, count, memory);
  const double = at(result.place).v;
  if (Number.isNaN(double)) return undefined;
  const value = rule.exactly(
    given.map((each) => each.value),
    given,
  );
  return value === undefined
    ? ['a number where there is none']
    : brokenIn(result.span, double, value);
};

describe('what is known of the result of an operation', () => {
  it.each(RULES)('law, bounded: %s holds to what is said of it', (_, rule) => {
    let seen = 0;
    fc.assert(
      fc.property(fc.tuple(...rule.of.map(operands)), (given) => {
        const broken = brokenBy(rule, given);
        if (broken === undefined) return;
        seen += 1;
        expect(broken).toEqual([]);
      }),
      { numRuns: RUNS },
    );
    expect(seen).toBeGreaterThan(RUNS / 20);
  });
});
