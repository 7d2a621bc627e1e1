import { addEnclosures, type Enclosure, encloseRational, negateEnclosure } from './enclosure.js';
import { ratioOfLogForms } from './log-form.js';
import { encloseLogQuotient, type LogQuotient, negateLogQuotient } from './log-quotient.js';
import { foldTerm, type Power, type Term } from './power.js';
import { encloseTerms } from './radical.js';
import { multiply, negate, type Rational, sign, ZERO } from './rational.js';
import { refine } from './refine.js';

/**
 * A real number known by enclosures as narrow as one asks for. `enclose(bits)` depends on `bits` alone.
 *
 * - `powers`: the value is their product (and positive);
 * - `terms`: the value is their sum, in the normal form of `collectTerms`, and so certainly irrational;
 * - `log`: the value is a rational and a logarithm, or a quotient of such, and certainly irrational;
 * - `exponent`: the value is exp of it (and positive).
 * Without any, the value may be rational without our knowing; `addends` then says that it was made by adding.
 */
export interface Irrational {
  readonly enclose: (bits: number) => Enclosure;
  readonly powers?: readonly Power[];
  readonly terms?: readonly Term[];
  readonly log?: LogQuotient;
  readonly exponent?: Exact;
  readonly addends?: Addends;
  /** How many values, each made from the one before, lie between this and what is known by a normal form. */
  readonly depth: number;
}

/** The summands of a sum that has no normal form, last first: a list, so that a long sum is not a deep one. */
export interface Addends {
  readonly value: Exact;
  readonly rest: Addends | undefined;
}

/** A number of the score path: a fraction, or a real number that enclosures decide. */
export type Exact = Rational | Irrational;

/** Whether x is known as a fraction. Source: definition of the union. */
export function isRational(x: Exact): x is Rational {
  return 'n' in x;
}

/** See `Irrational`; 0 for what is known by itself. */
function depthOf(x: Exact): number {
  return isRational(x) ? 0 : x.depth;
}

/** Enclosures by the bits that they were asked at, the last first: a list, because most values are asked at one or two. */
interface Kept {
  readonly bits: number;
  readonly enclosure: Enclosure;
  readonly rest: Kept | undefined;
}

/**
 * An irrational that computes each precision once; a pure cache, since `enclose` is a function of `bits`.
 *
 * @param of - the values that its enclosure is made from
 */
export function irrational(
  enclose: (bits: number) => Enclosure,
  of: readonly Exact[] = [],
): Irrational {
  let known: Kept | undefined;
  return {
    depth: of.length === 0 ? 0 : 1 + Math.max(...of.map(depthOf)),
    enclose: (bits) => {
      for (let each = known; each !== undefined; each = each.rest)
        if (each.bits === bits) return each.enclosure;
      const enclosure = enclose(bits);
      known = { bits, enclosure, rest: known };
      return enclosure;
    },
  };
}

/** The value of a collected sum. */
export function fromTerms(terms: readonly Term[]): Exact {
  const [first, second] = terms;
  if (first === undefined) return ZERO;
  if (second === undefined && first.powers.length === 0) return first.coefficient;
  const { enclose, depth } = irrational((bits) => encloseTerms(terms, bits));
  const isProduct = second === undefined && first.coefficient.n > 0n;
  return isProduct ? { enclose, depth, terms, powers: foldTerm(first) } : { enclose, depth, terms };
}

/** The value of a quotient of log forms: a fraction whenever it is rational. */
export function fromLogs(quotient: LogQuotient): Exact {
  const { over, under } = quotient;
  if (over.powers.length === 0 && under === undefined) return over.constant;
  const ratio = under && ratioOfLogForms(over, under.form);
  if (ratio !== undefined) return ratio;
  return { ...irrational((bits) => encloseLogQuotient(quotient, bits)), log: quotient };
}

export function logsOf(x: Exact): LogQuotient | undefined {
  return isRational(x) ? { over: { constant: x, powers: [] }, under: undefined } : x.log;
}

export function termsOf(x: Exact): readonly Term[] | undefined {
  if (!isRational(x)) return x.terms;
  return x.n === 0n ? [] : [{ coefficient: x, powers: [] }];
}

export function encloseExact(x: Exact, bits: number): Enclosure {
  return isRational(x) ? encloseRational(x, bits) : x.enclose(bits);
}

/** The first enclosure that leaves zero out. */
export function awayFromZero(x: Exact): Enclosure | undefined {
  return refine((bits) => {
    const enclosure = encloseExact(x, bits);
    return enclosure.lo > 0n || enclosure.hi < 0n ? enclosure : undefined;
  });
}

/** Sign of x; undefined when undecided. Terms of one sign need no enclosure, however small they are, nor does exp. */
export function signExact(x: Exact): -1 | 0 | 1 | undefined {
  if (isRational(x)) return sign(x);
  if (x.exponent !== undefined) return 1;
  const [first, ...others] = (x.terms ?? []).map(({ coefficient }) => sign(coefficient));
  if (first !== undefined && others.every((other) => other === first)) return first;
  const enclosure = awayFromZero(x);
  if (enclosure === undefined) return undefined;
  return enclosure.lo > 0n ? 1 : -1;
}

/** The sum of values that have no normal form together; grows the list of one of them that is such a sum already. */
export function addOpaque(values: readonly Exact[]): Irrational {
  const at = values.findIndex((value) => !isRational(value) && value.addends !== undefined);
  const first = values[at];
  let addends = first === undefined || isRational(first) ? undefined : first.addends;
  for (const [i, value] of values.entries()) {
    if (i !== at) addends = { value, rest: addends };
  }
  const all = addends;
  const sum = irrational((bits) => {
    let total = encloseRational(ZERO, bits);
    for (let each = all; each !== undefined; each = each.rest) {
      total = addEnclosures(total, encloseExact(each.value, bits));
    }
    return total;
  });
  const others = values.filter((_, i) => i !== at).map(depthOf);
  const depth = Math.max(first === undefined ? 0 : depthOf(first), 1 + Math.max(0, ...others));
  return all === undefined ? sum : { ...sum, addends: all, depth };
}

/**
 * -x.
 *
 * Source: definition
 */
export function negateExact(x: Exact): Exact {
  if (isRational(x)) return negate(x);
  if (x.terms !== undefined) return fromTerms(scaleTerms(x.terms, { n: -1n, d: 1n }));
  if (x.log !== undefined) return fromLogs(negateLogQuotient(x.log));
  return irrational((bits) => negateEnclosure(x.enclose(bits)), [x]);
}

export function scaleTerms(terms: readonly Term[], factor: Rational): readonly Term[] {
  return terms.map(({ coefficient, powers }) => ({
    coefficient: multiply(coefficient, factor),
    powers,
  }));
}
