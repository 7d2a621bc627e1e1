import { SIZE_BITS } from '../number/size.js';
import type { Rational } from '../number/rational.js';
import type { Slot } from '../slot.js';
import { type Build, type Column, type FastRemark, NOWHERE, type Tie, type Value } from './build.js';
import { type Instruction, OP } from './program.js';
import { constantSpan, wholeSpan } from './span.js';

/** More steps from what is rational than exact arithmetic goes along with. */
const DEEPEST = 30;

/** A plan in doubles while it grows. */
export interface Draft {
  readonly build: Build;
  /** What every slot holds, and what every column is. */
  readonly values: Map<number, Value>;
  readonly columns: Map<number, Column>;
  readonly instructions: readonly Instruction[];
  readonly constants: readonly { readonly place: number; readonly value: number }[];
  readonly ties: readonly Tie[];
  readonly remarks: readonly { readonly code: Value; readonly remarkFor: (code: number) => FastRemark }[];
  /** The first reason why doubles will not do. */
  readonly refused: () => string | undefined;
  /** Places that no other number is computed from. */
  readonly isUnread: (place: number) => boolean;
  /** Places that must hold a number whatever is read. */
  readonly checks: readonly number[];
  readonly mustHold: (value: Value) => void;
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
  /** The highest level read. */
  level: number;
}

/** An empty draft for tables of at most so many rows. */
export const makeDraft = (atMost: (table: number) => number): Draft => {
  const main: Frame = { instructions: [], level: 0 };
  const constants: { readonly place: number; readonly value: number }[] = [];
  const known = new Map<string, Value>();
  const ties: Tie[] = [];
  const remarks: { readonly code: Value; readonly remarkFor: (code: number) => FastRemark }[] = [];
  const needed = new Set<number>();
  const checks: number[] = [];
  const values = new Map<number, Value>();
  const columns = new Map<number, Column>();
  const refusals: string[] = [];
  const size = { places: 0, computed: 0, bound: 0 };
  const newPlace = (): number => size.places++;

  const constant = (value: Rational): Value => {
    const key = `${value.n.toString()}/${value.d.toString()}`;
    const held = known.get(key);
    if (held !== undefined) return held;
    const { double, span } = constantSpan(value);
    const made: Value = { place: newPlace(), span, level: 0, exact: value, double };
    constants.push({ place: made.place, value: double });
    known.set(key, made);
    return made;
  };

  const refuse = (why: string): Value => {
    refusals.push(why);
    return NOWHERE;
  };

  const buildIn = (frame: Frame): Build => {
    const emit: Build['emit'] = (op, reads, span, details = {}) => {
      const { isLenient, ...rest } = details;
      if (!(span.bits < SIZE_BITS / 2)) refuse('a fraction of too many digits');
      if (span.depth > DEEPEST) refuse('too many steps after a root or a logarithm');
      const level = 1 + Math.max(0, ...reads.map((each) => each.level));
      frame.level = Math.max(frame.level, level);
      const [a = 0, b = 0, c = 0] = reads.map(({ place }) => place);
      const out = newPlace();
      const plain = { op, level, out, a, b, c, x: 0, y: 0, z: 0, list: [], numbers: [] };
      frame.instructions.push({ ...plain, ...rest });
      if (isLenient !== true) for (const { place } of reads) needed.add(place);
      return { place: out, span, level };
    };

    const readColumn = (slot: Slot): Value => {
      const { row } = frame;
      const column = columns.get(slot.index);
      if (row === undefined || column === undefined || column.table !== row.table)
        return refuse(`the column \`${slot.name}\` outside of its rows`);
      const loaded = row.loads.get(slot.index);
      if (loaded !== undefined) return loaded.value;
      frame.level = Math.max(frame.level, column.level);
      const value: Value = { place: newPlace(), span: column.span, level: 0 };
      row.loads.set(slot.index, { column, value });
      return value;
    };

    const each: Build['each'] = (table, compute) => {
      if (frame.row !== undefined) return undefined;
      const row: Frame = { instructions: [], row: { table, loads: new Map() }, level: 0 };
      const result = compute(buildIn(row));
      const column = size.computed++;
      const loads = [...(row.row?.loads.values() ?? [])];
      const level = 1 + Math.max(row.level, result.level);
      const out = newPlace();
      checks.push(out);
      frame.level = Math.max(frame.level, level);
      frame.instructions.push({
        op: OP.each,
        level,
        out,
        a: 0,
        b: 0,
        c: 0,
        x: 0,
        y: 0,
        z: 0,
        list: [],
        numbers: [],
        each: {
          table,
          loads: loads.map(({ column: of, value }) => ({ column: of.source, place: value.place })),
          instructions: row.instructions,
          result: result.place,
          column,
        },
      });
      return { table, source: { computed: column }, span: result.span, level };
    };

    return {
      emit,
      constant,
      whole: (value) => constant({ n: BigInt(value), d: 1n }),
      nothing: () => {
        const held = known.get('');
        if (held !== undefined) return held;
        const made: Value = { place: newPlace(), span: wholeSpan(0, 0), level: 0 };
        constants.push({ place: made.place, value: NaN });
        known.set('', made);
        return made;
      },
      read: (slot) => {
        if (slot.table !== undefined) return readColumn(slot);
        const value = values.get(slot.index);
        if (value === undefined) return refuse(`\`${slot.name}\``);
        frame.level = Math.max(frame.level, value.level);
        return value;
      },
      refuse,
      remark: (code, remarkFor) => {
        if (frame.row === undefined) remarks.push({ code, remarkFor });
        else refuse('a remark on a row');
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

  return {
    build: buildIn(main),
    values,
    columns,
    instructions: main.instructions,
    constants,
    ties,
    remarks,
    refused: () => refusals[0],
    isUnread: (place) => !needed.has(place),
    checks,
    mustHold: ({ place }) => {
      checks.push(place);
    },
    newPlace,
    places: () => size.places,
    computed: () => size.computed,
    bound: () => size.bound,
  };
};
