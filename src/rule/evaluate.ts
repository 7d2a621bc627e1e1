import { isTooLarge } from '../number/size.js';
import { type Cell, isAbsent, isNumber, type Reader } from '../slot.js';
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
  for (const each of term.of) operands.push(evaluateTerm(each, reader));
  const cell = term.operator.exact(operands);
  if (isNumber(cell) && isTooLarge(cell)) {
    return { absent: 'undecided', cause: { pointer: term.pointer, code: 'number.too_large' } };
  }
  if (!isAbsent(cell) || cell.cause.pointer !== '') return cell;
  return { absent: cell.absent, cause: { ...cell.cause, pointer: term.pointer } };
};
