import {
  carriesOver,
  countsDays,
  DURATION_PATTERNS,
  type DurationPattern,
  LONGEST_DURATION,
  lettersOf,
} from '../duration.js';
import type { JsonObject } from '../json.js';

const WHOLE = '\\d+';
/** A whole number below 60, leading zeros as they come. */
const BELOW_SIXTY = '0*[0-5]?\\d';
const PLACES = '(\\.\\d+)?';

const ofColons = (pattern: DurationPattern): string => {
  const letters = lettersOf(pattern);
  return `${letters.map((_, i) => (i === 0 ? WHOLE : '[0-5]\\d')).join(':')}${PLACES}`;
};

/** One way for each letter that may be the last written: only that part may have decimal places. */
const ofWords = (pattern: DurationPattern): string => {
  const letters = lettersOf(pattern);
  const number = letters.map((letter) => (carriesOver(letter, letters) ? BELOW_SIXTY : WHOLE));
  const ways = letters.map((letter, last) => {
    const before = letters.slice(0, last).map((each, i) => `(${number[i] ?? ''} ?${each} ?)?`);
    return `${before.join('')}${number[last] ?? ''}${PLACES} ?${letter}`;
  });
  return `(${ways.join('|')})`;
};

/**
 * A duration as evidence writes it in `pattern`: exactly the texts that `readDuration` reads, in the part of
 * regular expressions that all dialects share.
 */
export const durationForm = (pattern: DurationPattern): JsonObject => ({
  type: 'string',
  maxLength: LONGEST_DURATION,
  pattern: `^${pattern.includes(':') ? ofColons(pattern) : ofWords(pattern)}$`,
});

/** `form` with `dayHours` exactly where the pattern counts days. */
export const dayHoursBeside = (form: JsonObject): JsonObject => ({
  ...form,
  if: { properties: { pattern: { enum: DURATION_PATTERNS.filter(countsDays) } } },
  then: { required: ['dayHours'] },
  else: { properties: { dayHours: false } },
});
