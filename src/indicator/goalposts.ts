import * as z from 'zod/mini';
import {
  addExact,
  compareExact,
  divideExact,
  type Exact,
  multiplyExact,
  subtractExact,
} from '../number/exact.js';
import { subtract } from '../number/rational.js';
import { pointerTo } from '../pointer.js';
import { compileNumber, compileRead } from '../rule/compile.js';
import { evaluateTerm } from '../rule/evaluate.js';
import { namesIn } from '../rule/names.js';
import { TYPE_NAMES, typeText } from '../rule/operator.js';
import { printTerm } from '../rule/print.js';
import type { NumberSlot } from '../rule/rule.js';
import { numberSlot, reference } from '../rule/schema.js';
import { slotsOf, type Term } from '../rule/term.js';
import { isNumber, type Reader, worstAbsence } from '../slot.js';
import { attributeThrough } from './attribution.js';
import {
  absentHere,
  declaredNumber,
  libraryKind,
  type Derived,
  eachMember,
  type NumericScale,
  readingsOf,
} from './contract.js';

/** A value mapped between two goalposts to the ends of the indicator's scale. */
export interface GoalpostsSpec {
  readonly read: string;
  /** The value that gives the scale's `worst`. */
  readonly worst: NumberSlot;
  /** The value that gives the scale's `full`; below `worst` when less is better. */
  readonly best: NumberSlot;
  /** Whether values beyond a goalpost are held at it. */
  readonly clip: boolean;
}

interface GoalpostsNode {
  readonly read: Term;
  readonly worst: Term;
  readonly best: Term;
  readonly clip: boolean;
  readonly scale: NumericScale;
}

/** `share` held in [0, 1]; undefined when that could not be decided. */
const hold = (share: Exact): { readonly share: Exact; readonly end?: string } | undefined => {
  const low = compareExact(share, { n: 0n, d: 1n });
  const high = compareExact(share, { n: 1n, d: 1n });
  if (low === undefined || high === undefined) return undefined;
  if (low < 0) return { share: { n: 0n, d: 1n }, end: 'worst' };
  return high > 0 ? { share: { n: 1n, d: 1n }, end: 'best' } : { share };
};

const compute = (node: GoalpostsNode, reader: Reader): Derived => {
  const terms = [node.read, node.worst, node.best];
  const cells = terms.map((term) => evaluateTerm(term, reader));
  const readings = readingsOf(terms.flatMap(slotsOf), reader);
  const absence = worstAbsence(cells);
  const [value, worst, best] = cells.filter(isNumber);
  if (absence !== undefined) return { cell: absence, readings };
  if (value === undefined || worst === undefined || best === undefined) {
    return { cell: absentHere('undecided', 'number.undecided'), readings };
  }
  const share = divideExact(subtractExact(value, worst), subtractExact(best, worst));
  if (share === undefined) {
    const remarks = [{ code: 'rule.division_by_zero' as const }];
    return { cell: absentHere('missing', 'rule.division_by_zero'), readings, remarks };
  }
  const held = node.clip ? hold(share) : { share };
  if (held === undefined) return { cell: absentHere('undecided', 'number.undecided'), readings };
  const span = subtract(node.scale.full, node.scale.worst);
  const cell = addExact(node.scale.worst, multiplyExact(held.share, span));
  return { cell, readings, ...('end' in held && held.end ? { chose: held.end } : {}) };
};

/**
 * Min-max normalisation between goalposts: worst' + (value - worst) / (best - worst) * (full' - worst'),
 * where the primed values are the ends of the indicator's scale.
 *
 * Issues: `goalposts.no_scale`, `rule.division_by_zero`, `name.*`, `unit.mismatch`
 * Source: UNDP, Human Development Report technical notes (dimension index)
 */
export const goalposts = libraryKind({
  name: 'goalposts',
  version: 1,
  summary: {
    id: 'nilai dipetakan di antara dua tonggak ke ujung skala',
    en: 'a value mapped between two goalposts to the ends of the scale',
  },
  source: '(value - worst) / (best - worst); UNDP, Human Development Report, technical notes',
  schema: () =>
    z.strictObject({ read: reference, worst: numberSlot, best: numberSlot, clip: z.boolean() }),
  reads: (spec: GoalpostsSpec) => [spec.read, ...namesIn(spec.worst), ...namesIn(spec.best)],
  compile: (spec: GoalpostsSpec, pointer, context) => {
    const declared = declaredNumber(pointer, context);
    if (declared === undefined) return undefined;
    const scale = context.scaleOf(declared.unit);
    if (scale === undefined) {
      context.report('goalposts.no_scale', pointer);
      return undefined;
    }
    const read = compileRead(spec.read, pointerTo(pointer, 'read'), context);
    if (read === undefined) return undefined;
    const unit = read.type.is === 'number' ? read.type.unit : 'any';
    if (read.type.is !== 'number') {
      context.report('rule.type', pointerTo(pointer, 'read'), {
        found: typeText(read.type),
        expected: TYPE_NAMES.number,
      });
      return undefined;
    }
    const worst = compileNumber(spec.worst, pointerTo(pointer, 'worst'), context, unit);
    const best = compileNumber(spec.best, pointerTo(pointer, 'best'), context, unit);
    if (worst === undefined || best === undefined) return undefined;
    const node: GoalpostsNode = { read, worst, best, clip: spec.clip, scale };
    return { node, type: declared };
  },
  exact: eachMember(compute),
  attribute: (node, shortfall) => {
    const read = node.read.is === 'read' ? node.read.slot : undefined;
    return attributeThrough(
      shortfall.derived.readings.find((reading) => reading.slot === read),
      shortfall,
    );
  },
  describe: (node, language) => {
    const [read, worst, best] = [node.read, node.worst, node.best].map((term) =>
      printTerm(term, language),
    );
    const clip = node.clip
      ? { id: ', ditahan pada ujungnya', en: ', held at the ends' }[language]
      : '';
    return {
      id: `${read ?? ''} dipetakan dari ${worst ?? ''} (terburuk) ke ${best ?? ''} (penuh)${clip}`,
      en: `${read ?? ''} mapped from ${worst ?? ''} (worst) to ${best ?? ''} (full)${clip}`,
    }[language];
  },
  laws: ['total', 'attributed'],
  examples: [
    {
      title: { id: 'angka harapan hidup 20 sampai 85', en: 'life expectancy from 20 to 85' },
      policy: {
        scales: { index: { worst: 0, full: 1, best: 1 } },
        inputs: {
          life: { type: 'decimal', unit: 'year', min: 0, max: 120, step: '0.1', ifMissing: 'fail' },
        },
      },
      indicator: { unit: 'index', goalposts: { read: 'life', worst: 20, best: 85, clip: true } },
      evidence: { values: { life: 72.5 } },
      gives: '21/26',
      laws: ['increasing', 'bounded'],
    },
    {
      title: { id: 'makin sedikit makin baik', en: 'less is better' },
      policy: {
        scales: { points: { worst: 0, full: 100, best: 100 } },
        inputs: { late: { type: 'integer', unit: 'minute', min: 0, max: 600, ifMissing: 'fail' } },
      },
      indicator: { unit: 'points', goalposts: { read: 'late', worst: 90, best: 0, clip: true } },
      evidence: { values: { late: 9 } },
      gives: '90',
      laws: ['bounded'],
    },
  ],
});
