import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { printTerm } from '../../src/rule/print.js';
import type { Rule } from '../../src/rule/rule.js';
import { names as generated, rules } from './generate.js';
import { label, namesOf, number, termOf, TRUTH } from './scope.js';

const names = namesOf({
  a: number('ratio'),
  b: number('ratio'),
  c: number('ratio'),
  minutes: number('minute'),
  hours: number('hour'),
  p: TRUTH,
  q: TRUTH,
  r: TRUTH,
  l: label(['low', 'mid', 'high'], 'level'),
});

const [a, b, c] = ['a', 'b', 'c'].map((name) => ({ var: name })) as [Rule, Rule, Rule];
const [p, q, r, l] = ['p', 'q', 'r', 'l'].map((name) => ({ var: name })) as [
  Rule,
  Rule,
  Rule,
  Rule,
];

describe('a formula is printed so that it reads back as the same rule', () => {
  it.each<[string, string, Rule]>([
    ['a + b × c', 'a + b × c', { '+': [a, { '*': [b, c] }] }],
    ['(a + b) × c', '(a + b) × c', { '*': [{ '+': [a, b] }, c] }],
    ['a + b + c', 'a + b + c', { '+': [a, b, c] }],
    ['a - (b - c)', 'a - (b - c)', { '-': [a, { '-': [b, c] }] }],
    ['(a - b) - c', '(a - b) - c', { '-': [{ '-': [a, b] }, c] }],
    ['a / (b / c)', 'a / (b / c)', { '/': [a, { '/': [b, c] }] }],
    ['a / (b × c)', 'a / (b × c)', { '/': [a, { '*': [b, c] }] }],
    ['a mod (b + 1)', 'a mod (b + 1)', { '%': [a, { '+': [b, 1] }] }],
    ['-a', '-a', { '-': [a] }],
    ['-(a + b)', '-(a + b)', { '-': [{ '+': [a, b] }] }],
    ['-(-a)', '-(-a)', { '-': [{ '-': [a] }] }],
    ['a × (-b)', 'a × (-b)', { '*': [a, { '-': [b] }] }],
    ['min(a; b + c; 0.5)', 'min(a; b + c; 0.5)', { min: [a, { '+': [b, c] }, 0.5] }],
    ['max(a; b) × c', 'max(a; b) × c', { '*': [{ max: [a, b] }, c] }],
    ['a ≤ b + 1', 'a ≤ b + 1', { '<=': [a, { '+': [b, 1] }] }],
    ['a < b < c', 'a < b < c', { '<': [a, b, c] }],
    ['(a = b) = p', '(a = b) = p', { '==': [{ '==': [a, b] }, p] }],
    ['a ≠ b', 'a ≠ b', { '!=': [a, b] }],
    ['l = mid', 'l = mid', { '==': [l, 'mid'] }],
    ['p dan q atau r', 'p and q or r', { or: [{ and: [p, q] }, r] }],
    ['p dan (q atau r)', 'p and (q or r)', { and: [p, { or: [q, r] }] }],
    ['p dan q dan r', 'p and q and r', { and: [p, q, r] }],
    ['bukan p', 'not p', { '!': [p] }],
    ['bukan (p dan q)', 'not (p and q)', { '!': [{ and: [p, q] }] }],
    ['bukan p dan q', 'not p and q', { and: [{ '!': [p] }, q] }],
    ['bukan a < b', 'not a < b', { '!': [{ '<': [a, b] }] }],
    ['(bukan p) = q', '(not p) = q', { '==': [{ '!': [p] }, q] }],
    ['bukan (bukan p)', 'not (not p)', { '!': [{ '!': [p] }] }],
    ['l termasuk {low; high}', 'l in {low; high}', { in: [l, ['low', 'high']] }],
    ['a + 1 termasuk {b; 2}', 'a + 1 in {b; 2}', { in: [{ '+': [a, 1] }, [b, 2]] }],
    ['(a termasuk {1; 2}) = p', '(a in {1; 2}) = p', { '==': [{ in: [a, [1, 2]] }, p] }],
    ['jika p maka a selain itu b', 'if p then a else b', { if: [p, a, b] }],
    [
      'jika p maka a selain itu jika q maka b selain itu c',
      'if p then a else if q then b else c',
      { if: [p, a, q, b, c] },
    ],
    [
      '(jika p maka a selain itu b) + c',
      '(if p then a else b) + c',
      { '+': [{ if: [p, a, b] }, c] },
    ],
    [
      'jika p atau q maka a selain itu b',
      'if p or q then a else b',
      { if: [{ or: [p, q] }, a, b] },
    ],
    [
      'jika p maka (jika q maka a selain itu b) selain itu c',
      'if p then (if q then a else b) else c',
      { if: [p, { if: [q, a, b] }, c] },
    ],
    ['a + 0.1', 'a + 0.1', { '+': [a, 0.1] }],
    ['a - -3', 'a - -3', { '-': [a, -3] }],
    ['p', 'p', { and: [p] }],
    ['p', 'p', { or: [p] }],
    ['a', 'a', { '*': [a] }],
  ])('%s', (id, en, rule) => {
    expect(printTerm(termOf(rule, names), 'id')).toBe(id);
    expect(printTerm(termOf(rule, names), 'en')).toBe(en);
  });

  it('shows the conversion of a time', () => {
    const rule = { '+': [{ var: 'minutes' }, { var: 'hours' }] };
    expect(printTerm(termOf(rule, names), 'en')).toBe('minutes + hours × 60');
  });

  it('shows what it is told to in place of a name', () => {
    const rule = { '*': [a, { '+': [b, 2] }] };
    const shown = printTerm(termOf(rule, names), 'en', (leaf) => (leaf.is === 'read' ? '7' : '2'));
    expect(shown).toBe('7 × (7 + 2)');
  });

  it('law, total: any rule is printed in both languages, its brackets closed', () => {
    fc.assert(
      fc.property(rules, (rule) => {
        for (const language of ['id', 'en'] as const) {
          const text = printTerm(termOf(rule, generated), language);
          let open = 0;
          for (const character of text) {
            if (character === '(' || character === '{') open += 1;
            if (character === ')' || character === '}') open -= 1;
            expect(open).toBeGreaterThanOrEqual(0);
          }
          expect(open).toBe(0);
          expect(text).not.toMatch(/undefined|\( | {2}|(?:^|[^a-z])(?:and|or|dan|atau)[a-z(]/);
        }
      }),
      { numRuns: 300 },
    );
  });
});
