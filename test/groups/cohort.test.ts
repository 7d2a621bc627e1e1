import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { frozenBySlot } from '../../src/evaluate/read-cohort.js';
import { runExactly } from '../../src/evaluate/run.js';
import {
  auditRecord,
  type Cohort,
  evaluate,
  freezeCohort,
  parseCohort,
  parseEvidence,
  type Plan,
  score,
  ScoringError,
  unwrap,
  verify,
} from '../../src/index.js';
import { digest, type Json, type JsonObject } from '../../src/json.js';
import { compareExact, type Exact, sumExact } from '../../src/number/exact.js';
import {
  compare,
  divide,
  HUNDRED,
  ONE,
  rational,
  subtract,
  sum,
  ZERO,
} from '../../src/number/rational.js';
import { isNumber } from '../../src/slot.js';
import { pointersInto, resealed, withValue } from '../audit/alter.js';
import { exact } from '../properties/evidence.js';
import { cardOf, complaints, givenBy, planOf, points, said, written } from './samples.js';

const among = (take: string, more: JsonObject, unit: string): JsonObject => ({
  unit,
  cohort: { read: 'x', take, ...more },
});

const INDICATORS: JsonObject = {
  z: among('z', { sd: 'population' }, 'ratio'),
  's-z': among('z', { sd: 'sample' }, 'ratio'),
  min: among('rank', { better: 'higher', ties: 'min' }, 'place'),
  dense: among('rank', { better: 'higher', ties: 'dense' }, 'place'),
  average: among('rank', { better: 'higher', ties: 'average' }, 'place'),
  low: among('rank', { better: 'lower', ties: 'min' }, 'place'),
  below: among('percentile', { count: 'below' }, 'ratio'),
  'at-or-below': among('percentile', { count: 'at-or-below' }, 'ratio'),
  middle: among('percentile', { count: 'middle' }, 'ratio'),
  ends: among('min-max', { better: 'higher', clip: true }, 'points'),
  reversed: among('min-max', { better: 'lower', clip: false }, 'points'),
};

const plan = planOf({ inputs: { x: points() }, indicators: INDICATORS });

const read = (of: Plan, x: number | string | null, subject?: string) =>
  unwrap(parseEvidence(of, { ...(subject === undefined ? {} : { subject }), values: { x } }));

const frozen = (xs: readonly (number | string | null)[], of = plan): Cohort =>
  freezeCohort(
    of,
    xs.map((x) => read(of, x)),
  );

const givenIn = (cohort: Cohort, x: number, name: string): string =>
  givenBy(evaluate(plan, read(plan, x), { cohort }), name)[0] ?? '';

const xs = fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 1, maxLength: 9 });
const RUNS = { numRuns: 40 };

describe('a subject among the frozen', () => {
  const cohort = frozen([60, 70, 70, 80, null]);

  it.each([
    // mean 70, squares 200, sd sqrt(50): 80 is 10 / sqrt(50) = sqrt(2) above
    [80, 'z', '1.414214'],
    [70, 's-z', '0'],
    [70, 'min', '2'],
    [70, 'average', '2.5'],
    [60, 'dense', '3'],
    [60, 'average', '4'],
    [60, 'low', '1'],
    // Between two of the frozen: the place it would have alone.
    [75, 'min', '2'],
    [75, 'dense', '2'],
    [75, 'average', '2'],
    [65, 'dense', '3'],
    [65, 'low', '2'],
    [90, 'min', '1'],
    [10, 'min', '5'],
    [10, 'dense', '4'],
    [70, 'below', '0.25'],
    [70, 'at-or-below', '0.75'],
    [70, 'middle', '0.5'],
    [65, 'middle', '0.25'],
    [65, 'ends', '25'],
    [90, 'ends', '100'],
    [0, 'ends', '0'],
    [65, 'reversed', '75'],
    [90, 'reversed', '-50'],
  ])('%d: %s is %s', (x, name, expected) => {
    expect(givenIn(cohort, x, name)).toBe(expected);
  });

  it('counts who has no value, and names the cohort in the scorecard', () => {
    expect(cohort).toMatchObject({ format: 'timbang/cohort/1', members: 5, issues: [] });
    expect(cohort.indicators['z']).toEqual({
      read: 'x',
      count: 4,
      absent: 1,
      mean: '70',
      squares: '200',
    });
    expect(cohort.indicators['min']?.values).toEqual([
      ['60', 1],
      ['70', 2],
      ['80', 1],
    ]);
    const card = evaluate(plan, read(plan, 1), { cohort });
    expect(card.cohort).toEqual({ digest: cohort.digest, members: 5 });
  });

  it('who has no value stands nowhere', () => {
    expect(
      written(
        evaluate(plan, read(plan, null), { cohort }).trace.at(-1)?.value ?? {
          is: 'truth',
          truth: true,
        },
      ),
    ).toBe('missing');
  });
});

describe('a cohort in which nothing can be compared', () => {
  const missing = (cohort: Cohort, names: readonly string[]) =>
    names.map((name) => {
      const card = evaluate(plan, read(plan, 5), { cohort });
      const value = card.indicators.find((each) => each.name === name)?.value;
      return value !== undefined && 'code' in value ? `${value.is} ${value.code}` : 'a value';
    });

  it('of equal values has no spread, but places', () => {
    expect(missing(frozen([5, 5]), ['z', 's-z', 'ends', 'min'])).toEqual([
      ...new Array<string>(3).fill('missing rule.division_by_zero'),
      'a value',
    ]);
  });

  it('of one member is no sample, of none is nothing', () => {
    expect(missing(frozen([4]), ['s-z', 'min'])).toEqual(['missing cohort.empty', 'a value']);
    for (const nobody of [frozen([]), frozen([null])])
      expect(missing(nobody, ['z', 's-z', 'min', 'below', 'ends'])).toEqual(
        new Array<string>(5).fill('missing cohort.empty'),
      );
  });

  it('that was not given leaves its indicators pending and the outcome provisional', () => {
    const waiting = planOf({
      inputs: { x: points() },
      indicators: {
        p: {
          ...among('percentile', { count: 'middle' }, 'ratio'),
          round: { places: 2, mode: 'half-up', for: 'use' },
        },
      },
      result: { score: 'p', baseline: 1 },
    });
    const card = cardOf(waiting, { values: { x: 1 } });
    expect(card.status).toBe('provisional');
    expect(said(card.issues)).toContain('cohort.not_given /indicators/p');
    expect(score(waiting, read(waiting, 1))).toMatchObject({ status: 'provisional' });
    const { status, score: given } = score(waiting, read(waiting, 1), {
      cohort: frozen([0, 2], waiting),
    });
    expect([status, given?.text]).toEqual(['final', '0.50']);
  });

  it('whose values outgrow every bound is undecided, not wrong', () => {
    const thirds = planOf({
      inputs: { x: points('exclude', { min: 1 }), one: points({ use: 1, cite: 'c' }) },
      cites: { c: { text: 'c', support: 'interpretation' } },
      indicators: {
        q: {
          unit: 'points',
          achievement: { actual: 'one', target: { var: 'x' }, better: 'higher' },
        },
        z: { unit: 'ratio', cohort: { read: 'q', take: 'z', sd: 'population' } },
      },
    });
    const many = Array.from(
      { length: 700 },
      (_, i) => `1.${String(10n ** 36n + BigInt(i * i * 7 + 1)).slice(1)}`,
    );
    const cohort = frozen(many, thirds);
    expect(cohort.indicators['z']).toEqual({ read: 'q', count: 700, absent: 0 });
    const card = evaluate(thirds, read(thirds, 2), { cohort });
    expect(givenBy(card, 'z')).toEqual(['undecided']);
  });
});

describe('freezing', () => {
  it('law, centred: over its own members z sums to exactly 0, and its squares to their number', () => {
    const z = plan.layout.indicators.find(({ name }) => name === 'z');
    fc.assert(
      fc.property(xs, (list) => {
        const constants = frozenBySlot(plan, frozen(list));
        const values = list.flatMap((x): Exact[] => {
          const cell = z && runExactly(plan, read(plan, x), constants).reader.cell(z.slot);
          return cell !== undefined && isNumber(cell) ? [cell] : [];
        });
        expect(values).toHaveLength(new Set(list).size === 1 ? 0 : list.length);
        expect(compareExact(sumExact(values), ZERO)).toBe(0);
      }),
      RUNS,
    );
  });

  it('law, as rows are ranked: a member has the place that counting the members gives', () => {
    fc.assert(
      fc.property(xs, (list) => {
        const cohort = frozen(list);
        for (const x of list) {
          const [more, less] = [list.filter((each) => each > x), list.filter((each) => each < x)];
          const equal = list.length - more.length - less.length;
          expect(givenIn(cohort, x, 'min')).toBe(String(1 + more.length));
          expect(givenIn(cohort, x, 'dense')).toBe(String(1 + new Set(more).size));
          expect(givenIn(cohort, x, 'average')).toBe(String(1 + more.length + (equal - 1) / 2));
          expect(givenIn(cohort, x, 'low')).toBe(String(1 + less.length));
          const middle = rational(BigInt(2 * less.length + equal), BigInt(2 * list.length));
          expect(compare(exact(givenIn(cohort, x, 'middle')), middle)).toBe(0);
        }
      }),
      RUNS,
    );
  });

  it('law, bounded: percentiles and held positions stay within their ends', () => {
    fc.assert(
      fc.property(xs, fc.integer({ min: -40, max: 40 }), (list, x) => {
        const cohort = frozen(list);
        for (const name of ['below', 'at-or-below', 'middle']) {
          const share = exact(givenIn(cohort, x, name));
          expect(compare(share, ZERO)).toBeGreaterThanOrEqual(0);
          expect(compare(share, ONE)).toBeLessThanOrEqual(0);
        }
        if (new Set(list).size === 1) return;
        expect(compare(exact(givenIn(cohort, x, 'ends')), ZERO)).toBeGreaterThanOrEqual(0);
        expect(compare(exact(givenIn(cohort, x, 'ends')), HUNDRED)).toBeLessThanOrEqual(0);
      }),
      RUNS,
    );
  });

  it('law, order-blind: the order of the evidence changes no byte', () => {
    fc.assert(
      fc.property(fc.array(fc.option(fc.integer({ min: 0, max: 9 })), { maxLength: 9 }), (list) => {
        expect(frozen([...list].reverse())).toEqual(frozen(list));
      }),
      RUNS,
    );
  });

  it('law, sealed: the digest is of everything else', () => {
    const { digest: sealed, ...content } = frozen([1, 2]);
    expect(digest(content as unknown as Json)).toBe(sealed);
  });

  it('holds the moments that their definitions give', () => {
    fc.assert(
      fc.property(xs, (list) => {
        const values = list.map((x) => rational(BigInt(x)));
        const mean = divide(sum(values), rational(BigInt(list.length))) ?? ZERO;
        const deviations = values.map((each) => subtract(each, mean));
        const { mean: found = '', squares = '' } = frozen(list).indicators['z'] ?? {};
        expect(compare(exact(found), mean)).toBe(0);
        const squared = sum(deviations.map(({ n, d }) => rational(n * n, d * d)));
        expect(compare(exact(squares), squared)).toBe(0);
      }),
      RUNS,
    );
  });

  it('says which values are irrational, and who is there twice', () => {
    const roots = planOf({
      inputs: { x: points(), one: points() },
      indicators: {
        root: { unit: 'points', geometric: { weights: { x: '1/2', one: '1/2' } } },
        z: { unit: 'ratio', cohort: { read: 'root', take: 'z', sd: 'population' } },
      },
    });
    const members = [2, 4, 9, 9].map((x) =>
      unwrap(parseEvidence(roots, { subject: `p${String(x)}`, values: { x, one: 1 } })),
    );
    const cohort = freezeCohort(roots, members);
    expect(said(cohort.issues)).toEqual([
      'cohort.same_subject ',
      'cohort.irrational /indicators/z',
    ]);
    expect(cohort.indicators['z']).toMatchObject({ count: 3, absent: 1 });
  });

  it('does not read evidence of another policy', () => {
    const other = planOf({ inputs: { x: points() } });
    expect(() => freezeCohort(plan, [read(other, 1)])).toThrow(ScoringError);
  });
});

describe('a cohort from storage', () => {
  const cohort = frozen([1, 2, 2, 5]);
  const stored: Json = JSON.parse(JSON.stringify(cohort));
  const codesOf = (document: unknown): readonly string[] => {
    const result = parseCohort(plan, document);
    return result.ok ? [] : said(result.issues);
  };

  it('law, round trip: what was frozen is read, as text and as value, and compares alike', () => {
    for (const document of [stored, JSON.stringify(cohort)]) {
      const again = unwrap(parseCohort(plan, document));
      expect(again).toEqual(cohort);
      expect(evaluate(plan, read(plan, 2), { cohort: again })).toEqual(
        evaluate(plan, read(plan, 2), { cohort }),
      );
    }
  });

  it.each<readonly [string, Json | undefined, string]>([
    ['/format', 'timbang/cohort/2', 'cohort.form /format'],
    ['/policy/digest', 'sha256:0', 'cohort.policy /policy/digest'],
    ['/policy', undefined, 'cohort.policy /policy/digest'],
    ['/members', 5, 'cohort.field /indicators/z/absent'],
    ['/members', -1, 'cohort.field /members'],
    ['/issues', undefined, 'cohort.field /issues'],
    ['/indicators/z', undefined, 'cohort.field /indicators/z'],
    ['/indicators/z/read', 'y', 'cohort.field /indicators/z/read'],
    ['/indicators/z/mean', '2.50', 'cohort.field /indicators/z/mean'],
    ['/indicators/z/mean', 2.5, 'cohort.field /indicators/z/mean'],
    ['/indicators/z/squares', '-1', 'cohort.field /indicators/z/squares'],
    ['/indicators/z/count', 1.5, 'cohort.field /indicators/z/count'],
    ['/indicators/ends/max', '0', 'cohort.field /indicators/ends/max'],
    ['/indicators/ends/min', undefined, 'cohort.field /indicators/ends/min'],
    [
      '/indicators/min/values',
      [
        ['2', 2],
        ['1', 1],
        ['5', 1],
      ],
      'cohort.field /indicators/min/values',
    ],
    [
      '/indicators/min/values',
      [
        ['1', 1],
        ['2', 2],
      ],
      'cohort.field /indicators/min/values',
    ],
    ['/indicators/min/values/0', ['1', 1, 1], 'cohort.field /indicators/min/values'],
    ['/indicators/z/mean', '3', 'cohort.digest /digest'],
    ['/policy/version', '2.0.0', 'cohort.digest /digest'],
    ['/digest', 'sha256:0', 'cohort.digest /digest'],
  ])('with %s as %j is refused', (pointer, value, expected) => {
    expect(codesOf(withValue(stored, pointer, value))).toContain(expected);
  });

  it('law, total: with anything at any depth altered and sealed anew it is refused, or compares', () => {
    const junk = fc.constantFrom<Json | undefined>(
      undefined,
      null,
      -1,
      1.5,
      '',
      '1/0',
      '3',
      true,
      [],
      {},
      [['1', 4]],
    );
    fc.assert(
      fc.property(fc.constantFrom(...pointersInto(stored).slice(1)), junk, (pointer, value) => {
        const altered = resealed(withValue(stored, pointer, value));
        const result = parseCohort(plan, altered);
        if (!result.ok) for (const { code } of result.issues) expect(code).toMatch(/^cohort\./);
        else expect(evaluate(plan, read(plan, 2), { cohort: result.value }).cohort).toBeDefined();
      }),
      { numRuns: 300 },
    );
  });

  it.each([null, 1, [], {}, '[', '{}'])('%j is no cohort', (document) => {
    expect(codesOf(document)).toHaveLength(1);
  });

  it('serves a plan of the same policy whose keys stand in another order', () => {
    const names = Object.entries(INDICATORS).toReversed();
    const turned = planOf({ inputs: { x: points() }, indicators: Object.fromEntries(names) });
    expect(turned.digest).toBe(plan.digest);
    const [own, other] = [plan, turned, plan].map((each) => {
      const card = evaluate(each, read(each, 2), { cohort });
      return Object.fromEntries(Object.keys(INDICATORS).map((name) => [name, givenBy(card, name)]));
    });
    expect(other).toEqual(own);
  });

  it('is checked also where it was not read by parseCohort', () => {
    const altered = withValue(stored, '/indicators/z/mean', '3') as unknown as Cohort;
    expect(() => evaluate(plan, read(plan, 2), { cohort: altered })).toThrow(/parseCohort/);
    const other = planOf({ inputs: { x: points() } });
    expect(() => score(other, read(other, 2), { cohort })).toThrow(/another policy/);
  });
});

describe('a record of a comparison', () => {
  const cohort = frozen([1, 2, 5]);
  const evidence = read(plan, 2, 'p');
  const card = evaluate(plan, evidence, { cohort });
  const recorded = (more: object = {}): Json =>
    JSON.parse(JSON.stringify(auditRecord(plan, evidence, card, { cohort, ...more })));
  const found = (record: Json, options = {}): readonly string[] => {
    const result = verify(record, options);
    return result.ok ? [] : said(result.issues);
  };

  it('law, round trip: it verifies offline, and with the cohort that the host keeps', () => {
    expect(unwrap(verify(recorded()))).toEqual(card);
    const lean = recorded({ omit: ['cohort'] });
    expect(found(lean)).toEqual(['record.needs_cohort /cohort/document']);
    expect(found(lean, { cohort: JSON.stringify(cohort) })).toEqual([]);
    expect(found(lean, { cohort: frozen([1, 2, 6]) })).toContain(
      'record.cohort_differs /cohort/digests/digest',
    );
  });

  it('names the constants that were altered since', () => {
    const altered = withValue(recorded(), '/cohort/document/indicators/z/mean', '3');
    expect(found(altered)).toEqual([
      'record.cohort_altered /cohort/document/indicators/z',
      'record.digest /digest',
    ]);
    expect(found(withValue(recorded(), '/cohort', undefined))[0]).toMatch(/^record\./);
  });

  it('is not written without the cohort, or with another', () => {
    expect(() => auditRecord(plan, evidence, card)).toThrow(ScoringError);
    expect(() => auditRecord(plan, evidence, card, { cohort: frozen([1]) })).toThrow(ScoringError);
    const plain = evaluate(plan, evidence);
    expect(() => auditRecord(plan, evidence, plain, { cohort })).toThrow(ScoringError);
    const record = JSON.parse(JSON.stringify(auditRecord(plan, evidence, plain)));
    expect(found(record, { cohort })).toEqual(['record.cohort_differs /cohort']);
  });
});

describe('a cohort indicator that cannot be compiled', () => {
  const z = { read: 'x', take: 'z', sd: 'population' };
  const tables = {
    t: { rowUnit: 'row', atMost: 9, ifMissing: 'fail', row: { y: points() } },
  };
  const chain = {
    first: { unit: 'ratio', cohort: z },
    between: { unit: 'points', formula: { '*': [{ var: 'first' }, 1] } },
    last: { unit: 'ratio', cohort: { ...z, read: 'between' } },
  };
  it.each<readonly [string, object, string]>([
    ['that reads another through others', chain, 'cohort.nested /indicators/last/cohort/read'],
    [
      'for each row',
      { r: { per: 't', unit: 'ratio', cohort: z } },
      'cohort.single /indicators/r/cohort',
    ],
    [
      'of a column',
      { r: { unit: 'ratio', cohort: { ...z, read: 't.y' } } },
      'name.needs_row /indicators/r/cohort/read',
    ],
    [
      'of a yes/no',
      { r: { unit: 'ratio', cohort: { ...z, read: 'yes' } } },
      'cohort.not_number /indicators/r/cohort/read',
    ],
    [
      'with a z in points',
      { r: { unit: 'points', cohort: z } },
      'unit.mismatch /indicators/r/cohort',
    ],
    [
      'with a position that has no scale',
      { r: { unit: 'day', cohort: { read: 'x', take: 'min-max', better: 'higher', clip: true } } },
      'goalposts.no_scale /indicators/r/cohort',
    ],
    [
      'with a take that is not there',
      { r: { unit: 'ratio', cohort: { ...z, take: 'zz' } } },
      'policy.value /indicators/r/cohort/take',
    ],
  ])('%s says why', (_, indicators, expected) => {
    const inputs = { x: points(), yes: { type: 'boolean', ifMissing: 'fail' } };
    expect(complaints({ inputs, tables, indicators } as unknown as JsonObject)).toEqual([expected]);
  });
});
