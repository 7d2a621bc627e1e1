import * as z from 'zod/mini';
import type { Text } from '../issue.js';
import { exactText } from '../number/decimal.js';
import { powerProduct } from '../number/exact.js';
import {
  ceiling,
  compare,
  divide,
  multiply,
  ONE,
  type Rational,
  rational,
  sign,
  ZERO,
} from '../number/rational.js';
import { type Pointer, pointerTo } from '../pointer.js';
import { readLiteral } from '../rule/literal.js';
import type { NumberLiteral } from '../rule/rule.js';
import { numberLiteral, reference } from '../rule/schema.js';
import type { CompileContext, Frozen, FrozenPart } from './contract.js';
import {
  DEVIATION_WORDS,
  DEVIATIONS,
  type Standing,
  TOO_FEW,
  TOO_LARGE,
  UNDECIDED,
} from './standing.js';

/** A number about the cohort itself, in the unit of what is read; who is scored does not matter. */
export type CohortConstantSpec = CohortMean | CohortDeviation | CohortQuantile;

const PLAIN = ['mean', 'min', 'max'] as const;

/** The mean, the least or the greatest of the frozen values. */
export interface CohortMean {
  /** An input or an indicator, one number for the subject. */
  readonly read: string;
  readonly take: (typeof PLAIN)[number];
}

/** The standard deviation of the frozen values. */
export interface CohortDeviation {
  readonly read: string;
  readonly take: 'sd';
  /** Squared deviations over the number of members, or over one less. */
  readonly sd: (typeof DEVIATIONS)[number];
}

/** The frozen value up to which a share of the members reach. */
export interface CohortQuantile {
  readonly read: string;
  readonly take: 'quantile';
  /** The share, from 0 to 1: `"90%"`. */
  readonly at: NumberLiteral;
  /** `nearest-rank`: the least frozen value with at least `at` of the values at or below it. */
  readonly method: 'nearest-rank';
}

/** A number of a cohort: what it needs, what it is, what it is called. */
export interface CohortConstant {
  readonly part: FrozenPart;
  readonly of: (frozen: Frozen) => Standing;
  readonly words: Text;
}

/** The forms of those takes that give a constant, for the schema of the verb. */
export const constantForms = () =>
  [
    z.strictObject({ read: reference, take: z.enum(PLAIN) }),
    z.strictObject({ read: reference, take: z.literal('sd'), sd: z.enum(DEVIATIONS) }),
    z.strictObject({
      read: reference,
      take: z.literal('quantile'),
      at: numberLiteral,
      method: z.literal('nearest-rank'),
    }),
  ] as const;

const MEAN: CohortConstant = {
  part: 'moments',
  words: { id: 'rata-rata kohort', en: 'the mean of the cohort' },
  of: ({ count, moments }) => {
    if (count === 0) return TOO_FEW;
    return moments === undefined ? TOO_LARGE : { cell: moments.mean };
  },
};

const endOf = (end: 'min' | 'max', words: Text): CohortConstant => ({
  part: 'ends',
  words,
  of: ({ ends }) => (ends === undefined ? TOO_FEW : { cell: ends[end] }),
});

const PLAIN_CONSTANTS: Readonly<Record<(typeof PLAIN)[number], CohortConstant>> = {
  mean: MEAN,
  min: endOf('min', { id: 'nilai terkecil dalam kohort', en: 'the least value of the cohort' }),
  max: endOf('max', { id: 'nilai terbesar dalam kohort', en: 'the greatest value of the cohort' }),
};

/**
 * sqrt(squares / n), n one less for a sample.
 *
 * Source: usual definition of the standard deviation
 */
const deviation = (sd: (typeof DEVIATIONS)[number]): CohortConstant => ({
  part: 'moments',
  words: DEVIATION_WORDS[sd],
  of: ({ count, moments }) => {
    const over = sd === 'sample' ? count - 1 : count;
    if (over < 1) return TOO_FEW;
    if (moments === undefined) return TOO_LARGE;
    const base = divide(moments.squares, rational(BigInt(over))) ?? ZERO;
    const cell = powerProduct([{ base, exponent: { n: 1n, d: 2n } }]);
    return cell === undefined ? UNDECIDED : { cell };
  },
});

/** The first of `values` up to which at least `wanted` members reach. */
const firstReaching = (
  values: NonNullable<Frozen['values']>,
  wanted: number,
): Rational | undefined => {
  let [low, high] = [0, values.length - 1];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const at = values[middle];
    if (at !== undefined && at.below + at.count >= wanted) high = middle;
    else low = middle + 1;
  }
  return values[low]?.value;
};

/**
 * The least frozen value with at least at * n of the values at or below it; for at = 0 the least.
 *
 * Source: ISO 3534-1:2006 (quantile); R. J. Hyndman and Y. Fan, Sample Quantiles in Statistical Packages, The American
 * Statistician 50 (1996), definition 1
 */
const quantile = (at: Rational): CohortConstant => ({
  part: 'values',
  words: {
    id: `nilai kohort yang dicapai ${exactText(at)} bagian anggota dari bawah`,
    en: `the value of the cohort at ${exactText(at)} of its members from below`,
  },
  of: ({ count, values = [] }) => {
    const wanted = Number(ceiling(multiply(at, rational(BigInt(count)))));
    const cell = firstReaching(values, wanted);
    return cell === undefined ? TOO_FEW : { cell };
  },
});

/**
 * The constant that `spec` asks for; undefined after a report.
 *
 * Issues: `cohort.quantile`
 */
export const constantOf = (
  spec: CohortConstantSpec,
  pointer: Pointer,
  context: CompileContext,
): CohortConstant | undefined => {
  if (spec.take === 'sd') return deviation(spec.sd);
  if (spec.take !== 'quantile') return PLAIN_CONSTANTS[spec.take];
  const at = readLiteral(spec.at);
  if (at !== undefined && sign(at) >= 0 && compare(at, ONE) <= 0) return quantile(at);
  context.report('cohort.quantile', pointerTo(pointer, 'at'), { found: String(spec.at) });
  return undefined;
};
