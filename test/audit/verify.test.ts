import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  auditRecord,
  compilePolicy,
  evaluate,
  type Issue,
  parseEvidence,
  type Result,
  ScoringError,
  unwrap,
  verify,
} from '../../src/index.js';
import { indicatorKinds } from '../../src/indicator/registry.js';
import { canonicalJson, digest, type Json } from '../../src/json.js';
import type { Pointer } from '../../src/pointer.js';
import { resealed, valueAt, withValue } from './alter.js';
import {
  asJson,
  EXAMPLE,
  planOf,
  recordOf,
  type Sample,
  SMALL,
  SURVEY,
  WITH_ISSUE,
  withSortedKeys,
} from './samples.js';

const samples: readonly (readonly [string, Sample])[] = [
  ['the vectors', SMALL],
  ['a row without a value', WITH_ISSUE],
  ['the worked example', EXAMPLE],
  ['a survey', SURVEY],
];

const issuesOf = (result: Result<unknown>): readonly Issue[] => (result.ok ? [] : result.issues);

const said = (result: Result<unknown>): readonly string[] =>
  issuesOf(result).map(({ code, pointer }) => `${code} ${pointer}`);

const small = asJson(recordOf(SMALL));

/** The record of the small sample with other values at some pointers, and a digest that fits. */
const forged = (values: Readonly<Record<Pointer, Json | undefined>>, record: Json = small): Json =>
  resealed(
    Object.entries(values).reduce<Json>(
      (document, [pointer, value]) => withValue(document, pointer, value),
      record,
    ),
  );

const listAt = (pointer: Pointer): readonly Json[] => {
  const value = valueAt(small, pointer);
  return Array.isArray(value) ? (value as readonly Json[]) : [];
};

describe('verify', () => {
  it.each(samples)('law, round trip: the record of %s gives its scorecard', (_, sample) => {
    const record = recordOf(sample);
    const verified = unwrap(verify(record));
    expect(JSON.parse(JSON.stringify(verified))).toEqual(record.scorecard);
    expect(verify(JSON.stringify(record)).ok).toBe(true);
  });

  it.each(samples)('law, order-blind: keys of the record of %s may be sorted', (_, sample) => {
    const stored = withSortedKeys(asJson(recordOf(sample)));
    const verified = unwrap(verify(stored));
    expect(canonicalJson(JSON.parse(JSON.stringify(verified)))).toBe(
      canonicalJson(valueAt(stored, '/scorecard') ?? null),
    );
  });

  it('takes a policy whose keys its store has sorted', () => {
    const record = recordOf(EXAMPLE, { omit: ['policy'] });
    const policy = withSortedKeys(planOf(EXAMPLE).document);
    expect(said(verify(record, { policy }))).toEqual([]);
  });

  it('asks for documents that were left out, and takes them in every form', () => {
    const record = recordOf(SMALL, { omit: ['policy', 'evidence'] });
    expect(record.policy.document).toBeUndefined();
    expect(said(verify(record))).toEqual([
      'record.needs_policy /policy/document',
      'record.needs_evidence /evidence/document',
    ]);
    const plan = planOf(SMALL);
    const evidence = unwrap(parseEvidence(plan, SMALL.evidence));
    expect(said(verify(record, SMALL))).toEqual([]);
    expect(said(verify(record, { policy: plan, evidence }))).toEqual([]);
    expect(
      said(verify(record, { policy: plan, evidence: JSON.stringify(SMALL.evidence) })),
    ).toEqual([]);
  });

  it('names every place at which a document of the host is another', () => {
    const evidence = { ...SMALL.evidence, values: { mutu: '88' }, asOf: '2026-01-01' };
    expect(said(verify(recordOf(SMALL), { evidence }))).toEqual([
      'record.evidence_differs /evidence/document/values/mutu',
      'record.evidence_differs /evidence/document/asOf',
    ]);
    const policy = { ...JSON.parse(SMALL.policy), version: '1.0.1' };
    const without = verify(recordOf(SMALL, { omit: ['policy'] }), { policy });
    expect(said(without)).toEqual(['record.policy_differs /policy/digests/version']);
    expect(issuesOf(without)[0]?.params).toEqual({ where: '/version' });
    expect(said(verify(recordOf(SMALL), { evidence: null }))).toEqual([
      'record.evidence_differs /evidence/document',
    ]);
  });

  it('refuses a document of the host that cannot be read', () => {
    expect(said(verify(recordOf(SMALL), { policy: '{' }))).toEqual(['json.unexpected_end ']);
    expect(said(verify(recordOf(SMALL), { evidence: { a: undefined } }))).toEqual([
      'json.not_json /a',
    ]);
  });

  it('names the earliest step that differs, its rule, and both values', () => {
    const result = verify(
      forged({
        '/scorecard/score/text': '99',
        '/scorecard/trace/1/value/text': '99',
        '/scorecard/trace/0/value/exact': '0.5',
        '/scorecard/trace/0/coverage': '0',
      }),
    );
    expect(issuesOf(result)[0]).toMatchObject({
      code: 'record.differs',
      pointer: '/scorecard/trace/0/value/exact',
      policyPointer: '/indicators/potongan',
      params: { recorded: '0.5', found: '1.75' },
    });
    expect(said(result)).toEqual([
      'record.differs /scorecard/trace/0/value/exact',
      'record.differs /scorecard/trace/1/value/text',
      'record.differs /scorecard/score/text',
    ]);
  });

  it('tells a text from a number, and shows what has no place on one side', () => {
    const result = verify(
      forged({
        '/scorecard/score/units': '8591',
        '/scorecard/rating': 'baik',
        '/scorecard/baseline': undefined,
      }),
    );
    expect(issuesOf(result).map(({ code, params }) => [code, params])).toEqual([
      ['record.differs', { recorded: '"8591"', found: '8591' }],
      ['record.extra', { recorded: 'baik' }],
      ['record.lacks', { found: '100' }],
    ]);
  });

  it('names a step that is left out, put in, renamed or moved', () => {
    const trace = '/scorecard/trace';
    const steps = listAt(trace);
    const [first = null, second = null] = steps;
    const after = (altered: Json): readonly string[] => said(verify(forged({ [trace]: altered })));
    expect(after([second])).toEqual([`record.lacks ${trace}/0`]);
    expect(after([...steps, second])).toEqual([`record.extra ${trace}/2`]);
    expect(after([withValue(first, '/pointer', '/indicators/x'), second])).toEqual([
      `record.differs ${trace}/0/pointer`,
    ]);
    expect(after([second, first])).toEqual([`record.differs ${trace}/0/pointer`]);
    expect(after([1, second])).toEqual([`record.differs ${trace}/0`]);
    expect(after('x')).toEqual([`record.differs ${trace}`]);
  });

  it('names a part whose digest was altered, and a whole whose digest was', () => {
    const values = { '/policy/digests/title/en': digest('x'), '/evidence/digest': digest('x') };
    expect(said(verify(forged(values)))).toEqual([
      'record.policy_digest /policy/digests/title/en',
      'record.evidence_digest /evidence/digest',
    ]);
  });

  it('names what a record says of its policy and is not so', () => {
    const result = verify(
      forged({
        '/policy/id': 'lain/disiplin',
        '/policy/version': '2.0.0',
        '/kinds/indicators/sum': 1,
        '/kinds/adjustments': {},
      }),
    );
    expect(said(result)).toEqual([
      'record.differs /policy/id',
      'record.differs /policy/version',
      'record.extra /kinds/indicators/sum',
      'record.lacks /kinds/adjustments/deduct',
    ]);
  });

  it('refuses a kind that it does not know or has in another version', () => {
    const result = verify(
      forged({
        '/kinds/indicators/mean': 2,
        '/kinds/indicators/pesona': 1,
        '/kinds/adjustments/deduct': 0,
      }),
    );
    expect(said(result)).toEqual([
      'record.kind_version /kinds/indicators/mean',
      'record.unknown_kind /kinds/indicators/pesona',
      'record.kind_version /kinds/adjustments/deduct',
    ]);
  });

  it("takes a host's own kinds, and asks for them", () => {
    const constant = indicatorKinds.get('constant');
    const kinds = constant === undefined ? [] : [{ ...constant, name: 'tetap', version: 3 }];
    const policy = withValue(JSON.parse(SMALL.policy), '/indicators/potongan', {
      unit: 'nilai',
      tetap: 2,
    });
    const plan = unwrap(compilePolicy(policy, { kinds }));
    const evidence = unwrap(parseEvidence(plan, SMALL.evidence));
    const record = auditRecord(plan, evidence, evaluate(plan, evidence));
    expect(record.kinds.indicators).toEqual({ mean: 1, tetap: 3 });
    expect(said(verify(record, { kinds }))).toEqual([]);
    expect(said(verify(record))).toEqual(['record.unknown_kind /kinds/indicators/tetap']);
    const newer = kinds.map((kind) => ({ ...kind, version: 4 }));
    expect(said(verify(record, { kinds: newer }))).toEqual([
      'record.kind_version /kinds/indicators/tetap',
    ]);
  });

  it('refuses another format, another scoring version and another form', () => {
    expect(said(verify(forged({ '/format': 'timbang/record/9' })))).toEqual([
      'record.format /format',
    ]);
    expect(said(verify(forged({ '/scoring': 9 })))).toEqual(['record.scoring_version /scoring']);
    expect(said(verify([]))).toEqual(['record.form ']);
    expect(said(verify({}))).toEqual(['record.form /format']);
    const result = verify({
      format: 'timbang/record/1',
      polcy: 1,
      kinds: { indicators: { a: '1' } },
    });
    expect(said(result)).toEqual([
      'record.field /scoring',
      'record.field /policy',
      'record.field /evidence',
      'record.field /kinds/indicators',
      'record.field /kinds/adjustments',
      'record.field /scorecard',
      'record.field /digest',
      'record.unknown_key /polcy',
    ]);
    expect(issuesOf(result).at(-1)?.help?.en).toBe('did you mean `policy`?');
  });

  it('refuses an order of keys that is of another policy', () => {
    const order = listAt('/policy/order');
    for (const other of [order.slice(1), [...order, ['a', 'b']], [...order].reverse()]) {
      expect(said(verify(forged({ '/policy/order': other })))).toEqual([
        'record.order /policy/order',
      ]);
    }
  });

  it('says what is wrong with a policy or evidence that was sealed and cannot be scored', () => {
    const unread = forged({
      '/policy/document': {},
      '/policy/digests': {},
      '/policy/digest': digest({}),
      '/policy/order': [],
    });
    expect(said(verify(unread))).toContain('policy.missing_key /policy/document');
    const evidence = { values: { mutu: true } };
    const misfit = forged({
      '/evidence/document': evidence,
      '/evidence/digests': { values: { mutu: digest(true) } },
      '/evidence/digest': digest(evidence),
    });
    expect(said(verify(misfit))).toEqual(['evidence.type /evidence/document/values/mutu']);
    const omitted = forged({ '/evidence/document': undefined }, misfit);
    expect(said(verify(omitted, { evidence }))).toEqual(['evidence.type /values/mutu']);
    const without = forged({ '/policy/document': undefined }, unread);
    expect(said(verify(without, { policy: {} }))).toContain('policy.missing_key ');
  });

  it('shows at most 100 discrepancies, and how many there are', () => {
    const many = Array.from({ length: 500 }, (_, i) => [`/scorecard/x${i}`, i] as const);
    const result = verify(forged(Object.fromEntries(many)));
    expect(issuesOf(result)).toHaveLength(101);
    expect(issuesOf(result).at(-1)?.params).toEqual({ shown: '100', found: '500' });
  });

  it('honours a record made anew from other evidence: that is what its digest is anchored for', () => {
    const other = recordOf({ ...SMALL, evidence: { ...SMALL.evidence, values: { mutu: 100 } } });
    expect(verify(other).ok).toBe(true);
    expect(other.digest).not.toBe(recordOf(SMALL).digest);
    expect(said(verify(other, { evidence: SMALL.evidence }))).toEqual([
      'record.evidence_differs /evidence/document/values/mutu',
    ]);
  });

  it('law, total: any JSON gives a result', { timeout: 60_000 }, () => {
    const json = fc.jsonValue({ maxDepth: 4 });
    const field = fc.constantFrom(...Object.keys(small));
    fc.assert(
      fc.property(field, json, json, json, (key, value, policy, evidence) => {
        expect(verify(value).ok).toBe(false);
        const result = verify({ ...small, [key]: value }, { policy, evidence });
        expect(issuesOf(result).length).toBeGreaterThan(0);
      }),
      { examples: [['digest', '__proto__', '__proto__', 'constructor']] },
    );
  });

  it('refuses what is too deep, too large or no JSON, unread', () => {
    const deep = Array.from({ length: 10_000 }).reduce<unknown>((inner) => [inner], 1);
    expect(said(verify(deep))[0]).toMatch(/^json\.too_deep/);
    expect(said(verify('['.repeat(10_000)))[0]).toMatch(/^json\./);
    expect(said(verify(recordOf(SMALL), { limits: { nodes: 10 } }))[0]).toMatch(/^json\.too_large/);
    expect(said(verify(() => 1))).toEqual(['json.not_json ']);
    expect(said(verify(JSON.parse('{"format":"timbang/record/1","__proto__":1}')))).toEqual([
      'json.forbidden_key /__proto__',
    ]);
  });
});

describe('auditRecord', () => {
  it('lists the kinds that the policy uses, with their versions', () => {
    expect(recordOf(SMALL).kinds).toEqual({
      indicators: { mean: 1, rows: 1 },
      adjustments: { deduct: 1 },
    });
  });

  it('has a digest for every row, source of totals and value', () => {
    const survey = asJson(recordOf(SURVEY));
    const panel = Object.keys(SURVEY.evidence['panels'] ?? {})[0] ?? '';
    const sources = valueAt(survey, `/evidence/digests/panels/${panel}/totals`) ?? {};
    expect(Object.values(sources)).toEqual([expect.stringMatching(/^sha256:/)]);
    const digests = valueAt(asJson(recordOf(WITH_ISSUE)), '/evidence/digests') ?? null;
    expect(valueAt(digests, '/tables/mangkir')).toEqual([
      digest({ potongan: 1.5 }),
      digest({ potongan: null }),
    ]);
    expect(valueAt(digests, '/asOf')).toBe(digest('2026-03-31'));
  });

  it('throws for what does not belong together, and for nothing else', () => {
    const plan = planOf(SMALL);
    const evidence = unwrap(parseEvidence(plan, SMALL.evidence));
    const other = planOf(EXAMPLE);
    const otherEvidence = unwrap(parseEvidence(other, EXAMPLE.evidence));
    const scorecard = evaluate(plan, evidence);
    expect(() => auditRecord(plan, otherEvidence, scorecard)).toThrow(ScoringError);
    expect(() => auditRecord(plan, evidence, evaluate(other, otherEvidence))).toThrow(ScoringError);
    const nobody = unwrap(parseEvidence(plan, {}));
    expect(() => auditRecord(plan, nobody, scorecard)).toThrow(ScoringError);
    expect(() => auditRecord(plan, evidence, scorecard, { limits: { nodes: 5 } })).toThrow(
      ScoringError,
    );
    expect(verify(auditRecord(plan, nobody, evaluate(plan, nobody))).ok).toBe(true);
  });

  it('leaves its arguments as they were', () => {
    const plan = planOf(SMALL);
    const evidence = unwrap(parseEvidence(plan, SMALL.evidence));
    const scorecard = evaluate(plan, evidence);
    const before = JSON.stringify([plan.document, evidence.document, scorecard]);
    auditRecord(plan, evidence, scorecard);
    expect(JSON.stringify([plan.document, evidence.document, scorecard])).toBe(before);
    expect(unwrap(compilePolicy(plan.document)).digest).toBe(plan.digest);
  });
});
