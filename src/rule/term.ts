import type { Pointer } from '../pointer.js';
import type { Cell, Slot, ValueType } from '../slot.js';
import type { Operator } from './operator.js';

/** A compiled rule: every name resolved to a slot, every type and unit settled. */
export type Term =
  | {
      readonly is: 'literal';
      readonly type: ValueType;
      readonly cell: Cell;
      /** How it is written; a number without it is written exactly. */
      readonly text: string | undefined;
    }
  | { readonly is: 'read'; readonly type: ValueType; readonly slot: Slot }
  | {
      readonly is: 'apply';
      readonly type: ValueType;
      readonly operator: Operator;
      readonly of: readonly Term[];
      readonly pointer: Pointer;
    };

const NO_SLOTS: readonly Slot[] = [];

/** A pure cache: the slots of terms that were asked for them. */
const known = new WeakMap<Term, readonly Slot[]>();

/** The slots a term reads, each once, in order of first appearance. */
export const slotsOf = (term: Term): readonly Slot[] => {
  if (term.is === 'literal') return NO_SLOTS;
  const kept = known.get(term);
  if (kept !== undefined) return kept;
  const found = new Map<string, Slot>();
  const visit = (each: Term): void => {
    if (each.is === 'read') found.set(each.slot.name, each.slot);
    else if (each.is === 'apply') each.of.forEach(visit);
  };
  visit(term);
  const slots = [...found.values()];
  known.set(term, slots);
  return slots;
};

/** How many operations and reads one evaluation of `term` costs at most. */
export const costOf = (term: Term): number =>
  term.is === 'apply' ? term.of.reduce((cost, each) => cost + costOf(each), 1) : 1;
