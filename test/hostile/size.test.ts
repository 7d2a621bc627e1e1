import { describe, expect, it } from 'vitest';
import {
  compilePolicy,
  evaluate,
  parseEvidence,
  type Plan,
  score,
  unwrap,
} from '../../src/index.js';
import type { Json, JsonObject } from '../../src/json.js';
import { planOf, policyOf, said } from '../groups/samples.js';
import { expectTyped } from './sound.js';

const TIMEOUT = { timeout: 60_000 };

const many = <T>(count: number, each: (i: number) => T): readonly T[] =>
  Array.from({ length: count }, (_, i) => each(i));

const record = (count: number, each: (i: number) => readonly [string, Json]): JsonObject =>
  Object.fromEntries(many(count, each));

const codes = (parts: JsonObject): readonly string[] => {
  const document = policyOf(parts);
  const result = compilePolicy(document);
  expectTyped(result, document);
  return result.ok ? [] : result.issues.map(({ code }) => code);
};

const scoreOf = (plan: Plan, values: JsonObject) =>
  score(plan, unwrap(parseEvidence(plan, { values })));

const COUNT = { type: 'integer', unit: 'visit', min: 0, max: 1_000_000, ifMissing: 'exclude' };
const ROUND = { places: 2, mode: 'half-up', for: 'use' };
const text = { id: 'x', en: 'x' };

const lookup = (entries: number): JsonObject => ({
  inputs: { visits: COUNT },
  lookups: {
    fee: {
      keys: [{ unit: 'visit', match: 'from' }],
      unit: 'points',
      values: record(entries, (i) => [String(i), i % 100]),
    },
  },
  indicators: { fee: { unit: 'points', lookup: { read: ['visits'], use: 'fee' }, round: ROUND } },
  result: { score: 'fee' },
});

const follow = (entries: number, more: (i: number) => JsonObject = () => ({})): JsonObject => ({
  inputs: { visits: COUNT },
  followUp: record(entries, (i) => [
    `act-${String(i)}`,
    { kind: 'training', when: { '>=': [{ var: 'visits' }, i] }, text, about: 'visits', ...more(i) },
  ]),
});

describe('many entries', () => {
  it('a lookup of 50,000 numbers is entered; one of 100,000 has too many keys', TIMEOUT, () => {
    const plan = planOf(lookup(50_000));
    expect(scoreOf(plan, { visits: 49_999 }).score?.text).toBe('99.00');
    expect(scoreOf(plan, { visits: 1_000_000 }).score?.text).toBe('99.00');
    expect(plan.cost.operations).toBeLessThan(100);
    expect(codes(lookup(100_000))).toEqual(['json.too_many_keys']);
  });

  it('a lookup of 100,000 numbers in two levels is entered', TIMEOUT, () => {
    const key = { unit: 'visit', match: 'exact' };
    const parts = lookup(1);
    const values = record(10, (i) => [
      String(i),
      record(10_000, (j) => [`${String(j)}.50`, (i + j) % 100]),
    ]);
    const plan = planOf({
      ...parts,
      inputs: { visits: COUNT, half: { ...COUNT, type: 'decimal', step: '0.5' } },
      lookups: { fee: { keys: [key, key], unit: 'points', values } },
      indicators: {
        fee: { unit: 'points', lookup: { read: ['visits', 'half'], use: 'fee' }, round: ROUND },
      },
    });
    expect(scoreOf(plan, { visits: 9, half: '9999.5' }).score?.text).toBe('8.00');
    expect(scoreOf(plan, { visits: 9, half: 9999 }).status).toBe('void');
  });

  it(
    'a lookup whose 50,000 numbers are no numbers is refused with a hundred issues',
    TIMEOUT,
    () => {
      const parts = lookup(1);
      const values = record(50_000, (i) => [`x${String(i)}`, 1]);
      const fee = { keys: [{ unit: 'visit', match: 'from' }], unit: 'points', values };
      const found = codes({ ...parts, lookups: { fee } });
      expect(found).toHaveLength(101);
      expect(new Set(found)).toEqual(new Set(['lookup.number_entry', 'json.too_many_issues']));
    },
  );

  it('10,000 entries of follow-up are all judged, each in its place', TIMEOUT, () => {
    const plan = planOf(follow(10_000));
    expect(plan.cost.operations).toBeLessThan(100_000);
    const card = evaluate(plan, unwrap(parseEvidence(plan, { values: { visits: 123 } })));
    expect(card.actions).toHaveLength(124);
    const none = evaluate(plan, unwrap(parseEvidence(plan, {})));
    expect(none.actions).toHaveLength(10_000);
  });

  it(
    'rungs of a hundred ladders are told apart; 1,000 equal rungs are told, a hundred of them',
    TIMEOUT,
    () => {
      const ladders = planOf(
        follow(10_000, (i) => ({
          ladder: { name: `steps-${String(i % 100)}`, rung: Math.floor(i / 100) + 1 },
        })),
      );
      const card = evaluate(
        ladders,
        unwrap(parseEvidence(ladders, { values: { visits: 10_000 } })),
      );
      expect(card.actions).toHaveLength(100);
      const equal = codes(follow(1_000, () => ({ ladder: { name: 'steps', rung: 1 } })));
      expect(equal).toHaveLength(101);
      expect(new Set(equal)).toEqual(new Set(['followup.same_rung', 'json.too_many_issues']));
      expect(codes(follow(2, () => ({ ladder: { name: 'steps', rung: 7 } })))).toEqual([
        'followup.same_rung',
      ]);
      expect(codes(follow(2, (i) => ({ ladder: { name: `s${String(i)}`, rung: 7 } })))).toEqual([]);
    },
  );

  const units = (count: number, is: (i: number) => JsonObject): JsonObject => ({
    units: { visit: {}, ...record(count, (i) => [`u${String(i)}`, is(i)]) },
    inputs: { visits: { ...COUNT, unit: `u${String(count - 1)}` } },
    indicators: {
      total: { unit: 'visit', sum: { coefficients: { visits: 1 } }, round: ROUND },
    },
    result: { score: 'total', baseline: 0 },
  });

  it('5,000 units of one are converted exactly; a chain of them is refused', TIMEOUT, () => {
    const plan = planOf(units(5_000, (i) => ({ is: { times: i + 1, of: 'visit' } })));
    expect(scoreOf(plan, { visits: 3 }).score?.text).toBe('15000.00');
    const chain = codes(
      units(5_000, (i) => ({ is: { times: 2, of: i === 0 ? 'visit' : `u${String(i - 1)}` } })),
    );
    expect(chain).toHaveLength(101);
    expect(chain).toContain('unit.chain');
    const round = codes(units(5_000, (i) => ({ is: { times: 2, of: `u${String(4_999 - i)}` } })));
    expect(round).toContain('unit.chain');
  });

  it('a unit of very many units is read or refused', TIMEOUT, () => {
    for (const [unit, isRead] of [
      [many(2_000, (i) => `u${String(i)}`).join('*'), undefined],
      ['visit/'.repeat(3_000), false],
      ['*'.repeat(10_000), false],
    ] as const) {
      const found = codes({ inputs: { visits: { ...COUNT, unit } } });
      if (isRead === false) expect(found).toEqual(['unit.unreadable']);
      else expect(found.length).toBeLessThanOrEqual(1);
    }
  });
});

describe('as many operands as an operator takes, and one more', () => {
  const inputs = (count: number) => record(count, (i) => [`n${String(i)}`, COUNT]);
  const names = (count: number) => many(count, (i) => `n${String(i)}`);
  const vars = (count: number) => names(count).map((name) => ({ var: name }));

  it.each<[string, (count: number) => Json]>([
    ['missing', (count) => ({ missing: names(count) })],
    ['and', (count) => ({ and: vars(count).map((each) => ({ '>': [each, 0] })) })],
    ['sum', (count) => ({ '>': [{ '+': vars(count) }, 0] })],
    ['max', (count) => ({ '>': [{ max: vars(count) }, 0] })],
  ])('%s', (_what, rule) => {
    const withRule = (count: number) =>
      codes({ inputs: inputs(count), indicators: { yes: { formula: rule(count) } } });
    expect(withRule(64)).toEqual([]);
    for (const count of [65, 5_000]) {
      const found = withRule(count);
      expect(found.length).toBeGreaterThan(0);
      for (const code of found) expect(code).toMatch(/^rule\./);
    }
  });
});

describe('as many names as `missing_some` takes', () => {
  const of = (count: number) =>
    codes({
      inputs: record(count, (i) => [`n${String(i)}`, COUNT]),
      indicators: {
        yes: { formula: { missing_some: [1, many(count, (i) => `n${String(i)}`)] } },
      },
    });

  it('64', () => {
    expect(of(64)).toEqual([]);
  });

  it('and one more', () => {
    expect(of(65)).not.toEqual([]);
  });
});

describe('a line of policies that extend each other', () => {
  const base = policyOf({
    parameters: { share: { is: 1, open: { min: 0, max: 100 } } },
    indicators: {
      total: { unit: 'ratio', formula: { '+': [{ var: 'share' }, 0] }, round: ROUND },
    },
    result: { score: 'total', baseline: 0 },
  });

  const line = (length: number): readonly JsonObject[] => {
    const documents: JsonObject[] = [base];
    const plans: Plan[] = [unwrap(compilePolicy(base))];
    for (let i = 1; i <= length; i++) {
      const [above] = plans.slice(-1);
      if (above === undefined) throw new TypeError('a line has a first');
      const document: JsonObject = {
        timbang: 1,
        id: `contoh/anak-${String(i)}`,
        version: '1.0.0',
        title: { id: 'x', en: 'x' },
        effective: { from: '2026-01-01' },
        cites: { [`own-${String(i)}`]: { text: 'x', support: 'interpretation' } },
        extends: { policy: above.policy.id, version: above.policy.version, digest: above.digest },
        set: { share: { is: i, cite: `own-${String(i)}` } },
      };
      documents.push(document);
      plans.push(unwrap(compilePolicy(document, { parents: [above] })));
    }
    return documents;
  };

  it('fifty of them, given as documents in any order, are one', TIMEOUT, () => {
    const documents = line(50);
    const [last = {}] = documents.slice(-1);
    const parents = [...documents.slice(0, -1)].reverse();
    const plan = unwrap(compilePolicy(last, { parents }));
    expect(plan.parents).toHaveLength(50);
    expect(scoreOf(plan, {}).score?.text).toBe('50.00');
    const broken = compilePolicy(last, { parents: parents.filter((_, i) => i !== 25) });
    expect(broken.ok ? [] : said(broken.issues)[0]).toBe('extend.parent_invalid /extends');
  });

  it('a parent among ten thousand that are none is found', TIMEOUT, () => {
    const [, child = {}] = line(1);
    const parents = [...many<unknown>(10_000, (i) => (i % 2 === 0 ? i : {})), base];
    expect(compilePolicy(child, { parents }).ok).toBe(true);
    const found = compilePolicy(child, { parents: parents.slice(0, -1) });
    expect(found.ok ? 0 : found.issues.length).toBeLessThanOrEqual(101);
    expectTyped(found, child);
  });
});
