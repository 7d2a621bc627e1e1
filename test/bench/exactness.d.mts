interface Compared {
  readonly count: number;
  readonly evaluated: number;
  readonly differences: number;
  readonly handWrong: number;
  readonly examples: readonly unknown[];
}

/** Profiles of random subjects. */
export const RANDOM: readonly string[];

/** Compares `score` with `evaluate` and the naive oracle; see exactness.mjs. */
export const compareExactly: (options: {
  readonly api: unknown;
  readonly profiles: readonly string[];
  readonly count: number;
  readonly seed: number;
  readonly evaluateEvery?: number;
}) => Compared;

/** The policy of a profile with the documents of its first `count` subjects. */
export declare const workload: (
  profile: string,
  count: number,
  seed: number,
) => { readonly policy: unknown; readonly documents: readonly unknown[] };
