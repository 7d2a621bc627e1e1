import { readFileSync } from 'node:fs';
import {
  type AuditRecord,
  auditRecord,
  compilePolicy,
  evaluate,
  parseEvidence,
  type Plan,
  type RecordOptions,
  unwrap,
} from '../../src/index.js';
import type { Json, JsonObject } from '../../src/json.js';

const read = (path: string): string =>
  readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

/** The page that writes the format down. */
export const page = read('docs/audit-record.md');

/** A block of the page, by the name that a comment gives it. */
export const vector = (name: string): string => {
  const [, block] = page.split(`<!-- vector: ${name} -->\n`);
  const text = /^```\w+\n([^]*?)```\n/.exec(block ?? '')?.[1];
  if (text === undefined) throw new Error(`the page has no vector ${name}`);
  return text;
};

/** A policy and evidence of one subject. */
export interface Sample {
  readonly policy: string;
  readonly evidence: JsonObject;
}

/** The vectors of the page: the least that has a row, a deduction and a rounding. */
export const SMALL: Sample = {
  policy: vector('policy'),
  evidence: JSON.parse(vector('evidence')),
};

/** The same with a row in which nothing stands, so that there is an issue to alter. */
export const WITH_ISSUE: Sample = {
  policy: SMALL.policy,
  evidence: {
    ...SMALL.evidence,
    asOf: '2026-03-31',
    tables: { mangkir: [{ potongan: 1.5 }, { potongan: null }] },
  },
};

/** The worked example of the language, with the evidence of its own test. */
export const EXAMPLE: Sample = ((): Sample => {
  const policy = read('examples/language.jsonc');
  const [test] = unwrap(compilePolicy(policy)).policy.tests ?? [];
  return { policy, evidence: { subject: 'pegawai-1', ...test?.evidence } };
})();

/** A national survey policy with published totals. */
export const SURVEY: Sample = {
  policy: read('test/golden/skm/policy-011.json'),
  evidence: JSON.parse(read('test/golden/skm-gaspul-tw3-direct/evidence-totals.json')),
};

export const planOf = (sample: Sample): Plan => unwrap(compilePolicy(sample.policy));

/** The record of a sample, as a host stores and loads it. */
export const recordOf = (sample: Sample, options: RecordOptions = {}): AuditRecord => {
  const plan = planOf(sample);
  const evidence = unwrap(parseEvidence(plan, sample.evidence));
  return JSON.parse(JSON.stringify(auditRecord(plan, evidence, evaluate(plan, evidence), options)));
};

/** A record as plain JSON, to be altered. */
export const asJson = (record: AuditRecord): JsonObject => JSON.parse(JSON.stringify(record));

/** `document` with the keys of every object sorted, as stores do. */
export const withSortedKeys = (document: Json): Json => {
  if (typeof document !== 'object' || document === null) return document;
  if (Array.isArray(document)) return document.map(withSortedKeys);
  return Object.fromEntries(
    Object.entries(document as JsonObject)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, value]) => [key, withSortedKeys(value)]),
  );
};
