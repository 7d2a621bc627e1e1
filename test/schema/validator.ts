import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js';
import type { Json } from '../../src/json.js';

/** A day of the calendar, by the runtime's own: independent of the library. */
const isDay = (text: string): boolean => {
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
};

/** Where a document does not fit a schema, each as `pointer keyword`; none when it does. */
export const validator = (schema: Json): ((document: Json) => readonly string[]) => {
  // Tuples: a list of operands is open beyond its second place.
  const ajv = new Ajv2020({
    strict: true,
    allowUnionTypes: true,
    strictTuples: false,
    strictRequired: false,
    allErrors: true,
  });
  ajv.addFormat('date', isDay);
  const validate = ajv.compile(schema as object);
  return (document) => {
    validate(document);
    return (validate.errors ?? []).map(
      ({ instancePath, keyword }: ErrorObject) => `${instancePath} ${keyword}`,
    );
  };
};
