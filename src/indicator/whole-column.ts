import { type Exact, isRational } from '../number/exact.js';
import { fraction, type Rational, wholeDouble } from '../number/rational.js';
import { type Cell, isNumber } from '../slot.js';

/** The values of a column as doubles; undefined unless each is a whole number that a double holds without loss. */
const wholeDoubles = (column: readonly Cell[]): Float64Array | undefined => {
  const values = new Float64Array(column.length);
  for (let i = 0; i < column.length; i++) {
    const cell = column[i];
    if (cell === undefined || !isNumber(cell) || !isRational(cell)) return undefined;
    const value = wholeDouble(cell);
    if (value === undefined) return undefined;
    values[i] = value;
  }
  return values;
};

/**
 * The sum of values that are whole numbers; undefined for any others, and for a sum that doubles might not hold.
 *
 * Source: whole doubles below 2^53 add without loss
 */
export const wholeSum = (parts: readonly { readonly value: Exact }[]): Rational | undefined => {
  let total = 0;
  for (const { value } of parts) {
    total += (isRational(value) ? wholeDouble(value) : undefined) ?? NaN;
    if (!Number.isSafeInteger(total)) return undefined;
  }
  return fraction(total);
};

/**
 * The sum of a column of whole numbers, or its mean, without the `left` least and the `left` greatest values; undefined for any
 * other column, and for a sum that doubles might not hold.
 *
 * Source: whole doubles below 2^53 add without loss
 */
export const totalOfWhole = (
  column: readonly Cell[],
  { left, isMean }: { readonly left: number; readonly isMean: boolean },
): Rational | undefined => {
  const values = wholeDoubles(column);
  if (values === undefined) return undefined;
  if (left > 0) values.sort();
  let total = 0;
  for (let i = left; i < values.length - left; i++) {
    total += values[i] ?? NaN;
    if (!Number.isSafeInteger(total)) return undefined;
  }
  return fraction(total, isMean ? values.length - 2 * left : 1);
};
