import type * as z from 'zod/mini';

/** Every key of an interface, and whether it may be left out; the compiler holds it to be exactly that. */
export type Keys<T> = {
  readonly [K in keyof T]-?: Partial<Pick<T, K>> extends Pick<T, K> ? 'optional' : 'required';
};

/** Every word of a union of literals; the compiler holds it to be exactly these. */
export type Words<T extends string> = Readonly<Record<T, true>>;

type Schema = z.core.$ZodType;

const defOf = (schema: Schema): z.core.$ZodTypes['_zod']['def'] =>
  (schema._zod as { readonly def: z.core.$ZodTypes['_zod']['def'] }).def;

/** The schema without what lets it be left out. */
const inner = (schema: Schema): Schema => {
  const def = defOf(schema);
  return def.type === 'optional' ? inner(def.innerType) : schema;
};

/** The way from a schema to one inside it: a key of an object, a branch of a union, or every member. */
export type Way = readonly (string | number)[];

/** The schema at the end of a way; a number is a branch of a union or a place in a tuple. */
export const schemaAt = (schema: Schema, way: Way): Schema => {
  const [step, ...rest] = way;
  const here = inner(schema);
  if (step === undefined) return here;
  const def = defOf(here);
  const next = (): Schema | undefined => {
    switch (def.type) {
      case 'object':
        return def.shape[step];
      case 'record':
        return def.valueType;
      case 'array':
        return def.element;
      case 'tuple':
        return def.items[Number(step)];
      case 'union':
        return def.options[Number(step)];
      default:
        return undefined;
    }
  };
  const found = next();
  if (found === undefined) throw new TypeError(`no \`${step}\` in a schema of type ${def.type}`);
  return schemaAt(found, rest);
};

/** The keys that a closed object schema knows, as `Keys` writes them. */
export const keysOf = (schema: Schema): Readonly<Record<string, string>> => {
  const def = defOf(inner(schema));
  if (def.type !== 'object') throw new TypeError(`${def.type} is no object`);
  if (def.catchall === undefined || defOf(def.catchall).type !== 'never')
    throw new TypeError('the object is open');
  return Object.fromEntries(
    Object.entries(def.shape).map(([key, each]) => [
      key,
      defOf(each).type === 'optional' ? 'optional' : 'required',
    ]),
  );
};

/** The words that a schema knows, sorted. */
export const wordsOf = (schema: Schema): readonly string[] => {
  const def = defOf(inner(schema));
  if (def.type === 'enum') return Object.values(def.entries).map(String).sort();
  if (def.type === 'literal') return def.values.map(String).sort();
  throw new TypeError(`${def.type} has no words`);
};
