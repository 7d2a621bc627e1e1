import { geometric as product } from '../fast/arithmetic.js';
import { compareExact, powerProduct } from '../number/exact.js';
import { ZERO } from '../number/rational.js';
import { attributeInProportion } from './attribution.js';
import { absentHere, libraryKind, eachMember, type KindExample } from './contract.js';
import { describeWeights } from './describe-weights.js';
import { fastWeighted } from './fast-weights.js';
import { weigh, withCell } from './weigh.js';
import {
  compileWeighted,
  weightedReads,
  weightedSchema,
  type WeightedNode,
  type WeightedSpec,
} from './weights.js';

/** A weighted geometric mean; the weights sum to exactly 1. */
export type GeometricSpec = WeightedSpec;

/**
 * The weighted geometric mean: product of value ^ weight; 0 when a component is 0, no value when one
 * is negative.
 *
 * Exact where the product is rational, otherwise an enclosure refined until each rounding and
 * comparison is certain.
 *
 * Issues: those of weights; `geometric.negative`
 * Source: OECD/JRC, Handbook on Constructing Composite Indicators (2008), section 1.6.2
 */
export const geometric = libraryKind({
  name: 'geometric',
  version: 1,
  summary: {
    id: 'rata-rata geometrik tertimbang; jumlah bobot tepat 1',
    en: 'weighted geometric mean; the weights sum to exactly 1',
  },
  source:
    'product of value ^ weight; OECD/JRC, Handbook on Constructing Composite Indicators (2008), 1.6.2',
  schema: weightedSchema,
  reads: weightedReads,
  compile: (spec: GeometricSpec, pointer, context) => {
    const node = compileWeighted(spec, pointer, context);
    return node && context.declared && { node, type: context.declared };
  },
  exact: eachMember((node: WeightedNode, reader) => {
    const weighed = weigh(node, reader);
    if ('cell' in weighed) return weighed;
    const { values, derived } = weighed;
    if (values.some(({ value }) => (compareExact(value, ZERO) ?? 0) < 0)) {
      const remarks = [{ code: 'geometric.negative' as const }];
      return { ...derived, cell: absentHere('missing', 'geometric.negative'), remarks };
    }
    const cell = powerProduct(
      values.map(({ value, weight }) => ({ base: value, exponent: weight })),
    );
    return withCell(derived, cell ?? absentHere('undecided', 'number.undecided'));
  }),
  fast: (node: WeightedNode, build) => fastWeighted(node, build, product),
  attribute: (_node, shortfall) => attributeInProportion(shortfall),
  describe: (node, language) =>
    describeWeights(node, language, {
      id: 'rata-rata geometrik tertimbang',
      en: 'weighted geometric mean',
    }),
  laws: ['total', 'internal', 'increasing', 'idempotent', 'order-blind', 'attributed'],
});

/** Small uses of the kind, which tests and reference pages run. */
export const geometricExamples: readonly KindExample[] = [
  {
    title: { id: 'akar yang tepat', en: 'a root that comes out even' },
    policy: {
      scales: { points: { worst: 0, full: 100, best: 100 } },
      inputs: {
        service: {
          type: 'decimal',
          unit: 'points',
          min: 0,
          max: 100,
          step: '0.001',
          ifMissing: 'fail',
        },
        conduct: {
          type: 'decimal',
          unit: 'points',
          min: 0,
          max: 100,
          step: '0.001',
          ifMissing: 'fail',
        },
      },
    },
    indicator: { unit: 'points', geometric: { weights: { service: '0.6', conduct: 'rest' } } },
    evidence: { values: { service: 100, conduct: 32.768 } },
    gives: '64',
  },
  {
    title: { id: 'akar yang dibulatkan dengan pasti', en: 'a root rounded with certainty' },
    policy: {
      scales: { points: { worst: 0, full: 100, best: 100 } },
      inputs: {
        service: { type: 'integer', unit: 'points', min: 0, max: 100, ifMissing: 'fail' },
        conduct: { type: 'integer', unit: 'points', min: 0, max: 100, ifMissing: 'fail' },
      },
    },
    indicator: {
      unit: 'points',
      geometric: { weights: { service: '1/2', conduct: '1/2' } },
      round: { places: 4, mode: 'half-up', for: 'use' },
    },
    evidence: { values: { service: 80, conduct: 90 } },
    gives: '84.8528',
  },
];
