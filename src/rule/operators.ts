import type { Text } from '../issue.js';
import type { Pointer } from '../pointer.js';
import { nearest } from '../suggest.js';
import { arithmetic } from './arithmetic.js';
import { functions } from './functions.js';
import { logic } from './logic.js';
import type { Operator } from './operator.js';
import type { Scope } from './scope.js';

/** Every operator by name. */
export const operators: ReadonlyMap<string, Operator> = new Map(
  [...arithmetic, ...functions, ...logic].map((operator) => [operator.name, operator]),
);

const same = (text: string): Text => ({ id: text, en: text });

const COMPARISON: Text = {
  id: 'perbandingan, misalnya `{ ">": [..., 0] }`',
  en: 'a comparison, such as `{ ">": [..., 0] }`',
};
const MISSING: Text = {
  id: '`missing` untuk tiap nama, atau `ifMissing` pada input',
  en: '`missing` for each name, or `ifMissing` of the input',
};
const LABEL: Text = { id: 'sebuah label', en: 'a label' };
const TABLE: Text = { id: '`rows` atas sebuah tabel', en: '`rows` over a table' };

/** Operators of JSON Logic that are not part of the language, with the nearest form that is. */
const FOREIGN: ReadonlyMap<string, Text> = new Map([
  ['===', same('`==`')],
  ['!==', same('`!=`')],
  ['!!', COMPARISON],
  ['?:', same('`if`')],
  ['map', { id: '`per` pada indikator', en: '`per` on an indicator' }],
  ['filter', { id: '`where` pada `rows`', en: '`where` of `rows`' }],
  ['reduce', TABLE],
  ['all', { id: '`rows` dengan `take: "share"`', en: '`rows` with `take: "share"`' }],
  ['some', { id: '`rows` dengan `take: "count"`', en: '`rows` with `take: "count"`' }],
  ['none', { id: '`rows` dengan `take: "count"`', en: '`rows` with `take: "count"`' }],
  ['merge', { id: 'operan yang terpisah', en: 'separate operands' }],
  ['missing_some', MISSING],
  ['cat', LABEL],
  ['substr', LABEL],
  ['log', { id: 'rekam jejak kartu nilai', en: 'the trace of the scorecard' }],
  ['method', LABEL],
]);

/** Says that `name` is no operator: of JSON Logic with the nearest accepted form, or mistyped. */
export const reportUnknownOperator = (
  name: string,
  pointer: Pointer,
  report: Scope['report'],
  forms: readonly string[],
): void => {
  const instead = FOREIGN.get(name);
  if (instead !== undefined) report('rule.foreign_operator', pointer, { found: name, instead });
  else {
    const suggestion = nearest(name, [...operators.keys(), ...forms]);
    report('rule.unknown_operator', pointer, { found: name, ...suggestion });
  }
};
