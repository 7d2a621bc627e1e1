/**
 * A second evaluator, from `docs/evaluation.md` alone, straight from the JSON and as plain as it goes:
 * every name is evaluated where it is read. It shares nothing with `src` but types, trusts that the
 * policy is valid and the evidence well-typed, and serves the tests only.
 */
import type { EvidenceTable, EvidenceValue, PanelTotals } from '../../src/evidence/evidence.js';
import type { PlainDocument as EvidenceDocument } from './plain.js';
import type {
  IfMissing,
  Indicator,
  InputSpec,
  PanelSource,
  PanelSpec,
  ParameterValue,
  Policy,
} from '../../src/policy/policy.js';
import type { NumberSlot, Rule } from '../../src/rule/rule.js';
import type { Adjustment, ComponentsSpec, CurveSpec, LookupValues, WeightedSpec } from './specs.js';
import {
  decimalText,
  divide as divideFractions,
  type Fraction,
  floor,
  fraction,
  isInteger,
  isZero,
  compare as compareFractions,
  negate as negateFraction,
  ONE,
  parse,
  placesOf,
  power,
  subtract,
  sum,
  ZERO,
  multiply as multiplyFractions,
} from './fraction.js';
import {
  add,
  compare,
  divide,
  multiply,
  negate,
  raise,
  type Real,
  real,
  realText,
  remainder,
  round,
  sign,
} from './real.js';
import { conversion, divideUnits, multiplyUnits, RATIO, type Unit, unitOf } from './unit.js';

export interface OracleOutcome {
  readonly status: 'final' | 'provisional' | 'void';
  /** Decimal text of the rounded score, with its places. */
  readonly score?: string;
  readonly rating?: string;
  /** Exact text, a label, `true`, `false` or an absence; a list with a member per row for `per`. */
  readonly values: Readonly<Record<string, string | readonly string[]>>;
  /** The value that a rounding began from, by indicator (of the first row). */
  readonly unrounded: Readonly<Record<string, string>>;
}

const ABSENCES = ['failed', 'undecided', 'not-applicable', 'pending', 'missing'] as const; // worst first
type Absence = (typeof ABSENCES)[number];

interface NumberValue {
  readonly is: 'number';
  readonly value: Real;
  readonly unit: Unit;
}
interface Absent {
  readonly is: 'absent';
  readonly how: Absence;
}
type Value =
  | NumberValue
  | { readonly is: 'label'; readonly text: string }
  | { readonly is: 'truth'; readonly value: boolean }
  | Absent;

/** A row of a table or panel: what stands before the dot sees it. */
interface Row {
  readonly table: string;
  readonly at: number;
}
type Cells = Readonly<Record<string, EvidenceValue>>;

const absent = (how: Absence): Absent => ({ is: 'absent', how });
const truth = (value: boolean): Value => ({ is: 'truth', value });
const label = (text: string): Value => ({ is: 'label', text });
const number = (value: Real, unit: Unit): NumberValue => ({ is: 'number', value, unit });
const MISSING = absent('missing');

const isAbsent = (value: Value): value is Absent => value.is === 'absent';
const isMissingOr = (value: Absent, ...hows: readonly Absence[]): boolean =>
  hows.includes(value.how);

/** The worst absence among them, the first of equals. */
const worst = (values: readonly Value[]): Absent | undefined => {
  for (const how of ABSENCES) {
    const found = values.filter(isAbsent).find((value) => value.how === how);
    if (found !== undefined) return found;
  }
  return undefined;
};

const applies = (value: Value): boolean => !isAbsent(value) || value.how !== 'not-applicable';
const valueIn = ({ value }: NumberValue): Real => value;

const numberOf = (value: Value): NumberValue => {
  if (value.is !== 'number') throw new TypeError(`not a number: ${value.is}`);
  return value;
};
const isTrue = (value: Value): boolean => value.is === 'truth' && value.value;

const inUnit = (value: Value, unit: Unit): Value =>
  value.is === 'number'
    ? number(multiply(value.value, real(conversion(value.unit, unit))), unit)
    : value;

/** All in the unit of the first that has one. */
const alike = (values: readonly Value[]): readonly NumberValue[] => {
  const numbers = values.map(numberOf);
  const unit = numbers.find((each) => each.unit !== 'any')?.unit ?? 'any';
  return numbers.map((each) => numberOf(inUnit(each, unit)));
};

const equal = (a: Value, b: Value): boolean => {
  if (a.is === 'number' && b.is === 'number') {
    const [left, right] = alike([a, b]);
    return left !== undefined && right !== undefined && compare(left.value, right.value) === 0;
  }
  if (a.is === 'label' && b.is === 'label') return a.text === b.text;
  return a.is === 'truth' && b.is === 'truth' && a.value === b.value;
};

const least = (values: readonly NumberValue[]): NumberValue =>
  values.reduce((a, b) => (compare(b.value, a.value) < 0 ? b : a));
const greatest = (values: readonly NumberValue[]): NumberValue =>
  values.reduce((a, b) => (compare(b.value, a.value) > 0 ? b : a));

const total = (values: readonly Real[]): Real => values.reduce(add, real(ZERO));

const sorted = (values: readonly Real[]): readonly Real[] => [...values].sort(compare);

/** The mean of the values, or their middle. */
const middle = (values: readonly Real[], take: 'mean' | 'median'): Real => {
  const half = Math.floor(values.length / 2);
  const chosen =
    take === 'mean'
      ? values
      : sorted(values).slice(values.length % 2 === 0 ? half - 1 : half, half + 1);
  return multiply(total(chosen), real(fraction(1n, BigInt(chosen.length))));
};

const get = <T>(map: Readonly<Record<string, T>> | undefined, name: string): T | undefined =>
  map !== undefined && Object.hasOwn(map, name) ? map[name] : undefined;

const must = <T>(value: T | undefined, what: string): T => {
  if (value === undefined) throw new TypeError(`no ${what}`);
  return value;
};

const rowsOf = (table: EvidenceTable): readonly Cells[] => {
  if (!('columns' in table)) return table;
  return table.rows.map((cells) =>
    Object.fromEntries(table.columns.map((column, at) => [column, cells[at] ?? null])),
  );
};

const literalOf = (slot: number | string): Value => number(real(parse(slot)), 'any');

/** Whether a value of the evidence, which is well-typed, can be used. */
const isWithin = (
  given: Fraction,
  ends: { min: Fraction; max: Fraction; step?: Fraction; from: Fraction },
) =>
  compareFractions(given, ends.min) >= 0 &&
  compareFractions(given, ends.max) <= 0 &&
  (ends.step === undefined || isInteger(divideFractions(subtract(given, ends.from), ends.step)));

const readCurve = (curve: CurveSpec, x: Real): Real | undefined => {
  if (curve.steps !== undefined) {
    let found = curve.steps.find(
      (step) => step.from === undefined && step.above === undefined && !step.missing,
    );
    for (const step of curve.steps) {
      if (step.from !== undefined && compare(x, real(parse(step.from))) >= 0) found = step;
      if (step.above !== undefined && compare(x, real(parse(step.above))) > 0) found = step;
    }
    return found === undefined ? undefined : real(parse(found.gives));
  }
  const points = must(curve.line, 'line').map(([a, b]) => ({ x: parse(a), y: parse(b) }));
  const first = must(points[0], 'point');
  const last = must(points.at(-1), 'point');
  if (compare(x, real(first.x)) < 0) return curve.outside === 'hold' ? real(first.y) : undefined;
  if (compare(x, real(last.x)) > 0) return curve.outside === 'hold' ? real(last.y) : undefined;
  const right = points.findIndex((point, at) => at > 0 && compare(x, real(point.x)) <= 0);
  const [from, to] = [must(points[right - 1], 'point'), must(points[right], 'point')];
  const slope = divideFractions(subtract(to.y, from.y), subtract(to.x, from.x));
  return add(real(from.y), multiply(add(x, real(subtract(ZERO, from.x))), real(slope)));
};

export function oracle(policy: Policy, evidence: EvidenceDocument): OracleOutcome {
  const memo = new Map<string, Value>();
  /** Which values a value was computed from. */
  const readBy = new Map<string, Set<string>>();
  const reading: string[] = [];
  const unrounded: Record<string, string> = {};

  // Dates and parameters

  const dates: string[] = [];
  const collect = (specs: Readonly<Record<string, InputSpec>>, cells: Cells): void => {
    for (const [name, spec] of Object.entries(specs)) {
      const given = get(cells, name);
      if (spec.type === 'date' && typeof given === 'string') dates.push(given);
    }
  };
  collect(policy.inputs ?? {}, evidence.values ?? {});
  for (const [name, spec] of Object.entries(policy.tables ?? {})) {
    for (const cells of rowsOf(get(evidence.tables, name) ?? [])) collect(spec.row, cells);
  }
  dates.sort();

  const plain = (value: ParameterValue): Value => {
    if (typeof value === 'object') throw new TypeError('the oracle has no classes yet');
    return literalOf(value);
  };

  const dated = (
    since: Readonly<Record<string, ParameterValue>>,
    day: string | undefined,
  ): Value => {
    if (day === undefined) return MISSING;
    const begun = Object.keys(since)
      .filter((from) => from <= day)
      .sort()
      .at(-1);
    return begun === undefined ? MISSING : plain(must(since[begun], 'dated value'));
  };

  const parameter = (name: string): Value => {
    const spec = must(get(policy.parameters, name), name);
    const value =
      spec.is === undefined
        ? dated(must(spec.since, 'since'), evidence.asOf ?? dates.at(-1))
        : plain(spec.is);
    return value.is === 'number' ? number(value.value, unitOf(spec.unit ?? 'ratio')) : value;
  };

  const isChanged = (name: string): boolean => {
    const since = get(policy.parameters, name)?.since;
    if (evidence.asOf !== undefined || since === undefined) return false;
    const [before, after] = [dated(since, dates[0]), dated(since, dates.at(-1))];
    return !equal(before, after) && !(isAbsent(before) && isAbsent(after));
  };

  // Inputs

  const byIfMissing = (ifMissing: IfMissing, spec?: InputSpec): Value => {
    if (ifMissing === 'fail') return absent('failed');
    if (ifMissing === 'pending') return absent('pending');
    if (ifMissing === 'exclude') return MISSING;
    return typed(must(spec, 'input'), ifMissing.use) ?? MISSING;
  };

  const typed = (spec: InputSpec, given: EvidenceValue): Value | undefined => {
    if (given === null) return undefined;
    if (typeof given === 'boolean') return truth(given);
    if (spec.type !== 'decimal' && spec.type !== 'integer') return label(String(given));
    return number(real(parse(given)), unitOf(spec.unit));
  };

  const isUsable = (spec: InputSpec, given: number | string): boolean => {
    if (spec.type !== 'decimal' && spec.type !== 'integer') return true;
    const min = parse(spec.min);
    const ends = { min, max: parse(spec.max), from: spec.type === 'integer' ? ZERO : min };
    const step =
      spec.type === 'integer' ? ONE : spec.step === undefined ? undefined : parse(spec.step);
    return isWithin(parse(given), step === undefined ? ends : { ...ends, step });
  };

  const input = (
    spec: InputSpec,
    given: EvidenceValue | undefined,
    row: Row | undefined,
  ): Value => {
    if (spec.when !== undefined) {
      const when = rule(spec.when, row);
      if (isAbsent(when)) return when;
      if (!isTrue(when)) return absent('not-applicable');
    }
    if (given === undefined || given === null) return byIfMissing(spec.ifMissing, spec);
    if (typeof given !== 'boolean' && !isUsable(spec, given))
      return byIfMissing(spec.ifMissing, spec);
    return must(typed(spec, given), 'value');
  };

  // Tables and panels

  /** Its rows, or in what way it is absent. A panel that is not there is missing. */
  const rowsIn = (name: string): readonly Cells[] | Absent => {
    const table = get(policy.tables, name);
    const given = get(evidence.tables, name) ?? get(evidence.panels, name);
    if (given === undefined || given === null) {
      const value = byIfMissing(table?.ifMissing ?? 'exclude');
      return isAbsent(value) ? value : MISSING;
    }
    if (!('totals' in given)) {
      const panel = get(policy.panels, name);
      // A form on which nothing counts is no form.
      return panel === undefined
        ? rowsOf(given)
        : rowsOf(given).filter((form) =>
            Object.keys(panel.questions).some(
              (asked) => !isAbsent(answer(panel, get(form, asked))),
            ),
          );
    }
    return Object.entries(given.totals).flatMap(([source, { count }]) =>
      Array.from({ length: count }, () => ({ source })),
    );
  };

  const rowUnitOf = (name: string): Unit =>
    unitOf(get(policy.tables, name)?.rowUnit ?? get(policy.panels, name)?.rowUnit ?? 'person');

  const sourceOf = (panel: PanelSpec, form: Cells): string => {
    const source = get(form, 'source');
    return typeof source === 'string' ? source : must(Object.keys(panel.sources)[0], 'source');
  };

  const answer = (panel: PanelSpec, given: EvidenceValue | undefined): Value => {
    const scale = must(get(policy.scales, panel.answers), panel.answers);
    if ('labels' in scale || given === undefined || given === null || typeof given === 'boolean')
      return MISSING;
    const worstAnswer = parse(scale.worst);
    const ends = { min: worstAnswer, max: parse(scale.best), from: worstAnswer };
    const step = scale.step === undefined ? {} : { step: parse(scale.step) };
    if (!isWithin(parse(given), { ...ends, ...step })) return MISSING;
    return number(real(parse(given)), unitOf(panel.answers));
  };

  /** What one source says, or how it is absent. */
  const bySource = (
    panel: PanelSpec,
    source: PanelSource,
    answers: readonly Real[],
    count: number,
  ): Value => {
    if (count < source.atLeast || count === 0) {
      return byIfMissing(source.ifFewer);
    }
    const value =
      answers.length === count
        ? middle(answers, source.take)
        : multiply(total(answers), real(fraction(1n, BigInt(count))));
    return number(value, unitOf(panel.answers));
  };

  const isTotals = (given: EvidenceTable | PanelTotals): given is PanelTotals => 'totals' in given;

  const question = (name: string, asked: string): Value => {
    const panel = must(get(policy.panels, name), name);
    const given = get(evidence.panels, name) ?? [];
    const all = Object.values(panel.sources).map(({ share }) => share);
    const rest = subtract(ONE, sum(all.filter((share) => share !== 'rest').map(parse)));
    const sources = Object.entries(panel.sources).map(([id, source]) => {
      const share = source.share === 'rest' ? rest : parse(source.share);
      if (isTotals(given)) {
        const totals = get(given.totals, id);
        const sums = get(totals?.sums, asked);
        const count = sums === undefined ? 0 : (get(totals?.answered, asked) ?? totals?.count ?? 0);
        // One answer that stands for the sum of so many.
        return {
          share,
          value: bySource(panel, source, sums === undefined ? [] : [real(parse(sums))], count),
        };
      }
      const answers = rowsOf(given)
        .filter((form) => sourceOf(panel, form) === id)
        .map((form) => answer(panel, get(form, asked)))
        .flatMap((value) => (value.is === 'number' ? [value.value] : []));
      return { share, value: bySource(panel, source, answers, answers.length) };
    });
    const bad = worst(sources.map(({ value }) => value));
    if (bad !== undefined && bad.how !== 'missing') return bad;
    const there = sources.filter(({ value }) => !isAbsent(value));
    const shares = sum(there.map(({ share }) => share));
    if (isZero(shares)) return MISSING;
    const parts = there.map(({ share, value }) => multiply(real(share), numberOf(value).value));
    return number(
      multiply(total(parts), real(divideFractions(ONE, shares))),
      unitOf(panel.answers),
    );
  };

  // Names

  /** A column of the row, an answer of the form. */
  const cell = (table: string, field: string, row: Row): Value => {
    const rows = rowsIn(table);
    if (isNotThere(rows)) return rows;
    const cells = must(rows[row.at], 'row');
    const panel = get(policy.panels, table);
    if (panel === undefined) {
      const spec = must(get(must(get(policy.tables, table), table).row, field), field);
      return input(spec, get(cells, field), row);
    }
    return field === 'source' ? label(sourceOf(panel, cells)) : answer(panel, get(cells, field));
  };

  const compute = (name: string, row: Row | undefined): Value => {
    const [head = '', field] = name.split('.');
    if (field !== undefined) {
      return row?.table === head ? cell(head, field, row) : question(head, field);
    }
    const spec = get(policy.inputs, name);
    if (spec !== undefined) return input(spec, get(evidence.values, name), undefined);
    if (get(policy.parameters, name) !== undefined) return parameter(name);
    return indicator(name, row);
  };

  /** The value of a name, where it is read. */
  const read = (name: string, row: Row | undefined): Value => {
    const table = name.includes('.') ? name.split('.')[0] : get(policy.indicators, name)?.per;
    const own = row?.table === table ? row : undefined;
    const key = own === undefined ? name : `${name}#${String(own.at)}`;
    readBy.get(reading.at(-1) ?? '')?.add(key);
    const known = memo.get(key);
    if (known !== undefined) return known;
    readBy.set(key, new Set());
    reading.push(key);
    const value = compute(name, own);
    reading.pop();
    memo.set(key, value);
    return value;
  };

  // Rules

  const rule = (given: Rule, row: Row | undefined): Value => {
    if (typeof given === 'boolean') return truth(given);
    if (typeof given === 'number') return literalOf(given);
    if (typeof given === 'string') return label(given);
    const [[operator, argument] = ['', '']] = Object.entries<
      Rule | readonly (Rule | readonly Rule[])[]
    >(given);
    if (operator === 'var' && typeof argument === 'string') return read(argument, row);
    const operands = isList(argument) ? argument : [argument];
    if (operator === 'if') {
      // What stands in any branch is read, taken or not.
      for (const each of operands) rule(single(each), row);
      // A bare number among branches is in the unit of the others, taken or not.
      const value = branch(operands.map(single), row);
      return value.is === 'number' && value.unit === 'any' ? inUnit(value, unitIn(given)) : value;
    }
    if (operator === 'in') {
      const [wanted = '', members = []] = operands;
      const all = [single(wanted), ...(isList(members) ? members : [members])].map((each) =>
        rule(each, row),
      );
      const [first = MISSING, ...others] = all;
      if (!isAbsent(first) && others.some((each) => equal(first, each))) return truth(true);
      return worst(all) ?? truth(false);
    }
    const values = operands.map((each) => rule(single(each), row));
    if (operator === 'and' && values.some((value) => value.is === 'truth' && !value.value))
      return truth(false);
    if (operator === 'or' && values.some(isTrue)) return truth(true);
    return worst(values) ?? apply(operator, values);
  };

  /** The unit that a rule gives a number in, whatever the evidence. */
  const unitIn = (given: Rule): Unit => {
    if (typeof given !== 'object') return 'any';
    const [[operator, argument] = ['', '']] = Object.entries<
      Rule | readonly (Rule | readonly Rule[])[]
    >(given);
    if (operator === 'var' && typeof argument === 'string') return unitOfName(argument);
    const operands = (isList(argument) ? argument : [argument]).map(single);
    const isBranch = (at: number): boolean => at % 2 === 1 || at === operands.length - 1;
    const units = operands.filter((_, at) => operator !== 'if' || isBranch(at)).map(unitIn);
    const [first = 'any', second = 'any'] = units;
    if (operator === '*') return units.reduce(multiplyUnits);
    if (operator === '/') return divideUnits(first, second);
    return units.find((unit) => unit !== 'any') ?? 'any';
  };

  const unitIsRatio = (unit: Unit): boolean => unit !== 'any' && unit.bases.size === 0;

  const unitOfName = (name: string): Unit => {
    const [head = '', field = ''] = name.split('.');
    const panel = get(policy.panels, head);
    if (panel !== undefined) return unitOf(panel.answers);
    const column = get(get(policy.tables, head)?.row, field) ?? get(policy.inputs, name);
    if (column !== undefined) return 'unit' in column ? unitOf(column.unit) : 'any';
    const spec = get(policy.parameters, name) ?? get(policy.indicators, name);
    return unitOf(spec?.unit ?? 'ratio');
  };

  const isList = <T>(value: T | readonly T[]): value is readonly T[] => Array.isArray(value);
  const single = (value: Rule | readonly Rule[]): Rule => {
    if (isList(value)) throw new TypeError('a list where one was expected');
    return value;
  };

  const branch = (operands: readonly Rule[], row: Row | undefined): Value => {
    const [condition, then, ...others] = operands;
    if (then === undefined) return rule(must(condition, 'else'), row);
    const value = rule(must(condition, 'condition'), row);
    if (isAbsent(value)) return value;
    return isTrue(value) ? rule(then, row) : branch(others, row);
  };

  const apply = (operator: string, values: readonly Value[]): Value => {
    const [a = MISSING, b] = values;
    switch (operator) {
      case 'and':
        return truth(true);
      case 'or':
        return truth(false);
      case '!':
        return truth(!isTrue(a));
      case '==':
        return truth(equal(a, must(b, 'operand')));
      case '!=':
        return truth(!equal(a, must(b, 'operand')));
      case '*':
        return values
          .map(numberOf)
          .reduce((x, y) => number(multiply(x.value, y.value), multiplyUnits(x.unit, y.unit)));
      case '/': {
        const [x, y] = [numberOf(a), numberOf(must(b, 'divisor'))];
        const quotient = divide(x.value, y.value);
        return quotient === undefined ? MISSING : number(quotient, divideUnits(x.unit, y.unit));
      }
    }
    const numbers = alike(values);
    const unit = must(numbers[0], 'operand').unit;
    const all = numbers.map(({ value }) => value);
    const [first = real(ZERO), ...others] = all;
    const isEveryPair = (holds: (order: number) => boolean): Value =>
      truth(others.every((each, at) => holds(compare(all[at] ?? each, each))));
    switch (operator) {
      case '+':
        return number(total(all), unit);
      case '-':
        return number(
          others.length === 0 ? negate(first) : add(first, negate(total(others))),
          unit,
        );
      case '%': {
        const left = remainder(first, others[0] ?? first);
        return left === undefined ? MISSING : number(left, unit);
      }
      case 'min':
        return least(numbers);
      case 'max':
        return greatest(numbers);
      case '<':
        return isEveryPair((order) => order < 0);
      case '<=':
        return isEveryPair((order) => order <= 0);
      case '>':
        return isEveryPair((order) => order > 0);
      case '>=':
        return isEveryPair((order) => order >= 0);
    }
    throw new TypeError(`unknown operator ${operator}`);
  };

  /** A number slot: bare text is a literal. */
  const slot = (given: NumberSlot, row: Row | undefined, unit: Unit): Value =>
    inUnit(typeof given === 'object' ? rule(given, row) : literalOf(given), unit);

  // Verbs

  const scaleEnds = (unit: string): { readonly worst: Real; readonly full: Real } => {
    const scale = get(policy.scales, unit);
    if (scale === undefined || 'labels' in scale) return { worst: real(ZERO), full: real(ONE) };
    return { worst: real(parse(scale.worst)), full: real(parse(scale.full)) };
  };

  const labelsOf = (indicator: Indicator): readonly string[] => {
    const scale = must(get(policy.scales, indicator.scale ?? ''), 'scale');
    return 'labels' in scale ? scale.labels : [];
  };

  const weighted = (spec: WeightedSpec, unit: Unit, row: Row | undefined) => {
    const by = spec.by === undefined ? undefined : read(spec.by, row);
    if (by !== undefined && isAbsent(by)) return by;
    const chosen =
      by === undefined ? spec.weights : get(spec.weights, by.is === 'label' ? by.text : '');
    const slots = Object.entries<NumberSlot>(
      must(chosen, 'weights') as Readonly<Record<string, NumberSlot>>,
    );
    const literal = slots
      .filter(([, weight]) => weight !== 'rest')
      .map(([, weight]) => slot(weight, row, RATIO));
    const noWeight = worst(literal);
    if (noWeight !== undefined) return noWeight;
    const weightOf = (weight: NumberSlot): Fraction => fractionOf(slot(weight, row, RATIO));
    const rest = subtract(ONE, sum(literal.map(fractionOf)));
    const parts = slots
      .map(([name, weight]) => ({ name, weight: weight === 'rest' ? rest : weightOf(weight) }))
      .filter(({ weight }) => !isZero(weight))
      .map(({ name, weight }) => ({ weight, value: inUnit(read(name, row), unit) }));
    return leaveOut(parts, spec.leaveOut);
  };

  const fractionOf = (value: Value): Fraction => {
    const given = numberOf(value).value;
    if (given.is !== 'fraction') throw new TypeError('an irrational weight');
    return given.value;
  };

  interface Part {
    readonly weight: Fraction;
    readonly value: Value;
  }
  const leaveOut = (parts: readonly Part[], allowed: WeightedSpec['leaveOut']) => {
    const values = parts.map(({ value }) => value);
    const bad = worst(values);
    if (bad !== undefined && isMissingOr(bad, 'failed', 'undecided')) return bad;
    const applying = parts.filter(({ value }) => applies(value));
    const there = applying.filter(({ value }) => !isAbsent(value));
    const whole = sum(applying.map(({ weight }) => weight));
    const present = sum(there.map(({ weight }) => weight));
    if (isZero(whole)) return absent('not-applicable');
    if (compareFractions(present, whole) < 0) {
      const isEnough =
        allowed !== undefined &&
        !isZero(present) &&
        compareFractions(divideFractions(present, whole), parse(allowed.atLeast)) >= 0;
      if (!isEnough) return must(worst(applying.map(({ value }) => value)), 'absence');
    }
    return there.map(({ weight, value }) => ({
      weight: divideFractions(weight, present),
      value: numberOf(value).value,
    }));
  };

  /** What keeps values that apply from being one: an absence among them that may not be left out. */
  const unlessLeftOut = (
    applying: readonly Value[],
    allowed: WeightedSpec['leaveOut'],
  ): Absent | undefined => {
    const bad = worst(applying);
    if (bad === undefined || isMissingOr(bad, 'failed', 'undecided')) return bad;
    const there = applying.filter((value) => !isAbsent(value));
    const share = fraction(BigInt(there.length), BigInt(applying.length));
    const isEnough =
      allowed !== undefined &&
      there.length > 0 &&
      compareFractions(share, parse(allowed.atLeast)) >= 0;
    return isEnough ? undefined : bad;
  };

  interface Place {
    readonly unit: Unit;
    readonly row: Row | undefined;
  }

  /** Components of a list, and what the numbers among them come to. */
  const components = (
    { of, leaveOut: allowed }: ComponentsSpec,
    { unit, row }: Place,
    combine: (all: readonly NumberValue[]) => Value,
  ): Value => {
    const applying = of.map((name) => inUnit(read(name, row), unit)).filter(applies);
    if (applying.length === 0) return absent('not-applicable');
    return (
      unlessLeftOut(applying, allowed) ?? combine(applying.filter((value) => value.is === 'number'))
    );
  };

  /** (sum(w * x ^ p)) ^ (1 / p) */
  const powerMean = (spec: WeightedSpec, p: Fraction, { unit, row }: Place): Value => {
    const parts = weighted(spec, unit, row);
    if ('is' in parts) return parts;
    if (parts.some(({ value }) => sign(value) < 0)) return MISSING;
    const above = parts.filter(({ value }) => sign(value) > 0);
    if (above.length === 0 || (p.n < 0n && above.length < parts.length))
      return number(real(ZERO), unit);
    const mean = total(above.map(({ weight, value }) => multiply(real(weight), raise(value, p))));
    return number(raise(mean, divideFractions(ONE, p)), unit);
  };

  const verb = (indicator: Indicator, row: Row | undefined): Value => {
    const unitText = indicator.unit ?? 'ratio';
    const unit = unitOf(unitText);

    if ('constant' in indicator) {
      const given = indicator.constant;
      return typeof given === 'string' && indicator.unit !== undefined
        ? inUnit(literalOf(given), unit)
        : rule(given, row);
    }
    if ('formula' in indicator) return rule(indicator.formula, row);

    if ('achievement' in indicator) {
      const spec = indicator.achievement;
      const actual = read(spec.actual, row);
      const target = slot(spec.target, row, actual.is === 'number' ? actual.unit : 'any');
      const cap = spec.cap === undefined ? [] : [slot(spec.cap, row, unit)];
      const bad = worst([actual, target, ...cap]);
      if (bad !== undefined) return bad;
      const ratio = divide(numberOf(actual).value, numberOf(target).value);
      if (ratio === undefined) return MISSING;
      const share = spec.better === 'higher' ? ratio : add(real(fraction(2n)), negate(ratio));
      return least([number(multiply(scaleEnds(unitText).full, share), unit), ...cap.map(numberOf)]);
    }

    if ('goalposts' in indicator) {
      const spec = indicator.goalposts;
      const x = read(spec.read, row);
      const from = x.is === 'number' ? x.unit : 'any';
      const posts = [slot(spec.worst, row, from), slot(spec.best, row, from)];
      const bad = worst([x, ...posts]);
      if (bad !== undefined) return bad;
      const [low, high] = posts.map((post) => numberOf(post).value);
      const start = negate(must(low, 'worst'));
      const share = divide(add(numberOf(x).value, start), add(must(high, 'best'), start));
      if (share === undefined) return MISSING;
      const isBelow = compare(share, real(ZERO)) < 0;
      const isAbove = compare(share, real(ONE)) > 0;
      const held = !spec.clip ? share : isBelow ? real(ZERO) : isAbove ? real(ONE) : share;
      const ends = scaleEnds(unitText);
      return number(add(ends.worst, multiply(held, add(ends.full, negate(ends.worst)))), unit);
    }

    if ('curve' in indicator) {
      const curve = must(get(policy.curves, indicator.curve.use), 'curve');
      const x = inUnit(read(indicator.curve.read, row), unitOf(curve.from));
      if (isAbsent(x)) {
        const step = curve.steps?.find(({ missing }) => missing === true);
        if (x.how !== 'missing' || step === undefined) return x;
        return number(real(parse(step.gives)), unitOf(curve.to));
      }
      const y = readCurve(curve, numberOf(x).value);
      return y === undefined ? MISSING : number(y, unitOf(curve.to));
    }

    if ('choose' in indicator) {
      const gives = (given: Rule): Value =>
        typeof given === 'string' && indicator.unit !== undefined
          ? literalOf(given)
          : rule(given, row);
      for (const { when, gives: result } of indicator.choose.cases) {
        const holds = rule(when, row);
        if (isAbsent(holds)) return holds;
        if (isTrue(holds)) return gives(result);
      }
      return indicator.choose.else === undefined ? MISSING : gives(indicator.choose.else.gives);
    }

    if ('mean' in indicator) {
      const parts = weighted(indicator.mean, unit, row);
      if ('is' in parts) return parts;
      return number(total(parts.map(({ weight, value }) => multiply(real(weight), value))), unit);
    }

    if ('geometric' in indicator) {
      const parts = weighted(indicator.geometric, unit, row);
      if ('is' in parts) return parts;
      if (parts.some(({ value }) => sign(value) < 0)) return MISSING;
      if (parts.some(({ value }) => sign(value) === 0)) return number(real(ZERO), unit);
      return number(
        parts.map(({ weight, value }) => raise(value, weight)).reduce(multiply, real(ONE)),
        unit,
      );
    }

    if ('harmonic' in indicator)
      return powerMean(indicator.harmonic, negateFraction(ONE), { unit, row });

    if ('power' in indicator)
      return powerMean(indicator.power, parse(indicator.power.exponent), { unit, row });

    if ('min' in indicator) return components(indicator.min, { unit, row }, least);

    if ('max' in indicator) return components(indicator.max, { unit, row }, greatest);

    if ('median' in indicator) {
      return components(indicator.median, { unit, row }, (all) =>
        number(middle(all.map(valueIn), 'median'), unit),
      );
    }

    if ('trimmed' in indicator) {
      const trim = parse(indicator.trimmed.trim);
      return components(indicator.trimmed, { unit, row }, (all) => {
        const left = Number(floor(multiplyFractions(fraction(BigInt(all.length)), trim)));
        const inner = sorted(all.map(valueIn)).slice(left, all.length - left);
        return number(middle(inner, 'mean'), unit);
      });
    }

    if ('best' in indicator) {
      const { take } = indicator.best;
      return components(indicator.best, { unit, row }, (all) =>
        all.length < take
          ? MISSING
          : number(middle(sorted(all.map(valueIn)).slice(-take), 'mean'), unit),
      );
    }

    if ('ordered' in indicator) {
      const places = indicator.ordered.weights.map((weight) => real(parse(weight)));
      return components(indicator.ordered, { unit, row }, (all) => {
        if (all.length !== places.length) return MISSING;
        const falling = sorted(all.map(valueIn)).toReversed();
        return number(
          total(falling.map((value, at) => multiply(must(places[at], 'place'), value))),
          unit,
        );
      });
    }

    if ('product' in indicator) {
      // A factor with a unit is not passed over: the product would be a number of something else.
      const applying = indicator.product.of
        .map((name) => ({ value: read(name, row), isRatio: unitIsRatio(unitOfName(name)) }))
        .filter(({ value, isRatio }) => applies(value) || !isRatio)
        .map(({ value }) => value);
      if (applying.length === 0) return absent('not-applicable');
      return (
        worst(applying) ??
        number(applying.map((value) => numberOf(value).value).reduce(multiply), unit)
      );
    }

    if ('lookup' in indicator) {
      const keys = indicator.lookup.read.map((name) => read(name, row));
      const bad = worst(keys);
      if (bad !== undefined) return bad;
      const spec = must(get(policy.lookups, indicator.lookup.use), 'lookup');
      let entry: LookupValues = spec.values;
      for (const key of keys) {
        if (typeof entry !== 'object') throw new TypeError('a lookup too shallow');
        entry = must(get(entry, key.is === 'label' ? key.text : ''), 'entry');
      }
      if (typeof entry === 'object') throw new TypeError('a lookup too deep');
      return spec.unit === undefined
        ? label(String(entry))
        : number(real(parse(entry)), unitOf(spec.unit));
    }

    if ('sum' in indicator) {
      const terms = Object.entries(indicator.sum.coefficients).flatMap(([name, coefficient]) => {
        const value = read(name, row);
        if (isAbsent(value) && value.how === 'not-applicable') return [];
        const times =
          typeof coefficient === 'object' ? rule(coefficient, row) : literalOf(coefficient);
        const bad = worst([times, value]);
        return [bad ?? inUnit(apply('*', [times, value]), unit)];
      });
      if (terms.length === 0) return absent('not-applicable');
      return worst(terms) ?? apply('+', terms);
    }

    if ('rows' in indicator) {
      const { of, take, read: name, where, leaveOut: allowed } = indicator.rows;
      const rows = rowsIn(of);
      if (isNotThere(rows)) return rows;
      const all = rows.map((_, at): Row => ({ table: of, at }));
      const tests = all.map((each) => (where === undefined ? truth(true) : rule(where, each)));
      const untold = worst(tests);
      if (untold !== undefined) return untold;
      const taken = all.filter((_, at) => isTrue(tests[at] ?? MISSING));
      if (take === 'count') return number(real(fraction(BigInt(taken.length))), rowUnitOf(of));
      if (take === 'share') {
        if (all.length === 0) return MISSING;
        return number(real(fraction(BigInt(taken.length), BigInt(all.length))), RATIO);
      }
      const values = taken
        .map((each) => inUnit(read(must(name, 'read'), each), unit))
        .filter(applies);
      if (values.length === 0) {
        if (take === 'sum') return number(real(ZERO), unit);
        return taken.length > 0 ? absent('not-applicable') : MISSING;
      }
      const bad = unlessLeftOut(values, allowed);
      if (bad !== undefined) return bad;
      const numbers = values.filter((value) => value.is === 'number');
      const reals = numbers.map(({ value }) => value);
      switch (take) {
        case 'sum':
          return number(total(reals), unit);
        case 'mean':
        case 'median':
          return number(middle(reals, take), unit);
        case 'min':
          return least(numbers);
        case 'max':
          return greatest(numbers);
        case 'last':
          return must(numbers.at(-1), 'last');
      }
    }

    if ('rate' in indicator) {
      const spec = indicator.rate;
      const given = read(spec.read, row);
      if (isAbsent(given)) return given;
      const raw = numberOf(given).value;
      const isPrinted = Object.values(spec.printed ?? {}).some(
        ([low, high]) =>
          (low === null || compare(raw, real(parse(low))) >= 0) &&
          (high === null || compare(raw, real(parse(high))) <= 0),
      );
      if (spec.printed !== undefined && !isPrinted && spec.gaps === 'report') return MISSING;
      const first = typeof spec.gaps === 'object' ? spec.gaps['round-first'] : undefined;
      const x = first === undefined ? raw : real(round(raw, placeStep(first.places), first.mode));
      let found = spec.below;
      for (const band of labelsOf(indicator)) {
        const [from, above] = [get(spec.from, band), get(spec.above, band)];
        if (from !== undefined && compare(x, real(parse(from))) >= 0) found = band;
        if (above !== undefined && compare(x, real(parse(above))) > 0) found = band;
      }
      for (;;) {
        const guard = get(spec.guards, found);
        if (guard === undefined) return label(found);
        const holds = rule(guard.when, row);
        if (isAbsent(holds)) return holds;
        if (isTrue(holds)) return label(found);
        found = guard.else;
      }
    }

    if ('matrix' in indicator) {
      const spec = indicator.matrix;
      const [down, across] = [read(spec.rows, row), read(spec.columns, row)];
      const bad = worst([down, across]);
      if (bad !== undefined) return bad;
      const cells = must(get(policy.matrices, spec.use), 'matrix').cells;
      const line = get(cells, down.is === 'label' ? down.text : '');
      return label(must(get(line, across.is === 'label' ? across.text : ''), 'cell'));
    }

    if ('slot' in indicator) {
      return indicator.slot.ifEmpty === 'missing' ? MISSING : absent('not-applicable');
    }
    throw new TypeError(`a verb that the oracle does not know: ${Object.keys(indicator).join()}`);
  };

  // Tails

  const adjusted = (value: Value, step: Adjustment, unit: Unit, row: Row | undefined): Value => {
    const when = step.when === undefined ? truth(true) : rule(step.when, row);
    if (isAbsent(when)) return when;
    if (!isTrue(when)) return value;
    const given =
      'deduct' in step
        ? step.deduct
        : 'add' in step
          ? step.add
          : 'cap' in step
            ? step.cap
            : step.floor;
    const amount = slot(given, row, unit);
    if (isAbsent(amount) && amount.how === 'not-applicable') return value;
    const limit = 'atMost' in step ? [slot(step.atMost, row, unit)] : [];
    const bad = worst([amount, ...limit]);
    if (bad !== undefined) return bad;
    if ('cap' in step) return least([numberOf(value), numberOf(amount)]);
    if ('floor' in step) return greatest([numberOf(value), numberOf(amount)]);
    const change = least([amount, ...limit].map(numberOf)).value;
    if (sign(change) < 0) return absent('failed');
    return number(add(numberOf(value).value, 'deduct' in step ? negate(change) : change), unit);
  };

  const limited = (indicator: Indicator, value: Value, row: Row | undefined): Value => {
    if (value.is !== 'label') return value;
    const labels = labelsOf(indicator);
    let at = labels.indexOf(value.text);
    for (const limit of indicator.limits ?? []) {
      const when = rule(limit.when, row);
      if (isAbsent(when)) return when;
      if (!isTrue(when)) continue;
      if (limit.atMost !== undefined) at = Math.min(at, labels.indexOf(limit.atMost));
      if (limit.atLeast !== undefined) at = Math.max(at, labels.indexOf(limit.atLeast));
    }
    return label(must(labels[at], 'label'));
  };

  const placeStep = (places: number): Fraction => power(fraction(10n), -BigInt(places));

  const rounding = (
    indicator: Indicator,
  ): { readonly step: Fraction; readonly places: number } | undefined => {
    if (indicator.round === undefined) return undefined;
    const { places, step } = indicator.round;
    const multiple = step === undefined ? placeStep(places ?? 0) : parse(step);
    return { step: multiple, places: places ?? placesOf(multiple) ?? 0 };
  };

  /** All phases of an indicator but the rounding. */
  const beforeRound = (indicator: Indicator, row: Row | undefined): Value => {
    if (indicator.when !== undefined) {
      const when = rule(indicator.when, row);
      if (isAbsent(when)) return when;
      if (!isTrue(when)) return absent('not-applicable');
    }
    const unit = unitOf(indicator.unit ?? 'ratio');
    let value = inUnit(verb(indicator, row), unit);
    if (!isAbsent(value) && indicator.usable !== undefined) {
      const when = rule(indicator.usable.when, row);
      value = isAbsent(when) ? when : isTrue(when) ? value : MISSING;
    }
    for (const step of indicator.adjust ?? []) {
      if (!isAbsent(value)) value = adjusted(value, step, unit, row);
    }
    return isAbsent(value) || indicator.limits === undefined
      ? value
      : limited(indicator, value, row);
  };

  const indicator = (name: string, row: Row | undefined): Value => {
    const spec = must(get(policy.indicators, name), name);
    const value = beforeRound(spec, row);
    const by = rounding(spec);
    if (value.is !== 'number' || by === undefined || spec.round === undefined) return value;
    if (!Object.hasOwn(unrounded, name)) unrounded[name] = realText(value.value);
    return spec.round.for === 'use'
      ? number(real(round(value.value, by.step, spec.round.mode)), value.unit)
      : value;
  };

  // Outcome

  const textOf = (value: Value): string => {
    if (value.is === 'number') return realText(value.value);
    if (value.is === 'label') return value.text;
    return value.is === 'truth' ? String(value.value) : value.how;
  };

  const values: Record<string, string | readonly string[]> = {};
  for (const [name, { per }] of Object.entries(policy.indicators)) {
    if (per === undefined) values[name] = textOf(read(name, undefined));
    else {
      const rows = rowsIn(per);
      values[name] = isNotThere(rows)
        ? []
        : rows.map((_, at) => textOf(read(name, { table: per, at })));
    }
  }
  for (const [name, panel] of Object.entries(policy.panels ?? {})) {
    for (const asked of Object.keys(panel.questions)) {
      values[`${name}.${asked}`] = textOf(read(`${name}.${asked}`, undefined));
    }
  }

  /** The keys of everything that the value of `key` was computed from, itself included. */
  const below = (key: string, seen: Set<string> = new Set()): Set<string> => {
    if (!seen.has(key)) {
      seen.add(key);
      for (const each of readBy.get(key) ?? []) below(each, seen);
    }
    return seen;
  };
  const isPending = (key: string): boolean => {
    const value = memo.get(key);
    return value !== undefined && isAbsent(value) && value.how === 'pending';
  };

  const { score, rating } = policy.result;
  const names = [score, rating].filter((name) => name !== undefined);
  const results = names.map((name) => read(name, undefined));
  if (results.some((value) => isAbsent(value) && value.how !== 'pending')) {
    return { status: 'void', values, unrounded };
  }
  const basis = names.flatMap((name) => [...below(name)]);
  const isProvisional = basis.some(isPending) || basis.some(isChanged);
  const scored = score === undefined ? MISSING : read(score, undefined);
  const rated = rating === undefined ? MISSING : read(rating, undefined);
  const spec = get(policy.indicators, score ?? '');
  const by = spec === undefined ? undefined : rounding(spec);
  const written =
    scored.is === 'number' && by !== undefined && spec?.round !== undefined
      ? decimalText(round(scored.value, by.step, spec.round.mode), by.places)
      : undefined;
  const digits = (written ?? '').replace(/[-.]/g, '').replace(/^0+/, '');
  if (digits.length > 15) return { status: 'void', values, unrounded };
  return {
    status: isProvisional ? 'provisional' : 'final',
    ...(written === undefined ? {} : { score: written }),
    ...(rated.is === 'label' ? { rating: rated.text } : {}),
    values,
    unrounded,
  };
}

const isNotThere = (rows: readonly Cells[] | Absent): rows is Absent => 'is' in rows;
