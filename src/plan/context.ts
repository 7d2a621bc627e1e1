import type { CompileContext } from '../indicator/contract.js';
import { compileCurve, type Curve } from '../indicator/named-curve.js';
import {
  compileLookup,
  type Lookup,
  type LookupKey,
  type LookupSpec,
} from '../indicator/named-lookup.js';
import { compileMatrix, type Matrix } from '../indicator/named-matrix.js';
import { type Pointer, pointerTo } from '../pointer.js';
import type { Policy } from '../policy/policy.js';
import type { Scope } from '../rule/scope.js';
import type { Reader, Slot, ValueType } from '../slot.js';
import { nearest } from '../suggest.js';
import { labelScale, type Scales } from './scales.js';
import type { Symbols } from './symbols.js';

type Report = Scope['report'];

const UNKNOWN = {
  curves: 'name.unknown_curve',
  matrices: 'name.unknown_matrix',
  lookups: 'name.unknown_lookup',
} as const;

/** Makes the context that one indicator, or one rule, is compiled against. */
export interface Contexts {
  readonly context: (declared: ValueType | undefined, table?: number) => CompileContext;
  /** Slots that were read, by position. */
  readonly read: ReadonlySet<number>;
  /** Curves, matrices and lookups that were read, by pointer. */
  readonly named: ReadonlySet<Pointer>;
  /** Tables and panels of which single rows were read, by position. */
  readonly rowsRead: ReadonlySet<number>;
  /** Columns, by slot, of which means and sums were read. */
  readonly totalled: ReadonlySet<number>;
}

/** The curves of a policy, compiled once. */
const declareCurves = (policy: Policy, scope: Scope): ReadonlyMap<string, Curve | undefined> => {
  const curves = new Map<string, Curve | undefined>();
  for (const [name, spec] of Object.entries(policy.curves ?? {})) {
    const pointer = pointerTo('/curves', name);
    const from = scope.unit(spec.from, pointerTo(pointer, 'from'));
    const to = scope.unit(spec.to, pointerTo(pointer, 'to'));
    curves.set(name, from && to && compileCurve(spec, { name, pointer, from, to }, scope));
  }
  return curves;
};

const declareMatrices = (
  policy: Policy,
  scales: Scales,
  report: Report,
  scope: Scope,
): ReadonlyMap<string, Matrix | undefined> => {
  const matrices = new Map<string, Matrix | undefined>();
  for (const [name, spec] of Object.entries(policy.matrices ?? {})) {
    const pointer = pointerTo('/matrices', name);
    const rows = labelScale(spec.rows, pointerTo(pointer, 'rows'), scales, report);
    const columns = labelScale(spec.columns, pointerTo(pointer, 'columns'), scales, report);
    const gives = labelScale(spec.gives, pointerTo(pointer, 'gives'), scales, report);
    const place = rows && columns && gives && { name, pointer, rows, columns, gives };
    matrices.set(name, place && compileMatrix(spec, place, scope));
  }
  return matrices;
};

const declareLookups = (
  policy: Policy,
  scales: Scales,
  report: Report,
  scope: Scope,
): ReadonlyMap<string, Lookup | undefined> => {
  const lookups = new Map<string, Lookup | undefined>();
  for (const [name, spec] of Object.entries(policy.lookups ?? {})) {
    const pointer = pointerTo('/lookups', name);
    const keys = spec.keys.flatMap(
      (key, i) => keyOf(key, pointerTo(pointer, 'keys', i), scales, report) ?? [],
    );
    const gives = givesOf(spec, pointer, scales, report);
    const place = gives && keys.length === spec.keys.length && { name, pointer, keys, gives };
    lookups.set(name, place ? compileLookup(spec, place, scope) : undefined);
  }
  return lookups;
};

/** A key of a lookup, or undefined after a report. */
const keyOf = (
  key: LookupSpec['keys'][number],
  pointer: Pointer,
  scales: Scales,
  report: Report,
): LookupKey | undefined => {
  if (typeof key === 'string') {
    const labels = labelScale(key, pointer, scales, report);
    return labels && { is: 'label', labels };
  }
  const unit = scales.unit(key.unit, pointerTo(pointer, 'unit'));
  return unit && { is: 'number', unit, match: key.match };
};

/** The type of what a lookup gives, or undefined after a report. */
const givesOf = (
  spec: LookupSpec,
  pointer: Pointer,
  scales: Scales,
  report: Report,
): ValueType | undefined => {
  if ((spec.unit === undefined) === (spec.scale === undefined)) {
    report('lookup.unit_or_scale', pointer);
    return undefined;
  }
  if (spec.unit !== undefined) {
    const unit = scales.unit(spec.unit, pointerTo(pointer, 'unit'));
    return unit && { is: 'number', unit };
  }
  const labels = labelScale(spec.scale ?? '', pointerTo(pointer, 'scale'), scales, report);
  return labels && { is: 'label', labels };
};

/**
 * The contexts of a policy: what each indicator may read, from where it stands.
 *
 * Issues: `name.*`, `curve.*`
 */
export const makeContexts = (
  policy: Policy,
  scales: Scales,
  symbols: Symbols,
  parts: { readonly moments: readonly Reader[]; readonly report: Report },
): Contexts => {
  const { report, moments } = parts;
  const read = new Set<number>();
  const named = new Set<Pointer>();
  const rowsRead = new Set<number>();
  const totalled = new Set<number>();

  const slotOf = (name: string, table: number | undefined): Slot | undefined =>
    (table === undefined ? undefined : symbols.forms.get(table)?.get(name)) ??
    symbols.names.get(name);

  const noteRow = (slot: Slot): void => {
    if (slot.table !== undefined) rowsRead.add(slot.table);
  };

  const resolveIn =
    (table: number | undefined, note = noteRow) =>
    (name: string, pointer: Pointer): Slot | undefined => {
      const slot = slotOf(name, table);
      if (slot === undefined) {
        report('name.unknown', pointer, { name, ...nearest(name, [...symbols.names.keys()]) });
        return undefined;
      }
      read.add(slot.index);
      note(slot);
      if (slot.table === undefined || slot.table === table) return slot;
      report(table === undefined ? 'name.needs_row' : 'name.other_table', pointer, { name });
      return undefined;
    };

  const { unit } = scales;
  const resolve = resolveIn(undefined);
  const scope: Scope = { resolve, report, unit };
  const curves = declareCurves(policy, scope);
  const matrices = declareMatrices(policy, scales, report, scope);
  const lookups = declareLookups(policy, scales, report, scope);

  const find = <T>(
    declaredOnes: ReadonlyMap<string, T | undefined>,
    family: 'curves' | 'matrices' | 'lookups',
    name: string,
    pointer: Pointer,
  ): T | undefined => {
    if (!declaredOnes.has(name)) {
      report(UNKNOWN[family], pointer, { name, ...nearest(name, [...declaredOnes.keys()]) });
    }
    named.add(pointerTo(`/${family}`, name));
    return declaredOnes.get(name);
  };
  const curve: CompileContext['curve'] = (name, pointer) => find(curves, 'curves', name, pointer);
  const matrix: CompileContext['matrix'] = (name, pointer) =>
    find(matrices, 'matrices', name, pointer);
  const lookup: CompileContext['lookup'] = (name, pointer) =>
    find(lookups, 'lookups', name, pointer);

  const context = (declared: ValueType | undefined, table?: number): CompileContext => ({
    declared,
    table,
    resolve: table === undefined ? resolve : resolveIn(table),
    report,
    unit,
    moments,
    scaleOf: scales.scaleOf,
    curve,
    matrix,
    lookup,
    tableScope: (name, pointer) => {
      const position = symbols.tables.findIndex((each) => each.name === name);
      const found = symbols.tables[position];
      if (found === undefined) {
        const known = symbols.tables.map((each) => each.name);
        report('name.unknown_table', pointer, { name, ...nearest(name, known) });
        return undefined;
      }
      const inside = context(declared, position);
      const noteTotal = (slot: Slot): void => {
        totalled.add(slot.index);
      };
      // Answers are totalled by source, so that rows of a panel are always read one by one.
      const isTable = found.panel === undefined;
      const totals = isTable ? { ...inside, resolve: resolveIn(position, noteTotal) } : inside;
      return { table: position, rowUnit: found.rowUnit, context: inside, totals };
    },
  });
  return { context, read, named, rowsRead, totalled };
};
