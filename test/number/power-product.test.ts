import { Decimal } from 'decimal.js';
import * as fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import {
  addExact,
  compareExact,
  type Exact,
  isRational,
  multiplyExact,
  negateExact,
  type Power,
  type PowerFactor,
  powerProduct,
  roundExact,
  subtractExact,
} from '../../src/number/exact.js';
import { readNumber } from '../../src/number/decimal.js';
import { multiply, ONE, type Rational, rational, ZERO } from '../../src/number/rational.js';
import { integerRoot } from '../../src/number/root.js';
import { placesStep } from '../../src/number/round.js';
import { holds, positives, rationals } from './generate.js';

function given<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('expected a value');
  return value;
}
const number = (text: string): Rational => given(readNumber(text));
/** base^exponent * base^exponent * ..., each factor written `base^exponent`. */
const product = (...factors: readonly string[]): Exact | undefined =>
  powerProduct(
    factors.map((factor) => {
      const [base = '', exponent = ''] = factor.split('^');
      return { base: number(base), exponent: number(exponent) };
    }),
  );
const root = (value: bigint): Exact => given(product(`${value}^1/2`));
const rounded = (value: Exact | undefined): bigint | undefined =>
  roundExact(given(value), placesStep(2), 'half-up');
// decimal.js is slow at these digits and the machine may be shared: time decides nothing here.
vi.setConfig({ testTimeout: 60_000 });

const Real = Decimal.clone({ precision: 100, toExpNeg: -9e15, toExpPos: 9e15 });
const real = (value: Rational): Decimal => new Real(value.n.toString()).div(value.d.toString());

/** Whether a non-negative integer is a perfect power, by the naive root. */
const isPower = (value: bigint, index: number): boolean =>
  integerRoot(value, index) ** BigInt(index) === value;

describe('powerProduct, rational', () => {
  it.each([
    [['100^0.6', '32.768^0.4'], 64n, 1n],
    [['4^1/2'], 2n, 1n],
    [['8/27^1/3'], 2n, 3n],
    [['2^1/2', '8^1/2'], 4n, 1n],
    [['12^1/2', '3^-1/2'], 2n, 1n],
    [['6^1/3', '12^1/3', '3^1/3'], 6n, 1n],
    [['0.25^-0.5'], 2n, 1n],
    [['91.34^1'], 4567n, 50n],
    [['80^333333/1000000', '80^666667/1000000'], 80n, 1n],
    [['7^0'], 1n, 1n],
    [['1^1/2', '1^12.5%'], 1n, 1n],
    [['0^1/2', '5^2'], 0n, 1n],
    [['-2^3'], -8n, 1n],
    [['-2^-2'], 1n, 4n],
    [['-2^1', '-3^1', '-1^1'], -6n, 1n],
    [[], 1n, 1n],
  ])('%j is exactly %s/%s', (factors, n, d) => {
    expect(product(...factors)).toEqual(rational(n, d));
  });

  it('sees through nestings: the geometric mean of sqrt 2 and sqrt 8 is 2', () => {
    const half = rational(1n, 2n);
    expect(
      powerProduct([
        { base: root(2n), exponent: half },
        { base: root(8n), exponent: half },
      ]),
    ).toEqual(powerProduct([{ base: rational(4n), exponent: half }]));
    const deep = powerProduct([
      { base: given(product('2^1/3', '3^1/5')), exponent: rational(15n) },
    ]);
    expect(deep).toEqual(rational(2n ** 5n * 3n ** 3n));
  });

  it('law, perfect: a product built to be rational is found to be so', () => {
    // a = u^q y^s, b = w^q y^-r: a^(r/q) b^(s/q) = u^r w^s, whatever y is
    const small = fc
      .tuple(fc.bigInt({ min: 1n, max: 400n }), fc.bigInt({ min: 1n, max: 400n }))
      .map(([n, d]) => rational(n, d));
    const power = (base: Rational, times: bigint): Rational =>
      rational(base.n ** times, base.d ** times);
    fc.assert(
      fc.property(
        small,
        small,
        small,
        fc.tuple(
          fc.bigInt({ min: 1n, max: 12n }),
          fc.bigInt({ min: 1n, max: 12n }),
          fc.bigInt({ min: 1n, max: 12n }),
        ),
        (u, w, y, [q, r, s]) => {
          const a = multiply(power(u, q), power(y, s));
          const b = multiply(power(w, q), rational(y.d ** r, y.n ** r));
          const value = powerProduct([
            { base: a, exponent: rational(r, q) },
            { base: b, exponent: rational(s, q) },
          ]);
          expect(value).toEqual(multiply(power(u, r), power(w, s)));
        },
      ),
      { numRuns: 500 },
    );
  });

  it('law, naive: agrees with the definition, X = product of x^p and a perfect q-th power, where X can be formed', () => {
    const weights = fc.tuple(
      fc.integer({ min: 1, max: 5 }),
      fc.integer({ min: 1, max: 5 }),
      fc.integer({ min: 1, max: 6 }),
    );
    const scores = fc.bigInt({ min: 1n, max: 64n }).map((n) => rational(n * n, 16n));
    fc.assert(
      fc.property(scores, scores, weights, (a, b, [r, s, q]) => {
        const value = given(
          powerProduct([
            { base: a, exponent: rational(BigInt(r), BigInt(q)) },
            { base: b, exponent: rational(BigInt(s), BigInt(q)) },
          ]),
        );
        const power = rational(
          a.n ** BigInt(r) * b.n ** BigInt(s),
          a.d ** BigInt(r) * b.d ** BigInt(s),
        );
        expect(isRational(value)).toBe(isPower(power.n, q) && isPower(power.d, q));
        if (isRational(value))
          expect(rational(value.n ** BigInt(q), value.d ** BigInt(q))).toEqual(power);
      }),
      { numRuns: 1000 },
    );
  });

  it('law, mean of equals: any weights that sum to 1 give the value itself, six-digit weights too', () => {
    fc.assert(
      fc.property(
        positives,
        fc.array(fc.bigInt({ min: 1n, max: 999_999n }), { minLength: 1, maxLength: 6 }),
        (value, parts) => {
          const all = parts.reduce((a, b) => a + b);
          expect(
            powerProduct(parts.map((part) => ({ base: value, exponent: rational(part, all) }))),
          ).toEqual(value);
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('powerProduct, irrational', () => {
  const weights = fc
    .array(fc.bigInt({ min: 1n, max: 999_999n }), { minLength: 2, maxLength: 5 })
    .map((parts) =>
      parts.map((part) =>
        rational(
          part,
          parts.reduce((a, b) => a + b),
        ),
      ),
    );
  const factorsOf = (exponents: readonly Rational[]): fc.Arbitrary<readonly PowerFactor[]> =>
    fc
      .tuple(...exponents.map(() => fc.bigInt({ min: 1n, max: 12_000n })))
      .map((scores) =>
        exponents.map((exponent, i) => ({ base: rational(scores[i] ?? 1n, 100n), exponent })),
      );
  const factors = weights.chain(factorsOf);
  /** Exponents of a small denominator, of which a root of a whole number is taken. */
  const rootFactors = fc
    .integer({ min: 2, max: 14 })
    .chain((index) =>
      fc.array(
        fc.integer({ min: 1, max: 2 * index }).map((n) => rational(BigInt(n), BigInt(index))),
        { minLength: 1, maxLength: 4 },
      ),
    )
    .chain(factorsOf);
  const truth = (all: readonly PowerFactor[]): Decimal =>
    all
      .reduce(
        (total, { base, exponent }) =>
          isRational(base) ? total.add(real(base).ln().mul(real(exponent))) : total,
        new Real(0),
      )
      .exp();

  it('law, enclosed: a weighted geometric mean holds what decimal.js gives, and rounds as it does', () => {
    fc.assert(
      fc.property(factors, (all) => {
        const value = given(powerProduct(all));
        const expected = truth(all);
        if (isRational(value)) {
          expect(real(value).sub(expected).abs().lt('1e-90')).toBe(true);
        } else {
          for (const bits of [64, 128, 256]) {
            const enclosure = value.enclose(bits);
            expect(holds(enclosure, expected)).toBe(true);
            expect(enclosure.hi - enclosure.lo).toBeLessThan(4n * 128n);
          }
          expect(rounded(value)?.toString()).toBe(expected.mul(100).toFixed(0, 4));
        }
      }),
      { numRuns: 150 },
    );
  });

  it('law, enclosed: exponents of a small denominator give ends of a few ulps at any bits, which hold what decimal.js gives', () => {
    const bits = fc.integer({ min: 0, max: 300 });
    fc.assert(
      fc.property(rootFactors, bits, (all, wanted) => {
        const value = given(powerProduct(all));
        const expected = truth(all);
        if (isRational(value)) return;
        const enclosure = value.enclose(wanted);
        expect(holds(enclosure, expected)).toBe(true);
        // 120^8 is below 2^56, and what an ulp of a radical becomes by its coefficient is no more
        expect(enclosure.hi - enclosure.lo).toBeLessThan(1n << 60n);
      }),
      { numRuns: 400 },
    );
  });

  it('law, blind to order: factors in any order give the same value', () => {
    fc.assert(
      fc.property(factors, (all) => {
        const [a, b] = [given(powerProduct(all)), given(powerProduct([...all].reverse()))];
        expect(compareExact(a, b)).toBe(0);
      }),
      { numRuns: 100 },
    );
  });

  it('law, nested: a mean of means equals the flat mean of the multiplied weights', () => {
    fc.assert(
      fc.property(factors, factors, fc.bigInt({ min: 1n, max: 999n }), (a, b, part) => {
        const [w, v] = [rational(part, 1000n), rational(1000n - part, 1000n)];
        const inner = powerProduct([
          { base: given(powerProduct(a)), exponent: w },
          { base: given(powerProduct(b)), exponent: v },
        ]);
        const scaled = (all: readonly PowerFactor[], weight: Rational): readonly PowerFactor[] =>
          all.map(({ base, exponent }) => ({ base, exponent: multiply(exponent, weight) }));
        const flat = powerProduct([...scaled(a, w), ...scaled(b, v)]);
        expect(compareExact(given(inner), given(flat))).toBe(0);
      }),
      { numRuns: 100 },
    );
  });

  it('costs as little with weights of six digits, or of two hundred, as with thirds: no power is formed', () => {
    expect(rounded(product('91.34^1/3', '87.5^2/3'))).toBe(8876n);
    expect(rounded(product('91.34^333333/1000000', '87.5^666667/1000000'))).toBe(8876n);
    const nines = 10n ** 200n - 1n;
    const value = powerProduct([
      { base: number('91.34'), exponent: rational(nines / 3n, nines + 1n) },
      { base: number('87.5'), exponent: rational(nines + 1n - nines / 3n, nines + 1n) },
    ]);
    expect(rounded(value)).toBe(8876n);
  });

  it('keeps its powers, so that a further power or quotient makes it rational again', () => {
    const value = given(product('2^1/3'));
    const cubeRoot: readonly Power[] = [{ base: 2n, exponent: rational(1n, 3n) }];
    expect(isRational(value) ? undefined : value.powers).toEqual(cubeRoot);
    expect(multiplyExact(multiplyExact(value, value), value)).toEqual(rational(2n));
    expect(
      powerProduct([{ base: multiplyExact(rational(3n, 5n), value), exponent: rational(3n) }]),
    ).toEqual(rational(54n, 125n));
  });
});

describe('powerProduct of sums and nestings', () => {
  const sum = addExact(ONE, root(2n));

  it('encloses the root of a sum of radicals', () => {
    const value = given(powerProduct([{ base: sum, exponent: rational(1n, 2n) }]));
    if (isRational(value)) throw new Error('irrational');
    expect(holds(value.enclose(64), new Real(2).sqrt().add(1).sqrt())).toBe(true);
    expect(holds(value.enclose(256), new Real(2).sqrt().add(1).sqrt())).toBe(true);
  });

  it('law, outward: at coarse bits, where a lost ulp shows, two thousand roots of small differences lie within their ends', () => {
    const outside: string[] = [];
    for (let n = 1; n <= 2000; n += 1) {
      // sqrt(n^2 + 1) - n is small, so its enclosures are wide for its size
      const base = subtractExact(root(BigInt(n * n + 1)), rational(BigInt(n)));
      const value = given(powerProduct([{ base, exponent: rational(2n, 3n) }]));
      if (isRational(value)) throw new Error('irrational');
      const bits = n % 12;
      const { lo, hi } = value.enclose(bits);
      const truth = (n + Math.sqrt(n * n + 1)) ** (-2 / 3) * 2 ** bits;
      // a double is good to 2^-45 here: what it cannot tell from an end counts as inside
      if (Number(lo) > truth * (1 + 1e-12) || truth * (1 - 1e-12) > Number(hi)) {
        outside.push(`${n} at ${bits}`);
      }
    }
    expect(outside).toEqual([]);
  });

  it('raises a negative radical to whole exponents, and refuses others', () => {
    const negative = negateExact(root(2n));
    expect(isRational(negative) ? [] : negative.powers).toBeUndefined();
    const power = (n: bigint, d = 1n): Exact | undefined =>
      powerProduct([{ base: negative, exponent: rational(n, d) }]);
    expect(power(2n)).toEqual(rational(2n));
    expect(power(-2n)).toEqual(rational(1n, 2n));
    expect(power(1n, 2n)).toBeUndefined();
    expect(compareExact(given(power(3n)), multiplyExact(rational(2n), negative))).toBe(0);
  });

  it('joins the exponents of one value: x^0.6 x^0.4 is x, and x^1/2 x^-1/2 is 1', () => {
    const join = (...exponents: readonly string[]): Exact | undefined =>
      powerProduct(exponents.map((exponent) => ({ base: sum, exponent: number(exponent) })));
    expect(join('0.6', '0.4')).toBe(sum);
    expect(join('1/2', '-1/2')).toEqual(ONE);
  });

  it('raises a negative sum to a whole exponent and refuses another', () => {
    const negative = negateExact(sum);
    const cube = given(powerProduct([{ base: negative, exponent: rational(3n) }]));
    if (isRational(cube)) throw new Error('irrational');
    expect(holds(cube.enclose(64), new Real(2).sqrt().add(1).pow(3).neg())).toBe(true);
    expect(powerProduct([{ base: negative, exponent: rational(1n, 2n) }])).toBeUndefined();
  });

  it('refuses a base whose sign is undecided', () => {
    const hiddenZero = subtractExact(
      given(powerProduct([{ base: addExact(rational(3n), root(8n)), exponent: rational(1n, 2n) }])),
      sum,
    );
    expect(powerProduct([{ base: hiddenZero, exponent: rational(1n, 2n) }])).toBeUndefined();
  });
});

describe('powerProduct, refusals and hostile input', () => {
  it.each([[['-4^1/2']], [['0^0']], [['0^-1']], [['0^1', '-1^1/2']], [['-8^1/3']]])(
    'has no value for %j',
    (factors) => {
      expect(product(...factors)).toBeUndefined();
    },
  );

  it('refuses a product beyond 2^20,000 or below its inverse, and forms neither', () => {
    const huge = rational(10n ** 390n);
    expect(powerProduct([{ base: rational(2n), exponent: huge }])).toBeUndefined();
    expect(powerProduct([{ base: rational(1n, 2n), exponent: huge }])).toBeUndefined();
    expect(powerProduct([{ base: rational(10n ** 390n - 1n), exponent: huge }])).toBeUndefined();
  });

  it('encloses a product whose exact form would be too large, when its size is moderate', () => {
    const value = given(
      powerProduct([{ base: rational(10_001n, 10_000n), exponent: rational(10_000n) }]),
    );
    if (isRational(value)) throw new Error('held by its enclosure');
    const { lo, hi } = value.enclose(128);
    expect(holds(value.enclose(128), new Real('1.0001').pow(10_000))).toBe(true);
    expect(hi - lo).toBeLessThan(100n);
    expect(rounded(value)).toBe(272n);
  });

  it('gives a value or nothing for weights and scores of four hundred digits', () => {
    const digits = BigInt('7'.repeat(399));
    const value = powerProduct([
      { base: rational(digits, 10n ** 398n), exponent: rational(digits, 10n ** 399n) },
      {
        base: rational(digits + 2n, 10n ** 397n),
        exponent: rational(10n ** 399n - digits, 10n ** 399n),
      },
    ]);
    const [a, b] = [
      new Real('7.777777777777777777777777777777777777777777777777777777777777'),
      new Real('77.77777777777777777777777777777777777777777777777777777777777777'),
    ];
    const weight = new Real('0.7777777777777777777777777777777777777777777777777777777777777777');
    const truth = a
      .ln()
      .mul(weight)
      .add(b.ln().mul(new Real(1).sub(weight)))
      .exp();
    expect(rounded(value)?.toString()).toBe(truth.mul(100).toFixed(0, 4));
  });

  it('law, total: any bases and exponents give a value or nothing', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ base: rationals, exponent: rationals }), { maxLength: 4 }),
        (all) => {
          const value = powerProduct(all);
          expect(value === undefined || isRational(value) || value.enclose(64).bits === 64).toBe(
            true,
          );
          if (all.some(({ base }) => base.n === 0n) && value !== undefined)
            expect(value).toEqual(ZERO);
        },
      ),
      { numRuns: 300 },
    );
  });
});
