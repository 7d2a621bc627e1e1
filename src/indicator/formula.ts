import { doubleOf } from '../rule/double.js';
import { compileRule } from '../rule/compile.js';
import { evaluateTerm } from '../rule/evaluate.js';
import { namesIn } from '../rule/names.js';
import { printTerm } from '../rule/print.js';
import type { RuleOperation } from '../rule/rule.js';
import { ruleOperation } from '../rule/schema.js';
import { costOf, type Term } from '../rule/term.js';
import { libraryKind, eachMember, readingsIn, type KindExample } from './contract.js';

/** A rule that gives a number, a label or a yes/no. */
export type FormulaSpec = RuleOperation;

/**
 * The value of a rule over named values, exact.
 *
 * Issues: those of rules, `unit.mismatch`
 * Source: the notation is JSON Logic (jsonlogic.com); numbers are exact rationals
 */
export const formula = libraryKind({
  name: 'formula',
  version: 1,
  summary: {
    id: 'rumus dalam JSON Logic: hitungan, perbandingan, logika',
    en: 'a formula in JSON Logic: arithmetic, comparison, logic',
  },
  source: 'the rule as written; notation of jsonlogic.com, exact rational arithmetic',
  schema: () => ruleOperation,
  reads: (spec: FormulaSpec) => namesIn(spec),
  compile: (spec: FormulaSpec, pointer, context) => {
    const term = compileRule(spec, pointer, context, context.declared ?? { is: 'truth' });
    return term && { node: term, type: context.declared ?? term.type };
  },
  exact: eachMember((term: Term, reader) => {
    const cell = evaluateTerm(term, reader);
    return { cell, readings: readingsIn([term], reader) };
  }),
  fast: (term: Term, build) => doubleOf(term, build),
  cost: (term) => ({ operations: costOf(term) }),
  describe: (term, language) => printTerm(term, language),
  laws: ['total'],
});

/** Small uses of the kind, which tests and reference pages run. */
export const formulaExamples: readonly KindExample[] = [
  {
    title: { id: 'bagian yang selesai', en: 'the share that was finished' },
    policy: {
      inputs: {
        done: { type: 'integer', unit: 'document', min: 0, max: 100, ifMissing: 'fail' },
        asked: { type: 'integer', unit: 'document', min: 1, max: 100, ifMissing: 'fail' },
      },
    },
    indicator: { unit: 'ratio', formula: { '/': [{ var: 'done' }, { var: 'asked' }] } },
    evidence: { values: { done: 1, asked: 3 } },
    gives: '1/3',
  },
  {
    title: { id: 'syarat ya atau tidak', en: 'a condition, yes or no' },
    policy: {
      inputs: {
        absent: { type: 'integer', unit: 'day', min: 0, max: 366, ifMissing: 'fail' },
        warned: { type: 'boolean', ifMissing: { use: false, cite: 'c' } },
      },
      cites: { c: { text: 'contoh', support: 'interpretation' } },
    },
    indicator: { formula: { or: [{ '>': [{ var: 'absent' }, 10] }, { var: 'warned' }] } },
    evidence: { values: { absent: 11 } },
    gives: 'true',
  },
];
