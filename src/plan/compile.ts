import { readDay } from '../day.js';
import type { IndicatorKind } from '../indicator/contract.js';
import { indicatorKinds } from '../indicator/registry.js';
import { capIssues, hasError, issue, type Issue } from '../issue.js';
import { digest, digestText, type JsonLimits } from '../json.js';
import { type Pointer, pointerTo } from '../pointer.js';
import type { Indicator, Policy } from '../policy/policy.js';
import { inDocumentOrder } from '../policy/issue-order.js';
import { MOST_ISSUES, POLICY_LIMITS, type PolicyDocument, readPolicy } from '../policy/read.js';
import { failure, ok, type Result, ScoringError } from '../result.js';
import type { Scope } from '../rule/scope.js';
import { type Contexts, makeContexts } from './context.js';
import { planCost } from './cost.js';
import type { DeclaredInput } from './declare-inputs.js';
import { citedNames, reportUnused, reportUnknownCites, type Verb } from './lint.js';
import { orderByReads } from './order.js';
import { momentsOf } from './parameters.js';
import type { GroupPlan, IndicatorPlan, InputPlan, Layout, Plan, TablePlan } from './plan.js';
import { compileResult } from './result.js';
import { declareScales, type Scales } from './scales.js';
import { declareSymbols, type Symbols } from './symbols.js';
import { compileTails, tailReads } from './tails.js';
import { acceptsTotals } from './totals.js';
import { compileWhen } from './when.js';

/** What a caller may give to `compilePolicy` besides the document. */
export interface CompileOptions {
  /** The host's own kinds of indicator, made by `defineIndicator`. */
  readonly kinds?: readonly IndicatorKind[];
  /** How large a document may be. */
  readonly limits?: Partial<JsonLimits>;
}

/** The verb an indicator uses, or undefined after a report. */
const verbOf = (
  spec: Indicator,
  pointer: Pointer,
  kinds: ReadonlyMap<string, IndicatorKind>,
  report: Scope['report'],
): readonly [IndicatorKind, unknown] | undefined => {
  const found = Object.entries(spec).filter(([key]) => kinds.has(key));
  const [entry, ...more] = found;
  const kind = entry && kinds.get(entry[0]);
  if (entry === undefined || kind === undefined || more.length > 0) {
    const names = found.map(([key]) => key).join(', ');
    report('policy.one_verb', pointer, {
      found: names || '0',
      expected: [...kinds.keys()].join(', '),
    });
    return undefined;
  }
  return [kind, entry[1]];
};

const compileIndicator = (verb: Verb, contexts: Contexts): IndicatorPlan | undefined => {
  const { name, spec, slot, kind, body } = verb;
  const hasType = spec.unit !== undefined || spec.scale !== undefined;
  const context = contexts.context(hasType ? slot.type : undefined, slot.table);
  const compiled = kind.compile(body, pointerTo(slot.pointer, kind.name), context);
  const tails = compileTails(spec, slot.pointer, context);
  return (
    compiled && {
      name,
      slot,
      kind,
      pointer: slot.pointer,
      node: compiled.node,
      reads: kind.reads(body).length,
      ...tails,
      ...(spec.title === undefined ? {} : { title: spec.title }),
      ...(spec.cite === undefined ? {} : { cite: spec.cite }),
    }
  );
};

/** Like indicators of each level together. */
const groupsOf = (
  levels: readonly (readonly string[])[],
  plans: ReadonlyMap<string, IndicatorPlan>,
): readonly GroupPlan[] =>
  levels.flatMap((level) => {
    const byKind = new Map<IndicatorKind, IndicatorPlan[]>();
    for (const name of level) {
      const plan = plans.get(name);
      if (plan === undefined) continue;
      byKind.set(plan.kind, [...(byKind.get(plan.kind) ?? []), plan]);
    }
    return [...byKind].map(([kind, members]) => ({ kind, members, exact: kind.exact(members) }));
  });

const completeInput = (input: DeclaredInput, symbols: Symbols, contexts: Contexts): InputPlan => {
  const { slot, key, form, ifMissing } = input;
  const when = compileWhen(input, symbols, contexts);
  return { slot, key, form, ifMissing, ...(when === undefined ? {} : { when }) };
};

const completeTables = (symbols: Symbols, contexts: Contexts): readonly TablePlan[] => {
  // An indicator per row reads rows even where its verb reads none of their values.
  const perRow = new Set([...symbols.indicators.values()].map((slot) => slot.table));
  const areRowsRead = (table: number): boolean => contexts.rowsRead.has(table) || perRow.has(table);
  // The columns' own rules first: they may read rows.
  const columns = symbols.tables.map((table) =>
    table.columns.map((column) => completeInput(column, symbols, contexts)),
  );
  return symbols.tables.map((table, position) => {
    const reads = { areRowsRead: areRowsRead(position), totalled: contexts.totalled };
    return {
      ...table,
      columns: columns[position] ?? [],
      acceptsTotals: acceptsTotals(table, reads),
    };
  });
};

/** The days of the envelope must be days, in order. */
const checkEnvelope = (policy: Policy, report: Scope['report']): void => {
  const { from, until } = policy.effective;
  const days = [
    ['/effective/from', from],
    ['/effective/until', until],
    ['/published', policy.published],
  ] as const;
  for (const [pointer, text] of days) {
    if (text !== undefined && readDay(text) === undefined)
      report('policy.date_form', pointer, { found: text });
  }
  if (until !== undefined && until <= from) report('policy.effective_order', '/effective/until');
};

const build = (
  document: PolicyDocument,
  kinds: ReadonlyMap<string, IndicatorKind>,
  report: Scope['report'],
  isSound: () => boolean,
): Layout | undefined => {
  const { policy } = document;
  checkEnvelope(policy, report);
  const scales: Scales = declareScales(policy, report);
  const symbols = declareSymbols(policy, scales, report);
  const moments = momentsOf(symbols.parameters);
  const contexts = makeContexts(policy, scales, symbols, { moments, report });
  const verbs: Verb[] = [];
  for (const [name, spec] of Object.entries(policy.indicators)) {
    const slot = symbols.indicators.get(name);
    const verb = verbOf(spec, pointerTo('/indicators', name), kinds, report);
    if (slot !== undefined && verb !== undefined)
      verbs.push({ name, spec, slot, kind: verb[0], body: verb[1] });
  }
  const ordering = orderByReads(
    verbs.map(({ name, kind, body, spec }) => ({
      name,
      reads: [...kind.reads(body), ...tailReads(spec)],
    })),
  );
  if ('cycle' in ordering) {
    const [first = ''] = ordering.cycle;
    const names = [...ordering.cycle, first].join(' → ');
    report('name.cycle', pointerTo('/indicators', first), { names });
    return undefined;
  }
  const plans = new Map<string, IndicatorPlan>();
  for (const verb of verbs) {
    const plan = compileIndicator(verb, contexts);
    if (plan !== undefined) plans.set(verb.name, plan);
  }
  const inputs = symbols.inputs.map((input) => completeInput(input, symbols, contexts));
  const tables = completeTables(symbols, contexts);
  const result = compileResult(policy.result, { plans, specs: policy.indicators }, scales, report);
  const cited = citedNames(policy, verbs);
  reportUnknownCites(policy, cited, report);
  if (!isSound()) return undefined;
  reportUnused(
    policy,
    { ...contexts, cited: new Set([...cited.keys(), ...symbols.cited]) },
    report,
  );
  return {
    key: digestText(symbols.slots.map((slot) => slot.name).join('\n')),
    slots: symbols.slots,
    parameters: symbols.parameters,
    inputs,
    tables,
    groups: groupsOf(ordering.levels, plans),
    indicators: [...plans.values()],
    scaleOf: scales.scaleOf,
    ...result,
  };
};

/** With more derivations than this, a scorecard may be too large to keep as a record. */
const MANY_DERIVATIONS = 100_000;

/** Keys of an indicator that no kind may take. */
const TAKEN = [
  'title',
  'unit',
  'scale',
  'per',
  'when',
  'usable',
  'adjust',
  'limits',
  'round',
  'cite',
];

/** A pure cache: the same list of kinds gives the same map, for which the schema is built once. */
const hostKinds = new WeakMap<readonly IndicatorKind[], ReadonlyMap<string, IndicatorKind>>();

/** The library's kinds and the host's. @throws ScoringError when a host's kind takes another's key */
const withHostKinds = (
  kinds: readonly IndicatorKind[] | undefined,
): ReadonlyMap<string, IndicatorKind> => {
  if (kinds === undefined || kinds.length === 0) return indicatorKinds;
  const known = hostKinds.get(kinds);
  if (known !== undefined) return known;
  const all = new Map<string, IndicatorKind>(indicatorKinds);
  for (const kind of kinds) {
    if (all.has(kind.name) || TAKEN.includes(kind.name)) {
      throw new ScoringError(`the key \`${kind.name}\` is already taken`);
    }
    all.set(kind.name, kind);
  }
  hostKinds.set(kinds, all);
  return all;
};

/**
 * A plan from a policy document: read, checked whole, and laid out flat for every subject.
 *
 * @param document - JSON text (comments allowed), or a parsed value
 * @returns the plan, with warnings for what is doubtful but legal; or every issue of the stage that
 *   failed, in document order, at most 100
 * Issues: `json.*`, `policy.*`, `name.*`, `unit.*`, `rule.*` and the others of the catalogue
 * @throws ScoringError when a host's kind takes a key that is already taken
 * @example
 * const plan = unwrap(compilePolicy(policyText));
 */
export const compilePolicy = (document: unknown, options: CompileOptions = {}): Result<Plan> => {
  const kinds = withHostKinds(options.kinds);
  const read = readPolicy(document, kinds, { ...POLICY_LIMITS, ...options.limits });
  if (!read.ok) return read;
  const issues: Issue[] = [];
  const report: Scope['report'] = (code, pointer, params) => {
    const position = read.value.positionOf(pointer);
    issues.push(issue(code, pointer, params, position === undefined ? {} : { position }));
  };
  const layout = build(read.value, kinds, report, () => !hasError(issues));
  if (layout === undefined)
    return failure(capIssues(inDocumentOrder(issues, read.value.json), MOST_ISSUES));
  const cost = planCost(layout);
  if (cost.derivations > MANY_DERIVATIONS) {
    report('policy.heavy', '', { found: cost.derivations, limit: MANY_DERIVATIONS });
  }
  return ok({
    policy: read.value.policy,
    document: read.value.json,
    digest: digest(read.value.json),
    warnings: inDocumentOrder(issues, read.value.json),
    cost,
    layout,
  });
};
