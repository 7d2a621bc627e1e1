import type { Build, Value } from '../fast/build.js';
import { isRational } from '../number/exact.js';
import { isAbsent } from '../slot.js';
import type { Term } from './term.js';

/** A constant cell in doubles. */
const literalOf = (term: Term & { readonly is: 'literal' }, build: Build): Value => {
  const { cell } = term;
  if (typeof cell === 'boolean') return build.whole(Number(cell));
  if (typeof cell === 'number') return build.whole(cell);
  if (isAbsent(cell) || !isRational(cell)) return build.refuse('form');
  return build.constant(cell);
};

/**
 * A compiled rule in doubles, for the subject or the row that `build` stands at. Truths are 1 and 0, labels their
 * positions, dates their days.
 */
export const doubleOf = (term: Term, build: Build): Value => {
  if (term.is === 'literal') return literalOf(term, build);
  if (term.is === 'read') return build.read(term.slot);
  const { fast } = term.operator;
  if (fast === undefined) return build.refuse('form');
  return fast(
    term.of.map((each) => doubleOf(each, build)),
    build,
  );
};
