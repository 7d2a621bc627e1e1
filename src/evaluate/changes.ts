import { compareExact, subtractExact } from '../number/exact.js';
import { ZERO } from '../number/rational.js';
import type { Plan } from '../plan/plan.js';
import { pointerTo } from '../pointer.js';
import type { AppliedAdjustment, Derivation } from './derivation.js';
import type { Draft } from './draft.js';
import { originAt } from './origin.js';
import type { AdjustmentResult, IndicatorResult, LimitResult } from './scorecard.js';
import { showExact } from './show.js';

const adjustmentResult = (
  { adjust, before, after, amount, atMost }: AppliedAdjustment,
  plan: Plan,
): AdjustmentResult => ({
  id: adjust.id,
  kind: adjust.kind.name,
  pointer: adjust.pointer,
  ...originAt(plan, pointerTo(adjust.pointer, adjust.kind.name)),
  amount: showExact(amount ?? ZERO),
  ...(atMost === undefined ? {} : { atMost: showExact(atMost) }),
  change: showExact(subtractExact(after, before)),
  ...(adjust.reason === undefined ? {} : { reason: adjust.reason }),
  ...(adjust.cite === undefined ? {} : { cite: adjust.cite }),
});

/** A pure cache: a derivation is written among the results and in the trace. */
const written = new WeakMap<Derivation, readonly AdjustmentResult[]>();

const adjustmentsOf = (
  derivation: Derivation,
  plan: Plan,
): readonly AdjustmentResult[] | undefined => {
  if (derivation.adjustments.length === 0) return undefined;
  const known = written.get(derivation);
  if (known !== undefined) return known;
  const changed = derivation.adjustments.filter(
    ({ before, after }) => before !== after && compareExact(before, after) !== 0,
  );
  if (changed.length === 0) return undefined;
  const results = changed.map((each) => adjustmentResult(each, plan));
  written.set(derivation, results);
  return results;
};

const limitsOf = (derivation: Derivation, plan: Plan): readonly LimitResult[] | undefined => {
  if (derivation.limits.length === 0) return undefined;
  const { type } = derivation.plan.slot;
  const name = (label: number): string =>
    type.is === 'label' ? (type.labels.names[label] ?? '') : '';
  return derivation.limits.map(({ limit, before, after }) => ({
    id: limit.id,
    pointer: limit.pointer,
    ...originAt(plan, limit.pointer),
    from: name(before),
    to: name(after),
    ...(limit.reason === undefined ? {} : { reason: limit.reason }),
    ...(limit.cite === undefined ? {} : { cite: limit.cite }),
  }));
};

/** Sets what adjustments and limits changed, as a scorecard writes it. */
export const writeChanges = (
  into: Draft<Pick<IndicatorResult, 'adjustments' | 'limits'>>,
  derivation: Derivation,
  plan: Plan,
): void => {
  const adjustments = adjustmentsOf(derivation, plan);
  const limits = limitsOf(derivation, plan);
  if (adjustments !== undefined) into.adjustments = adjustments;
  if (limits !== undefined) into.limits = limits;
};
