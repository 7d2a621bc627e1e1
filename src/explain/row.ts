import type { Language } from './explanation.js';
import { type Place, rowsText, rowText } from './place.js';

/** What tells whose the rows of a scorecard are. */
export interface RowNames {
  readonly language: Language;
  /** By name of an indicator per row, its table. */
  readonly tables: ReadonlyMap<string, string>;
  /** By name of a table of members, their subjects row by row. */
  readonly members: ReadonlyMap<string, readonly (string | undefined)[]>;
}

/** Whose scorecard a row is; undefined where it is nobody's, or names no one. */
const subjectOf = ({ name, row }: Place, { tables, members }: RowNames): string | undefined => {
  const [first = '', column] = name.split('.');
  const table = column === undefined ? tables.get(name) : first;
  return table === undefined || row === undefined ? undefined : members.get(table)?.[row];
};

/** The member whose row it is by name; a row of anything else by its number. */
export const whichRow = (row: number, name: string, card: RowNames): string =>
  subjectOf({ name, row }, card) ?? rowText(row, card.language);

/** Rows as `whichRow` names them; those that are nobody's together: `a, b, rows 3–5`. */
export const whichRows = (rows: readonly number[], name: string, card: RowNames): string => {
  const subjects: string[] = [];
  const numbers: number[] = [];
  for (const row of rows) {
    const subject = subjectOf({ name, row }, card);
    if (subject === undefined) numbers.push(row);
    else subjects.push(subject);
  }
  return [...subjects, ...(numbers.length === 0 ? [] : [rowsText(numbers, card.language)])].join(
    ', ',
  );
};
