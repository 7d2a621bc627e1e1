import type { Json, JsonObject } from '../json.js';
import { exactText, fromDouble, readDecimal } from '../number/decimal.js';
import { compare, multiply, type Rational, rational, subtract, ZERO } from '../number/rational.js';
import { type Pointer, pointerTo } from '../pointer.js';
import type { PanelPlan, TablePlan } from '../plan/plan.js';
import type { SourceSums, TableEvidence } from './evidence.js';
import { isOnStep } from '../plan/inputs.js';
import { isObject, member, refuseUnknown } from './object.js';
import { type Findings, kindOf, WANTED } from './value.js';

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

const readSum = (
  given: Json | undefined,
  pointer: Pointer,
  found: Findings,
): Rational | undefined => {
  const value =
    typeof given === 'number'
      ? fromDouble(given)
      : typeof given === 'string'
        ? readDecimal(given)
        : undefined;
  if (value === undefined)
    found.say('evidence.type', pointer, { expected: WANTED.number, found: kindOf(given ?? null) });
  return value;
};

const readSource = (
  given: JsonObject,
  panel: PanelPlan,
  place: { readonly pointer: Pointer; readonly atMost: number },
  found: Findings,
): SourceSums | undefined => {
  const { pointer } = place;
  const keys = panel.questions.map((question) => question.column.key);
  refuseUnknown(given, ['count', 'sums', 'answered'], pointer, found);
  const count = readCount(member(given, 'count'), place.atMost, pointerTo(pointer, 'count'), found);
  const sums = member(given, 'sums');
  const answered = member(given, 'answered') ?? {};
  for (const [key, part] of [
    ['sums', sums],
    ['answered', answered],
  ] as const) {
    if (isObject(part)) continue;
    found.say('evidence.type', pointerTo(pointer, key), {
      expected: WANTED.object,
      found: kindOf(part ?? null),
    });
  }
  if (count === undefined || !isObject(sums) || !isObject(answered)) return undefined;
  refuseUnknown(sums, keys, pointerTo(pointer, 'sums'), found);
  refuseUnknown(answered, keys, pointerTo(pointer, 'answered'), found);
  const totals: { sum: Rational; count: number }[] = [];
  for (const { column } of panel.questions) {
    const at = pointerTo(pointer, 'sums', column.key);
    const own = member(answered, column.key);
    const n =
      own === undefined
        ? count
        : readCount(own, count, pointerTo(pointer, 'answered', column.key), found);
    const isMissing = member(sums, column.key) === undefined;
    const sum = isMissing ? ZERO : readSum(member(sums, column.key), at, found);
    if (n === undefined || sum === undefined) continue;
    totals.push({ sum, count: isMissing ? 0 : n });
    if (column.form.is !== 'number' || isMissing) continue;
    const many = rational(BigInt(n));
    const { step } = column.form;
    const isOnSum =
      step === undefined ||
      isOnStep(subtract(sum, multiply(many, step.from)), { from: ZERO, size: step.size });
    const isPossible =
      isOnSum &&
      compare(sum, multiply(many, column.form.min)) >= 0 &&
      compare(sum, multiply(many, column.form.max)) <= 0;
    if (!isPossible) found.say('evidence.totals_range', at, { found: exactText(sum), count: n });
  }
  return {
    count,
    sums: totals.map((each) => each.sum),
    answered: totals.map((each) => each.count),
  };
};

/**
 * A panel of which only counts and sums are known.
 *
 * Issues: `evidence.totals_not_accepted`, `evidence.totals_range`, `evidence.type`, `evidence.unknown_key`
 */
export const readTotals = (
  given: JsonObject,
  plan: { readonly table: TablePlan; readonly panel: PanelPlan },
  pointer: Pointer,
  found: Findings,
): TableEvidence | undefined => {
  const { table, panel } = plan;
  const at = pointerTo(pointer, 'totals');
  const { totals } = given;
  refuseUnknown(given, ['totals'], pointer, found);
  if (!panel.acceptsTotals) found.say('evidence.totals_not_accepted', at, {}, table.pointer);
  if (!isObject(totals)) {
    found.say('evidence.type', at, { expected: WANTED.object, found: kindOf(totals ?? null) });
    return undefined;
  }
  const names = panel.sources.map((source) => source.name);
  refuseUnknown(totals, names, at, found);
  const none: SourceSums = {
    count: 0,
    sums: panel.questions.map(() => ZERO),
    answered: panel.questions.map(() => 0),
  };
  const sources = names.map((name): SourceSums => {
    const source = member(totals, name);
    if (source === undefined) return none;
    const place = { pointer: pointerTo(at, name), atMost: table.atMost };
    if (isObject(source)) return readSource(source, panel, place, found) ?? none;
    found.say('evidence.type', place.pointer, { expected: WANTED.object, found: kindOf(source) });
    return none;
  });
  const rows = sources.reduce((sum, source) => sum + source.count, 0);
  if (rows > table.atMost) {
    found.say('evidence.too_many_rows', at, { found: rows, limit: table.atMost }, table.pointer);
  }
  return { rows, columns: [], totals: sources, pointer: () => at };
};
