import { bitLength, SAFE } from './bits.js';

/** Leading bits of which a double keeps every one. */
const DOUBLE_BITS = 53;

/**
 * A start for Newton, at or just above the root if doubles behave; any start >= 1 would do. One far below would cost time:
 * for a large index the first step would then fly off and come back by a factor of 1 - 1/k at a time.
 */
function estimateRoot(value: bigint, index: number, bits: number): bigint {
  const dropped = Math.max(0, bits - DOUBLE_BITS);
  const binary = (Math.log2(Number(value >> BigInt(dropped))) + dropped) / index;
  const shift = Math.max(0, Math.floor(binary) - DOUBLE_BITS);
  return BigInt(Math.floor(2 ** (binary - shift)) + 1) << BigInt(shift);
}

/**
 * Greatest integer whose `index`-th power does not pass `value`.
 *
 * Newton: x' = floor(((k - 1) x + floor(v / x^(k-1))) / k). One step from any x >= 1 lands at or above the floor of the
 * root (the arithmetic mean is not below the geometric mean); from there it falls strictly until it is the floor.
 * @param value - not negative
 * @param index - a whole number from 1
 * @throws RangeError when `value` is negative or `index` is below 1: programmer misuse
 * Source: Cohen, A Course in Computational Algebraic Number Theory, algorithm 1.7.1, for any index
 */
export function integerRoot(value: bigint, index: number): bigint {
  if (value < 0n || !(index >= 1))
    throw new RangeError('a root needs a value from 0 and an index from 1');
  if (value < 2n || index === 1) return value;
  const bits = bitLength(value);
  // value < 2^bits <= 2^index, so the root lies below 2
  if (bits <= index) return 1n;
  const k = BigInt(index);
  const step = (x: bigint): bigint => ((k - 1n) * x + value / x ** (k - 1n)) / k;
  let root = step(estimateRoot(value, index, bits));
  for (let next = step(root); next < root; next = step(root)) root = next;
  return root;
}

/** base^index in doubles: exact below 2^53, and not below 2^53 when it is not. */
function smallPower(base: number, index: number): number {
  let power = 1;
  for (let i = 0; i < index; i++) power *= base;
  return power;
}

/** As `perfectRoot`, for a value below 2^53 and an index below its bits: a double estimates, and whole powers decide. */
function smallPerfectRoot(value: number, index: number): number | undefined {
  let root = Math.max(1, Math.floor(value ** (1 / index) + 0.5));
  while (root > 1 && smallPower(root, index) > value) root -= 1;
  while (smallPower(root + 1, index) <= value) root += 1;
  return smallPower(root, index) === value ? root : undefined;
}

/**
 * The integer whose `index`-th power is exactly `value`.
 *
 * @param value - not negative
 * @param index - from 1, of any size: an index past the bits of `value` costs nothing
 * @returns undefined when `value` is no such power
 * @throws RangeError when `value` is negative or `index` is below 1: programmer misuse
 * Source: definition
 */
export function perfectRoot(value: bigint, index: bigint): bigint | undefined {
  if (value < 0n || index < 1n)
    throw new RangeError('a root needs a value from 0 and an index from 1');
  if (value < 2n || index === 1n) return value;
  if (index >= BigInt(bitLength(value))) return undefined;
  if (value <= SAFE) {
    const small = smallPerfectRoot(Number(value), Number(index));
    return small === undefined ? undefined : BigInt(small);
  }
  const root = integerRoot(value, Number(index));
  return root ** index === value ? root : undefined;
}
