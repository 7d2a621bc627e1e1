import type { Text } from '../issue.js';
import type { Explanation, Language, Row, Section } from './explanation.js';

/** Characters of a line, so that a text fits a terminal, a mail and a letter in typewriter face. */
const LINE = 80;
/** A longer label is followed by its value, out of the column. */
const LABEL = 30;

const EXACTLY: Text = { id: 'tepatnya', en: 'exactly' };

const lengthOf = (text: string): number => Array.from(text).length;

const pad = (text: string, width: number): string =>
  text + ' '.repeat(Math.max(0, width - lengthOf(text)));

/** `text` in lines of at most `width`, broken at spaces; a longer word has a line of its own. */
const wrap = (text: string, width: number): readonly string[] => {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && lengthOf(line) + 1 + lengthOf(word) > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
};

/** `text` behind an indent, its further lines two deeper. */
const indented = (text: string, indent: number): readonly string[] =>
  wrap(text, LINE - indent - 2).map((line, i) => ' '.repeat(i === 0 ? indent : indent + 2) + line);

const below = (row: Row, language: Language): readonly string[] => [
  ...(row.exact === undefined ? [] : indented(`${EXACTLY[language]} ${row.exact}`, 4)),
  ...(row.notes ?? []).flatMap((note) => indented(note, 4)),
];

const longest = (texts: readonly string[]): number =>
  texts.reduce((most, text) => Math.max(most, lengthOf(text)), 0);

/** Labels, and their values in a second column. */
const listed = (rows: readonly Row[], language: Language): readonly string[] => {
  const labels = rows.filter((row) => row.value !== undefined).map((row) => row.label);
  const column = 4 + longest(labels.filter((label) => lengthOf(label) <= LABEL));
  return rows.flatMap((row) => {
    const rest = below(row, language);
    if (row.value === undefined) return [...indented(row.label, 2), ...rest];
    if (lengthOf(row.label) > LABEL) return [...indented(`${row.label}: ${row.value}`, 2), ...rest];
    const values = wrap(row.value, LINE - column).map((line, i) =>
      i === 0 ? `${pad(`  ${row.label}`, column)}${line}` : ' '.repeat(column) + line,
    );
    return [...values, ...rest];
  });
};

/** Labels, and their amounts flush right; the sum under a rule. */
const added = (rows: readonly Row[], sum: Row, language: Language): readonly string[] => {
  const amounts = longest([...rows, sum].map((row) => row.value ?? ''));
  const room = Math.max(20, LINE - 4 - amounts);
  const labels = Math.min(room, longest([...rows, sum].map((row) => row.label)));
  const line = (row: Row): readonly string[] => {
    const [first = '', ...more] = wrap(row.label, labels);
    const amount = row.value ?? '';
    const gap = ' '.repeat(amounts - lengthOf(amount) + 2);
    return [
      `  ${pad(first, labels)}${gap}${amount}`,
      ...more.map((text) => `    ${text}`),
      ...below(row, language),
    ];
  };
  return [...rows.flatMap(line), `  ${'─'.repeat(labels + 2 + amounts)}`, ...line(sum)];
};

const sectionLines = (section: Section, language: Language): readonly string[] => [
  '',
  ...wrap(section.heading, LINE),
  '─'.repeat(Math.min(LINE, lengthOf(section.heading))),
  ...(section.sum === undefined
    ? listed(section.rows, language)
    : added(section.rows, section.sum, language)),
];

/** `text` without what could move a terminal's cursor or break a line. */
const printable = (text: string): string => text.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '\u{fffd}');

const printableRow = (row: Row): Row => ({
  label: printable(row.label),
  ...(row.value === undefined ? {} : { value: printable(row.value) }),
  ...(row.exact === undefined ? {} : { exact: printable(row.exact) }),
  ...(row.notes === undefined || row.notes.length === 0 ? {} : { notes: row.notes.map(printable) }),
  ...(row.pointer === undefined ? {} : { pointer: printable(row.pointer) }),
});

/** An explanation of these sections; those without rows are left out, control characters replaced. */
export const layOut = (
  language: Language,
  title: string,
  sections: readonly Section[],
): Explanation => {
  const shown = sections
    .filter(({ rows }) => rows.length > 0)
    .map(({ heading, rows, sum }) => ({
      heading: printable(heading),
      rows: rows.map(printableRow),
      ...(sum === undefined ? {} : { sum: printableRow(sum) }),
    }));
  const head = printable(title);
  const lines = [
    ...wrap(head, LINE),
    '═'.repeat(Math.min(LINE, lengthOf(head))),
    ...shown.flatMap((section) => sectionLines(section, language)),
  ];
  return { language, title: head, sections: shown, text: `${lines.join('\n')}\n` };
};
