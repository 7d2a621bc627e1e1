import { decimalText, exactText } from '../number/decimal.js';
import { compareExact, subtractExact } from '../number/exact.js';
import { divide, equal, ONE, sign, ZERO } from '../number/rational.js';
import type { IndicatorPlan, Plan } from '../plan/plan.js';
import { pointerTo } from '../pointer.js';
import { isAbsent, isNumber, sameCell, type Slot } from '../slot.js';
import { conversionFactor, unitText } from '../unit.js';
import type { Derivation } from './derivation.js';
import type { Question } from './panel.js';
import type { Run } from './run.js';
import type {
  AdjustmentResult,
  IndicatorResult,
  LimitResult,
  Step,
  StepInput,
} from './scorecard.js';
import { originAt, originOfVerb, parameterUse, type Subject } from './origin.js';
import { showCell, showExact, showSlot } from './show.js';
import { meanSupport, type Support } from './support.js';

const adjustmentsOf = (
  derivation: Derivation,
  plan: Plan,
): { readonly adjustments?: readonly AdjustmentResult[] } => {
  const changed = derivation.adjustments.filter(
    ({ before, after }) => compareExact(before, after) !== 0,
  );
  if (changed.length === 0) return {};
  return {
    adjustments: changed.map(({ adjust, before, after, amount, atMost }) => ({
      id: adjust.id,
      kind: adjust.kind.name,
      pointer: adjust.pointer,
      ...originAt(plan, pointerTo(adjust.pointer, adjust.kind.name)),
      amount: showExact(amount ?? ZERO),
      ...(atMost === undefined ? {} : { atMost: showExact(atMost) }),
      change: showExact(subtractExact(after, before)),
      ...(adjust.reason === undefined ? {} : { reason: adjust.reason }),
      ...(adjust.cite === undefined ? {} : { cite: adjust.cite }),
    })),
  };
};

const limitsOf = (
  derivation: Derivation,
  plan: Plan,
): { readonly limits?: readonly LimitResult[] } => {
  const { type } = derivation.plan.slot;
  const name = (label: number): string =>
    type.is === 'label' ? (type.labels.names[label] ?? '') : '';
  if (derivation.limits.length === 0) return {};
  return {
    limits: derivation.limits.map(({ limit, before, after }) => ({
      id: limit.id,
      pointer: limit.pointer,
      ...originAt(plan, limit.pointer),
      from: name(before),
      to: name(after),
      ...(limit.reason === undefined ? {} : { reason: limit.reason }),
      ...(limit.cite === undefined ? {} : { cite: limit.cite }),
    })),
  };
};

/** The unit of what a slot holds, where that is a number in one. */
const unitOf = ({ type }: Slot): { readonly unit?: string } =>
  type.is === 'number' && type.unit !== 'any' ? { unit: unitText(type.unit) } : {};

/** How many of the unit of `whole` one of `part` is, where that is not 1. */
const factorOf = (part: Slot, whole: Slot): { readonly factor?: string } => {
  if (part.type.is !== 'number' || whole.type.is !== 'number') return {};
  const factor = conversionFactor(part.type.unit, whole.type.unit);
  return factor === undefined || equal(factor, ONE) ? {} : { factor: exactText(factor) };
};

const supportText = (support: Support): Pick<Step, 'coverage' | 'provenance'> => ({
  coverage: exactText(support.evidence),
  provenance: exactText(support.provenance),
});

const inputsOf = (derivation: Derivation, subject: Subject): readonly StepInput[] =>
  derivation.read.map(({ slot, row, cell, weight, share, count }) => {
    const own = derivation.plan.slot;
    const source = isAbsent(cell) ? undefined : subject.provenanceOf(slot, row);
    return {
      name: slot.name,
      ...(row === undefined ? {} : { row }),
      value: showSlot(cell, slot),
      ...unitOf(slot),
      ...(share === undefined ? {} : factorOf(slot, own)),
      ...(weight === undefined ? {} : { weight: exactText(weight) }),
      ...(count === undefined ? {} : { count }),
      ...(slot.parameter === true ? parameterUse(slot, subject) : {}),
      ...(slot.cite === undefined ? {} : { cite: slot.cite }),
      ...(source === undefined ? {} : { source }),
    };
  });

/** Every citation of a derivation, each once, in the order of its phases. */
const citesOf = (derivation: Derivation): { readonly cites?: readonly string[] } => {
  const { plan, derived, adjustments, limits } = derivation;
  const all = [
    plan.cite,
    ...(derived.cites ?? []),
    ...adjustments.map(({ adjust }) => adjust.cite),
    ...limits.map(({ limit }) => limit.cite),
    derivation.rounded === undefined ? undefined : plan.round?.cite,
  ].filter((cite) => cite !== undefined);
  return all.length === 0 ? {} : { cites: [...new Set(all)] };
};

const stepOf = (derivation: Derivation, subject: Subject): Step => {
  const { plan, rounded, derived } = derivation;
  const { type } = plan.slot;
  return {
    pointer: plan.pointer,
    ...originOfVerb(plan, subject.plan),
    name: plan.name,
    ...(derivation.row === undefined ? {} : { row: derivation.row }),
    operation: plan.kind.name,
    ...unitOf(plan.slot),
    inputs: inputsOf(derivation, subject),
    derived: showCell(derived.cell, type),
    ...(derived.chose === undefined ? {} : { chose: derived.chose }),
    ...(derived.mark === undefined ? {} : { mark: derived.mark }),
    ...adjustmentsOf(derivation, subject.plan),
    ...limitsOf(derivation, subject.plan),
    ...(rounded === undefined || plan.round === undefined
      ? {}
      : {
          rounded: {
            text: decimalText(rounded.units, rounded.places),
            mode: plan.round.mode,
            isUsed: plan.round.isUsed,
          },
        }),
    ...(sameCell(derivation.exact, derivation.cell)
      ? {}
      : { exact: showCell(derivation.exact, type) }),
    value: showCell(derivation.cell, type),
    ...supportText(derivation.support),
    ...citesOf(derivation),
  };
};

/** A question of a panel as a step: its sources with their answers and the shares actually used. */
const questionStep = (question: Question): Step => {
  const { slot, cell, parts, present } = question;
  const value = showSlot(cell, slot);
  return {
    pointer: slot.pointer,
    name: slot.name,
    operation: 'panel',
    inputs: parts.map((part) => ({
      name: `${slot.name.split('.')[0] ?? ''}.${part.source.name}`,
      value: showSlot(part.cell, slot),
      count: part.count,
      ...(isNumber(part.cell) && isNumber(cell)
        ? { weight: exactText(divide(part.source.share, present) ?? part.source.share) }
        : {}),
      ...(part.source.cite === undefined ? {} : { cite: part.source.cite }),
    })),
    derived: value,
    value,
    ...supportText(question.support),
  };
};

/** Every question and every derivation as a step, in the order in which values became known. */
export const traceOf = (subject: Subject): readonly Step[] => [
  ...subject.run.questions.map(questionStep),
  ...[...subject.run.derivations.values()].flat().map((each) => stepOf(each, subject)),
];

const weightsOf = (
  derivation: Derivation,
): { readonly weights?: Readonly<Record<string, string>> } => {
  const used = derivation.derived.readings.flatMap(({ slot, row, weight, cell }) =>
    weight === undefined || row !== undefined || !isNumber(cell) || sign(weight) === 0
      ? []
      : [[slot.name, exactText(weight)] as const],
  );
  return used.length === 0 ? {} : { weights: Object.fromEntries(used) };
};

const resultOf = (
  plan: IndicatorPlan,
  derivations: readonly Derivation[],
  whole: Plan,
): IndicatorResult => {
  const { slot } = plan;
  const values = derivations.map((each) => showSlot(each.cell, slot));
  const [single] = derivations;
  const own = slot.table === undefined ? single : undefined;
  const table = slot.table === undefined ? undefined : whole.layout.tables[slot.table];
  return {
    name: plan.name,
    ...(plan.title === undefined ? {} : { title: plan.title }),
    pointer: plan.pointer,
    ...originOfVerb(plan, whole),
    rule: {
      id: plan.kind.describe(plan.node, 'id'),
      en: plan.kind.describe(plan.node, 'en'),
    },
    ...(slot.type.is === 'number' ? { unit: unitText(slot.type.unit) } : {}),
    ...(table === undefined ? {} : { per: table.name }),
    value: own === undefined ? values : showSlot(own.cell, slot),
    ...supportText(meanSupport(derivations.map((each) => each.support))),
    ...(own === undefined
      ? {}
      : { ...weightsOf(own), ...adjustmentsOf(own, whole), ...limitsOf(own, whole) }),
    ...(own?.derived.chose === undefined ? {} : { chose: own.derived.chose }),
    ...(own?.derived.mark === undefined ? {} : { mark: own.derived.mark }),
  };
};

/** Every indicator's result, in the order of the policy. */
export const indicatorResults = (plan: Plan, run: Run): readonly IndicatorResult[] =>
  plan.layout.indicators.map((each) =>
    resultOf(each, run.derivations.get(each.slot.index) ?? [], plan),
  );
