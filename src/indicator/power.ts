import * as z from 'zod/mini';
import { exactText } from '../number/decimal.js';
import type { Rational } from '../number/rational.js';
import { pointerTo } from '../pointer.js';
import { readLiteral } from '../rule/literal.js';
import type { NumberLiteral, NumberSlot } from '../rule/rule.js';
import { numberLiteral, numberSlot, reference } from '../rule/schema.js';
import { attributeInProportion } from './attribution.js';
import { eachMember, libraryKind, type KindExample } from './contract.js';
import { describeWeights } from './describe-weights.js';
import { type LeaveOut, leaveOutSchema } from './leave-out.js';
import { fastPowers, weighPowers } from './power-mean.js';
import { compileWeighted, weightedReads, type WeightedNode, type Weights } from './weights.js';

/** A weighted power mean; the weights sum to exactly 1. */
export interface PowerSpec {
  /** The exponent, not 0: 2 favours the great, 1 is the mean, -1 the harmonic mean. */
  readonly exponent: NumberLiteral;
  readonly by?: string;
  readonly weights: Readonly<Record<string, NumberSlot | Weights>>;
  readonly leaveOut?: LeaveOut;
}

interface PowerNode {
  readonly weighted: WeightedNode;
  readonly exponent: Rational;
}

/**
 * The weighted power mean: (sum of weight * value ^ p) ^ (1 / p); with a negative p, 0 when a component is 0.
 *
 * Issues: those of weights; `power.exponent`, `power.negative`, `number.undecided`
 * Source: usual definition (Hardy, Littlewood, Polya, Inequalities, chapter 2)
 */
export const power = libraryKind({
  name: 'power',
  version: 1,
  summary: {
    id: 'rata-rata pangkat tertimbang; jumlah bobot tepat 1',
    en: 'weighted power mean; the weights sum to exactly 1',
  },
  source: '(sum of weight * value ^ p) ^ (1 / p); Hardy, Littlewood, Polya, Inequalities',
  schema: () =>
    z.strictObject({
      exponent: numberLiteral,
      by: z.exactOptional(reference),
      weights: z.record(reference, numberSlot),
      leaveOut: z.exactOptional(leaveOutSchema()),
    }),
  reads: (spec: PowerSpec) => weightedReads(spec),
  compile: (spec: PowerSpec, pointer, context) => {
    const weighted = compileWeighted(spec, pointer, context);
    const exponent = readLiteral(spec.exponent);
    const isHandy =
      exponent &&
      exponent.n !== 0n &&
      exponent.d <= 100n &&
      exponent.n <= 100n &&
      exponent.n >= -100n;
    if (exponent === undefined || !isHandy) {
      context.report('power.exponent', pointerTo(pointer, 'exponent'), {
        found: String(spec.exponent),
      });
      return undefined;
    }
    return weighted && context.declared && { node: { weighted, exponent }, type: context.declared };
  },
  exact: eachMember((node: PowerNode, reader) => weighPowers(node.weighted, node.exponent, reader)),
  fast: (node: PowerNode, build) => fastPowers(node.weighted, node.exponent, build),
  attribute: (_node, shortfall) => attributeInProportion(shortfall),
  describe: ({ weighted, exponent }, language) =>
    describeWeights(weighted, language, {
      id: `rata-rata pangkat ${exactText(exponent)} tertimbang`,
      en: `weighted power mean with exponent ${exactText(exponent)}`,
    }),
  laws: ['total', 'internal', 'increasing', 'idempotent', 'order-blind', 'attributed'],
});

/** Small uses of the kind, which tests and reference pages run. */
export const powerExamples: readonly KindExample[] = [
  {
    title: { id: 'rata-rata kuadratik', en: 'quadratic mean' },
    policy: {
      scales: { points: { worst: 0, full: 100, best: 100 } },
      inputs: {
        service: { type: 'integer', unit: 'points', min: 0, max: 100, ifMissing: 'fail' },
        conduct: { type: 'integer', unit: 'points', min: 0, max: 100, ifMissing: 'fail' },
      },
    },
    indicator: {
      unit: 'points',
      power: { exponent: 2, weights: { service: '1/2', conduct: '1/2' } },
    },
    evidence: { values: { service: 10, conduct: 70 } },
    gives: '50',
  },
];
