import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scoreColumns } from '../../src/evaluate/columns.js';
import { byteScorer, documentScorer } from '../../src/evaluate/many.js';
import { NUMBER, pastNumber } from '../../src/evidence/json-bytes.js';
import { readerFor } from '../../src/evidence/read.js';
import { scannerOf } from '../../src/evidence/scan.js';
import { unwrap } from '../../src/result.js';
import { planWith } from './plans.js';

const number = (more = {}) => ({
  type: 'decimal',
  unit: 'points',
  min: -100,
  max: 1000,
  ifMissing: 'fail',
  ...more,
});

const plan = planWith({
  scales: { points: { worst: 0, full: 100, best: 1000 }, level: { labels: ['low', 'high'] } },
  inputs: {
    free: number(),
    stepped: number({ step: '0.01' }),
    flag: { type: 'boolean', ifMissing: 'fail' },
    level: { type: 'label', scale: 'level', ifMissing: 'fail' },
  },
  tables: {
    one: { rowUnit: 'person', atMost: 3, ifMissing: 'fail', row: { a: number() } },
    two: { rowUnit: 'person', atMost: 9, ifMissing: 'fail', row: { b: number(), c: number() } },
  },
  indicators: {
    ones: { unit: 'points', rows: { of: 'one', take: 'mean', read: 'one.a' } },
    twos: { unit: 'points', rows: { of: 'two', take: 'mean', read: 'two.b' } },
    threes: { unit: 'points', rows: { of: 'two', take: 'sum', read: 'two.c' } },
    bonus: { unit: 'points', formula: { if: [{ var: 'flag' }, 1, 0] } },
    extra: { unit: 'points', formula: { if: [{ '==': [{ var: 'level' }, 'high'] }, 2, 0] } },
    score: {
      unit: 'points',
      sum: {
        coefficients: { free: 1, stepped: 1, ones: 1, twos: 1, threes: 1, bonus: 1, extra: 1 },
      },
      round: { places: 4, mode: 'half-up', for: 'use' },
    },
  },
});

const scan = byteScorer(plan);
const read = documentScorer(plan);

const documentIn = (bytes: Buffer) => ({
  bytes,
  from: 0,
  to: bytes.length,
  textAt: (from: number, to: number) => bytes.toString('latin1', from, to),
});

/** What is told of a text by its bytes alone, with other bytes behind it. */
const scanned = (text: string, behind = '}]'): unknown => {
  const bytes = Buffer.from(`${text}${behind}`);
  return scan({ ...documentIn(bytes), to: bytes.length - behind.length });
};

const one = '"one":{"columns":["a"],"rows":[[1],[2.5]]}';
const two = '"two":{"columns":["c","b"],"rows":[[1,2],[3,-4]]}';
const values = '"values":{"free":1.5,"stepped":2.25,"flag":true,"level":"high"}';
const common = `{"subject":"s-1",${values},"tables":{${one},${two}}}`;

/** Milliseconds, on a busy machine. */
const TIMEOUT = 120_000;

describe('bytes', () => {
  it.each([
    common,
    `{"tables":{${two},${one}},${values}}`,
    `{ "tables" : { ${two} , ${one} } , "values" : { "level" : "low", "flag" : false, "stepped" : 0 , "free" : 0 } } `,
  ])('in the common form are scored: %s', (text) => {
    expect(scanned(text)).toBeDefined();
    expect(scanned(text)).toEqual(read(text));
  });

  it.each([
    common.slice(0, -1),
    `${common}}`,
    `${common}x`,
    '{}',
    `{${values}}`,
    `{"tables":{${one},${two}}}`,
    common.replace('"s-1"', '"\\u0073"'),
    common.replace('"s-1"', '"é"'),
    common.replace('"s-1"', `"${'x'.repeat(201)}"`),
    common.replace('"s-1"', '1'),
    common.replace('"subject"', '"asOf"'),
    common.replace('1.5', '1.5e0'),
    common.replace('1.5', '01.5'),
    common.replace('1.5', '1.'),
    common.replace('1.5', '.5'),
    common.replace('1.5', '-'),
    common.replace('1.5', '1.50000000000000'),
    common.replace('1.5', 'null'),
    common.replace('1.5', '"1.5"'),
    common.replace('1.5', '1001'),
    common.replace('2.25', '2.255'),
    common.replace('true', 'truE'),
    common.replace('"high"', '"middle"'),
    common.replace('"stepped":2.25', '"free":2'),
    common.replace('"stepped":2.25', '"other":2'),
    common.replace('"flag":true', '"flag":true,"flag":true'),
    common.replace('["a"]', '["a","a"]'),
    common.replace('["a"]', '[]'),
    common.replace('["c","b"]', '["c","c"]'),
    common.replace('[1,2]', '[1]'),
    common.replace('[1,2]', '[1,2,3]'),
    common.replace('[[1],[2.5]]', '[[1],[2],[3],[4]]'),
    common.replace(one, `${one},${one}`),
    common.replace(`${one},`, ''),
    common.replace('"columns"', '"totals"'),
  ])('in another form are left to the reader of documents: %s', (text) => {
    expect(scanned(text)).toBeUndefined();
  });

  it('cut anywhere are not taken for whole, whatever stands behind them', () => {
    for (let length = 0; length < common.length; length++)
      expect(scanned(common.slice(0, length), common.slice(length))).toBeUndefined();
  });

  it('longer than a document may be, are left to the reader of documents', () => {
    expect(scanned(`${common}${' '.repeat(20_000_000)}`)).toBeUndefined();
  });

  it(
    'of more values than a document may have, are left to the reader of documents',
    () => {
      const large = planWith({
        tables: {
          t: { rowUnit: 'person', atMost: 1_000_000, ifMissing: 'fail', row: { a: number() } },
        },
        indicators: {
          score: {
            unit: 'points',
            rows: { of: 't', take: 'min', read: 't.a' },
            round: { places: 1, mode: 'half-up', for: 'use' },
          },
        },
      });
      const textOf = (rows: number): string =>
        `{"tables":{"t":{"columns":["a"],"rows":[[1]${',[1]'.repeat(rows - 1)}]}}}`;
      const ofRows = (rows: number): unknown =>
        byteScorer(large)(documentIn(Buffer.from(textOf(rows))));
      expect(ofRows(1000)).toBeDefined();
      expect(ofRows(1_000_000)).toBeUndefined();
      const [few, many] = [1000, 1_000_000].map((rows) => {
        const table = { offsets: [0, rows], columns: { a: new Uint8Array(rows).fill(1) } };
        const { issues } = unwrap(scoreColumns(large, { count: 1, tables: { t: table } }));
        return issues.get(0)?.map(({ code }) => code);
      });
      expect(few).toBeUndefined();
      expect(many).toEqual(['json.too_large']);
    },
    TIMEOUT,
  );

  it('law, same: what is scored is what the document gives', () => {
    const cell = fc.oneof(
      fc.integer({ min: -100_000, max: 1_000_000 }).map((units) => String(units / 100)),
      fc.double({ min: -100, max: 1000, noNaN: true }).map((each) => each.toPrecision(14)),
      fc.constantFrom('0', '-0', '0.0', '100.10', '1e2', '12345678901234567', 'null'),
    );
    const row = fc.tuple(cell, cell).map(([b, c]) => `[${b},${c}]`);
    const text = fc
      .tuple(
        cell,
        cell,
        fc.array(cell, { minLength: 1, maxLength: 4 }),
        fc.array(row, { maxLength: 4 }),
      )
      .map(
        ([free, stepped, ones, twos]) =>
          `{"values":{"free":${free},"stepped":${stepped},"flag":true,"level":"low"},"tables":{"one":{"columns":["a"],"rows":[${ones.map((each) => `[${each}]`).join(',')}]},"two":{"columns":["b","c"],"rows":[${twos.join(',')}]}}}`,
      );
    fc.assert(
      fc.property(text, (given) => {
        const found = scanned(given);
        if (found !== undefined) expect(found).toEqual(read(given));
      }),
      { numRuns: 500 },
    );
  });

  it('of a number are the double that JSON.parse gives', () => {
    const told = new Float64Array(2);
    const literal = fc
      .tuple(fc.boolean(), fc.nat({ max: 999_999 }), fc.option(fc.stringMatching(/^[0-9]{1,8}$/)))
      .map(
        ([minus, whole, places]) =>
          `${minus ? '-' : ''}${whole}${places === null ? '' : `.${places}`}`,
      );
    fc.assert(
      fc.property(literal, (text) => {
        const value: unknown = JSON.parse(text);
        const end = pastNumber(Buffer.from(`${text},`), 0, told);
        expect(end).toBe(Object.is(value, -0) ? -1 : text.length);
        if (end > 0) expect(told[NUMBER.value]).toBe(value);
      }),
    );
  });
});

describe('a scanner', () => {
  it('is there for evidence without dates and panels', () => {
    const reader = readerFor(plan);
    expect(reader && scannerOf(reader)).toBeDefined();
    expect(reader && scannerOf({ ...reader, dated: [0] })).toBeUndefined();
  });

  it('is tried again after many documents in another form', () => {
    const score = byteScorer(plan);
    const bytes = (text: string) => documentIn(Buffer.from(text));
    for (let i = 0; i < 100; i++) expect(score(bytes('{}'))).toBeUndefined();
    const found = Array.from({ length: 40 }, () => score(bytes(common)));
    expect(found.at(-1)).toEqual(read(common));
  });
});
