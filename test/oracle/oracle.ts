/**
 * A second evaluator, from `docs/evaluation.md` alone, straight from the JSON and as plain as it goes:
 * every name is evaluated where it is read. It shares nothing with `src` but types, trusts that the
 * policy is valid and the evidence well-typed, and serves the tests only.
 */
import type { PlainDocument as EvidenceDocument } from './plain.js';
import { type AnyPolicy, whole } from './extend.js';
import { decimalText, exactText } from './fraction.js';
import { coverageOf } from './coverage.js';
import { type Derivation, derivation } from './derivation.js';
import { rowsIn } from './panels.js';
import { isChanged } from './parameters.js';
import { realText, round } from './real.js';
import { rounding } from './tails.js';
import { get, isAbsent, MISSING, type Value } from './value.js';
import { isNotThere } from './world.js';

export interface OracleOutcome {
  readonly status: 'final' | 'provisional' | 'void';
  /** Decimal text of the rounded score, with its places. */
  readonly score?: string;
  readonly rating?: string;
  /** Exact text, a label, a day, `true`, `false` or an absence; a list with a member per row for `per`. */
  readonly values: Readonly<Record<string, string | readonly string[]>>;
  /** Exact text of the coverage of each value outside rows. */
  readonly coverage: Readonly<Record<string, string>>;
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

const outcomeOf = (world: Derivation): Omit<OracleOutcome, 'values' | 'coverage' | 'unrounded'> => {
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
  const coverage = Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, exactText(coverageOf(world, name))]] : [],
    ),
  );
  return { ...outcomeOf(world), values, coverage, unrounded: world.unrounded };
}
