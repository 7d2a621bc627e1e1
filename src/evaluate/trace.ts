import type { Reading } from '../indicator/contract.js';
import { decimalText, exactText } from '../number/decimal.js';
import { divide } from '../number/rational.js';
import { isAbsent, isNumber, sameCell, type Slot } from '../slot.js';
import { unitText } from '../unit.js';
import { writeChanges } from './changes.js';
import type { Derivation } from './derivation.js';
import { type Draft, finished } from './draft.js';
import { originOfVerb, parameterUse, type Subject } from './origin.js';
import type { Question } from './panel.js';
import type { Step, StepInput } from './scorecard.js';
import { showSlot } from './show.js';
import type { Support } from './support.js';
import { factorOf, weightsOf, type Written, writtenOf } from './written.js';

/** The unit of what a slot holds, where that is a number in one. */
const unitOf = ({ type }: Slot): string | undefined =>
  type.is === 'number' && type.unit !== 'any' ? unitText(type.unit) : undefined;

const supportText = (support: Support): Pick<Step, 'coverage' | 'provenance'> => ({
  coverage: exactText(support.evidence),
  provenance: exactText(support.provenance),
});

/** Where a step reads. */
interface Place {
  /** What the step derives. */
  readonly whole: Slot;
  readonly written: Written;
  /** By position of the reading: its weight, where it is that of a single value. */
  readonly weights: readonly (string | undefined)[];
  readonly subject: Subject;
}

const weightOf = ({ row, weight }: Reading, position: number, place: Place): string | undefined => {
  if (weight === undefined) return undefined;
  const known = row === undefined ? place.weights[position] : undefined;
  return known ?? place.subject.textOf(weight);
};

const inputOf = (reading: Reading, position: number, place: Place): StepInput => {
  const { slot, row, cell, share, count } = reading;
  const { subject } = place;
  const { name, cite } = slot;
  const value = subject.show(cell, slot, row);
  const unit = unitOf(slot);
  const factor = share === undefined ? undefined : factorOf(place.written, slot, place.whole);
  const source = isAbsent(cell) ? undefined : subject.provenanceOf(slot, row);
  const weight = weightOf(reading, position, place);
  const isPlain = (count ?? cite ?? source ?? factor ?? slot.parameter) === undefined;
  // What nearly every input has, at once: a key that is set alone costs many times as much.
  if (isPlain && unit !== undefined) {
    if (row === undefined)
      return weight === undefined ? { name, value, unit } : { name, value, unit, weight };
    if (weight !== undefined) return { name, row, value, unit, weight };
  }
  const input: Draft<StepInput> = { name };
  if (row !== undefined) input.row = row;
  input.value = value;
  if (unit !== undefined) input.unit = unit;
  if (factor !== undefined) input.factor = factor;
  if (weight !== undefined) input.weight = weight;
  if (count !== undefined) input.count = count;
  if (slot.parameter === true) Object.assign(input, parameterUse(slot, subject));
  if (cite !== undefined) input.cite = cite;
  if (source !== undefined) input.source = source;
  return finished(input);
};

const inputsOf = (derivation: Derivation, subject: Subject): readonly StepInput[] => {
  const { plan, derived, read } = derivation;
  const written = writtenOf(plan);
  const weights = weightsOf(written, derived.readings).texts;
  const place = { whole: plan.slot, written, weights, subject };
  return read.map((each, position) => inputOf(each, position, place));
};

/** Every citation of a derivation, each once, in the order of its phases. */
const citesOf = (derivation: Derivation): readonly string[] | undefined => {
  const { plan, derived, adjustments, limits, rounded } = derivation;
  const cites = [
    plan.cite,
    ...(derived.cites ?? []),
    ...adjustments.map(({ adjust }) => adjust.cite),
    ...limits.map(({ limit }) => limit.cite),
    rounded === undefined ? undefined : plan.round?.cite,
  ].filter((cite) => cite !== undefined);
  return cites.length === 0 ? undefined : [...new Set(cites)];
};

/** Whether nothing that a derivation rests on can cite anything. */
const hasNoCites = ({ plan, derived, adjustments, limits }: Derivation): boolean =>
  plan.cite === undefined &&
  derived.cites === undefined &&
  adjustments.length === 0 &&
  limits.length === 0 &&
  plan.round?.cite === undefined;

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
  const { plan, row, derived, exact, cell } = derivation;
  const { slot } = plan;
  step.derived = subject.show(derived.cell, slot, row);
  if (derived.chose !== undefined) step.chose = derived.chose;
  if (derived.mark !== undefined) step.mark = derived.mark;
  writeChanges(step, derivation, subject.plan);
  const rounded = roundingOf(derivation);
  if (rounded !== undefined) step.rounded = rounded;
  if (!sameCell(exact, cell)) step.exact = subject.show(exact, slot, row);
  step.value = subject.show(cell, slot, row);
};

/** Whether a derivation is no more than what its verb derived. */
const isBare = ({ derived, adjustments, limits, rounded, cell }: Derivation): boolean =>
  derived.cell === cell &&
  derived.chose === undefined &&
  derived.mark === undefined &&
  adjustments.length === 0 &&
  limits.length === 0 &&
  rounded === undefined;

const stepOf = (derivation: Derivation, subject: Subject): Step => {
  const { plan, row, support } = derivation;
  const { name, pointer, slot } = plan;
  const operation = plan.kind.name;
  const origin = originOfVerb(plan, subject.plan);
  const unit = unitOf(slot);
  const inputs = inputsOf(derivation, subject);
  const coverage = subject.textOf(support.evidence);
  const provenance = subject.textOf(support.provenance);
  const cites = hasNoCites(derivation) ? undefined : citesOf(derivation);
  // What nearly every step has, at once: a key that is set alone costs many times as much.
  if (isBare(derivation) && origin === undefined && row === undefined && unit !== undefined) {
    const value = subject.show(derivation.cell, slot, row);
    const derived = value;
    return cites === undefined
      ? { pointer, name, operation, unit, inputs, derived, value, coverage, provenance }
      : { pointer, name, operation, unit, inputs, derived, value, coverage, provenance, cites };
  }
  const step: Draft<Step> = { pointer };
  if (origin !== undefined) step.origin = origin;
  step.name = name;
  if (row !== undefined) step.row = row;
  step.operation = operation;
  if (unit !== undefined) step.unit = unit;
  step.inputs = inputs;
  writeValue(step, derivation, subject);
  step.coverage = coverage;
  step.provenance = provenance;
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
export const traceOf = (subject: Subject): readonly Step[] => {
  const { questions, derivations } = subject.run;
  const steps = questions.map(questionStep);
  for (const found of derivations.values())
    for (const each of found) steps.push(stepOf(each, subject));
  return steps;
};
