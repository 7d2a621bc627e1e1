import { greatest, least } from '../fast/arithmetic.js';
import type { Build, Value } from '../fast/build.js';
import { round, select } from '../fast/decide.js';
import { type Draft, makeDraft } from '../fast/draft.js';
import { makeMemory } from '../fast/memory.js';
import type { DatedPlan, ExactOnly, FastPlan, RemarkPlan } from '../fast/program.js';
import { makeNodes, wantedOf } from '../fast/nodes.js';
import { issue } from '../catalogue.js';
import type { Issue } from '../issue.js';
import type { Pointer } from '../pointer.js';
import { doubleOf } from '../rule/double.js';
import { readGiven } from './fast-given.js';
import type { AdjustPlan, IndicatorPlan, Layout, LimitPlan } from './plan.js';

/** What of a layout is computed. */
type Computed = Pick<Layout, 'parameters' | 'inputs' | 'tables' | 'groups' | 'score' | 'rating'>;

const adjustedBy = (adjust: AdjustPlan, value: Value, start: Value, build: Build): Value => {
  const amount = doubleOf(adjust.amount, build);
  const limit = adjust.atMost === undefined ? {} : { atMost: doubleOf(adjust.atMost, build) };
  const after = adjust.kind.fast(value, { amount, start, ...limit }, build);
  return adjust.when === undefined
    ? after
    : select(build, doubleOf(adjust.when, build), after, value);
};

const limitedBy = (limit: LimitPlan, label: Value, build: Build): Value => {
  const capped =
    limit.atMost === undefined ? label : least(build, label, build.whole(limit.atMost));
  const after =
    limit.atLeast === undefined ? capped : greatest(build, capped, build.whole(limit.atLeast));
  return select(build, doubleOf(limit.when, build), after, label);
};

/** A value after its tails, with its whole numbers of the last place where it is rounded. */
interface Tailed {
  readonly value: Value;
  readonly units?: Value;
}

/** One value of one indicator: condition, verb, usability, adjustments, limits, rounding, in this order. */
const derive = (plan: IndicatorPlan, build: Build): Tailed => {
  const { fast } = plan.kind;
  if (fast === undefined) return { value: build.refuse('form') };
  const nothing = build.nothing();
  let value = fast(plan.node, build);
  for (const condition of [plan.when, plan.usable?.when]) {
    if (condition !== undefined) value = select(build, doubleOf(condition, build), value, nothing);
  }
  const start = value;
  for (const adjust of plan.adjust) value = adjustedBy(adjust, value, start, build);
  for (const limit of plan.limits) value = limitedBy(limit, value, build);
  if (plan.round === undefined) return { value };
  const rounded = round(build, value, plan.round);
  return { value: plan.round.isUsed ? rounded.value : value, units: rounded.units };
};

/** An issue that none of those who share it can change for the others. */
const shared = (made: Issue): Issue => {
  for (const part of [made.message, made.params, made.help]) Object.freeze(part);
  return Object.freeze(made);
};

/** An issue that is made once, when a subject first gives rise to it: subjects share it. */
const once = (make: (a: number, b: number) => Issue): ((a: number, b: number) => Issue) => {
  const known = new Map<string, Issue>();
  return (a, b) => {
    const key = `${String(a)} ${String(b)}`;
    const found = known.get(key) ?? shared(make(a, b));
    known.set(key, found);
    return found;
  };
};

/** A remark on the values at two places. */
interface DraftedRemark extends Omit<RemarkPlan, 'a' | 'b'> {
  readonly a: number;
  readonly b: number;
}

/** What each new remark of `draft` says, at the indicator's own place. */
const remarksFrom = (draft: Draft, first: number, pointer: Pointer): readonly DraftedRemark[] =>
  draft.remarks.slice(first).map(({ a, b, remarkFor }) => ({
    a: a.place,
    b: b.place,
    issueFor: once((one, other) => {
      const { code, params } = remarkFor(one, other);
      return issue(code, pointer, params, { policyPointer: pointer });
    }),
  }));

/** All operations of a policy in doubles. */
interface Drafted {
  /** Every value and column among them, with what is known of it. */
  readonly draft: Draft;
  readonly dated: readonly DatedPlan<number>[];
  readonly remarks: readonly DraftedRemark[];
  /** By slot, whole numbers of the last place. */
  readonly units: ReadonlyMap<number, Value>;
}

/** The operations of a policy in doubles, or why it is computed exactly alone. */
export const draftOf = (layout: Computed): Drafted | ExactOnly => {
  const draft = makeDraft((table) => layout.tables[table]?.atMost ?? 0);
  const { build, values, columns } = draft;
  const dated = readGiven(layout, draft);
  const remarks: DraftedRemark[] = [];
  const units = new Map<number, Value>();
  let why = draft.refused();
  if (why !== undefined) return { pointer: '', why };
  for (const plan of layout.groups.flatMap(({ members }) => members)) {
    const { slot } = plan;
    const first = draft.remarks.length;
    if (slot.table === undefined) {
      const tailed = derive(plan, build);
      values.set(slot.index, tailed.value);
      // A sum has a number when its parts have: another sum may have taken them in its place.
      for (const { value } of tailed.value.parts ?? [tailed]) draft.mustHold(value);
      if (tailed.units !== undefined) units.set(slot.index, tailed.units);
    } else {
      const column = build.each(slot.table, (row) => derive(plan, row).value);
      if (column !== undefined) columns.set(slot.index, column);
    }
    remarks.push(...remarksFrom(draft, first, plan.pointer));
    why = draft.refused();
    if (why !== undefined) return { pointer: plan.pointer, why };
  }
  return { draft, dated, remarks, units };
};

/**
 * A policy in doubles, with the bound on its decisions proved; or why it is computed exactly alone.
 *
 * Source: H. Broennimann, C. Burnikel, S. Pion, Interval arithmetic yields efficient dynamic filters for computational
 * geometry, Discrete Applied Mathematics 109 (2001): decide in doubles what a bound allows, and the rest exactly
 */
export const fastPlanOf = (layout: Computed): FastPlan | ExactOnly => {
  const drafted = draftOf(layout);
  if ('why' in drafted) return drafted;
  const { draft, dated, remarks, units } = drafted;
  const { score, rating } = layout;
  const scored = score && units.get(score.slot.index);
  const rated = rating && draft.values.get(rating.slot.index);
  const labels = rating?.slot.type.is === 'label' ? rating.slot.type.labels.names : undefined;
  const checked = draft.checks();
  const results = [scored, rated].flatMap((value) => value?.place ?? []);
  const wanted = [...checked, ...results, ...remarks.flatMap((remark) => [remark.a, remark.b])];
  const { at, link, all } = makeNodes(draft.constants, draft.ties);
  const widths = layout.tables.map(({ columns: given, panel }) =>
    panel === undefined ? given.length : 1 + panel.questions.length,
  );
  return {
    program: link(wantedOf(draft.instructions, wanted)),
    // INVARIANT: inputs have the first places, see `readGiven`.
    inputs: layout.inputs.map((_, place) => at(place)),
    dated: dated.map((each) => ({ ...each, at: at(each.at) })),
    checks: checked.map(at),
    remarks: remarks.map((remark) => ({ ...remark, a: at(remark.a), b: at(remark.b) })),
    score: scored && score.round && { node: at(scored.place), decimals: score.round.places },
    rating: rated && labels && { node: at(rated.place), labels },
    nodes: all(),
    memory: makeMemory(widths, draft.computed()),
    bound: draft.bound(),
  };
};
