import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { adjustmentKinds } from '../../src/adjust/registry.js';
import {
  compilePolicy,
  evaluate,
  freezeCohort,
  type Issue,
  parseEvidence,
  type Plan,
  runPolicyTests,
  type Scorecard,
  selectPlan,
  unwrap,
} from '../../src/index.js';
import { indicatorKinds } from '../../src/indicator/registry.js';
import { digest, type Json, type JsonObject } from '../../src/json.js';
import { type Check, type Example, examplesIn, joined } from './examples.js';
import { policyTables, withTables } from './policy-tables.js';

const PATH = 'docs/policy.md';

const kinds = [...indicatorKinds.values()];
const tables = policyTables({
  indicators: kinds,
  adjustments: [...adjustmentKinds.values()],
});

const PINS =
  /("(?:policy|id)": "([a-z0-9/-]+)",\s*(?:"version": "[\d.]+",\s*)?"digest": ")sha256:[0-9a-f]{64}/g;

/** `page` with every pinned digest that of the whole policy of that id which the page shows. */
const withDigests = (page: string): string => {
  const digests = new Map<string, string>();
  for (const { json, isWhole } of examplesIn(page))
    if (isWhole) digests.set(json['id'] as string, digest(json));
  return page.replaceAll(
    PINS,
    (_whole, before: string, id: string) => `${before}${digests.get(id) ?? 'unknown'}`,
  );
};

const read = (): string => readFileSync(PATH, 'utf8');

/** A digest that changes changes the digest of what pins it. */
const written = (page: string): string => {
  let next = withTables(page, tables).page;
  for (let i = 0; i < 4; i++) next = withDigests(next);
  return next;
};

if (process.env['UPDATE_DOCS'] === '1') writeFileSync(PATH, written(read()));

const page = read();
const examples = examplesIn(page);
const policies = examples.filter(({ isWhole }) => isWhole).map(({ json }) => json);
const [base = {}] = policies;

const place = ({ line }: Example): string => `${PATH}:${String(line)}`;

/** The policy that an example is, or is a part of. */
const policyOf = ({ json, isWhole }: Example): JsonObject => (isWhole ? json : joined(base, json));

const compile = (policy: JsonObject) =>
  compilePolicy(policy, { parents: policies.filter((each) => each !== policy) });

const codes = (issues: readonly Issue[]): readonly string[] =>
  issues.map(({ code, pointer }) => `${code} ${pointer}`);

/** A distribution's count of a label, and what it is found to be. */
const countOf = (card: Scorecard, name: string): string | undefined => {
  const [spread, label] = name.split('/');
  const found = card.distributions
    ?.find((each) => each.name === spread)
    ?.counts.find((each) => each.label === label);
  return found && [String(found.count), ...('finding' in found ? [found.finding] : [])].join(', ');
};

/** What the scorecard says under `name`, where a test of a policy cannot ask for it. */
const besides = (card: Scorecard, name: string): string | undefined => {
  if (name === 'actions')
    return card.actions.map(({ id, open }) => (open ? `${id} (open)` : id)).join(', ') || 'none';
  if (name.startsWith('coverage '))
    return card.indicators.find((each) => `coverage ${each.name}` === name)?.coverage.toString();
  return name.includes('/') ? countOf(card, name) : undefined;
};

const OUTCOME = ['status', 'score', 'rating'];

const expectation = (expected: readonly (readonly [string, string])[]): JsonObject => {
  const value = (text: string): Json =>
    /^(\[.*\]|true|false)$/.test(text) ? (JSON.parse(text) as Json) : text;
  const outcome = expected.filter(([name]) => OUTCOME.includes(name));
  const issues = expected.filter(([name]) => name === 'issue').map(([, code]) => code);
  const others = expected.filter(([name]) => !OUTCOME.includes(name) && name !== 'issue');
  return {
    ...Object.fromEntries(outcome),
    issues,
    indicators: Object.fromEntries(others.map(([name, text]) => [name, value(text)])),
  };
};

const runGives = (policy: JsonObject, check: Extract<Check, { is: 'gives' }>): void => {
  const plan = unwrap(compile(policy));
  expect(plan.warnings.filter(({ code }) => code !== 'policy.unused')).toEqual([]);
  const evidenceOf = (document: unknown) => unwrap(parseEvidence(plan, document));
  const cohort = check.cohort && freezeCohort(plan, check.cohort.map(evidenceOf));
  const card = evaluate(plan, evidenceOf(check.evidence), cohort && { cohort });
  const inTests: (readonly [string, string])[] = [];
  for (const pair of check.expected) {
    const [name, value] = pair;
    const found = besides(card, name);
    if (found !== undefined) expect(`${name} = ${found}`).toBe(`${name} = ${value}`);
    else if (cohort !== undefined)
      expect(`${name} = ${valueIn(card, name)}`).toBe(`${name} = ${value}`);
    else inTests.push(pair);
  }
  const test = { name: 'on the page', evidence: check.evidence, expect: expectation(inTests) };
  const tested = unwrap(compile({ ...policy, tests: [test] }));
  expect(runPolicyTests(tested).cases).toEqual([
    { name: 'on the page', passed: true, differences: [] },
  ]);
};

/** An indicator's value beside a cohort, which tests of a policy do not have. */
const valueIn = (card: Scorecard, name: string): string => {
  const value = [card.indicators.find((each) => each.name === name)?.value ?? []].flat()[0];
  if (value?.is !== 'number') return value?.is ?? 'nothing';
  return typeof value.exact === 'string' ? value.exact : value.text;
};

/** The plans of the versions of the policy of `example` that the page has shown until then. */
const versionsUntil = (example: Example): readonly Plan[] => {
  const id = policyOf(example)['id'];
  const shown = examples.filter(
    ({ line, json, isWhole }) =>
      line <= example.line && (isWhole || Object.hasOwn(json, 'version')),
  );
  return shown
    .map(policyOf)
    .filter((policy) => policy['id'] === id)
    .map((policy) => unwrap(compile(policy)));
};

const run = (example: Example, check: Check): void => {
  const policy = policyOf(example);
  if (check.is === 'gives') runGives(policy, check);
  else if (check.is === 'selects') {
    const { asOf, knownAt } = check.days as { asOf: string; knownAt?: string };
    const found = selectPlan(
      versionsUntil(example),
      knownAt === undefined ? { asOf } : { asOf, knownAt },
    );
    const chosen = found.ok
      ? found.value.policy.version
      : found.issues.map(({ code }) => code).join();
    expect(chosen).toBe(check.version);
  } else {
    const result = compile(policy);
    const said = result.ok ? result.value.warnings : result.issues;
    expect(result.ok).toBe(check.is === 'warns');
    expect(codes(said)).toContain(`${check.code} ${check.pointer}`);
    if (check.is === 'refused') expect(said).toHaveLength(1);
  }
};

describe('docs/policy.md', () => {
  it('its tables and digests are what the source gives', () => {
    expect(written(page)).toBe(page);
  });

  it('it holds every table that the source gives', () => {
    const { held } = withTables(page, tables);
    expect([...held].sort()).toEqual(Object.keys(tables).sort());
  });

  it('it has an example for every verb and every adjustment', () => {
    const indicators = examples.flatMap(({ json }) =>
      ['indicators', 'fill'].flatMap((part) => Object.values(json[part] ?? {}) as JsonObject[]),
    );
    const adjustments = indicators.flatMap(({ adjust = [] }) => adjust as JsonObject[]);
    const used = new Set([...indicators, ...adjustments].flatMap((each) => Object.keys(each)));
    const names = [...indicatorKinds.keys(), ...adjustmentKinds.keys()];
    expect(names.filter((name) => !used.has(name))).toEqual([]);
  });

  it('every link within it leads to a heading', () => {
    const slugs = [...page.matchAll(/^#+ (.*)$/gm)].map((match) =>
      (match[1] ?? '')
        .toLowerCase()
        .replaceAll(/[^\p{L}\p{N} -]/gu, '')
        .replaceAll(' ', '-'),
    );
    const links = [...page.matchAll(/\]\(#([^)]*)\)/g)].map((match) => match[1] ?? '');
    expect(links.filter((link) => !slugs.includes(link))).toEqual([]);
  });

  it('what it shows within a sentence as JSON is JSON', () => {
    const spans = page
      .replace(/^```[^]*?^```$/gm, '')
      .replace(/<!-- table[^]*?<!-- end of table -->/g, '')
      .match(/`[{[][^`]*`/g);
    for (const span of spans ?? [])
      expect(() => JSON.parse(span.slice(1, -1)) as Json, span).not.toThrow();
  });

  const whole = examples.filter(({ isWhole }) => isWhole);

  it.each(whole.map((each) => [place(each), each] as const))(
    '%s compiles without a warning and passes its own tests',
    (_place, { json }) => {
      const plan = unwrap(compile(json));
      expect(plan.warnings).toEqual([]);
      const { cases } = runPolicyTests(plan);
      expect(cases.filter(({ passed }) => !passed)).toEqual([]);
    },
  );

  const checks = examples.flatMap((example) =>
    example.checks.map(
      (check, i) => [`${place(example)}, item ${String(i + 1)}`, example, check] as const,
    ),
  );

  it.each(checks)('%s is so', (_place, example, check) => {
    run(example, check);
  });
});

describe('an example of an unknown form is an error', () => {
  const block = '```json\n{ "inputs": {} }\n```\n';

  it.each([
    ['of which nothing is said', `${block}\nText.\n`],
    ['that is not json', '```ts\nlet a;\n```\n'],
    ['that is not at the margin', '  ```json\n  {}\n  ```\n'],
    ['with an item that is no check', `${block}\n- It is nice.\n`],
    ['with results in another form', `${block}\n- \`{}\` gives \`a\` = 3\n`],
    ['with results and more', `${block}\n- \`{}\` gives \`a\` = \`3\` or so\n`],
  ])('a block %s', (_what, text) => {
    expect(() => examplesIn(text)).toThrow(TypeError);
  });
});
