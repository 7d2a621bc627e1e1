import * as fc from 'fast-check';
import type { JsonObject } from '../../src/json.js';
import { exactText, readNumber } from '../../src/number/decimal.js';
import {
  add,
  divide,
  floor,
  multiply,
  ONE,
  type Rational,
  rational,
  subtract,
} from '../../src/number/rational.js';
import type { InputSpec, PanelSpec, Policy, TableSpec } from '../../src/policy/policy.js';
import type { NumberLiteral } from '../../src/rule/rule.js';

/** What drawn evidence may leave out or get wrong; everything else is in bounds and on its step. */
interface Gaps {
  /** Values that are `null` or not there, and tables that are not there. */
  readonly missing: boolean;
  /** Numbers out of bounds or off their step: well typed, and yet they do not count. */
  readonly unusable: boolean;
}

export const WHOLE: Gaps = { missing: false, unusable: false };
export const GAPS: Gaps = { missing: true, unusable: true };

export const exact = (literal: NumberLiteral): Rational => {
  const value = readNumber(String(literal));
  if (value === undefined) throw new TypeError(`${literal} is no number`);
  return value;
};

/** A number as evidence may write it. */
const written = (value: Rational): fc.Arbitrary<number | string> => {
  const text = exactText(value);
  const digits = text.replace(/[-.]/g, '').replace(/^0+/, '').length;
  return digits > 15 ? fc.constant(text) : fc.constantFrom(Number(text), text);
};

const HALF = rational(1n, 2n);

/** Numbers from `min` to `max` in whole steps. */
export const stepped = (
  range: { readonly min: Rational; readonly max: Rational; readonly step: Rational },
  gaps: Gaps,
): fc.Arbitrary<number | string> => {
  const { min, max, step } = range;
  const most = floor(divide(subtract(max, min), step) ?? ONE);
  const usable = fc
    .bigInt({ min: 0n, max: most })
    .map((steps) => add(min, multiply(rational(steps), step)));
  const unusable = fc.constantFrom(
    subtract(min, step),
    add(max, step),
    add(min, multiply(step, HALF)),
  );
  const value = gaps.unusable
    ? fc.oneof({ weight: 7, arbitrary: usable }, { weight: 1, arbitrary: unusable })
    : usable;
  return value.chain(written);
};

type Scalar = number | string | boolean | null;

const DAYS = ['2025-12-31', '2026-01-01', '2026-03-02', '2026-06-30', '2026-07-01', '2026-12-31'];

const labelsOf = (spec: InputSpec & { readonly type: 'label' }, policy: Policy) => {
  const scale = policy.scales?.[spec.scale ?? ''];
  return spec.labels ?? (scale !== undefined && 'labels' in scale ? scale.labels : []);
};

const present = (spec: InputSpec, policy: Policy, gaps: Gaps): fc.Arbitrary<Scalar> => {
  switch (spec.type) {
    case 'boolean':
      return fc.boolean();
    case 'date':
      return fc.constantFrom(...DAYS);
    case 'label':
      return fc.constantFrom(...labelsOf(spec, policy));
    default: {
      const step = spec.type === 'integer' ? 1 : (spec.step ?? '0.001');
      return stepped({ min: exact(spec.min), max: exact(spec.max), step: exact(step) }, gaps);
    }
  }
};

const optional = <T>(value: fc.Arbitrary<T>, gaps: Gaps): fc.Arbitrary<T | null> =>
  gaps.missing ? fc.option(value, { freq: 5 }) : value;

/** An object with these members, of which those drawn as `null` may also not be there at all. */
const record = (
  members: Readonly<Record<string, fc.Arbitrary<Scalar | object>>>,
): fc.Arbitrary<JsonObject> =>
  fc.tuple(fc.record(members), fc.boolean()).map(([values, drop]) => {
    const kept = Object.entries(values).filter(([, value]) => value !== null || !drop);
    return Object.fromEntries(kept) as JsonObject;
  });

/** Rows as columns or as objects; at least one row unless `gaps` allow none. */
const rowsOf = (
  row: Readonly<Record<string, fc.Arbitrary<Scalar>>>,
  atMost: number,
  gaps: Gaps,
): fc.Arbitrary<object> => {
  const columns = Object.keys(row);
  const rows = fc.array(fc.record(row), {
    minLength: gaps.missing ? 0 : 1,
    maxLength: Math.min(atMost, 6),
  });
  return fc.tuple(rows, fc.boolean()).map(([list, asObjects]) =>
    asObjects
      ? list
      : {
          columns,
          rows: list.map((each) => columns.map((column) => each[column] ?? null)),
        },
  );
};

const tableFor = (spec: TableSpec, policy: Policy, gaps: Gaps): fc.Arbitrary<object> =>
  rowsOf(
    Object.fromEntries(
      Object.entries(spec.row).map(([field, column]) => [
        field,
        optional(present(column, policy, gaps), gaps),
      ]),
    ),
    spec.atMost,
    gaps,
  );

const panelFor = (spec: PanelSpec, policy: Policy, gaps: Gaps): fc.Arbitrary<object> => {
  const scale = policy.scales?.[spec.answers];
  if (scale === undefined || 'labels' in scale) throw new TypeError('answers have a numeric scale');
  const range = {
    min: exact(scale.worst),
    max: exact(scale.best),
    step: exact(scale.step ?? '0.01'),
  };
  const answers = Object.keys(spec.questions).map(
    (question) => [question, optional(stepped(range, gaps), gaps)] as const,
  );
  return rowsOf(
    { source: fc.constantFrom(...Object.keys(spec.sources)), ...Object.fromEntries(answers) },
    12,
    gaps,
  );
};

/** Evidence for a policy: for each of its inputs, tables and panels something that fits its declaration. */
export const evidenceFor = (policy: Policy, gaps: Gaps): fc.Arbitrary<JsonObject> => {
  const each = <T>(
    given: Readonly<Record<string, T>> | undefined,
    make: (spec: T) => fc.Arbitrary<Scalar | object>,
  ): fc.Arbitrary<JsonObject> =>
    record(
      Object.fromEntries(
        Object.entries(given ?? {}).map(([name, spec]) => [name, optional(make(spec), gaps)]),
      ),
    );
  return fc.record({
    values: each(policy.inputs, (spec) => present(spec, policy, gaps)),
    tables: each(policy.tables, (spec) => tableFor(spec, policy, gaps)),
    panels: each(policy.panels, (spec) => panelFor(spec, policy, gaps)),
  });
};
