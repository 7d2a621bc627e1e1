import { constantOf } from '../fast/arithmetic.js';
import { type Value, valueAt } from '../fast/build.js';
import { constants, isAt, select, tableAt } from '../fast/decide.js';
import type { Draft } from '../fast/draft.js';
import type { DatedPlan } from '../fast/program.js';
import { takePanel } from '../fast/rows.js';
import { constantSpan } from '../fast/constant.js';
import { givenSpan, MOST_PLACES, type Span, wholeSpan } from '../fast/span.js';
import { equal } from '../number/rational.js';
import { doubleOf } from '../rule/double.js';
import type { InputPlan, ParameterPlan, TablePlan } from './plan.js';
import { placesOn } from './step.js';

/** Days of the calendar that dates may name. */
const DAYS = wholeSpan(-1_000_000, 4_000_000);

const inputSpan = ({ form }: InputPlan): Span => {
  if (form.is === 'truth') return wholeSpan(0, 1);
  if (form.is === 'label') return wholeSpan(0, form.labels.names.length - 1);
  if (form.is === 'date') return DAYS;
  const [low, high] = [constantSpan(form.min).span.low, constantSpan(form.max).span.high];
  const places = form.step === undefined ? Infinity : placesOn(form.step);
  // What has more places than that is no number in doubles.
  return givenSpan(low, high, Math.min(places, MOST_PLACES));
};

const readTables = (tables: readonly TablePlan[], draft: Draft): void => {
  const { build, values, columns } = draft;
  for (const [table, { columns: given, panel }] of tables.entries()) {
    if (panel === undefined) {
      for (const [i, column] of given.entries()) {
        if (column.when !== undefined) build.refuse('form');
        columns.set(column.slot.index, { table, source: { given: i }, span: inputSpan(column) });
      }
      continue;
    }
    const sources = panel.sources.map(({ share, take, atLeast }) => ({
      share,
      atLeast,
      isMedian: take === 'median',
    }));
    const last = panel.sources.length - 1;
    columns.set(panel.source.index, { table, source: { given: 0 }, span: wholeSpan(0, last) });
    for (const [i, { column, value }] of panel.questions.entries()) {
      const span = inputSpan(column);
      columns.set(column.slot.index, { table, source: { given: i + 1 }, span });
      const question = takePanel(build, { table, question: i + 1, span }, sources);
      // Too few answers are told, whether or not anything reads the question.
      draft.mustHold(question);
      values.set(value.index, question);
    }
  }
};

/** A parameter in doubles; of a dated one the place is filled before a subject is computed. */
const readParameter = (
  { values, by }: ParameterPlan,
  draft: Draft,
  dated: DatedPlan<number>[],
): Value => {
  const { build } = draft;
  const classes = by === undefined ? 1 : by.type.is === 'label' ? by.type.labels.names.length : 0;
  const [first] = values;
  if (first === undefined) return build.refuse('form');
  const all = constants(
    build,
    values.flatMap(({ of }) => of),
  );
  if (first.from === undefined) {
    const [only] = first.of;
    if (by === undefined) return only === undefined ? build.refuse('form') : build.constant(only);
    return tableAt(build, build.read(by), constants(build, first.of).doubles, all.span);
  }
  const places = Array.from({ length: classes }, (_, label) => {
    const place = draft.newPlace();
    const from = values.map((each) => each.from ?? -Infinity);
    const known = values.map(({ of }) => of[label]);
    const doubles = known.map((each) => (each ? constantOf(build.constant(each)) : NaN));
    // Whether it changes within the dates of evidence is told by its doubles.
    const isTold = known.every((each, i) => {
      const first = known[doubles.indexOf(doubles[i] ?? NaN)];
      return each === undefined || first === undefined || equal(each, first);
    });
    if (!isTold) build.refuse('digits');
    dated.push({ at: place, from, values: doubles });
    return valueAt(place, all.span);
  });
  const [only] = places;
  if (by === undefined) return only ?? build.refuse('form');
  return places.reduceRight<Value>((others, value, label) => {
    return select(build, isAt(build, build.read(by), label), value, others);
  }, build.nothing());
};

/**
 * Everything that is known before any indicator: inputs in the first places, columns, answers, parameters.
 *
 * @returns the parameters that depend on a day
 */
export const readGiven = (
  layout: {
    readonly parameters: readonly ParameterPlan[];
    readonly inputs: readonly InputPlan[];
    readonly tables: readonly TablePlan[];
  },
  draft: Draft,
): readonly DatedPlan<number>[] => {
  const dated: DatedPlan<number>[] = [];
  const { values } = draft;
  const raw = layout.inputs.map((input) => valueAt(draft.newPlace(), inputSpan(input)));
  const settle = (isPlain: boolean): void => {
    for (const [i, { slot, when }] of layout.inputs.entries()) {
      const value = raw[i];
      if (value === undefined || (when === undefined) !== isPlain) continue;
      if (when === undefined) values.set(slot.index, value);
      else {
        const { build } = draft;
        const held = select(build, doubleOf(when, build), value, build.nothing());
        draft.mustHold(held);
        values.set(slot.index, held);
      }
    }
  };
  // INVARIANT: a parameter's class is an input without a `when`, and an input's `when` reads only parameters and
  // inputs without one: hence this order.
  settle(true);
  for (const parameter of layout.parameters)
    values.set(parameter.slot.index, readParameter(parameter, draft, dated));
  settle(false);
  readTables(layout.tables, draft);
  return dated;
};
