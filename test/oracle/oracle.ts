/**
 * A second evaluator, from `docs/evaluation.md` alone, straight from the JSON and as plain as it goes:
 * every name is evaluated where it is read. It shares nothing with `src` but types, trusts that the
 * policy is valid and the evidence well-typed, and serves the tests only.
 */
import type { EvidenceDocument } from '../../src/evidence/evidence.js';
import { type AnyPolicy, whole } from './extend.js';
import { decimalText } from './fraction.js';
import { input } from './inputs.js';
import { cell, question, rowsIn } from './panels.js';
import { isChanged, parameter } from './parameters.js';
import { realText, round } from './real.js';
import { indicatorValue, rounding } from './tails.js';
import { get, isAbsent, MISSING, must, type Value } from './value.js';
import { isNotThere, type Row, type World } from './world.js';

export interface OracleOutcome {
  readonly status: 'final' | 'provisional' | 'void';
  /** Decimal text of the rounded score, with its places. */
  readonly score?: string;
  readonly rating?: string;
  /** Exact text, a label, a day, `true`, `false` or an absence; a list with a member per row for `per`. */
  readonly values: Readonly<Record<string, string | readonly string[]>>;
  /** The value that a rounding began from, by indicator (of the first row). */
  readonly unrounded: Readonly<Record<string, string>>;
}

/** Beyond so many digits a score is not written. */
const MOST_DIGITS = 15;

const textOf = (value: Value): string => {
  switch (value.is) {
    case 'number':
      return realText(value.value);
    case 'label':
      return value.text;
    case 'date':
      return value.day;
    case 'truth':
      return String(value.value);
    case 'absent':
      return value.how;
  }
};

/** A world whose values are computed where they are first read, with what each was computed from. */
interface Derivation extends World {
  /** The keys of everything that the value of a name was computed from, its own included. */
  readonly below: (name: string) => ReadonlySet<string>;
  readonly isPending: (key: string) => boolean;
  readonly unrounded: Record<string, string>;
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

const derivation = (policy: World['policy'], evidence: EvidenceDocument): Derivation => {
  const values = new Map<string, Value>();
  const readBy = new Map<string, Set<string>>();
  const reading: string[] = [];
  const read = (name: string, row: Row | undefined): Value => {
    const table = name.includes('.') ? name.split('.')[0] : get(policy.indicators, name)?.per;
    const own = row?.table === table ? row : undefined;
    const key = own === undefined ? name : `${name}#${String(own.at)}`;
    readBy.get(reading.at(-1) ?? '')?.add(key);
    const known = values.get(key);
    if (known !== undefined) return known;
    readBy.set(key, new Set());
    reading.push(key);
    const value = compute(world, name, own);
    reading.pop();
    values.set(key, value);
    return value;
  };
  const below = (key: string, seen: Set<string> = new Set()): ReadonlySet<string> => {
    if (!seen.has(key)) {
      seen.add(key);
      for (const each of readBy.get(key) ?? []) below(each, seen);
    }
    return seen;
  };
  const isPending = (key: string): boolean => {
    const value = values.get(key);
    return value !== undefined && isAbsent(value) && value.how === 'pending';
  };
  const world: Derivation = { policy, evidence, read, below, isPending, unrounded: {} };
  return world;
};

const valuesOf = (world: Derivation): OracleOutcome['values'] => {
  const values: Record<string, string | readonly string[]> = {};
  for (const [name, { per }] of Object.entries(world.policy.indicators)) {
    if (per === undefined) {
      values[name] = textOf(world.read(name, undefined));
      continue;
    }
    const rows = rowsIn(world, per);
    values[name] = isNotThere(rows)
      ? []
      : rows.map((_, at) => textOf(world.read(name, { table: per, at })));
  }
  for (const [name, panel] of Object.entries(world.policy.panels ?? {})) {
    for (const asked of Object.keys(panel.questions)) {
      values[`${name}.${asked}`] = textOf(world.read(`${name}.${asked}`, undefined));
    }
  }
  return values;
};

/** The score in decimals. */
const written = (world: Derivation, name: string, value: Value): string | undefined => {
  const spec = get(world.policy.indicators, name);
  const by = spec === undefined ? undefined : rounding(spec);
  if (value.is !== 'number' || by === undefined || spec?.round === undefined) return undefined;
  return decimalText(round(value.value, by.step, spec.round.mode), by.places);
};

const outcomeOf = (world: Derivation): Omit<OracleOutcome, 'values' | 'unrounded'> => {
  const { score, rating } = world.policy.result;
  const names = [score, rating].filter((name) => name !== undefined);
  const results = names.map((name) => world.read(name, undefined));
  if (results.some((value) => isAbsent(value) && value.how !== 'pending'))
    return { status: 'void' };
  const text =
    score === undefined ? undefined : written(world, score, world.read(score, undefined));
  const digits = (text ?? '').replace(/[-.]/g, '').replace(/^0+/, '');
  if (digits.length > MOST_DIGITS) return { status: 'void' };
  const basis = names.flatMap((name) => [...world.below(name)]);
  const isProvisional = basis.some((key) => world.isPending(key) || isChanged(world, key));
  const rated = rating === undefined ? MISSING : world.read(rating, undefined);
  return {
    status: isProvisional ? 'provisional' : 'final',
    ...(text === undefined ? {} : { score: text }),
    ...(rated.is === 'label' ? { rating: rated.text } : {}),
  };
};

/** @param parents - the policies that `policy` extends, and those that they do */
export function oracle(
  policy: AnyPolicy,
  evidence: EvidenceDocument,
  parents: readonly AnyPolicy[] = [],
): OracleOutcome {
  const world = derivation(whole(policy, parents), evidence);
  const values = valuesOf(world);
  return { ...outcomeOf(world), values, unrounded: world.unrounded };
}
