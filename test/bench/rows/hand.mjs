// The best function that we could write by hand for these rules, in floats: what every row is compared with.
//
// No allocation but the result; weights multiplied out; the geometric mean by exp and log; trimmed means by
// leaving out the extremes while adding up, or by insertion sort in a scratch array. It reads the record in
// the shape that is natural to it, as JSON.parse gives it.

const scratch = new Float64Array(64);

/** The mean without the `k` least and greatest. */
const trimmedMean = (list, k) => {
  const n = list.length;
  let sum = 0;
  if (k === 0) {
    for (let i = 0; i < n; i++) sum += list[i];
    return sum / n;
  }
  if (k === 1) {
    let low = list[0];
    let high = low;
    for (let i = 0; i < n; i++) {
      const value = list[i];
      sum += value;
      if (value < low) low = value;
      else if (value > high) high = value;
    }
    return (sum - low - high) / (n - 2);
  }
  for (let i = 0; i < n; i++) {
    const value = list[i];
    let j = i;
    while (j > 0 && scratch[j - 1] > value) {
      scratch[j] = scratch[j - 1];
      j--;
    }
    scratch[j] = value;
  }
  for (let i = k; i < n - k; i++) sum += scratch[i];
  return sum / (n - 2 * k);
};

export const ratio = (r, t) => {
  const value = (r / t) * 100;
  return value > 120 ? 120 : value;
};

export const inverse = (r, t) => {
  const value = (2 - r / t) * 100;
  return value > 120 ? 120 : value < 0 ? 0 : value;
};

export const line8 = (r, t) => {
  const x = (r / t) * 100;
  if (x <= 50) return x <= 0 ? 0 : x * 0.8;
  if (x <= 80) return 40 + (x - 50);
  if (x <= 100) return 70 + (x - 80) * 1.5;
  return x >= 150 ? 120 : 100 + (x - 100) * 0.4;
};

export const line9 = (r, t) => {
  const x = (r / t) * 100;
  if (x <= 40) return x <= 0 ? 20 : 20 + x * 0.75;
  if (x <= 70) return 50 + (x - 40) * (25 / 30);
  if (x <= 100) return 75 + (x - 70) * (25 / 30);
  return x >= 130 ? 115 : 100 + (x - 100) * 0.5;
};

export const stepsOfValue = (r) => (r < 50 ? (r < 20 ? 40 : 60) : r < 80 ? 75 : r < 110 ? 90 : 110);

export const stepsOfRatio = (r, t) => {
  const x = (r / t) * 100;
  return x < 75 ? (x < 50 ? 0 : 40) : x < 90 ? 70 : x < 100 ? 90 : 110;
};

export const minMax = (r) => (r <= 20 ? 0 : r >= 100 ? 100 : (r - 20) * 1.25);

/** The tree over its leaves: the score before the rules. */
export const weigh = (quantity, quality, small, large, behaviour) => {
  const output =
    quantity === 0 || quality === 0
      ? 0
      : Math.exp(0.6 * Math.log(quantity) + 0.4 * Math.log(quality));
  return 0.36 * output + 0.036 * small + 0.048 * large + behaviour;
};

/** @returns the score before the rules */
export const total = ({ ind, atasan, rekan, bawahan }) => {
  const { i1, i2, i3, i4, i5, i6, i7, i8, i9, i10, i11, i12 } = ind;
  return weigh(
    0.4 * ratio(i1.r, i1.t) + 0.35 * ratio(i2.r, i2.t) + 0.25 * ratio(i3.r, i3.t),
    0.3 * ratio(i4.r, i4.t) + 0.3 * ratio(i5.r, i5.t) + 0.4 * line8(i8.r, i8.t),
    inverse(i6.r, i6.t) + inverse(i7.r, i7.t) + stepsOfValue(i10.r) + minMax(i12.r),
    line9(i9.r, i9.t) + stepsOfRatio(i11.r, i11.t),
    0.2 * trimmedMean(atasan, 0) +
      0.12 * trimmedMean(rekan, Math.floor((rekan.length * 15) / 100)) +
      0.08 * trimmedMean(bawahan, Math.floor((bawahan.length * 10) / 100)),
  );
};

/** The rules on a total, the clamp and the rounding. @returns the score in hundredths */
export const adjust = (base, idea, awards, absent, sanction) => {
  let value = base;
  if (idea && base >= 75) value += 2.5;
  if (awards > 0) value += awards >= 4 ? 3 : awards * 0.75;
  if (absent > 3) value -= (absent - 3) * 0.5;
  if (sanction && value > 70) value = 70;
  value = value < 0 ? 0 : value > 120 ? 120 : value;
  return Math.floor(value * 100 + 0.5);
};

/** The band of a score, worst first. */
export const bandOf = (cents, idea) => {
  if (cents < 7600) return cents < 6000 ? 0 : 1;
  if (cents < 9000) return 2;
  return cents >= 10000 && idea ? 4 : 3;
};

export const LABELS = ['sangat-kurang', 'kurang', 'cukup', 'baik', 'sangat-baik'];

/** @returns the score in hundredths and the label */
const score = (record) => {
  const { idea, awards, absent, sanction } = record;
  const cents = adjust(total(record), idea, awards, absent, sanction);
  return { cents, rating: LABELS[bandOf(cents, idea)] };
};

export const row = {
  id: 'hand',
  about: {
    how: 'the best function we could write for these rules in floats: weights multiplied out, `exp` and `log`, no allocation but the result',
    computes: 'all of it',
  },
  /** Fresh from JSON, as an application has it. */
  prepare: ({ records }) => JSON.parse(JSON.stringify(records)),
  setUp: () => score,
  read: (outcome) => outcome,
};
