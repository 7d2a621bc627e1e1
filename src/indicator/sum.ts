import * as z from 'zod/mini';
import { add, dot, multiply as product } from '../fast/arithmetic.js';
import type { Build, Value } from '../fast/build.js';
import { addExact, type Exact, isRational, multiplyExact } from '../number/exact.js';
import { multiply, type Rational, subtract, sum as total, ZERO } from '../number/rational.js';
import { pointerTo } from '../pointer.js';
import { compileNumber } from '../rule/compile.js';
import { doubleOf } from '../rule/double.js';
import { evaluateTerm } from '../rule/evaluate.js';
import { namesIn } from '../rule/names.js';
import { TYPE_NAMES, typeText } from '../rule/operator.js';
import { printOperand } from '../rule/print.js';
import type { NumberSlot } from '../rule/rule.js';
import { authorName, numberSlot, reference } from '../rule/schema.js';
import { slotsOf, type Term } from '../rule/term.js';
import { isAbsent, isNumber, type Reader, type Slot, worstAbsence, applies } from '../slot.js';
import { conversionFactor, multiplyUnits, unitText } from '../unit.js';
import { attributeSum } from './attribution.js';
import {
  absentHere,
  declaredNumber,
  libraryKind,
  type Derived,
  eachMember,
  type Reading,
  readingsOf,
  type KindExample,
} from './contract.js';

/** A sum of values, each times a literal coefficient; nothing is scaled but by the exact factor between units. */
export interface SumSpec {
  readonly coefficients: Readonly<Record<string, NumberSlot>>;
}

interface SumNode {
  readonly parts: readonly {
    readonly slot: Slot;
    readonly coefficient: Term;
    readonly value: Term;
    /** How many of the indicator's unit one of the product's is: 1 but for units that convert. */
    readonly factor: Rational;
  }[];
}

const compute = (node: SumNode, reader: Reader): Derived => {
  const readings: Reading[] = [];
  const cells = [];
  let value: Exact = ZERO;
  let counted = 0;
  for (const part of node.parts) {
    const given = evaluateTerm(part.coefficient, reader);
    const coefficient = isNumber(given) ? multiplyExact(part.factor, given) : given;
    const cell = evaluateTerm(part.value, reader);
    readings.push({
      slot: part.slot,
      cell,
      ...(reader.row === undefined || part.slot.table === undefined ? {} : { row: reader.row }),
      ...(isNumber(coefficient) && isRational(coefficient) ? { weight: coefficient } : {}),
    });
    cells.push(coefficient, cell);
    if (!isNumber(coefficient) || !isNumber(cell)) continue;
    value = addExact(value, multiplyExact(coefficient, cell));
    counted += 1;
  }
  const absences = cells.filter(isAbsent);
  const hard = worstAbsence(absences.filter(applies));
  const parameters = node.parts.flatMap((part) => slotsOf(part.coefficient));
  readings.push(...readingsOf([...new Set(parameters)], reader));
  if (hard !== undefined) return { cell: hard, readings };
  if (counted === 0) {
    return {
      cell: worstAbsence(absences) ?? absentHere('not-applicable', 'score.nothing_applies'),
      readings,
    };
  }
  return { cell: value, readings };
};

/** Every coefficient that is a literal folded with its factor. */
const fastSum = (node: SumNode, build: Build): Value => {
  const parts = node.parts.flatMap(({ slot, coefficient, factor }) =>
    coefficient.is === 'literal' && isNumber(coefficient.cell) && isRational(coefficient.cell)
      ? [{ value: build.read(slot), weight: multiply(factor, coefficient.cell) }]
      : [],
  );
  if (parts.length === node.parts.length) return dot(build, parts);
  const terms = node.parts.map(({ slot, coefficient, factor }) =>
    product(
      build,
      product(build, doubleOf(coefficient, build), build.constant(factor)),
      build.read(slot),
    ),
  );
  return terms.reduce((sum, term) => add(build, sum, term));
};

/**
 * sum of coefficient * value. A component that does not apply adds nothing; one that is missing leaves
 * the sum unknown.
 *
 * Issues: `name.*`, `unit.mismatch`
 * Source: PermenPANRB 14/2017 (index as a sum of element means times a printed weight)
 */
export const sum = libraryKind({
  name: 'sum',
  version: 1,
  summary: {
    id: 'jumlah nilai, masing-masing kali koefisien apa adanya',
    en: 'a sum of values, each times a literal coefficient',
  },
  source: 'sum of coefficient * value; PermenPANRB 14/2017',
  schema: () =>
    z.strictObject({ coefficients: z.record(z.union([authorName, reference]), numberSlot) }),
  reads: (spec: SumSpec) =>
    Object.entries(spec.coefficients).flatMap(([name, coefficient]) => [
      name,
      ...namesIn(coefficient),
    ]),
  compile: (spec: SumSpec, pointer, context) => {
    const declared = declaredNumber(pointer, context);
    if (declared === undefined) return undefined;
    const entries = Object.entries(spec.coefficients);
    const parts = entries.flatMap(([name, given]) => {
      const at = pointerTo(pointer, 'coefficients', name);
      const slot = context.resolve(name, at);
      const coefficient = compileNumber(given, at, context);
      if (slot === undefined || coefficient === undefined) return [];
      const value: Term = { is: 'read', type: slot.type, slot };
      if (slot.type.is !== 'number' || coefficient.type.is !== 'number') {
        context.report('rule.type', at, {
          found: typeText(slot.type),
          expected: TYPE_NAMES.number,
        });
        return [];
      }
      const unit = multiplyUnits(coefficient.type.unit, slot.type.unit);
      const factor = conversionFactor(unit, declared.unit);
      if (factor === undefined) {
        context.report('unit.mismatch', at, {
          found: unitText(unit),
          expected: unitText(declared.unit),
        });
        return [];
      }
      return [{ slot, coefficient, value, factor }];
    });
    if (entries.length === 0) context.report('weights.none', pointerTo(pointer, 'coefficients'));
    return parts.length === entries.length && parts.length > 0
      ? { node: { parts }, type: declared }
      : undefined;
  },
  exact: eachMember(compute),
  fast: fastSum,
  attribute: (_node, shortfall) => {
    const parts = attributeSum(shortfall);
    const amounts = parts.map((part) => part.amount);
    return [
      ...parts.map((part) => part.contribution),
      {
        to: 'own',
        amount: subtract(subtract(shortfall.baseline, shortfall.value), total(amounts)),
      },
    ];
  },
  describe: (node, language) =>
    `${{ id: 'jumlah', en: 'sum' }[language]}: ${node.parts
      .map(({ slot, coefficient }) => `${printOperand(coefficient, language)} × ${slot.name}`)
      .join(' + ')}`,
  laws: ['total', 'order-blind', 'attributed'],
});

/** Small uses of the kind, which tests and reference pages run. */
export const sumExamples: readonly KindExample[] = [
  {
    title: { id: 'bobot tercetak 0,11', en: 'the printed weight 0.11' },
    policy: {
      scales: { answer: { worst: 1, full: 4, best: 4 } },
      inputs: {
        courtesy: {
          type: 'decimal',
          unit: 'answer',
          min: 1,
          max: 4,
          step: '0.01',
          ifMissing: 'fail',
        },
        clarity: {
          type: 'decimal',
          unit: 'answer',
          min: 1,
          max: 4,
          step: '0.01',
          ifMissing: 'fail',
        },
      },
    },
    indicator: { unit: 'answer', sum: { coefficients: { courtesy: '0.11', clarity: '0.11' } } },
    evidence: { values: { courtesy: 3.2, clarity: 3.4 } },
    gives: '0.726',
    laws: ['increasing'],
  },
];
