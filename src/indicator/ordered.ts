import * as z from 'zod/mini';
import { exactText } from '../number/decimal.js';
import { equal, ONE, type Rational, sign, sum } from '../number/rational.js';
import { pointerTo } from '../pointer.js';
import { numberAt } from '../rule/literal.js';
import type { NumberLiteral } from '../rule/rule.js';
import { numberLiteral, reference } from '../rule/schema.js';
import { attributeByWeight } from './attribution.js';
import { combineByPlace, fastByPlace } from './by-place.js';
import {
  type ComponentsNode,
  type ComponentsSpec,
  compileComponents,
  namesOf,
} from './components.js';
import { eachMember, libraryKind, type KindExample } from './contract.js';
import { leaveOutSchema } from './leave-out.js';

/** A mean whose weights belong to places, not to names. */
export interface OrderedSpec extends ComponentsSpec {
  /** The weight of each place, the greatest value's first; they sum to exactly 1. */
  readonly weights: readonly NumberLiteral[];
}

interface OrderedNode extends ComponentsNode {
  readonly weights: readonly Rational[];
}

const weightsOf =
  ({ weights }: OrderedNode) =>
  (count: number): readonly Rational[] | undefined =>
    count === weights.length ? weights : undefined;

/**
 * The ordered weighted average: the components from the greatest down, each times the weight of its place.
 * Missing when not every place is filled.
 *
 * Issues: `name.*`, `unit.mismatch`, `weights.leave_out_range`, `components.places`, `components.count`
 * Source: R. R. Yager, On ordered weighted averaging aggregation operators, IEEE Trans. SMC 18 (1988)
 */
export const ordered = libraryKind({
  name: 'ordered',
  version: 1,
  summary: {
    id: 'rata-rata berbobot menurut urutan nilai',
    en: 'an average weighted by order of value',
  },
  source: 'sum of weight of place * value at that place; Yager (1988)',
  schema: () =>
    z.strictObject({
      of: z.array(reference).check(z.minLength(1)),
      weights: z.array(numberLiteral).check(z.minLength(1)),
      leaveOut: z.exactOptional(leaveOutSchema()),
    }),
  reads: (spec: OrderedSpec) => spec.of,
  compile: (spec: OrderedSpec, pointer, context) => {
    const node = compileComponents(spec, pointer, context);
    const at = pointerTo(pointer, 'weights');
    const weights = spec.weights.flatMap((weight, i) => {
      const value = numberAt(weight, pointerTo(at, i), context.report);
      return value === undefined ? [] : [value];
    });
    const isWhole = equal(sum(weights), ONE) && weights.every((weight) => sign(weight) >= 0);
    if (!isWhole || weights.length !== spec.of.length) {
      const params = {
        found: weights.length,
        expected: spec.of.length,
        sum: exactText(sum(weights)),
      };
      context.report('components.places', at, params);
      return undefined;
    }
    return node && context.declared && { node: { ...node, weights }, type: context.declared };
  },
  exact: eachMember((node: OrderedNode, reader) => combineByPlace(node, weightsOf(node), reader)),
  fast: (node: OrderedNode, build) => fastByPlace(node, weightsOf(node), build),
  attribute: (_node, shortfall) => attributeByWeight(shortfall),
  describe: (node, language) => {
    const weights = node.weights.map(exactText).join('; ');
    return {
      id: `${namesOf(node)} dari yang terbesar, dengan bobot ${weights}`,
      en: `${namesOf(node)} from the greatest down, with weights ${weights}`,
    }[language];
  },
  laws: ['total', 'internal', 'increasing', 'idempotent', 'order-blind', 'attributed'],
});

/** Small uses of the kind, which tests and reference pages run. */
export const orderedExamples: readonly KindExample[] = [
  {
    title: { id: 'yang terbaik dihitung lebih', en: 'the best counts more' },
    policy: {
      scales: { points: { worst: 0, full: 100, best: 100 } },
      inputs: {
        one: { type: 'integer', unit: 'points', min: 0, max: 100, ifMissing: 'exclude' },
        two: { type: 'integer', unit: 'points', min: 0, max: 100, ifMissing: 'exclude' },
        three: { type: 'integer', unit: 'points', min: 0, max: 100, ifMissing: 'exclude' },
        four: { type: 'integer', unit: 'points', min: 0, max: 100, ifMissing: 'exclude' },
      },
    },
    indicator: {
      unit: 'points',
      ordered: { of: ['one', 'two', 'three', 'four'], weights: ['0.4', '0.3', '0.2', '0.1'] },
    },
    evidence: { values: { one: 60, two: 90, three: 80, four: 70 } },
    gives: '80',
  },
];
