import { Decimal } from 'decimal.js';

const D = Decimal.clone({ precision: 20, rounding: Decimal.ROUND_HALF_UP });
const d = (value) => new D(value);

const [ZERO, HUNDRED, TWO_HUNDRED, CAP] = [0, 100, 200, 120].map(d);
const [W25, W30, W35, W40, W60] = [0.25, 0.3, 0.35, 0.4, 0.6].map(d);
const [OUTPUT, SMALL, LARGE, ATASAN, REKAN, BAWAHAN] = [0.36, 0.036, 0.048, 0.2, 0.12, 0.08].map(d);

// INVARIANT: everything is multiplied before it is divided, so that no more digits are lost than have to be.
const percent = ({ r, t }) => r.times(HUNDRED).div(t);
const ratio = (each) => D.min(CAP, percent(each));
const inverse = (each) => D.max(ZERO, D.min(CAP, TWO_HUNDRED.minus(percent(each))));

const table = (rows) => rows.map((row) => row.map(d));

const LINE_8 = table([
  [0, 0],
  [50, 40],
  [80, 70],
  [100, 100],
  [150, 120],
]);
const LINE_9 = table([
  [0, 20],
  [40, 50],
  [70, 75],
  [100, 100],
  [130, 115],
]);

const along = (points, x) => {
  if (x.lte(points[0][0])) return points[0][1];
  for (let i = 1; i < points.length; i++) {
    const [[x0, y0], [x1, y1]] = [points[i - 1], points[i]];
    if (x.lte(x1)) return y0.plus(x.minus(x0).times(y1.minus(y0)).div(x1.minus(x0)));
  }
  return points.at(-1)[1];
};

const STEPS_10 = table([
  [110, 110],
  [80, 90],
  [50, 75],
  [20, 60],
  [0, 40],
]);
const STEPS_11 = table([
  [100, 110],
  [90, 90],
  [75, 70],
  [50, 40],
  [0, 0],
]);

const step = (steps, x) => steps.find(([from]) => x.gte(from))[1];

const [WORST, SPAN] = [20, 80].map(d);
const minMax = ({ r }) => D.max(ZERO, D.min(HUNDRED, r.minus(WORST).times(HUNDRED).div(SPAN)));

/** A mean times its weight; one is left out at each side, at the numbers of ratings that there are. */
const mean = (list, k, weight) => {
  let [sum, low, high] = [ZERO, list[0], list[0]];
  for (const each of list) {
    sum = sum.plus(each);
    if (each.lt(low)) low = each;
    if (each.gt(high)) high = each;
  }
  if (k === 0) return weight.times(sum).div(list.length);
  return weight.times(sum.minus(low).minus(high)).div(list.length - 2);
};

const [IDEA_FROM, IDEA, AWARD, AWARDS, FREE, ABSENCE, SANCTION] = [
  75, 2.5, 0.75, 3, 3, 0.5, 70,
].map(d);
const BANDS = table([[100], [90], [76], [60]]).map(([from], i) => [
  from,
  ['sangat-baik', 'baik', 'cukup', 'kurang'][i],
]);

const score = ({ ind, atasan, rekan, bawahan, idea, awards, absent, sanction }) => {
  const quantity = W40.times(ratio(ind.i1))
    .plus(W35.times(ratio(ind.i2)))
    .plus(W25.times(ratio(ind.i3)));
  const quality = W30.times(ratio(ind.i4).plus(ratio(ind.i5))).plus(
    W40.times(along(LINE_8, percent(ind.i8))),
  );
  const total = OUTPUT.times(quantity.pow(W60).times(quality.pow(W40)))
    .plus(
      SMALL.times(
        inverse(ind.i6).plus(inverse(ind.i7)).plus(step(STEPS_10, ind.i10.r)).plus(minMax(ind.i12)),
      ),
    )
    .plus(LARGE.times(along(LINE_9, percent(ind.i9)).plus(step(STEPS_11, percent(ind.i11)))))
    .plus(mean(atasan, 0, ATASAN))
    .plus(mean(rekan, 1, REKAN))
    .plus(mean(bawahan, 1, BAWAHAN));
  let value = total;
  if (idea && total.gte(IDEA_FROM)) value = value.plus(IDEA);
  value = value.plus(D.min(AWARDS, AWARD.times(awards)));
  if (absent.gt(FREE)) value = value.minus(ABSENCE.times(absent.minus(FREE)));
  if (sanction) value = D.min(SANCTION, value);
  const rounded = D.max(ZERO, D.min(CAP, value)).toDecimalPlaces(2);
  const at = BANDS.findIndex(([from], i) => rounded.gte(from) && (i > 0 || idea));
  return { score: rounded, rating: at < 0 ? 'sangat-kurang' : BANDS[at][1] };
};

export const row = {
  id: 'decimal-js',
  isSlow: true,
  about: {
    how: 'written by hand in decimals of 20 digits, with its own `pow`; numbers and weights made into decimals beforehand',
    computes: 'all of it',
  },
  prepare: ({ records }) =>
    records.map((record) => ({
      ...record,
      ind: Object.fromEntries(
        Object.entries(record.ind).map(([name, { r, t }]) => [name, { r: d(r), t: d(t) }]),
      ),
      atasan: record.atasan.map(d),
      rekan: record.rekan.map(d),
      bawahan: record.bawahan.map(d),
      awards: d(record.awards),
      absent: d(record.absent),
    })),
  setUp: () => score,
  read: ({ score: value, rating }) => ({ cents: value.times(HUNDRED).toNumber(), rating }),
};
