import { divide, multiply, ONE, type Rational, rational } from './number/rational.js';

/**
 * What a number counts: a product of base units.
 *
 * INVARIANT: no exponent is zero.
 */
export interface Unit {
  /** Exponent by base unit; empty for a pure ratio. */
  readonly dimensions: ReadonlyMap<string, number>;
  /** How many base units one of these is: 60 for a minute, 3600 for an hour, otherwise 1. */
  readonly factor: Rational;
  /** As the policy writes it, `points/day`. */
  readonly text: string;
}

/** The unit of a bare number: whatever its place asks for. */
export type UnitOrAny = Unit | 'any';

/** The unit of a share or a quotient of like things, written `ratio`. */
export const RATIO: Unit = { dimensions: new Map(), factor: ONE, text: 'ratio' };

/** Units that are so many of another, by name. */
export type DerivedUnits = ReadonlyMap<
  string,
  { readonly base: string; readonly factor: Rational }
>;

/**
 * Times that convert exactly. A day is its own unit: a working day is not 24 hours, and no rule may
 * pretend so.
 *
 * Source: SI Brochure, 9th edition, table 8 (minute, hour)
 */
const TIMES: DerivedUnits = new Map([
  ['second', { base: 'second', factor: ONE }],
  ['minute', { base: 'second', factor: rational(60n) }],
  ['hour', { base: 'second', factor: rational(3600n) }],
]);

/** Names of units that mean something already, in every policy. */
export const RESERVED_UNITS: readonly string[] = ['ratio', 'day', ...TIMES.keys()];

const UNIT = /^[a-z][a-z0-9-]*(?:\^[1-9])?(?:[*/][a-z][a-z0-9-]*(?:\^[1-9])?)*$/;

/** Takes away what has cancelled. */
const cancel = (dimensions: Map<string, number>): void => {
  for (const [base, exponent] of dimensions) if (exponent === 0) dimensions.delete(base);
};

const withText = (dimensions: Map<string, number>, factor: Rational): Unit => {
  cancel(dimensions);
  const power = ([base, exponent]: readonly [string, number]): string =>
    Math.abs(exponent) === 1 ? base : `${base}^${String(Math.abs(exponent))}`;
  const parts = [...dimensions].sort(([a], [b]) => (a < b ? -1 : 1));
  const above = parts.filter(([, exponent]) => exponent > 0).map(power);
  const below = parts.filter(([, exponent]) => exponent < 0).map((part) => `/${power(part)}`);
  const text = `${above.join('*') || 'ratio'}${below.join('')}`;
  return { dimensions, factor, text: parts.length === 0 ? 'ratio' : text };
};

/** Base names, each with its exponent. */
export type UnitParts = readonly (readonly [base: string, exponent: number])[];

/** The base names in `text`, each with its exponent; undefined when `text` is not of that form. */
export const unitParts = (text: string): UnitParts | undefined => {
  if (text.length > 80 || !UNIT.test(text)) return undefined;
  return text.split(BEFORE_SIGN).map((part) => {
    const isBelow = part.startsWith('/');
    const [base = '', power = '1'] = (isBelow || part.startsWith('*') ? part.slice(1) : part).split(
      '^',
    );
    return [base, isBelow ? -Number(power) : Number(power)];
  });
};

const BEFORE_SIGN = /(?=[*/])/;

/** `factor` to a whole power. */
const raised = (factor: Rational, exponent: number): Rational => {
  let power = ONE;
  for (let i = 0; i < Math.abs(exponent); i++) power = multiply(power, factor);
  return exponent < 0 ? (divide(ONE, power) ?? ONE) : power;
};

/**
 * The unit that `text` names: base names joined by `*` and `/`, each with an optional `^` power.
 *
 * @param derived - units of a policy's own that are so many of another
 * @param parts - those of `text`, where they are known
 * @returns undefined when `text` is not of that form, or comes to a ratio that is not 1
 */
export const readUnit = (
  text: string,
  derived: DerivedUnits = new Map(),
  parts: UnitParts | undefined = unitParts(text),
): Unit | undefined => {
  if (text === 'ratio') return RATIO;
  if (parts === undefined) return undefined;
  const dimensions = new Map<string, number>();
  let factor = ONE;
  for (const [name, exponent] of parts) {
    if (name === 'ratio') continue;
    const known = TIMES.get(name) ?? derived.get(name) ?? { base: name, factor: ONE };
    dimensions.set(known.base, (dimensions.get(known.base) ?? 0) + exponent);
    factor = multiply(factor, raised(known.factor, exponent));
  }
  cancel(dimensions);
  // `minute/hour` would be a ratio that is not 1: no number means that.
  return dimensions.size === 0 ? undefined : { dimensions, factor, text };
};

const combine = (a: Unit, b: Unit, direction: 1 | -1): Unit => {
  const dimensions = new Map(a.dimensions);
  for (const [base, exponent] of b.dimensions) {
    dimensions.set(base, (dimensions.get(base) ?? 0) + direction * exponent);
  }
  const factor =
    direction === 1 ? multiply(a.factor, b.factor) : (divide(a.factor, b.factor) ?? ONE);
  if (b.dimensions.size === 0 && b.factor.n === b.factor.d) return a;
  return withText(dimensions, factor);
};

/**
 * The unit of a product. A bare number is a pure number beside a unit, and keeps its freedom beside
 * a ratio: `100 * ratio` may be points or per cent, `2 * day` is days.
 */
export const multiplyUnits = (a: UnitOrAny, b: UnitOrAny): UnitOrAny => {
  if (a === 'any') return b === 'any' || b.dimensions.size === 0 ? 'any' : b;
  if (b === 'any') return a.dimensions.size === 0 ? 'any' : a;
  return combine(a, b, 1);
};

/** The unit of a quotient, by the same reading of bare numbers. */
export const divideUnits = (a: UnitOrAny, b: UnitOrAny): UnitOrAny => {
  if (b === 'any') return a === 'any' || a.dimensions.size === 0 ? 'any' : a;
  if (a === 'any') return b.dimensions.size === 0 ? 'any' : combine(RATIO, b, -1);
  return combine(a, b, -1);
};

/**
 * How many of `to` one of `from` is.
 *
 * @returns 1 when they are the same unit, 1/60 from minute to hour, undefined when they do not convert
 */
export const conversionFactor = (from: UnitOrAny, to: UnitOrAny): Rational | undefined => {
  if (from === to || from === 'any' || to === 'any') return ONE;
  if (from.dimensions.size !== to.dimensions.size) return undefined;
  for (const [base, exponent] of from.dimensions) {
    if (to.dimensions.get(base) !== exponent) return undefined;
  }
  return divide(from.factor, to.factor);
};

/** A unit as a message shows it. */
export const unitText = (unit: UnitOrAny): string => (unit === 'any' ? 'a bare number' : unit.text);
