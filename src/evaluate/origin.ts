import { dayText } from '../day.js';
import type { Evidence } from '../evidence/evidence.js';
import type { Origin } from '../plan/origin.js';
import { parameterOn } from '../plan/parameter-on.js';
import type { IndicatorPlan, Plan } from '../plan/plan.js';
import { type Pointer, pointerTo } from '../pointer.js';
import type { Slot } from '../slot.js';
import type { ProvenanceOf } from './provenance.js';
import type { Run } from './run.js';
import type { StepInput } from './scorecard.js';
import { readingDays } from './settle.js';
import type { Show, TextOf } from './show.js';

/** One subject's evaluation, with what it was made from. */
export interface Subject {
  readonly plan: Plan;
  readonly evidence: Evidence;
  readonly run: Run;
  readonly provenanceOf: ProvenanceOf;
  readonly show: Show;
  readonly textOf: TextOf;
}

/** In which policy a part stands, where `plan` extends another. */
export const originAt = (plan: Plan, pointer: Pointer): { readonly origin?: Origin } => {
  const origin = plan.originOf?.(pointer);
  return origin === undefined ? {} : { origin };
};

/** In which policy the verb of an indicator stands, where `plan` extends another. */
export const originOfVerb = ({ pointer, kind }: IndicatorPlan, plan: Plan): Origin | undefined =>
  plan.originOf?.(pointerTo(pointer, kind.name));

/** Which of a parameter's values was read: its day, its class, and the policy that it stands in. */
export const parameterUse = (
  slot: Slot,
  { plan, evidence, run }: Subject,
): Pick<StepInput, 'since' | 'class' | 'origin'> => {
  const parameter = plan.layout.parameters.find((each) => each.slot === slot);
  if (parameter === undefined) return {};
  const { by } = parameter;
  const label = by === undefined ? 0 : run.reader.cell(by);
  const position = typeof label === 'number' ? label : 0;
  const from = parameterOn(parameter, readingDays(evidence)?.last, position)?.from;
  const className =
    by?.type.is === 'label' && typeof label === 'number'
      ? by.type.labels.names[position]
      : undefined;
  const value = from === undefined ? ['is'] : ['since', dayText(from)];
  const place = className === undefined ? value : [...value, className];
  return {
    ...(from === undefined ? {} : { since: dayText(from) }),
    ...(className === undefined ? {} : { class: className }),
    ...originAt(plan, pointerTo(slot.pointer, ...place)),
  };
};
