/**
 * Bits after the binary point at which refinement gives up and the answer is "undecided". Sums of radicals, of logarithms and what is
 * rational by `powerProduct` never need it in practice (64 bits nearly always suffice); it bounds the time spent on nestings whose
 * value sits on a decision, or within 2^-4096 of one.
 */
export const BIT_LIMIT = 4096;

/** Bits at which refinement begins; enough for nearly every decision. */
export const FIRST_RUNG = 64;

/** Asks at `first`, twice that, ... bits until `decide` answers; undefined when it has not by BIT_LIMIT. */
export function refine<T>(
  decide: (bits: number) => T | undefined,
  first = FIRST_RUNG,
): T | undefined {
  for (let bits = first; bits <= BIT_LIMIT; bits *= 2) {
    const answer = decide(bits);
    if (answer !== undefined) return answer;
  }
  return undefined;
}

/**
 * As `refine`, for a decision that takes so many bits at least: the rungs below are asked last, should none above answer.
 *
 * @param least - bits below which an answer is not to be expected
 */
export function refineFrom<T>(
  least: number,
  decide: (bits: number) => T | undefined,
): T | undefined {
  let first = FIRST_RUNG;
  while (first < least && first < BIT_LIMIT) first *= 2;
  return refine(decide, first) ?? (first > FIRST_RUNG ? refine(decide) : undefined);
}
