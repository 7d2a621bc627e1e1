/** Names longer than this are not compared. */
const LONGEST = 40;
/** At most this many candidates are compared, so that a huge document stays cheap. */
const MOST = 200;

/**
 * Edit distance with adjacent swaps; gives up with `limit + 1` as soon as no way stays within `limit`.
 *
 * Source: F. J. Damerau, CACM 7 (1964), restricted form
 */
const distance = (a: string, b: string, limit: number): number => {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    let least = i;
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
      least = Math.min(least, best);
    }
    if (least > limit) return limit + 1;
    before = previous;
    previous = current;
  }
  return previous[b.length] ?? limit + 1;
};

/**
 * The candidate nearest to a name that was probably mistyped, as a message parameter; of equally near
 * ones, one that begins alike.
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
    const isAlike =
      found === best && found <= limit && candidate[0] === name[0] && suggestion[0] !== name[0];
    if (found < best || isAlike) {
      best = found;
      suggestion = candidate;
    }
  }
  return { suggestion };
};
