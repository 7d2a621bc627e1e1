import type { Json, JsonObject } from '../../src/json.js';
import { type Tape } from '../oracle/tape.js';
import { input, type Parts } from './agreement.js';

/** A policy that is computed in doubles for the most part, and evidence that leaves nothing out. */
interface Case extends Parts {
  readonly evidence: readonly JsonObject[];
}

const MODES = ['half-up', 'half-even', 'half-down', 'up', 'down', 'ceiling', 'floor'] as const;

/** The numbers that an input may be, the simplest first: edges, ties, halves, and what lies a hair beside. */
const NUMBERS = {
  whole: { spec: input(0, 500, '1'), of: [0, 1, 45, 50, 75, 90, 100, 7, 33, 499, 500] },
  target: { spec: input(1, 500, '1'), of: [50, 1, 100, 3, 7, 9, 60, 499, 500] },
  cents: { spec: input(0, 120, '0.01'), of: [0, 0.05, 0.1, 59.99, 75.5, 75, 90, 100, 119.99, 120] },
  fives: { spec: input(-50, 50, '0.05'), of: [0, -0.05, 0.05, -50, 50, 12.35, -12.35, 2.5] },
  share: { spec: input(0, 1, '0.001'), of: [0, 0.005, 0.125, 0.5, 0.999, 1, 0.333] },
  huge: { spec: input(0, 1e8, '1'), of: [0, 1, 1e8, 99999999, 12345678] },
  free: { spec: input(0, 100), of: [0, 1e-15, 75.000000001, 74.9999999999999, 1e-300, 33.3, 75] },
} as const;

type Form = keyof typeof NUMBERS;

const FORMS: readonly Form[] = ['whole', 'target', 'cents', 'fives', 'share', 'huge', 'free'];
const LITERALS = [1, 0, 100, 75, 0.05, 50, 2, 0.333, 90, 120, 3, 7, 1e-3];
const DAYS = ['2026-02-01', '2026-05-15', '2026-03-01', '2026-07-01'];
const GRADES = ['low', 'middle', 'high'];
const EDGES: readonly Json[] = [50, 75, '1/3', 90, 100, 0.9, '2/3', 120, 0, '100/3'];

/** What rules read: names of numbers, and of everything else that a policy has. */
interface Names {
  readonly numbers: readonly string[];
  readonly truths: readonly Json[];
  readonly grade: string;
}

const variable = (name: string): Json => ({ var: name });

const numberRule = (tape: Tape, names: Names, depth: number): Json => {
  const inner = (): Json => numberRule(tape, names, depth - 1);
  const kind = depth <= 0 ? tape.int(4) : tape.int(18);
  if (kind < 3) return variable(tape.pick(names.numbers));
  switch (kind) {
    case 3:
      return tape.pick(LITERALS);
    case 4:
    case 5:
      return { '+': [inner(), inner()] };
    case 6:
    case 7:
      return { '-': [inner(), inner()] };
    case 8:
    case 9:
      return { '*': [inner(), tape.pick(LITERALS)] };
    case 10:
    case 11:
      return { '/': [inner(), inner()] };
    case 12:
      return { min: [inner(), inner()] };
    case 13:
      return { max: [inner(), inner()] };
    case 14:
      return { abs: [inner()] };
    case 15:
      return tape.pick<Json>([{ sqrt: [inner()] }, { pow: [inner(), 2] }, { cbrt: [inner()] }]);
    case 16:
      return { '-': [inner()] };
    default:
      return { if: [truthRule(tape, names, depth - 1), inner(), inner()] };
  }
};

const truthRule = (tape: Tape, names: Names, depth: number): Json => {
  const inner = (): Json => truthRule(tape, names, depth - 1);
  switch (depth <= 0 ? tape.int(4) : tape.int(8)) {
    case 0:
    case 1:
      return {
        [tape.pick(['>=', '>', '<', '<=', '==', '!='])]: [
          numberRule(tape, names, depth - 1),
          tape.pick(LITERALS),
        ],
      };
    case 2:
      return tape.pick(names.truths);
    case 3:
      return { in: [variable(names.grade), ...tape.some<string>(GRADES, 1, 2)] };
    case 4:
      return { and: [inner(), inner()] };
    case 5:
      return { or: [inner(), inner()] };
    case 6:
      return { '!': [inner()] };
    default:
      return {
        between: [numberRule(tape, names, 0), tape.pick(LITERALS), numberRule(tape, names, 0)],
      };
  }
};

const roundOf = (tape: Tape): JsonObject => {
  const size: JsonObject = tape.chance(40)
    ? { step: tape.pick(['0.05', '0.25', '0.5', '0.02', '5', '2.5']) }
    : { places: tape.pick([2, 0, 1, 3, 4]) };
  return { ...size, mode: tape.pick(MODES), for: tape.pick(['use', 'show', 'use']) };
};

const tailsOf = (tape: Tape, names: Names): JsonObject => {
  const number = (): Json => numberRule(tape, names, 1);
  const adjust = Array.from({ length: tape.chance(30) ? 1 + tape.int(2) : 0 }, (_, at) => ({
    id: `adjustment-${String(at)}`,
    ...(tape.chance(50) ? { when: truthRule(tape, names, 1) } : {}),
    ...tape.pick<JsonObject>([
      { cap: 100 },
      { floor: 0 },
      { add: { abs: [number()] }, atMost: 10 },
      { deduct: { abs: [number()] } },
      { limit: 7.5 },
      { cap: number() },
    ]),
  }));
  return {
    ...(adjust.length === 0 ? {} : { adjust }),
    ...(tape.chance(50) ? { round: roundOf(tape) } : {}),
    ...(tape.chance(4) ? { when: truthRule(tape, names, 1) } : {}),
  };
};

const WEIGHTS = [
  [1],
  ['0.4', 'rest'],
  ['1/3', '1/3', 'rest'],
  ['0.1', '0.2', '0.3', 'rest'],
] as const;

const verbOf = (tape: Tape, names: Names): JsonObject => {
  const name = (): string => tape.pick(names.numbers);
  const of = (least: number): readonly string[] => tape.some(names.numbers, least, 4);
  const weights = (): JsonObject => {
    const parts = of(1);
    const shares = WEIGHTS[parts.length - 1] ?? [1];
    return Object.fromEntries(parts.map((part, at) => [part, shares[at] ?? 0]));
  };
  switch (tape.int(20)) {
    case 0:
    case 1:
    case 2:
      return { formula: numberRule(tape, names, 3) };
    case 3:
    case 4:
    case 5:
      return {
        achievement: {
          actual: name(),
          target: tape.pick<Json>([50, variable('target'), variable(name())]),
          better: tape.pick(['higher', 'lower']),
          ...(tape.chance(60) ? { cap: tape.pick([1.2, 1, 0.9]) } : {}),
        },
      };
    case 6:
    case 7:
      return { mean: { weights: weights() } };
    case 8:
      return { geometric: { weights: weights() } };
    case 9:
      return { harmonic: { weights: weights() } };
    case 10:
      return { power: { exponent: tape.pick([2, '1/2', -1, 3]), weights: weights() } };
    case 11: {
      const parts = of(1);
      return {
        sum: { coefficients: Object.fromEntries(parts.map((part) => [part, tape.pick(LITERALS)])) },
      };
    }
    case 12: {
      const parts = of(2);
      return { best: { of: parts, take: 1 + tape.int(parts.length) } };
    }
    case 13:
      return { median: { of: of(1) } };
    case 14:
      return { trimmed: { of: of(3), trim: tape.pick(['25%', '1/3', '10%']) } };
    case 15:
      return tape.pick<JsonObject>([{ min: { of: of(1) } }, { max: { of: of(1) } }]);
    case 16:
    case 17:
      return { curve: { read: name(), use: tape.pick(['line', 'steps', 'extended']) } };
    case 18:
      return {
        choose: {
          cases: [
            {
              id: 'case',
              when: truthRule(tape, names, 2),
              gives: tape.pick<Json>([1, variable(name())]),
            },
          ],
          else: { id: 'else', gives: tape.pick<Json>([variable(name()), 0]) },
        },
      };
    default:
      return {
        rows: tape.pick<JsonObject>([
          { of: 'tasks', take: 'mean', read: 'row' },
          { of: 'tasks', take: 'sum', read: 'row', where: variable('tasks.ok') },
          { of: 'tasks', take: 'trimmed', trim: '20%', read: 'tasks.a' },
          { of: 'tasks', take: 'median', read: 'row' },
          { of: 'tasks', take: 'max', read: 'row', where: { '>': [{ var: 'tasks.a' }, 33.3] } },
          { of: 'tasks', take: 'last', read: 'tasks.a' },
          { of: 'tasks', take: 'share', where: { '<=': [{ var: 'row' }, 1] } },
        ]),
      };
  }
};

const CURVES: JsonObject = {
  line: {
    from: 'ratio',
    to: 'ratio',
    line: [
      [0, 0],
      ['1/3', 50],
      [75, 80],
      [100, 100],
    ],
    outside: 'hold',
  },
  extended: {
    from: 'ratio',
    to: 'ratio',
    line: [
      [0, 0],
      [50, '100/3'],
      [100, 90],
    ],
    outside: 'extend',
  },
  steps: {
    from: 'ratio',
    to: 'ratio',
    steps: [
      { gives: 0 },
      { from: 0.5, gives: 25 },
      { from: 0.75, gives: '1/3' },
      { above: 0.9, gives: 80 },
      { from: 1, gives: 100 },
    ],
  },
};

const valueOf = (tape: Tape, form: Form): number => {
  const { of, spec } = NUMBERS[form];
  if (form === 'free' || tape.chance(60)) return tape.pick<number>(of);
  const written = typeof spec['step'] === 'string' ? spec['step'] : '1';
  const [min, max, step] = [Number(spec['min']), Number(spec['max']), Number(written)];
  const places = written.split('.')[1]?.length ?? 0;
  return Number((min + tape.int(Math.round((max - min) / step)) * step).toFixed(places));
};

const evidenceOf = (tape: Tape, forms: Readonly<Record<string, Form>>): JsonObject => ({
  values: {
    ...Object.fromEntries(Object.entries(forms).map(([name, form]) => [name, valueOf(tape, form)])),
    ok: tape.chance(50),
    grade: tape.pick(GRADES),
    on: tape.pick(DAYS),
  },
  tables: {
    tasks: {
      columns: ['b', 'ok', 'a'],
      rows: Array.from({ length: tape.pick([3, 1, 0, 2, 5, 8, 30]) }, () => [
        valueOf(tape, 'target'),
        tape.chance(60),
        valueOf(tape, 'cents'),
      ]),
    },
  },
});

/** A policy and so many documents. */
export const caseOf = (tape: Tape, verbs: readonly Tape[], evidence: readonly Tape[]): Case => {
  const forms: Readonly<Record<string, Form>> = {
    target: 'target',
    ...Object.fromEntries(
      Array.from({ length: 4 }, (_, at) => [`x${String(at)}`, tape.pick(FORMS)]),
    ),
  };
  const names = {
    numbers: [...Object.keys(forms), 'plain', 'dated', 'classed'],
    truths: [variable('ok'), { '>=': [variable('on'), { date: '2026-04-01' }] }],
    grade: 'grade',
  };
  const indicators: Record<string, JsonObject> = {
    row: {
      per: 'tasks',
      unit: 'ratio',
      achievement: { actual: 'tasks.a', target: { var: 'tasks.b' }, better: 'higher', cap: '1.2' },
      ...(tape.chance(40) ? { round: roundOf(tape) } : {}),
    },
  };
  const last = (at: number): Json =>
    at === 0 ? roundOf(tape) : { places: 2, mode: 'half-up', for: 'use' };
  for (const [at, verb] of verbs.entries()) {
    const name = at === verbs.length - 1 ? 's' : `i${String(at)}`;
    const recent = names.numbers.slice(-3);
    const near = verb.chance(70) ? { ...names, numbers: [...recent, ...names.numbers] } : names;
    const tails = tailsOf(verb, near);
    const round = name === 's' ? { round: last(tape.int(2)) } : {};
    const isDistinct = { ...near, numbers: [...new Set(near.numbers)] };
    indicators[name] = { unit: 'ratio', ...verbOf(verb, isDistinct), ...tails, ...round };
    names.numbers.push(name);
  }
  const rated = tape.some(EDGES, 2, 2);
  indicators['rating'] = {
    scale: 'grade',
    rate: {
      read: 's',
      below: 'low',
      ...(tape.chance(50)
        ? { from: { middle: 50, high: 75 } }
        : { from: { middle: rated[0] ?? 50 }, above: { high: 90 } }),
      ...(tape.chance(50)
        ? { guards: { high: { when: truthRule(tape, names, 1), else: 'middle' } } }
        : {}),
    },
  };
  return {
    inputs: {
      ...Object.fromEntries(
        Object.entries(forms).map(([name, form]) => [name, NUMBERS[form].spec]),
      ),
      ok: { type: 'boolean', ifMissing: 'fail' },
      on: { type: 'date', ifMissing: 'fail' },
      grade: { type: 'label', scale: 'grade', ifMissing: 'fail' },
    },
    indicators,
    more: {
      scales: { grade: { labels: GRADES } },
      parameters: {
        plain: { unit: 'ratio', is: tape.pick<Json>(['1/3', 0.9, '2/7']) },
        dated: { unit: 'ratio', since: { '2026-01-01': 2, '2026-04-01': '1/3' } },
        classed: { unit: 'ratio', by: 'grade', is: { low: 1, middle: '1/7', high: 3 } },
      },
      curves: CURVES,
      tables: {
        tasks: {
          rowUnit: 'task',
          atMost: 40,
          ifMissing: 'fail',
          row: {
            a: NUMBERS.cents.spec,
            b: NUMBERS.target.spec,
            ok: { type: 'boolean', ifMissing: 'fail' },
          },
        },
      },
      result: { score: 's', rating: 'rating', baseline: 100 },
    },
    evidence: evidence.map((each) => evidenceOf(each, forms)),
  };
};
