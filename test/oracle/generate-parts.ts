import type {
  InputSpec,
  PanelSource,
  PanelSpec,
  ParameterSpec,
  ParameterValue,
  SetParameter,
  TableSpec,
} from '../../src/policy/policy.js';
import type { NumberLiteral } from '../../src/rule/rule.js';
import { LABEL_SCALES, type LabelScale, type Named, namedInput } from './names.js';
import { truthRule } from './generate-rules.js';
import type { Tape } from './tape.js';

const BOUNDS: Readonly<
  Record<string, readonly { min: NumberLiteral; max: NumberLiteral; step?: NumberLiteral }[]>
> = {
  points: [
    { min: 0, max: 120 },
    { min: 0, max: 120, step: '0.005' },
    { min: -50, max: 100, step: '0.5' },
    { min: 0, max: 100, step: 1 },
  ],
  answer: [
    { min: 1, max: 5, step: '0.25' },
    { min: 1, max: 5 },
  ],
  index: [
    { min: 0, max: 1, step: '0.001' },
    { min: 0, max: 1 },
  ],
  ratio: [
    { min: 0, max: 1, step: '0.005' },
    { min: -1, max: 2 },
  ],
  hour: [
    { min: 0, max: 720, step: '0.1' },
    { min: 0, max: 100 },
  ],
  minute: [
    { min: 0, max: 600, step: '0.5' },
    { min: 0, max: 10000 },
  ],
  person: [{ min: 0, max: 100, step: 1 }],
  risk: [
    { min: 0, max: 50, step: '0.5' },
    { min: 0, max: 60 },
  ],
};

const UNITS = ['risk', 'points', 'ratio', 'hour', 'minute', 'answer', 'index', 'person'];

const ifMissing = (tape: Tape): 'exclude' | 'pending' | 'fail' =>
  tape.pick(['exclude', 'pending', 'exclude', 'pending', 'exclude', 'pending', 'fail']);

/** An input or a column; its `when` may read `names`. */
const inputSpec = (tape: Tape, names: readonly Named[]): InputSpec => {
  const plain = names.filter(({ isPlain }) => isPlain);
  const common = {
    ...(plain.length > 0 && tape.chance(15) ? { when: truthRule(tape, plain, 1) } : {}),
  };
  const use = tape.chance(15);
  switch (tape.int(9)) {
    case 1:
      return {
        ...common,
        type: 'integer',
        unit: tape.pick(['person', 'minute', 'points']),
        min: 0,
        max: tape.pick([100, 10]),
        ifMissing: use ? { use: tape.int(9), cite: 'source' } : ifMissing(tape),
      };
    case 2:
      return {
        ...common,
        type: 'boolean',
        ifMissing: use ? { use: tape.chance(50), cite: 'source' } : ifMissing(tape),
      };
    case 3: {
      const scale = tape.pick<LabelScale>(['grade', 'class']);
      return {
        ...common,
        type: 'label',
        scale,
        ifMissing: use
          ? { use: tape.pick<string>(LABEL_SCALES[scale]), cite: 'source' }
          : ifMissing(tape),
      };
    }
    case 4:
      return {
        ...common,
        type: 'label',
        labels: ['north', 'south', 'east'],
        ifMissing: use ? { use: 'south', cite: 'source' } : ifMissing(tape),
      };
    case 5:
      return { ...common, type: 'date', ifMissing: ifMissing(tape) };
    default: {
      const unit = tape.pick(['points', 'points', 'points', ...UNITS]);
      const bounds = tape.pick(BOUNDS[unit] ?? []);
      return {
        ...common,
        type: 'decimal',
        unit,
        ...bounds,
        ifMissing: use ? { use: tape.pick([1, '1']), cite: 'source' } : ifMissing(tape),
      };
    }
  }
};

const WORDS = ['alpha', 'beta', 'gamma', 'delta', 'epsilon', 'zeta', 'eta', 'theta'];

export const inputsOf = (tape: Tape): Readonly<Record<string, InputSpec>> =>
  inputsNamed(tape, WORDS.slice(0, 3 + tape.int(6)));

/** Inputs of these names, each of which may read those before it. */
export const inputsNamed = (
  tape: Tape,
  words: readonly string[],
): Readonly<Record<string, InputSpec>> => {
  const inputs: Record<string, InputSpec> = {};
  const names: Named[] = [];
  for (const name of words) {
    const spec = inputSpec(tape, names);
    inputs[name] = spec;
    names.push(namedInput(name, spec));
  }
  return inputs;
};

export const tablesOf = (
  tape: Tape,
  outside: readonly Named[],
): Readonly<Record<string, TableSpec>> => {
  const tables: Record<string, TableSpec> = {};
  for (const table of ['tasks', 'events'].slice(0, tape.int(3))) {
    const row: Record<string, InputSpec> = {};
    const names: Named[] = [...outside];
    for (const field of ['one', 'two', 'three', 'four'].slice(0, 1 + tape.int(4))) {
      const spec = inputSpec(tape, names);
      row[field] = spec;
      names.push(namedInput(`${table}.${field}`, spec, table));
    }
    tables[table] = {
      rowUnit: tape.pick(['task', 'person', 'hour']),
      atMost: 20,
      ifMissing: ifMissing(tape),
      row,
    };
  }
  return tables;
};

const SHARES: readonly (readonly NumberLiteral[])[] = [
  [1],
  ['rest'],
  ['60%', 'rest'],
  ['1/9', '8/9'],
  [0.11, 'rest'],
  ['1/3', '1/3', 'rest'],
  [0.25, 'rest', '1/8'],
];

export const panelsOf = (tape: Tape): Readonly<Record<string, PanelSpec>> => {
  const panels: Record<string, PanelSpec> = {};
  for (const name of ['forms', 'citizens'].slice(0, tape.int(3))) {
    const shares = tape.pick(SHARES);
    const sources = shares.map((share, at): readonly [string, PanelSource] => [
      ['boss', 'peer', 'public'][at] ?? 'other',
      {
        share,
        take: tape.pick(['mean', 'median', 'mean']),
        atLeast: 1 + tape.int(2),
        ifFewer: tape.pick(['exclude', 'pending', 'exclude', 'fail']),
      },
    ]);
    panels[name] = {
      answers: tape.pick(['answer', 'answer', 'place']),
      questions: tape.chance(50) ? { q: {}, r: {} } : { q: {} },
      sources: Object.fromEntries(sources),
      ...(tape.chance(30) ? { rowUnit: 'form' } : {}),
    };
  }
  return panels;
};

/** Whose bounds a policy that extends this one keeps within. */
const OPEN: Readonly<Record<string, ParameterSpec['open']>> = {
  ratio: { min: '1/100', max: '99%' },
  points: { min: 0, max: 100 },
  'points/person': { min: '0.1', max: 3 },
  hour: { min: 0, max: 100 },
};

/** One number, or one for every label. */
const valueOf = (tape: Tape, all: readonly NumberLiteral[], by?: Named): ParameterValue =>
  by?.kind.is === 'label'
    ? Object.fromEntries(by.kind.labels.map((label) => [label, tape.pick(all)]))
    : tape.pick(all);

/** A share that weights can name, rates, and numbers that change with the date or the subject's class. */
export const parametersOf = (
  tape: Tape,
  names: readonly Named[],
): Readonly<Record<string, ParameterSpec>> => {
  const labels = names.filter(
    ({ kind, isPlain, table }) => kind.is === 'label' && isPlain && table === undefined,
  );
  const spec = (
    unit: string,
    values: readonly (readonly NumberLiteral[])[],
    byClass: number,
  ): ParameterSpec => {
    const by = labels.length > 0 && tape.chance(byClass) ? tape.pick(labels) : undefined;
    const days = ['2026-01-01', '2026-04-01', '2026-07-01'];
    const [only = []] = values;
    return {
      ...(by === undefined ? {} : { by: by.name }),
      ...(values.length === 1
        ? { is: valueOf(tape, only, by) }
        : {
            since: Object.fromEntries(
              values.map((each, at) => [days[at] ?? '2026-10-01', valueOf(tape, each, by)]),
            ),
          }),
      ...(unit === 'ratio' ? {} : { unit }),
      ...(tape.chance(60) ? { open: OPEN[unit] ?? { min: 0, max: 100 } } : {}),
    };
  };
  const all: readonly (readonly [string, ParameterSpec])[] = [
    ['share', spec('ratio', [['60%', '1/9', 0.11, '1/3']], 20)],
    ['per-head', spec('points/person', [[2, '1/3', '0.25']], 20)],
    ['bonus', spec('points', [[5, '12.5', '1/8', 0]], 40)],
    [
      'dated',
      spec(
        tape.pick(['points', 'hour']),
        [
          [10, 20],
          [20, 5],
          [10, '1/3'],
        ],
        30,
      ),
    ],
    ['dated-share', spec('ratio', [['40%'], ['50%', '40%']], 20)],
  ];
  return Object.fromEntries(tape.some(all, 0, 4));
};

/** Inputs whose `when` may read parameters. */
export const laterInputs = (
  tape: Tape,
  names: readonly Named[],
): Readonly<Record<string, InputSpec>> => {
  if (!tape.chance(40)) return {};
  const spec = inputSpec(tape, names);
  return {
    omega: {
      ...spec,
      when: truthRule(
        tape,
        names.filter(({ isPlain }) => isPlain),
        1,
      ),
    },
  };
};

/** What a policy that extends this one may set a parameter to. */
export const setting = (tape: Tape, { is, since, unit = 'ratio' }: ParameterSpec): SetParameter => {
  const within: readonly NumberLiteral[] =
    unit === 'points'
      ? ['7.5', 10, '100/3', 0]
      : unit === 'ratio'
        ? ['1/3', '45%', 0.75]
        : [1, '0.5', '4/3'];
  const changed = (value: ParameterValue): ParameterValue =>
    typeof value === 'object'
      ? Object.fromEntries(Object.keys(value).map((label) => [label, tape.pick(within)]))
      : tape.pick(within);
  const day = tape.pick(['2026-02-01', '2026-06-01']);
  const value = changed(is ?? Object.values(since ?? {})[0] ?? 0);
  return {
    ...(tape.chance(30)
      ? { since: { '2026-01-01': changed(value), [day]: value } }
      : { is: value }),
    cite: 'source',
  };
};
