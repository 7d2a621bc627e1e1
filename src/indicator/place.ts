import type { Text } from '../issue.js';
import { ONE, type Rational, rational } from '../number/rational.js';
import type { Unit } from '../unit.js';

/** Which end of a value is the better one. */
export const BETTER = ['higher', 'lower'] as const;

/** Which end of a value is the better one. */
export type Better = (typeof BETTER)[number];

/** What place equal values take. */
export const TIES = ['min', 'dense', 'average'] as const;

/** What place equal values take. */
export type Ties = (typeof TIES)[number];

/** How a value lies among others. */
interface Standing {
  /** How many are better. */
  readonly better: number;
  /** How many distinct values are better. */
  readonly distinct: number;
  /** How many are equal, itself among them. */
  readonly equal: number;
}

/**
 * The place of a value, 1 for the best.
 *
 * `min`: 1 + better; `dense`: 1 + distinct; `average`: 1 + better + (equal - 1) / 2
 */
export const placeOf = ({ better, distinct, equal }: Standing, ties: Ties): Rational => {
  if (ties === 'dense') return rational(BigInt(1 + distinct));
  if (ties === 'min') return rational(BigInt(1 + better));
  return rational(BigInt(2 * better + 1 + equal), 2n);
};

/** The unit of a place, so that places are never added to points unseen. */
export const PLACE: Unit = { dimensions: new Map([['place', 1]]), factor: ONE, text: 'place' };

const BETTER_WORDS: Readonly<Record<Better, Text>> = {
  higher: { id: 'yang lebih tinggi lebih baik', en: 'the higher the better' },
  lower: { id: 'yang lebih rendah lebih baik', en: 'the lower the better' },
};

/** Which end is the better one, in words. */
export const betterWords = (better: Better): Text => BETTER_WORDS[better];

const TIE_WORDS: Readonly<Record<Ties, Text>> = {
  min: {
    id: 'yang sama mendapat tempat terbaiknya',
    en: 'equal ones take the best of their places',
  },
  dense: {
    id: 'yang sama mendapat satu tempat tanpa celah sesudahnya',
    en: 'equal ones take one place with no gap after it',
  },
  average: {
    id: 'yang sama mendapat rata-rata tempatnya',
    en: 'equal ones take the mean of their places',
  },
};

/** What place equal values take, in words. */
export const tieWords = (ties: Ties): Text => TIE_WORDS[ties];
