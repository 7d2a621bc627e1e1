import { RATERS } from './rules.mjs';

/** What every profile has in common: ratings, and the facts that the rules read. */
export const surroundings = (random) => ({
  ...Object.fromEntries(
    Object.entries(RATERS).map(([name, { from, to }]) => [
      name,
      random.times(random.int(from, to), () => random.int(60, 100)),
    ]),
  ),
  idea: random.chance(40),
  awards: random.chance(70) ? 0 : random.int(1, 5),
  absent: random.chance(60) ? 0 : random.int(1, 9),
  sanction: random.chance(3),
});
