import * as z from 'zod/mini';
import {
  compareExact,
  divideExact,
  type Exact,
  multiplyExact,
  subtractExact,
} from '../number/exact.js';
import { exactText } from '../number/decimal.js';
import { ONE, type Rational, rational } from '../number/rational.js';
import { pointerTo } from '../pointer.js';
import { compileNumber, compileRead } from '../rule/compile.js';
import { evaluateTerm } from '../rule/evaluate.js';
import { namesIn } from '../rule/names.js';
import { TYPE_NAMES, typeText } from '../rule/operator.js';
import { printTerm } from '../rule/print.js';
import type { NumberSlot } from '../rule/rule.js';
import { numberSlot, reference } from '../rule/schema.js';
import { slotsOf, type Term } from '../rule/term.js';
import { isNumber, numberIn, type Reader, worstAbsence } from '../slot.js';
import {
  absentHere,
  declaredNumber,
  libraryKind,
  type Derived,
  eachMember,
  readingsOf,
} from './contract.js';

/** An actual value against its target. */
export interface AchievementSpec {
  /** The name of the value reached. */
  readonly actual: string;
  /** The value to reach, in the unit of `actual`. */
  readonly target: NumberSlot;
  /** Whether more or less than the target is an achievement above full. */
  readonly better: 'higher' | 'lower';
  /** The most it gives, in the indicator's unit. */
  readonly cap?: NumberSlot;
}

interface AchievementNode {
  readonly actual: Term;
  readonly target: Term;
  readonly better: 'higher' | 'lower';
  readonly cap?: Term;
  readonly full: Rational;
}

const TWO = rational(2n);

const compute = (node: AchievementNode, reader: Reader): Derived => {
  const actual = evaluateTerm(node.actual, reader);
  const target = evaluateTerm(node.target, reader);
  const cap = node.cap && evaluateTerm(node.cap, reader);
  const terms = [node.actual, node.target, ...(node.cap ? [node.cap] : [])];
  const readings = readingsOf(terms.flatMap(slotsOf), reader);
  const absence = worstAbsence([actual, target, ...(cap === undefined ? [] : [cap])]);
  if (absence !== undefined) return { cell: absence, readings };
  if (!isNumber(actual) || !isNumber(target)) return { cell: numberIn(actual), readings };
  const ratio = divideExact(actual, target);
  if (ratio === undefined) {
    const remarks = [{ code: 'rule.division_by_zero' as const }];
    return { cell: absentHere('missing', 'rule.division_by_zero'), readings, remarks };
  }
  const share: Exact = node.better === 'higher' ? ratio : subtractExact(TWO, ratio);
  const value = multiplyExact(node.full, share);
  if (cap === undefined || !isNumber(cap)) return { cell: value, readings };
  const above = compareExact(value, cap);
  if (above === undefined) return { cell: absentHere('undecided', 'number.undecided'), readings };
  return above > 0 ? { cell: cap, readings, chose: 'cap' } : { cell: value, readings };
};

/**
 * Achievement of a target, on the indicator's scale: higher is better, actual / target * full; lower is
 * better, (1 + (1 - actual / target)) * full; at most `cap`. Not held at zero: lateness beyond twice
 * the target is negative unless a floor says otherwise.
 *
 * Issues: `achievement.no_full`, `rule.division_by_zero`, `name.*`, `unit.mismatch`
 * Source: PermenPANRB 8/2021, annex pp. 91 and 100; cap at 120 per cent: PP 30/2019 as summarised
 */
export const achievement = libraryKind({
  name: 'achievement',
  version: 1,
  summary: {
    id: 'capaian terhadap target, makin tinggi atau makin rendah makin baik, dengan batas atas',
    en: 'actual against target, higher or lower is better, with an upper limit',
  },
  source:
    'actual / target * full, or (1 + (1 - actual / target)) * full; PermenPANRB 8/2021, annex pp. 91, 100',
  schema: () =>
    z.strictObject({
      actual: reference,
      target: numberSlot,
      better: z.enum(['higher', 'lower']),
      cap: z.exactOptional(numberSlot),
    }),
  reads: (spec: AchievementSpec) => [spec.actual, ...namesIn(spec.target), ...namesIn(spec.cap)],
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
    const target = compileNumber(
      spec.target,
      pointerTo(pointer, 'target'),
      context,
      actual.type.unit,
    );
    const cap =
      spec.cap === undefined
        ? undefined
        : compileNumber(spec.cap, pointerTo(pointer, 'cap'), context, declared.unit);
    if (target === undefined || (spec.cap !== undefined && cap === undefined)) return undefined;
    const full = scale?.full ?? ONE;
    const node: AchievementNode = {
      actual,
      target,
      better: spec.better,
      full,
      ...(cap === undefined ? {} : { cap }),
    };
    return { node, type: declared };
  },
  exact: eachMember(compute),
  describe: (node, language) => {
    const actual = printTerm(node.actual, language);
    const target = printTerm(node.target, language);
    const ratio = `${actual} / ${target}`;
    const share = node.better === 'higher' ? ratio : `2 - ${ratio}`;
    const cap = node.cap
      ? {
          id: `, paling tinggi ${printTerm(node.cap, language)}`,
          en: `, at most ${printTerm(node.cap, language)}`,
        }[language]
      : '';
    const name = { id: 'capaian', en: 'achievement' }[language];
    return `${name}: (${share}) × ${exactText(node.full)}${cap}`;
  },
  laws: ['total'],
  examples: [
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
  ],
});
