import type { PlainDocument as EvidenceDocument } from './plain.js';
import type { Fraction } from './fraction.js';
import { input } from './inputs.js';
import { cell, question } from './panels.js';
import { parameter } from './parameters.js';
import { indicatorValue } from './tails.js';
import { get, isAbsent, must, type Value } from './value.js';
import type { Phase, Row, World } from './world.js';

/** A name read in a row, and the key of both. */
export interface Reading {
  readonly key: string;
  readonly name: string;
  readonly row: Row | undefined;
}

/** A world whose values are computed where they are first read, with what each was computed from. */
export interface Derivation extends World {
  /** The keys of everything that the value of a name was computed from, its own included. */
  readonly below: (name: string) => ReadonlySet<string>;
  readonly isPending: (key: string) => boolean;
  /** What the value of a key was computed from, by what it was read for. */
  readonly readingsOf: (key: string, phase: Phase) => readonly Reading[];
  readonly unrounded: Record<string, string>;
  /** Coverage by key, where it was asked for. */
  readonly covered: Map<string, Fraction>;
}

const compute = (world: Derivation, name: string, row: Row | undefined): Value => {
  const { policy, evidence, unrounded } = world;
  const [head = '', field] = name.split('.');
  if (field !== undefined)
    return row === undefined ? question(world, head, field) : cell(world, head, field, row);
  const spec = get(policy.inputs, name);
  if (spec !== undefined) return input(world, spec, get(evidence.values, name), undefined);
  if (get(policy.parameters, name) !== undefined) return parameter(world, name);
  const made = indicatorValue(world, must(get(policy.indicators, name), name), row);
  if (made.unrounded !== undefined && !Object.hasOwn(unrounded, name))
    unrounded[name] = made.unrounded;
  return made.value;
};

export const derivation = (policy: World['policy'], evidence: EvidenceDocument): Derivation => {
  const values = new Map<string, Value>();
  const readBy = new Map<string, (Reading & { readonly phase: Phase })[]>();
  let phase: Phase = 'other';
  const reading: string[] = [];
  const during = <T>(next: Phase, made: () => T): T => {
    const before = phase;
    phase = next;
    const value = made();
    phase = before;
    return value;
  };
  const read = (name: string, row: Row | undefined): Value => {
    const table = name.includes('.') ? name.split('.')[0] : get(policy.indicators, name)?.per;
    const own = row?.table === table ? row : undefined;
    const key = own === undefined ? name : `${name}#${String(own.at)}`;
    readBy.get(reading.at(-1) ?? '')?.push({ key, name, row: own, phase });
    const known = values.get(key);
    if (known !== undefined) return known;
    readBy.set(key, []);
    reading.push(key);
    const value = during('other', () => compute(world, name, own));
    reading.pop();
    values.set(key, value);
    return value;
  };
  const below = (key: string, seen: Set<string> = new Set()): ReadonlySet<string> => {
    if (!seen.has(key)) {
      seen.add(key);
      for (const each of readBy.get(key) ?? []) below(each.key, seen);
    }
    return seen;
  };
  const isPending = (key: string): boolean => {
    const value = values.get(key);
    return value !== undefined && isAbsent(value) && value.how === 'pending';
  };
  const readingsOf = (key: string, wanted: Phase): readonly Reading[] =>
    (readBy.get(key) ?? []).filter((each) => each.phase === wanted);
  const world: Derivation = {
    policy,
    evidence,
    read,
    during,
    below,
    isPending,
    readingsOf,
    unrounded: {},
    covered: new Map(),
  };
  return world;
};
