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
}

/** The citations that indicators and named tables use, with where. */
export const citedNames = (
  policy: Policy,
  verbs: readonly Verb[],
): ReadonlyMap<string, Pointer> => {
  const cited = new Map<string, Pointer>();
  const note = (cite: string | undefined, pointer: Pointer): void => {
    if (cite !== undefined && !cited.has(cite)) cited.set(cite, pointerTo(pointer, 'cite'));
  };
  for (const [name, indicator] of Object.entries(policy.indicators)) {
    const pointer = pointerTo('/indicators', name);
    note(indicator.cite, pointer);
    note(indicator.round?.cite, pointerTo(pointer, 'round'));
    for (const [i, each] of (indicator.adjust ?? []).entries())
      note(each.cite, pointerTo(pointer, 'adjust', i));
    for (const [i, each] of (indicator.limits ?? []).entries())
      note(each.cite, pointerTo(pointer, 'limits', i));
  }
  for (const [name, each] of Object.entries(policy.distributions ?? {})) {
    const pointer = pointerTo('/distributions', name);
    note(each.cite, pointer);
    for (const [label, limit] of Object.entries(each.limits ?? {}))
      note(limit.cite, pointerTo(pointer, 'limits', label));
  }
  for (const { kind, body, slot } of verbs) {
    for (const [cite, below] of kind.cites?.(body) ?? []) {
      if (!cited.has(cite)) cited.set(cite, `${pointerTo(slot.pointer, kind.name)}${below}`);
    }
  }
  for (const [name, each] of Object.entries(policy.followUp ?? {}))
    note(each.cite, pointerTo('/followUp', name));
  for (const [name, each] of Object.entries(policy.curves ?? {}))
    note(each.cite, pointerTo('/curves', name));
  for (const [name, each] of Object.entries(policy.lookups ?? {}))
    note(each.cite, pointerTo('/lookups', name));
  for (const [name, each] of Object.entries(policy.matrices ?? {}))
    note(each.cite, pointerTo('/matrices', name));
  for (const [name, panel] of Object.entries(policy.panels ?? {})) {
    const at = pointerTo('/panels', name, 'sources');
    for (const [key, each] of Object.entries(panel.sources)) note(each.cite, pointerTo(at, key));
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

/** Parameters, inputs, curves, matrices, lookups and citations that nothing reads: a warning each. */
export const reportUnused = (
  policy: Policy,
  seen: { readonly used: ReadonlySet<string>; readonly cited: ReadonlySet<string> },
  report: Report,
): void => {
  const code: IssueCode = 'policy.unused';
  const check = (what: Text, key: keyof Policy, names: readonly string[]): void => {
    for (const name of names) {
      const pointer = pointerTo(`/${key}`, name);
      if (!seen.used.has(pointer)) report(code, pointer, { what, name });
    }
  };
  check({ id: 'parameter', en: 'parameter' }, 'parameters', Object.keys(policy.parameters ?? {}));
  check({ id: 'masukan', en: 'input' }, 'inputs', Object.keys(policy.inputs ?? {}));
  check({ id: 'kurva', en: 'curve' }, 'curves', Object.keys(policy.curves ?? {}));
  check({ id: 'matriks', en: 'matrix' }, 'matrices', Object.keys(policy.matrices ?? {}));
  check({ id: 'tabel', en: 'lookup' }, 'lookups', Object.keys(policy.lookups ?? {}));
  for (const name of Object.keys(policy.cites ?? {})) {
    if (!seen.cited.has(name))
      report(code, pointerTo('/cites', name), { what: { id: 'kutipan', en: 'citation' }, name });
  }
};
