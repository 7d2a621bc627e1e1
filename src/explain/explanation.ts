import type { Text } from '../issue.js';
import type { Pointer } from '../pointer.js';

/** The language of a text. */
export type Language = keyof Text;

/** Something explained to a person: plain text, and the same content as structure. */
export interface Explanation {
  readonly language: Language;
  readonly title: string;
  readonly sections: readonly Section[];
  /** For a terminal or a letter: lines of some 80 characters, each ended by a newline. */
  readonly text: string;
}

/** One part of an explanation. */
export interface Section {
  readonly heading: string;
  readonly rows: readonly Row[];
  /** What the amounts in the rows add up to; a section with a sum is a column of amounts. */
  readonly sum?: Row;
}

/** One line of a section, with what is said about it. */
export interface Row {
  readonly label: string;
  readonly value?: string;
  /** The exact number, where `value` shows only its approximation. */
  readonly exact?: string;
  readonly notes?: readonly string[];
  /** The rule or the datum that the row is about. */
  readonly pointer?: Pointer;
}
