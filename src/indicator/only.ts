import * as z from 'zod/mini';
import { ONE } from '../number/rational.js';
import { reference } from '../rule/schema.js';
import { applies, isAbsent, isNumber, type Reader } from '../slot.js';
import { doubleOf } from '../rule/double.js';
import { evaluateTerm } from '../rule/evaluate.js';
import { type ComponentsNode, compileComponents, namesOf } from './components.js';
import {
  absentHere,
  type Derived,
  eachMember,
  libraryKind,
  type Reading,
  type KindExample,
} from './contract.js';
import { attributeToChosen } from './extreme.js';

/** Components that exclude each other. */
export interface OnlySpec {
  readonly of: readonly string[];
}

const compute = (node: ComponentsNode, reader: Reader): Derived => {
  const cells = node.of.map(({ slot, value }) => ({ slot, cell: evaluateTerm(value, reader) }));
  const applicable = cells.filter(({ cell }) => applies(cell));
  const [found, ...others] = applicable;
  const readings = cells.map(
    ({ slot, cell }): Reading => ({
      slot,
      cell: reader.cell(slot),
      ...(reader.row === undefined || slot.table === undefined ? {} : { row: reader.row }),
      ...(found?.slot === slot && isNumber(cell) ? { weight: ONE } : {}),
    }),
  );
  if (found === undefined)
    return { cell: absentHere('not-applicable', 'score.nothing_applies'), readings };
  if (others.length === 0)
    return isAbsent(found.cell)
      ? { cell: found.cell, readings }
      : { cell: found.cell, readings, chose: found.slot.name };
  const names = applicable.map(({ slot }) => slot.name).join(', ');
  const remarks = [{ code: 'only.several' as const, params: { names } }];
  return { cell: absentHere('failed', 'only.several'), readings, remarks };
};

/**
 * The one component that applies. Several that apply contradict each other, and nothing is chosen between them.
 *
 * Issues: `only.several`, `name.*`, `unit.mismatch`
 * Source: alternatives of a regulation of which a person falls under one, such as a form for each kind of post
 */
export const only = libraryKind({
  name: 'only',
  version: 1,
  summary: {
    id: 'satu-satunya komponen yang berlaku; lebih dari satu adalah pertentangan',
    en: 'the one component that applies; more than one is a contradiction',
  },
  source: 'the value of the only component that applies; alternatives of a regulation',
  schema: () => z.strictObject({ of: z.array(reference).check(z.minLength(1)) }),
  reads: (spec: OnlySpec) => spec.of,
  compile: (spec: OnlySpec, pointer, context) => {
    const node = compileComponents(spec, pointer, context);
    return node && context.declared && { node, type: context.declared };
  },
  exact: eachMember(compute),
  // Of several that apply nothing is chosen: where nothing is absent, all of them do.
  fast: (node: ComponentsNode, build) => {
    const [only, second] = node.of;
    return only === undefined || second !== undefined
      ? build.refuse('form')
      : doubleOf(only.value, build);
  },
  attribute: (_node, shortfall) => attributeToChosen(shortfall),
  describe: (node, language) =>
    ({
      id: `satu-satunya yang berlaku dari ${namesOf(node)}`,
      en: `the only one that applies of ${namesOf(node)}`,
    })[language],
  laws: ['total', 'internal', 'order-blind', 'attributed'],
});

/** Small uses of the kind, which tests and reference pages run. */
export const onlyExamples: readonly KindExample[] = [
  {
    title: { id: 'formulir menurut jenis jabatan', en: 'a form for each kind of post' },
    policy: {
      scales: { points: { worst: 0, full: 100, best: 100 } },
      inputs: {
        post: { type: 'label', labels: ['lead', 'staff'], ifMissing: 'fail' },
        lead: {
          type: 'integer',
          unit: 'points',
          min: 0,
          max: 100,
          when: { '==': [{ var: 'post' }, 'lead'] },
          ifMissing: 'fail',
        },
        staff: {
          type: 'integer',
          unit: 'points',
          min: 0,
          max: 100,
          when: { '==': [{ var: 'post' }, 'staff'] },
          ifMissing: 'fail',
        },
      },
    },
    indicator: { unit: 'points', only: { of: ['lead', 'staff'] } },
    evidence: { values: { post: 'staff', staff: 72 } },
    gives: '72',
  },
];
