// The same rules as people write them: small functions, array methods, Math.pow, Math.round.

const sum = (list) => list.reduce((total, each) => total + each, 0);

const trimmedMean = (list, share) => {
  const k = Math.floor(list.length * share);
  const kept = [...list].sort((a, b) => a - b).slice(k, list.length - k);
  return sum(kept) / kept.length;
};

const clamp = (value, low, high) => Math.min(high, Math.max(low, value));
const percent = ({ r, t }) => (r / t) * 100;
const ratio = (each) => Math.min(120, percent(each));
const inverse = ({ r, t }) => clamp((2 - r / t) * 100, 0, 120);

const along = (points, x) => {
  if (x <= points[0][0]) return points[0][1];
  for (let i = 1; i < points.length; i++) {
    const [x0, y0] = points[i - 1];
    const [x1, y1] = points[i];
    if (x <= x1) return y0 + ((x - x0) / (x1 - x0)) * (y1 - y0);
  }
  return points[points.length - 1][1];
};

const step = (steps, x) => steps.findLast(([from]) => x >= from)[1];

const weighted = (parts) => sum(parts.map(([weight, value]) => weight * value));

const LINE_8 = [
  [0, 0],
  [50, 40],
  [80, 70],
  [100, 100],
  [150, 120],
];
const LINE_9 = [
  [0, 20],
  [40, 50],
  [70, 75],
  [100, 100],
  [130, 115],
];
const STEPS_10 = [
  [-Infinity, 40],
  [20, 60],
  [50, 75],
  [80, 90],
  [110, 110],
];
const STEPS_11 = [
  [-Infinity, 0],
  [50, 40],
  [75, 70],
  [90, 90],
  [100, 110],
];

const rules = [
  (value, { idea }, total) => (idea && total >= 75 ? value + 2.5 : value),
  (value, { awards }) => value + Math.min(3, awards * 0.75),
  (value, { absent }) => (absent > 3 ? value - (absent - 3) * 0.5 : value),
  (value, { sanction }) => (sanction ? Math.min(70, value) : value),
];

const bands = [
  { from: 100, label: 'sangat-baik', when: ({ idea }) => idea },
  { from: 90, label: 'baik' },
  { from: 76, label: 'cukup' },
  { from: 60, label: 'kurang' },
  { from: -Infinity, label: 'sangat-kurang' },
];

const score = (record) => {
  const { ind } = record;
  const quantity = weighted([
    [0.4, ratio(ind.i1)],
    [0.35, ratio(ind.i2)],
    [0.25, ratio(ind.i3)],
  ]);
  const quality = weighted([
    [0.3, ratio(ind.i4)],
    [0.3, ratio(ind.i5)],
    [0.4, along(LINE_8, percent(ind.i8))],
  ]);
  const output = Math.pow(quantity, 0.6) * Math.pow(quality, 0.4);
  const process = weighted([
    [0.15, inverse(ind.i6)],
    [0.15, inverse(ind.i7)],
    [0.2, along(LINE_9, percent(ind.i9))],
    [0.15, step(STEPS_10, ind.i10.r)],
    [0.2, step(STEPS_11, percent(ind.i11))],
    [0.15, clamp(((ind.i12.r - 20) / (100 - 20)) * 100, 0, 100)],
  ]);
  const behaviour = weighted([
    [0.5, trimmedMean(record.atasan, 0)],
    [0.3, trimmedMean(record.rekan, 0.15)],
    [0.2, trimmedMean(record.bawahan, 0.1)],
  ]);
  const results = weighted([
    [0.6, output],
    [0.4, process],
  ]);
  const total = weighted([
    [0.6, results],
    [0.4, behaviour],
  ]);
  const value = rules.reduce((current, rule) => rule(current, record, total), total);
  const rounded = Math.round(clamp(value, 0, 120) * 100) / 100;
  const band = bands.find(
    ({ from, when }) => rounded >= from && (when === undefined || when(record)),
  );
  return { score: rounded, rating: band.label };
};

export const row = {
  id: 'hand-natural',
  about: {
    how: 'the same rules as people write them: array methods, `Math.pow`, `Math.round(x * 100) / 100`',
    computes: 'all of it',
  },
  prepare: ({ records }) => JSON.parse(JSON.stringify(records)),
  setUp: () => score,
  read: ({ score: value, rating }) => ({ cents: Math.round(value * 100), rating }),
};
