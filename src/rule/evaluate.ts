import { isTooLarge } from '../number/size.js';
import { type Absent, type Cell, isAbsent, isNumber, type Reader, worstAbsence } from '../slot.js';
import type { Term } from './term.js';

/**
 * The exact value of a compiled rule for the subject, or the row, that `reader` stands at.
 *
 * An absence that arises in the rule itself (a division by zero) is given the rule's own place.
 */
export const evaluateTerm = (term: Term, reader: Reader): Cell => {
  if (term.is === 'literal') return term.cell;
  if (term.is === 'read') return reader.cell(term.slot);
  const operands: Cell[] = [];
  const { decisive } = term.operator;
  for (const each of term.of) {
    const operand = evaluateTerm(each, reader);
    if (operand === decisive) return operand;
    operands.push(operand);
  }
  const cell = term.operator.exact(operands);
  if (isNumber(cell) && isTooLarge(cell)) {
    return { absent: 'undecided', cause: { pointer: term.pointer, code: 'number.too_large' } };
  }
  if (!isAbsent(cell) || cell.cause.pointer !== '') return cell;
  return { absent: cell.absent, cause: { ...cell.cause, pointer: term.pointer } };
};

/** The worst absence among the values of `terms`; undefined when every one has a value. */
export const worstOf = (terms: readonly Term[], reader: Reader): Absent | undefined =>
  worstAbsence(terms.map((term) => evaluateTerm(term, reader)));
