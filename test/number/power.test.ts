import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  coprimePowers,
  foldTerm,
  normalTerm,
  type Power,
  powersOf,
  SIZE_LIMIT,
} from '../../src/number/power.js';
import { gcd } from '../../src/number/gcd.js';
import { add, multiply, rational, type Rational, ZERO } from '../../src/number/rational.js';

const PRIMES = [2n, 3n, 5n, 7n, 11n, 13n];

const exponents = fc
  .tuple(fc.bigInt({ min: -6n, max: 6n }), fc.constantFrom(1n, 1n, 2n, 3n, 5n, 6n))
  .map(([n, d]) => rational(n, d));
const bases = fc
  .array(fc.tuple(fc.constantFrom(...PRIMES), fc.bigInt({ min: 1n, max: 6n })), {
    minLength: 1,
    maxLength: 3,
  })
  .map((factors) => factors.reduce((product, [prime, times]) => product * prime ** times, 1n));
const products: fc.Arbitrary<readonly Power[]> = fc.array(
  fc.record({ base: bases, exponent: exponents }),
  { maxLength: 6 },
);

/** How often `prime` divides the product: the sum of exponent * valuation, by trial division. */
function valuation(powers: readonly Power[], prime: bigint): Rational {
  let total = ZERO;
  for (const { base, exponent } of powers) {
    let times = 0n;
    for (let rest = base; rest % prime === 0n; rest /= prime) times += 1n;
    total = add(total, multiply(exponent, rational(times)));
  }
  return total;
}
const valuations = (powers: readonly Power[]): readonly Rational[] =>
  PRIMES.map((prime) => valuation(powers, prime));

describe('coprimePowers', () => {
  it('law, coprime: no two bases share a factor, and none has exponent zero', () => {
    fc.assert(
      fc.property(products, (powers) => {
        const coprime = coprimePowers(powers);
        for (const [i, { base, exponent }] of coprime.entries()) {
          expect(base).toBeGreaterThan(1n);
          expect(exponent.n).not.toBe(0n);
          for (const other of coprime.slice(i + 1)) expect(gcd(base, other.base)).toBe(1n);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('law, same value: every prime divides the product as often as before', () => {
    fc.assert(
      fc.property(products, (powers) => {
        expect(valuations(coprimePowers(powers))).toEqual(valuations(powers));
      }),
      { numRuns: 500 },
    );
  });
});

describe('normalTerm', () => {
  it('law, same value: the coefficient and the radical together are the product', () => {
    fc.assert(
      fc.property(products, (powers) => {
        const term = normalTerm(powers);
        expect(term && valuations(foldTerm(term))).toEqual(valuations(powers));
      }),
      { numRuns: 500 },
    );
  });

  it('law, rational: no radical is left exactly when every prime divides a whole number of times', () => {
    fc.assert(
      fc.property(products, (powers) => {
        const isWhole = valuations(powers).every(({ d }) => d === 1n);
        expect(normalTerm(powers)?.powers.length === 0).toBe(isWhole);
      }),
      { numRuns: 1000 },
    );
  });

  it('law, normal: exponents that are left lie between 0 and 1', () => {
    fc.assert(
      fc.property(products, (powers) =>
        (normalTerm(powers)?.powers ?? []).every(
          ({ exponent }) => exponent.n > 0n && exponent.n < exponent.d,
        ),
      ),
    );
  });

  it('keeps the numbers small whatever the digits of the weights: 333333/1000000 forms no power', () => {
    const six = normalTerm([
      { base: 9134n, exponent: rational(333_333n, 1_000_000n) },
      { base: 875n, exponent: rational(666_667n, 1_000_000n) },
    ]);
    expect(six?.coefficient).toEqual(rational(1n));
    expect(six?.powers.map(({ base }) => base)).toEqual([9134n, 875n]);
    const huge = 10n ** 400n;
    expect(normalTerm([{ base: 12n, exponent: rational(1n, huge) }])?.powers.length).toBe(1);
    expect(normalTerm([{ base: 12n, exponent: rational(huge + 1n, huge) }])?.coefficient).toEqual(
      rational(12n),
    );
  });

  it('gives up, rather than form it, when an integer would pass the size limit', () => {
    expect(normalTerm([{ base: 2n, exponent: rational(10n ** 400n) }])).toBeUndefined();
    expect(normalTerm([{ base: 2n, exponent: rational(-(10n ** 400n)) }])).toBeUndefined();
    expect(
      normalTerm([{ base: 2n ** BigInt(SIZE_LIMIT), exponent: rational(1n, 2n ** 70n) }]),
    ).toBeUndefined();
    expect(normalTerm([{ base: 2n, exponent: rational(9_999n) }])?.coefficient).toEqual(
      rational(2n ** 9_999n),
    );
  });
});

describe('powersOf', () => {
  it('splits numerator and denominator, and leaves ones out', () => {
    expect(powersOf(rational(1n), rational(1n, 2n))).toEqual([]);
    expect(powersOf(rational(3n, 2n), rational(1n, 2n))).toEqual([
      { base: 3n, exponent: { n: 1n, d: 2n } },
      { base: 2n, exponent: { n: -1n, d: 2n } },
    ]);
  });
});
