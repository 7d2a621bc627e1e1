import { parseEvidence } from '../evidence/read.js';
import type { Issue, IssueCode } from '../issue.js';
import { exactText, readNumber } from '../number/decimal.js';
import { type Pointer, pointerTo } from '../pointer.js';
import type { Plan } from '../plan/plan.js';
import type { ExpectedValue, PolicyTest } from '../policy/policy.js';
import { readLiteral } from '../rule/literal.js';
import { nearest } from '../suggest.js';
import { evaluate } from './evaluate.js';
import type { IndicatorResult, ResultValue, Scorecard } from './scorecard.js';

/** What the tests that a policy carries with it came to. */
export interface CaseReport {
  readonly passed: number;
  readonly failed: number;
  /** In the order of the policy. */
  readonly cases: readonly CaseResult[];
}

/** One test of a policy. */
export interface CaseResult {
  readonly name: string;
  readonly passed: boolean;
  /** What came out otherwise than expected; pointers lead into the policy. */
  readonly differences: readonly Issue[];
}

type Expected = ExpectedValue;
type Params = Readonly<Record<string, string | number>>;
type Keys = readonly (string | number)[];

/** A test being compared, and how to say that something differs. */
interface Comparison {
  readonly card: Scorecard;
  readonly say: (code: IssueCode, keys: Keys, params: Params) => void;
}

/** Shown where something that was expected is not there at all. */
const NONE = '–';

/** `expected` as a scorecard writes a number; undefined when it is none. */
const numberText = (expected: Expected): string | undefined => {
  const value = typeof expected === 'boolean' ? undefined : readLiteral(expected);
  return value === undefined ? undefined : exactText(value);
};

/** Whether two texts are one number: `91.8` is `91.80`. */
const isSameNumber = (text: string, expected: Expected): boolean => {
  const value = readNumber(text);
  return value !== undefined && exactText(value) === numberText(expected);
};

/** An irrational number has no decimal: only its declared rounding can be expected. */
const compareIrrational = (
  value: Extract<ResultValue, { readonly is: 'number' }>,
  expected: Expected,
  { name, keys, row }: { readonly name: string; readonly keys: Keys; readonly row?: number },
  { card, say }: Comparison,
): void => {
  if (typeof value.exact === 'string') return;
  const step = card.trace.find((each) => each.name === name && each.row === row);
  const rounded = step?.rounded?.text;
  if (rounded === undefined) {
    const { atLeast: low, atMost: high } = value.exact;
    say('test.irrational', keys, { what: name, low, high, expected: String(expected) });
  } else if (!isSameNumber(rounded, expected)) {
    say('test.differs', keys, { what: name, found: rounded, expected: String(expected) });
  }
};

/** A value as a test writes it. */
const written = (value: ResultValue): Expected => {
  if (value.is === 'number') return typeof value.exact === 'string' ? value.exact : value.text;
  if (value.is === 'label') return value.label;
  if (value.is === 'truth') return value.truth;
  return value.is === 'date' ? value.date : value.is;
};

const isPerRow = (value: IndicatorResult['value']): value is readonly ResultValue[] =>
  Array.isArray(value);

/** A value against what is expected of it, under the keys where that stands. */
const compareValue = (
  value: ResultValue,
  expected: Expected,
  place: { readonly name: string; readonly keys: Keys; readonly row?: number },
  comparison: Comparison,
): void => {
  if (value.is === 'number' && typeof value.exact !== 'string') {
    compareIrrational(value, expected, place, comparison);
    return;
  }
  const found = written(value);
  const wanted = value.is === 'number' ? numberText(expected) : expected;
  if (found === wanted) return;
  const params = { what: place.name, found: String(found), expected: String(expected) };
  comparison.say('test.differs', place.keys, params);
};

/** Every row against what is expected of it; a row too many or too few differs as a whole. */
const compareRows = (
  name: string,
  values: readonly ResultValue[],
  expected: readonly Expected[],
  comparison: Comparison,
): void => {
  const keys = ['indicators', name];
  if (values.length !== expected.length) {
    const params = { what: name, found: values.length, expected: expected.length };
    comparison.say('test.row_count', keys, params);
    return;
  }
  for (const [row, value] of values.entries())
    compareValue(value, expected[row] ?? '', { name, keys: [...keys, row], row }, comparison);
};

const compareIndicator = (
  name: string,
  expected: Expected | readonly Expected[],
  comparison: Comparison,
): void => {
  const { card, say } = comparison;
  const keys = ['indicators', name];
  const value = card.indicators.find((each) => each.name === name)?.value;
  if (value === undefined) {
    const near = nearest(
      name,
      card.indicators.map((each) => each.name),
    );
    say('test.unknown_indicator', keys, { indicator: name, ...near });
  } else if (isPerRow(value) && isList(expected)) compareRows(name, value, expected, comparison);
  else if (isPerRow(value)) say('test.per_row', keys, { indicator: name });
  else if (isList(expected)) say('test.not_per_row', keys, { indicator: name });
  else compareValue(value, expected, { name, keys }, comparison);
};

const isList = (expected: Expected | readonly Expected[]): expected is readonly Expected[] =>
  Array.isArray(expected);

const compareOutcome = (test: PolicyTest, { card, say }: Comparison): void => {
  const { status, score, rating, issues = [] } = test.expect;
  const differ = (what: string, found: string | undefined, expected: Expected | null): void => {
    say('test.differs', [what], { what, found: found ?? NONE, expected: String(expected ?? NONE) });
  };
  if (status !== undefined && status !== card.status) differ('status', card.status, status);
  const isScore =
    score === null ? card.score === undefined : isSameNumber(card.score?.text ?? '', score ?? '');
  if (score !== undefined && !isScore) differ('score', card.score?.text, score);
  if (rating !== undefined && rating !== (card.rating ?? null))
    differ('rating', card.rating, rating);
  const codes = [...new Set<string>(card.issues.map(({ code }) => code))];
  for (const [i, expected] of issues.entries()) {
    if (codes.includes(expected)) continue;
    const found = codes.join(', ') || NONE;
    say('test.differs', ['issues', i], { what: 'issues', found, expected });
  }
};

const differencesOf = (plan: Plan, test: PolicyTest, pointer: Pointer): readonly Issue[] => {
  const { name } = test;
  const { issue } = plan.layout.doors;
  const evidence = parseEvidence(plan, test.evidence);
  if (!evidence.ok) {
    const at = pointerTo(pointer, 'evidence');
    return [
      issue('test.evidence', at, { name }),
      ...evidence.issues.map((each) => ({ ...each, pointer: at + each.pointer })),
    ];
  }
  const differences: Issue[] = [];
  const comparison: Comparison = {
    card: evaluate(plan, evidence.value),
    say: (code, keys, params) => {
      differences.push(issue(code, pointerTo(pointer, 'expect', ...keys), { name, ...params }));
    },
  };
  compareOutcome(test, comparison);
  for (const [indicator, expected] of Object.entries(test.expect.indicators ?? {}))
    compareIndicator(indicator, expected, comparison);
  return differences;
};

/**
 * Every test that the policy carries, evaluated and compared with what it expects.
 *
 * Numbers are compared exactly: `91.8` equals `91.80`, `275/3` equals nothing but 275/3. An irrational
 * value equals no decimal; where its indicator rounds it, the rounding is compared instead.
 * Issues of the cases: `test.evidence` with those of the evidence, `test.differs`, `test.irrational`,
 * `test.per_row`, `test.not_per_row`, `test.row_count`, `test.unknown_indicator`
 * @example
 * const { failed, cases } = runPolicyTests(plan);
 */
export const runPolicyTests = (plan: Plan): CaseReport => {
  const cases = (plan.policy.tests ?? []).map((test, i) => {
    const differences = differencesOf(plan, test, pointerTo('/tests', i));
    return { name: test.name, passed: differences.length === 0, differences };
  });
  const passed = cases.filter((each) => each.passed).length;
  return { passed, failed: cases.length - passed, cases };
};
