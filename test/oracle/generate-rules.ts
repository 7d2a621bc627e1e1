import type { NumberLiteral, NumberSlot, Rule, RuleOperation } from '../../src/rule/rule.js';
import { LANDMARKS, type Named, numbers, unitOfName } from './names.js';
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
  const whole = found.filter(({ isIrrational }) => isIrrational !== true);
  const rate = names.find(({ kind }) => kind.is === 'number' && kind.unit === 'points/person');
  const people = numbers(names, 'person');
  switch (tape.int(13)) {
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
      return whole.length === 0
        ? leaf()
        : { '%': [{ var: tape.pick(whole).name }, plainNumber(tape, unit)] };
    case 11:
      return unit === 'points' && rate !== undefined && people.length > 0
        ? { '*': [{ var: rate.name }, { var: tape.pick(people).name }] }
        : leaf();
    case 12:
      return {
        '+': [numberRule(tape, unit, names, depth - 1), again(), numberRule(tape, unit, names, 0)],
      };
    default:
      return leaf();
  }
};

const ORDERS = ['>=', '>', '<', '<=', '==', '!='];

/** A comparison or membership over what there is to read. */
const comparison = (tape: Tape, names: readonly Named[], depth: number): Rule => {
  const labels = names.filter(({ kind }) => kind.is === 'label');
  const found = numbers(names);
  if (labels.length > 0 && (found.length === 0 || tape.chance(30))) {
    const { name, kind } = tape.pick(labels);
    const members = kind.is === 'label' ? kind.labels : [];
    switch (tape.int(3)) {
      case 1:
        return { '!=': [{ var: name }, tape.pick(members)] };
      case 2:
        return { in: [{ var: name }, tape.some(members, 1, 2)] };
      default:
        return { '==': [{ var: name }, tape.pick(members)] };
    }
  }
  if (found.length === 0) return tape.chance(50);
  const unit = unitOfName(tape.pick(found));
  const left = numberRule(tape, unit, names, depth - 1);
  if (tape.chance(10)) return { '<=': [plainNumber(tape, unit), left, plainNumber(tape, unit)] };
  const right = tape.chance(40)
    ? numberRule(tape, unit, names, depth - 2)
    : plainNumber(tape, unit);
  return { [tape.pick(ORDERS)]: [left, right] };
};

/** A rule that gives a yes or no. */
export const truthRule = (tape: Tape, names: readonly Named[], depth: number): Rule => {
  const truths = names.filter(({ kind }) => kind.is === 'truth');
  if (truths.length > 0 && tape.chance(25)) return { var: tape.pick(truths).name };
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
