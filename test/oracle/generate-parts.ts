import type { InputSpec, PanelSource, PanelSpec, TableSpec } from '../../src/policy/policy.js';
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
export const inputSpec = (tape: Tape, names: readonly Named[]): InputSpec => {
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
    case 3:
    case 8: {
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
