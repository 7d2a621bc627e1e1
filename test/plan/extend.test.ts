import * as fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  auditRecord,
  compilePolicy,
  evaluate,
  parseEvidence,
  type Plan,
  score,
  unwrap,
  verify,
} from '../../src/index.js';
import { example } from '../types/example.js';

const parentText = readFileSync(new URL('../../examples/language.jsonc', import.meta.url), 'utf8');
const parent = unwrap(compilePolicy(parentText));

const pin = (plan: Plan) => ({
  policy: plan.policy.id,
  version: plan.policy.version,
  digest: plan.digest,
});

const envelope = {
  timbang: 1,
  id: 'kota-sabang/dinas-kependudukan',
  version: '2026.2.0',
  title: { id: 'Dinas kependudukan', en: 'Civil registry office' },
  effective: { from: '2026-01-01', until: '2027-01-01' },
};

const child = (parts: object = {}) => ({ ...envelope, extends: pin(parent), ...parts });
const compiled = (parts: object = {}) => compilePolicy(child(parts), { parents: [parent] });
const codes = (parts: object) => {
  const result = compiled(parts);
  return result.ok ? [] : result.issues.map(({ code, pointer }) => ({ code, pointer }));
};

const [first] = example.policy.tests;
if (first === undefined) throw new TypeError('the example carries a test');
const { evidence } = first;
const perwal = { perwal: { text: 'peraturan wali kota (contoh)', support: 'interpretation' } };
const cut = (value: unknown, more: object = {}) => ({
  cites: perwal,
  set: { 'absence-cut': { is: value, cite: 'perwal', ...more } },
});

describe('law, empty: a child that sets nothing equals its parent', () => {
  const plan = unwrap(compiled());
  const cards = [parent, plan].map((each) => evaluate(each, unwrap(parseEvidence(each, evidence))));
  const [ofParent, ofChild] = cards;

  it('in every value, reason and step; only its name, and where the rules stand, differ', () => {
    const withoutOrigins = JSON.stringify(ofChild, (key, value: unknown) =>
      key === 'origin' || key === 'policy' ? undefined : value,
    );
    const plain = JSON.stringify(ofParent, (key, value: unknown) =>
      key === 'policy' ? undefined : value,
    );
    expect(withoutOrigins).toBe(plain);
  });

  it('and says of every step that it is the parent’s', () => {
    for (const step of ofChild?.trace ?? []) {
      if (step.operation === 'panel') continue;
      expect(step.origin).toEqual({
        policy: parent.policy.id,
        version: parent.policy.version,
        pointer: `${step.pointer}/${step.operation}`,
      });
    }
    const { policy: id, version, digest } = pin(parent);
    expect(ofChild?.policy.parents).toEqual([{ id, version, digest }]);
    expect(ofParent?.policy.parents).toBeUndefined();
  });
});

describe('law, bounds: no child leaves the bounds of its parent', () => {
  const tenths = fc.integer({ min: -100, max: 200 }).map((n) => n / 10);
  it('`absence-cut` is open from 2 to 5', () => {
    fc.assert(
      fc.property(tenths, (value) => {
        const result = compiled(cut(value));
        expect(result.ok).toBe(value >= 2 && value <= 5);
        if (result.ok) {
          const outcome = score(result.value, unwrap(parseEvidence(result.value, evidence)));
          const days = 1;
          // discipline weighs 30 % of behaviour, which weighs 40 % of performance
          const expected = 91.82 - (value - 4) * days * 0.3 * 0.4;
          expect(Math.abs(Number(outcome.score?.text) - expected)).toBeLessThan(0.0101);
        } else {
          expect(result.issues).toMatchObject([
            { code: 'extend.out_of_bounds', pointer: '/set/absence-cut/is' },
          ]);
        }
      }),
    );
  });

  it('nor does any of its dates, nor the bounds that it gives on', () => {
    const since = { '2026-01-01': 4, '2026-07-01': 6 };
    expect(codes({ cites: perwal, set: { 'absence-cut': { since, cite: 'perwal' } } })).toEqual([
      { code: 'extend.out_of_bounds', pointer: '/set/absence-cut/since/2026-07-01' },
    ]);
    expect(codes(cut(3, { open: { min: 1, max: 4 } }))).toEqual([
      { code: 'extend.out_of_bounds', pointer: '/set/absence-cut/open/min' },
    ]);
  });

  it('a grandchild stays within what its parent left open', () => {
    const narrow = unwrap(compiled(cut(3, { open: { min: 3, max: 4 } })));
    const grandchild = (value: number) =>
      compilePolicy(
        {
          ...envelope,
          id: 'kota-sabang/kelurahan',
          extends: pin(narrow),
          set: { 'absence-cut': { is: value, cite: 'perwal' } },
        },
        { parents: [narrow, parent] },
      );
    expect(grandchild(4).ok).toBe(true);
    expect(grandchild(5)).toMatchObject({ issues: [{ code: 'extend.out_of_bounds' }] });
    expect(unwrap(grandchild(4)).parents.map(({ id }) => id)).toEqual([
      'kota-sabang/dinas-kependudukan',
      'kota-sabang/kinerja-asn',
    ]);
  });
});

describe('what a child sets, fills and adds', () => {
  it('a set parameter carries its own citation, and its origin ends', () => {
    const plan = unwrap(compiled(cut(5)));
    const card = evaluate(plan, unwrap(parseEvidence(plan, evidence)));
    const step = card.trace.find(({ name }) => name === 'discipline');
    const read = step?.inputs.find(({ name }) => name === 'absence-cut');
    expect(read).toEqual({
      name: 'absence-cut',
      value: { is: 'number', exact: '5', text: '5' },
      unit: 'points/day',
      origin: { policy: envelope.id, version: envelope.version, pointer: '/set/absence-cut/is' },
      cite: 'perwal',
    });
    expect(read?.origin?.policy).toBe('kota-sabang/dinas-kependudukan');
    expect(step?.adjustments?.[0]?.origin?.policy).toBe(parent.policy.id);
    expect(step?.origin?.policy).toBe(parent.policy.id);
    expect(card.score?.text).toBe('91.70');
  });

  it('a filled slot is the child’s rule under the parent’s name', () => {
    const plan = unwrap(
      compiled({
        inputs: {
          audits: { type: 'integer', unit: 'points', min: 0, max: 100, ifMissing: 'fail' },
        },
        fill: { local: { formula: { var: 'audits' } } },
      }),
    );
    const values = { ...evidence.values, audits: 40 };
    const card = evaluate(plan, unwrap(parseEvidence(plan, { ...evidence, values })));
    const local = card.trace.find(({ name }) => name === 'local');
    expect(local).toMatchObject({ operation: 'formula', value: { text: '40' } });
    expect(local?.origin).toEqual({
      policy: envelope.id,
      version: envelope.version,
      pointer: '/fill/local/formula',
    });
    const results = card.indicators.find(({ name }) => name === 'results');
    expect(results?.weights).toMatchObject({ local: '0.2' });
  });

  it.each<[string, object, string, string]>([
    [
      'a parameter that is not open',
      { set: { 'ktp-target': { is: 20, cite: 'contoh' } } },
      'extend.not_open',
      '/set/ktp-target',
    ],
    [
      'a parameter that is not there',
      { set: { 'absense-cut': { is: 4, cite: 'contoh' } } },
      'extend.unknown_parameter',
      '/set/absense-cut',
    ],
    [
      'an indicator that is no slot',
      { fill: { conduct: { constant: 1 } } },
      'extend.not_slot',
      '/fill/conduct',
    ],
    [
      'a slot that is not there',
      { fill: { locl: { constant: 1 } } },
      'extend.unknown_slot',
      '/fill/locl',
    ],
    [
      'a slot in another unit',
      { fill: { local: { unit: 'ratio', constant: 1 } } },
      'extend.fill_type',
      '/fill/local/unit',
    ],
    [
      'a name of the parent',
      { indicators: { conduct: { unit: 'points', constant: 1 } } },
      'extend.taken',
      '/indicators/conduct',
    ],
    [
      'a citation of the parent',
      { cites: { contoh: { text: 'lain', support: 'primary' } } },
      'extend.taken',
      '/cites/contoh',
    ],
    ['a result of its own', { result: { score: 'performance' } }, 'extend.result', '/result'],
    ['another subject', { subject: 'organisation' }, 'extend.subject', '/subject'],
    [
      'no citation for what it sets',
      { set: { 'absence-cut': { is: 3 } } },
      'policy.missing_key',
      '/set/absence-cut',
    ],
    [
      'a citation that nobody declared',
      { set: { 'absence-cut': { is: 3, cite: 'nobody' } } },
      'name.unknown_cite',
      '/set/absence-cut/cite',
    ],
    [
      'a name that an input of the parent has',
      { parameters: { post: { is: 1 } } },
      'extend.taken',
      '/parameters/post',
    ],
    [
      'a filling that does not compile',
      { fill: { local: { formula: { var: 'nothing' } } } },
      'name.unknown',
      '/fill/local/formula/var',
    ],
    ['a value that is no number', cut('four'), 'number.unreadable', '/set/absence-cut/is'],
  ])('%s is refused at its place in the child', (_what, parts, code, pointer) => {
    expect(codes(parts)).toContainEqual({ code, pointer });
  });

  it('a slot’s own tails are the parent’s', () => {
    const withRound = unwrap(
      compilePolicy({
        ...example.policy,
        tests: [],
        indicators: {
          ...example.policy.indicators,
          local: {
            unit: 'points',
            slot: { ifEmpty: 'not-applicable' },
            round: { places: 0, mode: 'floor', for: 'use' },
          },
        },
      }),
    );
    const fill = (more: object) =>
      compilePolicy(
        { ...envelope, extends: pin(withRound), fill: { local: { constant: '7/2', ...more } } },
        { parents: [withRound] },
      );
    expect(fill({ round: { places: 1, mode: 'up', for: 'use' } })).toMatchObject({
      issues: [{ code: 'extend.fill_tail', pointer: '/fill/local/round' }],
    });
    const plan = unwrap(fill({ adjust: [{ id: 'more', add: 1 }] }));
    const card = evaluate(plan, unwrap(parseEvidence(plan, evidence)));
    expect(card.indicators.find(({ name }) => name === 'local')).toMatchObject({
      value: { text: '4' },
    });
  });

  it('days outside those of the parent are a warning', () => {
    const plan = unwrap(compiled({ effective: { from: '2026-01-01' } }));
    expect(plan.warnings).toMatchObject([{ code: 'extend.effective', pointer: '/effective' }]);
  });
});

describe('a child changes nothing that its parent means', () => {
  const plain = {
    ...envelope,
    id: 'induk/satuan',
    scales: { points: { worst: 0, full: 100, best: 100 } },
    inputs: {
      doc: { type: 'integer', unit: 'document', min: 0, max: 100, ifMissing: 'fail' },
      page: { type: 'integer', unit: 'page', min: 1, max: 100, ifMissing: 'fail' },
    },
    parameters: { k: { is: 1, open: { min: 0, max: 2 } } },
    indicators: {
      q: {
        unit: 'points',
        formula: { if: [{ '>': [{ '/': [{ var: 'doc' }, { var: 'page' }] }, 2] }, 1, 0] },
        round: { places: 0, mode: 'half-up', for: 'use' },
      },
      s: { unit: 'points', slot: { ifEmpty: 'missing' } },
    },
    result: { score: 'q' },
    cites: { c: { text: 'contoh', support: 'interpretation' } },
    followUp: {
      warn: {
        kind: 'warning',
        when: { '<': [{ var: 'q' }, 50] },
        text: { id: 'a', en: 'b' },
        ladder: { name: 'w', rung: 3 },
      },
    },
  };
  const base = unwrap(compilePolicy(plain));
  const found = (parts: object) => {
    const text = JSON.stringify(
      { ...envelope, id: 'anak/satuan', extends: pin(base), ...parts },
      null,
      1,
    );
    const result = compilePolicy(text, { parents: [base] });
    if (result.ok) return [];
    return result.issues.map(({ code, pointer, position }) =>
      position === undefined ? `${code} ${pointer} nowhere` : `${code} ${pointer}`,
    );
  };
  const soft = { kind: 'coaching', when: true, text: { id: 'a', en: 'b' } };

  it.each<[string, object, string]>([
    [
      'a unit that it uses',
      { units: { document: { is: { times: 10, of: 'page' } } } },
      'extend.taken /units/document',
    ],
    [
      'a scale named as its unit',
      { scales: { page: { worst: 0, full: 1, best: 1 } } },
      'extend.taken /scales/page',
    ],
    [
      'a rung above its own',
      { followUp: { soft: { ...soft, ladder: { name: 'w', rung: 9 } } } },
      'extend.taken /followUp/soft/ladder/name',
    ],
    [
      'an indicator’s name for an input',
      { inputs: { q: { type: 'boolean', ifMissing: 'fail' } } },
      'extend.taken /inputs/q',
    ],
    [
      'bounds without a value',
      { set: { k: { open: { min: 0, max: 1 }, cite: 'c' } } },
      'parameter.one_value /set/k',
    ],
    [
      'a value outside its own bounds',
      { set: { k: { is: 2, open: { min: 0, max: 1 }, cite: 'c' } } },
      'parameter.open_range /set/k',
    ],
    [
      'two verbs in a slot',
      { fill: { s: { constant: 1, formula: { var: 'q' } } } },
      'policy.one_verb /fill/s',
    ],
    ['a slot that reads itself', { fill: { s: { formula: { var: 's' } } } }, 'name.cycle /fill/s'],
  ])('%s is refused, at its place and line', (_what, parts, expected) => {
    expect(found(parts)).toContain(expected);
  });

  it('units of its own do not make those of the parent unknown', () => {
    const parts = {
      units: { sheet: { is: { times: 2, of: 'page' } } },
      inputs: { sheets: { type: 'integer', unit: 'sheet', min: 0, max: 9, ifMissing: 'fail' } },
      indicators: { pages: { unit: 'page', sum: { coefficients: { sheets: 1 } } } },
    };
    expect(found(parts)).toEqual([]);
  });
});

describe('a parent is pinned', () => {
  it('by its digest', () => {
    const other = { ...child(), extends: { ...pin(parent), digest: `sha256:${'0'.repeat(64)}` } };
    expect(compilePolicy(other, { parents: [parent] })).toMatchObject({
      issues: [{ code: 'extend.digest', pointer: '/extends/digest' }],
    });
  });

  it('and must be given', () => {
    expect(compilePolicy(child())).toMatchObject({ issues: [{ code: 'extend.unknown_parent' }] });
    expect(compilePolicy(child(), { parents: [{}, 'x'] })).toMatchObject({
      issues: [
        { code: 'extend.parent_invalid' },
        { code: 'extend.parent_invalid' },
        { code: 'extend.unknown_parent' },
      ],
    });
  });

  it('of a plan only its documents are believed', () => {
    const forged = {
      ...parent,
      policy: { ...parent.policy, indicators: {} },
      document: { ...example.policy, title: { id: 'palsu', en: 'forged' } },
    };
    expect(compilePolicy(child(), { parents: [forged] })).toMatchObject({
      issues: [{ code: 'extend.digest' }],
    });
    for (const strange of [
      { layout: 1, digest: 'x' },
      { layout: {}, parents: [null, 1] },
    ])
      expect(compilePolicy(child(), { parents: [strange] }).ok).toBe(false);
  });

  it('as a plan, as text or as a value', () => {
    const value: unknown = parent.document;
    for (const given of [parent, parentText, value])
      expect(unwrap(compilePolicy(child(), { parents: [given] })).digest).toBe(
        unwrap(compiled()).digest,
      );
  });

  it('what belongs to a child is refused without one, and a child needs no indicators of its own', () => {
    const lone = compilePolicy({ ...envelope, set: {}, fill: {} });
    expect(lone.ok ? [] : lone.issues.map(({ code, pointer }) => `${code} ${pointer}`)).toEqual([
      'policy.missing_key ',
      'policy.missing_key ',
      'extend.no_parent /set',
      'extend.no_parent /fill',
    ]);
  });

  it('issues of text have their line and column', () => {
    const text = JSON.stringify(child(cut(9)), null, 2);
    const result = compilePolicy(text, { parents: [parent] });
    const line = text.split('\n').findIndex((each) => each.includes('"is": 9')) + 1;
    expect(result).toMatchObject({ issues: [{ position: { line } }] });
  });

  it('and kept in the record, from which it verifies', () => {
    const plan = unwrap(compiled(cut(5)));
    const read = unwrap(parseEvidence(plan, evidence));
    const record = auditRecord(plan, read, evaluate(plan, read));
    const text = JSON.stringify(record);
    expect(unwrap(verify(text)).score?.text).toBe('91.70');
    const altered = text.replace('"absence-cut":{"is":4', '"absence-cut":{"is":3');
    expect(altered).not.toBe(text);
    expect(verify(altered).ok).toBe(false);
  });

  it('or left out of it and given again', () => {
    const plan = unwrap(compiled(cut(5)));
    const read = unwrap(parseEvidence(plan, evidence));
    const record = auditRecord(plan, read, evaluate(plan, read), { omit: ['policy'] });
    expect(verify(record)).toMatchObject({
      issues: [
        { code: 'record.needs_policy', pointer: '/policy/document' },
        { code: 'record.needs_policy', pointer: '/policy/parents/0/document' },
      ],
    });
    expect(verify(record, { policy: plan }).ok).toBe(true);
    expect(verify(record, { policy: child(cut(5)), parents: [parentText] }).ok).toBe(true);
    const written: unknown = parent.document;
    const other = { ...(written as object), title: { id: 'lain', en: 'other' } };
    expect(verify(record, { policy: child(cut(5)), parents: [other] })).toMatchObject({
      issues: [
        { code: 'record.policy_differs', pointer: '/policy/parents/0/digests/title/id' },
        { code: 'record.policy_differs', pointer: '/policy/parents/0/digests/title/en' },
      ],
    });
  });
});
