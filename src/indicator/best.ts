import * as z from 'zod/mini';
import type { Rational } from '../number/rational.js';
import { pointerTo } from '../pointer.js';
import { reference } from '../rule/schema.js';
import { attributeByWeight } from './attribution.js';
import { combineByPlace, equalPlaces, fastByPlace } from './by-place.js';
import {
  type ComponentsNode,
  type ComponentsSpec,
  compileComponents,
  namesOf,
} from './components.js';
import { eachMember, libraryKind, type KindExample } from './contract.js';
import { leaveOutSchema } from './leave-out.js';

/** The mean of the best few components. */
export interface BestSpec extends ComponentsSpec {
  /** How many count; fewer that have a value leave it missing. */
  readonly take: number;
}

interface BestNode extends ComponentsNode {
  readonly take: number;
}

const weightsOf =
  ({ take }: BestNode) =>
  (count: number): readonly Rational[] | undefined =>
    count < take ? undefined : equalPlaces(count, 0, take);

/**
 * The mean of the `take` greatest components; missing when fewer have a value.
 *
 * Issues: `name.*`, `unit.mismatch`, `weights.leave_out_range`, `components.count`
 * Source: rules that count the best results only, e.g. of several tests or seasons
 */
export const best = libraryKind({
  name: 'best',
  version: 1,
  summary: {
    id: 'rata-rata sekian komponen terbaik',
    en: 'the mean of the best so many components',
  },
  source: 'the mean of the k greatest values',
  schema: () =>
    z.strictObject({
      of: z.array(reference).check(z.minLength(1)),
      take: z.int().check(z.minimum(1), z.maximum(1000)),
      leaveOut: z.exactOptional(leaveOutSchema()),
    }),
  reads: (spec: BestSpec) => spec.of,
  compile: (spec: BestSpec, pointer, context) => {
    const node = compileComponents(spec, pointer, context);
    if (spec.take > spec.of.length) {
      context.report('components.take', pointerTo(pointer, 'take'), {
        found: spec.take,
        limit: spec.of.length,
      });
      return undefined;
    }
    return (
      node && context.declared && { node: { ...node, take: spec.take }, type: context.declared }
    );
  },
  exact: eachMember((node: BestNode, reader) => combineByPlace(node, weightsOf(node), reader)),
  fast: (node: BestNode, build) => fastByPlace(node, weightsOf(node), build),
  attribute: (_node, shortfall) => attributeByWeight(shortfall),
  describe: (node, language) =>
    ({
      id: `rata-rata ${String(node.take)} terbaik dari ${namesOf(node)}`,
      en: `the mean of the best ${String(node.take)} of ${namesOf(node)}`,
    })[language],
  laws: ['total', 'internal', 'increasing', 'idempotent', 'order-blind', 'attributed'],
});

/** Small uses of the kind, which tests and reference pages run. */
export const bestExamples: readonly KindExample[] = [
  {
    title: { id: 'dua terbaik dari empat', en: 'the best two of four' },
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
      best: { of: ['one', 'two', 'three', 'four'], take: 2, leaveOut: { atLeast: '50%' } },
    },
    evidence: { values: { one: 60, two: 90, three: 81 } },
    gives: '85.5',
  },
];
