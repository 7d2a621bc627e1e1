import type { Text } from '../issue.js';
import type { Language } from './explanation.js';

/** A text with `{placeholders}`, in both languages. */
export type Template = Text;

/** `template` in `language`, its placeholders filled. */
export const say = (
  template: Template,
  language: Language,
  values: Readonly<Record<string, string>> = {},
): string => template[language].replace(/\{(\w+)\}/g, (whole, key: string) => values[key] ?? whole);
