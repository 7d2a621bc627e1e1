import * as z from 'zod/mini';
import { type Exact, isRational } from '../number/exact.js';
import {
  add,
  compare,
  divide,
  equal,
  multiply,
  ONE,
  type Rational,
  sign,
  subtract,
  sum,
  ZERO,
} from '../number/rational.js';
import { exactText } from '../number/decimal.js';
import { type Pointer, pointerKeys, pointerTo } from '../pointer.js';
import { compileNumber, compileRead } from '../rule/compile.js';
import { evaluateTerm } from '../rule/evaluate.js';
import { namesIn } from '../rule/names.js';
import type { NumberSlot } from '../rule/rule.js';
import { authorName, numberSlot, reference } from '../rule/schema.js';
import { slotsOf, type Term } from '../rule/term.js';
import { type Absent, isAbsent, isNumber, type Reader, type Slot, worstAbsence } from '../slot.js';
import {
  absentHere,
  type CompileContext,
  declaredNumber,
  type Derived,
  type Reading,
  readingsOf,
} from './contract.js';
import { compileLeaveOut, type LeaveOut, leaveOutSchema } from './leave-out.js';
import { isExhaustive } from './named-matrix.js';

/** A weight by component; exactly one may be `"rest"`, what the others leave of 1. */
export type Weights = Readonly<Record<string, NumberSlot>>;

/** A weighted combination of named components. */
export interface WeightedSpec {
  /** A label whose value chooses the weights. */
  readonly by?: string;
  /** Weights by component; with `by`, a set of weights for every label. */
  readonly weights: Readonly<Record<string, NumberSlot | Weights>>;
  readonly leaveOut?: LeaveOut;
}

/** The schema of a weighted combination. */
export const weightedSchema = (): z.ZodMiniType<WeightedSpec> =>
  z.strictObject({
    by: z.exactOptional(reference),
    weights: z.record(z.union([authorName, reference]), numberSlot),
    leaveOut: z.exactOptional(leaveOutSchema()),
  });

interface WeightedPart {
  readonly slot: Slot;
  readonly value: Term;
  /** Undefined for `"rest"`. */
  readonly weight: Term | undefined;
}

/** A compiled weighted combination. */
export interface WeightedNode {
  readonly by?: Slot;
  /** One set of parts, or one for each label of `by`. */
  readonly sets: readonly (readonly WeightedPart[])[];
  readonly leaveOut?: Rational;
}

/** The sets of weights of `spec`, each with its label. */
const setsOf = (spec: WeightedSpec): readonly (readonly [string, Weights])[] =>
  spec.by === undefined
    ? [['', spec.weights]]
    : Object.entries(spec.weights).map(([label, set]) => [label, set as Weights] as const);

/** The names that a weighted combination reads. */
export const weightedReads = (spec: WeightedSpec): readonly string[] => [
  ...(spec.by === undefined ? [] : [spec.by]),
  ...setsOf(spec).flatMap(([, set]) =>
    typeof set === 'object'
      ? Object.entries(set).flatMap(([name, weight]) => [name, ...namesIn(weight)])
      : [],
  ),
];

const compilePart = (
  [name, weight]: readonly [string, NumberSlot],
  pointer: Pointer,
  context: CompileContext,
): WeightedPart | undefined => {
  const at = pointerTo(pointer, name);
  const value = compileRead(name, at, context, context.declared);
  const slot = context.resolve(name, at);
  if (value === undefined || slot === undefined) return undefined;
  if (weight === 'rest') return { slot, value, weight: undefined };
  const term = compileNumber(weight, at, context);
  if (term === undefined) return undefined;
  if (slotsOf(term).some((read) => read.parameter !== true)) {
    context.report('weights.not_constant', at);
    return undefined;
  }
  return { slot, value, weight: term };
};

/** The weights at one moment: each part's share, the rest filled in; or what is absent among them. */
const weightsAt = (
  parts: readonly WeightedPart[],
  reader: Reader,
): { readonly weights: readonly Rational[] } | Absent => {
  const cells = parts.map((part) => (part.weight ? evaluateTerm(part.weight, reader) : ZERO));
  const absence = worstAbsence(cells);
  if (absence !== undefined) return absence;
  const given = cells.map((cell) => (isNumber(cell) && isRational(cell) ? cell : ZERO));
  const rest = subtract(ONE, sum(given));
  return { weights: given.map((weight, i) => (parts[i]?.weight === undefined ? rest : weight)) };
};

const checkSum = (
  parts: readonly WeightedPart[],
  pointer: Pointer,
  context: CompileContext,
): boolean => {
  if (parts.filter((part) => part.weight === undefined).length > 1) {
    context.report('weights.two_rests', pointer);
    return false;
  }
  for (const moment of context.moments) {
    const at = weightsAt(parts, moment);
    if ('absent' in at) continue;
    const { weights } = at;
    const total = sum(weights);
    const negative = weights.find((weight) => sign(weight) < 0);
    if (negative !== undefined) {
      context.report('weights.negative', pointer, { found: exactText(negative) });
      return false;
    }
    if (!equal(total, ONE)) {
      const name = pointerKeys(pointer)[1] ?? '';
      context.report('weights.sum', pointer, { name, found: exactText(total) });
      return false;
    }
  }
  return true;
};

/** One set of weights, or undefined after a report. */
const compileSet = (
  set: unknown,
  pointer: Pointer,
  context: CompileContext,
): readonly WeightedPart[] | undefined => {
  if (typeof set !== 'object' || set === null) {
    context.report('weights.set_form', pointer);
    return undefined;
  }
  const entries = Object.entries(set as Weights);
  if (entries.length === 0) context.report('weights.none', pointer);
  const parts = entries.map((entry) => compilePart(entry, pointer, context));
  const whole = parts.filter((part) => part !== undefined);
  const isSound = whole.length > 0 && whole.length === parts.length;
  return isSound && checkSum(whole, pointer, context) ? whole : undefined;
};

/**
 * The weighted combination over slots: every set's weights sum to exactly 1 on every date.
 *
 * @returns undefined after a report
 * Issues: `weights.sum`, `weights.negative`, `weights.two_rests`, `weights.not_constant`,
 * `weights.by_not_label`, `name.*`, `unit.mismatch`
 */
export const compileWeighted = (
  spec: WeightedSpec,
  pointer: Pointer,
  context: CompileContext,
): WeightedNode | undefined => {
  if (declaredNumber(pointer, context) === undefined) return undefined;
  const at = pointerTo(pointer, 'weights');
  let by: Slot | undefined;
  if (spec.by !== undefined) {
    by = context.resolve(spec.by, pointerTo(pointer, 'by'));
    if (by === undefined) return undefined;
    if (by.type.is !== 'label') {
      context.report('weights.by_not_label', pointerTo(pointer, 'by'), { name: spec.by });
      return undefined;
    }
    if (!isExhaustive(spec.weights, by.type.labels, at, context)) return undefined;
  }
  const given = new Map<string, unknown>(setsOf(spec));
  const order = by?.type.is === 'label' ? by.type.labels.names : [''];
  const sets = order.map((label) =>
    compileSet(given.get(label), label === '' ? at : pointerTo(at, label), context),
  );
  const whole = sets.filter((set) => set !== undefined);
  const leaveOut = compileLeaveOut(spec.leaveOut, pointer, context);
  if (whole.length < sets.length || leaveOut === undefined) return undefined;
  return { sets: whole, ...(by === undefined ? {} : { by }), ...leaveOut };
};

/** The parameters that weights are made of. */
const parametersOf = (parts: readonly WeightedPart[], reader: Reader): readonly Reading[] => {
  const slots = parts.flatMap((part) => (part.weight === undefined ? [] : slotsOf(part.weight)));
  return readingsOf([...new Set(slots)], reader);
};

/** The components that count for one subject, with the weights actually used; these sum to 1. */
export interface Weighed {
  readonly values: readonly { readonly value: Exact; readonly weight: Rational }[];
  readonly derived: Omit<Derived, 'cell'>;
}

/** Why the components that are there do not carry the whole, or undefined when they do. */
const shortOf = (
  present: Rational,
  applicable: Rational,
  cells: readonly Absent[],
  leaveOut: Rational | undefined,
): Absent | undefined => {
  const hard = worstAbsence(
    cells.filter((cell) => cell.absent === 'failed' || cell.absent === 'undecided'),
  );
  if (hard !== undefined) return hard;
  if (sign(applicable) === 0)
    return worstAbsence(cells) ?? absentHere('not-applicable', 'score.nothing_applies');
  if (equal(present, applicable)) return undefined;
  const soft = worstAbsence(cells.filter((cell) => cell.absent !== 'not-applicable'));
  const share = divide(present, applicable) ?? ZERO;
  if (leaveOut === undefined || sign(present) === 0 || compare(share, leaveOut) < 0) return soft;
  return undefined;
};

/**
 * What counts for one subject. A component that does not apply gives its weight to the others; one
 * that is missing or pending does so only within `leaveOut`.
 *
 * Coverage: sum of weight * coverage over the applicable weight, before anything is left out.
 */
export const weigh = (
  node: WeightedNode,
  reader: Reader,
): Weighed | (Derived & { cell: Absent }) => {
  const label = node.by === undefined ? 0 : reader.cell(node.by);
  const byReading: readonly Reading[] =
    node.by === undefined ? [] : [{ slot: node.by, cell: reader.cell(node.by) }];
  if (typeof label === 'object' && isAbsent(label)) return { cell: label, readings: byReading };
  const parts = (typeof label === 'number' ? node.sets[label] : undefined) ?? [];
  const at = weightsAt(parts, reader);
  if ('absent' in at) return { cell: at, readings: byReading };
  const { weights } = at;
  const counted = parts
    .map((part, i) => ({
      part,
      weight: weights[i] ?? ZERO,
      cell: evaluateTerm(part.value, reader),
    }))
    .filter(({ weight }) => sign(weight) > 0);
  let applicable = ZERO;
  let present = ZERO;
  let covered = ZERO;
  const absences: Absent[] = [];
  for (const { part, weight, cell } of counted) {
    if (isNumber(cell)) present = add(present, weight);
    else if (isAbsent(cell)) absences.push(cell);
    if (isAbsent(cell) && cell.absent === 'not-applicable') continue;
    applicable = add(applicable, weight);
    covered = add(covered, multiply(weight, reader.coverage(part.slot)));
  }
  const short = shortOf(present, applicable, absences, node.leaveOut);
  const row = reader.row;
  const readings = counted.map(
    ({ part, weight, cell }): Reading => ({
      slot: part.slot,
      cell,
      weight: short === undefined && isNumber(cell) ? (divide(weight, present) ?? ZERO) : ZERO,
      ...(row === undefined || part.slot.table === undefined ? {} : { row }),
    }),
  );
  const derived = {
    readings: [...byReading, ...readings, ...parametersOf(parts, reader)],
    coverage: divide(covered, applicable) ?? ONE,
    ...(node.by?.type.is === 'label' && typeof label === 'number'
      ? { chose: node.by.type.labels.names[label] ?? '' }
      : {}),
  };
  if (short !== undefined) return { ...derived, cell: short };
  const values = counted.flatMap(({ weight, cell }) =>
    isNumber(cell) ? [{ value: cell, weight: divide(weight, present) ?? ZERO }] : [],
  );
  return { values, derived };
};
