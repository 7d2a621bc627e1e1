import * as z from 'zod/mini';
import { doubleOf } from '../rule/double.js';
import { pointerTo } from '../pointer.js';
import { compileRead } from '../rule/compile.js';
import { evaluateTerm } from '../rule/evaluate.js';
import { authorName, reference } from '../rule/schema.js';
import { slotsOf, type Term } from '../rule/term.js';
import { isAbsent, isNumber, type Reader } from '../slot.js';
import { conversionFactor, unitText } from '../unit.js';
import { attributeThrough } from './attribution.js';
import {
  absentHere,
  declaredNumber,
  libraryKind,
  type Derived,
  eachMember,
  readingsIn,
  type KindExample,
} from './contract.js';
import { type Curve, fastCurve, followCurve } from './named-curve.js';

/** A value read through one of the policy's named curves. */
export interface CurveUse {
  readonly read: string;
  /** The name of the curve. */
  readonly use: string;
}

interface CurveNode {
  readonly read: Term;
  readonly curve: Curve;
}

const compute = (node: CurveNode, reader: Reader): Derived => {
  const cell = evaluateTerm(node.read, reader);
  const readings = readingsIn([node.read], reader);
  const { shape } = node.curve;
  if (isAbsent(cell) || !isNumber(cell)) {
    const instead = shape.is === 'steps' ? shape.missing : undefined;
    const isMissing = isAbsent(cell) && cell.absent === 'missing';
    if (isMissing && instead !== undefined) return { cell: instead, readings, chose: 'missing' };
    return { cell, readings };
  }
  const value = followCurve(node.curve, cell);
  if (value === 'undecided') return { cell: absentHere('undecided', 'number.undecided'), readings };
  if (value !== 'outside') return { cell: value, readings };
  const remarks = [{ code: 'curve.outside' as const, params: { curve: node.curve.name } }];
  return { cell: absentHere('missing', 'curve.outside'), readings, remarks };
};

/**
 * A named curve followed at the value read. A missing value takes the `missing` step, when there is
 * one; a value outside a line that does not hold its ends, or below the first step, is reported.
 *
 * Issues: `curve.outside`, `unit.mismatch`, `name.*`
 * Source: piecewise linear and step functions as regulations print them (PermenPANRB 8/2021, annex p. 93)
 */
export const curve = libraryKind({
  name: 'curve',
  version: 1,
  summary: {
    id: 'nilai dibaca pada kurva bernama: garis lurus antartitik, atau undakan',
    en: 'a value read on a named curve: straight lines between points, or steps',
  },
  source: 'y0 + (x - x0) / (x1 - x0) * (y1 - y0) between points; the last edge reached in steps',
  schema: () => z.strictObject({ read: reference, use: authorName }),
  reads: (spec: CurveUse) => [spec.read],
  compile: (spec: CurveUse, pointer, context) => {
    const declared = declaredNumber(pointer, context);
    const found = context.curve(spec.use, pointerTo(pointer, 'use'));
    if (declared === undefined || found === undefined) return undefined;
    const read = compileRead(spec.read, pointerTo(pointer, 'read'), context, {
      is: 'number',
      unit: found.from,
    });
    const factor = conversionFactor(found.to, declared.unit);
    if (factor === undefined || factor.n !== factor.d) {
      context.report('unit.mismatch', pointerTo(pointer, 'use'), {
        found: unitText(found.to),
        expected: unitText(declared.unit),
      });
      return undefined;
    }
    return read && { node: { read, curve: found }, type: declared };
  },
  exact: eachMember((node: CurveNode, reader) => {
    const { cite } = node.curve;
    const derived = compute(node, reader);
    return cite === undefined ? derived : { ...derived, cites: [cite] };
  }),
  fast: (node: CurveNode, build) => fastCurve(node.curve, doubleOf(node.read, build), build),
  // A step answers a small gap with a large one: it accounts for itself.
  attribute: (node, shortfall) =>
    attributeThrough(
      node.curve.shape.is === 'line' ? shortfall.derived.readings[0] : undefined,
      shortfall,
    ),
  describe: (node, language) => {
    const read = slotsOf(node.read)[0]?.name ?? '';
    return {
      id: `${read} dibaca pada kurva ${node.curve.name}`,
      en: `${read} read on the curve ${node.curve.name}`,
    }[language];
  },
  laws: ['total', 'attributed'],
});

/** Small uses of the kind, which tests and reference pages run. */
export const curveExamples: readonly KindExample[] = [
  {
    title: {
      id: 'jawaban 1 sampai 5 menjadi 0 sampai 100',
      en: 'answers 1 to 5 become 0 to 100',
    },
    policy: {
      scales: {
        answer: { worst: 1, full: 5, best: 5 },
        points: { worst: 0, full: 100, best: 100 },
      },
      curves: {
        answers: {
          from: 'answer',
          to: 'points',
          line: [
            [1, 0],
            [5, 100],
          ],
        },
      },
      inputs: {
        conduct: {
          type: 'decimal',
          unit: 'answer',
          min: 1,
          max: 5,
          step: '0.01',
          ifMissing: 'fail',
        },
      },
    },
    indicator: { unit: 'points', curve: { read: 'conduct', use: 'answers' } },
    evidence: { values: { conduct: 4.3 } },
    gives: '82.5',
    laws: ['increasing', 'bounded'],
  },
  {
    title: { id: 'potongan menurut menit terlambat', en: 'a deduction by minutes late' },
    policy: {
      scales: { points: { worst: 0, full: 100, best: 100 } },
      curves: {
        'late-cut': {
          from: 'minute',
          to: 'points',
          steps: [
            { gives: 0 },
            { from: 1, gives: '0.5' },
            { from: 31, gives: 1 },
            { above: 60, gives: '1.25' },
            { missing: true, gives: '1.5' },
          ],
        },
      },
      inputs: {
        late: { type: 'integer', unit: 'minute', min: 0, max: 600, ifMissing: 'exclude' },
      },
    },
    indicator: { unit: 'points', curve: { read: 'late', use: 'late-cut' } },
    evidence: { values: { late: 60 } },
    gives: '1',
    laws: ['increasing'],
  },
];
