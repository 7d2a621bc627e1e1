import { decimalText, readExact } from '../number/decimal.js';
import { type Rational, rational } from '../number/rational.js';
import { placesStep, powerOfTen, roundToStep } from '../number/round.js';
import type { Enclosure } from '../evaluate/scorecard.js';
import type { Text } from '../issue.js';
import type { Language } from './explanation.js';

/** A number as a person reads it; `exact` where what is shown is only near it. */
export interface Figure {
  readonly shown: string;
  readonly exact?: string;
}

/** The longest exact text that stands beside its approximation rather than below it. */
const BESIDE = 24;
const BETWEEN: Text = { id: 'antara {low} dan {high}', en: 'between {low} and {high}' };

/**
 * Every decimal in `text` in the language's own writing: `0,1` in Indonesian.
 *
 * A point between digits is a decimal point: no author's name has one, names begin with a letter.
 */
export const inDecimals = (text: string, language: Language): string =>
  language === 'id' ? text.replace(/(\d)\.(?=\d)/g, '$1,') : text;

/** `value` rounded half-up to so many places, in the language's writing. */
const approximation = (value: Rational, places: number, language: Language): string =>
  inDecimals(decimalText(roundToStep(value, placesStep(places), 'half-up'), places), language);

const nextTo = (exact: string, near: string, language: Language): Figure => {
  const whole = inDecimals(exact, language);
  return whole.length <= BESIDE
    ? { shown: `${whole} ≈ ${near}` }
    : { shown: `≈ ${near}`, exact: whole };
};

/**
 * An amount in a column: at exactly `places`, marked `≈` where that rounds it.
 *
 * @param exact - exact text of a scorecard; text that is no number is shown as it is
 */
export const amountFigure = (exact: string, places: number, language: Language): Figure => {
  const value = readExact(exact);
  if (value === undefined) return { shown: exact };
  const near = approximation(value, places, language);
  return powerOfTen(places) % value.d === 0n ? { shown: near } : nextTo(exact, near, language);
};

/** Places of an approximation outside columns. */
const PLACES = 6;

/** A number on its own: as it is where it ends within six places, otherwise also approximated. */
export const figure = (exact: string, language: Language): Figure => {
  const value = readExact(exact);
  if (value === undefined) return { shown: inDecimals(exact, language) };
  if (!exact.includes('/') && (exact.split('.')[1]?.length ?? 0) <= PLACES)
    return { shown: inDecimals(exact, language) };
  return nextTo(exact, approximation(value, PLACES, language), language);
};

/** A number, or what is known of an irrational one. */
export const numberFigure = (
  exact: string | Enclosure,
  near: string | undefined,
  language: Language,
): Figure => {
  if (typeof exact === 'string') return figure(exact, language);
  const low = inDecimals(exact.atLeast, language);
  const high = inDecimals(exact.atMost, language);
  const least = readExact(exact.atLeast);
  const middle = near ?? (least === undefined ? low : approximation(least, PLACES, language));
  return {
    shown: `≈ ${inDecimals(middle, language)}`,
    exact: BETWEEN[language].replace('{low}', () => low).replace('{high}', () => high),
  };
};

/** A figure in running text, its exact form in brackets. */
export const inline = ({ shown, exact }: Figure): string =>
  exact === undefined ? shown : `${shown} (${exact})`;

/** A share as a percentage: `60%`, `2/3 ≈ 66,6667%`. */
export const percentage = (share: string, language: Language): string => {
  const value = readExact(share);
  if (value === undefined) return inDecimals(share, language);
  const percent = rational(value.n * 100n, value.d);
  const places = [0, 1, 2, 3, 4].find((each) => powerOfTen(each) % percent.d === 0n);
  if (places !== undefined) return `${approximation(percent, places, language)}%`;
  const near = `${approximation(percent, 2, language)}%`;
  return inline(nextTo(share, near, language));
};
