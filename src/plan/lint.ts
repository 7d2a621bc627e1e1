import type { IssueCode, Text } from '../issue.js';
import { type Pointer, pointerTo } from '../pointer.js';
import type { IndicatorKind } from '../indicator/contract.js';
import type { Indicator, Policy } from '../policy/policy.js';
import type { Slot } from '../slot.js';
import type { Scope } from '../rule/scope.js';
import { nearest } from '../suggest.js';

type Report = Scope['report'];

/** An indicator's verb before it is compiled. */
export interface Verb {
  readonly name: string;
  readonly spec: Indicator;
  readonly slot: Slot;
  readonly kind: IndicatorKind;
  readonly body: unknown;
  /** The names that it reads. */
  readonly reads: readonly string[];
}

/** The citations that indicators and named tables use, with where. */
export const citedNames = (
  policy: Policy,
  verbs: readonly Verb[],
): ReadonlyMap<string, Pointer> => {
  const cited = new Map<string, Pointer>();
  const note = (cite: string | undefined, base: Pointer, ...keys: (string | number)[]): void => {
    if (cite !== undefined && !cited.has(cite)) cited.set(cite, pointerTo(base, ...keys, 'cite'));
  };
  for (const [name, { cite, round, adjust = [], limits = [] }] of Object.entries(
    policy.indicators,
  )) {
    note(cite, '/indicators', name);
    note(round?.cite, '/indicators', name, 'round');
    for (const [i, each] of adjust.entries()) note(each.cite, '/indicators', name, 'adjust', i);
    for (const [i, each] of limits.entries()) note(each.cite, '/indicators', name, 'limits', i);
  }
  for (const [name, each] of Object.entries(policy.distributions ?? {})) {
    note(each.cite, '/distributions', name);
    for (const [label, limit] of Object.entries(each.limits ?? {}))
      note(limit.cite, '/distributions', name, 'limits', label);
  }
  for (const { kind, body, slot } of verbs) {
    for (const [cite, below] of kind.cites?.(body) ?? []) {
      if (!cited.has(cite)) cited.set(cite, `${pointerTo(slot.pointer, kind.name)}${below}`);
    }
  }
  for (const [name, each] of Object.entries(policy.followUp ?? {}))
    note(each.cite, '/followUp', name);
  for (const [name, each] of Object.entries(policy.curves ?? {})) note(each.cite, '/curves', name);
  for (const [name, each] of Object.entries(policy.lookups ?? {}))
    note(each.cite, '/lookups', name);
  for (const [name, each] of Object.entries(policy.matrices ?? {}))
    note(each.cite, '/matrices', name);
  for (const [name, panel] of Object.entries(policy.panels ?? {})) {
    for (const [key, each] of Object.entries(panel.sources))
      note(each.cite, '/panels', name, 'sources', key);
  }
  return cited;
};

/** Every citation used must be declared. */
export const reportUnknownCites = (
  policy: Policy,
  cited: ReadonlyMap<string, Pointer>,
  report: Report,
): void => {
  const known = Object.keys(policy.cites ?? {});
  for (const [name, pointer] of cited) {
    if (!known.includes(name))
      report('name.unknown_cite', pointer, { name, ...nearest(name, known) });
  }
};

/** What a policy declares for others to read, and what of it was read. */
interface Seen {
  /** Parameters, then inputs. */
  readonly slots: readonly Slot[];
  readonly isRead: (slot: Slot) => boolean;
  /** Curves, matrices and lookups that were read, by pointer. */
  readonly named: ReadonlySet<Pointer>;
  readonly isCited: (name: string) => boolean;
}

/** Parameters, inputs, curves, matrices, lookups and citations that nothing reads: a warning each. */
export const reportUnused = (policy: Policy, seen: Seen, report: Report): void => {
  const code: IssueCode = 'policy.unused';
  for (const slot of seen.slots) {
    const what = slot.parameter === true ? PARAMETER : INPUT;
    if (!seen.isRead(slot)) report(code, slot.pointer, { what, name: slot.name });
  }
  const check = (what: Text, key: keyof Policy, names: readonly string[]): void => {
    for (const name of names) {
      const pointer = pointerTo(`/${key}`, name);
      if (!seen.named.has(pointer)) report(code, pointer, { what, name });
    }
  };
  check({ id: 'kurva', en: 'curve' }, 'curves', Object.keys(policy.curves ?? {}));
  check({ id: 'matriks', en: 'matrix' }, 'matrices', Object.keys(policy.matrices ?? {}));
  check({ id: 'tabel', en: 'lookup' }, 'lookups', Object.keys(policy.lookups ?? {}));
  for (const name of Object.keys(policy.cites ?? {})) {
    if (!seen.isCited(name))
      report(code, pointerTo('/cites', name), { what: { id: 'kutipan', en: 'citation' }, name });
  }
};

const PARAMETER: Text = { id: 'parameter', en: 'parameter' };
const INPUT: Text = { id: 'masukan', en: 'input' };
