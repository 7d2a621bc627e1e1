import { describe, expect, it } from 'vitest';
import {
  compilePolicy,
  describe as describePolicy,
  evaluate,
  explain,
  parseEvidence,
  score,
  unwrap,
} from '../../src/index.js';

const text = (id: string, en: string) => ({ id, en });

const policy = (followUp: object) => ({
  timbang: 1,
  id: 'tindak/lanjut',
  version: '1.0.0',
  title: text('tindak lanjut', 'follow-up'),
  effective: { from: '2026-01-01' },
  cites: { aturan: { text: 'contoh', support: 'interpretation' } },
  scales: {
    points: { worst: 0, full: 100, best: 100 },
    predikat: { labels: ['kurang', 'cukup', 'baik'] },
  },
  inputs: {
    service: { type: 'integer', unit: 'points', min: 0, max: 100, ifMissing: 'pending' },
    conduct: { type: 'integer', unit: 'points', min: 0, max: 100, ifMissing: 'fail' },
    warned: { type: 'integer', unit: 'time', min: 0, max: 3, ifMissing: 'exclude' },
    complaint: { type: 'boolean', ifMissing: { use: false, cite: 'aturan' } },
  },
  indicators: {
    weakest: {
      unit: 'points',
      title: text('terlemah', 'weakest'),
      min: { of: ['service', 'conduct'] },
    },
    performance: {
      unit: 'points',
      mean: { weights: { service: '1/2', conduct: '1/2' } },
      round: { places: 1, mode: 'half-up', for: 'use' },
    },
    rating: {
      scale: 'predikat',
      rate: { read: 'performance', below: 'kurang', from: { cukup: 60, baik: 80 } },
    },
  },
  result: { score: 'performance', rating: 'rating' },
  followUp,
});

const followUp = {
  train: {
    kind: 'training',
    when: { '<': [{ var: 'weakest' }, 70] },
    text: text('ikuti pelatihan', 'take a course'),
    about: 'weakest',
    cite: 'aturan',
  },
  thank: {
    kind: 'recognition',
    when: { '>=': [{ var: 'rating' }, 'baik'] },
    text: text('piagam penghargaan', 'certificate of merit'),
  },
  'warn-spoken': {
    kind: 'warning',
    when: { '==': [{ var: 'rating' }, 'kurang'] },
    text: text('teguran lisan', 'spoken warning'),
    ladder: { name: 'discipline', rung: 1 },
  },
  'warn-written': {
    kind: 'warning',
    when: { and: [{ '==': [{ var: 'rating' }, 'kurang'] }, { '>=': [{ var: 'warned' }, 1] }] },
    text: text('teguran tertulis', 'written warning'),
    ladder: { name: 'discipline', rung: 2 },
  },
  answer: {
    kind: 'clarification',
    when: { var: 'complaint' },
    text: text('beri klarifikasi', 'give an explanation'),
  },
};

const plan = unwrap(compilePolicy(policy(followUp)));
const cardOf = (values: object) => evaluate(plan, unwrap(parseEvidence(plan, { values })));
const idsOf = (values: object) =>
  cardOf(values).actions.map(({ id, open }) => (open === undefined ? id : `${id}?`));

describe('a result asks for actions', () => {
  it.each<[object, readonly string[]]>([
    [{ service: 90, conduct: 90, warned: 0 }, ['thank']],
    [{ service: 65, conduct: 95, warned: 0 }, ['train', 'thank']],
    [{ service: 50, conduct: 50, warned: 0 }, ['train', 'warn-spoken']],
    [{ service: 50, conduct: 50, warned: 1 }, ['train', 'warn-written']],
    [{ service: 90, conduct: 90, warned: 0, complaint: true }, ['thank', 'answer']],
    [{ service: 50, conduct: 50 }, ['train', 'warn-spoken', 'warn-written?']],
  ])('%j: %j', (values, ids) => {
    expect(idsOf(values)).toEqual(ids);
  });

  it('each with the rule that asked, what it read, and the component that decided', () => {
    const [action] = cardOf({ service: 65, conduct: 95, warned: 0 }).actions;
    expect(action).toEqual({
      id: 'train',
      kind: 'training',
      pointer: '/followUp/train',
      text: text('ikuti pelatihan', 'take a course'),
      about: {
        name: 'weakest',
        pointer: '/indicators/weakest',
        title: text('terlemah', 'weakest'),
        value: { is: 'number', exact: '65', text: '65' },
        chose: 'service',
      },
      reason: {
        rule: text('weakest < 70', 'weakest < 70'),
        read: [{ name: 'weakest', value: { is: 'number', exact: '65', text: '65' } }],
      },
      cite: 'aturan',
    });
  });

  it('one whose rule has no answer is open, and says why', () => {
    const actions = cardOf({ conduct: 50, warned: 0 }).actions;
    expect(actions.map(({ id, open }) => [id, open?.is])).toEqual([
      ['train', 'pending'],
      ['thank', 'pending'],
      ['warn-spoken', 'pending'],
    ]);
  });

  it('law, silent: follow-up changes neither outcome nor anything else of the scorecard', () => {
    const without = unwrap(compilePolicy(policy({})));
    for (const values of [{ service: 50, conduct: 50 }, { conduct: 1 }, {}]) {
      const evidence = unwrap(parseEvidence(plan, { values }));
      const plain = unwrap(parseEvidence(without, { values }));
      const { actions, policy: ofThis, ...card } = evaluate(plan, evidence);
      const { actions: none, policy: ofThat, ...other } = evaluate(without, plain);
      expect(card).toEqual(other);
      expect(actions).not.toEqual(none);
      expect(none).toEqual([]);
      expect(ofThis.digest).not.toBe(ofThat.digest);
      expect(score(plan, evidence)).toEqual(score(without, plain));
    }
  });

  it('is explained, and described', () => {
    const card = cardOf({ service: 65, conduct: 95, warned: 0 });
    const inEnglish = explain(card, { language: 'en' }).text;
    expect(inEnglish).toContain('Follow-up');
    expect(inEnglish).toContain('take a course');
    expect(inEnglish).toContain('because weakest < 70');
    expect(explain(card, { language: 'id' }).text).toContain('pelatihan');
    expect(describePolicy(plan, { language: 'id' }).text).toContain('teguran tertulis');
  });

  it.each<[string, object, string, string]>([
    ['an unknown name', { when: { var: 'nobody' } }, 'name.unknown', '/followUp/x/when/var'],
    ['a rule that is no yes or no', { when: { var: 'conduct' } }, 'rule.type', '/followUp/x/when'],
    ['an unknown subject', { about: 'nobody' }, 'name.unknown', '/followUp/x/about'],
    ['an unknown citation', { cite: 'nobody' }, 'name.unknown_cite', '/followUp/x/cite'],
    ['an unknown kind', { kind: 'dismissal' }, 'policy.value', '/followUp/x/kind'],
  ])('%s is refused', (_what, parts, code, pointer) => {
    const x = { kind: 'feedback', when: { var: 'complaint' }, text: text('a', 'b'), ...parts };
    expect(compilePolicy(policy({ x }))).toMatchObject({ issues: [{ code, pointer }] });
  });

  it('two on one rung of a ladder contradict each other', () => {
    const rung = { ...followUp['warn-spoken'], ladder: { name: 'discipline', rung: 2 } };
    expect(compilePolicy(policy({ ...followUp, again: rung }))).toMatchObject({
      issues: [{ code: 'followup.same_rung', pointer: '/followUp/again/ladder' }],
    });
  });
});
