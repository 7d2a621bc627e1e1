import type { Build } from './build.js';
import { magnitude, ROUNDING, type Span } from './span.js';

/** How many times its proved bound a difference must be to decide. */
export const SLACK = 64;

/** A bound wider than this share of what it decides on would send whole populations to exact arithmetic. */
const WIDEST = 2 ** -20;

/** The error of `a` where it is near to a value of at most so much; farther away its sign to that value is sure. */
export const errorNear = (a: Span, size: number): number =>
  a.relative < 0.25 ? Math.min(a.error, 2 * a.relative * size) : a.error;

/** How far apart a and b must be to be told apart; 0 where doubles compare as their values do. */
export const apartBy = (build: Build, a: Span, b: Span): number => {
  const isZero = b.low === 0 && b.high === 0;
  if ((a.isDecimal && b.isDecimal) || (isZero && a.relative < 0.25)) return 0;
  const size = Math.max(magnitude(b), isZero ? magnitude(a) : 0, 2 ** -30);
  const bound = (errorNear(a, magnitude(b)) + errorNear(b, magnitude(a))) * (1 + ROUNDING);
  build.decide(bound / size);
  if (!(bound * SLACK <= size * WIDEST)) build.refuse('bound');
  return Math.max(bound * SLACK, 2 ** -1000);
};

/**
 * Steps from rational values up to which exact arithmetic always tells two values apart: of fractions, of radicals, of
 * logarithms and of exponentials it knows which are equal. Source: `compareExact`
 */
const ALWAYS_TOLD = 1;

/** Whether exact arithmetic may be unable to tell which of values like these is greater. */
export const mayBeUndecided = (...spans: readonly Span[]): boolean =>
  spans.some(({ depth }) => depth > ALWAYS_TOLD);

/**
 * How far apart a and b must be for exact arithmetic to tell the lesser from the greater; 0 where it always does. The
 * result of such a choice does not depend on it, and yet it is refused where it cannot be made.
 */
export const decidedBy = (build: Build, a: Span, b: Span): number =>
  mayBeUndecided(a, b) ? apartBy(build, a, b) : 0;
