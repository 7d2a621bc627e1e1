import { Decimal } from 'decimal.js';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimalText } from '../../src/number/decimal.js';
import {
  add,
  compare,
  divide,
  multiply,
  negate,
  type Rational,
  rational,
  subtract,
} from '../../src/number/rational.js';
import {
  placesStep,
  powerOfTen,
  ROUNDING_MODES,
  type RoundingMode,
  roundQuotient,
  roundToInteger,
  roundToStep,
} from '../../src/number/round.js';
import { asDecimal, Exactly, integers, rationals } from './generate.js';

/** The same modes in decimal.js, whose half-up and half-down also count from zero. */
const REFERENCE: Readonly<Record<RoundingMode, Decimal.Rounding>> = {
  'half-up': Decimal.ROUND_HALF_UP,
  'half-down': Decimal.ROUND_HALF_DOWN,
  'half-even': Decimal.ROUND_HALF_EVEN,
  up: Decimal.ROUND_UP,
  down: Decimal.ROUND_DOWN,
  ceiling: Decimal.ROUND_CEIL,
  floor: Decimal.ROUND_FLOOR,
};

/** The text of `value` rounded by decimal.js; minus zero is zero. */
const reference = (value: Decimal, places: number, mode: RoundingMode): string => {
  const text = value.toDecimalPlaces(places, REFERENCE[mode]).toFixed(places);
  return /^-[0.]*$/.test(text) ? text.slice(1) : text;
};
const rounded = (value: Rational, places: number, mode: RoundingMode): string =>
  decimalText(roundToStep(value, placesStep(places), mode), places);

/** Exact ties at `places`: an odd number of half steps. */
const ties = fc.tuple(integers(18), fc.integer({ min: 0, max: 6 })).map(([n, places]) => ({
  places,
  value: multiply(rational(2n * n + 1n, 2n), placesStep(places)),
}));
const cases = fc.oneof(
  ties,
  fc.record({ places: fc.integer({ min: 0, max: 8 }), value: rationals }),
);

describe('roundToInteger', () => {
  // The table of java.math.RoundingMode, Java SE 21 API, "Result of rounding input to one digit".
  it.each([
    ['5.5', 6n, 5n, 6n, 6n, 5n, 6n, 5n],
    ['2.5', 3n, 2n, 2n, 3n, 2n, 3n, 2n],
    ['1.6', 2n, 2n, 2n, 2n, 1n, 2n, 1n],
    ['1.1', 1n, 1n, 1n, 2n, 1n, 2n, 1n],
    ['1.0', 1n, 1n, 1n, 1n, 1n, 1n, 1n],
    ['-1.0', -1n, -1n, -1n, -1n, -1n, -1n, -1n],
    ['-1.1', -1n, -1n, -1n, -2n, -1n, -1n, -2n],
    ['-1.6', -2n, -2n, -2n, -2n, -1n, -1n, -2n],
    ['-2.5', -3n, -2n, -2n, -3n, -2n, -2n, -3n],
    ['-5.5', -6n, -5n, -6n, -6n, -5n, -5n, -6n],
  ])('rounds %s as the table of java.math.RoundingMode does', (text, ...expected) => {
    const value = rational(BigInt(text.replace('.', '')), 10n);
    expect(ROUNDING_MODES.map((mode) => roundToInteger(value, mode))).toEqual(expected);
  });
});

describe('roundToStep', () => {
  it('counts steps that need not be powers of ten', () => {
    expect(roundToStep(rational(7n, 8n), rational(1n, 4n), 'half-up')).toBe(4n);
    expect(roundToStep(rational(-7n, 8n), rational(1n, 4n), 'half-down')).toBe(-3n);
    expect(roundToStep(rational(17n), rational(5n), 'half-even')).toBe(3n);
  });

  it('refuses a step that is not positive as misuse', () => {
    expect(() => roundToStep(rational(1n), rational(0n), 'up')).toThrow(RangeError);
    expect(() => roundToStep(rational(1n), rational(-1n), 'up')).toThrow(RangeError);
  });

  it('rounds 46.8 of 52 and 59.995 as written, where doubles do not', () => {
    const ratio = divide(rational(4680n, 1n), rational(52n));
    expect(ratio && rounded(ratio, 2, 'floor')).toBe('90.00');
    expect(rounded(rational(59_995n, 1000n), 2, 'half-up')).toBe('60.00');
    expect(rounded(rational(1005n, 1000n), 2, 'half-up')).toBe('1.01');
  });

  it('law, reference: sums, differences, products and quotients round as decimal.js rounds them once, in every mode, ties built on purpose', () => {
    fc.assert(
      fc.property(
        cases,
        rationals,
        fc.constantFrom(...ROUNDING_MODES),
        ({ value, places }, b, mode) => {
          // whole numerators and denominators are exact in decimal.js; only the last division and its rounding are not
          const [n, d, m, e] = [value.n, value.d, b.n, b.d].map(
            (each) => new Exactly(each.toString()),
          );
          const check = (result: Rational | undefined, top: Decimal, bottom: Decimal): void => {
            expect(result && rounded(result, places, mode)).toBe(
              bottom.isZero() ? undefined : reference(top.div(bottom), places, mode),
            );
          };
          if (n === undefined || d === undefined || m === undefined || e === undefined)
            throw new Error('four');
          check(value, n, d);
          check(negate(value), n.neg(), d);
          check(add(value, b), n.mul(e).add(m.mul(d)), d.mul(e));
          check(subtract(value, b), n.mul(e).sub(m.mul(d)), d.mul(e));
          check(multiply(value, b), n.mul(m), d.mul(e));
          check(divide(value, b), n.mul(e), d.mul(m));
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('law, hidden ties: a tie that only shows after a division, or a sum, rounds as the tie it is', () => {
    fc.assert(
      fc.property(
        ties,
        rationals.filter(({ n }) => n !== 0n),
        fc.constantFrom(...ROUNDING_MODES),
        ({ value, places }, b, mode) => {
          const expected = reference(asDecimal(value), places, mode);
          const back = divide(multiply(value, b), b);
          expect(back && rounded(back, places, mode)).toBe(expected);
          expect(rounded(add(subtract(value, b), b), places, mode)).toBe(expected);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('law, ties: on a tie half-up, half-down and half-even part as they are named', () => {
    fc.assert(
      fc.property(ties, ({ value, places }) => {
        const [up, down, even] = (['half-up', 'half-down', 'half-even'] as const).map((mode) =>
          roundToStep(value, placesStep(places), mode),
        );
        expect([up, down]).toEqual(
          (['up', 'down'] as const).map((mode) => roundToStep(value, placesStep(places), mode)),
        );
        expect(even).toBe(up !== undefined && up % 2n === 0n ? up : down);
      }),
      { numRuns: 500 },
    );
  });

  it('law, monotone: a greater value never rounds to fewer steps, in any mode', () => {
    fc.assert(
      fc.property(rationals, rationals, fc.constantFrom(...ROUNDING_MODES), (a, b, mode) => {
        const [low, high] = compare(a, b) <= 0 ? [a, b] : [b, a];
        return roundToStep(low, placesStep(2), mode) <= roundToStep(high, placesStep(2), mode);
      }),
      { numRuns: 500 },
    );
  });

  it('law, idempotent: what is rounded rounds to itself, in any mode', () => {
    fc.assert(
      fc.property(
        integers(20),
        fc.integer({ min: 0, max: 30 }),
        fc.constantFrom(...ROUNDING_MODES),
        (units, places, mode) => {
          return (
            roundToStep(rational(units, powerOfTen(places)), placesStep(places), mode) === units
          );
        },
      ),
    );
  });

  it('law, blind to form: a fraction need not be in lowest terms', () => {
    fc.assert(
      fc.property(
        rationals,
        fc.bigInt({ min: 1n, max: 10n ** 9n }),
        fc.constantFrom(...ROUNDING_MODES),
        (a, k, mode) => {
          return roundQuotient(a.n * k, a.d * k, mode) === roundToInteger(a, mode);
        },
      ),
    );
  });
});

describe('powerOfTen', () => {
  it('gives 10^places and its inverse, and refuses places that are negative or not whole', () => {
    expect(powerOfTen(0)).toBe(1n);
    expect(powerOfTen(30)).toBe(10n ** 30n);
    expect(placesStep(2)).toEqual({ n: 1n, d: 100n });
    expect(() => powerOfTen(-1)).toThrow(RangeError);
    expect(() => placesStep(0.5)).toThrow(RangeError);
  });
});
