import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Evidence } from '../../src/evidence/evidence.js';
import { readExactly } from '../../src/evidence/read-exactly.js';
import { evaluate, parseEvidence, scoreMany } from '../../src/index.js';
import { failure, type Result } from '../../src/result.js';
import { formula, input, outcomeIn, planOf, ROUND } from '../fast/agreement.js';

const RUNS = 300;
/** Milliseconds, on a busy machine. */
const TIMEOUT = 60_000;

const plan = planOf({
  inputs: {
    step: input(0, 100, '0.01'),
    free: input('-1e9', '1e9'),
    is: { type: 'boolean', ifMissing: 'fail' },
    on: { type: 'date', ifMissing: 'fail' },
    grade: { type: 'label', labels: ['low', 'high'], ifMissing: 'fail' },
  },
  indicators: {
    tasks: { unit: 'ratio', rows: { of: 't', take: 'sum', read: 't.a' } },
    peers: { unit: 'answer', rows: { of: 'p', take: 'mean', read: 'p.q1' } },
    given: formula({
      if: [{ and: [{ var: 'is' }, { '==': [{ var: 'grade' }, 'low'] }] }, { var: 'step' }, 0],
    }),
    s: {
      unit: 'ratio',
      formula: { '+': [{ var: 'given' }, { var: 'tasks' }, { '/': [{ var: 'free' }, 1000] }] },
      round: ROUND,
    },
  },
  more: {
    scales: { answer: { worst: 1, full: 5, best: 5, step: 1 } },
    tables: {
      t: {
        rowUnit: 'task',
        atMost: 5,
        ifMissing: 'fail',
        row: { a: input(0, 9, '0.5'), b: { type: 'boolean', ifMissing: 'fail' } },
      },
    },
    panels: {
      p: {
        answers: 'answer',
        atMost: 5,
        sources: {
          peer: { share: 'rest', take: 'mean', atLeast: 1, ifFewer: 'exclude' },
          chief: { share: '0.5', take: 'median', atLeast: 1, ifFewer: 'exclude' },
        },
        questions: { q1: { title: { id: 'satu', en: 'one' } } },
      },
    },
  },
});

/** What `parseEvidence` gives where the careful reader alone reads. */
const carefully = (document: unknown): Result<Evidence> => {
  const source = plan.layout.doors.readDocument(document);
  if (!source.ok) return source;
  const { json, positionOf } = source.value;
  const read = readExactly(plan, json);
  if (read.ok) return read;
  return failure(
    read.issues.map((each) => {
      const position = positionOf(each.pointer);
      return position === undefined ? each : { ...each, position };
    }),
  );
};

/** What evidence says, without the form in which values are held. */
const saidBy = (read: Result<Evidence>): unknown => {
  if (!read.ok) return { issues: read.issues };
  const { policyDigest, layoutKey, document, subject, asOf, dates, issues } = read.value;
  const said = { policyDigest, layoutKey, document, subject, asOf, dates, issues };
  return { said, scorecard: evaluate(plan, read.value) };
};

const expectTheSame = (document: unknown): 'quick' | 'careful' | 'refused' => {
  const careful = carefully(document);
  const read = parseEvidence(plan, document);
  expect(saidBy(read)).toStrictEqual(saidBy(careful));
  const [many] = [...scoreMany(plan, [document])];
  if (!read.ok || !careful.ok) {
    expect(many?.outcome).toStrictEqual(careful);
    return 'refused';
  }
  const outcome = outcomeIn(evaluate(plan, careful.value));
  expect(many?.outcome).toStrictEqual({ ok: true, value: outcome });
  expect(many?.subject).toBe(careful.value.subject);
  return read.value.cells === undefined ? 'quick' : 'careful';
};

const plain = () => ({
  subject: 'somebody',
  asOf: '2026-03-01',
  values: { step: 12.5, free: 0.001, is: true, on: '2026-02-01', grade: 'low' },
  tables: {
    t: {
      columns: ['a', 'b'],
      rows: [
        [1.5, true],
        [2, false],
      ],
    },
  },
  panels: {
    p: {
      columns: ['source', 'q1', 'rater'],
      rows: [
        ['peer', 4, 'one'],
        ['chief', 5, 'one'],
        ['peer', 3, 'two'],
      ],
    },
  },
});

type Twist = (value: unknown) => unknown;

const members = (value: unknown): object =>
  typeof value === 'object' && value !== null ? value : { value };

class Strange extends Array<unknown> {}

class Box {
  readonly value: unknown;
  constructor(value: unknown) {
    this.value = value;
  }
}

const list = (value: unknown): unknown[] =>
  Array.isArray(value) ? [...(value as unknown[])] : [value];

const withOwn = (value: unknown, key: PropertyKey, descriptor: PropertyDescriptor): unknown =>
  Object.defineProperty(Array.isArray(value) ? list(value) : { ...members(value) }, key, {
    configurable: true,
    ...descriptor,
  });

/** What stands in the place of a value, by what it is. */
const twists: readonly (readonly [string, Twist])[] = [
  ['itself', (value) => value],
  ...[-0, 0, 1e400, -1e400, NaN, 5e-324, 1e-310, 1e-200, 1e-100, 0.1234567890123456].map(
    (number): readonly [string, Twist] => [String(number), () => number],
  ),
  ...[123456789012345680, 1e15, 999999999999999, 0.1 + 0.2, 12.505, 9.5, 1e-7, 3, 5, -3].map(
    (number): readonly [string, Twist] => [String(number), () => number],
  ),
  ['nothing', () => undefined],
  ['null', () => null],
  ['a text', (value) => String(value)],
  ['an exponent in a text', () => '1e2'],
  ['an empty text', () => ''],
  ['half a surrogate pair', () => '\ud800'],
  ['a long text', () => 'x'.repeat(300)],
  ['a label of another case', () => 'Low'],
  ['a day that is none', () => '2026-02-30'],
  ['a day before the policy', () => '2025-12-31'],
  ['a truth', () => false],
  ['a symbol', () => Symbol('value')],
  ['a function', () => () => 1],
  ['a bigint', () => 1n],
  ['a boxed number', () => Object(1) as unknown],
  ['a date', () => new Date(0)],
  ['a typed array', () => new Float64Array([1, 0])],
  ['a map', () => new Map([['value', 1]])],
  ['an observation', (value) => ({ value, by: 'register' })],
  ['a class', (value) => new Box(value)],
  ['an array subclass', (value) => Strange.from(list(value))],
  ['a sparse array', (value) => Object.assign(new Array(list(value).length + 1), list(value))],
  ['a shorter array', (value) => list(value).slice(1)],
  ['a longer array', (value) => [...list(value), ...list(value)]],
  [
    'an array with its own slice',
    (value) => withOwn(list(value), 'slice', { value: () => [7, 7] }),
  ],
  [
    'an array with its own iterator',
    (value) => withOwn(list(value), Symbol.iterator, { value: () => [][Symbol.iterator]() }),
  ],
  [
    'an array with its own entries',
    (value) => withOwn(list(value), 'entries', { value: () => [][Symbol.iterator]() }),
  ],
  [
    'an array with a member more',
    (value) => withOwn(list(value), 'more', { value: 1, enumerable: true }),
  ],
  ['a proxy', (value) => new Proxy(Array.isArray(value) ? list(value) : members(value), {})],
  [
    'a proxy that throws',
    (value) =>
      new Proxy(members(value), {
        get: () => {
          throw new Error('no');
        },
      }),
  ],
  ['no prototype', (value) => Object.assign(Object.create(null) as object, members(value))],
  ['inherited members', (value) => Object.create(members(value)) as unknown],
  ['a symbol key', (value) => withOwn(value, Symbol('key'), { value: 1, enumerable: true })],
  ['a hidden member', (value) => withOwn(value, 'hidden', { value: 1, enumerable: false })],
  [
    'hidden members',
    (value) =>
      Object.defineProperties(
        {},
        Object.fromEntries(
          Object.entries(members(value)).map(([key, each]) => [key, { value: each }]),
        ),
      ),
  ],
  ['a getter', (value) => withOwn(value, 'step', { get: () => 12.25, enumerable: true })],
  [
    'a getter that throws',
    (value) =>
      withOwn(value, 'step', {
        get: () => {
          throw new Error('no');
        },
        enumerable: true,
      }),
  ],
  [
    'its own __proto__',
    (value) => withOwn(value, '__proto__', { value: { a: 1 }, enumerable: true }),
  ],
  ['an unknown key', (value) => ({ ...members(value), other: 1 })],
  ['an unknown key without a value', (value) => ({ ...members(value), other: undefined })],
  ['a source', () => 'source'],
  ['a rater', () => 'rater'],
  ['a blank', () => ' '],
  ['twenty rows', () => Array.from({ length: 20 }, () => [1, true])],
  ['rows as objects', () => [{ a: 1, b: true }]],
  ['no rows', () => []],
];

/** Every place in a document, as the way to it. */
const placesIn = (value: unknown, way: readonly string[] = []): readonly (readonly string[])[] => [
  way,
  ...(typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, each]) => placesIn(each, [...way, key]))
    : []),
];

const twisted = (value: unknown, way: readonly string[], twist: Twist): unknown => {
  const [key, ...rest] = way;
  if (key === undefined) return twist(value);
  const inner = twisted((value as Readonly<Record<string, unknown>>)[key], rest, twist);
  if (Array.isArray(value)) return value.map((each, i) => (String(i) === key ? inner : each));
  return { ...(value as object), [key]: inner };
};

const texts: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => `/* of whom */ ${text}`,
  (text) => text.replace('"step":', '"step":1,"step":'),
  (text) => text.replace('"values":', '"values":{},"values":'),
  (text) => text.replace('"columns":', '"columns":["a","b"],"columns":'),
  (text) => text.replace('"subject":"somebody"', '"subject":"some:body"'),
  (text) => text.replace('"subject":"somebody"', '"subject":"\\ud800"'),
  (text) => text.replace('"subject":"somebody",', ''),
  (text) => text.replace('12.5', '12.50'),
  (text) => text.replace('12.5', '-0'),
  (text) => text.replace('12.5', '-0.0'),
  (text) => text.replace('12.5', '1.25e1'),
  (text) => text.replace('12.5', '12.5000000000000000000'),
  (text) => text.replace('12.5', '12.5000000000000001'),
  (text) => text.replace('12.5', '012.5'),
  (text) => text.replace('12.5', '1e400'),
  (text) => text.replace('12.5', 'NaN'),
  (text) => text.replace('0.001', '123456789012345'),
  (text) => text.replace('0.001', '1234567890123456'),
  (text) => text.replace('0.001', '0.00000000000001'),
  (text) => text.replace('0.001', '0.000000000000011'),
  (text) => text.replace('0.001', '0.1234567890123'),
  (text) => text.replace('0.001', '0.12345678901234567'),
  (text) => text.replace('"a"', '"\\u0061"'),
  (text) => text.replace('"step"', '"__proto__"'),
  (text) => text.replace('true', 'null'),
  (text) => text.replace('[1.5', '["1.5"'),
  (text) => `\ufeff${text}`,
  (text) => `${text},`,
  (text) => text.replaceAll(',', '\n ,\t'),
];

describe('the quick reader', () => {
  it('reads plain evidence', () => {
    expect(plan.layout.fast).not.toHaveProperty('why');
    expect(expectTheSame(plain())).toBe('quick');
    expect(expectTheSame(JSON.stringify(plain()))).toBe('quick');
  });

  it(
    'law, one reading: every document means what the careful reader says',
    () => {
      const seen = { quick: 0, careful: 0, refused: 0 };
      const ways = placesIn(plain());
      for (const way of ways) {
        for (const [, twist] of twists) seen[expectTheSame(twisted(plain(), way, twist))] += 1;
      }
      expect(seen.quick).toBeGreaterThan(100);
      expect(seen.careful).toBeGreaterThan(100);
      expect(seen.refused).toBeGreaterThan(100);
    },
    TIMEOUT,
  );

  it(
    'law, one reading: of several hostile values at once',
    () => {
      const ways = placesIn(plain());
      const change = fc.tuple(fc.constantFrom(...ways), fc.constantFrom(...twists));
      fc.assert(
        fc.property(fc.array(change, { minLength: 2, maxLength: 3 }), (changes) => {
          const document = changes.reduce<unknown>((given, [way, [, twist]]) => {
            try {
              return twisted(given, way, twist);
            } catch {
              return given; // the way led through what was replaced
            }
          }, plain());
          expectTheSame(document);
        }),
        { numRuns: RUNS },
      );
    },
    TIMEOUT,
  );

  it.each(texts)('law, one reading: text %#', (change) => {
    expectTheSame(change(JSON.stringify(plain())));
  });

  it('leaves to the careful reader what is longer than it lets in', () => {
    const read = parseEvidence(plan, `${JSON.stringify(plain())}${' '.repeat(20_000_000)}`);
    expect(read.ok ? [] : read.issues.map(({ code }) => code)).toEqual(['json.too_long']);
  });

  it('keeps nothing of what the host may change afterwards', () => {
    const document = plain();
    const read = parseEvidence(plan, document);
    const before = JSON.stringify(saidBy(read));
    document.values.step = 99;
    document.tables.t.rows[0] = [9, true];
    document.panels.p.columns[1] = 'rater';
    expect(JSON.stringify(saidBy(read))).toBe(before);
  });

  it('reads one document alone, though a getter of it has others scored by the same plan', () => {
    const wanted = [...scoreMany(plan, [plain()])];
    const other = { ...plain(), values: { ...plain().values, step: 99, grade: 'high' } };
    const meddle = (value: unknown): PropertyDescriptor => ({
      enumerable: true,
      get: () => {
        Array.from(scoreMany(plan, [other]));
        return value;
      },
    });
    const document = plain();
    Object.defineProperty(document.values, 'grade', meddle('low'));
    expect([...scoreMany(plan, [document])]).toEqual(wanted);
    const inPanel = plain();
    Object.defineProperty(inPanel.panels.p.rows[2], '0', meddle('peer'));
    expect([...scoreMany(plan, [inPanel])]).toEqual(wanted);
  });

  it('takes no value for another, though rows are added while they are read', () => {
    const growing = (): unknown => {
      const rows: unknown[] = [[1.5, true]];
      Object.defineProperty(rows[0], '1', {
        get: () => {
          if (rows.length === 1) rows.push([2, false]);
          return true;
        },
      });
      return { ...plain(), tables: { t: { columns: ['a', 'b'], rows } } };
    };
    const read = parseEvidence(plan, growing());
    const wanted = read.ok ? outcomeIn(evaluate(plan, read.value)) : undefined;
    const [found] = [...scoreMany(plan, [growing()])];
    expect(found?.outcome).toEqual({ ok: true, value: wanted });
  });
});
