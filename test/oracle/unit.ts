import { divide, type Fraction, fraction, multiply, ONE, power } from './fraction.js';

/** What a number counts: base units with exponents, and how many of them one unit is; a bare number is `any`. */
export type Unit = 'any' | Counted;

interface Counted {
  readonly bases: ReadonlyMap<string, number>;
  readonly factor: Fraction;
}

const SECONDS: ReadonlyMap<string, bigint> = new Map([
  ['second', 1n],
  ['minute', 60n],
  ['hour', 3600n],
]);

export const RATIO: Counted = { bases: new Map(), factor: ONE };

const isShare = ({ bases, factor }: Counted): boolean => bases.size === 0 && factor.n === factor.d;

const times = (a: Unit, b: Unit, direction: 1 | -1): Unit => {
  // A bare number times or by a share is still in whatever unit its place asks for.
  if ((a === 'any' || isShare(a)) && (b === 'any' || isShare(b)) && (a === 'any' || b === 'any'))
    return 'any';
  const left = a === 'any' ? RATIO : a;
  const right = b === 'any' ? RATIO : b;
  const bases = new Map(left.bases);
  for (const [base, exponent] of right.bases) {
    const both = (bases.get(base) ?? 0) + direction * exponent;
    if (both === 0) bases.delete(base);
    else bases.set(base, both);
  }
  return {
    bases,
    factor:
      direction === 1 ? multiply(left.factor, right.factor) : divide(left.factor, right.factor),
  };
};

export const multiplyUnits = (a: Unit, b: Unit): Unit => times(a, b, 1);
export const divideUnits = (a: Unit, b: Unit): Unit => times(a, b, -1);

const base = (text: string): Unit => {
  const [name = '', exponent = '1'] = text.split('^');
  if (name === 'ratio') return RATIO;
  const seconds = SECONDS.get(name);
  return {
    bases: new Map([[seconds === undefined ? name : 'second', Number(exponent)]]),
    factor: power(fraction(seconds ?? 1n), BigInt(exponent)),
  };
};

/** `points/day`, `hour*person^2`, `ratio`. */
export const unitOf = (text: string): Unit => {
  let unit: Unit = RATIO;
  for (const [, operator = '*', name = ''] of text.matchAll(/([*/]?)([^*/]+)/g)) {
    unit = times(unit, base(name), operator === '/' ? -1 : 1);
  }
  return unit;
};

const isSame = (a: Counted, b: Counted): boolean =>
  a.bases.size === b.bases.size &&
  [...a.bases].every(([name, exponent]) => b.bases.get(name) === exponent);

/** By what a number in `from` is multiplied to be one in `to`. */
export const conversion = (from: Unit, to: Unit): Fraction => {
  if (from === 'any' || to === 'any') return ONE;
  if (!isSame(from, to)) throw new TypeError('units that do not convert');
  return divide(from.factor, to.factor);
};
