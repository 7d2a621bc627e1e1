import { compareExact, type Exact } from '../number/exact.js';
import { compare, divide, type Rational, rational, ZERO } from '../number/rational.js';
import { type Pointer, pointerTo } from '../pointer.js';
import { compileRead } from '../rule/compile.js';
import { evaluateTerm } from '../rule/evaluate.js';
import { slotsOf, type Term } from '../rule/term.js';
import {
  type Absent,
  isAbsent,
  isNumber,
  type Reader,
  type Slot,
  type ValueType,
  worstAbsence,
  applies,
} from '../slot.js';
import { absentHere, type CompileContext, declaredNumber, type Reading } from './contract.js';
import { compileLeaveOut, type LeaveOut } from './leave-out.js';

/** Components named in a list, none of which weighs more than another before it is compared. */
export interface ComponentsSpec {
  readonly of: readonly string[];
  readonly leaveOut?: LeaveOut;
}

/** Compiled components. */
export interface ComponentsNode {
  /** Whether they are labels of one scale, which stand for their positions. */
  readonly areLabels: boolean;
  readonly of: readonly { readonly slot: Slot; readonly value: Term }[];
  readonly leaveOut?: Rational;
}

/** A component that has a value. */
export interface Component {
  readonly slot: Slot;
  readonly value: Exact;
}

/** The components of `spec` in the declared unit, or undefined after a report. */
export const compileComponents = (
  spec: ComponentsSpec,
  pointer: Pointer,
  context: CompileContext,
): ComponentsNode | undefined => {
  const declared = declaredNumber(pointer, context);
  return declared && compileAs(declared, spec, pointer, context);
};

/** The components of `spec` as numbers in the declared unit or labels of the declared scale. */
export const compileOrdered = (
  spec: ComponentsSpec,
  pointer: Pointer,
  context: CompileContext,
): ComponentsNode | undefined => {
  const { declared } = context;
  return declared?.is === 'label' && declared.labels.ordered
    ? compileAs(declared, spec, pointer, context)
    : compileComponents(spec, pointer, context);
};

const compileAs = (
  declared: ValueType,
  spec: ComponentsSpec,
  pointer: Pointer,
  context: CompileContext,
): ComponentsNode | undefined => {
  const of = spec.of.flatMap((name, i) => {
    const at = pointerTo(pointer, 'of', i);
    if (spec.of.indexOf(name) !== i) context.report('name.listed_twice', at, { name });
    const value = compileRead(name, at, context, declared);
    const slot = value && slotsOf(value)[0];
    return value && slot ? [{ slot, value }] : [];
  });
  const leaveOut = compileLeaveOut(spec.leaveOut, pointer, context);
  return of.length === spec.of.length && leaveOut
    ? { areLabels: declared.is === 'label', of, ...leaveOut }
    : undefined;
};

/** The components that count, or why they do not make a whole; with everything that was read. */
type Gathered =
  | { readonly components: readonly Component[]; readonly readings: readonly Reading[] }
  | { readonly cell: Absent; readonly readings: readonly Reading[] };

/** Why the components that are there do not make a whole, or undefined when they do. */
const shortOf = (
  present: number,
  absences: readonly Absent[],
  leaveOut: Rational | undefined,
): Absent | undefined => {
  const applicable = absences.filter(applies);
  if (present === 0 && applicable.length === 0) {
    return worstAbsence(absences) ?? absentHere('not-applicable', 'score.nothing_applies');
  }
  const soft = worstAbsence(applicable);
  if (soft === undefined) return undefined;
  const isHard = soft.absent === 'failed' || soft.absent === 'undecided';
  const share = divide(rational(BigInt(present)), rational(BigInt(present + applicable.length)));
  const isEnough = leaveOut !== undefined && present > 0 && compare(share ?? ZERO, leaveOut) >= 0;
  return isHard || !isEnough ? soft : undefined;
};

/**
 * What counts for one subject: components that do not apply are passed over, those that are missing or
 * pending are left out only within `leaveOut`.
 */
export const gather = (node: ComponentsNode, reader: Reader): Gathered => {
  const components: Component[] = [];
  const absences: Absent[] = [];
  const cells = node.of.map(({ slot, value }) => ({ slot, cell: evaluateTerm(value, reader) }));
  for (const { slot, cell } of cells) {
    if (isNumber(cell)) components.push({ slot, value: cell });
    else if (typeof cell === 'number') components.push({ slot, value: rational(BigInt(cell)) });
    else if (isAbsent(cell)) absences.push(cell);
  }
  const applicable = cells.filter(({ cell }) => applies(cell));
  const share = divide(rational(1n), rational(BigInt(applicable.length))) ?? ZERO;
  const readings = cells.map(
    (each): Reading => ({
      slot: each.slot,
      cell: reader.cell(each.slot),
      ...(reader.row === undefined || each.slot.table === undefined ? {} : { row: reader.row }),
      ...(applicable.includes(each) ? { share } : {}),
    }),
  );
  const short = shortOf(components.length, absences, node.leaveOut);
  return short === undefined ? { components, readings } : { cell: short, readings };
};

/** Components from the greatest down, equal ones as they are listed; undefined when one order is undecided. */
export const descending = (components: readonly Component[]): readonly Component[] | undefined => {
  const undecided: Component[] = [];
  const order = components
    .map((component, position) => ({ component, position }))
    .sort((a, b) => {
      const found = compareExact(b.component.value, a.component.value);
      if (found === undefined) undecided.push(a.component);
      return (found ?? 0) || a.position - b.position;
    });
  return undecided.length === 0 ? order.map(({ component }) => component) : undefined;
};

/** `readings` with the weight that each component got. */
export const withWeights = (
  readings: readonly Reading[],
  weights: ReadonlyMap<Slot, Rational>,
): readonly Reading[] =>
  readings.map((reading) => {
    const weight = weights.get(reading.slot);
    return weight === undefined ? reading : { ...reading, weight };
  });

/** The components' names in one phrase. */
export const namesOf = (node: ComponentsNode): string =>
  node.of.map(({ slot }) => slot.name).join(', ');
