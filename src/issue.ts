import { auditMessages } from './message/audit.js';
import { extendMessages } from './message/extend.js';
import { declaredMessages } from './message/declared.js';
import { evidenceMessages } from './message/evidence.js';
import { groupMessages } from './message/group.js';
import { indicatorMessages } from './message/indicator.js';
import { jsonMessages } from './message/json.js';
import { nameMessages } from './message/name.js';
import { policyMessages } from './message/policy.js';
import { ruleMessages } from './message/rule.js';
import { scoreMessages } from './message/score.js';
import { tableMessages } from './message/table.js';
import type { MessageTemplate } from './message/template.js';
import type { Pointer } from './pointer.js';

/** The same sentence in Indonesian and in English. */
export interface Text {
  readonly id: string;
  readonly en: string;
}

/** How much an issue weighs: an `error` stops, a `warning` asks to be looked at, a `note` informs. */
export type Severity = 'error' | 'warning' | 'note';

/** Where in a text an issue was found; both count from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Something that a document, a value or a record is told about itself. */
export interface Issue {
  /** `area.snake_case`; codes are only ever added. */
  readonly code: IssueCode;
  readonly severity: Severity;
  /** Where, in the document that was given: a policy, an evidence document or a record. */
  readonly pointer: Pointer;
  /** The rule of the policy that asked for it, when `pointer` points elsewhere. */
  readonly policyPointer?: Pointer;
  /** Line and column, when the document was given as text. */
  readonly position?: Position;
  readonly message: Text;
  /** The values in the message, shortened, as English text. */
  readonly params: Readonly<Record<string, string>>;
  /** How to mend it. */
  readonly help?: Text;
}

const messages = {
  ...jsonMessages,
  ...policyMessages,
  ...extendMessages,
  ...nameMessages,
  ...declaredMessages,
  ...ruleMessages,
  ...indicatorMessages,
  ...tableMessages,
  ...evidenceMessages,
  ...scoreMessages,
  ...groupMessages,
  ...auditMessages,
} as const satisfies Record<string, MessageTemplate>;

/** Every code an issue can carry. */
export type IssueCode = keyof typeof messages;

/** Every code with its severity and its sentences, for reference tables. */
export const issueCatalogue: Readonly<Record<IssueCode, MessageTemplate>> = messages;

/** At most this many characters of a user's text are repeated in a message. */
const PARAM_LENGTH = 80;

const shorten = (text: string): string => {
  const printable = text.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '\u{fffd}');
  if (printable.length <= PARAM_LENGTH) return printable;
  const cut = printable.slice(0, PARAM_LENGTH);
  // Half a surrogate pair at the cut is no character.
  return `${/[\ud800-\udbff]$/.test(cut) ? cut.slice(0, -1) : cut}…`;
};

/** A value for a placeholder: the same in both languages, or one for each. */
export type Param = string | number | Text;

/** Values for the `{placeholders}` of a message. */
export type Params = Readonly<Record<string, Param>>;

type Filled = Readonly<Record<string, Text>>;

const fill = (template: Text, params: Filled): Text => {
  const one = (language: keyof Text): string =>
    template[language].replace(/\{(\w+)\}/g, (whole, name: string) =>
      Object.hasOwn(params, name) ? (params[name]?.[language] ?? whole) : whole,
    );
  return { id: one('id'), en: one('en') };
};

/** Whether `help` would suggest a name where none is near. */
const lacksSuggestion = (help: Text, params: Filled): boolean =>
  help.en.includes('{suggestion}') && (params['suggestion']?.en ?? '') === '';

/** What an issue may carry besides its code, place and parameters. */
export interface IssueExtras {
  readonly policyPointer?: Pointer;
  readonly position?: Position;
  readonly severity?: Severity;
}

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
  const template: MessageTemplate = messages[code];
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

/** Whether any issue is an error. */
export const hasError = (issues: readonly Issue[]): boolean =>
  issues.some((each) => each.severity === 'error');
