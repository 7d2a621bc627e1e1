import type { EvidenceDocument } from '../../src/evidence/evidence.js';

/** A policy that reads every form of input, a table whose rows are computed and filtered, and a panel. */
export const POLICY = {
  timbang: 1,
  id: 'fast/forms',
  version: '1.0.0',
  title: { id: 'bentuk masukan', en: 'forms of input' },
  effective: { from: '2026-01-01', until: '2028-01-01' },
  scales: {
    points: { worst: 0, full: 100, best: 120 },
    answer: { worst: 1, full: 5, best: 5 },
    grade: { labels: ['low', 'fair', 'good', 'top'] },
  },
  parameters: { worth: { by: 'post', is: { staff: 1, lead: '1.5' }, unit: 'points/award' } },
  curves: {
    survey: {
      from: 'answer',
      to: 'points',
      line: [
        [1, 0],
        [5, 100],
      ],
    },
  },
  inputs: {
    post: { type: 'label', labels: ['staff', 'lead'], ifMissing: 'fail' },
    idea: { type: 'boolean', ifMissing: 'fail' },
    awards: { type: 'integer', unit: 'award', min: 0, max: 9, ifMissing: 'exclude' },
    conduct: { type: 'decimal', unit: 'points', min: 0, max: 120, step: '0.25', ifMissing: 'fail' },
    bonus: { type: 'decimal', unit: 'points', min: -5, max: 5, ifMissing: 'fail' },
  },
  tables: {
    tasks: {
      rowUnit: 'task',
      atMost: 6,
      ifMissing: 'fail',
      row: {
        done: { type: 'integer', unit: 'document', min: 0, max: 99, ifMissing: 'fail' },
        target: { type: 'integer', unit: 'document', min: 1, max: 99, ifMissing: 'fail' },
        main: { type: 'boolean', ifMissing: 'fail' },
      },
    },
  },
  panels: {
    peers: {
      answers: 'answer',
      atMost: 12,
      questions: { trust: {}, help: {} },
      sources: {
        near: { share: '60%', take: 'mean', atLeast: 1, ifFewer: 'fail' },
        far: { share: 'rest', take: 'median', atLeast: 1, ifFewer: 'fail' },
      },
    },
  },
  indicators: {
    task: {
      per: 'tasks',
      unit: 'points',
      achievement: {
        actual: 'tasks.done',
        target: { var: 'tasks.target' },
        better: 'higher',
        cap: 120,
      },
    },
    tasks: { unit: 'points', rows: { of: 'tasks', take: 'mean', read: 'task' } },
    main: {
      unit: 'task',
      rows: { of: 'tasks', take: 'count', where: { var: 'tasks.main' } },
    },
    trust: { unit: 'points', curve: { read: 'peers.trust', use: 'survey' } },
    help: { unit: 'points', curve: { read: 'peers.help', use: 'survey' } },
    total: {
      unit: 'points',
      mean: { weights: { tasks: '40%', conduct: '30%', trust: '20%', help: 'rest' } },
      adjust: [
        { id: 'awards', add: { '*': [{ var: 'awards' }, { var: 'worth' }] }, atMost: 5 },
        { id: 'bonus', add: { max: [{ var: 'bonus' }, 0] } },
        { id: 'cap', cap: 120 },
      ],
      round: { places: 1, mode: 'half-even', for: 'use' },
    },
    grade: {
      scale: 'grade',
      rate: {
        read: 'total',
        below: 'low',
        from: { fair: 60, good: 75, top: 90 },
        guards: {
          top: { when: { and: [{ var: 'idea' }, { '>': [{ var: 'main' }, 0] }] }, else: 'good' },
        },
      },
    },
  },
  result: { score: 'total', rating: 'grade' },
} as const;

/** Evidence that lacks nothing. */
export const EVIDENCE: EvidenceDocument = {
  subject: 'one',
  values: { post: 'lead', idea: true, awards: 2, conduct: 88.25, bonus: 0.5 },
  tables: {
    tasks: {
      columns: ['done', 'target', 'main'],
      rows: [
        [9, 10, true],
        [45, 50, false],
      ],
    },
  },
  panels: {
    peers: {
      columns: ['source', 'trust', 'help'],
      rows: [
        ['near', 4, 5],
        ['near', 5, null],
        ['far', 3, 4],
      ],
    },
  },
};
