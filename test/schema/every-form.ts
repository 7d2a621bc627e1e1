import { readFileSync } from 'node:fs';
import {
  compilePolicy,
  evaluate,
  parseEvidence,
  type Plan,
  type Scorecard,
  unwrap,
} from '../../src/index.js';
import { countsDays, DURATION_PATTERNS } from '../../src/duration.js';
import type { Json, JsonObject } from '../../src/json.js';

const read = (name: string): string =>
  readFileSync(new URL(`../golden/organisation-eight/${name}`, import.meta.url), 'utf8');

const memberPlan = unwrap(compilePolicy(read('member-policy.json')));

/** What is read of a scorecard below, and no more: mutants then meet it. */
const readOnly = ({
  format,
  policy,
  status,
  subject,
  result,
  score,
  rating,
  trace,
}: Scorecard) => ({
  format,
  policy: { id: policy.id, digest: policy.digest },
  status,
  ...(subject === undefined ? {} : { subject }),
  result,
  ...(score === undefined ? {} : { score }),
  ...(rating === undefined ? {} : { rating }),
  trace: trace.filter(({ pointer }) => pointer === '/indicators/performance'),
});

/** Scorecards of members, one of them void. */
export const scorecards: readonly JsonObject[] = (
  JSON.parse(read('members.json')) as readonly unknown[]
).map((document) => {
  const card = evaluate(memberPlan, unwrap(parseEvidence(memberPlan, document)));
  return JSON.parse(JSON.stringify(readOnly(card))) as JsonObject;
});

const pin = { policy: memberPlan.policy.id, digest: memberPlan.digest };
const points = { type: 'decimal', unit: 'points', min: 0, max: 120, step: '0.01' };
const lasted = {
  type: 'duration',
  unit: 'minute',
  pattern: 'h:mm',
  min: 0,
  max: 9000,
  step: '1/60',
};
const status = { type: 'label', labels: ['present', 'leave'], ifMissing: 'exclude' };
const rows = (of: string, take: string, column?: string): JsonObject => ({
  unit: 'minute',
  rows: { of, take, ...(column === undefined ? {} : { read: `${of}.${column}` }) },
});
const LABELS: JsonObject = { poor: 1, fair: 2, good: '3', 'very-good': 4 };

/** A policy with every form that evidence may have. */
export const everyForm: JsonObject = {
  timbang: 1,
  id: 'contoh/bentuk',
  version: '1.0.0',
  subject: 'organisation',
  title: { id: 'setiap bentuk', en: 'every form' },
  effective: { from: '2026-01-01' },
  cites: { contoh: { text: 'contoh', support: 'interpretation' } },
  units: {
    letter: { title: { id: 'surat', en: 'letter' } },
    bundle: { is: { times: 50, of: 'letter' } },
    visit: {},
  },
  scales: {
    points: { worst: 0, full: 100, best: 120 },
    answer: { worst: 1, full: 4, best: 4, step: 1 },
    predikat: { labels: ['kurang', 'cukup', 'baik', 'sangat-baik'] },
  },
  inputs: {
    ...Object.fromEntries(
      DURATION_PATTERNS.map((pattern, i) => [
        `duration-${String(i)}`,
        {
          type: 'duration',
          unit: 'hour',
          pattern,
          ...(countsDays(pattern) ? { dayHours: '7.5' } : {}),
          min: 0,
          max: 5000,
          step: '1/36000',
          ifMissing: 'exclude',
        },
      ]),
    ),
    used: { ...lasted, ifMissing: { use: '7:30', cite: 'contoh' } },
    letters: { type: 'integer', unit: 'bundle', min: 0, max: 90, ifMissing: 'pending' },
    open: { type: 'boolean', ifMissing: 'exclude' },
    on: { type: 'date', ifMissing: 'exclude' },
    status,
    unit: {
      ...points,
      ifMissing: 'exclude',
      scorecard: { ...pin, read: { result: 'score' } },
    },
  },
  tables: {
    visits: {
      rowUnit: 'visit',
      atMost: 9,
      ifMissing: 'pending',
      row: {
        lasted: { ...lasted, ifMissing: 'exclude' },
        letters: { type: 'integer', unit: 'letter', min: 0, max: 99, ifMissing: 'exclude' },
        status,
      },
    },
    days: {
      rowUnit: 'day',
      atMost: 9,
      ifMissing: 'exclude',
      row: {
        on: { type: 'date', ifMissing: 'fail' },
        open: { type: 'boolean', ifMissing: 'exclude' },
        worked: { ...lasted, pattern: 'h m', ifMissing: 'exclude' },
        status,
      },
    },
    staff: {
      rowUnit: 'person',
      atMost: 9,
      ifMissing: 'pending',
      members: {
        ...pin,
        read: {
          points: { result: 'score' },
          predikat: { result: 'rating' },
          exact: { indicator: 'performance', value: 'exact' },
        },
      },
      row: {
        points: { ...points, ifMissing: 'exclude' },
        predikat: { type: 'label', scale: 'predikat', ifMissing: 'exclude' },
        exact: { ...points, ifMissing: 'exclude' },
      },
    },
  },
  panels: {
    survey: {
      answers: 'answer',
      labels: LABELS,
      questions: { speed: {}, courtesy: {} },
      sources: { citizen: { share: 1, take: 'mean', atLeast: 1, ifFewer: 'exclude' } },
      atMost: 9,
    },
    round: {
      answers: 'answer',
      labels: LABELS,
      questions: { trust: {} },
      sources: {
        peer: { share: '50%', take: 'median', atLeast: 1, ifFewer: 'exclude' },
        self: { share: 'rest', take: 'mean', atLeast: 1, ifFewer: 'exclude' },
      },
      atMost: 9,
    },
  },
  indicators: {
    time: rows('visits', 'sum', 'lasted'),
    'longest-day': rows('days', 'max', 'worked'),
    score: {
      unit: 'points',
      rows: { of: 'staff', take: 'mean', read: 'staff.points' },
      round: { places: 2, mode: 'half-up', for: 'use' },
    },
  },
  result: { score: 'score' },
};

/** Its plan. */
export const everyFormPlan: Plan = unwrap(compilePolicy(everyForm as Json));
