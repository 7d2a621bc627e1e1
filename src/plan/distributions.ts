import { exactText } from '../number/decimal.js';
import { compare, ONE, type Rational, sign } from '../number/rational.js';
import { isRational } from '../number/exact.js';
import { type Pointer, pointerTo } from '../pointer.js';
import type { DistributionLimit, DistributionSpec } from '../policy/groups.js';
import type { Policy } from '../policy/policy.js';
import { compileNumber } from '../rule/compile.js';
import { labelAt } from '../rule/label.js';
import type { NumberSlot } from '../rule/rule.js';
import type { Scope } from '../rule/scope.js';
import type { Term } from '../rule/term.js';
import { isNumber } from '../slot.js';
import { nearest } from '../suggest.js';
import { RATIO } from '../unit.js';
import type { Contexts } from './context.js';
import type { DistributionLimitPlan, DistributionPlan } from './plan.js';
import type { Symbols } from './symbols.js';

type Report = Scope['report'];

/** The number that a term always has, whatever the evidence. */
const literalOf = (term: Term | undefined): Rational | undefined =>
  term?.is === 'literal' && isNumber(term.cell) && isRational(term.cell) ? term.cell : undefined;

/** One share of a limit, within [0, 1] where it is a number as written. */
const compileShare = (
  slot: NumberSlot | undefined,
  pointer: Pointer,
  contexts: Contexts,
  report: Report,
): Term | undefined => {
  if (slot === undefined) return undefined;
  const term = compileNumber(slot, pointer, contexts.context(undefined), RATIO);
  const share = literalOf(term);
  if (share !== undefined && (sign(share) < 0 || compare(share, ONE) > 0))
    report('distribution.limit_range', pointer, { found: exactText(share) });
  return term;
};

const compileLimit = (
  spec: DistributionLimit,
  pointer: Pointer,
  contexts: Contexts,
  report: Report,
): DistributionLimitPlan => {
  if (spec.atMost === undefined && spec.atLeast === undefined)
    report('distribution.no_limit', pointer);
  const atMost = compileShare(spec.atMost, pointerTo(pointer, 'atMost'), contexts, report);
  const atLeast = compileShare(spec.atLeast, pointerTo(pointer, 'atLeast'), contexts, report);
  const [most, least] = [literalOf(atMost), literalOf(atLeast)];
  if (most !== undefined && least !== undefined && compare(least, most) > 0)
    report('distribution.limit_order', pointer);
  return {
    ...(atMost === undefined ? {} : { atMost }),
    ...(atLeast === undefined ? {} : { atLeast }),
    ...(spec.cite === undefined ? {} : { cite: spec.cite }),
  };
};

const compileOne = (
  name: string,
  spec: DistributionSpec,
  parts: { readonly symbols: Symbols; readonly contexts: Contexts },
  report: Report,
): DistributionPlan | undefined => {
  const { symbols, contexts } = parts;
  const pointer = pointerTo('/distributions', name);
  const at = pointerTo(pointer, 'read');
  const known = symbols.names.get(spec.read);
  if (known === undefined) {
    report('name.unknown', at, {
      name: spec.read,
      ...nearest(spec.read, [...symbols.names.keys()]),
    });
    return undefined;
  }
  const { table, type } = known;
  const slot = contexts.context(undefined, table).resolve(spec.read, at);
  if (slot === undefined || table === undefined || type.is !== 'label' || !type.labels.ordered) {
    report('distribution.not_labels', at, { name: spec.read });
    return undefined;
  }
  const limits = new Map<number, DistributionLimitPlan>();
  for (const [label, limit] of Object.entries(spec.limits ?? {})) {
    const place = pointerTo(pointer, 'limits', label);
    const position = labelAt(label, type.labels.names, place, report);
    const compiled = compileLimit(limit, place, contexts, report);
    if (position !== undefined) limits.set(position, compiled);
  }
  return {
    name,
    pointer,
    slot,
    table,
    labels: type.labels,
    limits,
    ...(spec.title === undefined ? {} : { title: spec.title }),
    ...(spec.cite === undefined ? {} : { cite: spec.cite }),
  };
};

/**
 * The distributions of a policy: what is counted, and the shares beside it.
 *
 * Issues: `distribution.*`, `name.*`, those of rules
 */
export const compileDistributions = (
  policy: Policy,
  symbols: Symbols,
  contexts: Contexts,
  report: Report,
): readonly DistributionPlan[] =>
  Object.entries(policy.distributions ?? {}).flatMap(
    ([name, spec]) => compileOne(name, spec, { symbols, contexts }, report) ?? [],
  );
