import type { Language, Row } from '../../src/explain/explanation.js';
import { readExact } from '../../src/number/decimal.js';
import type { Rational } from '../../src/number/rational.js';

/** Text in the language's decimals, with points. */
const withPoints = (text: string, language: Language): string =>
  language === 'id' ? text.replace(/(\d),(?=\d)/g, '$1.') : text;

/** Every number that a text shows, sorted; in a list, a comma or a point is followed by a space. */
export const numbersIn = (text: string): readonly string[] =>
  (text.match(/\d+(?:[.,]\d+)?/g) ?? []).map((each) => each.replace(',', '.')).sort();

/** The exact amount of a row of a column of amounts: below it, before its `≈`, or as it stands. */
export const amountOf = (row: Row, language: Language): Rational => {
  const [before = '', after] = (row.value ?? '').split('≈');
  const text = row.exact ?? (after === undefined ? before : before.trim());
  const value = readExact(withPoints(text, language));
  if (value === undefined) throw new TypeError(`${text} is no amount`);
  return value;
};
