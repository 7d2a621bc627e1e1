import { bitLength } from './bits.js';
import {
  addEnclosures,
  type Enclosure,
  encloseRational,
  rescale,
  scaleEnclosure,
} from './enclosure.js';
import { gcd } from './gcd.js';
import { encloseExp, encloseLn } from './logarithm.js';
import { invertPowers, normalTerm, type Power, type Term } from './power.js';
import { absolute, add, floor, multiply, ONE, type Rational, ZERO } from './rational.js';
import { integerRoot } from './root.js';

/** Terms that a sum of radicals may have; a longer sum is known by its enclosure alone. */
export const TERM_LIMIT = 16;

/** Whether two radicals in normal form are written alike. */
function sameText(a: readonly Power[], b: readonly Power[]): boolean {
  if (a === b) return true;
  return (
    a.length === b.length &&
    a.every(
      (x, i) =>
        x.base === b[i]?.base &&
        x.exponent.n === b[i].exponent.n &&
        x.exponent.d === b[i].exponent.d,
    )
  );
}

/** a/b for radicals in normal form; undefined when too large to test. */
function quotientOf(a: readonly Power[], b: readonly Power[]): Term | undefined {
  if (sameText(a, b)) return { coefficient: ONE, powers: [] };
  // a radical over 1 (or 1 over it) is irrational by its normal form; its powers stand for the quotient
  if (a.length === 0 || b.length === 0) return { coefficient: ONE, powers: a.length === 0 ? b : a };
  return normalTerm([...a, ...invertPowers(b)]);
}

/**
 * The sum with like radicals put together: quotients of the radicals left are irrational, and coefficients are not zero.
 *
 * Such a sum is zero only when empty, and rational only when no radical is left. Proof: let a be a positive real with a
 * power that is rational, and m the least exponent with a^m rational. x^m - a^m is the minimal polynomial of a over Q (a factor of
 * degree j has a constant term of size a^j, so j >= m); hence a has trace 0 unless m = 1. If sum c_i a_i = 0 with
 * irrational quotients, divide by a_1 and take the trace: c_1 = 0. (1 is one of the a_i.)
 * @returns undefined beyond TERM_LIMIT, or when a quotient is too large to test
 * Source: Besicovitch, J. London Math. Soc. 15 (1940) 3-6; Mordell, Pacific J. Math. 3 (1953) 625-630
 */
export function collectTerms(terms: readonly Term[]): readonly Term[] | undefined {
  const collected: Term[] = [];
  for (const term of terms) {
    let coefficient = term.coefficient;
    let powers = term.powers;
    for (let i = 0; i < collected.length; i++) {
      const other = collected[i];
      if (other === undefined) break;
      const quotient = quotientOf(term.powers, other.powers);
      if (quotient === undefined) return undefined;
      if (quotient.powers.length > 0) continue;
      coefficient = add(multiply(term.coefficient, quotient.coefficient), other.coefficient);
      powers = other.powers;
      collected.splice(i, 1);
      break;
    }
    if (coefficient.n !== 0n) collected.push({ coefficient, powers });
    if (collected.length > TERM_LIMIT) return undefined;
  }
  return collected;
}

/**
 * The product of two sums of radicals, multiplied out and collected.
 *
 * @returns undefined beyond TERM_LIMIT, or when a radical would be too large
 * Source: distributive law
 */
export function multiplyTerms(a: readonly Term[], b: readonly Term[]): readonly Term[] | undefined {
  if (a.length * b.length > TERM_LIMIT) return undefined;
  const products: Term[] = [];
  for (const x of a) {
    for (const y of b) {
      const product = normalTerm([...x.powers, ...y.powers]);
      if (product === undefined) return undefined;
      const coefficient = multiply(multiply(x.coefficient, y.coefficient), product.coefficient);
      products.push({ coefficient, powers: product.powers });
    }
  }
  return collectTerms(products);
}

/** A positive number's logarithm and the exponent it is raised to. */
export interface LogPart {
  readonly exponent: Rational;
  readonly encloseLn: (bits: number) => Enclosure;
}

/**
 * Encloses ln of a product of powers; a few ulps of 2^-bits wide when every part's logarithm is 3 ulps wide.
 *
 * sum of exponent * ln base. Widths add up to 3 sum |exponent| + 2 count ulps, which the guard bits take up.
 * Source: definition of the logarithm
 */
export function encloseLogProduct(parts: readonly LogPart[], bits: number): Enclosure {
  let loss = 0n;
  for (const { exponent } of parts) loss += floor(absolute(exponent)) + 4n;
  const wide = bits + bitLength(loss) + 2;
  let total = encloseRational(ZERO, wide);
  for (const part of parts)
    total = addEnclosures(total, scaleEnclosure(part.encloseLn(wide), part.exponent));
  return total;
}

function powerPart({ base, exponent }: Power): LogPart {
  return { exponent, encloseLn: (bits) => encloseLn({ n: base, d: 1n }, bits) };
}

/** The parts of ln for each power. Source: definition. */
export function logParts(powers: readonly Power[]): readonly LogPart[] {
  return powers.map(powerPart);
}

/** The greatest index of a root that is taken of whole numbers; of greater ones logarithms are faster. */
const INDEX_LIMIT = 12;

/** Bits that the number under such a root may have, and bits up to which the root itself is taken. */
const RADICAND_BITS = 1024;
const ROOT_BITS = 256;

/** Grain of the precisions at which it is taken, in bits: a decision and the text of one value ask for one root. */
const ROOT_GRAIN = 128;

/** A product of powers as the root of a whole number. */
interface Root {
  readonly radicand: bigint;
  readonly index: number;
}

/** The one root that a product of powers in normal form is; undefined where logarithms are faster. */
function rootOf(powers: readonly Power[]): Root | undefined {
  const index = powers.reduce((all, { exponent }) => (all / gcd(all, exponent.d)) * exponent.d, 1n);
  if (index > BigInt(INDEX_LIMIT)) return undefined;
  let bits = 0;
  for (const { base } of powers) bits += bitLength(base);
  if (bits * INDEX_LIMIT > RADICAND_BITS) return undefined;
  let radicand = 1n;
  for (const { base, exponent } of powers) radicand *= base ** (exponent.n * (index / exponent.d));
  return { radicand, index: Number(index) };
}

/**
 * Encloses the root of a whole number, one ulp wide.
 *
 * floor(radicand^(1/index) 2^bits) is the root of radicand 2^(index bits)
 * Source: definition
 */
function encloseRoot({ radicand, index }: Root, bits: number): Enclosure {
  const lo = integerRoot(radicand << BigInt(index * bits), index);
  return { lo, hi: lo + 1n, bits };
}

/** What is known of a product of powers in normal form. */
interface Radical {
  readonly root: Root | undefined;
  readonly enclosures: Map<number, Enclosure>;
}

/** Encloses the product of which `radical` is known, at bits at which it is not kept. */
function encloseAnew(powers: readonly Power[], radical: Radical, bits: number): Enclosure {
  const { root } = radical;
  if (root === undefined || bits > ROOT_BITS)
    return encloseExp(encloseLogProduct(logParts(powers), bits + 4), bits);
  const grain = Math.ceil(bits / ROOT_GRAIN) * ROOT_GRAIN;
  return bits === grain ? encloseRoot(root, bits) : rescale(encloseRadical(powers, grain), bits);
}

/** Radicals by the powers that they are of. */
const known = new WeakMap<readonly Power[], Radical>();

/**
 * Encloses a product of powers. Values that one radical is scaled or added to share its powers, and so this: a pure cache.
 *
 * the root of a whole number; exp(sum of exponent * ln base) where that would be a large one
 * Source: definition; bounds as for exp and ln
 */
function encloseRadical(powers: readonly Power[], bits: number): Enclosure {
  let radical = known.get(powers);
  if (radical === undefined) {
    radical = { root: rootOf(powers), enclosures: new Map() };
    known.set(powers, radical);
  }
  const { enclosures } = radical;
  let enclosure = enclosures.get(bits);
  if (enclosure === undefined) {
    enclosure = encloseAnew(powers, radical, bits);
    enclosures.set(bits, enclosure);
  }
  return enclosure;
}

/**
 * Encloses a sum of radicals; a few ulps of 2^-bits wide relative to its largest term.
 *
 * sum of coefficient * exp(sum of exponent * ln base)
 * Source: definition; bounds as for exp and ln
 */
export function encloseTerms(terms: readonly Term[], bits: number): Enclosure {
  let total = encloseRational(ZERO, bits);
  for (const { coefficient, powers } of terms) {
    const term =
      powers.length === 0
        ? encloseRational(coefficient, bits)
        : scaleEnclosure(encloseRadical(powers, bits), coefficient);
    total = addEnclosures(total, term);
  }
  return total;
}
