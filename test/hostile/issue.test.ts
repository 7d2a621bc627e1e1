import { describe, expect, it } from 'vitest';
import { compilePolicy, evaluate, parseEvidence, unwrap } from '../../src/index.js';
import { issueCatalogue } from '../../src/catalogue.js';
import type { Json } from '../../src/json.js';
import { isPlaceIn, language, where } from '../properties/document.js';

const ROUND = { places: 2, mode: 'half-up', for: 'use' };

const policyOf = (parts: object) => ({
  timbang: 1,
  id: 'hostile/issue',
  version: '1.0.0',
  title: { id: 'uji', en: 'test' },
  effective: { from: '2026-01-01' },
  scales: { points: { worst: 0, full: 100, best: 100 } },
  result: { score: 'x' },
  ...parts,
});

const refused = (document: unknown): readonly string[] => {
  const result = compilePolicy(document);
  return result.ok ? [] : result.issues.map(where);
};

describe('the issues of a policy', () => {
  it.each<[string, object, string]>([
    ['a weight', { mean: { weights: { nobody: 1 } } }, 'mean/weights/nobody'],
    ['a geometric weight', { geometric: { weights: { nobody: 1 } } }, 'geometric/weights/nobody'],
    ['a coefficient', { sum: { coefficients: { nobody: 1 } } }, 'sum/coefficients/nobody'],
    ['a component', { min: { of: ['nobody'] } }, 'min/of/0'],
    ['a greatest', { max: { of: ['nobody'] } }, 'max/of/0'],
    ['a median', { median: { of: ['nobody'] } }, 'median/of/0'],
    ['one of a mean', { trimmed: { of: ['nobody'], trim: 0 } }, 'trimmed/of/0'],
    ['one of the best', { best: { of: ['nobody'], take: 1 } }, 'best/of/0'],
    ['a place', { ordered: { of: ['nobody'], weights: [1] } }, 'ordered/of/0'],
    ['a harmonic weight', { harmonic: { weights: { nobody: 1 } } }, 'harmonic/weights/nobody'],
    ['a power', { power: { exponent: 2, weights: { nobody: 1 } } }, 'power/weights/nobody'],
    ['a factor', { product: { of: ['nobody'] } }, 'product/of/0'],
    ['a variable', { formula: { var: 'nobody' } }, 'formula/var'],
    [
      'a reading',
      { goalposts: { read: 'nobody', worst: 0, best: 1, clip: true } },
      'goalposts/read',
    ],
    [
      'an amount',
      { constant: 1, adjust: [{ id: 'a', deduct: { var: 'nobody' } }] },
      'adjust/0/deduct/var',
    ],
  ])('an unknown name is told once: %s', (_what, verb, place) => {
    const x = { unit: 'points', ...verb, round: ROUND };
    expect(refused(policyOf({ indicators: { x } }))).toEqual([
      `name.unknown /indicators/x/${place}`,
    ]);
  });

  const lookups = { one: { keys: ['level'], unit: 'points', values: { low: 0, high: 100 } } };
  it.each<[string, object, string]>([
    ['a component twice', { max: { of: ['a', 'a'] } }, 'name.listed_twice max/of/1'],
    ['a component of text', { median: { of: ['word'] } }, 'rule.type median/of/0'],
    ['no component', { best: { of: [], take: 1 } }, 'policy.too_few best/of'],
    ['more than there are', { best: { of: ['a', 'b'], take: 3 } }, 'components.take best/take'],
    ['half trimmed away', { trimmed: { of: ['a'], trim: '50%' } }, 'components.trim trimmed/trim'],
    ['a trim below zero', { trimmed: { of: ['a'], trim: '-0.1' } }, 'components.trim trimmed/trim'],
    [
      'half of the rows trimmed away',
      { rows: { of: 't', take: 'trimmed', trim: '1/2', read: 't.x' } },
      'components.trim rows/trim',
    ],
    [
      'rows without their trim',
      { rows: { of: 't', take: 'trimmed', read: 't.x' } },
      'rows.form rows',
    ],
    [
      'a trim that is not asked for',
      { rows: { of: 't', take: 'mean', trim: 0, read: 't.x' } },
      'rows.form rows',
    ],
    [
      'places that are not one',
      { ordered: { of: ['a', 'b'], weights: ['1/2', '1/3'] } },
      'components.places ordered/weights',
    ],
    [
      'a place too many',
      { ordered: { of: ['a', 'b'], weights: ['1/3', '1/3', '1/3'] } },
      'components.places ordered/weights',
    ],
    [
      'a place below zero',
      { ordered: { of: ['a', 'b'], weights: [2, -1] } },
      'components.places ordered/weights',
    ],
    [
      'an exponent of zero',
      { power: { exponent: 0, weights: { a: 1 } } },
      'power.exponent power/exponent',
    ],
    [
      'an exponent of a thousand',
      { power: { exponent: 1000, weights: { a: 1 } } },
      'power.exponent power/exponent',
    ],
    [
      'weights that are not one',
      { harmonic: { weights: { a: '1/2', b: '1/3' } } },
      'weights.sum harmonic/weights',
    ],
    [
      'a share beyond one',
      { min: { of: ['a'], leaveOut: { atLeast: '101%' } } },
      'weights.leave_out_range min/leaveOut/atLeast',
    ],
    ['points times points', { product: { of: ['a', 'b'] } }, 'unit.mismatch product'],
    ['a factor of text', { product: { of: ['word'] } }, 'rule.type product/of/0'],
    [
      'a lookup too many keys',
      { lookup: { read: ['level', 'level'], use: 'one' } },
      'lookup.keys lookup/read',
    ],
    [
      'a lookup by other labels',
      { lookup: { read: ['word'], use: 'one' } },
      'matrix.labels lookup/read/0',
    ],
    [
      'a lookup that is not there',
      { lookup: { read: ['level'], use: 'two' } },
      'name.unknown_lookup lookup/use',
    ],
  ])('%s is refused once, at its place', (_what, verb, expected) => {
    const number = { type: 'integer', unit: 'points', min: 0, max: 100, ifMissing: 'fail' };
    const [code = '', place = ''] = expected.split(' ');
    const document = policyOf({
      scales: {
        points: { worst: 0, full: 100, best: 100 },
        level: { labels: ['low', 'high'] },
      },
      inputs: {
        a: number,
        b: number,
        level: { type: 'label', scale: 'level', ifMissing: 'fail' },
        word: { type: 'label', labels: ['low', 'high'], ifMissing: 'fail' },
      },
      tables: { t: { rowUnit: 'task', atMost: 9, ifMissing: 'fail', row: { x: number } } },
      lookups,
      indicators: { x: { unit: 'points', ...verb, round: ROUND } },
    });
    expect(refused(document)).toEqual([`${code} /indicators/x/${place}`]);
  });

  it.each<[string, object, string]>([
    ['a label without an entry', { values: { low: 1 } }, 'name.label_missing /lookups/one/values'],
    [
      'an entry of no label',
      { values: { low: 1, high: 2, top: 3 } },
      'name.unknown_label /lookups/one/values/top',
    ],
    [
      'an entry too deep',
      { values: { low: 1, high: { low: 2, high: 3 } } },
      'lookup.depth /lookups/one/values/high',
    ],
    ['an entry too shallow', { keys: ['level', 'level'] }, 'lookup.depth /lookups/one/values/low'],
    [
      'an entry of text',
      { values: { low: 1, high: 'many' } },
      'number.unreadable /lookups/one/values/high',
    ],
    ['a key of no scale', { keys: ['points'] }, 'scale.not_labels /lookups/one/keys/0'],
    ['neither numbers nor labels', { unit: undefined }, 'lookup.unit_or_scale /lookups/one'],
    ['numbers and labels', { scale: 'level' }, 'lookup.unit_or_scale /lookups/one'],
  ])('a lookup with %s is refused there', (_what, more, expected) => {
    const { unit, ...rest } = { ...lookups.one, ...more };
    const document = policyOf({
      scales: {
        points: { worst: 0, full: 100, best: 100 },
        level: { labels: ['low', 'high'] },
      },
      inputs: { level: { type: 'label', scale: 'level', ifMissing: 'fail' } },
      lookups: { one: { ...rest, ...((unit as unknown) === undefined ? {} : { unit }) } },
      indicators: {
        x: { unit: 'points', lookup: { read: ['level'], use: 'one' }, round: ROUND },
      },
    });
    expect(refused(document)[0]).toBe(expected);
  });

  it('come in document order, whatever is compiled first', () => {
    const parts = {
      inputs: { seen: { type: 'boolean', when: { var: 'nobody' }, ifMissing: 'fail' } },
      curves: {
        bent: {
          from: 'points',
          to: 'points',
          line: [
            [2, 0],
            [1, 100],
          ],
        },
      },
      indicators: {
        x: { unit: 'points', min: { of: ['nothing'] }, cite: 'unwritten', round: ROUND },
        y: { unit: 'points', min: { of: ['nowhere'] } },
      },
    };
    expect(refused(policyOf(parts))).toEqual([
      'name.unknown /inputs/seen/when/var',
      'curve.not_increasing /curves/bent/line/1',
      'name.unknown /indicators/x/min/of/0',
      'name.unknown_cite /indicators/x/cite',
      'name.unknown /indicators/y/min/of/0',
    ]);
  });

  it('a citation that only a rounding or an input names is known to be used', () => {
    expect(unwrap(compilePolicy(language)).warnings.map(where)).toEqual([]);
  });
});

describe('the issues of a scorecard', () => {
  const plan = unwrap(compilePolicy(language));
  const scorecardOf = (document: Json) => evaluate(plan, unwrap(parseEvidence(plan, document)));
  const placed = (document: Json) =>
    scorecardOf(document).issues.filter(
      ({ code, pointer }) =>
        code.startsWith('evidence.') && pointer !== '/asOf' && !isPlaceIn(document, pointer),
    );
  const attendance = [
    ['2026-03-02', 'present', null],
    ['2026-03-03', 'absent', 5],
  ];
  const whole = { values: {}, tables: {}, panels: {} };

  it.each<[string, Json]>([
    ['rows under their columns', { columns: ['on', 'status', 'late'], rows: attendance }],
    [
      'rows as objects',
      attendance.map(([on = null, status = null, late = null]) => ({ on, status, late })),
    ],
  ])('point to places of the evidence that was given: %s', (_what, rows) => {
    const document: Json = { ...whole, tables: { attendance: rows } };
    const codes = scorecardOf(document).issues.map(({ code }) => code);
    expect(codes).toContain('evidence.missing');
    expect(codes).toContain('evidence.not_applicable');
    expect(placed(document).map(where)).toEqual([]);
  });

  it('are all of the catalogue, with both sentences', () => {
    for (const { code, message } of scorecardOf({}).issues) {
      expect(Object.hasOwn(issueCatalogue, code)).toBe(true);
      for (const text of [message.id, message.en]) expect(text).not.toMatch(/\{\w+\}|undefined/);
    }
  });
});

describe('the catalogue', () => {
  const entries = Object.entries(issueCatalogue);
  /** A host's own sentence comes as one parameter for each language. */
  const LANGUAGE = new Map([
    ['{id}', '{language}'],
    ['{en}', '{language}'],
  ]);

  it.each(entries)(
    '%s says the same in both languages, with the same placeholders',
    (_code, template) => {
      const names = (text: string): readonly string[] =>
        [
          ...new Set((text.match(/\{\w+\}/g) ?? []).map((each) => LANGUAGE.get(each) ?? each)),
        ].sort();
      expect(template.id).not.toBe(template.en);
      expect(names(template.id)).toEqual(names(template.en));
      if (template.help === undefined) return;
      expect(template.help.id).not.toBe(template.help.en);
      expect(names(template.help.id)).toEqual(names(template.help.en));
    },
  );

  it.each(entries)(
    '%s is `area.snake_case`, its sentences lowercase fragments',
    (code, template) => {
      expect(code).toMatch(/^[a-z]+(?:\.[a-z]+(?:_[a-z]+)*)$/);
      for (const text of [template.id, template.en]) {
        expect(text).not.toMatch(/^[A-Z](?!SON)|\.$/);
        expect((text.match(/`/g) ?? []).length % 2).toBe(0);
      }
    },
  );
});
