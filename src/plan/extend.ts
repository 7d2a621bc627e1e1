import { exactText } from '../number/decimal.js';
import { compare, type Rational } from '../number/rational.js';
import { type Pointer, pointerTo } from '../pointer.js';
import type { ChildPolicy, Indicator, OpenBounds, Policy, SetParameter } from '../policy/policy.js';
import { readLiteral } from '../rule/literal.js';
import type { Scope } from '../rule/scope.js';
import { nearest } from '../suggest.js';
import { type Origin, type OriginOf, ownPointer } from './origin.js';
import { boundsAt } from './parameters.js';
import { type Parent, type Taken, takenBy } from './taken.js';

type Report = Scope['report'];

/** A child and its parent as one policy. */
export interface Extended {
  readonly policy: Policy;
  readonly originOf: OriginOf;
  /** The place of a part in the child's document; undefined for what is the parent's. */
  readonly ownPointer: (pointer: Pointer) => Pointer | undefined;
}

/** Sections that are maps of author's names: the child's are added to the parent's. */
const SECTIONS = [
  'cites',
  'units',
  'scales',
  'parameters',
  'inputs',
  'tables',
  'panels',
  'curves',
  'matrices',
  'lookups',
  'indicators',
  'distributions',
  'followUp',
] as const satisfies readonly (keyof Policy)[];

type Section = (typeof SECTIONS)[number];

/** What is the child's alone: every other key of a policy, so that none is forgotten, but what is the parent's. */
const OWN: Readonly<Record<Exclude<keyof Policy, Section | 'subject' | 'result'>, true>> = {
  timbang: true,
  id: true,
  version: true,
  title: true,
  region: true,
  effective: true,
  published: true,
  replaces: true,
  extends: true,
  tests: true,
  $schema: true,
};

const TAILS = ['when', 'usable', 'adjust', 'limits', 'round', 'cite'] as const;
const TYPES = ['unit', 'scale', 'per'] as const;

/** What goes into one merged policy. */
interface Merge {
  readonly child: ChildPolicy;
  readonly parent: Policy;
  readonly report: Report;
  /** Places in the merged policy that are the child's, with the place in its document. */
  readonly own: Map<Pointer, Pointer>;
  readonly taken: Taken;
  /** Names of the parent's slots. */
  readonly slots: readonly string[];
  /** What the child says of an entry of the parent's as a whole, with the place in its document. */
  readonly entries: Map<Pointer, Pointer>;
}

type Entries = Readonly<Record<string, unknown>>;

/** `entries` less those at `keys`. */
const without = (entries: object, keys: readonly string[]): Entries =>
  Object.fromEntries(Object.entries(entries).filter(([key]) => !keys.includes(key)));

/** The parent's entries and the child's fresh ones. */
const union = (key: Section, merge: Merge): Entries | undefined => {
  const { child, parent, report, own } = merge;
  const given: Entries | undefined = child[key];
  const inherited: Entries | undefined = parent[key];
  for (const name of Object.keys(given ?? {})) {
    const pointer = pointerTo('', key, name);
    if (merge.taken.has(key, name)) report('extend.taken', pointer, { name, policy: parent.id });
    own.set(pointer, pointer);
  }
  if (given === undefined) return inherited;
  // A child that declares its units does so for what is its own: those of the parent stay what they are.
  const plain =
    key === 'units' && inherited === undefined
      ? Object.fromEntries([...merge.taken.units].map((name) => [name, {}]))
      : inherited;
  return { ...plain, ...given };
};

/** A rung of the child's on a ladder of the parent's would take the place of what the parent asks for. */
const checkLadders = ({ child, parent, taken, report }: Merge): void => {
  for (const [id, { ladder }] of Object.entries(child.followUp ?? {})) {
    if (ladder === undefined || !taken.ladders.has(ladder.name)) continue;
    const params = { name: ladder.name, policy: parent.id };
    report('extend.taken', pointerTo('/followUp', id, 'ladder', 'name'), params);
  }
};

/** Every number at or inside `value`, with where it stands. */
const literalsIn = (value: unknown, at: Pointer): readonly (readonly [Rational, Pointer])[] => {
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([key, inner]) => literalsIn(inner, pointerTo(at, key)));
  const read =
    typeof value === 'number' || typeof value === 'string' ? readLiteral(value) : undefined;
  return read === undefined ? [] : [[read, at] as const];
};

const checkWithin = (
  spec: SetParameter,
  bounds: OpenBounds,
  place: { readonly name: string; readonly pointer: Pointer },
  report: Report,
): void => {
  const { name, pointer } = place;
  const ends = boundsAt(bounds, pointer, report);
  if (ends === undefined) return;
  const { open } = spec;
  const at = open === undefined ? [] : literalsIn(open, pointerTo(pointer, 'open'));
  for (const [value, where] of [
    ...literalsIn(spec.is, pointerTo(pointer, 'is')),
    ...literalsIn(spec.since, pointerTo(pointer, 'since')),
    ...at,
  ]) {
    if (compare(value, ends.least) >= 0 && compare(value, ends.most) <= 0) continue;
    const params = { min: exactText(ends.least), max: exactText(ends.most) };
    report('extend.out_of_bounds', where, { name, found: exactText(value), ...params });
  }
};

/** The parent's parameters with what the child sets. */
const settled = (merge: Merge): Policy['parameters'] => {
  const { child, parent, report, own } = merge;
  const parameters = { ...parent.parameters };
  for (const [name, spec] of Object.entries(child.set ?? {})) {
    const pointer = pointerTo('/set', name);
    const inherited = Object.hasOwn(parameters, name) ? parameters[name] : undefined;
    if (inherited === undefined) {
      const suggestion = nearest(name, Object.keys(parameters));
      report('extend.unknown_parameter', pointer, { name, ...suggestion });
      continue;
    }
    if (inherited.open === undefined) {
      report('extend.not_open', pointer, { name });
      continue;
    }
    checkWithin(spec, inherited.open, { name, pointer }, report);
    merge.entries.set(pointerTo('/parameters', name), pointer);
    parameters[name] = { ...without(inherited, ['is', 'since']), ...spec };
    for (const key of ['is', 'since', ...Object.keys(spec)])
      own.set(pointerTo('/parameters', name, key), pointerTo(pointer, key));
  }
  return parameters;
};

/** A slot of the parent with what the child fills it with; its type and tails stay the parent's. */
const fillOne = (
  name: string,
  filling: Indicator,
  merge: Merge,
): Readonly<Record<string, unknown>> | undefined => {
  const { parent, report, own } = merge;
  const pointer = pointerTo('/fill', name);
  merge.entries.set(pointerTo('/indicators', name), pointer);
  const inherited = Object.hasOwn(parent.indicators, name) ? parent.indicators[name] : undefined;
  if (inherited === undefined || !('slot' in inherited)) {
    const suggestion = nearest(name, merge.slots);
    if (inherited === undefined) report('extend.unknown_slot', pointer, { name, ...suggestion });
    else report('extend.not_slot', pointer, { name });
    return undefined;
  }
  for (const key of TYPES) {
    const [found, expected] = [filling[key], inherited[key]];
    if (found === undefined || found === expected) continue;
    report('extend.fill_type', pointerTo(pointer, key), { key, found, expected: expected ?? '-' });
  }
  for (const key of TAILS) {
    if (filling[key] !== undefined && inherited[key] !== undefined)
      report('extend.fill_tail', pointerTo(pointer, key), { key });
  }
  for (const key of Object.keys(filling))
    own.set(pointerTo('/indicators', name, key), pointerTo(pointer, key));
  return { ...filling, ...without(inherited, ['slot']) };
};

const filled = (merge: Merge): Policy['indicators'] => {
  const { child, parent } = merge;
  const indicators: Record<string, unknown> = { ...parent.indicators };
  for (const [name, filling] of Object.entries(child.fill ?? {})) {
    const whole = fillOne(name, filling, merge);
    if (whole !== undefined) indicators[name] = whole;
  }
  // The one cast of a merge: every part was read by the schema of its own document.
  return indicators as Policy['indicators'];
};

const checkEnvelope = ({ child, parent, report }: Merge): void => {
  const { subject = 'person' } = parent;
  if (child.subject !== undefined && child.subject !== subject)
    report('extend.subject', '/subject', { found: child.subject, expected: subject });
  const { from, until } = child.effective;
  const outer = parent.effective;
  const endsWithin = outer.until === undefined || (until !== undefined && until <= outer.until);
  if (from < outer.from || !endsWithin)
    report('extend.effective', '/effective', { from, until: until ?? '…' });
};

const originsOf = (parent: Parent, { child, own }: Merge): OriginOf => {
  const { id, version } = parent.policy;
  return (pointer): Origin => {
    const place = ownPointer(own, pointer);
    if (place !== undefined) return { policy: child.id, version: child.version, pointer: place };
    return parent.originOf?.(pointer) ?? { policy: id, version, pointer };
  };
};

/**
 * `child` and its parent as one policy: open parameters set, slots filled, fresh names added. Nothing else of the
 * parent changes, so what the parent's own compiling proved of it still holds.
 *
 * Issues, at places in the child's document: `extend.*`
 */
export const extendPolicy = (child: ChildPolicy, parent: Parent, report: Report): Extended => {
  const own: Merge['own'] = new Map();
  const { policy } = parent;
  const merge: Merge = {
    child,
    parent: policy,
    report,
    own,
    taken: takenBy(parent),
    slots: Object.keys(policy.indicators).filter(
      (name) => 'slot' in (policy.indicators[name] ?? {}),
    ),
    entries: new Map(),
  };
  checkEnvelope(merge);
  checkLadders(merge);
  const base: Merge = { ...merge, parent: { ...parent.policy, parameters: settled(merge) ?? {} } };
  const whole: Merge = { ...base, parent: { ...base.parent, indicators: filled(base) } };
  const sections = Object.fromEntries(
    SECTIONS.flatMap((key) => {
      const entries = union(key, whole);
      return entries === undefined ? [] : [[key, entries] as const];
    }),
  );
  const keys = Object.keys(OWN);
  for (const key of keys) own.set(pointerTo('', key), pointerTo('', key));
  const envelope = Object.entries(child).filter(([key]) => keys.includes(key));
  const inherited = without(whole.parent, keys);
  const merged: unknown = { ...inherited, ...sections, ...Object.fromEntries(envelope) };
  return {
    // INVARIANT: what the parent's lost of the envelope is there again: its keys are required, or optional, in both.
    policy: merged as Policy,
    originOf: originsOf(parent, merge),
    ownPointer: (pointer) => ownPointer(own, pointer) ?? merge.entries.get(pointer),
  };
};
