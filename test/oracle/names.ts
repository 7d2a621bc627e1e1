import type { InputSpec, PanelSpec, Policy } from '../../src/policy/policy.js';

/** What a name holds, as the generator needs to know it. */
export type Kind =
  | { readonly is: 'number'; readonly unit: string }
  /** `scale` is undefined for labels of an input's own. */
  | { readonly is: 'label'; readonly scale: string | undefined; readonly labels: readonly string[] }
  | { readonly is: 'truth' }
  | { readonly is: 'date' };

/** A name and where it can be read. */
export interface Named {
  readonly name: string;
  readonly kind: Kind;
  /** The table or panel in whose rows it is read; undefined for everywhere. */
  readonly table?: string;
  /** Whether it may be read by the `when` of an input. */
  readonly isPlain: boolean;
}

/** Numeric scales, which are units too, and plain units. */
export const NUMERIC_SCALES = {
  points: { worst: 0, full: 100, best: 120 },
  answer: { worst: 1, full: 5, best: 5, step: 1 },
  index: { worst: '0.1', full: '9/10', best: 1 },
  // Less is better.
  risk: { worst: 50, full: 10, best: 0 },
  place: { worst: 5, full: 1, best: 1, step: 1 },
} as const;

export const LABEL_SCALES = {
  grade: ['poor', 'fair', 'good', 'great', 'top'],
  class: ['low', 'mid', 'high'],
} as const;

export type LabelScale = keyof typeof LABEL_SCALES;

/** Round numbers of each unit, on which edges, targets and evidence meet. */
export const LANDMARKS: Readonly<Record<string, readonly string[]>> = {
  points: [
    '60',
    '70',
    '75',
    '80',
    '90',
    '50',
    '100',
    '0',
    '72.345',
    '12.5',
    '0.125',
    '89.995',
    '66.665',
    '110',
  ],
  answer: ['3', '4', '5', '2', '1', '3.5', '2.25'],
  risk: ['10', '50', '0', '20', '40', '12.5'],
  place: ['3', '1', '5', '2', '4', '1.5'],
  day: ['30', '0', '59', '365', '1', '120', '-31'],
  index: ['0.5', '0.1', '0.9', '0.25', '0.125', '0.111'],
  ratio: ['0.5', '1', '0.25', '0.11', '0', '0.6', '0.335'],
  hour: ['8', '1', '0.5', '24', '0', '1.5', '0.1'],
  minute: ['30', '60', '90', '0', '480', '6', '7.5'],
  person: ['2', '1', '5', '10', '0', '3'],
};

const kindOfInput = (spec: InputSpec): Kind => {
  switch (spec.type) {
    case 'boolean':
      return { is: 'truth' };
    case 'date':
      return { is: 'date' };
    case 'label': {
      const scale = spec.scale;
      const labels =
        scale === 'grade' || scale === 'class' ? LABEL_SCALES[scale] : (spec.labels ?? []);
      return { is: 'label', scale, labels };
    }
    default:
      return { is: 'number', unit: spec.unit };
  }
};

export const namedInput = (name: string, spec: InputSpec, table?: string): Named => ({
  name,
  kind: kindOfInput(spec),
  isPlain: spec.when === undefined,
  ...(table === undefined ? {} : { table }),
});

const namesOfPanel = (name: string, panel: PanelSpec): readonly Named[] => [
  ...Object.keys(panel.questions).flatMap((asked): readonly Named[] => [
    { name: `${name}.${asked}`, kind: { is: 'number', unit: panel.answers }, isPlain: false },
  ]),
  {
    name: `${name}.source`,
    kind: { is: 'label', scale: undefined, labels: Object.keys(panel.sources) },
    table: name,
    isPlain: false,
  },
];

/** Every name that is there before the indicators. */
export const namesOfEvidence = (
  policy: Pick<Policy, 'inputs' | 'parameters' | 'tables' | 'panels'>,
): readonly Named[] => [
  ...Object.entries(policy.inputs ?? {}).map(([name, spec]) => namedInput(name, spec)),
  ...Object.entries(policy.parameters ?? {}).map(
    ([name, { unit = 'ratio' }]): Named => ({ name, kind: { is: 'number', unit }, isPlain: true }),
  ),
  ...Object.entries(policy.tables ?? {}).flatMap(([table, { row }]) =>
    Object.entries(row).map(([field, spec]) => namedInput(`${table}.${field}`, spec, table)),
  ),
  ...Object.entries(policy.panels ?? {}).flatMap(([name, panel]) => namesOfPanel(name, panel)),
];

const TIMES = ['hour', 'minute', 'second'];

/** Whether a number in one can be read where the other is expected. */
const convertible = (a: string, b: string): boolean =>
  a === b || (TIMES.includes(a) && TIMES.includes(b));

/** The names that can be read in the rows of `table`, or outside any. */
export const readable = (names: readonly Named[], table: string | undefined): readonly Named[] =>
  names.filter((each) => each.table === undefined || each.table === table);

export const numbers = (names: readonly Named[], unit?: string): readonly Named[] =>
  names.filter(
    ({ kind }) => kind.is === 'number' && (unit === undefined || convertible(kind.unit, unit)),
  );

export const labels = (names: readonly Named[]): readonly LabelName[] =>
  names.flatMap(({ name, kind }) => (kind.is === 'label' ? [{ name, ...kind }] : []));

/** A name that holds a label. */
interface LabelName {
  readonly name: string;
  readonly scale: string | undefined;
  readonly labels: readonly string[];
}

export const dates = (names: readonly Named[]): readonly Named[] =>
  names.filter(({ kind }) => kind.is === 'date');

export const unitOfName = ({ kind }: Named): string => (kind.is === 'number' ? kind.unit : 'ratio');
