import type { messages } from './message/messages.js';
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

/** Every code an issue can carry. */
export type IssueCode = keyof typeof messages;

/** A value for a placeholder: the same in both languages, or one for each. */
export type Param = string | number | Text;

/** Values for the `{placeholders}` of a message. */
export type Params = Readonly<Record<string, Param>>;

/** What an issue may carry besides its code, place and parameters. */
export interface IssueExtras {
  readonly policyPointer?: Pointer;
  readonly position?: Position;
  readonly severity?: Severity;
}

/** Whether any issue is an error. */
export const hasError = (issues: readonly Issue[]): boolean =>
  issues.some((each) => each.severity === 'error');
