import { describe, expect, it } from 'vitest';
import {
  compilePolicy,
  evaluate,
  parseEvidence,
  runPolicyTests,
  score,
  ScoringError,
  unwrap,
} from '../../src/index.js';
import {
  absentHere,
  compileRead,
  defineIndicator,
  eachMember,
  isNumber,
  multiplyExact,
  rational,
  readingsOf,
  slotsOf,
  type Term,
} from '../../src/kind.js';

/** Twice a named value. */
const double = defineIndicator({
  name: 'double',
  version: 1,
  summary: { id: 'dua kali', en: 'twice' },
  source: 'the test',
  read: (body, pointer, report) => {
    if (typeof body === 'string') return body;
    report('indicator.host', pointer, { id: 'tulis sebuah nama', en: 'write a name' });
    return undefined;
  },
  reads: (name: string) => [name],
  compile: (name, pointer, context) => {
    const read = compileRead(name, pointer, context, context.declared);
    return read && context.declared && { node: read, type: context.declared };
  },
  exact: eachMember((read: Term, reader) => {
    const readings = readingsOf(slotsOf(read), reader);
    const [only] = readings;
    const cell =
      only !== undefined && isNumber(only.cell)
        ? multiplyExact(rational(2n), only.cell)
        : undefined;
    return { cell: cell ?? only?.cell ?? absentHere('missing', 'score.nothing_applies'), readings };
  }),
  describe: (read, language) =>
    `${{ id: 'dua kali', en: 'twice' }[language]} ${slotsOf(read)[0]?.name ?? ''}`,
  laws: ['total', 'increasing'],
});

const policy = {
  timbang: 1,
  id: 'host/double',
  version: '1.0.0',
  title: { id: 'uji', en: 'test' },
  effective: { from: '2026-01-01' },
  scales: { points: { worst: 0, full: 100, best: 100 } },
  inputs: { half: { type: 'integer', unit: 'points', min: 0, max: 50, ifMissing: 'fail' } },
  indicators: {
    whole: { unit: 'points', double: 'half', round: { places: 0, mode: 'half-up', for: 'use' } },
  },
  result: { score: 'whole' },
  tests: [
    { name: 'forty is twice twenty', evidence: { values: { half: 20 } }, expect: { score: 40 } },
  ],
};

const kinds = [double];

describe('a kind of a host', () => {
  it('has its value by what it read also where nobody asks for that', () => {
    const plan = unwrap(compilePolicy(policy, { kinds }));
    const evidence = unwrap(parseEvidence(plan, { values: { half: 20 } }));
    expect(score(plan, evidence)).toMatchObject({ status: 'final', score: { units: 40 } });
  });

  it('is compiled, evaluated and tested like the library’s own', () => {
    const plan = unwrap(compilePolicy(policy, { kinds }));
    expect(runPolicyTests(plan)).toMatchObject({ passed: 1, failed: 0 });
    const scorecard = evaluate(plan, unwrap(parseEvidence(plan, { values: { half: 21 } })));
    expect(scorecard.score?.text).toBe('42');
    expect(scorecard.indicators[0]?.rule).toEqual({ id: 'dua kali half', en: 'twice half' });
  });

  it('is unknown to a policy compiled without it', () => {
    const result = compilePolicy(policy);
    expect(result.ok ? [] : result.issues.map(({ code }) => code)).toContain('policy.unknown_key');
  });

  it('says in both languages what is wrong with its body', () => {
    const broken = { ...policy, indicators: { whole: { ...policy.indicators.whole, double: 7 } } };
    const result = compilePolicy(broken, { kinds });
    const found = result.ok ? [] : result.issues.filter(({ code }) => code === 'indicator.host');
    expect(found.map(({ pointer, message }) => [pointer, message])).toEqual([
      ['/indicators/whole/double', { id: 'tulis sebuah nama', en: 'write a name' }],
    ]);
  });

  it('may not take a key that means something already', () => {
    const taken = { ...double, name: 'mean' };
    expect(() => compilePolicy(policy, { kinds: [taken] })).toThrow(ScoringError);
  });
});

describe('evidence', () => {
  it('read for a plan with another order of names is refused, not misread', () => {
    const two = (names: readonly string[]) => ({
      ...policy,
      inputs: Object.fromEntries(names.map((name) => [name, policy.inputs.half])),
      indicators: {
        whole: { ...policy.indicators.whole, double: undefined, min: { of: ['half', 'other'] } },
      },
      tests: [],
    });
    const compile = (names: readonly string[]) =>
      unwrap(compilePolicy(JSON.parse(JSON.stringify(two(names)))));
    const [first, second] = [compile(['half', 'other']), compile(['other', 'half'])];
    const evidence = unwrap(parseEvidence(first, { values: { half: 1, other: 2 } }));
    expect(first.digest).toBe(second.digest);
    expect(evaluate(compile(['half', 'other']), evidence).score?.text).toBe('1');
    expect(() => evaluate(second, evidence)).toThrow(ScoringError);
  });
});
