import { compilePolicy, evaluate, parseEvidence, type Plan, unwrap } from '../../src/index.js';
import type { JsonObject } from '../../src/json.js';

const text = (id: string, en: string) => ({ id, en });

const POINTS = { worst: 0, full: 100, best: 100 };
const GRADE = { labels: ['low', 'mid', 'high'] };

const person = {
  timbang: 1,
  id: 'contoh/orang',
  version: '1.0.0',
  title: text('orang', 'person'),
  effective: { from: '2026-01-01' },
  scales: { points: POINTS, grade: GRADE },
  inputs: {
    a: { type: 'decimal', unit: 'points', min: 0, max: 100, step: 1, ifMissing: 'exclude' },
    b: { type: 'decimal', unit: 'points', min: 0, max: 100, step: 1, ifMissing: 'pending' },
  },
  indicators: {
    mark: {
      unit: 'points',
      mean: { weights: { a: '2/3', b: '1/3' }, leaveOut: { atLeast: 0 } },
      round: { places: 2, mode: 'half-up', for: 'use' },
    },
    root: { unit: 'points', geometric: { weights: { a: '1/2', b: '1/2' } } },
    own: { scale: 'grade', rate: { read: 'mark', below: 'low', from: { mid: 50, high: 80 } } },
    good: { formula: { '>': [{ var: 'a' }, 50] } },
  },
  result: { score: 'mark', rating: 'own' },
} as const;

/** The policy of those whose scorecards the worked example reads. */
const personPlan: Plan = unwrap(compilePolicy(person));

/** A scorecard as evidence brings it. */
const cardOf = (subject: string, values: JsonObject): JsonObject =>
  JSON.parse(
    JSON.stringify(evaluate(personPlan, unwrap(parseEvidence(personPlan, { subject, values })))),
  ) as JsonObject;

const pinned = { policy: person.id, digest: personPlan.digest };

const number = (unit: string, more: JsonObject = {}): JsonObject => ({
  type: 'decimal',
  unit,
  min: 0,
  max: 100,
  step: '0.1',
  ifMissing: 'exclude',
  ...more,
});

const round = { places: 2, mode: 'half-even', for: 'use' };

/**
 * A policy with every part of the language that the worked example has not: units, lookups, matrices, members,
 * scorecards, cohorts, ranks, durations, distributions, follow-up and the further verbs and functions.
 */
export const everything: JsonObject = {
  timbang: 1,
  id: 'contoh/semua',
  version: '1.2.0',
  subject: 'organisation',
  title: text('semua', 'everything'),
  region: { scheme: 'bps', code: '1172', name: 'Sabang' },
  effective: { from: '2026-01-01', until: '2027-01-01' },
  published: '2025-12-01',
  replaces: '1.1.0',
  cites: { rule: { text: 'contoh', support: 'interpretation', url: 'https://example.org/' } },
  units: {
    centimetre: { title: text('sentimeter', 'centimetre') },
    metre: { is: { times: 100, of: 'centimetre' } },
    visit: {},
    staff: {},
    place: {},
  },
  scales: {
    points: POINTS,
    answer: { worst: 1, full: 5, best: 5, step: 1 },
    grade: { ...GRADE, titles: { low: text('rendah', 'low') } },
    effort: { labels: ['little', 'much'] },
  },
  parameters: {
    share: { is: '60%', open: { min: '50%', max: '70%' }, cite: 'rule' },
    goal: {
      by: 'post',
      since: {
        '2026-01-01': { line: 20, 'head-office': 30 },
        '2026-07-01': { line: '25', 'head-office': '61/2' },
      },
      unit: 'points',
      open: { min: 10, max: 40 },
      cite: 'rule',
    },
  },
  inputs: {
    post: { type: 'label', labels: ['line', 'head-office'], ifMissing: 'fail' },
    effort: { type: 'label', scale: 'effort', ifMissing: { use: 'little', cite: 'rule' } },
    height: number('metre'),
    depth: number('centimetre', { max: 1000 }),
    left: number('points'),
    right: number('points', { ifMissing: 'pending' }),
    visits: { type: 'integer', unit: 'visit', min: 0, max: 900, ifMissing: 'exclude' },
    day: { type: 'date', ifMissing: 'exclude' },
    proved: { type: 'boolean', ifMissing: { use: false, cite: 'rule' } },
    shift: {
      type: 'duration',
      unit: 'hour',
      pattern: 'h:mm',
      min: 0,
      max: 24,
      step: '1/60',
      ifMissing: { use: '7:30', cite: 'rule' },
    },
    reply: {
      type: 'duration',
      unit: 'minute',
      pattern: 'd h m',
      dayHours: '15/2',
      min: 0,
      max: 9000,
      step: '0.5',
      when: { var: 'proved' },
      ifMissing: 'exclude',
    },
    survey: number('points', {
      step: '0.01',
      ifMissing: 'pending',
      scorecard: { ...pinned, read: { result: 'score' } },
    }),
    verdict: {
      type: 'label',
      scale: 'grade',
      ifMissing: 'exclude',
      scorecard: { ...pinned, read: { indicator: 'own' } },
    },
  },
  tables: {
    staff: {
      rowUnit: 'staff',
      atMost: 9,
      ifMissing: 'pending',
      row: {
        score: number('points', { step: '0.01' }),
        exact: { ...number('points'), step: '1/3' },
        grade: { type: 'label', scale: 'grade', ifMissing: 'exclude' },
        good: { type: 'boolean', ifMissing: 'exclude' },
        root: number('points', { step: 1 }),
      },
      members: {
        ...pinned,
        read: {
          score: { result: 'score' },
          exact: { indicator: 'mark', value: 'exact' },
          grade: { result: 'rating' },
          good: { indicator: 'good' },
          root: { indicator: 'root', value: 'shown' },
        },
      },
    },
    trips: {
      title: text('perjalanan', 'trips'),
      rowUnit: 'visit',
      atMost: 90,
      ifMissing: 'exclude',
      row: { length: number('metre'), cost: number('points', { ifMissing: 'pending' }) },
    },
    calls: {
      rowUnit: 'visit',
      atMost: 9,
      ifMissing: 'exclude',
      row: {
        on: { type: 'date', ifMissing: 'exclude' },
        took: {
          type: 'duration',
          unit: 'second',
          pattern: 'm:ss',
          min: 0,
          max: 6000,
          step: '0.5',
          ifMissing: 'exclude',
        },
        care: number('points', { when: { '>': [{ var: 'calls.took' }, 10] } }),
      },
    },
  },
  panels: {
    forms: {
      answers: 'answer',
      labels: { never: 1, often: 4, always: '5' },
      questions: { polite: { title: text('sopan', 'polite') }, quick: {} },
      sources: {
        peer: { share: '1/3', take: 'median', atLeast: 2, ifFewer: 'exclude' },
        guest: { share: 'rest', take: 'mean', atLeast: 1, ifFewer: 'pending', cite: 'rule' },
      },
      rowUnit: 'person',
      atMost: 40,
    },
  },
  curves: {
    climb: {
      from: 'metre',
      to: 'points',
      line: [
        [0, 0],
        [2, '50'],
        [5, 90],
      ],
      outside: 'extend',
    },
    fall: {
      from: 'second',
      to: 'points',
      steps: [{ gives: 100 }, { above: 30, gives: 50 }, { from: 60, gives: 0 }],
      cite: 'rule',
    },
  },
  matrices: {
    both: {
      rows: 'effort',
      columns: 'grade',
      gives: 'grade',
      cells: {
        little: { low: 'low', mid: 'low', high: 'mid' },
        much: { low: 'mid', mid: 'high', high: 'high' },
      },
    },
  },
  lookups: {
    fee: {
      keys: ['grade', { unit: 'visit', match: 'from' }],
      unit: 'points',
      values: {
        low: { '0': 0, '10': '1/3' },
        mid: { '0': 1, '10.5': 2 },
        high: { '-1': 3, '100': '40' },
      },
    },
    band: {
      keys: [{ unit: 'visit', match: 'exact' }],
      scale: 'grade',
      values: { '1': 'low', '2': 'mid', '20': 'high' },
      cite: 'rule',
    },
  },
  indicators: {
    side: { unit: 'points', curve: { read: 'height', use: 'climb' } },
    total: { unit: 'metre', sum: { coefficients: { height: 1, depth: '-1/2' } } },
    fee: { unit: 'points', lookup: { read: ['both', 'visits'], use: 'fee' } },
    band: { scale: 'grade', lookup: { read: ['visits'], use: 'band' } },
    both: { scale: 'grade', matrix: { rows: 'effort', columns: 'fallen', use: 'both' } },
    fallen: {
      scale: 'grade',
      rate: {
        read: 'left',
        below: 'high',
        from: { mid: 40, low: '80.5' },
        guards: { high: { when: { var: 'proved' }, else: 'mid' } },
        printed: { mid: [40, 80], low: ['80.5', null] },
        gaps: { 'round-first': { places: 1, mode: 'down' } },
      },
      limits: [
        { id: 'up', when: { '>': [{ var: 'visits' }, 5] }, atLeast: 'mid', cite: 'rule' },
        { id: 'down', when: { '!': [{ var: 'proved' }] }, atMost: 'high' },
      ],
    },
    either: { unit: 'points', only: { of: ['left-one', 'right-one'] } },
    'left-one': {
      unit: 'points',
      when: { '==': [{ var: 'post' }, 'line'] },
      formula: { var: 'left' },
    },
    'right-one': {
      unit: 'points',
      when: { '!=': [{ var: 'post' }, 'line'] },
      formula: { var: 'right' },
    },
    odd: {
      unit: 'ratio',
      formula: {
        '+': [
          { ln: [{ '+': [1, { number: [{ var: 'left' }, 'points'] }] }] },
          { pow: [{ number: [{ var: 'right' }, 'points'] }, 0.5] },
          { sqrt: [2] },
          { cbrt: [{ number: [{ var: 'visits' }, 'visit'] }] },
          { exp: [{ '/': [1, 3] }] },
          { abs: [-3] },
        ],
      },
    },
    held: {
      unit: 'points',
      formula: { max: [{ var: 'left' }, { var: 'goal' }] },
      adjust: [
        { id: 'more', add: { '/': [{ var: 'fee' }, 2] }, atMost: 5, cite: 'rule' },
        {
          id: 'less',
          deduct: '7/2',
          when: { between: [{ var: 'visits' }, 3, 30] },
          reason: text('kunjungan', 'visits'),
        },
        { id: 'net', limit: 3 },
        { id: 'top', cap: 100 },
        { id: 'ground', floor: 0 },
      ],
      usable: { when: { '!': [{ missing: ['post', 'day'] }] }, reason: text('kurang', 'short') },
    },
    place: {
      per: 'staff',
      unit: 'place',
      rank: { read: 'staff.score', better: 'higher', ties: 'average' },
    },
    podium: {
      unit: 'staff',
      rows: { of: 'staff', take: 'count', where: { '<=': [{ var: 'place' }, 3] } },
    },
    'staff-mean': {
      unit: 'points',
      rows: { of: 'staff', take: 'mean', read: 'staff.exact', leaveOut: { atLeast: '1/2' } },
    },
    'good-share': {
      unit: 'ratio',
      rows: { of: 'staff', take: 'share', where: { var: 'staff.good' } },
    },
    'trip-mean': {
      unit: 'metre',
      rows: { of: 'trips', take: 'mean', read: 'trips.length', leaveOut: { atLeast: '1/3' } },
    },
    'trip-cost': {
      unit: 'points',
      rows: { of: 'trips', take: 'sum', read: 'trips.cost', leaveOut: { atLeast: 0 } },
    },
    swift: { per: 'calls', unit: 'points', curve: { read: 'calls.took', use: 'fall' } },
    'swift-middle': {
      unit: 'points',
      rows: { of: 'calls', take: 'median', read: 'swift', leaveOut: { atLeast: 0 } },
    },
    'swift-inside': {
      unit: 'points',
      rows: { of: 'calls', take: 'trimmed', trim: '1/4', read: 'swift', leaveOut: { atLeast: 0 } },
    },
    'last-care': {
      unit: 'points',
      rows: { of: 'calls', take: 'last', read: 'calls.care', leaveOut: { atLeast: 0 } },
    },
    z: { unit: 'ratio', cohort: { read: 'left', take: 'z', sd: 'sample' } },
    spot: { unit: 'place', cohort: { read: 'left', take: 'rank', better: 'higher', ties: 'min' } },
    share2: { unit: 'ratio', cohort: { read: 'left', take: 'percentile', count: 'middle' } },
    span: {
      unit: 'points',
      cohort: { read: 'left', take: 'min-max', better: 'lower', clip: true },
    },
    polite: { unit: 'answer', mean: { weights: { 'forms.polite': '1/2', 'forms.quick': '1/2' } } },
    mild: {
      unit: 'answer',
      rows: {
        of: 'forms',
        take: 'max',
        read: 'forms.polite',
        where: { '==': [{ var: 'forms.source' }, 'peer'] },
      },
    },
    posts: {
      unit: 'points',
      goalposts: { read: 'polite', worst: 1, best: 5, clip: true, spacing: 'log' },
    },
    hours: {
      unit: 'points',
      achievement: {
        actual: 'shift',
        target: { from: 6, to: { var: 'shift-goal' } },
        better: 'inside',
        cap: 100,
      },
    },
    'shift-goal': { unit: 'hour', constant: 8 },
    hub: { unit: 'points', slot: { ifEmpty: 'not-applicable' } },
    harm: {
      unit: 'points',
      harmonic: { weights: { posts: '1/2', hours: '1/2' }, leaveOut: { atLeast: 0 } },
    },
    strong: {
      unit: 'points',
      power: {
        exponent: 2,
        by: 'post',
        weights: { line: { posts: 1 }, 'head-office': { posts: { var: 'share' }, hours: 'rest' } },
      },
    },
    centre: {
      unit: 'points',
      median: { of: ['posts', 'hours', 'left'], leaveOut: { atLeast: 0 } },
    },
    cut: { unit: 'points', trimmed: { of: ['posts', 'hours', 'left'], trim: '1/3' } },
    top: { unit: 'points', best: { of: ['posts', 'hours', 'left'], take: 2 } },
    sorted: { unit: 'points', ordered: { of: ['posts', 'hours'], weights: ['3/4', '1/4'] } },
    times: { unit: 'points', product: { of: ['left', 'share'] } },
    'worst-one': { scale: 'grade', min: { of: ['both', 'fallen'] } },
    'best-one': { unit: 'points', max: { of: ['hours', 'left'] } },
    picked: {
      unit: 'points',
      choose: {
        cases: [
          {
            id: 'late',
            when: { '>': [{ '-': [{ var: 'day' }, { date: '2026-03-01' }] }, 30] },
            gives: 10,
          },
          {
            id: 'few',
            when: { missing_some: [1, ['visits', 'depth']] },
            gives: { var: 'held' },
            cite: 'rule',
          },
        ],
        else: {
          id: 'other',
          gives: { if: [{ in: [{ var: 'effort' }, ['much']] }, { var: 'left' }, 5] },
        },
      },
    },
    final: {
      unit: 'points',
      mean: {
        weights: {
          picked: '10%',
          'staff-mean': '20%',
          'best-one': '10%',
          survey: '20%',
          held: '20%',
          hub: 'rest',
        },
        leaveOut: { atLeast: '1/4' },
      },
      round,
    },
    outcome: {
      scale: 'grade',
      rate: { read: 'final', below: 'low', above: { mid: 20, high: 60 } },
    },
  },
  result: { score: 'final', rating: 'outcome', baseline: 100 },
  followUp: {
    praise: {
      kind: 'recognition',
      when: { '>=': [{ var: 'outcome' }, 'mid'] },
      text: text('puji', 'praise'),
      about: 'final',
    },
    warn: {
      kind: 'warning',
      when: { '==': [{ var: 'outcome' }, 'low'] },
      text: text('tegur', 'warn'),
      ladder: { name: 'steps', rung: 1 },
      cite: 'rule',
    },
    'warn-more': {
      kind: 'warning',
      when: { '>': [{ var: 'podium' }, 0] },
      text: text('tegur lagi', 'warn again'),
      about: 'podium',
      ladder: { name: 'steps', rung: 2 },
    },
  },
  distributions: {
    grades: {
      title: text('sebaran', 'spread'),
      read: 'staff.grade',
      limits: { high: { atMost: '30%' }, low: { atLeast: { var: 'good-share' }, cite: 'rule' } },
      cite: 'rule',
    },
  },
};

/** Members' scorecards: one that is final, one provisional, one void. */
export const cards: readonly JsonObject[] = [
  cardOf('one', { a: 80, b: 41 }),
  cardOf('two', { a: 40 }),
  cardOf('three', {}),
];

/** Evidence in every form that there is: observations, durations, scorecards, rows, answers by label. */
export const rowsEvidence: JsonObject = {
  subject: 'office',
  asOf: '2026-08-01',
  values: {
    post: { value: 'head-office', by: 'clerk', at: '2026-02-03', record: 'r-1' },
    effort: 'much',
    height: '1.5',
    depth: 40,
    left: { value: 81.5, by: 'clerk' },
    right: '60',
    visits: 20,
    day: { value: '2026-03-02', record: 'r-2' },
    proved: true,
    shift: '7:45',
    reply: { value: '1 d 2 h 30 m', at: '2026-03-01' },
    survey: cardOf('survey', { a: 90, b: 80 }),
    verdict: cardOf('verdict', { a: 10, b: 80 }),
  },
  tables: {
    staff: { scorecards: cards },
    trips: {
      columns: ['length', 'cost'],
      rows: [
        [1.5, 3],
        ['2', { value: 4, by: 'x' }],
        [null, 1],
      ],
    },
    calls: [
      { on: '2026-03-01', took: '0:31.5', care: 9 },
      { on: { value: '2026-03-02', by: 'x' }, took: { value: '2:05', record: 'y' }, care: null },
      { took: null },
    ],
  },
  panels: {
    forms: {
      columns: ['source', 'rater', 'polite', 'quick'],
      rows: [
        ['peer', 'a', 'often', 4],
        ['peer', 'b', 5, 'always'],
        ['guest', null, 'never', 3],
      ],
    },
  },
};

/** Evidence with totals wherever they are taken. */
export const totalsEvidence: JsonObject = {
  ...rowsEvidence,
  tables: {
    ...(rowsEvidence['tables'] as JsonObject),
    trips: {
      totals: { count: 4, sums: { length: '7.5', cost: 12 }, answered: { length: 3, cost: 2 } },
    },
  },
};

const panelTotals: JsonObject = {
  totals: {
    peer: { count: 3, sums: { polite: 12, quick: '13' }, answered: { quick: 3 } },
    guest: { count: 2, sums: { polite: 8, quick: 5 }, answered: { quick: 1 } },
  },
};

const withoutMild = Object.fromEntries(
  Object.entries(everything['indicators'] as JsonObject).filter(([name]) => name !== 'mild'),
);

const panels = everything['panels'] as {
  readonly forms: { readonly sources: { readonly peer: JsonObject } };
};
const { forms } = panels;
const peer = { ...forms.sources.peer, take: 'mean' };

/** The same policy where nothing reads a single form, so that totals are accepted. */
export const formless: JsonObject = {
  ...everything,
  panels: { forms: { ...forms, sources: { ...forms.sources, peer } } },
  indicators: withoutMild,
};

/** Evidence of `formless`. */
export const formlessEvidence: JsonObject = { ...totalsEvidence, panels: { forms: panelTotals } };
