import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exactText } from '../../src/number/decimal.js';
import { compareExact, isRational, roundExact } from '../../src/number/exact.js';
import { rational } from '../../src/number/rational.js';
import { placesStep } from '../../src/number/round.js';
import { evaluateTerm } from '../../src/rule/evaluate.js';
import { printTerm } from '../../src/rule/print.js';
import type { Rule } from '../../src/rule/rule.js';
import { type Cell, isAbsent, isNumber, type Reader } from '../../src/slot.js';
import { compiled, DATE, namesOf, number, termOf, TRUTH, valueOf } from './scope.js';

const names = namesOf({
  x: number('ratio'),
  y: number('ratio'),
  time: number('second'),
  points: number('points'),
  begun: DATE,
  ended: DATE,
  seen: TRUTH,
});

const NOTHING: Reader = {
  cell: () => {
    throw new TypeError('nothing is read here');
  },
  rowCount: () => 0,
  atRow: () => NOTHING,
};

const cellOf = (rule: Rule): Cell => evaluateTerm(termOf(rule, names), NOTHING);

/** An exact fraction as text, an irrational rounded at so many places, or the absence. */
const shown = (rule: Rule, places = 12): string => {
  const cell = cellOf(rule);
  if (!isNumber(cell)) return isAbsent(cell) ? cell.absent : String(cell);
  if (isRational(cell)) return exactText(cell);
  const units = roundExact(cell, placesStep(places), 'half-even');
  return units === undefined
    ? 'undecided'
    : `~${exactText(rational(units, 10n ** BigInt(places)))}`;
};

describe('roots, powers and logarithms', () => {
  it.each<[Rule, string]>([
    [{ sqrt: [2.25] }, '1.5'],
    [{ sqrt: 2 }, '~1.414213562373'],
    [{ sqrt: [0] }, '0'],
    [{ sqrt: [-1] }, 'missing'],
    [{ cbrt: [-8] }, '-2'],
    [{ cbrt: [0.001] }, '0.1'],
    [{ cbrt: [2] }, '~1.259921049895'],
    [{ pow: [4, 1.5] }, '8'],
    [{ pow: [2, -3] }, '0.125'],
    [{ pow: [-2, 3] }, '-8'],
    [{ pow: [-2, 0.5] }, 'missing'],
    [{ pow: [0, 0] }, '1'],
    [{ pow: [0, 1.81] }, '0'],
    [{ pow: [0, -1] }, 'missing'],
    [{ pow: [10, 1.81] }, '~64.565422903466'],
    [{ ln: [1] }, '0'],
    [{ ln: [0] }, 'missing'],
    [{ ln: [-3] }, 'missing'],
    [{ ln: [10] }, '~2.302585092994'],
    [{ '/': [{ ln: [1000] }, { ln: [10] }] }, '3'],
    [{ '-': [{ '+': [{ ln: [2] }, { ln: [3] }] }, { ln: [6] }] }, '0'],
    [{ exp: [0] }, '1'],
    [{ exp: [1] }, '~2.718281828459'],
    [{ exp: [{ ln: [7] }] }, '7'],
    [{ pow: [{ exp: [1] }, { ln: [5] }] }, '5'],
    [{ abs: [-0.5] }, '0.5'],
    [{ abs: [{ '-': [1, { sqrt: [2] }] }] }, '~0.414213562373'],
  ])('%j is %s', (rule, expected) => {
    expect(shown(rule)).toBe(expected);
  });

  it('law, inverse: the square of a root is the number, exactly', () => {
    const fraction = fc.tuple(fc.integer({ min: 0, max: 5000 }), fc.integer({ min: 1, max: 97 }));
    fc.assert(
      fc.property(fraction, ([n, d]) => {
        const value: Rule = { '/': [n, d] };
        for (const rule of [{ pow: [{ sqrt: [value] }, 2] }, { pow: [{ cbrt: [value] }, 3] }])
          expect(shown(rule)).toBe(shown(value));
      }),
    );
  });

  it('law, order: a greater base has the greater power', () => {
    const tenths = fc.integer({ min: 1, max: 900 }).map((n) => n / 10);
    fc.assert(
      fc.property(tenths, tenths, tenths, (a, b, exponent) => {
        const power = (base: number): Cell => cellOf({ pow: [base, exponent] });
        const [first, second] = [power(a), power(b)];
        if (!isNumber(first) || !isNumber(second)) throw new TypeError('powers have values');
        expect(compareExact(first, second)).toBe(Math.sign(a - b));
      }),
    );
  });

  it('law, absence: an absent operand makes each of them absent', () => {
    const rules: readonly Rule[] = ['sqrt', 'cbrt', 'ln', 'exp', 'abs'].map((name) => ({
      [name]: [{ var: 'x' }],
    }));
    for (const rule of [...rules, { pow: [{ var: 'x' }, 2] }, { pow: [2, { var: 'x' }] }])
      for (const absent of ['missing', 'pending', 'failed'] as const)
        expect(valueOf(rule, names, { x: { absent } })).toEqual({ absent });
  });

  it.each<[Rule]>([
    [{ sqrt: [{ var: 'time' }] }],
    [{ ln: [{ var: 'points' }] }],
    [{ pow: [{ var: 'time' }, 2] }],
    [{ pow: [2, { var: 'time' }] }],
  ])('%j needs a pure number', (rule) => {
    expect(compiled(rule, names)).toMatchObject([{ code: 'unit.not_pure' }]);
  });
});

describe('`number` takes the unit off', () => {
  it('in the unit that is named', () => {
    expect(valueOf({ number: [{ var: 'time' }, 'minute'] }, names, { time: 90 })).toBe(1.5);
    expect(valueOf({ number: [{ var: 'time' }, 'second'] }, names, { time: 90 })).toBe(90);
  });

  it('so that a power law of a time gives points', () => {
    const left: Rule = { '-': [18, { number: [{ var: 'time' }, 'second'] }] };
    const rule: Rule = { '*': [25.4347, { pow: [{ max: [0, left] }, 2] }] };
    const term = termOf(rule, names, number('points'));
    expect(printTerm(term, 'en')).toBe('25.4347 × max(0; 18 - number(time; second)) ^ 2');
  });

  it.each<[Rule, string]>([
    [{ number: [{ var: 'time' }] }, 'rule.number_form'],
    [{ number: { var: 'time' } }, 'rule.number_form'],
    [{ number: [{ var: 'time' }, 'second', 1] }, 'rule.number_form'],
    [{ number: [{ var: 'time' }, 'points'] }, 'unit.mismatch'],
    [{ number: [{ var: 'seen' }, 'second'] }, 'rule.type'],
  ])('%j is refused with `%s`', (rule, code) => {
    expect(compiled(rule, names)).toMatchObject([{ code }]);
  });
});

describe('`between` holds at both ends', () => {
  const rule: Rule = { between: [{ var: 'x' }, 1, 3] };
  it.each([
    [0.99, false],
    [1, true],
    [2, true],
    [3, true],
    [3.01, false],
  ])('%d between 1 and 3: %s', (x, expected) => {
    expect(valueOf(rule, names, { x })).toBe(expected);
  });

  it('is absent with any of its operands', () => {
    expect(valueOf(rule, names, {})).toEqual({ absent: 'missing' });
  });

  it('is printed as a chain', () => {
    expect(printTerm(termOf(rule, names), 'en')).toBe('1 ≤ x ≤ 3');
  });

  it.each<[Rule, string]>([
    [{ between: [{ var: 'x' }, 1] }, 'rule.arity'],
    [{ between: [{ var: 'seen' }, true, true] }, 'rule.no_order'],
    [{ between: [{ var: 'time' }, 1, { var: 'points' }] }, 'unit.mismatch'],
  ])('%j is refused with `%s`', (wrong, code) => {
    expect(compiled(wrong, names)).toMatchObject([{ code }]);
  });
});

describe('dates', () => {
  const elapsed: Rule = { '-': [{ var: 'ended' }, { var: 'begun' }] };

  it('the difference of two is days', () => {
    const term = termOf(elapsed, names);
    expect(term.type).toEqual(number('day'));
    expect(valueOf(elapsed, names, { begun: 100, ended: 114 })).toBe(14);
    expect(valueOf(elapsed, names, { begun: 114, ended: 100 })).toBe(-14);
    expect(valueOf(elapsed, names, { begun: 114 })).toEqual({ absent: 'missing' });
  });

  it('a literal is compared with a value, across a leap day', () => {
    const rule: Rule = { '-': [{ date: '2028-03-01' }, { date: '2028-02-28' }] };
    expect(valueOf(rule, names, {})).toBe(2);
    const late: Rule = { '>': [{ var: 'ended' }, { date: '1970-01-11' }] };
    expect(valueOf(late, names, { ended: 10 })).toBe(false);
    expect(valueOf(late, names, { ended: 11 })).toBe(true);
    expect(printTerm(termOf(late, names), 'id')).toBe('ended > 1970-01-11');
  });

  it.each<[Rule, string]>([
    [{ date: '2026-02-30' }, 'policy.date_form'],
    [{ date: 5 }, 'policy.date_form'],
    [{ '-': [{ var: 'ended' }] }, 'rule.one_date'],
    [{ '-': [{ var: 'ended' }, 3] }, 'rule.type'],
    [{ '+': [{ var: 'ended' }, { var: 'begun' }] }, 'rule.type'],
  ])('%j is refused with `%s`', (rule, code) => {
    expect(compiled(rule, names)).toMatchObject([{ code }]);
  });
});

describe('`missing` asks whether a value is not there', () => {
  it('of any of the names, without being absent itself', () => {
    const rule: Rule = { missing: ['x', 'y'] };
    expect(valueOf(rule, names, { x: 1, y: 2 })).toBe(false);
    expect(valueOf(rule, names, { x: 1 })).toBe(true);
    expect(valueOf(rule, names, { x: 1, y: { absent: 'pending' } })).toBe(true);
    expect(valueOf({ missing: 'x' }, names, {})).toBe(true);
  });

  it('what does not apply lacks nothing; what failed stays failed', () => {
    const of = (absent: 'not-applicable' | 'failed' | 'undecided') =>
      valueOf({ missing: 'x' }, names, { x: { absent } });
    expect(of('not-applicable')).toBe(false);
    expect(of('failed')).toEqual({ absent: 'failed' });
    expect(of('undecided')).toEqual({ absent: 'undecided' });
  });

  it.each<[Rule, string]>([
    [{ missing: [] }, 'rule.arity'],
    [{ missing: [1] }, 'rule.var'],
    [{ missing: 'z' }, 'name.unknown'],
  ])('%j is refused with `%s`', (rule, code) => {
    expect(compiled(rule, names)).toMatchObject([{ code }]);
  });
});
