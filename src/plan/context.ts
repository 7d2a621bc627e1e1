import type { CompileContext } from '../indicator/contract.js';
import { compileCurve, type Curve } from '../indicator/named-curve.js';
import { compileMatrix, type Matrix } from '../indicator/named-matrix.js';
import { type Pointer, pointerTo } from '../pointer.js';
import type { Policy } from '../policy/policy.js';
import type { Scope } from '../rule/scope.js';
import type { Reader, Slot, ValueType } from '../slot.js';
import { nearest } from '../suggest.js';
import { labelScale, type Scales, unitAt } from './scales.js';
import type { Symbols } from './symbols.js';

type Report = Scope['report'];

/** Makes the context that one indicator, or one rule, is compiled against. */
export interface Contexts {
  readonly context: (declared: ValueType | undefined, table?: number) => CompileContext;
  /** Names, curves and matrices that were read. */
  readonly used: ReadonlySet<string>;
  /** Panels of whose forms single answers were read, by position. */
  readonly formsRead: ReadonlySet<number>;
}

/** The curves of a policy, compiled once. */
const declareCurves = (
  policy: Policy,
  report: Report,
  scope: Scope,
): ReadonlyMap<string, Curve | undefined> => {
  const curves = new Map<string, Curve | undefined>();
  for (const [name, spec] of Object.entries(policy.curves ?? {})) {
    const pointer = pointerTo('/curves', name);
    const from = unitAt(spec.from, pointerTo(pointer, 'from'), report);
    const to = unitAt(spec.to, pointerTo(pointer, 'to'), report);
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
  const used = new Set<string>();
  const formsRead = new Set<number>();

  const find = (name: string, table: number | undefined): Slot | undefined =>
    (table === undefined ? undefined : symbols.forms.get(table)?.get(name)) ??
    symbols.names.get(name);

  const resolveIn =
    (table: number | undefined) =>
    (name: string, pointer: Pointer): Slot | undefined => {
      const slot = find(name, table);
      if (slot === undefined) {
        report('name.unknown', pointer, { name, ...nearest(name, [...symbols.names.keys()]) });
        return undefined;
      }
      used.add(slot.pointer);
      if (slot.table !== undefined) formsRead.add(slot.table);
      if (slot.table === undefined || slot.table === table) return slot;
      report(table === undefined ? 'name.needs_row' : 'name.other_table', pointer, { name });
      return undefined;
    };

  const scope: Scope = { resolve: resolveIn(undefined), report };
  const curves = declareCurves(policy, report, scope);
  const matrices = declareMatrices(policy, scales, report, scope);

  const context = (declared: ValueType | undefined, table?: number): CompileContext => ({
    declared,
    ...(table === undefined ? {} : { table }),
    resolve: resolveIn(table),
    report,
    moments,
    scaleOf: scales.scaleOf,
    curve: (name, pointer) => {
      if (!curves.has(name))
        report('name.unknown_curve', pointer, { name, ...nearest(name, [...curves.keys()]) });
      used.add(pointerTo('/curves', name));
      return curves.get(name);
    },
    matrix: (name, pointer) => {
      if (!matrices.has(name)) {
        report('name.unknown_matrix', pointer, { name, ...nearest(name, [...matrices.keys()]) });
      }
      used.add(pointerTo('/matrices', name));
      return matrices.get(name);
    },
    tableScope: (name, pointer) => {
      const position = symbols.tables.findIndex((each) => each.name === name);
      const found = symbols.tables[position];
      if (found === undefined) {
        const known = symbols.tables.map((each) => each.name);
        report('name.unknown_table', pointer, { name, ...nearest(name, known) });
        return undefined;
      }
      used.add(found.pointer);
      return { table: position, rowUnit: found.rowUnit, context: context(declared, position) };
    },
  });
  return { context, used, formsRead };
};
