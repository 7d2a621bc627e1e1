import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compilePolicy, evaluate, parseEvidence, type Scorecard, unwrap } from '../../src/index.js';

const POINTS = { type: 'integer', unit: 'points', min: 0, max: 100, ifMissing: 'exclude' };
const MOST = 12;

const cardOf = (indicator: object, parts: object, evidence: object): Scorecard => {
  const plan = unwrap(
    compilePolicy({
      timbang: 1,
      id: 'a/trimmed',
      version: '1.0.0',
      title: { id: 'a', en: 'a' },
      effective: { from: '2026-01-01' },
      scales: { points: { worst: 0, full: 100, best: 100 } },
      indicators: {
        x: { unit: 'points', ...indicator, round: { places: 2, mode: 'half-up', for: 'use' } },
      },
      result: { score: 'x' },
      ...parts,
    }),
  );
  return evaluate(plan, unwrap(parseEvidence(plan, evidence)));
};

const asRows = (values: readonly (number | null)[], trim: string): Scorecard =>
  cardOf(
    { rows: { of: 'peers', take: 'trimmed', trim, read: 'peers.score', leaveOut: { atLeast: 0 } } },
    {
      tables: {
        peers: { rowUnit: 'peer', atMost: MOST, ifMissing: 'fail', row: { score: POINTS } },
      },
    },
    { tables: { peers: { columns: ['score'], rows: values.map((value) => [value]) } } },
  );

const nameOf = (i: number): string => `q${String(i)}`;

const asComponents = (values: readonly (number | null)[], trim: string): Scorecard => {
  const names = values.map((_, i) => nameOf(i));
  return cardOf(
    { trimmed: { of: names, trim, leaveOut: { atLeast: 0 } } },
    { inputs: Object.fromEntries(names.map((name) => [name, POINTS])) },
    { values: Object.fromEntries(names.map((name, i) => [name, values[i]])) },
  );
};

/** What each value, by its place in the list, accounts for. */
const told = ({ reasons }: Scorecard): readonly (readonly [string, string])[] =>
  reasons
    .map(({ name, row, amount }) => [row === undefined ? name : nameOf(row), amount] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));

describe('the trimmed mean of rows', () => {
  it('rows that are left out account for nothing, and of equal ones the later stay at the top', () => {
    const card = asRows([50, 70, 70, 10, 40, 10], '1/6');
    expect(card.score?.text).toBe('42.50');
    expect(told(card)).toEqual([
      ['q0', '12.5'],
      ['q2', '7.5'],
      ['q3', '22.5'],
      ['q4', '15'],
    ]);
  });

  it('law, same: rows come to what the verb `trimmed` makes of them, reason by reason', () => {
    const value = fc.option(fc.integer({ min: 0, max: 9 }).map((n) => n * 10));
    fc.assert(
      fc.property(
        fc
          .array(value, { minLength: 1, maxLength: MOST })
          .filter((values) => values.some((each) => each !== null)),
        fc.constantFrom('0', '15%', '1/3', '0.49'),
        (values, trim) => {
          const rows = asRows(values, trim);
          const components = asComponents(values, trim);
          expect(rows.indicators[0]?.value).toEqual(components.indicators[0]?.value);
          expect(rows.indicators[0]?.coverage).toBe(components.indicators[0]?.coverage);
          expect(rows.score).toEqual(components.score);
          expect(told(rows)).toEqual(told(components));
        },
      ),
    );
  });
});
