import { describe, expect, it } from 'vitest';
import type { Rule } from '../../src/rule/rule.js';
import type { Absence } from '../../src/slot.js';
import { type Given, label, namesOf, number, TRUTH, valueOf } from './scope.js';

const names = namesOf({
  p: TRUTH,
  q: TRUTH,
  a: number('ratio'),
  b: number('ratio'),
  l: label(['low', 'high'], 'level'),
});

type Three = boolean | null;
const THREE: readonly Three[] = [true, false, null];
const missing = { absent: 'missing' } as const;

const given = (value: Three): Given => value ?? missing;
const [p, q, a, b] = ['p', 'q', 'a', 'b'].map((name) => ({ var: name }));

const three = (rule: Rule, data: Readonly<Record<string, Given>>): Three => {
  const value = valueOf(rule, names, data);
  if (typeof value === 'boolean') return value;
  expect(value).toEqual(missing);
  return null;
};

/** Kleene's strong tables. Rows by the first operand, columns by the second: true, false, absent. */
const TABLES: readonly (readonly [string, readonly (readonly Three[])[]])[] = [
  [
    'and',
    [
      [true, false, null],
      [false, false, false],
      [null, false, null],
    ],
  ],
  [
    'or',
    [
      [true, true, true],
      [true, false, null],
      [true, null, null],
    ],
  ],
];

describe.each(TABLES)('`%s` in three values', (operator, table) => {
  const rows = THREE.flatMap((first, i) =>
    THREE.map((second, j) => [first, second, table[i]?.[j] ?? null] as const),
  );
  it.each(rows)('of %s and %s is %s', (first, second, wanted) => {
    const rule = { [operator]: [p, q] } as Rule;
    expect(three(rule, { p: given(first), q: given(second) })).toBe(wanted);
  });
});

it.each([
  [true, false],
  [false, true],
  [null, null],
] as const)('`!` of %s is %s', (operand, wanted) => {
  expect(three({ '!': [p] } as Rule, { p: given(operand) })).toBe(wanted);
});

describe('`in` in three values: true when any member equals, whatever is absent among the others', () => {
  it.each<[number | null, number | null, Three]>([
    [1, 1, true],
    [2, null, true],
    [1, null, null],
    [3, 1, false],
    [null, 1, null],
    [null, null, null],
  ])('of %s in {%s, 2} is %s', (value, member, wanted) => {
    const rule = { in: [a, [b, 2]] } as Rule;
    expect(three(rule, { a: value ?? missing, b: member ?? missing })).toBe(wanted);
  });
});

describe('`if` in three values', () => {
  it.each<[string, Rule, Given]>([
    [
      'an absent condition gives no value, even where both branches are one',
      { if: [p, 1, 1] } as Rule,
      missing,
    ],
    ['an absent branch that is not taken does not matter', { if: [q, a, 2] } as Rule, 2],
    ['an absent branch that is taken is absent', { if: [{ '!': [q] }, a, 2] } as Rule, missing],
    [
      'a later absent condition does not matter once one holds',
      { if: [{ '!': [q] }, 1, p, 2, 3] } as Rule,
      1,
    ],
    ['an absent condition hides a later one that holds', { if: [q, 1, p, 2, 3] } as Rule, missing],
  ])('%s', (_what, rule, wanted) => {
    expect(valueOf(rule, names, { q: false })).toEqual(wanted);
  });
});

describe('everything else needs all its operands', () => {
  it.each(['+', '-', '*', '/', '%', 'min', 'max', '==', '!=', '<', '<=', '>', '>='])(
    '`%s`',
    (operator) => {
      for (const pair of [
        [a, b],
        [b, a],
      ]) {
        expect(valueOf({ [operator]: pair } as Rule, names, { a: 1 })).toEqual(missing);
      }
    },
  );

  it('also where the others would decide: 0 times a missing value is missing', () => {
    expect(valueOf({ '*': [0, a] } as Rule, names, {})).toEqual(missing);
  });
});

describe('of several absences the worst counts', () => {
  const ORDER: readonly Absence[] = ['failed', 'undecided', 'not-applicable', 'pending', 'missing'];
  const pairs = ORDER.flatMap((worse, i) => ORDER.slice(i).map((other) => [worse, other] as const));

  it.each(pairs)('%s before %s', (worse, other) => {
    for (const operator of ['+', '==', 'min']) {
      for (const data of [
        { a: { absent: worse }, b: { absent: other } },
        { a: { absent: other }, b: { absent: worse } },
      ]) {
        expect(valueOf({ [operator]: [a, b] } as Rule, names, data)).toEqual({ absent: worse });
      }
    }
    const data = { p: { absent: other }, q: { absent: worse } };
    for (const operator of ['and', 'or']) {
      expect(valueOf({ [operator]: [p, q] } as Rule, names, data)).toEqual({ absent: worse });
    }
  });
});

describe('a division by zero has no value', () => {
  it.each<[string, Rule]>([
    ['by a literal', { '/': [a, 0] } as Rule],
    ['by a difference', { '/': [1, { '-': [a, a] }] } as Rule],
    ['as a remainder', { '%': [a, 0] } as Rule],
    ['zero by zero', { '/': [0, 0] }],
    ['inside a comparison', { '<': [{ '/': [1, { '*': [a, 0] }] }, 5] } as Rule],
  ])('%s', (_what, rule) => {
    expect(valueOf(rule, names, { a: 3 })).toEqual(missing);
  });

  it('and yet an `or` that is true without it stays true', () => {
    const rule = { or: [{ '>': [{ '/': [a, 0] }, 1] }, { '==': [a, 3] }] } as Rule;
    expect(valueOf(rule, names, { a: 3 })).toBe(true);
  });
});
