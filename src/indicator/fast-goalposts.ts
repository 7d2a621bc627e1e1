import {
  add,
  divide,
  greatest,
  least,
  logarithm,
  multiply,
  subtract as less,
} from '../fast/arithmetic.js';
import type { Build, Value } from '../fast/build.js';
import { line } from '../fast/decide.js';
import { doubleOf } from '../rule/double.js';
import { compare as inOrder, subtract } from '../number/rational.js';
import type { Term } from '../rule/term.js';
import type { NumericScale } from './contract.js';
import { piecesOf } from './named-curve.js';

/** Compiled goalposts. */
export interface GoalpostsNode {
  readonly read: Term;
  readonly worst: Term;
  readonly best: Term;
  readonly clip: boolean | 'worst' | 'best';
  readonly spacing: 'linear' | 'log';
  readonly scale: NumericScale;
}

/** `value` held at the ends that the policy holds it at. */
const heldDoubles = (node: GoalpostsNode, value: Value, build: Build): Value => {
  const { clip, scale } = node;
  const isRising = inOrder(scale.worst, scale.full) <= 0;
  const [low, high] = isRising ? [greatest, least] : [least, greatest];
  const atWorst =
    clip === true || clip === 'worst' ? low(build, value, build.constant(scale.worst)) : value;
  return clip === true || clip === 'best'
    ? high(build, atWorst, build.constant(scale.full))
    : atWorst;
};

/** A value mapped between two goalposts, in doubles. */
export const fastGoalposts = (node: GoalpostsNode, build: Build): Value => {
  const [value, worst, best] = [node.read, node.worst, node.best].map((term) =>
    doubleOf(term, build),
  );
  if (value === undefined || worst === undefined || best === undefined) return build.refuse('form');
  const { scale } = node;
  if (node.spacing === 'linear' && worst.exact !== undefined && best.exact !== undefined) {
    const order = inOrder(worst.exact, best.exact);
    if (order === 0) return build.refuse('form');
    const ends = [
      { x: worst.exact, y: scale.worst },
      { x: best.exact, y: scale.full },
    ];
    const points = order < 0 ? ends : ends.reverse();
    const pieces = piecesOf(points);
    if (node.clip === true) return line(build, value, { points, pieces, outside: 'hold' });
    const extended = line(build, value, { points, pieces, outside: 'extend' });
    return heldDoubles(node, extended, build);
  }
  const [x, from, to] =
    node.spacing === 'linear'
      ? [value, worst, best]
      : [logarithm(build, value), logarithm(build, worst), logarithm(build, best)];
  const share = divide(build, less(build, x, from), less(build, to, from));
  const width = build.constant(subtract(scale.full, scale.worst));
  const whole = add(build, build.constant(scale.worst), multiply(build, share, width));
  return heldDoubles(node, whole, build);
};
