import { asRational, type Contribution, type Shortfall } from '../indicator/contract.js';
import {
  add,
  compare,
  multiply,
  ONE,
  type Rational,
  sign,
  subtract,
  sum,
  ZERO,
} from '../number/rational.js';
import { exactText } from '../number/decimal.js';
import { type Pointer, pointerTo } from '../pointer.js';
import type { Text } from '../issue.js';
import type { Plan } from '../plan/plan.js';
import { type Cell, isNumber, type Slot } from '../slot.js';
import type { Derivation } from './derivation.js';
import { type Draft, finished } from './draft.js';
import type { Run } from './run.js';
import type { Reason } from './scorecard.js';

/** A contribution before it is written down; its optional keys are there, and undefined. */
interface Entry {
  readonly kind: Reason['kind'];
  readonly pointer: Pointer;
  readonly name: string;
  readonly row: number | undefined;
  readonly title: Text | undefined;
  readonly cite: string | undefined;
  readonly amount: Rational;
}

/** Something whose shortfall is still to be explained: `factor * (baseline - its value)`. */
interface Open {
  readonly slot: Slot;
  readonly row: number | undefined;
  /** What several ways to it have added up to. */
  factor: Rational;
  readonly baseline: Rational;
}

interface Account {
  /** Its own rounding is the residual that remains at the end. */
  readonly root: Slot;
  readonly entries: Map<string, Entry>;
  /** By slot; what reaches one value by several ways is added up, so that the work stays bounded. */
  readonly open: Map<number, Map<string, Open>>;
}

/** Leaves a shortfall to be explained when its slot's turn comes. */
const leave = (account: Account, open: Open): void => {
  const { slot, row, baseline } = open;
  let ofSlot = account.open.get(slot.index);
  if (ofSlot === undefined) {
    ofSlot = new Map();
    account.open.set(slot.index, ofSlot);
  }
  const value = baseline.d === 1n ? baseline.n.toString() : exactText(baseline);
  const key = row === undefined ? value : `${String(row)} ${value}`;
  const known = ofSlot.get(key);
  if (known === undefined) ofSlot.set(key, open);
  else known.factor = add(known.factor, open.factor);
};

/** Enters an amount; the same place met twice is one reason. */
const enter = (account: Account, entry: Entry): void => {
  if (sign(entry.amount) === 0) return;
  // No pointer of a policy holds a space.
  const { pointer, row } = entry;
  const key = row === undefined ? pointer : `${pointer} ${String(row)}`;
  const known = account.entries.get(key);
  const whole = known && { ...entry, amount: add(known.amount, entry.amount) };
  account.entries.set(key, whole ?? entry);
};

const numberOf = (cell: Cell): Rational => (isNumber(cell) ? asRational(cell) : ZERO);

/** What the verb's own value is explained by. */
const contributions = (
  plan: Plan,
  derivation: Derivation,
  baseline: Rational,
): readonly Contribution[] => {
  const { kind, node } = derivation.plan;
  const value = numberOf(derivation.derived.cell);
  const { type } = derivation.plan.slot;
  const shortfall: Shortfall = {
    unit: type.is === 'number' ? type.unit : 'any',
    derived: derivation.derived,
    baseline,
    value,
    scaleOf: plan.layout.scaleOf,
  };
  return kind.attribute?.(node, shortfall) ?? [{ to: 'own', amount: subtract(baseline, value) }];
};

const explainTails = (account: Account, derivation: Derivation, open: Open): void => {
  const { plan, row } = derivation;
  for (const { adjust, before, after } of derivation.adjustments) {
    if (before === after) continue;
    enter(account, {
      kind: 'adjustment',
      pointer: adjust.pointer,
      name: plan.name,
      row,
      amount: multiply(open.factor, subtract(asRational(before), asRational(after))),
      title: adjust.reason,
      cite: adjust.cite,
    });
  }
  if (open.slot === account.root || derivation.rounded === undefined || !plan.round?.isUsed) return;
  const change = subtract(numberOf(derivation.exact), derivation.rounded.value);
  const pointer = pointerTo(plan.pointer, 'round');
  enter(account, {
    kind: 'rounding',
    pointer,
    name: plan.name,
    row,
    amount: multiply(open.factor, change),
    title: undefined,
    cite: undefined,
  });
};

/** Explains one indicator's value by its parts, which are opened in turn. */
const explainDerivation = (
  plan: Plan,
  account: Account,
  derivation: Derivation,
  open: Open,
): void => {
  explainTails(account, derivation, open);
  for (const each of contributions(plan, derivation, open.baseline)) {
    if (each.to === 'part') {
      const factor = multiply(open.factor, each.factor);
      leave(account, { slot: each.slot, row: each.row, factor, baseline: each.baseline });
      continue;
    }
    const { title, cite } = derivation.plan;
    enter(account, {
      kind: 'shortfall',
      pointer: derivation.plan.pointer,
      name: derivation.plan.name,
      row: derivation.row,
      amount: multiply(open.factor, each.amount),
      title,
      cite,
    });
  }
};

const leafCell = ({ reader }: Run, { slot, row }: Open): Cell => {
  if (slot.table === undefined || row === undefined) return reader.cell(slot);
  return reader.column?.(slot)[row] ?? reader.atRow(slot.table, row).cell(slot);
};

const explainLeaf = (run: Run, account: Account, open: Open): void => {
  const { slot } = open;
  const amount = multiply(open.factor, subtract(open.baseline, numberOf(leafCell(run, open))));
  enter(account, {
    kind: 'shortfall',
    pointer: slot.pointer,
    name: slot.name,
    row: open.row,
    amount,
    title: slot.title,
    cite: undefined,
  });
};

/** A contribution as the scorecard writes it. */
const reasonOf = ({ kind, pointer, name, row, amount, title, cite }: Entry, plan: Plan): Reason => {
  const reason: Draft<Reason> = { kind, pointer, name };
  if (row !== undefined) reason.row = row;
  reason.amount = exactText(amount);
  if (title !== undefined) reason.title = title;
  if (cite !== undefined) reason.cite = cite;
  const origin = plan.originOf?.(pointer);
  if (origin !== undefined) reason.origin = origin;
  return finished(reason);
};

/** Reasons in order of size, the greatest loss first; equal ones by place. */
const inOrder = (entries: readonly Entry[]): readonly Entry[] =>
  [...entries].sort((a, b) => {
    const order = compare(b.amount, a.amount);
    if (order !== 0) return order;
    return a.pointer === b.pointer ? (a.row ?? 0) - (b.row ?? 0) : a.pointer < b.pointer ? -1 : 1;
  });

/**
 * Why the score is not the baseline: contributions to (baseline - score) that sum to it exactly.
 *
 * A mean hands its shortfall to its components by weight, a sum by coefficient, a choice, a minimum and
 * rows to what was chosen or to each row; a curve and a geometric mean hand theirs on in proportion;
 * everything else accounts for its own. Adjustments and inner roundings are reasons of their own. What
 * the last rounding, and the writing of irrational parts at 30 places, leave is the one entry
 * `rounding` at the score, smaller than one step of that rounding.
 *
 * @returns none when there is no score
 */
export const reasonsFor = (plan: Plan, run: Run): readonly Reason[] => {
  const { score, baseline } = plan.layout;
  const final = score && run.derivations.get(score.slot.index)?.[0];
  if (score === undefined || baseline === undefined || final?.rounded === undefined) return [];
  const account: Account = { root: score.slot, entries: new Map(), open: new Map() };
  leave(account, { slot: score.slot, row: undefined, factor: ONE, baseline });
  // INVARIANT: a value is derived after all that it reads, so backwards every slot comes after its readers.
  for (const index of [...run.derivations.keys()].reverse()) {
    const opens = account.open.get(index);
    if (opens === undefined) continue;
    for (const open of opens.values()) {
      const derivation = run.derivations.get(index)?.[open.row ?? 0];
      if (derivation !== undefined) explainDerivation(plan, account, derivation, open);
    }
    account.open.delete(index);
  }
  for (const opens of account.open.values())
    for (const open of opens.values()) explainLeaf(run, account, open);
  const shortfall = subtract(baseline, final.rounded.value);
  const explained = sum([...account.entries.values()].map((entry) => entry.amount));
  const pointer: Pointer = pointerTo(score.pointer, 'round');
  enter(account, {
    kind: 'rounding',
    pointer,
    name: score.name,
    row: undefined,
    amount: subtract(shortfall, explained),
    title: undefined,
    cite: undefined,
  });
  return inOrder([...account.entries.values()]).map((entry) => reasonOf(entry, plan));
};
