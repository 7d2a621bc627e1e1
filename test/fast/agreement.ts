import type { Outcome, Plan, Result, Scorecard } from '../../src/index.js';
import {
  compilePolicy,
  evaluate,
  parseEvidence,
  score,
  scoreMany,
  unwrap,
} from '../../src/index.js';
import type { Json, JsonObject } from '../../src/json.js';
import { scoreInDoubles } from '../../src/evaluate/fast.js';
import { readingDays } from '../../src/evaluate/settle.js';

/** The part of a scorecard that is an outcome. */
export const outcomeIn = ({ status, score: given, rating, issues }: Scorecard): Outcome => ({
  status,
  ...(given === undefined ? {} : { score: given }),
  ...(rating === undefined ? {} : { rating }),
  issues,
});

/** How an outcome came about. */
export type Way = 'doubles' | 'referee' | 'exact-only';

/** What each way to an outcome gives, and which way `score` went. */
interface Outcomes {
  readonly score: Outcome;
  readonly evaluate: Outcome;
  readonly many: Outcome;
  readonly way: Way;
}

/** The outcomes of a document that is read without an error; undefined for one that is refused. */
export const outcomesOf = (plan: Plan, document: unknown): Outcomes | undefined => {
  const parsed = parseEvidence(plan, document);
  const [many] = [...scoreMany(plan, [document])];
  if (!parsed.ok || many === undefined || !many.outcome.ok) return undefined;
  const evidence = parsed.value;
  const { fast } = plan.layout;
  const { issues } = evidence;
  const inDoubles =
    'why' in fast || evidence.numbers === undefined
      ? undefined
      : scoreInDoubles(fast, evidence.numbers, readingDays(evidence), issues);
  return {
    score: score(plan, evidence),
    evaluate: outcomeIn(evaluate(plan, evidence)),
    many: many.outcome.value,
    way: 'why' in fast ? 'exact-only' : inDoubles === undefined ? 'referee' : 'doubles',
  };
};

/** A number input in a pure unit. */
export const input = (min: number | string, max: number | string, step?: string): JsonObject => ({
  type: 'decimal',
  unit: 'ratio',
  min,
  max,
  ...(step === undefined ? {} : { step }),
  ifMissing: 'fail',
});

/** Parts of a policy whose score is the indicator `s`, or whose rating it is. */
export interface Parts {
  readonly inputs?: JsonObject;
  readonly indicators: JsonObject;
  readonly more?: JsonObject;
}

export const ROUND: JsonObject = { places: 2, mode: 'half-up', for: 'use' };

/** A formula in a pure unit, rounded. */
export const formula = (rule: Json, round: JsonObject = ROUND): JsonObject => ({
  unit: 'ratio',
  formula: rule,
  round,
});

/** 1 where a rule holds, 0 elsewhere. */
export const told = (when: Json): JsonObject => ({
  unit: 'ratio',
  choose: { cases: [{ id: 'yes', when, gives: 1 }], else: { id: 'no', gives: 0 } },
  round: ROUND,
});

export const compiledFrom = ({ inputs = {}, indicators, more = {} }: Parts): Result<Plan> =>
  compilePolicy({
    timbang: 1,
    id: 'fast/pinned',
    version: '1.0.0',
    title: { id: 'contoh', en: 'example' },
    effective: { from: '2026-01-01' },
    inputs,
    indicators,
    result: { score: 's', baseline: 100 },
    ...more,
  });

export const planOf = (parts: Parts): Plan => unwrap(compiledFrom(parts));
