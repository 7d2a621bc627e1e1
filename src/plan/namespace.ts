import type { Pointer } from '../pointer.js';
import type { Policy } from '../policy/policy.js';
import type { Scope } from '../rule/scope.js';
import type { Slot } from '../slot.js';
import { citeChecker } from './inputs.js';
import type { Scales } from './scales.js';

/** The names of a policy while they are declared, each with its slot. */
export interface Namespace {
  readonly slots: readonly Slot[];
  /** Names as seen outside rows, and columns as seen inside their table. */
  readonly names: ReadonlyMap<string, Slot>;
  /** The columns of a panel as seen inside its rows, by the panel's position. */
  readonly forms: ReadonlyMap<number, ReadonlyMap<string, Slot>>;
  /** Names of citations that declarations used. */
  readonly cited: Set<string>;
  readonly scales: Scales;
  readonly report: Scope['report'];
  /** Takes note of a citation; one that is not declared is reported. */
  readonly cite: (cite: string | undefined, pointer: Pointer) => void;
  /** Gives a name its slot, inside the rows of panel `form` where that is given. */
  readonly add: (slot: Omit<Slot, 'index'>, form?: number) => Slot;
}

/**
 * A namespace with nothing in it.
 *
 * Issues, as names are added: `name.duplicate`, `name.unknown_cite`
 */
export const openNamespace = (
  policy: Policy,
  scales: Scales,
  report: Scope['report'],
): Namespace => {
  const slots: Slot[] = [];
  const names = new Map<string, Slot>();
  const forms = new Map<number, Map<string, Slot>>();
  const cited = new Set<string>();
  const insideOf = (form: number): Map<string, Slot> => {
    const inside = forms.get(form) ?? new Map<string, Slot>();
    forms.set(form, inside);
    return inside;
  };
  return {
    slots,
    names,
    forms,
    cited,
    scales,
    report,
    cite: citeChecker(Object.keys(policy.cites ?? {}), cited, report),
    add: ({ name, pointer, type, title, cite, parameter, table }, form) => {
      const into = form === undefined ? names : insideOf(form);
      const index = slots.length;
      const slot: Slot = { index, name, pointer, type, title, cite, parameter, table };
      const other = into.get(name);
      if (other !== undefined) report('name.duplicate', pointer, { name, other: other.pointer });
      slots.push(slot);
      into.set(name, slot);
      return slot;
    },
  };
};
