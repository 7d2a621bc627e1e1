import type { Enclosure, IndicatorResult, ResultValue, Scorecard } from '../evaluate/scorecard.js';
import { issue, issueCatalogue } from '../catalogue.js';
import type { IssueCode, Text } from '../issue.js';
import type { Absence } from '../slot.js';
import { dateInWords } from './date.js';
import type { Language } from './explanation.js';
import { type Figure, inline, numberFigure } from './figure.js';
import { placeOf } from './place.js';
import { type RowNames, whichRows } from './row.js';

/** A scorecard being explained. */
export interface Card extends RowNames {
  readonly scorecard: Scorecard;
  /** Titles of indicators by name. */
  readonly titles: ReadonlyMap<string, Text>;
  /** What was said, by code and name; undefined where that differed from one time to the next. */
  readonly said: ReadonlyMap<string, string | undefined>;
}

const ABSENT: Readonly<Record<Absence, Text>> = {
  failed: { id: 'tidak dapat dinilai', en: 'cannot be given' },
  undecided: { id: 'tidak dapat diputuskan', en: 'could not be decided' },
  'not-applicable': { id: 'tidak berlaku', en: 'not applicable' },
  pending: { id: 'menunggu bukti', en: 'waiting for evidence' },
  missing: { id: 'tidak ada nilainya', en: 'no value' },
};

/** Shorter words for what an issue says with more than a name. */
const BECAUSE: Partial<Record<string, Text>> = {
  'evidence.too_few_answers': { id: 'terlalu sedikit jawaban', en: 'too few answers' },
  'evidence.before_since': { id: 'belum berlaku pada tanggal ini', en: 'not in force on this day' },
  'score.not_usable': { id: 'tidak dapat dipakai', en: 'not usable' },
  'adjust.negative': { id: 'jumlah penyesuaian kurang dari nol', en: 'an amount below zero' },
  'curve.outside': { id: 'di luar kurva', en: 'outside the curve' },
  'number.undecided': { id: 'melampaui batas ketelitian', en: 'beyond the bound on digits' },
};

const TRUTH: Readonly<Record<'true' | 'false', Text>> = {
  true: { id: 'ya', en: 'yes' },
  false: { id: 'tidak', en: 'no' },
};

const keyOf = (code: string, name: string): string => `${code} ${name}`;

/** What the parts of an explanation look up in a scorecard. */
export const cardOf = (scorecard: Scorecard, language: Language): Card => {
  const titles = new Map<string, Text>();
  const tables = new Map<string, string>();
  for (const { name, title, per } of scorecard.indicators) {
    if (title) titles.set(name, title);
    if (per !== undefined) tables.set(name, per);
  }
  const members = new Map(
    (scorecard.members ?? []).map(({ table, rows }) => [table, rows.map((row) => row.subject)]),
  );
  const said = new Map<string, string | undefined>();
  for (const { code, pointer, policyPointer, message } of scorecard.issues) {
    const names = [pointer, policyPointer ?? pointer].map((each) => placeOf(each, language).name);
    for (const key of new Set(names.map((name) => keyOf(code, name)))) {
      const text = message[language];
      said.set(key, said.has(key) && said.get(key) !== text ? undefined : text);
    }
  }
  return { scorecard, language, titles, tables, members, said };
};

/** A yes or a no. */
export const truthText = (truth: boolean, language: Language): string =>
  TRUTH[truth ? 'true' : 'false'][language];

/** An indicator's title with its name, or its name alone. */
export const nameText = (name: string, { titles, language }: Card): string => {
  const title = titles.get(name)?.[language];
  return title === undefined || title === name ? name : `${title} (${name})`;
};

const isCode = (code: string): code is IssueCode => Object.hasOwn(issueCatalogue, code);

/** The sentence of what began an absence; undefined where it needs what only an issue knew. */
const sentence = (code: string, name: string, card: Card): string | undefined => {
  const known = card.said.get(keyOf(code, name));
  if (known !== undefined) return known;
  const short = Object.hasOwn(BECAUSE, code) ? BECAUSE[code]?.[card.language] : undefined;
  if (short !== undefined || !isCode(code)) return short;
  const text = issue(code, '', { name }).message[card.language];
  return text.includes('{') ? undefined : text;
};

/** Why there is no value: what is absent, and what began it, named unless it is `self`. */
const absenceText = (
  value: Extract<ResultValue, { readonly cause: string }>,
  self: string | undefined,
  card: Card,
): string => {
  const word = ABSENT[value.is][card.language];
  const { name } = placeOf(value.cause, card.language);
  const why = sentence(value.code, name, card);
  const isNamed = name === '' || name === self || why?.includes(name) === true;
  const because = [isNamed ? undefined : name, why].filter((part) => part !== undefined);
  return because.length === 0 ? word : `${word} (${because.join(': ')})`;
};

/**
 * A value as a person reads it, without its unit.
 *
 * @param self - the name whose value it is
 */
export const valueFigure = (value: ResultValue, self: string | undefined, card: Card): Figure => {
  switch (value.is) {
    case 'number':
      return numberFigure(value.exact, value.text, card.language);
    case 'label':
      return { shown: value.label };
    case 'truth':
      return { shown: truthText(value.truth, card.language) };
    case 'date':
      return { shown: dateInWords(value.date, card.language) };
    default:
      return { shown: absenceText(value, self, card) };
  }
};

const unitText = (unit: string | undefined): string =>
  unit === undefined || unit === 'ratio' ? '' : ` ${unit}`;

/** A value with its unit, where it is a number. */
const withUnit = (value: ResultValue, result: IndicatorResult, card: Card): Figure => {
  const { shown, ...rest } = valueFigure(value, result.name, card);
  return { shown: shown + (value.is === 'number' ? unitText(result.unit) : ''), ...rest };
};

/** The values of an indicator per row, equal ones together: `rows 1–3: 90; row 4: 120`. */
const rowValues = (values: readonly ResultValue[], result: IndicatorResult, card: Card): string => {
  const rows = new Map<string, number[]>();
  for (const [row, value] of values.entries()) {
    const text = inline(withUnit(value, result, card));
    const same = rows.get(text);
    if (same === undefined) rows.set(text, [row]);
    else same.push(row);
  }
  return [...rows].map(([text, at]) => `${whichRows(at, result.name, card)}: ${text}`).join('; ');
};

const NO_ROWS: Text = { id: 'tidak ada baris', en: 'no rows' };

const isPerRow = (value: IndicatorResult['value']): value is readonly ResultValue[] =>
  Array.isArray(value);

/** What an indicator gave, with its unit. */
export const resultFigure = (result: IndicatorResult, card: Card): Figure => {
  const { value } = result;
  if (!isPerRow(value)) return withUnit(value, result, card);
  if (value.length === 0) return { shown: NO_ROWS[card.language] };
  return { shown: rowValues(value, result, card) };
};

/** A change of a value, in the unit of the indicator it changed. */
export const changeFigure = (
  change: string | Enclosure,
  result: IndicatorResult | undefined,
  card: Card,
): Figure => {
  const { shown, ...rest } = numberFigure(change, undefined, card.language);
  return { shown: shown + unitText(result?.unit), ...rest };
};
