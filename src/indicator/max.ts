import * as z from 'zod/mini';
import { reference } from '../rule/schema.js';
import { type ComponentsNode, type ComponentsSpec, compileOrdered, namesOf } from './components.js';
import { eachMember, libraryKind, type KindExample } from './contract.js';
import { greatest } from '../fast/arithmetic.js';
import { attributeToChosen, fastExtreme, pickExtreme } from './extreme.js';
import { leaveOutSchema } from './leave-out.js';

/** The greatest of several components. */
export type MaxSpec = ComponentsSpec;

/**
 * The greatest of the components that apply, naming which it was (the first of equals). One that is
 * missing leaves the greatest unknown, unless `leaveOut` lets it be left out.
 *
 * Issues: `name.*`, `unit.mismatch`, `weights.leave_out_range`
 * Source: the usual definition; the best attempt counts in field events (World Athletics, Competition Rules)
 */
export const max = libraryKind({
  name: 'max',
  version: 2,
  summary: {
    id: 'yang terbesar, dengan menyebut komponennya',
    en: 'the greatest component, naming which one it was',
  },
  source: 'max of the values that apply',
  schema: () =>
    z.strictObject({
      of: z.array(reference).check(z.minLength(1)),
      leaveOut: z.exactOptional(leaveOutSchema()),
    }),
  reads: (spec: MaxSpec) => spec.of,
  compile: (spec: MaxSpec, pointer, context) => {
    const node = compileOrdered(spec, pointer, context);
    return node && context.declared && { node, type: context.declared };
  },
  exact: eachMember((node: ComponentsNode, reader) => pickExtreme(node, 1, reader)),
  fast: (node: ComponentsNode, build) => fastExtreme(node, build, greatest),
  attribute: (_node, shortfall) => attributeToChosen(shortfall),
  describe: (node, language) =>
    `${{ id: 'yang terbesar dari', en: 'the greatest of' }[language]} ${namesOf(node)}`,
  laws: ['total', 'internal', 'increasing', 'idempotent', 'order-blind', 'attributed'],
});

/** Small uses of the kind, which tests and reference pages run. */
export const maxExamples: readonly KindExample[] = [
  {
    title: { id: 'yang terbaik dari dua ujian', en: 'the better of two tests' },
    policy: {
      scales: { points: { worst: 0, full: 100, best: 100 } },
      inputs: {
        first: { type: 'integer', unit: 'points', min: 0, max: 100, ifMissing: 'fail' },
        second: { type: 'integer', unit: 'points', min: 0, max: 100, ifMissing: 'fail' },
      },
    },
    indicator: { unit: 'points', max: { of: ['first', 'second'] } },
    evidence: { values: { first: 80, second: 65 } },
    gives: '80',
  },
];
