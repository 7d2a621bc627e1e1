import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  DURATION_EXAMPLES,
  DURATION_PATTERNS,
  type DurationPattern,
  LONGEST_DURATION,
  readDuration,
} from '../../src/duration.js';
import { rational } from '../../src/number/rational.js';
import { durationForm } from '../../src/schema/duration-form.js';
import { durationText } from './given.js';
import { validator } from './validator.js';

const DAY = rational(27_000n);
const isRead = (text: string, pattern: DurationPattern): boolean =>
  readDuration(text, pattern, DAY) !== undefined;

const anyDuration = fc.oneof(...DURATION_PATTERNS.map(durationText));
const character = fc.constantFrom(' ', ':', '.', '0', '5', '6', '9', 'd', 'h', 'm', 's');

/** A duration with one character taken away, put in or put in the place of another. */
const misspelt = fc
  .tuple(anyDuration, fc.nat(20), fc.nat(1), fc.option(character))
  .map(([text, at, removed, added]) => {
    const place = at % (text.length + 1);
    return `${text.slice(0, place)}${added ?? ''}${text.slice(place + removed)}`;
  });

const texts = fc.oneof(
  { weight: 2, arbitrary: anyDuration },
  { weight: 4, arbitrary: misspelt },
  { weight: 1, arbitrary: fc.array(character, { maxLength: 9 }).map((each) => each.join('')) },
);

describe.each(DURATION_PATTERNS)('the form of durations in `%s`', (pattern) => {
  const faults = validator(durationForm(pattern));
  const isAccepted = (text: string): boolean => faults(text).length === 0;

  it('law, the same: it accepts exactly the texts that are read', () => {
    const seen = new Set<boolean>();
    fc.assert(
      fc.property(fc.oneof(texts, durationText(pattern)), (text) => {
        expect(isAccepted(text), text).toBe(isRead(text, pattern));
        seen.add(isAccepted(text));
      }),
      { numRuns: 1000 },
    );
    expect(seen.size).toBe(2);
  });

  it('law, total: whatever is drawn in the pattern is accepted', () => {
    fc.assert(fc.property(durationText(pattern), (text) => isAccepted(text)));
    expect(isAccepted(DURATION_EXAMPLES[pattern])).toBe(true);
  });

  it('ends where reading ends', () => {
    const long = DURATION_EXAMPLES[pattern].padStart(LONGEST_DURATION, '0');
    for (const text of [long, `0${long}`]) expect(isAccepted(text)).toBe(isRead(text, pattern));
    expect(isAccepted(long)).toBe(true);
    expect(isAccepted(`0${long}`)).toBe(false);
  });

  it.each([
    '',
    ' ',
    '60',
    '7',
    '7:60',
    '7:5',
    '007:05',
    '1.5:00',
    '90 m',
    '1.5 h 3 m',
    '60 s',
    '0060 s',
    '0059 s',
    ' 3 h',
    '3  h',
    '3 h ',
    '3 h  4 m',
    '4 m 3 h',
    '3h 3h',
    '3 H',
    '٣ h',
    '3\n',
  ])('agrees with the reader on `%s`', (text) => {
    expect(isAccepted(text)).toBe(isRead(text, pattern));
  });
});
