import type { AdjustmentKind } from '../adjust/contract.js';
import type { Day } from '../day.js';
import type { ExactOnly, FastPlan } from '../fast/program.js';
import type { DurationPattern } from '../duration.js';
import type { ExactProgram, IndicatorKind, Member, NumericScale } from '../indicator/contract.js';
import type { Issue, Text } from '../issue.js';
import type { Json } from '../json.js';
import type { Rational } from '../number/rational.js';
import type { RoundingMode } from '../number/round.js';
import type { Pointer } from '../pointer.js';
import type { FollowUpSpec } from '../policy/follow-up.js';
import type { MemberRead } from '../policy/groups.js';
import type { Policy } from '../policy/policy.js';
import type { Term } from '../rule/term.js';
import type { Absence, Cell, Labels, Slot } from '../slot.js';
import type { UnitOrAny } from '../unit.js';
import type { Doors } from './doors.js';
import type { OriginOf } from './origin.js';

/**
 * A compiled policy: made once, used for every subject.
 *
 * Nothing of it changes but what the operations in `layout.fast` hold: the values of the last subject, on which no result depends.
 */
export interface Plan {
  /** Whole: merged with the one it extends. */
  readonly policy: Policy;
  /** The policy as JSON, exactly as it was read. */
  readonly document: Json;
  /** `sha256:` and the digest of the canonical form of `document`. */
  readonly digest: string;
  /** The policies it was made from as they were written, the nearest first. */
  readonly parents: readonly ParentDocument[];
  /** Which of them a part stands in; absent for a policy without a parent. */
  readonly originOf?: OriginOf;
  /** Doubtful but legal. */
  readonly warnings: readonly Issue[];
  /** A note for a policy that is computed exactly alone, slower: where in it, and why. */
  readonly exactOnly?: Issue;
  /** The most that one evaluation can cost. */
  readonly cost: PlanCost;
  /** What the evaluators run; flat and ordered. */
  readonly layout: Layout;
}

/** A policy as it was written, that another was made from. */
export interface ParentDocument {
  readonly id: string;
  readonly version: string;
  readonly digest: string;
  readonly document: Json;
}

/** A bound on the work of one evaluation, known before any evidence. */
export interface PlanCost {
  /** Places that hold a value. */
  readonly slots: number;
  /** Indicators, those per row once. */
  readonly indicators: number;
  /** Values derived, every table full. */
  readonly derivations: number;
  /** Operations of rules and reads of values, every table full. */
  readonly operations: number;
}

/** A plan's places and the order in which they are filled. */
export interface Layout {
  /** A digest of the order of the slots: evidence read for another order would be misread. */
  readonly key: string;
  readonly slots: readonly Slot[];
  readonly parameters: readonly ParameterPlan[];
  readonly inputs: readonly InputPlan[];
  readonly tables: readonly TablePlan[];
  /** Like indicators of one level together; a level reads only levels before it. */
  readonly groups: readonly GroupPlan[];
  /** In the order of the policy. */
  readonly indicators: readonly IndicatorPlan[];
  /** By slot; undefined where a slot is no indicator's. */
  readonly indicatorAt: readonly (IndicatorPlan | undefined)[];
  readonly followUp: readonly FollowUpPlan[];
  /** Base names of the units that the policy uses. */
  readonly unitNames: ReadonlySet<string>;
  readonly scaleOf: (unit: UnitOrAny) => NumericScale | undefined;
  /** In the order of the policy. */
  readonly distributions: readonly DistributionPlan[];
  readonly score?: IndicatorPlan | undefined;
  readonly rating?: IndicatorPlan | undefined;
  /** What the score's shortfall counts from. */
  readonly baseline?: Rational | undefined;
  /** The same in doubles, or why it is computed exactly alone. */
  readonly fast: FastPlan | ExactOnly;
  readonly doors: Doors;
}

/** A rule that turns a result into a recommended action. */
export interface FollowUpPlan {
  readonly id: string;
  readonly pointer: Pointer;
  readonly spec: FollowUpSpec;
  readonly when: Term;
  readonly about?: Slot;
}

/** A parameter's values from each day on. */
export interface ParameterPlan {
  readonly slot: Slot;
  /** The label input that chooses among its values. */
  readonly by?: Slot;
  /**
   * INVARIANT: days strictly increase; a single entry without a day holds always. `of` has one value, or one
   * for each label of `by`.
   */
  readonly values: readonly { readonly from?: Day; readonly of: readonly Rational[] }[];
}

/** What an absent input becomes. */
export type MissingPlan =
  | { readonly absent: Extract<Absence, 'failed' | 'pending' | 'missing'> }
  | { readonly use: Cell; readonly text: string; readonly cite: string };

/** How a value is read and judged. */
export interface InputPlan {
  readonly slot: Slot;
  /** The column or input name alone. */
  readonly key: string;
  readonly form:
    | {
        readonly is: 'number';
        readonly min: Rational;
        readonly max: Rational;
        readonly step?: Step;
        /** How it is written, where it is no number in evidence. */
        readonly written?: DurationPlan;
        /** Labels that may stand for it, with their values. */
        readonly labels?: ReadonlyMap<string, Rational>;
      }
    | { readonly is: 'truth' }
    | { readonly is: 'label'; readonly labels: Labels }
    | { readonly is: 'date' };
  readonly when?: Term | undefined;
  readonly ifMissing: MissingPlan;
  /** For an input that is read from a scorecard. */
  readonly scorecard?: ScorecardPlan | undefined;
}

/** The one policy whose scorecards are read, and where the policy says so. */
export interface PinnedPlan {
  readonly policy: string;
  readonly digest: string;
  readonly pointer: Pointer;
}

/** An input that is read from a scorecard. */
export interface ScorecardPlan extends PinnedPlan {
  readonly read: MemberRead;
}

/** A table whose rows are scorecards. */
export interface MembersPlan extends PinnedPlan {
  /** By position of the column. */
  readonly reads: readonly MemberRead[];
}

/** How a duration is written, and what it is in the input's unit. */
export interface DurationPlan {
  readonly pattern: DurationPattern;
  readonly daySeconds?: Rational;
  readonly unitSeconds: Rational;
}

/** The steps a value may lie on: `from` and whole numbers of `size` from there. */
export interface Step {
  readonly from: Rational;
  readonly size: Rational;
}

/** A table, or a panel seen as one. */
export interface TablePlan {
  readonly name: string;
  readonly pointer: Pointer;
  readonly rowUnit: UnitOrAny;
  readonly atMost: number;
  readonly absent: Extract<Absence, 'failed' | 'pending' | 'missing'>;
  readonly columns: readonly InputPlan[];
  /** What makes its rows members' scorecards. */
  readonly members?: MembersPlan;
  readonly panel?: PanelPlan;
  /** Whether means, sums and counts are all that is read, so that totals may be given instead of rows. */
  readonly acceptsTotals: boolean;
}

/** What makes a table a panel. */
export interface PanelPlan {
  /** Holds which source a form comes from. */
  readonly source: Slot;
  readonly questions: readonly { readonly column: InputPlan; readonly value: Slot }[];
  readonly sources: readonly SourcePlan[];
}

/** A group of raters. */
export interface SourcePlan {
  readonly name: string;
  readonly share: Rational;
  readonly take: 'mean' | 'median';
  readonly atLeast: number;
  readonly ifFewer: Extract<Absence, 'failed' | 'pending' | 'missing'>;
  readonly cite?: string;
}

/** Like indicators of one level. */
export interface GroupPlan {
  readonly kind: IndicatorKind;
  readonly members: readonly IndicatorPlan[];
  readonly exact: ExactProgram;
}

/** One indicator with its tails. */
export interface IndicatorPlan extends Member<unknown> {
  readonly name: string;
  readonly kind: IndicatorKind;
  /** How many names its verb reads. */
  readonly reads: number;
  readonly pointer: Pointer;
  readonly title?: Text | undefined;
  readonly cite?: string | undefined;
  readonly when?: Term | undefined;
  readonly usable?: { readonly when: Term; readonly reason: Text } | undefined;
  readonly adjust: readonly AdjustPlan[];
  readonly limits: readonly LimitPlan[];
  readonly round?: RoundPlan | undefined;
}

/** One adjustment. */
export interface AdjustPlan {
  readonly id: string;
  readonly kind: AdjustmentKind;
  readonly pointer: Pointer;
  readonly amount: Term;
  readonly atMost?: Term | undefined;
  readonly when?: Term | undefined;
  readonly reason?: Text | undefined;
  readonly cite?: string | undefined;
}

/** One limit on a label, by position in its scale. */
export interface LimitPlan {
  readonly id: string;
  readonly pointer: Pointer;
  readonly when: Term;
  readonly atMost?: number;
  readonly atLeast?: number;
  readonly reason?: Text;
  readonly cite?: string;
}

/** Head counts of labels over the rows of a table. */
export interface DistributionPlan {
  readonly name: string;
  readonly pointer: Pointer;
  readonly title?: Text;
  readonly cite?: string;
  readonly slot: Slot;
  readonly table: number;
  readonly labels: Labels;
  /** By position of the label. */
  readonly limits: ReadonlyMap<number, DistributionLimitPlan>;
}

/** Shares within which a label's share is expected. */
export interface DistributionLimitPlan {
  readonly atMost?: Term;
  readonly atLeast?: Term;
  readonly cite?: string;
}

/** A rounding: to whole numbers of `step`, shown to `places`. */
export interface RoundPlan {
  readonly step: Rational;
  readonly places: number;
  readonly mode: RoundingMode;
  readonly isUsed: boolean;
  readonly cite?: string;
}
