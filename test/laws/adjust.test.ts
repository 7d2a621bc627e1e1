import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AdjustmentKind } from '../../src/adjust/contract.js';
import * as kinds from '../../src/adjust/kinds.js';
import { compilePolicy, unwrap } from '../../src/index.js';
import { compareExact, type Exact, isRational, powerProduct } from '../../src/number/exact.js';
import {
  absolute,
  add,
  compare,
  equal,
  minimum,
  type Rational,
  rational,
  subtract,
  ZERO,
} from '../../src/number/rational.js';
import { rationals } from '../number/generate.js';
import { valueAt } from '../properties/document.js';
import { asGiven, policyAround, scorecardOf, valueOf } from './bench.js';

const adjustments = Object.values<AdjustmentKind>(kinds).map((kind) => [kind.name, kind] as const);
const amounts = rationals.map(absolute);

/** Square roots of whole numbers: most of them irrational. */
const roots: fc.Arbitrary<Exact> = fc
  .bigInt({ min: 1n, max: 10_000n })
  .map((n) => powerProduct([{ base: rational(n), exponent: rational(1n, 2n) }]) ?? ZERO);

const values: fc.Arbitrary<Exact> = fc.oneof(rationals, roots);

/** What the value was before any adjustment, for the one kind that looks back. */
const START = rational(50n);

const applied = (kind: AdjustmentKind, value: Exact, amount: Exact, atMost?: Exact): Exact => {
  const limit = atMost === undefined ? {} : { atMost };
  const adjusted = kind.exact(value, { amount, start: START, ...limit });
  if (adjusted.is !== 'value') throw new TypeError(adjusted.is);
  return adjusted.value;
};

const fraction = (value: Exact): Rational => {
  if (!isRational(value)) throw new TypeError('a fraction was expected');
  return value;
};

describe.each(adjustments)('%s', (_name, kind) => {
  it(`law, direction: it only ${kind.direction} a value`, () => {
    fc.assert(
      fc.property(values, amounts, fc.option(amounts), (value, amount, atMost) => {
        const after = applied(
          kind,
          value,
          amount,
          kind.takesLimit ? (atMost ?? undefined) : undefined,
        );
        const order = compareExact(after, value);
        expect(order).toBeDefined();
        const allowed = { raises: [0, 1], lowers: [0, -1], holds: [-1, 0, 1] }[kind.direction];
        expect(allowed).toContain(order);
      }),
    );
  });

  it('law, increasing: a higher value never comes out lower', () => {
    fc.assert(
      fc.property(values, values, amounts, (a, b, amount) => {
        const [low, high] = (compareExact(a, b) ?? 0) <= 0 ? [a, b] : [b, a];
        expect(
          compareExact(applied(kind, low, amount), applied(kind, high, amount)),
        ).toBeLessThanOrEqual(0);
      }),
    );
  });

  it('is described in both languages with its amount', () => {
    for (const language of ['id', 'en'] as const) {
      expect(kind.describe('12.5', undefined, language)).toMatch(/12\.5$/);
      expect(kind.describe('12.5', '20', language)).toContain('12.5');
    }
    expect(kind.describe('1', undefined, 'id')).not.toBe(kind.describe('1', undefined, 'en'));
  });
});

describe.each([
  ['cap', kinds.cap, 1],
  ['floor', kinds.floor, -1],
] as const)('%s', (_name, kind, side) => {
  it('law, idempotent: a second time changes nothing', () => {
    fc.assert(
      fc.property(values, values, (value, limit) => {
        const once = applied(kind, value, limit);
        expect(applied(kind, once, limit)).toBe(once);
      }),
    );
  });

  it('law, bounded: the value never passes the limit, and is the value or the limit', () => {
    fc.assert(
      fc.property(values, values, (value, limit) => {
        const after = applied(kind, value, limit);
        expect(compareExact(after, limit)).not.toBe(side);
        expect([value, limit]).toContain(after);
      }),
    );
  });
});

describe.each([
  ['deduct', kinds.deduct],
  ['add', kinds.add],
] as const)('%s', (_name, kind) => {
  it('law, bounded: the change is the amount, or `atMost` where that is less', () => {
    fc.assert(
      fc.property(rationals, amounts, amounts, (value, amount, atMost) => {
        const change = (limit?: Rational): Rational =>
          absolute(subtract(fraction(applied(kind, value, amount, limit)), value));
        expect(equal(change(), amount)).toBe(true);
        expect(equal(change(atMost), minimum(amount, atMost))).toBe(true);
      }),
    );
  });

  it('law, refused: an amount below zero has no value, whatever `atMost` is', () => {
    fc.assert(
      fc.property(values, rationals, fc.option(amounts), (value, amount, atMost) => {
        fc.pre(compare(amount, ZERO) < 0);
        const limit = atMost === null ? {} : { atMost };
        expect(kind.exact(value, { amount, start: value, ...limit })).toEqual({ is: 'negative' });
      }),
    );
  });
});

describe('limit', () => {
  it('law, bounded: the value stays within the amount of where it started, and moves no farther than needed', () => {
    fc.assert(
      fc.property(values, amounts, (value, amount) => {
        const after = applied(kinds.limit, value, amount);
        const [low, high] = [subtract(START, amount), add(START, amount)];
        expect(compareExact(after, low)).toBeGreaterThanOrEqual(0);
        expect(compareExact(after, high)).toBeLessThanOrEqual(0);
        expect([value, low, high].some((each) => compareExact(each, after) === 0)).toBe(true);
        const isWithin =
          (compareExact(value, low) ?? 0) >= 0 && (compareExact(value, high) ?? 0) <= 0;
        if (isWithin) expect(after).toBe(value);
      }),
    );
  });

  it('law, refused: an amount below zero has no value', () => {
    expect(kinds.limit.exact(START, { amount: rational(-1n), start: START })).toEqual({
      is: 'negative',
    });
  });
});

/** A hundred points, adjusted by an input from -50 to 150. */
const adjusted = (adjust: readonly object[]) =>
  unwrap(
    compilePolicy(
      policyAround({
        title: { id: 'contoh', en: 'example' },
        policy: {
          scales: { points: { worst: 0, full: 100, best: 200 } },
          inputs: {
            amount: { type: 'integer', unit: 'points', min: -50, max: 150, ifMissing: 'exclude' },
          },
        },
        indicator: { unit: 'points', constant: 100, adjust: adjust as never },
        evidence: {},
        gives: '',
      }),
    ),
  );

describe('an adjustment in a policy', () => {
  const withAmount = (amount: number | null) => ({ values: { amount } });

  it.each([
    ['deduct', 30, '70'],
    ['deduct', 0, '100'],
    ['add', 30, '130'],
    ['cap', 30, '30'],
    ['cap', 130, '100'],
    ['cap', -50, '-50'],
    ['floor', 130, '130'],
    ['floor', -50, '100'],
  ])('%s %d leaves %s of 100', (kind, amount, gives) => {
    const plan = adjusted([{ id: 'a', [kind]: { var: 'amount' } }]);
    expect(asGiven(valueOf(scorecardOf(plan, withAmount(amount)), 'x'))).toBe(gives);
  });

  it.each(['deduct', 'add'])('%s of a negative amount fails, and says where', (kind) => {
    const plan = adjusted([
      { id: 'first', cap: 90 },
      { id: 'wrong', [kind]: { var: 'amount' } },
      { id: 'last', floor: 0 },
    ]);
    const scorecard = scorecardOf(plan, withAmount(-1));
    const pointer = `/indicators/x/adjust/1/${kind}`;
    expect(valueOf(scorecard, 'x')).toEqual({
      is: 'failed',
      cause: pointer,
      code: 'adjust.negative',
    });
    expect(scorecard.status).toBe('void');
    expect(scorecard.issues).toContainEqual(
      expect.objectContaining({
        code: 'adjust.negative',
        policyPointer: pointer,
        params: { id: 'wrong' },
      }),
    );
    expect(valueAt(plan.document, pointer)).toBeDefined();
  });

  it('applies in the order written', () => {
    const cut = { id: 'cut', deduct: { var: 'amount' } };
    const floor = { id: 'floor', floor: 80 };
    const value = (...list: object[]) =>
      asGiven(valueOf(scorecardOf(adjusted(list), withAmount(30)), 'x'));
    expect(value(cut, floor)).toBe('80');
    expect(value(floor, cut)).toBe('70');
  });

  it('is skipped where its `when` is false or its amount does not apply', () => {
    const never = adjusted([{ id: 'a', when: { '<': [1, 0] }, deduct: { var: 'amount' } }]);
    expect(asGiven(valueOf(scorecardOf(never, withAmount(30)), 'x'))).toBe('100');
  });

  it('leaves no value where its amount is missing', () => {
    const plan = adjusted([{ id: 'a', deduct: { var: 'amount' } }]);
    expect(valueOf(scorecardOf(plan, withAmount(null)), 'x')).toEqual({
      is: 'missing',
      cause: '/inputs/amount',
      code: 'evidence.missing',
    });
  });

  it.each(['cap', 'floor'])('%s takes no `atMost`', (kind) => {
    expect(() => adjusted([{ id: 'a', [kind]: 1, atMost: 2 }])).toThrow(/adjust\.no_limit/);
  });

  it('law, attributed: reasons sum exactly through every adjustment', () => {
    const plan = adjusted([
      { id: 'cut', deduct: { '/': [{ var: 'amount' }, 3] }, atMost: 20 },
      { id: 'plus', when: { '>': [{ var: 'amount' }, 50] }, add: 7 },
      { id: 'cap', cap: 95 },
      { id: 'floor', floor: { var: 'amount' } },
    ]);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 150 }), (amount) => {
        const { reasons, score } = scorecardOf(plan, withAmount(amount));
        const total = reasons.reduce((sum, each) => sum + toUnits(each.amount), 0n);
        expect(total).toBe(toUnits('100') - toUnits(score?.text ?? ''));
      }),
    );
  });
});

/** A decimal or a fraction of thirds in units of 3 * 10^12, so that a sum can be compared. */
const toUnits = (text: string): bigint => {
  const [n = '0', d = '1'] = text.split('/');
  const [whole = '', places = ''] = n.split('.');
  const units = BigInt(whole + places.padEnd(12, '0').slice(0, 12)) * 3n;
  expect(units % BigInt(d)).toBe(0n);
  return units / BigInt(d);
};
