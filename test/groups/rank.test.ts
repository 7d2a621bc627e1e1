import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../src/json.js';
import { cardOf, complaints, givenBy, planOf, points } from './samples.js';

const TIES = ['min', 'dense', 'average'] as const;
const NAMES = TIES.flatMap((ties) => [`${ties}-higher`, `${ties}-lower`]);

const staff = (more: JsonObject = {}): JsonObject => ({
  staff: { rowUnit: 'person', atMost: 3000, ifMissing: 'pending', row: { x: points(), ...more } },
});

const plan = planOf({
  tables: staff({ y: points('pending') }),
  indicators: {
    ...Object.fromEntries(
      TIES.flatMap((ties) =>
        ['higher', 'lower'].map((better) => [
          `${ties}-${better}`,
          { per: 'staff', unit: 'place', rank: { read: 'staff.x', better, ties } },
        ]),
      ),
    ),
    rescaled: {
      per: 'staff',
      unit: 'points',
      formula: { '+': [{ '*': [{ var: 'staff.x' }, 3] }, 7] },
    },
    'rescaled-place': {
      per: 'staff',
      unit: 'place',
      rank: { read: 'rescaled', better: 'higher', ties: 'average' },
    },
  },
});

const evidenceOf = (rows: readonly (number | null)[]) => ({
  tables: { staff: { columns: ['x', 'y'], rows: rows.map((x) => [x, 1]) } },
});

const placesOf = (rows: readonly (number | null)[], name: string): readonly string[] =>
  givenBy(cardOf(plan, evidenceOf(rows)), name);

const value = fc.option(fc.integer({ min: 0, max: 6 }), { freq: 6 });
const rows = fc.array(value, { maxLength: 12 });
const RUNS = { numRuns: 60 };

/** The places by their definition, counting for each row: slow, and nothing of the library's. */
const counted = (list: readonly (number | null)[], name: string): readonly string[] => {
  const [ties, better] = name.split('-');
  return list.map((own) => {
    if (own === null) return 'missing';
    const ahead = list.flatMap((each) =>
      each !== null && (better === 'higher' ? each > own : each < own) ? [each] : [],
    );
    const equal = list.filter((each) => each === own).length;
    if (ties === 'min') return String(1 + ahead.length);
    if (ties === 'dense') return String(1 + new Set(ahead).size);
    return String(1 + ahead.length + (equal - 1) / 2);
  });
};

describe('the rank of rows', () => {
  it('law, definition: every place is the one that counting gives', () => {
    fc.assert(
      fc.property(rows, (list) => {
        const card = cardOf(plan, evidenceOf(list));
        for (const name of NAMES) expect(givenBy(card, name), name).toEqual(counted(list, name));
      }),
      RUNS,
    );
  });

  it('law, order-blind: turning the rows turns the places with them', () => {
    fc.assert(
      fc.property(rows, (list) => {
        const turned = [...list].reverse();
        for (const name of NAMES)
          expect(placesOf(turned, name)).toEqual([...placesOf(list, name)].reverse());
      }),
      RUNS,
    );
  });

  it('law, invariant: an increasing transformation changes no place', () => {
    fc.assert(
      fc.property(rows, (list) => {
        const card = cardOf(plan, evidenceOf(list));
        expect(givenBy(card, 'rescaled-place')).toEqual(givenBy(card, 'average-higher'));
      }),
      RUNS,
    );
  });

  it('law, agreement: without ties every rule gives the same place', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 1000 }), { maxLength: 9 }), (list) => {
        const card = cardOf(plan, evidenceOf(list));
        expect(givenBy(card, 'dense-lower')).toEqual(givenBy(card, 'min-lower'));
        expect(givenBy(card, 'average-lower')).toEqual(givenBy(card, 'min-lower'));
      }),
      RUNS,
    );
  });

  it('law, conserved: mean places sum to n (n + 1) / 2, whatever is equal', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 4 }), { maxLength: 9 }), (list) => {
        const total = placesOf(list, 'average-higher').reduce(
          (sum, place) => sum + Number(place),
          0,
        );
        expect(total).toBe((list.length * (list.length + 1)) / 2);
      }),
      RUNS,
    );
  });

  it('compares irrational values exactly, and finds equal ones equal', () => {
    const roots = planOf({
      inputs: { one: points() },
      tables: staff(),
      indicators: {
        root: {
          per: 'staff',
          unit: 'points',
          geometric: { weights: { 'staff.x': '1/2', one: '1/2' } },
        },
        place: {
          per: 'staff',
          unit: 'place',
          rank: { read: 'root', better: 'higher', ties: 'min' },
        },
      },
    });
    const evidence = { values: { one: 1 }, tables: { staff: [2, 3, 2, 4].map((x) => ({ x })) } };
    expect(givenBy(cardOf(roots, evidence), 'place')).toEqual(['3', '2', '3', '1']);
  });

  it('shows its own value alone: the trace of a thousand places has a thousand readings', () => {
    const list = Array.from({ length: 1000 }, (_, i) => (i * 389) % 1000);
    const card = cardOf(plan, evidenceOf(list));
    const steps = card.trace.filter(({ name }) => name === 'min-higher');
    expect(steps).toHaveLength(1000);
    expect(steps.every(({ inputs }) => inputs.length === 1)).toBe(true);
    expect(givenBy(card, 'min-higher')[0]).toBe('1000');
  });

  it('no table leaves no places, and no rows none either', () => {
    expect(givenBy(cardOf(plan, {}), 'min-higher')).toEqual([]);
    expect(placesOf([], 'min-higher')).toEqual([]);
  });
});

describe('a place that rests on a row still awaited', () => {
  const waiting = planOf({
    tables: staff({
      y: points('pending'),
      late: { type: 'boolean', ifMissing: 'fail' },
    }),
    indicators: {
      place: {
        per: 'staff',
        unit: 'place',
        when: { '!': [{ var: 'staff.late' }] },
        rank: { read: 'staff.y', better: 'higher', ties: 'min' },
      },
      mean: {
        unit: 'place',
        rows: { of: 'staff', take: 'mean', read: 'place' },
        round: { places: 2, mode: 'half-up', for: 'use' },
      },
    },
    result: { score: 'mean', baseline: 1 },
  });
  const statusOn = (second: number | null): string =>
    cardOf(waiting, {
      tables: {
        staff: {
          columns: ['x', 'y', 'late'],
          rows: [
            [1, 5, false],
            [1, second, true],
          ],
        },
      },
    }).status;

  it('makes the outcome provisional, also where no place is given to that row itself', () => {
    expect(statusOn(null)).toBe('provisional');
    expect(statusOn(6)).toBe('final');
  });
});

describe('a rank that cannot be compiled', () => {
  const rank = { read: 'staff.x', better: 'higher', ties: 'min' };
  it.each([
    ['without a table', { unit: 'place', rank }, 'rank.needs_table /indicators/r/rank'],
    [
      'of a single value',
      { per: 'staff', unit: 'place', rank: { ...rank, read: 'single' } },
      'rank.not_a_column /indicators/r/rank/read',
    ],
    ['in another unit', { per: 'staff', unit: 'points', rank }, 'unit.mismatch /indicators/r/rank'],
    [
      'of an unknown name',
      { per: 'staff', unit: 'place', rank: { ...rank, read: 'staff.z' } },
      'name.unknown /indicators/r/rank/read',
    ],
  ])('%s says why', (_, r, expected) => {
    const parts = { inputs: { single: points() }, tables: staff(), indicators: { r } };
    expect(complaints(parts as unknown as JsonObject)).toEqual([expected]);
  });
});
