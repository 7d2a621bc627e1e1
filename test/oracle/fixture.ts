import type { PlainDocument as EvidenceDocument } from './plain.js';
import type { Policy } from '../../src/policy/policy.js';
import { oracle, type OracleOutcome } from './oracle.js';

const points = (ifMissing: unknown = 'exclude', more: object = {}) => ({
  type: 'decimal',
  unit: 'points',
  min: 0,
  max: 200,
  ifMissing,
  ...more,
});
const yes = (ifMissing: unknown = 'exclude') => ({ type: 'boolean', ifMissing });
const time = (unit: string) => ({
  type: 'decimal',
  unit,
  min: 0,
  max: 1000,
  ifMissing: 'exclude',
});
export const v = (name: string) => ({ var: name });
export const reason = { id: 'alasan', en: 'reason' };

export const inputs = {
  a: points(),
  b: points('pending'),
  c: points('fail'),
  d: points('exclude', { when: v('open') }),
  e: points({ use: 40, cite: 'x' }),
  f: points('exclude', { min: 1, step: '0.5' }),
  n: { type: 'integer', unit: 'person', min: 0, max: 10, ifMissing: 'exclude' },
  open: yes({ use: false, cite: 'x' }),
  p: yes('pending'),
  hours: time('hour'),
  minutes: time('minute'),
  level: { type: 'label', scale: 'grade', ifMissing: 'exclude' },
  lowest: { type: 'label', scale: 'grade', ifMissing: { use: 'poor', cite: 'x' } },
  side: { type: 'label', scale: 'class', ifMissing: 'exclude' },
  on: { type: 'date', ifMissing: 'exclude' },
  gated: points('exclude', { when: { '>': [v('by-side'), 1] } }),
};

export const shared = {
  timbang: 1,
  id: 'x',
  version: '1.0.0',
  title: reason,
  effective: { from: '2026-01-01' },
  cites: { x: { text: 'x', support: 'interpretation' } },
  scales: {
    points: { worst: 0, full: 100, best: 120 },
    risk: { worst: 50, full: 10, best: 0 },
    answer: { worst: 1, full: 5, best: 5, step: 1 },
    grade: { labels: ['poor', 'fair', 'good', 'top'] },
    class: { labels: ['low', 'high'] },
  },
  parameters: {
    half: { is: '50%' },
    'by-side': { by: 'side', is: { low: 1, high: 2 }, unit: 'points' },
    'by-side-since': {
      by: 'side',
      since: { '2026-01-01': { low: 3, high: 4 }, '2026-07-01': { low: 5, high: 6 } },
      unit: 'points',
    },
    cut: { since: { '2026-01-01': 10, '2026-07-01': 20 }, unit: 'points' },
  },
  inputs,
  tables: {
    t: {
      rowUnit: 'task',
      atMost: 10,
      ifMissing: 'pending',
      row: {
        x: points(),
        y: points('pending'),
        z: points('exclude', { when: { '==': [v('t.k'), 'in'] } }),
        k: { type: 'label', labels: ['in', 'out'], ifMissing: 'exclude' },
        on: { type: 'date', ifMissing: 'exclude' },
      },
    },
  },
  panels: {
    form: {
      answers: 'answer',
      questions: { q: {}, r: {} },
      sources: {
        boss: { share: '60%', take: 'mean', atLeast: 1, ifFewer: 'fail' },
        peer: { share: 'rest', take: 'median', atLeast: 2, ifFewer: 'exclude' },
      },
    },
    public: {
      answers: 'answer',
      questions: { q: {} },
      sources: { citizen: { share: 'rest', take: 'mean', atLeast: 1, ifFewer: 'pending' } },
    },
  },
  curves: {
    line: {
      from: 'answer',
      to: 'points',
      line: [
        [1, 0],
        [3, 80],
        [5, 100],
      ],
    },
    held: {
      from: 'hour',
      to: 'points',
      line: [
        [0, 100],
        [10, 0],
      ],
      outside: 'hold',
    },
    steps: {
      from: 'minute',
      to: 'points',
      steps: [
        { gives: 0 },
        { from: 1, gives: '1/4' },
        { above: 30, gives: 1 },
        { missing: true, gives: 2 },
      ],
    },
    on: {
      from: 'points',
      to: 'points',
      line: [
        [10, 0],
        [20, 20],
        [30, 40],
      ],
      outside: 'extend',
    },
    edged: { from: 'points', to: 'points', steps: [{ from: 10, gives: 5 }] },
  },
  matrices: {
    m: {
      rows: 'grade',
      columns: 'class',
      gives: 'grade',
      cells: {
        poor: { low: 'poor', high: 'fair' },
        fair: { low: 'poor', high: 'good' },
        good: { low: 'fair', high: 'good' },
        top: { low: 'good', high: 'top' },
      },
    },
  },
  lookups: {
    credit: {
      keys: ['class', 'grade'],
      unit: 'points',
      values: {
        low: { poor: 0, fair: '9.375', good: '12.5', top: '75/4' },
        high: { poor: 0, fair: '18.75', good: 25, top: '75/2' },
      },
    },
    mixed: {
      keys: [{ unit: 'points', match: 'exact' }, 'class'],
      unit: 'points',
      values: { 10: { low: 1, high: 2 }, '20.5': { low: 3, high: 4 } },
    },
    steps: {
      keys: [{ unit: 'hour', match: 'from' }],
      unit: 'points',
      // Not in order: an entry is a name.
      values: { 2: 5, '1.0': 1, 10: 9 },
    },
    rank: { keys: ['class'], scale: 'grade', values: { low: 'fair', high: 'top' } },
  },
};

/** What the indicators give for the evidence; a policy of the oracle's tests need not be complete. */
export const run = (
  indicators: object,
  evidence: EvidenceDocument = {},
  result: object = {},
): OracleOutcome => oracle({ ...shared, indicators, result } as unknown as Policy, evidence);

export const num = (verb: object) => ({ unit: 'points', ...verb });

/** The value of one indicator with the given input values. */
export const one = (indicator: object, values: EvidenceDocument['values'] = {}) =>
  run({ i: indicator }, { values }).values['i'];

export const formula = (rule: unknown, values: EvidenceDocument['values'] = {}) =>
  one(num({ formula: rule }), values);
export const truthOf = (rule: unknown, values: EvidenceDocument['values'] = {}) =>
  one({ formula: rule }, values);

export const table = (
  rows: readonly Readonly<Record<string, string | number | null>>[],
): EvidenceDocument => ({
  tables: { t: rows },
});
export interface Rows {
  readonly take: string;
  readonly read?: string;
  readonly where?: object;
  readonly trim?: string | number;
  readonly leaveOut?: object;
}
export const over = (rows: Rows, evidence: EvidenceDocument) =>
  run(
    {
      i: {
        unit: rows.take === 'count' ? 'task' : rows.take === 'share' ? 'ratio' : 'points',
        rows: { of: 't', ...rows },
      },
    },
    evidence,
  ).values['i'];

export const form = (rows: readonly (readonly (string | number | null)[])[]): EvidenceDocument => ({
  panels: { form: { columns: ['source', 'q'], rows } },
});
export const question = (evidence: EvidenceDocument) => run({}, evidence).values['form.q'];
