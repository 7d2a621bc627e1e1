import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_LIMITS, scanJson, type JsonLimits } from '../../src/json.js';
import type { Issue } from '../../src/issue.js';
import { unwrap } from '../../src/result.js';
import { exactNumber, flawedDocument, soundDocument } from './documents.js';

const issuesOf = (value: unknown, limits: Partial<JsonLimits> = {}): readonly Issue[] => {
  const result = scanJson(value, limits);
  return result.ok ? [] : result.issues;
};
const told = (value: unknown, limits: Partial<JsonLimits> = {}): readonly string[] =>
  issuesOf(value, limits).map((each) => `${each.pointer} ${each.code}`);

const nested = (depth: number): unknown => {
  let value: unknown = 1;
  for (let level = 0; level < depth; level += 1) value = level % 2 === 0 ? [value] : { in: value };
  return value;
};

describe('the scan of a value that is JSON', { timeout: 60_000 }, () => {
  it('law, identity: gives a copy that is equal to the document', () => {
    fc.assert(
      fc.property(soundDocument, (value) => {
        const written = JSON.stringify(value);
        expect(unwrap(scanJson(value))).toEqual(JSON.parse(written));
        expect(unwrap(scanJson(JSON.parse(written)))).toEqual(JSON.parse(written));
      }),
    );
  });

  it('law, idempotent: the scan of a copy is that copy', () => {
    fc.assert(
      fc.property(soundDocument, (value) => {
        const once = unwrap(scanJson(value));
        expect(unwrap(scanJson(once))).toStrictEqual(once);
      }),
    );
  });

  it('shares nothing with the value that was given', () => {
    const given = { list: [{ score: 1 }] };
    const copy = unwrap(scanJson(given));
    given.list.push({ score: 2 });
    if (given.list[0] !== undefined) given.list[0].score = 3;
    expect(copy).toEqual({ list: [{ score: 1 }] });
  });

  it('reads own enumerable string keys only', () => {
    const given = Object.defineProperty({ seen: 1, [Symbol('mark')]: 2 }, 'hidden', { value: 3 });
    expect(unwrap(scanJson(given))).toStrictEqual({ seen: 1 });
  });

  it('takes objects without a prototype', () => {
    expect(unwrap(scanJson(Object.assign(Object.create(null), { a: 1 })))).toStrictEqual({ a: 1 });
  });

  it('does not call `toJSON`', () => {
    expect(unwrap(scanJson({ toJSON: 'a name' }))).toEqual({ toJSON: 'a name' });
    expect(told({ toJSON: () => 1 })).toEqual(['/toJSON json.not_json']);
  });

  it('writes -0 as 0, which has the same canonical form', () => {
    expect(unwrap(scanJson([-0]))).toStrictEqual([0]);
  });

  it('takes a value that is shared without being cyclic', () => {
    const shared = { a: [1] };
    expect(unwrap(scanJson([shared, shared, { shared }]))).toEqual([
      { a: [1] },
      { a: [1] },
      { shared: { a: [1] } },
    ]);
  });

  it('reads a getter once', () => {
    let reads = 0;
    const value = {
      get score() {
        reads += 1;
        return reads;
      },
    };
    expect(unwrap(scanJson(value))).toEqual({ score: 1 });
    expect(reads).toBe(1);
  });
});

describe('the scan of numbers', { timeout: 60_000 }, () => {
  it('law, exact: refuses exactly the doubles that 15 digits do not bring back', () => {
    fc.assert(
      fc.property(fc.oneof(fc.double(), exactNumber), (value) => {
        const isNormal = value === 0 || Math.abs(value) >= 2.2250738585072014e-308;
        const isExact =
          Number.isFinite(value) && isNormal && Number(value.toPrecision(15)) === value;
        expect(scanJson(value).ok).toBe(isExact);
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    ['NaN', NaN, 'json.number_range'],
    ['Infinity', Infinity, 'json.number_range'],
    ['-Infinity', -Infinity, 'json.number_range'],
    ['5e-324', 5e-324, 'json.number_range'],
    ['-1e-310', -1e-310, 'json.number_range'],
    ['0.30000000000000004', 0.1 + 0.2, 'json.number_precision'],
    ['9007199254740994', 2 ** 53 + 2, 'json.number_precision'],
    ['1.7976931348623157e+308', Number.MAX_VALUE, 'json.number_precision'],
    ['2.2250738585072014e-308', 2 ** -1022, 'json.number_precision'],
  ])('refuses %s', (_text, value, code) => {
    expect(told({ score: value })).toEqual([`/score ${code}`]);
  });

  it.each([0, -0, 1e15, 1e21, 999_999_999_999_999, 0.1, 1e-300, 1e308, 2.5e-308])(
    'takes %s',
    (value) => {
      expect(unwrap(scanJson(value))).toBe(value + 0);
    },
  );

  it('says which number it was and how to write it', () => {
    expect(issuesOf([0.1 + 0.2])).toMatchObject([
      {
        params: { found: '0.30000000000000004' },
        help: { en: 'write the number as text, for example `"0.30000000000000004"`' },
      },
    ]);
  });
});

class Scorecard {
  readonly score = 1;
}
class Scores extends Array<number> {}

describe('the scan of what is not JSON', { timeout: 60_000 }, () => {
  it.each<[string, unknown]>([
    ['undefined', undefined],
    ['function', () => 1],
    ['symbol', Symbol('a')],
    ['bigint', 1n],
    ['Date', new Date(0)],
    ['Map', new Map([['a', 1]])],
    ['Set', new Set([1])],
    ['RegExp', /a/],
    ['Number', Object(1)],
    ['Uint8Array', new Uint8Array(2)],
    ['Promise', Promise.resolve(1)],
    ['Error', new Error('no')],
    ['Scorecard', new Scorecard()],
    ['Scores', Scores.from([1])],
  ])('names a value of type %s', (found, value) => {
    expect(issuesOf([value])).toMatchObject([
      { code: 'json.not_json', pointer: '/0', severity: 'error', params: { found } },
    ]);
  });

  it('tells a sparse array once, however long', () => {
    const sparse = new Array(4_000_000_000);
    expect(issuesOf({ list: sparse, next: 1n })).toMatchObject([
      { code: 'json.not_json', pointer: '/list/0', params: { found: 'sparse array' } },
      { code: 'json.not_json', pointer: '/next' },
    ]);
  });

  it('tells every member of an array that is undefined but there', () => {
    expect(told([undefined, 1, undefined])).toEqual(['/0 json.not_json', '/2 json.not_json']);
  });

  it('refuses a value that contains itself, and goes on', () => {
    const loop: Record<string, unknown> = { a: 1 };
    loop['self'] = loop;
    loop['list'] = [[loop], 1n];
    expect(told(loop)).toEqual([
      '/self json.cycle',
      '/list/0/0 json.cycle',
      '/list/1 json.not_json',
    ]);
  });

  it('refuses halves of surrogate pairs in texts and in keys, and points in whole characters', () => {
    expect(told({ a: '\ud83d', b: 'x\ude00', c: '\ud83d\ude00', 'k\ud83d': 1n })).toEqual([
      '/a json.lone_surrogate',
      '/b json.lone_surrogate',
      '/k\ufffd json.lone_surrogate',
      '/k\ufffd json.not_json',
    ]);
  });

  it.each(['__proto__', 'constructor', 'prototype'])('refuses the key `%s`', (key) => {
    const value: unknown = JSON.parse(`{"a": {"${key}": {"polluted": true}}}`);
    expect(told(value)).toEqual([`/a/${key} json.forbidden_key`]);
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('tells all issues at once, in document order', () => {
    expect(told({ a: [1n, { b: NaN }], c: 'x\ud800', d: { e: 0.1 + 0.2 } })).toEqual([
      '/a/0 json.not_json',
      '/a/1/b json.number_range',
      '/c json.lone_surrogate',
      '/d/e json.number_precision',
    ]);
  });

  it('shows a hundred issues and says how many there are', () => {
    const issues = issuesOf(new Array(5000).fill(undefined));
    expect(issues).toHaveLength(101);
    expect(issues.at(-2)?.pointer).toBe('/99');
    expect(issues.at(-1)).toMatchObject({
      code: 'json.too_many_issues',
      params: { shown: '100', found: '5000' },
    });
    expect(issuesOf(new Array(100).fill(undefined))).toHaveLength(100);
  });
});

describe('the limits of a scan', { timeout: 60_000 }, () => {
  it.each<{ limits: Partial<JsonLimits>; within: unknown; beyond: unknown; expected: string }>([
    { limits: { depth: 3 }, within: [[[1]]], beyond: [[[[1n]]]], expected: '/0/0/0 json.too_deep' },
    {
      limits: { nodes: 4 },
      within: [1, [2]],
      beyond: [1, [2, 1n]],
      expected: '/1/1 json.too_large',
    },
    {
      limits: { textLength: 3 },
      within: ['abc', { abc: 1 }],
      beyond: ['abcd', 1n],
      expected: '/0 json.too_long',
    },
    {
      limits: { textLength: 3 },
      within: {},
      beyond: { in: { abcd: 1n } },
      expected: '/in json.too_long',
    },
    {
      limits: { keys: 2 },
      within: { a: 1, b: 2 },
      beyond: { in: { a: 1, b: 2, c: 1n } },
      expected: '/in json.too_many_keys',
    },
  ])('end the reading just past $limits', ({ limits, within, beyond, expected }) => {
    expect(told(within, limits)).toEqual([]);
    expect(told(beyond, limits)).toEqual([expected]);
  });

  it('tells what was found before the limit', () => {
    expect(told([1n, [[1]], 2n], { depth: 2 })).toEqual(['/0 json.not_json', '/1/0 json.too_deep']);
  });

  it('has documented defaults', () => {
    expect(DEFAULT_LIMITS).toEqual({
      depth: 64,
      nodes: 2_000_000,
      textLength: 100_000,
      keys: 20_000,
    });
    expect(told(nested(64))).toEqual([]);
    expect(issuesOf(nested(65))).toMatchObject([
      { code: 'json.too_deep', params: { limit: '64' } },
    ]);
    expect(told('x'.repeat(100_000))).toEqual([]);
    expect(told('x'.repeat(100_001))).toEqual([' json.too_long']);
  });

  it('never goes deeper than a recursive writer can follow', () => {
    expect(told(nested(1000), { depth: Infinity })).toEqual([]);
    expect(issuesOf(nested(1001), { depth: Infinity })).toMatchObject([
      { code: 'json.too_deep', params: { limit: '1000' } },
    ]);
  });

  it('refuses rather than admits when a limit is not a number', () => {
    for (const name of ['depth', 'nodes', 'textLength', 'keys']) {
      expect(scanJson([{ a: 'text' }], { [name]: NaN }).ok).toBe(false);
    }
  });

  it('takes a limit that is given as undefined for one that is not given', () => {
    const open = { depth: undefined, nodes: undefined } as unknown as Partial<JsonLimits>;
    expect(told(nested(64), open)).toEqual([]);
    expect(told(nested(65), open)).toHaveLength(1);
  });

  it('lets no key be longer than a thousand characters, since pointers repeat it', () => {
    expect(told({ ['k'.repeat(1000)]: 1 }, { textLength: Infinity })).toEqual([]);
    expect(issuesOf({ ['k'.repeat(1001)]: 1 }, { textLength: Infinity })).toMatchObject([
      { code: 'json.too_long', pointer: '', params: { limit: '1000' } },
    ]);
  });

  it('does not take a value that multiplies by being shared', () => {
    let value: unknown = ['ha'];
    for (let level = 0; level < 60; level += 1) value = [value, value];
    expect(issuesOf(value, { nodes: 10_000 })).toMatchObject([
      { code: 'json.too_large', params: { limit: '10000' } },
    ]);
  });

  it('reads no more members than the limit of nodes', () => {
    let reads = 0;
    const endless = new Proxy([], {
      get: (_target, name) => {
        reads += 1;
        return name === 'length' ? Infinity : reads;
      },
    });
    expect(told(endless, { nodes: 1000 })).toEqual(['/999 json.too_large']);
    expect(reads).toBeLessThanOrEqual(1002);
  });
});

describe('the scan of hostile values', { timeout: 60_000 }, () => {
  it('law, total: gives a result for anything, and never throws', () => {
    const anything = fc.anything({
      withBigInt: true,
      withBoxedValues: true,
      withDate: true,
      withMap: true,
      withNullPrototype: true,
      withObjectString: true,
      withSet: true,
      withSparseArray: true,
      withTypedArray: true,
      stringUnit: 'binary',
    });
    fc.assert(
      fc.property(fc.oneof(anything, flawedDocument, fc.jsonValue()), (value) => {
        const result = scanJson(value);
        if (result.ok) {
          const written = JSON.stringify(value);
          expect(JSON.parse(JSON.stringify(result.value))).toEqual(JSON.parse(written));
        } else {
          expect(result.issues.length).toBeGreaterThan(0);
        }
      }),
      { numRuns: 1000 },
    );
  });

  const angry = (): never => {
    throw new Error('escaped');
  };
  const nameless = (name: () => unknown): object =>
    Object.defineProperty(() => 1, 'name', { get: name });
  const TRAPS = ['getPrototypeOf', 'ownKeys', 'getOwnPropertyDescriptor', 'get', 'has'] as const;

  it.each(TRAPS)('keeps what the trap `%s` throws from escaping', (trap) => {
    for (const target of [{ a: 1 }, [1], [undefined]]) {
      const result = scanJson({ in: new Proxy(target, { [trap]: angry }), next: NaN });
      expect(result.ok).toBe(false);
      if (!result.ok) expect(result.issues.at(-1)?.pointer).toBe('/next');
    }
  });

  it('points at the member whose getter throws', () => {
    const list = Object.defineProperty([1, 2], 1, { get: angry, enumerable: true });
    expect(
      issuesOf({
        list,
        obj: {
          a: 1,
          get b() {
            return angry();
          },
        },
      }),
    ).toMatchObject([
      { code: 'json.not_json', pointer: '/list/1', params: { found: 'getter' } },
      { code: 'json.not_json', pointer: '/obj/b', params: { found: 'getter' } },
    ]);
  });

  it('refuses a revoked proxy', () => {
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    expect(told({ proxy })).toEqual(['/proxy json.not_json']);
  });

  it.each<[string, unknown]>([
    ['a length that throws', new Proxy([], { get: angry })],
    ['a length that is no number', new Proxy([], { get: () => Symbol('length') })],
    ['a length that cannot be converted', new Proxy([], { get: () => ({ valueOf: angry }) })],
    ['a length below zero', new Proxy([], { get: () => -1 })],
    ['a length that is NaN', new Proxy([], { get: () => NaN })],
    ['a class that says nothing', Object.create({ constructor: 1 })],
    [
      'a constructor that throws',
      Object.create({
        get constructor() {
          return angry();
        },
      }),
    ],
  ])('gives a result for %s', (_name, value) => {
    expect(typeof scanJson(value).ok).toBe('boolean');
    expect(typeof scanJson([{ value }]).ok).toBe('boolean');
  });

  it.each<[string, () => unknown, string]>([
    ['is empty', () => '', 'object'],
    ['is a number', () => 1, 'object'],
    ['is very long', () => 'N'.repeat(10_000_000), `${'N'.repeat(80)}…`],
    ['throws', angry, 'Proxy'],
  ])('refuses an instance of a class whose name %s', (_name, name, found) => {
    expect(issuesOf(Object.create({ constructor: nameless(name) }))).toMatchObject([
      { code: 'json.not_json', params: { found } },
    ]);
  });

  it('gives a result for an array that shrinks while it is read', () => {
    const list: unknown[] = [1, 2, 3];
    Object.defineProperty(list, 0, {
      get: () => {
        list.length = 1;
        return 'gone';
      },
      enumerable: true,
    });
    expect(told(list)).toEqual(['/1 json.not_json']);
  });

  it('gives a result for an object that loses a key while it is read', () => {
    const value: Record<string, unknown> = {
      get first() {
        delete value['second'];
        return 1;
      },
      second: 2,
    };
    expect(issuesOf(value)).toMatchObject([{ pointer: '/second', params: { found: 'undefined' } }]);
  });

  it('gives a result at depth 10,000, with 100,000 keys and with a text of 10,000,000 characters', () => {
    expect(issuesOf(nested(10_000)).map((each) => each.code)).toEqual(['json.too_deep']);
    const wide = Object.fromEntries(
      Array.from({ length: 100_000 }, (_, index) => [`k${index}`, 1n]),
    );
    expect(issuesOf(wide).at(-1)?.code).toBe('json.too_many_issues');
    expect(told(Object.fromEntries(Object.keys(wide).map((key) => [key, 1])))).toEqual([
      ' json.too_many_keys',
    ]);
    expect(told({ text: '\ud800'.repeat(10_000_000) })).toEqual(['/text json.too_long']);
    expect(told({ ['k'.repeat(10_000_000)]: 1 })).toEqual([' json.too_long']);
  });
});
