import type { Exact } from '../number/exact.js';
import {
  add,
  compare,
  divide,
  equal,
  type Rational,
  type Shares,
  sign,
  ZERO,
} from '../number/rational.js';
import { evaluateTerm } from '../rule/evaluate.js';
import {
  type Absent,
  applies,
  type Cell,
  isAbsent,
  isNumber,
  type Reader,
  worstAbsence,
} from '../slot.js';
import { absentHere, type Derived, type Reading, readingsOf, readingsOnce } from './contract.js';
import {
  type FixedPart,
  type FixedSet,
  type WeightedNode,
  type WeightedPart,
  weightsAt,
} from './weights.js';

const NO_READINGS: readonly Reading[] = [];

/** The parameters that weights are made of. */
const parametersOf = (parts: readonly WeightedPart[], reader: Reader): readonly Reading[] =>
  readingsOnce(
    parts.flatMap(({ weight }) => (weight === undefined ? [] : [weight])),
    reader,
  );

/** The components that count for one subject, with the weights actually used; these sum to 1. */
interface Weighed {
  readonly values: readonly { readonly value: Exact; readonly weight: Rational }[];
  /** The weights of `values` over one divisor, where they are the same for everyone. */
  readonly shares?: Shares;
  readonly derived: Explained;
}

/** What was read, and the label that chose the weights. */
type Explained = Pick<Derived, 'readings' | 'chose'>;

/** The value that components come to. */
export const withCell = ({ readings, chose }: Explained, cell: Cell): Derived =>
  chose === undefined ? { cell, readings } : { cell, readings, chose };

/** Why the components that are there do not carry the whole, or undefined when they do. */
const shortOf = (
  present: Rational,
  applicable: Rational,
  cells: readonly Absent[],
  leaveOut: Rational | undefined,
): Absent | undefined => {
  const hard = worstAbsence(
    cells.filter((cell) => cell.absent === 'failed' || cell.absent === 'undecided'),
  );
  if (hard !== undefined) return hard;
  if (sign(applicable) === 0)
    return worstAbsence(cells) ?? absentHere('not-applicable', 'score.nothing_applies');
  if (equal(present, applicable)) return undefined;
  const soft = worstAbsence(cells.filter(applies));
  const share = divide(present, applicable) ?? ZERO;
  if (leaveOut === undefined || sign(present) === 0 || compare(share, leaveOut) < 0) return soft;
  return undefined;
};

/** A component that counts, with the weight it was given. */
interface Counted extends FixedPart {
  readonly cell: Cell;
}

/** What was read of a component, with the weight actually used and its share of what applies. */
const readingAt = (
  { slot }: WeightedPart,
  weight: Rational,
  share: Rational | undefined,
  reader: Reader,
): Reading => {
  const { row } = reader;
  const cell = reader.cell(slot);
  const reading = share === undefined ? { slot, cell, weight } : { slot, cell, weight, share };
  return row === undefined || slot.table === undefined ? reading : { ...reading, row };
};

/** What was read of components of which every one has a value. */
const wholeReadings = (counted: readonly FixedPart[], reader: Reader): readonly Reading[] =>
  reader.isLean === true
    ? NO_READINGS
    : counted.map(({ part, weight }) => readingAt(part, weight, weight, reader));

/** The values with their fixed weights; undefined when one has no value. */
const wholeValues = ({ parts }: FixedSet, reader: Reader): Weighed['values'] | undefined => {
  const values: { readonly value: Exact; readonly weight: Rational }[] = [];
  for (const { part, weight } of parts) {
    const value = evaluateTerm(part.value, reader);
    if (!isNumber(value)) return undefined;
    values.push({ value, weight });
  }
  return values;
};

/** What components come to of which one or more have no value, or whose weights are parameters. */
const weighParts = (
  counted: readonly Counted[],
  leaveOut: Rational | undefined,
  reader: Reader,
): Omit<Weighed, 'derived'> & {
  readonly readings: readonly Reading[];
  readonly short?: Absent;
} => {
  let applicable = ZERO;
  let present = ZERO;
  const absences: Absent[] = [];
  for (const { weight, cell } of counted) {
    if (isNumber(cell)) present = add(present, weight);
    else if (isAbsent(cell)) absences.push(cell);
    if (applies(cell)) applicable = add(applicable, weight);
  }
  const short = shortOf(present, applicable, absences, leaveOut);
  const used = (each: Counted): Rational =>
    short === undefined && isNumber(each.cell) ? (divide(each.weight, present) ?? ZERO) : ZERO;
  const shareOf = ({ cell, weight }: Counted): Rational | undefined =>
    applies(cell) ? (divide(weight, applicable) ?? ZERO) : undefined;
  const readings =
    reader.isLean === true
      ? []
      : counted.map((each) => readingAt(each.part, used(each), shareOf(each), reader));
  if (short !== undefined) return { values: [], readings, short };
  const values = counted.flatMap((each) =>
    isNumber(each.cell) ? [{ value: each.cell, weight: used(each) }] : [],
  );
  return { values, readings };
};

/**
 * What counts for one subject. A component that does not apply gives its weight to the others; one
 * that is missing or pending does so only within `leaveOut`.
 */
export const weigh = (
  node: WeightedNode,
  reader: Reader,
): Weighed | (Derived & { cell: Absent }) => {
  const label = node.by === undefined ? 0 : reader.cell(node.by);
  const byReading = node.by === undefined ? NO_READINGS : readingsOf([node.by], reader);
  if (typeof label === 'object' && isAbsent(label)) return { cell: label, readings: byReading };
  const position = typeof label === 'number' ? label : -1;
  const chosen =
    node.by?.type.is === 'label' && typeof label === 'number'
      ? (node.by.type.labels.names[label] ?? '')
      : undefined;
  const fixed = node.fixed[position];
  const whole = fixed && wholeValues(fixed, reader);
  if (fixed !== undefined && whole !== undefined) {
    const readings = wholeReadings(fixed.parts, reader);
    const all = byReading.length === 0 ? readings : [...byReading, ...readings];
    const derived = chosen === undefined ? { readings: all } : { readings: all, chose: chosen };
    return { values: whole, shares: fixed.shares, derived };
  }
  const parts = node.sets[position] ?? [];
  const at = weightsAt(parts, reader);
  if ('absent' in at) return { cell: at, readings: byReading };
  const counted = parts
    .map((part, i) => ({
      part,
      weight: at.weights[i] ?? ZERO,
      cell: evaluateTerm(part.value, reader),
    }))
    .filter(({ weight }) => sign(weight) > 0);
  const { values, readings, short } = weighParts(counted, node.leaveOut, reader);
  const all = [...byReading, ...readings, ...parametersOf(parts, reader)];
  const derived = { readings: all, ...(chosen === undefined ? {} : { chose: chosen }) };
  return short === undefined ? { values, derived } : { ...derived, cell: short };
};
