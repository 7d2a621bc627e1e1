import type { Evidence } from '../evidence/evidence.js';
import type { Freeze, FrozenPart } from '../indicator/contract.js';
import type { Issue } from '../issue.js';
import type { Json } from '../json.js';
import { exactText } from '../number/decimal.js';
import { isRational } from '../number/exact.js';
import {
  compare,
  divide,
  equal,
  multiply,
  type Rational,
  rational,
  subtract,
  ZERO,
} from '../number/rational.js';
import { isTooLarge, sumWithin } from '../number/size.js';
import type { Doors } from '../plan/doors.js';
import type { IndicatorPlan, Plan } from '../plan/plan.js';
import { ScoringError } from '../result.js';
import { isNumber } from '../slot.js';
import { isReadFor } from './pair.js';
import { runExactly } from './run.js';

/** The name of the format of cohorts that this library writes and reads. */
export const COHORT_FORMAT = 'timbang/cohort/1';

/**
 * Constants of a group of subjects, frozen for every indicator that compares a subject with them; plain
 * JSON, to be kept and given to `score` and `evaluate` for as long as the comparison is to stay the same.
 *
 * Numbers are exact text. No member can be told from it but by a value that only one has.
 */
export interface Cohort {
  readonly format: typeof COHORT_FORMAT;
  readonly policy: { readonly id: string; readonly version: string; readonly digest: string };
  /** How many subjects it was frozen from. */
  readonly members: number;
  /** By name of the indicator. */
  readonly indicators: Readonly<Record<string, FrozenConstants>>;
  /** What was noticed; the same whatever the order of the members. */
  readonly issues: readonly Issue[];
  /** Of the canonical form of everything else. */
  readonly digest: string;
}

/** The constants of one indicator: what its comparison needs of the values that it reads. */
export interface FrozenConstants {
  readonly read: string;
  /** How many members have a value, and how many have none. */
  readonly count: number;
  readonly absent: number;
  readonly min?: string;
  readonly max?: string;
  readonly mean?: string;
  /** The sum of squared deviations from the mean. */
  readonly squares?: string;
  /** Distinct values, least first, with how many members have each. */
  readonly values?: readonly (readonly [value: string, count: number])[];
}

/** An indicator that compares its subject with a cohort. */
export interface CohortIndicator {
  readonly plan: IndicatorPlan;
  readonly freeze: Freeze;
}

/** The indicators of a plan that compare their subject with a cohort. */
export const cohortIndicators = ({ layout }: Plan): readonly CohortIndicator[] =>
  layout.indicators.flatMap((plan) => {
    const freeze = plan.kind.freezes?.(plan.node);
    return freeze === undefined ? [] : [{ plan, freeze }];
  });

/** Values of one indicator over the members. */
interface Values {
  readonly known: Rational[];
  absent: number;
  irrational: number;
}

type Constants = Omit<FrozenConstants, 'read' | 'count' | 'absent'>;

/** Mean and squared deviations; nothing where one of them outgrows the bound on numbers. */
const momentsOf = (values: readonly Rational[]): Constants => {
  const total = sumWithin(values);
  if (total === undefined || !isRational(total)) return {};
  const mean = divide(total, rational(BigInt(values.length))) ?? ZERO;
  const squares = sumWithin(values.map((each) => square(subtract(each, mean))));
  if (squares === undefined || !isRational(squares) || isTooLarge(mean)) return {};
  return { mean: exactText(mean), squares: exactText(squares) };
};

const square = (value: Rational): Rational => multiply(value, value);

/** By part of what is frozen, the constants of values that are sorted and at least one. */
const CONSTANTS: Readonly<Record<FrozenPart, (sorted: readonly Rational[]) => Constants>> = {
  moments: momentsOf,
  ends: (sorted) => ({
    min: exactText(sorted[0] ?? ZERO),
    max: exactText(sorted.at(-1) ?? ZERO),
  }),
  values: (sorted) => {
    const distinct: { readonly value: Rational; count: number }[] = [];
    for (const value of sorted) {
      const last = distinct.at(-1);
      if (last !== undefined && equal(last.value, value)) last.count += 1;
      else distinct.push({ value, count: 1 });
    }
    return { values: distinct.map(({ value, count }) => [exactText(value), count] as const) };
  },
};

const constantsOf = ({ freeze }: CohortIndicator, values: Values): FrozenConstants => {
  const sorted = [...values.known].sort(compare);
  return {
    read: freeze.read.name,
    count: sorted.length,
    absent: values.absent,
    ...(sorted.length === 0 ? {} : CONSTANTS[freeze.part](sorted)),
  };
};

const asJson = (content: Omit<Cohort, 'digest'>, { scanJson }: Doors): Json => {
  const scanned = scanJson(content, { nodes: Number.MAX_SAFE_INTEGER });
  if (scanned.ok) return scanned.value;
  throw new ScoringError('the cohort cannot be written as JSON', scanned.issues);
};

/**
 * The cohort of all that `evidences` tell of: for every indicator that compares its subject with others, the
 * constants it needs, exact, with a digest.
 *
 * Each member is evaluated by the referee, without a cohort: what is frozen depends on none. A member without
 * a value is counted as absent, and so is one whose value is irrational. The order of the members does not matter.
 * Issues, in the cohort: `cohort.irrational`, `cohort.same_subject`
 * @throws ScoringError when evidence was read for another policy
 * @example
 * const cohort = freezeCohort(plan, documents.map((each) => unwrap(parseEvidence(plan, each))));
 */
export const freezeCohort = (plan: Plan, evidences: Iterable<Evidence>): Cohort => {
  const indicators = cohortIndicators(plan);
  const found = indicators.map((): Values => ({ known: [], absent: 0, irrational: 0 }));
  const subjects = new Set<string>();
  let members = 0;
  let repeated = 0;
  for (const evidence of evidences) {
    if (!isReadFor(plan, evidence))
      throw new ScoringError('evidence of a member was read for another policy');
    members += 1;
    if (evidence.subject !== undefined) {
      if (subjects.has(evidence.subject)) repeated += 1;
      subjects.add(evidence.subject);
    }
    const { reader } = runExactly(plan, evidence, undefined, true);
    for (const [i, { freeze }] of indicators.entries()) {
      const values = found[i];
      const cell = reader.cell(freeze.read);
      if (values === undefined) continue;
      if (isNumber(cell) && isRational(cell)) values.known.push(cell);
      else {
        values.absent += 1;
        if (isNumber(cell)) values.irrational += 1;
      }
    }
  }
  const { doors } = plan.layout;
  const issues = [
    ...(repeated === 0 ? [] : [doors.issue('cohort.same_subject', '', { count: repeated })]),
    ...indicators.flatMap(({ plan: { pointer }, freeze }, i) => {
      const count = found[i]?.irrational ?? 0;
      const params = { name: freeze.read.name, count };
      return count === 0 ? [] : [doors.issue('cohort.irrational', pointer, params)];
    }),
  ];
  const { id, version } = plan.policy;
  const content: Omit<Cohort, 'digest'> = {
    format: COHORT_FORMAT,
    policy: { id, version, digest: plan.digest },
    members,
    indicators: Object.fromEntries(
      indicators.flatMap((each, i) => {
        const values = found[i];
        return values === undefined ? [] : [[each.plan.name, constantsOf(each, values)] as const];
      }),
    ),
    issues,
  };
  return { ...content, digest: doors.digest(asJson(content, doors)) };
};
