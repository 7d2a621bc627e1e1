// The rules that every row computes, as data: a ratio of two numbers for each of twelve indicators, three
// arrays of ratings, a weighted tree of three levels with one geometric node, four rules, bands.

/** Achievement above this does not count. */
export const CAP = 120;

/** Indicators that are a capped ratio r / t * 100; more is better. */
export const RATIOS = [1, 2, 3, 4, 5];

/** Indicators that are a capped inverse, (2 - r / t) * 100, not below zero; less is better. */
export const INVERSES = [6, 7];

/** Indicators that are a piecewise linear function of r / t * 100, held at its ends. */
export const LINES = {
  8: [
    [0, 0],
    [50, 40],
    [80, 70],
    [100, 100],
    [150, 120],
  ],
  9: [
    [0, 20],
    [40, 50],
    [70, 75],
    [100, 100],
    [130, 115],
  ],
};

/** A step table on r: `[from, gives]`, the edge included. */
export const STEPS_OF_VALUE = {
  10: {
    below: 40,
    steps: [
      [20, 60],
      [50, 75],
      [80, 90],
      [110, 110],
    ],
  },
};

/** A step table on r / t * 100. */
export const STEPS_OF_RATIO = {
  11: {
    below: 0,
    steps: [
      [50, 40],
      [75, 70],
      [90, 90],
      [100, 110],
    ],
  },
};

/** Min-max of r between two goalposts, held at both: `[worst, best]`. */
export const GOALPOSTS = { 12: [20, 100] };

/** The three arrays of ratings: how many, and the percentage left out at each side. */
export const RATERS = {
  atasan: { from: 3, to: 3, trim: 0 },
  rekan: { from: 7, to: 12, trim: 15 },
  bawahan: { from: 10, to: 19, trim: 10 },
};

/** The weighted tree, in per cent; `output` is geometric, the others arithmetic. */
export const WEIGHTS = {
  quantity: { i1: 40, i2: 35, i3: 25 },
  quality: { i4: 30, i5: 30, i8: 40 },
  output: { quantity: 60, quality: 40 },
  process: { i6: 15, i7: 15, i9: 20, i10: 15, i11: 20, i12: 15 },
  results: { output: 60, process: 40 },
  behaviour: { atasan: 50, rekan: 30, bawahan: 20 },
  total: { results: 60, behaviour: 40 },
};

/** The four rules, in their order; the score is clamped after them and rounded to 2 places, half up. */
export const RULES = {
  idea: { when: 75, bonus: 2.5 },
  awards: { each: 0.75, atMost: 3 },
  absence: { free: 3, each: 0.5 },
  sanction: { cap: 70 },
};

/** The clamp. */
export const ENDS = [0, 120];

/** Labels, worst first, with the score from which each holds; the top one asks for an idea, else one lower. */
export const BANDS = [
  ['sangat-kurang', undefined],
  ['kurang', 60],
  ['cukup', 76],
  ['baik', 90],
  ['sangat-baik', 100],
];
