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
const LABEL: Text = { id: 'sebuah label', en: 'a label' };
const TABLE: Text = { id: '`rows` atas sebuah tabel', en: '`rows` over a table' };

/** Operators of JSON Logic and of spreadsheets that are not part of the language, with the nearest form that is. */
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
  ['cat', LABEL],
  ['substr', LABEL],
  [
    'log',
    {
      id: '`ln` untuk logaritma; hasil antara ada dalam rekam jejak',
      en: '`ln` for the logarithm; intermediate values are in the trace',
    },
  ],
  ['method', LABEL],
  ['&&', same('`and`')],
  ['||', same('`or`')],
  ['not', same('`!`')],
  ['=', same('`==`')],
  ['<>', same('`!=`')],
  ['^', same('`pow`')],
  ['**', same('`pow`')],
  ['power', same('`pow`')],
  ['log10', { id: '`ln` dibagi `ln` dari 10', en: '`ln` divided by `ln` of 10' }],
  ['round', { id: '`round` pada indikator', en: '`round` on an indicator' }],
  ['floor', { id: '`round` pada indikator', en: '`round` on an indicator' }],
  ['ceil', { id: '`round` pada indikator', en: '`round` on an indicator' }],
  ['ceiling', { id: '`round` pada indikator', en: '`round` on an indicator' }],
  ['clamp', { id: '`max` dan `min`', en: '`max` and `min`' }],
  ['sum', same('`+`')],
  ['avg', { id: 'indikator `mean`', en: 'a `mean` indicator' }],
  ['average', { id: 'indikator `mean`', en: 'a `mean` indicator' }],
  ['case', { id: 'indikator `choose`', en: 'a `choose` indicator' }],
  ['switch', { id: 'indikator `choose`', en: 'a `choose` indicator' }],
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
