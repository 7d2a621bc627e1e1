import * as fc from 'fast-check';
import type { Rule } from '../../src/rule/rule.js';
import { label, namesOf, number, TRUTH } from './scope.js';

/** Names of each type that a generated rule reads. */
const NUMBERS = ['a', 'b', 'c', 'd'] as const;
const POWERS = ['p'] as const;
const TRUTHS = ['t', 'u'] as const;
const LABELS = ['l', 'm'] as const;
const GRADES = ['poor', 'fair', 'good', 'great'] as const;

/** Every name with its type. */
export const typesOf = {
  ...Object.fromEntries([...NUMBERS, ...POWERS].map((name) => [name, number('ratio')])),
  ...Object.fromEntries(TRUTHS.map((name) => [name, TRUTH])),
  ...Object.fromEntries(LABELS.map((name) => [name, label(GRADES, 'grade')])),
};

export const names = namesOf(typesOf);

/**
 * A rule with a bound on the doubles it passes through: every value on the way is a whole number of
 * `2^-fraction`, at most `2^whole`. Below 53 bits in all, each is exact.
 */
interface Numeric {
  readonly rule: Rule;
  readonly whole: number;
  readonly fraction: number;
}

const BITS = 50;

const numeric = (rule: Rule, whole: number, fraction: number): Numeric => ({
  rule,
  whole,
  fraction,
});

const eighths = fc.integer({ min: -256, max: 256 }).map((n) => n / 8);
const small = fc.integer({ min: -12, max: 12 });
const power = fc.constantFrom(0.25, 0.5, 1, 2, 4, 8);

const widest = (parts: readonly Numeric[]): Numeric =>
  numeric(0, Math.max(...parts.map((p) => p.whole)), Math.max(...parts.map((p) => p.fraction)));

/** `operator` over parts, unless its values could leave the doubles that are exact: then their least. */
const combined = (operator: string, parts: readonly Numeric[]): Numeric => {
  const { whole, fraction } = widest(parts);
  const grown: Readonly<Record<string, readonly [number, number]>> = {
    '+': [whole + Math.ceil(Math.log2(parts.length)), fraction],
    '-': [whole + 1, fraction],
    '*': [sumOf(parts.map((p) => p.whole)), sumOf(parts.map((p) => p.fraction))],
    '%': [whole, fraction],
    min: [whole, fraction],
    max: [whole, fraction],
  };
  const [w, f] = grown[operator] ?? [BITS, BITS];
  const rules = parts.map(({ rule }) => rule);
  return w + f > BITS
    ? numeric({ min: rules }, whole, fraction)
    : numeric({ [operator]: rules }, w, f);
};

const sumOf = (list: readonly number[]): number => list.reduce((sum, each) => sum + each, 0);

/** One depth for all types, so that a rule stays of a size that a person might write. */
const SHAPE = {
  depthIdentifier: fc.createDepthIdentifier(),
  depthSize: 'small',
  maxDepth: 4,
  withCrossShrink: true,
} as const;

// A type and not an interface, which `letrec` does not take for a record.
type Typed = {
  number: Numeric;
  truth: Rule;
  label: Rule;
};

const applied = (operator: string, operands: readonly Rule[]): Rule => ({ [operator]: operands });

const variable = (list: readonly string[]): fc.Arbitrary<Rule> =>
  fc.constantFrom(...list).map((name) => ({ var: name }));

const {
  number: numberRule,
  truth: truthRule,
  label: labelRule,
} = fc.letrec<Typed>((tie) => {
  const many = <T>(part: fc.Arbitrary<T>, least = 2, most = 3) =>
    fc.array(part, { minLength: least, maxLength: most });
  const rules = (parts: readonly Numeric[]): readonly Rule[] => parts.map(({ rule }) => rule);
  const pair = fc.tuple(tie('number'), tie('number'));
  return {
    number: fc.oneof(
      SHAPE,
      { weight: 3, arbitrary: variable(NUMBERS).map((rule) => numeric(rule, 5, 3)) },
      { weight: 1, arbitrary: fc.oneof(small, eighths).map((rule) => numeric(rule, 5, 3)) },
      { weight: 2, arbitrary: many(tie('number')).map((parts) => combined('+', parts)) },
      { weight: 2, arbitrary: pair.map((parts) => combined('-', parts)) },
      {
        weight: 1,
        arbitrary: tie('number').map((part) => ({ ...part, rule: { '-': [part.rule] } })),
      },
      { weight: 2, arbitrary: many(tie('number')).map((parts) => combined('*', parts)) },
      {
        weight: 2,
        arbitrary: fc
          .tuple(tie('number'), fc.oneof<fc.Arbitrary<Rule>[]>(power, variable(POWERS)))
          .map(([part, divisor]) =>
            part.whole + part.fraction + 5 > BITS
              ? part
              : numeric({ '/': [part.rule, divisor] }, part.whole + 2, part.fraction + 3),
          ),
      },
      {
        weight: 2,
        arbitrary: pair.map(([a, b]) =>
          combined('%', [
            a,
            { ...b, rule: { max: [0.125, b.rule] }, fraction: Math.max(3, b.fraction) },
          ]),
        ),
      },
      { weight: 1, arbitrary: many(tie('number'), 1).map((parts) => combined('min', parts)) },
      { weight: 1, arbitrary: many(tie('number'), 1).map((parts) => combined('max', parts)) },
      {
        weight: 2,
        arbitrary: fc
          .tuple(tie('truth'), tie('number'), tie('truth'), tie('number'), tie('number'))
          .map(([first, a, second, b, c]) => ({
            ...widest([a, b, c]),
            rule: { if: [first, a.rule, second, b.rule, c.rule] },
          })),
      },
      {
        weight: 1,
        arbitrary: fc.tuple(tie('truth'), pair).map(([condition, [a, b]]) => ({
          ...widest([a, b]),
          rule: { if: [condition, a.rule, b.rule] },
        })),
      },
    ),
    truth: fc.oneof(
      SHAPE,
      { weight: 2, arbitrary: variable(TRUTHS) },
      { weight: 1, arbitrary: fc.boolean() },
      {
        weight: 4,
        arbitrary: fc
          .tuple(fc.constantFrom('<', '<=', '>', '>=', '==', '!='), pair)
          .map(([operator, parts]) => applied(operator, rules(parts))),
      },
      {
        weight: 2,
        arbitrary: fc
          .tuple(fc.constantFrom('<', '<='), many(tie('number'), 3, 3))
          .map(([operator, parts]) => applied(operator, rules(parts))),
      },
      {
        weight: 2,
        arbitrary: fc
          .tuple(fc.constantFrom('==', '!='), fc.tuple(tie('label'), tie('label')), fc.boolean())
          // One side at least is no bare text, for two texts have no scale.
          .map(([operator, [a, b], turn]) => {
            const sides = [typeof a === 'string' && typeof b === 'string' ? { var: 'l' } : a, b];
            return applied(operator, turn ? sides.reverse() : sides);
          }),
      },
      {
        weight: 1,
        arbitrary: fc
          .tuple(fc.constantFrom('==', '!='), fc.tuple(tie('truth'), tie('truth')))
          .map(([operator, parts]) => applied(operator, parts)),
      },
      {
        weight: 2,
        arbitrary: fc
          .tuple(
            variable(LABELS),
            fc.array(fc.constantFrom<Rule>(...GRADES), { minLength: 1, maxLength: 3 }),
          )
          .map(([value, set]): Rule => ({ in: [value, set] })),
      },
      {
        weight: 1,
        arbitrary: fc
          .tuple(tie('number'), many(tie('number'), 1))
          .map(([value, set]): Rule => ({ in: [value.rule, rules(set)] })),
      },
      {
        weight: 4,
        arbitrary: fc
          .tuple(fc.constantFrom('and', 'or'), many(tie('truth'), 1))
          .map(([operator, parts]) => applied(operator, parts)),
      },
      { weight: 2, arbitrary: tie('truth').map((part) => applied('!', [part])) },
      {
        weight: 1,
        arbitrary: fc
          .tuple(tie('truth'), tie('truth'), tie('truth'))
          .map((parts) => applied('if', parts)),
      },
    ),
    label: fc.oneof(
      SHAPE,
      { weight: 2, arbitrary: variable(LABELS) },
      { weight: 2, arbitrary: fc.constantFrom<Rule>(...GRADES) },
      {
        weight: 1,
        arbitrary: fc
          .tuple(tie('truth'), variable(LABELS), tie('label'))
          .map((parts) => applied('if', parts)),
      },
    ),
  };
});

/** How deep operations stand in one another; a read or a literal is 0. */
export const depthOf = (rule: unknown): number => {
  if (Array.isArray(rule)) return Math.max(0, ...rule.map(depthOf));
  if (typeof rule !== 'object' || rule === null || 'var' in rule) return 0;
  return 1 + Math.max(0, ...Object.values(rule).map(depthOf));
};

/** The operators of a rule, each as often as it stands there. */
export const operatorsIn = (rule: unknown): readonly string[] => {
  if (Array.isArray(rule)) return rule.flatMap(operatorsIn);
  if (typeof rule !== 'object' || rule === null) return [];
  return Object.entries(rule).flatMap(([operator, operands]) => [
    operator,
    ...operatorsIn(operands),
  ]);
};

const isTelling = (rule: Rule): boolean => {
  const operators = operatorsIn(rule);
  const applied = operators.filter((operator) => operator !== 'var');
  return depthOf(rule) >= 2 && new Set(applied).size >= 2 && operators.includes('var');
};

/** Well-typed rules that are nested, use several operators and read something. */
export const rules: fc.Arbitrary<Rule> = fc
  .oneof(
    { weight: 3, arbitrary: numberRule.map(({ rule }) => rule) },
    { weight: 3, arbitrary: truthRule },
    { weight: 1, arbitrary: labelRule },
  )
  .filter(isTelling);

const value = fc.oneof(small, eighths);

/** A value for every name. */
export const data: fc.Arbitrary<Readonly<Record<string, number | boolean | string>>> = fc.record({
  ...Object.fromEntries(NUMBERS.map((name) => [name, value])),
  ...Object.fromEntries(POWERS.map((name) => [name, power])),
  ...Object.fromEntries(TRUTHS.map((name) => [name, fc.boolean()])),
  ...Object.fromEntries(LABELS.map((name) => [name, fc.constantFrom(...GRADES)])),
});
