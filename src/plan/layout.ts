import { readDay } from '../day.js';
import type { IndicatorKind } from '../indicator/contract.js';
import { digestText } from '../json.js';
import { type Pointer, pointerTo } from '../pointer.js';
import type { Indicator, Policy } from '../policy/policy.js';
import type { Scope } from '../rule/scope.js';
import { reportNested } from './cohort.js';
import { type Contexts, makeContexts } from './context.js';
import type { DeclaredInput } from './declare-inputs.js';
import { compileDistributions } from './distributions.js';
import { fastPlanOf } from './fast.js';
import { doors } from './doors.js';
import { compileFollowUp } from './follow-up.js';
import { citedNames, reportUnused, reportUnknownCites, type Verb } from './lint.js';
import { momentsOf } from './moments.js';
import { orderByReads } from './order.js';
import { declareParameters } from './parameters.js';
import type {
  GroupPlan,
  IndicatorPlan,
  InputPlan,
  Layout,
  ParameterPlan,
  TablePlan,
} from './plan.js';
import { compileResult } from './result.js';
import { declareScales, type Scales } from './scales.js';
import { declareSymbols, type Symbols } from './symbols.js';
import { compileTails, tailReads } from './tails.js';
import { acceptsTotals } from './totals.js';
import { compileWhen, plainNames } from './when.js';

/** The verb an indicator uses with its body, or undefined after a report. */
const verbOf = (
  spec: Indicator,
  pointer: Pointer,
  kinds: ReadonlyMap<string, IndicatorKind>,
  report: Scope['report'],
): Pick<Verb, 'kind' | 'body' | 'reads'> | undefined => {
  const found = Object.entries(spec).filter(([key]) => kinds.has(key));
  const [[name, body] = ['', undefined], ...more] = found;
  const kind = kinds.get(name);
  if (kind === undefined || more.length > 0) {
    const names = found.map(([key]) => key).join(', ');
    report('policy.one_verb', pointer, {
      found: names || '0',
      expected: [...kinds.keys()].join(', '),
    });
    return undefined;
  }
  return { kind, body, reads: kind.reads(body) };
};

const compileIndicator = (verb: Verb, contexts: Contexts): IndicatorPlan | undefined => {
  const { name, spec, slot, kind, body, reads } = verb;
  const { pointer } = slot;
  const hasType = spec.unit !== undefined || spec.scale !== undefined;
  const context = contexts.context(hasType ? slot.type : undefined, slot.table);
  const compiled = kind.compile(body, pointerTo(pointer, kind.name), context);
  const { when, usable, adjust, limits, round } = compileTails(spec, pointer, context);
  if (compiled === undefined) return undefined;
  return {
    name,
    slot,
    kind,
    pointer,
    node: compiled.node,
    reads: reads.length,
    when,
    usable,
    adjust,
    limits,
    round,
    title: spec.title,
    cite: spec.cite,
  };
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
      const alike = byKind.get(plan.kind);
      if (alike === undefined) byKind.set(plan.kind, [plan]);
      else alike.push(plan);
    }
    return [...byKind].map(([kind, members]) => ({ kind, members, exact: kind.exact(members) }));
  });

const completeInput = (
  input: DeclaredInput,
  symbols: Symbols,
  plain: () => ReadonlySet<string>,
  contexts: Contexts,
): InputPlan => {
  const { slot, key, form, ifMissing, scorecard } = input;
  const when = compileWhen(input, symbols, plain, contexts);
  return { slot, key, form, ifMissing, scorecard, when };
};

const completeTables = (
  symbols: Symbols,
  plain: () => ReadonlySet<string>,
  contexts: Contexts,
): readonly TablePlan[] => {
  // An indicator per row reads rows even where its verb reads none of their values.
  const perRow = new Set([...symbols.indicators.values()].map((slot) => slot.table));
  const areRowsRead = (table: number): boolean => contexts.rowsRead.has(table) || perRow.has(table);
  // The columns' own rules first: they may read rows.
  const columns = symbols.tables.map((table) =>
    table.columns.map((column) => completeInput(column, symbols, plain, contexts)),
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
  if (policy.replaces === policy.version) report('policy.replaces_itself', '/replaces');
};

/** Inputs that choose among the values of parameters, by slot. */
const classesOf = (parameters: readonly ParameterPlan[]): ReadonlySet<number> =>
  new Set(parameters.flatMap(({ by }) => by?.index ?? []));

/**
 * `policy` laid out flat: slots, order, compiled kinds.
 *
 * @param isSound - whether nothing that was reported is an error
 * @returns undefined after a report
 * Issues: those of names, units, scales, rules and kinds; warnings for what nothing reads
 */
export const layOut = (
  policy: Policy,
  kinds: ReadonlyMap<string, IndicatorKind>,
  report: Scope['report'],
  isSound: () => boolean,
): Layout | undefined => {
  checkEnvelope(policy, report);
  const scales: Scales = declareScales(policy, report);
  const symbols = declareSymbols(policy, scales, report);
  const parameters = declareParameters(policy, symbols, report);
  const moments = momentsOf(parameters, report);
  const contexts = makeContexts(policy, scales, symbols, { moments, report });
  const verbs: Verb[] = [];
  for (const [name, spec] of Object.entries(policy.indicators)) {
    const slot = symbols.indicators.get(name);
    const verb = verbOf(spec, pointerTo('/indicators', name), kinds, report);
    if (slot !== undefined && verb !== undefined)
      verbs.push({ name, spec, slot, kind: verb.kind, body: verb.body, reads: verb.reads });
  }
  const nodes = verbs.map(({ name, reads, spec }) => ({
    name,
    reads: [...reads, ...tailReads(spec)],
  }));
  const ordering = orderByReads(nodes);
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
  reportNested(nodes, plans, report);
  const distributions = compileDistributions(policy, symbols, contexts, report);
  let plain: ReadonlySet<string> | undefined;
  const plainOnes = (): ReadonlySet<string> => (plain ??= plainNames(symbols));
  const inputs = symbols.inputs.map((input) => completeInput(input, symbols, plainOnes, contexts));
  const tables = completeTables(symbols, plainOnes, contexts);
  const result = compileResult(policy.result, { plans, specs: policy.indicators }, scales, report);
  const followUp = compileFollowUp(policy, contexts.context(undefined));
  const cited = citedNames(policy, verbs);
  reportUnknownCites(policy, cited, report);
  if (!isSound()) return undefined;
  const classes = classesOf(parameters);
  reportUnused(
    policy,
    {
      slots: [...symbols.parameters, ...symbols.inputs.map(({ slot }) => slot)],
      isRead: ({ index }) => contexts.read.has(index) || classes.has(index),
      named: contexts.named,
      isCited: (name) => cited.has(name) || symbols.cited.has(name),
    },
    report,
  );
  const indicators = [...plans.values()];
  const indicatorAt: (IndicatorPlan | undefined)[] = symbols.slots.map(() => undefined);
  for (const plan of indicators) indicatorAt[plan.slot.index] = plan;
  const { score, rating, baseline } = result;
  const groups = groupsOf(ordering.levels, plans);
  return {
    key: digestText(symbols.slots.map((slot) => slot.name).join('\n')),
    slots: symbols.slots,
    parameters,
    inputs,
    tables,
    groups,
    indicators,
    indicatorAt,
    followUp,
    distributions,
    unitNames: scales.unitNames,
    scaleOf: scales.scaleOf,
    score,
    rating,
    baseline,
    fast: fastPlanOf({ parameters, inputs, tables, groups, score, rating }),
    doors,
  };
};
