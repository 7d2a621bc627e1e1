import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe as suite, expect, it } from 'vitest';
import { compilePolicy, describe, unwrap } from '../../src/index.js';
import type { Json } from '../../src/json.js';
import { exactText, readExact, readNumber } from '../../src/number/decimal.js';
import type { Plan } from '../../src/plan/plan.js';
import type { PanelSpec, Policy } from '../../src/policy/policy.js';
import { benches } from '../laws/bench.js';
import { policyAndEvidence } from '../oracle/generate.js';
import { numbersIn } from './figures.js';
import { example, sabang } from './scorecards.js';

const LANGUAGES = ['id', 'en'] as const;

/** Laws compile and evaluate whole policies; they count on work, not on the clock. */
const SLOW = { timeout: 60_000 };

const golden = (path: string): Plan =>
  unwrap(compilePolicy(readFileSync(new URL(`../golden/${path}`, import.meta.url), 'utf8')));

const PLANS: readonly (readonly [string, Plan])[] = [
  ['the worked example', example],
  ['the Sabang example', sabang],
  ['the 2011 scheme', golden('pp46/policy.json')],
  ['the 2022 matrix', golden('p6/policy.json')],
  ['the 2017 survey', golden('skm/policy-ninth.json')],
  ['the 2004 survey', golden('skm/policy-2004.json')],
];

const NAME = /^[a-z][a-z0-9-]*(?:\.[a-z][a-z0-9-]*)?$/;

/** Sections of a policy whose keys are names that an author gave. */
const AUTHORED = [
  'cites',
  'scales',
  'parameters',
  'inputs',
  'tables',
  'panels',
  'curves',
  'matrices',
  'indicators',
] as const;

/** Every name that an author gave to something, with the labels of scales and inputs. */
const namesOf = ({ policy }: Plan): readonly string[] => {
  const names = AUTHORED.flatMap((section) => Object.keys(policy[section] ?? {}));
  for (const table of Object.values(policy.tables ?? {})) names.push(...Object.keys(table.row));
  for (const { questions, sources } of Object.values(policy.panels ?? {}))
    names.push(...Object.keys(questions), ...Object.keys(sources));
  for (const scale of Object.values(policy.scales ?? {}))
    if ('labels' in scale) names.push(...scale.labels);
  for (const input of Object.values(policy.inputs ?? {}))
    if (input.type === 'label') names.push(...(input.labels ?? []));
  for (const { adjust = [], limits = [] } of Object.values(policy.indicators))
    names.push(...[...adjust, ...limits].map(({ id }) => id));
  return names;
};

/** Every name that stands as text anywhere in the rules of a policy. */
const textsIn = (value: Json): readonly string[] => {
  if (typeof value === 'string') return NAME.test(value) ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap((each: Json) => textsIn(each));
};

suite('what a description says', () => {
  const lines = (language: 'id' | 'en'): string =>
    describe(example, { language }).text.replace(/\s+/g, ' ');

  it('says where and when the policy holds, the last day excluded', () => {
    expect(lines('id')).toContain('mulai 1 Januari 2026 sampai sebelum 1 Januari 2027');
    expect(lines('en')).toContain('from 1 January 2026 up to but not including 1 January 2027');
    expect(describe(sabang, { language: 'id' }).text).toContain('Kota Sabang (kode BPS 1172)');
  });

  it('says how well each source supports the rules', () => {
    expect(lines('en')).toContain('pp30-41 PP 30/2019 Pasal 41 the text of the regulation itself');
    expect(lines('id')).toContain('contoh, bukan hukum tafsir, bukan bunyi aturan');
  });

  it('gives parameters by date, with their bounds', () => {
    expect(lines('id')).toContain('mulai 1 Januari 2026: 24 hour; mulai 1 Juli 2026: 20 hour');
    expect(lines('en')).toContain('a region may set it between 60% and 70%');
  });

  it('says what is handed in, within which bounds, and what happens without it', () => {
    expect(lines('id')).toContain(
      'bilangan 0 sampai 720 hour, kelipatan 0,1 dari 0 bila tidak ada: ditunggu, hasil sementara',
    );
    expect(lines('en')).toContain('yes or no when missing: no is used (source: pp30-41)');
    expect(lines('en')).toContain('applies where attendance.status = present');
  });

  it('says who answers a panel and what each source counts for', () => {
    expect(lines('id')).toContain(
      'sumber penilai, bagian sisanya (40%): median jawabannya, sedikitnya 3',
    );
  });

  it('says in words what comes before, after and around a verb', () => {
    expect(lines('id')).toContain('dipakai hanya bila voices ≥ 0,1 × visitors');
    expect(lines('id')).toContain(
      'penyesuaian late: dikurangi late-total, paling banyak 20; alasan: terlambat',
    );
    expect(lines('en')).toContain('limit absence: at most kurang, where absent > 10');
    expect(lines('en')).toContain(
      'rounded to 2 decimal places, to the nearest, ties away from zero; later rules use the rounded value',
    );
    expect(lines('en')).toContain('a number in points, one for each row of tasks');
  });

  it('says what a curve gives at every edge', () => {
    expect(lines('id')).toContain(
      'di bawah semua batas: 0 mulai 1: 1/4 di atas 30: 1 bila tidak ada: 2',
    );
  });

  it('names the source of every rule, down to a case, a rounding and a source of a panel', () => {
    const document = structuredClone(example.document) as unknown as Policy;
    const cites = Object.fromEntries(
      ['of-source', 'of-round', 'of-case'].map((name) => [
        name,
        { text: 'x', support: 'primary' as const },
      ]),
    );
    const panels = structuredClone(document.panels) as Record<string, PanelSpec>;
    const sources = { ...panels['citizens']?.sources };
    const policy = {
      ...document,
      cites: { ...document.cites, ...cites },
      panels: {
        ...panels,
        citizens: {
          ...panels['citizens'],
          sources: { citizen: { ...sources['citizen'], cite: 'of-source' } },
        },
      },
      indicators: {
        ...document.indicators,
        extra: {
          unit: 'points',
          choose: { cases: [{ id: 'new', when: { var: 'new-idea' }, gives: 5, cite: 'of-case' }] },
          round: { places: 1, mode: 'floor', for: 'show', cite: 'of-round' },
        },
      },
    };
    const { sections } = describe(unwrap(compilePolicy(policy)), { language: 'en' });
    const notes = sections.flatMap(({ rows }) => rows.flatMap((row) => row.notes ?? []));
    expect(notes).toContain('source: of-source');
    expect(notes).toContain('source: of-case');
    expect(notes.some((note) => note.endsWith('before rounding; source: of-round'))).toBe(true);
  });

  it('ends with the tests, the cost and the warnings', () => {
    const { sections } = describe(example, { language: 'en' });
    expect(sections.slice(-2).map(({ heading }) => heading)).toEqual([
      'Tests of the policy',
      'Cost of one evaluation, at most',
    ]);
    const doubtful = structuredClone(example.document) as Record<string, Record<string, Json>>;
    const inputs = { ...doubtful['inputs'], unread: { type: 'boolean', ifMissing: 'fail' } };
    const { warnings, text } = ((plan: Plan) => ({
      warnings: plan.warnings,
      text: describe(plan, { language: 'id' }).text,
    }))(unwrap(compilePolicy({ ...doubtful, inputs })));
    expect(warnings).not.toEqual([]);
    expect(text).toContain('Peringatan');
  });
});

suite('what holds of every description', () => {
  it.each(PLANS)('every name that an author gave is in the text of %s', (_, plan) => {
    for (const language of LANGUAGES) {
      const { text } = describe(plan, { language });
      expect(namesOf(plan).filter((name) => !text.includes(name))).toEqual([]);
    }
  });

  // A printed range is a note on an edge, and stays out of the sentence of its verb.
  const unprinted = (key: string, value: unknown): unknown =>
    key === 'printed' ? undefined : value;

  it.each(PLANS)('every number of the rules of %s is in the text, as a value', (_, plan) => {
    const values = (text: string): string => {
      const value = text.includes('%') ? readNumber(text) : readExact(text);
      return value === undefined ? text : exactText(value);
    };
    for (const language of LANGUAGES) {
      const { text } = describe(plan, { language });
      const plain = language === 'id' ? text.replace(/(\d),(?=\d)/g, '$1.') : text;
      const shown = new Set((plain.match(/-?\d+(?:\.\d+)?(?:\/\d+|%)?/g) ?? []).map(values));
      const { scales, parameters, inputs, tables, curves, indicators } = plan.policy;
      const sections = { scales, parameters, inputs, tables, curves, indicators };
      const rules = JSON.stringify(sections, unprinted);
      const written = rules.match(/(?<=[[:,"])-?\d+(?:\.\d+)?(?:\/\d+|%)?(?=[\],}"])/g) ?? [];
      expect([...new Set(written.map(values))].filter((value) => !shown.has(value))).toEqual([]);
    }
  });

  it.each(PLANS)('both languages show the same numbers of %s', (_, plan) => {
    const [id, en] = LANGUAGES.map((language) =>
      numbersIn(JSON.stringify(describe(plan, { language }).sections)),
    );
    expect(id).toEqual(en);
  });

  it.each(benches)('every name that $name reads stands in its row', (bench) => {
    const { kind, policy } = bench;
    const { indicators } = policy;
    const body = Object.entries(indicators['x'] ?? {}).find(([key]) => key === kind.name)?.[1];
    for (const language of LANGUAGES) {
      const rows = describe(bench.plan(), { language }).sections.flatMap((each) => each.rows);
      const row = JSON.stringify(rows.find(({ pointer }) => pointer === '/indicators/x'));
      expect(kind.reads(body).filter((name) => !row.includes(name))).toEqual([]);
    }
  });

  it(
    'law, total: any policy that compiles is described, all its names in both languages',
    SLOW,
    () => {
      fc.assert(
        fc.property(policyAndEvidence, fc.constantFrom(...LANGUAGES), ({ policy }, language) => {
          const plan = unwrap(compilePolicy(policy));
          const { text } = describe(plan, { language });
          const names = [...namesOf(plan), ...textsIn(plan.policy.result as Json)];
          expect(names.filter((name) => !text.includes(name))).toEqual([]);
        }),
      );
    },
  );
});
