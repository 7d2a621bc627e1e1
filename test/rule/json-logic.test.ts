import * as fc from 'fast-check';
import jsonLogic from 'json-logic-js';
import { describe, expect, it } from 'vitest';
import { compilePolicy, evaluate, parseEvidence, unwrap } from '../../src/index.js';
import type { Rule } from '../../src/rule/rule.js';
import { operators } from '../../src/rule/operators.js';
import { data, depthOf, names, operatorsIn, rules, typesOf } from './generate.js';
import { compiled, namesOf, number, termOf, valueOf } from './scope.js';

const PAIRS = 10_000;

/** Operators that JSON Logic does not have; `functions.test.ts` states what they are. */
const OWN = ['abs', 'between', 'cbrt', 'exp', 'ln', 'pow', 'sqrt'];

/** What json-logic-js makes of a rule; -0 and 0 are one number. */
const reference = (rule: Rule, values: object): unknown => {
  const found: unknown = jsonLogic.apply(rule, values);
  return typeof found === 'number' ? found + 0 : found;
};

describe('law, reference: rules equal json-logic-js where doubles are exact', () => {
  it(`in ${PAIRS} pairs of a nested rule and data`, { timeout: 60_000 }, () => {
    const counts = new Map<string, number>();
    let depth = 0;
    fc.assert(
      fc.property(rules, data, (rule, values) => {
        depth += depthOf(rule);
        for (const operator of operatorsIn(rule))
          counts.set(operator, (counts.get(operator) ?? 0) + 1);
        expect(valueOf(rule, names, values)).toBe(reference(rule, values));
      }),
      { numRuns: PAIRS },
    );
    const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
    const shares = [...counts]
      .sort(([, a], [, b]) => b - a)
      .map(([operator, count]) => `${operator} ${((100 * count) / total).toFixed(1)}`);
    console.info(
      `${PAIRS} rules, depth ${(depth / PAIRS).toFixed(1)} on average; % of operators: ${shares.join(', ')}`,
    );
    const shared = [...operators.keys()].filter((name) => !OWN.includes(name));
    expect([...counts.keys()].sort()).toEqual([...shared, 'var'].sort());
    for (const operator of shared) {
      expect(counts.get(operator), operator).toBeGreaterThan(PAIRS / 100);
    }
  });

  it('also as a `formula` in a whole policy', { timeout: 60_000 }, () => {
    const policy = (rule: Rule, type: object) => ({
      timbang: 1,
      id: 'rule/formula',
      version: '1.0.0',
      title: { id: 'rumus', en: 'formula' },
      effective: { from: '2026-01-01' },
      scales: { grade: { labels: ['poor', 'fair', 'good', 'great'] } },
      inputs: Object.fromEntries(
        Object.entries(typesOf).map(([name, { is }]) => [
          name,
          {
            ...{
              number: { type: 'decimal', unit: 'ratio', min: -1000, max: 1000 },
              truth: { type: 'boolean' },
              label: { type: 'label', scale: 'grade' },
              date: { type: 'date' },
            }[is],
            ifMissing: 'fail',
          },
        ]),
      ),
      indicators: {
        x: { ...type, formula: rule },
        one: { unit: 'ratio', constant: 1, round: { places: 0, mode: 'down', for: 'use' } },
      },
      result: { score: 'one', baseline: 1 },
    });
    fc.assert(
      fc.property(rules, data, (rule, values) => {
        const wanted = reference(rule, values);
        const type = { number: { unit: 'ratio' }, string: { scale: 'grade' }, boolean: {} };
        const plan = unwrap(compilePolicy(policy(rule, type[typeof wanted as keyof typeof type])));
        const scorecard = evaluate(plan, unwrap(parseEvidence(plan, { values })));
        const found = scorecard.indicators[0]?.value;
        if (found === undefined || !('is' in found)) throw new TypeError('x has one value');
        if (found.is === 'number') expect(Number(found.exact)).toBe(wanted);
        else
          expect(found).toEqual(
            typeof wanted === 'boolean'
              ? { is: 'truth', truth: wanted }
              : { is: 'label', label: wanted },
          );
      }),
      { numRuns: 150 },
    );
  });
});

describe('where rules differ from json-logic-js, and why', () => {
  const points = namesOf({ score: number('points'), done: number('task'), due: number('task') });

  it('a missing value does not pass `< 60`: it has no answer', () => {
    const rule = { '<': [{ var: 'score' }, 60] };
    expect(reference(rule, { score: null })).toBe(true);
    expect(valueOf(rule, points, {})).toEqual({ absent: 'missing' });
  });

  it('the 24 per cent branch of PP 46 holds exactly where floats miss it', () => {
    const percent = { '-': [100, { '*': [{ '/': [{ var: 'done' }, { var: 'due' }] }, 100] }] };
    const rule = { '<=': [percent, 24] };
    for (const values of [
      { done: 9.12, due: 12 },
      { done: 36.48, due: 48 },
    ]) {
      expect(reference(rule, values)).toBe(false); // 24.000000000000014
      expect(valueOf(rule, points, values)).toBe(true);
    }
    const tenths = { '==': [{ '+': [0.1, 0.2] }, 0.3] };
    expect(reference(tenths, {})).toBe(false);
    expect(valueOf(tenths, points, {})).toBe(true);
  });

  it('a division by zero is missing, not infinite', () => {
    const rule = { '/': [{ var: 'done' }, { var: 'due' }] };
    expect(reference(rule, { done: 1, due: 0 })).toBe(Infinity);
    expect(valueOf(rule, points, { done: 1, due: 0 })).toEqual({ absent: 'missing' });
    expect(
      valueOf({ '%': [{ var: 'done' }, { var: 'due' }] }, points, { done: 1, due: 0 }),
    ).toEqual({
      absent: 'missing',
    });
  });

  it.each(['constructor', '__proto__', 'toString', 'hasOwnProperty', 'score.constructor'])(
    '`%s` is a name like any other: it does not exist',
    (name) => {
      expect(compiled({ var: name }, points)).toEqual([
        { code: 'name.unknown', pointer: '/rule/var', params: { name } },
      ]);
    },
  );

  it('json-logic-js gives out a function for `constructor`', () => {
    expect(typeof reference({ var: 'constructor' }, {})).toBe('function');
  });

  it('text is no number and a label has no order of its own', () => {
    expect(reference({ '*': ['1/9', 9] }, {})).toBe(9);
    expect(compiled({ '*': ['1/9', 9] }, points)).toMatchObject([{ code: 'rule.type' }]);
    expect(reference({ '>=': ['sangat-kurang', 'baik'] }, {})).toBe(true);
    expect(compiled({ '>=': ['sangat-kurang', 'baik'] }, points)).toMatchObject([
      { code: 'rule.text_alone' },
    ]);
  });

  it('`in` also takes its members one by one', () => {
    const rule = { in: [{ var: 'done' }, 1, 2] };
    expect(termOf(rule, points).type).toEqual({ is: 'truth' });
    expect(valueOf(rule, points, { done: 2 })).toBe(true);
    expect(valueOf(rule, points, { done: 3 })).toBe(false);
  });
});
