import { isObject, member } from '../evidence/object.js';
import { type Findings, findings } from '../evidence/value.js';
import type { Frozen, FrozenPart } from '../indicator/contract.js';
import type { Text } from '../issue.js';
import type { Json, JsonLimits, JsonObject } from '../json.js';
import { exactText, readExact } from '../number/decimal.js';
import { compare, type Rational, sign } from '../number/rational.js';
import { type Pointer, pointerTo } from '../pointer.js';
import type { Plan } from '../plan/plan.js';
import { failure, ok, type Result, ScoringError } from '../result.js';
import { type Cohort, COHORT_FORMAT, type CohortIndicator, cohortIndicators } from './cohort.js';
import type { FrozenBySlot } from './run.js';

/** How large a cohort may be: two million members, each with a value of its own. */
const COHORT_LIMITS: Partial<JsonLimits> = { nodes: 10_000_000, keys: 20_000 };

/** More issues than this are counted, not listed. */
const MOST_ISSUES = 100;

const WORDS = {
  count: { id: 'bilangan bulat dari 0', en: 'a whole number from 0' },
  number: { id: 'bilangan tepat dalam teks', en: 'an exact number as text' },
  object: { id: 'objek', en: 'an object' },
  text: { id: 'teks', en: 'text' },
  array: { id: 'larik', en: 'an array' },
  members: { id: 'anggota yang tidak dihitung', en: 'the members that are not counted' },
  values: {
    id: 'nilai yang berbeda dari yang terkecil, masing-masing dengan banyaknya',
    en: 'distinct values from the least, each with how many have it',
  },
} as const satisfies Record<string, Text>;

/** Reads members of an object; what is not there, or is something else, is reported. */
interface FieldReader {
  readonly count: (key: string) => number;
  readonly number: (key: string) => Rational | undefined;
  readonly report: (key: string, expected: Text) => void;
}

const isList = (value: Json | undefined): value is readonly Json[] => Array.isArray(value);

const isCount = (value: Json | undefined): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;

/** The number that `given` writes in the one way in which `exactText` does. */
const numberOf = (given: Json | undefined): Rational | undefined => {
  const value = typeof given === 'string' ? readExact(given) : undefined;
  return value !== undefined && exactText(value) === given ? value : undefined;
};

const fieldsOf = (object: JsonObject, base: Pointer, found: Findings): FieldReader => {
  const report = (key: string, expected: Text): void => {
    found.say('cohort.field', pointerTo(base, key), { key, expected });
  };
  return {
    report,
    count: (key) => {
      const value = member(object, key);
      if (isCount(value)) return value;
      report(key, WORDS.count);
      return 0;
    },
    number: (key) => {
      const value = numberOf(member(object, key));
      if (value === undefined) report(key, WORDS.number);
      return value;
    },
  };
};

type Entry = NonNullable<Frozen['values']>[number];

/** Distinct values, least first, of `count` members in all; undefined when they are not. */
const valuesOf = (given: Json | undefined, count: number): readonly Entry[] | undefined => {
  if (!isList(given)) return undefined;
  const entries: Entry[] = [];
  let below = 0;
  for (const each of given) {
    const pair: readonly Json[] = isList(each) ? each : [];
    const [text, many, ...more] = pair;
    const value = numberOf(text);
    const last = entries.at(-1);
    if (value === undefined || !isCount(many) || many === 0 || more.length > 0) return undefined;
    if (last !== undefined && compare(last.value, value) >= 0) return undefined;
    entries.push({ value, count: many, below });
    below += many;
  }
  return below === count ? entries : undefined;
};

type Parts = Omit<Frozen, 'count'>;

/** By part, what a cohort must hold of an indicator that at least one member has a value of. */
const PARTS: Readonly<
  Record<FrozenPart, (object: JsonObject, fields: FieldReader, count: number) => Parts>
> = {
  ends: (_object, fields) => {
    const [min, max] = [fields.number('min'), fields.number('max')];
    if (min === undefined || max === undefined) return {};
    if (compare(min, max) > 0) fields.report('max', WORDS.number);
    return { ends: { min, max } };
  },
  moments: (object, fields) => {
    // Both are left out where they outgrew the bound on numbers.
    if (member(object, 'mean') === undefined && member(object, 'squares') === undefined) return {};
    const [mean, squares] = [fields.number('mean'), fields.number('squares')];
    if (mean === undefined || squares === undefined) return {};
    if (sign(squares) < 0) fields.report('squares', WORDS.number);
    return { moments: { mean, squares } };
  },
  values: (object, fields, count) => {
    const values = valuesOf(member(object, 'values'), count);
    if (values === undefined) fields.report('values', WORDS.values);
    return values === undefined ? {} : { values };
  },
};

const frozenIn = (
  given: Json | undefined,
  { plan, freeze }: CohortIndicator,
  members: number,
  found: Findings,
): Frozen | undefined => {
  const base = pointerTo('/indicators', plan.name);
  if (!isObject(given)) {
    found.say('cohort.field', base, { key: plan.name, expected: WORDS.object });
    return undefined;
  }
  const fields = fieldsOf(given, base, found);
  if (member(given, 'read') !== freeze.read.name) fields.report('read', WORDS.text);
  const count = fields.count('count');
  if (fields.count('absent') !== members - count) fields.report('absent', WORDS.members);
  return { count, ...(count === 0 ? {} : PARTS[freeze.part](given, fields, count)) };
};

/** A cohort that was checked, with its constants as numbers. */
interface Checked {
  readonly cohort: Cohort;
  readonly frozen: FrozenBySlot;
}

/** Whether the policy that froze the cohort is that of `plan`. */
const isOfPlan = (json: JsonObject, plan: Plan, found: Findings): boolean => {
  const policy = member(json, 'policy');
  const given = isObject(policy) ? member(policy, 'digest') : undefined;
  if (given === plan.digest) return true;
  const params = { found: typeof given === 'string' ? given : '', expected: plan.digest };
  found.say('cohort.policy', '/policy/digest', params);
  return false;
};

const checkJson = (plan: Plan, json: Json): Result<Checked> => {
  const { doors } = plan.layout;
  const found = findings(doors);
  if (!isObject(json) || member(json, 'format') !== COHORT_FORMAT) {
    found.say('cohort.form', '/format', { expected: COHORT_FORMAT });
    return failure(found.issues);
  }
  if (!isOfPlan(json, plan, found)) return failure(found.issues);
  const members = fieldsOf(json, '', found).count('members');
  const indicators = member(json, 'indicators');
  if (!Array.isArray(member(json, 'issues')))
    found.say('cohort.field', '/issues', { key: 'issues', expected: WORDS.array });
  const frozen = new Map<number, Frozen>();
  for (const each of cohortIndicators(plan)) {
    const given = isObject(indicators) ? member(indicators, each.plan.name) : undefined;
    const constants = frozenIn(given, each, members, found);
    if (constants !== undefined) frozen.set(each.plan.slot.index, constants);
  }
  const { digest: sealed, ...content } = json;
  if (found.issues.length === 0 && doors.digest(content) !== sealed)
    found.say('cohort.digest', '/digest');
  if (found.issues.length > 0) return failure(doors.capIssues(found.issues, MOST_ISSUES));
  // The one cast of cohorts: every field has been checked, and the digest holds the rest.
  return ok({ cohort: json as unknown as Cohort, frozen });
};

/** The constants of a cohort that was checked, by the slots of the plan it was checked for. */
interface Known {
  readonly plan: Plan;
  readonly frozen: FrozenBySlot;
}

/** A pure cache: the same cohort, which nothing changes, is checked once for each plan. */
const checked = new WeakMap<Cohort, Known>();

/**
 * A cohort that comes from storage, checked: its form, the policy that froze it, its digest.
 *
 * @param document - a `Cohort` as JSON text or a parsed value
 * Issues: `json.*`, `cohort.form`, `cohort.policy`, `cohort.field`, `cohort.digest`
 * @example
 * const cohort = unwrap(parseCohort(plan, storedText));
 */
export const parseCohort = (plan: Plan, document: unknown): Result<Cohort> => {
  const read = plan.layout.doors.readDocument(document, COHORT_LIMITS);
  if (!read.ok) return read;
  const found = checkJson(plan, read.value.json);
  if (!found.ok) return found;
  const { cohort, frozen } = found.value;
  checked.set(cohort, { plan, frozen });
  return ok(cohort);
};

/**
 * The constants of `cohort` by the slots of `plan`; none without a cohort.
 *
 * @throws ScoringError when the cohort is of another policy, or is no cohort that `freezeCohort` made
 */
export const frozenBySlot = (plan: Plan, cohort: Cohort | undefined): FrozenBySlot => {
  if (cohort === undefined) return new Map();
  const known = checked.get(cohort);
  if (known?.plan === plan) return known.frozen;
  const json = plan.layout.doors.scanJson(cohort, COHORT_LIMITS);
  const found = json.ok ? checkJson(plan, json.value) : json;
  if (!found.ok) {
    const isOther = found.issues.some(({ code }) => code === 'cohort.policy');
    const message = isOther
      ? 'the cohort was frozen by another policy: call freezeCohort with this plan'
      : 'this is no cohort as freezeCohort makes it: read it with parseCohort';
    throw new ScoringError(message, found.issues);
  }
  checked.set(cohort, { plan, frozen: found.value.frozen });
  return found.value.frozen;
};
