import { exactText } from '../number/decimal.js';
import {
  equal,
  maximum,
  minimum,
  ONE,
  type Rational,
  sign,
  subtract,
  sum,
  ZERO,
} from '../number/rational.js';
import { type Pointer, pointerTo } from '../pointer.js';
import type { PanelSpec, Policy } from '../policy/policy.js';
import { numberAt } from '../rule/literal.js';
import type { Scope } from '../rule/scope.js';
import type { Slot, ValueType } from '../slot.js';
import { nearest } from '../suggest.js';
import type { DeclaredTable } from './declare-inputs.js';
import { ABSENCE, isWithin } from './inputs.js';
import type { Namespace } from './namespace.js';
import type { InputPlan, PanelPlan, SourcePlan } from './plan.js';

/** More forms than this are refused unless the policy says another number. */
const MOST_FORMS = 10_000;

/**
 * The sources of a panel, their shares summing to exactly 1.
 *
 * Issues: `panel.shares`, `weights.two_rests`, `weights.negative`, `number.unreadable`
 */
const declareSources = (
  spec: PanelSpec,
  pointer: Pointer,
  report: Scope['report'],
): readonly SourcePlan[] => {
  const at = pointerTo(pointer, 'sources');
  const entries = Object.entries(spec.sources);
  const shares = entries.map(([name, source]) =>
    source.share === 'rest'
      ? undefined
      : (numberAt(source.share, pointerTo(at, name, 'share'), report) ?? ZERO),
  );
  if (shares.filter((share) => share === undefined).length > 1) report('weights.two_rests', at);
  const rest = subtract(ONE, sum(shares.filter((share) => share !== undefined)));
  const filled = shares.map((share) => share ?? rest);
  const negative = filled.find((share) => sign(share) < 0);
  if (negative !== undefined) report('weights.negative', at, { found: exactText(negative) });
  else if (!equal(sum(filled), ONE)) report('panel.shares', at, { found: exactText(sum(filled)) });
  return entries.map(([name, source], i) => ({
    name,
    share: filled[i] ?? ZERO,
    take: source.take,
    atLeast: source.atLeast,
    ifFewer: ABSENCE[source.ifFewer],
    ...(source.cite === undefined ? {} : { cite: source.cite }),
  }));
};

/** A panel before its slots are there. */
interface Place {
  readonly name: string;
  readonly pointer: Pointer;
  /** Its position among tables and panels. */
  readonly table: number;
}

type NumberForm = InputPlan['form'] & { readonly is: 'number' };

/** The labels of the answers with their values; those that were reported are left out. */
const labelsOf = (
  { labels }: PanelSpec,
  form: NumberForm,
  pointer: Pointer,
  report: Scope['report'],
): ReadonlyMap<string, Rational> | undefined => {
  if (labels === undefined) return undefined;
  const values = new Map<string, Rational>();
  const byValue = new Map<string, string>();
  for (const [label, literal] of Object.entries(labels)) {
    const at = pointerTo(pointer, 'labels', label);
    const value = numberAt(literal, at, report);
    if (value === undefined) continue;
    const text = exactText(value);
    const same = byValue.get(text);
    byValue.set(text, label);
    if (!isWithin(value, form)) report('panel.label_value', at, { found: exactText(value) });
    else if (same !== undefined)
      report('panel.label_twice', at, { found: exactText(value), other: same });
    values.set(label, value);
  }
  return values;
};

/** The type and form of the answers, or undefined after a report. */
const answersOf = (
  spec: PanelSpec,
  { pointer }: Place,
  { scales, report }: Namespace,
): { readonly type: ValueType; readonly form: InputPlan['form'] } | undefined => {
  const scale = scales.numeric.get(spec.answers);
  if (scale === undefined) {
    const code = scales.labels.has(spec.answers) ? 'scale.not_numeric' : 'name.unknown_scale';
    const suggestion = nearest(spec.answers, [...scales.numeric.keys()]);
    report(code, pointerTo(pointer, 'answers'), { name: spec.answers, ...suggestion });
    return undefined;
  }
  const step = scale.step && { from: scale.worst, size: scale.step };
  const form: NumberForm = {
    is: 'number',
    min: minimum(scale.worst, scale.best),
    max: maximum(scale.worst, scale.best),
    ...(step === undefined ? {} : { step }),
  };
  const labels = labelsOf(spec, form, pointer, report);
  return {
    type: { is: 'number', unit: scales.unit(spec.answers, pointerTo(pointer, 'answers')) ?? 'any' },
    form: labels === undefined ? form : { ...form, labels },
  };
};

/** The slot that holds which source a form comes from. */
const sourceSlot = (sources: readonly SourcePlan[], place: Place, space: Namespace): Slot => {
  const { name, pointer, table } = place;
  const labels = { names: sources.map((each) => each.name), ordered: false };
  return space.add(
    {
      name: `${name}.source`,
      pointer: pointerTo(pointer, 'sources'),
      type: { is: 'label', labels },
      table,
    },
    table,
  );
};

const declarePanel = (
  spec: PanelSpec,
  place: Place,
  space: Namespace,
): DeclaredTable | undefined => {
  const { name, pointer, table } = place;
  const answers = answersOf(spec, place, space);
  if (answers === undefined) return undefined;
  const questions: PanelPlan['questions'] = Object.entries(spec.questions).map(
    ([key, question]) => {
      const slot = {
        name: `${name}.${key}`,
        pointer: pointerTo(pointer, 'questions', key),
        type: answers.type,
        title: question.title,
      };
      const column = space.add({ ...slot, table }, table);
      return {
        column: { slot: column, key, form: answers.form, ifMissing: { absent: 'missing' } },
        value: space.add(slot),
      };
    },
  );
  const sources = declareSources(spec, pointer, space.report);
  const source = sourceSlot(sources, place, space);
  const unit = space.scales.unit(spec.rowUnit ?? 'person', pointerTo(pointer, 'rowUnit'));
  return {
    name,
    pointer,
    rowUnit: unit ?? 'any',
    atMost: spec.atMost ?? MOST_FORMS,
    absent: 'missing',
    columns: [],
    panel: { source, questions, sources },
  };
};

/**
 * The panels of a policy, placed after its tables.
 *
 * Issues: `name.duplicate`, `name.unknown_scale`, `scale.not_numeric`, `panel.*`, `weights.*`
 */
export const declarePanels = (
  policy: Policy,
  tables: readonly DeclaredTable[],
  space: Namespace,
): readonly DeclaredTable[] => {
  const panels: DeclaredTable[] = [];
  for (const [name, spec] of Object.entries(policy.panels ?? {})) {
    const pointer = pointerTo('/panels', name);
    if (tables.some((other) => other.name === name)) {
      space.report('name.duplicate', pointer, { name, other: pointerTo('/tables', name) });
    }
    const table = tables.length + panels.length;
    const panel = declarePanel(spec, { name, pointer, table }, space);
    if (panel !== undefined) panels.push(panel);
  }
  return panels;
};
