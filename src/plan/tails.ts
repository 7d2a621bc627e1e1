import type { AdjustmentKind } from '../adjust/contract.js';
import { adjustmentKinds } from '../adjust/registry.js';
import type { CompileContext } from '../indicator/contract.js';
import { decimalPlaces } from '../number/decimal.js';
import { sign, ZERO } from '../number/rational.js';
import { placesStep } from '../number/round.js';
import { type Pointer, pointerTo } from '../pointer.js';
import type { Indicator, Limit, RoundSpec } from '../policy/policy.js';
import { compileCondition, compileNumber } from '../rule/compile.js';
import { namesIn } from '../rule/names.js';
import type { NumberSlot } from '../rule/rule.js';
import type { Term } from '../rule/term.js';
import { isNumber } from '../slot.js';
import type { AdjustPlan, IndicatorPlan, LimitPlan, RoundPlan } from './plan.js';
import { labelAt } from '../rule/label.js';
import { numberAt } from '../rule/literal.js';

/** The amount slot of an adjustment, whatever its kind. */
const amountsOf = (adjustment: object): readonly (readonly [string, NumberSlot])[] =>
  Object.entries(adjustment).filter(([key]) => adjustmentKinds.has(key)) as [string, NumberSlot][];

/** The names that an indicator's tails read. */
export const tailReads = ({
  when,
  usable,
  adjust = [],
  limits = [],
}: Indicator): readonly string[] => [
  ...namesIn(when),
  ...namesIn(usable?.when),
  ...adjust.flatMap((each) => [
    ...namesIn(each.when),
    ...amountsOf(each).flatMap(([, amount]) => namesIn(amount)),
    ...('atMost' in each ? namesIn(each.atMost) : []),
  ]),
  ...limits.flatMap((each) => namesIn(each.when)),
];

/** Whether a literal amount has the wrong sign for what the adjustment says it does, whatever the subject. */
const isNeverAllowed = (kind: AdjustmentKind, term: Term): boolean => {
  if (term.is !== 'literal' || !isNumber(term.cell)) return false;
  return kind.exact(ZERO, { amount: term.cell, start: ZERO }).is === 'negative';
};

const compileAdjustment = (
  spec: NonNullable<Indicator['adjust']>[number],
  pointer: Pointer,
  context: CompileContext,
): AdjustPlan | undefined => {
  const unit = context.declared?.is === 'number' ? context.declared.unit : 'any';
  const amounts = amountsOf(spec);
  const [found, ...more] = amounts;
  const kind = found && adjustmentKinds.get(found[0]);
  if (found === undefined || kind === undefined || more.length > 0) {
    const expected = [...adjustmentKinds.keys()].join(', ');
    context.report('adjust.one_kind', pointer, { found: amounts.length, expected });
    return undefined;
  }
  const limit = 'atMost' in spec ? spec.atMost : undefined;
  if (limit !== undefined && !kind.takesLimit) {
    context.report('adjust.no_limit', pointerTo(pointer, 'atMost'), { kind: kind.name });
    return undefined;
  }
  const amount = compileNumber(found[1], pointerTo(pointer, kind.name), context, unit);
  const atMost =
    limit === undefined
      ? undefined
      : compileNumber(limit, pointerTo(pointer, 'atMost'), context, unit);
  const when =
    spec.when === undefined
      ? undefined
      : compileCondition(spec.when, pointerTo(pointer, 'when'), context);
  const isWhole = (limit === undefined || atMost) && (spec.when === undefined || when);
  if (amount === undefined || !isWhole) return undefined;
  if (isNeverAllowed(kind, amount) || (atMost !== undefined && isNeverAllowed(kind, atMost)))
    context.report('adjust.always_fails', pointer, { id: spec.id });
  return {
    id: spec.id,
    kind,
    pointer,
    amount,
    atMost,
    when,
    reason: spec.reason,
    cite: spec.cite,
  };
};

const compileLimit = (
  spec: Limit,
  pointer: Pointer,
  context: CompileContext,
): LimitPlan | undefined => {
  const labels = context.declared?.is === 'label' ? context.declared.labels.names : [];
  const position = (label: string | undefined, key: string): number | undefined => {
    if (label === undefined) return undefined;
    return labelAt(label, labels, pointerTo(pointer, key), context.report);
  };
  const when = compileCondition(spec.when, pointerTo(pointer, 'when'), context);
  const atMost = position(spec.atMost, 'atMost');
  const atLeast = position(spec.atLeast, 'atLeast');
  if (spec.atMost === undefined && spec.atLeast === undefined)
    context.report('tail.limit_form', pointer);
  if (atMost !== undefined && atLeast !== undefined && atLeast > atMost) {
    context.report('tail.limit_order', pointer);
  }
  if (when === undefined) return undefined;
  return {
    id: spec.id,
    pointer,
    when,
    ...(atMost === undefined ? {} : { atMost }),
    ...(atLeast === undefined ? {} : { atLeast }),
    ...(spec.reason === undefined ? {} : { reason: spec.reason }),
    ...(spec.cite === undefined ? {} : { cite: spec.cite }),
  };
};

const compileRound = (
  spec: RoundSpec,
  pointer: Pointer,
  context: CompileContext,
): RoundPlan | undefined => {
  if ((spec.places === undefined) === (spec.step === undefined)) {
    context.report('round.form', pointer);
    return undefined;
  }
  const isUsed = spec.for === 'use';
  const cite = spec.cite === undefined ? {} : { cite: spec.cite };
  if (spec.places !== undefined) {
    return { step: placesStep(spec.places), places: spec.places, mode: spec.mode, isUsed, ...cite };
  }
  const at = pointerTo(pointer, 'step');
  const step = numberAt(spec.step ?? '', at, context.report);
  if (step === undefined) return undefined;
  const places = decimalPlaces(step.d);
  if (sign(step) <= 0 || places === undefined || places > 15) {
    context.report('round.step', at);
    return undefined;
  }
  return { step, places, mode: spec.mode, isUsed, ...cite };
};

type Tails = Pick<IndicatorPlan, 'when' | 'usable' | 'adjust' | 'limits' | 'round'>;

const reportSameIds = (
  list: readonly { readonly id: string }[],
  pointer: Pointer,
  context: CompileContext,
): void => {
  const ids = list.map(({ id }) => id);
  for (const [i, id] of ids.entries()) {
    if (ids.indexOf(id) !== i) context.report('tail.same_id', pointerTo(pointer, i, 'id'), { id });
  }
};

/**
 * The tails of an indicator: `when`, `usable`, `adjust`, `limits`, `round`.
 *
 * Issues: `tail.*`, `adjust.*`, `round.*`, those of rules
 */
export const compileTails = (spec: Indicator, pointer: Pointer, context: CompileContext): Tails => {
  const { declared } = context;
  const isNumber = declared?.is === 'number';
  const { adjust = [], limits = [] } = spec;
  for (const tail of ['adjust', 'round'] as const) {
    if (spec[tail] !== undefined && !isNumber)
      context.report('tail.not_number', pointerTo(pointer, tail), { tail });
  }
  const isLabel = declared?.is === 'label' && declared.labels.ordered;
  if (spec.limits !== undefined && !isLabel)
    context.report('tail.not_label', pointerTo(pointer, 'limits'));
  reportSameIds(adjust, pointerTo(pointer, 'adjust'), context);
  reportSameIds(limits, pointerTo(pointer, 'limits'), context);

  const when =
    spec.when === undefined
      ? undefined
      : compileCondition(spec.when, pointerTo(pointer, 'when'), context);
  const usable =
    spec.usable &&
    compileCondition(spec.usable.when, pointerTo(pointer, 'usable', 'when'), context);
  const adjustments = (isNumber ? adjust : []).flatMap(
    (each, i) => compileAdjustment(each, pointerTo(pointer, 'adjust', i), context) ?? [],
  );
  const limited = (isLabel ? limits : []).flatMap(
    (each, i) => compileLimit(each, pointerTo(pointer, 'limits', i), context) ?? [],
  );
  const round =
    spec.round && isNumber
      ? compileRound(spec.round, pointerTo(pointer, 'round'), context)
      : undefined;
  return {
    when,
    usable: spec.usable && usable && { when: usable, reason: spec.usable.reason },
    adjust: adjustments,
    limits: limited,
    round,
  };
};
