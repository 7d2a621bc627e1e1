import type { IssueCode } from '../../src/issue.js';
import { fromDouble } from '../../src/number/decimal.js';
import type { Pointer } from '../../src/pointer.js';
import { compileRule } from '../../src/rule/compile.js';
import { evaluateTerm } from '../../src/rule/evaluate.js';
import type { Rule } from '../../src/rule/rule.js';
import type { Scope } from '../../src/rule/scope.js';
import type { Term } from '../../src/rule/term.js';
import type { Absence, Cell, Labels, Reader, Slot, ValueType } from '../../src/slot.js';
import { readUnit } from '../../src/unit.js';

export const number = (unit: string): ValueType => ({
  is: 'number',
  unit: readUnit(unit) ?? 'any',
});
export const TRUTH: ValueType = { is: 'truth' };
export const DATE: ValueType = { is: 'date' };
export const label = (names: readonly string[], scale?: string): ValueType => ({
  is: 'label',
  labels: { names, ordered: scale !== undefined, ...(scale === undefined ? {} : { scale }) },
});

/** What a rule was told while it was compiled. */
interface Report {
  readonly code: IssueCode;
  readonly pointer: Pointer;
  readonly params: Parameters<Scope['report']>[2];
}

/** Names that a rule may read, without any policy around them. */
interface Names {
  readonly scope: Scope;
  readonly reports: Report[];
  readonly slots: ReadonlyMap<string, Slot>;
}

/** A scope of exactly these names. */
export const namesOf = (types: Readonly<Record<string, ValueType>>): Names => {
  const reports: Report[] = [];
  const slots = new Map(
    Object.entries(types).map(([name, type], index) => [
      name,
      { index, name, pointer: `/inputs/${name}`, type },
    ]),
  );
  const scope: Scope = {
    unit: (text) => readUnit(text),
    report: (code, pointer, params = {}) => {
      reports.push({ code, pointer, params });
    },
    resolve: (name, pointer) => {
      const slot = slots.get(name);
      if (slot === undefined) reports.push({ code: 'name.unknown', pointer, params: { name } });
      return slot;
    },
  };
  return { scope, reports, slots };
};

/** A value as JSON writes it; an absence by its name in an object. */
export type Given = number | string | boolean | { readonly absent: Absence };

const labelsOf = (type: ValueType): Labels | undefined =>
  type.is === 'label' ? type.labels : undefined;

const cellOf = (given: Given | undefined, slot: Slot): Cell => {
  if (given === undefined || typeof given === 'object') {
    const absent = given?.absent ?? 'missing';
    return { absent, cause: { pointer: slot.pointer, code: 'evidence.missing' } };
  }
  if (typeof given === 'boolean') return given;
  if (typeof given === 'string') return labelsOf(slot.type)?.names.indexOf(given) ?? -1;
  if (slot.type.is === 'date') return given;
  const value = fromDouble(given);
  if (value === undefined) throw new TypeError(`${given} is no exact number`);
  return value;
};

/** A reader of these values; what is not there is missing. */
const readerOf = (names: Names, data: Readonly<Record<string, Given>>): Reader => {
  const reader: Reader = {
    cell: (slot) => cellOf(Object.hasOwn(data, slot.name) ? data[slot.name] : undefined, slot),
    rowCount: () => 0,
    atRow: () => reader,
  };
  return reader;
};

/** The rule compiled against the names, or what it was told. */
export const compiled = (
  rule: Rule,
  names: Names,
  expected?: ValueType,
): Term | readonly Report[] => {
  const before = names.reports.length;
  return compileRule(rule, '/rule', names.scope, expected) ?? names.reports.slice(before);
};

/** The term of a rule that compiles. */
export const termOf = (rule: Rule, names: Names, expected?: ValueType): Term => {
  const term = compiled(rule, names, expected);
  if ('is' in term) return term;
  throw new TypeError(`${JSON.stringify(rule)}: ${JSON.stringify(term)}`);
};

/** What a rule gives, as JSON would write it; an absence by its name in an object. */
export const valueOf = (rule: Rule, names: Names, data: Readonly<Record<string, Given>>): Given =>
  shown(evaluateTerm(termOf(rule, names), readerOf(names, data)), termOf(rule, names));

const shown = (cell: Cell, { type }: Term): Given => {
  if (typeof cell === 'boolean') return cell;
  if (typeof cell === 'number') return labelsOf(type)?.names[cell] ?? cell;
  if ('absent' in cell) return { absent: cell.absent };
  if (!('n' in cell)) throw new TypeError('a rule of fractions gives a fraction');
  return Number(cell.n) / Number(cell.d);
};
