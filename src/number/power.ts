import { bitLength } from './bits.js';
import { add, floor, gcd, negate, ONE, type Rational, rational } from './rational.js';
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
 * The same product over pairwise coprime bases, zero exponents left out.
 *
 * With g = gcd(b, c) > 1: b^e * c^f = g^(e+f) * (b/g)^e * (c/g)^f. The product of all bases falls at each step, so it ends.
 * Source: Bach, Driscoll and Shallit, Factor refinement, J. Algorithms 15 (1993) 199-222
 */
export function coprimePowers(powers: readonly Power[]): readonly Power[] {
  const coprime: Power[] = [];
  const waiting = [...mergeEqualBases(powers)].reverse();
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { base, exponent } = next;
    if (base === 1n || exponent.n === 0n) continue;
    const at = coprime.findIndex((other) => gcd(other.base, base) !== 1n);
    const other = coprime[at];
    if (other === undefined) {
      coprime.push(next);
      continue;
    }
    const common = gcd(other.base, base);
    coprime.splice(at, 1);
    waiting.push({ base: common, exponent: add(exponent, other.exponent) });
    waiting.push(
      { base: base / common, exponent },
      { base: other.base / common, exponent: other.exponent },
    );
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
