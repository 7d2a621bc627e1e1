import type { Text } from '../issue.js';
import { maximum, minimum } from '../number/rational.js';
import { type Pointer, pointerTo } from '../pointer.js';
import type { Indicator, InputSpec, Policy } from '../policy/policy.js';
import type { Scope } from '../rule/scope.js';
import type { Slot, ValueType } from '../slot.js';
import { nearest } from '../suggest.js';
import { RATIO, readUnit } from '../unit.js';
import { ABSENCE, citeChecker, formOf, inputPlan, missingOf } from './inputs.js';
import { declareSources, MOST_FORMS } from './panels.js';
import type { InputPlan, PanelPlan, TablePlan } from './plan.js';
import { labelScale, type Scales, unitAt } from './scales.js';

type Report = Scope['report'];

/** An input before the rule that says when it applies is compiled. */
export interface DeclaredInput extends Omit<InputPlan, 'when'> {
  readonly spec: InputSpec;
}

/** A table or panel before the rules of its columns are compiled. */
export interface DeclaredTable extends Omit<TablePlan, 'columns' | 'panel'> {
  readonly columns: readonly DeclaredInput[];
  readonly panel?: Omit<PanelPlan, 'acceptsTotals'>;
}

/** Every name of a policy with its slot. */
export interface Symbols {
  readonly slots: readonly Slot[];
  /** Names as seen outside rows, and columns as seen inside their table. */
  readonly names: ReadonlyMap<string, Slot>;
  /** The columns of a panel as seen inside its rows, by the panel's position. */
  readonly forms: ReadonlyMap<number, ReadonlyMap<string, Slot>>;
  readonly parameters: readonly Slot[];
  readonly inputs: readonly DeclaredInput[];
  readonly tables: readonly DeclaredTable[];
  readonly indicators: ReadonlyMap<string, Slot>;
  /** Names of citations that declarations used. */
  readonly cited: Set<string>;
}

const called = (spec: {
  readonly title?: Text;
  readonly cite?: string;
}): { readonly title?: Text; readonly cite?: string } => ({
  ...(spec.title === undefined ? {} : { title: spec.title }),
  ...(spec.cite === undefined ? {} : { cite: spec.cite }),
});

/** The declared type of an indicator, or undefined after a report. */
const indicatorType = (
  spec: Indicator,
  pointer: Pointer,
  scales: Scales,
  report: Report,
): ValueType | undefined => {
  if (spec.unit !== undefined && spec.scale !== undefined) {
    report('policy.unit_and_scale', pointer);
    return undefined;
  }
  if (spec.unit !== undefined) {
    const unit = unitAt(spec.unit, pointerTo(pointer, 'unit'), report);
    return unit && { is: 'number', unit };
  }
  if (spec.scale === undefined) return { is: 'truth' };
  const labels = labelScale(spec.scale, pointerTo(pointer, 'scale'), scales, report);
  return labels && { is: 'label', labels };
};

/**
 * Every name that `policy` declares, in one flat namespace, with its type and place.
 *
 * Issues: `name.duplicate`, `name.unknown_table`, `name.unknown_cite`, `unit.*`, `scale.*`, `input.*`,
 * `parameter.*`, `panel.*`
 */
export const declareSymbols = (policy: Policy, scales: Scales, report: Report): Symbols => {
  const slots: Slot[] = [];
  const names = new Map<string, Slot>();
  const forms = new Map<number, Map<string, Slot>>();
  const cited = new Set<string>();
  const cite = citeChecker(Object.keys(policy.cites ?? {}), cited, report);
  const add = (slot: Omit<Slot, 'index'>, into: Map<string, Slot>): Slot => {
    const placed: Slot = { ...slot, index: slots.length };
    const other = into.get(slot.name);
    if (other !== undefined) {
      report('name.duplicate', slot.pointer, { name: slot.name, other: other.pointer });
    }
    slots.push(placed);
    into.set(slot.name, placed);
    return placed;
  };

  const declareInput = (
    spec: InputSpec,
    place: {
      readonly key: string;
      readonly prefix: string;
      readonly pointer: Pointer;
      readonly table?: number;
    },
  ): DeclaredInput | undefined => {
    const { key, pointer, table } = place;
    cite(spec.cite, pointerTo(pointer, 'cite'));
    if (typeof spec.ifMissing === 'object') {
      cite(spec.ifMissing.cite, pointerTo(pointer, 'ifMissing', 'cite'));
    }
    const typed = formOf(spec, pointer, scales, report);
    const ifMissing = typed && missingOf(spec.ifMissing, typed.form, pointer, report);
    const type: ValueType = typed?.type ?? { is: 'number', unit: 'any' };
    const slot = add(
      {
        name: `${place.prefix}${key}`,
        pointer,
        type,
        ...called(spec),
        ...(table === undefined ? {} : { table }),
      },
      names,
    );
    if (typed === undefined || ifMissing === undefined) return undefined;
    return { ...inputPlan(slot, key, typed.form, ifMissing), spec };
  };

  const parameters = Object.entries(policy.parameters ?? {}).map(([name, spec]) => {
    const pointer = pointerTo('/parameters', name);
    cite(spec.cite, pointerTo(pointer, 'cite'));
    const unit =
      spec.unit === undefined ? RATIO : unitAt(spec.unit, pointerTo(pointer, 'unit'), report);
    const type: ValueType = { is: 'number', unit: unit ?? 'any' };
    return add({ name, pointer, type, ...called(spec), parameter: true }, names);
  });

  const inputs = Object.entries(policy.inputs ?? {}).flatMap(([key, spec]) => {
    const found = declareInput(spec, { key, prefix: '', pointer: pointerTo('/inputs', key) });
    return found === undefined ? [] : [found];
  });

  const tables: DeclaredTable[] = [];
  for (const [name, spec] of Object.entries(policy.tables ?? {})) {
    const pointer = pointerTo('/tables', name);
    const table = tables.length;
    const columns = Object.entries(spec.row).flatMap(([key, column]) => {
      const place = { key, prefix: `${name}.`, pointer: pointerTo(pointer, 'row', key), table };
      const found = declareInput(column, place);
      return found === undefined ? [] : [found];
    });
    const rowUnit = unitAt(spec.rowUnit, pointerTo(pointer, 'rowUnit'), report) ?? 'any';
    const absent = ABSENCE[spec.ifMissing];
    tables.push({ name, pointer, rowUnit, atMost: spec.atMost, absent, columns });
  }

  for (const [name, spec] of Object.entries(policy.panels ?? {})) {
    const pointer = pointerTo('/panels', name);
    const table = tables.length;
    const inside = new Map<string, Slot>();
    forms.set(table, inside);
    if (tables.some((other) => other.name === name)) {
      report('name.duplicate', pointer, { name, other: pointerTo('/tables', name) });
    }
    const scale = scales.numeric.get(spec.answers);
    if (scale === undefined) {
      const code = scales.labels.has(spec.answers) ? 'scale.not_numeric' : 'name.unknown_scale';
      const suggestion = nearest(spec.answers, [...scales.numeric.keys()]);
      report(code, pointerTo(pointer, 'answers'), { name: spec.answers, ...suggestion });
      continue;
    }
    const type: ValueType = { is: 'number', unit: readUnit(spec.answers) ?? 'any' };
    const step = scale.step && { from: scale.worst, size: scale.step };
    const form: InputPlan['form'] = {
      is: 'number',
      min: minimum(scale.worst, scale.best),
      max: maximum(scale.worst, scale.best),
      ...(step === undefined ? {} : { step }),
    };
    const questions = Object.entries(spec.questions).map(([key, question]) => {
      const place = {
        name: `${name}.${key}`,
        pointer: pointerTo(pointer, 'questions', key),
        type,
        ...called(question),
      };
      const column = add({ ...place, table }, inside);
      return {
        column: inputPlan(column, key, form, { absent: 'missing' }),
        value: add(place, names),
      };
    });
    const sources = declareSources(spec, pointer, report);
    const source = add(
      {
        name: `${name}.source`,
        pointer: pointerTo(pointer, 'sources'),
        type: { is: 'label', labels: { names: sources.map((each) => each.name), ordered: false } },
        table,
      },
      inside,
    );
    const rowUnit =
      unitAt(spec.rowUnit ?? 'person', pointerTo(pointer, 'rowUnit'), report) ?? 'any';
    const atMost = spec.atMost ?? MOST_FORMS;
    const panel = { source, questions, sources };
    tables.push({ name, pointer, rowUnit, atMost, absent: 'missing', columns: [], panel });
  }

  const indicators = new Map<string, Slot>();
  for (const [name, spec] of Object.entries(policy.indicators)) {
    const pointer = pointerTo('/indicators', name);
    const type = indicatorType(spec, pointer, scales, report) ?? { is: 'number', unit: 'any' };
    const table =
      spec.per === undefined ? undefined : tables.findIndex((each) => each.name === spec.per);
    if (table === -1) {
      const suggestion = nearest(
        spec.per ?? '',
        tables.map((each) => each.name),
      );
      report('name.unknown_table', pointerTo(pointer, 'per'), {
        name: spec.per ?? '',
        ...suggestion,
      });
    }
    const slot = add(
      {
        name,
        pointer,
        type,
        ...called(spec),
        ...(table === undefined || table < 0 ? {} : { table }),
      },
      names,
    );
    indicators.set(name, slot);
  }
  return { slots, names, forms, parameters, inputs, tables, indicators, cited };
};
