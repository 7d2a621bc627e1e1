import { exactText } from '../number/decimal.js';
import { compare, type Rational } from '../number/rational.js';
import { type Pointer, pointerTo } from '../pointer.js';
import type { ChildPolicy, Indicator, OpenBounds, Policy, SetParameter } from '../policy/policy.js';
import { readLiteral } from '../rule/literal.js';
import type { Scope } from '../rule/scope.js';
import { nearest } from '../suggest.js';
import { type Origin, type OriginOf, ownPointer } from './origin.js';
import { boundsAt } from './parameters.js';

type Report = Scope['report'];

/** The policy that a child extends, whole. */
interface Parent {
  readonly policy: Policy;
  readonly originOf?: OriginOf;
}

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

/** What is the child's alone. */
const ENVELOPE = [
  'timbang',
  'id',
  'version',
  'title',
  'region',
  'effective',
  'published',
  'replaces',
  'extends',
  'tests',
  '$schema',
] as const satisfies readonly (keyof Policy)[];

const TAILS = ['when', 'usable', 'adjust', 'limits', 'round', 'cite'] as const;
const TYPES = ['unit', 'scale', 'per'] as const;

/** What goes into one merged policy. */
interface Merge {
  readonly child: ChildPolicy;
  readonly parent: Policy;
  readonly report: Report;
  /** Places in the merged policy that are the child's, with the place in its document. */
  readonly own: Map<Pointer, Pointer>;
}

type Entries = Readonly<Record<string, unknown>>;

/** `entries` less those at `keys`. */
const without = (entries: object, keys: readonly string[]): Entries =>
  Object.fromEntries(Object.entries(entries).filter(([key]) => !keys.includes(key)));

/** The parent's entries and the child's fresh ones. */
const union = (key: (typeof SECTIONS)[number], merge: Merge): Entries | undefined => {
  const { child, parent, report, own } = merge;
  const given: Entries | undefined = child[key];
  const inherited: Entries | undefined = parent[key];
  for (const name of Object.keys(given ?? {})) {
    const pointer = pointerTo('', key, name);
    if (inherited !== undefined && Object.hasOwn(inherited, name))
      report('extend.taken', pointer, { name, policy: parent.id });
    own.set(pointer, pointer);
  }
  return given === undefined ? inherited : { ...inherited, ...given };
};

/** Every number of a parameter's value, with where it stands. */
const literalsOf = (
  { is, since }: SetParameter,
  pointer: Pointer,
): readonly (readonly [Rational, Pointer])[] => {
  const walk = (value: unknown, at: Pointer): readonly (readonly [Rational, Pointer])[] => {
    if (typeof value === 'object' && value !== null)
      return Object.entries(value).flatMap(([key, inner]) => walk(inner, pointerTo(at, key)));
    const read =
      typeof value === 'number' || typeof value === 'string' ? readLiteral(value) : undefined;
    return read === undefined ? [] : [[read, at] as const];
  };
  return [...walk(is, pointerTo(pointer, 'is')), ...walk(since, pointerTo(pointer, 'since'))];
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
  const narrower = open === undefined ? [] : literalsOf({ is: { ...open }, cite: '' }, '');
  const at = narrower.map(([value]) => [value, pointerTo(pointer, 'open')] as const);
  for (const [value, where] of [...literalsOf(spec, pointer), ...at]) {
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
  const inherited = Object.hasOwn(parent.indicators, name) ? parent.indicators[name] : undefined;
  if (inherited === undefined || !('slot' in inherited)) {
    const slots = Object.entries(parent.indicators).filter(([, each]) => 'slot' in each);
    const suggestion = nearest(
      name,
      slots.map(([each]) => each),
    );
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

const originsOf = (parent: Parent, own: Merge['own']): OriginOf => {
  const { id, version } = parent.policy;
  return (pointer): Origin | undefined =>
    ownPointer(own, pointer) === undefined
      ? (parent.originOf?.(pointer) ?? { policy: id, version, pointer })
      : undefined;
};

/**
 * `child` and its parent as one policy: open parameters set, slots filled, fresh names added. Nothing else of the
 * parent changes, so what the parent's own compiling proved of it still holds.
 *
 * Issues, at places in the child's document: `extend.*`
 */
export const extendPolicy = (child: ChildPolicy, parent: Parent, report: Report): Extended => {
  const own: Merge['own'] = new Map();
  const merge: Merge = { child, parent: parent.policy, report, own };
  checkEnvelope(merge);
  const base: Merge = { ...merge, parent: { ...parent.policy, parameters: settled(merge) ?? {} } };
  const whole: Merge = { ...base, parent: { ...base.parent, indicators: filled(base) } };
  const sections = Object.fromEntries(
    SECTIONS.flatMap((key) => {
      const entries = union(key, whole);
      return entries === undefined ? [] : [[key, entries] as const];
    }),
  );
  const envelope = Object.fromEntries(
    ENVELOPE.flatMap((key) => {
      own.set(pointerTo('', key), pointerTo('', key));
      return Object.hasOwn(child, key) ? [[key, child[key]] as const] : [];
    }),
  );
  const inherited = without(whole.parent, ENVELOPE);
  const merged: unknown = { ...inherited, ...sections, ...envelope };
  return {
    // INVARIANT: what the parent's lost of the envelope is there again: its keys are required, or optional, in both.
    policy: merged as Policy,
    originOf: originsOf(parent, own),
    ownPointer: (pointer) => ownPointer(own, pointer),
  };
};
