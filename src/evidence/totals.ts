import type { Json, JsonObject } from '../json.js';
import { exactText } from '../number/decimal.js';
import {
  add,
  compare,
  divide,
  floor,
  multiply,
  negate,
  type Rational,
  rational,
  subtract,
  ZERO,
} from '../number/rational.js';
import { type Pointer, pointerTo } from '../pointer.js';
import { isOnStep } from '../plan/step.js';
import type { InputPlan, PanelPlan, Step, TablePlan } from '../plan/plan.js';
import type { Sums, TableEvidence } from './evidence.js';
import { isObject, member, refuseUnknown } from './object.js';
import { type Findings, kindOf, readQuantity, WANTED } from './value.js';

/** A whole number from 0 to `most`, or undefined after a report. */
const readCount = (
  given: Json | undefined,
  most: number,
  pointer: Pointer,
  found: Findings,
): number | undefined => {
  if (typeof given === 'number' && Number.isInteger(given) && given >= 0 && given <= most)
    return given;
  found.say('evidence.type', pointer, {
    expected: {
      id: `bilangan bulat 0 sampai ${String(most)}`,
      en: `a whole number from 0 to ${String(most)}`,
    },
    found: typeof given === 'number' ? String(given) : kindOf(given ?? null),
  });
  return undefined;
};

type NumberForm = InputPlan['form'] & { readonly is: 'number' };

/** The greatest value on `step` that is not above `limit`. */
const lastOnStep = (limit: Rational, { from, size }: Step): Rational => {
  const steps = divide(subtract(limit, from), size) ?? ZERO;
  return add(from, multiply(rational(floor(steps)), size));
};

/** The same steps, seen from the other side of zero. */
const negateStep = ({ from, size }: Step): Step => ({ from: negate(from), size });

/** Whether so many values of this form can come to `sum`. */
const isPossible = (sum: Rational, count: number, { min, max, step }: NumberForm): boolean => {
  const many = rational(BigInt(count));
  const isOnSum =
    step === undefined ||
    isOnStep(subtract(sum, multiply(many, step.from)), { from: ZERO, size: step.size });
  const least = step === undefined ? min : negate(lastOnStep(negate(min), negateStep(step)));
  const most = step === undefined ? max : lastOnStep(max, step);
  return (
    isOnSum && compare(sum, multiply(many, least)) >= 0 && compare(sum, multiply(many, most)) <= 0
  );
};

/** One column added up: how many values, and their sum. */
interface Sum {
  readonly count: number;
  readonly sum: Rational;
}

const NO_VALUES: Sum = { count: 0, sum: ZERO };

/** Where the parts of totals stand. */
interface Parts {
  readonly pointer: Pointer;
  readonly count: number;
  readonly sums: JsonObject;
  readonly answered: JsonObject;
}

const readColumn = ({ key, form }: InputPlan, parts: Parts, found: Findings): Sum => {
  const given = member(parts.sums, key);
  const own = member(parts.answered, key);
  const count =
    own === undefined
      ? parts.count
      : readCount(own, parts.count, pointerTo(parts.pointer, 'answered', key), found);
  if (given === undefined && own !== undefined && count !== 0)
    found.say('evidence.no_sum', pointerTo(parts.pointer, 'answered', key), { key });
  if (given === undefined || form.is !== 'number') return NO_VALUES;
  const at = pointerTo(parts.pointer, 'sums', key);
  const sum = readQuantity(given, form, at, found);
  if (count === undefined || sum === undefined) return NO_VALUES;
  if (!isPossible(sum, count, form))
    found.say('evidence.totals_range', at, { found: exactText(sum), count });
  return { count, sum };
};

/** Counts and sums of these columns, or undefined after a report. */
const readSums = (
  given: Json,
  columns: readonly InputPlan[],
  place: { readonly pointer: Pointer; readonly atMost: number },
  found: Findings,
): Sums | undefined => {
  const { pointer } = place;
  if (!isObject(given)) {
    found.say('evidence.type', pointer, { expected: WANTED.object, found: kindOf(given) });
    return undefined;
  }
  const keys = columns.filter(({ form }) => form.is === 'number').map(({ key }) => key);
  refuseUnknown(given, ['count', 'sums', 'answered'], pointer, found);
  const count = readCount(member(given, 'count'), place.atMost, pointerTo(pointer, 'count'), found);
  const sums = member(given, 'sums');
  const answered = member(given, 'answered') ?? {};
  for (const [key, value] of [
    ['sums', sums ?? null],
    ['answered', answered],
  ] as const) {
    const at = pointerTo(pointer, key);
    if (isObject(value)) refuseUnknown(value, keys, at, found);
    else found.say('evidence.type', at, { expected: WANTED.object, found: kindOf(value) });
  }
  if (count === undefined || !isObject(sums) || !isObject(answered)) return undefined;
  const parts = { pointer, count, sums, answered };
  const totals = columns.map((column) => readColumn(column, parts, found));
  return {
    count,
    sums: totals.map((each) => each.sum),
    answered: totals.map((each) => each.count),
  };
};

const readSources = (
  totals: Json,
  plan: { readonly table: TablePlan; readonly panel: PanelPlan },
  at: Pointer,
  found: Findings,
): readonly Sums[] | undefined => {
  const { table, panel } = plan;
  if (!isObject(totals)) {
    found.say('evidence.type', at, { expected: WANTED.object, found: kindOf(totals) });
    return undefined;
  }
  const names = panel.sources.map((source) => source.name);
  refuseUnknown(totals, names, at, found);
  const columns = panel.questions.map((question) => question.column);
  const none: Sums = {
    count: 0,
    sums: columns.map(() => ZERO),
    answered: columns.map(() => 0),
  };
  const sources = names.map((name): Sums => {
    const source = member(totals, name);
    if (source === undefined) return none;
    const place = { pointer: pointerTo(at, name), atMost: table.atMost };
    return readSums(source, columns, place, found) ?? none;
  });
  const rows = sources.reduce((sum, source) => sum + source.count, 0);
  if (rows > table.atMost) {
    found.say('evidence.too_many_rows', at, { found: rows, limit: table.atMost }, table.pointer);
  }
  return sources;
};

/**
 * A table or panel of which only counts and sums are known.
 *
 * Issues: `evidence.totals_not_accepted`, `evidence.totals_range`, `evidence.too_many_rows`, `evidence.type`,
 * `evidence.unknown_key`; those of the sums
 */
export const readTotals = (
  given: JsonObject,
  table: TablePlan,
  pointer: Pointer,
  found: Findings,
): TableEvidence | undefined => {
  const at = pointerTo(pointer, 'totals');
  const totals = given['totals'] ?? null;
  refuseUnknown(given, ['totals'], pointer, found);
  if (!table.acceptsTotals) found.say('evidence.totals_not_accepted', at, {}, table.pointer);
  const { panel } = table;
  const place = { pointer: at, atMost: table.atMost };
  const single = panel ? undefined : readSums(totals, table.columns, place, found);
  const all = panel ? readSources(totals, { table, panel }, at, found) : single && [single];
  if (all === undefined) return undefined;
  const rows = all.reduce((sum, { count }) => sum + count, 0);
  return { rows, columns: [], totals: all, pointer: (_, key) => pointerTo(at, 'sums', key) };
};
