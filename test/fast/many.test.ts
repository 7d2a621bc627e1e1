import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { freezeCohort } from '../../src/evaluate/cohort.js';
import { COLUMN_STATUS, scoreColumns } from '../../src/evaluate/columns.js';
import { evaluate, score } from '../../src/evaluate/evaluate.js';
import { scoreMany } from '../../src/evaluate/many.js';
import type { EvidenceColumns, TableColumns } from '../../src/evidence/columns.js';
import { parseEvidence } from '../../src/evidence/read.js';
import { compilePolicy } from '../../src/plan/compile.js';
import { unwrap } from '../../src/result.js';
import { formula, input, planOf } from './agreement.js';
import { EVIDENCE, POLICY } from './organisation.js';

const plan = unwrap(compilePolicy(POLICY));

/** Rarely something that no column of this kind should hold, or nothing. */
const spoiled = (values: fc.Arbitrary<number>): fc.Arbitrary<number> =>
  fc.oneof(
    { weight: 60, arbitrary: values },
    { weight: 1, arbitrary: fc.constantFrom(NaN, -1, 1e9, 0.1, 7.3, -0, Infinity) },
  );

const whole = (min: number, max: number): fc.Arbitrary<number> => spoiled(fc.integer({ min, max }));
const quarters = spoiled(fc.integer({ min: 0, max: 480 }).map((n) => n / 4));
const hundredths = spoiled(fc.integer({ min: -500, max: 500 }).map((n) => n / 100));

/** One subject as columns see it. */
interface Subject {
  readonly values: Readonly<Record<string, number>>;
  readonly tasks: readonly (readonly [number, number, number])[];
  readonly peers: readonly (readonly [number, number, number])[];
}

const subject: fc.Arbitrary<Subject> = fc.record({
  values: fc.record({
    post: whole(0, 1),
    idea: whole(0, 1),
    awards: whole(0, 9),
    conduct: quarters,
    bonus: hundredths,
  }),
  tasks: fc.array(fc.tuple(whole(0, 99), whole(1, 99), whole(0, 1)), { maxLength: 7 }),
  peers: fc.array(
    fc.tuple(
      whole(0, 1),
      fc.oneof(whole(1, 5), fc.constant(NaN)),
      fc.oneof(whole(1, 5), fc.constant(NaN)),
    ),
    { maxLength: 8 },
  ),
});

const offsetsOf = (lists: readonly (readonly unknown[])[]): Uint32Array => {
  const offsets = new Uint32Array(lists.length + 1);
  for (const [i, list] of lists.entries()) offsets[i + 1] = (offsets[i] ?? 0) + list.length;
  return offsets;
};

const columnOf = (rows: readonly (readonly number[])[], at: number): Float64Array =>
  Float64Array.from(rows, (row) => row[at] ?? NaN);

const columnsOf = (subjects: readonly Subject[]): EvidenceColumns => {
  const tasks = subjects.flatMap((each) => each.tasks);
  const peers = subjects.flatMap((each) => each.peers);
  const table: TableColumns = {
    offsets: offsetsOf(subjects.map((each) => each.tasks)),
    columns: { done: columnOf(tasks, 0), target: columnOf(tasks, 1), main: columnOf(tasks, 2) },
  };
  const panel: TableColumns = {
    offsets: offsetsOf(subjects.map((each) => each.peers)),
    sources: columnOf(peers, 0),
    columns: { trust: columnOf(peers, 1), help: columnOf(peers, 2) },
  };
  const values = Object.fromEntries(
    ['post', 'idea', 'awards', 'conduct', 'bonus'].map((key) => [
      key,
      Float64Array.from(subjects, (each) => each.values[key] ?? NaN),
    ]),
  );
  return { count: subjects.length, values, tables: { tasks: table }, panels: { peers: panel } };
};

const given = (value: number | undefined, names?: readonly unknown[]): unknown => {
  if (value === undefined || Number.isNaN(value)) return null;
  return names === undefined ? value : (names[value] ?? value);
};

const documentOf = ({ values, tasks, peers }: Subject): unknown => ({
  values: {
    post: given(values['post'], ['staff', 'lead']),
    idea: given(values['idea'], [false, true]),
    awards: given(values['awards']),
    conduct: given(values['conduct']),
    bonus: given(values['bonus']),
  },
  tables: {
    tasks: {
      columns: ['done', 'target', 'main'],
      rows: tasks.map(([done, target, main]) => [
        given(done),
        given(target),
        given(main, [false, true]),
      ]),
    },
  },
  panels: {
    peers: {
      columns: ['source', 'trust', 'help'],
      rows: peers.map(([source, trust, help]) => [
        given(source, ['near', 'far']) ?? NaN,
        given(trust),
        given(help),
      ]),
    },
  },
});

const alone = (document: unknown): unknown => {
  const evidence = parseEvidence(plan, document);
  return evidence.ok ? { ok: true, value: score(plan, evidence.value) } : evidence;
};

describe('many subjects', () => {
  it('law, the same: each outcome is what parseEvidence and score give, and the next is read', () => {
    fc.assert(
      fc.property(fc.array(subject, { maxLength: 6 }), fc.boolean(), (subjects, asText) => {
        const documents = subjects.map((each) => {
          const document = documentOf(each);
          return asText ? JSON.stringify(document) : document;
        });
        const found = [...scoreMany(plan, documents)].map(({ outcome }) => outcome);
        expect(found).toEqual(documents.map(alone));
      }),
      { numRuns: 60 },
    );
  });

  it('names the subject where the document does', () => {
    const found = [...scoreMany(plan, [EVIDENCE, { values: { post: 7 } }, 'not JSON', EVIDENCE])];
    expect(found.map(({ subject: name, outcome }) => [name, outcome.ok])).toEqual([
      ['one', true],
      [undefined, false],
      [undefined, false],
      ['one', true],
    ]);
  });

  it('reads a document when its outcome is asked for, and not before', () => {
    let read = 0;
    const documents = function* (): Generator {
      for (; read < 5; ) {
        read += 1;
        yield EVIDENCE;
      }
    };
    const outcomes = scoreMany(plan, documents());
    outcomes.next();
    outcomes.next();
    expect(read).toBe(2);
  });

  it('are not begun with a cohort of another policy', () => {
    const cohort = freezeCohort(unwrap(compilePolicy({ ...POLICY, version: '9.9.9' })), []);
    const untouched = (): Iterator<unknown> => expect.fail('a document was read');
    expect(() => scoreMany(plan, { [Symbol.iterator]: untouched }, { cohort })).toThrow(
      'frozen by another policy',
    );
    expect(() => scoreColumns(plan, { count: 0 }, { cohort })).toThrow('frozen by another policy');
  });

  it('law, the same: beside a cohort each outcome is that of evaluate, from documents and columns', () => {
    const compared = planOf({
      inputs: { a: input(0, 100, '1') },
      indicators: {
        place: { unit: 'ratio', cohort: { read: 'a', take: 'percentile', count: 'middle' } },
        s: formula({ '*': [100, { var: 'place' }] }),
      },
    });
    const documents = [7, 40, 93].map((a) => ({ values: { a } }));
    const evidence = documents.map((each) => unwrap(parseEvidence(compared, each)));
    const cohort = freezeCohort(compared, evidence);
    const cards = evidence.map((each) => evaluate(compared, each, { cohort }));
    const units = cards.map((card) => card.score?.units);
    const many = [...scoreMany(compared, documents, { cohort })].map(({ outcome }) => outcome);
    expect(many.map((each) => unwrap(each).score?.units)).toEqual(units);
    const columns = { count: 3, values: { a: Float64Array.of(7, 40, 93) } };
    const found = unwrap(scoreColumns(compared, columns, { cohort }));
    expect([...found.score]).toEqual(units);
    expect(new Set(units).size).toBe(3);
    expect(found.unsure).toBe(3);
    const without = unwrap(scoreColumns(compared, columns));
    expect([...without.status].map((at) => COLUMN_STATUS[at])).toEqual(
      Array(3).fill('provisional'),
    );
  });
});

const ONE: Subject = {
  values: { post: 1, idea: 1, awards: 2, conduct: 88.25, bonus: 0.5 },
  tasks: [
    [9, 10, 1],
    [45, 50, 0],
  ],
  peers: [
    [0, 4, 5],
    [0, 5, NaN],
    [1, 3, 4],
  ],
};

/** The columns of one subject, with others for what was done and for awards. */
const columnsWith = (done: readonly unknown[], awards: readonly unknown[]): EvidenceColumns => {
  const { values, tables, ...given } = columnsOf([ONE]);
  const { offsets, columns } = tables?.['tasks'] ?? { offsets: [], columns: {} };
  return {
    ...given,
    values: { ...values, awards: awards as readonly number[] },
    tables: { tasks: { offsets, columns: { ...columns, done: done as readonly number[] } } },
  };
};

/** Why columns are refused as a whole. */
const said = (given: EvidenceColumns): readonly string[] => {
  const result = scoreColumns(plan, given);
  return result.ok ? [] : result.issues.map(({ code, pointer }) => `${code} ${pointer}`);
};

describe('columns', () => {
  it('law, the same: columns give what their subjects give as documents', () => {
    let final = 0;
    fc.assert(
      fc.property(fc.array(subject, { maxLength: 12 }), (subjects) => {
        const found = unwrap(scoreColumns(plan, columnsOf(subjects)));
        for (const [at, each] of subjects.entries()) {
          const outcome = parseEvidence(plan, documentOf(each));
          const told = outcome.ok ? score(plan, outcome.value) : undefined;
          const issues = outcome.ok ? score(plan, outcome.value).issues : outcome.issues;
          expect(COLUMN_STATUS[found.status[at] ?? -1]).toBe(told?.status ?? 'refused');
          expect(found.score[at]).toBe(told?.score?.units ?? NaN);
          expect(found.labels[found.rating[at] ?? -1]).toBe(told?.rating);
          expect(found.issues.get(at) ?? []).toEqual(issues);
          if (told?.status === 'final') final += 1;
        }
        expect(found.places).toBe(1);
      }),
      { numRuns: 150 },
    );
    expect(final).toBeGreaterThan(50);
  });

  it('give the scorecard’s outcome, with how many were left to exact arithmetic', () => {
    const tie = { ...ONE, values: { ...ONE.values, bonus: 0.05 } };
    const found = unwrap(scoreColumns(plan, columnsOf([ONE, tie])));
    const cards = [ONE, tie].map((each) =>
      evaluate(plan, unwrap(parseEvidence(plan, documentOf(each)))),
    );
    expect([...found.score]).toEqual(cards.map((card) => card.score?.units));
    expect(found.unsure).toBeLessThanOrEqual(1);
  });

  it('that do not fit the policy are refused', () => {
    const columns = columnsOf([]);
    const none = new Float64Array(0);
    expect(said({ ...columns, values: { ...columns.values, idae: none } })).toEqual([
      'evidence.unknown_key /values/idae',
    ]);
    expect(said({ ...columns, count: 2, values: { idea: Float64Array.of(1) } })).toEqual([
      'columns.length /values/idea',
      'columns.offsets /tables/tasks/offsets',
      'columns.offsets /panels/peers/offsets',
    ]);
    const falling = { offsets: [0, 2, 1], columns: { done: none } };
    expect(said({ count: 2, tables: { tasks: falling } })).toEqual([
      'columns.offsets /tables/tasks/offsets',
    ]);
  });

  it('that are not there are missing for everyone', () => {
    const found = unwrap(scoreColumns(plan, { count: 3 }));
    expect([...found.status].map((at) => COLUMN_STATUS[at])).toEqual(['void', 'void', 'void']);
    expect(found.unsure).toBe(3);
  });

  it.each([null, undefined])(
    'in plain arrays may hold %s, which is missing and not zero',
    (nothing) => {
      for (const [given, missing] of [
        [columnsWith([9, nothing], [2]), columnsWith([9, NaN], [2])],
        [columnsWith([9, 45], [nothing]), columnsWith([9, 45], [NaN])],
      ] as const) {
        const found = unwrap(scoreColumns(plan, given));
        expect(found).toEqual(unwrap(scoreColumns(plan, missing)));
        expect(found.issues.get(0)?.map(({ code }) => code)).toContain('evidence.missing');
      }
    },
  );

  it.each([
    ['a text', ''],
    ['a truth', true],
    ['a bigint', 7n],
    ['an object', { valueOf: () => 7 }],
  ])('in plain arrays hold numbers: %s is refused, and stands for none', (_, other) => {
    const result = scoreColumns(plan, columnsWith([9, other], [other]));
    expect(result.ok ? [] : result.issues.map(({ code, pointer }) => [code, pointer])).toEqual([
      ['evidence.type', '/values/awards/0'],
      ['evidence.type', '/tables/tasks/columns/done/1'],
    ]);
  });

  it('refuse typed arrays of big integers', () => {
    const awards = BigInt64Array.of(2n) as unknown as readonly number[];
    const result = scoreColumns(plan, { count: 1, values: { awards } });
    expect(result.ok ? [] : result.issues.map(({ code }) => code)).toEqual(['evidence.type']);
  });

  it.each([-1, 1.5, NaN, Infinity])('are of a whole number of subjects: not %d', (count) => {
    expect(() => scoreColumns(plan, { count })).toThrow(TypeError);
  });

  it.each([
    ['tables', 'tasks'],
    ['panels', 'peers'],
  ])(
    'of %s have no more rows than a subject may, where nothing but offsets says so',
    (section, name) => {
      const given = (end: number) => ({
        [section]: { [name]: { offsets: [0, end], columns: {} } },
      });
      const result = scoreColumns(plan, { count: 1, ...given(1e12) });
      expect(result.ok ? [] : result.issues.map(({ code, pointer }) => [code, pointer])).toEqual([
        ['evidence.too_many_rows', `/${section}/${name}`],
      ]);
      expect(scoreColumns(plan, { count: 1, ...given(3) }).ok).toBe(true);
    },
  );

  it('rate by a scale of more labels than 16 bits hold', () => {
    const labels = Array.from({ length: 40_000 }, (_, i) => `l${i}`);
    const rated = planOf({
      inputs: { a: input(0, 100, '1') },
      indicators: {
        s: formula({ var: 'a' }),
        grade: { scale: 'many', rate: { read: 's', below: 'l39000', from: { l39990: 50 } } },
      },
      more: { scales: { many: { labels } }, result: { score: 's', rating: 'grade', baseline: 0 } },
    });
    const { rating, labels: names } = unwrap(
      scoreColumns(rated, { count: 2, values: { a: [10, 90] } }),
    );
    expect(Array.from(rating, (at) => names[at])).toEqual(['l39000', 'l39990']);
  });
});

describe('what was given to one host', () => {
  it('does not change what the next is given: an issue that subjects share', () => {
    const guarded = columnsOf([{ ...ONE, values: { ...ONE.values, idea: 0, conduct: 120 } }]);
    const text = (): string => JSON.stringify(unwrap(scoreColumns(plan, guarded)).issues.get(0));
    const before = text();
    const [issue] = unwrap(scoreColumns(plan, guarded)).issues.get(0) ?? [];
    expect(issue?.code).toBe('rate.guarded');
    for (const part of [issue, issue?.message, issue?.params]) {
      expect(Reflect.set(part ?? {}, 'en', 'altered')).toBe(false);
      expect(Reflect.set(part ?? {}, 'code', 'altered')).toBe(false);
    }
    expect(text()).toBe(before);
  });

  it('does not change what the next is given: the labels of columns', () => {
    const { labels } = unwrap(scoreColumns(plan, columnsOf([])));
    (labels as string[]).reverse();
    const [first] = [...scoreMany(plan, [EVIDENCE])];
    expect(first?.outcome).toMatchObject({ ok: true, value: { rating: 'good' } });
    expect(unwrap(scoreColumns(plan, columnsOf([]))).labels).toEqual([
      'low',
      'fair',
      'good',
      'top',
    ]);
  });
});
