import type { Evidence } from '../evidence/evidence.js';
import { load, type Memory, type Numbers } from '../fast/memory.js';
import type { FastPlan } from '../fast/program.js';
import { runProgram } from '../fast/run.js';
import type { Issue } from '../issue.js';
import { decimalText } from '../number/decimal.js';
import { LARGEST, MOST_ISSUES } from './outcome.js';
import type { Outcome, Score } from './scorecard.js';

/** As many texts of scores are kept. */
const MOST_TEXTS = 65_536;

/** The entry of a dated parameter that holds on a day; -1 before the first. */
const entryOn = (from: readonly number[], day: number): number => {
  let found = -1;
  for (let i = 0; i < from.length && (from[i] ?? Infinity) <= day; i++) found = i;
  return found;
};

/** Fills the places of dated parameters; whether each has a value that did not change within the days. */
export const readDated = ({ dated }: FastPlan, { m }: Memory, days: Evidence['dates']): boolean => {
  if (dated.length === 0) return true;
  if (days === undefined) return false;
  for (const { place, from, values } of dated) {
    const value = values[entryOn(from, days.last)] ?? NaN;
    if (values[entryOn(from, days.first)] !== value) return false;
    m[place] = value;
  }
  return true;
};

const NONE: readonly Issue[] = [];

/** Where a subject's places are: one after another, or `stride` apart from `first` on. */
interface Places {
  readonly m: Float64Array;
  readonly stride: number;
  readonly first: number;
}

/** What is to be said of a subject besides `issues`; undefined where that cannot be told, or is too much to list. */
export const remarksOf = (
  { remarks }: FastPlan,
  { m, stride, first }: Places,
  issues: readonly Issue[] = NONE,
): readonly Issue[] | undefined => {
  // A list of its own for every subject: the host may do with it what it likes.
  const all = [...issues];
  for (const remark of remarks) {
    const a = m[remark.a * stride + first] ?? NaN;
    const b = m[remark.b * stride + first] ?? NaN;
    if (a === b) continue;
    if (Number.isNaN(a - b)) return undefined;
    all.push(remark.issueFor(a, b));
  }
  return all.length > MOST_ISSUES ? undefined : all;
};

/** A score of so many units, its text kept for the next subject that has it. */
const scoreIn = (memory: Memory, units: number, places: number): Score => {
  const isKept = units >= 0 && units < MOST_TEXTS;
  const text = (isKept ? memory.texts[units] : undefined) ?? decimalText(BigInt(units), places);
  if (isKept) memory.texts[units] = text;
  return { units: units + 0, places, text };
};

/** Runs the plan for what is in memory; whether every place that must hold a number does. */
const isSure = (plan: FastPlan, memory: Memory): boolean => {
  runProgram(plan.program, memory);
  const { m } = memory;
  const { checks } = plan;
  let sum = 0;
  for (let i = 0; i < checks.length; i++) sum += (m[checks[i] ?? 0] ?? NaN) * 0;
  return sum === 0;
};

/**
 * The outcome in doubles of a subject of whom nothing is absent; undefined where a decision lies within the bound, and
 * exact arithmetic has the word.
 */
export const scoreInDoubles = (
  plan: FastPlan,
  numbers: Numbers,
  {
    issues = NONE,
    days,
  }: { readonly issues?: readonly Issue[]; readonly days?: Evidence['dates'] },
): Outcome | undefined => {
  const { memory, score, rating } = plan;
  load(plan, memory, numbers);
  if (!readDated(plan, memory, days) || !isSure(plan, memory)) return undefined;
  const { m } = memory;
  const said = remarksOf(plan, { m, stride: 1, first: 0 }, issues);
  if (said === undefined) return undefined;
  const units = score === undefined ? 0 : (m[score.place] ?? NaN);
  if (!(units < LARGEST && units > -LARGEST)) return undefined;
  const label = rating === undefined ? undefined : rating.labels[m[rating.place] ?? -1];
  if (rating !== undefined && label === undefined) return undefined;
  if (score !== undefined && label !== undefined)
    return {
      status: 'final',
      score: scoreIn(memory, units, score.decimals),
      rating: label,
      issues: said,
    };
  return {
    status: 'final',
    ...(score === undefined ? {} : { score: scoreIn(memory, units, score.decimals) }),
    ...(label === undefined ? {} : { rating: label }),
    issues: said,
  };
};
