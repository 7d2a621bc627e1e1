import {
  compilePolicy,
  evaluate,
  parseEvidence,
  score,
  type Issue,
  type Outcome,
  type Scorecard,
} from '../../src/index.js';
import { add, compare, type Fraction, parse, subtract } from './fraction.js';
import type { PolicyAndEvidence } from './generate.js';
import { oracle, type OracleOutcome } from './oracle.js';
import { TooNear } from './real.js';

/** What came of running both evaluators on one case. */
export type Comparison =
  | { readonly is: 'equal'; readonly outcome: OracleOutcome }
  | {
      readonly is: 'different';
      readonly differences: readonly string[];
      readonly outcome: OracleOutcome;
    }
  /** The library would not read it. */
  | { readonly is: 'refused'; readonly issues: readonly Issue[] }
  | { readonly is: 'threw'; readonly error: string }
  /** The oracle's 50 digits do not tell. */
  | { readonly is: 'too-near' };

type ResultValue = Scorecard['indicators'][number]['value'];
type Single = Exclude<ResultValue, readonly unknown[]>;

/** Bounds are shown 10^-20 apart, and the oracle's places are cut off. */
const NEAR = parse('0.00000000000000001');
const NEARER = parse('1e-35');

const isWithin = (value: Fraction, ends: readonly [string, string], by: Fraction): boolean => {
  const [low, high] = ends.map(parse);
  return (
    low !== undefined &&
    high !== undefined &&
    compare(subtract(low, by), value) <= 0 &&
    compare(add(high, by), value) >= 0
  );
};

const isSameNumber = (expected: string, exact: (Single & { is: 'number' })['exact']): boolean => {
  const [, about, irrational, text = expected] = /^(?:(about )|(~))(.*)$/.exec(expected) ?? [];
  if (!/^-?\d/.test(text)) return false;
  if (typeof exact !== 'string')
    return (
      (about !== undefined || irrational !== undefined) &&
      isWithin(parse(text), [exact.atLeast, exact.atMost], NEAR)
    );
  if (about !== undefined) return isWithin(parse(text), [exact, exact], NEARER);
  return irrational === undefined && compare(parse(text), parse(exact)) === 0;
};

const isSame = (expected: string, value: Single): boolean => {
  switch (value.is) {
    case 'number':
      return isSameNumber(expected, value.exact);
    case 'label':
      return value.label === expected;
    case 'truth':
      return String(value.truth) === expected;
    case 'date':
      return value.date === expected;
    default:
      return value.is === expected;
  }
};

const textOf = (value: Single): string => {
  if (value.is === 'number')
    return typeof value.exact === 'string' ? value.exact : JSON.stringify(value.exact);
  return value.is === 'label' ? value.label : value.is === 'truth' ? String(value.truth) : value.is;
};

const isList = (value: ResultValue): value is readonly Single[] => Array.isArray(value);

const inOutcome = (expected: OracleOutcome, actual: Outcome, by: string): readonly string[] => [
  ...(expected.status === actual.status
    ? []
    : [`${by}: status ${actual.status}, oracle ${expected.status}`]),
  ...(expected.score === actual.score?.text
    ? []
    : [`${by}: score ${actual.score?.text ?? 'none'}, oracle ${expected.score ?? 'none'}`]),
  ...(expected.rating === actual.rating
    ? []
    : [`${by}: rating ${actual.rating ?? 'none'}, oracle ${expected.rating ?? 'none'}`]),
];

const inValues = (expected: OracleOutcome, card: Scorecard): readonly string[] =>
  card.indicators.flatMap(({ name, value }) => {
    const wanted = expected.values[name] ?? [];
    const texts = typeof wanted === 'string' ? [wanted] : wanted;
    const found = isList(value) ? value : [value];
    const isEqual =
      texts.length === found.length &&
      texts.every((text, at) => {
        const single = found[at];
        return single !== undefined && isSame(text, single);
      });
    return isEqual ? [] : [`${name}: ${found.map(textOf).join(', ')}; oracle ${texts.join(', ')}`];
  });

const byLibrary = ({ policy, evidence }: PolicyAndEvidence) => {
  const plan = compilePolicy(policy);
  if (!plan.ok) return { is: 'refused', issues: plan.issues } as const;
  const read = parseEvidence(plan.value, evidence);
  if (!read.ok) return { is: 'refused', issues: read.issues } as const;
  const card = evaluate(plan.value, read.value);
  return { is: 'done', card, short: score(plan.value, read.value) } as const;
};

/** Both evaluators on one case: the outcomes of `score` and `evaluate`, and every indicator. */
export const compared = (each: PolicyAndEvidence): Comparison => {
  let library: ReturnType<typeof byLibrary>;
  try {
    library = byLibrary(each);
  } catch (error) {
    return { is: 'threw', error: String(error) };
  }
  if (library.is === 'refused') return library;
  let outcome: OracleOutcome;
  try {
    outcome = oracle(each.policy, each.evidence);
  } catch (error) {
    if (error instanceof TooNear) return { is: 'too-near' };
    throw error;
  }
  const differences = [
    ...inOutcome(outcome, library.card, 'evaluate'),
    ...inOutcome(outcome, library.short, 'score'),
    ...inValues(outcome, library.card),
  ];
  return differences.length === 0
    ? { is: 'equal', outcome }
    : { is: 'different', differences, outcome };
};
