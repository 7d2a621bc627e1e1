import { equal, ONE, type Rational, sum } from '../number/rational.js';
import { decidedBy, mayBeUndecided } from './apart.js';
import { constantOf } from './arithmetic.js';
import { anySpan, type Build, type Column, type Value, valueAt } from './build.js';
import { OP, TAKE } from './program.js';
import {
  bitsOn,
  down,
  isWhole,
  leastBelow,
  magnitude,
  ROUNDING,
  roughSpan,
  type Span,
  sumSpan,
  up,
  wholeSpan,
} from './span.js';

/** What is taken from the rows of a column. */
type FastTake = keyof typeof TAKE;

/** A sum of at most `count` values of `a`, in any order. */
const manySpan = (a: Span, count: number): Span => {
  const least = Math.min(0, a.low) * count;
  const most = Math.max(0, a.high) * count;
  if (isWhole(a) && Math.max(-least, most) < 1e15) return wholeSpan(least, most);
  const low = least < 0 ? down(least) : 0;
  const high = most > 0 ? up(most) : 0;
  const top = Math.max(-low, high);
  const doubled = sumSpan(a, a);
  const bits = bitsOn(a.places, top, a.bits * count + count);
  return {
    ...doubled,
    bits,
    low,
    high,
    error: up(count * a.error) + count * ROUNDING * top,
    relative: doubled.relative + count * ROUNDING,
    isDecimal: false,
  };
};

/** A mean of at most `count` values of `a`, of which a third or more are added up. */
const meanSpan = (a: Span, count: number): Span => {
  const error = a.error * 3 + (count + 4) * ROUNDING * 3 * magnitude(a);
  const isOneSided = a.low >= 0 || a.high <= 0;
  const top = magnitude(a) * count;
  const bits = bitsOn(a.places, top, a.bits * count + count) + 2 * Math.log2(count + 1);
  const span = roughSpan({ low: a.low, high: a.high, error }, [{ ...a, bits }]);
  return isOneSided
    ? {
        ...span,
        relative: a.relative + (count + 4) * ROUNDING * 3,
        least: leastBelow(a.least / count),
      }
    : span;
};

/** Whole numbers below this are exact, and so is the whole part of their quotient. Source: IEEE 754, 2^53 */
const INTEGER_LIMIT = 2n ** 53n;

/** What asks for an order of rows. */
const ORDERED: ReadonlySet<FastTake> = new Set(['min', 'max', 'median', 'trimmed']);

/**
 * One value from the rows of a column; no number where there are too few rows for one.
 *
 * @param trim - the share left out at each end, for a trimmed mean
 * @param where - 1 in the rows that count; all of them unless given
 */
export const takeRows = (
  build: Build,
  take: FastTake,
  { of, where, trim }: { readonly of: Column; readonly where?: Column; readonly trim?: Rational },
): Value => {
  const most = build.atMost(of.table);
  const span = {
    mean: () => meanSpan(of.span, most),
    trimmed: () => ({ ...meanSpan(of.span, most), relative: Infinity, least: 0 }),
    median: () => meanSpan(of.span, 2),
    sum: () => manySpan(of.span, most),
    min: () => of.span,
    max: () => of.span,
    last: () => of.span,
    count: () => wholeSpan(0, most),
    share: () => roughSpan({ low: 0, high: 1, error: ROUNDING }, [wholeSpan(0, most)]),
  }[take]();
  if (trim && !(trim.n * BigInt(most) < INTEGER_LIMIT && trim.d < INTEGER_LIMIT))
    return build.refuse('digits');
  if (ORDERED.has(take) && mayBeUndecided(of.span)) return build.refuse('order');
  const source = (column: Column): readonly number[] =>
    'given' in column.source ? [0, column.source.given] : [1, column.source.computed];
  const after = [of.after, where?.after].flatMap((place) =>
    place === undefined ? [] : [valueAt(place, wholeSpan(0, 0))],
  );
  return build.emit(OP.rows, after, span, {
    n: of.table,
    k: TAKE[take],
    codes: [...source(of), ...(where === undefined ? [2, 0] : source(where))],
    x: Number(trim?.n ?? 0n),
    y: Number(trim?.d ?? 1n),
    isLenient: true,
  });
};

/** A source of raters of a panel. */
interface FastSource {
  readonly share: Rational;
  readonly isMedian: boolean;
  readonly atLeast: number;
}

/** Whether weights keep what they weigh within its ends: none is negative, and they sum to 1. */
const areShares = (weights: readonly Rational[]): boolean =>
  weights.every(({ n }) => n >= 0n) && equal(sum(weights), ONE);

/**
 * The value of one question of a panel: the sources' means or medians by their shares; no number with too few answers.
 *
 * @param sources - refused unless no share is negative and all sum to 1
 */
export const takePanel = (
  build: Build,
  {
    table,
    question,
    span,
  }: { readonly table: number; readonly question: number; readonly span: Span },
  sources: readonly FastSource[],
): Value => {
  if (!areShares(sources.map(({ share }) => share))) return build.refuse('bound');
  const shares = sources.map(({ share }) => build.constant(share));
  const mean = meanSpan(span, build.atMost(table));
  const error = mean.error * 2 + (sources.length + 4) * ROUNDING * 2 * magnitude(span);
  const bits = shares.reduce((most, share) => most + mean.bits + share.span.bits + 2, 0);
  const ends = { low: span.low, high: span.high, error };
  return build.emit(OP.panel, [], roughSpan(ends, [{ ...mean, bits }]), {
    n: table,
    k: question,
    codes: sources.flatMap(({ isMedian, atLeast }) => [Number(isMedian), atLeast]),
    numbers: shares.map(constantOf),
  });
};

/**
 * The values from the greatest down, each times the weight of its place.
 *
 * @param weights - refused unless none is negative and they sum to 1
 */
export const byPlace = (
  build: Build,
  values: readonly Value[],
  weights: readonly Rational[],
): Value => {
  if (!areShares(weights)) return build.refuse('bound');
  const span = anySpan(values.map((each) => each.span));
  const error = span.error + (values.length + 4) * ROUNDING * magnitude(span);
  return build.emit(
    OP.byPlace,
    values,
    roughSpan({ low: span.low, high: span.high, error }, [
      ...values.map((each) => each.span),
      ...weights.map((each) => build.constant(each).span),
    ]),
    {
      x: decidedBy(build, span, span),
      numbers: weights.map((each) => constantOf(build.constant(each))),
    },
  );
};
