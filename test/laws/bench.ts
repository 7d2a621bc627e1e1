import { examplesOf } from './examples.js';
import type { IndicatorKind, KindExample } from '../../src/indicator/contract.js';
import * as kinds from '../../src/indicator/kinds.js';
import {
  compilePolicy,
  evaluate,
  freezeCohort,
  parseEvidence,
  score,
  unwrap,
} from '../../src/index.js';
import type { Cohort, EvaluateOptions, Outcome, Plan, Scorecard } from '../../src/index.js';
import type { ResultValue } from '../../src/evaluate/scorecard.js';
import type { JsonObject } from '../../src/json.js';
import {
  divide,
  multiply,
  ONE,
  type Rational,
  rational,
  subtract,
} from '../../src/number/rational.js';
import type { Policy } from '../../src/policy/policy.js';
import { isObject, valueAt } from '../properties/document.js';
import { exact } from '../properties/evidence.js';
import { further } from './further.js';

/** One example of one kind, in a whole policy whose result it is. */
export interface Bench {
  readonly kind: IndicatorKind;
  readonly example: KindExample;
  readonly name: string;
  readonly policy: Policy & JsonObject;
  /** @throws ScoringError when the example does not compile */
  readonly plan: () => Plan;
}

const ROUND = { places: 2, mode: 'half-up', for: 'use' };
const YES_NO = 'yes-or-no';

/** How the indicator `x` becomes the result of a policy: a score, or a rating. */
const resultOf = ({ indicator, policy }: KindExample): JsonObject => {
  const { unit, scale } = indicator;
  if (scale !== undefined) return { result: { rating: 'x' } };
  if (typeof indicator['per'] === 'string') {
    const take = { of: indicator['per'], take: 'mean', read: 'x', leaveOut: { atLeast: 0 } };
    return {
      indicators: { score: { unit: unit ?? 'ratio', rows: take, round: ROUND } },
      result: { score: 'score', baseline: 100 },
    };
  }
  if (unit === undefined) {
    const cases = [{ id: 'holds', when: { var: 'x' }, gives: 'yes' }];
    return {
      scales: { [YES_NO]: { labels: ['no', 'yes'] } },
      indicators: {
        score: { scale: YES_NO, choose: { cases, else: { id: 'fails', gives: 'no' } } },
      },
      result: { rating: 'score' },
    };
  }
  const hasScale =
    isObject(policy['scales']) && typeof unit === 'string' && Object.hasOwn(policy['scales'], unit);
  return {
    indicators: { score: { unit, mean: { weights: { x: 1 } }, round: ROUND } },
    result: { score: 'score', ...(hasScale ? {} : { baseline: 100 }) },
  };
};

const merged = (a: JsonObject, b: JsonObject): JsonObject => {
  const result: Record<string, JsonObject[string]> = { ...a };
  for (const [key, value] of Object.entries(b)) {
    const known = result[key];
    result[key] = isObject(known) && isObject(value) ? merged(known, value) : value;
  }
  return result;
};

/** The least whole policy around an example: envelope, its own parts, `x`, and a result. */
export const policyAround = (example: KindExample): Policy & JsonObject => {
  const envelope = {
    timbang: 1,
    id: 'laws/example',
    version: '1.0.0',
    title: example.title,
    effective: { from: '2026-01-01' },
  } as unknown as JsonObject;
  const whole = [example.policy, { indicators: { x: example.indicator } }, resultOf(example)];
  return whole.reduce<JsonObject>(merged, envelope) as Policy & JsonObject;
};

/** Every kind times its examples, its own and further ones. */
export const benches: readonly Bench[] = Object.values<IndicatorKind>(kinds).flatMap((kind) =>
  [...examplesOf(kind), ...(further[kind.name] ?? [])].map((example) => {
    const policy = policyAround(example);
    const name = `${kind.name}, ${example.title.en}`;
    const compiled = compilePolicy(policy);
    return { kind, example, name, policy, plan: () => unwrap(compiled) };
  }),
);

/** By plan, the cohort that its example freezes. */
const cohorts = new WeakMap<Plan, Cohort>();

const cohortOf = (plan: Plan, documents: readonly JsonObject[]): Cohort => {
  const members = documents.map((document) => unwrap(parseEvidence(plan, document)));
  const cohort = cohorts.get(plan) ?? freezeCohort(plan, members);
  cohorts.set(plan, cohort);
  return cohort;
};

/** @param members - evidence of the members of the cohort, where the example has one */
export const scorecardOf = (
  plan: Plan,
  evidence: JsonObject,
  members?: readonly JsonObject[],
): Scorecard => evaluate(plan, unwrap(parseEvidence(plan, evidence)), optionsFor(plan, members));

const optionsFor = (plan: Plan, members: readonly JsonObject[] | undefined): EvaluateOptions =>
  members === undefined ? {} : { cohort: cohortOf(plan, members) };

/** The outcome alone, as `scorecardOf` gives it with the scorecard. */
export const outcomeOf = (
  plan: Plan,
  evidence: JsonObject,
  members?: readonly JsonObject[],
): Outcome => score(plan, unwrap(parseEvidence(plan, evidence)), optionsFor(plan, members));

/** Every value of an indicator: one, or one for each row. */
export const valuesOf = (scorecard: Scorecard, name: string): readonly ResultValue[] => {
  const value = scorecard.indicators.find((each) => each.name === name)?.value;
  return value === undefined ? [] : [value].flat();
};

/** The value of the single-valued indicator `name`. */
export const valueOf = (scorecard: Scorecard, name: string): ResultValue => {
  const value = scorecard.indicators.find((each) => each.name === name)?.value;
  if (value === undefined || !('is' in value)) throw new TypeError(`no single value of ${name}`);
  return value;
};

/** A result as an example writes it: exact text, a label, `true`, `false` or an absence. */
export const asGiven = (value: ResultValue): string => {
  switch (value.is) {
    case 'number':
      return typeof value.exact === 'string' ? value.exact : value.text;
    case 'label':
      return value.label;
    case 'truth':
      return String(value.truth);
    case 'date':
      return value.date;
    default:
      return value.is;
  }
};

/** Bounds of a number: equal for a fraction, twenty places apart for an irrational one. */
interface Bounds {
  readonly low: Rational;
  readonly high: Rational;
}

export const boundsOf = (value: ResultValue): Bounds | undefined => {
  if (value.is !== 'number') return undefined;
  const { exact: shown } = value;
  return typeof shown === 'string'
    ? { low: exact(shown), high: exact(shown) }
    : { low: exact(shown.atLeast), high: exact(shown.atMost) };
};

const SECONDS: Readonly<Record<string, bigint>> = { second: 1n, minute: 60n, hour: 3600n };

/** How many of the unit of `x` one of the unit of the input `name` is. */
export const factorOf = (name: string, { inputs, indicators }: Policy): Rational => {
  const spec = inputs?.[name];
  const from = SECONDS[spec !== undefined && 'unit' in spec ? spec.unit : ''];
  const to = SECONDS[indicators['x']?.unit ?? ''];
  return from === undefined || to === undefined ? ONE : rational(from, to);
};

/**
 * The numbers that `x` combined, in its own unit: those that carried a weight, or all where none is used. The trace says
 * which they were; an input is taken from the evidence.
 */
export const componentsOf = (
  scorecard: Scorecard,
  policy: Policy,
  evidence: JsonObject,
): readonly Bounds[] => {
  const step = scorecard.trace.find((each) => each.name === 'x');
  return (step?.inputs ?? [])
    .filter(({ name, weight }) => weight !== '0' && policy.parameters?.[name] === undefined)
    .flatMap(({ name, value }) => {
      const bounds = boundsOf(value);
      if (bounds === undefined) return [];
      const given = valueAt(evidence, `/values/${name}`);
      if (typeof given !== 'number' && typeof given !== 'string') return [bounds];
      const own = multiply(exact(given), factorOf(name, policy));
      return [{ low: own, high: own }];
    });
};

/** One unit of the last place to which the score is rounded. */
export const lastPlace = (scorecard: Scorecard): Rational => {
  const places = scorecard.score?.places ?? 0;
  return divide(ONE, exact(`1e${places}`)) ?? ONE;
};

/** baseline - score, exactly. */
export const shortfallOf = (scorecard: Scorecard): Rational =>
  subtract(exact(scorecard.baseline ?? '0'), exact(scorecard.score?.text ?? '0'));
