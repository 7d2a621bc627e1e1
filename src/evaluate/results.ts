import type { Text } from '../issue.js';
import { sign } from '../number/rational.js';
import type { IndicatorPlan } from '../plan/plan.js';
import { isNumber } from '../slot.js';
import { unitText } from '../unit.js';
import { writeChanges } from './changes.js';
import type { Derivation } from './derivation.js';
import { type Draft, finished } from './draft.js';
import { originOfVerb, type Subject } from './origin.js';
import type { IndicatorResult } from './scorecard.js';
import { meanSupport } from './support.js';

/** A pure cache: what an indicator's verb computes, in words. */
const rules = new WeakMap<IndicatorPlan, Text>();

const ruleOf = (plan: IndicatorPlan): Text => {
  const known = rules.get(plan);
  if (known !== undefined) return known;
  const { kind, node } = plan;
  const rule = Object.freeze({ id: kind.describe(node, 'id'), en: kind.describe(node, 'en') });
  rules.set(plan, rule);
  return rule;
};

/** The weights actually used, by component; none where none was. */
const weightsOf = (
  { derived }: Derivation,
  { textOf }: Subject,
): Readonly<Record<string, string>> | undefined => {
  let weights: Record<string, string> | undefined;
  for (const { slot, row, weight, cell } of derived.readings) {
    if (weight === undefined || row !== undefined || !isNumber(cell) || sign(weight) === 0)
      continue;
    weights ??= {};
    weights[slot.name] = textOf(weight);
  }
  return weights;
};

/** Sets what is known of the one value of an indicator. */
const writeOwn = (result: Draft<IndicatorResult>, own: Derivation, subject: Subject): void => {
  const weights = weightsOf(own, subject);
  if (weights !== undefined) result.weights = weights;
  writeChanges(result, own, subject.plan);
  if (own.derived.chose !== undefined) result.chose = own.derived.chose;
  if (own.derived.mark !== undefined) result.mark = own.derived.mark;
};

const resultOf = (
  plan: IndicatorPlan,
  derivations: readonly Derivation[],
  subject: Subject,
): IndicatorResult => {
  const { slot, name, title, pointer } = plan;
  const { show } = subject;
  const own = slot.table === undefined ? derivations[0] : undefined;
  const table = slot.table === undefined ? undefined : subject.plan.layout.tables[slot.table];
  const result: Draft<IndicatorResult> = { name };
  if (title !== undefined) result.title = title;
  result.pointer = pointer;
  const origin = originOfVerb(plan, subject.plan);
  if (origin !== undefined) result.origin = origin;
  result.rule = ruleOf(plan);
  if (slot.type.is === 'number') result.unit = unitText(slot.type.unit);
  if (table !== undefined) result.per = table.name;
  result.value =
    own === undefined
      ? derivations.map((each) => show(each.cell, slot.type))
      : show(own.cell, slot.type);
  const support = own?.support ?? meanSupport(derivations.map((each) => each.support));
  result.coverage = subject.textOf(support.evidence);
  result.provenance = subject.textOf(support.provenance);
  if (own !== undefined) writeOwn(result, own, subject);
  return finished(result);
};

/** Every indicator's result, in the order of the policy. */
export const indicatorResults = (subject: Subject): readonly IndicatorResult[] =>
  subject.plan.layout.indicators.map((each) =>
    resultOf(each, subject.run.derivations.get(each.slot.index) ?? [], subject),
  );
