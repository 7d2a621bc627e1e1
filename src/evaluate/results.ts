import type { IndicatorPlan } from '../plan/plan.js';
import { unitText } from '../unit.js';
import { writeChanges } from './changes.js';
import type { Derivation } from './derivation.js';
import { type Draft, finished } from './draft.js';
import { originOfVerb, type Subject } from './origin.js';
import type { IndicatorResult } from './scorecard.js';
import { meanSupport } from './support.js';
import { weightsOf, type Written, writtenOf } from './written.js';

/** Sets what is known of the one value of an indicator. */
const writeOwn = (
  result: Draft<IndicatorResult>,
  own: Derivation,
  written: Written,
  subject: Subject,
): void => {
  const { used } = weightsOf(written, own.derived.readings);
  if (used !== undefined) result.weights = used;
  writeChanges(result, own, subject.plan);
  if (own.derived.chose !== undefined) result.chose = own.derived.chose;
  if (own.derived.mark !== undefined) result.mark = own.derived.mark;
};

/** The keys of a result that come before those that not every result has. */
const startOf = (
  plan: IndicatorPlan,
  { rule }: Written,
  value: IndicatorResult['value'],
  subject: Subject,
): Draft<IndicatorResult> => {
  const { slot, name, title, pointer } = plan;
  const unit = slot.type.is === 'number' ? unitText(slot.type.unit) : undefined;
  const origin = originOfVerb(plan, subject.plan);
  const table = slot.table === undefined ? undefined : subject.plan.layout.tables[slot.table];
  // What nearly every result has, at once: a key that is set alone costs many times as much.
  if (unit !== undefined && origin === undefined && table === undefined)
    return title === undefined
      ? { name, pointer, rule, unit, value, coverage: '', provenance: '' }
      : { name, title, pointer, rule, unit, value, coverage: '', provenance: '' };
  const result: Draft<IndicatorResult> = { name };
  if (title !== undefined) result.title = title;
  result.pointer = pointer;
  if (origin !== undefined) result.origin = origin;
  result.rule = rule;
  if (unit !== undefined) result.unit = unit;
  if (table !== undefined) result.per = table.name;
  result.value = value;
  return result;
};

const resultOf = (
  plan: IndicatorPlan,
  derivations: readonly Derivation[],
  subject: Subject,
): IndicatorResult => {
  const { slot } = plan;
  const { show } = subject;
  const written = writtenOf(plan);
  const own = slot.table === undefined ? derivations[0] : undefined;
  const value =
    own === undefined
      ? derivations.map((each) => show(each.cell, slot, each.row))
      : show(own.cell, slot, undefined);
  const support = own?.support ?? meanSupport(derivations.map((each) => each.support));
  const result = startOf(plan, written, value, subject);
  result.coverage = subject.textOf(support.evidence);
  result.provenance = subject.textOf(support.provenance);
  if (own !== undefined) writeOwn(result, own, written, subject);
  return finished(result);
};

/** Every indicator's result, in the order of the policy. */
export const indicatorResults = (subject: Subject): readonly IndicatorResult[] =>
  subject.plan.layout.indicators.map((each) =>
    resultOf(each, subject.run.derivations.get(each.slot.index) ?? [], subject),
  );
