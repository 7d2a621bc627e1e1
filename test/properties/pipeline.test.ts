import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compilePolicy, evaluate, parseEvidence, score, unwrap } from '../../src/index.js';
import type { Outcome, Plan, Scorecard } from '../../src/index.js';
import type { ResultValue } from '../../src/evaluate/scorecard.js';
import { issueCatalogue } from '../../src/catalogue.js';
import type { Json, JsonObject } from '../../src/json.js';
import {
  absolute,
  compare,
  equal,
  ONE,
  rational,
  subtract,
  sum,
} from '../../src/number/rational.js';
import type { Policy } from '../../src/policy/policy.js';
import { frozen, isObject, language, languageText, shuffled, valueAt, where } from './document.js';
import { evidenceFor, exact, GAPS, WHOLE } from './evidence.js';

const RUNS = 100;

const plan = unwrap(compilePolicy(languageText));
const anyEvidence = evidenceFor(language, GAPS);
const someEvidence = fc.oneof(
  { weight: 3, arbitrary: anyEvidence },
  { weight: 1, arbitrary: evidenceFor(language, { missing: true, unusable: false }) },
  { weight: 1, arbitrary: evidenceFor(language, WHOLE) },
);

const scorecardOf = (document: JsonObject, of: Plan = plan): Scorecard =>
  evaluate(of, unwrap(parseEvidence(of, document)));

const outcomeIn = ({ status, score: given, rating, issues }: Scorecard): Outcome => ({
  status,
  ...(given === undefined ? {} : { score: given }),
  ...(rating === undefined ? {} : { rating }),
  issues,
});

const valuesOf = (value: ResultValue | readonly ResultValue[]): readonly ResultValue[] =>
  'is' in value ? [value] : value;

/** A value without where its absence began. */
const withoutCause = (value: ResultValue): object => ('cause' in value ? { is: value.is } : value);

/** What a scorecard says of each indicator, by name: what it is, how far it rests on evidence, with which weights. */
const figuresOf = (scorecard: Scorecard, show: (value: ResultValue) => object = withoutCause) =>
  Object.fromEntries(
    scorecard.indicators.map(({ name, value, coverage, weights = {}, adjustments = [] }) => [
      name,
      {
        values: valuesOf(value).map(show),
        coverage,
        weights,
        changes: adjustments.map(({ id, change }) => ({ id, change })),
      },
    ]),
  );

const resultsOf = ({ status, score: given, rating, reasons }: Scorecard): object => ({
  status,
  given,
  rating,
  reasons: reasons.map(({ name, row, amount }) => ({ name, row, amount })),
});

describe('the worked example', () => {
  it('compiles without a warning and gives what its own test expects', () => {
    expect(plan.warnings).toEqual([]);
    const [test] = language.tests ?? [];
    const scorecard = scorecardOf(test?.evidence ?? {});
    expect(scorecard.score?.text).toBe(test?.expect.score);
    expect(scorecard.rating).toBe(test?.expect.rating);
    for (const [name, wanted] of Object.entries(test?.expect.indicators ?? {})) {
      const value = scorecard.indicators.find((each) => each.name === name)?.value;
      expect(value, name).toMatchObject({ is: 'number', exact: String(wanted) });
    }
  });

  it('is the same plan as text and as a parsed value', () => {
    expect(unwrap(compilePolicy(language)).digest).toBe(plan.digest);
  });
});

describe('over the whole pipeline', () => {
  it('law, one outcome: `score` equals the outcome of `evaluate`', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(someEvidence, (document) => {
        const evidence = unwrap(parseEvidence(plan, document));
        const outcome = score(plan, evidence);
        seen.add(outcome.status);
        expect(outcome).toEqual(outcomeIn(evaluate(plan, evidence)));
      }),
      { numRuns: RUNS },
    );
    expect([...seen].sort()).toEqual(['final', 'provisional', 'void']);
  });

  it('law, order-blind: the order of keys in policy and evidence changes no value', () => {
    fc.assert(
      fc.property(someEvidence, fc.integer(), (document, seed) => {
        const other = unwrap(compilePolicy(shuffled(language, seed)));
        expect(other.digest).toBe(plan.digest);
        const before = scorecardOf(document);
        const after = scorecardOf(shuffled(document, seed), other);
        expect(figuresOf(after)).toEqual(figuresOf(before));
        expect(resultsOf(after)).toEqual(resultsOf(before));
      }),
      { numRuns: RUNS / 2 },
    );
  });

  it('law, order-blind: equal digests give equal causes of what is absent', () => {
    fc.assert(
      fc.property(someEvidence, fc.integer(), (document, seed) => {
        const other = unwrap(compilePolicy(shuffled(language, seed)));
        const show = (value: ResultValue): object => value;
        expect(figuresOf(scorecardOf(document, other), show)).toEqual(
          figuresOf(scorecardOf(document), show),
        );
      }),
      { numRuns: RUNS / 2 },
    );
  });

  it('law, pure: plan, policy and evidence are untouched, though nothing could change them', () => {
    const document = frozen(structuredClone(language));
    fc.assert(
      fc.property(someEvidence, (given) => {
        const own = unwrap(compilePolicy(document));
        const before = JSON.stringify(given);
        const evidence = frozen(unwrap(parseEvidence(own, frozen(given))));
        expect(score(own, evidence).status).toBe(evaluate(own, evidence).status);
        expect(JSON.stringify(given)).toBe(before);
      }),
      { numRuns: RUNS / 5 },
    );
    expect(document).toEqual(language);
  });

  it('law, re-entrant: evaluations between and after each other give the same bytes', () => {
    fc.assert(
      fc.property(someEvidence, someEvidence, (one, other) => {
        const a = unwrap(parseEvidence(plan, one));
        const b = unwrap(parseEvidence(plan, other));
        const first = JSON.stringify(evaluate(plan, a));
        evaluate(plan, b);
        expect(JSON.stringify(evaluate(plan, a))).toBe(first);
        expect(JSON.stringify(scorecardOf(one, unwrap(compilePolicy(language))))).toBe(first);
      }),
      { numRuns: RUNS / 4 },
    );
  });

  it('law, attributed: the reasons sum exactly to baseline less score, the rounding less than its last place', () => {
    let told = 0;
    fc.assert(
      fc.property(someEvidence, (document) => {
        const { score: given, baseline, reasons } = scorecardOf(document);
        if (given === undefined) {
          expect(reasons).toEqual([]);
          return;
        }
        told += 1;
        const shortfall = subtract(exact(baseline ?? ''), exact(given.text));
        expect(equal(sum(reasons.map(({ amount }) => exact(amount))), shortfall)).toBe(true);
        const own = reasons.find(({ pointer }) => pointer === '/indicators/performance/round');
        expect(compare(absolute(exact(own?.amount ?? '0')), rational(1n, 100n))).toBe(-1);
        for (const { pointer } of reasons)
          expect(valueAt(language, pointer), pointer).toBeDefined();
      }),
      { numRuns: RUNS },
    );
    expect(told).toBeGreaterThan(RUNS / 10);
  });

  it('law, plain: a scorecard is JSON, and its units are its text', () => {
    fc.assert(
      fc.property(someEvidence, (document) => {
        const scorecard = scorecardOf(document);
        expect(JSON.parse(JSON.stringify(scorecard))).toStrictEqual(scorecard);
        const { score: given } = scorecard;
        if (given === undefined) return;
        expect(Number.isSafeInteger(given.units)).toBe(true);
        expect(exact(given.text)).toEqual(
          rational(BigInt(given.units), 10n ** BigInt(given.places)),
        );
      }),
      { numRuns: RUNS },
    );
  });

  it('law, explained: every absence has a cause in the policy, every weight used is part of 1', () => {
    fc.assert(
      fc.property(someEvidence, (document) => {
        const scorecard = scorecardOf(document);
        const steps = scorecard.trace.flatMap(({ inputs, derived, value }) => [
          derived,
          value,
          ...inputs.map((each) => each.value),
        ]);
        const values = scorecard.indicators.flatMap(({ value }) => valuesOf(value));
        for (const value of [...steps, ...values]) {
          if (!('cause' in value)) continue;
          expect(valueAt(language, value.cause), value.cause).toBeDefined();
          expect(Object.hasOwn(issueCatalogue, value.code), value.code).toBe(true);
        }
        for (const { weights } of scorecard.indicators) {
          if (weights === undefined) continue;
          expect(equal(sum(Object.values(weights).map(exact)), ONE)).toBe(true);
        }
        for (const { coverage } of scorecard.trace) {
          expect(compare(exact(coverage), rational(0n))).toBeGreaterThanOrEqual(0);
          expect(compare(exact(coverage), ONE)).toBeLessThanOrEqual(0);
        }
      }),
      { numRuns: RUNS },
    );
  });

  it('law, closed: what the policy does not declare is refused, wherever it stands', () => {
    const places = ['', '/values', '/tables', '/panels'];
    fc.assert(
      fc.property(evidenceFor(language, WHOLE), fc.constantFrom(...places), (document, place) => {
        const extra = structuredClone(document);
        const around = valueAt(extra, place) as Record<string, unknown>;
        around['unheard-of'] = 1;
        const read = parseEvidence(plan, extra);
        expect(read.ok ? [] : read.issues.map(where)).toEqual([
          `evidence.unknown_key ${place}/unheard-of`,
        ]);
      }),
      { numRuns: RUNS / 2 },
    );
  });

  it('law, closed: a column that the policy does not declare is refused', () => {
    const rows = { columns: ['done', 'target', 'extra'], rows: [[1, 2, 3]] };
    const inColumns = parseEvidence(plan, { tables: { tasks: rows } });
    expect(inColumns.ok ? [] : inColumns.issues.map(where)).toEqual([
      'evidence.unknown_key /tables/tasks/columns/2',
    ]);
    const inObjects = parseEvidence(plan, {
      tables: { tasks: [{ done: 1 }, { target: 2, extra: 3 }] },
    });
    expect(inObjects.ok ? [] : inObjects.issues.map(where)).toEqual([
      'evidence.unknown_key /tables/tasks/1/extra',
    ]);
  });

  it('law, blind to names: renaming every indicator changes no score', () => {
    const names = Object.keys(language.indicators);
    fc.assert(
      fc.property(someEvidence, fc.integer({ min: 1, max: 99 }), (document, salt) => {
        const other = (name: string): string => `n${(name.length * salt) % 97}-${name}-${salt}`;
        const renamed = unwrap(compilePolicy(renameIndicators(language, names, other)));
        const before = scorecardOf(document);
        const after = scorecardOf(document, renamed);
        expect(after.score).toEqual(before.score);
        expect(after.rating).toBe(before.rating);
        expect(after.status).toBe(before.status);
        for (const name of names) {
          const mine = before.indicators.find((each) => each.name === name)?.value ?? [];
          const its = after.indicators.find((each) => each.name === other(name))?.value ?? [];
          expect(valuesOf(its).map(withoutCause)).toEqual(valuesOf(mine).map(withoutCause));
        }
      }),
      { numRuns: RUNS / 2 },
    );
  });
});

/** Where an indicator's name stands as text: under these keys. */
const NAMING = new Set(['var', 'read', 'actual', 'score', 'rating', 'rows', 'columns', 'by', 'of']);
/** Objects whose keys are names of what is read. */
const NAMED = new Set(['indicators', 'weights', 'coefficients']);

/** The same policy, every indicator under another name. */
const renameIndicators = (
  policy: Policy & JsonObject,
  names: readonly string[],
  other: (name: string) => string,
): Json => {
  const rename = (value: Json, key: string, isMap: boolean): Json => {
    if (typeof value === 'string')
      return NAMING.has(key) && names.includes(value) ? other(value) : value;
    if (Array.isArray(value)) return value.map((each: Json) => rename(each, key, false));
    if (!isObject(value)) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, each]) => [
        isMap && names.includes(name) ? other(name) : name,
        // The sets of weights by label are themselves maps of names.
        rename(each, name, NAMED.has(name) || (key === 'weights' && isMap && isObject(each))),
      ]),
    );
  };
  const named = { indicators: policy.indicators, result: policy.result } as unknown as JsonObject;
  return { ...(policy as JsonObject), ...(rename(named, '', false) as JsonObject), tests: [] };
};
