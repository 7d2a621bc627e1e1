import { SIZE_BITS } from '../number/size.js';
import { equal, type Rational } from '../number/rational.js';
import type { Slot } from '../slot.js';
import {
  type Build,
  type Column,
  type Details,
  type FastRemark,
  NOWHERE,
  type TieDraft,
  type Value,
  valueAt,
} from './build.js';
import { constantSpan, nearestDouble } from './constant.js';
import { type Instruction, OP, type Op } from './program.js';
import type { Refusal } from './refusal.js';
import { type Span, wholeSpan } from './span.js';

/** More steps from what is rational than exact arithmetic goes along with. */
const DEEPEST = 30;

/** Something to say of subjects whose two values differ. */
export interface DraftRemark {
  readonly a: Value;
  readonly b: Value;
  readonly remarkFor: (a: number, b: number) => FastRemark;
}

/** A plan in doubles while it grows. */
export interface Draft {
  readonly build: Build;
  /** What every slot holds, and what every column is. */
  readonly values: Map<number, Value>;
  readonly columns: Map<number, Column>;
  readonly instructions: readonly Instruction[];
  readonly constants: readonly { readonly place: number; readonly value: number }[];
  readonly ties: readonly TieDraft[];
  readonly remarks: readonly DraftRemark[];
  /** The first reason why doubles will not do. */
  readonly refused: () => Refusal | undefined;
  readonly mustHold: (value: Value) => void;
  /** Places that hold a number only where every value that must hold one does. */
  readonly checks: () => readonly number[];
  /** A place that nothing has yet. */
  readonly newPlace: () => number;
  readonly places: () => number;
  readonly computed: () => number;
  readonly bound: () => number;
}

/** Where operations go: to the subject's, or to those of a row. */
interface Frame {
  readonly instructions: Instruction[];
  readonly row?: {
    readonly table: number;
    readonly loads: Map<number, { readonly column: Column; readonly value: Value }>;
  };
}

const NONE: readonly number[] = [];
const NO_DETAILS: Details = {};

/** An operation with every detail that is not given left empty: all have one shape. */
const instructionOf = (
  op: Op,
  reads: readonly Value[],
  out: number,
  details: Details,
): Instruction => ({
  op,
  reads: reads.map(({ place }) => place),
  out,
  x: details.x ?? 0,
  y: details.y ?? 0,
  z: details.z ?? 0,
  k: details.k ?? 0,
  n: details.n ?? 0,
  codes: details.codes ?? NONE,
  numbers: details.numbers ?? NONE,
  ties: details.ties ?? NONE,
  each: undefined,
});

/** An empty draft for tables of at most so many rows. */
export const makeDraft = (atMost: (table: number) => number): Draft => {
  const main: Frame = { instructions: [] };
  const constants: { readonly place: number; readonly value: number }[] = [];
  /** By their doubles, which few have in common. */
  const known = new Map<number, Value[]>();
  const ties: TieDraft[] = [];
  const remarks: DraftRemark[] = [];
  /** Places whose number is computed only from numbers. */
  const strict = new Set<number>();
  const needed = new Set<number>();
  const values = new Map<number, Value>();
  const columns = new Map<number, Column>();
  const refusals: Refusal[] = [];
  const size = { places: 0, computed: 0, bound: 0 };
  const newPlace = (): number => size.places++;

  const constant = (value: Rational): Value => {
    const double = nearestDouble(value);
    const alike = known.get(double);
    const held = alike?.find(({ exact }) => exact !== undefined && equal(exact, value));
    if (held !== undefined) return held;
    const made: Value = { ...valueAt(newPlace(), constantSpan(value).span), exact: value, double };
    constants.push({ place: made.place, value: double });
    if (alike === undefined) known.set(double, [made]);
    else alike.push(made);
    return made;
  };

  const hold = (value: number, span: Span): Value => {
    const made = valueAt(newPlace(), span);
    constants.push({ place: made.place, value });
    return made;
  };
  let nothing: Value | undefined;
  let unbounded: Value | undefined;

  const refuse = (why: Refusal): Value => {
    refusals.push(why);
    return NOWHERE;
  };

  const buildIn = (frame: Frame): Build => {
    const emit: Build['emit'] = (op, reads, span, details = NO_DETAILS) => {
      if (!(span.bits < SIZE_BITS / 2)) refuse('digits');
      if (span.depth > DEEPEST) refuse('bound');
      const out = newPlace();
      frame.instructions.push(instructionOf(op, reads, out, details));
      if (details.isLenient !== true && frame === main) strict.add(out);
      return valueAt(out, span);
    };

    const readColumn = (slot: Slot): Value => {
      const { row } = frame;
      const column = columns.get(slot.index);
      if (row === undefined || column === undefined || column.table !== row.table)
        return refuse('form');
      const loaded = row.loads.get(slot.index);
      if (loaded !== undefined) return loaded.value;
      const value = valueAt(newPlace(), column.span);
      row.loads.set(slot.index, { column, value });
      return value;
    };

    const each: Build['each'] = (table, compute) => {
      if (frame.row !== undefined) return undefined;
      const row: Frame = { instructions: [], row: { table, loads: new Map() } };
      const result = compute(buildIn(row));
      const column = size.computed++;
      const loads = [...(row.row?.loads.values() ?? [])];
      const out = newPlace();
      needed.add(out);
      const read = [result.place, ...row.instructions.flatMap(({ reads }) => reads)];
      const after = loads.flatMap(({ column: { after: filled } }) => filled ?? []);
      frame.instructions.push({
        ...instructionOf(OP.each, [], out, NO_DETAILS),
        reads: [...new Set([...read, ...after])],
        each: {
          table,
          loads: loads.map(({ column: of, value }) => ({ column: of.source, place: value.place })),
          instructions: row.instructions,
          result: result.place,
          column,
        },
      });
      return { table, source: { computed: column }, span: result.span, after: out };
    };

    return {
      emit,
      constant,
      whole: (value) => constant({ n: BigInt(value), d: 1n }),
      nothing: () => (nothing ??= hold(NaN, wholeSpan(0, 0))),
      unbounded: () => (unbounded ??= hold(Infinity, wholeSpan(Infinity, Infinity))),
      read: (slot) => {
        if (slot.table !== undefined) return readColumn(slot);
        const value = values.get(slot.index);
        if (value === undefined) return refuse('form');
        return value;
      },
      refuse,
      remark: (a, b, remarkFor) => {
        if (frame.row === undefined) remarks.push({ a, b, remarkFor });
        else refuse('form');
      },
      tie: (tie) => ties.push(tie) - 1,
      decide: (share) => {
        size.bound = Math.max(size.bound, share);
      },
      each,
      column: (slot) => (frame.row === undefined ? columns.get(slot.index) : undefined),
      atMost,
    };
  };

  /**
   * A place need not be looked at where one that is looked at is computed from its number whatever the evidence: not in
   * a branch that may not be taken, nor at rows of which there may be none.
   */
  const checks = (): readonly number[] => {
    const held = new Set<number>();
    const found: number[] = [];
    for (const { out, reads } of [...main.instructions].reverse()) {
      if (needed.has(out) && !held.has(out)) {
        found.push(out);
        held.add(out);
      }
      if (held.has(out) && strict.has(out)) for (const place of reads) held.add(place);
    }
    return [...found, ...[...needed].filter((place) => !held.has(place))];
  };

  return {
    build: buildIn(main),
    values,
    columns,
    instructions: main.instructions,
    constants,
    ties,
    remarks,
    refused: () => refusals[0],
    mustHold: ({ place }) => {
      needed.add(place);
    },
    checks,
    newPlace,
    places: () => size.places,
    computed: () => size.computed,
    bound: () => size.bound,
  };
};
