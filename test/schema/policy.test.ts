import { readdirSync, readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compilePolicy,
  defineIndicator,
  type Plan,
  policyJsonSchema,
  ScoringError,
  unwrap,
} from '../../src/index.js';
import type { IndicatorKind } from '../../src/indicator/contract.js';
import { indicatorKinds } from '../../src/indicator/registry.js';
import { issueCatalogue } from '../../src/catalogue.js';
import type { Json, JsonObject } from '../../src/json.js';
import { FORMS } from '../../src/rule/compile.js';
import { operators } from '../../src/rule/operators.js';
import { DEFINITIONS } from '../../src/schema/definitions.js';
import { keyTexts } from '../../src/schema/describe.js';
import { evidenceTexts } from '../../src/schema/texts/evidence.js';
import { changedAt, mutants, pathsIn } from '../hostile/mutate.js';
import { isObject, language } from '../properties/document.js';
import { samples } from './documents.js';
import { SEEN } from './seen.js';
import { validator } from './validator.js';

const schema = policyJsonSchema() as JsonObject;
const faults = validator(schema);
const definitions = schema['$defs'] as Readonly<Record<string, JsonObject>>;

type Verdict = 'both accept' | 'both refuse' | 'the compiler alone refuses';

/** What schema and compiler make of a document; that they agree as far as a form can say. */
const agreeOn = (document: Json, parents: readonly Plan[] = []): Verdict => {
  const compiled = compilePolicy(document, { parents });
  const found = faults(document);
  if (compiled.ok) {
    expect(found, 'the schema refuses a policy that compiles').toEqual([]);
    return 'both accept';
  }
  if (found.length > 0) return 'both refuse';
  const seen = compiled.issues.filter(({ code }) => SEEN.includes(code));
  expect(
    seen.map(({ code, pointer }) => `${code} ${pointer}`),
    'the schema accepts a form that is refused',
  ).toEqual([]);
  return 'the compiler alone refuses';
};

/** Every member of `properties` in a schema, with the way there; what a condition asks or adds is described already. */
const propertiesIn = (form: Json, path = ''): readonly (readonly [string, JsonObject])[] => {
  if (Array.isArray(form)) return form.flatMap((each: Json) => propertiesIn(each, path));
  if (!isObject(form)) return [];
  return Object.entries(form).flatMap(([key, each]) => {
    if (key === 'if' || key === 'then' || key === 'else') return [];
    if (key !== 'properties' || !isObject(each)) return propertiesIn(each, path);
    const members = Object.entries(each) as (readonly [string, JsonObject])[];
    return members.flatMap(([name, inner]) => [
      [`${path}.${name}`, inner] as const,
      ...propertiesIn(inner, `${path}.${name}`),
    ]);
  });
};

/** Every key that a policy may have, as `definition.key`, with its form. */
const allKeys = [
  ...propertiesIn(
    Object.fromEntries(Object.entries(schema).filter(([key]) => key !== '$defs')),
    'policy',
  ),
  ...Object.entries(definitions).flatMap(([name, form]) => propertiesIn(form, name)),
].filter(([path]) => !path.startsWith('test.evidence.'));

/** The file of texts that has `section`. */
const fileOf = (section: string): string => {
  const folder = 'src/schema/texts';
  const quoted = /^[a-z]+$/.test(section) ? section : `'${section}'`;
  const file = readdirSync(folder).find((name) =>
    readFileSync(`${folder}/${name}`, 'utf8').includes(`\n  ${quoted}: {`),
  );
  return file === undefined
    ? `a new section \`${section}\` of a file in ${folder}/`
    : `${folder}/${file}`;
};

const howToMend = (path: string): string => {
  const [section = '', ...rest] = path.split('.');
  const verb = section.startsWith('verb-')
    ? ' (or in section `verb`, for a key of many verbs)'
    : '';
  return (
    `\`${rest.join('.')}\` of \`${section}\` has no text: in ${fileOf(section)}, section \`${section}\`${verb}, ` +
    `add '${rest.join('.')}': { en: '…', id: '…' }. Where the form is one that has texts already (an input, ` +
    'an indicator), name it in DEFINITIONS of src/schema/definitions.ts instead'
  );
};

describe('the schema of a policy', () => {
  it('describes every key in both languages', () => {
    const bare = allKeys.filter(([, form]) => typeof form['description'] !== 'string');
    expect([...new Set(bare.map(([path]) => howToMend(path)))]).toEqual([]);
    const oneLanguage = allKeys.filter(
      ([, form]) =>
        !/\S — \S/.test(typeof form['description'] === 'string' ? form['description'] : ''),
    );
    expect([...new Set(oneLanguage.map(([path]) => path))]).toEqual([]);
    expect(allKeys.length).toBeGreaterThan(150);
  });

  it('has the texts of a definition in one place', () => {
    const sections = keyTexts.flatMap((each) => Object.keys(each));
    expect(sections).toEqual([...new Set(sections)]);
  });

  it('has no text for a key that is not there', () => {
    const ofEvidence: readonly string[] = Object.keys(evidenceTexts);
    const known = new Set(allKeys.map(([path]) => path));
    const verbs = Object.keys(definitions).filter((name) => name.startsWith('verb-'));
    const sections = (section: string): readonly string[] =>
      section === 'any'
        ? ['policy', ...Object.keys(definitions)]
        : section === 'verb'
          ? verbs
          : [section];
    const stale = keyTexts
      .flatMap((each) => Object.entries(each))
      .flatMap(([section, texts]) =>
        Object.keys(texts).flatMap((key) => {
          const places = sections(section).map((each) => `${each}.${key}`);
          const isThere = places.some((place) => known.has(place)) || ofEvidence.includes(section);
          const inside = section === 'any' && [...known].some((path) => path.endsWith(`.${key}`));
          return isThere || inside ? [] : [`${section}: ${key}`];
        }),
      );
    expect(stale).toEqual([]);
  });

  it('uses every definition that it names, and every definition is used', () => {
    const text = JSON.stringify(schema);
    for (const name of Object.keys(definitions)) expect(text).toContain(`"#/$defs/${name}"`);
    for (const name of Object.values(DEFINITIONS)) expect(Object.keys(definitions)).toContain(name);
  });

  it('is closed wherever a policy is: only maps by name, host kinds and evidence are open', () => {
    const objects = Object.values({ ...definitions, policy: schema }).filter(
      (form) => isObject(form) && form['type'] === 'object',
    );
    for (const form of objects) expect(form).toHaveProperty('additionalProperties');
    expect(faults({ ...(language as JsonObject), 'unheard-of': 1 })).toContain(
      ' additionalProperties',
    );
  });

  it('knows every operator of the rule language and no other', () => {
    const known = Object.keys(definitions['operation']?.['properties'] as JsonObject).sort();
    expect(
      known,
      'a key whose operands are no rules has its form in src/schema/rule-form.ts',
    ).toEqual([...operators.keys(), ...FORMS.keys()].sort());
  });

  it('asks for exactly one verb, each with its summary', () => {
    const indicator = definitions['indicator'];
    expect(indicator?.['oneOf']).toEqual(
      [...indicatorKinds.keys()].map((key) => ({ required: [key] })),
    );
    for (const [name, { summary }] of indicatorKinds) {
      expect((indicator?.['properties'] as JsonObject)[name]).toMatchObject({
        description: `${summary.en} — ${summary.id}`,
      });
    }
  });

  it('gives no definition a description where an editor would show it in the place of a key’s own', () => {
    const shadowed = allKeys.filter(([, { $ref }]) => {
      const name = typeof $ref === 'string' ? $ref.slice('#/$defs/'.length) : '';
      return Object.hasOwn(definitions[name] ?? {}, 'description');
    });
    expect(shadowed.map(([path]) => path)).toEqual([]);
  });

  it('is a fresh value, the same each time', () => {
    expect(policyJsonSchema()).toEqual(schema);
    expect(policyJsonSchema()).not.toBe(schema);
  });
});

describe('the schema with kinds of a host', () => {
  const hostKind = (name: string): IndicatorKind =>
    defineIndicator<Json, Json>({
      name,
      version: 1,
      summary: { en: 'what the host does', id: 'yang dilakukan aplikasi' },
      source: 'a test',
      read: (body) => body,
      reads: () => [],
      compile: () => undefined,
      exact: () => () => undefined,
      describe: () => '',
      laws: [],
    });

  it('leaves their bodies open and shows their summary', () => {
    const withHost = policyJsonSchema([hostKind('twice')]) as JsonObject;
    const indicator = (withHost['$defs'] as Readonly<Record<string, JsonObject>>)['indicator'];
    expect((indicator?.['properties'] as JsonObject)['twice']).toEqual({
      description: 'what the host does — yang dilakukan aplikasi',
    });
    const policy = (body: Json): Json =>
      ({
        ...language,
        indicators: { ...language.indicators, mine: { unit: 'points', twice: body } },
      }) as unknown as Json;
    const check = validator(withHost);
    for (const body of [1, null, { any: ['thing'] }]) expect(check(policy(body))).toEqual([]);
    expect(faults(policy(1))).not.toEqual([]);
  });

  it('refuses a key that is taken, as compiling does', () => {
    expect(() => policyJsonSchema([hostKind('mean')])).toThrow(ScoringError);
  });
});

describe('the samples', () => {
  it('are all policies that stand in files of the examples and the golden cases', () => {
    const files = ['examples', 'test/golden'].flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .map((name) => `${folder}/${name}`)
        .filter((path) => path.includes('.json'))
        .filter((path) => /"timbang":\s*1\b/.test(readFileSync(path, 'utf8'))),
    );
    const names = samples.map(([name]) => name);
    expect(files.filter((path) => !names.includes(path))).toEqual([]);
    const fields = readdirSync('test/golden/fields');
    for (const field of fields) expect(files).toContain(`test/golden/fields/${field}/policy.json`);
    const organisations = readdirSync('test/golden', { withFileTypes: true })
      .filter((each) => each.isDirectory() && each.name.startsWith('organisation-'))
      .map(({ name }) => name);
    for (const name of organisations) expect(files).toContain(`test/golden/${name}/policy.json`);
    expect(Math.min(fields.length, organisations.length)).toBeGreaterThan(0);
  });
});

const duration = (pattern: string): JsonObject => ({
  type: 'duration',
  unit: 'hour',
  pattern,
  min: 0,
  max: 100,
  step: 1,
  ifMissing: 'fail',
});

const panelWith = (labels: JsonObject): JsonObject => ({
  answers: 'answer',
  labels,
  questions: { q: {} },
  sources: { peer: { share: 1, take: 'mean', atLeast: 1, ifFewer: 'fail' } },
});

describe('schema and compiler', () => {
  it.each(samples)('accept both: %s', (_name, policy) => {
    expect(agreeOn(policy)).toBe('both accept');
  });

  it.each<[string, (policy: JsonObject) => JsonObject]>([
    ['an input without a type', () => ({ inputs: { a: { ifMissing: 'fail' } } })],
    ['a parameter with `is` and `since`', () => ({ parameters: { a: { is: 1, since: {} } } })],
    ['a parameter with neither', () => ({ parameters: { a: { unit: 'points' } } })],
    ['an indicator without a verb', () => ({ indicators: { a: { unit: 'points' } } })],
    [
      'an indicator with two verbs',
      () => ({ indicators: { a: { constant: 1, min: { of: ['b'] } } } }),
    ],
    ['no result', () => ({ result: {} })],
    [
      'an operation of two operators',
      () => ({ indicators: { a: { formula: { '+': [1], '-': [1] } } } }),
    ],
    ['an operator unheard of', () => ({ indicators: { a: { formula: { plus: [1, 2] } } } })],
    ['a rule deep inside', () => ({ indicators: { a: { formula: { '+': [1, { '*': [{}] }] } } } })],
    ['a decimal comma', () => ({ parameters: { a: { is: '76,5' } } })],
    ['a name in capitals', () => ({ parameters: { A: { is: 1 } } })],
    ['a pattern that counts days of no length', () => ({ inputs: { a: duration('d h') } })],
    [
      'days where none are counted',
      () => ({ inputs: { a: { ...duration('h:mm'), dayHours: 8 } } }),
    ],
    ['a pattern unheard of', () => ({ inputs: { a: duration('hh:mm') } })],
    ['a unit that is so many of nothing', () => ({ units: { a: { is: { times: 2 } } } })],
    ['an answer whose label is no number', () => ({ panels: { a: panelWith({ good: {} }) } })],
    [
      'sets of weights without `by`',
      () => ({ indicators: { a: { unit: 'ratio', mean: { weights: { x: { b: 1 } } } } } }),
    ],
  ])('refuse both: %s', (_name, change) => {
    expect(agreeOn({ ...language, ...change(language) })).toBe('both refuse');
  });

  it('refuse both: a target that is a range, with a third key', () => {
    const [, policy = {}] =
      samples.find(([name]) => name === 'achievement: full only inside the range') ?? [];
    const path = ['indicators', 'the-example', 'achievement', 'target'];
    const changed = changedAt(policy, path, () => ({ from: 20, to: 30, form: 10 }));
    expect(agreeOn(changed)).toBe('both refuse');
    const compiled = compilePolicy(changed);
    expect(compiled.ok ? [] : compiled.issues).toMatchObject([
      {
        code: 'policy.unknown_key',
        pointer: '/indicators/the-example/achievement/target/form',
        params: { key: 'form', suggestion: 'from' },
      },
    ]);
  });

  const parent = unwrap(compilePolicy(language));
  const child = (parts: JsonObject): JsonObject => ({
    timbang: 1,
    id: 'kota-sabang/dinas',
    version: '2026.2.0',
    title: { id: 'Dinas', en: 'Office' },
    effective: { from: '2026-01-01', until: '2027-01-01' },
    cites: { perwal: { text: 'contoh', support: 'interpretation' } },
    extends: {
      policy: parent.policy.id,
      version: parent.policy.version,
      digest: parent.digest,
    },
    set: { 'absence-cut': { is: 5, cite: 'perwal' } },
    ...parts,
  });
  const local = { unit: 'points', constant: 90 };

  it('accept both: a policy that extends another', () => {
    expect(agreeOn(child({ fill: { local } }), [parent])).toBe('both accept');
  });

  it.each<[string, JsonObject]>([
    ['a result of its own', { result: { score: 'performance' } }],
    ['a parent without a digest', { extends: { policy: 'a/b', version: '1.0.0' } }],
    ['a parameter set to nothing', { set: { 'absence-cut': { cite: 'perwal' } } }],
    ['a slot filled with two verbs', { fill: { local: { ...local, min: { of: ['late'] } } } }],
  ])('refuse both: a policy that extends another, with %s', (_name, parts) => {
    expect(agreeOn(child(parts), [parent])).toBe('both refuse');
  });

  it('refuse both: what only a policy that extends another may have', () => {
    for (const key of ['set', 'fill']) {
      expect(agreeOn({ ...(language as JsonObject), [key]: {} })).toBe('both refuse');
    }
  });

  it('law, sound: a policy that extends another, with mutations', { timeout: 60_000 }, () => {
    const verdicts = { 'both accept': 0, 'both refuse': 0, 'the compiler alone refuses': 0 };
    fc.assert(
      fc.property(mutants(child({ fill: { local } })), (document) => {
        verdicts[agreeOn(document, [parent])] += 1;
      }),
      { numRuns: 300 },
    );
    for (const count of Object.values(verdicts)) expect(count).toBeGreaterThan(0);
  });

  it('law, sound: a policy that compiles is accepted, one of a wrong form is refused, at every place of every sample', {
    timeout: 120_000,
  }, () => {
    const verdicts = { 'both accept': 0, 'both refuse': 0, 'the compiler alone refuses': 0 };
    for (const [, policy] of samples) {
      const paths = pathsIn(policy).filter((path) => path.length > 0);
      const every = Math.ceil(paths.length / (policy === language ? 100 : 16));
      for (const path of paths.filter((_, i) => i % every === 0)) {
        for (const value of [undefined, null, 'abc', 7, {}, '1/9']) {
          verdicts[agreeOn(changedAt(policy, path, () => value))] += 1;
        }
      }
    }
    for (const count of Object.values(verdicts)) expect(count).toBeGreaterThan(200);
  });

  it('law, sound: the same for mutants of the samples', { timeout: 120_000 }, () => {
    const verdicts = { 'both accept': 0, 'both refuse': 0, 'the compiler alone refuses': 0 };
    const sample = fc.oneof(
      { weight: 3, arbitrary: fc.constant(language as JsonObject) },
      { weight: 4, arbitrary: fc.constantFrom(...samples.map(([, policy]) => policy)) },
    );
    fc.assert(
      fc.property(sample.chain(mutants), (document) => {
        verdicts[agreeOn(document)] += 1;
      }),
      { numRuns: 800 },
    );
    for (const count of Object.values(verdicts)) expect(count).toBeGreaterThan(20);
  });

  it('every code that the schema is said to see is one of the catalogue, and in the documentation', () => {
    for (const code of SEEN) expect(Object.keys(issueCatalogue)).toContain(code);
    const page = readFileSync('docs/json-schema.md', 'utf8');
    const listed = [...page.matchAll(/^- `([a-z_]+\.[a-z_]+)`/gm)].map((match) => match[1]);
    expect(listed).toEqual(SEEN);
  });
});
