import {
  compareExact,
  divideExact,
  type Exact,
  isRational,
  multiplyExact,
  subtractExact,
} from '../number/exact.js';
import { add, multiplyDivide, type Rational, rational, subtract } from '../number/rational.js';
import { type Pointer, pointerTo } from '../pointer.js';
import { compileNumber } from '../rule/compile.js';
import type { NumberSlot } from '../rule/rule.js';
import type { Term } from '../rule/term.js';
import { isNumber } from '../slot.js';
import { nearest } from '../suggest.js';
import type { UnitOrAny } from '../unit.js';
import type { CompileContext } from './contract.js';

/** A target that is a range: every value in it is reached. */
export interface TargetRange {
  readonly from: NumberSlot;
  readonly to: NumberSlot;
}

/** A value to reach, or a range to be in. */
export type Target = NumberSlot | TargetRange;

/** Which way an achievement grows. */
export type Better = 'higher' | 'lower' | 'inside';

/** A target over slots. */
export interface Ends {
  /** The lower end; of a target that is one value, the only one. */
  readonly target: Term;
  /** The upper end of a range. */
  readonly to?: Term;
}

const TWO = rational(2n);

const RANGE_KEYS: readonly string[] = ['from', 'to'];

const isRange = (target: Target): target is TargetRange =>
  typeof target === 'object' && 'from' in target && 'to' in target;

/** Both ends of a target; of one value, the value and nothing. */
export const endsOf = (target: Target): { readonly from: NumberSlot; readonly to?: NumberSlot } =>
  isRange(target) ? target : { from: target };

/**
 * The target over slots, or undefined after a report.
 *
 * Issues: `policy.unknown_key`, `achievement.inside_range`, `achievement.range_order`; those of numbers
 */
export const compileTarget = (
  { target: given, better }: { readonly target: Target; readonly better: Better },
  pointer: Pointer,
  context: CompileContext,
  unit: UnitOrAny,
): Ends | undefined => {
  const at = pointerTo(pointer, 'target');
  const { from, to: upper } = endsOf(given);
  if (upper === undefined) {
    if (better === 'inside') context.report('achievement.inside_range', at);
    const target = compileNumber(from, at, context, unit);
    return target && { target };
  }
  // The schema takes an object that is no range for an operation, and leaves operations to their compiler.
  const unknown = Object.keys(given).filter((key) => !RANGE_KEYS.includes(key));
  for (const key of unknown)
    context.report('policy.unknown_key', pointerTo(at, key), { key, ...nearest(key, RANGE_KEYS) });
  const target = compileNumber(from, pointerTo(at, 'from'), context, unit);
  const to = compileNumber(upper, pointerTo(at, 'to'), context, unit);
  if (target === undefined || to === undefined) return undefined;
  const [low, high] = [target, to].map((term) => (term.is === 'literal' ? term.cell : undefined));
  if (low !== undefined && high !== undefined && isNumber(low) && isNumber(high)) {
    if (compareExact(low, high) === 1) context.report('achievement.range_order', at);
  }
  return { target, to };
};

/** Where a value stands to its target: the end that it is measured by, or inside. */
export type Side = { readonly by: Exact; readonly is: 'below' | 'above' } | 'inside';

/** The end of a range that `actual` is measured by; undefined when that could not be decided. */
export const sideOf = (actual: Exact, from: Exact, to: Exact): Side | undefined => {
  const low = compareExact(actual, from);
  const high = compareExact(actual, to);
  if (low === undefined || high === undefined) return undefined;
  if (low < 0) return { by: from, is: 'below' };
  return high > 0 ? { by: to, is: 'above' } : 'inside';
};

/** How a share is measured, and what the whole of it is. */
interface Measure {
  readonly better: Better;
  readonly full: Rational;
}

/** What `actual` is of `full`; undefined for a target of zero. */
export const shareOf = (
  actual: Exact,
  side: Side,
  { better, full }: Measure,
): Exact | undefined => {
  if (side === 'inside') return full;
  const isInverse = better === 'lower' || (better === 'inside' && side.is === 'above');
  const { by } = side;
  if (isRational(actual) && isRational(by))
    return multiplyDivide(full, isInverse ? subtract(add(by, by), actual) : actual, by);
  const ratio = divideExact(actual, by);
  return ratio && multiplyExact(full, isInverse ? subtractExact(TWO, ratio) : ratio);
};
