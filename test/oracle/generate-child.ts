import canonicalize from 'canonicalize';
import { createHash } from 'node:crypto';
import type { ChildPolicy, Indicator, Policy } from '../../src/policy/policy.js';
import type { AnyPolicy } from './extend.js';
import { parametersOf, setting } from './generate-parameters.js';
import { inputsNamed } from './generate-parts.js';
import { type Draft, draftOver, drawn, namedIndicator, put } from './generate-policy.js';
import { type Named, namesOfEvidence } from './names.js';
import { type Tape, tapeOf } from './tape.js';

/** The digest of a document, as RFC 8785 and FIPS 180-4 have it. */
export const digestOf = (document: AnyPolicy): string =>
  `sha256:${createHash('sha256')
    .update(canonicalize(document) ?? '')
    .digest('hex')}`;

const TAILS = ['when', 'usable', 'adjust', 'limits', 'round', 'cite'];

/** A verb for a slot of the parent, with tails that the slot has not. */
const filling = (tape: Tape, draft: Draft, slot: Indicator): Indicator => {
  const { kind } = namedIndicator('', slot);
  const made = drawn(draft, tape, { kind, table: slot.per });
  const own = Object.entries(made).filter(
    ([key]) => !TAILS.includes(key) || !Object.hasOwn(slot, key),
  );
  // An indicator less some of its tails.
  return Object.fromEntries(own) as unknown as Indicator;
};

/** Whether `indicator` reads `name`, itself or through others; a name stands in its text. */
const readsName = (
  indicator: Indicator,
  name: string,
  all: Readonly<Record<string, Indicator>>,
  seen = new Set<string>(),
): boolean => {
  const text = JSON.stringify(indicator);
  if (text.includes(`"${name}"`)) return true;
  return Object.entries(all).some(([other, each]) => {
    if (seen.has(other) || !text.includes(`"${other}"`)) return false;
    seen.add(other);
    return readsName(each, name, all, seen);
  });
};

/** What a child is drawn from. */
export interface ChildDecisions {
  readonly parts: readonly number[];
  /** One for every slot, as far as they go. */
  readonly fillings: readonly (readonly number[])[];
  readonly fresh: readonly (readonly number[])[];
}

/**
 * A policy that extends another.
 *
 * @param parent - its document
 * @param merged - all rules of the parent, those that it has from its own parent included
 */
export const childOf = (
  { parts, fillings, fresh }: ChildDecisions,
  parent: AnyPolicy,
  merged: Policy,
  generation: string,
): ChildPolicy => {
  const tape = tapeOf(parts);
  const inputs = inputsNamed(
    tape,
    ['one', 'two', 'three'].slice(0, tape.int(4)).map((word) => `${generation}-${word}`),
  );
  const known = namesOfEvidence({ ...merged, inputs: { ...merged.inputs, ...inputs } });
  const parameters = Object.fromEntries(
    Object.entries(parametersOf(tape, known)).map(([name, spec]) => [
      `${generation}-${name}`,
      spec,
    ]),
  );
  const open = Object.entries(merged.parameters ?? {}).filter(([, spec]) => spec.open);
  const set = Object.fromEntries(
    open.filter(() => tape.chance(70)).map(([name, spec]) => [name, setting(tape, spec)]),
  );
  const names = [...known, ...namesOfEvidence({ parameters })];
  const over = (all: readonly Named[], prefix: string): Draft =>
    draftOver(merged, all, { prefix: `${generation}-${prefix}`, slots: 20 });
  // What fresh indicators read here depends on no indicator of the parent, so a slot may read them.
  const early = over(names, 'a-');
  const [first = [], ...others] = fresh;
  const added = put(early, `${generation}-before`, tapeOf(first));
  const late = over(
    [
      ...names,
      ...Object.entries(merged.indicators).map(([name, each]) => namedIndicator(name, each)),
      added,
    ],
    'b-',
  );
  for (const [at, numbers] of others.entries())
    put(late, `${generation}-after-${String(at)}`, tapeOf(numbers));
  const before: Named[] = [];
  const fill: Record<string, Indicator> = {};
  const curves = { ...early.curves, ...late.curves };
  const lookups = { ...early.lookups, ...late.lookups };
  let used = 0;
  for (const [name, indicator] of Object.entries(merged.indicators)) {
    const numbers = fillings[used];
    if ('slot' in indicator && numbers !== undefined) {
      // An earlier slot may have been filled with something that reads this one.
      const free = before.filter((each) => {
        const whole = fill[each.name] ?? merged.indicators[each.name];
        return whole === undefined || !readsName(whole, name, { ...merged.indicators, ...fill });
      });
      const draft = over([...names, added, ...free], `${name}-`);
      used += 1;
      fill[name] = filling(tapeOf(numbers), draft, indicator);
      Object.assign(curves, draft.curves);
      Object.assign(lookups, draft.lookups);
    }
    before.push(namedIndicator(name, indicator));
  }
  return {
    timbang: 1,
    id: `random/${generation}`,
    version: '1.0.0',
    title: { id: 'kebijakan turunan', en: 'policy that extends another' },
    effective: { from: '2026-01-01' },
    extends: { policy: parent.id, version: parent.version, digest: digestOf(parent) },
    ...(Object.keys(set).length > 0 ? { set } : {}),
    ...(Object.keys(fill).length > 0 ? { fill } : {}),
    inputs,
    parameters,
    curves,
    lookups,
    indicators: { ...early.indicators, ...late.indicators },
  };
};

/** The same policies, each pinned to what the one that it extends now is. */
export const pinnedAgain = (
  policy: AnyPolicy,
  parents: readonly AnyPolicy[],
): { readonly policy: AnyPolicy; readonly parents: readonly AnyPolicy[] } => {
  const made = new Map<string, AnyPolicy>();
  const pin = (document: AnyPolicy): AnyPolicy => {
    const parent = parents.find(({ id }) => id === document.extends?.policy);
    if (parent === undefined || document.extends === undefined) return document;
    const known = made.get(parent.id) ?? pin(parent);
    made.set(parent.id, known);
    return { ...document, extends: { ...document.extends, digest: digestOf(known) } };
  };
  return { policy: pin(policy), parents: parents.map((each) => made.get(each.id) ?? pin(each)) };
};
