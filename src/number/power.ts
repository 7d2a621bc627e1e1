import { bitLength } from './bits.js';
import { gcd } from './gcd.js';
import { add, floor, multiply, negate, ONE, type Rational, rational } from './rational.js';
import { perfectRoot } from './root.js';

/** base^exponent. INVARIANT: base >= 2, exponent not zero. */
export interface Power {
  readonly base: bigint;
  readonly exponent: Rational;
}

/**
 * A rational times a product of powers. INVARIANT in normal form: bases are pairwise coprime, exponents lie in (0, 1), and no
 * power is rational by itself; then the product is irrational unless `powers` is empty (it is then 1).
 */
export interface Term {
  readonly coefficient: Rational;
  readonly powers: readonly Power[];
}

/** Bits that the integers of a normal form may have in all; beyond them a value is known by its enclosure alone. */
export const SIZE_LIMIT = 20_000;

/**
 * The powers of n/d > 0 to an exponent, numerator and denominator apart.
 *
 * (n/d)^e = n^e * d^(-e)
 * Source: definition
 */
export function powersOf(value: Rational, exponent: Rational): readonly Power[] {
  const powers: Power[] = [];
  if (value.n > 1n) powers.push({ base: value.n, exponent });
  if (value.d > 1n) powers.push({ base: value.d, exponent: negate(exponent) });
  return powers;
}

/** Adds the powers of one exact base together, so that a thousand equal answers cost one. */
function mergeEqualBases(powers: readonly Power[]): readonly Power[] {
  const exponents = new Map<bigint, Rational>();
  for (const { base, exponent } of powers) {
    const known = exponents.get(base);
    exponents.set(base, known === undefined ? exponent : add(known, exponent));
  }
  return [...exponents].map(([base, exponent]) => ({ base, exponent }));
}

/**
 * How often `base` divides `value`, and what it leaves.
 *
 * value = base^times * rest with base not dividing rest; by squares, so that 2^4000 takes twelve steps
 * @param value - positive
 * @param base - from 2
 * Source: Bernstein, Factoring into coprimes in essentially linear time, J. Algorithms 54 (2005), section 5
 */
export function takeOut(
  value: bigint,
  base: bigint,
): { readonly times: bigint; readonly rest: bigint } {
  if (value % base !== 0n) return { times: 0n, rest: value };
  const { times, rest } = takeOut(value / base, base * base);
  const isOdd = rest % base === 0n;
  return { times: 2n * times + (isOdd ? 2n : 1n), rest: isOdd ? rest / base : rest };
}

/**
 * The same product over pairwise coprime bases, zero exponents left out. Since a prime divides one base only, the product is 1
 * only when nothing is left.
 *
 * With g = gcd(b, c) > 1, b = g^i b', c = g^j c': b^e * c^f = g^(i e + j f) * b'^e * c'^f. The product of all bases falls at each
 * step, so it ends.
 * @param known - powers of pairwise coprime bases that `powers` are multiplied into
 * Source: Bach, Driscoll and Shallit, Factor refinement, J. Algorithms 15 (1993) 199-222
 */
export function coprimePowers(
  powers: readonly Power[],
  known: readonly Power[] = [],
): readonly Power[] {
  const coprime = [...known];
  const waiting = [...mergeEqualBases(powers)].reverse();
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { base, exponent } = next;
    if (base === 1n || exponent.n === 0n) continue;
    let common = 1n;
    const at = coprime.findIndex((other) => (common = gcd(other.base, base)) !== 1n);
    const other = coprime[at];
    if (other === undefined) {
      coprime.push(next);
      continue;
    }
    const mine = takeOut(base, common);
    const theirs = takeOut(other.base, common);
    coprime.splice(at, 1);
    waiting.push({
      base: common,
      exponent: add(
        multiply(rational(mine.times), exponent),
        multiply(rational(theirs.times), other.exponent),
      ),
    });
    waiting.push({ base: mine.rest, exponent }, { base: theirs.rest, exponent: other.exponent });
  }
  return coprime;
}

/** Bits of base^|exponent| for a whole exponent, without computing it. */
function powerBits(base: bigint, exponent: bigint): bigint {
  return BigInt(bitLength(base)) * (exponent < 0n ? -exponent : exponent);
}

/**
 * The normal form of a product of powers: what is rational in it, and what is not.
 *
 * Over coprime bases, b^(p/q) in lowest terms is rational iff b is a q-th power; and the product is rational iff each factor
 * is, since the valuation of every prime comes from one base only. No power larger than the result is ever formed: p and q
 * may have any number of digits. Whole parts of exponents move to the coefficient.
 * @returns undefined when the integers of the form would pass SIZE_LIMIT bits
 * Source: fundamental theorem of arithmetic (Hardy and Wright, theorem 2)
 */
export function normalTerm(powers: readonly Power[]): Term | undefined {
  const rest: Power[] = [];
  let n = 1n;
  let d = 1n;
  let bits = 0n;
  for (const { base, exponent } of coprimePowers(powers)) {
    const root = perfectRoot(base, exponent.d);
    const whole = root === undefined ? floor(exponent) : exponent.n;
    const size = powerBits(root ?? base, whole);
    bits += root === undefined ? size + BigInt(bitLength(base)) : size;
    if (bits > BigInt(SIZE_LIMIT)) return undefined;
    if (whole > 0n) n *= (root ?? base) ** whole;
    if (whole < 0n) d *= (root ?? base) ** -whole;
    if (root === undefined)
      rest.push({ base, exponent: rational(exponent.n - whole * exponent.d, exponent.d) });
  }
  return { coefficient: { n, d }, powers: rest };
}

/** The reciprocal of a product of powers. Source: definition. */
export function invertPowers(powers: readonly Power[]): readonly Power[] {
  return powers.map(({ base, exponent }) => ({ base, exponent: negate(exponent) }));
}

/** A positive term as bare powers, its coefficient among them. Source: definition. */
export function foldTerm(term: Term): readonly Power[] {
  return [...powersOf(term.coefficient, ONE), ...term.powers];
}
