import { examplesOf } from '../laws/examples.js';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { adjustmentKinds } from '../../src/adjust/registry.js';
import { freezeCohort } from '../../src/evaluate/cohort.js';
import { evaluate } from '../../src/evaluate/evaluate.js';
import { runPolicyTests } from '../../src/evaluate/policy-tests.js';
import type { ResultValue } from '../../src/evaluate/scorecard.js';
import { parseEvidence } from '../../src/evidence/read.js';
import type { KindExample } from '../../src/indicator/contract.js';
import { indicatorKinds } from '../../src/indicator/registry.js';
import * as timbang from '../../src/index.js';
import { issueCatalogue } from '../../src/catalogue.js';
import type { JsonObject } from '../../src/json.js';
import { compilePolicy } from '../../src/plan/compile.js';
import type { Plan } from '../../src/plan/plan.js';
import { unwrap } from '../../src/result.js';
import { issuesPage, kindsPage } from './generate.js';
import { type Fence, fences, printJson, relativeLinks } from './markdown.js';
import { blockOf, checkProgram } from './program.js';

const read = (path: string): string => readFileSync(path, 'utf8');

const markdownIn = (folder: string): readonly string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(folder, name));

const documents = ['README.md', ...markdownIn('docs'), ...markdownIn('docs/decisions')];
const readme = read('README.md');

const kinds = {
  indicators: [...indicatorKinds.values()],
  adjustments: [...adjustmentKinds.values()],
};

describe('pages generated from the source', () => {
  const pages = [
    ['docs/issues.md', issuesPage(issueCatalogue)],
    ['docs/kinds.md', kindsPage(kinds)],
  ] as const;

  it.each(pages)('%s is what the source gives', (path, page) => {
    if (process.env['UPDATE_DOCS'] === '1') writeFileSync(path, page);
    expect(read(path)).toBe(page);
  });

  it('every issue code has a row', () => {
    const rows = read('docs/issues.md').match(/^\| `[a-z]+\.[a-z_]+` \|/gm);
    expect(rows).toHaveLength(Object.keys(issueCatalogue).length);
  });
});

/** The policy that `example` is a part of; its result is beside the point. */
const policyAround = (example: KindExample): JsonObject => ({
  timbang: 1,
  id: 'example',
  version: '1.0.0',
  title: example.title as unknown as JsonObject,
  effective: { from: '2026-01-01' },
  ...example.policy,
  indicators: {
    ...(example.policy['indicators'] as JsonObject | undefined),
    'the-example': example.indicator,
    'the-result': {
      unit: 'ratio',
      constant: 1,
      round: { places: 0, mode: 'half-up', for: 'use' },
    },
  },
  result: { score: 'the-result', baseline: 1 },
});

/** A result as `gives` and expectations write it. */
const written = (value: ResultValue): string => {
  if (value.is === 'label') return value.label;
  if (value.is === 'truth') return String(value.truth);
  if (value.is !== 'number') return value.is;
  return typeof value.exact === 'string' ? value.exact : value.text;
};

/** What each indicator of `plan` gives on `evidence`, every row of one per row. */
const valuesOn = (
  plan: Plan,
  evidence: unknown,
  members?: readonly unknown[],
): ReadonlyMap<string, string> => {
  const read = (document: unknown) => unwrap(parseEvidence(plan, document));
  const options = members && { cohort: freezeCohort(plan, members.map(read)) };
  return new Map(
    evaluate(plan, read(evidence), options).indicators.map(({ name, value }) => [
      name,
      [value].flat().map(written).join(', '),
    ]),
  );
};

describe('examples on the page of kinds', () => {
  const examples = kinds.indicators.flatMap((kind) =>
    examplesOf(kind).map((example) => [kind.name, example.title.en, example] as const),
  );

  it('every verb has one', () => {
    expect(kinds.indicators.filter((kind) => examplesOf(kind).length === 0)).toEqual([]);
  });

  it.each(examples)('%s, %s: gives what the page says', (_kind, _title, example) => {
    const plan = unwrap(compilePolicy(policyAround(example)));
    expect(plan.warnings).toEqual([]);
    const given = valuesOn(plan, example.evidence, example.cohort).get('the-example');
    expect(given).toBe(example.gives);
  });
});

const fencesIn = (path: string): readonly (Fence & { readonly place: string })[] =>
  fences(read(path)).map((fence) => ({ ...fence, place: `${path}:${String(fence.line)}` }));

describe('JSON in documents', () => {
  const blocks = documents
    .flatMap(fencesIn)
    .filter(({ language }) => language === 'json' || language === 'jsonc');
  // Those of docs/policy.md extend and read each other: `policy.test.ts` compiles them together.
  const policies = blocks.filter(
    ({ text, place }) => text.includes('"timbang": 1') && !place.startsWith('docs/policy.md'),
  );

  it('the README has one whole policy, with test cases', () => {
    const [policy, ...more] = policies.filter(({ place }) => place.startsWith('README.md'));
    expect(more).toEqual([]);
    expect(unwrap(compilePolicy(policy?.text)).policy.tests).not.toEqual([]);
  });

  it.each(blocks.filter(({ language }) => language === 'json'))('$place is JSON', ({ text }) => {
    expect(() => JSON.parse(text) as unknown).not.toThrow();
  });

  it.each(policies)('$place compiles without a warning and passes its own tests', ({ text }) => {
    const plan = unwrap(compilePolicy(text));
    expect(plan.warnings).toEqual([]);
    const { cases } = runPolicyTests(plan);
    expect(cases.filter(({ passed }) => !passed)).toEqual([]);
  });
});

describe('the README', () => {
  it('its program, beside its policy, prints what it says', async () => {
    await checkProgram('README.md', 'build/readme');
  });

  it('its program is some twenty lines', () => {
    expect(blockOf('README.md', 'ts').trimEnd().split('\n').length).toBeLessThanOrEqual(22);
  });

  it('names every function of the library', () => {
    const functions = Object.entries(timbang).flatMap(([name, value]) =>
      typeof value === 'function' ? [name] : [],
    );
    expect(functions.filter((name) => !readme.includes(`\`${name}`))).toEqual([]);
  });

  it('gives only commands that there are', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const named = [...readme.matchAll(/npm (?:run )?([a-z:]+)/g)].map((match) => match[1] ?? '');
    expect(named.filter((name) => name !== 'ci' && !Object.hasOwn(scripts, name))).toEqual([]);
  });
});

describe('documents', () => {
  it.each(documents)('every link of %s leads somewhere', (path) => {
    const dead = relativeLinks(read(path)).filter(
      (target) => !existsSync(join(dirname(path), target)),
    );
    expect(dead).toEqual([]);
  });

  it('a printed value is the value', () => {
    const example = examplesOf(kinds.indicators[0])[0];
    expect(JSON.parse(printJson(example?.policy ?? {}))).toEqual(example?.policy);
  });

  it('every decision has a context, a decision and consequences', () => {
    for (const path of markdownIn('docs/decisions')) {
      const headings = [...read(path).matchAll(/^## (.*)$/gm)].map((match) => match[1]);
      expect(headings, path).toEqual(['Context', 'Decision', 'Consequences']);
    }
  });
});
