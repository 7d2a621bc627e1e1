import type { Provenance } from '../evidence/evidence.js';
import type { Mark } from '../indicator/contract.js';
import type { Issue, Text } from '../issue.js';
import type { Pointer } from '../pointer.js';
import type { Origin } from '../plan/origin.js';
import type { FollowUpKind } from '../policy/follow-up.js';
import type { Citation } from '../policy/policy.js';
import type { Absence } from '../slot.js';

/** Whether an outcome stands: for good, until evidence still awaited comes, or not at all. */
export type Status = 'final' | 'provisional' | 'void';

/** What a register stores of one subject. */
export interface Outcome {
  readonly status: Status;
  /** Absent when the policy has no score, or none could be given. */
  readonly score?: Score;
  /** The label, as the policy names it. */
  readonly rating?: string;
  /** What was noticed, in the order in which it was; errors are among them when the status is void. */
  readonly issues: readonly Issue[];
}

/** A rounded score. */
export interface Score {
  /** In whole units of its last place: 9182 for 91.82. */
  readonly units: number;
  /** Decimal places. */
  readonly places: number;
  readonly text: string;
}

/**
 * An outcome with everything it rests on; plain JSON.
 *
 * A number is text: a terminating decimal, or a fraction `n/d`. An irrational number is an `Enclosure`.
 */
export interface Scorecard extends Outcome {
  readonly format: 'timbang/scorecard/1';
  readonly policy: PolicyIdentity;
  readonly subject?: string;
  /** The cohort that the subject was compared with, where one was given. */
  readonly cohort?: { readonly digest: string; readonly members: number };
  /** Whose scorecards the rows of tables of members are; a table that is not there is left out. */
  readonly members?: readonly MembersResult[];
  /** Which indicators are the outcome. */
  readonly result: ResultNames;
  /** The policy's citations, by name. */
  readonly cites: Readonly<Record<string, Citation>>;
  /** What the score's shortfall counts from. */
  readonly baseline?: string;
  /** In the order of the policy. */
  readonly indicators: readonly IndicatorResult[];
  /** How labels are spread over rows, where the policy asks for it; nothing else depends on it. */
  readonly distributions?: readonly DistributionResult[];
  /** Contributions to (baseline - score); they sum to it exactly. */
  readonly reasons: readonly Reason[];
  /** What the result asks for, in the order of the policy; recommendations that change nothing. */
  readonly actions: readonly Action[];
  /** Every derivation, in the order in which values became known. */
  readonly trace: readonly Step[];
}

/** Which rules made a scorecard. */
export interface PolicyIdentity {
  readonly id: string;
  readonly version: string;
  readonly digest: string;
  readonly title: Text;
  /** The policies that it extends, the nearest first. */
  readonly parents?: readonly ParentIdentity[];
}

/** A policy that another extends. */
export interface ParentIdentity {
  readonly id: string;
  readonly version: string;
  readonly digest: string;
}

/** The members of a table, row by row. */
export interface MembersResult {
  readonly table: string;
  readonly rows: readonly { readonly subject?: string; readonly status: Status }[];
}

/** The indicators that are the outcome, and the rating as a person reads it. */
export interface ResultNames {
  readonly score?: string;
  readonly rating?: string;
  readonly ratingTitle?: Text;
}

/** An irrational number: bounds that hold it, 10^-20 apart. */
export interface Enclosure {
  readonly atLeast: string;
  readonly atMost: string;
}

/** A number, a label, a yes/no, or why there is none. */
export type ResultValue =
  | { readonly is: 'number'; readonly exact: string | Enclosure; readonly text: string }
  | { readonly is: 'label'; readonly label: string }
  | { readonly is: 'truth'; readonly truth: boolean }
  | { readonly is: 'date'; readonly date: string }
  | { readonly is: Absence; readonly cause: Pointer; readonly code: string };

/** One indicator of one subject. */
export interface IndicatorResult {
  readonly name: string;
  readonly title?: Text;
  readonly pointer: Pointer;
  /** In which policy its verb stands, where this one extends another. */
  readonly origin?: Origin;
  /** What the verb computes, names and numbers in place: a formula in infix, weights, bands. */
  readonly rule: Text;
  /** The unit of a number. */
  readonly unit?: string;
  /** The table whose rows it has a value for each of. */
  readonly per?: string;
  /** What readers see; one for each row, for an indicator per row. */
  readonly value: ResultValue | readonly ResultValue[];
  /** Share that rests on evidence, as exact text; the mean over rows. */
  readonly coverage: string;
  /** Share that rests on evidence with provenance; at most the coverage. */
  readonly provenance: string;
  /** The weights or coefficients actually used, by component. */
  readonly weights?: Readonly<Record<string, string>>;
  /** The case, band, label or component that was decisive. */
  readonly chose?: string;
  /** What is out of the ordinary about the value. */
  readonly mark?: Mark;
  readonly adjustments?: readonly AdjustmentResult[];
  readonly limits?: readonly LimitResult[];
}

/** An adjustment that changed a value. */
export interface AdjustmentResult {
  readonly id: string;
  readonly kind: string;
  readonly pointer: Pointer;
  /** In which policy it stands, where this one extends another. */
  readonly origin?: Origin;
  /** What its rule came to, before any limit on it. */
  readonly amount: string | Enclosure;
  /** The most that it may change. */
  readonly atMost?: string | Enclosure;
  /** How much the value changed, signed. */
  readonly change: string | Enclosure;
  readonly reason?: Text;
  readonly cite?: string;
}

/** A limit that changed a label. */
export interface LimitResult {
  readonly id: string;
  readonly pointer: Pointer;
  /** In which policy it stands, where this one extends another. */
  readonly origin?: Origin;
  readonly from: string;
  readonly to: string;
  readonly reason?: Text;
  readonly cite?: string;
}

/** Head counts of the labels in the rows of a table. */
export interface DistributionResult {
  readonly name: string;
  readonly title?: Text;
  readonly pointer: Pointer;
  /** The column or indicator that was counted. */
  readonly read: string;
  /** How many rows. */
  readonly total: number;
  /** Of these, how many have no label. */
  readonly absent: number;
  /** Why there are no rows to count, where the table itself is not there. */
  readonly unknown?: Absence;
  /** By label, worst first. */
  readonly counts: readonly LabelCount[];
  readonly cite?: string;
}

/** How many rows have a label, and how that lies to its limits. */
export interface LabelCount {
  readonly label: string;
  readonly title?: Text;
  readonly count: number;
  /** Of the rows that have a label, exact; none where no row has one. */
  readonly share?: string;
  readonly atMost?: string | Enclosure;
  readonly atLeast?: string | Enclosure;
  /** Where a limit is declared; `not_assessable` when its value, or any row with a label, is missing. */
  readonly finding?: 'within' | 'beyond' | 'not_assessable';
  readonly cite?: string;
}

/** One contribution to the shortfall. */
export interface Reason {
  /** `shortfall`: an input or indicator fell short (or exceeded, when negative); `adjustment`; `rounding`. */
  readonly kind: 'shortfall' | 'adjustment' | 'rounding';
  /** The input, indicator, adjustment or rounding that accounts for it. */
  readonly pointer: Pointer;
  /** In which policy that stands, where this one extends another. */
  readonly origin?: Origin;
  readonly name: string;
  readonly row?: number;
  /** Exact; positive where points were lost. */
  readonly amount: string;
  readonly title?: Text;
  readonly cite?: string;
}

/** A recommended action. */
export interface Action {
  readonly id: string;
  readonly kind: FollowUpKind;
  /** The rule that asks for it. */
  readonly pointer: Pointer;
  /** In which policy that stands, where this one extends another. */
  readonly origin?: Origin;
  /** Why the rule has no answer; the action is then neither recommended nor left out. */
  readonly open?: ResultValue;
  readonly text: Text;
  readonly about?: ActionSubject;
  /** The rule as a formula, and what it read. */
  readonly reason: {
    readonly rule: Text;
    readonly read: readonly { readonly name: string; readonly value: ResultValue }[];
  };
  readonly ladder?: { readonly name: string; readonly rung: number };
  readonly cite?: string;
}

/** The input or indicator that an action is about. */
export interface ActionSubject {
  readonly name: string;
  readonly pointer: Pointer;
  readonly title?: Text;
  readonly value: ResultValue;
  /** The component that was decisive for it: the weakest, where it is a `min`. */
  readonly chose?: string;
}

/** One derivation. */
export interface Step {
  /** The rule. */
  readonly pointer: Pointer;
  /** In which policy its verb stands, where this one extends another. */
  readonly origin?: Origin;
  readonly name: string;
  readonly row?: number;
  /** The verb; `panel` for a question of a panel. */
  readonly operation: string;
  /** The unit of a number that it derives. */
  readonly unit?: string;
  readonly inputs: readonly StepInput[];
  /** What the verb gave, before the tails. */
  readonly derived: ResultValue;
  readonly chose?: string;
  /** What is out of the ordinary about the value. */
  readonly mark?: Mark;
  readonly adjustments?: readonly AdjustmentResult[];
  readonly limits?: readonly LimitResult[];
  /** After adjustments and limits, before rounding; where it differs from what readers see. */
  readonly exact?: ResultValue;
  /** As declared: the rounded value, and whether readers see it. */
  readonly rounded?: { readonly text: string; readonly mode: string; readonly isUsed: boolean };
  /** What readers see. */
  readonly value: ResultValue;
  readonly coverage: string;
  readonly provenance: string;
  /** Every citation that the step rests on: its own, its case's or table's, its tails'. */
  readonly cites?: readonly string[];
}

/** One value that a step read. */
export interface StepInput {
  readonly name: string;
  readonly row?: number;
  readonly value: ResultValue;
  /** The unit of a number. */
  readonly unit?: string;
  /** How many of the step's unit one of this is, where it was converted. */
  readonly factor?: string;
  /** The weight, coefficient or share actually used. */
  readonly weight?: string;
  /** The day from which a dated parameter has this value. */
  readonly since?: string;
  /** The label that chose among a parameter's values. */
  readonly class?: string;
  /** In which policy the value of a parameter stands, where this one extends another. */
  readonly origin?: Origin;
  /** How many answers a source gave to a question, or rows of totals it stands for. */
  readonly count?: number;
  /** The citation of its declaration. */
  readonly cite?: string;
  /** Where the value comes from, when evidence said so. */
  readonly source?: Provenance;
}
