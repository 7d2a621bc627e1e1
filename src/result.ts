import type { Issue } from './issue.js';

/** A value, or every reason why there is none. Data in never throws; it gives one of these. */
export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/** The result that holds `value`. */
export const ok = <T>(value: T): Result<T> => ({ ok: true, value });

/** The result that says why there is no value; `issues` is never empty. */
export const failure = (issues: readonly Issue[]): Result<never> => ({ ok: false, issues });

/** Thrown for programmer misuse, and by `unwrap`; carries the issues, if any, for a log. */
export class ScoringError extends Error {
  override readonly name = 'ScoringError';
  readonly issues: readonly Issue[];
  constructor(message: string, issues: readonly Issue[] = []) {
    super(message);
    this.issues = issues;
  }
}

/**
 * The value of a result that is expected to have one.
 *
 * @throws ScoringError with the issues in its message and in `issues` when there is none
 * @example
 * const plan = unwrap(compilePolicy(text));
 */
export const unwrap = <T>(result: Result<T>): T => {
  if (result.ok) return result.value;
  const lines = result.issues.map(
    (issue) => `${issue.pointer || '/'}: ${issue.message.en} [${issue.code}]`,
  );
  throw new ScoringError(lines.join('\n'), result.issues);
};
