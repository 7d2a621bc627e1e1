import { Engine } from 'json-rules-engine';
import { total } from './hand.mjs';

/** The four rules run first; what they do to the score is in `apply`, the last word by hand. */
const RULES = [
  {
    name: 'idea',
    conditions: {
      all: [
        { fact: 'idea', operator: 'equal', value: true },
        { fact: 'total', operator: 'greaterThanInclusive', value: 75 },
      ],
    },
    apply: (state) => {
      state.value += 2.5;
    },
  },
  {
    name: 'awards',
    conditions: { all: [{ fact: 'awards', operator: 'greaterThan', value: 0 }] },
    apply: (state) => {
      state.value += Math.min(3, state.record.awards * 0.75);
    },
  },
  {
    name: 'absence',
    conditions: { all: [{ fact: 'absent', operator: 'greaterThan', value: 3 }] },
    apply: (state) => {
      state.value -= (state.record.absent - 3) * 0.5;
    },
  },
  {
    name: 'sanction',
    conditions: { all: [{ fact: 'sanction', operator: 'equal', value: true }] },
    apply: (state) => {
      state.isCapped = true;
    },
  },
];

const from = (value) => ({ fact: 'score', operator: 'greaterThanInclusive', value });
const below = (value) => ({ fact: 'score', operator: 'lessThan', value });
const idea = (value) => ({ fact: 'idea', operator: 'equal', value });

const BANDS = [
  ['sangat-baik', { all: [from(10000), idea(true)] }],
  ['baik', { all: [from(9000), { any: [below(10000), idea(false)] }] }],
  ['cukup', { all: [from(7600), below(9000)] }],
  ['kurang', { all: [from(6000), below(7600)] }],
  ['sangat-kurang', { all: [below(6000)] }],
];

const scoreOf = ({ value, isCapped }) => {
  const capped = isCapped ? Math.min(70, value) : value;
  return Math.floor(Math.max(0, Math.min(120, capped)) * 100 + 0.5);
};

export const row = {
  id: 'json-rules-engine',
  about: {
    how: 'one run for each subject: four rules of a high priority, then five rules for the bands, which read the score as a fact computed from what the first gave',
    computes: 'rules and bands; the base score is the hand-written function’s',
  },
  isAsync: true,
  prepare: ({ records }) => JSON.parse(JSON.stringify(records)),
  setUp: () => {
    const engine = new Engine();
    for (const { name, conditions, apply } of RULES)
      engine.addRule({
        name,
        priority: 10,
        conditions,
        event: { type: name },
        onSuccess: async (_event, almanac) => apply(await almanac.factValue('state')),
      });
    for (const [name, conditions] of BANDS)
      engine.addRule({ name, priority: 1, conditions, event: { type: 'band', params: { name } } });
    engine.addFact('score', async (_params, almanac) => scoreOf(await almanac.factValue('state')));
    return async (record) => {
      const value = total(record);
      const state = { record, value, isCapped: false };
      const { awards, absent, sanction } = record;
      const { events } = await engine.run({
        state,
        total: value,
        idea: record.idea,
        awards,
        absent,
        sanction,
      });
      const band = events.find(({ type }) => type === 'band');
      return { cents: scoreOf(state), rating: band.params.name };
    };
  },
  read: (outcome) => outcome,
};
