import type { Text } from '../issue.js';
import {
  addExact,
  compareExact,
  divideExact,
  type Exact,
  multiplyExact,
  powerProduct,
  subtractExact,
} from '../number/exact.js';
import { divide, ONE, type Rational, rational, subtract, ZERO } from '../number/rational.js';
import type { Absent } from '../slot.js';
import { absentHere, type Frozen, type FrozenPart, type NumericScale } from './contract.js';
import { type Better, betterWords, placeOf, type Ties, tieWords } from './place.js';

/** Over what the squared deviations of a standard deviation are divided: the members, or one less. */
export const DEVIATIONS = ['population', 'sample'] as const;

/** How members with an equal value count in a share of lower ones: not, wholly, or half. */
export const COUNTS = ['below', 'at-or-below', 'middle'] as const;

/** What a subject's value comes to among those of a cohort, or what a constant of a cohort is. */
export interface Standing {
  readonly cell: Exact | Absent;
  /** The end at which a value was held. */
  readonly end?: string;
}

/** A way to compare one value with those of a cohort: what it needs, what it gives, what it is called. */
export interface Comparison {
  readonly part: FrozenPart;
  readonly stand: (value: Exact, frozen: Frozen) => Standing;
  readonly words: Text;
}

/** A value that could not be decided within its bound. */
export const UNDECIDED: Standing = { cell: absentHere('undecided', 'number.undecided') };
/** Moments that outgrew the bound on numbers. */
export const TOO_LARGE: Standing = { cell: absentHere('undecided', 'number.too_large') };
/** No member has a value, or too few have one. */
export const TOO_FEW: Standing = { cell: absentHere('missing', 'cohort.empty') };
const NO_SPREAD: Standing = { cell: absentHere('missing', 'rule.division_by_zero') };

const whole = (count: number): Rational => rational(BigInt(count));

/** What a standard deviation is called. */
export const DEVIATION_WORDS: Readonly<Record<(typeof DEVIATIONS)[number], Text>> = {
  population: { id: 'simpangan baku seluruh kohort', en: 'the standard deviation of the cohort' },
  sample: {
    id: 'simpangan baku kohort sebagai sampel',
    en: 'the standard deviation of the cohort as a sample',
  },
};

/**
 * (value - mean) / sqrt(squares / n), n one less for a sample.
 *
 * Source: usual definition of the standard score
 */
export const standardScore = (sd: (typeof DEVIATIONS)[number]): Comparison => ({
  part: 'moments',
  words: {
    id: `jarak dari rata-rata kohort dalam ${DEVIATION_WORDS[sd].id}`,
    en: `the distance from the mean of the cohort in ${DEVIATION_WORDS[sd].en}`,
  },
  stand: (value, { count, moments }) => {
    const over = sd === 'sample' ? count - 1 : count;
    if (over < 1) return TOO_FEW;
    if (moments === undefined) return TOO_LARGE;
    if (moments.squares.n === 0n) return NO_SPREAD;
    const base = divide(moments.squares, whole(over)) ?? ZERO;
    const deviation = powerProduct([{ base, exponent: { n: 1n, d: 2n } }]);
    const cell = deviation && divideExact(subtractExact(value, moments.mean), deviation);
    return cell === undefined ? UNDECIDED : { cell };
  },
});

/** How many members have less than `value`, how many the same, and how many distinct values are less. */
interface Counts {
  readonly less: number;
  readonly equal: number;
  readonly total: number;
  readonly distinctLess: number;
  readonly distinctMore: number;
}

/** The counts around `value`; undefined when one order could not be decided. */
const countAround = (
  value: Exact,
  values: NonNullable<Frozen['values']>,
  total: number,
): Counts | undefined => {
  let [low, high] = [0, values.length];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const order = compareExact(values[middle]?.value ?? ZERO, value);
    if (order === undefined) return undefined;
    if (order < 0) low = middle + 1;
    else high = middle;
  }
  const at = values[low];
  const order = at && compareExact(at.value, value);
  if (at !== undefined && order === undefined) return undefined;
  const isEqual = order === 0;
  return {
    less: at === undefined ? total : at.below,
    equal: isEqual ? (at?.count ?? 0) : 0,
    total,
    distinctLess: low,
    distinctMore: values.length - low - Number(isEqual),
  };
};

/** A comparison by counting. */
const counting = (words: Text, gives: (counts: Counts) => Rational | undefined): Comparison => ({
  part: 'values',
  words,
  stand: (value, { values = [], count }) => {
    if (values.length === 0) return TOO_FEW;
    const counts = countAround(value, values, count);
    const cell = counts && gives(counts);
    return cell === undefined ? UNDECIDED : { cell };
  },
});

/**
 * The place that a member with this value has, 1 for the best; a value that no member has stands alone at
 * its place.
 *
 * Source: `placeOf`
 */
export const placeAmong = (better: Better, ties: Ties): Comparison =>
  counting(
    {
      id: `peringkat di antara anggota kohort, ${betterWords(better).id}; ${tieWords(ties).id}`,
      en: `the place among the members of the cohort, ${betterWords(better).en}; ${tieWords(ties).en}`,
    },
    ({ less, equal, total, distinctLess, distinctMore }) =>
      placeOf(
        {
          better: better === 'higher' ? total - less - equal : less,
          distinct: better === 'higher' ? distinctMore : distinctLess,
          equal: Math.max(1, equal),
        },
        ties,
      ),
  );

/** By how much of an equal member a share of lower ones grows. */
const COUNTED = {
  below: {
    equal: ZERO,
    words: { id: 'yang lebih rendah', en: 'with lower values' },
  },
  'at-or-below': {
    equal: ONE,
    words: { id: 'yang lebih rendah atau sama', en: 'with lower or equal values' },
  },
  middle: {
    equal: { n: 1n, d: 2n },
    words: {
      id: 'yang lebih rendah, yang sama dihitung setengah',
      en: 'with lower values, equal ones counted half',
    },
  },
} as const satisfies Record<
  (typeof COUNTS)[number],
  { readonly equal: Rational; readonly words: Text }
>;

/**
 * (less + c * equal) / all, where c is 0, 1 or 1/2.
 *
 * Source: usual definitions of the percentile rank; the middle one is that of Kendall's mid-ranks
 */
export const shareBelow = (count: (typeof COUNTS)[number]): Comparison => {
  const { equal: part, words } = COUNTED[count];
  return counting(
    {
      id: `bagian anggota kohort ${words.id}`,
      en: `the share of members of the cohort ${words.en}`,
    },
    ({ less, equal, total }) =>
      rational(BigInt(less) * part.d + BigInt(equal) * part.n, BigInt(total) * part.d),
  );
};

/** `share` held in [0, 1]; undefined when that could not be decided. */
const hold = (share: Exact): { readonly share: Exact; readonly end?: string } | undefined => {
  const low = compareExact(share, ZERO);
  const high = compareExact(share, ONE);
  if (low === undefined || high === undefined) return undefined;
  if (low < 0) return { share: ZERO, end: 'worst' };
  return high > 0 ? { share: ONE, end: 'best' } : { share };
};

/**
 * worst + (value - min) / (max - min) * (full - worst), or from the other end where lower is better.
 *
 * Source: UNDP, Human Development Report technical notes (dimension index), with the observed ends as goalposts
 */
export const betweenEnds = (better: Better, clip: boolean, scale: NumericScale): Comparison => {
  const held = clip
    ? { id: ', ditahan pada ujungnya', en: ', held at the ends' }
    : { id: '', en: '' };
  return {
    part: 'ends',
    words: {
      id: `letak di antara yang terkecil dan terbesar dalam kohort, ${betterWords(better).id}${held.id}`,
      en: `the position between the least and the greatest of the cohort, ${betterWords(better).en}${held.en}`,
    },
    stand: (value, { ends }) => {
      if (ends === undefined) return TOO_FEW;
      const [from, to] = better === 'higher' ? [ends.min, ends.max] : [ends.max, ends.min];
      const raw = divideExact(subtractExact(value, from), subtract(to, from));
      if (raw === undefined) return NO_SPREAD;
      const found = clip ? hold(raw) : { share: raw };
      if (found === undefined) return UNDECIDED;
      const span = subtract(scale.full, scale.worst);
      const cell = addExact(scale.worst, multiplyExact(found.share, span));
      return { cell, ...('end' in found && found.end ? { end: found.end } : {}) };
    },
  };
};
