import { examplesOf } from '../laws/examples.js';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { indicatorKinds } from '../../src/indicator/registry.js';
import type { Json, JsonObject } from '../../src/json.js';
import { readJsonText } from '../../src/policy/text.js';
import { unwrap } from '../../src/result.js';
import { fences } from '../docs/markdown.js';
import { isObject } from '../properties/document.js';
import { everyForm } from './every-form.js';

/** A policy with where it is from. */
type Sample = readonly [name: string, policy: JsonObject];

const isPolicy = (value: Json): value is JsonObject => isObject(value) && value['timbang'] === 1;

const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.jsonc?$/.test(name))
    .map((name) => join(folder, name))
    .sort();

const policiesIn = (name: string, text: string): readonly Sample[] => {
  const { value } = unwrap(readJsonText(text));
  return isPolicy(value) ? [[name, value]] : [];
};

/** Every policy under `folder`. */
const underFolder = (folder: string): readonly Sample[] =>
  filesIn(folder).flatMap((path) => policiesIn(path, readFileSync(path, 'utf8')));

const readme = fences(readFileSync('README.md', 'utf8'))
  .filter(({ language }) => language === 'json')
  .flatMap(({ text, line }) => policiesIn(`README.md:${String(line)}`, text));

/** The policies that the examples of the kinds stand in. */
const ofKinds: readonly Sample[] = [...indicatorKinds.values()].flatMap((kind) =>
  examplesOf(kind).map(({ title, policy, indicator }): Sample => {
    const others = isObject(policy['indicators']) ? policy['indicators'] : {};
    const score = { unit: 'ratio', constant: 1, round: { places: 0, mode: 'half-up', for: 'use' } };
    return [
      `${kind.name}: ${title.en}`,
      {
        timbang: 1,
        id: 'example',
        version: '1.0.0',
        title: { id: title.id, en: title.en },
        effective: { from: '2026-01-01' },
        ...policy,
        indicators: { ...others, 'the-example': indicator, 'the-result': score },
        result: { score: 'the-result', baseline: 1 },
      },
    ];
  }),
);

/** Every policy of the repository that is a document, and one with every form that evidence may have. */
export const samples: readonly Sample[] = [
  ...underFolder('examples'),
  ...underFolder('test/golden'),
  ...readme,
  ...ofKinds,
  ['every form', everyForm],
];

const GOLDEN = 'test/golden';

const jsonIn = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));

/** Documents in a file, one or many. */
const listedIn = (path: string): readonly Json[] => [jsonIn(path) as Json].flat();

/** Cases that carry their evidence, beside the policies that they name. */
const ofFields = readdirSync(`${GOLDEN}/fields`).flatMap((field) => {
  const folder = `${GOLDEN}/fields/${field}`;
  const cases = jsonIn(`${folder}/cases.json`) as readonly { policy?: string; evidence: Json }[];
  return cases.map(({ policy = 'policy.json', evidence }) => ({
    policy: `${folder}/${policy}`,
    evidence,
  }));
});

const ofCases = (
  jsonIn(`${GOLDEN}/cases.json`) as readonly { policy: string; evidence: string }[]
).flatMap((each) =>
  listedIn(`${GOLDEN}/${each.evidence}`).map((evidence) => ({
    policy: `${GOLDEN}/${each.policy}`,
    evidence,
  })),
);

const ofMembers = listedIn(`${GOLDEN}/organisation-eight/members.json`).map((evidence) => ({
  policy: `${GOLDEN}/organisation-eight/member-policy.json`,
  evidence,
}));

/** The evidence of every golden case, with the name of its policy among the samples. */
export const goldenEvidence: readonly { readonly policy: string; readonly evidence: Json }[] = [
  ...ofFields,
  ...ofCases,
  ...ofMembers,
];
