import * as z from 'zod/mini';
import { select } from '../fast/decide.js';
import { doubleOf } from '../rule/double.js';
import { subtract } from '../number/rational.js';
import { type Pointer, pointerTo } from '../pointer.js';
import { compileCondition, compileNumber, compileRule } from '../rule/compile.js';
import { evaluateTerm } from '../rule/evaluate.js';
import { namesIn } from '../rule/names.js';
import { printTerm } from '../rule/print.js';
import type { Rule } from '../rule/rule.js';
import { authorName, rule } from '../rule/schema.js';
import { costOf, type Term } from '../rule/term.js';
import { isAbsent, type Reader } from '../slot.js';
import { partOf } from './attribution.js';
import {
  absentHere,
  type CompileContext,
  libraryKind,
  type Derived,
  eachMember,
  readingsOnce,
  type KindExample,
} from './contract.js';

/** One case of a choice, with the name by which trace and citation know it. */
export interface Case {
  readonly id: string;
  readonly when: Rule;
  /** A number, a label or a rule, of the indicator's type. */
  readonly gives: Rule;
  readonly cite?: string;
}

/** What applies when no case does. */
export interface OtherCase {
  readonly id: string;
  readonly gives: Rule;
  readonly cite?: string;
}

/** Named cases, the first that applies. */
export interface ChooseSpec {
  readonly cases: readonly Case[];
  /** Without it, no case applying is reported and gives no value. */
  readonly else?: OtherCase;
}

interface CaseNode {
  readonly id: string;
  readonly when?: Term;
  readonly gives: Term;
  readonly cite?: string;
}

interface ChooseNode {
  readonly cases: readonly CaseNode[];
}

const compute = (node: ChooseNode, reader: Reader): Derived => {
  const read = new Set<Term>();
  const readings = () => readingsOnce([...read], reader);
  for (const each of node.cases) {
    if (each.when !== undefined) {
      read.add(each.when);
      const applies = evaluateTerm(each.when, reader);
      if (isAbsent(applies)) return { cell: applies, readings: readings() };
      if (applies !== true) continue;
    }
    read.add(each.gives);
    const cites = each.cite === undefined ? [] : [each.cite];
    return { cell: evaluateTerm(each.gives, reader), readings: readings(), chose: each.id, cites };
  }
  const remarks = [{ code: 'choose.no_case' as const }];
  return { cell: absentHere('missing', 'choose.no_case'), readings: readings(), remarks };
};

const compileGives = (gives: Rule, at: Pointer, context: CompileContext): Term | undefined => {
  const { declared } = context;
  return declared?.is === 'number' && typeof gives !== 'boolean'
    ? compileNumber(gives, at, context, declared.unit)
    : compileRule(gives, at, context, declared ?? { is: 'truth' });
};

/** One case, or undefined after a report. */
const compileCase = (
  each: Case | OtherCase,
  at: Pointer,
  context: CompileContext,
): CaseNode | undefined => {
  const gives = compileGives(each.gives, pointerTo(at, 'gives'), context);
  const cite = each.cite === undefined ? {} : { cite: each.cite };
  if (!('when' in each)) return gives && { id: each.id, gives, ...cite };
  const when = compileCondition(each.when, pointerTo(at, 'when'), context);
  return gives && when && { id: each.id, when, gives, ...cite };
};

/**
 * The value of the first case whose `when` holds. A `when` that cannot be answered leaves the whole
 * without a value: a later case could otherwise win by an absence.
 *
 * Issues: `choose.no_case`, `choose.same_id`, those of rules
 * Source: a branch in the law, as in Perka BKN 1/2013 (efficiency up to and above 24 per cent)
 */
export const choose = libraryKind({
  name: 'choose',
  version: 1,
  summary: {
    id: 'kasus bernama: yang pertama berlaku memberi nilai',
    en: 'named cases: the first that applies gives the value',
  },
  source: 'the first case whose condition holds; branches of a regulation',
  schema: () =>
    z.strictObject({
      cases: z
        .array(
          z.strictObject({
            id: authorName,
            when: rule,
            gives: rule,
            cite: z.exactOptional(authorName),
          }),
        )
        .check(z.minLength(1)),
      else: z.exactOptional(
        z.strictObject({ id: authorName, gives: rule, cite: z.exactOptional(authorName) }),
      ),
    }),
  reads: (spec: ChooseSpec) => [
    ...spec.cases.flatMap((each) => [...namesIn(each.when), ...namesIn(each.gives)]),
    ...namesIn(spec.else?.gives),
  ],
  cites: (spec: ChooseSpec) => [
    ...spec.cases.flatMap(({ cite }, i) =>
      cite === undefined ? [] : [[cite, pointerTo('/cases', i, 'cite')] as const],
    ),
    ...(spec.else?.cite === undefined ? [] : [[spec.else.cite, '/else/cite'] as const]),
  ],
  compile: (spec: ChooseSpec, pointer, context) => {
    const all = [
      ...spec.cases.map((each, i) => [each, pointerTo(pointer, 'cases', i)] as const),
      ...(spec.else === undefined ? [] : [[spec.else, pointerTo(pointer, 'else')] as const]),
    ];
    const ids = all.map(([{ id }]) => id);
    for (const [i, [{ id }, at]] of all.entries()) {
      if (ids.indexOf(id) !== i) context.report('choose.same_id', pointerTo(at, 'id'), { id });
    }
    const cases = all.flatMap(([each, at]) => compileCase(each, at, context) ?? []);
    return cases.length === all.length
      ? { node: { cases }, type: context.declared ?? { is: 'truth' } }
      : undefined;
  },
  exact: eachMember(compute),
  fast: (node: ChooseNode, build) =>
    node.cases.reduceRight(
      (others, { when, gives }) =>
        when === undefined
          ? doubleOf(gives, build)
          : select(build, doubleOf(when, build), doubleOf(gives, build), others),
      build.nothing(),
    ),
  attribute: (node, shortfall) => {
    const gives = node.cases.find((each) => each.id === shortfall.derived.chose)?.gives;
    const reading =
      gives?.is === 'read'
        ? shortfall.derived.readings.find((each) => each.slot === gives.slot)
        : undefined;
    return reading === undefined
      ? [{ to: 'own', amount: subtract(shortfall.baseline, shortfall.value) }]
      : [partOf(reading, { n: 1n, d: 1n }, shortfall.baseline, shortfall)];
  },
  cost: ({ cases }) => ({
    operations: cases.reduce(
      (sum, each) => sum + costOf(each.gives) + (each.when === undefined ? 0 : costOf(each.when)),
      0,
    ),
  }),
  describe: (node, language) =>
    node.cases
      .map(({ id, when, gives }) => {
        const value = printTerm(gives, language);
        if (when === undefined)
          return `${id}: ${{ id: 'selain itu', en: 'otherwise' }[language]} ${value}`;
        return `${id}: ${{ id: 'jika', en: 'if' }[language]} ${printTerm(when, language)} ${
          { id: 'maka', en: 'then' }[language]
        } ${value}`;
      })
      .join('; '),
  laws: ['total', 'attributed'],
});

/** Small uses of the kind, which tests and reference pages run. */
export const chooseExamples: readonly KindExample[] = [
  {
    title: { id: 'dua cabang efisiensi waktu', en: 'the two branches of time efficiency' },
    policy: {
      inputs: {
        efficiency: {
          type: 'decimal',
          unit: 'percent',
          min: -100,
          max: 100,
          step: '0.01',
          ifMissing: 'fail',
        },
      },
    },
    indicator: {
      unit: 'percent',
      choose: {
        cases: [
          {
            id: 'up-to-24',
            when: { '<=': [{ var: 'efficiency' }, 24] },
            gives: { '+': [76, { var: 'efficiency' }] },
          },
        ],
        else: { id: 'above-24', gives: { '-': [100, { var: 'efficiency' }] } },
      },
    },
    evidence: { values: { efficiency: 24 } },
    gives: '100',
  },
];
