import { compareExact, type Exact } from '../number/exact.js';
import { compare, type Rational } from '../number/rational.js';

/** An edge of a step or a band, and on which side its own value falls. */
export interface Edge {
  readonly at: Rational;
  /** Whether the edge itself still belongs below: `above` instead of `from`. */
  readonly open: boolean;
}

/** How an edge lies to another; at the same value, `above` comes after `from`. */
export const compareEdges = (a: Edge, b: Edge): number =>
  compare(a.at, b.at) || Number(a.open) - Number(b.open);

/** Whether `value` has reached `edge`; undefined when that could not be decided. */
export const reaches = (value: Exact, edge: Edge): boolean | undefined => {
  const order = compareExact(value, edge.at);
  return order === undefined ? undefined : order > 0 || (order === 0 && !edge.open);
};

/**
 * The last of `count` increasing places that is reached; -1 when none is, undefined when one is undecided.
 */
export const lastReached = (
  count: number,
  isReached: (i: number) => boolean | undefined,
): number | undefined => {
  let low = -1;
  let high = count;
  // INVARIANT: place `low` is reached (or there is none), place `high` is not.
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    const reached = isReached(middle);
    if (reached === undefined) return undefined;
    if (reached) low = middle;
    else high = middle;
  }
  return low;
};
