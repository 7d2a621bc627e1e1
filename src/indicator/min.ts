import * as z from 'zod/mini';
import { compareExact, type Exact } from '../number/exact.js';
import { pointerTo } from '../pointer.js';
import { compileRead } from '../rule/compile.js';
import { evaluateTerm } from '../rule/evaluate.js';
import { reference } from '../rule/schema.js';
import type { Term } from '../rule/term.js';
import { isAbsent, isNumber, type Reader, type Slot, worstAbsence } from '../slot.js';
import { partOf } from './attribution.js';
import {
  absentHere,
  declaredNumber,
  libraryKind,
  type Derived,
  eachMember,
  readingsOf,
} from './contract.js';

/** The least of several values. */
export interface MinSpec {
  readonly of: readonly string[];
}

interface MinNode {
  readonly of: readonly { readonly slot: Slot; readonly value: Term }[];
}

const compute = (node: MinNode, reader: Reader): Derived => {
  const readings = readingsOf(
    node.of.map(({ slot }) => slot),
    reader,
  );
  let least: { readonly slot: Slot; readonly value: Exact } | undefined;
  const absences = [];
  for (const { slot, value } of node.of) {
    const cell = evaluateTerm(value, reader);
    if (isAbsent(cell)) absences.push(cell);
    if (!isNumber(cell)) continue;
    const order = least === undefined ? -1 : compareExact(cell, least.value);
    if (order === undefined) return { cell: absentHere('undecided', 'number.undecided'), readings };
    if (order < 0) least = { slot, value: cell };
  }
  const hard = worstAbsence(absences.filter((cell) => cell.absent !== 'not-applicable'));
  if (hard !== undefined) return { cell: hard, readings };
  if (least !== undefined) return { cell: least.value, readings, chose: least.slot.name };
  return {
    cell: worstAbsence(absences) ?? absentHere('missing', 'score.nothing_applies'),
    readings,
  };
};

/**
 * The least of the components that apply, naming which it was (the first of equals). One that is
 * missing leaves the least unknown.
 *
 * Issues: `name.*`, `unit.mismatch`
 * Source: the weakest-link rule ("one out, all out") of status assessments, e.g. Directive 2000/60/EC, annex V
 */
export const min = libraryKind({
  name: 'min',
  version: 1,
  summary: {
    id: 'yang terkecil, dengan menyebut komponennya',
    en: 'the least component, naming which one it was',
  },
  source: 'min of the values that apply; Directive 2000/60/EC, annex V (one out, all out)',
  schema: () => z.strictObject({ of: z.array(reference).check(z.minLength(1)) }),
  reads: (spec: MinSpec) => spec.of,
  compile: (spec: MinSpec, pointer, context) => {
    const declared = declaredNumber(pointer, context);
    if (declared === undefined) return undefined;
    const of = spec.of.flatMap((name, i) => {
      const at = pointerTo(pointer, 'of', i);
      const value = compileRead(name, at, context, declared);
      const slot = value && context.resolve(name, at);
      return value && slot ? [{ slot, value }] : [];
    });
    return of.length === spec.of.length ? { node: { of }, type: declared } : undefined;
  },
  exact: eachMember(compute),
  attribute: (_node, shortfall) =>
    shortfall.derived.readings
      .filter((reading) => reading.slot.name === shortfall.derived.chose)
      .slice(0, 1)
      .map((reading) => partOf(reading, { n: 1n, d: 1n }, shortfall.baseline)),
  describe: (node, language) =>
    `${{ id: 'yang terkecil dari', en: 'the least of' }[language]} ${node.of.map(({ slot }) => slot.name).join(', ')}`,
  laws: ['total', 'internal', 'increasing', 'idempotent', 'order-blind', 'attributed'],
  examples: [
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
  ],
});
