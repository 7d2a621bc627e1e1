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

/** Reads the tokens of JSON in their commonest form; what is written otherwise it does not know. */
interface JsonCursor {
  readonly begin: (bytes: Uint8Array, from: number) => void;
  /** The next byte that is no space. */
  readonly next: () => number;
  /** Passes over one byte, if it is the next. */
  readonly passes: (byte: number) => boolean;
  /** The same for one of some names. */
  readonly passesName: (names: Names, which: number) => boolean;
  /** Passes over a name and says which, most likely `guess`; -1 for another. */
  readonly name: (names: Names, guess: number) => number;
  /** A number without an exponent, of at most 15 characters besides its sign; NaN for any other. */
  readonly number: () => number;
  /** 1 or 0 for `true` or `false`; NaN for anything else. */
  readonly truth: () => number;
  /** Where a text of printable ASCII without escapes stands. */
  readonly text: () => { readonly from: number; readonly to: number } | undefined;
  /** Whether nothing but spaces is left up to here, and nothing behind it was read. */
  readonly endsAt: (to: number) => boolean;
}

/** Among more names than this, only the guess is looked for: looking through all for each would cost their square. */
const MOST_NAMES = 256;

/** Digits and the point. */
const LONGEST_NUMBER = 15;

/** Whole numbers of at most 15 digits and these are doubles exactly: their quotient is the double nearest to the decimal. */
const POWERS = Float64Array.from({ length: LONGEST_NUMBER }, (_, i) => 10 ** i);

const [QUOTE, COMMA, CLOSE_ARRAY, CLOSE_OBJECT] = [34, 44, 93, 125];

/** A cursor, at no bytes yet. */
export const jsonCursor = (): JsonCursor => {
  let b: Uint8Array = new Uint8Array(0);
  let p = 0;

  const next = (): number => {
    for (;;) {
      const byte = b[p] ?? 0;
      if (byte !== 32 && byte !== 9) return byte;
      p += 1;
    }
  };
  const passes = (byte: number): boolean => {
    if (next() !== byte) return false;
    p += 1;
    return true;
  };
  const passesName = (names: Names, which: number): boolean => {
    const { bytes, from } = names;
    const begin = from[which] ?? 0;
    const length = (from[which + 1] ?? 0) - begin;
    const given = b;
    const at = p;
    for (let i = 0; i < length; i++) if (given[at + i] !== bytes[begin + i]) return false;
    p = at + length;
    return true;
  };
  const name = (names: Names, guess: number): number => {
    next();
    if (guess < names.count && passesName(names, guess)) return guess;
    if (names.count > MOST_NAMES) return -1;
    for (let i = 0; i < names.count; i++) if (passesName(names, i)) return i;
    return -1;
  };
  const number = (): number => {
    let byte = next();
    const given = b;
    let at = p;
    const isNegative = byte === 45;
    if (isNegative) byte = given[++at] ?? 0;
    const begin = at;
    let value = byte - 48;
    if (!(value >= 0 && value <= 9)) return NaN;
    byte = given[++at] ?? 0;
    // A zero has no digit behind it.
    if (value > 0)
      while (byte >= 48 && byte <= 57) {
        value = value * 10 + (byte - 48);
        byte = given[++at] ?? 0;
      }
    let places = 0;
    if (byte === 46) {
      byte = given[++at] ?? 0;
      const point = at;
      while (byte >= 48 && byte <= 57) {
        value = value * 10 + (byte - 48);
        byte = given[++at] ?? 0;
      }
      places = at - point;
      if (places === 0) return NaN;
    }
    const isEnd =
      byte === COMMA || byte === CLOSE_ARRAY || byte === CLOSE_OBJECT || byte === 32 || byte === 9;
    if (!isEnd || at - begin > LONGEST_NUMBER) return NaN;
    p = at;
    if (places > 0) value /= POWERS[places] ?? NaN;
    return isNegative ? -value : value;
  };

  const truth = (): number => {
    const isTrue = next() === 116;
    const word = isTrue ? 'true' : 'false';
    for (let i = 0; i < word.length; i++) if (b[p + i] !== word.charCodeAt(i)) return NaN;
    p += word.length;
    return isTrue ? 1 : 0;
  };

  const text = (): { readonly from: number; readonly to: number } | undefined => {
    if (!passes(QUOTE)) return undefined;
    const from = p;
    for (;;) {
      const byte = b[p] ?? 0;
      if (byte === QUOTE) break;
      // No escape, no control character, ASCII alone.
      if (byte < 32 || byte === 92 || byte > 126) return undefined;
      p += 1;
    }
    p += 1;
    return { from, to: p - 1 };
  };

  return {
    begin: (bytes, from) => {
      b = bytes;
      p = from;
    },
    next,
    passes,
    passesName,
    name,
    number,
    truth,
    text,
    endsAt: (to) => {
      while (p < to && (b[p] === 32 || b[p] === 9)) p += 1;
      return p === to;
    },
  };
};
