import type { AdjustmentKind } from '../../src/adjust/contract.js';
import type { LibraryKind } from '../../src/indicator/contract.js';
import type { Params, Text } from '../../src/issue.js';
import type { JsonObject } from '../../src/json.js';
import { exactText } from '../../src/number/decimal.js';
import { rational } from '../../src/number/rational.js';
import { ROUNDING_MODES, roundToInteger } from '../../src/number/round.js';
import { ABSENCE } from '../../src/plan/inputs.js';
import { arithmetic } from '../../src/rule/arithmetic.js';
import { FORMS } from '../../src/rule/compile.js';
import { functions } from '../../src/rule/functions.js';
import { logic } from '../../src/rule/logic.js';
import { reportUnknownOperator } from '../../src/rule/operators.js';
import { keyText } from '../../src/schema/describe.js';
import { policyJsonSchema } from '../../src/schema/policy.js';
import { keyTables } from './key-tables.js';
import { table } from './markdown.js';

const code = (text: string): string => `\`${text}\``;

const operandsText = ([least, most]: readonly [number, number]): string =>
  least === most ? String(least) : `${String(least)} to ${String(most)}`;

const operatorRow = (name: string, operands: string): readonly string[] => {
  const text = keyText('operation', name);
  return [code(name), operands, text?.en ?? '', text?.id ?? ''];
};

const OPERATOR_HEADER = ['Operator', 'Operands', 'English', 'Indonesian'];

const operatorTable = (
  operators: readonly { readonly name: string; readonly arity: readonly [number, number] }[],
): string =>
  table(
    OPERATOR_HEADER,
    operators.map(({ name, arity }) => operatorRow(name, operandsText(arity))),
  );

/** Operators of JSON Logic (jsonlogic.com) and of spreadsheets; those that the language has are passed over. */
const ELSEWHERE =
  '=== !== !! ?: map filter reduce all some none merge cat substr log method && || not = <> ^ ** power log10 round floor ceil ceiling clamp sum avg average case switch'.split(
    ' ',
  );

const foreignRow = (name: string): readonly string[] => {
  let instead: Text | undefined;
  const report = (_code: string, _pointer: string, params: Params = {}): void => {
    instead = params['instead'] as Text | undefined;
  };
  reportUnknownOperator(name, '', report, []);
  if (instead === undefined) throw new TypeError(`no form is named instead of ${name}`);
  return [code(name), instead.en, instead.id];
};

/** Halves both ways and what lies beside them, in tenths. */
const SAMPLES = [21n, 25n, 29n, 35n, -25n, -29n];

const roundingTable = (): string =>
  table(
    ['Mode', ...SAMPLES.map((tenths) => exactText(rational(tenths, 10n)))],
    ROUNDING_MODES.map((mode) => [
      code(`"${mode}"`),
      ...SAMPLES.map((tenths) => String(roundToInteger(rational(tenths, 10n), mode))),
    ]),
  );

const absenceTable = (): string =>
  table(
    ['Word', 'Without a value it is'],
    Object.entries(ABSENCE).map(([word, absence]) => [code(`"${word}"`), code(absence)]),
  );

/** The pattern of the form at `path` of the schema of a policy. */
const patternAt = (...path: readonly string[]): string => {
  let form = policyJsonSchema();
  for (const key of [...path, 'pattern']) form = (form as JsonObject)[key] ?? null;
  if (typeof form !== 'string') throw new TypeError(`no pattern at ${path.join('/')}`);
  return code(form);
};

const patternTable = (): string =>
  table(
    ['What', 'Pattern', 'For example'],
    [
      ["an author's name", patternAt('$defs', 'name'), '`days-absent`'],
      ['a reference', patternAt('$defs', 'reference'), '`days-absent`, `tasks.done`'],
      ['`id` of a policy', patternAt('properties', 'id'), '`kota-sabang/kinerja-asn`'],
      ['`version`', patternAt('properties', 'version'), '`2026.1.0`'],
      [
        'a civil day',
        patternAt('properties', 'effective', 'properties', 'from'),
        '`2026-01-31`; it must be in the calendar',
      ],
      [
        'a digest',
        patternAt('properties', 'extends', 'properties', 'digest'),
        'as `plan.digest` gives it',
      ],
      ['a number as text', patternAt('$defs', 'number', 'anyOf', '1'), '`"0.1"`, `"60%"`, `"1/9"`'],
      [
        'an entry of a lookup',
        patternAt('$defs', 'lookup-values', 'anyOf', '2', 'propertyNames'),
        '`pertama`, `"4.5"`',
      ],
    ],
  );

/** The families of kinds that the tables describe. */
interface Families {
  readonly indicators: readonly LibraryKind[];
  readonly adjustments: readonly AdjustmentKind[];
}

/** Every table of docs/policy.md that is generated, by the name in its marks. */
export const policyTables = ({
  indicators,
  adjustments,
}: Families): Readonly<Record<string, string>> => ({
  ...keyTables(indicators),
  verbs: table(
    ['Verb', 'English', 'Indonesian'],
    indicators.map(({ name, summary }) => [
      `[\`${name}\`](kinds.md#${name})`,
      summary.en,
      summary.id,
    ]),
  ),
  adjustments: table(
    ['Key', 'English', 'Indonesian', 'Formula', '`atMost`'],
    adjustments.map(({ name, summary, source, takesLimit }) => [
      code(name),
      summary.en,
      summary.id,
      code(source),
      takesLimit ? 'yes' : 'no',
    ]),
  ),
  'operators that read': table(
    OPERATOR_HEADER,
    [...FORMS.keys()].map((name) => operatorRow(name, 'its own form')),
  ),
  'operators of arithmetic': operatorTable(arithmetic),
  functions: operatorTable(functions),
  'operators of comparison and logic': operatorTable(logic),
  'operators elsewhere': table(['Elsewhere', 'Write', 'Tulis'], ELSEWHERE.map(foreignRow)),
  'keys evidence': table(
    ['Key', 'English', 'Indonesian'],
    ['subject', 'asOf', 'values', 'tables', 'panels'].map((key) => {
      const text = keyText('evidence', key);
      return [code(key), text?.en ?? '', text?.id ?? ''];
    }),
  ),
  absences: absenceTable(),
  rounding: roundingTable(),
  patterns: patternTable(),
});

const MARKED = /(<!-- table: ([a-z -]+) -->\n)[^]*?(<!-- end of table -->)/g;

/** `page` with every marked table as the source gives it, and the names of the tables that it holds. */
export const withTables = (
  page: string,
  tables: Readonly<Record<string, string>>,
): { readonly page: string; readonly held: readonly string[] } => {
  const held: string[] = [];
  const written = page.replaceAll(MARKED, (_whole, open: string, name: string, close: string) => {
    const found = Object.hasOwn(tables, name) ? tables[name] : undefined;
    if (found === undefined) throw new TypeError(`no table is called ${name}`);
    held.push(name);
    return `${open}\n${found}\n\n${close}`;
  });
  return { page: written, held };
};
