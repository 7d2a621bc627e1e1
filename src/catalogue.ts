import type { Issue, IssueCode, IssueExtras, Params, Severity, Text } from './issue.js';
import { messages } from './message/messages.js';
import type { MessageTemplate } from './message/template.js';
import type { Pointer } from './pointer.js';

/** Every code with its severity and its sentences, for reference tables. */
export const issueCatalogue: Readonly<Record<IssueCode, MessageTemplate>> = messages;

/** At most this many characters of a user's text are repeated in a message. */
const PARAM_LENGTH = 80;

/** Text that is shown as it is, as most is. */
const PLAIN = /^[\x20-\x7e]{0,80}$/;

const shorten = (text: string): string => {
  if (PLAIN.test(text)) return text;
  const printable = text.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '\u{fffd}');
  if (printable.length <= PARAM_LENGTH) return printable;
  const cut = printable.slice(0, PARAM_LENGTH);
  // Half a surrogate pair at the cut is no character.
  return `${/[\ud800-\udbff]$/.test(cut) ? cut.slice(0, -1) : cut}…`;
};

type Filled = Readonly<Record<string, Text>>;

const fill = (template: Text, params: Filled): Text => {
  const one = (language: keyof Text): string => {
    const text = template[language];
    if (!text.includes('{')) return text;
    return text.replace(/\{(\w+)\}/g, (whole, name: string) =>
      Object.hasOwn(params, name) ? (params[name]?.[language] ?? whole) : whole,
    );
  };
  return { id: one('id'), en: one('en') };
};

/** Whether `help` would suggest a name where none is near. */
const lacksSuggestion = (help: Text, params: Filled): boolean =>
  help.en.includes('{suggestion}') && (params['suggestion']?.en ?? '') === '';

/**
 * The issue with this code at this place, with its sentences filled in.
 *
 * @param params - values for the `{placeholders}` of the sentences; shortened and made printable
 */
export const issue = (
  code: IssueCode,
  pointer: Pointer,
  params: Params = {},
  extras: IssueExtras = {},
): Issue => {
  const template: MessageTemplate = issueCatalogue[code];
  const texts: Record<string, Text> = {};
  for (const [name, value] of Object.entries(params)) {
    const { id, en } = typeof value === 'object' ? value : { id: String(value), en: String(value) };
    texts[name] = { id: shorten(id), en: shorten(en) };
  }
  return {
    code,
    severity: extras.severity ?? template.severity,
    pointer,
    ...(extras.policyPointer === undefined ? {} : { policyPointer: extras.policyPointer }),
    ...(extras.position === undefined ? {} : { position: extras.position }),
    message: fill(template, texts),
    params: Object.fromEntries(Object.entries(texts).map(([name, { en }]) => [name, en])),
    ...(template.help === undefined || lacksSuggestion(template.help, texts)
      ? {}
      : { help: fill(template.help, texts) }),
  };
};

/**
 * `issues`, cut at `limit`; the cut is itself an issue, so that nobody takes the list for whole. Errors are
 * kept before warnings and these before notes, so that what matters is not crowded out.
 */
export const capIssues = (issues: readonly Issue[], limit: number): readonly Issue[] => {
  if (issues.length <= limit) return issues;
  const kept = new Set(
    [...issues].sort((a, b) => WEIGHT[a.severity] - WEIGHT[b.severity]).slice(0, limit),
  );
  return [
    ...issues.filter((each) => kept.has(each)),
    issue('json.too_many_issues', '', { shown: limit, found: issues.length }),
  ];
};

const WEIGHT: Readonly<Record<Severity, number>> = { error: 0, warning: 1, note: 2 };
