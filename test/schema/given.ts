import * as fc from 'fast-check';
import { type DurationPattern, lettersOf } from '../../src/duration.js';
import type { Json, JsonObject } from '../../src/json.js';
import { rational } from '../../src/number/rational.js';
import type { InputPlan, Plan, TablePlan } from '../../src/plan/plan.js';
import { stepped, WHOLE } from '../properties/evidence.js';

type Arbitrary = fc.Arbitrary<Json>;

const two = fc.nat(59).map((value) => String(value).padStart(2, '0'));
const places = fc.constantFrom('', '', '.5', '.25', '.000');
const space = fc.constantFrom('', ' ');

/** A duration in `pattern`, in each of the ways that it may be written. */
export const durationText = (pattern: DurationPattern): fc.Arbitrary<string> => {
  const letters = lettersOf(pattern);
  const [, ...others] = letters;
  const first = fc.nat(120).map(String);
  if (pattern.includes(':')) {
    return fc
      .tuple(first, fc.tuple(...others.map(() => two)), places)
      .map(([begin, rest, end]) => `${[begin, ...rest].join(':')}${end}`);
  }
  const part = (letter: string, i: number): fc.Arbitrary<readonly string[]> =>
    fc.tuple(i === 0 ? first : fc.nat(59).map(String), places, space, space).map((drawn) => {
      const [number, decimals, before, after] = drawn;
      return [before, number, decimals, `${after}${letter}`];
    });
  return fc
    .tuple(fc.tuple(...letters.map(part)), fc.subarray([...letters.keys()], { minLength: 1 }))
    .map(([parts, kept]) => {
      const text = kept.map((i, place) => {
        const [before = '', number = '', decimals = '', after = ''] = parts[i] ?? [];
        return `${before}${number}${place === kept.length - 1 ? decimals : ''}${after}`;
      });
      return text.join('').trimStart();
    });
};

/** A value of `input` by itself; of a panel also as a label. */
const bare = ({ form }: InputPlan): Arbitrary => {
  switch (form.is) {
    case 'truth':
      return fc.boolean();
    case 'date':
      return fc.constantFrom('2026-01-01', '2026-02-28', '2026-12-31');
    case 'label':
      return fc.constantFrom(...form.labels.names);
    default: {
      if (form.written !== undefined) return durationText(form.written.pattern);
      const size = form.step?.size ?? rational(1n, 100n);
      const number = stepped({ min: form.min, max: form.max, step: size }, WHOLE);
      const labels = [...(form.labels?.keys() ?? [])];
      return labels.length === 0 ? number : fc.oneof(number, fc.constantFrom(...labels));
    }
  }
};

const orNull = (value: Arbitrary): Arbitrary => fc.option(value, { freq: 6 });

/** An object of some of these members. */
const some = (members: Readonly<Record<string, Arbitrary>>): fc.Arbitrary<JsonObject> =>
  fc.record(members, { requiredKeys: [] }) as fc.Arbitrary<JsonObject>;

const provenance = some({
  at: fc.constantFrom('2026-03-02', '2026-06-30'),
  by: fc.constantFrom('simpeg', ' a '),
  record: fc.constant('sk/12'),
});

/** A value of `input`, by itself or with where it comes from. */
const observed = (input: InputPlan): Arbitrary => {
  const value = orNull(bare(input));
  const observation = fc.tuple(value, provenance).map(([each, more]) => ({ value: each, ...more }));
  return fc.oneof(value, observation);
};

/** Rows with these columns, as objects or by position in any order. */
const rowsOf = (columns: Readonly<Record<string, Arbitrary>>): Arbitrary => {
  const names = fc.shuffledSubarray(Object.keys(columns), {
    minLength: Object.keys(columns).length,
  });
  const rows = fc.array(fc.record(columns), { maxLength: 4 });
  return fc
    .tuple(rows, names, fc.boolean())
    .map(([list, order, isByName]) =>
      isByName
        ? list
        : { columns: order, rows: list.map((row) => order.map((name) => row[name] ?? null)) },
    );
};

const sums = (columns: readonly InputPlan[]): fc.Arbitrary<JsonObject> => {
  const numbers = columns.filter(({ form }) => form.is === 'number');
  // One row: whatever a value may be, its sum may be too. A label is no sum.
  const sum = (input: InputPlan): Arbitrary =>
    bare(input).filter(
      (value) => typeof value === 'number' || (typeof value === 'string' && /^[-\d]/.test(value)),
    );
  const each = (make: (input: InputPlan) => Arbitrary): Readonly<Record<string, Arbitrary>> =>
    Object.fromEntries(numbers.map((input) => [input.key, make(input)]));
  return fc.record(
    {
      count: fc.constant(1),
      sums: fc.record(each(sum)),
      answered: fc.option(some(each(() => fc.constant(1)))),
    },
    { requiredKeys: ['count', 'sums'] },
  );
};

/** The rows of `table`, in every form that it takes. */
const tableOf = (table: TablePlan, cards: readonly JsonObject[]): Arbitrary => {
  const { panel, columns, members } = table;
  if (members !== undefined)
    return fc.subarray([...cards]).map((scorecards): Json => ({ scorecards }));
  const cells = (
    inputs: readonly InputPlan[],
    make: (input: InputPlan) => Arbitrary,
  ): Readonly<Record<string, Arbitrary>> =>
    Object.fromEntries(inputs.map((input) => [input.key, make(input)]));
  if (panel === undefined) {
    const rows = rowsOf(cells(columns, observed));
    const totals = sums(columns).map((rowTotals): Json => ({ totals: rowTotals }));
    return table.acceptsTotals ? fc.oneof(rows, totals) : rows;
  }
  const questions = panel.questions.map(({ column }) => column);
  const names = panel.sources.map(({ name }) => name);
  const forms = rowsOf({
    source: fc.constantFrom(...names),
    rater: fc.constantFrom(null, 'a', 'b'),
    ...cells(questions, (question) => orNull(bare(question))),
  });
  const sources = some(Object.fromEntries(names.map((name) => [name, sums(questions)])));
  const totals = sources.map((bySource): Json => ({ totals: bySource }));
  return table.acceptsTotals ? fc.oneof(forms, totals) : forms;
};

/** Evidence for `plan` in every form that its parts take; scorecards are among `cards`. */
export const givenFor = (plan: Plan, cards: readonly JsonObject[]): fc.Arbitrary<JsonObject> => {
  const { inputs, tables } = plan.layout;
  const card: Arbitrary = fc.constantFrom(null, ...cards);
  const rows = (ofPanels: boolean): fc.Arbitrary<JsonObject> =>
    some(
      Object.fromEntries(
        tables
          .filter(({ panel }) => (panel !== undefined) === ofPanels)
          .map((table) => [table.name, orNull(tableOf(table, cards))]),
      ),
    );
  return fc.record({
    values: some(
      Object.fromEntries(
        inputs.map((input) => [input.key, input.scorecard === undefined ? observed(input) : card]),
      ),
    ),
    tables: rows(false),
    panels: rows(true),
  });
};
