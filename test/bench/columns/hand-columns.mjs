// The best loop over typed columns that we could write by hand, in floats: what rows over columns are compared with.
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

/** The mean of a subject's values, without `k` (none or one) at each side. */
const mean = ({ offsets, values }, at, k) => {
  const [from, to] = [offsets[at], offsets[at + 1]];
  let sum = 0;
  let low = Infinity;
  let high = -Infinity;
  for (let i = from; i < to; i++) {
    const value = values[i];
    sum += value;
    low = value < low ? value : low;
    high = value > high ? value : high;
  }
  return k === 0 ? sum / (to - from) : (sum - low - high) / (to - from - 2);
};

export const setUp = ({ columns }) => {
  const c = columns();
  const { count, atasan, rekan, bawahan } = c;
  const cents = new Int32Array(count);
  const bands = new Uint8Array(count);
  const run = () => {
    for (let i = 0; i < count; i++) {
      const total = weigh(
        0.4 * ratio(c.r1[i], c.t1[i]) +
          0.35 * ratio(c.r2[i], c.t2[i]) +
          0.25 * ratio(c.r3[i], c.t3[i]),
        0.3 * ratio(c.r4[i], c.t4[i]) +
          0.3 * ratio(c.r5[i], c.t5[i]) +
          0.4 * line8(c.r8[i], c.t8[i]),
        inverse(c.r6[i], c.t6[i]) +
          inverse(c.r7[i], c.t7[i]) +
          stepsOfValue(c.r10[i]) +
          minMax(c.r12[i]),
        line9(c.r9[i], c.t9[i]) + stepsOfRatio(c.r11[i], c.t11[i]),
        0.2 * mean(atasan, i, 0) + 0.12 * mean(rekan, i, 1) + 0.08 * mean(bawahan, i, 1),
      );
      const idea = c.idea[i] === 1;
      cents[i] = adjust(total, idea, c.awards[i], c.absent[i], c.sanction[i] === 1);
      bands[i] = bandOf(cents[i], idea);
    }
    return { cents, bands };
  };
  return { run, count };
};
