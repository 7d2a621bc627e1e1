import * as z from 'zod/mini';
import { multiplyExact } from '../number/exact.js';
import type { Rational } from '../number/rational.js';
import { type Pointer, pointerTo } from '../pointer.js';
import { compileRead } from '../rule/compile.js';
import { reference } from '../rule/schema.js';
import { type Cell, isAbsent, isNumber, type Reader, type Slot } from '../slot.js';
import { conversionFactor, RATIO, type UnitOrAny, unitText } from '../unit.js';
import { attributeThrough } from './attribution.js';
import {
  type CohortConstant,
  type CohortConstantSpec,
  constantForms,
  constantOf,
} from './cohort-constant.js';
import {
  absentHere,
  type CompileContext,
  declaredNumber,
  type Derived,
  type Frozen,
  libraryKind,
  type Member,
  readingsOf,
  type KindExample,
} from './contract.js';
import { declaredIn } from './declared-unit.js';
import { BETTER, type Better, PLACE, TIES, type Ties } from './place.js';
import {
  betweenEnds,
  type Comparison,
  COUNTS,
  DEVIATIONS,
  placeAmong,
  shareBelow,
  standardScore,
  type Standing,
  UNDECIDED,
} from './standing.js';

/** The standing of a subject among the frozen members of a cohort, or a number about the cohort itself. */
export type CohortSpec = CohortStandingSpec | CohortConstantSpec;

/** The standing of a subject among the frozen members of a cohort. */
export type CohortStandingSpec = CohortZ | CohortRank | CohortPercentile | CohortMinMax;

/** (value - mean) / standard deviation, a ratio. */
export interface CohortZ {
  /** An input or an indicator, one number for the subject. */
  readonly read: string;
  readonly take: 'z';
  /** Squared deviations over the number of members, or over one less. */
  readonly sd: (typeof DEVIATIONS)[number];
}

/** The place that a member with this value has, in the unit `place`. */
export interface CohortRank {
  readonly read: string;
  readonly take: 'rank';
  readonly better: Better;
  readonly ties: Ties;
}

/** The share of members with lower values, a ratio. */
export interface CohortPercentile {
  readonly read: string;
  readonly take: 'percentile';
  /** Whether members with an equal value count: not, wholly, or half. */
  readonly count: (typeof COUNTS)[number];
}

/** The value between the least and the greatest of the cohort, on the indicator's scale. */
export interface CohortMinMax {
  readonly read: string;
  readonly take: 'min-max';
  readonly better: Better;
  /** Whether values beyond the ends of the cohort are held at them. */
  readonly clip: boolean;
}

/** What is frozen, and what becomes of it: a comparison with the subject, or a constant times what its unit converts by. */
type CohortNode =
  | { readonly slot: Slot; readonly is: 'standing'; readonly given: Comparison }
  | {
      readonly slot: Slot;
      readonly is: 'constant';
      readonly given: CohortConstant;
      readonly factor: Rational;
    };

/** The comparison that `spec` asks for, when the declared unit is that of its values; undefined after a report. */
const comparisonOf = (
  spec: CohortStandingSpec,
  pointer: Pointer,
  context: CompileContext,
): Comparison | undefined => {
  if (spec.take === 'z') return declaredIn(RATIO, pointer, context) && standardScore(spec.sd);
  if (spec.take === 'rank')
    return declaredIn(PLACE, pointer, context) && placeAmong(spec.better, spec.ties);
  if (spec.take === 'percentile')
    return declaredIn(RATIO, pointer, context) && shareBelow(spec.count);
  const declared = declaredNumber(pointer, context);
  const scale = declared && context.scaleOf(declared.unit);
  if (declared !== undefined && scale === undefined) context.report('goalposts.no_scale', pointer);
  return scale && betweenEnds(spec.better, spec.clip, scale);
};

const isConstant = (spec: CohortSpec): spec is CohortConstantSpec =>
  spec.take !== 'z' &&
  spec.take !== 'rank' &&
  spec.take !== 'percentile' &&
  spec.take !== 'min-max';

/** What is computed of the values in `slot`, whose unit is `unit`; undefined after a report. */
const nodeOf = (
  spec: CohortSpec,
  { slot, unit }: { readonly slot: Slot; readonly unit: UnitOrAny },
  pointer: Pointer,
  context: CompileContext,
): CohortNode | undefined => {
  if (!isConstant(spec)) {
    const given = comparisonOf(spec, pointer, context);
    return given && { slot, is: 'standing', given };
  }
  const given = constantOf(spec, pointer, context);
  const declared = declaredNumber(pointer, context);
  if (declared === undefined || given === undefined) return undefined;
  const factor = conversionFactor(unit, declared.unit);
  if (factor !== undefined) return { slot, is: 'constant', given, factor };
  const params = { found: unitText(unit), expected: unitText(declared.unit) };
  context.report('unit.mismatch', pointer, params);
  return undefined;
};

/** What the frozen values give; without a value of its own a subject stands nowhere. */
const standingOf = (node: CohortNode, cell: Cell, frozen: Frozen): Standing => {
  if (node.is === 'standing')
    return isNumber(cell) ? node.given.stand(cell, frozen) : { cell: UNDECIDED.cell };
  const found = node.given.of(frozen);
  return isAbsent(found.cell) ? found : { cell: multiplyExact(found.cell, node.factor) };
};

const compute = (node: CohortNode, frozen: Frozen | undefined, reader: Reader): Derived => {
  // A constant of the cohort is the same for everyone: whether this subject has a value does not matter.
  const readings = node.is === 'constant' ? [] : readingsOf([node.slot], reader);
  const cell = reader.cell(node.slot);
  if (node.is === 'standing' && isAbsent(cell)) return { cell, readings };
  if (frozen === undefined) {
    const remarks = [{ code: 'cohort.not_given' as const }];
    return { cell: absentHere('pending', 'cohort.not_given'), readings, remarks };
  }
  const { cell: found, end } = standingOf(node, cell, frozen);
  const code = isAbsent(found) ? found.cause.code : undefined;
  const isOwn = code === 'cohort.empty' || code === 'rule.division_by_zero';
  return {
    cell: found,
    readings,
    ...(end === undefined ? {} : { chose: end }),
    ...(isOwn ? { remarks: [{ code }] } : {}),
  };
};

/**
 * Where the subject stands among the members of a cohort, whose values were frozen with a digest, or a number
 * about these values: so that one person's score depends on others only as the policy, and a document that can be
 * kept, say.
 *
 * z: (x - mean) / sd; rank: as `rank`; percentile: (less + c * equal) / all; min-max: worst + (x - min) / (max - min) *
 * (full - worst); mean, sd, min, max, quantile: of the frozen values, in their unit
 *
 * Issues: `cohort.*`, `goalposts.no_scale`, `rule.division_by_zero`, `name.*`, `unit.mismatch`
 * Source: usual definitions (standard score, mid-ranks of Kendall 1945); UNDP, Human Development Report technical notes
 */
export const cohort = libraryKind({
  name: 'cohort',
  version: 1,
  summary: {
    id: 'kedudukan di antara anggota kohort yang nilainya dibekukan, atau suatu bilangan tentang kohort itu',
    en: 'the standing among the members of a cohort whose values were frozen, or a number about that cohort',
  },
  source:
    '(x - mean) / sd; 1 + better; (less + c * equal) / all; (x - min) / (max - min); mean; sd; min; max; quantile (ISO 3534-1:2006; Hyndman and Fan 1996, definition 1), from frozen constants',
  schema: () =>
    z.discriminatedUnion('take', [
      z.strictObject({ read: reference, take: z.literal('z'), sd: z.enum(DEVIATIONS) }),
      z.strictObject({
        read: reference,
        take: z.literal('rank'),
        better: z.enum(BETTER),
        ties: z.enum(TIES),
      }),
      z.strictObject({ read: reference, take: z.literal('percentile'), count: z.enum(COUNTS) }),
      z.strictObject({
        read: reference,
        take: z.literal('min-max'),
        better: z.enum(BETTER),
        clip: z.boolean(),
      }),
      ...constantForms(),
    ]),
  reads: (spec: CohortSpec) => [spec.read],
  compile: (spec: CohortSpec, pointer, context) => {
    if (context.table !== undefined) {
      context.report('cohort.single', pointer);
      return undefined;
    }
    const at = pointerTo(pointer, 'read');
    const read = compileRead(spec.read, at, context);
    if (read?.is !== 'read') return undefined;
    if (read.type.is !== 'number') {
      context.report('cohort.not_number', at, { name: spec.read });
      return undefined;
    }
    const node = nodeOf(spec, { slot: read.slot, unit: read.type.unit }, pointer, context);
    return node && context.declared && { node, type: context.declared };
  },
  exact: (members: readonly Member<CohortNode>[]) => (run) => {
    for (const member of members) {
      const frozen = run.frozen(member.slot);
      run.derive(member, (reader) => compute(member.node, frozen, reader));
    }
  },
  freezes: ({ slot, given }) => ({ read: slot, part: given.part }),
  attribute: ({ slot }, shortfall) =>
    attributeThrough(
      shortfall.derived.readings.find((reading) => reading.slot === slot),
      shortfall,
    ),
  // A binary search among the distinct values, of which there are at most a million.
  cost: () => ({ operations: 20 }),
  describe: ({ slot, given }, language) => `${slot.name}: ${given.words[language]}`,
  laws: ['total', 'attributed'],
});

/** Small uses of the kind, which tests and reference pages run. */
export const cohortExamples: readonly KindExample[] = [
  {
    title: { id: 'jarak dari rata-rata', en: 'distance from the mean' },
    policy: {
      scales: { points: { worst: 0, full: 100, best: 100 } },
      inputs: {
        tally: { type: 'integer', unit: 'points', min: 0, max: 100, ifMissing: 'exclude' },
      },
    },
    indicator: { unit: 'ratio', cohort: { read: 'tally', take: 'z', sd: 'population' } },
    evidence: { values: { tally: 90 } },
    cohort: [70, 80, 80, 70].map((tally) => ({ values: { tally } })),
    gives: '3',
    laws: ['increasing'],
  },
  {
    title: {
      id: 'nilai pada sembilan puluh persen kohort',
      en: 'the value at ninety per cent of a cohort',
    },
    policy: {
      scales: { points: { worst: 0, full: 100, best: 100 } },
      inputs: {
        tally: { type: 'integer', unit: 'points', min: 0, max: 100, ifMissing: 'exclude' },
      },
    },
    indicator: {
      unit: 'points',
      cohort: { read: 'tally', take: 'quantile', at: '90%', method: 'nearest-rank' },
    },
    evidence: { values: { tally: 40 } },
    cohort: [70, 95, 80, 60].map((tally) => ({ values: { tally } })),
    gives: '95',
  },
];
