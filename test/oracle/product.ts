import {
  add,
  floor,
  type Fraction,
  fraction,
  isZero,
  multiply,
  negate,
  ONE,
  power,
  subtract,
} from './fraction.js';
import type { Interval } from './interval.js';

/** What is above zero and not taken apart any further. */
export type Atom =
  /** A prime, or what is left of a number once its small primes are taken out. */
  | { readonly is: 'whole'; readonly value: bigint }
  | { readonly is: 'e' }
  | { readonly is: 'ln'; readonly of: bigint }
  /** Any other number, by what it came of; the same comes of the same. */
  | { readonly is: 'other'; readonly id: number; readonly at: (scale: bigint) => Interval };

/** `base ^ exponent` */
export interface Factor {
  readonly base: Atom;
  readonly exponent: Fraction;
}

export const E: Atom = { is: 'e' };

const others = new Map<string, Atom>();

/** The number that came of what `key` tells. */
export const other = (key: string, at: (scale: bigint) => Interval): Atom => {
  const known = others.get(key);
  if (known !== undefined) return known;
  const enclosures = new Map<bigint, Interval>();
  const once = (scale: bigint): Interval => {
    const interval = enclosures.get(scale) ?? at(scale);
    enclosures.set(scale, interval);
    return interval;
  };
  const made: Atom = { is: 'other', id: others.size, at: once };
  others.set(key, made);
  return made;
};

export const nameOf = (atom: Atom): string => {
  switch (atom.is) {
    case 'whole':
      return String(atom.value);
    case 'e':
      return 'e';
    case 'ln':
      return `ln${String(atom.of)}`;
    case 'other':
      return `#${String(atom.id)}`;
  }
};

const PRIMES: readonly bigint[] = Array.from({ length: 998 }, (_, at) => at + 2)
  .filter((n) => !Array.from({ length: 30 }, (_, at) => at + 2).some((d) => d < n && n % d === 0))
  .map(BigInt);

const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? a : gcd(b, a % b));

/** The whole q-th root, cut off, by bisection. */
const wholeRoot = (a: bigint, q: bigint): bigint => {
  let low = 0n;
  let high = 2n ** (BigInt(a.toString(2).length) / q + 1n);
  while (high - low > 1n) {
    const middle = (low + high) / 2n;
    if (middle ** q <= a) low = middle;
    else high = middle;
  }
  return low;
};

/** `[b, k]` with `b ^ k` the number and `k` the greatest that there is. */
const asPower = (value: bigint): readonly [bigint, bigint] => {
  // Whatever is left has no prime below a thousand.
  const most = BigInt(Math.floor(value.toString(2).length / 9));
  for (let k = most; k > 1n; k -= 1n) {
    const root = wholeRoot(value, k);
    if (root ** k === value) return [root, k];
  }
  return [value, 1n];
};

type Exponents = readonly (readonly [bigint, bigint])[];
const known = new Map<bigint, Exponents>();

const takenApart = (value: bigint): Exponents => {
  const before = known.get(value);
  if (before !== undefined) return before;
  const found: (readonly [bigint, bigint])[] = [];
  let left = value;
  for (const prime of PRIMES) {
    let times = 0n;
    for (; left % prime === 0n; left /= prime) times += 1n;
    if (times > 0n) found.push([prime, times]);
    if (left === 1n) break;
  }
  if (left > 1n) found.push(asPower(left));
  known.set(value, found);
  return found;
};

/** A fraction above zero to a power, as powers of whole numbers. */
export const factorsIn = ({ n, d }: Fraction, exponent: Fraction = ONE): readonly Factor[] => {
  const powers = (value: bigint, by: Fraction): readonly Factor[] =>
    takenApart(value).map(([base, times]) => ({
      base: { is: 'whole', value: base },
      exponent: multiply(by, fraction(times)),
    }));
  return [...powers(n, exponent), ...powers(d, negate(exponent))];
};

/** Whole bases without a divisor in common, their exponents added. */
const apart = (factors: readonly Factor[]): ReadonlyMap<bigint, Fraction> => {
  const all = new Map<bigint, Fraction>();
  const put = (value: bigint, exponent: Fraction): void => {
    if (value === 1n) return;
    const same = all.get(value);
    if (same !== undefined) {
      all.set(value, add(same, exponent));
      return;
    }
    for (const [base, by] of all) {
      const common = gcd(base, value);
      if (common === 1n) continue;
      all.delete(base);
      put(base / common, by);
      put(value / common, exponent);
      put(common, add(by, exponent));
      return;
    }
    all.set(value, exponent);
  };
  for (const { base, exponent } of factors) if (base.is === 'whole') put(base.value, exponent);
  return all;
};

/** The product as a fraction times powers that are no fractions: of whole numbers between 0 and 1. */
export const multiplied = (
  factors: readonly Factor[],
): { readonly times: Fraction; readonly factors: readonly Factor[] } => {
  let times = ONE;
  const left: Factor[] = [];
  for (const [value, exponent] of apart(factors)) {
    const below = floor(exponent);
    times = multiply(times, power(fraction(value), below));
    const rest = subtract(exponent, fraction(below));
    if (!isZero(rest)) left.push({ base: { is: 'whole', value }, exponent: rest });
  }
  const rest = new Map<string, Factor>();
  for (const { base, exponent } of factors) {
    if (base.is === 'whole') continue;
    const name = nameOf(base);
    const before = rest.get(name);
    rest.set(name, {
      base,
      exponent: before === undefined ? exponent : add(before.exponent, exponent),
    });
  }
  left.push(...[...rest.values()].filter(({ exponent }) => !isZero(exponent)));
  return { times, factors: left };
};

export const inverse = (factors: readonly Factor[]): readonly Factor[] =>
  factors.map(({ base, exponent }) => ({ base, exponent: negate(exponent) }));

export const scaled = (factors: readonly Factor[], by: Fraction): readonly Factor[] =>
  factors.map(({ base, exponent }) => ({ base, exponent: multiply(exponent, by) }));
