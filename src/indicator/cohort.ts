import * as z from 'zod/mini';
import { type Pointer, pointerTo } from '../pointer.js';
import { compileRead } from '../rule/compile.js';
import { reference } from '../rule/schema.js';
import { isAbsent, isNumber, type Reader, type Slot } from '../slot.js';
import { RATIO } from '../unit.js';
import { attributeThrough } from './attribution.js';
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
} from './standing.js';

/** The standing of a subject among the frozen members of a cohort. */
export type CohortSpec = CohortZ | CohortRank | CohortPercentile | CohortMinMax;

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

interface CohortNode {
  readonly slot: Slot;
  readonly comparison: Comparison;
}

/** The comparison that `spec` asks for, when the declared unit is that of its values; undefined after a report. */
const comparisonOf = (
  spec: CohortSpec,
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

const compute = (node: CohortNode, frozen: Frozen | undefined, reader: Reader): Derived => {
  const readings = readingsOf([node.slot], reader);
  const cell = reader.cell(node.slot);
  if (isAbsent(cell)) return { cell, readings };
  if (!isNumber(cell)) return { cell: absentHere('undecided', 'number.undecided'), readings };
  if (frozen === undefined) {
    const remarks = [{ code: 'cohort.not_given' as const }];
    return { cell: absentHere('pending', 'cohort.not_given'), readings, remarks };
  }
  const { cell: found, end } = node.comparison.stand(cell, frozen);
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
 * Where the subject stands among the members of a cohort, whose values were frozen with a digest: so that
 * one person's score depends on others only as the policy, and a document that can be kept, say.
 *
 * z: (x - mean) / sd; rank: as `rank`; percentile: (less + c * equal) / all; min-max: worst + (x - min) / (max - min) *
 * (full - worst)
 *
 * Issues: `cohort.*`, `goalposts.no_scale`, `rule.division_by_zero`, `name.*`, `unit.mismatch`
 * Source: usual definitions (standard score, mid-ranks of Kendall 1945); UNDP, Human Development Report technical notes
 */
export const cohort = libraryKind({
  name: 'cohort',
  version: 1,
  summary: {
    id: 'kedudukan di antara anggota kohort yang nilainya dibekukan',
    en: 'the standing among the members of a cohort whose values were frozen',
  },
  source:
    '(x - mean) / sd; 1 + better; (less + c * equal) / all; (x - min) / (max - min), from frozen constants',
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
    ]),
  reads: (spec: CohortSpec) => [spec.read],
  compile: (spec: CohortSpec, pointer, context) => {
    if (context.table !== undefined) {
      context.report('cohort.single', pointer);
      return undefined;
    }
    const at = pointerTo(pointer, 'read');
    const read = compileRead(spec.read, at, context);
    const comparison = comparisonOf(spec, pointer, context);
    if (read?.is !== 'read' || comparison === undefined) return undefined;
    if (read.type.is !== 'number') {
      context.report('cohort.not_number', at, { name: spec.read });
      return undefined;
    }
    const node: CohortNode = { slot: read.slot, comparison };
    return context.declared && { node, type: context.declared };
  },
  exact: (members: readonly Member<CohortNode>[]) => (run) => {
    for (const member of members) {
      const frozen = run.frozen(member.slot);
      run.derive(member, (reader) => compute(member.node, frozen, reader));
    }
  },
  freezes: ({ slot, comparison }) => ({ read: slot, part: comparison.part }),
  attribute: ({ slot }, shortfall) =>
    attributeThrough(
      shortfall.derived.readings.find((reading) => reading.slot === slot),
      shortfall,
    ),
  // A binary search among the distinct values, of which there are at most a million.
  cost: () => ({ operations: 20 }),
  describe: ({ slot, comparison }, language) => `${slot.name}: ${comparison.words[language]}`,
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
];
