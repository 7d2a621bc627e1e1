import type { Evidence, ExactEvidence } from '../evidence/evidence.js';
import { exactEvidence } from '../evidence/exact-cells.js';
import type { ExactRun, Frozen } from '../indicator/contract.js';
import type { Plan } from '../plan/plan.js';
import type { Reader } from '../slot.js';
import type { Derivation } from './derivation.js';
import { deriveOne } from './derive.js';
import { makeMemory } from './memory.js';
import type { Question } from './panel.js';
import { makeRemarks, type Remarks } from './remarks.js';
import { settle } from './settle.js';

/** Everything that one evaluation found. */
export interface Run {
  readonly reader: Reader;
  readonly questions: readonly Question[];
  /** By slot: one derivation, or one for each row; in the order in which they were computed. */
  readonly derivations: ReadonlyMap<number, readonly Derivation[]>;
  readonly remarks: Remarks;
  /** What it was computed from, exactly. */
  readonly evidence: ExactEvidence;
  /** Whether any value is pending, or may yet be another. */
  readonly isOpen: boolean;
}

/** What a cohort has frozen, by the slot of the indicator that asked for it. */
export type FrozenBySlot = ReadonlyMap<number, Frozen>;

const NONE: FrozenBySlot = new Map();

/**
 * The referee: the definition of the language, in exact arithmetic.
 *
 * Settles what the evidence says, then has every group of indicators computed, level by level.
 * @param isLean - whether only values and issues are asked for, not what was read nor what it rests on
 */
export const runExactly = (
  plan: Plan,
  given: Evidence,
  frozen: FrozenBySlot = NONE,
  isLean = false,
): Run => {
  const { layout } = plan;
  const evidence = exactEvidence(plan, given);
  const memory = makeMemory(layout.slots.length, layout.tables.length, isLean);
  const remarks = makeRemarks(evidence.issues, layout.doors);
  const questions = settle(plan, evidence, memory, remarks);
  const derivations = new Map<number, readonly Derivation[]>();
  const { reader, supportAt } = memory;

  const derive: ExactRun['derive'] = ({ slot }, compute) => {
    const own = layout.indicatorAt[slot.index];
    if (own === undefined) throw new TypeError(`\`${slot.name}\` is no indicator of this plan`);
    const { table } = slot;
    if (table === undefined) {
      const found = deriveOne(own, compute, { reader, supportAt, remarks, row: undefined });
      memory.noteRead(found.read);
      memory.setCell(slot, found.cell, found.support);
      derivations.set(slot.index, [found]);
      return;
    }
    const count = reader.rowCount(table);
    const rows = typeof count === 'number' ? count : 0;
    const found = Array.from({ length: rows }, (_, row) =>
      deriveOne(own, compute, { reader: reader.atRow(table, row), supportAt, remarks, row }),
    );
    for (const { read } of found) memory.noteRead(read);
    memory.setColumn(
      slot,
      found.map((each) => each.cell),
      found.map((each) => each.support),
    );
    derivations.set(slot.index, found);
  };

  const run: ExactRun = { frozen: (slot) => frozen.get(slot.index), derive };
  for (const group of layout.groups) group.exact(run);
  const isOpen = memory.hasPending() || remarks.changed.size > 0;
  return { reader, questions, derivations, remarks, evidence, isOpen };
};
