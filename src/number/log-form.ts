import { bitLength } from './bits.js';
import { addEnclosures, type Enclosure, encloseRational, rescale } from './enclosure.js';
import { coprimePowers, invertPowers, type Power, takeOut } from './power.js';
import { encloseLogProduct, logParts } from './radical.js';
import {
  add,
  divide,
  equal,
  multiply,
  negate,
  ONE,
  type Rational,
  rational,
  ZERO,
} from './rational.js';

/**
 * constant + ln(product of powers). INVARIANT: bases are pairwise coprime and exponents not zero, so the product is 1 only
 * without powers.
 *
 * The value is rational only without powers: were it a rational c, exp(c - constant) would be the algebraic product, hence c - constant
 * be 0 and the product 1. It is 0 only when empty.
 * Source: Lindemann (1882): exp of an algebraic number other than 0 is transcendental; Baker, Transcendental Number Theory, theorem 1.4
 */
export interface LogForm {
  readonly constant: Rational;
  readonly powers: readonly Power[];
}

/**
 * Bits that the integers of a log form may have in all: some sixty logarithms of numbers of fifteen digits. Beyond them a value is
 * known by its enclosure alone. They are as many as refinement goes to: a form of b bits is not expected within
 * 2^-b of zero, so a sign is found.
 *
 * Source: Lang and Waldschmidt's conjecture on linear forms in logarithms (Lang, Elliptic Curves: Diophantine Analysis, 1978)
 */
export const LOG_FORM_BITS = 4096;

function rationalBits({ n, d }: Rational): number {
  return bitLength(n) + bitLength(d);
}

const EMPTY: LogForm = { constant: ZERO, powers: [] };

function longer(a: LogForm, b: LogForm): LogForm {
  return b.powers.length > a.powers.length ? b : a;
}

/** The form itself, or undefined when it has outgrown LOG_FORM_BITS. */
function within(form: LogForm): LogForm | undefined {
  let bits = rationalBits(form.constant);
  for (const { base, exponent } of form.powers) bits += bitLength(base) + rationalBits(exponent);
  return bits > LOG_FORM_BITS ? undefined : form;
}

/**
 * The logarithm of a product of powers, as a form.
 *
 * @param powers - any bases from 2
 * @returns undefined beyond LOG_FORM_BITS
 * Source: `coprimePowers`
 */
export function logForm(powers: readonly Power[]): LogForm | undefined {
  return within({ constant: ZERO, powers: coprimePowers(powers) });
}

/**
 * The sum of log forms; equal arguments merge, and what cancels cancels exactly.
 *
 * ln a + ln b = ln(a b)
 * @returns undefined beyond LOG_FORM_BITS, be it on the way, so that a long sum costs bounded time
 * Source: `coprimePowers`
 */
export function sumLogForms(forms: readonly LogForm[]): LogForm | undefined {
  // the longest is coprime already: what is added to a long sum need only be compared with it
  const longest = forms.reduce(longer, EMPTY);
  const at = forms.indexOf(longest);
  let total = within(longest);
  for (const [i, form] of forms.entries()) {
    if (total === undefined) return undefined;
    if (i === at) continue;
    total = within({
      constant: add(total.constant, form.constant),
      powers: coprimePowers(form.powers, total.powers),
    });
  }
  return total;
}

/**
 * A rational times a log form.
 *
 * q ln a = ln(a^q)
 * @returns undefined beyond LOG_FORM_BITS
 * Source: definition of the power
 */
export function scaleLogForm(form: LogForm, factor: Rational): LogForm | undefined {
  if (factor.n === 0n) return EMPTY;
  if (rationalBits(factor) > LOG_FORM_BITS) return undefined;
  return within({
    constant: multiply(form.constant, factor),
    powers: form.powers.map(({ base, exponent }) => ({
      base,
      exponent: multiply(exponent, factor),
    })),
  });
}

/**
 * -form.
 *
 * Source: definition
 */
export function negateLogForm({ constant, powers }: LogForm): LogForm {
  return { constant: negate(constant), powers: invertPowers(powers) };
}

/** How often `base` divides the form's product, `base` being one of the coprime bases of all. */
function exponentOf(form: LogForm, base: bigint): Rational {
  let total = ZERO;
  for (const each of form.powers)
    total = add(total, multiply(rational(takeOut(each.base, base).times), each.exponent));
  return total;
}

function bare(form: LogForm): readonly Power[] {
  return form.powers.map(({ base }) => ({ base, exponent: ONE }));
}

/**
 * a / b when that is rational.
 *
 * a = r b with r rational means a.constant = r b.constant and P = R^r (else a - r b were a log form that is not empty), and over common
 * coprime bases P = R^r means that the exponents of P are r times those of R.
 * @param b - not empty, so not zero
 * @returns undefined when a / b is irrational
 * Source: `LogForm`; fundamental theorem of arithmetic (Hardy and Wright, theorem 2)
 */
export function ratioOfLogForms(a: LogForm, b: LogForm): Rational | undefined {
  let ratio = divide(a.constant, b.constant);
  for (const { base } of coprimePowers(bare(b), bare(a))) {
    const theirs = exponentOf(b, base);
    // a base of a alone; seen before the exponents of a long sum are looked for
    if (theirs.n === 0n) return undefined;
    const mine = exponentOf(a, base);
    ratio ??= divide(mine, theirs);
    if (ratio === undefined || !equal(mine, multiply(ratio, theirs))) return undefined;
  }
  return ratio !== undefined && equal(a.constant, multiply(ratio, b.constant)) ? ratio : undefined;
}

/**
 * Encloses a log form; a few ulps of 2^-bits wide.
 *
 * constant + sum of exponent * ln base
 * Source: `encloseLogProduct`
 */
export function encloseLogForm({ constant, powers }: LogForm, bits: number): Enclosure {
  const logarithm = encloseLogProduct(logParts(powers), bits);
  return rescale(addEnclosures(encloseRational(constant, logarithm.bits), logarithm), bits);
}
