/** Integers up to here are doubles of their own. */
export const SAFE = BigInt(Number.MAX_SAFE_INTEGER);

/** What a word of 32 bits can hold, in number. */
const WORD = 2 ** 32;

/**
 * Number of binary digits of `value`, its sign left aside.
 *
 * floor(log2 |value|) + 1, and 0 for 0
 * @param value - any integer
 * @returns bits
 * Source: definition; below 2^53 by halves of a double, beyond by hexadecimal text, which engines write in linear time
 */
export function bitLength(value: bigint): number {
  if (value <= SAFE && value >= -SAFE) {
    const size = Math.abs(Number(value));
    const high = Math.floor(size / WORD);
    return high === 0 ? 32 - Math.clz32(size) : 64 - Math.clz32(high);
  }
  const hex = (value < 0n ? -value : value).toString(16);
  const lead = 32 - Math.clz32(Number.parseInt(hex.charAt(0), 16));
  return (hex.length - 1) * 4 + lead;
}

/**
 * `value` times a power of two, rounded toward minus infinity.
 *
 * floor(value * 2^places)
 * @param places - bits, of either sign
 * Source: ECMA-262, BigInt::leftShift (a right shift of a BigInt is a floor, for negatives too)
 */
export function floorShift(value: bigint, places: number): bigint {
  return value << BigInt(places);
}

/**
 * `value` times a power of two, rounded toward plus infinity.
 *
 * ceil(value * 2^places) = -floor(-value * 2^places)
 * @param places - bits, of either sign
 * Source: ECMA-262, BigInt::leftShift
 */
export function ceilShift(value: bigint, places: number): bigint {
  return -(-value << BigInt(places));
}

/**
 * Quotient rounded toward minus infinity.
 *
 * floor(dividend / divisor)
 * @param divisor - positive
 * Source: ECMA-262, BigInt::divide truncates; this corrects it below zero
 */
export function floorDivide(dividend: bigint, divisor: bigint): bigint {
  const quotient = dividend / divisor;
  return dividend < 0n && quotient * divisor !== dividend ? quotient - 1n : quotient;
}

/**
 * Quotient rounded toward plus infinity.
 *
 * ceil(dividend / divisor) = -floor(-dividend / divisor)
 * @param divisor - positive
 * Source: ECMA-262, BigInt::divide truncates; this corrects it above zero
 */
export function ceilDivide(dividend: bigint, divisor: bigint): bigint {
  return -floorDivide(-dividend, divisor);
}
