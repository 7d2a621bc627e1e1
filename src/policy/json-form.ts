import type * as z from 'zod/mini';
import type { IndicatorKind } from '../indicator/contract.js';
import type { Json, JsonObject } from '../json.js';
import {
  authorName,
  numberLiteral,
  numberSlot,
  reference,
  rule,
  ruleOperation,
  text,
} from '../rule/schema.js';
import { policySchema } from './schema.js';

/**
 * Where a form stands: the name of the definition that it is in, then the keys that lead to it, with `*`
 * for what stands under a key that an author chooses and for an element: `round.mode`, `policy.inputs.*`. `@` is
 * such a key itself.
 */
export type FormPlace = string;

/** What whoever asks for a form decides about it. */
export interface FormHooks {
  /** The name of the definition of what stands at `place`; undefined where it is written in place. */
  readonly definitionAt: (place: FormPlace) => string | undefined;
  /** Another form for what stands at `place`, where the schema knows too little; undefined to keep its own. */
  readonly insteadAt: (place: FormPlace) => JsonObject | undefined;
  /** The form of an object at `place`, completed. */
  readonly complete: (place: FormPlace, form: JsonObject) => JsonObject;
}

/** A form, and the definitions that it refers to as `#/$defs/name`. */
interface PolicyForm {
  readonly form: JsonObject;
  readonly definitions: JsonObject;
}

type Schema = z.core.$ZodType;

/** Parts that schemas share: each has one definition, wherever it stands. */
const SHARED: ReadonlyMap<Schema, string> = new Map<Schema, string>([
  [authorName, 'name'],
  [reference, 'reference'],
  [numberLiteral, 'number'],
  [numberSlot, 'amount'],
  [rule, 'rule'],
  [ruleOperation, 'operation'],
  [text, 'text'],
]);

/** Forms within one another; only a recursive one without a definition has more. */
const DEEPEST = 50;

const referTo = (name: string): JsonObject => ({ $ref: `#/$defs/${name}` });

/** What the checks of a schema say, in keywords; a check that none stands for is a fault of this file. */
const checked = (schema: Schema): JsonObject => {
  const { def } = schema._zod;
  const size = def.type === 'array' ? 'Items' : 'Length';
  const own = 'check' in def ? [schema as unknown as z.core.$ZodCheck] : [];
  const found = [...own, ...(def.checks ?? [])].map((check): JsonObject => {
    const each = check._zod.def as z.core.$ZodChecks['_zod']['def'];
    switch (each.check) {
      case 'greater_than':
        return { [each.inclusive ? 'minimum' : 'exclusiveMinimum']: Number(each.value) };
      case 'less_than':
        return { [each.inclusive ? 'maximum' : 'exclusiveMaximum']: Number(each.value) };
      case 'number_format':
        return { type: each.format.includes('int') ? 'integer' : 'number' };
      case 'min_length':
        return { [`min${size}`]: each.minimum };
      case 'max_length':
        return { [`max${size}`]: each.maximum };
      case 'string_format':
        return each.pattern === undefined
          ? {}
          : { pattern: each.pattern.source.replaceAll('\\/', '/') };
      default:
        throw new TypeError(`no keyword is known for the check ${each.check}`);
    }
  });
  return Object.assign({}, ...found) as JsonObject;
};

const converter = (hooks: FormHooks) => {
  const definitions: Record<string, Json> = {};

  const define = (name: string, schema: Schema): JsonObject => {
    if (!Object.hasOwn(definitions, name)) {
      definitions[name] = {};
      definitions[name] = hooks.insteadAt(name) ?? inPlace(schema, name, 0);
    }
    return referTo(name);
  };

  const convert = (schema: Schema, place: FormPlace, depth: number): JsonObject => {
    if (depth > DEEPEST) throw new TypeError(`a form within itself, without a name: ${place}`);
    const shared = SHARED.get(schema);
    const instead = hooks.insteadAt(place);
    if (instead !== undefined) return instead;
    const name = shared ?? hooks.definitionAt(place);
    return name === undefined ? inPlace(schema, place, depth) : define(name, schema);
  };

  const objectForm = (
    shape: Readonly<Record<string, Schema>>,
    place: FormPlace,
    depth: number,
  ): JsonObject => {
    const keys = Object.entries(shape);
    const required = keys.filter(([, { _zod }]) => _zod.optin === undefined).map(([key]) => key);
    return hooks.complete(place, {
      type: 'object',
      properties: Object.fromEntries(
        keys.map(([key, each]) => [key, convert(each, `${place}.${key}`, depth)]),
      ),
      ...(required.length === 0 ? {} : { required }),
      additionalProperties: false,
    });
  };

  const inPlace = (schema: Schema, place: FormPlace, outer: number): JsonObject => {
    const depth = outer + 1;
    const { def } = schema._zod as { readonly def: z.core.$ZodTypes['_zod']['def'] };
    switch (def.type) {
      case 'optional':
        return convert(def.innerType, place, depth);
      case 'lazy':
        return convert(def.getter(), place, depth);
      case 'nullable':
        return { anyOf: [convert(def.innerType, place, depth), { type: 'null' }] };
      case 'union': {
        const options = def.options.map((option) => convert(option, place, depth));
        return 'discriminator' in def ? { oneOf: options } : { anyOf: options };
      }
      case 'object':
        return objectForm(def.shape, place, depth);
      case 'record':
        return {
          type: 'object',
          propertyNames: convert(def.keyType, `${place}.@`, depth),
          additionalProperties: convert(def.valueType, `${place}.*`, depth),
        };
      case 'array':
        return {
          type: 'array',
          items: convert(def.element, `${place}.*`, depth),
          ...checked(schema),
        };
      case 'tuple':
        return {
          type: 'array',
          prefixItems: def.items.map((item) => convert(item, `${place}.*`, depth)),
          items: false,
          minItems: def.items.length,
        };
      case 'enum':
        return { enum: Object.values(def.entries) };
      case 'literal': {
        const [value = null, ...more] = def.values as readonly Json[];
        return more.length === 0 ? { const: value } : { enum: [value, ...more] };
      }
      case 'string':
      case 'number':
        return { type: def.type, ...checked(schema) };
      case 'boolean':
        return { type: 'boolean' };
      case 'any':
      case 'unknown':
        return {};
      default:
        throw new TypeError(`no form is known for a schema of type ${def.type} at ${place}`);
    }
  };

  return { define, definitions };
};

/**
 * The form of a policy for `kinds`, in the words of JSON Schema (draft 2020-12), from the schema that
 * policies are read by.
 *
 * @returns the form of the whole; its parts are definitions
 */
export const policyForm = (
  kinds: ReadonlyMap<string, IndicatorKind>,
  hooks: FormHooks,
): PolicyForm => {
  const { define, definitions } = converter(hooks);
  define('policy', policySchema(kinds));
  const { policy, ...others } = definitions;
  return { form: policy as JsonObject, definitions: others };
};
