import { readDecimal } from './number/decimal.js';
import { add, compare, multiply, type Rational, rational, ZERO } from './number/rational.js';

/** How a duration may be written: fields joined by colons, or numbers each with its letter. */
export const DURATION_PATTERNS = [
  'h:mm',
  'h:mm:ss',
  'm:ss',
  'd h',
  'd h m',
  'h m',
  'h m s',
  'm s',
] as const;

/** How a duration is written; a closed set. */
export type DurationPattern = (typeof DURATION_PATTERNS)[number];

/** One duration in each pattern, to show how it is written. */
export const DURATION_EXAMPLES: Readonly<Record<DurationPattern, string>> = {
  'h:mm': '7:30',
  'h:mm:ss': '7:30:05',
  'm:ss': '2:31.5',
  'd h': '3 d 4 h',
  'd h m': '3 d 4 h 30 m',
  'h m': '7 h 30 m',
  'h m s': '7 h 30 m 5 s',
  'm s': '2 m 31.5 s',
};

/** Whether a pattern counts days, so that it must be said how long one is. */
export const countsDays = (pattern: DurationPattern): boolean => pattern.startsWith('d');

type Letter = 'd' | 'h' | 'm' | 's';

/** The fields of a pattern, the largest first. */
export const lettersOf = (pattern: DurationPattern): readonly Letter[] =>
  pattern.split(/[ :]/).map((field) => field.charAt(0) as Letter);

/** Whether a field stops below 60. An hour beside days is free: a day of 7.5 hours does not carry over at 24. */
export const carriesOver = (letter: Letter, letters: readonly Letter[]): boolean =>
  (letter === 'm' || letter === 's') && letter !== letters[0];

/** A field as it was written. */
interface Field {
  readonly letter: Letter;
  readonly text: string;
}

/** Characters of a text that is read: far more than any duration needs, and little enough to read at once. */
export const LONGEST_DURATION = 200;

const fieldsOfColons = (text: string, letters: readonly Letter[]): readonly Field[] | undefined => {
  const parts = text.split(':');
  if (parts.length !== letters.length) return undefined;
  const isRead = parts.every((part, i) =>
    i === 0 ? /^\d+$/.test(part) : i < parts.length - 1 ? /^\d\d$/.test(part) : LAST.test(part),
  );
  return isRead ? letters.map((letter, i) => ({ letter, text: parts[i] ?? '' })) : undefined;
};

const LAST = /^\d\d(?:\.\d+)?$/;
const PART = /^ ?(\d+(?:\.\d+)?) ?([dhms])/;

const fieldsOfWords = (text: string, letters: readonly Letter[]): readonly Field[] | undefined => {
  const fields: Field[] = [];
  let next = 0;
  let rest = text.startsWith(' ') ? '' : text;
  while (rest !== '') {
    const [part, number = '', letter] = PART.exec(rest) ?? [];
    const place = letters.findIndex((each, i) => i >= next && each === letter);
    if (part === undefined || place < 0) return undefined;
    fields.push({ letter: letters[place] ?? 's', text: number });
    next = place + 1;
    rest = rest.slice(part.length);
  }
  const isWhole = fields.slice(0, -1).every((field) => !field.text.includes('.'));
  return fields.length > 0 && isWhole ? fields : undefined;
};

/** Seconds of a field. Source: SI Brochure, 9th edition, table 8 (minute, hour) */
const SECONDS = { h: rational(3600n), m: rational(60n), s: rational(1n) } as const;

/** Minutes and seconds carry over at this many. */
const SIXTY = rational(60n);

/**
 * The length of a written duration, in seconds.
 *
 * days * dayHours * 3600 + hours * 3600 + minutes * 60 + seconds
 * @param text - `7:30` in `h:mm`: the first field has any number of digits, the others two and are below
 *   60. `3 d 4 h` in `d h`: whole numbers each with its letter, in order, at least one; minutes and seconds
 *   are below 60 where the pattern has something larger. A space is optional. The last field written may
 *   have decimal places
 * @param daySeconds - how long a day is; a pattern that counts days reads nothing without it
 * @returns undefined when the text is not in the pattern
 * Source: docs/evaluation.md (durations)
 */
export const readDuration = (
  text: string,
  pattern: DurationPattern,
  daySeconds?: Rational,
): Rational | undefined => {
  if (text.length > LONGEST_DURATION) return undefined;
  const letters = lettersOf(pattern);
  const fields = pattern.includes(':')
    ? fieldsOfColons(text, letters)
    : fieldsOfWords(text, letters);
  if (fields === undefined) return undefined;
  let total = ZERO;
  for (const { letter, text: number } of fields) {
    const value = readDecimal(number);
    const size = letter === 'd' ? daySeconds : SECONDS[letter];
    if (value === undefined || size === undefined) return undefined;
    if (carriesOver(letter, letters) && compare(value, SIXTY) >= 0) return undefined;
    total = add(total, multiply(value, size));
  }
  return total;
};
