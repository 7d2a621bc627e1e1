import * as z from 'zod/mini';
import { ONE, type Rational, sign, subtract } from '../number/rational.js';
import { type Pointer, pointerTo } from '../pointer.js';
import { compileCondition, compileRead } from '../rule/compile.js';
import { namesIn } from '../rule/names.js';
import type { NumberLiteral, Rule } from '../rule/rule.js';
import { authorName, numberLiteral, reference, rule } from '../rule/schema.js';
import { costOf, slotsOf } from '../rule/term.js';
import type { ValueType } from '../slot.js';
import { conversionFactor, RATIO, type UnitOrAny, unitText } from '../unit.js';
import { attributeByWeight, partOf } from './attribution.js';
import {
  type CompileContext,
  declaredNumber,
  libraryKind,
  eachMember,
  type Reading,
  type TableScope,
  type KindExample,
} from './contract.js';
import { fastRows } from './fast-rows.js';
import { gatherRows, type RowsNode, TAKES, type Take } from './shared-rows.js';
import { describeRows } from './describe-rows.js';
import { compileLeaveOut, type LeaveOut, leaveOutSchema } from './leave-out.js';
import { compileTrim } from './trim.js';

/** A table or panel brought to one value. */
export interface RowsSpec {
  /** The table or panel. */
  readonly of: string;
  readonly take: Take;
  /** The column, or indicator `per` the table, that is taken; not for `count` and `share`. */
  readonly read?: string;
  /** Which rows are taken; for `share`, which rows are counted among all. */
  readonly where?: Rule;
  /** For `trimmed`, the share of rows left out at each end; of n rows with a value, floor(n * share). */
  readonly trim?: NumberLiteral;
  /** The least share of applicable rows that must have a value. */
  readonly leaveOut?: LeaveOut;
}

/** The declared type, when a value in `unit` needs no conversion to be one. */
const inUnitOf = (
  unit: UnitOrAny,
  pointer: Pointer,
  context: CompileContext,
): (ValueType & { is: 'number' }) | undefined => {
  const declared = declaredNumber(pointer, context);
  const factor = declared && conversionFactor(unit, declared.unit);
  if (declared === undefined || (factor?.n === factor?.d && factor !== undefined)) return declared;
  context.report('unit.mismatch', pointer, {
    found: unitText(unit),
    expected: unitText(declared.unit),
  });
  return undefined;
};

const compileRows = (spec: RowsSpec, pointer: Pointer, context: CompileContext) => {
  if (context.table !== undefined) {
    context.report('rows.inside_table', pointer);
    return undefined;
  }
  const inside: TableScope | undefined = context.tableScope(spec.of, pointerTo(pointer, 'of'));
  if (inside === undefined) return undefined;
  const readsRows = spec.take !== 'count' && spec.take !== 'share';
  if (
    readsRows !== (spec.read !== undefined) ||
    (spec.take === 'share' && spec.where === undefined) ||
    (spec.take === 'trimmed') !== (spec.trim !== undefined)
  ) {
    context.report('rows.form', pointer, { take: spec.take });
    return undefined;
  }
  const where =
    spec.where === undefined
      ? undefined
      : compileCondition(spec.where, pointerTo(pointer, 'where'), inside.context);
  if (spec.where !== undefined && where === undefined) return undefined;
  const own = spec.take === 'share' ? RATIO : inside.rowUnit;
  const declared = readsRows ? declaredNumber(pointer, context) : inUnitOf(own, pointer, context);
  if (declared === undefined) return undefined;
  const leaveOut = compileLeaveOut(spec.leaveOut, pointer, context);
  const trim = spec.trim === undefined ? undefined : compileTrim(spec.trim, pointer, context);
  if (leaveOut === undefined || (spec.trim !== undefined && trim === undefined)) return undefined;
  const at = pointerTo(pointer, 'read');
  const isTotalled = where === undefined && (spec.take === 'mean' || spec.take === 'sum');
  const scope = isTotalled ? inside.totals : inside.context;
  const value = spec.read === undefined ? undefined : compileRead(spec.read, at, scope, declared);
  const slot = value && slotsOf(value)[0];
  if (readsRows && (value === undefined || slot === undefined)) return undefined;
  if (slot !== undefined && slot.table !== inside.table) {
    context.report('rows.not_a_column', at, { name: slot.name, table: spec.of });
    return undefined;
  }
  const node: RowsNode = {
    take: spec.take,
    of: spec.of,
    table: inside.table,
    ...(value && slot ? { read: { slot, value } } : {}),
    ...(where === undefined ? {} : { where }),
    ...(trim === undefined ? {} : { trim }),
    ...leaveOut,
  };
  return { node, type: declared };
};

const hasWeight = (reading: Reading): reading is Reading & { readonly weight: Rational } =>
  reading.weight !== undefined;

/**
 * One value from the rows of a table or panel. Rows that do not apply are passed over; rows whose value
 * is missing or pending are left out only within `leaveOut`. No rows: `sum` and `count` are 0, the others
 * are missing.
 *
 * Issues: `rows.form`, `rows.inside_table`, `rows.not_a_column`, `rows.none`, `components.trim`, `name.*`,
 * `unit.mismatch`
 * Source: usual definitions; trimmed mean ISO 3534-1:2006; the median of an even number is the mean of the middle two
 */
export const rows = libraryKind({
  name: 'rows',
  version: 1,
  summary: {
    id: 'baris-baris tabel atau panel menjadi satu nilai',
    en: 'the rows of a table or panel brought to one value',
  },
  source:
    'mean, sum, count, min, max, median (middle two averaged), trimmed (mean without floor(n * trim) at each end), last, share of rows',
  schema: () =>
    z.strictObject({
      of: authorName,
      take: z.enum(TAKES),
      read: z.exactOptional(reference),
      where: z.exactOptional(rule),
      trim: z.exactOptional(numberLiteral),
      leaveOut: z.exactOptional(leaveOutSchema()),
    }),
  reads: (spec: RowsSpec) => [
    ...(spec.read === undefined ? [] : [spec.read]),
    ...namesIn(spec.where),
  ],
  compile: compileRows,
  exact: eachMember(gatherRows),
  fast: fastRows,
  attribute: (node, shortfall) => {
    const counted = shortfall.derived.readings.filter(hasWeight);
    // Of totals no row is known: they account for the whole.
    if (['mean', 'trimmed'].includes(node.take) && counted.length > 0) {
      return attributeByWeight(shortfall);
    }
    const single = ['min', 'max', 'last'].includes(node.take)
      ? counted.find((each) => sign(each.weight) > 0)
      : undefined;
    return single === undefined
      ? [{ to: 'own', amount: subtract(shortfall.baseline, shortfall.value) }]
      : [partOf(single, ONE, shortfall.baseline, shortfall)];
  },
  cost: (node) => ({
    operations: 1 + (node.where === undefined ? 0 : costOf(node.where)),
    table: node.table,
  }),
  describe: describeRows,
  laws: ['total', 'order-blind', 'attributed'],
});

/** Small uses of the kind, which tests and reference pages run. */
export const rowsExamples: readonly KindExample[] = [
  {
    title: { id: 'rata-rata capaian kegiatan', en: 'mean achievement of the activities' },
    policy: {
      scales: { points: { worst: 0, full: 100, best: 120 } },
      tables: {
        tasks: {
          rowUnit: 'task',
          atMost: 15,
          ifMissing: 'fail',
          row: {
            done: { type: 'integer', unit: 'document', min: 0, max: 100, ifMissing: 'fail' },
            target: { type: 'integer', unit: 'document', min: 1, max: 100, ifMissing: 'fail' },
          },
        },
      },
      indicators: {
        task: {
          per: 'tasks',
          unit: 'points',
          achievement: {
            actual: 'tasks.done',
            target: { var: 'tasks.target' },
            better: 'higher',
            cap: 120,
          },
        },
      },
    },
    indicator: { unit: 'points', rows: { of: 'tasks', take: 'mean', read: 'task' } },
    evidence: {
      tables: {
        tasks: {
          columns: ['done', 'target'],
          rows: [
            [9, 10],
            [30, 30],
          ],
        },
      },
    },
    gives: '95',
    laws: ['bounded'],
  },
  {
    title: { id: 'rekan, tanpa satu di tiap ujung', en: 'peers, without one at each end' },
    policy: {
      scales: { points: { worst: 0, full: 100, best: 100 } },
      tables: {
        peers: {
          rowUnit: 'peer',
          atMost: 30,
          ifMissing: 'pending',
          row: {
            score: { type: 'integer', unit: 'points', min: 0, max: 100, ifMissing: 'exclude' },
          },
        },
      },
    },
    indicator: {
      unit: 'points',
      rows: { of: 'peers', take: 'trimmed', trim: '15%', read: 'peers.score' },
    },
    evidence: {
      tables: {
        peers: { columns: ['score'], rows: [[80], [20], [90], [85], [70], [100], [75]] },
      },
    },
    gives: '80',
    laws: ['bounded'],
  },
  {
    title: { id: 'hari tanpa keterangan', en: 'days absent without leave' },
    policy: {
      tables: {
        attendance: {
          rowUnit: 'day',
          atMost: 366,
          ifMissing: 'pending',
          row: {
            status: { type: 'label', labels: ['present', 'absent', 'leave'], ifMissing: 'fail' },
          },
        },
      },
    },
    indicator: {
      unit: 'day',
      rows: {
        of: 'attendance',
        take: 'count',
        where: { '==': [{ var: 'attendance.status' }, 'absent'] },
      },
    },
    evidence: {
      tables: {
        attendance: {
          columns: ['status'],
          rows: [['present'], ['absent'], ['leave'], ['absent']],
        },
      },
    },
    gives: '2',
  },
];
