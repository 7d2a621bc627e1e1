import { multiply, type Rational, sign } from '../number/rational.js';
import { type Pointer, pointerTo } from '../pointer.js';
import type { Policy } from '../policy/policy.js';
import { numberAt } from '../rule/literal.js';
import type { Scope } from '../rule/scope.js';
import { nearest } from '../suggest.js';
import { type DerivedUnits, readUnit, RESERVED_UNITS, type UnitParts, unitParts } from '../unit.js';

/** Units that need no declaration besides: forms are counted in persons unless a panel says otherwise, ranks in places. */
const ALWAYS: readonly string[] = [...RESERVED_UNITS, 'person', 'place'];

/** Names that people give to units which convert only under their own. */
const TIME_WORDS: ReadonlyMap<string, string> = new Map([
  ['seconds', 'second'],
  ['minutes', 'minute'],
  ['hours', 'hour'],
  ['days', 'day'],
  ['detik', 'second'],
  ['menit', 'minute'],
  ['jam', 'hour'],
]);

/** The reader of unit texts, and every base name that it has met. */
interface Units {
  readonly read: Scope['unit'];
  readonly used: ReadonlySet<string>;
}

const derivedUnits = (policy: Policy, report: Scope['report']): DerivedUnits => {
  const derived = new Map<string, { readonly base: string; readonly factor: Rational }>();
  const { units = {}, scales = {} } = policy;
  for (const [name, { is }] of Object.entries(units)) {
    const pointer = pointerTo('/units', name);
    if (RESERVED_UNITS.includes(name) || Object.hasOwn(scales, name)) {
      report('unit.reserved', pointer, { name });
      continue;
    }
    if (is === undefined) continue;
    const of = Object.hasOwn(units, is.of) ? units[is.of] : undefined;
    const factor = numberAt(is.times, pointerTo(pointer, 'is', 'times'), report);
    if (of?.is !== undefined || is.of === name)
      report('unit.chain', pointerTo(pointer, 'is', 'of'), { name: is.of });
    else if (factor !== undefined && sign(factor) <= 0)
      report('unit.factor', pointerTo(pointer, 'is', 'times'));
    else if (factor !== undefined) {
      const unit = readUnit(is.of);
      const [[base, exponent] = ['', 0]] = unit?.dimensions ?? [];
      const isBase = exponent === 1 && unit?.dimensions.size === 1;
      if (unit !== undefined && !isBase)
        report('unit.unreadable', pointerTo(pointer, 'is', 'of'), { found: is.of });
      else if (unit !== undefined)
        derived.set(name, { base, factor: multiply(factor, unit.factor) });
    }
  }
  return derived;
};

/**
 * The reader of unit texts of a policy. Where it declares its units, a name that is neither one of them, nor a
 * scale, nor a unit of time, is an error; a derived unit is an exact multiple of one that is not.
 *
 * Issues: `unit.reserved`, `unit.chain`, `unit.factor`; of the reader `unit.unreadable`, `unit.unknown`, `unit.time_word`
 */
export const declareUnits = (policy: Policy, report: Scope['report']): Units => {
  const derived = derivedUnits(policy, report);
  const known =
    policy.units === undefined
      ? undefined
      : [...ALWAYS, ...Object.keys(policy.units), ...Object.keys(policy.scales ?? {})];
  const unknownIn = (parts: UnitParts): string | undefined =>
    known && parts.find(([name]) => !known.includes(name))?.[0];
  const warned = new Set<string>();
  const warnOfTimes = (parts: UnitParts, pointer: Pointer): void => {
    for (const [name] of parts) {
      const time = TIME_WORDS.get(name);
      if (time === undefined || warned.has(name)) continue;
      warned.add(name);
      report('unit.time_word', pointer, { name, time });
    }
  };
  const used = new Set<string>();
  const readOnce = (text: string, pointer: Pointer): ReturnType<Scope['unit']> => {
    const parts = unitParts(text) ?? [];
    for (const [name] of parts) used.add(name);
    const unknown = unknownIn(parts);
    if (unknown !== undefined) {
      report('unit.unknown', pointer, { name: unknown, ...nearest(unknown, known ?? []) });
      return undefined;
    }
    const unit = parts.length === 0 ? undefined : readUnit(text, derived, parts);
    if (unit === undefined) report('unit.unreadable', pointer, { found: text });
    else if (known === undefined) warnOfTimes(parts, pointer);
    return unit;
  };
  // Of a text that can be read there is nothing to say a second time.
  const units = new Map<string, ReturnType<Scope['unit']>>();
  const read: Scope['unit'] = (text, pointer) => {
    const unit = units.get(text) ?? readOnce(text, pointer);
    if (unit !== undefined) units.set(text, unit);
    return unit;
  };
  for (const [name, { is }] of Object.entries(policy.units ?? {}))
    if (is !== undefined) read(is.of, pointerTo('/units', name, 'is', 'of'));
  return { read, used };
};
