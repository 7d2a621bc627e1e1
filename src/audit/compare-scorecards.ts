import { isObject, member } from '../evidence/object.js';
import type { Issue } from '../issue.js';
import { canonicalJson, type Json, type JsonObject } from '../json.js';
import type { Pointer } from '../pointer.js';
import { type Difference, differences, differs, issuesFor } from './difference.js';

const TRACE = '/scorecard/trace';

const isArray = (value: Json | undefined): value is readonly Json[] => Array.isArray(value);

/** The rule and row of a step, by which it is known wherever it stands. */
const identityOf = (step: Json): string =>
  isObject(step)
    ? canonicalJson([member(step, 'pointer') ?? null, member(step, 'row') ?? null])
    : '';

/** The indicator that a recomputed step derives. */
const ruleOf = (step: Json | undefined): Pointer | undefined => {
  const pointer = isObject(step) ? member(step, 'pointer') : undefined;
  return typeof pointer === 'string' ? pointer : undefined;
};

/** By position of the recomputed step, the position of the recorded one that stands for it. */
const pairSteps = (
  recorded: readonly Json[],
  found: readonly Json[],
): ReadonlyMap<number, number> => {
  const places = new Map<string, number>();
  for (const [i, step] of recorded.entries())
    if (!places.has(identityOf(step))) places.set(identityOf(step), i);
  const pairs = new Map<number, number>();
  for (const [i, step] of found.entries()) {
    const place = places.get(identityOf(step));
    if (place !== undefined) pairs.set(i, place);
  }
  // A step whose identity is not recorded is compared with the unclaimed one in its place.
  const claimed = new Set(pairs.values());
  for (const i of found.keys())
    if (!pairs.has(i) && i < recorded.length && !claimed.has(i)) pairs.set(i, i);
  return pairs;
};

/** A step that differs, with its rule. */
interface StepDifference {
  readonly difference: Difference;
  readonly rule?: Pointer | undefined;
}

/** The first place at which each step differs, in the order of derivation, then steps that nothing derives. */
const traceDifferences = (
  recorded: readonly Json[],
  found: readonly Json[],
): readonly StepDifference[] => {
  const pairs = pairSteps(recorded, found);
  const list = found.flatMap((step, i): readonly StepDifference[] => {
    const place = pairs.get(i);
    const [difference] = differences(
      place === undefined ? undefined : recorded[place],
      step,
      `${TRACE}/${place ?? i}`,
    );
    return difference === undefined ? [] : [{ difference, rule: ruleOf(step) }];
  });
  const claimed = new Set(pairs.values());
  const extra = recorded.flatMap((step, i): readonly StepDifference[] =>
    claimed.has(i)
      ? []
      : [{ difference: { pointer: `${TRACE}/${i}`, recorded: step, found: undefined } }],
  );
  if (list.length > 0 || extra.length > 0) return [...list, ...extra];
  // Every step is there: what may still differ is their order.
  const moved = found.findIndex((_, i) => pairs.get(i) !== i);
  const [difference] =
    moved < 0 ? [] : differences(recorded[moved], found[moved], `${TRACE}/${moved}`);
  return difference === undefined ? [] : [{ difference, rule: ruleOf(found[moved]) }];
};

const stepDifferences = (
  recorded: Json | undefined,
  found: Json | undefined,
): readonly StepDifference[] =>
  isArray(recorded) && isArray(found)
    ? traceDifferences(recorded, found)
    : differences(recorded, found, TRACE).map((difference) => ({ difference }));

/**
 * Where a recorded scorecard is not the recomputed one: the earliest step first, then any other field.
 *
 * Issues: `record.differs`, `record.lacks`, `record.extra`; of a step with the pointer of its rule
 */
export const compareScorecards = (recorded: JsonObject, found: JsonObject): readonly Issue[] => {
  const { trace: recordedTrace, ...recordedRest } = recorded;
  const { trace: foundTrace, ...foundRest } = found;
  const rest = differences(recordedRest, foundRest, '/scorecard');
  return [
    ...issuesFor(stepDifferences(recordedTrace, foundTrace), ({ difference, rule }) =>
      differs(difference, rule),
    ),
    ...issuesFor(rest, (difference) => differs(difference)),
  ];
};
