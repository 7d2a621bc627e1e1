import { dot } from '../fast/arithmetic.js';
import { sharedSumWithin, weightedSumWithin } from '../number/size.js';
import { absentHere, eachMember, libraryKind, type KindExample } from './contract.js';
import { attributeByWeight } from './attribution.js';
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

/** A weighted arithmetic mean; the weights sum to exactly 1. */
export type MeanSpec = WeightedSpec;

/**
 * The weighted arithmetic mean: sum of weight * value.
 *
 * Issues: those of weights
 * Source: OECD/JRC, Handbook on Constructing Composite Indicators (2008), section 1.6.1
 */
export const mean = libraryKind({
  name: 'mean',
  version: 1,
  summary: {
    id: 'rata-rata tertimbang; jumlah bobot tepat 1',
    en: 'weighted arithmetic mean; the weights sum to exactly 1',
  },
  source:
    'sum of weight * value; OECD/JRC, Handbook on Constructing Composite Indicators (2008), 1.6.1',
  schema: weightedSchema,
  reads: weightedReads,
  compile: (spec: MeanSpec, pointer, context) => {
    const node = compileWeighted(spec, pointer, context);
    return node && context.declared && { node, type: context.declared };
  },
  exact: eachMember((node: WeightedNode, reader) => {
    const weighed = weigh(node, reader);
    if ('cell' in weighed) return weighed;
    const { values, shares } = weighed;
    const cell = shares === undefined ? weightedSumWithin(values) : sharedSumWithin(values, shares);
    return withCell(weighed.derived, cell ?? absentHere('undecided', 'number.too_large'));
  }),
  fast: (node: WeightedNode, build) => fastWeighted(node, build, dot),
  attribute: (_node, shortfall) => attributeByWeight(shortfall),
  describe: (node, language) =>
    describeWeights(node, language, { id: 'rata-rata tertimbang', en: 'weighted mean' }),
  laws: ['total', 'internal', 'increasing', 'idempotent', 'order-blind', 'attributed'],
});

/** Small uses of the kind, which tests and reference pages run. */
export const meanExamples: readonly KindExample[] = [
  {
    title: { id: 'dua bagian, 60 dan 40 persen', en: 'two parts, 60 and 40 per cent' },
    policy: {
      scales: { points: { worst: 0, full: 100, best: 120 } },
      inputs: {
        results: {
          type: 'decimal',
          unit: 'points',
          min: 0,
          max: 120,
          step: '0.01',
          ifMissing: 'fail',
        },
        conduct: {
          type: 'decimal',
          unit: 'points',
          min: 0,
          max: 120,
          step: '0.01',
          ifMissing: 'fail',
        },
      },
    },
    indicator: { unit: 'points', mean: { weights: { results: '60%', conduct: 'rest' } } },
    evidence: { values: { results: 90, conduct: 80.05 } },
    gives: '86.02',
  },
  {
    title: {
      id: 'bobot menurut jabatan; yang belum ada boleh ditinggalkan',
      en: 'weights by post; what is missing may be left out',
    },
    policy: {
      scales: { points: { worst: 0, full: 100, best: 100 } },
      inputs: {
        post: { type: 'label', labels: ['structural', 'functional'], ifMissing: 'fail' },
        task: { type: 'integer', unit: 'points', min: 0, max: 100, ifMissing: 'exclude' },
        survey: { type: 'integer', unit: 'points', min: 0, max: 100, ifMissing: 'exclude' },
        lead: { type: 'integer', unit: 'points', min: 0, max: 100, ifMissing: 'exclude' },
      },
    },
    indicator: {
      unit: 'points',
      mean: {
        by: 'post',
        weights: {
          structural: { task: '1/3', survey: '1/3', lead: 'rest' },
          functional: { task: '3/4', survey: '1/4' },
        },
        leaveOut: { atLeast: '60%' },
      },
    },
    evidence: { values: { post: 'structural', task: 70, lead: 80 } },
    gives: '75',
  },
];
