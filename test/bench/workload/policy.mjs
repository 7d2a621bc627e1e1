// The rules as a timbang policy, and a record as its evidence.
import {
  BANDS,
  CAP,
  ENDS,
  GOALPOSTS,
  INVERSES,
  LINES,
  RATERS,
  RATIOS,
  RULES,
  STEPS_OF_RATIO,
  STEPS_OF_VALUE,
  WEIGHTS,
} from './rules.mjs';

const NUMBERS = Array.from({ length: 12 }, (_, i) => i + 1);

const inputs = (type, more) => ({ type, ...more });
const flag = inputs('boolean', { ifMissing: { use: false, cite: 'bench' } });
const counted = (unit, max) =>
  inputs('integer', { unit, min: 0, max, ifMissing: { use: 0, cite: 'bench' } });
const amount = (min, step) =>
  inputs('decimal', { unit: 'document', min, max: 1000, ...step, ifMissing: 'fail' });

const named = (entries) => Object.fromEntries(entries);
const points = (verb) => ({ unit: 'points', ...verb });
const weighted = (name) =>
  named(Object.entries(WEIGHTS[name]).map(([part, weight]) => [part, `${weight}%`]));

const achieved = (i, better, more) => ({
  achievement: { actual: `r${i}`, target: { var: `t${i}` }, better, ...more },
});
const line = (from, at) => ({ from, to: 'points', line: at, outside: 'hold' });
const steps = (from, { below, steps: at }) => ({
  from,
  to: 'points',
  steps: [{ gives: below }, ...at.map(([edge, gives]) => ({ from: edge, gives }))],
});

/** The reading of a curve: of r itself, or of the achievement that it makes with t. */
const curves = () => {
  const found = { curves: {}, indicators: {} };
  const add = (i, read, curve) => {
    found.curves[`c${i}`] = curve;
    found.indicators[`i${i}`] = points({ curve: { read, use: `c${i}` } });
  };
  const addOfRatio = (i, curve) => {
    found.indicators[`p${i}`] = points(achieved(i, 'higher'));
    add(i, `p${i}`, curve);
  };
  for (const [i, at] of Object.entries(LINES)) addOfRatio(i, line('points', at));
  for (const [i, table] of Object.entries(STEPS_OF_RATIO)) addOfRatio(i, steps('points', table));
  for (const [i, table] of Object.entries(STEPS_OF_VALUE))
    add(i, `r${i}`, steps('document', table));
  return found;
};

/**
 * @returns the policy document; `change` makes one that differs, by the weight of `i6` against `i7`.
 * Values are of two decimals, but those that were made to be ties.
 */
export const policyDocument = ({ profile = 'mixed', id = 'bench/kinerja', change = 0 } = {}) => {
  const step = profile === 'adversarial' ? {} : { step: '0.01' };
  const { curves: curveMap, indicators: curved } = curves();
  const process = { ...WEIGHTS.process, i6: 15 + change, i7: 15 - change };
  const { idea, awards, absence, sanction } = RULES;
  const absent = { var: 'absent' };
  return {
    timbang: 1,
    id,
    version: '1.0.0',
    title: { id: 'beban uji', en: 'the workload of the benchmark' },
    effective: { from: '2026-01-01' },
    cites: { bench: { text: 'beban uji, bukan hukum', support: 'interpretation' } },
    scales: {
      points: { worst: 0, full: 100, best: CAP },
      predikat: { labels: BANDS.map(([label]) => label) },
    },
    inputs: {
      ...named(NUMBERS.map((i) => [`r${i}`, amount(0, step)])),
      ...named(NUMBERS.map((i) => [`t${i}`, amount(1, step)])),
      idea: flag,
      awards: counted('award', 20),
      absent: counted('day', 60),
      sanction: flag,
    },
    tables: named(
      Object.entries(RATERS).map(([name, { to }]) => [
        name,
        {
          rowUnit: 'person',
          atMost: to,
          ifMissing: 'fail',
          row: {
            rating: inputs('integer', { unit: 'points', min: 0, max: 100, ifMissing: 'fail' }),
          },
        },
      ]),
    ),
    parameters: {
      'award-worth': { is: String(awards.each), unit: 'points/award' },
      'absence-cut': { is: String(absence.each), unit: 'points/day' },
    },
    curves: curveMap,
    indicators: {
      ...named(RATIOS.map((i) => [`i${i}`, points(achieved(i, 'higher', { cap: CAP }))])),
      ...named(
        INVERSES.map((i) => [
          `i${i}`,
          points({ ...achieved(i, 'lower', { cap: CAP }), adjust: [{ id: 'least', floor: 0 }] }),
        ]),
      ),
      ...curved,
      ...named(
        Object.entries(GOALPOSTS).map(([i, [worst, best]]) => [
          `i${i}`,
          points({ goalposts: { read: `r${i}`, worst, best, clip: true } }),
        ]),
      ),
      ...named(
        Object.entries(RATERS).map(([name, { trim }]) => [
          name,
          points({
            rows: {
              of: name,
              ...(trim === 0 ? { take: 'mean' } : { take: 'trimmed', trim: `${trim}%` }),
              read: `${name}.rating`,
            },
          }),
        ]),
      ),
      quantity: points({ mean: { weights: weighted('quantity') } }),
      quality: points({ mean: { weights: weighted('quality') } }),
      output: points({ geometric: { weights: weighted('output') } }),
      process: points({
        mean: { weights: named(Object.entries(process).map(([part, w]) => [part, `${w}%`])) },
      }),
      results: points({ mean: { weights: weighted('results') } }),
      behaviour: points({ mean: { weights: weighted('behaviour') } }),
      total: points({ mean: { weights: weighted('total') } }),
      performance: points({
        formula: { var: 'total' },
        adjust: [
          {
            id: 'idea',
            when: { and: [{ var: 'idea' }, { '>=': [{ var: 'total' }, idea.when] }] },
            add: idea.bonus,
          },
          {
            id: 'awards',
            add: { '*': [{ var: 'award-worth' }, { var: 'awards' }] },
            atMost: awards.atMost,
          },
          {
            id: 'absence',
            when: { '>': [absent, absence.free] },
            deduct: { '*': [{ var: 'absence-cut' }, { '-': [absent, absence.free] }] },
          },
          { id: 'sanction', when: { var: 'sanction' }, cap: sanction.cap },
          { id: 'least', floor: ENDS[0] },
          { id: 'most', cap: ENDS[1] },
        ],
        round: { places: 2, mode: 'half-up', for: 'use' },
      }),
      predikat: {
        scale: 'predikat',
        rate: {
          read: 'performance',
          below: BANDS[0][0],
          from: named(BANDS.slice(1)),
          guards: { [BANDS.at(-1)[0]]: { when: { var: 'idea' }, else: BANDS.at(-2)[0] } },
        },
      },
    },
    result: { score: 'performance', rating: 'predikat' },
  };
};

/** @returns the evidence document of a record */
export const evidenceOf = (record) => {
  const values = {};
  for (const i of NUMBERS) {
    values[`r${i}`] = record.ind[`i${i}`].r;
    values[`t${i}`] = record.ind[`i${i}`].t;
  }
  const { idea, awards, absent, sanction } = record;
  return {
    subject: record.id,
    values: { ...values, idea, awards, absent, sanction },
    tables: named(
      Object.keys(RATERS).map((name) => [
        name,
        { columns: ['rating'], rows: record[name].map((rating) => [rating]) },
      ]),
    ),
  };
};
