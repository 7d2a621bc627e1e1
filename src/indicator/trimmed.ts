import * as z from 'zod/mini';
import { exactText } from '../number/decimal.js';
import type { Rational } from '../number/rational.js';
import type { NumberLiteral } from '../rule/rule.js';
import { numberLiteral, reference } from '../rule/schema.js';
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
import { compileTrim, leftOut } from './trim.js';

/** A mean that leaves out the extremes. */
export interface TrimmedSpec extends ComponentsSpec {
  /** The share of components left out at each end; of n components, floor(n * share). */
  readonly trim: NumberLiteral;
}

interface TrimmedNode extends ComponentsNode {
  readonly trim: Rational;
}

const weightsOf =
  ({ trim }: TrimmedNode) =>
  (count: number): readonly Rational[] => {
    const left = leftOut(trim, count);
    return equalPlaces(count, left, count - left);
  };

/**
 * The trimmed mean: floor(n * trim) components are left out at each end, of the others the mean.
 *
 * Issues: `name.*`, `unit.mismatch`, `weights.leave_out_range`, `components.trim`
 * Source: usual definition (ISO 3534-1:2006); trimmed means in panel scoring
 */
export const trimmed = libraryKind({
  name: 'trimmed',
  version: 1,
  summary: {
    id: 'rata-rata tanpa yang terkecil dan terbesar',
    en: 'the mean without the least and the greatest',
  },
  source: 'floor(n * trim) left out at each end, of the others the mean',
  schema: () =>
    z.strictObject({
      of: z.array(reference).check(z.minLength(1)),
      trim: numberLiteral,
      leaveOut: z.exactOptional(leaveOutSchema()),
    }),
  reads: (spec: TrimmedSpec) => spec.of,
  compile: (spec: TrimmedSpec, pointer, context) => {
    const node = compileComponents(spec, pointer, context);
    const trim = compileTrim(spec.trim, pointer, context);
    return node && trim && context.declared && { node: { ...node, trim }, type: context.declared };
  },
  exact: eachMember((node: TrimmedNode, reader) => combineByPlace(node, weightsOf(node), reader)),
  fast: (node: TrimmedNode, build) => fastByPlace(node, weightsOf(node), build),
  attribute: (_node, shortfall) => attributeByWeight(shortfall),
  describe: (node, language) => {
    const trim = exactText(node.trim);
    return {
      id: `rata-rata ${namesOf(node)}, tanpa ${trim} di tiap ujung`,
      en: `the mean of ${namesOf(node)}, without ${trim} at each end`,
    }[language];
  },
  laws: ['total', 'internal', 'increasing', 'idempotent', 'order-blind', 'attributed'],
});

/** Small uses of the kind, which tests and reference pages run. */
export const trimmedExamples: readonly KindExample[] = [
  {
    title: { id: 'tanpa satu di tiap ujung', en: 'without one at each end' },
    policy: {
      scales: { points: { worst: 0, full: 100, best: 100 } },
      inputs: {
        one: { type: 'integer', unit: 'points', min: 0, max: 100, ifMissing: 'exclude' },
        two: { type: 'integer', unit: 'points', min: 0, max: 100, ifMissing: 'exclude' },
        three: { type: 'integer', unit: 'points', min: 0, max: 100, ifMissing: 'exclude' },
        four: { type: 'integer', unit: 'points', min: 0, max: 100, ifMissing: 'exclude' },
      },
    },
    indicator: { unit: 'points', trimmed: { of: ['one', 'two', 'three', 'four'], trim: '25%' } },
    evidence: { values: { one: 60, two: 90, three: 80, four: 75 } },
    gives: '77.5',
  },
];
