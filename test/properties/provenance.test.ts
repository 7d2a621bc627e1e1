import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compilePolicy, evaluate, parseEvidence, type Scorecard, unwrap } from '../../src/index.js';
import type { Json, JsonObject } from '../../src/json.js';
import { compare } from '../../src/number/rational.js';
import { isObject, language, languageText } from './document.js';
import { evidenceFor, exact, GAPS } from './evidence.js';

const RUNS = 80;

const plan = unwrap(compilePolicy(languageText));

const scorecardOf = (document: JsonObject): Scorecard =>
  evaluate(plan, unwrap(parseEvidence(plan, document)));

/** What becomes of a value that is given, and of a form; by how many were met before. */
interface Telling {
  readonly value: (value: Json, count: number) => Json;
  readonly rater: (count: number) => Json;
}

type Rows = { readonly columns: readonly string[]; readonly rows: readonly (readonly Json[])[] };

/** The same evidence, its values telling where they come from. */
const told = (document: JsonObject, { value, rater }: Telling): JsonObject => {
  let count = 0;
  const each = (given: Json): Json => value(given, count++);
  const members = (object: unknown, change: (given: Json) => Json): JsonObject =>
    Object.fromEntries(
      Object.entries((object ?? {}) as JsonObject).map(([key, given]) => [key, change(given)]),
    );
  const table = (given: Json): Json => {
    if (given === null) return null;
    if (Array.isArray(given)) return given.map((row: Json) => members(row, each));
    const { columns, rows } = given as unknown as Rows;
    return { columns, rows: rows.map((row) => row.map(each)) };
  };
  const panel = (given: Json): Json => {
    if (given === null) return null;
    if (Array.isArray(given))
      return given.map((form: Json) => ({ ...(form as JsonObject), rater: rater(count++) }));
    const { columns, rows } = given as unknown as Rows;
    return { columns: [...columns, 'rater'], rows: rows.map((row) => [...row, rater(count++)]) };
  };
  return {
    ...document,
    values: members(document['values'], each),
    tables: members(document['tables'], table),
    panels: members(document['panels'], panel),
  };
};

const wholly: Telling = {
  value: (value) => ({ value, by: 'simpeg' }),
  rater: (count) => `r${String(count)}`,
};

/** Some values say something, by the bits of a seed. */
const partly = (seed: number): Telling => ({
  value: (value, count) => {
    const choice = (seed >>> (count % 29)) & 3;
    const says: readonly Json[] = [
      value,
      { value },
      { value, by: 'simpeg' },
      { value, record: `sk-${String(count)}` },
    ];
    return says[choice] ?? value;
  },
  rater: (count) => (((seed >>> (count % 30)) & 1) === 1 ? `r${String(count)}` : null),
});

const measures = (scorecard: Scorecard) => [...scorecard.trace, ...scorecard.indicators];

/** A scorecard without what evidence says of its origins. */
const plain = (given: unknown): unknown => {
  if (Array.isArray(given)) return given.map(plain);
  if (!isObject(given)) return given;
  return Object.fromEntries(
    Object.entries(given)
      .filter(([key]) => key !== 'source' && key !== 'provenance')
      .map(([key, value]) => [key, plain(value)]),
  );
};

/** Issues of an observation point at its `value`. */
const withoutIssues = ({ issues, ...scorecard }: Scorecard): unknown =>
  plain({ ...scorecard, codes: issues.map(({ code }) => code) });

const evidence = evidenceFor(language, GAPS);
const seeds = fc.integer({ min: 0, max: 2 ** 31 - 1 });

describe('provenance over the whole pipeline', () => {
  it('law, bounded: it is never more than the coverage', () => {
    let between = 0;
    fc.assert(
      fc.property(evidence, seeds, (document, seed) => {
        for (const { coverage, provenance } of measures(
          scorecardOf(told(document, partly(seed))),
        )) {
          expect(compare(exact(provenance), exact(coverage))).not.toBe(1);
          between += provenance !== '0' && provenance !== coverage ? 1 : 0;
        }
      }),
      { numRuns: RUNS },
    );
    expect(between).toBeGreaterThan(RUNS);
  });

  it('law, whole: where every value and every form says where it comes from, it is the coverage', () => {
    fc.assert(
      fc.property(evidence, (document) => {
        for (const { coverage, provenance } of measures(scorecardOf(told(document, wholly))))
          expect(provenance).toBe(coverage);
      }),
      { numRuns: RUNS },
    );
  });

  it('law, without effect: it changes no score, rating, status, value or reason', () => {
    fc.assert(
      fc.property(evidence, seeds, (document, seed) => {
        const bare = withoutIssues(scorecardOf(document));
        expect(withoutIssues(scorecardOf(told(document, partly(seed))))).toEqual(bare);
        expect(withoutIssues(scorecardOf(told(document, wholly)))).toEqual(bare);
      }),
      { numRuns: RUNS / 2 },
    );
  });
});
