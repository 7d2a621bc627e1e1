import type { Program, Ties } from './program.js';

/** -1, 0 or 1 as the quotient of a tie lies below, on or above its edge. */
export const decideTie = (ties: Ties, tie: number, m: Float64Array): number => {
  if (tie < 0) return NaN;
  // Given numbers are decimals: times their scale they are whole but for less than half a unit.
  const actual = Math.floor((m[ties.actual[tie] ?? 0] ?? NaN) * (ties.actualScale[tie] ?? 1) + 0.5);
  const target = Math.floor((m[ties.target[tie] ?? 0] ?? NaN) * (ties.targetScale[tie] ?? 1) + 0.5);
  const sum = actual * (ties.left[tie] ?? NaN) + target * (ties.right[tie] ?? NaN);
  const order = sum > 0 ? 1 : sum < 0 ? -1 : sum;
  return ties.isHeld[tie] === 1 && order > 0 ? 0 : order;
};

/** Rounds a number of steps; no number within `y` of where the mode, by its position in `ROUNDING_MODES`, turns. */
export const roundSteps = (steps: number, mode: number, y: number): number => {
  const whole = Math.floor(steps);
  const rest = steps - whole;
  if (mode === 7) return rest < 0.5 ? whole : whole + 1;
  if (mode < 3) {
    const past = rest - 0.5;
    return past > y ? whole + 1 : past < -y ? whole : NaN;
  }
  if (!(rest > y && rest < 1 - y)) return NaN;
  const isUp = mode === 5 || (mode === 3 && steps > 0) || (mode === 4 && steps < 0);
  return isUp ? whole + 1 : whole;
};

/** Whether `value` has reached edge `k` of a step table: 1, 0, or no number where that cannot be told. */
const reached = (program: Program, i: number, k: number, m: Float64Array): number => {
  const { numbers, list } = program;
  const past = (m[program.a[i] ?? 0] ?? NaN) - (numbers[(program.numbersFrom[i] ?? 0) + k] ?? NaN);
  const apart = program.x[i] ?? 0;
  if (past > apart) return 1;
  if (past < -apart) return 0;
  const from = program.listFrom[i] ?? 0;
  const isTied = apart > 0 && program.c[i] === 1 && past === past;
  const tie = list[from + (program.b[i] ?? 0) + k] ?? -1;
  const order = isTied ? decideTie(program.ties, tie, m) : apart === 0 ? past : NaN;
  return order > 0 || (order === 0 && list[from + k] === 0) ? 1 : order <= 0 ? 0 : NaN;
};

/** What the last edge of a step table that `value` has reached gives. */
export const climb = (program: Program, i: number, m: Float64Array): number => {
  const { numbers } = program;
  const value = m[program.a[i] ?? 0] ?? NaN;
  const count = program.b[i] ?? 0;
  const at = program.numbersFrom[i] ?? 0;
  const apart = program.x[i] ?? 0;
  if (value !== value) return NaN;
  let low = -1;
  if (count <= 12) {
    // Few edges are passed one after another.
    for (let k = 0; k < count; k++) {
      if (!(value - (numbers[at + k] ?? NaN) > apart)) {
        const is = reached(program, i, k, m);
        if (is !== 1) {
          if (is !== 0) return NaN;
          break;
        }
      }
      low = k;
    }
  } else {
    let high = count;
    while (high - low > 1) {
      const k = (low + high) >> 1;
      const is = reached(program, i, k, m);
      if (is === 1) low = k;
      else if (is === 0) high = k;
      else return NaN;
    }
  }
  return low < 0 ? (program.y[i] ?? NaN) : (numbers[at + count + low] ?? NaN);
};

/** The value of a line at `value`. */
export const along = (program: Program, i: number, value: number): number => {
  const { numbers } = program;
  const count = program.b[i] ?? 0;
  const outside = program.c[i] ?? 0;
  const at = program.numbersFrom[i] ?? 0;
  const apart = program.x[i] ?? 0;
  const first = numbers[at] ?? NaN;
  const last = numbers[at + count - 1] ?? NaN;
  const near = program.y[i] ?? 0;
  if (near > 0) {
    for (let k = at; k < at + count; k++)
      if (!(Math.abs(value - (numbers[k] ?? NaN)) > near)) return NaN;
  }
  if (outside === 1) {
    if (value <= first) return numbers[at + count] ?? NaN;
    if (value >= last) return numbers[at + 2 * count - 1] ?? NaN;
  } else if (outside === 0 && !(value >= first + apart && value <= last - apart)) return NaN;
  let piece = 0;
  if (count <= 16)
    while (piece < count - 2 && value >= (numbers[at + piece + 1] ?? NaN)) piece += 1;
  else {
    let high = count - 1;
    while (high - piece > 1) {
      const middle = (piece + high) >> 1;
      if (value >= (numbers[at + middle] ?? NaN)) piece = middle;
      else high = middle;
    }
  }
  const slope = numbers[at + 2 * count + piece] ?? NaN;
  return (numbers[at + count + piece] ?? NaN) + (value - (numbers[at + piece] ?? NaN)) * slope;
};

/** exp of the sum of weight * ln value. */
export const product = (program: Program, i: number, m: Float64Array): number => {
  const { list, numbers } = program;
  const from = program.listFrom[i] ?? 0;
  const count = (program.listFrom[i + 1] ?? 0) - from;
  const at = program.numbersFrom[i] ?? 0;
  let sum = 0;
  let isZero = false;
  for (let k = 0; k < count; k++) {
    const value = m[list[from + k] ?? 0] ?? NaN;
    if (value >= (numbers[at + count + k] ?? NaN))
      sum += (numbers[at + k] ?? NaN) * Math.log(value);
    else if (value === 0 && program.c[i] === 1) isZero = true;
    else return NaN;
  }
  return isZero ? 0 : Math.exp(sum);
};
