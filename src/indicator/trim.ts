import { compare, type Rational, rational, sign } from '../number/rational.js';
import { type Pointer, pointerTo } from '../pointer.js';
import { readLiteral } from '../rule/literal.js';
import type { NumberLiteral } from '../rule/rule.js';
import type { Scope } from '../rule/scope.js';

const HALF = rational(1n, 2n);

/**
 * The share to leave out at each end, or undefined after a report.
 *
 * Issues: `components.trim`
 */
export const compileTrim = (
  trim: NumberLiteral,
  pointer: Pointer,
  scope: Scope,
): Rational | undefined => {
  const share = readLiteral(trim);
  if (share !== undefined && sign(share) >= 0 && compare(share, HALF) < 0) return share;
  scope.report('components.trim', pointerTo(pointer, 'trim'), { found: String(trim) });
  return undefined;
};

/** How many of `count` values are left out at each end: floor(count * share), the share being positive or 0. */
export const leftOut = (share: Rational, count: number): number =>
  Number((share.n * BigInt(count)) / share.d);
