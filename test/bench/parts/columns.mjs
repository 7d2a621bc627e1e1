// Rows over typed columns, in turn with the hand-written loop over them; each process checks itself first.
import { COLUMNS, isLong } from '../batch.mjs';
import { say } from '../print.mjs';
import { compared, inTurn, inTwos, perMillion, runScript, spread } from '../process.mjs';
import { LINES } from '../ready.mjs';
import { isQuick, settings } from '../settings.mjs';

const overColumns = (id) => {
  const { file, expected } = LINES;
  const { seconds } = settings;
  return runScript('columns/measure.mjs', { row: id, file, expected, seconds });
};

/** @returns `columns`, and of `noise` what the loop by hand came to beside itself */
export const measureColumns = async () => {
  say('columns, each in turn with the hand-written loop over them');
  const columns = [];
  const ids = COLUMNS.filter((id) => !isQuick || !isLong(id));
  for (const two of isQuick ? ids.map((id) => [id]) : inTwos(ids)) {
    const things = two.map((id) => () => overColumns(id));
    const pairs = await inTurn(settings.pairs, things, () => overColumns('hand-columns'), isQuick);
    for (const [i, id] of two.entries()) {
      const { ratio, first } = compared(pairs[i], ({ nanoseconds }) => nanoseconds);
      const own = pairs[i].map(([each]) => each);
      const { checked, distinct } = own[0];
      const wrong = spread(own.map((each) => each.wrong)).max;
      columns.push({
        id,
        ratioToHandColumns: ratio.median,
        range: { min: ratio.min, max: ratio.max },
        nanoseconds: first,
        checked,
        distinct,
        wrong,
        wrongPerMillion: perMillion(wrong, checked),
        peakMiB: spread(own.map((each) => each.peakMiB)).max,
      });
      const told = wrong === 0 ? `right on ${checked}` : `WRONG on ${wrong} of ${checked}`;
      say(`  ${id}: ${ratio.median.toFixed(2)} of the loop by hand, ${told}`);
    }
  }
  const { ratioToHandColumns: median, range } = columns[0];
  return { columns, noise: { columns: { median, ...range, pairs: settings.pairs } } };
};
