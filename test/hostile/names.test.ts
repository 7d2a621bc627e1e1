import { describe, expect, it } from 'vitest';
import { compilePolicy, evaluate, parseEvidence, unwrap } from '../../src/index.js';
import type { Json } from '../../src/json.js';
import { withValue } from '../audit/alter.js';
import { policyOf } from '../groups/samples.js';
import { isObject } from '../properties/document.js';
import { everything, rowsEvidence } from './everything.js';
import { at, changedAt, pathsIn } from './mutate.js';
import { expectTyped } from './sound.js';
import { expectPolicy, expectWhole, thrownBy } from './whole.js';

const TIMEOUT = { timeout: 60_000 };

const FORBIDDEN = ['__proto__', 'constructor', 'prototype'];

/** Names that an author may give, and that some part of JavaScript or of the language has already. */
const NASTY = [
  'to-string',
  'value-of',
  'has-own-property',
  'proto',
  'length',
  'then',
  'var',
  'if',
  'rest',
  'null',
  'nan',
  'is',
  'by',
  'per',
];

const label = (path: readonly (string | number)[]): string => `/${path.join('/')}`;

const plan = unwrap(compilePolicy(everything));

const withKey = (around: Json, key: string, value: Json): Json =>
  isObject(around) ? Object.fromEntries<Json>([...Object.entries(around), [key, value]]) : around;

const maps = (document: Json) =>
  pathsIn(document).filter((path) => {
    return isObject(at(document, path));
  });

const codesOf = (read: (document: unknown) => ReturnType<typeof compilePolicy>, given: unknown) => {
  const result = read(given);
  if (typeof given !== 'string') expectTyped(result, given);
  return result.ok ? [] : result.issues.map(({ code }) => code);
};

describe('names that no map may hold', () => {
  it.each(FORBIDDEN)('`%s` is refused in every object of a policy', TIMEOUT, (key) => {
    const places = maps(everything).filter((_, i) => i % 4 === FORBIDDEN.indexOf(key));
    const bad = places.filter((path) => {
      const document = changedAt(everything, path, (around) =>
        withKey(around, key, { polluted: 1 }),
      );
      const texts = [document, JSON.stringify(document)];
      return texts.some((each) => {
        const codes = codesOf(compilePolicy, each);
        return codes.length !== 1 || codes[0] !== 'json.forbidden_key';
      });
    });
    expect(places.length).toBeGreaterThan(50);
    expect(bad.map(label)).toEqual([]);
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });

  it.each(FORBIDDEN)('`%s` is refused in every object of evidence', TIMEOUT, (key) => {
    const places = maps(rowsEvidence).filter((_, i) => i % 3 === FORBIDDEN.indexOf(key));
    const bad = places.filter((path) => {
      const document = changedAt(rowsEvidence, path, (around) => withKey(around, key, 1));
      const read = parseEvidence(plan, document);
      return read.ok || read.issues[0]?.code !== 'json.forbidden_key';
    });
    expect(places.length).toBeGreaterThan(20);
    expect(bad.map(label)).toEqual([]);
  });

  it.each(['constructor', '__proto__', 'toString', 'to-string'])(
    'law, typed: `%s` in place of every text of a policy',
    TIMEOUT,
    (name) => {
      const which = ['constructor', '__proto__', 'toString', 'to-string'].indexOf(name);
      const changed = pathsIn(everything)
        .filter((path) => {
          return typeof at(everything, path) === 'string';
        })
        .filter((path, i) => i % 4 === which)
        .map((path) => [label(path), changedAt(everything, path, () => name)] as const);
      expect(thrownBy(changed, (document) => expectPolicy(document, []))).toEqual([]);
    },
  );

  it.each(['constructor', '__proto__', 'toString', 'to-string', 'hasOwnProperty'])(
    'law, typed: `%s` in place of every text of evidence, columns and sources too',
    TIMEOUT,
    (name) => {
      const changed = pathsIn(rowsEvidence)
        .filter((path) => !/scorecards|survey|verdict/.test(label(path)))
        .filter((path) => {
          return typeof at(rowsEvidence, path) === 'string';
        })
        .map((path) => [label(path), changedAt(rowsEvidence, path, () => name)] as const);
      expect(changed.length).toBeGreaterThan(30);
      const outcomes = new Set<string>();
      const use = (document: Json) => outcomes.add(expectWhole(plan, document));
      expect(thrownBy(changed, use)).toEqual([]);
      expect(outcomes.has('refused')).toBe(true);
    },
  );
});

describe('names that are names like any other', () => {
  const OLD = [
    'left',
    'post',
    'line',
    'climb',
    'band',
    'trips',
    'cost',
    'forms',
    'polite',
    'peer',
    'visit',
    'much',
    'praise',
    'grades',
    'less',
    'few',
    'both',
    'rule',
    'goal',
    'final',
  ];

  const renamed = (value: Json, names: ReadonlyMap<string, string>, place = ''): Json => {
    const one = (text: string): string =>
      text
        .split(/([./*])/)
        .map((part) => names.get(part) ?? part)
        .join('');
    if (typeof value === 'string') return one(value);
    if (Array.isArray(value))
      return (value as readonly Json[]).map((each) => renamed(each, names, place));
    if (!isObject(value)) return value;
    return Object.fromEntries<Json>(
      Object.entries(value).map(([key, each]) => {
        // Of a curve, `line` is a key of the language; elsewhere it is a label.
        const isName =
          key !== 'line' || place.startsWith('/parameters') || place.endsWith('/weights');
        return [isName ? one(key) : key, renamed(each, names, `${place}/${key}`)];
      }),
    );
  };

  it.each(NASTY)(
    'law, only a name: `%s` in place of any name leaves the score',
    TIMEOUT,
    (nasty) => {
      const before = evaluate(plan, unwrap(parseEvidence(plan, rowsEvidence)));
      const chosen = OLD.filter((_, i) => i % 5 === NASTY.indexOf(nasty) % 5);
      for (const old of chosen) {
        const names = new Map([[old, nasty]]);
        const document = renamed(everything, names);
        const after = compilePolicy(document);
        expect(
          after.ok ? [] : after.issues.map(({ code, pointer }) => `${old} ${code} ${pointer}`),
        ).toEqual([]);
        if (!after.ok) continue;
        const evidence = withoutCards(renamed(withoutCards(rowsEvidence), names));
        const card = evaluate(after.value, unwrap(parseEvidence(after.value, restored(evidence))));
        expect([card.score, card.status]).toEqual([before.score, before.status]);
        expect(card.trace).toHaveLength(before.trace.length);
      }
    },
  );

  const CARDS = ['/tables/staff', '/values/survey', '/values/verdict'];
  const withoutCards = (evidence: Json): Json =>
    CARDS.reduce<Json>((each, pointer) => withValue(each, pointer, null), evidence);
  const restored = (evidence: Json): Json =>
    CARDS.reduce<Json>((each, pointer) => {
      const keys = pointer.slice(1).split('/');
      return withValue(each, pointer, at(rowsEvidence, keys));
    }, evidence);

  it('a label that is `constructor` is a label', () => {
    const document = policyOf({
      scales: { odd: { labels: ['constructor', 'to-string', 'value-of'] } },
      inputs: {
        given: { type: 'label', scale: 'odd', ifMissing: 'exclude' },
        n: { type: 'integer', unit: 'points', min: 0, max: 9, ifMissing: 'exclude' },
      },
      tables: {
        rows: {
          rowUnit: 'row',
          atMost: 9,
          ifMissing: 'exclude',
          row: { each: { type: 'label', scale: 'odd', ifMissing: 'exclude' } },
        },
      },
      indicators: {
        top: { unit: 'points', constant: 1, round: { places: 0, mode: 'up', for: 'use' } },
        worst: {
          scale: 'odd',
          rate: { read: 'n', below: 'constructor', from: { 'to-string': 3, 'value-of': 6 } },
        },
        same: { formula: { '==': [{ var: 'given' }, 'constructor'] } },
      },
      result: { score: 'top', rating: 'worst' },
      distributions: { spread: { read: 'rows.each', limits: { 'to-string': { atMost: '50%' } } } },
    });
    const evidence = {
      values: { given: 'constructor', n: 0 },
      tables: { rows: [{ each: 'constructor' }, { each: 'value-of' }] },
    };
    expect(expectPolicy(document, [evidence])).toBe('compiled');
    const odd = unwrap(compilePolicy(document));
    const card = evaluate(odd, unwrap(parseEvidence(odd, evidence)));
    expect(card.rating).toBe('constructor');
    expect(card.distributions?.[0]?.counts.map(({ count }) => count)).toEqual([1, 0, 1]);
  });
});
