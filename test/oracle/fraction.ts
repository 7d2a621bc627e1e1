/** A fraction, as at school: in lowest terms, the denominator above zero. */
export interface Fraction {
  readonly n: bigint;
  readonly d: bigint;
}

export type Mode = 'half-up' | 'half-down' | 'half-even' | 'up' | 'down' | 'ceiling' | 'floor';

const abs = (a: bigint): bigint => (a < 0n ? -a : a);

const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? abs(a) : gcd(b, a % b));

export const fraction = (n: bigint, d: bigint = 1n): Fraction => {
  if (d === 0n) throw new RangeError('a fraction over zero');
  const common = gcd(n, d) * (d < 0n ? -1n : 1n);
  return { n: n / common, d: d / common };
};

export const ZERO = fraction(0n);
export const ONE = fraction(1n);

export const add = (a: Fraction, b: Fraction): Fraction =>
  fraction(a.n * b.d + b.n * a.d, a.d * b.d);
export const negate = (a: Fraction): Fraction => fraction(-a.n, a.d);
export const subtract = (a: Fraction, b: Fraction): Fraction => add(a, negate(b));
export const multiply = (a: Fraction, b: Fraction): Fraction => fraction(a.n * b.n, a.d * b.d);
export const divide = (a: Fraction, b: Fraction): Fraction => fraction(a.n * b.d, a.d * b.n);
export const isZero = (a: Fraction): boolean => a.n === 0n;
export const isInteger = (a: Fraction): boolean => a.d === 1n;

/** -1, 0 or 1 as `a` is below, equal to or above `b`. */
export const compare = (a: Fraction, b: Fraction): number => {
  const difference = a.n * b.d - b.n * a.d;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
};

export const sum = (all: readonly Fraction[]): Fraction => all.reduce(add, ZERO);

/** `a` to a whole power, below zero too. */
export const power = (a: Fraction, exponent: bigint): Fraction =>
  exponent >= 0n
    ? fraction(a.n ** exponent, a.d ** exponent)
    : fraction(a.d ** -exponent, a.n ** -exponent);

const decimal = (text: string): Fraction => {
  const match = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(text);
  if (match === null) throw new SyntaxError(`not a decimal: ${text}`);
  const [, minus, whole = '', decimals = '', exponent = '0'] = match;
  const digits = fraction(BigInt(whole + decimals) * (minus === '-' ? -1n : 1n));
  return multiply(digits, power(fraction(10n), BigInt(exponent) - BigInt(decimals.length)));
};

/** A JSON number (its shortest decimal), or the text of a decimal, a percentage or a fraction. */
export const parse = (literal: number | string): Fraction => {
  if (typeof literal === 'number') return decimal(String(literal));
  if (literal.endsWith('%')) return divide(decimal(literal.slice(0, -1)), fraction(100n));
  const [above = '', below] = literal.split('/');
  return below === undefined ? decimal(above) : divide(decimal(above), decimal(below));
};

/** The whole number below. */
export const floor = (a: Fraction): bigint => {
  const down = a.n / a.d;
  return a.n < 0n && down * a.d !== a.n ? down - 1n : down;
};

/** `below`, or the whole number above it: by on which side of the middle the value lies, and its sign. */
export const choose = (below: bigint, side: number, mode: Mode): bigint => {
  const above = below + 1n;
  const isNegative = below < 0n;
  const away = isNegative ? below : above;
  const toward = isNegative ? above : below;
  switch (mode) {
    case 'floor':
      return below;
    case 'ceiling':
      return above;
    case 'up':
      return away;
    case 'down':
      return toward;
    case 'half-up':
      return side < 0 ? below : side > 0 ? above : away;
    case 'half-down':
      return side < 0 ? below : side > 0 ? above : toward;
    case 'half-even':
      return side < 0 ? below : side > 0 ? above : below % 2n === 0n ? below : above;
  }
};

/** To the nearest or next multiple of `step`. */
export const round = (a: Fraction, step: Fraction, mode: Mode): Fraction => {
  const steps = divide(a, step);
  if (isInteger(steps)) return a;
  const below = floor(steps);
  const side = compare(subtract(steps, fraction(below)), fraction(1n, 2n));
  return multiply(fraction(choose(below, side, mode)), step);
};

/** `n` or `n/d`. */
export const exactText = (a: Fraction): string => (a.d === 1n ? String(a.n) : `${a.n}/${a.d}`);

/** With that many places; the rest, if any, is cut off. */
export const decimalText = (a: Fraction, places: number): string => {
  const digits = String((abs(a.n) * 10n ** BigInt(places)) / a.d).padStart(places + 1, '0');
  const point = digits.length - places;
  const text = places === 0 ? digits : `${digits.slice(0, point)}.${digits.slice(point)}`;
  return a.n < 0n && /[1-9]/.test(text) ? `-${text}` : text;
};

/** How many places write it whole, or undefined when none do. */
export const placesOf = (a: Fraction): number | undefined => {
  for (let places = 0; places <= 60; places += 1) {
    if (isInteger(multiply(a, fraction(10n ** BigInt(places))))) return places;
  }
  return undefined;
};
