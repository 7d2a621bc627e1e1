// The naive exact evaluator of the benchmark: the rules in fractions of BigInts, nothing shared with src/.
//
// Everything but the geometric node is rational. The score is a + b * g with g = (x^3 * y^2)^(1/5), so a
// comparison with a rational c is decided by integers alone: g >= (c - a) / b where x^3 * y^2 >= ((c - a) / b)^5.
import {
  BANDS,
  CAP,
  ENDS,
  GOALPOSTS,
  INVERSES,
  LINES,
  RATERS,
  RATIOS,
  RULES,
  STEPS_OF_RATIO,
  STEPS_OF_VALUE,
  WEIGHTS,
} from './rules.mjs';

const abs = (n) => (n < 0n ? -n : n);
const gcd = (a, b) => {
  let [x, y] = [abs(a), abs(b)];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
};

/** A fraction `[numerator, denominator]`, the denominator above zero. */
const fraction = (n, d = 1n) => (d < 0n ? [-n, -d] : [n, d]);
const reduced = ([n, d]) => {
  const by = gcd(n, d);
  return by > 1n ? [n / by, d / by] : [n, d];
};
export const add = ([a, b], [c, d]) => (b === d ? [a + c, b] : [a * d + c * b, b * d]);
export const subtract = (x, [c, d]) => add(x, [-c, d]);
export const multiply = ([a, b], [c, d]) => [a * c, b * d];
export const divide = ([a, b], [c, d]) => fraction(a * d, b * c);
const compare = ([a, b], [c, d]) => (a * d < c * b ? -1 : a * d > c * b ? 1 : 0);
const least = (x, y) => (compare(x, y) <= 0 ? x : y);
const most = (x, y) => (compare(x, y) >= 0 ? x : y);

const known = new Map();

/** @returns the fraction that a number is as it is typed: its shortest decimal */
export const typed = (number) => {
  const found = known.get(number);
  if (found !== undefined) return found;
  const [, digits, exponent = '0'] = /^(-?[\d.]+)(?:e([+-]?\d+))?$/.exec(String(number)) ?? [];
  const [whole, decimals = ''] = digits.split('.');
  const scale = decimals.length - Number(exponent);
  const n = BigInt(whole + decimals);
  const value = scale >= 0 ? [n, 10n ** BigInt(scale)] : [n * 10n ** BigInt(-scale), 1n];
  if (known.size < 100_000) known.set(number, value);
  return value;
};

const HUNDRED = [100n, 1n];
const ZERO = [0n, 1n];
const TWO = [2n, 1n];
const CAPPED = typed(CAP);

const table = (steps) => steps.map(([x, y]) => [typed(x), typed(y)]);
const tables = Object.fromEntries(
  [...Object.entries(STEPS_OF_RATIO), ...Object.entries(STEPS_OF_VALUE)].map(
    ([i, { below, steps }]) => [i, { below: typed(below), steps: table(steps) }],
  ),
);
const lines = Object.fromEntries(Object.entries(LINES).map(([i, at]) => [i, table(at)]));

const step = ({ below, steps }, x) =>
  steps.reduce((value, [edge, gives]) => (compare(x, edge) >= 0 ? gives : value), below);

const along = (points, x) => {
  if (compare(x, points[0][0]) <= 0) return points[0][1];
  for (let i = 1; i < points.length; i++) {
    const [[x0, y0], [x1, y1]] = [points[i - 1], points[i]];
    if (compare(x, x1) <= 0) {
      const share = divide(subtract(x, x0), subtract(x1, x0));
      return add(y0, multiply(share, subtract(y1, y0)));
    }
  }
  return points.at(-1)[1];
};

const trimmedMean = (ratings, percent) => {
  const k = Number((BigInt(ratings.length) * BigInt(percent)) / 100n);
  const kept = [...ratings].sort((a, b) => a - b).slice(k, ratings.length - k);
  const sum = kept.map(typed).reduce(add, ZERO);
  return divide(sum, [BigInt(kept.length), 1n]);
};

/** @returns the value of every leaf of the tree, by name */
const leavesOf = (record) => {
  const values = {};
  const reached = (i) => {
    const { r, t } = record.ind[`i${i}`];
    return divide(typed(r), typed(t));
  };
  for (const i of RATIOS) values[`i${i}`] = least(CAPPED, multiply(HUNDRED, reached(i)));
  for (const i of INVERSES) {
    const value = multiply(HUNDRED, subtract(TWO, reached(i)));
    values[`i${i}`] = most(ZERO, least(CAPPED, value));
  }
  for (const i of Object.keys(LINES))
    values[`i${i}`] = along(lines[i], multiply(HUNDRED, reached(i)));
  for (const i of Object.keys(STEPS_OF_RATIO))
    values[`i${i}`] = step(tables[i], multiply(HUNDRED, reached(i)));
  for (const i of Object.keys(STEPS_OF_VALUE))
    values[`i${i}`] = step(tables[i], typed(record.ind[`i${i}`].r));
  for (const [i, [worst, best]] of Object.entries(GOALPOSTS)) {
    const from = typed(worst);
    const share = divide(subtract(typed(record.ind[`i${i}`].r), from), subtract(typed(best), from));
    values[`i${i}`] = multiply(HUNDRED, most(ZERO, least([1n, 1n], share)));
  }
  for (const [name, { trim }] of Object.entries(RATERS))
    values[name] = trimmedMean(record[name], trim);
  return values;
};

const share = (node, part) => [BigInt(WEIGHTS[node][part]), 100n];

const meanOf = (node, values) =>
  reduced(
    Object.keys(WEIGHTS[node])
      .map((part) => multiply(share(node, part), values[part]))
      .reduce(add, ZERO),
  );

// The geometric node's part of the total, and the exponents of x^3 * y^2 under the fifth root.
const WEIGHT_OF_OUTPUT = multiply(share('total', 'results'), share('results', 'output'));
if (WEIGHTS.output.quantity !== 60) throw new Error('the oracle is written for 0.6 and 0.4');

/** @returns the total as `a + b * (x^3 * y^2)^(1/5)`: exact, with nothing rounded */
export const exactTotal = (record) => {
  const values = leavesOf(record);
  const process = multiply(share('results', 'process'), meanOf('process', values));
  const results = multiply(share('total', 'results'), process);
  const behaviour = multiply(share('total', 'behaviour'), meanOf('behaviour', values));
  const [x, y] = [meanOf('quantity', values), meanOf('quality', values)];
  const power = multiply([x[0] ** 3n, x[1] ** 3n], [y[0] ** 2n, y[1] ** 2n]);
  return { a: reduced(add(results, behaviour)), b: WEIGHT_OF_OUTPUT, power };
};

/** Whether the total less `by` is at least `c`. */
const reaches = ({ a, b, power }, c) => {
  const [n, d] = divide(subtract(c, a), b);
  return n <= 0n || compare(power, [n ** 5n, d ** 5n]) >= 0;
};

const approximate = ([n, d]) => Number((n << 60n) / d) / 2 ** 60;

/** The whole hundredths nearest to `total + change`, halves up. */
const roundedSum = (total, change) => {
  const { a, b, power } = total;
  const near = approximate(a) + approximate(b) * approximate(power) ** 0.2 + approximate(change);
  let cents = BigInt(Math.floor(near * 100 + 0.5));
  // INVARIANT at the end: cents - 1/2 <= 100 * (total + change) < cents + 1/2
  const isAtLeast = (n) => reaches(total, subtract([2n * n - 1n, 200n], change));
  while (!isAtLeast(cents)) cents -= 1n;
  while (isAtLeast(cents + 1n)) cents += 1n;
  return Number(cents);
};

const IDEA_FROM = typed(RULES.idea.when);
const IDEA = typed(RULES.idea.bonus);
const AWARD = typed(RULES.awards.each);
const AWARDS_MOST = typed(RULES.awards.atMost);
const ABSENCE = typed(RULES.absence.each);
const EDGES = BANDS.slice(1).map(([label, from]) => [label, from * 100]);

/** @returns what the rules add to the total; the bonus for an idea asks for a total of 75 */
export const changeOf = (record, total) => {
  const bonus = record.idea && reaches(total, IDEA_FROM) ? IDEA : ZERO;
  const awards = least(AWARDS_MOST, multiply(AWARD, typed(record.awards)));
  const days = record.absent - RULES.absence.free;
  const penalty = days > 0 ? multiply(ABSENCE, typed(days)) : ZERO;
  return subtract(add(bonus, awards), penalty);
};

/** @returns the label of a score in hundredths */
const labelOf = (cents, idea) => {
  const at = EDGES.findLastIndex(([, from]) => cents >= from);
  const isTop = at === EDGES.length - 1;
  return BANDS[isTop && !idea ? at : at + 1][0];
};

/** @returns the score in hundredths and the label of a record: `{ cents, rating }`, exact */
export const oracle = (record) => {
  const total = exactTotal(record);
  let cents = roundedSum(total, changeOf(record, total));
  // Capping at whole hundredths before or after the rounding is the same.
  if (record.sanction) cents = Math.min(cents, RULES.sanction.cap * 100);
  cents = Math.max(ENDS[0] * 100, Math.min(ENDS[1] * 100, cents));
  return { cents, rating: labelOf(cents, record.idea) };
};
