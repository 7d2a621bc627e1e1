import { isAtHalves, type Node, type Tie, TURN } from './program.js';

/** -1, 0 or 1 as the quotient of a tie lies below, on or above its edge; no number without a tie. */
const decideTie = (tie: Tie | undefined): number => {
  if (tie === undefined) return NaN;
  // Given numbers are decimals: times their scale they are whole but for less than half a unit.
  const actual = Math.floor(tie.actual.v * tie.actualScale + 0.5);
  const target = Math.floor(tie.target.v * tie.targetScale + 0.5);
  const sum = actual * tie.left + target * tie.right;
  const order = sum > 0 ? 1 : sum < 0 ? -1 : sum;
  return tie.isHeld && order > 0 ? 0 : order;
};

/** The answer of a comparison, `k` its bits for less, equal and greater, of values that are not apart. */
export const compareNear = (node: Node, past: number): void => {
  const { x, k } = node;
  const order = x === 0 ? past : past === past ? decideTie(node.ties[0]) : NaN;
  node.v = order > 0 ? k >> 2 : order < 0 ? k & 1 : order === 0 ? (k >> 1) & 1 : NaN;
};

/**
 * A rounded value in units: steps of `x` counted, each of `z` units. No number within `y` of where it turns: `k`
 * says how.
 */
export const roundUnits = (node: Node): void => {
  const { k: turn, y } = node;
  const steps = node.a.v / node.x;
  const whole = Math.floor(steps);
  const rest = steps - whole;
  let isUp = rest > 0.5;
  let isSure = false;
  if (isAtHalves(turn)) {
    const past = rest - 0.5;
    isSure = past > y || past < -y;
  } else if (turn === TURN.none) {
    isUp = rest >= 0.5;
    isSure = steps === steps;
  } else {
    isUp =
      turn === TURN.ceiling || (turn === TURN.up && steps > 0) || (turn === TURN.down && steps < 0);
    isSure = rest > y && rest < 1 - y;
  }
  if (isSure)
    node.v = (isUp ? whole + 1 : whole) * node.z + 0; // -0 becomes 0
  else node.v = NaN;
};

/** Whether the value has reached edge `at` of a step table: 1, 0, or no number where that cannot be told. */
const reached = (node: Node, at: number): number => {
  const { x: apart } = node;
  const past = node.a.v - (node.numbers[at] ?? NaN);
  if (past > apart) return 1;
  if (past < -apart) return 0;
  const order = apart === 0 ? past : past === past ? decideTie(node.ties[at]) : NaN;
  return order > 0 || (order === 0 && node.codes[at] === 0) ? 1 : order <= 0 ? 0 : NaN;
};

/** So many edges or pieces are gone through one after another; more are sought by halves. */
export const FEW = 12;

/** What the last edge of a step table that the value has reached gives. `codes` are 1 for edges that stay below. */
export const climb = (node: Node): void => {
  const { n: count, numbers, x: apart } = node;
  const value = node.a.v;
  let low = -1;
  if (count <= FEW) {
    for (let at = 0; at < count; at++) {
      if (!(value - (numbers[at] ?? NaN) > apart)) {
        const is = reached(node, at);
        if (is !== 1) {
          if (is === 0) break;
          node.v = NaN;
          return;
        }
      }
      low = at;
    }
  } else {
    let high = count;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      const is = reached(node, middle);
      if (is === 1) low = middle;
      else if (is === 0) high = middle;
      else {
        node.v = NaN;
        return;
      }
    }
  }
  if (low < 0) node.v = node.y + 0 * value;
  else node.v = numbers[count + low] ?? NaN;
};

/** The piece of a line on which a value lies: that before the first point counts as the first, and so the last. */
const pieceOf = (numbers: Float64Array, count: number, value: number): number => {
  let piece = 0;
  if (count <= FEW) {
    while (piece < count - 2 && value >= (numbers[piece + 1] ?? NaN)) piece += 1;
    return piece;
  }
  let high = count - 1;
  while (high - piece > 1) {
    const middle = (piece + high) >> 1;
    if (value >= (numbers[middle] ?? NaN)) piece = middle;
    else high = middle;
  }
  return piece;
};

/** Whether a value lies so near to a point of a line that exact arithmetic might not tell its piece. */
const isNearPoint = (node: Node): boolean => {
  const { n: count, numbers, y: near } = node;
  const value = node.a.v;
  for (let at = 0; at < count; at++)
    if (!(Math.abs(value - (numbers[at] ?? NaN)) > near)) return true;
  return false;
};

/** What a line does outside its points. */
export const OUTSIDE = { none: 0, hold: 1, extend: 2 } as const;

/** The value of a line: `numbers` are where its points lie, what they give, and the slopes between them. */
export const along = (node: Node): void => {
  const { n: count, k: outside, numbers } = node;
  const value = node.a.v;
  const first = numbers[0] ?? NaN;
  const last = numbers[count - 1] ?? NaN;
  if (node.y > 0 && isNearPoint(node)) {
    node.v = NaN;
    return;
  }
  if (outside === OUTSIDE.hold) {
    if (value <= first) {
      node.v = numbers[count] ?? NaN;
      return;
    }
    if (value >= last) {
      node.v = numbers[2 * count - 1] ?? NaN;
      return;
    }
  } else if (outside === OUTSIDE.none && !(value >= first + node.x && value <= last - node.x)) {
    node.v = NaN;
    return;
  }
  const piece = pieceOf(numbers, count, value);
  node.v =
    (numbers[count + piece] ?? NaN) +
    (value - (numbers[piece] ?? NaN)) * (numbers[2 * count + piece] ?? NaN);
};

/** exp of the sum of weight * ln value; `numbers` are the weights and the least values, `k` is 1 where zero is told. */
export const product = (node: Node): void => {
  const { list, numbers } = node;
  const count = list.length;
  let sum = 0;
  let isZero = false;
  let i = 0;
  for (const { v: value } of list) {
    if (value >= (numbers[count + i] ?? NaN)) sum += (numbers[i] ?? NaN) * Math.log(value);
    else if (value === 0 && node.k === 1) isZero = true;
    else {
      node.v = NaN;
      return;
    }
    i += 1;
  }
  if (isZero) node.v = 0;
  else node.v = Math.exp(sum);
};
