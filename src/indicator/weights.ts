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
  readonly by?: Slot;
  /** One set of parts, or one for each label of `by`. */
  readonly sets: readonly (readonly WeightedPart[])[];
  /** By set: the parts that count, with their weights, where no parameter is among these. */
  readonly fixed: readonly (FixedSet | undefined)[];
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
    typeof set === 'object' && (set as unknown) !== null
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
  const slot = value && slotsOf(value)[0];
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

/** The parts that count with their weights, where these are literals. */
const fixedParts = (parts: readonly WeightedPart[]): FixedSet | undefined => {
  const cells = parts.map(({ weight }) => {
    if (weight === undefined) return ZERO;
    return weight.is === 'literal' ? weight.cell : undefined;
  });
  const literals = cells.filter((cell) => cell !== undefined);
  const found = literals.length === cells.length ? weightsFrom(parts, literals) : undefined;
  if (found === undefined || 'absent' in found) return undefined;
  const counted = parts
    .map((part, i) => ({ part, weight: found.weights[i] ?? ZERO }))
    .filter(({ weight }) => sign(weight) > 0);
  const weights = counted.map(({ weight }) => weight);
  return equal(sum(weights), ONE) ? { parts: counted, shares: sharesOf(weights) } : undefined;
};

const checkSum = (
  parts: readonly WeightedPart[],
  pointer: Pointer,
  { report, moments }: Pick<CompileContext, 'report' | 'moments'>,
): boolean => {
  if (parts.filter((part) => part.weight === undefined).length > 1) {
    report('weights.two_rests', pointer);
    return false;
  }
  for (const moment of moments) {
    const at = weightsAt(parts, moment);
    if ('absent' in at) continue;
    const { weights } = at;
    const total = sum(weights);
    const negative = weights.find((weight) => sign(weight) < 0);
    if (negative !== undefined) {
      report('weights.negative', pointer, { found: exactText(negative) });
      return false;
    }
    if (!equal(total, ONE)) {
      const name = pointerKeys(pointer)[1] ?? '';
      report('weights.sum', pointer, { name, found: exactText(total) });
      return false;
    }
  }
  return true;
};

/** Whether the set for the label at `position` of `by` is ever used at `moment`. */
const isPossible = (moment: Reader, by: Slot | undefined, position: number): boolean => {
  const label = by && moment.cell(by);
  return typeof label !== 'number' || label === position;
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
  const sets = order.map((label, position) =>
    compileSet(given.get(label), label === '' ? at : pointerTo(at, label), {
      ...context,
      moments: context.moments.filter((moment) => isPossible(moment, by, position)),
    }),
  );
  const whole = sets.filter((set) => set !== undefined);
  const leaveOut = compileLeaveOut(spec.leaveOut, pointer, context);
  if (whole.length < sets.length || leaveOut === undefined) return undefined;
  const fixed = whole.map(fixedParts);
  return { sets: whole, fixed, ...(by === undefined ? {} : { by }), ...leaveOut };
};
