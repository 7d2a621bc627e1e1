// The rules in JSON Logic, for the three rows that run it: stages, each of which may read those before it.
//
// In the shape these engines like best: a flat record, weights multiplied out, and an operation of their
// host for what JSON Logic lacks (a trimmed mean, a power, rounding).

const read = (name) => ({ var: name });
const times = (...parts) => ({ '*': parts });
const plus = (...parts) => ({ '+': parts });
const minus = (...parts) => ({ '-': parts });
const over = (a, b) => ({ '/': [a, b] });
const least = (...parts) => ({ min: parts });
const most = (...parts) => ({ max: parts });

const reached = (i) => over(read(`r${i}`), read(`t${i}`));
const percent = (i) => times(reached(i), 100);
const ratio = (i) => least(120, percent(i));
const inverse = (i) => most(0, least(120, times(minus(2, reached(i)), 100)));

/** Straight lines through points: the first piece whose end is not passed. */
const along = (x, points) => {
  const pieces = points.slice(1).flatMap(([x1, y1], i) => {
    const [x0, y0] = points[i];
    return [{ '<=': [x, x1] }, plus(y0, times(minus(x, x0), (y1 - y0) / (x1 - x0)))];
  });
  const [[first, lowest], [, highest]] = [points[0], points.at(-1)];
  return { if: [{ '<=': [x, first] }, lowest, ...pieces, highest] };
};

const steps = (x, below, table) => ({
  if: [...[...table].reverse().flatMap(([from, gives]) => [{ '>=': [x, from] }, gives]), below],
});

/** Each stage's value is put into the record under its name. */
export const stages = ({ LINES, STEPS_OF_RATIO, STEPS_OF_VALUE }) => [
  ['p8', percent(8)],
  ['p9', percent(9)],
  ['p11', percent(11)],
  [
    'total',
    plus(
      times(
        0.36,
        { pow: [plus(times(0.4, ratio(1)), times(0.35, ratio(2)), times(0.25, ratio(3))), 0.6] },
        {
          pow: [
            plus(
              times(0.3, ratio(4)),
              times(0.3, ratio(5)),
              times(0.4, along(read('p8'), LINES[8])),
            ),
            0.4,
          ],
        },
      ),
      times(
        0.036,
        plus(
          inverse(6),
          inverse(7),
          steps(read('r10'), STEPS_OF_VALUE[10].below, STEPS_OF_VALUE[10].steps),
          most(0, least(100, times(minus(read('r12'), 20), 1.25))),
        ),
      ),
      times(
        0.048,
        plus(
          along(read('p9'), LINES[9]),
          steps(read('p11'), STEPS_OF_RATIO[11].below, STEPS_OF_RATIO[11].steps),
        ),
      ),
      times(0.2, { tmean: [read('atasan'), 0] }),
      times(0.12, { tmean: [read('rekan'), 15] }),
      times(0.08, { tmean: [read('bawahan'), 10] }),
    ),
  ],
  [
    'adjusted',
    minus(
      plus(
        read('total'),
        { if: [{ and: [read('idea'), { '>=': [read('total'), 75] }] }, 2.5, 0] },
        least(3, times(0.75, read('awards'))),
      ),
      { if: [{ '>': [read('absent'), 3] }, times(0.5, minus(read('absent'), 3)), 0] },
    ),
  ],
  [
    'score',
    {
      hundredths: [
        most(
          0,
          least(120, { if: [read('sanction'), least(70, read('adjusted')), read('adjusted')] }),
        ),
      ],
    },
  ],
  [
    'rating',
    {
      if: [
        { and: [{ '>=': [read('score'), 10000] }, read('idea')] },
        'sangat-baik',
        { '>=': [read('score'), 9000] },
        'baik',
        { '>=': [read('score'), 7600] },
        'cukup',
        { '>=': [read('score'), 6000] },
        'kurang',
        'sangat-kurang',
      ],
    },
  ],
];

/** What JSON Logic lacks. */
export const operations = {
  tmean: (list, percentage) => {
    const k = Math.floor((list.length * percentage) / 100);
    let [sum, low, high] = [0, Infinity, -Infinity];
    if (k > 1) throw new Error('written for at most one left out at each side');
    for (const value of list) {
      sum += value;
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
    return k === 0 ? sum / list.length : (sum - low - high) / (list.length - 2);
  },
  pow: (base, exponent) => Math.pow(base, exponent),
  hundredths: (value) => Math.floor(value * 100 + 0.5),
};

/** A flat record, with a place for each stage, so that no shape changes while it is scored. */
export const flat = ({ ind, atasan, rekan, bawahan, idea, awards, absent, sanction }) => ({
  ...Object.fromEntries(
    Object.entries(ind).flatMap(([name, { r, t }]) => [
      [`r${name.slice(1)}`, r],
      [`t${name.slice(1)}`, t],
    ]),
  ),
  atasan,
  rekan,
  bawahan,
  idea,
  awards,
  absent,
  sanction,
  p8: 0,
  p9: 0,
  p11: 0,
  total: 0,
  adjusted: 0,
  score: 0,
  rating: '',
});
