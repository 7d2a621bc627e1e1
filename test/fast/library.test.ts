import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LIBRARY } from '../../src/fast/span.js';
import { encloseRational, type Enclosure, multiplyEnclosures } from '../../src/number/enclosure.js';
import { encloseExp, encloseLn } from '../../src/number/logarithm.js';
import { type Rational, rational } from '../../src/number/rational.js';

const RUNS = Number(process.env['FAST_CASES'] ?? 5000);

/** A double as the binary fraction that it is. */
const binary = (value: number): Rational => {
  let [whole, power] = [value, 0];
  while (!Number.isInteger(whole)) {
    whole *= 2;
    power += 1;
  }
  return rational(BigInt(whole), 1n << BigInt(power));
};

/** Bits behind the point of what an exponential is taken of: as many digits of the exponential are known. */
const WIDE = 240;

/** Bits behind the point that hold 120 digits of a number of about this size. */
const bitsFor = (value: number): number =>
  120 + Math.max(0, Math.ceil(-Math.log2(Math.abs(value) + 2 ** -1070)));

/** By how much a double is off at most, as a share of the number that it stands for, or of 1 where that is greater. */
const errorOf = (found: number, { lo, hi, bits }: Enclosure, least = 0): number => {
  const at = binary(found);
  const scaled = (at.n << BigInt(bits)) / at.d;
  const far = [scaled - lo, hi - scaled].reduce((most, each) => (each > most ? each : most));
  const nearest = lo > 0n ? lo : -hi;
  const floor = BigInt(least) << BigInt(bits);
  const size = nearest > floor ? nearest : floor;
  // In 2^-100, so that the quotient keeps its digits.
  return Number(((far + 1n) << 100n) / size) / 2 ** 100;
};

const exponential = (x: number): number => {
  const found = Math.exp(x);
  return errorOf(found, encloseExp(encloseRational(binary(x), WIDE), bitsFor(found)));
};

const logarithm = (x: number): number => {
  const found = Math.log(x);
  return errorOf(found, encloseLn(binary(x), bitsFor(found)), 1);
};

const power = (x: number, y: number): number => {
  const found = x ** y;
  const wide = multiplyEnclosures(encloseLn(binary(x), WIDE), encloseRational(binary(y), WIDE));
  return errorOf(found, encloseExp(wide, bitsFor(found)));
};

/** Near 1, where logarithms vanish; powers of two and their neighbours; what is very small or very large. */
const EXTREMES = [
  ...[1, 2, 3, 10, 52].flatMap((n) => [1 + 2 ** -n, 1 - 2 ** -n, 2 ** n, 2 ** -n, 3 ** n]),
  ...[Math.E, Math.SQRT2, Math.SQRT1_2, Math.PI, 0.1, 100, 120],
  ...[2 ** -400, 2 ** -399 * 1.1, 2 ** 400, 2 ** 900 * 1.7, 1 + 3 * 2 ** -52, 1 - 3 * 2 ** -53],
];

/** Doubles of every size between the ends. */
const sized = (low: number, high: number): fc.Arbitrary<number> =>
  fc
    .tuple(
      fc.double({ min: 1, max: 2, noNaN: true, maxExcluded: true }),
      fc.integer({ min: low, max: high }),
    )
    .map(([digits, size]) => digits * 2 ** size);

const positives = fc.oneof(
  fc.constantFrom(...EXTREMES),
  sized(-400, 900),
  sized(-8, 8),
  fc.integer({ min: -(2 ** 20), max: 2 ** 20 }).map((n) => 1 + n * 2 ** -52),
);

const exponents = fc.oneof(
  fc.constantFrom(
    ...[-600, -599.9, 599.9, 600, Math.LN2, Math.LN2 / 2, -Math.LN2 / 2, 2 ** -60, 0.5],
  ),
  fc.double({ min: -600, max: 600, noNaN: true }),
  fc.tuple(sized(-60, 8), fc.boolean()).map(([x, isBelow]) => (isBelow ? -x : x)),
);

/** Powers as policies have them, and any. */
const powers = fc.oneof(
  fc.constantFrom(...[1 / 2, 1 / 3, 1 / 5, 0.6, 1.5, 2, 3, -1, -2, 10, 100, 1000]),
  fc.double({ min: -4, max: 4, noNaN: true }),
);

const runs = { numRuns: RUNS };

describe('what bounds assume of library functions, of which no standard says how exact they are', () => {
  let worst = 0;
  const within = (error: number): void => {
    worst = Math.max(worst, error);
    expect(error).toBeLessThanOrEqual(LIBRARY);
  };

  it('law, within: exp is as near to its value as is assumed', () => {
    fc.assert(
      fc.property(exponents, (x) => {
        within(exponential(x));
      }),
      runs,
    );
  });

  it('law, within: the logarithm is as near to its value, or to 1, as is assumed', () => {
    fc.assert(
      fc.property(positives, (x) => {
        within(logarithm(x));
      }),
      runs,
    );
  });

  it('law, within: a power is as near to its value as is assumed', () => {
    fc.assert(
      fc.property(positives, powers, (x, y) => {
        const size = y * Math.log2(x);
        fc.pre(size > -900 && size < 900);
        within(power(x, y));
      }),
      runs,
    );
  });

  it('this engine stays within a sixtieth of it, as the documents say', () => {
    expect(worst).toBeGreaterThan(0);
    expect(worst * 60).toBeLessThanOrEqual(LIBRARY);
  });
});
