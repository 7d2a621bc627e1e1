import type { NumberLiteral, NumberSlot, Rule, RuleOperation } from '../../src/rule/rule.js';
import {
  dates,
  labels as labelsAmong,
  LANDMARKS,
  type Named,
  numbers,
  unitOfName,
} from './names.js';
import type { Tape } from './tape.js';

/** A JSON number that is one of the unit's landmarks. */
export const plainNumber = (tape: Tape, unit: string): number =>
  Number(tape.pick(LANDMARKS[unit] ?? ['1', '2', '0.5']));

/** A number literal in any of its spellings; a percentage is one of a share alone. */
export const literal = (tape: Tape, unit: string): NumberLiteral => {
  const decimal = tape.pick(LANDMARKS[unit] ?? ['1', '2', '0.5']);
  switch (tape.int(6)) {
    case 1:
      return decimal;
    case 2:
      return unit === 'ratio' ? `${decimal}%` : decimal;
    case 3:
      return tape.pick(['1/9', '1/3', '200/3', '2/7']);
    default:
      return Number(decimal);
  }
};

const POWERS = [2, 0.5, -1, 0, 3, 1.5, -0.5];

/** How many of its unit a number is, or a ratio as it is. */
const pureLeaf = (tape: Tape, names: readonly Named[], depth: number): Rule => {
  const ratios = numbers(names, 'ratio');
  const found = numbers(names).filter((each) => Object.hasOwn(LANDMARKS, unitOfName(each)));
  if (found.length === 0 || tape.chance(15)) return Number(tape.pick(['2', '8', '0.25', '1', '0']));
  if (ratios.length > 0 && tape.chance(25)) return { var: tape.pick(ratios).name };
  const name = tape.pick(found);
  const unit = unitOfName(name);
  const x = tape.chance(60) ? { var: name.name } : numberRule(tape, unit, names, depth - 1);
  return { number: [x, unit === 'hour' && tape.chance(50) ? 'minute' : unit] };
};

/** A pure number: a root, a power, a logarithm, an exponential, or what they are taken of. */
const pureRule = (tape: Tape, names: readonly Named[], depth: number): RuleOperation => {
  const again = (): Rule =>
    depth > 0 && tape.chance(40) ? pureRule(tape, names, depth - 1) : pureLeaf(tape, names, depth);
  switch (tape.int(10)) {
    case 8: {
      const x = pureLeaf(tape, names, depth);
      return { pow: [{ '-': [x, x] }, tape.pick([0, 2, -1, 0.5])] };
    }
    case 1:
      return { cbrt: again() };
    case 2:
      return { ln: again() };
    // Few digits before the point.
    case 3:
      return { exp: { min: [4, { '/': [again(), 8] }] } };
    case 4:
      return { exp: { '*': [tape.pick([1, 0.5, -1]), { ln: again() }] } };
    case 5:
      return { pow: [again(), tape.pick(POWERS)] };
    case 6:
      return { pow: [tape.pick([2, 0.5, 10]), { min: [3, { '/': [again(), 4] }] }] };
    case 7:
      return { '/': [{ ln: again() }, { ln: tape.pick([2, 10, 0.5]) }] };
    case 9:
      return { cbrt: { '-': again() } };
    default:
      return { sqrt: [again()] };
  }
};

const DATES = ['2026-01-01', '2026-05-15', '2026-03-01', '2024-02-29', '2026-08-31'];

/** A day: of a name, or a literal. */
const dayRule = (tape: Tape, names: readonly Named[]): RuleOperation =>
  names.length > 0 && tape.chance(70) ? { var: tape.pick(names).name } : { date: tape.pick(DATES) };

/** A rule that gives a number in `unit`; an operation, not a bare number. */
export const numberRule = (
  tape: Tape,
  unit: string,
  names: readonly Named[],
  depth: number,
): RuleOperation => {
  const found = numbers(names, unit);
  const leaf = (): RuleOperation =>
    found.length === 0 ? { '+': [plainNumber(tape, unit)] } : { var: tape.pick(found).name };
  if (depth <= 0) return leaf();
  const again = (): Rule =>
    tape.chance(25) ? plainNumber(tape, unit) : numberRule(tape, unit, names, depth - 1);
  const factor = (): Rule => {
    const ratios = numbers(names, 'ratio');
    return ratios.length > 0 && tape.chance(50)
      ? { var: tape.pick(ratios).name }
      : plainNumber(tape, 'ratio');
  };
  const days = dates(names);
  const rate = names.find(({ kind }) => kind.is === 'number' && kind.unit === 'points/person');
  const people = numbers(names, 'person');
  if (unit === 'day' && tape.chance(80)) return { '-': [dayRule(tape, days), dayRule(tape, days)] };
  if (tape.chance(15)) {
    const pure = pureRule(tape, names, Math.min(1, depth - 1));
    return unit === 'ratio' ? pure : { '*': [plainNumber(tape, unit), pure] };
  }
  switch (tape.int(14)) {
    case 1:
      return { '+': [numberRule(tape, unit, names, depth - 1), again()] };
    case 2:
      return { '-': [numberRule(tape, unit, names, depth - 1), again()] };
    case 3:
      return { '*': [numberRule(tape, unit, names, depth - 1), factor()] };
    case 4:
      return { '/': [numberRule(tape, unit, names, depth - 1), factor()] };
    case 5:
      return { min: [numberRule(tape, unit, names, depth - 1), again(), again()] };
    case 6:
      return { max: [again(), numberRule(tape, unit, names, depth - 1)] };
    case 7:
      return { '-': numberRule(tape, unit, names, depth - 1) };
    case 8:
      return {
        if: [truthRule(tape, names, depth - 1), again(), numberRule(tape, unit, names, depth - 1)],
      };
    case 9:
      return {
        if: [
          truthRule(tape, names, depth - 1),
          numberRule(tape, unit, names, depth - 1),
          truthRule(tape, names, 0),
          again(),
          numberRule(tape, unit, names, depth - 1),
        ],
      };
    case 10:
      return { '%': [leaf(), plainNumber(tape, unit)] };
    case 11:
      return unit === 'points' && rate !== undefined && people.length > 0
        ? { '*': [{ var: rate.name }, { var: tape.pick(people).name }] }
        : leaf();
    case 13:
      return { abs: numberRule(tape, unit, names, depth - 1) };
    case 12:
      return {
        '+': [numberRule(tape, unit, names, depth - 1), again(), numberRule(tape, unit, names, 0)],
      };
    default:
      return leaf();
  }
};

const ORDERS = ['>=', '>', '<', '<=', '==', '!='];

/** A comparison of labels: with one of its own, or by the order of its scale. */
const comparedLabels = (tape: Tape, names: readonly Named[]): Rule => {
  const all = labelsAmong(names);
  const { name, scale, labels } = tape.pick(all);
  const same = all.filter((each) => each.scale === scale);
  switch (tape.int(scale === undefined ? 3 : 6)) {
    case 1:
      return { '!=': [{ var: name }, tape.pick(labels)] };
    case 2:
      return { in: [{ var: name }, tape.some(labels, 1, 2)] };
    case 3:
      return { [tape.pick(ORDERS)]: [{ var: name }, { var: tape.pick(same).name }] };
    case 4:
      return { between: [{ var: name }, tape.pick(labels), tape.pick(labels)] };
    case 5:
      return { [tape.pick(ORDERS)]: [{ var: name }, tape.pick(labels)] };
    default:
      return { '==': [{ var: name }, tape.pick(labels)] };
  }
};

/** A comparison or membership over what there is to read. */
const comparison = (tape: Tape, names: readonly Named[], depth: number): Rule => {
  const found = numbers(names);
  const days = dates(names);
  if (labelsAmong(names).length > 0 && (found.length === 0 || tape.chance(30)))
    return comparedLabels(tape, names);
  if (days.length > 0 && tape.chance(20)) {
    const [a, b, c] = [dayRule(tape, days), dayRule(tape, days), dayRule(tape, days)];
    return tape.chance(30) ? { between: [a, b, c] } : { [tape.pick(ORDERS)]: [a, b] };
  }
  if (found.length === 0) return tape.chance(50);
  const unit = unitOfName(tape.pick(found));
  const left = numberRule(tape, unit, names, depth - 1);
  const [low, high] = [plainNumber(tape, unit), plainNumber(tape, unit)];
  if (tape.chance(10)) return { '<=': [low, left, high] };
  if (tape.chance(15)) return { between: [left, Math.min(low, high), Math.max(low, high)] };
  const right = tape.chance(40)
    ? numberRule(tape, unit, names, depth - 2)
    : plainNumber(tape, unit);
  return { [tape.pick(ORDERS)]: [left, right] };
};

/** Whether names have a value. */
const presence = (tape: Tape, names: readonly Named[]): Rule => {
  const some = tape.some(names, 1, 3).map(({ name }) => name);
  const [first = ''] = some;
  switch (tape.int(3)) {
    case 1:
      return { missing: some };
    case 2:
      return { missing_some: [1 + tape.int(some.length), some] };
    default:
      return { missing: first };
  }
};

/** A rule that gives a yes or no. */
export const truthRule = (tape: Tape, names: readonly Named[], depth: number): Rule => {
  const truths = names.filter(({ kind }) => kind.is === 'truth');
  if (truths.length > 0 && tape.chance(25)) return { var: tape.pick(truths).name };
  if (names.length > 0 && tape.chance(7)) return presence(tape, names);
  if (depth > 0) {
    switch (tape.int(8)) {
      case 1:
        return { and: [truthRule(tape, names, depth - 1), truthRule(tape, names, depth - 1)] };
      case 2:
        return { or: [truthRule(tape, names, depth - 1), truthRule(tape, names, depth - 1)] };
      case 3:
        return { '!': [truthRule(tape, names, depth - 1)] };
      case 4:
        return {
          if: [
            truthRule(tape, names, depth - 1),
            truthRule(tape, names, depth - 1),
            truthRule(tape, names, depth - 1),
          ],
        };
    }
  }
  return comparison(tape, names, depth);
};

/** A number slot: a literal, a name or a rule. */
export const numberSlot = (tape: Tape, unit: string, names: readonly Named[]): NumberSlot =>
  tape.chance(50) ? literal(tape, unit) : numberRule(tape, unit, names, tape.int(2));
