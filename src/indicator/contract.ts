import type { ZodMiniType } from 'zod/mini';
import type { Build, Value } from '../fast/build.js';
import type { IssueCode, Text, Params } from '../issue.js';
import type { JsonObject } from '../json.js';
import { type Exact, type Irrational, isRational, nearestRational } from '../number/exact.js';
import type { Rational } from '../number/rational.js';
import type { Pointer } from '../pointer.js';
import type { Scope } from '../rule/scope.js';
import { slotsOf, type Term } from '../rule/term.js';
import type { Absent, Cell, Labels, Reader, Slot, ValueType } from '../slot.js';
import type { UnitOrAny } from '../unit.js';
import type { Curve } from './named-curve.js';
import type { Lookup } from './named-lookup.js';
import type { Matrix } from './named-matrix.js';

/** A numeric scale: a unit with ends. */
export interface NumericScale {
  readonly name: string;
  readonly worst: Rational;
  /** The value that leaves no shortfall. */
  readonly full: Rational;
  readonly best: Rational;
  readonly step?: Rational;
}

/** A table or a panel, from inside: the names that its rows have. */
export interface TableScope {
  /** Position in the plan. */
  readonly table: number;
  readonly rowUnit: UnitOrAny;
  readonly context: CompileContext;
  /** The same, for what reads no more of a column than its sum and how many values there are. */
  readonly totals: CompileContext;
}

/** What an indicator is compiled against. */
export interface CompileContext extends Scope {
  /** What the indicator says it is: a number in its `unit`, a label of its `scale`, or neither. */
  readonly declared: ValueType | undefined;
  /** The table whose rows the indicator has one value for. */
  readonly table?: number | undefined;
  /** The numeric scale whose name `unit` is. */
  readonly scaleOf: (unit: UnitOrAny) => NumericScale | undefined;
  readonly curve: (name: string, pointer: Pointer) => Curve | undefined;
  readonly matrix: (name: string, pointer: Pointer) => Matrix | undefined;
  readonly lookup: (name: string, pointer: Pointer) => Lookup | undefined;
  readonly tableScope: (name: string, pointer: Pointer) => TableScope | undefined;
  /** One reader for each date from which parameters differ; a term of parameters is constant in each. */
  readonly moments: readonly Reader[];
}

/** What a kind makes of one indicator of a policy. */
export interface Compiled<Node> {
  readonly node: Node;
  readonly type: ValueType;
}

/** A bound on the work of one evaluation. */
export interface KindCost {
  /** Operations and reads of values; of one row, where it goes through a table. */
  readonly operations: number;
  /** The table whose rows it goes through. */
  readonly table?: number;
}

/** One indicator of a group of the same kind. */
export interface Member<Node> {
  readonly node: Node;
  readonly slot: Slot;
}

/** One value that went into another, for the trace and for reasons. */
export interface Reading {
  readonly slot: Slot;
  /** The row it was read at, inside a table. */
  readonly row?: number;
  readonly cell: Cell;
  /** The weight or coefficient actually used. */
  readonly weight?: Rational;
  /** How many values were added up to it, where only their sum is known. */
  readonly count?: number;
  /** The part it has in the whole before anything is left out; for the share that rests on evidence. */
  readonly share?: Rational;
}

/** Something a kind noticed while it computed a value. */
export interface Remark {
  readonly code: IssueCode;
  readonly params?: Params;
}

/** `printed-gap`: the value rated lies between two ranges as the regulation prints them. */
export type Mark = 'printed-gap';

/** The value a kind derived, with what an auditor sees of how. */
export interface Derived {
  readonly cell: Cell;
  /** Everything that was read; may be left out where the reader says that nobody asks. */
  readonly readings: readonly Reading[];
  /** The case, band, label or component that was decisive. */
  readonly chose?: string;
  /** Citations of the case or the named table that was decisive. */
  readonly cites?: readonly string[];
  /** What is out of the ordinary about the value, for whoever reads the scorecard. */
  readonly mark?: Mark;
  readonly remarks?: readonly Remark[];
}

/** What of a cohort is frozen for one indicator: `ends`, `moments` or every distinct value. */
export type FrozenPart = 'ends' | 'moments' | 'values';

/** What an indicator compares its subject with. */
export interface Freeze {
  /** The single number whose values over a cohort are frozen. */
  readonly read: Slot;
  readonly part: FrozenPart;
}

/** The constants of a cohort for one indicator; each of the parts is there when the kind asked for it. */
export interface Frozen {
  /** How many members have a value. */
  readonly count: number;
  /** The least and the greatest value; undefined when nobody has one. */
  readonly ends?: { readonly min: Rational; readonly max: Rational };
  /** Mean, and sum of squared deviations from it; undefined when nobody has a value or they outgrew their bound. */
  readonly moments?: { readonly mean: Rational; readonly squares: Rational };
  /** Distinct values, least first, with how many members have each and how many have less. */
  readonly values?: readonly {
    readonly value: Rational;
    readonly count: number;
    readonly below: number;
  }[];
}

/** A run of one subject through a plan, as a kind sees it. */
export interface ExactRun {
  /** Has the value of `member` computed: once, or once for each row of its table. */
  readonly derive: (member: Member<unknown>, compute: (reader: Reader) => Derived) => void;
  /** What the cohort of this run has frozen for the indicator of `slot`; undefined without a cohort. */
  readonly frozen: (slot: Slot) => Frozen | undefined;
}

/** Evaluates a whole group for one subject. */
export type ExactProgram = (run: ExactRun) => void;

/** Where a part of a shortfall comes from. */
export type Contribution =
  | {
      /** `factor * (baseline - value of slot)`; the part explains itself further. */
      readonly to: 'part';
      readonly slot: Slot;
      readonly row?: number;
      readonly factor: Rational;
      readonly baseline: Rational;
    }
  | {
      /** An amount that the indicator itself accounts for. */
      readonly to: 'own';
      readonly amount: Rational;
    };

/** What a shortfall is explained from. */
export interface Shortfall {
  readonly derived: Derived;
  /** The value that would leave no shortfall. */
  readonly baseline: Rational;
  /** The value derived, before adjustments; an irrational at 30 places. */
  readonly value: Rational;
  /** The indicator's own unit; parts in another unit of time are brought to it. */
  readonly unit: UnitOrAny;
  /** The numeric scale of a slot's unit. */
  readonly scaleOf: (unit: UnitOrAny) => NumericScale | undefined;
}

/** A law that every example of a kind is tested for, on evidence drawn from its inputs. */
export type IndicatorLaw =
  /** Any evidence gives a value or an absence with a cause. */
  | 'total'
  /** Never below the least nor above the greatest component. */
  | 'internal'
  /** Raising a component never lowers the value. */
  | 'increasing'
  /** Equal components give that value. */
  | 'idempotent'
  /** The order in which names or rows are written does not matter. */
  | 'order-blind'
  /** The contributions to the shortfall sum to it exactly. */
  | 'attributed'
  /** Never outside the ends that the example declares. */
  | 'bounded';

/** A small use of a kind that is compiled, evaluated, documented and tested. */
export interface KindExample {
  readonly title: Text;
  /** Parts of a policy that the indicator stands in: scales, inputs, tables, other indicators. */
  readonly policy: JsonObject;
  /** The indicator itself, verb and tails. */
  readonly indicator: JsonObject;
  readonly evidence: JsonObject;
  /** Evidence of the members of the cohort, for a kind that freezes one. */
  readonly cohort?: readonly JsonObject[];
  /** What it gives: exact text, a label, `true`, `false` or an absence. */
  readonly gives: string;
  /** Laws that hold for this example besides those of the kind. */
  readonly laws?: readonly IndicatorLaw[];
}

/**
 * A kind of indicator: one verb of the policy language, complete in one record.
 *
 * `exact` serves a group: all indicators of the kind on one level of the plan, over slots. `fast` stands beside it:
 * the same value in doubles, with a bound that is proved while it is built.
 */
export interface IndicatorKind<Spec = unknown, Node = unknown> {
  /** The key under which a policy uses it. */
  readonly name: string;
  /** Raised whenever the same policy and evidence could give another value. */
  readonly version: number;
  /** What it computes, for the reference tables. */
  readonly summary: Text;
  /** The formula or rule, and where it was published. */
  readonly source: string;
  /** The names that `spec` reads, for ordering; at least all that `compile` resolves. */
  readonly reads: (spec: Spec) => readonly string[];
  /** Citations inside `spec`, with where below it they stand. */
  readonly cites?: (spec: Spec) => readonly (readonly [cite: string, below: Pointer])[];
  /** The indicator over slots, or undefined after a report. */
  readonly compile: (
    spec: Spec,
    pointer: Pointer,
    context: CompileContext,
  ) => Compiled<Node> | undefined;
  /** What one evaluation costs at most; the number of names read unless given. */
  readonly cost?: (node: Node) => KindCost;
  readonly exact: (members: readonly Member<Node>[]) => ExactProgram;
  /**
   * The same in doubles, for subjects of whom nothing that it reads is absent: the place that will hold the value, with
   * a bound on its error. What it emits becomes nodes that hold their results, one after another in that order. A policy
   * with a kind without it is computed exactly alone.
   */
  readonly fast?: (node: Node, build: Build) => Value;
  /** What of a cohort an indicator needs; only for kinds that compare a subject with others. */
  readonly freezes?: (node: Node) => Freeze;
  /** Parts of `baseline - value` that sum to it exactly; the indicator itself when not given. */
  readonly attribute?: (node: Node, shortfall: Shortfall) => readonly Contribution[];
  /** What an indicator of this kind does, as a sentence for an officer. */
  readonly describe: (node: Node, language: keyof Text) => string;
  readonly laws: readonly IndicatorLaw[];
}

/** A kind whose members are computed one after another, each from its own readings. */
export const eachMember =
  <Node>(compute: (node: Node, reader: Reader) => Derived) =>
  (members: readonly Member<Node>[]): ExactProgram => {
    const computes = members.map((member) => ({
      member,
      compute: (reader: Reader) => compute(member.node, reader),
    }));
    return (run) => {
      for (const each of computes) run.derive(each.member, each.compute);
    };
  };

/** The number type that the indicator declares, or undefined after a report. */
export const declaredNumber = (
  pointer: Pointer,
  context: CompileContext,
): (ValueType & { readonly is: 'number' }) | undefined => {
  if (context.declared?.is === 'number') return context.declared;
  context.report('indicator.needs_unit', pointer);
  return undefined;
};

/** The labels that the indicator declares, or undefined after a report. */
export const declaredLabels = (pointer: Pointer, context: CompileContext): Labels | undefined => {
  if (context.declared?.is === 'label') return context.declared.labels;
  context.report('indicator.needs_scale', pointer);
  return undefined;
};

const NO_READINGS: readonly Reading[] = [];

/** What `slots` hold, as readings. */
export const readingsOf = (slots: readonly Slot[], reader: Reader): readonly Reading[] => {
  return slots.map((slot) => readingOf(slot, reader));
};

const readingOf = (slot: Slot, reader: Reader): Reading => {
  const { row } = reader;
  const cell = reader.cell(slot);
  return row === undefined || slot.table === undefined ? { slot, cell } : { slot, cell, row };
};

/** What each of `terms` read, as readings that only explain a value: none where nobody asks for them. */
export const readingsIn = (terms: readonly Term[], reader: Reader): readonly Reading[] => {
  if (reader.isLean === true) return NO_READINGS;
  const readings: Reading[] = [];
  for (const term of terms) {
    if (term.is === 'read') readings.push(readingOf(term.slot, reader));
    else for (const slot of slotsOf(term)) readings.push(readingOf(slot, reader));
  }
  return readings;
};

/** As `readingsIn`, every slot once. */
export const readingsOnce = (terms: readonly Term[], reader: Reader): readonly Reading[] =>
  reader.isLean === true || terms.length === 0
    ? NO_READINGS
    : readingsOf([...new Set(terms.flatMap(slotsOf))], reader);

/** An absence that begins in the indicator itself. */
export const absentHere = (absent: Absent['absent'], code: IssueCode): Absent => ({
  absent,
  cause: { pointer: '', code },
});

/** How precisely an irrational value is shown in reasons: 30 places, far below any declared place. */
const REASON_PLACES = 30;

/** A pure cache: a reason goes by values that others go by too. */
const shown = new WeakMap<Irrational, Rational>();

/** The value itself, or an irrational's rounding at 30 places. */
export const asRational = (value: Exact): Rational => {
  if (isRational(value)) return value;
  const kept = shown.get(value);
  if (kept !== undefined) return kept;
  const nearest = nearestRational(value, REASON_PLACES);
  shown.set(value, nearest);
  return nearest;
};

/** A kind of the library's own, whose bodies are read by a schema. */
export interface LibraryKind<Spec = unknown, Node = unknown> extends IndicatorKind<Spec, Node> {
  /** Built at first use. */
  readonly schema: () => ZodMiniType<Spec>;
}

/** A kind of the library's own, checked against its own types and then stored among others. */
export const libraryKind = <Spec, Node>(kind: LibraryKind<Spec, Node>): LibraryKind =>
  // The one cast of the registry: a kind only ever receives the specs its own schema accepted and
  // the nodes its own `compile` returned.
  kind as unknown as LibraryKind;
