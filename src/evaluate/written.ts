import type { Reading } from '../indicator/contract.js';
import type { Text } from '../issue.js';
import { exactText } from '../number/decimal.js';
import { equal, ONE, type Rational, sign } from '../number/rational.js';
import type { IndicatorPlan } from '../plan/plan.js';
import { isNumber, type Slot } from '../slot.js';
import { conversionFactor } from '../unit.js';

/** What the texts of weights depend on. */
interface Weighing {
  readonly slot: Slot;
  readonly weight: Rational | undefined;
  readonly hasValue: boolean;
}

/** The weights of single values, as they were written. */
interface Weights {
  /** By position of the reading: what the others were written from. */
  readonly from: readonly Weighing[];
  /** By position of the reading; undefined where it has no weight. */
  readonly texts: readonly (string | undefined)[];
  /** Those that were used, by component; undefined where none was. */
  readonly used: Readonly<Record<string, string>> | undefined;
}

const NO_WEIGHTS: Weights = { from: [], texts: [], used: undefined };

/** What is written of an indicator alike for every subject, or for most. */
export interface Written {
  /** What its verb computes, in words. */
  readonly rule: Text;
  /** By slot that it reads: how many of its unit one of that slot's is, where that is not 1. */
  readonly factors: Map<number, string | undefined>;
  /** The weights of the subject before, which nearly every subject has. */
  weights: Weights;
}

/** A pure cache by the indicators of plans: what a scorecard would otherwise write anew for each subject. */
const known = new WeakMap<IndicatorPlan, Written>();

/** What is written of an indicator. */
export const writtenOf = (plan: IndicatorPlan): Written => {
  const kept = known.get(plan);
  if (kept !== undefined) return kept;
  const { kind, node } = plan;
  const rule = Object.freeze({ id: kind.describe(node, 'id'), en: kind.describe(node, 'en') });
  const written: Written = { rule, factors: new Map(), weights: NO_WEIGHTS };
  known.set(plan, written);
  return written;
};

const isWeighed = ({ row, weight }: Reading): boolean => row === undefined && weight !== undefined;

/** Whether `readings` weigh as those did that `from` tells of. */
const areAlike = (from: readonly Weighing[], readings: readonly Reading[]): boolean => {
  if (from.length !== readings.length) return false;
  let i = 0;
  for (const { slot, weight, cell } of readings) {
    const other = from[i];
    if (other?.slot !== slot || other.weight !== weight) return false;
    if (other.hasValue !== isNumber(cell)) return false;
    i += 1;
  }
  return true;
};

const writeWeights = (readings: readonly Reading[]): Weights => {
  const from = readings.map(({ slot, weight, cell }) => ({
    slot,
    weight,
    hasValue: isNumber(cell),
  }));
  const texts = readings.map(({ weight }) => weight && exactText(weight));
  const used: Record<string, string> = {};
  for (const [i, { slot, row, weight, cell }] of readings.entries()) {
    const text = texts[i];
    if (weight === undefined || text === undefined || row !== undefined) continue;
    if (isNumber(cell) && sign(weight) !== 0) used[slot.name] = text;
  }
  const isNone = Object.keys(used).length === 0;
  return { from, texts, used: isNone ? undefined : Object.freeze(used) };
};

/** The weights that the readings of a verb carry, those of rows aside. */
export const weightsOf = (written: Written, readings: readonly Reading[]): Weights => {
  if (!readings.some(isWeighed)) return NO_WEIGHTS;
  if (!areAlike(written.weights.from, readings)) written.weights = writeWeights(readings);
  return written.weights;
};

/** How many of the unit of `whole` one of `part` is, where that is not 1. */
const factorText = (part: Slot, whole: Slot): string | undefined => {
  if (part.type.is !== 'number' || whole.type.is !== 'number') return undefined;
  const factor = conversionFactor(part.type.unit, whole.type.unit);
  return factor === undefined || factor === ONE || equal(factor, ONE)
    ? undefined
    : exactText(factor);
};

/** As `factorText`, for what an indicator reads. */
export const factorOf = ({ factors }: Written, part: Slot, whole: Slot): string | undefined => {
  if (factors.has(part.index)) return factors.get(part.index);
  const text = factorText(part, whole);
  factors.set(part.index, text);
  return text;
};
