import type { Sums, TableEvidence } from '../evidence/evidence.js';
import { add, multiply, rational, ZERO } from '../number/rational.js';
import { isRational } from '../number/exact.js';
import { pointerTo } from '../pointer.js';
import type { InputPlan, TablePlan } from '../plan/plan.js';
import { type ColumnTotals, isNumber } from '../slot.js';
import type { Memory } from './memory.js';
import type { Remarks } from './remarks.js';
import { FULL, type Support } from './support.js';

/** A column of totals, once its `ifMissing` has spoken for the rows without a value. */
const settleColumn = ({ ifMissing, slot }: InputPlan, given: ColumnTotals): ColumnTotals => {
  if (!('use' in ifMissing)) return given;
  const { use } = ifMissing;
  const each = isNumber(use) && isRational(use) ? use : undefined;
  if (each === undefined) throw new TypeError(`\`${slot.name}\` is no number`);
  const unanswered = rational(BigInt(given.rows - given.present));
  return { ...given, present: given.rows, sum: add(given.sum, multiply(unanswered, each)) };
};

/** Totals say of no value where it comes from. */
const supportOf = ({ rows, present }: ColumnTotals): Support =>
  rows === 0 ? FULL : { evidence: rational(BigInt(present), BigInt(rows)), provenance: ZERO };

/**
 * Puts the numeric columns of a table of which only totals are known into memory.
 *
 * Issues: `evidence.missing`, `evidence.used_instead`
 */
export const settleTotals = (
  table: TablePlan,
  given: TableEvidence,
  totals: Sums,
  run: { readonly memory: Memory; readonly remarks: Remarks },
): void => {
  for (const [i, column] of table.columns.entries()) {
    if (column.form.is !== 'number') continue;
    const { slot, ifMissing, key } = column;
    const found: ColumnTotals = {
      rows: totals.count,
      present: totals.answered[i] ?? 0,
      sum: totals.sums[i] ?? ZERO,
      absent: {
        absent: 'use' in ifMissing ? 'missing' : ifMissing.absent,
        cause: { pointer: slot.pointer, code: 'evidence.missing' },
      },
    };
    run.memory.setTotals(slot, settleColumn(column, found), supportOf(found));
    if (found.present === found.rows) continue;
    const extras = { policyPointer: pointerTo(slot.pointer, 'ifMissing') };
    const pointer = given.pointer(0, key);
    if ('use' in ifMissing) {
      const params = { name: slot.name, used: ifMissing.text, cite: ifMissing.cite };
      run.remarks.say('evidence.used_instead', pointer, params, extras);
      continue;
    }
    const severity = ifMissing.absent === 'failed' ? ('error' as const) : ('warning' as const);
    run.remarks.say('evidence.missing', pointer, { name: slot.name }, { ...extras, severity });
  }
};
