import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  auditRecord,
  compilePolicy,
  evaluate,
  parseEvidence,
  type Plan,
  type ResultValue,
  score,
  unwrap,
  verify,
} from '../../src/index.js';

const read = (name: string): string =>
  readFileSync(new URL(`organisation-eight/${name}`, import.meta.url), 'utf8');

const members = unwrap(compilePolicy(read('member-policy.json')));
const plan = unwrap(compilePolicy(read('policy.json')));
const expected = JSON.parse(read('expected.json'));
const scorecards = (JSON.parse(read('members.json')) as readonly unknown[]).map((document) =>
  evaluate(members, unwrap(parseEvidence(members, document))),
);

const written = (value: ResultValue): string =>
  value.is === 'number' && typeof value.exact === 'string' ? value.exact : value.is;

const evidenceFor = (of: Plan) =>
  unwrap(parseEvidence(of, { subject: 'dinas-contoh', tables: { staff: { scorecards } } }));

describe('an organisation of eight', () => {
  const card = evaluate(plan, evidenceFor(plan));

  it('gives the figures worked out by hand', () => {
    const indicators = Object.keys(expected.indicators).map((name) => [
      name,
      [card.indicators.find((each) => each.name === name)?.value ?? []].flat().map(written),
    ]);
    expect(Object.fromEntries(indicators)).toEqual(expected.indicators);
    expect(card.status).toBe(expected.status);
    expect(card.score?.text).toBe(expected.score);
    expect(card.rating).toBe(expected.rating);
  });

  it('counts the ratings, and finds what is beyond a limit', () => {
    expect(card.distributions).toEqual([
      {
        name: 'ratings',
        title: { id: 'Sebaran predikat', en: 'Distribution of ratings' },
        pointer: '/distributions/ratings',
        read: 'staff.predikat',
        ...expected.distribution,
      },
    ]);
  });

  it('says which member has no result, and that their values are missing', () => {
    const place = '/tables/staff/scorecards/7';
    expect(card.issues.map(({ code, pointer }) => `${code} ${pointer}`)).toEqual([
      `member.void ${place}`,
      ...['points', 'predikat', 'exact'].map(() => `evidence.missing ${place}`),
    ]);
  });

  it('is one outcome in both evaluators, and verifies from its record', () => {
    const { status, rating, issues } = card;
    expect(score(plan, evidenceFor(plan))).toEqual({ status, score: card.score, rating, issues });
    const record = JSON.parse(JSON.stringify(auditRecord(plan, evidenceFor(plan), card)));
    expect(unwrap(verify(record))).toEqual(card);
    record.evidence.document.tables.staff.scorecards[3].score.text = '86.00';
    const { issues: found } = verify(record) as { readonly issues: typeof issues };
    expect(found[0]?.code).toBe('record.evidence_altered');
    expect(found[0]?.params['where']).toBe('/tables/staff/scorecards/3');
  });

  it('compiles without a warning', () => {
    expect([...members.warnings, ...plan.warnings]).toEqual([]);
  });
});
