import type { Evidence } from '../evidence/evidence.js';
import { load, type Memory, type Numbers } from '../fast/memory.js';
import type { FastPlan } from '../fast/program.js';
import { runProgram } from '../fast/run.js';
import type { Issue } from '../issue.js';
import { decimalText } from '../number/decimal.js';
import { LARGEST, MOST_ISSUES } from './outcome.js';
import type { Outcome, Score } from './scorecard.js';

/** The entry of a dated parameter that holds on a day; -1 before the first. */
const entryOn = (from: readonly number[], day: number): number => {
  let found = -1;
  for (let i = 0; i < from.length && (from[i] ?? Infinity) <= day; i++) found = i;
  return found;
};

/** Fills in dated parameters; whether each has a value that did not change within the days. */
export const readDated = ({ dated }: FastPlan, days: Evidence['dates']): boolean => {
  if (dated.length === 0) return true;
  if (days === undefined) return false;
  for (const { at, from, values } of dated) {
    const value = values[entryOn(from, days.last)] ?? NaN;
    if (values[entryOn(from, days.first)] !== value) return false;
    at.v = value;
  }
  return true;
};

/** Nothing to say. */
export const NONE: readonly Issue[] = [];

/** What is to be said of a subject besides `issues`; undefined where that cannot be told, or is too much to list. */
export const remarksOf = (
  { remarks }: FastPlan,
  issues: readonly Issue[] = NONE,
): readonly Issue[] | undefined => {
  // A list of its own for every subject: the host may do with it what it likes.
  const all = issues.length === 0 ? [] : issues.slice();
  for (const { a, b, issueFor } of remarks) {
    if (a.v === b.v) continue;
    if (Number.isNaN(a.v - b.v)) return undefined;
    all.push(issueFor(a.v, b.v));
  }
  return all.length > MOST_ISSUES ? undefined : all;
};

/** A score of so many units, its text kept for the next subject that has it. */
const scoreIn = ({ texts }: Memory, units: number, places: number): Score => {
  const text = texts.get(units) ?? decimalText(BigInt(units), places);
  texts.set(units, text);
  // Small ones as whole numbers, which are no objects on the heap.
  const whole = units | 0;
  return { units: whole === units ? whole : units, places, text };
};

/** Runs the plan for what was given; whether everything that must hold a number does. */
const isSure = ({ program, memory, checks }: FastPlan): boolean => {
  runProgram(program.first, program.count, memory);
  let sum = 0;
  for (const { v } of checks) sum += v * 0;
  return sum === 0;
};

/**
 * The outcome in doubles of a subject of whom nothing is absent; undefined where a decision lies within the bound, and
 * exact arithmetic has the word.
 */
export const scoreInDoubles = (
  plan: FastPlan,
  numbers: Numbers,
  days: Evidence['dates'],
  issues: readonly Issue[] = NONE,
): Outcome | undefined => {
  const { memory, score, rating } = plan;
  load(plan, numbers);
  if (!readDated(plan, days) || !isSure(plan)) return undefined;
  const said = remarksOf(plan, issues);
  if (said === undefined) return undefined;
  const units = score === undefined ? 0 : score.node.v;
  if (!(units < LARGEST && units > -LARGEST)) return undefined;
  const label = rating === undefined ? undefined : rating.labels[rating.node.v];
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
