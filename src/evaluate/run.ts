import type { Evidence, EvidenceCells } from '../evidence/evidence.js';
import { exactCells } from '../evidence/exact-cells.js';
import type { Derived, ExactRun, Frozen } from '../indicator/contract.js';
import type { IndicatorPlan, Plan } from '../plan/plan.js';
import type { Reader, Slot } from '../slot.js';
import type { Derivation, Rounded } from './derivation.js';
import { deriveOne, valueOf } from './derive.js';
import { makeMemory } from './memory.js';
import type { Question } from './panel.js';
import { makeRemarks, type Remarks } from './remarks.js';
import { settle } from './settle.js';
import { NONE } from './support.js';

/** Everything that one evaluation found. */
export interface Run {
  readonly reader: Reader;
  readonly questions: readonly Question[];
  /** By slot: one derivation, or one for each row; in the order in which they were computed. None in a lean run. */
  readonly derivations: ReadonlyMap<number, readonly Derivation[]>;
  readonly remarks: Remarks;
  /** What it was computed from, exactly. */
  readonly cells: EvidenceCells;
  /** The rounding of the score. */
  readonly rounded: Rounded | undefined;
  /** Whether any value is pending, or may yet be another. */
  readonly isOpen: boolean;
}

type Compute = (reader: Reader) => Derived;

/** What a cohort has frozen, by the slot of the indicator that asked for it. */
export type FrozenBySlot = ReadonlyMap<number, Frozen>;

const NO_COHORT: FrozenBySlot = new Map();

/**
 * The referee: the definition of the language, in exact arithmetic.
 *
 * Settles what the evidence says, then has every group of indicators computed, level by level.
 * @param isLean - whether only values and issues are asked for, not what was read nor what it rests on
 */
export const runExactly = (
  plan: Plan,
  evidence: Evidence,
  frozen: FrozenBySlot = NO_COHORT,
  isLean = false,
): Run => {
  const { layout } = plan;
  const cells = exactCells(plan, evidence);
  const memory = makeMemory(layout.slots.length, layout.tables.length, isLean);
  const remarks = makeRemarks(evidence.issues, layout.doors);
  const questions = settle(plan, { evidence, cells }, memory, remarks);
  const derivations = new Map<number, readonly Derivation[]>();
  let rounded: Rounded | undefined;
  const { reader, supportAt } = memory;
  const single = { reader, supportAt, remarks, row: undefined };

  const keep = (slot: Slot, found: readonly Derivation[]): void => {
    for (const { read } of found) memory.noteRead(read);
    derivations.set(slot.index, found);
  };

  const deriveSingle = (own: IndicatorPlan, compute: Compute): void => {
    const whole = isLean ? undefined : deriveOne(own, compute, single);
    const found = whole ?? valueOf(own, compute, single);
    if (own === layout.score) rounded = found.rounded;
    if (whole === undefined) memory.noteRead(found.derived?.readings ?? []);
    else keep(own.slot, [whole]);
    memory.setCell(own.slot, found.cell, whole?.support ?? NONE);
  };

  const deriveRows = (own: IndicatorPlan, compute: Compute, table: number): void => {
    const count = reader.rowCount(table);
    const rows = Array.from({ length: typeof count === 'number' ? count : 0 }, (_, row) => ({
      ...single,
      reader: reader.atRow(table, row),
      row,
    }));
    if (isLean) {
      const found = rows.map((row) => valueOf(own, compute, row));
      for (const { derived } of found) memory.noteRead(derived?.readings ?? []);
      memory.setColumn(
        own.slot,
        found.map(({ cell }) => cell),
        NONE,
      );
      return;
    }
    const found = rows.map((row) => deriveOne(own, compute, row));
    keep(own.slot, found);
    memory.setColumn(
      own.slot,
      found.map(({ cell }) => cell),
      found.map(({ support }) => support),
    );
  };

  const derive: ExactRun['derive'] = ({ slot }, compute) => {
    const own = layout.indicatorAt[slot.index];
    if (own === undefined) throw new TypeError(`\`${slot.name}\` is no indicator of this plan`);
    if (slot.table === undefined) deriveSingle(own, compute);
    else deriveRows(own, compute, slot.table);
  };

  const run: ExactRun = { frozen: (slot) => frozen.get(slot.index), derive };
  for (const group of layout.groups) group.exact(run);
  const isOpen = memory.hasPending() || remarks.changed.size > 0;
  return { reader, questions, derivations, remarks, cells, rounded, isOpen };
};
