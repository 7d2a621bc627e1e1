import { fromDouble, readNumber } from '../number/decimal.js';
import type { Rational } from '../number/rational.js';
import type { Pointer } from '../pointer.js';
import { type UnitOrAny, unitText } from '../unit.js';
import type { NumberLiteral } from './rule.js';
import type { Scope } from './scope.js';

/** The exact number a literal stands for; undefined when it is none. */
export const readLiteral = (literal: NumberLiteral): Rational | undefined =>
  typeof literal === 'number' ? fromDouble(literal) : readNumber(literal);

/** Whether a percentage stands where a unit is asked for: per cent of what, it does not say. `3%` of `ratio/day` is clear. */
const isPercentOf = (literal: NumberLiteral, unit: UnitOrAny): boolean =>
  typeof literal === 'string' &&
  literal.endsWith('%') &&
  unit !== 'any' &&
  [...unit.dimensions.values()].some((exponent) => exponent > 0);

/**
 * The number that `literal` stands for, or undefined after a report.
 *
 * @param unit - what its place asks for
 * Issues: `number.unreadable`, `number.percent`
 */
export const numberAt = (
  literal: NumberLiteral,
  pointer: Pointer,
  report: Scope['report'],
  unit: UnitOrAny = 'any',
): Rational | undefined => {
  if (isPercentOf(literal, unit)) {
    report('number.percent', pointer, { found: String(literal), unit: unitText(unit) });
    return undefined;
  }
  const value = readLiteral(literal);
  if (value === undefined) report('number.unreadable', pointer, { found: String(literal) });
  return value;
};
