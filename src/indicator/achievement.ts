import * as z from 'zod/mini';
import { ratio } from '../fast/arithmetic.js';
import { doubleOf } from '../rule/double.js';
import { compareExact, type Exact } from '../number/exact.js';
import { exactText } from '../number/decimal.js';
import { ONE, type Rational } from '../number/rational.js';
import { pointerTo } from '../pointer.js';
import { compileNumber, compileRead } from '../rule/compile.js';
import { evaluateTerm, worstOf } from '../rule/evaluate.js';
import { namesIn } from '../rule/names.js';
import { TYPE_NAMES, typeText } from '../rule/operator.js';
import { printOperand, printTerm } from '../rule/print.js';
import type { NumberSlot } from '../rule/rule.js';
import { numberSlot, reference } from '../rule/schema.js';
import type { Term } from '../rule/term.js';
import { type Cell, isAbsent, isNumber, numberIn, type Reader } from '../slot.js';
import {
  absentHere,
  declaredNumber,
  libraryKind,
  type Derived,
  eachMember,
  readingsIn,
  type KindExample,
} from './contract.js';
import {
  type Better,
  compileTarget,
  type Ends,
  endsOf,
  shareOf,
  type Side,
  sideOf,
  type Target,
} from './target.js';

/** An actual value against its target. */
export interface AchievementSpec {
  /** The name of the value reached. */
  readonly actual: string;
  /** The value or the range to reach, in the unit of `actual`. */
  readonly target: Target;
  /** Whether more or less than the target is an achievement above full, or only being inside a range is full. */
  readonly better: Better;
  /** The most it gives, in the indicator's unit. */
  readonly cap?: NumberSlot;
}

interface AchievementNode extends Ends {
  readonly actual: Term;
  readonly better: Better;
  readonly cap?: Term;
  readonly full: Rational;
  /** Everything that it reads: actual, target, upper end, cap, as far as they are there. */
  readonly terms: readonly Term[];
}

const UNDECIDED = absentHere('undecided', 'number.undecided');

/** The achievement before the cap, or why there is none. */
const achieved = (node: AchievementNode, actual: Exact, from: Exact, to: Exact): Cell => {
  if (node.to === undefined) return partOfFull(node, actual, { by: from, is: 'below' });
  const order = compareExact(from, to);
  if (order === undefined) return UNDECIDED;
  if (order > 0) return absentHere('missing', 'achievement.range_order');
  const side = sideOf(actual, from, to);
  return side === undefined ? UNDECIDED : partOfFull(node, actual, side);
};

const partOfFull = (node: AchievementNode, actual: Exact, side: Side): Cell =>
  shareOf(actual, side, node) ?? absentHere('missing', 'rule.division_by_zero');

const compute = (node: AchievementNode, reader: Reader): Derived => {
  const numbers: Exact[] = [];
  const readings = readingsIn(node.terms, reader);
  for (const term of node.terms) {
    const cell = numberIn(evaluateTerm(term, reader));
    if (isAbsent(cell)) return { cell: worstOf(node.terms, reader) ?? cell, readings };
    numbers.push(cell);
  }
  const [actual = ONE, from = ONE, to = from] = numbers;
  const cell = achieved(node, actual, from, to);
  const cap = node.cap === undefined ? undefined : numbers.at(-1);
  if (cap === undefined || !isNumber(cell)) return { cell, readings };
  const above = compareExact(cell, cap);
  if (above === undefined) return { cell: UNDECIDED, readings };
  return above > 0 ? { cell: cap, readings, chose: 'cap' } : { cell, readings };
};

/**
 * Achievement of a target, on the indicator's scale: higher is better, actual / target * full; lower is
 * better, (1 + (1 - actual / target)) * full; at most `cap`. Not held at zero: lateness beyond twice
 * the target is negative unless a floor says otherwise.
 *
 * A range is measured by its lower end below it and by its upper end above it; inside it is full (interpretation:
 * the source is silent). With `inside`, below counts as higher is better and above as lower is better (interpretation).
 *
 * Issues: `achievement.no_full`, `achievement.inside_range`, `achievement.range_order`, `policy.unknown_key`, `rule.division_by_zero`,
 * `name.*`, `unit.mismatch`
 * Source: PermenPANRB 8/2021, annex pp. 91 and 100; cap at 120 per cent: PP 30/2019 as summarised
 */
export const achievement = libraryKind({
  name: 'achievement',
  version: 2,
  summary: {
    id: 'capaian terhadap target atau rentang, makin tinggi, makin rendah atau di dalamnya makin baik, dengan batas atas',
    en: 'actual against a target or range, higher, lower or inside is better, with an upper limit',
  },
  source:
    'actual / target * full, or (1 + (1 - actual / target)) * full; a range by its nearer end; PermenPANRB 8/2021, annex pp. 91, 100',
  schema: () =>
    z.strictObject({
      actual: reference,
      target: z.union([z.strictObject({ from: numberSlot, to: numberSlot }), numberSlot]),
      better: z.enum(['higher', 'lower', 'inside']),
      cap: z.exactOptional(numberSlot),
    }),
  reads: (spec: AchievementSpec) => {
    const { from, to } = endsOf(spec.target);
    return [spec.actual, ...namesIn(from), ...namesIn(to), ...namesIn(spec.cap)];
  },
  compile: (spec: AchievementSpec, pointer, context) => {
    const declared = declaredNumber(pointer, context);
    if (declared === undefined) return undefined;
    const scale = context.scaleOf(declared.unit);
    const isRatio = declared.unit !== 'any' && declared.unit.dimensions.size === 0;
    if (scale === undefined && !isRatio) {
      context.report('achievement.no_full', pointer);
      return undefined;
    }
    const actual = compileRead(spec.actual, pointerTo(pointer, 'actual'), context);
    if (actual === undefined) return undefined;
    if (actual.type.is !== 'number') {
      context.report('rule.type', pointerTo(pointer, 'actual'), {
        found: typeText(actual.type),
        expected: TYPE_NAMES.number,
      });
      return undefined;
    }
    const ends = compileTarget(spec, pointer, context, actual.type.unit);
    const cap =
      spec.cap === undefined
        ? undefined
        : compileNumber(spec.cap, pointerTo(pointer, 'cap'), context, declared.unit);
    if (ends === undefined || (spec.cap !== undefined && cap === undefined)) return undefined;
    const full = scale?.full ?? ONE;
    const terms = [actual, ends.target, ends.to, cap].filter((each) => each !== undefined);
    const node: AchievementNode = {
      actual,
      ...ends,
      better: spec.better,
      full,
      terms,
      ...(cap === undefined ? {} : { cap }),
    };
    return { node, type: declared };
  },
  exact: eachMember(compute),
  fast: (node: AchievementNode, build) => {
    if (node.to !== undefined || node.better === 'inside') return build.refuse('form');
    const sides = { actual: doubleOf(node.actual, build), target: doubleOf(node.target, build) };
    const cap = node.cap === undefined ? {} : { cap: doubleOf(node.cap, build) };
    return ratio(build, sides, { full: node.full, isInverse: node.better === 'lower', ...cap });
  },
  describe: (node, language) => {
    const [actual, target] = [node.actual, node.target].map((term) => printOperand(term, language));
    const measure =
      node.to === undefined ? (target ?? '') : { id: 'ujung terdekat', en: 'nearer end' }[language];
    const ratio = `${actual ?? ''} / ${measure}`;
    const inverse = `2 - ${ratio}`;
    const share = {
      higher: ratio,
      lower: inverse,
      inside: {
        id: `${ratio} di bawah rentang, ${inverse} di atasnya`,
        en: `${ratio} below the range, ${inverse} above it`,
      }[language],
    }[node.better];
    const range =
      node.to === undefined
        ? ''
        : {
            id: `; rentang ${target ?? ''} sampai ${printTerm(node.to, language)}, di dalamnya penuh`,
            en: `; range ${target ?? ''} to ${printTerm(node.to, language)}, inside it full`,
          }[language];
    const cap = node.cap
      ? {
          id: `, paling tinggi ${printTerm(node.cap, language)}`,
          en: `, at most ${printTerm(node.cap, language)}`,
        }[language]
      : '';
    const name = { id: 'capaian', en: 'achievement' }[language];
    return `${name}: (${share}) × ${exactText(node.full)}${range}${cap}`;
  },
  laws: ['total'],
});

/** Small uses of the kind, which tests and reference pages run. */
export const achievementExamples: readonly KindExample[] = [
  {
    title: { id: 'makin tinggi makin baik', en: 'higher is better' },
    policy: {
      scales: { points: { worst: 0, full: 100, best: 120 } },
      inputs: {
        done: { type: 'integer', unit: 'document', min: 0, max: 1000, ifMissing: 'pending' },
      },
    },
    indicator: {
      unit: 'points',
      achievement: { actual: 'done', target: 12, better: 'higher', cap: 120 },
    },
    evidence: { values: { done: 11 } },
    gives: '275/3',
    laws: ['increasing'],
  },
  {
    title: { id: 'makin rendah makin baik', en: 'lower is better' },
    policy: {
      scales: { points: { worst: 0, full: 100, best: 120 } },
      inputs: {
        hours: {
          type: 'decimal',
          unit: 'hour',
          min: 0,
          max: 100,
          step: '0.1',
          ifMissing: 'pending',
        },
      },
    },
    indicator: { unit: 'points', achievement: { actual: 'hours', target: 24, better: 'lower' } },
    evidence: { values: { hours: 18 } },
    gives: '125',
  },
  {
    title: {
      id: 'rentang, di atasnya dibagi ujung atas',
      en: 'a range; above it by the upper end',
    },
    policy: {
      scales: { points: { worst: 0, full: 100, best: 120 } },
      inputs: {
        done: { type: 'integer', unit: 'document', min: 0, max: 1000, ifMissing: 'pending' },
      },
    },
    indicator: {
      unit: 'points',
      achievement: { actual: 'done', target: { from: 80, to: 90 }, better: 'higher' },
    },
    evidence: { values: { done: 92 } },
    gives: '920/9',
    laws: ['increasing'],
  },
  {
    title: { id: 'hanya di dalam rentang penuh', en: 'full only inside the range' },
    policy: {
      scales: { points: { worst: 0, full: 100, best: 100 } },
      inputs: {
        stock: { type: 'integer', unit: 'day', min: 0, max: 365, ifMissing: 'pending' },
      },
    },
    indicator: {
      unit: 'points',
      achievement: { actual: 'stock', target: { from: 20, to: 30 }, better: 'inside' },
    },
    evidence: { values: { stock: 36 } },
    gives: '80',
  },
];
