import * as z from 'zod/mini';
import { multiply } from '../fast/arithmetic.js';
import { type Exact, multiplyExact } from '../number/exact.js';
import { ONE } from '../number/rational.js';
import { pointerTo } from '../pointer.js';
import { TYPE_NAMES, typeText } from '../rule/operator.js';
import { reference } from '../rule/schema.js';
import { isNumber, type Reader, type Slot, worstAbsence, applies } from '../slot.js';
import { conversionFactor, multiplyUnits, type UnitOrAny, unitText } from '../unit.js';
import {
  absentHere,
  declaredNumber,
  type Derived,
  eachMember,
  libraryKind,
  readingsOf,
  type KindExample,
} from './contract.js';

/** A product of values. */
export interface ProductSpec {
  readonly of: readonly string[];
}

interface ProductNode {
  readonly of: readonly Slot[];
}

const isRatio = ({ type }: Slot): boolean =>
  type.is === 'number' && type.unit !== 'any' && type.unit.dimensions.size === 0;

const compute = (node: ProductNode, reader: Reader): Derived => {
  const readings = readingsOf(node.of, reader);
  const cells = readings.map(({ cell }) => cell);
  // Without a factor that has a unit, the product would be a number of something else.
  const counted = readings.filter(({ slot, cell }) => applies(cell) || !isRatio(slot));
  const absence = worstAbsence(counted.map(({ cell }) => cell));
  if (absence !== undefined) return { cell: absence, readings };
  const values = cells.filter(isNumber);
  if (values.length === 0) {
    const cell = worstAbsence(cells) ?? absentHere('not-applicable', 'score.nothing_applies');
    return { cell, readings };
  }
  return {
    cell: values.reduce<Exact>((product, value) => multiplyExact(product, value), ONE),
    readings,
  };
};

/**
 * The product of the components; a ratio that does not apply is passed over, anything else that does not
 * makes the whole not apply. One that is missing leaves it unknown.
 *
 * Issues: `name.*`, `unit.mismatch`, `rule.type`
 * Source: usual definition; units multiply
 */
export const product = libraryKind({
  name: 'product',
  version: 1,
  summary: { id: 'hasil kali beberapa nilai', en: 'the product of several values' },
  source: 'product of the values that apply; units multiply',
  schema: () => z.strictObject({ of: z.array(reference).check(z.minLength(1), z.maxLength(50)) }),
  reads: (spec: ProductSpec) => spec.of,
  compile: (spec: ProductSpec, pointer, context) => {
    const declared = declaredNumber(pointer, context);
    if (declared === undefined) return undefined;
    let unit: UnitOrAny | undefined;
    const of: Slot[] = [];
    for (const [i, name] of spec.of.entries()) {
      const at = pointerTo(pointer, 'of', i);
      const slot = context.resolve(name, at);
      if (slot === undefined) continue;
      if (slot.type.is !== 'number') {
        context.report('rule.type', at, {
          found: typeText(slot.type),
          expected: TYPE_NAMES.number,
        });
        continue;
      }
      unit = unit === undefined ? slot.type.unit : multiplyUnits(unit, slot.type.unit);
      of.push(slot);
    }
    if (of.length < spec.of.length || unit === undefined) return undefined;
    const factor = conversionFactor(unit, declared.unit);
    if (factor !== undefined && factor.n === factor.d) return { node: { of }, type: declared };
    context.report('unit.mismatch', pointer, {
      found: unitText(unit),
      expected: unitText(declared.unit),
    });
    return undefined;
  },
  exact: eachMember(compute),
  fast: (node: ProductNode, build) => {
    const [first, ...others] = node.of.map(build.read);
    return first === undefined
      ? build.refuse('form')
      : others.reduce((product, value) => multiply(build, product, value), first);
  },
  describe: (node, language) =>
    `${{ id: 'hasil kali', en: 'the product' }[language]} ${node.of.map(({ name }) => name).join(' × ')}`,
  laws: ['total', 'order-blind'],
});

/** Small uses of the kind, which tests and reference pages run. */
export const productExamples: readonly KindExample[] = [
  {
    title: { id: 'kinerja kali kehadiran', en: 'performance times presence' },
    policy: {
      scales: { points: { worst: 0, full: 100, best: 100 } },
      inputs: {
        performance: {
          type: 'decimal',
          unit: 'points',
          min: 0,
          max: 100,
          step: '0.1',
          ifMissing: 'fail',
        },
        presence: {
          type: 'decimal',
          unit: 'ratio',
          min: 0,
          max: 1,
          step: '0.01',
          ifMissing: 'fail',
        },
      },
    },
    indicator: { unit: 'points', product: { of: ['performance', 'presence'] } },
    evidence: { values: { performance: 82.5, presence: 0.9 } },
    gives: '74.25',
    laws: ['increasing', 'bounded'],
  },
];
