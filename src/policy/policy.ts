import type { Adjustment } from '../adjust/registry.js';
import type { DurationPattern } from '../duration.js';
import type { CurveSpec } from '../indicator/named-curve.js';
import type { LookupSpec } from '../indicator/named-lookup.js';
import type { MatrixSpec } from '../indicator/named-matrix.js';
import type { IndicatorSpecs } from '../indicator/registry.js';
import type { Text } from '../issue.js';
import type { JsonObject } from '../json.js';
import type { RoundingMode } from '../number/round.js';
import type { NumberLiteral, Rule } from '../rule/rule.js';
import type { FollowUpSpec } from './follow-up.js';
import type { DistributionSpec, MembersSpec, ScorecardSpec } from './groups.js';

/**
 * A policy: the rulebook by which one subject is scored, as JSON.
 *
 * Inputs, parameters and indicators share one flat namespace of author's names
 * (`[a-z][a-z0-9-]*`); a column of a table or panel is `table.field`.
 */
export interface Policy {
  /** For editors; not read. */
  readonly $schema?: string;
  /** The version of the policy language. */
  readonly timbang: 1;
  /** Slash-separated author's names, the region first: `kota-sabang/kinerja-asn`. */
  readonly id: string;
  /** The policy's own version, three numbers. */
  readonly version: string;
  /** Who or what is appraised. */
  readonly subject?: 'person' | 'organisation';
  readonly title: Text;
  readonly region?: Region;
  readonly effective: Effective;
  /** The civil day it was published. */
  readonly published?: string;
  /** The version of this policy whose place it takes for everyone who knows of it. */
  readonly replaces?: string;
  /** The policy it was made from; its own rules are merged into this one. */
  readonly extends?: Extends;
  readonly cites?: Readonly<Record<string, Citation>>;
  /** Units by name; where they are declared, no other may be used. */
  readonly units?: Readonly<Record<string, UnitSpec>>;
  readonly scales?: Readonly<Record<string, ScaleSpec>>;
  readonly parameters?: Readonly<Record<string, ParameterSpec>>;
  readonly inputs?: Readonly<Record<string, InputSpec>>;
  readonly tables?: Readonly<Record<string, TableSpec>>;
  readonly panels?: Readonly<Record<string, PanelSpec>>;
  readonly curves?: Readonly<Record<string, CurveSpec>>;
  readonly matrices?: Readonly<Record<string, MatrixSpec>>;
  readonly lookups?: Readonly<Record<string, LookupSpec>>;
  readonly indicators: Readonly<Record<string, Indicator>>;
  readonly result: ResultSpec;
  readonly followUp?: Readonly<Record<string, FollowUpSpec>>;
  /** How labels are spread over the rows of a table; reported, never enforced. */
  readonly distributions?: Readonly<Record<string, DistributionSpec>>;
  readonly tests?: readonly PolicyTest[];
}

/** A region, by a code of a named scheme: the schemes collide. */
export interface Region {
  readonly scheme: 'bps' | 'kemendagri';
  readonly code: string;
  readonly name: string;
}

/** Civil days on which the policy holds: from the first, up to but not including the second. */
export interface Effective {
  readonly from: string;
  readonly until?: string;
}

/** Where a rule comes from and how well that is supported. */
export interface Citation {
  readonly text: string;
  readonly support: 'primary' | 'official' | 'unofficial' | 'implementation' | 'interpretation';
  readonly url?: string;
}

/** A unit of numbers: one that counts something, or an exact multiple of such a one. */
export interface UnitSpec {
  readonly title?: Text;
  /** `{ "times": 100, "of": "centimetre" }`: one is so many of another that is no multiple itself. */
  readonly is?: { readonly times: NumberLiteral; readonly of: string };
}

/** A numeric scale is a unit with ends; a label scale lists its labels, worst first. */
export type ScaleSpec = NumericScaleSpec | LabelScaleSpec;

/** A unit with ends; a shortfall counts from `full`. */
export interface NumericScaleSpec {
  readonly worst: NumberLiteral;
  readonly full: NumberLiteral;
  readonly best: NumberLiteral;
  /** Answers on the scale are whole numbers of steps from `worst`. */
  readonly step?: NumberLiteral;
  readonly title?: Text;
}

/** Labels, worst first; the one place that orders them. */
export interface LabelScaleSpec {
  readonly labels: readonly string[];
  /** Titles by label. */
  readonly titles?: Readonly<Record<string, Text>>;
  readonly title?: Text;
}

/** One number, or with `by` one for every label of the class. */
export type ParameterValue = NumberLiteral | Readonly<Record<string, NumberLiteral>>;

/** A number that the policy fixes and a region may turn within `open`. */
export interface ParameterSpec {
  /** A label input whose value chooses among the numbers; each of its labels then has one. */
  readonly by?: string;
  /** The value; exactly one of `is` and `since`. */
  readonly is?: ParameterValue;
  /** Values by the civil day from which each holds. */
  readonly since?: Readonly<Record<string, ParameterValue>>;
  /** Without it the parameter is a ratio. */
  readonly unit?: string;
  /** Bounds within which another policy may set it; without it, it is fixed. */
  readonly open?: OpenBounds;
  readonly title?: Text;
  readonly cite?: string;
}

/** The least and the most that a policy which extends this one may set. */
export interface OpenBounds {
  readonly min: NumberLiteral;
  readonly max: NumberLiteral;
}

/** What a policy that extends another makes of an open parameter. */
export interface SetParameter {
  /** The value; exactly one of `is` and `since`. */
  readonly is?: ParameterValue;
  readonly since?: Readonly<Record<string, ParameterValue>>;
  /** Narrower bounds for policies that extend this one; those of the parent unless given. */
  readonly open?: OpenBounds;
  /** What the value rests on. */
  readonly cite: string;
}

/** The policy that another extends, pinned: the digest is of its document. */
export interface Extends {
  readonly policy: string;
  readonly version: string;
  /** `sha256:` and 64 hexadecimal digits, as `plan.digest` gives it. */
  readonly digest: string;
}

/**
 * A policy that extends another: it sets open parameters within their bounds, fills slots and adds fresh
 * names. Everything else, the result included, is its parent's.
 */
export interface ChildPolicy extends Omit<Policy, 'indicators' | 'result'> {
  readonly extends: Extends;
  readonly set?: Readonly<Record<string, SetParameter>>;
  /** What takes the place of a slot: a verb, and tails that the slot does not have itself. */
  readonly fill?: Readonly<Record<string, Indicator>>;
  readonly indicators?: Readonly<Record<string, Indicator>>;
}

/** What happens when a value is not there; `use` gives a value instead, with its citation. */
export type IfMissing =
  | 'fail'
  | 'pending'
  | 'exclude'
  | { readonly use: number | string | boolean; readonly cite: string };

/** What every input may say, whatever its type. */
interface InputCommon {
  readonly title?: Text;
  /** Where this does not hold, the input does not apply. */
  readonly when?: Rule;
  readonly ifMissing: IfMissing;
  /** For a single input: the value stands in a scorecard, which the evidence gives instead. */
  readonly scorecard?: ScorecardSpec;
  readonly cite?: string;
}

/** A length of time that evidence writes as text; a number in `unit` from there on. */
interface DurationSpec {
  readonly type: 'duration';
  readonly unit: 'second' | 'minute' | 'hour';
  /** How evidence writes it: `7:30` in `h:mm`, `3 d 4 h` in `d h`. */
  readonly pattern: DurationPattern;
  /** The hours that a day of the pattern counts; exactly where the pattern has a `d`. */
  readonly dayHours?: NumberLiteral;
  /** In `unit`. */
  readonly min: NumberLiteral;
  readonly max: NumberLiteral;
  readonly step?: NumberLiteral;
}

/** A single value, or a column of a table. */
export type InputSpec = InputCommon &
  (
    | {
        readonly type: 'decimal';
        readonly unit: string;
        readonly min: NumberLiteral;
        readonly max: NumberLiteral;
        readonly step?: NumberLiteral;
      }
    | {
        readonly type: 'integer';
        readonly unit: string;
        readonly min: NumberLiteral;
        readonly max: NumberLiteral;
      }
    | DurationSpec
    | { readonly type: 'boolean' }
    /** Either its own labels or those of a scale. */
    | { readonly type: 'label'; readonly labels?: readonly string[]; readonly scale?: string }
    | { readonly type: 'date' }
  );

/** Things that happened, a row each; no table is missing, no rows is none happened. */
export interface TableSpec {
  readonly title?: Text;
  /** What a row is, for counts. */
  readonly rowUnit: string;
  /** More rows than this are refused. */
  readonly atMost: number;
  readonly ifMissing: Exclude<IfMissing, object>;
  readonly row: Readonly<Record<string, InputSpec>>;
  /** The rows are members' scorecards, from which every column is read. */
  readonly members?: MembersSpec;
}

/** Answered forms that know who answered. */
export interface PanelSpec {
  readonly title?: Text;
  /** The numeric scale of the answers. */
  readonly answers: string;
  /** Labels by which evidence may give an answer, each with its value on the scale. */
  readonly labels?: Readonly<Record<string, NumberLiteral>>;
  readonly questions: Readonly<Record<string, { readonly title?: Text }>>;
  readonly sources: Readonly<Record<string, PanelSource>>;
  /** What a form is, for counts; `person` unless given. */
  readonly rowUnit?: string;
  /** More forms than this are refused; 10,000 unless given. */
  readonly atMost?: number;
}

/** A group of raters: its share of each question, and what to do when too few answered. */
export interface PanelSource {
  /** Shares sum to exactly 1; one may be `"rest"`. Sources that are left out give theirs to the others. */
  readonly share: NumberLiteral;
  readonly take: 'mean' | 'median';
  /** The least number of answers to a question. */
  readonly atLeast: number;
  readonly ifFewer: 'fail' | 'pending' | 'exclude';
  readonly title?: Text;
  readonly cite?: string;
}

/** What every indicator may say, whatever its verb. The tails apply in this order. */
export interface IndicatorCommon {
  readonly title?: Text;
  /** The unit of a number; exactly one of `unit` and `scale`, neither for a yes/no. */
  readonly unit?: string;
  /** The scale of a label. */
  readonly scale?: string;
  /** The table for each of whose rows there is one value. */
  readonly per?: string;
  /** Where this does not hold, the indicator does not apply. */
  readonly when?: Rule;
  /** Where this does not hold, the value is missing, for the reason given. */
  readonly usable?: { readonly when: Rule; readonly reason: Text };
  readonly adjust?: readonly Adjustment[];
  readonly limits?: readonly Limit[];
  readonly round?: RoundSpec;
  readonly cite?: string;
}

/** A limit on a label: where `when` holds, at most or at least this one. */
export interface Limit {
  readonly id: string;
  readonly when: Rule;
  readonly atMost?: string;
  readonly atLeast?: string;
  readonly reason?: Text;
  readonly cite?: string;
}

/** A rounding, part of the rule: to so many places or to a step. */
export interface RoundSpec {
  readonly places?: number;
  readonly step?: NumberLiteral;
  readonly mode: RoundingMode;
  readonly cite?: string;
  /** `use`: every reader sees the rounded value; `show`: none does. */
  readonly for: 'use' | 'show';
}

/** A named value that the policy computes: one verb, and tails. */
export type Indicator = {
  readonly [Verb in keyof IndicatorSpecs]: IndicatorCommon &
    Readonly<Record<Verb, IndicatorSpecs[Verb]>>;
}[keyof IndicatorSpecs];

/** Which indicators are the outcome; either may be absent. */
export interface ResultSpec {
  /** A number with a `round`. */
  readonly score?: string;
  /** A label. */
  readonly rating?: string;
  /** What shortfalls count from; `full` of the score's scale unless given. */
  readonly baseline?: NumberLiteral;
}

/** A case that the policy carries with it: evidence, and what must come out. */
export interface PolicyTest {
  readonly name: string;
  readonly evidence: JsonObject;
  readonly expect: Expectation;
}

/** One value that a test expects. */
export type ExpectedValue = NumberLiteral | boolean;

/** What a policy's own test expects; what is not named is not compared. */
export interface Expectation {
  readonly status?: 'final' | 'provisional' | 'void';
  /** The rounded score, as a number or text; `null` for none. */
  readonly score?: NumberLiteral | null;
  /** `null` for none. */
  readonly rating?: string | null;
  /** By name: a number, a label, a yes/no, or an absence (`missing`, `pending`, ...); a list, row by row. */
  readonly indicators?: Readonly<Record<string, ExpectedValue | readonly ExpectedValue[]>>;
  /** Codes that must be among the issues. */
  readonly issues?: readonly string[];
}
