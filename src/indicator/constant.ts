import * as z from 'zod/mini';
import { doubleOf } from '../rule/double.js';
import { compileNumber, compileRule } from '../rule/compile.js';
import { printTerm } from '../rule/print.js';
import type { Term } from '../rule/term.js';
import { evaluateTerm } from '../rule/evaluate.js';
import { libraryKind, eachMember, type KindExample } from './contract.js';

/** A value that is the same for everyone: a number, a label or a yes/no. */
export type ConstantSpec = number | string | boolean;

/**
 * A value that is the same for everyone, most often a start that adjustments change.
 *
 * Issues: `number.unreadable`, `name.unknown_label`
 * Source: the policy itself
 */
export const constant = libraryKind({
  name: 'constant',
  version: 1,
  summary: {
    id: 'nilai tetap, misalnya titik awal potongan',
    en: 'a fixed value, for example where deductions start',
  },
  source: 'the value as written',
  schema: () => z.union([z.number(), z.string(), z.boolean()]),
  reads: () => [],
  compile: (spec: ConstantSpec, pointer, context) => {
    const { declared } = context;
    const term =
      declared?.is === 'number' && typeof spec !== 'boolean'
        ? compileNumber(spec, pointer, context, declared.unit)
        : compileRule(spec, pointer, context, declared ?? { is: 'truth' });
    return term && { node: term, type: declared ?? term.type };
  },
  exact: eachMember((term: Term, reader) => ({ cell: evaluateTerm(term, reader), readings: [] })),
  fast: (term: Term, build) => doubleOf(term, build),
  describe: (term, language) =>
    `${{ id: 'tetap', en: 'always' }[language]} ${printTerm(term, language)}`,
  laws: ['total'],
});

/** Small uses of the kind, which tests and reference pages run. */
export const constantExamples: readonly KindExample[] = [
  {
    title: { id: 'seratus, dikurangi potongan', en: 'a hundred, less deductions' },
    policy: {
      scales: { points: { worst: 0, full: 100, best: 100 } },
      parameters: { cut: { is: 3, unit: 'points/day' } },
      inputs: { absent: { type: 'integer', unit: 'day', min: 0, max: 366, ifMissing: 'fail' } },
    },
    indicator: {
      unit: 'points',
      constant: 100,
      adjust: [
        {
          id: 'absence',
          deduct: { '*': [{ var: 'absent' }, { var: 'cut' }] },
          atMost: 40,
          reason: { id: 'tidak masuk', en: 'absent' },
        },
      ],
    },
    evidence: { values: { absent: 2 } },
    gives: '94',
    laws: ['bounded'],
  },
];
