import {
  compilePolicy,
  evaluate,
  type EvaluateOptions,
  type Issue,
  parseEvidence,
  type Plan,
  type Result,
  type ResultValue,
  type Scorecard,
  unwrap,
} from '../../src/index.js';
import type { Json, JsonObject } from '../../src/json.js';

const POINTS: JsonObject = { worst: 0, full: 100, best: 100 };

/** An input in points, of which any decimal counts. */
export const points = (ifMissing: Json = 'exclude', more: JsonObject = {}): JsonObject => ({
  type: 'decimal',
  unit: 'points',
  min: -1000,
  max: 1000,
  ifMissing,
  ...more,
});

export const ROUND: JsonObject = { places: 2, mode: 'half-up', for: 'use' };

/** A whole policy around its parts; a score of its own where they bring none. */
export const policyOf = (parts: JsonObject): JsonObject => {
  const { scales = {}, indicators = {}, result, ...more } = parts;
  const own = { constant: { unit: 'ratio', constant: 1, round: ROUND } };
  return {
    timbang: 1,
    id: 'contoh/kelompok',
    version: '1.0.0',
    title: { id: 'contoh', en: 'example' },
    effective: { from: '2026-01-01' },
    scales: {
      points: POINTS,
      grade: { labels: ['low', 'mid', 'high'] },
      ...(scales as JsonObject),
    },
    ...more,
    indicators: { ...(result === undefined ? own : {}), ...(indicators as JsonObject) },
    result: result ?? { score: 'constant', baseline: 1 },
  };
};

export const planOf = (parts: JsonObject): Plan => unwrap(compilePolicy(policyOf(parts)));

const issuesOf = (result: Result<unknown>): readonly Issue[] => (result.ok ? [] : result.issues);

const isError = ({ severity }: Issue): boolean => severity === 'error';

/** Codes with their places. */
export const said = (issues: readonly Issue[]): readonly string[] =>
  issues.map(({ code, pointer }) => `${code} ${pointer}`);

export const complaints = (parts: JsonObject): readonly string[] =>
  said(issuesOf(compilePolicy(policyOf(parts))).filter(isError));

export const refusals = (plan: Plan, evidence: unknown): readonly string[] =>
  said(issuesOf(parseEvidence(plan, evidence)));

export const cardOf = (plan: Plan, evidence: unknown, options?: EvaluateOptions): Scorecard =>
  evaluate(plan, unwrap(parseEvidence(plan, evidence)), options);

export const written = (value: ResultValue): string => {
  if (value.is === 'number') return typeof value.exact === 'string' ? value.exact : value.text;
  if (value.is === 'label') return value.label;
  return value.is;
};

/** What an indicator gave: one text, or one for each row. */
export const givenBy = (card: Scorecard, name: string): readonly string[] =>
  [card.indicators.find((each) => each.name === name)?.value ?? []].flat().map(written);
