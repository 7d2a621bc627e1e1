import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compilePolicy, evaluate, parseEvidence, unwrap } from '../../src/index.js';
import type { Scorecard, Status, Step } from '../../src/index.js';
import type { JsonObject } from '../../src/json.js';
import { language } from './document.js';
import { evidenceFor, GAPS, WHOLE } from './evidence.js';

const plan = unwrap(compilePolicy(language));
const evidence = fc.oneof(
  evidenceFor(language, GAPS),
  evidenceFor(language, { missing: true, unusable: false }),
  evidenceFor(language, WHOLE),
);

const scorecardOf = (document: JsonObject): Scorecard =>
  evaluate(plan, unwrap(parseEvidence(plan, document)));

const absenceOf = ({ indicators }: Scorecard, name: string): string => {
  const value = indicators.find((each) => each.name === name)?.value;
  return value !== undefined && 'is' in value && 'cause' in value ? value.is : 'value';
};

/** Every step that the results were derived through, by the trace alone. */
const stepsBehind = ({ trace }: Scorecard, results: readonly string[]): readonly Step[] => {
  const open = [...results];
  const seen = new Set(open);
  const found: Step[] = [];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    for (const step of trace) {
      if (step.name !== name) continue;
      found.push(step);
      for (const input of step.inputs) {
        if (!seen.has(input.name)) open.push(input.name);
        seen.add(input.name);
      }
    }
  }
  return found;
};

describe('the status of an outcome', () => {
  const results = ['performance', 'predikat'];

  it('law, status: void exactly where a result is absent and not pending; then it has neither score nor rating', () => {
    fc.assert(
      fc.property(evidence, (document) => {
        const scorecard = scorecardOf(document);
        const absences = results.map((name) => absenceOf(scorecard, name));
        const isVoid = absences.some((each) => each !== 'value' && each !== 'pending');
        expect(scorecard.status === 'void').toBe(isVoid);
        if (!isVoid) return;
        expect(scorecard).not.toHaveProperty('score');
        expect(scorecard).not.toHaveProperty('rating');
        expect(
          scorecard.issues.some(
            ({ code, severity }) => code === 'score.no_value' && severity === 'error',
          ),
        ).toBe(true);
      }),
    );
  });

  it('law, status: otherwise provisional exactly where something that a result was derived from is pending or changed', () => {
    const seen = new Map<Status, number>();
    fc.assert(
      fc.property(evidence, (document) => {
        const scorecard = scorecardOf(document);
        seen.set(scorecard.status, (seen.get(scorecard.status) ?? 0) + 1);
        if (scorecard.status === 'void') return;
        const steps = stepsBehind(scorecard, results);
        const isPending = steps.some(
          ({ value, inputs }) =>
            value.is === 'pending' || inputs.some((each) => each.value.is === 'pending'),
        );
        const changed = scorecard.issues
          .filter(({ code }) => code === 'evidence.parameter_changes')
          .map(({ params }) => params['name']);
        const isChanged = steps.some(({ inputs }) =>
          inputs.some(({ name }) => changed.includes(name)),
        );
        expect(scorecard.status).toBe(isPending || isChanged ? 'provisional' : 'final');
      }),
      { numRuns: 150 },
    );
    expect([...seen.keys()].sort()).toEqual(['final', 'provisional', 'void']);
  });

  it('law, status: a final or provisional outcome has every result that is there', () => {
    fc.assert(
      fc.property(evidence, (document) => {
        const scorecard = scorecardOf(document);
        if (scorecard.status === 'void') return;
        expect(scorecard.score !== undefined).toBe(absenceOf(scorecard, 'performance') === 'value');
        expect(scorecard.rating !== undefined).toBe(absenceOf(scorecard, 'predikat') === 'value');
        if (scorecard.status === 'final') expect(scorecard.score).toBeDefined();
      }),
    );
  });
});

describe('the status sees what only a `where` of rows read', () => {
  const policyWith = (where: object): object => ({
    timbang: 1,
    id: 'status/where',
    version: '1.0.0',
    title: { id: 'contoh', en: 'example' },
    effective: { from: '2026-01-01' },
    parameters: { limit: { since: { '2026-01-01': 10, '2026-07-01': 20 }, unit: 'minute' } },
    tables: {
      days: {
        rowUnit: 'day',
        atMost: 10,
        ifMissing: 'fail',
        row: {
          on: { type: 'date', ifMissing: 'fail' },
          late: { type: 'integer', unit: 'minute', min: 0, max: 600, ifMissing: 'pending' },
        },
      },
    },
    indicators: {
      x: {
        unit: 'day',
        rows: { of: 'days', take: 'count', where },
        round: { places: 0, mode: 'half-up', for: 'use' },
      },
    },
    result: { score: 'x', baseline: 0 },
  });
  const outcomeOf = (where: object, document: JsonObject): Scorecard => {
    const own = unwrap(compilePolicy(policyWith(where)));
    return evaluate(own, unwrap(parseEvidence(own, document)));
  };
  const days = (...late: readonly (number | null)[]): JsonObject => ({
    tables: {
      days: {
        columns: ['on', 'late'],
        rows: late.map((minutes, i) => [i === 0 ? '2026-03-01' : '2026-08-01', minutes]),
      },
    },
  });
  const late = { var: 'days.late' };

  it('a parameter that changed within the dates makes the count provisional', () => {
    const scorecard = outcomeOf({ '>': [late, { var: 'limit' }] }, days(15, 15));
    expect(scorecard.issues.map(({ code }) => code)).toEqual(['evidence.parameter_changes']);
    expect(scorecard.status).toBe('provisional');
  });

  it('with `asOf` it is final', () => {
    const document = { ...days(15, 15), asOf: '2026-08-01' };
    expect(outcomeOf({ '>': [late, { var: 'limit' }] }, document).status).toBe('final');
  });

  it('a pending column makes the count pending', () => {
    expect(outcomeOf({ '>': [late, 5] }, days(15, null)).status).toBe('provisional');
  });

  it('the trace names what the `where` read', () => {
    const scorecard = outcomeOf({ '>': [late, { var: 'limit' }] }, days(15, 15));
    expect(scorecard.trace[0]?.inputs.map(({ name }) => name)).toContain('limit');
  });
});
