import { describe, expect, it } from 'vitest';
import { compilePolicy, evaluate, parseEvidence, unwrap } from '../../src/index.js';

const policy = (units: object | undefined, parts: object = {}) => ({
  timbang: 1,
  id: 'satuan/contoh',
  version: '1.0.0',
  title: { id: 'satuan', en: 'units' },
  effective: { from: '2026-01-01' },
  ...(units === undefined ? {} : { units }),
  scales: { points: { worst: 0, full: 100, best: 100 } },
  inputs: {
    length: { type: 'decimal', unit: 'metre', min: 0, max: 10, step: '0.01', ifMissing: 'fail' },
    width: { type: 'decimal', unit: 'cm', min: 0, max: 1000, step: 1, ifMissing: 'fail' },
  },
  indicators: {
    sum: { unit: 'cm', sum: { coefficients: { length: 1, width: 1 } } },
    area: { unit: 'cm^2', formula: { '*': [{ var: 'length' }, { var: 'width' }] } },
    longer: { formula: { '>': [{ var: 'length' }, { var: 'width' }] } },
    ratio: { unit: 'ratio', formula: { '/': [{ var: 'length' }, { var: 'width' }] } },
    score: {
      unit: 'points',
      constant: 1,
      round: { places: 0, mode: 'half-up', for: 'use' },
    },
  },
  result: { score: 'score' },
  ...parts,
});

const lengths = { metre: { is: { times: 100, of: 'cm' } }, cm: {} };

const codes = (units: object | undefined, parts: object = {}) => {
  const result = compilePolicy(policy(units, parts));
  return result.ok ? [] : result.issues.map(({ code, pointer }) => `${code} ${pointer}`);
};

describe('declared units', () => {
  const plan = unwrap(compilePolicy(policy(lengths)));
  const card = evaluate(
    plan,
    unwrap(parseEvidence(plan, { values: { length: '1.25', width: 125 } })),
  );
  const valueOf = (name: string) => card.indicators.find((each) => each.name === name)?.value;

  it.each([
    ['sum', '250'],
    ['area', '15625'],
    ['ratio', '1'],
  ])('a multiple converts exactly: %s is %s', (name, exact) => {
    expect(valueOf(name)).toMatchObject({ exact });
  });

  it('in comparisons too, and the formula shows the factor', () => {
    expect(valueOf('longer')).toEqual({ is: 'truth', truth: false });
    const rule = card.indicators.find(({ name }) => name === 'longer')?.rule.en;
    expect(rule).toBe('length > width × 0.01');
  });

  it('without them, every name is a unit of its own', () => {
    expect(codes(undefined)).toContain('unit.mismatch /indicators/longer/formula/>');
  });

  it.each<[string, object, string]>([
    ['a name that is not declared', { metre: {} }, 'unit.unknown /inputs/width/unit'],
    [
      'a multiple of a multiple',
      { ...lengths, km: { is: { times: 1000, of: 'metre' } } },
      'unit.chain /units/km/is/of',
    ],
    [
      'a multiple of itself',
      { ...lengths, x: { is: { times: 2, of: 'x' } } },
      'unit.chain /units/x/is/of',
    ],
    [
      'a multiple of nothing',
      { ...lengths, x: { is: { times: 0, of: 'cm' } } },
      'unit.factor /units/x/is/times',
    ],
    [
      'a day made of hours',
      { ...lengths, day: { is: { times: 24, of: 'hour' } } },
      'unit.reserved /units/day',
    ],
    ['a scale', { ...lengths, points: {} }, 'unit.reserved /units/points'],
    [
      'a multiple of an unknown one',
      { ...lengths, x: { is: { times: 2, of: 'y' } } },
      'unit.unknown /units/x/is/of',
    ],
    [
      'a multiple of a quotient',
      { ...lengths, x: { is: { times: 2, of: 'cm/second' } } },
      'unit.unreadable /units/x/is/of',
    ],
  ])('%s is refused', (_what, units, expected) => {
    expect(codes(units)).toContain(expected);
  });

  it('a shift of hours is a time', () => {
    const units = { ...lengths, shift: { is: { times: '7.5', of: 'hour' } } };
    const indicators = {
      ...policy(units).indicators,
      shifts: { unit: 'shift', sum: { coefficients: { worked: 1 } } },
    };
    const inputs = {
      ...policy(units).inputs,
      worked: { type: 'integer', unit: 'minute', min: 0, max: 100_000, ifMissing: 'fail' },
    };
    const shifts = unwrap(compilePolicy(policy(units, { indicators, inputs })));
    const values = { length: 1, width: 1, worked: 900 };
    const found = evaluate(shifts, unwrap(parseEvidence(shifts, { values })));
    expect(found.indicators.find(({ name }) => name === 'shifts')?.value).toMatchObject({
      exact: '2',
    });
  });
});
