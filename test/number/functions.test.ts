import { Decimal } from 'decimal.js';
import * as fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import {
  addExact,
  compareExact,
  divideExact,
  type Exact,
  isRational,
  multiplyExact,
  negateExact,
  powerProduct,
  roundExact,
  subtractExact,
} from '../../src/number/exact.js';
import { cbrtExact, expExact, lnExact, powExact, sqrtExact } from '../../src/number/functions.js';
import { powerExact } from '../../src/number/power-exact.js';
import { compare, ONE, type Rational, rational, ZERO } from '../../src/number/rational.js';
import { isTooLarge } from '../../src/number/size.js';
import { placesStep, ROUNDING_MODES, type RoundingMode } from '../../src/number/round.js';
import { holds, positives, rationals } from './generate.js';

// decimal.js is slow at these digits and the machine may be shared: time decides nothing here.
vi.setConfig({ testTimeout: 60_000 });

const Real = Decimal.clone({ precision: 110, toExpNeg: -9e15, toExpPos: 9e15 });
const REFERENCE: Readonly<Record<RoundingMode, Decimal.Rounding>> = {
  'half-up': 4,
  'half-down': 5,
  'half-even': 6,
  up: 0,
  down: 1,
  ceiling: 2,
  floor: 3,
};
const real = (value: Rational): Decimal => new Real(value.n.toString()).div(value.d.toString());

function given<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('expected a value');
  return value;
}
const q = (n: bigint, d = 1n): Rational => rational(n, d);
const ln = (value: Exact): Exact => given(lnExact(value));
const exp = (value: Exact): Exact => given(expExact(value));
const root = (value: bigint, index = 2n): Exact =>
  given(powerExact(rational(value), rational(1n, index)));
/** sqrt(3 + 2 sqrt 2), which is 1 + sqrt 2: a nesting whose form hides its value. */
const nested = given(powerExact(addExact(q(3n), root(8n)), q(1n, 2n)));
/** sqrt(3 + 2 sqrt 2) - sqrt 2 - 1, which is 0 without our knowing. */
const hiddenZero = subtractExact(subtractExact(nested, root(2n)), ONE);
const enclosed = (value: Exact | undefined, truth: Decimal): void => {
  const exact = given(value);
  if (isRational(exact)) {
    expect(real(exact).sub(truth).abs().lte(truth.abs().add(1).mul('1e-90'))).toBe(true);
    return;
  }
  for (const bits of [64, 128, 200]) {
    const enclosure = exact.enclose(bits);
    expect(enclosure.bits).toBe(bits);
    expect(holds(enclosure, truth)).toBe(true);
  }
};
const rounded = (value: Exact | undefined, places: number): string =>
  real(
    rational(
      given(roundExact(given(value), placesStep(places), 'half-even')),
      placesStep(places).d,
    ),
  ).toFixed(places);
/** Small exponents of either sign. */
const exponents = fc
  .tuple(fc.bigInt({ min: -40n, max: 40n }), fc.bigInt({ min: 1n, max: 9n }))
  .map(([n, d]) => rational(n, d));
const moderate = fc
  .tuple(fc.bigInt({ min: 1n, max: 10n ** 6n }), fc.bigInt({ min: 1n, max: 10n ** 4n }))
  .map(([n, d]) => rational(n, d));

describe('lnExact', () => {
  it('law, enclosed: holds what decimal.js gives to 110 digits, and rounds as it does in every mode', () => {
    fc.assert(
      fc.property(
        positives,
        fc.integer({ min: 0, max: 30 }),
        fc.constantFrom(...ROUNDING_MODES),
        (value, places, mode) => {
          const truth = real(value).ln();
          enclosed(lnExact(value), truth);
          const units = given(roundExact(ln(value), placesStep(places), mode));
          const expected = truth.mul(new Real(10).pow(places)).toDecimalPlaces(0, REFERENCE[mode]);
          expect(expected.eq(units.toString())).toBe(true);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('law, product: ln(ab) = ln a + ln b and ln(a/b) = ln a - ln b, exactly', () => {
    fc.assert(
      fc.property(positives, positives, (a, b) => {
        expect(subtractExact(ln(multiplyExact(a, b)), addExact(ln(a), ln(b)))).toEqual(ZERO);
        expect(compareExact(ln(given(divideExact(a, b))), subtractExact(ln(a), ln(b)))).toBe(0);
      }),
      { numRuns: 300 },
    );
  });

  it('law, power: ln(a^q) = q ln a, exactly, be a^q rational or not', () => {
    fc.assert(
      fc.property(moderate, exponents, (a, exponent) => {
        const power = given(powerExact(a, exponent));
        expect(subtractExact(ln(power), multiplyExact(exponent, ln(a)))).toEqual(ZERO);
      }),
      { numRuns: 300 },
    );
  });

  it('law, monotone: logarithms are ordered as their arguments', () => {
    fc.assert(
      fc.property(positives, positives, (a, b) => {
        expect(compareExact(ln(a), ln(b))).toBe(compare(a, b));
        expect(compareExact(ln(a), ZERO)).toBe(compare(a, ONE));
      }),
      { numRuns: 200 },
    );
  });

  it('is 0 at 1, and no fraction at any other fraction', () => {
    expect(lnExact(ONE)).toEqual(ZERO);
    expect(isRational(ln(q(10n ** 40n + 1n, 10n ** 40n)))).toBe(false);
  });

  it('is half ln 2 at sqrt 2, and ln 2 at twice it less that half', () => {
    expect(divideExact(ln(root(2n)), ln(q(2n)))).toEqual(q(1n, 2n));
    expect(divideExact(ln(multiplyExact(q(2n), root(2n))), ln(q(2n)))).toEqual(q(3n, 2n));
  });

  it('takes what is no product of powers by its enclosure', () => {
    enclosed(
      lnExact(addExact(root(2n), root(3n))),
      new Real(2).sqrt().add(new Real(3).sqrt()).ln(),
    );
    enclosed(
      lnExact(subtractExact(root(3n, 3n), root(2n))),
      new Real(3).cbrt().sub(new Real(2).sqrt()).ln(),
    );
    enclosed(lnExact(ln(q(3n))), new Real(3).ln().ln());
    expect(compareExact(ln(addExact(ONE, root(2n))), ln(q(5n, 2n)))).toBe(-1);
  });

  it('has no value for what is not positive, or not decided to be', () => {
    expect(lnExact(ZERO)).toBeUndefined();
    expect(lnExact(q(-1n))).toBeUndefined();
    expect(lnExact(negateExact(root(2n)))).toBeUndefined();
    expect(lnExact(subtractExact(ONE, root(2n)))).toBeUndefined();
    expect(lnExact(ln(q(1n, 2n)))).toBeUndefined();
    expect(lnExact(hiddenZero)).toBeUndefined();
  });

  it('has no value for a sum of radicals that is positive, but below 2^-4096', () => {
    const tiny = multiplyExact(q(1n, 2n ** 5_000n), addExact(root(2n), root(3n)));
    expect(compareExact(tiny, ZERO)).toBe(1);
    expect(lnExact(tiny)).toBeUndefined();
  });

  it('takes arguments too large for a form by their enclosure, near 1 too', () => {
    const huge = q(3n ** 12_000n);
    enclosed(lnExact(huge), new Real(3).ln().mul(12_000));
    const near = (bits: bigint): Exact => ln(q(2n ** bits + 1n, 2n ** bits));
    expect(compareExact(near(3_000n), ZERO)).toBe(1);
    // ln(1 + x) lies below x by x^2 / 2
    expect(compareExact(near(1_500n), q(1n, 2n ** 1_500n))).toBe(-1);
    expect(compareExact(q(1n, 2n ** 1_500n), near(1_500n))).toBe(1);
    expect(compareExact(near(3_000n), q(1n, 2n ** 3_000n))).toBeUndefined();
    expect(compareExact(q(1n, 2n ** 3_000n), near(3_000n))).toBeUndefined();
    const power = given(powerProduct([{ base: q(3n ** 3_000n), exponent: q(1n, 7n) }]));
    enclosed(lnExact(power), new Real(3).ln().mul(3_000).div(7));
  });
});

describe('expExact', () => {
  it('law, inverse: exp ln a = a and ln exp r = r, exactly', () => {
    fc.assert(
      fc.property(moderate, rationals, (a, r) => {
        expect(exp(ln(a))).toEqual(a);
        // Beyond a thousand an exponential is refused.
        fc.pre(r.n < r.d * 1000n && r.n > -r.d * 1000n);
        expect(ln(exp(r))).toEqual(r);
      }),
      { numRuns: 300 },
    );
  });

  it('law, enclosed: holds what decimal.js gives to 110 digits, and is as narrow as one asks for', () => {
    const small = fc
      .tuple(
        fc.bigInt({ min: -(10n ** 8n), max: 10n ** 8n }),
        fc.bigInt({ min: 1n, max: 10n ** 8n }),
      )
      .map(([n, d]) => rational(n, d))
      .filter(({ n, d }) => n < 60n * d && n > -60n * d);
    fc.assert(
      fc.property(small, (r) => {
        const value = exp(r);
        enclosed(value, real(r).exp());
        if (isRational(value)) return;
        const { lo, hi } = value.enclose(64);
        expect(hi - lo).toBeLessThanOrEqual(3n);
      }),
      { numRuns: 200 },
    );
  });

  it('law, monotone: exponentials are ordered as their exponents, equal ones of two origins among them', () => {
    fc.assert(
      fc.property(exponents, exponents, (a, b) => {
        expect(compareExact(exp(a), exp(b))).toBe(compare(a, b));
        expect(compareExact(exp(a), exp(rational(a.n, a.d)))).toBe(0);
      }),
      { numRuns: 200 },
    );
  });

  it('is the product of powers for a sum of logarithms', () => {
    expect(exp(ln(q(5n)))).toEqual(q(5n));
    expect(exp(addExact(ln(q(2n)), multiplyExact(q(1n, 2n), ln(q(9n)))))).toEqual(q(6n));
    expect(compareExact(exp(multiplyExact(q(1n, 2n), ln(q(2n)))), root(2n))).toBe(0);
  });

  it('is e times 2 at 1 + ln 2', () => {
    const value = exp(addExact(ONE, ln(q(2n))));
    enclosed(value, new Real(1).exp().mul(2));
    expect(rounded(value, 20)).toBe(new Real(1).exp().mul(2).toFixed(20));
    expect(divideExact(subtractExact(ln(value), ONE), ln(q(2n)))).toEqual(ONE);
  });

  it('is no product of powers for a logarithm to another base', () => {
    const log10 = given(divideExact(ln(q(7n)), ln(q(10n))));
    enclosed(exp(log10), new Real(7).log(10).exp());
    expect(ln(exp(log10))).toBe(log10);
  });

  it('is 1 at 0, and the square root of 2 at a hidden half of ln 2, to any decimal', () => {
    expect(exp(ZERO)).toEqual(ONE);
    const half = multiplyExact(subtractExact(nested, root(2n)), ln(root(2n)));
    expect(rounded(exp(half), 30)).toBe(new Real(2).sqrt().toFixed(30));
  });

  it('is positive however small, and every rounding of it is decided', () => {
    const tiny = exp(q(-1_000n));
    expect(compareExact(tiny, ZERO)).toBe(1);
    expect(compareExact(ZERO, tiny)).toBe(-1);
    expect(ln(tiny)).toEqual(q(-1_000n));
    expect(roundExact(tiny, placesStep(2), 'half-up')).toBe(0n);
    expect(roundExact(tiny, placesStep(2), 'ceiling')).toBe(1n);
    expect(roundExact(exp(q(-100n)), placesStep(2), 'ceiling')).toBe(1n);
  });

  it('rounds large values to their last place', () => {
    const Long = Decimal.clone({ precision: 900, toExpPos: 9e15 });
    for (const [n, d] of [
      [1_000n, 1n],
      [2_345n, 3n],
    ] as const) {
      const truth = new Long(n.toString()).div(d.toString()).exp().mul(100).toFixed(0, 6);
      expect(roundExact(exp(q(n, d)), placesStep(2), 'half-even')?.toString()).toBe(truth);
    }
  });

  it('has no value beyond its size, nor where the size is unknown', () => {
    expect(expExact(q(1_001n))).toBeUndefined();
    expect(expExact(q(-1_001n))).toBeUndefined();
    expect(expExact(q(1_000n))).toBeDefined();
    expect(expExact(multiplyExact(q(10n ** 5n), ln(q(2n))))).toBeUndefined();
    expect(expExact(multiplyExact(q(2n ** 200n), nested))).toBeUndefined();
    expect(expExact(addExact(q(1_000n), hiddenZero))).toBeUndefined();
  });
});

describe('exponentials multiply by their exponents', () => {
  it('so that e * e ^ 2 is e ^ 3, and e ^ x * e ^ -x is 1', () => {
    expect(compareExact(multiplyExact(exp(q(1n)), exp(q(2n))), exp(q(3n)))).toBe(0);
    expect(multiplyExact(exp(q(7n, 3n)), exp(q(-7n, 3n)))).toEqual(ONE);
    expect(compareExact(multiplyExact(exp(q(499n)), exp(q(500n))), exp(q(999n)))).toBe(0);
  });
});

describe('values made from values', () => {
  it('are told from those made once: their depth grows with each, and not with a long sum', () => {
    let chain: Exact = exp(q(1n, 7n));
    for (let i = 0; i < 40; i++) chain = multiplyExact(chain, addExact(chain, ln(q(3n))));
    expect(isTooLarge(chain)).toBe(true);
    let total: Exact = exp(q(1n, 7n));
    for (let i = 2n; i < 400n; i++) total = addExact(total, exp(q(1n, i)));
    expect(isTooLarge(total)).toBe(false);
  });
});

describe('powExact', () => {
  it('law, agreement: with a rational exponent it is powerExact', () => {
    fc.assert(
      fc.property(rationals, exponents, (a, exponent) => {
        const [mine, theirs] = [powExact(a, exponent), powerExact(a, exponent)];
        if (mine === undefined || theirs === undefined) expect(mine).toBe(theirs);
        else expect(compareExact(mine, theirs)).toBe(0);
      }),
      { numRuns: 200 },
    );
  });

  it('law, enclosed: with a logarithm or a root as exponent it holds what decimal.js gives', () => {
    fc.assert(
      fc.property(moderate, fc.bigInt({ min: 2n, max: 20n }), (a, b) => {
        enclosed(powExact(a, ln(q(b))), real(a).pow(new Real(b.toString()).ln()));
        enclosed(powExact(a, root(b, 3n)), real(a).pow(new Real(b.toString()).cbrt()));
      }),
      { numRuns: 60 },
    );
  });

  it('law, inverse: b^(ln a / ln b) = a, exactly', () => {
    fc.assert(
      fc.property(moderate, moderate, (a, b) => {
        fc.pre(b.n !== b.d);
        expect(powExact(b, given(divideExact(ln(a), ln(b))))).toEqual(a);
      }),
      { numRuns: 200 },
    );
  });

  it('takes powers of exponentials by their exponents', () => {
    const e = exp(ONE);
    expect(powExact(e, ln(q(5n)))).toEqual(q(5n));
    expect(ln(given(powExact(e, q(-7n, 3n))))).toEqual(q(-7n, 3n));
    expect(powExact(e, ZERO)).toEqual(ONE);
    expect(compareExact(given(powExact(exp(q(2n)), q(1n, 2n))), e)).toBe(0);
  });

  it.each([
    [ONE, ln(q(2n)), ONE],
    [ZERO, ln(q(2n)), ZERO],
    [ZERO, ln(q(1n, 2n)), undefined],
    [ZERO, hiddenZero, undefined],
    [ZERO, ZERO, ONE],
    [q(-2n), ln(q(2n)), undefined],
    [q(-2n), q(3n), q(-8n)],
    [hiddenZero, ln(q(2n)), undefined],
    [q(2n), multiplyExact(q(10n ** 6n), root(2n)), undefined],
  ])('case %# is what the definition says', (base, exponent, expected) => {
    expect(powExact(base, exponent)).toEqual(expected);
  });

  it('is 2^sqrt 2 to forty places', () => {
    expect(rounded(powExact(q(2n), root(2n)), 40)).toBe(
      new Real(2).pow(new Real(2).sqrt()).toFixed(40),
    );
  });
});

describe('sqrtExact and cbrtExact', () => {
  it('law, inverse: the root of a power is the value, its sign lost to the square alone', () => {
    fc.assert(
      fc.property(rationals, (a) => {
        const [square, cube] = [multiplyExact(a, a), multiplyExact(multiplyExact(a, a), a)];
        expect(sqrtExact(square)).toEqual(a.n < 0n ? negateExact(a) : a);
        expect(cbrtExact(cube)).toEqual(a);
      }),
      { numRuns: 200 },
    );
  });

  it('law, enclosed: holds what decimal.js gives, for radicals too', () => {
    fc.assert(
      fc.property(rationals, (a) => {
        enclosed(cbrtExact(a), real(a).cbrt());
        if (a.n >= 0n) enclosed(sqrtExact(a), real(a).sqrt());
      }),
      { numRuns: 100 },
    );
    enclosed(cbrtExact(subtractExact(ONE, root(5n))), new Real(1).sub(new Real(5).sqrt()).cbrt());
  });

  it('has no square root of a negative, and neither root where the sign is undecided', () => {
    expect(sqrtExact(q(-4n))).toBeUndefined();
    expect(sqrtExact(negateExact(root(2n)))).toBeUndefined();
    expect(sqrtExact(hiddenZero)).toBeUndefined();
    expect(cbrtExact(hiddenZero)).toBeUndefined();
    expect(sqrtExact(ZERO)).toEqual(ZERO);
    expect(cbrtExact(q(-8n))).toEqual(q(-2n));
    expect(compareExact(given(sqrtExact(exp(q(3n)))), exp(q(3n, 2n)))).toBe(0);
  });

  it('has no cube root of what a power cannot be taken of', () => {
    const tiny = multiplyExact(q(-1n, 2n ** 5_000n), addExact(root(2n), root(3n)));
    expect(cbrtExact(tiny)).toBeUndefined();
  });
});
