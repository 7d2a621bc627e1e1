/** Edit distance with adjacent swaps, cut off above `limit`. Source: Damerau 1964, restricted form. */
const distance = (a: string, b: string, limit: number): number => {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let best = Math.min(
        (previous[j] ?? 0) + 1,
        (current[j - 1] ?? 0) + 1,
        (previous[j - 1] ?? 0) + (same ? 0 : 1),
      );
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        best = Math.min(best, (before[j - 2] ?? 0) + 1);
      }
      current.push(best);
    }
    before = previous;
    previous = current;
  }
  return previous[b.length] ?? limit + 1;
};

/** Names longer than this are not compared. */
const LONGEST = 60;
/** At most this many candidates are compared, so that a huge document stays cheap. */
const MOST = 500;

/**
 * The candidate nearest to a name that was probably mistyped, as a message parameter.
 *
 * @returns `{ suggestion }`: the name, or an empty text when none is near
 */
export const nearest = (
  name: string,
  candidates: readonly string[],
): { readonly suggestion: string } => {
  if (name.length > LONGEST) return { suggestion: '' };
  const limit = Math.max(1, Math.min(3, Math.floor(name.length / 3)));
  let suggestion = '';
  let best = limit + 1;
  for (const candidate of candidates.slice(0, MOST)) {
    const found = candidate.length > LONGEST ? best : distance(name, candidate, limit);
    if (found < best) {
      best = found;
      suggestion = candidate;
    }
  }
  return { suggestion };
};
