import type { NumberSlot, Rule } from '../../src/rule/rule.js';
import { apply, pureUnit } from './operators.js';
import { divideUnits, multiplyUnits, RATIO, type Unit, unitOf } from './unit.js';
import {
  absent,
  equal,
  inUnit,
  isAbsent,
  isOneOf,
  isTrue,
  label,
  literalOf,
  MISSING,
  must,
  number,
  realOf,
  truth,
  type Value,
  worst,
} from './value.js';
import { type Row, unitOfName, type World } from './world.js';

type Operand = Rule | readonly Rule[];

const isList = <T>(value: T | readonly T[]): value is readonly T[] => Array.isArray(value);
const single = (value: Operand): Rule => {
  if (isList(value)) throw new TypeError('a list where one was expected');
  return value;
};

/** The operator and its operands. */
const partsOf = (given: object): readonly [string, readonly Operand[]] => {
  const [[operator, argument] = ['', '']] = Object.entries<Operand>(
    given as Readonly<Record<string, Operand>>,
  );
  return [operator, isList(argument) ? argument : [argument]];
};

/** A name, a day, a unit: bare text where an operand is no rule. */
const textIn = (given: Operand | undefined): string => {
  if (typeof given !== 'string') throw new TypeError('a rule where a text was expected');
  return given;
};

const namesIn = (operands: readonly Operand[]): readonly string[] => operands.flat().map(textIn);

const isUnknown = (value: Value): boolean =>
  isAbsent(value) && isOneOf(value, 'failed', 'undecided');
const isNotGiven = (value: Value): boolean =>
  isAbsent(value) && isOneOf(value, 'missing', 'pending');

/** Whether any is missing or pending. */
const missing = (values: readonly Value[]): Value =>
  values.some(isNotGiven) ? truth(true) : (worst(values.filter(isUnknown)) ?? truth(false));

/** Whether fewer than `wanted` have a value. */
const missingSome = (wanted: number, values: readonly Value[]): Value =>
  values.filter((value) => !isAbsent(value)).length >= wanted
    ? truth(false)
    : (worst(values.filter(isUnknown)) ?? truth(true));

/** The first of a condition and what it gives that holds. */
const branch = (world: World, operands: readonly Rule[], row: Row | undefined): Value => {
  const [condition, then, ...others] = operands;
  if (then === undefined) return rule(world, must(condition, 'else'), row);
  const value = rule(world, must(condition, 'condition'), row);
  if (isAbsent(value)) return value;
  return isTrue(value) ? rule(world, then, row) : branch(world, others, row);
};

const member = (values: readonly Value[]): Value => {
  const [first = MISSING, ...others] = values;
  const isMember = others.some((each) => !isAbsent(each) && !isAbsent(first) && equal(first, each));
  return isMember ? truth(true) : (worst(values) ?? truth(false));
};

export const rule = (world: World, given: Rule, row: Row | undefined): Value => {
  if (typeof given === 'boolean') return truth(given);
  if (typeof given === 'number') return literalOf(given);
  if (typeof given === 'string') return label(given);
  const [operator, operands] = partsOf(given);
  const [first = ''] = operands;
  const read = (name: string): Value => world.read(name, row);
  const value = (each: Operand): Value => rule(world, single(each), row);
  switch (operator) {
    case 'var':
      return read(textIn(first));
    case 'date':
      return { is: 'date', day: textIn(first) };
    case 'number': {
      const x = inUnit(value(first), unitOf(textIn(operands[1])));
      return isAbsent(x) ? x : number(realOf(x), RATIO);
    }
    case 'missing':
      return missing(namesIn(operands).map(read));
    case 'missing_some':
      return missingSome(Number(first), namesIn(operands.slice(1)).map(read));
    case 'if': {
      // What stands in any branch is read, taken or not.
      for (const each of operands) value(each);
      // A bare number among branches is in the unit of the others, taken or not.
      const found = branch(world, operands.map(single), row);
      return found.is === 'number' && found.unit === 'any'
        ? inUnit(found, unitIn(world, given))
        : found;
    }
    case 'in':
      return member(operands.flat().map(value));
  }
  const values = operands.map(value);
  if (operator === 'and' && values.some((each) => each.is === 'truth' && !each.value))
    return truth(false);
  if (operator === 'or' && values.some(isTrue)) return truth(true);
  return worst(values) ?? apply(operator, values);
};

/** The unit that a rule gives a number in, whatever the evidence. */
const unitIn = (world: World, given: Rule): Unit => {
  if (typeof given !== 'object') return 'any';
  const [operator, operands] = partsOf(given);
  if (operator === 'var') return unitOfName(world, textIn(operands[0]));
  if (operator === 'number') return RATIO;
  const isBranch = (at: number): boolean => at % 2 === 1 || at === operands.length - 1;
  const units = operands
    .filter((_, at) => operator !== 'if' || isBranch(at))
    .map((each) => unitIn(world, single(each)));
  const [first = 'any', second = 'any'] = units;
  switch (operator) {
    case '*':
      return units.reduce(multiplyUnits);
    case '/':
      return divideUnits(first, second);
    case 'pow':
    case 'sqrt':
    case 'cbrt':
    case 'ln':
    case 'exp':
      return pureUnit(units);
    case '-':
      return operands.some((each) => isDay(world, single(each))) ? unitOf('day') : found(units);
    default:
      return found(units);
  }
};

const found = (units: readonly Unit[]): Unit => units.find((unit) => unit !== 'any') ?? 'any';

/** Whether a rule gives a day. */
const isDay = (world: World, given: Rule): boolean => {
  if (typeof given !== 'object') return false;
  const [operator, operands] = partsOf(given);
  if (operator === 'date') return true;
  if (operator === 'if') return isDay(world, single(operands[1] ?? ''));
  if (operator !== 'var') return false;
  const [head = '', field] = textIn(operands[0]).split('.');
  const { inputs, tables } = world.policy;
  const spec = field === undefined ? inputs?.[head] : tables?.[head]?.row[field];
  return spec?.type === 'date';
};

/** A number slot: bare text is a literal. */
export const slot = (world: World, given: NumberSlot, row: Row | undefined, unit: Unit): Value =>
  inUnit(typeof given === 'object' ? rule(world, given, row) : literalOf(given), unit);

/** `when`, or what stands where it does not hold: undefined where it does. */
export const unlessHolds = (
  world: World,
  when: Rule | undefined,
  row: Row | undefined,
  otherwise: Value,
): Value | undefined => {
  const holds = when === undefined ? truth(true) : rule(world, when, row);
  if (isAbsent(holds)) return holds;
  return isTrue(holds) ? undefined : otherwise;
};

export const NOT_APPLICABLE = absent('not-applicable');
