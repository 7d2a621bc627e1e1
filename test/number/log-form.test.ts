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
  nearestRational,
  negateExact,
  roundExact,
  subtractExact,
  sumExact,
} from '../../src/number/exact.js';
import { lnExact } from '../../src/number/functions.js';
import {
  encloseLogForm,
  LOG_FORM_BITS,
  logForm,
  ratioOfLogForms,
  scaleLogForm,
  sumLogForms,
} from '../../src/number/log-form.js';
import { invertLogQuotient, type LogQuotient } from '../../src/number/log-quotient.js';
import { coprimePowers, type Power, takeOut } from '../../src/number/power.js';
import { powerExact } from '../../src/number/power-exact.js';
import { gcd } from '../../src/number/gcd.js';
import { add, multiply, ONE, type Rational, rational, ZERO } from '../../src/number/rational.js';
import { placesStep, ROUNDING_MODES, roundToStep } from '../../src/number/round.js';
import { holds, positives, rationals } from './generate.js';

// decimal.js is slow at these digits and the machine may be shared: time decides nothing here.
vi.setConfig({ testTimeout: 60_000 });

const Real = Decimal.clone({ precision: 110, toExpNeg: -9e15, toExpPos: 9e15 });
const real = (value: Rational): Decimal => new Real(value.n.toString()).div(value.d.toString());

function given<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('expected a value');
  return value;
}
const q = (n: bigint, d = 1n): Rational => rational(n, d);
const ln = (value: Exact): Exact => given(lnExact(value));
const over = (a: Exact, b: Exact): Exact => given(divideExact(a, b));
const log = (value: Exact, base: bigint): Exact => over(ln(value), ln(q(base)));
const isForm = (value: Exact): boolean => !isRational(value) && value.log !== undefined;
const enclosed = (value: Exact, truth: Decimal): void => {
  if (isRational(value)) throw new Error('expected an irrational');
  for (const bits of [64, 128, 200]) {
    expect(value.enclose(bits).bits).toBe(bits);
    expect(holds(value.enclose(bits), truth)).toBe(true);
  }
};

/** Numbers of few primes, so that sums cancel often. */
const smooth = fc
  .tuple(
    fc.integer({ min: -4, max: 4 }),
    fc.integer({ min: -3, max: 3 }),
    fc.integer({ min: -2, max: 2 }),
    fc.integer({ min: -2, max: 2 }),
  )
  .map((exponents) =>
    [2n, 3n, 5n, 7n].reduce((product, prime, i) => {
      const power = prime ** BigInt(Math.abs(exponents[i] ?? 0));
      return multiply(product, (exponents[i] ?? 0) < 0 ? q(1n, power) : q(power));
    }, ONE),
  );
const coefficients = fc
  .tuple(fc.bigInt({ min: -12n, max: 12n }), fc.bigInt({ min: 1n, max: 6n }))
  .map(([n, d]) => rational(n, d));
interface Part {
  readonly coefficient: Rational;
  readonly argument: Rational;
}
/** c + sum of coefficient * ln argument, with its value to 110 digits. */
const sums = fc
  .tuple(
    coefficients,
    fc.array(
      fc.record({ coefficient: coefficients, argument: fc.oneof(smooth, smooth, positives) }),
      { maxLength: 5 },
    ),
  )
  .map(([constant, parts]: readonly [Rational, readonly Part[]]) => ({
    constant,
    parts,
    exact: sumExact([
      constant,
      ...parts.map((part) => multiplyExact(part.coefficient, ln(part.argument))),
    ]),
    real: parts.reduce(
      (total, { coefficient, argument }) => total.add(real(argument).ln().mul(real(coefficient))),
      real(constant),
    ),
  }));

describe('sums of logarithms', () => {
  it('law, enclosed: they hold what decimal.js gives to 110 digits, and are rational only as the constant', () => {
    fc.assert(
      fc.property(sums, ({ constant, exact, real: truth }) => {
        if (isRational(exact)) expect(exact).toEqual(constant);
        else {
          expect(truth.sub(real(constant)).abs().gt('1e-90')).toBe(true);
          enclosed(exact, truth);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('law, decided: the sign is that of decimal.js, and 0 exactly when the form is empty', () => {
    fc.assert(
      fc.property(sums, sums, (a, b) => {
        const difference = a.real.sub(b.real);
        const expected = difference.abs().lt('1e-90') ? 0 : difference.isNegative() ? -1 : 1;
        expect(compareExact(a.exact, b.exact)).toBe(expected);
        expect(compareExact(b.exact, a.exact)).toBe(expected === 0 ? 0 : -expected);
      }),
      { numRuns: 200 },
    );
  });

  it('law, cancelling: what is added and taken away again leaves the value, in any order of adding', () => {
    fc.assert(
      fc.property(sums, sums, sums, (a, b, c) => {
        const left = addExact(addExact(a.exact, b.exact), c.exact);
        const right = sumExact([c.exact, a.exact, b.exact]);
        expect(subtractExact(left, right)).toEqual(ZERO);
        expect(
          subtractExact(subtractExact(subtractExact(left, b.exact), a.exact), c.exact),
        ).toEqual(ZERO);
        expect(addExact(a.exact, negateExact(a.exact))).toEqual(ZERO);
      }),
      { numRuns: 150 },
    );
  });

  it('law, linear: r (a + b) = r a + r b, and what is divided by r comes back', () => {
    fc.assert(
      fc.property(sums, sums, rationals, (a, b, r) => {
        fc.pre(r.n !== 0n);
        const scaled = multiplyExact(r, addExact(a.exact, b.exact));
        expect(
          compareExact(scaled, addExact(multiplyExact(r, a.exact), multiplyExact(b.exact, r))),
        ).toBe(0);
        expect(compareExact(over(scaled, r), addExact(a.exact, b.exact))).toBe(0);
      }),
      { numRuns: 150 },
    );
  });

  it('is exactly 0 for ln 2 + ln 3 - ln 6, and 5 for it and 5', () => {
    const zero = [ln(q(2n)), ln(q(3n)), negateExact(ln(q(6n)))];
    expect(sumExact(zero)).toEqual(ZERO);
    expect(sumExact([...zero, q(5n), ZERO])).toEqual(q(5n));
    expect(addExact(addExact(ln(q(2n)), q(1n, 2n)), ln(q(1n, 2n)))).toEqual(q(1n, 2n));
  });

  it('rounds on an exact tie when the logarithms cancel, and never ties beside it', () => {
    const tie = sumExact([q(5n, 2n), ln(q(6n)), negateExact(ln(q(2n))), ln(q(1n, 3n))]);
    expect(roundExact(tie, ONE, 'half-even')).toBe(2n);
    expect(roundExact(tie, ONE, 'half-up')).toBe(3n);
    const tiny = ln(q(10n ** 200n + 1n, 10n ** 200n));
    expect(roundExact(addExact(q(5n, 2n), tiny), ONE, 'half-down')).toBe(3n);
    expect(roundExact(subtractExact(q(5n, 2n), tiny), ONE, 'half-up')).toBe(2n);
  });

  it('beside a radical or a nesting it is known by its enclosure', () => {
    const root = given(powerExact(q(2n), q(1n, 2n)));
    const mixed = addExact(ln(q(2n)), root);
    expect(isForm(mixed)).toBe(false);
    enclosed(mixed, new Real(2).ln().add(new Real(2).sqrt()));
    enclosed(multiplyExact(ln(q(2n)), root), new Real(2).ln().mul(new Real(2).sqrt()));
    enclosed(multiplyExact(ln(q(2n)), ln(q(3n))), new Real(2).ln().mul(new Real(3).ln()));
    enclosed(over(root, ln(q(1n, 3n))), new Real(2).sqrt().div(new Real(3).ln()).neg());
  });
});

describe('quotients of logarithms', () => {
  it('law, rational: ln(a^p) / ln(a^q) = p/q, and rounds as p/q does, ties among them', () => {
    fc.assert(
      fc.property(
        positives,
        coefficients,
        fc.constantFrom(q(1n), q(2n), q(4n), q(-2n), q(3n, 4n)),
        fc.constantFrom(...ROUNDING_MODES),
        (a, p, divisor, mode) => {
          fc.pre(a.n !== a.d);
          const quotient = over(ln(given(powerExact(a, p))), ln(given(powerExact(a, divisor))));
          const expected = multiply(p, rational(divisor.d, divisor.n));
          expect(quotient).toEqual(expected);
          expect(roundExact(quotient, ONE, mode)).toBe(roundToStep(expected, ONE, mode));
        },
      ),
      { numRuns: 200 },
    );
  });

  it('law, enclosed: they hold what decimal.js gives, and with a rational are ordered as it orders them', () => {
    fc.assert(
      fc.property(sums, sums, rationals, (a, b, r) => {
        fc.pre(compareExact(b.exact, ZERO) !== 0);
        const quotient = over(a.exact, b.exact);
        const truth = a.real.div(b.real);
        const difference = truth.sub(real(r));
        if (isRational(quotient)) {
          expect(truth.sub(real(quotient)).abs().lt(truth.abs().add(1).mul('1e-80'))).toBe(true);
        } else {
          enclosed(quotient, truth);
          expect(compareExact(quotient, r)).toBe(difference.isNegative() ? -1 : 1);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('law, field: (a/b) b = a, a/b + c/b = (a + c)/b, a/b - r = (a - r b)/b, and 1 / (a/b) = b/a', () => {
    fc.assert(
      fc.property(sums, sums, sums, coefficients, (a, b, c, r) => {
        fc.pre(compareExact(b.exact, ZERO) !== 0 && compareExact(a.exact, ZERO) !== 0);
        const quotient = over(a.exact, b.exact);
        expect(compareExact(multiplyExact(quotient, b.exact), a.exact)).toBe(0);
        expect(compareExact(multiplyExact(b.exact, quotient), a.exact)).toBe(0);
        expect(
          compareExact(
            addExact(quotient, over(c.exact, b.exact)),
            over(addExact(a.exact, c.exact), b.exact),
          ),
        ).toBe(0);
        const less = subtractExact(a.exact, multiplyExact(r, b.exact));
        expect(compareExact(subtractExact(quotient, r), over(less, b.exact))).toBe(0);
        expect(compareExact(over(ONE, quotient), over(b.exact, a.exact))).toBe(0);
        expect(compareExact(over(over(c.exact, b.exact), quotient), over(c.exact, a.exact))).toBe(
          0,
        );
      }),
      { numRuns: 100 },
    );
  });

  it('law, any base: sums of logarithms to one base, in whatever power of it, are decided', () => {
    fc.assert(
      fc.property(positives, positives, fc.bigInt({ min: 2n, max: 12n }), (a, b, base) => {
        const sum = addExact(log(a, base), multiplyExact(q(2n), log(b, base ** 2n)));
        expect(subtractExact(sum, log(multiply(a, b), base))).toEqual(ZERO);
        expect(compareExact(log(a, base), log(a, base))).toBe(0);
      }),
      { numRuns: 150 },
    );
  });

  it.each([
    [ln(q(8n)), ln(q(2n)), q(3n)],
    [ln(q(8n)), ln(q(1n, 4n)), q(-3n, 2n)],
    [ln(q(36n)), ln(q(6n)), q(2n)],
    [ln(q(12n)), ln(q(18n)), undefined],
    [ln(q(6n)), ln(q(2n)), undefined],
    [ln(q(2n)), ln(q(6n)), undefined],
    [ln(q(3n)), ln(q(2n)), undefined],
    [q(3n), ln(q(2n)), undefined],
    [ZERO, ln(q(2n)), ZERO],
    [addExact(q(2n), ln(q(4n))), addExact(q(1n), ln(q(2n))), q(2n)],
    [addExact(q(1n), ln(q(4n))), addExact(q(1n), ln(q(2n))), undefined],
    [ln(q(2n)), addExact(q(1n), ln(q(2n))), undefined],
    [addExact(q(1n), ln(q(2n))), ln(q(2n)), undefined],
  ])('case %# is rational exactly where it should be', (a, b, expected) => {
    const quotient = over(a, b);
    if (expected === undefined) expect(isForm(quotient)).toBe(true);
    else expect(quotient).toEqual(expected);
  });

  it('knows log10 2 + log10 5 = 1, and 1/ln 2 less itself of other making', () => {
    expect(addExact(log(q(2n), 10n), log(q(5n), 10n))).toEqual(ONE);
    expect(sumExact([log(q(2n), 10n), q(1n, 2n), log(q(5n), 10n), ZERO])).toEqual(q(3n, 2n));
    expect(subtractExact(over(ONE, ln(q(2n))), over(q(2n), ln(q(4n))))).toEqual(ZERO);
    const third = multiplyExact(q(1n, 3n), ln(q(2n)));
    expect(subtractExact(over(ONE, over(q(3n), ln(q(2n)))), third)).toEqual(ZERO);
    expect(
      multiplyExact(log(q(3n), 10n), multiplyExact(q(2n), over(ONE, log(q(9n), 10n)))),
    ).toEqual(ONE);
  });

  it('quotients over divisors that no rational relates are added and multiplied by their enclosures', () => {
    const [a, b] = [log(q(5n), 2n), log(q(5n), 3n)];
    const [x, y] = [new Real(5).ln().div(new Real(2).ln()), new Real(5).ln().div(new Real(3).ln())];
    for (const [value, truth] of [
      [addExact(a, b), x.add(y)],
      [addExact(a, ln(q(7n))), x.add(new Real(7).ln())],
      [multiplyExact(a, b), x.mul(y)],
      [multiplyExact(a, ln(q(7n))), x.mul(new Real(7).ln())],
      [multiplyExact(over(ONE, ln(q(2n))), b), y.div(new Real(2).ln())],
      [over(negateExact(b), addExact(a, ONE)), y.neg().div(x.add(1))],
    ] as const) {
      enclosed(value, truth);
    }
  });

  it('narrows a quotient over what is close to 0, and its nearest fraction rounds it', () => {
    const close = subtractExact(ln(q(10n ** 30n + 1n)), ln(q(10n ** 30n)));
    const quotient = over(ln(q(2n)), close);
    const truth = new Real(2).ln().div(new Real(10).pow(30).add(1).div(new Real(10).pow(30)).ln());
    if (isRational(quotient)) throw new Error('expected an irrational');
    for (const bits of [64, 128, 200]) expect(holds(quotient.enclose(bits), truth)).toBe(true);
    expect(real(nearestRational(quotient, 10)).toFixed(10)).toBe(truth.toFixed(10, 6));
    expect(compareExact(over(ln(q(2n)), negateExact(close)), ZERO)).toBe(-1);
  });

  it('has no reciprocal of a form that cannot be told from 0 at 4,096 bits', () => {
    const tiny = (bits: bigint): LogQuotient => ({
      over: { constant: ZERO, powers: [{ base: 2n, exponent: q(1n, 2n ** bits) }] },
      under: undefined,
    });
    expect(invertLogQuotient(tiny(4_080n))).toBeDefined();
    expect(invertLogQuotient(tiny(5_000n))).toBeUndefined();
    expect(over(ONE, multiplyExact(q(1n, 2n ** 4_080n), ln(q(2n))))).toBeDefined();
  });
});

describe('hostile sizes', () => {
  it('adds ten thousand logarithms of distinct numbers, at once and one by one', () => {
    let oneByOne: Exact = ZERO;
    const all: Exact[] = [];
    let truth = new Real(0);
    for (let i = 2n; i < 10_002n; i += 1n) {
      all.push(ln(q(i)));
      oneByOne = addExact(oneByOne, ln(q(i)));
    }
    for (let i = 2n; i < 10_002n; i += 50n) {
      let product = 1n;
      for (let j = i; j < i + 50n; j += 1n) product *= j;
      truth = truth.add(new Real(product.toString()).ln());
    }
    const expected = truth.mul('1e20').toFixed(0, 6);
    for (const total of [sumExact(all), oneByOne]) {
      expect(isForm(total)).toBe(false);
      expect(roundExact(total, placesStep(20), 'half-even')?.toString()).toBe(expected);
    }
  });

  it('merges equal arguments: ten thousand logarithms of 12.5 are ten thousand times one', () => {
    let total: Exact = ZERO;
    for (let i = 0; i < 10_000; i += 1) total = addExact(ln(q(25n, 2n)), total);
    expect(over(total, ln(q(25n, 2n)))).toEqual(q(10_000n));
    const logs = sumExact(Array.from({ length: 10_000 }, () => log(q(25n, 2n), 10n)));
    expect(over(logs, log(q(25n, 2n), 10n))).toEqual(q(10_000n));
  });

  it('gives up the form, not the value, when exponents, constants or bases grow', () => {
    const two = ln(q(2n));
    const huge = q(2n ** 5_000n + 1n, 2n ** 5_000n);
    expect(isForm(multiplyExact(huge, two))).toBe(false);
    expect(isForm(addExact(huge, two))).toBe(false);
    expect(isForm(addExact(huge, log(q(2n), 10n)))).toBe(false);
    expect(isForm(ln(huge))).toBe(false);
    expect(roundExact(multiplyExact(huge, two), placesStep(4), 'half-up')).toBe(6931n);
    expect(roundExact(addExact(huge, two), placesStep(4), 'half-up')).toBe(16_931n);
    const half = q(1n, 2n ** 2_500n + 1n);
    const [a, b] = [multiplyExact(half, two), multiplyExact(q(1n, 2n ** 2_501n + 3n), two)];
    expect(isForm(a) && isForm(b)).toBe(true);
    expect(isForm(addExact(a, b))).toBe(false);
    expect(isForm(sumExact([a, b, a]))).toBe(false);
    expect(compareExact(addExact(a, b), a)).toBe(1);
    const tiny = multiplyExact(q(1n, 2n ** 4_000n), two);
    expect(isForm(tiny)).toBe(true);
    expect(compareExact(tiny, ZERO)).toBe(1);
  });
});

describe('log forms', () => {
  const powers = fc
    .array(fc.record({ base: fc.bigInt({ min: 2n, max: 5_000n }), exponent: coefficients }), {
      maxLength: 6,
    })
    .map((all) => all.filter(({ exponent }) => exponent.n !== 0n));

  it('law, coprime: the bases of a sum are pairwise coprime, and its value is that of the parts', () => {
    fc.assert(
      fc.property(powers, powers, (a, b) => {
        const total = given(sumLogForms([given(logForm(a)), given(logForm(b))]));
        const bases = total.powers.map(({ base }) => base);
        for (const [i, x] of bases.entries()) {
          expect(x).toBeGreaterThan(1n);
          for (const y of bases.slice(i + 1)) expect(gcd(x, y)).toBe(1n);
        }
        const truth = [...a, ...b].reduce(
          (sum, { base, exponent }) => sum.add(new Real(base.toString()).ln().mul(real(exponent))),
          new Real(0),
        );
        expect(holds(encloseLogForm(total, 128), truth)).toBe(true);
        const { lo, hi } = encloseLogForm(total, 128);
        expect(hi - lo).toBeLessThanOrEqual(3n);
      }),
      { numRuns: 200 },
    );
  });

  it('law, known: powers multiplied into coprime ones are those of all at once', () => {
    const sorted = (all: readonly Power[]): readonly Power[] =>
      [...all].sort((x, y) => (x.base < y.base ? -1 : 1));
    const positive = (all: readonly Power[]): readonly Power[] =>
      all.map(({ base }) => ({ base, exponent: ONE }));
    fc.assert(
      fc.property(powers, powers, (a, b) => {
        const [x, y] = [positive(a), positive(b)];
        expect(sorted(coprimePowers(y, coprimePowers(x)))).toEqual(
          sorted(coprimePowers([...x, ...y])),
        );
      }),
      { numRuns: 200 },
    );
  });

  it('law, definition: takeOut leaves what the base does not divide', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 1n, max: 10n ** 12n }),
        fc.bigInt({ min: 2n, max: 100n }),
        fc.bigInt({ min: 0n, max: 40n }),
        (value, base, times) => {
          const taken = takeOut(value * base ** times, base);
          expect(taken.rest % base).not.toBe(0n);
          expect(taken.rest * base ** taken.times).toBe(value * base ** times);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('law, ratio: r times a form over the form is r, and no ratio is found where one exponent differs', () => {
    fc.assert(
      fc.property(powers, coefficients, coefficients, (all, constant, r) => {
        const form = { ...given(logForm(all)), constant };
        fc.pre(form.powers.length > 0);
        expect(ratioOfLogForms(given(scaleLogForm(form, r)), form)).toEqual(r);
        const [first, ...others] = form.powers;
        const other = given(first);
        const bent = [{ ...other, exponent: add(other.exponent, q(1n, 1_000n)) }, ...others];
        fc.pre(others.length > 0 || constant.n !== 0n);
        expect(ratioOfLogForms({ constant, powers: bent }, form)).toBeUndefined();
      }),
      { numRuns: 200 },
    );
  });

  it('holds up to its limit of bits, and no more', () => {
    const [fits, passes] = [2n ** 4_093n - 1n, 2n ** 4_094n - 1n].map((base) =>
      logForm([{ base, exponent: ONE }]),
    );
    expect(LOG_FORM_BITS).toBe(4_096);
    expect(fits).toBeDefined();
    expect(passes).toBeUndefined();
    expect(sumLogForms([])).toEqual({ constant: ZERO, powers: [] });
  });
});
