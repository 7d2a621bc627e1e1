import { compare, type Rational } from '../number/rational.js';
import type { RoundingMode } from '../number/round.js';
import { type Pointer, pointerTo } from '../pointer.js';
import { compileCondition } from '../rule/compile.js';
import { labelAt } from '../rule/label.js';
import { numberAt, readLiteral } from '../rule/literal.js';
import type { NumberLiteral, Rule } from '../rule/rule.js';
import type { Term } from '../rule/term.js';
import type { Labels } from '../slot.js';
import type { UnitOrAny } from '../unit.js';
import type { CompileContext } from './contract.js';
import { compareEdges, type Edge } from './edge.js';

/** What a value in a gap between printed ranges gets. */
export type Gaps =
  | 'lower-edge'
  | 'report'
  | { readonly 'round-first': { readonly places: number; readonly mode: RoundingMode } };

/** A condition for a band, and the label given when it does not hold. */
export interface Guard {
  readonly when: Rule;
  readonly else: string;
}

/**
 * Bands: the value read gives a label. A greater value has a better label, or where less is better a worse one
 * throughout.
 */
export interface RateSpec {
  readonly read: string;
  /** The label below every edge. */
  readonly below: string;
  /** Bands that begin at a value, the value included. */
  readonly from?: Readonly<Record<string, NumberLiteral>>;
  /** Bands that begin just above a value. */
  readonly above?: Readonly<Record<string, NumberLiteral>>;
  readonly guards?: Readonly<Record<string, Guard>>;
  /** The ranges as the regulation prints them, both ends included; `null` for an open end. */
  readonly printed?: Readonly<
    Record<string, readonly [NumberLiteral | null, NumberLiteral | null]>
  >;
  /** Required beside `printed`. */
  readonly gaps?: Gaps;
}

/** A range as printed; an end that is not there is open. */
export interface Printed {
  readonly label: number;
  readonly low?: Rational;
  readonly high?: Rational;
}

/** Compiled bands. */
export interface RateNode {
  readonly read: Term;
  readonly labels: Labels;
  readonly below: number;
  /** INVARIANT: edges strictly increase, and labels with them, or labels strictly decrease. */
  readonly bands: readonly { readonly label: number; readonly edge: Edge }[];
  readonly guards: ReadonlyMap<number, { readonly when: Term; readonly else: number }>;
  readonly printed: readonly Printed[];
  readonly gaps?: Gaps;
}

/** A compiler for the parts of one rate that name labels and numbers, each reported at its place. */
const partsOf = (labels: Labels, context: CompileContext, unit: UnitOrAny = 'any') => ({
  label: (name: string, at: Pointer): number | undefined =>
    labelAt(name, labels.names, at, context.report),
  number: (given: NumberLiteral, at: Pointer): Rational | undefined =>
    numberAt(given, at, context.report, unit),
});

const compileBands = (
  spec: RateSpec,
  pointer: Pointer,
  context: CompileContext,
  { labels, unit }: { readonly labels: Labels; readonly unit: UnitOrAny },
) => {
  const parts = partsOf(labels, context, unit);
  const bands: { label: number; edge: Edge }[] = [];
  for (const key of ['from', 'above'] as const) {
    for (const [name, given] of Object.entries(spec[key] ?? {})) {
      const place = pointerTo(pointer, key, name);
      const label = parts.label(name, place);
      const at = parts.number(given, place);
      if (label === undefined || at === undefined) return undefined;
      if (bands.some((band) => band.label === label) || name === spec.below) {
        context.report('rate.two_edges', place, { label: name });
        return undefined;
      }
      bands.push({ label, edge: { at, open: key === 'above' } });
    }
  }
  bands.sort((a, b) => compareEdges(a.edge, b.edge));
  const below = parts.label(spec.below, pointerTo(pointer, 'below'));
  if (below === undefined) return undefined;
  const direction = Math.sign((bands[0]?.label ?? below) - below);
  for (const [i, band] of bands.entries()) {
    const previous = bands[i - 1] ?? { label: below, edge: undefined };
    const isApart = previous.edge === undefined || compareEdges(previous.edge, band.edge) < 0;
    if (isApart && Math.sign(band.label - previous.label) === direction) continue;
    context.report('rate.edge_order', pointer, { label: labels.names[band.label] ?? '' });
    return undefined;
  }
  return { below, bands };
};

const compileGuards = (
  spec: RateSpec,
  pointer: Pointer,
  context: CompileContext,
  labels: Labels,
) => {
  const parts = partsOf(labels, context);
  const given = new Set(
    [spec.below, ...Object.keys({ ...spec.from, ...spec.above })].map((name) =>
      labels.names.indexOf(name),
    ),
  );
  const guards = new Map<number, { readonly when: Term; readonly else: number }>();
  for (const [name, guard] of Object.entries(spec.guards ?? {})) {
    const place = pointerTo(pointer, 'guards', name);
    const label = parts.label(name, place);
    const other = parts.label(guard.else, pointerTo(place, 'else'));
    const when = compileCondition(guard.when, pointerTo(place, 'when'), context);
    if (label === undefined || other === undefined || when === undefined) return undefined;
    if (!given.has(label)) {
      context.report('rate.guard_no_band', place, { label: name });
      return undefined;
    }
    if (other >= label) {
      context.report('rate.guard_upwards', pointerTo(place, 'else'), {
        label: name,
        other: guard.else,
      });
      return undefined;
    }
    guards.set(label, { when, else: other });
  }
  return guards;
};

/**
 * Whether a printed range begins where its band does and ends before the next: at its edge for `from`, past
 * it for `above`; the lowest label's below every edge.
 */
const agrees = (
  spec: RateSpec,
  name: string,
  { low, high }: { readonly low: Rational | undefined; readonly high: Rational | undefined },
): boolean => {
  if (low && high && compare(low, high) > 0) return false;
  const from = spec.from?.[name];
  const above = spec.above?.[name];
  const start = readLiteral(from ?? above ?? '');
  if (start === undefined) return name === spec.below;
  if (low === undefined) return false;
  return from === undefined ? compare(low, start) > 0 : compare(low, start) === 0;
};

const compilePrinted = (
  spec: RateSpec,
  pointer: Pointer,
  context: CompileContext,
  labels: Labels,
): readonly Printed[] | undefined => {
  if ((spec.printed === undefined) !== (spec.gaps === undefined)) {
    context.report('rate.gaps_and_printed', pointer);
    return undefined;
  }
  const parts = partsOf(labels, context);
  const printed: Printed[] = [];
  for (const [name, [from, to]] of Object.entries(spec.printed ?? {})) {
    const place = pointerTo(pointer, 'printed', name);
    const label = parts.label(name, place);
    const low = from === null ? undefined : parts.number(from, pointerTo(place, 0));
    const high = to === null ? undefined : parts.number(to, pointerTo(place, 1));
    if (label === undefined || (from !== null && !low) || (to !== null && !high)) return undefined;
    if (!agrees(spec, name, { low, high })) {
      context.report('rate.printed_edge', place, { label: name });
      return undefined;
    }
    printed.push({ label, ...(low ? { low } : {}), ...(high ? { high } : {}) });
  }
  printed.sort((a, b) => {
    if (a.low === undefined || b.low === undefined) return a.low === b.low ? 0 : a.low ? 1 : -1;
    return compare(a.low, b.low);
  });
  const overlap = printed.find((range, i) => {
    const next = printed[i + 1];
    if (next === undefined) return false;
    return !range.high || !next.low || compare(range.high, next.low) >= 0;
  });
  if (overlap === undefined) return printed;
  context.report('rate.printed_overlap', pointerTo(pointer, 'printed'), {
    label: labels.names[overlap.label] ?? '',
  });
  return undefined;
};

/** The bands, guards and printed ranges of `spec`, or undefined after a report. */
export const compileRate = (
  spec: RateSpec,
  pointer: Pointer,
  context: CompileContext,
  { labels, unit }: { readonly labels: Labels; readonly unit: UnitOrAny },
): Omit<RateNode, 'read'> | undefined => {
  const bands = compileBands(spec, pointer, context, { labels, unit });
  const guards = compileGuards(spec, pointer, context, labels);
  const printed = compilePrinted(spec, pointer, context, labels);
  if (!bands || !guards || !printed) return undefined;
  const gaps = spec.gaps === undefined ? {} : { gaps: spec.gaps };
  return { labels, ...bands, guards, printed, ...gaps };
};
