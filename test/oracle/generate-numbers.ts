import type { NumberLiteral, Rule } from '../../src/rule/rule.js';
import { numberRule, numberSlot, plainNumber, truthRule } from './generate-rules.js';
import { curveSpec, lookupVerbs, rising } from './generate-tables.js';
import { componentVerbs, leaveOut, TRIMS, weighted } from './generate-weights.js';
import { LANDMARKS, type Named, NUMERIC_SCALES, numbers, readable, unitOfName } from './names.js';
import type { RowsSpec, Verb } from './specs.js';
import type { Surroundings } from './surroundings.js';
import type { Tape } from './tape.js';

/** Products in `unit`: of one in it and shares, or of a rate and what it counts. */
const productVerbs = (
  tape: Tape,
  unit: string,
  names: readonly Named[],
): readonly (() => Verb)[] => {
  const same = names.filter(({ kind }) => kind.is === 'number' && kind.unit === unit);
  const shares = numbers(names, 'ratio');
  const rates = numbers(names, `${unit}/person`);
  const people = numbers(names, 'person');
  const of = (...all: readonly Named[]): Verb => ({
    product: { of: all.map(({ name }) => name) },
  });
  return [
    ...(same.length > 0
      ? [() => of(tape.pick(same), ...(shares.length > 0 ? tape.some(shares, 0, 2) : []))]
      : []),
    ...(rates.length > 0 && people.length > 0
      ? [() => of(tape.pick(rates), tape.pick(people))]
      : []),
  ];
};

const TAKES = ['mean', 'sum', 'median', 'min', 'max', 'last', 'trimmed'] as const;

/** Rows brought to a number in `unit`, where some table offers it. */
const rowsVerbs = (around: Surroundings, unit: string): readonly (() => Verb)[] => {
  const { tape, names, tables, rowUnits } = around;
  return tables.flatMap((of): readonly (() => Verb)[] => {
    const inside = readable(names, of);
    const columns = numbers(inside, unit).filter(
      ({ name, table }) => table === of || name.startsWith(`${of}.`),
    );
    const where = (percent: number): { readonly where?: Rule } =>
      tape.chance(percent) ? { where: truthRule(tape, inside, 1) } : {};
    const taken = (): Verb => {
      const take = tape.pick(TAKES);
      const rows: RowsSpec = {
        of,
        take,
        ...(take === 'trimmed' ? { trim: tape.pick(TRIMS) } : {}),
        read: tape.pick(columns).name,
        ...where(40),
        ...leaveOut(tape),
      };
      return { rows };
    };
    return [
      ...(columns.length > 0 ? [taken, taken] : []),
      ...(rowUnits[of] === unit
        ? [(): Verb => ({ rows: { of, take: 'count', ...where(60) } })]
        : []),
      ...(unit === 'ratio'
        ? [(): Verb => ({ rows: { of, take: 'share', where: truthRule(tape, inside, 1) } })]
        : []),
    ];
  });
};

export const choice = (tape: Tape, names: readonly Named[], gives: () => Rule): Verb => {
  const cases = ['first', 'second', 'third'].slice(0, 1 + tape.int(3)).map((id) => ({
    id,
    when: truthRule(tape, names, 1),
    gives: gives(),
  }));
  return {
    choose: { cases, ...(tape.chance(75) ? { else: { id: 'otherwise', gives: gives() } } : {}) },
  };
};

/** Against one target, or a range of two. */
const achievement = (tape: Tape, actual: Named, unit: string, names: readonly Named[]): Verb => {
  const of = unitOfName(actual);
  const [from = 0, to = 1] = rising(tape, of, 2);
  const isRange = tape.chance(40);
  const range = tape.chance(70)
    ? { from, to }
    : { from: numberSlot(tape, of, names), to: numberRule(tape, of, names, 1) };
  return {
    achievement: {
      actual: actual.name,
      target: isRange ? range : numberSlot(tape, of, names),
      better: tape.pick(isRange ? ['higher', 'inside', 'lower', 'inside'] : ['higher', 'lower']),
      ...(tape.chance(50) ? { cap: numberSlot(tape, unit, names) } : {}),
    },
  };
};

const goalposts = (tape: Tape, read: Named, names: readonly Named[]): Verb => {
  const unit = unitOfName(read);
  return {
    goalposts: {
      read: read.name,
      worst: numberSlot(tape, unit, names),
      best: numberSlot(tape, unit, names),
      clip: tape.pick([false, true, 'worst', 'best'] as const),
      ...(tape.chance(40) ? { spacing: tape.pick(['log', 'linear', 'log'] as const) } : {}),
    },
  };
};

/** A verb for a number in `unit`. */
export const numberVerb = (around: Surroundings, unit: string, table: string | undefined): Verb => {
  const { tape, names: all, curves, prefix, slots } = around;
  const names = readable(all, table);
  const parts = numbers(names, unit);
  const anything = numbers(names);
  const isScale = Object.hasOwn(NUMERIC_SCALES, unit);
  const verbs: (() => Verb)[] = [
    () => ({ formula: numberRule(tape, unit, names, 1 + tape.int(4)) }),
    () =>
      choice(tape, names, () =>
        tape.chance(50) ? plainNumber(tape, unit) : numberRule(tape, unit, names, 1),
      ),
    () => ({ constant: tape.chance(50) ? plainNumber(tape, unit) : plainNumber(tape, unit) }),
  ];
  if (tape.chance(slots))
    verbs.push(() => ({ slot: { ifEmpty: tape.pick(['not-applicable', 'missing']) } }));
  if (parts.length > 0) {
    const mean = (): Verb => ({ mean: weighted(tape, parts, names) });
    verbs.unshift(mean, mean, mean, ...componentVerbs(tape, parts, names));
    verbs.push(() => ({
      only: { of: tape.some(parts, 1, tape.pick([1, 1, 2])).map(({ name }) => name) },
    }));
  }
  verbs.unshift(...productVerbs(tape, unit, names), ...lookupVerbs(around, names, { unit }));
  // A literal coefficient converts no unit.
  const terms = parts.filter((each) => unitOfName(each) === unit);
  if (terms.length > 0) {
    verbs.unshift(() => ({
      sum: {
        coefficients: Object.fromEntries(
          tape
            .some(terms, 1, 4)
            .map(({ name }) => [
              name,
              tape.pick<NumberLiteral>([1, '0.11', -1, '1/9', 0.5, '50%', 0]),
            ]),
        ),
      },
    }));
  }
  if (anything.length > 0 && (isScale || unit === 'ratio'))
    verbs.unshift(() => achievement(tape, tape.pick(anything), unit, names));
  if (anything.length > 0 && isScale)
    verbs.unshift(() => goalposts(tape, tape.pick(anything), names));
  const curved = anything.filter((each) => Object.hasOwn(LANDMARKS, unitOfName(each)));
  if (curved.length > 0) {
    verbs.unshift(() => {
      const read = tape.pick(curved);
      const from = unitOfName(read) === 'hour' && tape.chance(50) ? 'minute' : unitOfName(read);
      const use = `${prefix}curve-${String(Object.keys(curves).length)}`;
      curves[use] = curveSpec(tape, from, unit);
      return { curve: { read: read.name, use } };
    });
  }
  if (table === undefined) verbs.unshift(...rowsVerbs(around, unit));
  return tape.pick(verbs)();
};
