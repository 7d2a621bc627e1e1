import type { Text } from '../issue.js';
import type { JsonObject } from '../json.js';

/** The dialect that schemas are written in. */
export const DIALECT = 'https://json-schema.org/draft/2020-12/schema';

/** A decimal as text. */
export const DECIMAL_PATTERN = '^-?\\d+(\\.\\d+)?([eE][+-]?\\d+)?$';

/** A civil day. */
export const dayForm: JsonObject = {
  type: 'string',
  format: 'date',
  pattern: '^\\d{4}-\\d{2}-\\d{2}$',
};

/** A text in both languages as an editor shows it: English first. */
export const bothLanguages = ({ en, id }: Text): string => (en === id ? en : `${en} — ${id}`);

/** `form` with a description in both languages, where there is a text. */
export const described = (form: JsonObject, text: Text | undefined): JsonObject =>
  text === undefined ? form : { ...form, description: bothLanguages(text) };

/** A closed object of these members. */
export const closed = (
  properties: Readonly<Record<string, JsonObject>>,
  required: readonly string[] = [],
): JsonObject => ({
  type: 'object',
  properties,
  ...(required.length === 0 ? {} : { required }),
  additionalProperties: false,
});

/** Members by key, from pairs. */
export const membersOf = <T>(
  items: readonly T[],
  keyOf: (item: T) => string,
  formOf: (item: T) => JsonObject,
): Readonly<Record<string, JsonObject>> =>
  Object.fromEntries(items.map((item) => [keyOf(item), formOf(item)]));
