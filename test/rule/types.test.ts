import { describe, expect, it } from 'vitest';
import { issueCatalogue } from '../../src/catalogue.js';
import { operators } from '../../src/rule/operators.js';
import type { Rule } from '../../src/rule/rule.js';
import { compiled, DATE, label, namesOf, number, termOf, TRUTH, valueOf } from './scope.js';

const names = namesOf({
  points: number('points'),
  share: number('ratio'),
  minutes: number('minute'),
  hours: number('hour'),
  days: number('day'),
  pace: number('points/day'),
  seen: TRUTH,
  on: DATE,
  grade: label(['poor', 'good'], 'grade'),
  other: label(['poor', 'good'], 'other'),
  post: label(['structural', 'functional']),
});

const at = (name: string): Rule => ({ var: name });

describe('an ill-typed rule is refused with its code and place', () => {
  it.each<[string, Rule, string, string]>([
    ['a sum of points and days', { '+': [at('points'), at('days')] }, 'unit.mismatch', '/+'],
    [
      'a difference of points and a ratio',
      { '-': [at('points'), at('share')] },
      'unit.mismatch',
      '/-',
    ],
    ['days compared with hours', { '<': [at('days'), at('hours')] }, 'unit.mismatch', '/<'],
    ['points among days', { in: [at('points'), [1, at('days')]] }, 'unit.mismatch', '/in'],
    ['the least of points and days', { min: [at('points'), at('days')] }, 'unit.mismatch', '/min'],
    ['a remainder of points by days', { '%': [at('points'), at('days')] }, 'unit.mismatch', '/%'],
    [
      'branches in two units',
      { if: [at('seen'), at('points'), at('days')] },
      'unit.mismatch',
      '/if',
    ],
    ['a yes/no in a sum', { '+': [1, at('seen')] }, 'rule.type', '/+'],
    ['a yes/no literal in a product', { '*': [1, true] }, 'rule.type', '/*'],
    ['a label in a quotient', { '/': [at('grade'), 2] }, 'rule.type', '/~1'],
    ['a number among truths', { and: [at('seen'), at('points')] }, 'rule.type', '/and'],
    ['a number negated as a yes/no', { '!': [at('points')] }, 'rule.type', '/!'],
    ['a number as a condition', { if: [at('points'), 1, 2] }, 'rule.type', '/if'],
    ['branches of two types', { if: [at('seen'), 1, true] }, 'rule.type', '/if'],
    ['a label compared with a number', { '==': [at('grade'), 1] }, 'rule.type', '/=='],
    ['labels of two scales', { '==': [at('grade'), at('other')] }, 'rule.type', '/=='],
    ['a label and a date', { '==': [at('grade'), at('on')] }, 'rule.type', '/=='],
    ['labels without a scale in order', { '<': [at('post'), at('post')] }, 'rule.no_order', '/<'],
    ['truths in order', { '>=': [at('seen'), true] }, 'rule.no_order', '/>='],
    ['a text beside a number', { '==': [at('points'), '60'] }, 'rule.type', '/=='],
    ['a text beside a date', { '<': [at('on'), '2026-01-01'] }, 'rule.type', '/<'],
    ['two texts', { '==': ['poor', 'good'] }, 'rule.text_alone', '/=='],
    ['a text in a sum', { '+': ['1', 2] }, 'rule.type', '/+'],
    [
      'a label that the scale does not have',
      { '==': [at('grade'), 'god'] },
      'name.unknown_label',
      '/==/1',
    ],
    [
      'a label of another set in `in`',
      { in: [at('post'), ['structural', 'x']] },
      'name.unknown_label',
      '/in/1/1',
    ],
    ['a name that does not exist', { '+': [1, at('point')] }, 'name.unknown', '/+/1/var'],
    ['a `var` with a default', { var: ['points', 0] }, 'rule.var', '/var'],
    ['a `var` with a number', { var: 1 }, 'rule.var', '/var'],
    ['an empty operation', {}, 'rule.one_operator', ''],
    ['two operators in one', { '+': [1, 2], '-': [1, 2] }, 'rule.one_operator', ''],
    [
      'an operation deep inside',
      { '+': [1, { '-': [2, { '*': [3, {}] }] }] },
      'rule.one_operator',
      '/+/1/-/1/*/1',
    ],
    ['a list where a rule stands', { '+': [1, [2]] }, 'rule.not_a_rule', '/+/1'],
    ['null where a rule stands', { '+': [1, null] } as never, 'rule.not_a_rule', '/+/1'],
    ['null alone', null as never, 'rule.not_a_rule', ''],
    ['`if` without an else', { if: [at('seen'), 1, at('seen'), 2] }, 'rule.if_without_else', '/if'],
    ['`if` with a condition alone', { if: [at('seen')] }, 'rule.arity', '/if'],
    ['a difference of three', { '-': [3, 2, 1] }, 'rule.arity', '/-'],
    ['a quotient of one', { '/': [3] }, 'rule.arity', '/~1'],
    ['an equality of three', { '==': [1, 1, 1] }, 'rule.arity', '/=='],
    ['`>` between two bounds', { '>': [3, 2, 1] }, 'rule.arity', '/>'],
    ['nothing to be in', { in: [at('points'), []] }, 'rule.arity', '/in'],
    ['a sum of nothing', { '+': [] }, 'rule.arity', '/+'],
    ['a sum of sixty-five', { '+': Array.from({ length: 65 }, () => 1) }, 'rule.arity', '/+'],
    ['more than fifteen digits', { '+': [1, 0.1234567890123456] }, 'number.unreadable', '/+/1'],
  ])('%s', (_what, rule, code, pointer) => {
    expect(compiled(rule, names)).toMatchObject([{ code, pointer: `/rule${pointer}` }]);
    expect(Object.hasOwn(issueCatalogue, code)).toBe(true);
  });

  it.each<[string, Rule, string]>([
    ['points where days are asked for', at('points'), 'unit.mismatch'],
    ['a yes/no where a number is asked for', at('seen'), 'rule.type'],
    ['text where a number is asked for', 'good', 'rule.type'],
  ])('%s', (_what, rule, code) => {
    expect(compiled(rule, names, number('day'))).toMatchObject([{ code, pointer: '/rule' }]);
  });

  it('a text alone has no meaning', () => {
    expect(compiled('good', names)).toMatchObject([{ code: 'rule.text_alone', pointer: '/rule' }]);
  });
});

describe('a refused operator is answered with the nearest form', () => {
  it.each([
    ['===', '`==`'],
    ['!==', '`!=`'],
    ['!!', 'a comparison, such as `{ ">": [..., 0] }`'],
    ['?:', '`if`'],
    ['map', '`per` on an indicator'],
    ['filter', '`where` of `rows`'],
    ['reduce', '`rows` over a table'],
    ['all', '`rows` with `take: "share"`'],
    ['some', '`rows` with `take: "count"`'],
    ['none', '`rows` with `take: "count"`'],
    ['merge', 'separate operands'],
    ['cat', 'a label'],
    ['substr', 'a label'],
    ['log', '`ln` for the logarithm; intermediate values are in the trace'],
    ['=', '`==`'],
    ['^', '`pow`'],
    ['method', 'a label'],
  ])('JSON Logic `%s`: %s', (found, instead) => {
    expect(compiled({ [found]: [1, 2] }, names)).toMatchObject([
      {
        code: 'rule.foreign_operator',
        pointer: `/rule/${found}`,
        params: { found, instead: { en: instead } },
      },
    ]);
  });

  it.each([
    ['ad', 'and'],
    ['mx', 'max'],
    ['iff', 'if'],
    ['the-root-of-all', ''],
    ['constructor', ''],
    ['__proto__', ''],
    ['toString', ''],
  ])('`%s`: "%s"', (found, suggestion) => {
    const rule = JSON.parse(`{ ${JSON.stringify(found)}: [1, 2] }`) as Rule;
    expect(compiled(rule, names)).toMatchObject([{ code: 'rule.unknown_operator' }]);
    expect(compiled(rule, names)).toMatchObject([{ params: { found, suggestion } }]);
  });

  it('no operator is both known and refused', () => {
    for (const name of operators.keys())
      expect(compiled({ [name]: [] }, names)).toMatchObject([{ code: 'rule.arity' }]);
  });
});

describe('the type and unit of a rule', () => {
  it.each<[string, Rule, string]>([
    ['a bare number', { '+': [1, 2] }, 'any'],
    ['a number beside points', { '+': [1, at('points')] }, 'points'],
    ['a sum of minutes and hours, by the first', { '+': [at('minutes'), at('hours')] }, 'minute'],
    ['twice some days', { '*': [2, at('days')] }, 'day'],
    ['days times points a day', { '*': [at('days'), at('pace')] }, 'points'],
    ['points by days', { '/': [at('points'), at('days')] }, 'points/day'],
    ['points by points', { '/': [at('points'), at('points')] }, 'ratio'],
    ['a hundred times a ratio, of any unit', { '*': [100, at('share')] }, 'any'],
    ['one by days', { '/': [1, at('days')] }, 'ratio/day'],
    ['a choice between points', { if: [at('seen'), at('points'), 0] }, 'points'],
  ])('%s', (_what, rule, unit) => {
    const { type } = termOf(rule, names);
    if (type.is !== 'number') throw new TypeError('a number was expected');
    expect(type.unit === 'any' ? 'any' : type.unit.text).toBe(unit);
  });

  it.each(['==', '!=', '<', '<=', '>', '>='])('`%s` gives a yes/no', (operator) => {
    expect(termOf({ [operator]: [1, at('points')] }, names).type).toEqual(TRUTH);
  });
});

describe('minutes and hours convert exactly', () => {
  const time = { hours: 8, minutes: 240 };
  const valueIn = (rule: Rule, unit?: string): unknown => {
    const term = termOf(rule, names, unit === undefined ? undefined : number(unit));
    const exact = valueOf(rule, names, time);
    return term.type.is === 'number' && unit !== undefined ? inUnit(rule, unit) : exact;
  };
  // A comparison of the rule with every quarter tells its value in the unit that the place asks for.
  const inUnit = (rule: Rule, unit: string): unknown => {
    const scope = namesOf({
      hours: number('hour'),
      minutes: number('minute'),
      found: number(unit),
    });
    const quarters = Array.from({ length: 12_001 }, (_, i) => i / 4);
    return quarters.find(
      (found) => valueOf({ '==': [at('found'), rule] }, scope, { ...time, found }) === true,
    );
  };

  it.each<[string, Rule, string | undefined, number | boolean]>([
    ['a sum, in hours', { '+': [at('hours'), at('minutes')] }, 'hour', 12],
    ['a sum, in minutes', { '+': [at('hours'), at('minutes')] }, 'minute', 720],
    ['a comparison', { '<': [at('minutes'), at('hours')] }, undefined, true],
    ['an equality', { '==': [{ '*': [2, at('minutes')] }, at('hours')] }, undefined, true],
    ['the greatest', { max: [at('minutes'), at('hours')] }, 'hour', 8],
    ['a choice', { if: [true, at('minutes'), at('hours')] }, 'hour', 4],
    ['a quotient as a ratio', { '/': [at('minutes'), at('hours')] }, 'ratio', 0.5],
    [
      'a product by a quotient',
      { '*': [at('hours'), { '/': [at('minutes'), at('hours')] }] },
      'hour',
      4,
    ],
    [
      'a hundred times, then a quotient',
      { '/': [{ '*': [100, at('minutes')] }, at('hours')] },
      'ratio',
      50,
    ],
    [
      'a quotient, then a hundred times',
      { '*': [100, { '/': [at('minutes'), at('hours')] }] },
      'ratio',
      50,
    ],
    [
      'a quotient, then a hundred times, in points',
      { '*': [100, { '/': [at('minutes'), at('hours')] }] },
      'points',
      50,
    ],
    [
      'a hundred less a quotient times a hundred',
      { '-': [100, { '*': [{ '/': [at('minutes'), at('hours')] }, 100] }] },
      'points',
      50,
    ],
    ['a quotient by a number', { '/': [{ '/': [at('minutes'), at('hours')] }, 2] }, 'ratio', 0.25],
    [
      'a quotient compared with a number',
      { '<=': [{ '/': [at('minutes'), at('hours')] }, 1] },
      undefined,
      true,
    ],
  ])('%s', (_what, rule, unit, wanted) => {
    expect(valueIn(rule, unit)).toBe(wanted);
  });
});
