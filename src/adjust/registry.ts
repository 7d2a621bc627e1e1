import type { Text } from '../issue.js';
import type { NumberSlot, Rule } from '../rule/rule.js';
import type { AdjustmentKind } from './contract.js';
import * as kinds from './kinds.js';

/** What every adjustment may say, whatever its kind. */
export interface AdjustmentCommon {
  /** By which trace, reasons and citations know it. */
  readonly id: string;
  /** Only when this holds. */
  readonly when?: Rule;
  /** Why points were lost or won, for the person appraised. */
  readonly reason?: Text;
  readonly cite?: string;
}

/** One adjustment of an indicator's value; they apply in the order they are written. */
export type Adjustment = AdjustmentCommon &
  (
    | { readonly deduct: NumberSlot; readonly atMost?: NumberSlot }
    | { readonly add: NumberSlot; readonly atMost?: NumberSlot }
    | { readonly cap: NumberSlot }
    | { readonly floor: NumberSlot }
    | { readonly limit: NumberSlot }
  );

/** Every kind of adjustment by its key. */
export const adjustmentKinds: ReadonlyMap<string, AdjustmentKind> = new Map(
  Object.values<AdjustmentKind>(kinds).map((kind) => [kind.name, kind]),
);
