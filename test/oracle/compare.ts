import {
  compilePolicy,
  evaluate,
  type Issue,
  type Outcome,
  parseEvidence,
  score,
  type Scorecard,
} from '../../src/index.js';
import { add, compare, type Fraction, parse, subtract } from './fraction.js';
import type { PolicyAndEvidence } from './generate.js';
import { oracle, type OracleOutcome } from './oracle.js';
import { TooNear } from './real.js';

/** What came of running both evaluators on one case. */
export type Comparison =
  | {
      readonly is: 'equal';
      readonly outcome: OracleOutcome;
      /** Values that are fractions for the library and known to the oracle to many places only. */
      readonly byLibrary: number;
      /** Values that are fractions for the oracle and that the library gives by bounds around them. */
      readonly byOracle: number;
    }
  | { readonly is: 'different'; readonly differences: readonly string[] }
  /** The library would not read it. */
  | { readonly is: 'refused'; readonly issues: readonly Issue[] }
  | { readonly is: 'threw'; readonly error: string }
  /** The oracle's thousand digits do not tell. */
  | { readonly is: 'too-near' }
  /** A comparison or rounding that the library leaves undecided and the oracle does not. */
  | { readonly is: 'left-open' };

type ResultValue = Scorecard['indicators'][number]['value'];
type Single = Exclude<ResultValue, readonly unknown[]>;

/** Bounds are shown so far apart; of a fraction that is not seen to be one they lie on both sides of it. */
const APART = parse('1e-20');
const AROUND = parse('2e-20');
/** The oracle's places are cut off. */
const PLACES = parse('2e-40');
const NEARER = parse('1e-35');

const isWithin = (value: Fraction, low: Fraction, high: Fraction, by: Fraction): boolean =>
  compare(subtract(low, by), value) <= 0 && compare(add(high, by), value) >= 0;

/** How two numbers are the same, or that they are not. */
type Sameness = 'equal' | 'by-library' | 'by-oracle' | 'different';

const numberSameness = (
  expected: string,
  exact: (Single & { is: 'number' })['exact'],
): Sameness => {
  const [, mark, text = expected] = /^(about |~)(.*)$/.exec(expected) ?? [];
  if (!/^-?\d/.test(text)) return 'different';
  const value = parse(text);
  if (typeof exact === 'string') {
    const found = parse(exact);
    if (mark === undefined) return compare(value, found) === 0 ? 'equal' : 'different';
    const isNear = mark === 'about ' && isWithin(value, found, found, NEARER);
    return isNear ? 'by-library' : 'different';
  }
  const [low, high] = [parse(exact.atLeast), parse(exact.atMost)];
  if (compare(subtract(high, low), mark === undefined ? AROUND : APART) > 0) return 'different';
  if (!isWithin(value, low, high, PLACES)) return 'different';
  return mark === undefined ? 'by-oracle' : 'equal';
};

const sameness = (expected: string, value: Single | undefined): Sameness => {
  if (value === undefined) return 'different';
  switch (value.is) {
    case 'number':
      return numberSameness(expected, value.exact);
    case 'label':
      return value.label === expected ? 'equal' : 'different';
    case 'truth':
      return String(value.truth) === expected ? 'equal' : 'different';
    case 'date':
      return value.date === expected ? 'equal' : 'different';
    default:
      return value.is === expected ? 'equal' : 'different';
  }
};

const textOf = (value: Single): string => {
  if (value.is === 'number')
    return typeof value.exact === 'string' ? value.exact : JSON.stringify(value.exact);
  return value.is === 'label' ? value.label : value.is === 'truth' ? String(value.truth) : value.is;
};

const isList = (value: ResultValue): value is readonly Single[] => Array.isArray(value);
const listOf = (value: ResultValue): readonly Single[] => (isList(value) ? value : [value]);

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

/** The values of one indicator by both, side by side. */
interface Pair {
  readonly name: string;
  readonly texts: readonly string[];
  readonly found: readonly Single[];
}

const pairsOf = (expected: OracleOutcome, card: Scorecard): readonly Pair[] =>
  card.indicators.map(({ name, value }) => ({
    name,
    texts: [expected.values[name] ?? []].flat(),
    found: listOf(value),
  }));

const samenessIn = ({ texts, found }: Pair): readonly Sameness[] =>
  texts.length === found.length
    ? texts.map((text, at) => sameness(text, found[at]))
    : ['different'];

const inCoverage = (expected: OracleOutcome, card: Scorecard): readonly string[] =>
  card.indicators.flatMap(({ name, value, coverage }) => {
    const wanted = expected.coverage[name];
    if (isList(value) || wanted === undefined || compare(parse(wanted), parse(coverage)) === 0)
      return [];
    return [`${name}: coverage ${coverage}; oracle ${wanted}`];
  });

const isLeftOpen = ({ texts, found }: Pair): boolean =>
  found.some(({ is }, at) => is === 'undecided' && texts[at] !== 'undecided');

const told = ({ name, texts, found }: Pair): string =>
  `${name}: ${found.map(textOf).join(', ')}; oracle ${texts.join(', ')}`;

const byLibrary = ({ policy, evidence, parents = [] }: PolicyAndEvidence) => {
  const plan = compilePolicy(policy, { parents });
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
    outcome = oracle(each.policy, each.evidence, each.parents);
  } catch (error) {
    if (error instanceof TooNear) return { is: 'too-near' };
    throw error;
  }
  const pairs = pairsOf(outcome, library.card);
  if (pairs.some(isLeftOpen)) return { is: 'left-open' };
  const differences = [
    ...inOutcome(outcome, library.card, 'evaluate'),
    ...inOutcome(outcome, library.short, 'score'),
    ...inCoverage(outcome, library.card),
    ...pairs.filter((pair) => samenessIn(pair).includes('different')).map(told),
  ];
  if (differences.length > 0) return { is: 'different', differences };
  const all = pairs.flatMap(samenessIn);
  const how = (wanted: Sameness): number => all.filter((each) => each === wanted).length;
  return { is: 'equal', outcome, byLibrary: how('by-library'), byOracle: how('by-oracle') };
};
