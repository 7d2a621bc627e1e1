import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evidenceJsonSchema } from '../../src/index.js';
import type { Json, JsonObject } from '../../src/json.js';
import { changedAt, mutants, pathsIn } from '../hostile/mutate.js';
import { isObject } from '../properties/document.js';
import { agreement, type Verdict } from './agreement.js';
import { everyFormPlan, scorecards } from './every-form.js';
import { givenFor } from './given.js';

const agreeOn = agreement(everyFormPlan);
const evidence = givenFor(everyFormPlan, scorecards);

const schema = evidenceJsonSchema(everyFormPlan) as JsonObject;

const at = (...path: readonly string[]): JsonObject =>
  path.reduce<JsonObject>(
    (form, key) => (form['properties'] as Readonly<Record<string, JsonObject>>)[key] ?? {},
    schema,
  );

const [card = {}, other = {}] = scorecards;
const staff = (...cards: readonly Json[]): Json => ({ tables: { staff: { scorecards: cards } } });
const of = (key: string, value: Json): Json => ({ values: { [key]: value } });
const visits = (table: Json): Json => ({ tables: { visits: table } });
const survey = (...answers: readonly Json[]): Json => ({
  panels: { survey: { columns: ['speed'], rows: answers.map((answer) => [answer]) } },
});

describe('the schema of evidence, every form of it', () => {
  it('says how a duration is written, in which unit it counts and how long a day is', () => {
    expect(at('values', 'duration-3')['description']).toBe(
      'in hour; written `d h` as in `3 d 4 h`, a day of 7.5 hours; 0 to 5000 in steps of 1/36000 from 0; ' +
        'without it, it is left out (`exclude`) — dalam hour; ditulis `d h` seperti `3 d 4 h`, sehari 7.5 jam; ' +
        '0 sampai 5000 dengan langkah 1/36000 dari 0; tanpa ini ditinggalkan (`exclude`)',
    );
  });

  it('pins the policy of a scorecard and leaves the rest of it open', () => {
    const [form] = at('values', 'unit')['anyOf'] as readonly JsonObject[];
    expect(form).toMatchObject({
      properties: {
        format: { const: 'timbang/scorecard/1' },
        policy: { properties: { id: { const: 'contoh/pegawai' } } },
      },
      required: ['format', 'policy', 'status'],
    });
    expect(form).not.toHaveProperty('additionalProperties');
    expect(at('values', 'unit')['description']).toContain('from a scorecard by `contoh/pegawai`');
    expect(at('tables', 'staff')['description']).toContain('dari kartu nilai menurut');
  });

  it('describes what an observation says once, in both languages', () => {
    const definitions = schema['$defs'] as Readonly<Record<string, JsonObject>>;
    expect(Object.keys(definitions)).toEqual(['at', 'by', 'record']);
    for (const { description } of Object.values(definitions))
      expect(description).toMatch(/\S — \S/);
  });

  it.each<[string, Json, Verdict]>([
    ['a duration', of('duration-0', '7:30'), 'both accept'],
    ['a duration as a number', of('duration-0', 450), 'both refuse'],
    ['a duration as a decimal', of('duration-0', '7.5'), 'both refuse'],
    ['a duration of another pattern', of('duration-0', '7 h 30 m'), 'both refuse'],
    ['a duration out of bounds', of('duration-0', '9999:00'), 'both accept'],
    [
      'a duration of 41 digits',
      of('duration-0', `${'1'.repeat(39)}:00`),
      'the reader alone refuses',
    ],
    [
      'an observation',
      of('letters', { value: 1, at: '2026-02-03', by: 'x', record: 'y' }),
      'both accept',
    ],
    ['an observation of nothing', of('letters', { value: null }), 'both accept'],
    ['an observation without a value', of('letters', { by: 'x' }), 'both refuse'],
    ['an observation of an observation', of('letters', { value: { value: 1 } }), 'both refuse'],
    [
      'an observation that names its source otherwise',
      of('letters', { value: 1, source: 'x' }),
      'both refuse',
    ],
    ['nobody as `by`', of('letters', { value: 1, by: ' \t' }), 'both refuse'],
    ['`record` that is null', of('letters', { value: 1, record: null }), 'both refuse'],
    ['`at` on no day', of('letters', { value: 1, at: '2026-02-30' }), 'both refuse'],
    ['a value out of bounds in an observation', of('letters', { value: 91 }), 'reported'],
    ['an observed cell by name', visits([{ lasted: { value: '0:30', by: 'x' } }]), 'both accept'],
    [
      'an observed cell by position',
      visits({ columns: ['lasted'], rows: [[{ value: '0:30', by: 'x' }]] }),
      'both accept',
    ],
    [
      'a cell by position without a value',
      visits({ columns: ['lasted'], rows: [[{ by: 'x' }]] }),
      'both refuse',
    ],
    [
      'a cell by position with a wrong duration',
      visits({ columns: ['lasted'], rows: [['x']] }),
      'the reader alone refuses',
    ],
    ['an observed answer', survey({ value: 3 }), 'both refuse'],
    ['an answer by its label', survey('good', 3, '3', null), 'both accept'],
    ['an answer by no label, by name', { panels: { survey: [{ speed: 'fine' }] } }, 'both refuse'],
    ['a label where no answer is', of('letters', 'good'), 'both refuse'],
    [
      'totals of a table',
      visits({ totals: { count: 2, sums: { lasted: '1:30', letters: 3 } } }),
      'both accept',
    ],
    [
      'totals of a table with its own counts',
      visits({ totals: { count: 2, sums: { lasted: '0:30' }, answered: { lasted: 1 } } }),
      'both accept',
    ],
    [
      'a sum of durations as a number',
      visits({ totals: { count: 2, sums: { lasted: 90 } } }),
      'both refuse',
    ],
    ['a sum of labels', visits({ totals: { count: 2, sums: { status: 1 } } }), 'both refuse'],
    [
      'totals by source of a table',
      visits({ totals: { citizen: { count: 0, sums: {} } } }),
      'both refuse',
    ],
    [
      'a sum that cannot be',
      visits({ totals: { count: 1, sums: { lasted: '999:00' } } }),
      'the reader alone refuses',
    ],
    [
      'totals where a row is read',
      { tables: { days: { totals: { count: 0, sums: {} } } } },
      'both refuse',
    ],
    ['totals where a median is taken', { panels: { round: { totals: {} } } }, 'both refuse'],
    ['members', staff(card, other), 'both accept'],
    ['no members', staff(), 'both accept'],
    ['a member twice', staff(card, card), 'the reader alone refuses'],
    [
      'a member by another policy',
      staff({ ...card, policy: { id: 'x', digest: 'y' } }),
      'both refuse',
    ],
    [
      'a member of another digest',
      staff({ ...card, policy: { ...(card['policy'] as JsonObject), digest: 'x' } }),
      'both refuse',
    ],
    ['a member in another format', staff({ ...card, format: 'x' }), 'both refuse'],
    ['a member with more in it', staff({ ...card, host: [1] }), 'both accept'],
    [
      'a member without a subject',
      staff(Object.fromEntries(Object.entries(card).filter(([key]) => key !== 'subject'))),
      'both accept',
    ],
    ['a member without what is read', staff({ ...card, trace: [] }), 'the reader alone refuses'],
    ['members as rows', { tables: { staff: [] } }, 'both refuse'],
    ['members as totals', { tables: { staff: { totals: { count: 0, sums: {} } } } }, 'both refuse'],
    [
      'more members than the table takes',
      staff(...Array.from({ length: 10 }, (_, i) => ({ ...card, subject: String(i) }))),
      'both refuse',
    ],
    ['a scorecard', of('unit', card), 'both accept'],
    ['no scorecard', of('unit', null), 'both accept'],
    ['a number for a scorecard', of('unit', 80), 'both refuse'],
    ['a scorecard as an observation', of('unit', { value: card }), 'both refuse'],
    ['a scorecard without a status', of('unit', { ...card, status: null }), 'both refuse'],
  ])('agrees with the reader on %s', (_name, document, verdict) => {
    expect(agreeOn(document)).toBe(verdict);
  });
});

/** What occurs in a document, to show that laws speak of it. */
const occurringIn = (document: Json): readonly string[] => {
  const found: string[] = [];
  const see = (value: Json, path: readonly (string | number)[]): void => {
    const [section, name = '', ...inside] = path;
    const last = path.at(-1);
    if (isObject(value)) {
      if ('value' in value && section === 'values') found.push('an observed value');
      if ('value' in value && section === 'tables' && name !== 'staff')
        found.push(
          inside[0] === 'rows' ? 'an observed cell by position' : 'an observed cell by name',
        );
      if ('at' in value) found.push('a day of an observation');
      if ('totals' in value) found.push(`totals in ${section === 'panels' ? 'panels' : 'tables'}`);
      if (value['format'] === 'timbang/scorecard/1')
        found.push(section === 'values' ? 'a scorecard for an input' : 'a member');
    }
    if (typeof value === 'string') {
      if (String(name).startsWith('duration')) found.push(String(name));
      if (last === 'lasted' && inside[1] === 'sums') found.push('a sum of durations');
      if (section === 'panels' && /^(poor|fair|good|very-good)$/.test(value))
        found.push(inside[0] === 'rows' ? 'a label by position' : 'a label by name');
    }
  };
  for (const path of pathsIn(document)) {
    see(
      path.reduce<Json>((each, key) => (each as never)[key], document),
      path,
    );
  }
  return found;
};

const OCCURRING: readonly string[] = [
  'a day of an observation',
  'a label by name',
  'a label by position',
  'a member',
  'a scorecard for an input',
  'a sum of durations',
  'an observed cell by name',
  'an observed cell by position',
  'an observed value',
  ...Array.from({ length: 8 }, (_, i) => `duration-${String(i)}`),
  'totals in panels',
  'totals in tables',
];

describe('schema and reader, every form of evidence', () => {
  it('law, sound: what fits its declaration is accepted by both', { timeout: 60_000 }, () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(evidence, (document) => {
        for (const each of occurringIn(document)) seen.add(each);
        expect(agreeOn(document)).toBe('both accept');
      }),
      { numRuns: 300 },
    );
    expect([...seen].sort()).toEqual(OCCURRING);
  });

  it('law, sound: they differ only in the listed codes, on mutants', { timeout: 60_000 }, () => {
    const verdicts = {
      'both accept': 0,
      'both refuse': 0,
      reported: 0,
      'the reader alone refuses': 0,
    };
    fc.assert(
      fc.property(evidence.chain(mutants), (document) => {
        verdicts[agreeOn(document)] += 1;
      }),
      { numRuns: 1000 },
    );
    expect(verdicts['both accept']).toBeGreaterThan(50);
    expect(verdicts['both refuse']).toBeGreaterThan(50);
    expect(verdicts['the reader alone refuses']).toBeGreaterThan(5);
  });

  it('law, sound: the same with every single value of one document replaced', {
    timeout: 60_000,
  }, () => {
    const observation = { value: '0:30', at: '2026-03-02', by: 'x', record: 'y' };
    const document: Json = {
      values: { 'duration-3': '3 d', letters: { ...observation, value: 7 }, unit: card },
      tables: {
        visits: {
          totals: { count: 1, sums: { lasted: '0:30', letters: 5 }, answered: { letters: 1 } },
        },
        days: {
          columns: ['on', 'worked'],
          rows: [['2026-03-02', { ...observation, value: '30 m' }]],
        },
        staff: { scorecards: [card, other] },
      },
      panels: {
        survey: [{ speed: 'good', courtesy: 4 }],
        round: [{ source: 'peer', trust: 'poor' }],
      },
    };
    expect(agreeOn(document)).toBe('both accept');
    const values: readonly (Json | undefined)[] = [
      undefined,
      null,
      true,
      0,
      0.5,
      100,
      '',
      ' ',
      'x',
      '4',
      '7:30',
      '30 m',
      'good',
      [],
      {},
      { value: 1 },
      observation,
      card,
      { totals: { count: 0, sums: {} } },
    ];
    const verdicts = new Set<Verdict>();
    for (const path of pathsIn(document)) {
      for (const value of values) verdicts.add(agreeOn(changedAt(document, path, () => value)));
    }
    expect(verdicts.size).toBe(4);
  });
});
