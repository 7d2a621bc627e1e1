import type { JsonObject } from '../json.js';
import { operators } from '../rule/operators.js';
import { keyText } from './describe.js';
import { dayForm, described } from './dialect.js';

const refer = (name: string): JsonObject => ({ $ref: `#/$defs/${name}` });
const RULE: JsonObject = { $ref: '#/$defs/rule' };

/** Operands: as many as the operator takes, a single one also without its array. */
const operands = (name: string, [least, most]: readonly [number, number]): JsonObject => {
  const list = { type: 'array', minItems: least, maxItems: most, items: RULE };
  if (name === 'in') {
    const set = { type: 'array', minItems: 1, items: RULE };
    return { ...list, prefixItems: [RULE, { anyOf: [RULE, set] }] };
  }
  return least > 1 ? list : { anyOf: [RULE, list] };
};

/** What stands under the keys whose operands are no rules: a name, a day, names, a value and a unit. */
const ownForms = (): Readonly<Record<string, JsonObject>> => ({
  var: refer('reference'),
  date: dayForm,
  missing: {
    anyOf: [
      refer('reference'),
      { type: 'array', minItems: 1, maxItems: 64, items: refer('reference') },
    ],
  },
  missing_some: {
    type: 'array',
    prefixItems: [
      { type: 'integer', minimum: 1 },
      { type: 'array', minItems: 1, items: refer('reference') },
    ],
    items: false,
    minItems: 2,
  },
  number: { type: 'array', prefixItems: [RULE, { type: 'string' }], items: false, minItems: 2 },
});

/** One operation: an object whose only key is an operator of the rule language. */
const operationForm = (): JsonObject => {
  const forms = new Map(Object.entries(ownForms()));
  for (const { name, arity } of operators.values()) forms.set(name, operands(name, arity));
  return {
    type: 'object',
    properties: Object.fromEntries(
      [...forms].map(([name, form]) => [name, described(form, keyText('operation', name))]),
    ),
    additionalProperties: false,
    minProperties: 1,
    maxProperties: 1,
  };
};

/** A decimal, a percentage or a fraction as text. */
const NUMBER_PATTERN = '^-?\\d+((\\.\\d+)?([eE][+-]?\\d+|%)?|/\\d+)$';

const numberText: JsonObject = { type: 'string', pattern: NUMBER_PATTERN };
const rest: JsonObject = { const: 'rest' };

/** Forms of which the schema that reads a policy knows less than the compiler. */
export const ruleForms: Readonly<Record<string, () => JsonObject>> = {
  operation: operationForm,
  rule: () => ({
    anyOf: [{ type: ['boolean', 'number', 'string'] }, refer('operation')],
  }),
  number: () => ({
    anyOf: [{ type: 'number' }, numberText],
  }),
  amount: () => ({
    anyOf: [{ type: 'number' }, numberText, refer('operation')],
  }),
};

/** A number, or with `by` one for every label. */
export const valueByLabel = (): JsonObject => ({
  anyOf: [
    refer('number'),
    { type: 'object', propertyNames: refer('name'), additionalProperties: refer('number') },
  ],
});

/** A share that may be what the others leave of 1. */
export const shareForm = (): JsonObject => ({ anyOf: [refer('number'), rest] });

/** The definitions of sets of weights: by component, and such a set by label. */
export const weightForms = (): JsonObject => ({
  weights: {
    type: 'object',
    propertyNames: refer('reference'),
    additionalProperties: { anyOf: [refer('amount'), rest] },
    minProperties: 1,
  },
  'weights-by-label': {
    type: 'object',
    propertyNames: refer('name'),
    additionalProperties: refer('weights'),
  },
});

/** What `weights` are, with and without `by` beside them. */
export const weightsBeside = (form: JsonObject): JsonObject => ({
  ...form,
  if: { required: ['by'] },
  then: { properties: { weights: refer('weights-by-label') } },
  else: { properties: { weights: refer('weights') } },
});
