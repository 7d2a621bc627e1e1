// What grows: cost of each at a size to that at the size before.
import { atMost } from './figure.mjs';

const GROWTH = {
  indicators: 'of an indicator',
  raters: 'of a rater',
  subjects: 'of a subject, `scoreMany`',
  columns: 'of a subject, `scoreColumns`',
};

const FROM_MEMORY = 'What there is more of stands in slower memory than what there is less of.';

const GROWTH_WHY = {
  indicators: FROM_MEMORY,
  raters:
    'To leave out the least and the greatest puts ratings in order: few are inserted one by one, many are sorted by the platform, which takes n log n.',
  subjects: FROM_MEMORY,
  columns: FROM_MEMORY,
};

/** Cost of each at a size to that at the size before: 1 is linear. */
export const growth = ({ linear }) =>
  Object.entries(GROWTH).map(([what, text]) => {
    const steps = linear.filter((each) => each.what === what && each.toBefore !== null);
    const measured =
      steps.length === 0 ? undefined : Math.max(...steps.map(({ toBefore }) => toBefore.median));
    const worst = steps.find(({ toBefore }) => toBefore.median === measured);
    const exact = worst?.why ?? null;
    const why =
      exact === null
        ? GROWTH_WHY[what]
        : `What is measured at ${worst.size.toLocaleString('en')} is exact arithmetic alone, for \`plan.exactOnly\` says: *${exact}*.`;
    return atMost(`linear growth: the cost ${text}, at ten times as many`, 1.5, measured, { why });
  });
