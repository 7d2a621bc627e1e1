import * as z from 'zod/mini';
import {
  addExact,
  compareExact,
  divideExact,
  type Exact,
  multiplyExact,
  subtractExact,
} from '../number/exact.js';
import { lnExact } from '../number/functions.js';
import { subtract, ZERO } from '../number/rational.js';
import type { Text } from '../issue.js';
import { pointerTo } from '../pointer.js';
import { compileNumber, compileRead } from '../rule/compile.js';
import { evaluateTerm } from '../rule/evaluate.js';
import { namesIn } from '../rule/names.js';
import { TYPE_NAMES, typeText } from '../rule/operator.js';
import { printTerm } from '../rule/print.js';
import type { NumberSlot } from '../rule/rule.js';
import { numberSlot, reference } from '../rule/schema.js';
import { type Cell, isNumber, type Reader, worstAbsence } from '../slot.js';
import { attributeThrough } from './attribution.js';
import {
  absentHere,
  declaredNumber,
  libraryKind,
  type Derived,
  eachMember,
  readingsIn,
  type KindExample,
} from './contract.js';
import { fastGoalposts, type GoalpostsNode } from './fast-goalposts.js';

/** A value mapped between two goalposts to the ends of the indicator's scale. */
export interface GoalpostsSpec {
  readonly read: string;
  /** The value that gives the scale's `worst`. */
  readonly worst: NumberSlot;
  /** The value that gives the scale's `full`; below `worst` when less is better. */
  readonly best: NumberSlot;
  /** Whether values beyond a goalpost are held at it; or beyond which of the two. */
  readonly clip: Clip;
  /** Whether equal differences or equal ratios of values are equally far apart; linear unless given. */
  readonly spacing?: 'linear' | 'log';
}

type Clip = boolean | 'worst' | 'best';

const UNDECIDED = absentHere('undecided', 'number.undecided');

/** The goalpost that `value` has reached or passed, where the policy holds it there. */
const heldAt = (
  node: GoalpostsNode,
  value: Exact,
  worst: Exact,
  best: Exact,
): 'worst' | 'best' | 'neither' | undefined => {
  const [fromWorst, fromBest, direction] = [
    compareExact(value, worst),
    compareExact(value, best),
    compareExact(best, worst),
  ];
  if (fromWorst === undefined || fromBest === undefined || direction === undefined)
    return undefined;
  if (fromWorst !== direction && (node.clip === true || node.clip === 'worst')) return 'worst';
  if (fromBest !== -direction && (node.clip === true || node.clip === 'best')) return 'best';
  return 'neither';
};

/** (value - worst) / (best - worst), of the values or of their logarithms. */
const shareOf = (node: GoalpostsNode, value: Exact, worst: Exact, best: Exact): Cell => {
  const none = absentHere('missing', 'rule.division_by_zero');
  if (node.spacing === 'linear')
    return divideExact(subtractExact(value, worst), subtractExact(best, worst)) ?? none;
  const signs = [value, worst, best].map((each) => compareExact(each, ZERO));
  if (signs.includes(undefined)) return UNDECIDED;
  if (signs.some((sign) => sign !== 1)) return absentHere('missing', 'rule.no_real_value');
  const [far, span] = [divideExact(value, worst), divideExact(best, worst)];
  const [reached, whole] = [far && lnExact(far), span && lnExact(span)];
  if (reached === undefined || whole === undefined) return UNDECIDED;
  return divideExact(reached, whole) ?? none;
};

const compute = (node: GoalpostsNode, reader: Reader): Derived => {
  const terms = [node.read, node.worst, node.best];
  const cells = terms.map((term) => evaluateTerm(term, reader));
  const readings = readingsIn(terms, reader);
  const absence = worstAbsence(cells);
  const [value, worst, best] = cells.filter(isNumber);
  if (absence !== undefined) return { cell: absence, readings };
  if (value === undefined || worst === undefined || best === undefined)
    return { cell: UNDECIDED, readings };
  const order = compareExact(worst, best);
  if (order === 0) return { cell: absentHere('missing', 'rule.division_by_zero'), readings };
  const held = heldAt(node, value, worst, best);
  if (held === undefined) return { cell: UNDECIDED, readings };
  const { scale } = node;
  if (held !== 'neither')
    return { cell: held === 'worst' ? scale.worst : scale.full, readings, chose: held };
  const share = shareOf(node, value, worst, best);
  if (!isNumber(share)) return { cell: share, readings };
  const span = subtract(scale.full, scale.worst);
  return { cell: addExact(scale.worst, multiplyExact(share, span)), readings };
};

const CLIPPED: Readonly<Record<string, Text>> = {
  true: { id: 'ditahan pada ujungnya', en: 'held at the ends' },
  worst: { id: 'ditahan pada ujung terburuk', en: 'held at the worst end' },
  best: { id: 'ditahan pada ujung penuh', en: 'held at the full end' },
};

/**
 * Min-max normalisation between goalposts: worst' + (value - worst) / (best - worst) * (full' - worst'),
 * where the primed values are the ends of the indicator's scale. With `spacing: "log"`, of the logarithms:
 * ln(value / worst) / ln(best / worst).
 *
 * Issues: `goalposts.no_scale`, `rule.division_by_zero`, `rule.no_real_value`, `name.*`, `unit.mismatch`
 * Source: UNDP, Human Development Report technical notes (dimension index)
 */
export const goalposts = libraryKind({
  name: 'goalposts',
  version: 2,
  summary: {
    id: 'nilai dipetakan di antara dua tonggak ke ujung skala, linear atau logaritmik',
    en: 'a value mapped between two goalposts to the ends of the scale, linear or logarithmic',
  },
  source:
    '(value - worst) / (best - worst), or of logarithms; UNDP, Human Development Report, technical notes',
  schema: () =>
    z.strictObject({
      read: reference,
      worst: numberSlot,
      best: numberSlot,
      clip: z.union([z.boolean(), z.enum(['worst', 'best'])]),
      spacing: z.exactOptional(z.enum(['linear', 'log'])),
    }),
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
    const node: GoalpostsNode = {
      read,
      worst,
      best,
      clip: spec.clip,
      spacing: spec.spacing ?? 'linear',
      scale,
    };
    return { node, type: declared };
  },
  exact: eachMember(compute),
  fast: fastGoalposts,
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
    const clip = node.clip === false ? '' : `, ${CLIPPED[String(node.clip)]?.[language] ?? ''}`;
    const log =
      node.spacing === 'linear' ? '' : { id: ' menurut logaritma', en: ' by logarithms' }[language];
    return {
      id: `${read ?? ''} dipetakan dari ${worst ?? ''} (terburuk) ke ${best ?? ''} (penuh)${log}${clip}`,
      en: `${read ?? ''} mapped from ${worst ?? ''} (worst) to ${best ?? ''} (full)${log}${clip}`,
    }[language];
  },
  laws: ['total', 'attributed'],
});

/** Small uses of the kind, which tests and reference pages run. */
export const goalpostsExamples: readonly KindExample[] = [
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
    title: {
      id: 'logaritma, hanya ditahan di atas',
      en: 'logarithms, held at the upper end only',
    },
    policy: {
      scales: { index: { worst: 0, full: 1, best: 1 } },
      inputs: {
        income: {
          type: 'integer',
          unit: 'dollar',
          min: 100,
          max: 200000,
          ifMissing: 'fail',
        },
      },
    },
    indicator: {
      unit: 'index',
      goalposts: { read: 'income', worst: 100, best: 10000, clip: 'best', spacing: 'log' },
    },
    evidence: { values: { income: 1000 } },
    gives: '0.5',
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
];
