import { rational } from '../number/rational.js';
import { attributeInProportion } from './attribution.js';
import { eachMember, libraryKind, type KindExample } from './contract.js';
import { describeWeights } from './describe-weights.js';
import { fastPowers, weighPowers } from './power-mean.js';
import {
  compileWeighted,
  weightedReads,
  weightedSchema,
  type WeightedNode,
  type WeightedSpec,
} from './weights.js';

/** A weighted harmonic mean; the weights sum to exactly 1. */
export type HarmonicSpec = WeightedSpec;

const MINUS_ONE = rational(-1n);

/**
 * The weighted harmonic mean: 1 / sum of (weight / value); 0 when a component is 0, its limit there.
 *
 * Issues: those of weights; `power.negative`
 * Source: usual definition; rates over equal amounts (F-measure: van Rijsbergen, Information Retrieval, 1979)
 */
export const harmonic = libraryKind({
  name: 'harmonic',
  version: 1,
  summary: {
    id: 'rata-rata harmonik tertimbang; jumlah bobot tepat 1',
    en: 'weighted harmonic mean; the weights sum to exactly 1',
  },
  source: '1 / sum of (weight / value)',
  schema: weightedSchema,
  reads: weightedReads,
  compile: (spec: HarmonicSpec, pointer, context) => {
    const node = compileWeighted(spec, pointer, context);
    return node && context.declared && { node, type: context.declared };
  },
  exact: eachMember((node: WeightedNode, reader) => weighPowers(node, MINUS_ONE, reader)),
  fast: (node: WeightedNode, build) => fastPowers(node, MINUS_ONE, build),
  attribute: (_node, shortfall) => attributeInProportion(shortfall),
  describe: (node, language) =>
    describeWeights(node, language, {
      id: 'rata-rata harmonik tertimbang',
      en: 'weighted harmonic mean',
    }),
  laws: ['total', 'internal', 'increasing', 'idempotent', 'order-blind', 'attributed'],
});

/** Small uses of the kind, which tests and reference pages run. */
export const harmonicExamples: readonly KindExample[] = [
  {
    title: { id: 'dua bagian sama berat', en: 'two equal parts' },
    policy: {
      scales: { points: { worst: 0, full: 100, best: 100 } },
      inputs: {
        service: { type: 'integer', unit: 'points', min: 0, max: 100, ifMissing: 'fail' },
        conduct: { type: 'integer', unit: 'points', min: 0, max: 100, ifMissing: 'fail' },
      },
    },
    indicator: { unit: 'points', harmonic: { weights: { service: '1/2', conduct: '1/2' } } },
    evidence: { values: { service: 60, conduct: 90 } },
    gives: '72',
  },
];
