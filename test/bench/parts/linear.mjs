// How cost grows with indicators, raters and subjects: each size in a process of its own, in turn with the others.
import { say } from '../print.mjs';
import { atOnce, runScript, spread } from '../process.mjs';
import { isQuick, settings } from '../settings.mjs';

const SIZES = {
  indicators: [10, 100, 1000],
  raters: [10, 100, 1000, 10_000],
  subjects: [1000, 10_000, 100_000],
  columns: [1000, 10_000, 100_000],
};

/** What is counted, where its name does not say it. */
const TEXTS = { columns: 'subjects in columns' };

/** How long a size is measured; the larger ones take what one pass over their subjects takes. */
const SECONDS = isQuick ? 0.02 : 0.6;

/** What a quick run measures: the two smallest of what needs no file of subjects. */
const sizesOf = (what) => {
  if (!isQuick) return SIZES[what];
  return what === 'indicators' || what === 'raters' ? SIZES[what].slice(0, 2) : [];
};

/** @returns `linear`: for each size the cost of one, and what it is to that of the size before it */
export const measureGrowth = async () => {
  say('cost as policies and files grow');
  const all = Object.keys(SIZES).flatMap((what) => sizesOf(what).map((size) => ({ what, size })));
  const found = all.map(() => []);
  for (let pass = 0; pass < settings.pairs; pass++) {
    const works = all.map((each, i) => async () => {
      found[i].push(await runScript('linear.mjs', { ...each, seconds: SECONDS }));
    });
    if (isQuick) await atOnce(works);
    else for (const work of works) await work();
  }
  const linear = all.map(({ what, size }, i) => {
    const isFirst = all[i - 1]?.what !== what;
    const toBefore = isFirst
      ? null
      : spread(found[i].map(({ each }, pass) => each / found[i - 1][pass].each));
    const each = spread(found[i].map((one) => one.each)).median;
    const { why } = found[i][0];
    const told =
      toBefore === null ? '' : `, ${toBefore.median.toFixed(2)} of that of the size before`;
    say(
      `  ${size} ${TEXTS[what] ?? what}: ${each.toFixed(0)} ns for each${told}${why === null ? '' : `; ${why}`}`,
    );
    return { what, size, each, toBefore, why };
  });
  return { linear };
};
