/*
 * Passes over tokens of JSON in their commonest form, in bytes. Each function takes where to look and says where it got to,
 * or that what stands there is something else: the place is then held in a register and not in memory, which is most of
 * what reading a byte costs.
 */

const SPACE = 32;
const TAB = 9;
const QUOTE = 34;
const COMMA = 44;
const MINUS = 45;
const POINT = 46;
const ZERO = 48;
const NINE = 57;
const BACKSLASH = 92;
const CLOSE_ARRAY = 93;
const DELETE = 127;
const CLOSE_OBJECT = 125;

/** Texts in quotes, one after another, as JSON writes them. */
export interface Names {
  readonly bytes: Uint8Array;
  /** Where each begins, and the last one ends. */
  readonly from: Int32Array;
  readonly count: number;
}

const PLAIN_NAME = /^[ !#-[\]-~]*$/;

/** undefined where JSON writes one in several ways, or not in ASCII. */
export const namesOf = (names: readonly string[]): Names | undefined => {
  if (!names.every((name) => PLAIN_NAME.test(name))) return undefined;
  const text = names.map((name) => `"${name}"`).join('');
  const from = new Int32Array(names.length + 1);
  names.forEach((name, i) => (from[i + 1] = (from[i] ?? 0) + name.length + 2));
  const bytes = Uint8Array.from(text, (character) => character.charCodeAt(0));
  return { bytes, from, count: names.length };
};

/** What is said instead of a place where something else stands. */
export const ELSEWHERE = -1;

/** Among more names than this, only the guess is looked for: looking through all for each would cost their square. */
const MOST_NAMES = 256;

/** Digits and the point. */
const LONGEST_NUMBER = 15;

/** Whole numbers of at most 15 digits and these are doubles exactly: their quotient is the double nearest to the decimal. */
const POWERS = Float64Array.from({ length: LONGEST_NUMBER }, (_, i) => 10 ** i);

const pastMoreSpaces = (bytes: Uint8Array, from: number): number => {
  let at = from;
  for (let byte = bytes[at]; byte === SPACE || byte === TAB; byte = bytes[at]) at += 1;
  return at;
};

/** The next byte that is no space. Most often it is the very next: that much is small enough to be compiled in place. */
export const pastSpaces = (bytes: Uint8Array, from: number): number =>
  (bytes[from] ?? 0) > SPACE ? from : pastMoreSpaces(bytes, from);

const pastFarther = (bytes: Uint8Array, from: number, byte: number): number => {
  const at = pastMoreSpaces(bytes, from);
  return bytes[at] === byte ? at + 1 : ELSEWHERE;
};

/** Behind one byte, if it is the next. */
export const past = (bytes: Uint8Array, from: number, byte: number): number =>
  bytes[from] === byte ? from + 1 : pastFarther(bytes, from, byte);

/** Behind one of some names. */
export const pastName = (bytes: Uint8Array, from: number, names: Names, which: number): number => {
  const { bytes: name, from: begins } = names;
  const begin = begins[which] ?? 0;
  const length = (begins[which + 1] ?? 0) - begin;
  for (let i = 0; i < length; i++) if (bytes[from + i] !== name[begin + i]) return ELSEWHERE;
  return from + length;
};

/** Which of some names begins at `at`, most likely `guess`; -1 for another. */
export const nameAt = (bytes: Uint8Array, at: number, names: Names, guess: number): number => {
  if (guess < names.count && pastName(bytes, at, names, guess) >= 0) return guess;
  if (names.count > MOST_NAMES) return -1;
  for (let i = 0; i < names.count; i++) if (pastName(bytes, at, names, i) >= 0) return i;
  return -1;
};

/** How many bytes a name takes. */
export const lengthOf = ({ from }: Names, which: number): number =>
  (from[which + 1] ?? 0) - (from[which] ?? 0);

/** What a number was: its value, and how many places it was written with. */
export const NUMBER = { value: 0, places: 1 } as const;

/**
 * Behind a number without an exponent, of at most 15 characters besides its sign, that is not -0; what it was goes into
 * `told`, as `NUMBER` says.
 */
export const pastNumber = (bytes: Uint8Array, from: number, told: Float64Array): number => {
  let at = pastSpaces(bytes, from);
  let byte = bytes[at] ?? 0;
  const isNegative = byte === MINUS;
  if (isNegative) byte = bytes[++at] ?? 0;
  const begin = at;
  let value = byte - ZERO;
  if (!(value >= 0 && value <= 9)) return ELSEWHERE;
  byte = bytes[++at] ?? 0;
  // A zero has no digit behind it.
  if (value > 0)
    while (byte >= ZERO && byte <= NINE) {
      value = value * 10 + (byte - ZERO);
      byte = bytes[++at] ?? 0;
    }
  let places = 0;
  if (byte === POINT) {
    byte = bytes[++at] ?? 0;
    const point = at;
    while (byte >= ZERO && byte <= NINE) {
      value = value * 10 + (byte - ZERO);
      byte = bytes[++at] ?? 0;
    }
    places = at - point;
    if (places === 0) return ELSEWHERE;
  }
  const isEnd =
    byte === COMMA ||
    byte === CLOSE_ARRAY ||
    byte === CLOSE_OBJECT ||
    byte === SPACE ||
    byte === TAB;
  if (!isEnd || at - begin > LONGEST_NUMBER || (isNegative && value === 0)) return ELSEWHERE;
  const size = places === 0 ? value : value / (POWERS[places] ?? NaN);
  told[NUMBER.value] = isNegative ? -size : size;
  told[NUMBER.places] = places;
  return at;
};

const WORDS = [Uint8Array.from([102, 97, 108, 115, 101]), Uint8Array.from([116, 114, 117, 101])];

/** Behind `true` or `false`. */
export const pastTruth = (bytes: Uint8Array, from: number, isTrue: boolean): number => {
  const word = WORDS[Number(isTrue)] ?? bytes;
  for (let i = 0; i < word.length; i++) if (bytes[from + i] !== word[i]) return ELSEWHERE;
  return from + word.length;
};

/** Where a text of printable ASCII without escapes ends that begins at `from`, behind its quote. */
export const endOfText = (bytes: Uint8Array, from: number): number => {
  for (let at = from; ; at++) {
    const byte = bytes[at] ?? 0;
    if (byte === QUOTE) return at;
    if (byte < SPACE || byte === BACKSLASH || byte >= DELETE) return ELSEWHERE;
  }
};
