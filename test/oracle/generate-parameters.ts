import type {
  InputSpec,
  ParameterSpec,
  ParameterValue,
  SetParameter,
} from '../../src/policy/policy.js';
import type { NumberLiteral } from '../../src/rule/rule.js';
import { inputSpec } from './generate-parts.js';
import { truthRule } from './generate-rules.js';
import type { Named } from './names.js';
import type { Tape } from './tape.js';

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
