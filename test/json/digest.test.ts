import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson, digest, digestText, scanJson, type Json } from '../../src/json.js';
import { unwrap } from '../../src/result.js';
import { soundDocument, wholeText } from './documents.js';

/** The same value with the keys of every object the other way round. */
const turned = (value: Json): Json => {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(turned);
  const members = Object.entries(value).map(([key, each]): [string, Json] => [key, turned(each)]);
  return Object.fromEntries(members.reverse());
};

describe('the canonical form', { timeout: 60_000 }, () => {
  it('law, blind to order: is the same whatever the order of keys', () => {
    fc.assert(
      fc.property(soundDocument, (value) => {
        expect(canonicalJson(turned(value))).toBe(canonicalJson(value));
      }),
    );
  });

  it('law, faithful: reads back as the value', () => {
    fc.assert(
      fc.property(soundDocument, (value) => {
        const copy = unwrap(scanJson(value));
        expect(JSON.parse(canonicalJson(copy))).toEqual(copy);
      }),
    );
  });

  it('law, injective: differs for different documents', () => {
    fc.assert(
      fc.property(soundDocument, soundDocument, (one, other) => {
        const [a, b] = [unwrap(scanJson(one)), unwrap(scanJson(other))];
        let areEqual = true;
        try {
          expect(a).toEqual(b);
        } catch {
          areEqual = false;
        }
        expect(canonicalJson(a) === canonicalJson(b)).toBe(areEqual);
      }),
    );
  });

  it('sorts keys by UTF-16 unit, as RFC 8785 section 3.2.3 shows', () => {
    const keys = ['\u20ac', '\r', '\ufb33', '1', '\ud83d\ude00', '\u0080', '\u00f6'];
    const sorted = ['\r', '1', '\u0080', '\u00f6', '\u20ac', '\ud83d\ude00', '\ufb33'];
    const value = Object.fromEntries(keys.map((key) => [key, 0]));
    expect(canonicalJson(value)).toBe(
      `{${sorted.map((key) => `${JSON.stringify(key)}:0`).join(',')}}`,
    );
  });

  it.each<[string, Json]>([
    ['1e+30', 1e30],
    ['4.5', 4.5],
    ['0.002', 2e-3],
    ['1e-27', 1e-27],
    ['0', -0],
    ['"\u20ac$\\u000f\\nA\'B\\"\\\\\\\\\\"/"', '\u20ac$\u000f\u000aA\'\u0042"\\\\"/'],
    ['[null,true,false]', [null, true, false]],
    ['{}', {}],
  ])('writes %s', (text, value) => {
    expect(canonicalJson(value)).toBe(text);
  });

  it('throws for what was never scanned', () => {
    expect(() => canonicalJson(undefined as unknown as Json)).toThrow(TypeError);
    expect(() => canonicalJson(NaN)).toThrow('NaN');
    expect(() => canonicalJson('\ud800')).toThrow('surrogate');
  });

  it('follows every depth that a scan can be told to let through', () => {
    const text = `${'[{"in":'.repeat(500)}1${'}]'.repeat(500)}`;
    const value = unwrap(scanJson(JSON.parse(text), { depth: Infinity }));
    expect(canonicalJson(value)).toBe(text);
  });
});

describe('the digest', { timeout: 60_000 }, () => {
  it('law, reference: is the SHA-256 of the canonical form in UTF-8, as node:crypto has it', () => {
    fc.assert(
      fc.property(soundDocument, (value) => {
        const hex = createHash('sha256').update(canonicalJson(value), 'utf8').digest('hex');
        expect(digest(value)).toBe(`sha256:${hex}`);
      }),
    );
    fc.assert(
      fc.property(wholeText, (text) => {
        expect(digestText(text)).toBe(
          `sha256:${createHash('sha256').update(text, 'utf8').digest('hex')}`,
        );
      }),
    );
  });

  it('gives the vector of FIPS 180-4 for `abc`', () => {
    expect(digestText('abc')).toBe(
      'sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    );
  });

  it('gives the documented vector for a document', () => {
    expect(digest({ b: [1, 0.5, null], a: 'Papua \ud83c\uddee\ud83c\udde9' })).toBe(
      `sha256:${createHash('sha256').update('{"a":"Papua 🇮🇩","b":[1,0.5,null]}').digest('hex')}`,
    );
  });

  it('refuses a text that UTF-8 cannot write', () => {
    expect(() => digestText('\ud800')).toThrow(TypeError);
  });
});
