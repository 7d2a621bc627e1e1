import * as z from 'zod/mini';
import { isRational } from '../number/exact.js';
import {
  equal,
  ONE,
  type Rational,
  type Shares,
  sharesOf,
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
import { type Absent, type Cell, isNumber, type Reader, type Slot, worstAbsence } from '../slot.js';
import { type CompileContext, declaredNumber } from './contract.js';
import { RATIO } from '../unit.js';
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

/** A component of a weighted combination. */
export interface WeightedPart {
  readonly slot: Slot;
  readonly value: Term;
  /** Undefined for `"rest"`. */
  readonly weight: Term | undefined;
}

/** A component whose weight is the same for everyone. INVARIANT: above zero; those of a set sum to 1. */
export interface FixedPart {
  readonly part: WeightedPart;
  readonly weight: Rational;
}

/** Components whose weights are the same for everyone. */
export interface FixedSet {
  readonly parts: readonly FixedPart[];
  /** The weights over one divisor. */
  readonly shares: Shares;
}

/** A compiled weighted combination. */
export interface WeightedNode {
  readonly by: Slot | undefined;
  /** One set of parts, or one for each label of `by`. */
  readonly sets: readonly (readonly WeightedPart[])[];
  /** By set: the parts that count, with their weights, where no parameter is among these. */
  readonly fixed: readonly (FixedSet | undefined)[];
  readonly leaveOut: Rational | undefined;
}

/** The sets of weights of `spec`, each with its label. */
const setsOf = (spec: WeightedSpec): readonly (readonly [string, Weights])[] =>
  spec.by === undefined
    ? [['', spec.weights]]
    : Object.entries(spec.weights).map(([label, set]) => [label, set as Weights] as const);

/** The names that a weighted combination reads. */
export const weightedReads = (spec: WeightedSpec): readonly string[] => {
  const reads = spec.by === undefined ? [] : [spec.by];
  for (const [, set] of setsOf(spec)) {
    if (typeof set !== 'object' || (set as unknown) === null) continue;
    for (const [name, weight] of Object.entries(set)) reads.push(name, ...namesIn(weight));
  }
  return reads;
};

const compilePart = (
  [name, weight]: readonly [string, NumberSlot],
  pointer: Pointer,
  context: CompileContext,
): WeightedPart | undefined => {
  const at = pointerTo(pointer, name);
  const value = compileRead(name, at, context, context.declared);
  const slot = value?.is === 'read' ? value.slot : value && slotsOf(value)[0];
  if (value === undefined || slot === undefined) return undefined;
  if (weight === 'rest') return { slot, value, weight: undefined };
  const term = compileNumber(weight, at, context, RATIO);
  if (term === undefined) return undefined;
  if (slotsOf(term).some((read) => read.parameter !== true)) {
    context.report('weights.not_constant', at);
    return undefined;
  }
  return { slot, value, weight: term };
};

/** The weights at one moment: each part's share, the rest filled in; or what is absent among them. */
export const weightsAt = (
  parts: readonly WeightedPart[],
  reader: Reader,
): { readonly weights: readonly Rational[] } | Absent => {
  const cells = parts.map((part) => (part.weight ? evaluateTerm(part.weight, reader) : ZERO));
  return weightsFrom(parts, cells);
};

/** The weights of parts where those that are given are `cells`, the rest filled in. */
const weightsFrom = (
  parts: readonly WeightedPart[],
  cells: readonly Cell[],
): { readonly weights: readonly Rational[] } | Absent => {
  const absence = worstAbsence(cells);
  if (absence !== undefined) return absence;
  const given = cells.map((cell) => (isNumber(cell) && isRational(cell) ? cell : ZERO));
  const rest = subtract(ONE, sum(given));
  return { weights: given.map((weight, i) => (parts[i]?.weight === undefined ? rest : weight)) };
};

/** The weights of parts that are literals; undefined where a parameter is among them. */
const literalWeights = (parts: readonly WeightedPart[]): readonly Rational[] | undefined => {
  const cells: Cell[] = [];
  for (const { weight } of parts) {
    if (weight === undefined) cells.push(ZERO);
    else if (weight.is === 'literal') cells.push(weight.cell);
    else return undefined;
  }
  const found = weightsFrom(parts, cells);
  return 'absent' in found ? undefined : found.weights;
};

/** The parts that count with their weights, which are the same for everyone. */
const fixedParts = (
  parts: readonly WeightedPart[],
  weights: readonly Rational[],
): FixedSet | undefined => {
  const counted = parts
    .map((part, i) => ({ part, weight: weights[i] ?? ZERO }))
    .filter(({ weight }) => sign(weight) > 0);
  const shares = sharesOf(counted.map(({ weight }) => weight));
  const total = shares.of.reduce((all, share) => all + share, 0n);
  return total === shares.divisor ? { parts: counted, shares } : undefined;
};

/** Whether no weight is negative and all of them sum to exactly 1; reported otherwise. */
const isWhole = (
  weights: readonly Rational[],
  pointer: Pointer,
  report: CompileContext['report'],
): boolean => {
  const negative = weights.find((weight) => sign(weight) < 0);
  if (negative !== undefined) {
    report('weights.negative', pointer, { found: exactText(negative) });
    return false;
  }
  const total = sum(weights);
  if (equal(total, ONE)) return true;
  const name = pointerKeys(pointer)[1] ?? '';
  report('weights.sum', pointer, { name, found: exactText(total) });
  return false;
};

/** Whether the weights of `parts`, which are `literal` unless they vary, are whole at each of `moments`. */
const checkSum = (
  { parts, literal }: WeightSet,
  pointer: Pointer,
  { report, moments }: Pick<CompileContext, 'report' | 'moments'>,
): boolean => {
  if (parts.filter((part) => part.weight === undefined).length > 1) {
    report('weights.two_rests', pointer);
    return false;
  }
  if (literal !== undefined) return moments.length === 0 || isWhole(literal, pointer, report);
  return moments.every((moment) => {
    const at = weightsAt(parts, moment);
    return 'absent' in at || isWhole(at.weights, pointer, report);
  });
};

/** Whether the set for the label at `position` of `by` is ever used at `moment`. */
const isPossible = (moment: Reader, by: Slot | undefined, position: number): boolean => {
  const label = by && moment.cell(by);
  return typeof label !== 'number' || label === position;
};

/** One compiled set of weights, with what these are where every one is a literal. */
interface WeightSet {
  readonly parts: readonly WeightedPart[];
  readonly literal: readonly Rational[] | undefined;
}

/** One set of weights, or undefined after a report. */
const compileSet = (
  set: unknown,
  pointer: Pointer,
  context: CompileContext,
): WeightSet | undefined => {
  if (typeof set !== 'object' || set === null) {
    context.report('weights.set_form', pointer);
    return undefined;
  }
  const entries = Object.entries(set as Weights);
  if (entries.length === 0) context.report('weights.none', pointer);
  const parts = entries.flatMap((entry) => compilePart(entry, pointer, context) ?? []);
  if (parts.length === 0 || parts.length < entries.length) return undefined;
  const compiled = { parts, literal: literalWeights(parts) };
  return checkSum(compiled, pointer, context) ? compiled : undefined;
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
  const contextAt = (position: number): CompileContext => {
    if (by === undefined) return context;
    const moments = context.moments.filter((moment) => isPossible(moment, by, position));
    return { ...context, moments };
  };
  const sets = order.map((label, position) =>
    compileSet(given.get(label), label === '' ? at : pointerTo(at, label), contextAt(position)),
  );
  const whole = sets.filter((set) => set !== undefined);
  const leaveOut = compileLeaveOut(spec.leaveOut, pointer, context);
  if (whole.length < sets.length || leaveOut === undefined) return undefined;
  const fixed = whole.map(({ parts, literal }) => literal && fixedParts(parts, literal));
  return { sets: whole.map(({ parts }) => parts), fixed, by, leaveOut: leaveOut.leaveOut };
};
