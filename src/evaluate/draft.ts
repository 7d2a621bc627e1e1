/**
 * An object while it is made: keys are set one by one, in the order in which they are written, and optional ones
 * only where there is something to say. Spreading an object for each costs many times as much.
 */
export type Draft<T> = { -readonly [Key in keyof T]?: T[Key] };

/**
 * The object that a draft has become.
 *
 * INVARIANT: every key that `T` requires has been set; the one cast of the drafts, held by the schema of scorecards.
 */
export const finished = <T extends object>(draft: Draft<T>): T => draft as T;
