import type { Exact } from '../number/exact.js';
import { add, compare, divide, equal, type Rational, sign, ZERO } from '../number/rational.js';
import { evaluateTerm } from '../rule/evaluate.js';
import { slotsOf } from '../rule/term.js';
import { type Absent, isAbsent, isNumber, type Reader, worstAbsence, applies } from '../slot.js';
import { absentHere, type Derived, type Reading, readingsOf } from './contract.js';
import { type WeightedNode, type WeightedPart, weightsAt } from './weights.js';

/** The parameters that weights are made of. */
const parametersOf = (parts: readonly WeightedPart[], reader: Reader): readonly Reading[] => {
  const slots = parts.flatMap((part) => (part.weight === undefined ? [] : slotsOf(part.weight)));
  return readingsOf([...new Set(slots)], reader);
};

/** The components that count for one subject, with the weights actually used; these sum to 1. */
interface Weighed {
  readonly values: readonly { readonly value: Exact; readonly weight: Rational }[];
  readonly derived: Omit<Derived, 'cell'>;
}

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

/**
 * What counts for one subject. A component that does not apply gives its weight to the others; one
 * that is missing or pending does so only within `leaveOut`.
 */
export const weigh = (
  node: WeightedNode,
  reader: Reader,
): Weighed | (Derived & { cell: Absent }) => {
  const label = node.by === undefined ? 0 : reader.cell(node.by);
  const byReading = node.by === undefined ? [] : readingsOf([node.by], reader);
  if (typeof label === 'object' && isAbsent(label)) return { cell: label, readings: byReading };
  const parts = (typeof label === 'number' ? node.sets[label] : undefined) ?? [];
  const at = weightsAt(parts, reader);
  if ('absent' in at) return { cell: at, readings: byReading };
  const { weights } = at;
  const counted = parts
    .map((part, i) => ({
      part,
      weight: weights[i] ?? ZERO,
      cell: evaluateTerm(part.value, reader),
    }))
    .filter(({ weight }) => sign(weight) > 0);
  let applicable = ZERO;
  let present = ZERO;
  const absences: Absent[] = [];
  for (const { weight, cell } of counted) {
    if (isNumber(cell)) present = add(present, weight);
    else if (isAbsent(cell)) absences.push(cell);
    if (applies(cell)) applicable = add(applicable, weight);
  }
  const short = shortOf(present, applicable, absences, node.leaveOut);
  const row = reader.row;
  const readings = counted.map(
    ({ part, weight, cell }): Reading => ({
      slot: part.slot,
      cell: reader.cell(part.slot),
      weight: short === undefined && isNumber(cell) ? (divide(weight, present) ?? ZERO) : ZERO,
      ...(applies(cell) ? { share: divide(weight, applicable) ?? ZERO } : {}),
      ...(row === undefined || part.slot.table === undefined ? {} : { row }),
    }),
  );
  const derived = {
    readings: [...byReading, ...readings, ...parametersOf(parts, reader)],
    ...(node.by?.type.is === 'label' && typeof label === 'number'
      ? { chose: node.by.type.labels.names[label] ?? '' }
      : {}),
  };
  if (short !== undefined) return { ...derived, cell: short };
  const values = counted.flatMap(({ weight, cell }) =>
    isNumber(cell) ? [{ value: cell, weight: divide(weight, present) ?? ZERO }] : [],
  );
  return { values, derived };
};
