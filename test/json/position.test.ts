import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Position } from '../../src/issue.js';
import type { Json } from '../../src/json.js';
import { pointerTo, type Pointer } from '../../src/pointer.js';
import { positionsIn } from '../../src/policy/position.js';
import { readJsonText } from '../../src/policy/text.js';
import { unwrap } from '../../src/result.js';
import { filler, laidOut } from './documents.js';

/** Lines and columns as one would count them by hand. */
const counted = (text: string, offset: number): Position => {
  const lines = text.slice(0, offset).split(/\r\n|\r|\n/);
  return { line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
};

/** Two or three levels in which every key and every text is unlike all others. */
const labelled: fc.Arbitrary<Json> = fc
  .array(fc.tuple(fc.boolean(), fc.nat(3)), { minLength: 1, maxLength: 5 })
  .map((shapes) =>
    Object.fromEntries(
      shapes.map(([isList, size], outer): [string, Json] => {
        const labels = Array.from(
          { length: size },
          (_, inner) => `\ud83d\ude00 ${outer}/${inner}~`,
        );
        const members = labels.map((label): [string, Json] => [label, { [`in ${label}`]: [] }]);
        return [`key ${outer}`, isList ? labels : Object.fromEntries(members)];
      }),
    ),
  );

/** Every label of `labelled`, with its pointer. */
const labelsOf = (value: Json, base: Pointer = ''): readonly (readonly [string, Pointer])[] => {
  if (typeof value === 'string') return [[value, base]];
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) {
    return value.flatMap((each: Json, index) => labelsOf(each, pointerTo(base, index)));
  }
  return Object.entries(value).flatMap(([key, each]: [string, Json]) => [
    [key, pointerTo(base, key)] as const,
    ...labelsOf(each, pointerTo(base, key)),
  ]);
};

const positionIn = (text: string, pointer: Pointer): Position | undefined =>
  unwrap(readJsonText(text)).positionOf(pointer);

describe('a position', { timeout: 60_000 }, () => {
  it('law, reference: counts lines and columns as one does by hand', () => {
    const texts = fc.array(fc.oneof(filler, fc.constantFrom('\r', '\n', '\u2028', 'abc')));
    fc.assert(
      fc.property(
        texts.map((parts) => parts.join('')),
        (text) => {
          const positionAt = positionsIn(text);
          for (let offset = 0; offset <= text.length; offset += 1) {
            // Between CR and LF there is no place to point at.
            if (text.slice(offset - 1, offset + 1) === '\r\n') continue;
            expect(positionAt(offset)).toEqual(counted(text, offset));
          }
        },
      ),
    );
  });

  it('law, reference: is that of the key of a member, and of the value of an element', () => {
    const laid = labelled.chain((value) =>
      laidOut(value).map((text): [Json, string] => [value, text]),
    );
    fc.assert(
      fc.property(laid, ([value, text]) => {
        const shown = text.replace('\ufeff', '');
        const { positionOf } = unwrap(readJsonText(text));
        for (const [label, pointer] of labelsOf(value)) {
          const offset = shown.indexOf(JSON.stringify(label));
          expect(positionOf(pointer)).toEqual(counted(shown, offset));
          expect(positionOf(`${pointer}/not/there`)).toEqual(positionOf(pointer));
        }
      }),
    );
  });

  it('counts columns in UTF-16 units and lines at CRLF', () => {
    const text = '{\r\n  "\ud83d\ude00": [1,\r\n    "\ud83d\ude00", 2],\r\n\r\n"b": 3}';
    expect(positionIn(text, '/\ud83d\ude00')).toEqual({ line: 2, column: 3 });
    expect(positionIn(text, '/\ud83d\ude00/0')).toEqual({ line: 2, column: 10 });
    expect(positionIn(text, '/\ud83d\ude00/2')).toEqual({ line: 3, column: 11 });
    expect(positionIn(text, '/b')).toEqual({ line: 5, column: 1 });
  });

  it('is that of the value for the whole document', () => {
    expect(positionIn('// first\n  {"a": 1}', '')).toEqual({ line: 2, column: 3 });
    expect(positionIn('\ufeff7', '')).toEqual({ line: 1, column: 1 });
  });

  it('is that of the nearest value around a member that does not exist', () => {
    const text = '{\n"a": [\n1, {"b": 2}]}';
    expect(positionIn(text, '/x/y')).toEqual({ line: 1, column: 1 });
    expect(positionIn(text, '/a/7')).toEqual({ line: 2, column: 1 });
    expect(positionIn(text, '/a/01')).toEqual({ line: 2, column: 1 });
    expect(positionIn(text, '/a/1/c')).toEqual({ line: 3, column: 4 });
    expect(positionIn(text, '/a/1/b/toString')).toEqual({ line: 3, column: 5 });
    expect(positionIn(text, 'no pointer')).toEqual({ line: 1, column: 1 });
  });

  it('finds keys that look like array positions and keys that are escaped', () => {
    const text = '{"10": 1,\n"2": 2,\n"a\\u002fb~": 3,\n"": 4}';
    expect(positionIn(text, '/10')).toEqual({ line: 1, column: 2 });
    expect(positionIn(text, '/2')).toEqual({ line: 2, column: 1 });
    expect(positionIn(text, '/a~1b~0')).toEqual({ line: 3, column: 1 });
    expect(positionIn(text, '/')).toEqual({ line: 4, column: 1 });
  });

  it('of an issue is right in a text of many lines', () => {
    const lines = Array.from({ length: 50_000 }, () => '\ud83d\ude00').map((each) => `"${each}",`);
    const result = readJsonText(`[\r\n${lines.join('\r\n')}\r\n"\ud83d\ude00", 1e400]`);
    expect(result).toMatchObject({
      issues: [{ pointer: '/50001', position: { line: 50_002, column: 7 } }],
    });
  });
});
