import { examplesOf } from './examples.js';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { IndicatorLaw } from '../../src/indicator/contract.js';
import * as kinds from '../../src/indicator/kinds.js';
import { compilePolicy, unwrap } from '../../src/index.js';
import type { Scorecard } from '../../src/index.js';
import { issueCatalogue } from '../../src/catalogue.js';
import type { Json, JsonObject } from '../../src/json.js';
import { exactText } from '../../src/number/decimal.js';
import {
  absolute,
  compare,
  divide,
  equal,
  floor,
  maximum,
  minimum,
  multiply,
  ONE,
  rational,
  type Rational,
  sum,
} from '../../src/number/rational.js';
import { isObject, shuffled, valueAt } from '../properties/document.js';
import { evidenceFor, exact, GAPS, WHOLE } from '../properties/evidence.js';
import {
  asGiven,
  type Bench,
  benches,
  boundsOf,
  componentsOf,
  factorOf,
  lastPlace,
  outcomeOf,
  scorecardOf,
  shortfallOf,
  valueOf,
  valuesOf,
} from './bench.js';

const RUNS = 60;

/** Kinds for which nothing more than `total` holds whatever the policy says, and why. */
const TOTAL_ALONE: Readonly<Record<string, string>> = {
  achievement: 'falls where lower is better and is held only by a cap; a ratio has no parts',
  constant: 'reads nothing: its tails alone change it',
  formula: 'may be any rule, falling as well as rising, and of any type',
  lookup: 'its entries may be labels or numbers, in any order',
  matrix: 'gives labels, and its cells may be in any order',
  rate: 'gives labels, and a guard may lower one as the value rises',
  slot: 'never has a value',
};

/** One law on one example: the property, and how many runs it said something about. */
type Law = (bench: Bench) => { readonly property: fc.IRawProperty<unknown>; told: () => number };

const told = <T>(
  drawn: fc.Arbitrary<T>,
  holds: (value: T) => boolean,
): { readonly property: fc.IRawProperty<unknown>; told: () => number } => {
  let count = 0;
  return {
    property: fc.property(drawn, (value) => {
      if (holds(value)) count += 1;
    }),
    told: () => count,
  };
};

/** The inputs with numbers that `x` itself reads. */
const numericInputs = ({ kind, example, policy }: Bench): readonly string[] =>
  kind.reads(example.indicator[kind.name]).filter((name) => {
    const type = policy.inputs?.[name]?.type;
    return type === 'decimal' || type === 'integer';
  });

const withValues = (evidence: JsonObject, values: JsonObject): JsonObject => ({
  ...evidence,
  values: {
    ...(isObject(evidence['values']) ? evidence['values'] : {}),
    ...values,
  },
});

/** The number that evidence gives the input `name`, as it is written. */
const givenNumber = (evidence: JsonObject, name: string): number | string => {
  const value = valueAt(evidence, `/values/${name}`);
  if (typeof value === 'number' || typeof value === 'string') return value;
  throw new TypeError(`${name} was drawn without a value`);
};

/** The same rows in another order, and where a list of names has no order of meaning, those too. */
const withRowsTurned = (evidence: JsonObject): JsonObject => {
  const turn = (table: Json): Json => {
    if (Array.isArray(table)) return [...(table as readonly Json[])].reverse();
    if (!isObject(table) || !Array.isArray(table['rows'])) return table;
    return { ...table, rows: [...(table['rows'] as readonly Json[])].reverse() };
  };
  const section = (key: string): JsonObject => {
    const tables = evidence[key];
    if (!isObject(tables)) return {};
    return {
      [key]: Object.fromEntries(Object.entries(tables).map(([name, table]) => [name, turn(table)])),
    };
  };
  return { ...evidence, ...section('tables'), ...section('panels') };
};

const withListsTurned = (policy: Bench['policy']): Bench['policy'] => {
  const { x } = policy.indicators;
  const turned = Object.entries(x ?? {}).map(([key, body]: [string, unknown]) =>
    isObject(body) && Array.isArray(body['of'])
      ? [key, { ...body, of: (body['of'] as readonly string[]).toReversed() }]
      : [key, body],
  );
  return {
    ...policy,
    indicators: { ...policy.indicators, x: Object.fromEntries(turned) },
  } as unknown as Bench['policy'];
};

/** Half of it whole: a row that must be there would leave most of the rest without a value. */
const anyEvidence = (policy: Bench['policy']): fc.Arbitrary<JsonObject> =>
  fc.oneof(evidenceFor(policy, GAPS), evidenceFor(policy, WHOLE));

const sumOfReasons = (scorecard: Scorecard): Rational =>
  sum(scorecard.reasons.map(({ amount }) => exact(amount)));

const LAWS: Readonly<Record<IndicatorLaw, Law>> = {
  total: ({ policy, plan, example }) =>
    told(anyEvidence(policy), (evidence) => {
      for (const value of valuesOf(scorecardOf(plan(), evidence, example.cohort), 'x')) {
        if (!('cause' in value)) continue;
        expect(valueAt(policy, value.cause), `${value.is} because of ${value.cause}`).toBeDefined();
        expect(value.cause).not.toBe('');
        expect(Object.hasOwn(issueCatalogue, value.code)).toBe(true);
      }
      return true;
    }),

  internal: ({ policy, plan }) =>
    told(anyEvidence(policy), (evidence) => {
      const scorecard = scorecardOf(plan(), evidence);
      const value = boundsOf(valueOf(scorecard, 'x'));
      const components = componentsOf(scorecard, policy, evidence);
      const [first] = components;
      if (value === undefined || first === undefined) return false;
      const least = components.map(({ low }) => low).reduce(minimum);
      const greatest = components.map(({ high }) => high).reduce(maximum);
      expect(compare(least, value.high)).toBeLessThanOrEqual(0);
      expect(compare(value.low, greatest)).toBeLessThanOrEqual(0);
      return true;
    }),

  increasing: (bench) => {
    const { policy, plan, example } = bench;
    const names = numericInputs(bench);
    const drawn = fc.record({
      evidence: evidenceFor(policy, { missing: true, unusable: false }),
      one: evidenceFor(policy, WHOLE),
      other: evidenceFor(policy, WHOLE),
      name: fc.constantFrom(...names),
    });
    return told(drawn, ({ evidence, one, other, name }) => {
      const pair = [one, other].map((each) => givenNumber(each, name));
      pair.sort((a, b) => compare(exact(a), exact(b)));
      const [low, high] = pair.map((value) =>
        boundsOf(
          valueOf(
            scorecardOf(plan(), withValues(evidence, { [name]: value }), example.cohort),
            'x',
          ),
        ),
      );
      if (low === undefined || high === undefined) return false;
      expect(compare(low.low, high.high), `${name} from ${pair.join(' to ')}`).toBeLessThanOrEqual(
        0,
      );
      return true;
    });
  },

  idempotent: (bench) => {
    const { policy, plan } = bench;
    const names = numericInputs(bench);
    return told(evidenceFor(policy, WHOLE), (evidence) => {
      const drawn = names.map((name) =>
        multiply(exact(givenNumber(evidence, name)), factorOf(name, policy)),
      );
      // The least of them, for it fits in the bounds of every input of an example.
      const least = drawn.reduce(minimum);
      const isOneUnit = names.every((name) => equal(factorOf(name, policy), ONE));
      const same = isOneUnit ? least : rational(floor(least));
      const equals = names.map((name) => {
        const own = divide(same, factorOf(name, policy));
        return [name, exactText(own ?? same)] as const;
      });
      const scorecard = scorecardOf(plan(), withValues(evidence, Object.fromEntries(equals)));
      expect(scorecard.issues).toEqual([]);
      expect(boundsOf(valueOf(scorecard, 'x'))).toEqual({ low: same, high: same });
      return true;
    });
  },

  'order-blind': ({ policy, plan }) => {
    const drawn = fc.record({ evidence: anyEvidence(policy), seed: fc.integer() });
    return told(drawn, ({ evidence, seed }) => {
      const other = unwrap(compilePolicy(shuffled(withListsTurned(policy), seed)));
      const turned = shuffled(withRowsTurned(evidence), seed);
      const before = scorecardOf(plan(), evidence);
      const after = scorecardOf(other, turned);
      expect(asGiven(valueOf(after, 'x'))).toBe(asGiven(valueOf(before, 'x')));
      expect(after.score).toEqual(before.score);
      return true;
    });
  },

  attributed: ({ policy, plan, example }) =>
    told(anyEvidence(policy), (evidence) => {
      const scorecard = scorecardOf(plan(), evidence, example.cohort);
      if (scorecard.score === undefined) return false;
      const residual = scorecard.reasons.find(
        ({ pointer }) => pointer === '/indicators/score/round',
      );
      expect(equal(sumOfReasons(scorecard), shortfallOf(scorecard))).toBe(true);
      const left = absolute(exact(residual?.amount ?? '0'));
      expect(compare(left, lastPlace(scorecard)), `residual ${residual?.amount}`).toBe(-1);
      return true;
    }),

  bounded: ({ policy, plan, example }) => {
    const { unit } = example.indicator;
    const scale = policy.scales?.[typeof unit === 'string' ? unit : ''];
    if (scale === undefined || 'labels' in scale) throw new TypeError('bounds need a scale');
    return told(anyEvidence(policy), (evidence) => {
      const value = boundsOf(valueOf(scorecardOf(plan(), evidence, example.cohort), 'x'));
      if (value === undefined) return false;
      expect(compare(value.high, exact(scale.worst))).toBeGreaterThanOrEqual(0);
      expect(compare(value.low, exact(scale.best))).toBeLessThanOrEqual(0);
      return true;
    });
  },
};

const SENTENCES: Readonly<Record<IndicatorLaw, string>> = {
  total: 'any evidence gives a value or an absence with a cause in the policy',
  internal: 'the value lies between the least and the greatest component',
  increasing: 'raising an input never lowers the value',
  idempotent: 'equal components give that value',
  'order-blind': 'the order of keys and rows does not matter',
  attributed:
    'the reasons sum exactly to the baseline less the score, the rounding less than its last place',
  bounded: 'the value never leaves the ends of its scale',
};

describe('every kind of indicator', () => {
  it('has examples, a source, a summary and a sentence in both languages', () => {
    for (const kind of Object.values(kinds)) {
      expect(examplesOf(kind).length, kind.name).toBeGreaterThan(0);
      expect(kind.source).not.toBe('');
      for (const text of [kind.summary, ...examplesOf(kind).map(({ title }) => title)]) {
        expect(text.id).not.toBe('');
        expect(text.en).not.toBe(text.id);
      }
    }
  });

  it('is total', () => {
    expect(Object.values(kinds).filter(({ laws }) => !laws.includes('total'))).toEqual([]);
  });

  it('obeys more laws than `total`, or there is a reason why not', () => {
    const alone = Object.values(kinds).filter(({ laws }) => laws.length === 1);
    expect(alone.map(({ name }) => name).sort()).toEqual(Object.keys(TOTAL_ALONE).sort());
  });
});

it('the least of equal components is the first named', () => {
  const bench = benches.find(({ kind }) => kind.name === 'min');
  const evidence = { values: { speed: 70, accuracy: 70 } };
  const chosen = [bench?.policy, bench && withListsTurned(bench.policy)].map((policy) => {
    const { indicators } = scorecardOf(unwrap(compilePolicy(policy)), evidence);
    return indicators.find(({ name }) => name === 'x')?.chose;
  });
  expect(chosen).toEqual(['speed', 'accuracy']);
});

describe.each(benches)('$name', (bench) => {
  const { plan, example, kind, policy } = bench;

  it('compiles without a warning', () => {
    expect(plan().warnings).toEqual([]);
  });

  it(`gives ${example.gives}`, () => {
    const scorecard = scorecardOf(plan(), example.evidence, example.cohort);
    expect(valuesOf(scorecard, 'x').map(asGiven).join(', ')).toBe(example.gives);
  });

  it('is described by a sentence in each language that names what it reads', () => {
    const member = plan().layout.indicators.find(({ name }) => name === 'x');
    for (const language of ['id', 'en'] as const) {
      const sentence = kind.describe(member?.node, language);
      expect(sentence).not.toMatch(/undefined|\[object/);
      for (const name of kind.reads(example.indicator[kind.name])) expect(sentence).toContain(name);
    }
  });

  it('law, traced: the step shows every input as the evidence gave it', () => {
    fc.assert(
      fc.property(evidenceFor(policy, WHOLE), (evidence) => {
        for (const { inputs } of scorecardOf(plan(), evidence).trace) {
          for (const { name, value } of inputs) {
            const given = valueAt(evidence, `/values/${name}`);
            if (value.is !== 'number' || given === undefined) continue;
            expect(value.exact, name).toBe(exactText(exact(givenNumber(evidence, name))));
          }
        }
      }),
      { numRuns: RUNS / 3 },
    );
  });

  it('law, lean: the outcome without readings is the outcome with them', () => {
    fc.assert(
      fc.property(anyEvidence(policy), (evidence) => {
        const scorecard = scorecardOf(plan(), evidence, example.cohort);
        const outcome = outcomeOf(plan(), evidence, example.cohort);
        expect(scorecard).toMatchObject(outcome);
        expect(scorecard.score).toEqual(outcome.score);
        expect(scorecard.rating).toBe(outcome.rating);
      }),
      { numRuns: RUNS / 3 },
    );
  });

  const laws = new Set([...kind.laws, ...(example.laws ?? [])]);
  it.each([...laws].map((law) => [law, SENTENCES[law]] as const))('law, %s: %s', (law) => {
    const { property, told: count } = LAWS[law](bench);
    void fc.assert(property, { numRuns: RUNS });
    if (example.gives !== 'not-applicable' || law === 'total') {
      expect(count(), 'runs in which there was a value').toBeGreaterThan(RUNS / 20);
    }
  });
});
