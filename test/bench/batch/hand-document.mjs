// The hand-written function over an evidence document.
import {
  adjust,
  bandOf,
  inverse,
  line8,
  line9,
  minMax,
  ratio,
  stepsOfRatio,
  stepsOfValue,
  weigh,
} from '../rows/hand.mjs';

/** The mean of a column of rows, without `k` (none or one) at each side. */
const mean = ({ rows }, k) => {
  let sum = 0;
  let low = Infinity;
  let high = -Infinity;
  for (let i = 0; i < rows.length; i++) {
    const value = rows[i][0];
    sum += value;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return k === 0 ? sum / rows.length : (sum - low - high) / (rows.length - 2);
};

const centsOf = ({ values: v, tables: { atasan, rekan, bawahan } }) =>
  adjust(
    weigh(
      0.4 * ratio(v.r1, v.t1) + 0.35 * ratio(v.r2, v.t2) + 0.25 * ratio(v.r3, v.t3),
      0.3 * ratio(v.r4, v.t4) + 0.3 * ratio(v.r5, v.t5) + 0.4 * line8(v.r8, v.t8),
      inverse(v.r6, v.t6) + inverse(v.r7, v.t7) + stepsOfValue(v.r10) + minMax(v.r12),
      line9(v.r9, v.t9) + stepsOfRatio(v.r11, v.t11),
      0.2 * mean(atasan, 0) + 0.12 * mean(rekan, 1) + 0.08 * mean(bawahan, 1),
    ),
    v.idea,
    v.awards,
    v.absent,
    v.sanction,
  );

/** @returns the score in hundredths, and the band, worst first */
export const scoreOf = (document) => {
  const cents = centsOf(document);
  return { cents, band: bandOf(cents, document.values.idea) };
};
