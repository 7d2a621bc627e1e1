import { adjustmentKinds } from '../adjust/registry.js';
import type { IndicatorKind } from '../indicator/contract.js';
import type { Text } from '../issue.js';
import type { Json, JsonObject } from '../json.js';
import { withHostKinds } from '../plan/compile.js';
import { type FormHooks, policyForm } from '../policy/json-form.js';
import { type Choice, CHOICES, DEFINITION_TEXTS, DEFINITIONS } from './definitions.js';
import { keyText } from './describe.js';
import { described, DIALECT } from './dialect.js';
import { dayHoursBeside } from './duration-form.js';
import { ruleForms, shareForm, valueByLabel, weightForms, weightsBeside } from './rule-form.js';

type Kinds = ReadonlyMap<string, IndicatorKind>;

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Parts that the compiler reads, or does not read, otherwise than the schema of a policy says. */
const INSTEAD: Readonly<Record<string, () => JsonObject>> = {
  'source.share': shareForm,
  'parameter.is': valueByLabel,
  'parameter.since.*': valueByLabel,
  'set-parameter.is': valueByLabel,
  'set-parameter.since.*': valueByLabel,
  // Compared with what comes out and never compiled: any text is a legal expectation.
  'expectation.score': () => ({ type: ['number', 'string', 'null'] }),
  // Read for its plan when the case is run; here only its parts, for completion.
  'test.evidence': () => ({
    type: 'object',
    properties: Object.fromEntries(
      ['subject', 'asOf', 'values', 'tables', 'panels'].map((key) => [
        key,
        described({}, keyText('evidence', key)),
      ]),
    ),
  }),
};

const choiceForm = ({ keys, are }: Choice): JsonObject => {
  if (are === 'all-or-none') {
    return { dependentRequired: Object.fromEntries(keys.map((key) => [key, [...keys]])) };
  }
  const each = keys.map((key) => ({ required: [key] }));
  return are === 'exactly-one' ? { oneOf: each } : { anyOf: each };
};

/** `form` with what its object must choose among the keys that it may have. */
const choose = (form: JsonObject, choices: readonly Choice[]): JsonObject => {
  const properties = isObject(form['properties']) ? form['properties'] : {};
  const found = choices
    .filter(({ keys }) => keys.every((key) => Object.hasOwn(properties, key)))
    .map(choiceForm);
  const [only, ...more] = found;
  if (only === undefined) return form;
  return more.length === 0 ? { ...form, ...only } : { ...form, allOf: found };
};

const hooksFor = (kinds: Kinds): FormHooks => {
  /** A verb and an adjustment say themselves what they are. */
  const textOf = (place: string, key: string): Text | undefined =>
    (place === 'indicator' ? kinds.get(key)?.summary : undefined) ??
    (place === 'adjustment' ? adjustmentKinds.get(key)?.summary : undefined) ??
    keyText(place, key);
  const verbs: Choice = { keys: [...kinds.keys()], are: 'exactly-one' };
  const choicesAt = (place: string): readonly Choice[] => {
    if (place === 'indicator') return [verbs];
    return (Object.hasOwn(CHOICES, place) ? CHOICES[place] : undefined) ?? [];
  };
  const complete = (place: string, form: JsonObject): JsonObject => {
    const properties = isObject(form['properties']) ? form['properties'] : {};
    const entries = Object.entries(properties).map(
      ([key, each]) => [key, described(isObject(each) ? each : {}, textOf(place, key))] as const,
    );
    const isWeighted = place.startsWith('verb-') && 'by' in properties && 'weights' in properties;
    const weights = described({ type: 'object' }, textOf(place, 'weights'));
    const whole = choose(
      {
        ...form,
        properties: { ...Object.fromEntries(entries), ...(isWeighted ? { weights } : {}) },
      },
      choicesAt(place),
    );
    if (place === 'input' && 'dayHours' in properties) return dayHoursBeside(whole);
    return isWeighted ? weightsBeside(whole) : whole;
  };
  return {
    complete,
    insteadAt: (place) =>
      Object.hasOwn(INSTEAD, place)
        ? INSTEAD[place]?.()
        : Object.hasOwn(ruleForms, place)
          ? ruleForms[place]?.()
          : undefined,
    definitionAt: (place) => {
      const [section, verb = '', ...inside] = place.split('.');
      const kind = section === 'indicator' && inside.length === 0 ? kinds.get(verb) : undefined;
      if (kind !== undefined) return 'schema' in kind ? `verb-${kind.name}` : undefined;
      return Object.hasOwn(DEFINITIONS, place) ? DEFINITIONS[place] : undefined;
    },
  };
};

/** A policy that extends another takes its result; only such a policy sets and fills. */
const INHERITANCE: JsonObject = {
  if: { required: ['extends'] },
  then: { properties: { result: false } },
  else: { required: ['indicators', 'result'], properties: { set: false, fill: false } },
};

/**
 * The JSON Schema (draft 2020-12) of a policy, for completion and checks in an editor.
 *
 * It is made from the schema that `compilePolicy` reads policies by, so it accepts whatever compiles. Names,
 * units, sums and order are checked by `compilePolicy` alone. Every key has a description in both languages.
 *
 * @param kinds - kinds of a host, as for `compilePolicy`; their bodies may be anything
 * @throws ScoringError when a host's kind takes a key that is already taken
 * @example
 * const text = JSON.stringify(policyJsonSchema(), null, 2);
 */
export const policyJsonSchema = (kinds: readonly IndicatorKind[] = []): Json => {
  const { form, definitions } = policyForm(withHostKinds(kinds), hooksFor(withHostKinds(kinds)));
  const named = Object.entries(definitions).map(([name, each]) => {
    const text = Object.hasOwn(DEFINITION_TEXTS, name) ? DEFINITION_TEXTS[name] : undefined;
    return [name, described(isObject(each) ? each : {}, text)] as const;
  });
  return {
    $schema: DIALECT,
    $id: 'timbang/policy.schema.json',
    title: 'timbang policy — kebijakan timbang',
    ...form,
    ...INHERITANCE,
    $defs: { ...Object.fromEntries(named), ...weightForms() },
  };
};
