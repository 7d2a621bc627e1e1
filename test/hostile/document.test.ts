import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compilePolicy, parseEvidence, unwrap } from '../../src/index.js';
import { language, languageText } from '../properties/document.js';
import { expectEvaluated, expectTyped } from './sound.js';

const plan = unwrap(compilePolicy(language));

const both = (document: unknown): readonly string[] => {
  const results = [compilePolicy(document), parseEvidence(plan, document)];
  for (const result of results) expectTyped(result, typeof document === 'string' ? {} : document);
  return results.map((result) => (result.ok ? 'ok' : (result.issues[0]?.code ?? '')));
};

/** Only the place of an issue about a text cannot be looked up in the text. */
const expectText = (text: string): readonly string[] => {
  const results = [compilePolicy(text), parseEvidence(plan, text)];
  return results.map((result) => {
    if (result.ok) return 'ok';
    expect(result.issues.length).toBeLessThanOrEqual(101);
    return result.issues[0]?.code ?? '';
  });
};

const NASTY_KEYS = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  'values',
  'var',
  '',
];

describe('any value at all', () => {
  it('law, typed: any JSON gives a result', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (document) => void both(document)),
      { numRuns: 150 },
    );
  });

  it('law, typed: any JavaScript value gives a result', () => {
    const anything = fc.anything({
      withBigInt: true,
      withDate: true,
      withMap: true,
      withNullPrototype: true,
      withSparseArray: true,
      withTypedArray: true,
      key: fc.oneof(fc.constantFrom(...NASTY_KEYS), fc.string()),
    });
    fc.assert(
      fc.property(anything, (document) => {
        for (const result of [compilePolicy(document), parseEvidence(plan, document)]) {
          if (result.ok) continue;
          expect(result.issues.length).toBeGreaterThan(0);
          expect(result.issues.length).toBeLessThanOrEqual(101);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('law, typed: the keys of a policy with anything behind them', () => {
    const keys = [...Object.keys(language), ...NASTY_KEYS];
    const documents = fc.dictionary(fc.constantFrom(...keys), fc.jsonValue(), {
      noNullPrototype: false,
    });
    fc.assert(
      fc.property(documents, (parts) => {
        expectTyped(compilePolicy({ ...language, ...parts }), { ...language, ...parts });
      }),
      { numRuns: 150 },
    );
  });

  it.each(['__proto__', 'constructor', 'prototype'])(
    '`%s` as a key is refused at any depth',
    (key) => {
      for (const place of ['"values"', '"tables"', '"panels"']) {
        const text = `{ ${place}: { "x": [{ ${JSON.stringify(key)}: { "polluted": 1 } }] } }`;
        expect(expectText(text)).toEqual(['json.forbidden_key', 'json.forbidden_key']);
        expect(both(JSON.parse(text))).toEqual(['json.forbidden_key', 'json.forbidden_key']);
      }
      expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
    },
  );

  it.each(['toString', 'hasOwnProperty', 'valueOf', 'isPrototypeOf'])(
    '`%s` is a name that nobody declared',
    (key) => {
      const read = parseEvidence(plan, { values: { [key]: 1 } });
      expect(read.ok ? [] : read.issues.map(({ code }) => code)).toEqual(['evidence.unknown_key']);
      const inRule = { ...language.indicators, local: { unit: 'points', formula: { var: key } } };
      const compiled = compilePolicy({ ...language, indicators: inRule });
      expect(compiled.ok).toBe(false);
    },
  );
});

describe('size is refused before it costs anything', () => {
  const nest = (depth: number, open: string, close: string): string =>
    `${open.repeat(depth)}1${close.repeat(depth)}`;

  it.each([
    ['lists, 10,000 deep', nest(10_000, '[', ']')],
    ['objects, 10,000 deep', nest(10_000, '{"a":', '}')],
    ['lists that never close', '['.repeat(100_000)],
    ['objects that never close', '{"a":'.repeat(100_000)],
  ])('%s, as text', (_what, text) => {
    expect(expectText(text)).toEqual(['json.too_deep', 'json.too_deep']);
  });

  it('lists 10,000 deep, as a value', () => {
    let deep: unknown = 1;
    for (let i = 0; i < 10_000; i++) deep = [deep];
    expect(both(deep)).toEqual(['json.too_deep', 'json.too_deep']);
    expect(both({ values: deep })).toEqual(['json.too_deep', 'json.too_deep']);
  });

  it('100,000 keys', () => {
    const many = Object.fromEntries(Array.from({ length: 100_000 }, (_, i) => [`k${i}`, i]));
    expect(both(many)).toEqual(['json.too_many_keys', 'json.too_many_keys']);
    expect(expectText(JSON.stringify({ values: many }))).toEqual([
      'json.too_many_keys',
      'json.too_many_keys',
    ]);
  });

  it('as many keys as are allowed, all of them unknown: a hundred issues and their count', () => {
    const many = Object.fromEntries(Array.from({ length: 1_000 }, (_, i) => [`k${i}`, i]));
    for (const result of [
      compilePolicy({ ...language, ...many }),
      parseEvidence(plan, { values: many }),
    ]) {
      expect(result.ok ? 0 : result.issues.length).toBe(101);
      expect(result.ok ? '' : result.issues.at(-1)?.code).toBe('json.too_many_issues');
    }
  });

  it('a text of ten million characters', () => {
    const long = 'x'.repeat(10_000_000);
    expect(both({ values: { post: long } })).toEqual(['json.too_long', 'json.too_long']);
    expect(expectText(JSON.stringify({ id: long }))).toEqual(['json.too_long', 'json.too_long']);
    expect(expectText(long)).toHaveLength(2);
    expect(both({ [long]: 1 })).toEqual(['json.too_long', 'json.too_long']);
  });

  it('a user text is repeated in a message only in part', () => {
    const long = 'x'.repeat(5_000);
    const result = parseEvidence(plan, { values: { post: long } });
    const size = result.ok ? Infinity : JSON.stringify(result.issues).length;
    expect(size).toBeLessThan(2_000);
  });

  it.each([
    ['a number beyond the doubles', '{ "values": { "visitors": 1e400 } }', 'json.number_range'],
    ['a number below them', '{ "values": { "visitors": 1e-400 } }', 'json.number_range'],
    [
      'more digits than a double keeps',
      '{ "values": { "visitors": 0.12345678901234567 } }',
      'json.number_precision',
    ],
    ['half of a surrogate pair', '{ "values": { "post": "\\ud800" } }', 'json.lone_surrogate'],
    ['half of a surrogate pair in a key', '{ "\\udc00": 1 }', 'json.lone_surrogate'],
    ['nothing', '', 'json.unexpected_end'],
    ['a byte order mark and nothing', '\ufeff', 'json.unexpected_end'],
    ['a word', 'NaN', 'json.syntax'],
  ])('%s', (_what, text, code) => {
    const codes = expectText(text);
    if (code === 'json.syntax') for (const each of codes) expect(each).toMatch(/^json\./);
    else expect(codes).toEqual([code, code]);
  });

  it.each([NaN, Infinity, -Infinity, 1e400, undefined, 1n, Symbol('x'), () => 1])(
    '%s as a value',
    (value) => {
      expect(both({ values: { visitors: value } }).every((code) => code.startsWith('json.'))).toBe(
        true,
      );
    },
  );

  it('a value that contains itself', () => {
    const loop: Record<string, unknown> = {};
    loop['values'] = { loop };
    expect(both(loop).every((code) => code === 'json.cycle')).toBe(true);
  });

  it('reads no more members of a document than its limit on values', () => {
    let reads = 0;
    const counted: object = new Proxy(
      Array.from({ length: 1_000_000 }, () => 1),
      {
        get: (target, key, receiver): unknown => {
          reads += 1;
          return Reflect.get(target, key, receiver);
        },
      },
    );
    const result = compilePolicy({ x: counted }, { limits: { nodes: 1_000 } });
    expect(result.ok ? '' : result.issues.at(-1)?.code).toBe('json.too_large');
    expect(reads).toBeLessThan(2_000);
  });

  it('a limit that is given leaves the others as they were', () => {
    const deep = JSON.parse(`{ "x": ${nest(50, '[', ']')} }`) as unknown;
    const codes = [{}, { limits: {} }, { limits: { nodes: 1_000 } }].map((options) => {
      const result = compilePolicy(deep, options);
      return result.ok ? 'ok' : result.issues[0]?.code;
    });
    expect(codes).toEqual(['json.too_deep', 'json.too_deep', 'json.too_deep']);
  });
});

describe('text that is almost the worked example', () => {
  it('law, typed: cut anywhere, it is refused with a place in the text', () => {
    fc.assert(
      fc.property(fc.nat(languageText.lastIndexOf('\n}')), (length) => {
        const result = compilePolicy(languageText.slice(0, length));
        expect(result.ok).toBe(false);
        const positions = result.ok ? [] : result.issues.map(({ position }) => position);
        for (const position of positions.slice(0, 100)) expect(position?.line).toBeGreaterThan(0);
      }),
      { numRuns: 60 },
    );
  });

  it('law, typed: with one character replaced, it compiles and evaluates or is refused', {
    timeout: 60_000,
  }, () => {
    const character = fc.constantFrom(
      '"',
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '0',
      '9',
      '-',
      'e',
      '\\',
      '/',
      ' ',
      'x',
      '\u0000',
    );
    fc.assert(
      fc.property(fc.nat(languageText.length - 1), character, (at, given) => {
        const result = compilePolicy(
          languageText.slice(0, at) + given + languageText.slice(at + 1),
        );
        if (!result.ok) {
          expect(result.issues.length).toBeLessThanOrEqual(101);
          return;
        }
        expectEvaluated(result.value, language.tests?.[0]?.evidence);
      }),
      { numRuns: 150 },
    );
  });
});
