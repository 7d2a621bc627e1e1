import type { EvidenceDocument } from '../../src/evidence/evidence.js';
import type { Policy } from '../../src/policy/policy.js';

/** The worked example of the policy language as a value that the compiler checks; `example.test.ts` holds it to the file. */
export const example = {
  policy: {
    timbang: 1,
    id: 'kota-sabang/kinerja-asn',
    version: '2026.1.0',
    subject: 'person',
    title: {
      id: 'Kinerja ASN Kota Sabang (contoh)',
      en: 'Civil-servant performance, Sabang (example)',
    },
    effective: { from: '2026-01-01', until: '2027-01-01' },
    cites: {
      'pp30-41': { text: 'PP 30/2019 Pasal 41', support: 'primary' },
      contoh: { text: 'contoh, bukan hukum', support: 'interpretation' },
    },
    scales: {
      points: { worst: 0, full: 100, best: 120 },
      answer: { worst: 1, full: 5, best: 5, step: 1 },
      predikat: { labels: ['sangat-kurang', 'kurang', 'cukup', 'baik', 'sangat-baik'] },
    },
    parameters: {
      'results-share': { is: '60%', open: { min: '60%', max: '70%' }, cite: 'pp30-41' },
      'absence-cut': { is: 4, unit: 'points/day', open: { min: 2, max: 5 }, cite: 'contoh' },
      'ktp-target': { since: { '2026-01-01': 24, '2026-07-01': 20 }, unit: 'hour', cite: 'contoh' },
    },
    inputs: {
      post: { type: 'label', labels: ['structural', 'functional'], ifMissing: 'fail' },
      'ktp-hours': {
        type: 'decimal',
        unit: 'hour',
        min: 0,
        max: 720,
        step: '0.1',
        ifMissing: 'pending',
      },
      visitors: { type: 'integer', unit: 'person', min: 1, max: 1000000, ifMissing: 'exclude' },
      'new-idea': { type: 'boolean', ifMissing: { use: false, cite: 'pp30-41' } },
    },
    tables: {
      tasks: {
        rowUnit: 'task',
        atMost: 60,
        ifMissing: 'fail',
        row: {
          done: {
            type: 'decimal',
            unit: 'document',
            min: 0,
            max: 100000,
            step: '0.01',
            ifMissing: 'pending',
          },
          target: {
            type: 'decimal',
            unit: 'document',
            min: 1,
            max: 100000,
            step: '0.01',
            ifMissing: 'fail',
          },
        },
      },
      attendance: {
        rowUnit: 'day',
        atMost: 366,
        ifMissing: 'pending',
        row: {
          on: { type: 'date', ifMissing: 'fail' },
          status: { type: 'label', labels: ['present', 'absent', 'leave'], ifMissing: 'fail' },
          late: {
            type: 'integer',
            unit: 'minute',
            min: 0,
            max: 600,
            when: { '==': [{ var: 'attendance.status' }, 'present'] },
            ifMissing: 'exclude',
          },
        },
      },
    },
    panels: {
      'form-360': {
        answers: 'answer',
        questions: { integrity: {}, teamwork: {} },
        sources: {
          supervisor: { share: '60%', take: 'mean', atLeast: 1, ifFewer: 'fail' },
          peer: { share: 'rest', take: 'median', atLeast: 3, ifFewer: 'exclude' },
        },
      },
      citizens: {
        answers: 'answer',
        questions: { courtesy: {}, clarity: {} },
        sources: { citizen: { share: 'rest', take: 'mean', atLeast: 1, ifFewer: 'exclude' } },
      },
    },
    curves: {
      answers: {
        from: 'answer',
        to: 'points',
        line: [
          [1, 0],
          [5, 100],
        ],
      },
      'late-cut': {
        from: 'minute',
        to: 'points',
        steps: [
          { gives: 0 },
          { from: 1, gives: '1/4' },
          { above: 30, gives: 1 },
          { missing: true, gives: 2 },
        ],
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
      output: { unit: 'points', rows: { of: 'tasks', take: 'mean', read: 'task' } },
      'ktp-speed': {
        unit: 'points',
        achievement: {
          actual: 'ktp-hours',
          target: { var: 'ktp-target' },
          better: 'lower',
          cap: 120,
        },
      },
      voices: { unit: 'person', rows: { of: 'citizens', take: 'count' } },
      'citizen-mean': {
        unit: 'answer',
        mean: { weights: { 'citizens.courtesy': '1/2', 'citizens.clarity': '1/2' } },
        usable: {
          when: { '>=': [{ var: 'voices' }, { '*': [0.1, { var: 'visitors' }] }] },
          reason: { id: 'sampel kurang', en: 'sample too small' },
        },
      },
      citizen: { unit: 'points', curve: { read: 'citizen-mean', use: 'answers' } },
      local: { unit: 'points', slot: { ifEmpty: 'not-applicable' } },
      results: {
        unit: 'points',
        mean: {
          by: 'post',
          weights: {
            structural: { output: '50%', citizen: '30%', local: 'rest' },
            functional: { output: '40%', 'ktp-speed': '20%', citizen: '20%', local: 'rest' },
          },
          leaveOut: { atLeast: '50%' },
        },
      },
      late: {
        per: 'attendance',
        unit: 'points',
        curve: { read: 'attendance.late', use: 'late-cut' },
      },
      'late-total': { unit: 'points', rows: { of: 'attendance', take: 'sum', read: 'late' } },
      absent: {
        unit: 'day',
        rows: {
          of: 'attendance',
          take: 'count',
          where: { '==': [{ var: 'attendance.status' }, 'absent'] },
        },
      },
      discipline: {
        unit: 'points',
        constant: 100,
        adjust: [
          {
            id: 'late',
            deduct: { var: 'late-total' },
            atMost: 20,
            reason: { id: 'terlambat', en: 'late' },
          },
          {
            id: 'absent',
            deduct: { '*': [{ var: 'absent' }, { var: 'absence-cut' }] },
            reason: { id: 'tidak masuk', en: 'absent' },
          },
          { id: 'floor', floor: 0 },
        ],
      },
      'conduct-mean': {
        unit: 'answer',
        mean: { weights: { 'form-360.integrity': '1/2', 'form-360.teamwork': '1/2' } },
      },
      conduct: { unit: 'points', curve: { read: 'conduct-mean', use: 'answers' } },
      behaviour: { unit: 'points', mean: { weights: { conduct: '70%', discipline: 'rest' } } },
      performance: {
        unit: 'points',
        mean: { weights: { results: { var: 'results-share' }, behaviour: 'rest' } },
        round: { places: 2, mode: 'half-up', for: 'use' },
      },
      predikat: {
        scale: 'predikat',
        rate: {
          read: 'performance',
          below: 'sangat-kurang',
          from: { kurang: 50, cukup: 70, baik: 90, 'sangat-baik': 110 },
          guards: { 'sangat-baik': { when: { var: 'new-idea' }, else: 'baik' } },
        },
        limits: [{ id: 'absence', when: { '>': [{ var: 'absent' }, 10] }, atMost: 'kurang' }],
        cite: 'pp30-41',
      },
    },
    result: { score: 'performance', rating: 'predikat' },
    tests: [
      {
        name: 'one absence, one missing check-in',
        evidence: {
          values: { post: 'functional', 'ktp-hours': 24, visitors: 20 },
          tables: {
            tasks: {
              columns: ['done', 'target'],
              rows: [
                [9, 10],
                [30, 30],
              ],
            },
            attendance: {
              columns: ['on', 'status', 'late'],
              rows: [
                ['2026-03-02', 'present', 0],
                ['2026-03-03', 'present', 31],
                ['2026-03-04', 'present', null],
                ['2026-03-05', 'absent', null],
              ],
            },
          },
          panels: {
            'form-360': {
              columns: ['source', 'rater', 'integrity', 'teamwork'],
              rows: [
                ['supervisor', 'a', 4, 5],
                ['peer', 'b', 4, 4],
                ['peer', 'c', 5, 4],
                ['peer', 'd', 3, 4],
              ],
            },
            citizens: {
              columns: ['courtesy', 'clarity'],
              rows: [
                [4, 5],
                [5, 5],
              ],
            },
          },
        },
        expect: {
          score: '91.82',
          rating: 'baik',
          indicators: { results: '95.9375', discipline: 93, conduct: '82.5' },
        },
      },
    ],
  } satisfies Policy,
  evidence: {
    values: { post: 'functional', 'ktp-hours': 24, visitors: 20 },
    tables: {
      tasks: {
        columns: ['done', 'target'],
        rows: [
          [9, 10],
          [30, 30],
        ],
      },
      attendance: {
        columns: ['on', 'status', 'late'],
        rows: [
          ['2026-03-02', 'present', 0],
          ['2026-03-03', 'present', 31],
          ['2026-03-04', 'present', null],
          ['2026-03-05', 'absent', null],
        ],
      },
    },
    panels: {
      'form-360': {
        columns: ['source', 'rater', 'integrity', 'teamwork'],
        rows: [
          ['supervisor', 'a', 4, 5],
          ['peer', 'b', 4, 4],
          ['peer', 'c', 5, 4],
          ['peer', 'd', 3, 4],
        ],
      },
      citizens: {
        columns: ['courtesy', 'clarity'],
        rows: [
          [4, 5],
          [5, 5],
        ],
      },
    },
  } satisfies EvidenceDocument,
};
