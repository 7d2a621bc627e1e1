import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compilePolicy,
  defineIndicator,
  evaluate,
  parseEvidence,
  unwrap,
} from '../../src/index.js';
import type { Scorecard } from '../../src/index.js';
import { mean } from '../../src/indicator/mean.js';
import type { Json } from '../../src/json.js';
import type { Rule } from '../../src/rule/rule.js';
import { where } from '../properties/document.js';
import { expectEvaluated, expectTyped } from './sound.js';

const ROUND = { places: 2, mode: 'half-up', for: 'use' };

/** A policy of these indicators, the last of which is the score. */
const policyOf = (indicators: Readonly<Record<string, object>>, more: object = {}) => {
  const last = Object.keys(indicators).at(-1) ?? '';
  return {
    timbang: 1,
    id: 'hostile/rules',
    version: '1.0.0',
    title: { id: 'uji', en: 'test' },
    effective: { from: '2026-01-01' },
    scales: { points: { worst: 0, full: 100, best: 200 } },
    inputs: {
      value: {
        type: 'decimal',
        unit: 'points',
        min: -1000,
        max: 1000,
        step: '0.001',
        ifMissing: 'fail',
      },
    },
    indicators: { ...indicators, [last]: { ...indicators[last], round: ROUND } },
    result: { score: last },
    ...more,
  };
};

const withRule = (rule: unknown) => policyOf({ x: { unit: 'points', formula: rule } });

const refused = (document: unknown): readonly string[] => {
  const result = compilePolicy(document);
  expectTyped(result, document);
  return result.ok ? [] : result.issues.map(where);
};

const scorecardOf = (document: unknown, value = 80): Scorecard => {
  const plan = unwrap(compilePolicy(document));
  return evaluate(plan, unwrap(parseEvidence(plan, { values: { value } })));
};

const VALUE = { var: 'value' };

const nested = (depth: number): Rule => {
  let rule: Rule = VALUE;
  for (let i = 0; i < depth; i++) rule = { '+': [rule, 1] };
  return rule;
};

describe('hostile rules', () => {
  it('fifteen operations in one another are no trouble', () => {
    expect(scorecardOf(withRule(nested(15))).score?.text).toBe('95.00');
  });

  it('ten thousand operations in one another are refused', () => {
    expect(refused(withRule(nested(10_000)))).toEqual([expect.stringMatching(/^json\.too_deep /)]);
  });

  it('a host that allows a depth of 1,000 gets a result for it', () => {
    const document = withRule(nested(450));
    const plan = unwrap(compilePolicy(document, { limits: { depth: 1_000 } }));
    expect(expectEvaluated(plan, { values: { value: 1 } })).toBe('evaluated');
    const worse = compilePolicy(withRule(nested(100_000)), { limits: { depth: Infinity } });
    expect(worse.ok ? '' : worse.issues[0]?.code).toBe('json.too_deep');
  });

  it('a sum of fifty thousand is refused at its place', () => {
    const rule = { '+': Array.from({ length: 50_000 }, () => 1) };
    expect(refused(withRule(rule))).toEqual(['rule.arity /indicators/x/formula/+']);
  });

  it('a membership among fifty thousand is refused at its place', () => {
    const rule = { if: [{ in: [VALUE, Array.from({ length: 50_000 }, (_, i) => i)] }, 1, 0] };
    expect(refused(withRule(rule))).toEqual(['rule.arity /indicators/x/formula/if/0/in']);
  });

  it('law, typed: any JSON as a rule is refused with sound issues or compiles', () => {
    const operator = fc.oneof(
      {
        weight: 5,
        arbitrary: fc.constantFrom(
          '+',
          '-',
          '*',
          '/',
          '%',
          'min',
          'if',
          'and',
          '!',
          'in',
          '==',
          '<',
          'var',
        ),
      },
      { weight: 1, arbitrary: fc.string() },
    );
    const { rule } = fc.letrec<{ rule: Json }>((tie) => ({
      rule: fc.oneof(
        { maxDepth: 4, withCrossShrink: true },
        fc.constantFrom<Json>(VALUE, 'points', '60%', 0, 1, -0.5, true, null),
        fc.jsonValue({ maxDepth: 1 }) as fc.Arbitrary<Json>,
        fc.dictionary(operator, fc.oneof(tie('rule'), fc.array(tie('rule'), { maxLength: 3 })), {
          minKeys: 1,
          maxKeys: 1,
          noNullPrototype: true,
        }),
      ),
    }));
    fc.assert(
      fc.property(rule, (given) => {
        for (const indicator of [
          { unit: 'points', formula: { '+': [given, VALUE] } },
          { unit: 'points', formula: given },
          { unit: 'points', constant: 1, when: given },
          { unit: 'points', constant: 1, adjust: [{ id: 'a', deduct: given, atMost: given }] },
          { unit: 'points', mean: { weights: { value: given } } },
          { unit: 'points', sum: { coefficients: { value: given } } },
          { unit: 'points', choose: { cases: [{ id: 'a', when: given, gives: given }] } },
          {
            unit: 'points',
            achievement: { actual: 'value', target: given, better: 'lower', cap: given },
          },
          { unit: 'points', goalposts: { read: 'value', worst: given, best: given, clip: true } },
        ]) {
          const document = policyOf({ x: indicator });
          const result = compilePolicy(document);
          expectTyped(result, document);
          if (result.ok) expectEvaluated(result.value, { values: { value: 7 } });
        }
      }),
      { numRuns: 120 },
    );
  });

  it.each<[string, object]>([
    ['in a sum', { unit: 'points', formula: { '+': [VALUE, null] } }],
    ['as the only operand', { unit: 'points', formula: { '-': null } }],
    ['in a condition', { unit: 'points', constant: 1, when: { and: [null] } }],
    [
      'in an amount',
      { unit: 'points', constant: 1, adjust: [{ id: 'a', deduct: { '*': [2, null] } }] },
    ],
    ['as a weight', { unit: 'points', mean: { by: 'post', weights: { one: { value: null } } } }],
    [
      'in a case',
      { unit: 'points', choose: { cases: [{ id: 'a', when: { '!': null }, gives: 1 }] } },
    ],
  ])('null %s is refused, not thrown', (_where, indicator) => {
    const inputs = {
      value: {
        type: 'decimal',
        unit: 'points',
        min: 0,
        max: 100,
        step: '0.001',
        ifMissing: 'fail',
      },
      post: { type: 'label', labels: ['one'], ifMissing: 'fail' },
    };
    expect(refused(policyOf({ x: indicator }, { inputs }))).toContainEqual(
      expect.stringMatching(/^rule\.not_a_rule \/indicators\/x\//),
    );
  });
});

describe('indicators that depend on each other', () => {
  const cycle = (length: number, verb: (read: string) => object) =>
    Object.fromEntries(
      Array.from({ length }, (_, i) => [
        `i${i}`,
        { unit: 'points', ...verb(`i${(i + 1) % length}`) },
      ]),
    );
  const readers: readonly (readonly [string, (read: string) => object])[] = [
    ['a mean', (read) => ({ mean: { weights: { [read]: 1 } } })],
    ['a formula', (read) => ({ formula: { '+': [{ var: read }, 1] } })],
    ['a condition', (read) => ({ constant: 1, when: { '>': [{ var: read }, 1] } })],
    [
      'a usability',
      (read) => ({
        constant: 1,
        usable: { when: { '>': [{ var: read }, 1] }, reason: { id: 'a', en: 'b' } },
      }),
    ],
    ['an amount', (read) => ({ constant: 1, adjust: [{ id: 'a', deduct: { var: read } }] })],
    [
      'the most of an amount',
      (read) => ({ constant: 1, adjust: [{ id: 'a', deduct: 1, atMost: { var: read } }] }),
    ],
    [
      'the condition of an amount',
      (read) => ({
        constant: 1,
        adjust: [{ id: 'a', deduct: 1, when: { '>': [{ var: read }, 1] } }],
      }),
    ],
    [
      'a target',
      (read) => ({ achievement: { actual: 'value', target: { var: read }, better: 'higher' } }),
    ],
    [
      'a goalpost',
      (read) => ({ goalposts: { read: 'value', worst: 0, best: { var: read }, clip: true } }),
    ],
    ['a case', (read) => ({ choose: { cases: [{ id: 'a', when: true, gives: { var: read } }] } })],
    ['a coefficient', (read) => ({ sum: { coefficients: { [read]: 1 } } })],
    ['a minimum', (read) => ({ min: { of: ['value', read] } })],
    ['a place', (read) => ({ ordered: { of: ['value', read], weights: ['1/2', '1/2'] } })],
    ['a power', (read) => ({ power: { exponent: 2, weights: { value: '1/2', [read]: 'rest' } } })],
    ['a factor', (read) => ({ product: { of: [read] } })],
  ];

  it.each(readers)('through %s: one that reads itself', (_what, verb) => {
    const result = compilePolicy(policyOf(cycle(1, verb)));
    expect(
      result.ok ? [] : result.issues.map(({ code, params }) => [code, params['names']]),
    ).toEqual([['name.cycle', 'i0 → i0']]);
  });

  it.each(readers)('through %s: three in a ring', (_what, verb) => {
    const result = compilePolicy(policyOf(cycle(3, verb)));
    expect(
      result.ok ? [] : result.issues.map(({ code, params }) => [code, params['names']]),
    ).toEqual([['name.cycle', 'i0 → i1 → i2 → i0']]);
  });

  it('through the guard and the limit of a rating', () => {
    const scales = { level: { labels: ['low', 'high'] } };
    const guard = { when: { '==': [{ var: 'x' }, 'high'] }, else: 'low' };
    const rate = { read: 'value', below: 'low', from: { high: 50 } };
    const limits = [{ id: 'a', when: { '==': [{ var: 'x' }, 'high'] }, atMost: 'low' }];
    for (const x of [{ rate: { ...rate, guards: { high: guard } } }, { rate, limits }]) {
      const document = {
        ...policyOf({}),
        scales,
        indicators: { x: { scale: 'level', ...x } },
        result: { rating: 'x' },
      };
      expect(refused(document)).toContain('name.cycle /indicators/x');
    }
  });

  it.each([2, 3, 10, 100, 500])('a ring of %d is reported with names, at one of them', (length) => {
    const indicators = cycle(length, (read) => ({ mean: { weights: { [read]: 1 } } }));
    const document = policyOf({
      ...indicators,
      outside: { unit: 'points', mean: { weights: { i1: 1 } } },
    });
    const result = compilePolicy(document);
    expectTyped(result, document);
    const [issue] = result.ok ? [] : result.issues;
    expect(issue?.code).toBe('name.cycle');
    expect(issue?.pointer).toMatch(/^\/indicators\/i\d+$/);
    expect(issue?.params['names']).toMatch(/^i\d+ → i\d+/);
  });
});

describe('large policies', () => {
  it('a chain of 2,000 indicators compiles and evaluates', { timeout: 30_000 }, () => {
    const indicators = Object.fromEntries(
      Array.from({ length: 2_000 }, (_, i) => [
        `i${i}`,
        { unit: 'points', mean: { weights: { [i === 0 ? 'value' : `i${i - 1}`]: 1 } } },
      ]),
    );
    const scorecard = scorecardOf(policyOf(indicators));
    expect(scorecard.score?.text).toBe('80.00');
    expect(scorecard.reasons.map(({ name, amount }) => [name, amount])).toEqual([['value', '20']]);
  });

  it('a mean of 2,000 components compiles and evaluates exactly', { timeout: 30_000 }, () => {
    const names = Array.from({ length: 2_000 }, (_, i) => `i${i}`);
    const parts = Object.fromEntries(
      names.map((name, i) => [name, { unit: 'points', formula: { '+': [VALUE, i] } }]),
    );
    const weights = Object.fromEntries(names.map((name) => [name, '1/2000']));
    const scorecard = scorecardOf(
      policyOf({ ...parts, x: { unit: 'points', mean: { weights } } }),
      0,
    );
    expect(scorecard.score?.text).toBe('999.50');
  });

  it('a lattice costs what its size says, not the number of ways through it', () => {
    let explained = 0;
    const counted = defineIndicator({
      ...mean,
      name: 'counted-mean',
      read: (body) => body,
      attribute: (node, shortfall) => {
        explained += 1;
        return mean.attribute?.(node, shortfall) ?? [];
      },
    });
    const levels = 12;
    const counting = (weights: object): object => ({ unit: 'points', 'counted-mean': { weights } });
    const lattice: Record<string, object> = {
      a0: { unit: 'points', formula: { '+': [VALUE, 1] } },
      b0: { unit: 'points', formula: { '+': [VALUE, 2] } },
    };
    for (let i = 1; i <= levels; i++) {
      lattice[`a${i}`] = counting({ [`a${i - 1}`]: '1/2', [`b${i - 1}`]: '1/2' });
      lattice[`b${i}`] = counting({ [`a${i - 1}`]: '1/3', [`b${i - 1}`]: '2/3' });
    }
    const document = policyOf({ ...lattice, x: counting({ [`a${levels}`]: 1 }) });
    const plan = unwrap(compilePolicy(document, { kinds: [counted] }));
    const scorecard = evaluate(plan, unwrap(parseEvidence(plan, { values: { value: 50 } })));
    expect(scorecard.reasons.length).toBeGreaterThan(1);
    expect(explained).toBeLessThanOrEqual(2 * levels + 1);
  });

  /** A value that each of `levels` indicators multiplies by itself. */
  const squares = (levels: number) =>
    Object.fromEntries(
      Array.from({ length: levels + 1 }, (_, i) => [
        `i${i}`,
        i === 0
          ? { unit: 'ratio', constant: 3 }
          : { unit: 'ratio', formula: { '*': [{ var: `i${i - 1}` }, { var: `i${i - 1}` }] } },
      ]),
    );

  const squared = (levels: number): Scorecard =>
    scorecardOf(policyOf(squares(levels), { result: { score: `i${levels}`, baseline: 1 } }));

  it('a value that squares itself on and on is undecided, the outcome void and no larger for going on', () => {
    const [short, long] = [squared(16), squared(60)];
    expect([short.status, long.status]).toEqual(['void', 'void']);
    // The values below the bound are shown whole: at most 2^16 bits, in all twice that, in a few places.
    expect(JSON.stringify(short).length).toBeLessThan(20 * 2 ** 15);
    expect(JSON.stringify(long).length).toBeLessThan(1.2 * JSON.stringify(short).length);
  });

  it.each([16, 20, 60])(
    'a value too large is told once, where it became so: squared %s times',
    (levels) => {
      const { issues } = squared(levels);
      expect(issues.filter(({ code }) => code === 'number.too_large').map(where)).toEqual([
        'number.too_large /indicators/i16',
      ]);
    },
  );

  /** How many pairs of letters are compared while so many mistyped names are looked for among so many. */
  const comparisons = (mistyped: number, candidates: number): number => {
    const named = (name: string, count: number, value: unknown) =>
      Object.fromEntries(Array.from({ length: count }, (_, i) => [`${name}-${i}`, value]));
    const document = policyOf({
      ...named('name', candidates, { unit: 'points', constant: 1 }),
      x: { unit: 'points', sum: { coefficients: named('nmae', mistyped, 1) } },
    });
    // The edit distance of two names takes a minimum for each pair of their letters.
    const minimum = Math.min;
    let count = 0;
    Math.min = (...values) => {
      count += 1;
      return minimum(...values);
    };
    const result = compilePolicy(document);
    Math.min = minimum;
    expect(result.ok ? 0 : result.issues.length).toBe(101);
    return count;
  };

  it('ten times the mistyped names cost ten times as many suggestions, and no more', () => {
    expect(comparisons(1_200, 10)).toBeLessThan(11 * comparisons(120, 10));
  });

  it('a mistyped name is compared with no more than two hundred others', () => {
    expect(comparisons(120, 2_000)).toBeLessThan(1.5 * comparisons(120, 250));
  });
});

describe('a rounding', () => {
  it.each(['1e-41', '1e-50', '1e-300', '0.0000000000000001', '1/3', '0', '-1', '1e-16'])(
    'to a step of %s, finer than fifteen places or not a decimal, is refused',
    (step) => {
      const document = policyOf({ x: { unit: 'points', mean: { weights: { value: 1 } } } });
      const indicators = {
        x: { ...document.indicators['x'], round: { step, mode: 'half-up', for: 'use' } },
      };
      expect(refused({ ...document, indicators })[0]).toBe('round.step /indicators/x/round/step');
    },
  );
});
