import type { KindExample } from '../../src/indicator/contract.js';
import type { JsonObject } from '../../src/json.js';

/** Uses of a kind beside its own examples: what the laws must hold for and no example shows. */
export const further: Readonly<Record<string, readonly KindExample[]>> = (() => {
  const points = { worst: 0, full: 100, best: 100 };
  const number = (unit: string, min: number, max: number): JsonObject => ({
    type: 'integer',
    unit,
    min,
    max,
    ifMissing: 'exclude',
  });
  const times = {
    inputs: { desk: number('minute', 0, 600), field: number('hour', 0, 10) },
  };
  const letters = {
    scales: { points },
    inputs: {
      a: number('points', 0, 100),
      b: number('points', 0, 100),
      c: number('points', 0, 100),
    },
  };
  /** Three components of which one may be left out, unless each has a place. */
  const three = (verb: string, more: JsonObject, gives: string, leaves = true): KindExample => ({
    title: { id: `${verb} dari tiga`, en: `${verb} of three` },
    policy: letters,
    indicator: {
      unit: 'points',
      [verb]: { of: ['a', 'b', 'c'], ...more, ...(leaves ? { leaveOut: { atLeast: '2/3' } } : {}) },
    },
    evidence: { values: { a: 8, b: 27, c: 64 } },
    gives,
  });
  /** 80 among 70, 80, 80 and 90, which stands in the middle however one compares. */
  const among = (take: string, more: JsonObject, unit: string, gives: string): KindExample => ({
    title: { id: `${take} dalam kohort`, en: `${take} in a cohort` },
    policy: { scales: { points }, inputs: { a: number('points', 0, 100) } },
    indicator: { unit, cohort: { read: 'a', take, ...more } },
    evidence: { values: { a: 80 } },
    cohort: [70, 80, 80, 90].map((a) => ({ values: { a } })),
    gives,
  });
  const table = (unit: string): JsonObject => ({
    rowUnit: 'visit',
    atMost: 20,
    ifMissing: 'pending',
    row: { value: number(unit, 0, 100) },
  });
  const rows = (take: string, unit: string, gives: string, more: JsonObject = {}): KindExample => ({
    title: { id: `${take} dari baris`, en: `the ${take} of rows in ${unit}` },
    policy: {
      scales: { points },
      tables: { visits: table(unit) },
    },
    indicator: {
      unit: unit === 'minute' ? 'hour' : unit,
      rows: { of: 'visits', take, ...more, read: 'visits.value' },
    },
    evidence: { tables: { visits: { columns: ['value'], rows: [[60], [30], [90], [90]] } } },
    gives,
  });
  return {
    mean: [
      {
        title: { id: 'menit dan jam', en: 'minutes and hours' },
        policy: times,
        indicator: { unit: 'hour', mean: { weights: { desk: '1/2', field: '1/2' } } },
        evidence: { values: { desk: 120, field: 4 } },
        gives: '3',
      },
      {
        title: { id: 'bobot dari parameter', en: 'a weight from a parameter' },
        policy: {
          scales: { points },
          parameters: { share: { is: '60%' } },
          inputs: { results: number('points', 0, 100), conduct: number('points', 0, 100) },
        },
        indicator: {
          unit: 'points',
          mean: {
            weights: { results: { var: 'share' }, conduct: 'rest' },
            leaveOut: { atLeast: '50%' },
          },
        },
        evidence: { values: { results: 90, conduct: 80 } },
        gives: '86',
      },
    ],
    min: [
      {
        title: { id: 'menit dan jam', en: 'minutes and hours' },
        policy: times,
        indicator: { unit: 'hour', min: { of: ['desk', 'field'] } },
        evidence: { values: { desk: 120, field: 4 } },
        gives: '2',
      },
    ],
    max: [
      {
        title: { id: 'menit dan jam', en: 'minutes and hours' },
        policy: times,
        indicator: { unit: 'hour', max: { of: ['desk', 'field'], leaveOut: { atLeast: '50%' } } },
        evidence: { values: { desk: 120 } },
        gives: '2',
      },
    ],
    median: [three('median', {}, '27')],
    trimmed: [three('trimmed', { trim: '1/3' }, '27')],
    best: [three('best', { take: 1 }, '64')],
    ordered: [three('ordered', { weights: ['1/2', '1/3', '1/6'] }, '127/3', false)],
    harmonic: [
      {
        title: { id: 'menit dan jam', en: 'minutes and hours' },
        policy: times,
        indicator: { unit: 'hour', harmonic: { weights: { desk: '1/2', field: '1/2' } } },
        evidence: { values: { desk: 120, field: 6 } },
        gives: '3',
      },
    ],
    power: [
      {
        title: { id: 'pangkat setengah', en: 'exponent one half' },
        policy: letters,
        indicator: {
          unit: 'points',
          power: {
            exponent: '1/2',
            weights: { a: '1/3', b: '1/3', c: 'rest' },
            leaveOut: { atLeast: '1/2' },
          },
        },
        evidence: { values: { a: 4, b: 16, c: 81 } },
        gives: '25',
      },
      {
        title: { id: 'pangkat negatif', en: 'a negative exponent' },
        policy: {
          scales: { points },
          inputs: { a: number('points', 0, 100), b: number('points', 0, 100) },
        },
        indicator: { unit: 'points', power: { exponent: -2, weights: { a: '1/2', b: '1/2' } } },
        evidence: { values: { a: 7, b: 1 } },
        gives: '1.4',
      },
    ],
    product: [
      {
        title: { id: 'jam kali orang', en: 'hours times people' },
        policy: { inputs: { length: number('hour', 0, 10), people: number('person', 0, 10) } },
        indicator: { unit: 'hour*person', product: { of: ['length', 'people'] } },
        evidence: { values: { length: 3, people: 4 } },
        gives: '12',
        laws: ['increasing'],
      },
    ],
    lookup: [
      {
        title: { id: 'label dari label', en: 'a label from a label' },
        policy: {
          scales: { level: { labels: ['low', 'high'] }, rank: { labels: ['third', 'first'] } },
          lookups: {
            ranks: { keys: ['level'], scale: 'rank', values: { low: 'third', high: 'first' } },
          },
          inputs: { level: { type: 'label', scale: 'level', ifMissing: 'exclude' } },
        },
        indicator: { scale: 'rank', lookup: { read: ['level'], use: 'ranks' } },
        evidence: { values: { level: 'high' } },
        gives: 'first',
      },
    ],
    geometric: [
      {
        title: { id: 'tiga bagian', en: 'three parts' },
        policy: letters,
        indicator: {
          unit: 'points',
          geometric: { weights: { a: '1/3', b: '1/3', c: 'rest' }, leaveOut: { atLeast: '1/2' } },
        },
        evidence: { values: { a: 8, b: 27, c: 64 } },
        gives: '24',
      },
    ],
    rows: [
      rows('mean', 'points', '67.5'),
      rows('sum', 'points', '270'),
      rows('min', 'points', '30'),
      rows('max', 'points', '90'),
      rows('median', 'points', '75'),
      rows('trimmed', 'points', '75', { trim: '1/4' }),
      rows('trimmed', 'points', '67.5', { trim: '0.24' }),
      rows('mean', 'minute', '1.125'),
      rows('min', 'minute', '0.5'),
      rows('trimmed', 'minute', '1.25', { trim: '25%' }),
      {
        title: { id: 'bagian baris', en: 'a share of rows' },
        policy: { tables: { visits: table('minute') } },
        indicator: {
          unit: 'ratio',
          rows: { of: 'visits', take: 'share', where: { '>=': [{ var: 'visits.value' }, 60] } },
        },
        evidence: { tables: { visits: { columns: ['value'], rows: [[60], [30], [90], [90]] } } },
        gives: '0.75',
      },
    ],
    choose: [
      {
        title: { id: 'nilai lain diteruskan', en: 'another value passed on' },
        policy: {
          scales: { points },
          inputs: { first: number('points', 0, 100), second: number('points', 0, 100) },
        },
        indicator: {
          unit: 'points',
          choose: {
            cases: [
              { id: 'high', when: { '>': [{ var: 'first' }, 50] }, gives: { var: 'second' } },
            ],
            else: { id: 'low', gives: { var: 'first' } },
          },
        },
        evidence: { values: { first: 60, second: 70 } },
        gives: '70',
      },
    ],
    goalposts: [
      {
        title: { id: 'skala ke skala', en: 'from one scale to another' },
        policy: {
          scales: { points, answer: { worst: 1, full: 5, best: 5 } },
          inputs: { reply: number('answer', 1, 5) },
        },
        indicator: { unit: 'points', goalposts: { read: 'reply', worst: 1, best: 4, clip: false } },
        evidence: { values: { reply: 3 } },
        gives: '200/3',
        laws: ['increasing'],
      },
    ],
    rank: [
      {
        title: { id: 'yang lebih rendah lebih baik', en: 'the lower the better' },
        policy: { tables: { visits: table('minute') } },
        indicator: {
          per: 'visits',
          unit: 'place',
          rank: { read: 'visits.value', better: 'lower', ties: 'average' },
        },
        evidence: { tables: { visits: { columns: ['value'], rows: [[60], [30], [90], [90]] } } },
        gives: '2, 1, 3.5, 3.5',
      },
    ],
    cohort: [
      { ...among('z', { sd: 'sample' }, 'ratio', '0'), laws: ['increasing'] },
      among('rank', { better: 'higher', ties: 'average' }, 'place', '2.5'),
      { ...among('percentile', { count: 'middle' }, 'ratio', '0.5'), laws: ['increasing'] },
      { ...among('min-max', { better: 'lower', clip: true }, 'points', '50'), laws: ['bounded'] },
      among('mean', {}, 'points', '80'),
      among('sd', { sd: 'sample' }, 'points', '8.164966'),
      among('min', {}, 'points', '70'),
      among('max', {}, 'points', '90'),
      among('quantile', { at: '1/4', method: 'nearest-rank' }, 'points', '70'),
    ],
    sum: [
      {
        title: { id: 'dengan pengurang', en: 'with one taken off' },
        policy: {
          scales: { points },
          inputs: { base: number('points', 0, 100), cut: number('points', 0, 100) },
        },
        indicator: { unit: 'points', sum: { coefficients: { base: 1, cut: '-1/4' } } },
        evidence: { values: { base: 90, cut: 10 } },
        gives: '87.5',
      },
    ],
  };
})();
