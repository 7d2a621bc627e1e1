import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Issue } from '../../src/issue.js';
import { scanJson, type Json, type JsonLimits } from '../../src/json.js';
import { readJsonText } from '../../src/policy/text.js';
import { unwrap } from '../../src/result.js';
import { flawedDocument, laidOut, soundDocument, tokensOf } from './documents.js';

const read = (text: string, limits: Partial<JsonLimits> = {}): Json =>
  unwrap(readJsonText(text, limits)).value;
const issuesOf = (text: string, limits: Partial<JsonLimits> = {}): readonly Issue[] => {
  const result = readJsonText(text, limits);
  return result.ok ? [] : result.issues;
};
const told = (text: string, limits: Partial<JsonLimits> = {}): readonly string[] =>
  issuesOf(text, limits).map(
    ({ position, code }) => `${position?.line ?? '?'}:${position?.column ?? '?'} ${code}`,
  );

/** The codes that only a text can be given. */
const TEXT_ONLY = [
  'json.syntax',
  'json.expected',
  'json.expected_key',
  'json.expected_value',
  'json.unexpected_end',
  'json.after_end',
  'json.unclosed',
  'json.escape',
  'json.control_character',
  'json.number_form',
];

describe('the reading of a text', { timeout: 60_000 }, () => {
  it('law, reference: gives what JSON.parse gives, however the text is laid out', () => {
    const laid = soundDocument.chain((value) =>
      laidOut(value).map((text): [Json, string] => [JSON.parse(JSON.stringify(value)), text]),
    );
    fc.assert(
      fc.property(laid, ([value, text]) => {
        expect(read(text)).toEqual(value);
      }),
      { numRuns: 500 },
    );
  });

  it('law, same door: tells a text the issues that its parsed form is told', () => {
    const limits = fc.record({
      depth: fc.integer({ min: 1, max: 5 }),
      nodes: fc.integer({ min: 1, max: 30 }),
      textLength: fc.integer({ min: 4, max: 45 }),
      keys: fc.integer({ min: 1, max: 5 }),
    });
    const bare = ({ code, pointer, params }: Issue): object => ({ code, pointer, params });
    fc.assert(
      fc.property(flawedDocument, limits, (value, narrow) => {
        const text = JSON.stringify(value);
        for (const bounds of [{}, narrow]) {
          const parsed = scanJson(JSON.parse(text), bounds);
          const fromText = readJsonText(text, bounds);
          expect(fromText.ok).toBe(parsed.ok);
          if (parsed.ok) expect(read(text, bounds)).toEqual(parsed.value);
          else expect(issuesOf(text, bounds).map(bare)).toEqual(parsed.issues.map(bare));
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('law, same grammar: takes what JSON.parse takes of a text with one character changed', () => {
    const changed = fc
      .tuple(
        soundDocument.map((value) => JSON.stringify(value)).filter((text) => !text.includes('/')),
        fc.nat(),
        fc.constantFrom('', '"', '{', '}', '[', ']', ',', ':', '0', '-', '.', 'e', '\\', '\n', 'x'),
        fc.boolean(),
      )
      .map(([text, at, put, isInserted]) => {
        const offset = at % (text.length + 1);
        return text.slice(0, offset) + put + text.slice(isInserted ? offset : offset + 1);
      });
    fc.assert(
      fc.property(changed, (text) => {
        const result = readJsonText(text);
        let expected: unknown;
        try {
          expected = JSON.parse(text);
        } catch {
          if (!result.ok) {
            expect(result.issues.every((each) => TEXT_ONLY.includes(each.code))).toBe(true);
            return;
          }
          // The one liberty that such a text can take: a comma before a closing bracket.
          const tokens = tokensOf(text);
          const strict = tokens.filter(
            (token, index) => token !== ',' || !['}', ']'].includes(tokens[index + 1] ?? ''),
          );
          expect(strict.length).toBeLessThan(tokens.length);
          expected = JSON.parse(strict.join(''));
        }
        if (result.ok) expect(result.value.value).toEqual(JSON.parse(JSON.stringify(expected)));
        else expect(TEXT_ONLY).not.toContain(result.issues[0]?.code);
      }),
      { numRuns: 3000 },
    );
  });

  it('law, total: gives a result for any text, every issue with its position', () => {
    const hostile = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({
        unit: fc.constantFrom(...'{}[]:,"\\/*-+.0e1tn \n\r\t\ud800\u2028\ufeff'.split('')),
      }),
    );
    fc.assert(
      fc.property(hostile, (text) => {
        for (const each of issuesOf(text)) {
          expect(each.position?.line).toBeGreaterThanOrEqual(1);
          expect(each.position?.column).toBeGreaterThanOrEqual(1);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('allows comments, trailing commas and a byte order mark', () => {
    expect(read('\ufeff// bobot\n{ "a": [1, /* dua */ 2,], }')).toEqual({ a: [1, 2] });
  });

  it('keeps keys that look like array positions and like members of every object', () => {
    expect(read('{"10": 1, "2": {"toString": 2, "hasOwnProperty": 3, "": 4}}')).toEqual({
      '10': 1,
      '2': { toString: 2, hasOwnProperty: 3, '': 4 },
    });
  });
});

describe('the numbers of a text', () => {
  it.each([
    ['1.10', 1.1],
    ['1.000000000000000000000000', 1],
    ['1000000000000000000000', 1e21],
    ['0.000000000000000000000000000001', 1e-30],
    ['0e400', 0],
    ['-0', 0],
    ['-0.0e-5', 0],
    ['123456789012345', 123456789012345],
    ['1.23456789012345E+5', 123456.789012345],
    ['2.5e-308', 2.5e-308],
  ])('take %s', (text, value) => {
    expect(read(text)).toBe(value);
  });

  it.each([
    ['0.1000000000000000055', 'json.number_precision'],
    ['1234567890123456', 'json.number_precision'],
    ['9007199254740993', 'json.number_precision'],
    ['-1.234567890123456e-5', 'json.number_precision'],
    ['1e400', 'json.number_range'],
    ['-1e309', 'json.number_range'],
    ['1e-400', 'json.number_range'],
    ['4.9e-324', 'json.number_range'],
    ['2.22e-308', 'json.number_range'],
  ])('refuse %s as it was typed', (text, code) => {
    expect(issuesOf(`{"a": [${text}]}`)).toMatchObject([
      { code, pointer: '/a/0', params: { found: text }, position: { line: 1, column: 8 } },
    ]);
  });

  it('shorten a number of ten million digits', { timeout: 60_000 }, () => {
    const issues = issuesOf(`[${'12'.repeat(5_000_000)}, 0.${'3'.repeat(5_000_000)}]`);
    expect(issues.map((each) => each.code)).toEqual(['json.number_range', 'json.number_precision']);
    expect(issues[0]?.params['found']).toHaveLength(81);
  });
});

describe('the keys of a text', () => {
  it('are refused when written twice, at the second', () => {
    expect(issuesOf('{\n  "a": 1,\n  "b": {"a": 2},\n  "a": 3\n}')).toMatchObject([
      {
        code: 'json.duplicate_key',
        pointer: '/a',
        params: { key: 'a' },
        position: { line: 4, column: 3 },
      },
    ]);
  });

  it('are the same key however they are escaped', () => {
    expect(told('{"a": 1, "\\u0061": 2}')).toEqual(['1:10 json.duplicate_key']);
  });

  it('are told when forbidden, once for each time, and reach no prototype', () => {
    expect(told('{"__proto__": {"x": 1}, "a": {"constructor": 1}, "__proto__": 2}')).toEqual([
      '1:2 json.forbidden_key',
      '1:31 json.forbidden_key',
      '1:50 json.forbidden_key',
    ]);
    expect(({} as Record<string, unknown>)['x']).toBeUndefined();
  });

  it('and what stands under a refused key are told in the order of the text', () => {
    expect(
      told('{"9": 1e400,\n "prototype": [1e400],\n "2": "\\ud800",\n "2": 1e400, "\\udc00": {}}'),
    ).toEqual([
      '1:7 json.number_range',
      '2:2 json.forbidden_key',
      '2:16 json.number_range',
      '3:7 json.lone_surrogate',
      '4:2 json.duplicate_key',
      '4:7 json.number_range',
      '4:14 json.lone_surrogate',
    ]);
  });

  it('count towards their limit when they are written twice only once', () => {
    expect(told('{"a": 1, "a": 2, "b": 3}', { keys: 2 })).toEqual(['1:10 json.duplicate_key']);
    expect(told('{"a": 1, "b": 2,\n"c": 3, "d": 1e400}', { keys: 2 })).toEqual([
      '2:1 json.too_many_keys',
    ]);
  });
});

describe('the syntax of a text', () => {
  it.each([
    ['{"a": NaN}', '1:7 json.syntax', 'NaN'],
    ['{a: 1, "b": 2}', '1:2 json.syntax', 'a'],
    ["{'a': 1}", '1:2 json.syntax', "'a'"],
    ['{\u201ca\u201d: 1}', '1:2 json.syntax', '\u201ca\u201d'],
    ['[+1]', '1:2 json.syntax', '+1'],
    ['[.5]', '1:2 json.syntax', '.5'],
    ['{"a": 1\n "b": 2}', '2:2 json.expected', '"b"'],
    ['[01]', '1:3 json.expected', '1'],
    ['{"a" 1}', '1:6 json.expected', '1'],
    ['{"a": 76,5}', '1:10 json.expected_key', '5'],
    ['{,}', '1:2 json.expected_value', ','],
    ['[1,,2]', '1:4 json.expected_value', ','],
    ['{"a":}', '1:6 json.expected_value', '}'],
    ['[1]]', '1:4 json.after_end', ']'],
    ['1 2', '1:3 json.after_end', '2'],
    ['{"a": "b\n}', '1:7 json.unclosed', '"b'],
    ['/* a\r\n b', '1:1 json.unclosed', '/* a\ufffd\ufffd b'],
    ['["\\x"]', '1:2 json.escape', '"\\x"'],
    ['["\\u12"]', '1:2 json.escape', '"\\u12"'],
    ['["\t"]', '1:2 json.control_character', '"\ufffd"'],
    ['[1.]', '1:2 json.number_form', '1.'],
    ['[1e+]', '1:2 json.number_form', '1e+'],
  ])('is told of `%s` where it goes wrong, with what stands there', (text, expected, found) => {
    expect(told(text)).toEqual([expected]);
    expect(issuesOf(text)[0]?.params['found']).toBe(found);
    expect(issuesOf(text)[0]?.message.en).toContain(`\`${found}\``);
  });

  it.each(['', '  \n', '// nothing', '{"a": 1', '[', '[{"a": ['])(
    'is told of `%s` that it ends too early',
    (text) => {
      expect(issuesOf(text)[0]?.code).toBe('json.unexpected_end');
    },
  );

  it.each([
    ['{"a" 1}', ':'],
    ['[1 2]', ','],
    ['{"a": [1, 2}', ']'],
    ['[{"a": 1]', '}'],
  ])('is told of `%s` that `%s` was expected', (text, expected) => {
    expect(issuesOf(text)[0]).toMatchObject({ code: 'json.expected', params: { expected } });
  });

  it('is told of every mistake once', () => {
    expect(told('{\n a: 1,\n "b": 1 "c": [1,,2],\n "d": tru,\n "e": \'x\'\n}')).toEqual([
      '2:2 json.syntax',
      '3:9 json.expected',
      '3:17 json.expected_value',
      '4:7 json.syntax',
      '5:7 json.syntax',
    ]);
  });

  it('is told of a mistake that follows another as soon as something right is between', () => {
    expect(told('[x 1 2]')).toEqual(['1:2 json.syntax', '1:6 json.expected']);
    expect(told('{x "a" 1}')).toEqual(['1:2 json.syntax', '1:8 json.expected']);
  });

  it('stands before all else that is wrong', () => {
    expect(told('{"a": 1e400, "a": 1, b: 2}')).toEqual(['1:22 json.syntax']);
    expect(told('[x, [[1]]]', { depth: 2 })).toEqual(['1:2 json.syntax']);
  });

  it('names the member near which it goes wrong', () => {
    expect(issuesOf('{"a": [1, {"b": nul}]}')[0]?.pointer).toBe('/a/1/b');
  });
});

describe('the budget of a text', () => {
  it.each([
    ['[', 100_000],
    ['{"a":', 100_000],
    ['[{"a":', 100_000],
    ['/**/[', 100_000],
    ['[,', 100_000],
    ['{"a":[x', 100_000],
  ])('bears `%s` a hundred thousand times', (part, times) => {
    const codes = issuesOf(part.repeat(times)).map((each) => each.code);
    expect(codes.length).toBeGreaterThan(0);
    expect(issuesOf(part.repeat(times), { depth: Infinity }).length).toBeGreaterThan(0);
  });

  it('points at the bracket that is one too deep', () => {
    expect(issuesOf(`{"a":\n${'['.repeat(100_000)}`)).toMatchObject([
      { code: 'json.too_deep', position: { line: 2, column: 64 }, params: { limit: '64' } },
    ]);
  });

  it('counts every mistake of millions and shows a hundred', { timeout: 60_000 }, () => {
    const issues = issuesOf(`[${','.repeat(1_000_000)}]`);
    expect(issues).toHaveLength(101);
    expect(issues.at(-1)?.code).toBe('json.too_many_issues');
    expect(issues.at(-1)?.params['shown']).toBe('100');
  });

  it('refuses a document of more than twenty million characters', () => {
    const text = ' '.repeat(20_000_001);
    expect(issuesOf(text)).toMatchObject([
      { code: 'json.too_long', params: { limit: '20000000' }, position: { line: 1, column: 1 } },
    ]);
  });

  it('reads 100,000 keys and refuses a text of 10,000,000 characters', { timeout: 60_000 }, () => {
    const members = Array.from({ length: 100_000 }, (_, index) => `"k${index}":${index}`);
    const wide = `{${members.join(',\n')}}`;
    expect(told(wide)).toEqual(['20001:1 json.too_many_keys']);
    expect(Object.keys(read(wide, { keys: Infinity }) as object)).toHaveLength(100_000);
    expect(told(`["${'\\n'.repeat(5_000_000)}"]`)).toEqual(['1:2 json.too_long']);
    expect(told(`["${'a'.repeat(10_000_000)}`)).toEqual(['1:2 json.unclosed']);
  });
});
