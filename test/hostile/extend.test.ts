import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compilePolicy, unwrap } from '../../src/index.js';
import type { Json, JsonObject } from '../../src/json.js';
import { withValue } from '../audit/alter.js';
import { isObject } from '../properties/document.js';
import { everything, rowsEvidence } from './everything.js';
import { changedAt, mutants, pathsIn } from './mutate.js';
import { expectTyped } from './sound.js';
import { expectPolicy, thrownBy } from './whole.js';

const SEED = 20260101;
const TIMEOUT = { timeout: 60_000 };

const parent = unwrap(compilePolicy(everything));

const child: JsonObject = {
  timbang: 1,
  id: 'contoh/semua/anak',
  version: '1.0.0',
  title: { id: 'anak', en: 'child' },
  effective: { from: '2026-02-01', until: '2026-12-01' },
  extends: { policy: parent.policy.id, version: parent.policy.version, digest: parent.digest },
  cites: { own: { text: 'contoh', support: 'interpretation' } },
  units: { note: {} },
  scales: { mood: { labels: ['bad', 'good'] } },
  inputs: {
    notes: { type: 'integer', unit: 'note', min: 0, max: 9, ifMissing: 'exclude' },
  },
  set: {
    share: { is: '65%', open: { min: '60%', max: '65%' }, cite: 'own' },
    goal: {
      since: {
        '2026-01-01': { line: 21, 'head-office': 31 },
        '2026-05-01': { line: 22, 'head-office': '32.5' },
      },
      cite: 'own',
    },
  },
  fill: {
    hub: {
      unit: 'points',
      formula: { '*': [{ '/': [{ var: 'notes' }, 9] }, { var: 'extra' }] },
      when: { '==': [{ var: 'post' }, 'head-office'] },
      adjust: [{ id: 'top', cap: 90 }],
      cite: 'own',
    },
  },
  parameters: { extra: { is: 9, unit: 'points/note', cite: 'own' } },
  indicators: {
    mood: { scale: 'mood', rate: { read: 'final', below: 'bad', from: { good: 60 } } },
  },
  followUp: {
    cheer: {
      kind: 'coaching',
      when: { '==': [{ var: 'mood' }, 'bad'] },
      text: { id: 'a', en: 'b' },
    },
  },
};

const label = (path: readonly (string | number)[]): string => `/${path.join('/')}`;

const codesOf = (document: unknown, parents: readonly unknown[]): readonly string[] => {
  const result = compilePolicy(document, { parents });
  expectTyped(result, document);
  return result.ok ? [] : result.issues.map(({ code }) => code);
};

describe('a policy that extends another', () => {
  it('is valid with its parent, given as a plan, a value or a text', () => {
    for (const given of [parent, everything, JSON.stringify(everything)])
      expect(codesOf(child, [given])).toEqual([]);
  });

  it('law, typed: with one mutation it compiles or is refused with sound issues', TIMEOUT, () => {
    const outcomes = { refused: 0, compiled: 0 };
    fc.assert(
      fc.property(mutants(child), (document) => {
        const values = rowsEvidence['values'] as JsonObject;
        const evidence = { ...rowsEvidence, values: { ...values, notes: 4 } };
        const hasNotes = isObject(document) && Object.hasOwn(document, 'inputs');
        outcomes[
          expectPolicy(document, [hasNotes ? evidence : rowsEvidence], { parents: [parent] })
        ] += 1;
      }),
      { numRuns: 200, seed: SEED },
    );
    expect(outcomes.refused).toBeGreaterThan(20);
    expect(outcomes.compiled).toBeGreaterThan(8);
  });

  it.each<[string, Json | undefined]>([
    ['null', null],
    ['nothing', undefined],
    ['an empty text', ''],
    ['an empty list', []],
    ['an empty object', {}],
    ['a rule', { var: 'final' }],
  ])('law, typed: every single value replaced by %s', TIMEOUT, (_what, value) => {
    const changed = pathsIn(child)
      .filter((path) => path.length > 0)
      .map((path) => [label(path), changedAt(child, path, () => value)] as const);
    const use = (document: Json) => expectPolicy(document, [], { parents: [parent] });
    expect(thrownBy(changed, use)).toEqual([]);
  });

  it('law, pinned: any change of the pin refuses it', () => {
    const pin = fc.constantFrom('policy', 'version', 'digest');
    fc.assert(
      fc.property(pin, fc.jsonValue({ maxDepth: 1 }), (key, value) => {
        const pointer = `/extends/${key}`;
        const codes = codesOf(withValue(child, pointer, value as Json), [parent, everything]);
        expect(codes.length).toBeGreaterThan(0);
        for (const code of codes) expect(code).toMatch(/^(extend|policy|json)\./);
      }),
      { numRuns: 100, seed: SEED },
    );
  });

  it.each<[string, Json, string]>([
    ['another digest', `sha256:${'0'.repeat(64)}`, 'extend.digest'],
    ['a digest in capitals', parent.digest.toUpperCase(), 'policy.digest_form'],
    ['half a digest', parent.digest.slice(0, 40), 'policy.digest_form'],
  ])('a pin of %s is refused', (_what, value, code) => {
    expect(codesOf(withValue(child, '/extends/digest', value), [parent])).toEqual([code]);
  });
});

describe('a parent that was altered', () => {
  it(
    'law, pinned: one mutation of its document leaves no parent, whether it is valid or not',
    TIMEOUT,
    () => {
      let invalid = 0;
      const whole = JSON.stringify(everything);
      fc.assert(
        fc.property(mutants(everything), (document) => {
          fc.pre(JSON.stringify(document) !== whole);
          const codes = codesOf(child, [document]);
          for (const code of codes)
            expect(code).toMatch(/^extend\.(digest|unknown_parent|parent_invalid)$/);
          // A mutation that takes back a value which is written otherwise, as -0, is none.
          if (codes.length > 0)
            expect(compilePolicy(document)).not.toMatchObject({ value: { digest: parent.digest } });
          if (codes.includes('extend.parent_invalid')) invalid += 1;
          // Beside the one that is pinned, it does no harm.
          expect(codesOf(child, [document, parent])).toEqual([]);
        }),
        { numRuns: 80, seed: SEED },
      );
      expect(invalid).toBeGreaterThan(10);
    },
  );

  it('does not lead on where it names itself or its child', () => {
    const digest = `sha256:${'0'.repeat(64)}`;
    const self = { ...child, extends: { policy: child['id'] ?? '', version: '1.0.0', digest } };
    expect(codesOf(self, [self, self, child])).toEqual(['extend.digest']);
  });

  it('is refused as such where it is pinned and does not compile', () => {
    const broken = { ...everything, result: { score: 'nowhere' } };
    const known = compilePolicy(
      { ...child, extends: { ...(child['extends'] as JsonObject) } },
      { parents: [broken] },
    );
    expect(known.ok ? [] : known.issues.map(({ code }) => code)).toEqual(['extend.digest']);
    const found = known.ok ? '' : String(known.issues[0]?.params['found']);
    expect(codesOf(withValue(child, '/extends/digest', found), [broken])).toEqual([
      'extend.parent_invalid',
    ]);
  });
});

describe('what is given as parents and is no policy', () => {
  const loop: Record<string, unknown> = {};
  loop['loop'] = loop;
  const throwing = (...traps: readonly string[]): object =>
    new Proxy(
      {},
      Object.fromEntries(
        traps.map((trap) => [
          trap,
          () => {
            throw new RangeError('no');
          },
        ]),
      ),
    );
  const given: readonly (readonly [string, unknown])[] = [
    ['nothing', undefined],
    ['null', null],
    ['a number', NaN],
    ['a symbol', Symbol('x')],
    ['a function', () => everything],
    ['a class', Map],
    ['a date', new Date(0)],
    ['a map', new Map([['id', 1]])],
    ['an object that contains itself', loop],
    ['a text of 10 MB', 'x'.repeat(10_000_000)],
    ['a JSON text of 10 MB', JSON.stringify({ id: 'x'.repeat(10_000_000) })],
    ['deep lists', '['.repeat(100_000)],
    ['a list of a million', new Array(1_000_000).fill(0)],
    ['a sparse list', new Array(4_000_000_000)],
    ['an empty text', ''],
    ['its child', child],
    [
      'a getter that throws',
      Object.defineProperty({}, 'id', {
        enumerable: true,
        get: () => {
          throw new Error('no');
        },
      }),
    ],
    ['a Proxy whose members throw', throwing('get')],
    ['a Proxy whose keys throw', throwing('ownKeys')],
    ['a Proxy whose prototype throws', throwing('getPrototypeOf')],
  ];

  it.each(given)('%s: refused with an issue, and harmless beside the parent', (_what, each) => {
    const codes = codesOf(child, [each]);
    expect(codes.length).toBeGreaterThan(0);
    for (const code of codes) expect(code).toMatch(/^extend\.(unknown_parent|parent_invalid)$/);
    expect(codesOf(child, [each, parent])).toEqual([]);
    expect(codesOf(child, [parent, each])).toEqual([]);
  });

  it.each([
    ['a Proxy whose properties throw', throwing('getOwnPropertyDescriptor')],
    ['an object that only looks like a plan', { layout: {}, digest: 'x' }],
    ['one with a policy that throws', { layout: {}, digest: 'x', policy: throwing('get') }],
  ])('%s is refused with an issue', (_what, each) => {
    expect(codesOf(child, [each]).length).toBeGreaterThan(0);
  });
});
