import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compilePolicy, evaluate, parseEvidence, type Plan, unwrap } from '../../src/index.js';

const policy = (parts: object) => ({
  timbang: 1,
  id: 'kelas/parameter',
  version: '1.0.0',
  title: { id: 'parameter menurut kelas', en: 'parameters by class' },
  effective: { from: '2026-01-01' },
  scales: { points: { worst: 0, full: 100, best: 100 } },
  inputs: {
    post: { type: 'label', labels: ['structural', 'functional'], ifMissing: 'pending' },
    region: { type: 'label', labels: ['near', 'far'], ifMissing: 'fail' },
    a: { type: 'integer', unit: 'points', min: 0, max: 100, ifMissing: 'fail' },
    b: { type: 'integer', unit: 'points', min: 0, max: 100, ifMissing: 'fail' },
  },
  indicators: {
    score: {
      unit: 'points',
      mean: { weights: { a: { var: 'share' }, b: 'rest' } },
      round: { places: 2, mode: 'half-up', for: 'use' },
    },
  },
  result: { score: 'score' },
  ...parts,
});

const byPost = { share: { by: 'post', is: { structural: '60%', functional: '30%' } } };
const planOf = (parameters: object, parts: object = {}): Plan =>
  unwrap(compilePolicy(policy({ parameters, ...parts })));
const cardOf = (plan: Plan, values: object, more: object = {}) =>
  evaluate(
    plan,
    unwrap(parseEvidence(plan, { values: { a: 100, b: 0, region: 'near', ...values }, ...more })),
  );
const codes = (parameters: object, parts: object = {}) => {
  const result = compilePolicy(policy({ parameters, ...parts }));
  return result.ok ? [] : result.issues.map(({ code, pointer }) => `${code} ${pointer}`);
};

describe('a parameter by class', () => {
  const plan = planOf(byPost);

  it('has the value of the subject’s own class, and the trace names it', () => {
    expect(cardOf(plan, { post: 'structural' }).score?.text).toBe('60.00');
    const card = cardOf(plan, { post: 'functional' });
    expect(card.score?.text).toBe('30.00');
    expect(card.trace[0]?.inputs.find(({ name }) => name === 'share')).toEqual({
      name: 'share',
      value: { is: 'number', exact: '0.3', text: '0.3' },
      unit: 'ratio',
      class: 'functional',
    });
  });

  it('is absent as its class is, and the outcome with it', () => {
    const card = cardOf(plan, {});
    expect(card.status).toBe('provisional');
    expect(card.score).toBeUndefined();
  });

  it('by class and by date at once', () => {
    const dated = planOf({
      share: {
        by: 'post',
        since: {
          '2026-01-01': { structural: '60%', functional: '30%' },
          '2026-07-01': { structural: '70%', functional: '40%' },
        },
      },
    });
    const on = (asOf: string, post: string) => cardOf(dated, { post }, { asOf });
    expect(on('2026-06-30', 'structural').score?.text).toBe('60.00');
    expect(on('2026-07-01', 'functional').score?.text).toBe('40.00');
    const share = on('2026-08-01', 'structural').trace[0]?.inputs.at(-1);
    expect(share).toMatchObject({ since: '2026-07-01', class: 'structural' });
  });

  it('law, sum: weights are checked to sum to 1 for every class and date', () => {
    const shares = fc.integer({ min: 0, max: 100 }).map((n) => `${n}%`);
    fc.assert(
      fc.property(shares, shares, shares, shares, (s, f, otherS, otherF) => {
        const parameters = {
          share: { by: 'post', is: { structural: s, functional: f } },
          other: { by: 'post', is: { structural: otherS, functional: otherF } },
        };
        const indicators = {
          score: {
            ...policy({}).indicators.score,
            mean: { weights: { a: { var: 'share' }, b: { var: 'other' } } },
          },
        };
        const sums = [
          Number.parseInt(s) + Number.parseInt(otherS),
          Number.parseInt(f) + Number.parseInt(otherF),
        ];
        expect(codes(parameters, { indicators })).toEqual(
          sums.every((sum) => sum === 100) ? [] : ['weights.sum /indicators/score/mean/weights'],
        );
      }),
      { examples: [['60%', '30%', '40%', '70%']] },
    );
  });

  it('a set of weights by the same class is checked with its own value alone', () => {
    const weights = {
      structural: { a: { var: 'share' }, b: '40%' },
      functional: { a: { var: 'share' }, b: '70%' },
    };
    const indicators = { score: { ...policy({}).indicators.score, mean: { by: 'post', weights } } };
    expect(codes(byPost, { indicators })).toEqual([]);
  });

  it.each<[string, object, string]>([
    [
      'a label without a value',
      { by: 'post', is: { structural: 1 } },
      'name.label_missing /parameters/share/is',
    ],
    [
      'a label that is none',
      { by: 'post', is: { structural: 1, functional: 1, other: 1 } },
      'name.unknown_label /parameters/share/is/other',
    ],
    ['one number for all', { by: 'post', is: 1 }, 'parameter.by_form /parameters/share/is'],
    [
      'a map without a class',
      { is: { structural: 1, functional: 1 } },
      'parameter.no_by /parameters/share/is',
    ],
    [
      'a class that is a number',
      { by: 'a', is: { x: 1 } },
      'weights.by_not_label /parameters/share/by',
    ],
    [
      'a class that is no input',
      { by: 'pos', is: { x: 1 } },
      'parameter.by_unknown /parameters/share/by',
    ],
    [
      'a value outside its bounds',
      { ...byPost.share, open: { min: '40%', max: 1 } },
      'parameter.open_range /parameters/share',
    ],
    ['no value', { by: 'post' }, 'parameter.one_value /parameters/share'],
    ['no date', { since: {} }, 'parameter.one_value /parameters/share'],
  ])('%s is refused', (_what, share, expected) => {
    expect(codes({ share })).toContain(expected);
  });

  it('a class that may not apply cannot choose', () => {
    const inputs = {
      ...policy({}).inputs,
      post: { ...policy({}).inputs.post, when: { '==': [{ var: 'region' }, 'near'] } },
    };
    expect(codes(byPost, { inputs })).toEqual(['parameter.by_when /parameters/share/by']);
  });

  it('too many combinations are refused before they are tried', () => {
    const labels = Array.from({ length: 20 }, (_, i) => `l-${i}`);
    const is = Object.fromEntries(labels.map((label) => [label, 0]));
    const names = ['k', 'l', 'm'];
    const inputs = {
      ...policy({}).inputs,
      ...Object.fromEntries(
        names.map((name) => [name, { type: 'label', labels, ifMissing: 'fail' }]),
      ),
    };
    const parameters = Object.fromEntries(names.map((name) => [`p-${name}`, { by: name, is }]));
    expect(codes({ ...byPost, ...parameters }, { inputs })).toEqual([
      'parameter.many_classes /parameters',
    ]);
  });
});
