import * as fc from 'fast-check';
import type { Json } from '../../src/json.js';

/** Text of any characters; astral ones are common, halves of pairs do not occur. */
export const wholeText: fc.Arbitrary<string> = fc.string({ unit: 'binary', maxLength: 8 });

/** Numbers that 15 digits write whole. */
export const exactNumber: fc.Arbitrary<number> = fc.oneof(
  fc.integer(),
  fc
    .tuple(
      fc.integer({ min: -(10 ** 15) + 1, max: 10 ** 15 - 1 }),
      fc.integer({ min: -20, max: 20 }),
    )
    .map(([digits, exponent]) => Number(`${digits}e${exponent}`)),
);

const forbidden = ['__proto__', 'constructor', 'prototype'];

const documents = (keys: fc.Arbitrary<string>, scalars: fc.Arbitrary<Json>): fc.Arbitrary<Json> =>
  fc.letrec<{ document: Json }>((tie) => ({
    document: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      scalars,
      fc.array(tie('document'), { maxLength: 5 }),
      fc.array(fc.tuple(keys, tie('document')), { maxLength: 5 }).map(Object.fromEntries<Json>),
    ),
  })).document;

/** Documents that nothing is wrong with. */
export const soundDocument: fc.Arbitrary<Json> = documents(
  fc.oneof(
    wholeText.filter((key) => !forbidden.includes(key)),
    fc.constantFrom('', 'a/b', '~', 'toString', 'hasOwnProperty', '__proto', '0', '10'),
  ),
  fc.oneof(fc.constantFrom(null, true, false), exactNumber, wholeText),
);

/** Documents that JSON can write and in which much is wrong. */
export const flawedDocument: fc.Arbitrary<Json> = documents(
  fc.oneof(
    wholeText,
    fc.constantFrom(...forbidden, 'half \ud800', '\udc00', 'a key that is too long for its limits'),
  ),
  fc.oneof(
    fc.constantFrom(null, true),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.constantFrom(5e-324, -1e-310, 2 ** 53, 1e15, 1e21, 0.1 + 0.2, Number.MAX_VALUE, -0),
    fc.string({ unit: fc.constantFrom('a', '\ud83d\ude00', '\ud83d', '\ude00'), maxLength: 4 }),
    fc.constantFrom('x'.repeat(40)),
  ),
);

const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\]:,]|[^\s{}[\]:,"]+/g;

/** The tokens of a text that JSON.stringify wrote. */
export const tokensOf = (text: string): readonly string[] => text.match(TOKEN) ?? [];

/** What may stand between two tokens. */
export const filler: fc.Arbitrary<string> = fc.constantFrom(
  '',
  ' ',
  '\t',
  '\n',
  '\r\n',
  '\r',
  '\r\n\r\n  ',
  '// "satu", {dua}: \ud83d\ude00 [\n',
  '// a comment\r\n',
  '/**/',
  '/* \ud83d\ude00 */',
  '/* one\r\n two ] */\t',
);

/** A value as an officer might lay it out: with white space, comments, trailing commas and perhaps a byte order mark. */
export const laidOut = (value: Json): fc.Arbitrary<string> => {
  const tokens = tokensOf(JSON.stringify(value));
  return fc
    .record({
      mark: fc.constantFrom('', '\ufeff'),
      fillers: fc.array(filler, { minLength: tokens.length + 1, maxLength: tokens.length + 1 }),
      trailing: fc.array(fc.boolean(), { minLength: tokens.length, maxLength: tokens.length }),
    })
    .map(({ mark, fillers, trailing }) => {
      const parts = tokens.map((token, index) => {
        const isFilled = !['{', '[', undefined].includes(tokens[index - 1]);
        const isEnd = token === '}' || token === ']';
        const comma = isEnd && isFilled && trailing[index] === true ? ',' : '';
        return `${comma}${fillers[index] ?? ''}${token}`;
      });
      return `${mark}${parts.join('')}${fillers[tokens.length] ?? ''}`;
    });
};
