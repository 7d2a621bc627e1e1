import { examplesOf } from '../laws/examples.js';
import { readdirSync, readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compilePolicy, evidenceJsonSchema, type Plan, unwrap } from '../../src/index.js';
import { indicatorKinds } from '../../src/indicator/registry.js';
import type { Json, JsonObject } from '../../src/json.js';
import { changedAt, mutants, pathsIn } from '../hostile/mutate.js';
import { language } from '../properties/document.js';
import { evidenceFor, GAPS, WHOLE } from '../properties/evidence.js';
import { agreement, type Verdict } from './agreement.js';
import { goldenEvidence, samples } from './documents.js';

const plan = unwrap(compilePolicy(language));
const given = language.tests?.[0]?.evidence ?? {};

const agreeOn = agreement(plan);

/** Members of the schema of the worked example, by the way there. */
const at = (...path: readonly string[]): JsonObject =>
  path.reduce<JsonObject>(
    (form, key) => (form['properties'] as Readonly<Record<string, JsonObject>>)[key] ?? {},
    evidenceJsonSchema(plan) as JsonObject,
  );

/** A policy of one input, with what else it declares. */
const withInput = (input: JsonObject, others: JsonObject = {}): Plan =>
  unwrap(
    compilePolicy({
      timbang: 1,
      id: 'a/b',
      version: '1.2.3',
      title: { id: 'kebijakan', en: 'policy' },
      effective: { from: '2026-01-01' },
      inputs: { x: input },
      ...others,
      indicators: {
        y: { unit: 'ratio', constant: 1, round: { places: 0, mode: 'half-up', for: 'use' } },
      },
      result: { score: 'y', baseline: 1 },
    }),
  );

const formOfInput = (input: JsonObject): JsonObject => {
  const schema = evidenceJsonSchema(withInput(input)) as JsonObject;
  const path = ['values', 'x'];
  return path.reduce<JsonObject>(
    (form, key) => (form['properties'] as Readonly<Record<string, JsonObject>>)[key] ?? {},
    schema,
  );
};

describe('the schema of evidence', () => {
  it('says unit, range and what happens without a value, in both languages', () => {
    const ways = [
      { type: 'number', minimum: 0, maximum: 720 },
      { type: 'string', pattern: '^-?\\d+(\\.\\d+)?([eE][+-]?\\d+)?$' },
      { type: 'null' },
    ];
    expect(at('values', 'ktp-hours')).toEqual({
      description:
        'in hour; 0 to 720 in steps of 0.1 from 0; without it the result waits (`pending`) — ' +
        'dalam hour; 0 sampai 720 dengan langkah 0.1 dari 0; tanpa ini hasil menunggu (`pending`)',
      anyOf: [
        ...ways,
        {
          type: 'object',
          properties: {
            value: { description: 'the value itself — nilainya sendiri', anyOf: ways },
            at: { $ref: '#/$defs/at' },
            by: { $ref: '#/$defs/by' },
            record: { $ref: '#/$defs/record' },
          },
          required: ['value'],
          additionalProperties: false,
        },
      ],
    });
  });

  it('lists labels, and names what is used instead', () => {
    expect((at('values', 'post')['anyOf'] as readonly Json[]).slice(0, 2)).toEqual([
      { type: 'string', enum: ['structural', 'functional'] },
      { type: 'null' },
    ]);
    expect(at('values', 'new-idea')['description']).toContain(
      'without it `false` is used (`pp30-41`)',
    );
  });

  it('has the identity and the title of the policy', () => {
    expect(evidenceJsonSchema(withInput({ type: 'date', ifMissing: 'fail' }))).toMatchObject({
      $id: 'timbang/evidence/a/b/1.2.3.schema.json',
      title: 'policy — kebijakan',
    });
  });

  it('titles are those of the policy', () => {
    const title = { id: 'lama', en: 'duration' };
    expect(formOfInput({ type: 'boolean', ifMissing: 'fail', title })['title']).toBe(
      'duration — lama',
    );
  });

  const number = { type: 'decimal', unit: 'hour', ifMissing: 'fail' } as const;

  it.each<[string, JsonObject, JsonObject]>([
    [
      'a whole number',
      { ...number, type: 'integer', min: 1, max: 9 },
      { type: 'integer', minimum: 1, maximum: 9 },
    ],
    [
      'a whole step',
      { ...number, min: 0, max: 90, step: 15 },
      { type: 'integer', minimum: 0, maximum: 90, multipleOf: 15 },
    ],
    [
      'a whole step from elsewhere',
      { ...number, min: 5, max: 90, step: 15 },
      { type: 'number', minimum: 5, maximum: 90 },
    ],
    [
      'a decimal step',
      { ...number, min: 0, max: 1, step: '0.1' },
      { type: 'number', minimum: 0, maximum: 1 },
    ],
    [
      'a step of a half',
      { ...number, min: 0, max: 1, step: '1/2' },
      { type: 'number', minimum: 0, maximum: 1 },
    ],
    [
      'a bound that no double has',
      { ...number, min: 0, max: '0.1234567890123456789' },
      { type: 'number', minimum: 0 },
    ],
    ['a bound without end', { ...number, min: '1/3', max: 1 }, { type: 'number', maximum: 1 }],
    [
      'whole numbers beyond doubles',
      { ...number, type: 'integer', min: 0, max: '1e22' },
      { type: 'number', minimum: 0, maximum: 1e22 },
    ],
  ])('%s is a keyword only as far as doubles carry it', (_name, input, form) => {
    expect((formOfInput(input)['anyOf'] as readonly Json[])[0]).toEqual(form);
  });

  it('law, sound: every number on a step of 0.1 is accepted', () => {
    const tenths = withInput({ ...number, min: 0, max: 100, step: '0.1' });
    const judge = agreement(tenths);
    for (let i = 0; i <= 1000; i++) expect(judge({ values: { x: i / 10 } })).toBe('both accept');
  });

  it('is a schema also of tables without columns, panels without questions and answers without labels', () => {
    const sources = { a: { share: 1, take: 'mean', atLeast: 1, ifFewer: 'exclude' } };
    const panel = { answers: 'answer', labels: {}, sources };
    const empty = withInput(
      { type: 'boolean', ifMissing: 'fail' },
      {
        scales: { answer: { worst: 1, full: 5, best: 5, step: 1 } },
        tables: { bare: { rowUnit: 'day', atMost: 3, ifMissing: 'exclude', row: {} } },
        panels: { none: { ...panel, questions: {} }, one: { ...panel, questions: { q: {} } } },
      },
    );
    const judge = agreement(empty);
    expect(judge({ tables: { bare: { columns: [], rows: [[], []] } } })).toBe('both accept');
    expect(judge({ tables: { bare: { columns: ['a'], rows: [] } } })).toBe('both refuse');
    expect(judge({ tables: { bare: { totals: { count: 2, sums: {} } } } })).toBe('both accept');
    expect(judge({ panels: { none: [{ rater: 'x' }], one: [{ q: 5 }] } })).toBe('both accept');
    expect(judge({ panels: { one: [{ q: 'good' }] } })).toBe('both refuse');
  });

  it('accepts totals only where the reader does', () => {
    const totals = { totals: { citizen: { count: 2, sums: { courtesy: 9, clarity: '9.0' } } } };
    expect(agreeOn({ panels: { citizens: totals } })).toBe('both accept');
    expect(agreeOn({ panels: { 'form-360': totals } })).toBe('both refuse');
    expect(agreeOn({ panels: { citizens: { totals: { citizen: { count: 2 } } } } })).toBe(
      'both refuse',
    );
    expect(agreeOn({ panels: { citizens: { totals: { other: totals.totals.citizen } } } })).toBe(
      'both refuse',
    );
  });

  it.each<[string, Json, Verdict]>([
    ['nothing', {}, 'both accept'],
    ['parts that are null', { values: null, tables: null, panels: null }, 'both accept'],
    ['a table that is null', { tables: { tasks: null } }, 'both accept'],
    ['a subject that is null', { subject: null }, 'both refuse'],
    ['a key unheard of', { value: {} }, 'both refuse'],
    ['a decimal comma', { values: { 'ktp-hours': '7,5' } }, 'both refuse'],
    ['too much', { values: { 'ktp-hours': 721 } }, 'reported'],
    ['off a whole step', { values: { visitors: 1.5 } }, 'reported'],
    ['off a decimal step', { values: { 'ktp-hours': 0.05 } }, 'both accept'],
    ['a day of no calendar', { asOf: '2026-02-30' }, 'both refuse'],
    [
      'a column twice',
      { tables: { tasks: { columns: ['done', 'done'], rows: [] } } },
      'both refuse',
    ],
    ['a label of another input', { values: { post: 'baik' } }, 'both refuse'],
    [
      'a row too short',
      { tables: { tasks: { columns: ['done', 'target'], rows: [[1]] } } },
      'the reader alone refuses',
    ],
    [
      'a row too long',
      { tables: { tasks: { columns: ['done', 'target'], rows: [[1, 2, 3]] } } },
      'both refuse',
    ],
    [
      'answers counted by no object',
      {
        panels: {
          citizens: {
            totals: { citizen: { count: 1, sums: { courtesy: 4, clarity: 5 }, answered: 1 } },
          },
        },
      },
      'both refuse',
    ],
    ['a form without its source', { panels: { 'form-360': [{ integrity: 4 }] } }, 'both refuse'],
  ])('agrees with the reader on %s', (_name, document, verdict) => {
    expect(agreeOn(document)).toBe(verdict);
  });
});

describe('schema and reader of evidence', () => {
  it.each(samples)('accept the evidence of every test of %s', (_name, policy) => {
    const judge = agreement(unwrap(compilePolicy(policy)));
    const tests = Array.isArray(policy['tests']) ? (policy['tests'] as readonly JsonObject[]) : [];
    for (const { evidence = null } of tests)
      expect(['both accept', 'reported']).toContain(judge(evidence));
  });

  it('accept the evidence of every golden case', () => {
    const policies = new Map(samples);
    const judges = new Map<string, ReturnType<typeof agreement>>();
    for (const { policy, evidence } of goldenEvidence) {
      const judge = judges.get(policy) ?? agreement(unwrap(compilePolicy(policies.get(policy))));
      judges.set(policy, judge);
      expect(['both accept', 'reported'], policy).toContain(judge(evidence));
    }
    expect(goldenEvidence.length).toBeGreaterThan(50);
  });

  it('accept the evidence of every example of a verb', () => {
    for (const kind of indicatorKinds.values()) {
      for (const { title, evidence } of examplesOf(kind)) {
        const policy = samples.find(([name]) => name === `${kind.name}: ${title.en}`)?.[1];
        expect(agreement(unwrap(compilePolicy(policy)))(evidence), title.en).toBe('both accept');
      }
    }
  });

  it('accept the evidence beside the policy of realistic size', () => {
    const folder = 'examples/sabang/evidence';
    const judge = agreement(
      unwrap(compilePolicy(readFileSync('examples/sabang/policy.json', 'utf8'))),
    );
    const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
    for (const name of files) {
      const document = JSON.parse(readFileSync(`${folder}/${name}`, 'utf8')) as Json;
      expect(['both accept', 'reported'], name).toContain(judge(document));
    }
    expect(files.length).toBeGreaterThan(3);
  });

  it('law, sound: what fits its declaration is accepted by both', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(evidenceFor(language, WHOLE), (document) => {
        expect(agreeOn(document)).toBe('both accept');
      }),
      { numRuns: 200 },
    );
  });

  it('law, sound: they differ only in the listed codes, on evidence with gaps and on mutants', {
    timeout: 60_000,
  }, () => {
    const verdicts = {
      'both accept': 0,
      'both refuse': 0,
      reported: 0,
      'the reader alone refuses': 0,
    };
    const evidence = fc.oneof(fc.constant(given), evidenceFor(language, GAPS));
    fc.assert(
      fc.property(fc.oneof(evidence, evidence.chain(mutants)), (document) => {
        verdicts[agreeOn(document)] += 1;
      }),
      { numRuns: 1000 },
    );
    for (const count of Object.values(verdicts)) expect(count).toBeGreaterThan(10);
  });

  it('law, sound: the same with every single value replaced', { timeout: 60_000 }, () => {
    const values: readonly (Json | undefined)[] = [
      undefined,
      null,
      true,
      0,
      -1,
      0.5,
      1e300,
      '',
      'x',
      '4',
      [],
      {},
      [[]],
    ];
    const totals = {
      panels: {
        citizens: {
          totals: {
            citizen: { count: 2, sums: { courtesy: 9, clarity: 9 }, answered: { clarity: 2 } },
          },
        },
      },
    };
    const objects = {
      tables: { tasks: [{ done: 1, target: 2 }] },
      asOf: '2026-05-01',
      subject: 's',
    };
    const counts = new Set<Verdict>();
    for (const document of [given, totals, objects]) {
      for (const path of pathsIn(document)) {
        for (const value of values) counts.add(agreeOn(changedAt(document, path, () => value)));
      }
    }
    expect(counts.size).toBe(4);
  });
});
