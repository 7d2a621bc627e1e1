import type { Derived, Reading } from '../indicator/contract.js';
import type { Exact } from '../number/exact.js';
import type { Rational } from '../number/rational.js';
import type { AdjustPlan, IndicatorPlan, LimitPlan } from '../plan/plan.js';
import type { Cell } from '../slot.js';
import type { Support } from './support.js';

/** An adjustment as it was applied to one subject. */
export interface AppliedAdjustment {
  readonly adjust: AdjustPlan;
  /** What its rule came to; none where it was skipped. */
  readonly amount: Exact | undefined;
  readonly atMost: Exact | undefined;
  readonly before: Exact;
  readonly after: Exact;
}

/** A limit that changed a label. */
export interface AppliedLimit {
  readonly limit: LimitPlan;
  readonly before: number;
  readonly after: number;
}

/** A rounding as it came out: whole numbers of the last place, and the value they stand for. */
export interface Rounded {
  /** In units of `10 ^ -places`. */
  readonly units: bigint;
  readonly places: number;
  readonly value: Rational;
}

/** How one value of one indicator came about. */
export interface Derivation {
  readonly plan: IndicatorPlan;
  /** The row, for an indicator per row. */
  readonly row: number | undefined;
  /** What the verb derived. */
  readonly derived: Derived;
  /** Everything that was read: by the verb, by conditions and by adjustments. */
  readonly read: readonly Reading[];
  /** Adjustments that changed nothing stand here too. */
  readonly adjustments: readonly AppliedAdjustment[];
  readonly limits: readonly AppliedLimit[];
  /** The value after adjustments and limits, before rounding. */
  readonly exact: Cell;
  readonly rounded: Rounded | undefined;
  /** What readers see. */
  readonly cell: Cell;
  readonly support: Support;
}
