import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  decimalText,
  exactText,
  fromDouble,
  isTerminating,
  readDecimal,
  readNumber,
  roundedText,
  significantDigits,
} from '../../src/number/decimal.js';
import { add, multiply, rational, subtract } from '../../src/number/rational.js';
import { placesStep, roundToStep } from '../../src/number/round.js';
import { asDecimal, decimalTexts, Exactly, integers, rationals } from './generate.js';

const runs = { numRuns: 500 };

describe('readDecimal', () => {
  it.each([
    ['0', 0n, 1n],
    ['-0', 0n, 1n],
    ['-0.000e9', 0n, 1n],
    ['76.5', 153n, 2n],
    ['-0.125', -1n, 8n],
    ['007.50', 15n, 2n],
    ['1e3', 1000n, 1n],
    ['1.5E+1', 15n, 1n],
    ['25e-2', 1n, 4n],
    ['1e0000000000000000000001', 10n, 1n],
    ['1e400', 10n ** 400n, 1n],
    ['1e-400', 1n, 10n ** 400n],
  ])('reads %s', (text, n, d) => {
    expect(readDecimal(text)).toEqual({ n, d });
  });

  it.each([
    '',
    '-',
    '.',
    '.5',
    '5.',
    '+5',
    '1,5',
    '76 ',
    ' 76',
    '1_000',
    '0x10',
    '1e',
    '1e1.5',
    '--1',
    '1n',
    'NaN',
    'Infinity',
    '60%',
    '1/9',
    '١٢',
    '1\n',
    '1e401',
    '1e-401',
    `1e${'9'.repeat(300)}`,
    '9'.repeat(401),
    `0.${'0'.repeat(399)}`,
    '__proto__',
  ])('refuses %j', (text) => {
    expect(readDecimal(text)).toBeUndefined();
  });

  it('reads 400 characters of digits exactly', () => {
    expect(readDecimal('9'.repeat(400))).toEqual({ n: 10n ** 400n - 1n, d: 1n });
  });

  it('law, reference: text means what decimal.js reads in it', () => {
    fc.assert(
      fc.property(decimalTexts, (text) => {
        const value = readDecimal(text);
        expect(value && asDecimal(value).toString()).toBe(
          new Exactly(text).toString().replace(/^-0$/, '0'),
        );
      }),
      runs,
    );
  });

  it('law, reference: decimals add, subtract and multiply as in decimal.js, to the last digit', () => {
    fc.assert(
      fc.property(decimalTexts, decimalTexts, (left, right) => {
        const [a, b] = [readDecimal(left), readDecimal(right)];
        if (a === undefined || b === undefined) throw new Error('not read');
        const [x, y] = [new Exactly(left), new Exactly(right)];
        expect(asDecimal(add(a, b)).eq(x.add(y))).toBe(true);
        expect(asDecimal(subtract(a, b)).eq(x.sub(y))).toBe(true);
        expect(asDecimal(multiply(a, b)).eq(x.mul(y))).toBe(true);
      }),
      runs,
    );
  });

  it('law, total: any text gives a value or nothing, and never throws', () => {
    const characters = fc.constantFrom(
      '1',
      '9',
      '0',
      '.',
      '/',
      '%',
      'e',
      '-',
      '+',
      ' ',
      '\u0661',
      '\ud800',
    );
    const hostile = fc.oneof(
      fc.string({ unit: characters, maxLength: 12 }),
      fc
        .tuple(fc.string({ unit: characters, maxLength: 4 }), fc.nat(500))
        .map(([text, times]) => text.repeat(times)),
    );
    fc.assert(
      fc.property(hostile, (text) => {
        for (const value of [readDecimal(text), readNumber(text)]) {
          expect(value === undefined || value.d > 0n).toBe(true);
        }
      }),
      runs,
    );
  });
});

describe('readNumber', () => {
  it.each([
    ['60%', 3n, 5n],
    ['12.5%', 1n, 8n],
    ['-0.5%', -1n, 200n],
    ['0%', 0n, 1n],
    ['1/9', 1n, 9n],
    ['-2/6', -1n, 3n],
    ['0/5', 0n, 1n],
    ['0.6', 3n, 5n],
    ['1e-1', 1n, 10n],
  ])('reads %s', (text, n, d) => {
    expect(readNumber(text)).toEqual({ n, d });
  });

  it.each([
    '1/0',
    '1/00',
    '1/-9',
    '1.5/2',
    '1/2.5',
    '1e1/2',
    '1 / 9',
    '/9',
    '1/',
    '1/2/3',
    '%',
    '60 %',
    '60%%',
    '6e1%',
    '60%/2',
    '--1/2',
    '+1/2',
    `1/${'9'.repeat(400)}`,
    '',
    'abc',
  ])('refuses %j', (text) => {
    expect(readNumber(text)).toBeUndefined();
  });

  it('law, percent: p% is a hundredth of p', () => {
    fc.assert(
      fc.property(
        decimalTexts.filter((text) => !text.includes('e')),
        (text) => {
          const whole = readDecimal(text);
          expect(readNumber(`${text}%`)).toEqual(whole && multiply(whole, rational(1n, 100n)));
        },
      ),
    );
  });
});

describe('fromDouble', () => {
  it.each([
    [0.1, 1n, 10n],
    [-0, 0n, 1n],
    [89.995, 17_999n, 200n],
    [1e21, 10n ** 21n, 1n],
    [5e-324, 5n, 10n ** 324n],
    [999_999_999_999_999, 999_999_999_999_999n, 1n],
    [-0.000_000_15, -15n, 100_000_000n],
  ])('reads %d as its shortest decimal', (value, n, d) => {
    expect(fromDouble(value)).toEqual(rational(n, d));
  });

  it.each([
    Number.NaN,
    Infinity,
    -Infinity,
    0.1 + 0.2,
    1 / 3,
    Number.MAX_VALUE,
    2 ** 53 - 1,
    9_007_199_254_740_993,
  ])('refuses %d, which has no decimal of 15 digits', (value) => {
    expect(fromDouble(value)).toBeUndefined();
  });

  it('law, reference: agrees with readDecimal of the shortest text, or refuses more than 15 digits', () => {
    fc.assert(
      fc.property(fc.double(), (value) => {
        const text = String(value);
        const digits = new Exactly(Number.isFinite(value) ? value : 0).sd();
        const expected = Number.isFinite(value) && digits <= 15 ? readDecimal(text) : undefined;
        expect(fromDouble(value)).toEqual(expected);
      }),
      runs,
    );
  });

  it('law, injective: a decimal of up to 15 digits survives the way through a double', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 15n) + 1n, max: 10n ** 15n - 1n }),
        fc.integer({ min: 0, max: 20 }),
        (units, places) => {
          const text = decimalText(units, places);
          expect(fromDouble(Number(text))).toEqual(readDecimal(text));
        },
      ),
      runs,
    );
  });
});

describe('significantDigits', () => {
  it.each([
    ['0', 0],
    ['0.000', 0],
    ['-0.50', 1],
    ['500', 1],
    ['100.001', 6],
    ['1.50e+21', 2],
    ['0.0123E-5', 3],
    ['-12345.678', 8],
  ])('of %s is %d', (text, digits) => {
    expect(significantDigits(text)).toBe(digits);
  });
});

describe('exactText', () => {
  it.each([
    [1n, 3n, '1/3'],
    [-1n, 3n, '-1/3'],
    [1n, 8n, '0.125'],
    [-5n, 2n, '-2.5'],
    [7n, 1n, '7'],
    [0n, 1n, '0'],
    [1n, 10n ** 40n, `0.${'0'.repeat(39)}1`],
    [1n, 10n ** 41n, `1/1${'0'.repeat(41)}`],
    [1n, 2n ** 41n, `1/${(2n ** 41n).toString()}`],
  ])('of %s/%s is %s', (n, d, text) => {
    expect(exactText(rational(n, d))).toBe(text);
  });

  it('law, round trip: the text reads back to the same value', () => {
    const endless = rationals;
    const ending = fc
      .tuple(integers(40), fc.integer({ min: 0, max: 45 }))
      .map(([n, k]) => rational(n, 10n ** BigInt(k)));
    fc.assert(
      fc.property(fc.oneof(endless, ending), (value) => {
        expect(readNumber(exactText(value))).toEqual(value);
        expect(exactText(value).includes('/')).toBe(
          !isTerminating(value) || 10n ** 40n % value.d !== 0n,
        );
      }),
      runs,
    );
  });
});

describe('exactText and roundedText, in doubles or not', () => {
  const wide = fc.oneof(
    fc.bigInt({ min: 1n, max: 10n ** 6n }),
    fc.bigInt({ min: 1n, max: 2n ** 56n }),
    fc
      .tuple(fc.integer({ min: 0, max: 45 }), fc.integer({ min: 0, max: 45 }))
      .map(([a, b]) => 2n ** BigInt(a) * 5n ** BigInt(b)),
  );
  const numerators = fc.oneof(fc.bigInt({ min: -(10n ** 8n), max: 10n ** 8n }), integers(18));

  it('law, naive: a text that ends is the fraction brought to a power of ten, any other is n/d', () => {
    fc.assert(
      fc.property(numerators, wide, (n, d) => {
        const value = rational(n, d);
        const places = Array.from({ length: 41 }, (_, i) => i).find(
          (i) => 10n ** BigInt(i) % value.d === 0n,
        );
        const naive =
          places === undefined
            ? `${value.n.toString()}/${value.d.toString()}`
            : decimalText((value.n * 10n ** BigInt(places)) / value.d, places);
        expect(exactText(value)).toBe(naive);
      }),
      runs,
    );
  });

  it('law, naive: a rounded text is the decimal of the quotient rounded half-up, ties built on purpose', () => {
    const ties = fc
      .tuple(numerators, fc.integer({ min: 0, max: 8 }))
      .map(([n, places]) => [rational(2n * n + 1n, 2n * 10n ** BigInt(places)), places] as const);
    const others = fc
      .tuple(numerators, wide, fc.integer({ min: 0, max: 20 }))
      .map(([n, d, places]) => [rational(n, d), places] as const);
    fc.assert(
      fc.property(fc.oneof(ties, others), ([value, places]) => {
        const units = roundToStep(value, placesStep(places), 'half-up');
        expect(roundedText(value, places)).toBe(decimalText(units, places));
      }),
      runs,
    );
  });
});

describe('decimalText', () => {
  it.each([
    [9182n, 2, '91.82'],
    [-9182n, 2, '-91.82'],
    [5n, 2, '0.05'],
    [-5n, 2, '-0.05'],
    [0n, 2, '0.00'],
    [-12n, 0, '-12'],
    [1n, 30, `0.${'0'.repeat(29)}1`],
  ])('of %s units at %d places is %s', (units, places, text) => {
    expect(decimalText(units, places)).toBe(text);
  });

  it('law, round trip: units come back, and the text keeps every place', () => {
    fc.assert(
      fc.property(integers(40), fc.integer({ min: 0, max: 30 }), (units, places) => {
        const text = decimalText(units, places);
        expect(readDecimal(text)).toEqual(rational(units, 10n ** BigInt(places)));
        expect(text.split('.')[1]?.length ?? 0).toBe(places);
      }),
      runs,
    );
  });
});

describe('isTerminating', () => {
  it('law, two and five: a fraction ends exactly when only twos and fives divide its denominator', () => {
    fc.assert(
      fc.property(
        fc.nat(60),
        fc.nat(60),
        fc.constantFrom(1n, 1n, 3n, 7n, 11n),
        integers(10),
        (twos, fives, other, n) => {
          const value = rational(n, 2n ** BigInt(twos) * 5n ** BigInt(fives) * other);
          expect(isTerminating(value)).toBe(
            value.d % 3n !== 0n && value.d % 7n !== 0n && value.d % 11n !== 0n,
          );
        },
      ),
      runs,
    );
  });
});
