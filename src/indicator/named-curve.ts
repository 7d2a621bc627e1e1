import * as z from 'zod/mini';
import type { Build, Value } from '../fast/build.js';
import { constants, line, steps } from '../fast/decide.js';
import {
  addExact,
  compareExact,
  divideExact,
  type Exact,
  isRational,
  multiplyExact,
  subtractExact,
} from '../number/exact.js';
import { add, compare, divide, multiply, type Rational, subtract } from '../number/rational.js';
import { type Pointer, pointerTo } from '../pointer.js';
import { numberAt } from '../rule/literal.js';
import type { NumberLiteral } from '../rule/rule.js';
import { authorName, numberLiteral } from '../rule/schema.js';
import type { Scope } from '../rule/scope.js';
import type { Unit } from '../unit.js';
import { compareEdges, type Edge, lastReached, reaches } from './edge.js';

/** One step of a step curve: from an edge on, or without an edge the value below them all. */
export interface CurveStep {
  /** The step begins here, the edge included. */
  readonly from?: NumberLiteral;
  /** The step begins just above here. */
  readonly above?: NumberLiteral;
  /** The step that a missing value takes. */
  readonly missing?: true;
  readonly gives: NumberLiteral;
}

/** A named map from one unit to another: straight lines through points, or steps between edges. */
export interface CurveSpec {
  readonly from: string;
  readonly to: string;
  /** Points `[x, y]`, x increasing; straight between them. */
  readonly line?: readonly (readonly [NumberLiteral, NumberLiteral])[];
  /**
   * Values outside the line's ends take the end's value, or the line goes on as its last piece does; without this
   * they are missing.
   */
  readonly outside?: 'hold' | 'extend';
  readonly steps?: readonly CurveStep[];
  readonly cite?: string;
}

/** The schema of one entry of `curves`. */
export const curveSchema = (): z.ZodMiniType<CurveSpec> =>
  z.strictObject({
    from: z.string(),
    to: z.string(),
    line: z.exactOptional(z.array(z.tuple([numberLiteral, numberLiteral])).check(z.minLength(2))),
    outside: z.exactOptional(z.enum(['hold', 'extend'])),
    steps: z.exactOptional(
      z
        .array(
          z.strictObject({
            from: z.exactOptional(numberLiteral),
            above: z.exactOptional(numberLiteral),
            missing: z.exactOptional(z.literal(true)),
            gives: numberLiteral,
          }),
        )
        .check(z.minLength(1)),
    ),
    cite: z.exactOptional(authorName),
  });

/** A compiled curve. */
export interface Curve {
  readonly name: string;
  readonly pointer: Pointer;
  readonly from: Unit;
  readonly to: Unit;
  readonly shape: LineShape | StepShape;
  readonly cite?: string;
}

interface LineShape {
  readonly is: 'line';
  readonly points: readonly { readonly x: Rational; readonly y: Rational }[];
  /** The line from each point but the last to the next: y = start + slope * x. */
  readonly pieces: readonly { readonly start: Rational; readonly slope: Rational }[];
  readonly outside: CurveSpec['outside'];
}

interface StepShape {
  readonly is: 'steps';
  /** Below the first edge; absent when the policy gives no value there. */
  readonly below?: Rational;
  /** INVARIANT: strictly increasing. */
  readonly steps: readonly { readonly edge: Edge; readonly gives: Rational }[];
  readonly missing?: Rational;
}

/** Where a curve stands and which units it maps. */
interface CurvePlace {
  readonly name: string;
  readonly pointer: Pointer;
  readonly from: Unit;
  readonly to: Unit;
}

const compileLine = (
  spec: readonly (readonly [NumberLiteral, NumberLiteral])[],
  outside: CurveSpec['outside'],
  place: CurvePlace,
  scope: Scope,
): LineShape | undefined => {
  const pointer = pointerTo(place.pointer, 'line');
  const points: { x: Rational; y: Rational }[] = [];
  for (const [i, [px, py]] of spec.entries()) {
    const x = numberAt(px, pointerTo(pointer, i, 0), scope.report, place.from);
    const y = numberAt(py, pointerTo(pointer, i, 1), scope.report, place.to);
    if (x === undefined || y === undefined) return undefined;
    const last = points.at(-1);
    if (last !== undefined && compare(last.x, x) >= 0) {
      scope.report('curve.not_increasing', pointerTo(pointer, i), { found: String(px) });
      return undefined;
    }
    points.push({ x, y });
  }
  return { is: 'line', points, pieces: piecesOf(points), outside };
};

/** The pieces of a line between points of which each lies further on than the one before. */
export const piecesOf = (points: LineShape['points']): LineShape['pieces'] =>
  points.slice(1).flatMap((right, i) => {
    const left = points[i] ?? right;
    const slope = divide(subtract(right.y, left.y), subtract(right.x, left.x));
    return slope === undefined ? [] : [{ slope, start: subtract(left.y, multiply(slope, left.x)) }];
  });

const compileSteps = (
  spec: readonly CurveStep[],
  place: CurvePlace,
  scope: Scope,
): StepShape | undefined => {
  const pointer = pointerTo(place.pointer, 'steps');
  let below: Rational | undefined;
  let missing: Rational | undefined;
  const steps: { edge: Edge; gives: Rational }[] = [];
  for (const [i, step] of spec.entries()) {
    const at = pointerTo(pointer, i);
    const gives = numberAt(step.gives, pointerTo(at, 'gives'), scope.report, place.to);
    if (gives === undefined) return undefined;
    const keys = [step.from, step.above, step.missing].filter((key) => key !== undefined);
    if (
      keys.length > 1 ||
      (keys.length === 0 && i > 0) ||
      (step.missing && missing !== undefined)
    ) {
      scope.report('curve.step_form', at);
      return undefined;
    }
    const edge = step.from ?? step.above;
    if (step.missing) missing = gives;
    else if (edge === undefined) below = gives;
    else {
      const value = numberAt(
        edge,
        pointerTo(at, step.from === undefined ? 'above' : 'from'),
        scope.report,
        place.from,
      );
      if (value === undefined) return undefined;
      const next: Edge = { at: value, open: step.from === undefined };
      const last = steps.at(-1);
      if (last !== undefined && compareEdges(last.edge, next) >= 0) {
        scope.report('curve.not_increasing', at, { found: String(edge) });
        return undefined;
      }
      steps.push({ edge: next, gives });
    }
  }
  return {
    is: 'steps',
    steps,
    ...(below === undefined ? {} : { below }),
    ...(missing === undefined ? {} : { missing }),
  };
};

/**
 * The curve a policy declares, its edges checked for order.
 *
 * @returns undefined after a report
 * Issues: `curve.one_shape`, `curve.not_increasing`, `curve.step_form`, `number.unreadable`
 */
export const compileCurve = (
  spec: CurveSpec,
  place: CurvePlace,
  scope: Scope,
): Curve | undefined => {
  if ((spec.line === undefined) === (spec.steps === undefined)) {
    scope.report('curve.one_shape', place.pointer);
    return undefined;
  }
  if (spec.steps !== undefined && spec.outside !== undefined) {
    scope.report('curve.outside_steps', pointerTo(place.pointer, 'outside'));
    return undefined;
  }
  const shape = spec.line
    ? compileLine(spec.line, spec.outside, place, scope)
    : compileSteps(spec.steps ?? [], place, scope);
  return shape && { ...place, shape, ...(spec.cite === undefined ? {} : { cite: spec.cite }) };
};

/** Why a curve gives nothing for a value. */
type NoValue = 'outside' | 'undecided';

/** As `along`, for a fraction. */
const alongExactly = ({ points, pieces, outside }: LineShape, value: Rational): Exact | NoValue => {
  let reached = -1;
  while (reached + 1 < points.length && compare(value, points[reached + 1]?.x ?? value) >= 0)
    reached += 1;
  const last = points.length - 1;
  const isOutside =
    reached < 0 || (reached === last && compare(value, points[last]?.x ?? value) > 0);
  if (isOutside && outside === undefined) return 'outside';
  if (isOutside && outside === 'hold') return points[Math.max(0, reached)]?.y ?? 'undecided';
  const piece = pieces[Math.min(Math.max(0, reached), last - 1)];
  return piece === undefined ? 'undecided' : add(piece.start, multiply(piece.slope, value));
};

const along = (shape: LineShape, value: Exact): Exact | NoValue => {
  const first = shape.points[0];
  const last = shape.points.at(-1);
  if (first === undefined || last === undefined) return 'outside';
  if (isRational(value)) return alongExactly(shape, value);
  const low = compareExact(value, first.x);
  const high = compareExact(value, last.x);
  if (low === undefined || high === undefined) return 'undecided';
  const isOutside = low < 0 || high > 0;
  if (isOutside && shape.outside === undefined) return 'outside';
  if (isOutside && shape.outside === 'hold') return low < 0 ? first.y : last.y;
  const at = lastReached(shape.points.length - 1, (i) => {
    const point = shape.points[i];
    const order = point && compareExact(value, point.x);
    return order === undefined ? undefined : order >= 0;
  });
  const piece = at === undefined ? undefined : Math.max(0, at);
  const left = piece === undefined ? undefined : shape.points[piece];
  const right = piece === undefined ? undefined : shape.points[piece + 1];
  if (left === undefined || right === undefined) return 'undecided';
  const share = divideExact(subtractExact(value, left.x), subtractExact(right.x, left.x));
  if (share === undefined) return 'undecided';
  return addExact(left.y, multiplyExact(share, subtractExact(right.y, left.y)));
};

/**
 * What `curve` makes of `value`.
 *
 * Between two points: y0 + (x - x0) / (x1 - x0) * (y1 - y0). Steps: the value of the last edge reached.
 * @returns the value, or why there is none
 */
export const followCurve = (curve: Curve, value: Exact): Exact | NoValue => {
  if (curve.shape.is === 'line') return along(curve.shape, value);
  const { below, steps } = curve.shape;
  const at = lastReached(steps.length, (i) => {
    const step = steps[i];
    return step && reaches(value, step.edge);
  });
  if (at === undefined) return 'undecided';
  return (at < 0 ? below : steps[at]?.gives) ?? 'outside';
};

/** What `curve` makes of a value in doubles; no number where it makes nothing of it. */
export const fastCurve = ({ shape }: Curve, value: Value, build: Build): Value => {
  if (shape.is === 'line') return line(build, value, shape);
  const given = [
    ...(shape.below === undefined ? [] : [shape.below]),
    ...shape.steps.map((step) => step.gives),
  ];
  const { doubles, span } = constants(build, given);
  const [below, at] =
    shape.below === undefined ? [undefined, doubles] : [doubles[0], doubles.slice(1)];
  const edges = shape.steps.map(({ edge }) => edge);
  return steps(build, value, edges, { below, at, span });
};
