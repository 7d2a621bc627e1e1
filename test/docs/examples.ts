import type { Json, JsonObject } from '../../src/json.js';
import { type Fence, fences } from './markdown.js';

/**
 * The examples of docs/policy.md.
 *
 * A block is a whole policy (it has `timbang`), or a fragment: parts of a policy that are added to the first whole
 * one of the page, a part of the same name in its place. The list right after a block says what comes out, an
 * item each:
 *
 * - `{ "letters": 11 }` gives `results` = `275/3` and `score` = `87.50`: evidence, or only its values, and indicators by name;
 *   also `status`, `score`, `rating`, `issue` (one code among others), `actions` (all, in order), `name/label` (a
 *   distribution) and `coverage name`
 * - test `some name` gives ...: the evidence of the block's own test of that name
 * - with the cohort `[{ "letters": 10 }]`, `{ ... }` gives ...: beside a cohort frozen from such evidence
 * - `{ "asOf": "2026-03-01" }` selects `1.0.1`: among the versions that the page has shown until then of this policy
 * - refused: `number.percent` at `/indicators/x`: the only issue of the policy
 * - warns: `policy.unused` at `/inputs/x`
 */
export type Check =
  | {
      readonly is: 'gives';
      readonly evidence: JsonObject;
      readonly cohort?: readonly JsonObject[];
      readonly expected: readonly (readonly [name: string, value: string])[];
    }
  | { readonly is: 'selects'; readonly days: JsonObject; readonly version: string }
  | { readonly is: 'refused' | 'warns'; readonly code: string; readonly pointer: string };

/** A block of the page with what is said of it. */
export interface Example {
  readonly line: number;
  readonly json: JsonObject;
  readonly isWhole: boolean;
  readonly checks: readonly Check[];
}

const SPAN = '`([^`]+)`';
const GIVES = new RegExp(`^(?:with the cohort ${SPAN}, )?${SPAN} gives (.+)$`);
const TEST_GIVES = new RegExp(`^test ${SPAN} gives (.+)$`);
const SELECTS = new RegExp(`^${SPAN} selects ${SPAN}$`);
const SAYS = new RegExp(`^(refused|warns): ${SPAN} at ${SPAN}$`);
const PAIR = new RegExp(`${SPAN} = ${SPAN}(?:, and |, | and |$)`, 'y');

const parse = (text: string): Json => JSON.parse(text) as Json;

const PARTS = ['subject', 'asOf', 'values', 'tables', 'panels'];

/** Evidence as the page writes it: the whole document, or only its values. */
const evidenceOf = (given: Json): JsonObject => {
  const document = given as JsonObject;
  const keys = Object.keys(document);
  const isDocument = keys.length > 0 && keys.every((key) => PARTS.includes(key));
  return isDocument ? document : { values: document };
};

/** Every `name` = `value` of `text`, which holds nothing else. */
const pairsIn = (text: string, line: number): readonly (readonly [string, string])[] => {
  const pairs: [string, string][] = [];
  PAIR.lastIndex = 0;
  while (PAIR.lastIndex < text.length) {
    const match = PAIR.exec(text);
    if (match === null)
      throw new TypeError(`line ${String(line)}: unknown form of result: ${text}`);
    pairs.push([match[1] ?? '', match[2] ?? '']);
  }
  return pairs;
};

/** The evidence of the test of `json` that is called `name`. */
const evidenceOfTest = (json: JsonObject, name: string, line: number): JsonObject => {
  const tests = (json['tests'] ?? []) as readonly JsonObject[];
  const found = tests.find((each) => each['name'] === name);
  if (found === undefined) throw new TypeError(`line ${String(line)}: no test is called ${name}`);
  return found['evidence'] as JsonObject;
};

const checkOf = (item: string, json: JsonObject, line: number): Check => {
  const test = TEST_GIVES.exec(item);
  if (test !== null) {
    const [, name = '', results = ''] = test;
    const evidence = evidenceOfTest(json, name, line);
    return { is: 'gives', evidence, expected: pairsIn(results, line) };
  }
  const gives = GIVES.exec(item);
  if (gives !== null) {
    const [, cohort, evidence = '', results = ''] = gives;
    return {
      is: 'gives',
      evidence: evidenceOf(parse(evidence)),
      expected: pairsIn(results, line),
      ...(cohort === undefined
        ? {}
        : { cohort: (parse(cohort) as readonly Json[]).map(evidenceOf) }),
    };
  }
  const selects = SELECTS.exec(item);
  if (selects !== null)
    return {
      is: 'selects',
      days: parse(selects[1] ?? '') as JsonObject,
      version: selects[2] ?? '',
    };
  const says = SAYS.exec(item);
  if (says === null) throw new TypeError(`line ${String(line)}: unknown form of check: ${item}`);
  const is = says[1] === 'refused' ? 'refused' : 'warns';
  return { is, code: says[2] ?? '', pointer: says[3] ?? '' };
};

/** The items of the list that begins `text`, each on one line. */
const leadingItems = (text: string): readonly string[] => {
  const [paragraph = ''] = text.replace(/^\n+/, '').split('\n\n');
  if (!paragraph.startsWith('- ')) return [];
  return paragraph
    .replaceAll(/\n {2}/g, ' ')
    .trimEnd()
    .split('\n')
    .map((item) => item.replace(/^- /, ''));
};

const exampleOf = (page: string, fence: Fence): Example => {
  const { language, text, line } = fence;
  if (language !== 'json') throw new TypeError(`line ${String(line)}: a block that is not json`);
  const json = parse(text) as JsonObject;
  const lines = page.split('\n');
  const after = lines.slice(line - 1 + text.split('\n').length + 1).join('\n');
  const checks = leadingItems(after).map((item) => checkOf(item, json, line));
  const isWhole = Object.hasOwn(json, 'timbang');
  const tests = json['tests'];
  const isTested = checks.length > 0 || (isWhole && Array.isArray(tests) && tests.length > 0);
  if (!isTested) throw new TypeError(`line ${String(line)}: nothing is said of this block`);
  return { line, json, isWhole, checks };
};

/**
 * Every example of `page`, in order.
 *
 * @throws TypeError for a block or an item of an unknown form, and for a block of which nothing is said
 */
export const examplesIn = (page: string): readonly Example[] => {
  const found = fences(page);
  const marks = page.split('\n').filter((each) => /^\s*(```|~~~)/.test(each));
  if (marks.length !== 2 * found.length) throw new TypeError('a block that is not at the margin');
  return found.map((fence) => exampleOf(page, fence));
};

const isMap = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** `fragment` added to `base`: sections are joined name by name, anything else takes the place of what was there. */
export const joined = (base: JsonObject, fragment: JsonObject): JsonObject => {
  const whole: Record<string, Json> = { ...base, tests: [] };
  for (const [key, part] of Object.entries(fragment)) {
    const before = whole[key];
    const isSection = key !== 'result' && key !== 'effective' && isMap(before) && isMap(part);
    whole[key] = isSection ? { ...before, ...part } : part;
  }
  return whole;
};
