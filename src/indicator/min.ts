import * as z from 'zod/mini';
import { reference } from '../rule/schema.js';
import { type ComponentsNode, type ComponentsSpec, compileOrdered, namesOf } from './components.js';
import { eachMember, libraryKind, type KindExample } from './contract.js';
import { least } from '../fast/arithmetic.js';
import { attributeToChosen, fastExtreme, pickExtreme } from './extreme.js';
import { leaveOutSchema } from './leave-out.js';

/** The least of several components. */
export type MinSpec = ComponentsSpec;

/**
 * The least of the components that apply, naming which it was (the first of equals). One that is
 * missing leaves the least unknown, unless `leaveOut` lets it be left out.
 *
 * Issues: `name.*`, `unit.mismatch`, `weights.leave_out_range`
 * Source: the weakest-link rule ("one out, all out") of status assessments, e.g. Directive 2000/60/EC, annex V
 */
export const min = libraryKind({
  name: 'min',
  version: 2,
  summary: {
    id: 'yang terkecil, dengan menyebut komponennya',
    en: 'the least component, naming which one it was',
  },
  source: 'min of the values that apply; Directive 2000/60/EC, annex V (one out, all out)',
  schema: () =>
    z.strictObject({
      of: z.array(reference).check(z.minLength(1)),
      leaveOut: z.exactOptional(leaveOutSchema()),
    }),
  reads: (spec: MinSpec) => spec.of,
  compile: (spec: MinSpec, pointer, context) => {
    const node = compileOrdered(spec, pointer, context);
    return node && context.declared && { node, type: context.declared };
  },
  exact: eachMember((node: ComponentsNode, reader) => pickExtreme(node, -1, reader)),
  fast: (node: ComponentsNode, build) => fastExtreme(node, build, least),
  attribute: (_node, shortfall) => attributeToChosen(shortfall),
  describe: (node, language) =>
    `${{ id: 'yang terkecil dari', en: 'the least of' }[language]} ${namesOf(node)}`,
  laws: ['total', 'internal', 'increasing', 'idempotent', 'order-blind', 'attributed'],
});

/** Small uses of the kind, which tests and reference pages run. */
export const minExamples: readonly KindExample[] = [
  {
    title: { id: 'mata rantai terlemah', en: 'the weakest link' },
    policy: {
      scales: { points: { worst: 0, full: 100, best: 100 } },
      inputs: {
        speed: { type: 'integer', unit: 'points', min: 0, max: 100, ifMissing: 'fail' },
        accuracy: { type: 'integer', unit: 'points', min: 0, max: 100, ifMissing: 'fail' },
      },
    },
    indicator: { unit: 'points', min: { of: ['speed', 'accuracy'] } },
    evidence: { values: { speed: 80, accuracy: 65 } },
    gives: '65',
  },
];
