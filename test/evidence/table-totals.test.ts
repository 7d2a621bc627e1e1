import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describe as describePolicy, type Scorecard } from '../../src/index.js';
import type { Json, JsonObject } from '../../src/json.js';
import { add, equal, subtract, ZERO } from '../../src/number/rational.js';
import { exact } from '../properties/evidence.js';
import { planWith, refusedFor, scorecardOf, SHOWN, valueOf } from './plans.js';

const minutes = { type: 'decimal', unit: 'minute', min: -5, max: 600, step: '0.5' } as const;

const COLUMNS = ['pending', 'excluded', 'failed', 'used', 'worked'] as const;

const policy: JsonObject = {
  cites: { sop: { text: 'SOP', support: 'interpretation' } },
  tables: {
    days: {
      rowUnit: 'day',
      atMost: 40,
      ifMissing: 'pending',
      row: {
        pending: { ...minutes, ifMissing: 'pending' },
        excluded: { ...minutes, ifMissing: 'exclude' },
        failed: { ...minutes, ifMissing: 'fail' },
        used: { ...minutes, ifMissing: { use: '7.5', cite: 'sop' } },
        worked: {
          type: 'duration',
          unit: 'minute',
          pattern: 'h:mm',
          min: 0,
          max: 600,
          step: 1,
          ifMissing: 'exclude',
        },
        note: { type: 'label', labels: ['a', 'b'], ifMissing: 'exclude' },
      },
    },
  },
  indicators: {
    count: { unit: 'day', rows: { of: 'days', take: 'count' } },
    ...Object.fromEntries(
      COLUMNS.flatMap((column) =>
        (['mean', 'sum'] as const).flatMap((take) =>
          (['none', '50%'] as const).map((atLeast) => [
            `${column}-${take}-${atLeast.replace('%', '')}`,
            {
              unit: 'hour',
              rows: {
                of: 'days',
                take,
                read: `days.${column}`,
                ...(atLeast === 'none' ? {} : { leaveOut: { atLeast } }),
              },
            },
          ]),
        ),
      ),
    ),
    score: {
      unit: 'hour',
      sum: {
        coefficients: { 'excluded-mean-50': 1, 'used-sum-none': -2, 'worked-mean-50': '1/2' },
      },
      round: { places: 3, mode: 'half-even', for: 'use' },
    },
  },
};

const plan = planWith(policy);

/** A value in half minutes; undefined where there is none. */
type Halves = number | undefined;
type Row = Readonly<Record<(typeof COLUMNS)[number], Halves>>;

const halves = (min: number, max: number, even = 1): fc.Arbitrary<Halves> =>
  fc.option(
    fc.integer({ min, max }).map((n) => n * even),
    { nil: undefined, freq: 4 },
  );

const rowArbitrary: fc.Arbitrary<Row> = fc.record({
  pending: halves(-10, 1200),
  excluded: halves(-10, 1200),
  failed: fc.oneof(
    { weight: 6, arbitrary: fc.constant(3) },
    { weight: 1, arbitrary: halves(0, 9) },
  ),
  used: halves(-10, 1200),
  worked: halves(0, 600, 2),
});

const clock = (half: number): string => {
  const total = half / 2;
  return `${String(Math.floor(total / 60))}:${String(total % 60).padStart(2, '0')}`;
};

const written = (column: string, half: number): Json =>
  column === 'worked' ? clock(half) : String(half / 2);

const asRows = (rows: readonly Row[]): Json => ({
  columns: COLUMNS,
  rows: rows.map((row) =>
    COLUMNS.map((column) => {
      const half = row[column];
      return half === undefined ? null : written(column, half);
    }),
  ),
});

const asTotals = (rows: readonly Row[], says: boolean): Json => {
  const given = COLUMNS.map((column) => {
    const values = rows.flatMap((row) => row[column] ?? []);
    return [column, values.length, values.reduce((sum, each) => sum + each, 0)] as const;
  });
  const isTold = (present: number): boolean => says || present !== rows.length;
  return {
    totals: {
      count: rows.length,
      sums: Object.fromEntries(given.map(([key, , sum]) => [key, written(key, sum)])),
      answered: Object.fromEntries(
        given.filter(([, present]) => isTold(present)).map(([key, present]) => [key, present]),
      ),
    },
  };
};

const figures = ({ status, score, rating, indicators, issues }: Scorecard): Json => ({
  status,
  score: (score ?? null) as Json,
  rating: rating ?? null,
  indicators: indicators.map(({ name, value, coverage, provenance }) => ({
    name,
    value: value as unknown as Json,
    coverage,
    provenance,
  })),
  codes: [...new Set(issues.map(({ code }) => code))].sort(),
});

describe('a table given as totals', () => {
  it('law, the same: totals of rows give what the rows give', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(fc.array(rowArbitrary, { maxLength: 12 }), fc.boolean(), (rows, says) => {
        const byRows = scorecardOf(plan, { tables: { days: asRows(rows) } });
        const byTotals = scorecardOf(plan, { tables: { days: asTotals(rows, says) } });
        const codes = ({ issues, ...card }: Scorecard): Json =>
          figures({
            ...card,
            // A label that nothing reads has no total, and so is not said to be missing.
            issues: issues.filter(({ params }) => params['name'] !== 'days.note'),
          });
        expect(codes(byTotals)).toEqual(codes(byRows));
        seen.add(byRows.status);
      }),
      { numRuns: 150 },
    );
    expect([...seen].sort()).toEqual(['final', 'void']);
  });

  it('law, attributed: the reasons sum to the shortfall', () => {
    fc.assert(
      fc.property(fc.array(rowArbitrary, { minLength: 1, maxLength: 6 }), (rows) => {
        const { score, reasons } = scorecardOf(plan, { tables: { days: asTotals(rows, true) } });
        if (score === undefined) return;
        const told = reasons.reduce((sum, { amount }) => add(sum, exact(amount)), ZERO);
        expect(equal(told, subtract(ZERO, exact(score.text)))).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('is shown in the trace as a sum of so many rows, and the rows without a value', () => {
    const days = { totals: { count: 4, sums: { excluded: 90 }, answered: { excluded: 3 } } };
    const card = scorecardOf(plan, { tables: { days } });
    expect(valueOf(card, 'excluded-mean-50')).toBe('0.5');
    expect(valueOf(card, 'excluded-mean-none')).toBe('missing');
    const [step] = card.trace.filter(({ name }) => name === 'excluded-mean-50');
    expect(step?.inputs.map(({ name, count, value }) => [name, count, value.is])).toEqual([
      ['days.excluded', 3, 'number'],
      ['days.excluded', 1, 'missing'],
    ]);
    expect([step?.coverage, step?.provenance]).toEqual(['0.75', '0']);
  });

  const base = { count: 2, sums: { excluded: 10 } };

  it.each<[string, Json, readonly string[]]>([
    [
      'a column that is no number',
      { ...base, sums: { note: 1 } },
      ['evidence.unknown_key /sums/note'],
    ],
    ['an unknown column', { ...base, answered: { x: 1 } }, ['evidence.unknown_key /answered/x']],
    ['an unknown key', { ...base, rows: [] }, ['evidence.unknown_key /rows']],
    ['no count', { sums: {} }, ['evidence.type /count']],
    ['no sums', { count: 2 }, ['evidence.type /sums']],
    ['half a row', { count: 1.5, sums: {} }, ['evidence.type /count']],
    ['too many rows', { count: 41, sums: {} }, ['evidence.type /count']],
    [
      'more answers than rows',
      { ...base, answered: { excluded: 3 } },
      ['evidence.type /answered/excluded'],
    ],
    [
      'a sum above the greatest',
      { ...base, sums: { excluded: '1200.5' } },
      ['evidence.totals_range /sums/excluded'],
    ],
    [
      'a sum below the least',
      { ...base, sums: { excluded: '-10.5' } },
      ['evidence.totals_range /sums/excluded'],
    ],
    [
      'a sum off the step',
      { ...base, sums: { excluded: '10.25' } },
      ['evidence.totals_range /sums/excluded'],
    ],
    [
      'a sum of nothing',
      { count: 0, sums: { excluded: 1 } },
      ['evidence.totals_range /sums/excluded'],
    ],
    ['a comma', { ...base, sums: { excluded: '10,5' } }, ['evidence.number /sums/excluded']],
    [
      'a number for a duration',
      { ...base, sums: { worked: 60 } },
      ['evidence.duration /sums/worked'],
    ],
    [
      'too many digits',
      { ...base, sums: { excluded: `1.${'1'.repeat(45)}` } },
      ['evidence.too_precise /sums/excluded'],
    ],
    ['nothing', null, ['evidence.type ']],
    ['rows', [], ['evidence.type ']],
  ])('is refused with %s', (_, totals, expected) => {
    expect(refusedFor(plan, { tables: { days: { totals } } })).toEqual(
      expected.map((each) => each.replace(' ', ' /tables/days/totals')),
    );
  });

  it('says in the description of a policy that it is accepted', () => {
    expect(describePolicy(plan, { language: 'en' }).text).toContain('sums and counts of rows');
  });
});

describe('totals are accepted', () => {
  const number = { type: 'integer', unit: 'minute', min: 0, max: 600, ifMissing: 'exclude' };
  const accepts = (
    indicators: JsonObject,
    row: JsonObject = {},
    inputs: JsonObject = {},
  ): boolean => {
    const own = planWith({
      inputs,
      tables: {
        days: {
          rowUnit: 'day',
          atMost: 9,
          ifMissing: 'exclude',
          row: { late: number, on: { type: 'date', ifMissing: 'exclude' }, ...row },
        },
      },
      indicators: { score: { unit: 'minute', constant: 1, round: SHOWN }, ...indicators },
    });
    const codes = refusedFor(own, { tables: { days: { totals: { count: 0, sums: {} } } } });
    expect(
      codes.length === 0 || codes.includes('evidence.totals_not_accepted /tables/days/totals'),
    ).toBe(true);
    return codes.length === 0;
  };
  const rows = (spec: JsonObject, unit = 'minute'): JsonObject => ({
    x: { unit, rows: { of: 'days', ...spec } },
  });

  it.each<[string, JsonObject]>([
    ['nothing', {}],
    ['a sum', rows({ take: 'sum', read: 'days.late' })],
    ['a mean', rows({ take: 'mean', read: 'days.late' })],
    ['a count', rows({ take: 'count' }, 'day')],
  ])('where %s is read', (_, indicators) => {
    expect(accepts(indicators)).toBe(true);
  });

  const late = { '>': [{ var: 'days.late' }, 5] };

  it.each<[string, JsonObject]>([
    ['a least', rows({ take: 'min', read: 'days.late' })],
    ['a greatest', rows({ take: 'max', read: 'days.late' })],
    ['a median', rows({ take: 'median', read: 'days.late' })],
    ['a trimmed mean', rows({ take: 'trimmed', trim: '10%', read: 'days.late' })],
    ['a last', rows({ take: 'last', read: 'days.late' })],
    ['a share', rows({ take: 'share', where: late }, 'ratio')],
    ['a conditional count', rows({ take: 'count', where: late }, 'day')],
    ['a conditional sum', rows({ take: 'sum', read: 'days.late', where: { '==': [1, 1] } })],
    ['an indicator per row', { x: { per: 'days', unit: 'minute', formula: { var: 'days.late' } } }],
    ['an indicator per row that reads none', { x: { per: 'days', unit: 'minute', constant: 1 } }],
    [
      'a sum and a least',
      {
        ...rows({ take: 'sum', read: 'days.late' }),
        y: { unit: 'minute', rows: { of: 'days', take: 'min', read: 'days.late' } },
      },
    ],
  ])('but not where %s is read', (_, indicators) => {
    expect(accepts(indicators)).toBe(false);
  });

  it('but not where a column that is read may not apply', () => {
    const strict = { '==': [{ var: 'strict' }, true] };
    const more = { some: { ...number, when: strict } };
    const inputs = { strict: { type: 'boolean', ifMissing: 'fail' } };
    expect(accepts(rows({ take: 'sum', read: 'days.some' }), more, inputs)).toBe(false);
    expect(accepts(rows({ take: 'sum', read: 'days.late' }), more, inputs)).toBe(true);
  });
});
