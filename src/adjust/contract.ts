import type { Build, Value } from '../fast/build.js';
import type { Text } from '../issue.js';
import type { Exact } from '../number/exact.js';

/** What an adjustment makes of a value. */
export type Adjusted =
  /** The value after it. */
  | { readonly is: 'value'; readonly value: Exact }
  /** The amount has the wrong sign for what the adjustment says it does. */
  | { readonly is: 'negative' }
  /** A comparison could not be decided within the bound on digits. */
  | { readonly is: 'undecided' };

/** An adjustment's amount for one subject. */
export interface Amount {
  readonly amount: Exact;
  /** The most it may change, where the policy limits it. */
  readonly atMost?: Exact;
  /** The value before any adjustment. */
  readonly start: Exact;
}

/** An adjustment's amount in doubles. */
export interface FastAmount {
  readonly amount: Value;
  readonly atMost?: Value;
  readonly start: Value;
}

/**
 * A kind of adjustment: one key of an element of `adjust`, complete in one record.
 */
export interface AdjustmentKind {
  /** The key under which a policy uses it; its body is a number slot in the indicator's unit. */
  readonly name: string;
  /** Raised whenever the same policy and evidence could give another value. */
  readonly version: number;
  readonly summary: Text;
  readonly source: string;
  /** Whether `atMost` may stand beside it. */
  readonly takesLimit: boolean;
  readonly exact: (value: Exact, amount: Amount) => Adjusted;
  /** The same in doubles; no number where an amount has the wrong sign. */
  readonly fast: (value: Value, amount: FastAmount, build: Build) => Value;
  /** What it does, with its amount printed. */
  readonly describe: (amount: string, atMost: string | undefined, language: keyof Text) => string;
  /** Whether it can only lower, only raise, or hold a value near what it was; for the law tests. */
  readonly direction: 'lowers' | 'raises' | 'holds';
}
