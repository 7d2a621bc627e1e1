import { examplesOf } from '../laws/examples.js';
import type { AdjustmentKind } from '../../src/adjust/contract.js';
import type { KindExample, LibraryKind } from '../../src/indicator/contract.js';
import type { MessageTemplate } from '../../src/message/template.js';
import { printJson, table } from './markdown.js';

const GENERATED =
  '<!-- Generated from the source. To write it anew: UPDATE_DOCS=1 npx vitest run --config test/config/vitest.config.ts test/docs -->';

const sentence = (text: string, help: string | undefined): string =>
  help === undefined ? text : `${text}\n*${help}*`;

const issueRow = ([code, template]: readonly [string, MessageTemplate]): readonly string[] => [
  `\`${code}\``,
  template.severity,
  sentence(template.id, template.help?.id),
  sentence(template.en, template.help?.en),
];

/** The reference page of every issue code, by area, in the order of the catalogue. */
export const issuesPage = (catalogue: Readonly<Record<string, MessageTemplate>>): string => {
  const areas = new Map<string, (readonly [string, MessageTemplate])[]>();
  for (const entry of Object.entries(catalogue)) {
    const area = entry[0].split('.')[0] ?? '';
    areas.set(area, [...(areas.get(area) ?? []), entry]);
  }
  const sections = [...areas].map(
    ([area, entries]) =>
      `## ${area}\n\n${table(['Code', 'Severity', 'Indonesian', 'English'], entries.map(issueRow))}`,
  );
  return `${GENERATED}

# Issues

Everything a document, a value or a record is told about itself is an issue: a code, a severity, a JSON
pointer to the place, line and column when the document was given as text, the same sentence in Indonesian and in
English, the values in it, and often how to mend it (in italics below). Codes are only ever added.

An \`error\` stops a document from being accepted, or says that a subject has no result; a \`warning\` asks to be looked
at; a \`note\` informs. Where the policy decides how much something weighs, an issue carries another severity than the
one listed: \`evidence.missing\` is an error for an input whose \`ifMissing\` is \`"fail"\`. \`{name}\` stands for a
value, shortened to 80 characters and made printable.

${String(Object.keys(catalogue).length)} codes in ${String(areas.size)} areas: ${[...areas.keys()].map((area) => `[${area}](#${area})`).join(', ')}.

${sections.join('\n\n')}
`;
};

/** What the definition of a schema holds that a reader of the page asks for. */
interface Definition {
  readonly type: string;
  readonly shape?: Readonly<Record<string, { readonly _zod: { readonly def: Definition } }>>;
  readonly options?: readonly { readonly _zod: { readonly def: Definition } }[];
  readonly innerType?: { readonly _zod: { readonly def: Definition } };
  readonly entries?: Readonly<Record<string, string>>;
  readonly values?: readonly string[];
}

/** The keys of a kind's body, with what they are where the schema lists it; none for a bare value or rule. */
const bodyKeys = (kind: LibraryKind): readonly string[] => {
  const { shape = {}, options = [] } = kind.schema()._zod.def as Definition;
  // What the variants of a body may say is listed once, with the words of all of them.
  const shapes = [shape, ...options.map((each) => each._zod.def.shape ?? {})];
  const keys = [...new Set(shapes.flatMap((each) => Object.keys(each)))];
  return keys.map((key) => {
    const defs = shapes.flatMap((each) => each[key]?._zod.def ?? []);
    const isOptional = defs.some(({ type }) => type === 'optional');
    const words = defs.flatMap((def) => {
      const inner = def.type === 'optional' ? def.innerType?._zod.def : def;
      return [...Object.values(inner?.entries ?? {}), ...(inner?.values ?? [])];
    });
    const listed = [...new Set(words)].map((word) => `\`"${word}"\``);
    const notes = [
      ...(listed.length === 0 ? [] : [listed.join(', ')]),
      ...(isOptional ? ['optional'] : []),
    ];
    return `\`${key}\`${notes.length === 0 ? '' : ` (${notes.join('; ')})`}`;
  });
};

const fence = (text: string): string => `\`\`\`json\n${text}\n\`\`\``;

const exampleSection = (example: KindExample): string => {
  const stands = Object.keys(example.policy).length > 0;
  return [
    `**${example.title.en}** (${example.title.id})`,
    ...(stands ? ['In a policy with', fence(printJson(example.policy))] : []),
    `${stands ? 'the' : 'The'} indicator`,
    fence(printJson(example.indicator)),
    'and the evidence',
    fence(printJson(example.evidence)),
    ...(example.cohort === undefined
      ? []
      : ['beside a cohort frozen from', fence(printJson(example.cohort))]),
    `give \`${example.gives}\`.${
      example.laws === undefined
        ? ''
        : ` Laws besides those of the verb: ${example.laws.join(', ')}.`
    }`,
  ].join('\n\n');
};

const kindSection = (kind: LibraryKind): string => {
  const keys = bodyKeys(kind);
  return [
    `### ${kind.name}`,
    `${kind.summary.en} (${kind.summary.id}).`,
    [
      ...(keys.length === 0 ? [] : [`- Keys: ${keys.join(', ')}`]),
      `- Source: ${kind.source}`,
      `- Laws: ${kind.laws.join(', ')}`,
      `- Version: ${String(kind.version)}`,
    ].join('\n'),
    ...examplesOf(kind).map(exampleSection),
  ].join('\n\n');
};

/** The families of kinds that a page describes. */
interface Families {
  readonly indicators: readonly LibraryKind[];
  readonly adjustments: readonly AdjustmentKind[];
}

/** The reference page of the verbs of indicators and of the adjustments. */
export const kindsPage = ({ indicators, adjustments }: Families): string => `${GENERATED}

# Verbs and adjustments

An indicator has exactly one verb, its key. What each computes, absences included, is defined in
[evaluation.md](evaluation.md); the types of the bodies are in \`src/indicator/\`. A *version* is raised whenever the
same policy and evidence could give another value. A *law* is a property that must hold on evidence drawn from the inputs of
each example: \`total\` (always a value, or an absence with a cause), \`internal\` (between the least and the greatest
component), \`increasing\` (raising a component never lowers the value), \`idempotent\` (equal components give that value),
\`order-blind\` (the order of names and rows does not matter), \`attributed\` (the contributions to the shortfall sum to it
exactly), \`bounded\` (never outside the ends that the example declares).

The examples are parts of a policy and do not stand alone; each is compiled and evaluated by the tests.

## Verbs

${table(
  ['Verb', 'English', 'Indonesian', 'Laws', 'Version'],
  indicators.map((kind) => [
    `[\`${kind.name}\`](#${kind.name})`,
    kind.summary.en,
    kind.summary.id,
    kind.laws.join(', '),
    String(kind.version),
  ]),
)}

${indicators.map(kindSection).join('\n\n')}

## Adjustments

An element of an indicator's \`adjust\` has exactly one of these as its key, with an amount in the indicator's unit, and
an \`id\`; it may have \`when\`, \`reason\` and \`cite\`. Adjustments apply in the order in which they are written.

${table(
  ['Key', 'English', 'Indonesian', 'Formula', 'Takes `atMost`', 'Can only', 'Version'],
  adjustments.map((kind) => [
    `\`${kind.name}\``,
    kind.summary.en,
    kind.summary.id,
    `\`${kind.source}\``,
    kind.takesLimit ? 'yes' : 'no',
    { lowers: 'lower', raises: 'raise', holds: 'hold' }[kind.direction],
    String(kind.version),
  ]),
)}
`;
