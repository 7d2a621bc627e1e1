import type { Issue, Severity, Text } from '../issue.js';
import type { Language, Row, Section } from './explanation.js';
import { type Place, placeOf, rowsText } from './place.js';

const HEADING: Text = { id: 'Catatan', en: 'Issues' };

const SEVERITY: Readonly<Record<Severity, Text>> = {
  error: { id: 'kesalahan', en: 'error' },
  warning: { id: 'peringatan', en: 'warning' },
  note: { id: 'catatan', en: 'note' },
};

/** The same thing said of several rows. */
interface Said {
  readonly issue: Issue;
  readonly place: Place;
  readonly rows: number[];
}

const grouped = (issues: readonly Issue[], language: Language): readonly Said[] => {
  const groups = new Map<string, Said>();
  for (const issue of issues) {
    const place = placeOf(issue.pointer, language);
    const key = [issue.code, issue.severity, place.name, issue.message[language]].join('\n');
    const known = groups.get(key) ?? { issue, place, rows: [] };
    groups.set(key, known);
    if (place.row !== undefined) known.rows.push(place.row);
  }
  return [...groups.values()];
};

const rowOf = ({ issue, place, rows }: Said, language: Language): Row => {
  const message = issue.message[language];
  const name = place.name === '' || message.includes(place.name) ? '' : `${place.name}: `;
  const at = rows.length === 0 ? '' : ` (${rowsText(rows, language)})`;
  return {
    label: SEVERITY[issue.severity][language],
    value: name + message + at,
    ...(issue.help === undefined ? {} : { notes: [issue.help[language]] }),
    pointer: issue.pointer,
  };
};

/** What was noticed, in the order in which it was; the same thing about several rows once. */
export const issueSection = (
  issues: readonly Issue[],
  language: Language,
  heading: Text = HEADING,
): Section => ({
  heading: heading[language],
  rows: grouped(issues, language).map((said) => rowOf(said, language)),
});
