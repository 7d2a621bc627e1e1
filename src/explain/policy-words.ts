import { exactText } from '../number/decimal.js';
import type { Text } from '../issue.js';
import { readLiteral } from '../rule/literal.js';
import { printTerm } from '../rule/print.js';
import type { NumberLiteral } from '../rule/rule.js';
import type { Term } from '../rule/term.js';
import type { Language } from './explanation.js';
import { inDecimals } from './figure.js';
import { say, type Template } from './say.js';

/** A number as the policy writes it, in the language's decimals. */
export const literalText = (literal: NumberLiteral, language: Language): string => {
  const value = typeof literal === 'number' ? readLiteral(literal) : undefined;
  return inDecimals(value === undefined ? String(literal) : exactText(value), language);
};

/** A rule as a formula, in the language's decimals. */
export const ruleText = (term: Term, language: Language): string =>
  inDecimals(printTerm(term, language), language);

/** ` unit`, or nothing for a pure ratio. */
export const unitAfter = (unit: string | undefined): string =>
  unit === undefined || unit === 'ratio' ? '' : ` ${unit}`;

const SOURCE: Template = { id: 'dasar: {cite}', en: 'source: {cite}' };

/** The citation of a rule as a note; none where it has none. */
export const citeNotes = (cite: string | undefined, language: Language): readonly string[] =>
  cite === undefined ? [] : [say(SOURCE, language, { cite })];

/** A title as a note; none where there is none, or where it only repeats the name. */
export const titleNotes = (
  title: Text | undefined,
  name: string,
  language: Language,
): readonly string[] => (title === undefined || title[language] === name ? [] : [title[language]]);
