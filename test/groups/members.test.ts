import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compilePolicy,
  describe as describePolicy,
  explain,
  parseEvidence,
  unwrap,
} from '../../src/index.js';
import type { Json, JsonObject } from '../../src/json.js';
import { withValue } from '../audit/alter.js';
import {
  cardOf,
  complaints,
  givenBy,
  planOf,
  points,
  policyOf,
  refusals,
  ROUND,
  said,
} from './samples.js';

/** A member's policy: a mean of thirds, so that what is shown is not what is exact. */
const person = planOf({
  inputs: { a: points('fail'), b: points('pending'), c: points() },
  tables: { t: { rowUnit: 'row', atMost: 9, ifMissing: 'exclude', row: { y: points() } } },
  indicators: {
    mark: {
      unit: 'points',
      mean: { weights: { a: '2/3', c: '1/3' }, leaveOut: { atLeast: 0 } },
      round: ROUND,
    },
    extra: { unit: 'points', mean: { weights: { b: 1 } } },
    shown: {
      unit: 'points',
      mean: { weights: { a: '2/3', c: '1/3' } },
      round: { ...ROUND, for: 'show' },
    },
    root: { unit: 'points', geometric: { weights: { a: '1/2', c: '1/2' } } },
    grade: {
      scale: 'grade',
      rate: { read: 'mark', below: 'low', from: { mid: 50, high: 80 } },
      limits: [{ id: 'x', when: { '>': [{ var: 'extra' }, 900] }, atMost: 'low' }],
    },
    yes: { formula: { '>': [{ var: 'a' }, 50] } },
    each: { per: 't', unit: 'points', formula: { '+': [{ var: 't.y' }, 1] } },
  },
  result: { score: 'mark', rating: 'grade' },
});

const pin = { policy: 'contoh/kelompok', digest: person.digest };

const member = (subject: string, values: JsonObject): JsonObject =>
  JSON.parse(JSON.stringify(cardOf(person, { subject, values })));

const whole = member('p1', { a: 80, b: 1, c: 79 });
const provisional = member('p2', { a: 40, c: 41 });
const empty = member('p3', { c: 50 });

const READS: Readonly<Record<string, readonly [JsonObject, JsonObject]>> = {
  score: [points(), { result: 'score' }],
  grade: [{ type: 'label', scale: 'grade', ifMissing: 'exclude' }, { result: 'rating' }],
  mark: [points(), { indicator: 'mark' }],
  exact: [points(), { indicator: 'mark', value: 'exact' }],
  shown: [points(), { indicator: 'shown' }],
  unshown: [points(), { indicator: 'shown', value: 'exact' }],
  root: [points(), { indicator: 'root' }],
  yes: [{ type: 'boolean', ifMissing: 'exclude' }, { indicator: 'yes' }],
};

const staffOf = (reads: typeof READS, more: JsonObject = {}): JsonObject => ({
  staff: {
    rowUnit: 'person',
    atMost: 5,
    ifMissing: 'pending',
    row: Object.fromEntries(Object.entries(reads).map(([name, [column]]) => [name, column])),
    members: {
      ...pin,
      read: Object.fromEntries(Object.entries(reads).map(([name, [, read]]) => [name, read])),
      ...more,
    },
  },
});

const unit = planOf({
  tables: staffOf(READS),
  indicators: {
    ...Object.fromEntries(
      ['score', 'mark', 'exact', 'shown', 'unshown', 'root'].map((name) => [
        `the-${name}`,
        { per: 'staff', unit: 'points', formula: { '+': [{ var: `staff.${name}` }, 0] } },
      ]),
    ),
    'the-grade': {
      per: 'staff',
      scale: 'grade',
      choose: { cases: [{ id: 'own', when: { '==': [1, 1] }, gives: { var: 'staff.grade' } }] },
    },
    'the-yes': { per: 'staff', formula: { '==': [{ var: 'staff.yes' }, true] } },
    mean: {
      unit: 'points',
      rows: { of: 'staff', take: 'mean', read: 'staff.score', leaveOut: { atLeast: 0 } },
      round: ROUND,
    },
  },
  result: { score: 'mean' },
});

const evidenceOf = (...scorecards: readonly Json[]) => ({ tables: { staff: { scorecards } } });

describe('a table of members', () => {
  const card = cardOf(unit, evidenceOf(whole, empty));

  it.each([
    ['score', '79.67'],
    ['grade', 'mid'],
    ['mark', '79.67'],
    ['exact', '239/3'],
    ['shown', '79.67'],
    ['unshown', '239/3'],
    ['yes', 'truth'],
  ])('reads %s as the scorecard has it', (name, expected) => {
    expect(givenBy(card, `the-${name}`)).toEqual([expected, 'missing']);
  });

  it('keeps whose scorecard each row is and whether it stands, and reads it nowhere', () => {
    const { subject, ...nameless } = provisional;
    expect(subject).toBe('p2');
    const named = cardOf(unit, evidenceOf(whole, nameless, empty));
    expect(named.members).toEqual([
      {
        table: 'staff',
        rows: [
          { subject: 'p1', status: 'final' },
          { status: 'provisional' },
          { subject: 'p3', status: 'void' },
        ],
      },
    ]);
    expect(cardOf(unit, evidenceOf()).members).toEqual([{ table: 'staff', rows: [] }]);
    expect(cardOf(unit, {}).members).toBeUndefined();
    expect(cardOf(person, { values: { a: 80 } }).members).toBeUndefined();
    expect(named.indicators.find(({ name }) => name === 'the-mark')?.per).toBe('staff');
    const others = [{ ...whole, subject: 'p9' }, nameless, empty];
    const { members, ...rest } = named;
    const { members: other, ...same } = cardOf(unit, evidenceOf(...others));
    expect(other).not.toEqual(members);
    expect(same).toEqual(rest);
  });

  it.each(['en', 'id'] as const)('is explained by the names of its members (%s)', (language) => {
    const nameless = withValue(provisional, '/subject', undefined);
    const told = explain(cardOf(unit, evidenceOf(whole, nameless, empty)), { language });
    const row = told.sections
      .flatMap(({ rows }) => rows)
      .find(({ pointer }) => pointer === '/indicators/the-mark');
    const [number, comma] = language === 'en' ? ['row 2', '.'] : ['baris 2', ','];
    expect(row?.value).toContain(`p1: 79${comma}67`);
    expect(row?.value).toContain(`${number}: 40${comma}33`);
    expect(row?.value).toContain('p3: ');
    const lost = told.sections.flatMap(({ rows }) => rows.map(({ label }) => label));
    expect(lost).toContain('staff.score, p1');
    expect(lost).toContain(`staff.score, ${number}`);
  });

  it('has rows only from scorecards, and none is none', () => {
    expect(givenBy(cardOf(unit, evidenceOf()), 'the-score')).toEqual([]);
    expect(cardOf(unit, {}).status).toBe('provisional');
  });

  it('cannot read an irrational value exactly, and says so', () => {
    expect(givenBy(card, 'the-root')).toEqual(['missing', 'missing']);
    expect(said(card.issues)).toContain(
      'member.irrational /tables/staff/scorecards/0/trace/3/value',
    );
  });

  it('takes a void member as having no result', () => {
    expect(empty['status']).toBe('void');
    expect(said(card.issues)).toContain('member.void /tables/staff/scorecards/1');
    expect(card.status).toBe('final');
  });

  it('law, provisional: one provisional member makes what is derived from the table provisional', () => {
    expect(provisional['status']).toBe('provisional');
    fc.assert(
      fc.property(fc.shuffledSubarray([whole, provisional, empty], { minLength: 1 }), (cards) => {
        const { status, issues } = cardOf(unit, evidenceOf(...cards));
        const has = cards.includes(provisional);
        const isVoid = cards.every((each) => each === empty);
        expect(status).toBe(isVoid ? 'void' : has ? 'provisional' : 'final');
        expect(issues.some(({ code }) => code === 'member.provisional')).toBe(has);
      }),
    );
    const apart = planOf({ tables: staffOf(READS) });
    expect(cardOf(apart, evidenceOf(provisional)).status).toBe('final');
    const told = explain(cardOf(unit, evidenceOf(provisional)), { language: 'en' }).text;
    expect(told.replace(/\s+/g, ' ')).toContain('read from scorecards that are provisional');
  });

  it('judges what it reads by the bounds and the step of the column', () => {
    const narrow = planOf({
      tables: staffOf({
        low: [points('exclude', { max: 50 }), { result: 'score' }],
        half: [points('exclude', { step: '0.5' }), { result: 'score' }],
      }),
    });
    expect(said(cardOf(narrow, evidenceOf(whole)).issues)).toEqual([
      'evidence.out_of_bounds /tables/staff/scorecards/0/score/text',
      'evidence.off_step /tables/staff/scorecards/0/score/text',
      'evidence.missing /tables/staff/scorecards/0',
      'evidence.missing /tables/staff/scorecards/0',
    ]);
  });

  it('law, as its scorecards are: keys of them that nothing reads change nothing', () => {
    const slim = evidenceOf({ ...whole, reasons: [], cites: 1, 'a-key': 1 });
    expect(cardOf(unit, slim)).toEqual(cardOf(unit, evidenceOf(whole)));
  });
});

describe('evidence of members that is refused', () => {
  const at = '/tables/staff/scorecards/0';
  const with1 = (pointer: string, value: Json | undefined) =>
    evidenceOf(withValue(whole, pointer, value));

  it('names both digests of a scorecard by another policy', () => {
    const other = `sha256:${'1'.repeat(64)}`;
    const result = parseEvidence(unit, with1('/policy/digest', other));
    const [issue] = result.ok ? [] : result.issues;
    expect(issue?.code).toBe('member.policy');
    expect(issue?.pointer).toBe(`${at}/policy`);
    expect(issue?.policyPointer).toBe('/tables/staff/members');
    expect(issue?.params).toMatchObject({ digest: other, pinned: person.digest });
  });

  it.each<readonly [string, unknown, readonly string[]]>([
    ['another policy', with1('/policy/id', 'x/y'), [`member.policy ${at}/policy`]],
    ['no policy', with1('/policy', 1), [`evidence.type ${at}/policy`]],
    ['another format', with1('/format', 'timbang/scorecard/2'), [`member.format ${at}/format`]],
    ['no status', with1('/status', 'done'), [`evidence.type ${at}/status`]],
    ['no text for a subject', with1('/subject', 7), [`evidence.type ${at}/subject`]],
    ['a score that is text', with1('/score', '80'), [`evidence.type ${at}/score`]],
    ['a score without text', with1('/score/text', 80), [`evidence.type ${at}/score/text`]],
    [
      'a score that is no number',
      with1('/score/text', '8,0'),
      [`evidence.number ${at}/score/text`],
    ],
    [
      'a rating that is not of the scale',
      with1('/rating', 'top'),
      [`name.unknown_label ${at}/rating`],
    ],
    [
      'no rating in its policy',
      with1('/result/rating', undefined),
      [`member.no_result ${at}/result`],
    ],
    [
      'a trace of another form',
      with1('/trace', {}),
      Array.from({ length: 6 }, () => `evidence.type ${at}/trace`),
    ],
    [
      'a trace without a step',
      with1('/trace/0', null),
      Array.from({ length: 2 }, () => `member.no_indicator ${at}/trace`),
    ],
    [
      'a value of another kind',
      with1('/trace/0/exact/is', 'many'),
      [`evidence.type ${at}/trace/0/exact/is`],
    ],
    [
      'the same subject twice',
      evidenceOf(whole, whole),
      ['member.same_subject /tables/staff/scorecards/1/subject'],
    ],
    [
      'a list in place of scorecards',
      { tables: { staff: [whole] } },
      ['evidence.type /tables/staff'],
    ],
    [
      'rows',
      { tables: { staff: { columns: [], rows: [] } } },
      [
        'evidence.unknown_key /tables/staff/columns',
        'evidence.unknown_key /tables/staff/rows',
        'evidence.type /tables/staff/scorecards',
      ],
    ],
    ['a number', evidenceOf(1), ['evidence.type /tables/staff/scorecards/0']],
    [
      'too many',
      evidenceOf(...new Array<Json>(6).fill(whole)),
      ['evidence.too_many_rows /tables/staff/scorecards'],
    ],
  ])('%s', (_, evidence, expected) => {
    expect(refusals(unit, evidence)).toEqual(expected);
  });

  it('refuses an indicator that the scorecard has for each row, or not at all', () => {
    for (const indicator of ['each', 'none']) {
      const plan = planOf({ tables: staffOf({ x: [points(), { indicator }] }) });
      expect(refusals(plan, evidenceOf(whole))).toEqual([`member.no_indicator ${at}/trace`]);
    }
  });

  it('refuses values of another type than the column', () => {
    const label = { type: 'label', scale: 'grade', ifMissing: 'exclude' };
    for (const [column, indicator] of [
      [points(), 'grade'],
      [label, 'mark'],
      [points(), 'yes'],
      [label, 'yes'],
      [label, 'root'],
    ] as const) {
      const plan = planOf({ tables: staffOf({ x: [column, { indicator }] }) });
      if (indicator === 'root') expect(refusals(plan, evidenceOf(whole))).toEqual([]);
      else
        expect(refusals(plan, evidenceOf(whole)).map((each) => each.split(' ')[0])).toEqual([
          'evidence.type',
        ]);
    }
  });

  it('law, total: a scorecard with anything altered gives a result or typed issues', () => {
    const pointers = [
      '/policy',
      '/status',
      '/score',
      '/rating',
      '/result',
      '/trace',
      '/trace/0',
      '/trace/0/value',
      '/trace/0/rounded',
      '/trace/0/exact',
      '/subject',
    ];
    const junk = fc.constantFrom<Json | undefined>(
      undefined,
      null,
      0,
      '',
      'x',
      true,
      [],
      {},
      [null],
      { is: 'number' },
      { is: 'label' },
      { is: 'number', exact: {} },
      { is: 'number', exact: '1/0' },
    );
    fc.assert(
      fc.property(fc.constantFrom(...pointers), junk, (pointer, value) => {
        const found = refusals(unit, with1(pointer, value));
        for (const each of found) expect(each).toMatch(/^(evidence|member|name)\.\w+ \//);
      }),
    );
  });
});

describe('an input from a scorecard', () => {
  const survey = planOf({
    inputs: {
      survey: { ...points('pending'), scorecard: { ...pin, read: { result: 'score' } } },
      own: points('fail'),
    },
    indicators: {
      total: { unit: 'points', mean: { weights: { survey: '50%', own: '50%' } }, round: ROUND },
    },
    result: { score: 'total' },
  });

  it('reaches a person as the score of the unit, pinned', () => {
    const card = cardOf(survey, { values: { survey: whole, own: 90 } });
    expect(card.score?.text).toBe('84.84');
    expect(card.status).toBe('final');
  });

  it('is provisional where that is, and pending where it is not there', () => {
    const pending = cardOf(survey, { values: { survey: provisional, own: 90 } });
    expect([pending.status, pending.score?.text]).toEqual(['provisional', '65.17']);
    expect(cardOf(survey, { values: { own: 90 } }).status).toBe('provisional');
    expect(said(cardOf(survey, { values: { survey: empty, own: 9 } }).issues)).toContain(
      'evidence.missing /values/survey',
    );
  });

  it('is refused as a bare number, and by another policy', () => {
    expect(refusals(survey, { values: { survey: 80, own: 1 } })).toEqual([
      'evidence.type /values/survey',
    ]);
    const other = withValue(whole, '/policy/digest', 'sha256:0');
    expect(refusals(survey, { values: { survey: other, own: 1 } })).toEqual([
      'member.policy /values/survey/policy',
    ]);
  });

  it('and a table of members are described with what they pin and read', () => {
    const told = (plan: typeof survey) =>
      describePolicy(plan, { language: 'en' }).text.replace(/\s+/g, ' ');
    expect(told(survey)).toContain('read from a scorecard by contoh/kelompok, digest sha256:');
    expect(told(unit)).toContain('a row is a scorecard by contoh/kelompok, digest sha256:');
    expect(told(unit)).toContain('exact: indicator mark, before rounding');
  });
});

describe('a table of members that cannot be compiled', () => {
  const at = '/tables/staff';
  const staff = staffOf({ x: [points(), { result: 'score' }] });
  it.each<readonly [string, JsonObject, readonly string[]]>([
    [
      'a rating for a number',
      staffOf({ x: [points(), { result: 'rating' }] }),
      [`member.read_type ${at}/members/read/x`],
    ],
    [
      'an exact value for a yes/no',
      staffOf({
        x: [
          { type: 'boolean', ifMissing: 'fail' },
          { indicator: 'mark', value: 'exact' },
        ],
      }),
      [`member.read_type ${at}/members/read/x`],
    ],
    [
      'a column that is not read',
      withValue(staff, '/staff/row/y', points()) as JsonObject,
      [`member.columns ${at}/row/y`],
    ],
    [
      'a column that is not there',
      withValue(staff, '/staff/members/read/z', { result: 'score' }) as JsonObject,
      [`member.columns ${at}/members/read/z`],
    ],
    [
      'a digest of another form',
      withValue(staff, '/staff/members/digest', 'sha256:12') as JsonObject,
      [`policy.digest_form ${at}/members/digest`],
    ],
    [
      'a scorecard in a column',
      withValue(staff, '/staff/row/x/scorecard', {
        ...pin,
        read: { result: 'score' },
      }) as JsonObject,
      [`member.single_only ${at}/row/x/scorecard`],
    ],
  ])('%s', (_, tables, expected) => {
    expect(complaints({ tables })).toEqual(expected);
  });

  it('is not warned about where it is right', () => {
    expect(unwrap(compilePolicy(policyOf({ tables: staff }))).warnings).toEqual([]);
  });
});
