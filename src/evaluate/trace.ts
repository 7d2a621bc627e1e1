import type { Reading } from '../indicator/contract.js';
import { decimalText, exactText } from '../number/decimal.js';
import { divide, equal, ONE } from '../number/rational.js';
import { isAbsent, isNumber, sameCell, type Slot } from '../slot.js';
import { conversionFactor, unitText } from '../unit.js';
import { writeChanges } from './changes.js';
import type { Derivation } from './derivation.js';
import { type Draft, finished } from './draft.js';
import { originOfVerb, parameterUse, type Subject } from './origin.js';
import type { Question } from './panel.js';
import type { Step, StepInput } from './scorecard.js';
import { showSlot } from './show.js';
import type { Support } from './support.js';

/** The unit of what a slot holds, where that is a number in one. */
const unitOf = ({ type }: Slot): string | undefined =>
  type.is === 'number' && type.unit !== 'any' ? unitText(type.unit) : undefined;

/** How many of the unit of `whole` one of `part` is, where that is not 1. */
const factorOf = (part: Slot, whole: Slot): string | undefined => {
  if (part.type.is !== 'number' || whole.type.is !== 'number') return undefined;
  const factor = conversionFactor(part.type.unit, whole.type.unit);
  return factor === undefined || factor === ONE || equal(factor, ONE)
    ? undefined
    : exactText(factor);
};

const supportText = (support: Support): Pick<Step, 'coverage' | 'provenance'> => ({
  coverage: exactText(support.evidence),
  provenance: exactText(support.provenance),
});

const inputOf = (
  { slot, row, cell, weight, share, count }: Reading,
  whole: Slot,
  subject: Subject,
): StepInput => {
  const input: Draft<StepInput> = { name: slot.name };
  if (row !== undefined) input.row = row;
  input.value = subject.show(cell, slot.type);
  const unit = unitOf(slot);
  const factor = share === undefined ? undefined : factorOf(slot, whole);
  const source = isAbsent(cell) ? undefined : subject.provenanceOf(slot, row);
  if (unit !== undefined) input.unit = unit;
  if (factor !== undefined) input.factor = factor;
  if (weight !== undefined) input.weight = subject.textOf(weight);
  if (count !== undefined) input.count = count;
  if (slot.parameter === true) Object.assign(input, parameterUse(slot, subject));
  if (slot.cite !== undefined) input.cite = slot.cite;
  if (source !== undefined) input.source = source;
  return finished(input);
};

/** Every citation of a derivation, each once, in the order of its phases. */
const citesOf = (derivation: Derivation): readonly string[] | undefined => {
  const { plan, derived, adjustments, limits } = derivation;
  const cites = new Set<string>();
  const note = (cite: string | undefined): void => {
    if (cite !== undefined) cites.add(cite);
  };
  note(plan.cite);
  derived.cites?.forEach(note);
  for (const { adjust } of adjustments) note(adjust.cite);
  for (const { limit } of limits) note(limit.cite);
  if (derivation.rounded !== undefined) note(plan.round?.cite);
  return cites.size === 0 ? undefined : [...cites];
};

/** The rounding as the step writes it. */
const roundingOf = ({ plan, rounded }: Derivation): Step['rounded'] =>
  rounded === undefined || plan.round === undefined
    ? undefined
    : {
        text: decimalText(rounded.units, rounded.places),
        mode: plan.round.mode,
        isUsed: plan.round.isUsed,
      };

/** Sets how a value came about, from the verb to what readers see. */
const writeValue = (step: Draft<Step>, derivation: Derivation, subject: Subject): void => {
  const { plan, derived, exact, cell } = derivation;
  const { type } = plan.slot;
  step.derived = subject.show(derived.cell, type);
  if (derived.chose !== undefined) step.chose = derived.chose;
  if (derived.mark !== undefined) step.mark = derived.mark;
  writeChanges(step, derivation, subject.plan);
  const rounded = roundingOf(derivation);
  if (rounded !== undefined) step.rounded = rounded;
  if (!sameCell(exact, cell)) step.exact = subject.show(exact, type);
  step.value = subject.show(cell, type);
};

const stepOf = (derivation: Derivation, subject: Subject): Step => {
  const { plan, row, support } = derivation;
  const step: Draft<Step> = { pointer: plan.pointer };
  const origin = originOfVerb(plan, subject.plan);
  if (origin !== undefined) step.origin = origin;
  step.name = plan.name;
  if (row !== undefined) step.row = row;
  step.operation = plan.kind.name;
  const unit = unitOf(plan.slot);
  if (unit !== undefined) step.unit = unit;
  step.inputs = derivation.read.map((each) => inputOf(each, plan.slot, subject));
  writeValue(step, derivation, subject);
  step.coverage = subject.textOf(support.evidence);
  step.provenance = subject.textOf(support.provenance);
  const cites = citesOf(derivation);
  if (cites !== undefined) step.cites = cites;
  return finished(step);
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
