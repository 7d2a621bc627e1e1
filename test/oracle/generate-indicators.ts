import type { Indicator, IndicatorCommon, Limit, RoundSpec } from '../../src/policy/policy.js';
import type { NumberLiteral, NumberSlot, Rule } from '../../src/rule/rule.js';
import type {
  Adjustment,
  ComponentsSpec,
  CurveSpec,
  Guard,
  LookupSpec,
  LookupValues,
  PrintedGaps,
  RateSpec,
  RowsSpec,
  Verb,
  WeightedSpec,
} from './specs.js';
import { literal, numberRule, numberSlot, plainNumber, truthRule } from './generate-rules.js';
import {
  type Kind,
  LABEL_SCALES,
  type LabelScale,
  LANDMARKS,
  type Named,
  NUMERIC_SCALES,
  numbers,
  readable,
  unitOfName,
} from './names.js';
import type { Tape } from './tape.js';

/** What indicators are drawn from, and where their curves and lookups go. */
export interface Surroundings {
  readonly tape: Tape;
  readonly names: readonly Named[];
  /** Tables and panels that have rows. */
  readonly tables: readonly string[];
  /** Of these, which are panels. */
  readonly panels: readonly string[];
  readonly rowUnits: Readonly<Record<string, string>>;
  readonly curves: Record<string, CurveSpec>;
  readonly lookups: Record<string, LookupSpec>;
}

const MODES = ['half-up', 'half-even', 'half-down', 'up', 'down', 'ceiling', 'floor'] as const;

const sumsToOne: Readonly<Record<number, readonly (readonly NumberLiteral[])[]>> = {
  1: [[1], ['rest'], ['100%']],
  2: [
    ['50%', 'rest'],
    ['1/9', 'rest'],
    [0.11, 0.89],
    [0.25, '75%'],
    [1, 0],
    ['rest', '1/8'],
  ],
  3: [
    ['1/3', '1/3', 'rest'],
    ['1/9', '4/9', '4/9'],
    [0.3, 0.6, 0.1],
    ['50%', 'rest', '50%'],
    [0.125, 0.375, 'rest'],
  ],
  4: [
    ['25%', 'rest', '25%', '25%'],
    ['1/9', '1/3', '2/9', 'rest'],
    [0.11, 0.22, 0.33, 0.34],
  ],
};

/** Weights of so many parts, one of them perhaps a parameter. */
const weightsOf = (
  tape: Tape,
  parts: readonly Named[],
  names: readonly Named[],
): Record<string, NumberSlot> => {
  const shares = names.filter(({ name }) => name === 'share' || name === 'dated-share');
  const share =
    shares.length > 0 && parts.length === 2 && tape.chance(40) ? tape.pick(shares) : undefined;
  const pattern: readonly NumberSlot[] =
    share === undefined
      ? tape.pick(sumsToOne[parts.length] ?? [['rest']])
      : [{ var: share.name }, 'rest'];
  return Object.fromEntries(parts.map(({ name }, at) => [name, pattern[at] ?? 0]));
};

const leaveOut = (tape: Tape): Pick<WeightedSpec, 'leaveOut'> =>
  tape.chance(50)
    ? {
        leaveOut: { atLeast: tape.pick<NumberLiteral>(['50%', 0, '1/3', '8/9', 0.11, 1, '62.5%']) },
      }
    : {};

const weighted = (tape: Tape, parts: readonly Named[], names: readonly Named[]): WeightedSpec => {
  const labels = names.filter(({ kind }) => kind.is === 'label' && kind.labels.length > 1);
  const chosen = (): readonly Named[] => tape.some(parts, 1, 4);
  if (labels.length > 0 && tape.chance(20)) {
    const by = tape.pick(labels);
    const sets = by.kind.is === 'label' ? by.kind.labels : [];
    const weights = Object.fromEntries(
      sets.map((label) => [label, weightsOf(tape, chosen(), names)]),
    );
    return { by: by.name, weights, ...leaveOut(tape) };
  }
  return { weights: weightsOf(tape, chosen(), names), ...leaveOut(tape) };
};

const placesToOne: Readonly<Record<number, readonly (readonly NumberLiteral[])[]>> = {
  1: [[1], ['100%']],
  2: [
    ['50%', '1/2'],
    ['1/9', '8/9'],
    [1, 0],
    [0.11, 0.89],
  ],
  3: [
    ['1/3', '1/3', '1/3'],
    [0.5, 0.3, '20%'],
    [0, 1, 0],
  ],
  4: [
    ['25%', '1/4', 0.25, '0.25'],
    ['4/9', '1/3', '1/9', '1/9'],
    [0.4, 0.3, 0.2, 0.1],
  ],
};

const EXPONENTS: readonly NumberLiteral[] = [2, '1/2', -1, 1, '-1/2', 3, '1/3', '150%', -2, 0.5];

/** The verbs that take components of a list, and those that weigh. */
const componentVerbs = (
  tape: Tape,
  parts: readonly Named[],
  names: readonly Named[],
): readonly (() => Verb)[] => {
  const chosen = (most: number): ComponentsSpec & { readonly of: readonly string[] } => ({
    of: tape.some(parts, 1, most).map(({ name }) => name),
    ...leaveOut(tape),
  });
  return [
    () => ({ min: chosen(3) }),
    () => ({ max: chosen(3) }),
    () => ({ median: chosen(5) }),
    () => ({
      trimmed: { ...chosen(6), trim: tape.pick<NumberLiteral>(['25%', '1/3', 0.2, 0, '0.49']) },
    }),
    () => {
      const spec = chosen(4);
      return { best: { ...spec, take: 1 + tape.int(spec.of.length) } };
    },
    () => {
      const spec = chosen(4);
      return {
        ordered: { ...spec, weights: tape.pick(placesToOne[spec.of.length] ?? [[1]]) },
      };
    },
    () => ({ geometric: weighted(tape, parts, names) }),
    () => ({ harmonic: weighted(tape, parts, names) }),
    () => ({ power: { exponent: tape.pick(EXPONENTS), ...weighted(tape, parts, names) } }),
  ];
};

/** Products in `unit`: of one in it and shares, or of a rate and what it counts. */
const productVerbs = (
  tape: Tape,
  unit: string,
  names: readonly Named[],
): readonly (() => Verb)[] => {
  const same = names.filter(({ kind }) => kind.is === 'number' && kind.unit === unit);
  const shares = numbers(names, 'ratio');
  const rates = numbers(names, `${unit}/person`);
  const people = numbers(names, 'person');
  const of = (...all: readonly Named[]): Verb => ({
    product: { of: all.map(({ name }) => name) },
  });
  return [
    ...(same.length > 0
      ? [() => of(tape.pick(same), ...(shares.length > 0 ? tape.some(shares, 0, 2) : []))]
      : []),
    ...(rates.length > 0 && people.length > 0
      ? [() => of(tape.pick(rates), tape.pick(people))]
      : []),
  ];
};

/** One to three labels of scales, and the entry that each way leads to. */
const lookupVerbs = (
  { tape, lookups }: Surroundings,
  names: readonly Named[],
  gives: { readonly unit: string } | { readonly scale: LabelScale },
): readonly (() => Verb)[] => {
  const keys = names.flatMap(
    ({ name, kind }): readonly { readonly name: string; readonly scale: LabelScale }[] =>
      kind.is === 'label' && (kind.scale === 'grade' || kind.scale === 'class')
        ? [{ name, scale: kind.scale }]
        : [],
  );
  const leaf = (): NumberLiteral =>
    'unit' in gives ? literal(tape, gives.unit) : tape.pick<string>(LABEL_SCALES[gives.scale]);
  const below = ([scale, ...others]: readonly LabelScale[]): Record<string, LookupValues> =>
    Object.fromEntries(
      (scale === undefined ? [] : [...LABEL_SCALES[scale]]).map((label) => [
        label,
        others.length === 0 ? leaf() : below(others),
      ]),
    );
  const verb = (): Verb => {
    const read = tape.some(keys, 1, 2);
    const use = `lookup-${String(Object.keys(lookups).length)}`;
    const scales = read.map(({ scale }) => scale);
    lookups[use] = { keys: scales, ...gives, values: below(scales) };
    return { lookup: { read: read.map(({ name }) => name), use } };
  };
  return keys.length > 0 ? [verb] : [];
};

/** `count` landmarks of a unit, from the least up. */
const rising = (tape: Tape, unit: string, count: number): readonly NumberLiteral[] =>
  [...tape.some([...new Set(LANDMARKS[unit] ?? [])], count, count)]
    .sort((a, b) => Number(a) - Number(b))
    .map((text) => (tape.chance(50) ? text : Number(text)));

const curveSpec = (tape: Tape, from: string, to: string): CurveSpec => {
  const edges = rising(tape, from, 2 + tape.int(2));
  if (tape.chance(50)) {
    const line = edges.map((x): readonly [NumberLiteral, NumberLiteral] => [x, literal(tape, to)]);
    return { from, to, line, ...(tape.chance(50) ? { outside: 'hold' } : {}) };
  }
  return {
    from,
    to,
    steps: [
      ...(tape.chance(60) ? [{ gives: literal(tape, to) }] : []),
      ...edges.map((edge) =>
        tape.chance(50)
          ? { from: edge, gives: literal(tape, to) }
          : { above: edge, gives: literal(tape, to) },
      ),
      ...(tape.chance(30) ? [{ missing: true as const, gives: literal(tape, to) }] : []),
    ],
  };
};

const TAKES = ['mean', 'sum', 'median', 'min', 'max', 'last'] as const;

/** Rows brought to a number in `unit`, where some table offers it. */
const rowsVerbs = (around: Surroundings, unit: string): readonly (() => Verb)[] => {
  const { tape, names, tables, rowUnits } = around;
  return tables.flatMap((of): readonly (() => Verb)[] => {
    const inside = readable(names, of);
    const columns = numbers(inside, unit).filter(
      ({ name, table }) => table === of || name.startsWith(`${of}.`),
    );
    const where = (percent: number): { readonly where?: Rule } =>
      tape.chance(percent) ? { where: truthRule(tape, inside, 1) } : {};
    const taken = (): Verb => {
      const rows: RowsSpec = {
        of,
        take: tape.pick(TAKES),
        read: tape.pick(columns).name,
        ...where(40),
        ...leaveOut(tape),
      };
      return { rows };
    };
    return [
      ...(columns.length > 0 ? [taken, taken] : []),
      ...(rowUnits[of] === unit
        ? [(): Verb => ({ rows: { of, take: 'count', ...where(60) } })]
        : []),
      ...(unit === 'ratio'
        ? [(): Verb => ({ rows: { of, take: 'share', where: truthRule(tape, inside, 1) } })]
        : []),
    ];
  });
};

const choice = (tape: Tape, names: readonly Named[], gives: () => Rule): Verb => {
  const cases = ['first', 'second', 'third'].slice(0, 1 + tape.int(3)).map((id) => ({
    id,
    when: truthRule(tape, names, 1),
    gives: gives(),
  }));
  return {
    choose: { cases, ...(tape.chance(75) ? { else: { id: 'otherwise', gives: gives() } } : {}) },
  };
};

/** A verb for a number in `unit`. */
const numberVerb = (around: Surroundings, unit: string, table: string | undefined): Verb => {
  const { tape, names: all, curves } = around;
  const names = readable(all, table);
  const parts = numbers(names, unit);
  const anything = numbers(names);
  const isScale = Object.hasOwn(NUMERIC_SCALES, unit);
  const verbs: (() => Verb)[] = [
    () => ({ formula: numberRule(tape, unit, names, 1 + tape.int(4)) }),
    () =>
      choice(tape, names, () =>
        tape.chance(50) ? plainNumber(tape, unit) : numberRule(tape, unit, names, 1),
      ),
    () => ({ constant: tape.chance(50) ? plainNumber(tape, unit) : plainNumber(tape, unit) }),
  ];
  if (tape.chance(20))
    verbs.push(() => ({ slot: { ifEmpty: tape.pick(['not-applicable', 'missing']) } }));
  if (parts.length > 0) {
    const mean = (): Verb => ({ mean: weighted(tape, parts, names) });
    verbs.unshift(mean, mean, mean, ...componentVerbs(tape, parts, names));
  }
  verbs.unshift(...productVerbs(tape, unit, names), ...lookupVerbs(around, names, { unit }));
  // A literal coefficient converts no unit.
  const terms = parts.filter((each) => unitOfName(each) === unit);
  if (terms.length > 0) {
    verbs.unshift(() => ({
      sum: {
        coefficients: Object.fromEntries(
          tape
            .some(terms, 1, 4)
            .map(({ name }) => [
              name,
              tape.pick<NumberLiteral>([1, '0.11', -1, '1/9', 0.5, '50%', 0]),
            ]),
        ),
      },
    }));
  }
  if (anything.length > 0 && (isScale || unit === 'ratio')) {
    verbs.unshift(() => {
      const actual = tape.pick(anything);
      return {
        achievement: {
          actual: actual.name,
          target: numberSlot(tape, unitOfName(actual), names),
          better: tape.pick(['higher', 'lower']),
          ...(tape.chance(50) ? { cap: numberSlot(tape, unit, names) } : {}),
        },
      };
    });
  }
  if (anything.length > 0 && isScale) {
    verbs.unshift(() => {
      const read = tape.pick(anything);
      const post = unitOfName(read);
      return {
        goalposts: {
          read: read.name,
          worst: numberSlot(tape, post, names),
          best: numberSlot(tape, post, names),
          clip: tape.chance(50),
        },
      };
    });
  }
  const curved = anything.filter((each) => Object.hasOwn(LANDMARKS, unitOfName(each)));
  if (curved.length > 0) {
    verbs.unshift(() => {
      const read = tape.pick(curved);
      const from = unitOfName(read) === 'hour' && tape.chance(50) ? 'minute' : unitOfName(read);
      const use = `curve-${String(Object.keys(curves).length)}`;
      curves[use] = curveSpec(tape, from, unit);
      return { curve: { read: read.name, use } };
    });
  }
  if (table === undefined) verbs.unshift(...rowsVerbs(around, unit));
  return tape.pick(verbs)();
};

const isLabel = (each: Named, scale: string): boolean =>
  each.kind.is === 'label' && each.kind.scale === scale;

const rateSpec = (
  tape: Tape,
  read: Named,
  scale: LabelScale,
  names: readonly Named[],
): RateSpec => {
  const labels: readonly string[] = LABEL_SCALES[scale];
  const unit = unitOfName(read);
  const banded = labels.slice(1).filter(() => !tape.chance(20));
  const edges = rising(tape, unit, banded.length);
  const pairs = banded.flatMap((label, at) => {
    const edge = edges[at];
    return edge === undefined ? [] : [{ label, edge, isOpen: tape.chance(20) }];
  });
  const mapOf = (isOpen: boolean) =>
    Object.fromEntries(
      pairs.filter((pair) => pair.isOpen === isOpen).map(({ label, edge }) => [label, edge]),
    );
  const [from, above] = [mapOf(false), mapOf(true)];
  const guards = Object.fromEntries(
    pairs
      .filter(() => tape.chance(35))
      .map(({ label }): readonly [string, Guard] => [
        label,
        {
          when: truthRule(tape, names, 1),
          else: tape.pick(labels.slice(0, labels.indexOf(label))),
        },
      ]),
  );
  const isPrinted = pairs.length > 1 && Object.keys(above).length === 0 && tape.chance(40);
  const gap = tape.pick([1, 0.01]);
  const printed = Object.fromEntries(
    pairs.map(
      (
        { label, edge },
        at,
      ): readonly [string, readonly [NumberLiteral | null, NumberLiteral | null]] => {
        const next = pairs[at + 1];
        const high =
          next === undefined ? Number(edge) + 50 : Number((Number(next.edge) - gap).toFixed(4));
        return [
          label,
          [edge, next === undefined && tape.chance(50) ? null : Math.max(high, Number(edge))],
        ];
      },
    ),
  );
  const gaps: PrintedGaps = tape.pick<PrintedGaps>([
    'lower-edge',
    'report',
    { 'round-first': { places: tape.int(3), mode: tape.pick(MODES) } },
  ]);
  return {
    read: read.name,
    below: labels[0] ?? '',
    ...(Object.keys(from).length > 0 ? { from } : {}),
    ...(Object.keys(above).length > 0 ? { above } : {}),
    ...(Object.keys(guards).length > 0 ? { guards } : {}),
    ...(isPrinted ? { printed, gaps } : {}),
  };
};

/** A verb for a label of `scale`. */
const labelVerb = (
  around: Surroundings,
  scale: LabelScale,
  table: string | undefined,
  preferred?: Named,
): Verb => {
  const { tape, names: all } = around;
  const names = readable(all, table);
  const labels: readonly string[] = LABEL_SCALES[scale];
  const same = names.filter((each) => isLabel(each, scale));
  const rated = numbers(names).filter((each) => Object.hasOwn(LANDMARKS, unitOfName(each)));
  const gives = (): Rule =>
    same.length > 0 && tape.chance(50) ? { var: tape.pick(same).name } : tape.pick(labels);
  const rate = (): Verb => ({
    rate: rateSpec(tape, preferred ?? tape.pick(rated), scale, names),
  });
  const verbs: (() => Verb)[] = [
    () => choice(tape, names, gives),
    () => ({ constant: tape.pick(labels) }),
  ];
  const first = same[0];
  if (first !== undefined) {
    verbs.push(() => ({
      formula: { if: [truthRule(tape, names, 2), { var: first.name }, gives()] },
    }));
  }
  const grades = names.filter((each) => isLabel(each, 'grade'));
  const classes = names.filter((each) => isLabel(each, 'class'));
  if (scale === 'grade' && grades.length > 0 && classes.length > 0) {
    const matrix = (): Verb => ({
      matrix: { rows: tape.pick(grades).name, columns: tape.pick(classes).name, use: 'cross' },
    });
    verbs.unshift(matrix, matrix, matrix);
  }
  verbs.unshift(...lookupVerbs(around, names, { scale }));
  if (rated.length > 0) verbs.unshift(rate, rate, rate);
  return preferred !== undefined && tape.chance(80) ? rate() : tape.pick(verbs)();
};

const truthVerb = (around: Surroundings, table: string | undefined): Verb => {
  const { tape, names: all } = around;
  const names = readable(all, table);
  const operation = (): Verb => {
    const rule = truthRule(tape, names, 1 + tape.int(4));
    return typeof rule === 'object' ? { formula: rule } : { constant: rule };
  };
  return tape.pick([operation, () => choice(tape, names, () => truthRule(tape, names, 0))])();
};

const adjustments = (tape: Tape, unit: string, names: readonly Named[]): readonly Adjustment[] =>
  ['first', 'second', 'third'].slice(0, 1 + tape.int(3)).map((id): Adjustment => {
    const common = { id, ...(tape.chance(40) ? { when: truthRule(tape, names, 1) } : {}) };
    const most = tape.chance(40) ? { atMost: literal(tape, unit) } : {};
    const amount = numberSlot(tape, unit, names);
    switch (tape.int(4)) {
      case 1:
        return { ...common, add: amount, ...most };
      case 2:
        return { ...common, cap: amount };
      case 3:
        return { ...common, floor: amount };
      default:
        return { ...common, deduct: amount, ...most };
    }
  });

const limits = (tape: Tape, labels: readonly string[], names: readonly Named[]): readonly Limit[] =>
  ['first', 'second'].slice(0, 1 + tape.int(2)).map((id): Limit => {
    const limit = { id, when: truthRule(tape, names, 1) };
    return tape.chance(50)
      ? { ...limit, atMost: tape.pick(labels) }
      : { ...limit, atLeast: tape.pick(labels) };
  });

/** A rounding; a score's is to places or a decimal step. */
const roundSpec = (tape: Tape): RoundSpec => {
  const how = { mode: tape.pick(MODES), for: tape.pick(['use', 'show', 'use'] as const) };
  return tape.chance(25)
    ? { step: tape.pick<NumberLiteral>(['0.5', '0.25', 5, '0.125', '0.1']), ...how }
    : { places: tape.int(4), ...how };
};

const REASON = { id: 'tidak dapat dipakai', en: 'not usable' };

export interface Wanted {
  readonly kind?: Kind;
  readonly table?: string | undefined;
  /** A score: outside rows, rounded. */
  readonly isScore?: boolean;
  /** What a rating reads. */
  readonly rates?: Named;
}

const UNITS_WANTED = [
  'points',
  'points',
  'points',
  'points',
  'index',
  'ratio',
  'answer',
  'hour',
  'person',
  'minute',
  'task',
  'form',
];

/** An indicator: a verb that fits its type, and some tails. */
export const indicatorOf = (around: Surroundings, wanted: Wanted = {}): Indicator => {
  const { tape } = around;
  const table =
    'table' in wanted
      ? wanted.table
      : around.tables.length > 0 && tape.chance(25)
        ? tape.pick(around.tables)
        : undefined;
  const names = readable(around.names, table);
  const kind = wanted.kind ?? kindOf(tape);
  const common: IndicatorCommon = {
    ...(kind.is === 'number' ? { unit: kind.unit } : {}),
    ...(kind.is === 'label' && kind.scale !== undefined ? { scale: kind.scale } : {}),
    ...(table === undefined ? {} : { per: table }),
  };
  const verb =
    kind.is === 'number'
      ? numberVerb(around, kind.unit, table)
      : kind.is === 'label'
        ? labelVerb(around, kind.scale === 'class' ? 'class' : 'grade', table, wanted.rates)
        : truthVerb(around, table);
  // A result that does not apply or cannot be used hides everything it rests on.
  const isResult = wanted.isScore === true || wanted.rates !== undefined;
  const tails: IndicatorCommon = {
    ...(tape.chance(isResult ? 4 : 12) ? { when: truthRule(tape, names, 1) } : {}),
    ...(tape.chance(isResult ? 4 : 10)
      ? { usable: { when: truthRule(tape, names, 1), reason: REASON } }
      : {}),
    ...(kind.is === 'number' && tape.chance(25)
      ? { adjust: adjustments(tape, kind.unit, names) }
      : {}),
    ...(kind.is === 'label' && tape.chance(25) ? { limits: limits(tape, kind.labels, names) } : {}),
    ...(kind.is === 'number' && (wanted.isScore === true || tape.chance(30))
      ? { round: roundSpec(tape) }
      : {}),
  };
  // Each verb above is the body of one key: the union cannot see that through the spread.
  return { ...common, ...tails, ...verb } as Indicator;
};

const kindOf = (tape: Tape): Kind => {
  const choice = tape.int(10);
  if (choice === 9) return { is: 'truth' };
  if (choice >= 7) {
    const scale = tape.pick<LabelScale>(['grade', 'class']);
    return { is: 'label', scale, labels: LABEL_SCALES[scale] };
  }
  return { is: 'number', unit: tape.pick(UNITS_WANTED) };
};
