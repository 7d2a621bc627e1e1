import { dividePositive, type Enclosure, negateEnclosure, rescale } from './enclosure.js';
import {
  encloseLogForm,
  type LogForm,
  negateLogForm,
  ratioOfLogForms,
  scaleLogForm,
  sumLogForms,
} from './log-form.js';
import { divide, ONE, type Rational } from './rational.js';
import { refine } from './refine.js';

/** A log form that is positive; the lower end of its enclosures is so too. */
export interface Divisor {
  readonly form: LogForm;
  readonly enclose: (bits: number) => Enclosure;
}

/**
 * over / under, or `over` alone: logarithms to any base. It is rational only when `over` is a rational multiple of `under`,
 * which `ratioOfLogForms` decides.
 */
export interface LogQuotient {
  readonly over: LogForm;
  readonly under: Divisor | undefined;
}

/** The divisor of a form that `apart` shows to be positive. */
function divisor(form: LogForm, apart: Enclosure): Divisor {
  const enclose = (bits: number): Enclosure => {
    const fine = encloseLogForm(form, bits);
    return fine.lo > 0n ? fine : apart;
  };
  return { form, enclose };
}

/** The same value over another divisor; undefined when they have no rational ratio. */
function overDivisor({ over, under }: LogQuotient, wanted: Divisor): LogForm | undefined {
  if (under === wanted) return over;
  if (under === undefined) {
    return over.powers.length === 0 ? scaleLogForm(wanted.form, over.constant) : undefined;
  }
  const ratio = ratioOfLogForms(wanted.form, under.form);
  return ratio === undefined ? undefined : scaleLogForm(over, ratio);
}

/**
 * The sum of quotients over divisors in a rational ratio, rationals among them.
 *
 * a/u + b/(r u) = (a + b/r) / u, c = c u / u
 * @returns undefined when it is no such sum, or beyond LOG_FORM_BITS
 * Source: definition; `sumLogForms`
 */
export function sumLogQuotients(quotients: readonly LogQuotient[]): LogQuotient | undefined {
  const under = quotients.find((each) => each.under !== undefined)?.under;
  const overs: LogForm[] = [];
  for (const each of quotients) {
    const over = under === undefined ? each.over : overDivisor(each, under);
    if (over === undefined) return undefined;
    overs.push(over);
  }
  const over = sumLogForms(overs);
  return over && { over, under };
}

/** A rational times a quotient; undefined beyond LOG_FORM_BITS. */
function scaleLogQuotient(quotient: LogQuotient, factor: Rational): LogQuotient | undefined {
  const over = scaleLogForm(quotient.over, factor);
  return over && { over, under: quotient.under };
}

/**
 * -quotient.
 *
 * Source: definition
 */
export function negateLogQuotient({ over, under }: LogQuotient): LogQuotient {
  return { over: negateLogForm(over), under };
}

/** a * b when the logarithm of b cancels against the divisor of a, or a is rational above at most one divisor; undefined otherwise. */
function multiplyInto(a: LogQuotient, b: LogQuotient): LogQuotient | undefined {
  const ratio = a.under && ratioOfLogForms(b.over, a.under.form);
  if (ratio !== undefined) return scaleLogQuotient({ over: a.over, under: b.under }, ratio);
  if (a.over.powers.length > 0 || (a.under && b.under)) return undefined;
  return scaleLogQuotient({ over: b.over, under: a.under ?? b.under }, a.over.constant);
}

/**
 * a * b when it is again such a quotient: (ln a / ln b) ln b = ln a.
 *
 * @returns undefined when it is not, or beyond LOG_FORM_BITS
 * Source: definition; `ratioOfLogForms`
 */
export function multiplyLogQuotients(a: LogQuotient, b: LogQuotient): LogQuotient | undefined {
  return multiplyInto(a, b) ?? multiplyInto(b, a);
}

/**
 * 1 / quotient.
 *
 * @param quotient - not zero
 * @returns undefined when its sign is undecided at BIT_LIMIT
 * Source: definition
 */
export function invertLogQuotient({ over, under }: LogQuotient): LogQuotient | undefined {
  const one = under?.form ?? { constant: ONE, powers: [] };
  const reciprocal = over.powers.length === 0 ? divide(ONE, over.constant) : undefined;
  if (reciprocal !== undefined)
    return scaleLogQuotient({ over: one, under: undefined }, reciprocal);
  const apart = refine((bits) => {
    const enclosure = encloseLogForm(over, bits);
    return enclosure.lo > 0n || enclosure.hi < 0n ? enclosure : undefined;
  });
  if (apart === undefined) return undefined;
  if (apart.lo > 0n) return { over: one, under: divisor(over, apart) };
  return {
    over: negateLogForm(one),
    under: divisor(negateLogForm(over), negateEnclosure(apart)),
  };
}

/**
 * Encloses the quotient; a few ulps of 2^-bits wide relative to the ends of its parts.
 *
 * Source: `encloseLogForm`; `dividePositive`
 */
export function encloseLogQuotient({ over, under }: LogQuotient, bits: number): Enclosure {
  const above = encloseLogForm(over, bits);
  return under === undefined ? above : rescale(dividePositive(above, under.enclose(bits)), bits);
}
