/**
 * Bits after the binary point at which refinement gives up and the answer is "undecided". Sums of radicals, of logarithms and what is
 * rational by `powerProduct` never need it in practice (64 bits nearly always suffice); it bounds the time spent on nestings whose
 * value sits on a decision, or within 2^-4096 of one.
 */
export const BIT_LIMIT = 4096;

/** Bits at which refinement begins; enough for nearly every decision. */
export const FIRST_RUNG = 64;

/** Asks at 64, 128, 256, ... bits until `decide` answers; undefined when it has not by BIT_LIMIT. */
export function refine<T>(decide: (bits: number) => T | undefined): T | undefined {
  for (let bits = FIRST_RUNG; bits <= BIT_LIMIT; bits *= 2) {
    const answer = decide(bits);
    if (answer !== undefined) return answer;
  }
  return undefined;
}
