import type { IndicatorKind } from '../../src/indicator/contract.js';
import { adjustmentKinds } from '../../src/adjust/registry.js';
import type { Text } from '../../src/issue.js';
import type { JsonObject } from '../../src/json.js';
import { type Choice, CHOICES } from '../../src/schema/definitions.js';
import { keyText } from '../../src/schema/describe.js';
import { policyJsonSchema } from '../../src/schema/policy.js';
import { table } from './markdown.js';

type Form = JsonObject;

const schema = policyJsonSchema() as Form;
const definitions = schema['$defs'] as Readonly<Record<string, Form>>;

const isForm = (value: unknown): value is Form =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const formsIn = (value: unknown): readonly Form[] =>
  Array.isArray(value) ? value.filter(isForm) : [];

const code = (text: string): string => `\`${text}\``;

const quoted = (value: unknown): string => code(JSON.stringify(value));

/** What a reference to a definition is called; any other definition is an object of that name. */
const CALLED: Readonly<Record<string, string>> = {
  text: '`{ "id", "en" }`',
  name: 'name',
  reference: 'name',
  number: 'number',
  amount: 'number or rule',
  rule: 'rule',
  operation: 'rule',
  'lookup-values': 'value, or map to values',
};

const nameOf = (reference: string): string => {
  const name = reference.replace('#/$defs/', '');
  return (Object.hasOwn(CALLED, name) ? CALLED[name] : undefined) ?? name.replaceAll('-', ' ');
};

/** The pattern of a text by what it is called. */
const PATTERNED: ReadonlyMap<string, string> = new Map([
  ['^\\d{4}-\\d{2}-\\d{2}$', 'day'],
  ['^sha256:[0-9a-f]{64}$', 'digest'],
  ['^\\d{1,9}\\.\\d{1,9}\\.\\d{1,9}$', 'version'],
  ['^[a-z][a-z0-9-]*(/[a-z][a-z0-9-]*)*$', 'id'],
]);

const TYPES: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'number',
  boolean: '`true` or `false`',
  integer: 'whole number',
};

const grouped = (text: string): string => (text.includes(' or ') ? `(${text})` : text);

/** What stands under a key, in a few words. */
const formText = (form: Form): string => {
  const { $ref, enum: words, const: only, type, items, pattern } = form;
  if (typeof $ref === 'string') return nameOf($ref);
  if (Array.isArray(words)) return words.map(quoted).join(', ');
  if (only !== undefined) return quoted(only);
  const options = formsIn(form['anyOf'] ?? form['oneOf']);
  if (options.length > 0) return [...new Set(options.map(formText))].join(' or ');
  if (Array.isArray(type))
    return type.map((each) => TYPES[String(each)] ?? String(each)).join(' or ');
  if (type === 'array') return isForm(items) ? `list of ${grouped(formText(items))}` : 'pair';
  if (type === 'object') {
    const inner = form['additionalProperties'];
    return isForm(inner) ? `map to ${grouped(formText(inner))}` : 'object';
  }
  if (typeof pattern === 'string') return PATTERNED.get(pattern) ?? 'text';
  return (typeof type === 'string' ? TYPES[type] : undefined) ?? 'anything';
};

/** One key of a table. */
interface KeyRow {
  readonly key: string;
  readonly required: string;
  readonly form: string;
  readonly text: Text | undefined;
}

const choiceText = (key: string, { keys, are }: Choice): string => {
  const listed = keys.map(code).join(', ');
  if (are === 'exactly-one') return `one of ${listed}`;
  if (are === 'at-least-one') return `any of ${listed}`;
  return `with ${keys
    .filter((each) => each !== key)
    .map(code)
    .join(', ')}`;
};

const requirement = (place: string, key: string, form: Form): string => {
  const required = Array.isArray(form['required']) && form['required'].includes(key);
  if (required) return 'yes';
  const choice = (Object.hasOwn(CHOICES, place) ? CHOICES[place] : undefined)?.find(
    ({ keys }) =>
      keys.includes(key) && keys.every((each) => Object.hasOwn(propertiesOf(form), each)),
  );
  return choice === undefined ? 'no' : choiceText(key, choice);
};

const propertiesOf = (form: Form): Readonly<Record<string, Form>> => {
  const { properties } = form;
  return isForm(properties) ? (properties as Readonly<Record<string, Form>>) : {};
};

/** The objects within `form` whose keys belong to the same table, with what leads to each. */
const innerObjects = (form: Form): readonly (readonly [string, Form])[] => {
  const { items, additionalProperties: each } = form;
  const options = formsIn(form['anyOf'] ?? form['oneOf']);
  if (form['type'] === 'object' && isForm(form['properties'])) return [['', form]];
  const inside = [
    ...options.map((option) => ['', option] as const),
    ...(isForm(items) ? [['[]', items] as const] : []),
    ...(isForm(each) ? [['.*', each] as const] : []),
  ];
  return inside.flatMap(([step, inner]) =>
    innerObjects(inner).map(([rest, found]) => [step + rest, found] as const),
  );
};

/** Variants without a fixed word, by the first key that they need. */
const VARIANTS: Readonly<Record<string, string>> = {
  worst: 'a numeric scale',
  labels: 'a label scale',
  result: 'a result',
  indicator: 'an indicator',
};

/** What tells one variant of a form from the others: its fixed word or those it takes, else the first key that it needs. */
const variantName = (form: Form): string => {
  const fixed = Object.values(propertiesOf(form)).find((each) => each['const'] !== undefined);
  if (fixed !== undefined) return quoted(fixed['const']);
  const words = propertiesOf(form)['take']?.['enum'];
  if (Array.isArray(words)) return words.map(quoted).join(', ');
  const { required } = form;
  const first = Array.isArray(required) ? String(required[0]) : '';
  const name = Object.hasOwn(VARIANTS, first) ? VARIANTS[first] : undefined;
  if (name === undefined) throw new TypeError(`a variant without a name, which needs ${first}`);
  return name;
};

/** The same key in several variants of a form, as one row. */
const merge = (rows: readonly (KeyRow & { readonly variant: string })[], all: number): KeyRow => {
  const [first] = rows;
  if (first === undefined) throw new TypeError('a key stands in no variant');
  const forms = [...new Set(rows.map(({ form }) => form))].join(', ');
  const needs = [...new Set(rows.map(({ required }) => required))];
  const beside = rows.map(({ variant }) => variant).join(', ');
  const one = needs.length === 1 ? (needs[0] ?? '') : 'for some';
  return { ...first, form: forms, required: rows.length === all ? one : `${one}, for ${beside}` };
};

const rowsOf = (place: string, form: Form, prefix = ''): readonly KeyRow[] => {
  const variants = formsIn(form['anyOf'] ?? form['oneOf']).filter(
    (each) => Object.keys(propertiesOf(each)).length > 0,
  );
  if (Object.keys(propertiesOf(form)).length === 0 && variants.length > 0) {
    const rows = variants.flatMap((each) =>
      rowsOf(place, each, prefix).map((row) => ({ ...row, variant: variantName(each) })),
    );
    const keys = [...new Set(rows.map(({ key }) => key))];
    return keys.map((key) =>
      merge(
        rows.filter((row) => row.key === key),
        variants.length,
      ),
    );
  }
  const section = place.split('.')[0] ?? '';
  return Object.entries(propertiesOf(form)).flatMap(([key, each]) => {
    const row: KeyRow = {
      key: prefix + key,
      required: requirement(place, key, form),
      form: formText(each),
      text: textAt(section, prefix + key),
    };
    const inner = innerObjects(each).flatMap(([step, found]) =>
      rowsOf(`${place}.${key}`, found, `${prefix}${key}${step}.`),
    );
    return [row, ...inner];
  });
};

/** `cases[].gives` stands in the table of texts as `cases.gives`. */
const textAt = (section: string, key: string): Text | undefined => {
  const path = key.replaceAll('[]', '').replaceAll('.*', '').split('.');
  const last = path.pop() ?? '';
  return keyText([section, ...path].join('.'), last);
};

const cells = ({ key, required, form, text }: KeyRow): readonly string[] => [
  code(key),
  required,
  form,
  text?.en ?? '',
  text?.id ?? '',
];

const HEADER = ['Key', 'Required', 'Form', 'English', 'Indonesian'];

/** The keys of the definition `name`, less those that `leave` names. */
const keysTable = (name: string, leave: (key: string) => boolean = () => false): string => {
  const form = name === 'policy' ? schema : definitions[name];
  if (form === undefined) throw new TypeError(`there is no definition ${name}`);
  const rows = rowsOf(name, form).filter(({ key }) => !leave(key));
  return table(HEADER, rows.map(cells));
};

/** A key that means the same in several verbs has one row, at the first of them. */
const together = (
  bodies: readonly { readonly name: string; readonly row: KeyRow }[],
): readonly (readonly string[])[] => {
  const rows = new Map<string, { readonly verbs: readonly string[]; readonly row: KeyRow }>();
  for (const { name, row } of bodies) {
    const same = cells(row).join('|');
    rows.set(same, { row, verbs: [...(rows.get(same)?.verbs ?? []), code(name)] });
  }
  return [...rows.values()].map(({ verbs, row }) => [verbs.join(', '), ...cells(row)]);
};

/** A table of keys for every definition that a policy is made of, by the name of its section of the page. */
export const keyTables = (kinds: readonly IndicatorKind[]): Readonly<Record<string, string>> => {
  const verbs = new Set(kinds.map(({ name }) => name));
  /** Keys that have a table of their own. */
  const elsewhere: Readonly<Record<string, (key: string) => boolean>> = {
    indicator: (key) => verbs.has(key),
    adjustment: (key) => adjustmentKinds.has(key),
    test: (key) => key.startsWith('evidence.'),
  };
  const bodies = kinds.flatMap(({ name }) =>
    rowsOf(`verb-${name}`, definitions[`verb-${name}`] ?? {}).map((row) => ({ name, row })),
  );
  const own = Object.keys(definitions).filter(
    (name) =>
      !name.startsWith('verb-') && !name.startsWith('weights') && !Object.hasOwn(CALLED, name),
  );
  return {
    'keys policy': keysTable('policy'),
    ...Object.fromEntries(
      own.map((name) => [
        `keys ${name}`,
        keysTable(name, Object.hasOwn(elsewhere, name) ? elsewhere[name] : undefined),
      ]),
    ),
    'verb keys': table(['Verb', ...HEADER], together(bodies)),
  };
};
