import * as z from 'zod/mini';
import type { Rational } from '../number/rational.js';
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

/** The middle of several components. */
export type MedianSpec = ComponentsSpec;

const middlePlaces = (count: number): readonly Rational[] =>
  equalPlaces(count, Math.ceil(count / 2) - 1, Math.floor(count / 2) + 1);

/**
 * The median: the middle component in order of value; of an even number the mean of the middle two.
 *
 * Issues: `name.*`, `unit.mismatch`, `weights.leave_out_range`
 * Source: usual definition (ISO 3534-1:2006, 1.13, sample median)
 */
export const median = libraryKind({
  name: 'median',
  version: 1,
  summary: {
    id: 'nilai tengah; dari jumlah genap rata-rata dua yang di tengah',
    en: 'the middle component; of an even number the mean of the middle two',
  },
  source: 'the middle value, or the mean of the middle two; ISO 3534-1:2006',
  schema: () =>
    z.strictObject({
      of: z.array(reference).check(z.minLength(1)),
      leaveOut: z.exactOptional(leaveOutSchema()),
    }),
  reads: (spec: MedianSpec) => spec.of,
  compile: (spec: MedianSpec, pointer, context) => {
    const node = compileComponents(spec, pointer, context);
    return node && context.declared && { node, type: context.declared };
  },
  exact: eachMember((node: ComponentsNode, reader) => combineByPlace(node, middlePlaces, reader)),
  fast: (node: ComponentsNode, build) => fastByPlace(node, middlePlaces, build),
  attribute: (_node, shortfall) => attributeByWeight(shortfall),
  describe: (node, language) =>
    `${{ id: 'median dari', en: 'the median of' }[language]} ${namesOf(node)}`,
  laws: ['total', 'internal', 'increasing', 'idempotent', 'order-blind', 'attributed'],
});

/** Small uses of the kind, which tests and reference pages run. */
export const medianExamples: readonly KindExample[] = [
  {
    title: { id: 'dua yang di tengah', en: 'the middle two' },
    policy: {
      scales: { points: { worst: 0, full: 100, best: 100 } },
      inputs: {
        one: { type: 'integer', unit: 'points', min: 0, max: 100, ifMissing: 'exclude' },
        two: { type: 'integer', unit: 'points', min: 0, max: 100, ifMissing: 'exclude' },
        three: { type: 'integer', unit: 'points', min: 0, max: 100, ifMissing: 'exclude' },
        four: { type: 'integer', unit: 'points', min: 0, max: 100, ifMissing: 'exclude' },
      },
    },
    indicator: { unit: 'points', median: { of: ['one', 'two', 'three', 'four'] } },
    evidence: { values: { one: 60, two: 90, three: 80, four: 70 } },
    gives: '75',
  },
];
