/** Whole numbers from a seed, the same on every machine (sfc32, C. Doty-Humphrey, public domain). */
export const randomFrom = (seed) => {
  let [a, b, c, d] = [0x9e3779b9, 0x243f6a88, seed | 0, 1];
  const next = () => {
    const t = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + t) | 0;
    return t >>> 0;
  };
  for (let i = 0; i < 15; i++) next();

  /** A whole number from `from` to `to`, both included. */
  const int = (from, to) => from + (next() % (to - from + 1));
  return {
    int,
    /** Whether one of `percent` in a hundred. */
    chance: (percent) => int(0, 99) < percent,
    pick: (list) => list[int(0, list.length - 1)],
    /** A decimal of so many places between two whole numbers. */
    decimal: (from, to, places) => int(from * 10 ** places, to * 10 ** places) / 10 ** places,
    times: (count, make) => Array.from({ length: count }, (_, i) => make(i)),
  };
};
