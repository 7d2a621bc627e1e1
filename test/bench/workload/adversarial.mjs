// Records on which floats go wrong: every decision is a tie, or within 1e-9 of one.
//
// All but one value are drawn, so that what does not end in decimals (thirds, sevenths, 23rds, fifth roots)
// comes out even in the end. The last value, r of indicator 6, is then solved for exactly: the score before
// its rounding, or the total that a rule compares with 75, is the number that was aimed at.
import { add, changeOf, divide, exactTotal, multiply, subtract, typed } from './oracle.mjs';
import { BANDS, RULES, STEPS_OF_RATIO, WEIGHTS } from './rules.mjs';
import { surroundings } from './surroundings.mjs';

/** What 100 points of indicator 6 are worth in the total, in ten-thousandths. */
const WORTH = (WEIGHTS.total.results * WEIGHTS.results.process * WEIGHTS.process.i6) / 100;
/** The points in the total that indicator 6 may have to give, from none to its cap, as fractions. */
const ROOM = [5n, 430n].map((hundredths) => [hundredths, 100n]);

const TRIES = 60;

/** A decimal of a few digits that is the double of its text. */
const decimal = (value) => Number(value.toPrecision(12));
const sum = (list) => list.reduce((total, each) => total + each, 0);

// ── the geometric node ───────────────────────────────────────────────────────────────────────

/** Bases whose fifth powers are percentages: of both children, and 100 u^5 beside v^5 / 1000. */
const FIFTHS = [2.2, 2.25, 2.3, 2.4, 2.5, 2.55, 2.6];
const SCALED = { u: [0.9, 0.95, 0.96, 1, 1.02], v: [8, 8.5, 9, 9.2, 9.5, 10] };

/** Quantity and quality in points, and the geometric mean x^0.6 y^0.4 that comes out even. */
const evenPair = (random) => {
  const kind = random.int(0, 99);
  if (kind < 25) return { x: 120, y: 120, g: 120 };
  if (kind < 40) {
    const v = random.decimal(76, 110, 1);
    return { x: v, y: v, g: v };
  }
  if (kind < 45) return { x: 0, y: 80, g: 0 };
  if (kind < 70) {
    const [a, b] = [random.pick(FIFTHS), random.pick(FIFTHS)];
    return { x: decimal(a ** 5), y: decimal(b ** 5), g: decimal(a ** 3 * b ** 2) };
  }
  const [u, v] = [random.pick(SCALED.u), random.pick(SCALED.v)];
  return { x: decimal(100 * u ** 5), y: decimal(v ** 5 / 1000), g: decimal(u ** 3 * v ** 2) };
};

/** Where the line of indicator 8 gives a whole number of points: `[r at a target of 100, points]`. */
const LINE_8 = [
  [50, 40],
  [65, 55],
  [80, 70],
  [100, 100],
  [125, 110],
  [160, 120],
];

/** Quality is 30 % of i4, 30 % of i5, 40 % of i8: with r4 and r5 over 60 or 69 it is what is asked for. */
const underQuality = (random, y) => {
  if (y === 120) return { i4: { r: 75, t: 60 }, i5: { r: 130, t: 100 }, i8: { r: 160, t: 100 } };
  const fits = LINE_8.filter(([, points]) => y - 0.4 * points > 2 && y - 0.4 * points < 72);
  const [r8, points] = random.pick(fits);
  const both = decimal(y - 0.4 * points); // sixty per cent of the mean of i4 and i5
  const i8 = { r: r8, t: 100 };
  if (random.chance(50)) return { i4: { r: both, t: 60 }, i5: { r: both, t: 60 }, i8 };
  // 23rds and thirds that cancel: r4 / 69 + r5 / 69
  const r4 = decimal(both * 1.15 - random.decimal(0, 1, 1));
  return { i4: { r: r4, t: 69 }, i5: { r: decimal(both * 2.3 - r4), t: 69 }, i8 };
};

const underQuantity = (random, x) => {
  const t = random.pick([50, 100, 200]);
  const of = () => ({ r: x === 120 ? t * 1.2 + random.int(0, 9) : decimal((x * t) / 100), t });
  return { i1: of(), i2: of(), i3: of() };
};

// ── process ──────────────────────────────────────────────────────────────────────────────────

/** Edges of the table on r / t * 100, most of which r / t * 100 of doubles misses. */
const onEdge = (random) => {
  const edge = random.pick(STEPS_OF_RATIO[11].steps)[0];
  const t = random.pick([3.6, 7, 35, 45, 49, 52, 55, 65, 70, 82, 97, 110, 130, 205, 220]);
  return { r: decimal((t * edge) / 100), t };
};

/** Targets of the two inverses: what the second leaves over, the first takes up. */
const HIDDEN = [
  [36, 50],
  [27, 3],
  [63, 7],
  [207, 23],
  [207, 69],
];

const underProcess = (random) => {
  const [t6, t7] = random.pick(HIDDEN);
  return {
    i6: { r: 2 * t6, t: t6 }, // nothing yet: this is solved for
    i7: { r: decimal(t7 * random.decimal(0, 1, 1) + random.int(1, 9) / 10), t: t7 },
    i9: { r: random.chance(50) ? 70 + 3 * random.int(0, 10) : random.decimal(100, 130, 2), t: 100 },
    i10: { r: random.int(10, 120), t: 100 },
    i11: random.chance(70) ? onEdge(random) : { r: random.decimal(40, 120, 2), t: 100 },
    i12: { r: random.decimal(10, 110, 1), t: 100 },
  };
};

// ── behaviour ────────────────────────────────────────────────────────────────────────────────

const ratings = (random, count) => random.times(count, () => random.int(60, 100));
const kept = (list) => [...list].sort((a, b) => a - b).slice(1, -1);

/** Ratings whose means end, or thirds and ninths that cancel between two of them. */
const raters = (random) => {
  const bawahan = ratings(random, random.pick([10, 12, 18]));
  for (;;) {
    const atasan = ratings(random, 3);
    if (random.chance(60)) {
      if (sum(atasan) % 3 !== 0) continue;
      return { atasan, rekan: ratings(random, random.pick([7, 10, 12])), bawahan };
    }
    const rekan = ratings(random, 11);
    // 20 % of a third and 12 % of a ninth
    if ((5 * sum(atasan) + sum(kept(rekan))) % 9 === 0) return { atasan, rekan, bawahan };
  }
};

// ── the number that is aimed at ──────────────────────────────────────────────────────────────

const isWithin = ([n, d], [low, high]) => n * low[1] > low[0] * d && n * high[1] < high[0] * d;

/** Totals that are ties: of the comparison with 75, of a band's edge, of any rounding. */
const totalsAimedAt = (random, record, total) => {
  const kind = random.int(0, 99);
  const near = Number(total[0]) / Number(total[1]);
  // The change is the same for every total on one side of 75.
  const less = (score) =>
    [0, RULES.idea.when].map((side) =>
      subtract(score, changeOf(record, { a: typed(side), b: [1n, 1n], power: [0n, 1n] })),
    );
  if (kind < 30) {
    record.idea = true;
    return [typed(RULES.idea.when)];
  }
  if (kind < 60) return BANDS.slice(1).flatMap(([, from]) => less(typed(from - 0.005)));
  const thousandths = Math.floor((near + random.decimal(1, 4, 2)) * 100) * 10 + 5;
  return less([BigInt(thousandths), 1000n]);
};

/** The number of a fraction, where it has at most 15 digits. */
const asNumber = ([n, d]) => {
  for (let places = 0n; places <= 11n; places++) {
    if ((n * 10n ** places) % d !== 0n) continue;
    const digits = ((n * 10n ** places) / d).toString();
    return digits.length > 15 ? undefined : Number(`${digits}e-${places}`);
  }
  return undefined;
};

/** r of indicator 6, such that it gives `points` of the total. */
const solve = (points, t) =>
  asNumber(
    multiply(
      typed(t),
      subtract([2n, 1n], divide(multiply(points, [100n, 1n]), [BigInt(WORTH), 1n])),
    ),
  );

const shifted = (random, r) => {
  if (random.chance(70)) return r;
  const by = random.pick([1e-9, 1e-10, 1e-11]) * random.pick([-1, 1]);
  const moved = Number((r + by).toFixed(11));
  return String(moved).replace('.', '').length > 15 ? r : moved;
};

const drawn = (random, id) => {
  const { x, y, g } = evenPair(random);
  const ind = { ...underQuantity(random, x), ...underQuality(random, y), ...underProcess(random) };
  const record = {
    id,
    ind: Object.fromEntries(Array.from({ length: 12 }, (_, i) => [`i${i + 1}`, ind[`i${i + 1}`]])),
    ...surroundings(random),
    ...raters(random),
  };
  if (random.chance(95)) record.sanction = false;
  return { record, g: typed(g) };
};

/** @returns a record that is a tie; now and then, when it finds none, one that is not */
export const adversarial = (random, id) => {
  let last;
  for (let i = 0; i < TRIES; i++) {
    const { record, g } = drawn(random, id);
    last = record;
    const { a, b } = exactTotal(record);
    const total = add(a, multiply(b, g));
    for (const aim of totalsAimedAt(random, record, total)) {
      const points = subtract(aim, total);
      if (!isWithin(points, ROOM)) continue;
      const { t } = record.ind.i6;
      const r = solve(points, t);
      if (r === undefined) continue;
      record.ind.i6 = { r: shifted(random, r), t };
      return record;
    }
  }
  return last;
};
