import type { Day } from '../day.js';
import type { Numbers } from '../fast/memory.js';
import type { Issue } from '../issue.js';
import type { Json } from '../json.js';
import type { Rational } from '../number/rational.js';
import type { Pointer } from '../pointer.js';
import type { Cell } from '../slot.js';

/**
 * What is known of one subject, as the host application hands it in.
 *
 * A number may be a JSON number of at most 15 significant digits or a decimal text. `null`, or a name
 * that is not there, is a value that is missing.
 */
export interface EvidenceDocument {
  /** The host's own identifier of the subject; not read by any rule. */
  readonly subject?: string;
  /** The civil day at which dated parameters are read; the latest date in the evidence unless given. */
  readonly asOf?: string;
  readonly values?: Readonly<Record<string, EvidenceValue | Observation>>;
  readonly tables?: Readonly<
    Record<string, EvidenceTable<EvidenceValue | Observation> | TableTotals | null>
  >;
  readonly panels?: Readonly<Record<string, EvidenceTable | PanelTotals | null>>;
}

/** A number, a decimal text, a duration, a label, a date `YYYY-MM-DD`, a yes/no, or nothing. */
export type EvidenceValue = number | string | boolean | null;

/** Where a value comes from; it has provenance when `by` or `record` is there. */
export interface Provenance {
  /** The civil day of which it tells; one of the evidence's dates. */
  readonly at?: string;
  /** Who recorded it. */
  readonly by?: string;
  /** The record in which it stands. */
  readonly record?: string;
}

/** A value with where it comes from. */
export interface Observation extends Provenance {
  readonly value: EvidenceValue;
}

/** Rows: with their column names once, or as objects. */
export type EvidenceTable<Value = EvidenceValue> =
  | { readonly columns: readonly string[]; readonly rows: readonly (readonly Value[])[] }
  | readonly Readonly<Record<string, Value>>[];

/** A table of which only totals are known; accepted where nothing but means, sums and counts are read. */
export interface TableTotals {
  readonly totals: RowTotals;
}

/** Rows, or the answers of one source, added up. */
export interface RowTotals {
  /** How many rows or forms. */
  readonly count: number;
  /** The sum of the values by column, or of the answers by question. */
  readonly sums: Readonly<Record<string, number | string>>;
  /** How many have a value, where not all do. */
  readonly answered?: Readonly<Record<string, number>>;
}

/** What is known of a subject whose policy reads scorecards: those of members, or that of a unit. */
export interface EvidenceWithScorecards extends Omit<EvidenceDocument, 'values' | 'tables'> {
  readonly values?: Readonly<Record<string, EvidenceValue | GivenScorecard>>;
  readonly tables?: Readonly<Record<string, EvidenceTable | EvidenceMembers | null>>;
}

/** The rows of a table of members: one scorecard each. */
export interface EvidenceMembers {
  readonly scorecards: readonly GivenScorecard[];
}

/** A scorecard as `evaluate` gave it; what is not read of it may be left out. */
export interface GivenScorecard {
  readonly format: 'timbang/scorecard/1';
  readonly policy: { readonly id: string; readonly digest: string };
}

/** A panel of which only totals are known; accepted where nothing but means and counts are read. */
export interface PanelTotals {
  /** By source. */
  readonly totals: Readonly<Record<string, RowTotals>>;
}

/** Evidence that fits a plan: every value judged, none assumed. */
export interface Evidence {
  /** The digest of the policy it was read for. */
  readonly policyDigest: string;
  /** The order of the plan's slots, by which values are placed. */
  readonly layoutKey: string;
  /** What was given, as JSON. */
  readonly document: Json;
  readonly subject?: string;
  readonly asOf?: Day;
  /** The earliest and latest date among date inputs and columns, and the days of observations. */
  readonly dates?: { readonly first: Day; readonly last: Day };
  /** What was well typed and yet does not count: out of bounds, off its step. */
  readonly issues: readonly Issue[];
  /** Everything that the plan reads, in doubles; not there where anything is absent or wants exact arithmetic. */
  readonly numbers?: Numbers;
  /** Everything that the plan reads, exactly; read again from the document where it is not there. */
  readonly cells?: EvidenceCells;
}

/** Everything that a plan reads of one subject, exactly. */
export interface EvidenceCells {
  /** By position of the input in the plan; undefined where there is none that counts. */
  readonly values: readonly (Cell | undefined)[];
  /** By position of the input: where its value comes from; nothing at all where no value says. */
  readonly provenance?: ReadonlyMap<number, Provenance>;
  /** By position of the table in the plan; undefined where it is not there. */
  readonly tables: readonly (TableEvidence | undefined)[];
  /** Positions of the slots whose values come from provisional scorecards. */
  readonly provisional: readonly number[];
}

/** Evidence with its exact cells. */
export interface ExactEvidence extends Evidence {
  readonly cells: EvidenceCells;
}

/** The rows of a table or panel. */
export interface TableEvidence {
  readonly rows: number;
  /** Where a value stands in the document that was given. */
  readonly pointer: (row: number, key: string) => Pointer;
  /** By position of the column, then row. */
  readonly columns: readonly (readonly (Cell | undefined)[])[];
  /** By row, of a table of members: whose scorecard it is, and whether that stands. */
  readonly members?: readonly MemberIdentity[];
  /** By position of the column, then row: where a value comes from; nothing at all where none says. */
  readonly provenance?: ReadonlyMap<number, ReadonlyMap<number, Provenance>>;
  /** By row: the position of the source that answered. */
  readonly sources?: readonly number[];
  /** By row: whether the form names its rater; nothing at all where none does. */
  readonly named?: readonly boolean[];
  /** When only totals are known: of a table alone, of a panel by position of the source. */
  readonly totals?: readonly Sums[];
}

/** Whose a scorecard is, and whether it stands. */
export interface MemberIdentity {
  readonly subject?: string;
  readonly status: 'final' | 'provisional' | 'void';
}

/** What rows come to, by position of the column or question. */
export interface Sums {
  readonly count: number;
  readonly sums: readonly Rational[];
  readonly answered: readonly number[];
}
