import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  auditRecord,
  compilePolicy,
  type Plan,
  evaluate,
  parseEvidence,
  type ResultValue,
  runPolicyTests,
  score,
  type Scorecard,
  unwrap,
  verify,
} from '../../src/index.js';
import { exactText, readNumber } from '../../src/number/decimal.js';
import { add, rational, subtract, ZERO } from '../../src/number/rational.js';

/** One subject of a scheme, with figures worked out apart from this library. */
interface FieldCase {
  readonly name: string;
  /** `policy.json` unless given. */
  readonly policy?: string;
  readonly evidence: object;
  readonly expect: Figures;
  /** How the figures come about, for readers. */
  readonly working: string;
  /** Who published the score, for readers. */
  readonly published?: string;
}

type Named<T> = Readonly<Record<string, T>>;

interface Figures {
  readonly status: string;
  readonly score: string | null;
  readonly rating?: string | null;
  readonly indicators?: Named<string | readonly string[]>;
  readonly coverage?: Named<string>;
  readonly chose?: Named<string>;
}

const read = (path: string): string =>
  readFileSync(new URL(`fields/${path}`, import.meta.url), 'utf8');
const filesOf = (scheme: string): readonly string[] =>
  readdirSync(new URL(`fields/${scheme}`, import.meta.url));

const schemes = readdirSync(new URL('fields', import.meta.url)).sort();
const policies = schemes.flatMap((scheme) =>
  filesOf(scheme)
    .filter((file) => file.startsWith('policy'))
    .map((file) => `${scheme}/${file}`),
);
const plans = new Map<string, Plan>();
const planOf = (path: string): Plan => {
  const plan = plans.get(path) ?? unwrap(compilePolicy(read(path)));
  plans.set(path, plan);
  return plan;
};

const cases = schemes.flatMap((scheme) => {
  const listed: readonly FieldCase[] = JSON.parse(read(`${scheme}/cases.json`));
  return listed.map((each) => ({
    ...each,
    title: `${scheme}: ${each.name}`,
    path: `${scheme}/${each.policy ?? 'policy.json'}`,
  }));
});
type ListedCase = (typeof cases)[number];

const cardOf = ({ path, evidence }: ListedCase): Scorecard =>
  evaluate(planOf(path), unwrap(parseEvidence(planOf(path), evidence)));

/** A number in one form, a label, a yes/no, or the word of an absence. */
const shown = (value: ResultValue): string => {
  if (value.is === 'label') return value.label;
  if (value.is === 'truth') return String(value.truth);
  if (value.is !== 'number') return value.is;
  return typeof value.exact === 'string' ? value.exact : `irrational ${value.text}`;
};

const isPerRow = (value: unknown): value is readonly ResultValue[] => Array.isArray(value);

/** The figures of `card` that are expected, and no others. */
const sameFigures = (card: Scorecard, wanted: Figures): Figures => {
  const pick = <T>(names: Named<unknown> | undefined, of: (name: string) => T): Named<T> =>
    Object.fromEntries(Object.keys(names ?? {}).map((name) => [name, of(name)]));
  const of = (name: string) => card.indicators.find((each) => each.name === name);
  const valueOf = (name: string): string | readonly string[] => {
    const value = of(name)?.value;
    if (value === undefined) return 'unknown';
    return isPerRow(value) ? value.map(shown) : shown(value);
  };
  return {
    status: card.status,
    score: card.score?.text ?? null,
    ...(wanted.rating !== undefined && { rating: card.rating ?? null }),
    ...(wanted.indicators && { indicators: pick(wanted.indicators, valueOf) }),
    ...(wanted.coverage && {
      coverage: pick(wanted.coverage, (name) => of(name)?.coverage ?? 'unknown'),
    }),
    ...(wanted.chose && { chose: pick(wanted.chose, (name) => of(name)?.chose ?? 'none') }),
  };
};

const number = (text: string) => readNumber(text) ?? rational(0n);

describe('schemes of other fields', () => {
  it('each has a source, a policy and cases', () => {
    expect(schemes.length).toBeGreaterThan(0);
    for (const scheme of schemes)
      expect(filesOf(scheme)).toEqual(
        expect.arrayContaining(['SOURCE.md', 'cases.json', 'policy.json']),
      );
  });

  it.each(policies)('%s: compiles without a warning, and its own tests hold', (path) => {
    const plan = planOf(path);
    expect(plan.warnings).toEqual([]);
    const { passed, cases: own } = runPolicyTests(plan);
    expect(own.flatMap(({ differences }) => differences)).toEqual([]);
    expect(passed).toBeGreaterThan(0);
  });

  it.each(cases)('$title', (each) => {
    expect(sameFigures(cardOf(each), each.expect)).toEqual(each.expect);
  });

  it.each(cases)('$title: the reasons add up to (baseline - score)', (each) => {
    const { baseline, score, reasons } = cardOf(each);
    const lost = score === undefined ? ZERO : subtract(number(baseline ?? '0'), number(score.text));
    const sum = reasons.reduce((total, { amount }) => add(total, number(amount)), ZERO);
    expect(exactText(sum)).toBe(exactText(lost));
  });

  it.each(policies)('%s: a record of its first case is verified', (path) => {
    const first = cases.find((each) => each.path === path);
    if (first === undefined) throw new TypeError(`${path} has no case`);
    const plan = planOf(path);
    const evidence = unwrap(parseEvidence(plan, first.evidence));
    const record = auditRecord(plan, evidence, evaluate(plan, evidence));
    expect(verify(JSON.parse(JSON.stringify(record))).ok).toBe(true);
  });
});

describe('every base vector of CVSS v3.1', () => {
  const metrics = {
    'attack-vector': { network: 0.85, adjacent: 0.62, local: 0.55, physical: 0.2 },
    'attack-complexity': { low: 0.77, high: 0.44 },
    privileges: { none: 0.85, low: 0.62, high: 0.27 },
    'user-interaction': { none: 0.85, required: 0.62 },
    scope: { unchanged: 0, changed: 1 },
    confidentiality: { high: 0.56, low: 0.22, none: 0 },
    integrity: { high: 0.56, low: 0.22, none: 0 },
    availability: { high: 0.56, low: 0.22, none: 0 },
  } as const;
  const inChangedScope: Named<number> = { none: 0.85, low: 0.68, high: 0.5 };

  const vectors = Object.entries(metrics).reduce<readonly Named<string>[]>(
    (found, [metric, weights]) =>
      found.flatMap((vector) =>
        Object.keys(weights).map((label) => ({ ...vector, [metric]: label })),
      ),
    [{}],
  );

  /** In doubles, with the integer Roundup of the specification's appendix A. */
  const specified = (vector: Named<string>): string => {
    const weight = (metric: keyof typeof metrics): number => {
      const weights: Named<number> = metrics[metric];
      return weights[vector[metric] ?? ''] ?? NaN;
    };
    const isChanged = vector['scope'] === 'changed';
    const privileges = isChanged
      ? (inChangedScope[vector['privileges'] ?? ''] ?? NaN)
      : weight('privileges');
    const iss =
      1 -
      (1 - weight('confidentiality')) * (1 - weight('integrity')) * (1 - weight('availability'));
    const impact = isChanged ? 7.52 * (iss - 0.029) - 3.25 * (iss - 0.02) ** 15 : 6.42 * iss;
    const exploitability =
      8.22 *
      weight('attack-vector') *
      weight('attack-complexity') *
      privileges *
      weight('user-interaction');
    if (impact <= 0) return '0.0';
    const units = Math.round(
      Math.min((isChanged ? 1.08 : 1) * (impact + exploitability), 10) * 100_000,
    );
    const rounded = units % 10_000 === 0 ? units / 100_000 : (Math.floor(units / 10_000) + 1) / 10;
    return rounded.toFixed(1);
  };

  it('there are 2,592', () => {
    expect(new Set(vectors.map((vector) => JSON.stringify(vector))).size).toBe(2592);
  });

  it.each(Object.keys(metrics['attack-vector']))(
    '%s: has the score of the specification',
    (from) => {
      const plan = planOf('cvss/policy.json');
      const found = vectors
        .filter((values) => values['attack-vector'] === from)
        .map((values) => {
          const { score: found } = score(plan, unwrap(parseEvidence(plan, { values })));
          return { values, score: found?.text };
        });
      expect(found.length).toBe(648);
      expect(found.filter((each) => each.score !== specified(each.values))).toEqual([]);
    },
  );
});

describe('tables of thousands', () => {
  /** The same numbers every time: a linear congruence modulo 2^31. */
  const sequence = (count: number, below: number): readonly number[] => {
    let state = 20_260_101;
    return Array.from({ length: count }, () => {
      state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
      return Math.floor(state / 2 ** 8) % below;
    });
  };
  const labels = (prefix: string, count: number): readonly string[] =>
    Array.from({ length: count }, (_, i) => `${prefix}${String(i)}`);
  const KEYS = ['a', 'b', 'c', 'd'] as const;

  const document = (size: number, entries: readonly number[], line: readonly number[]) => {
    const nested = (level: number, from: number): unknown => {
      const key = KEYS[level];
      if (key === undefined) return entries[from];
      return Object.fromEntries(
        labels(key, size).map((label, i) => [label, nested(level + 1, from * size + i)]),
      );
    };
    const text = { id: 'tabel besar', en: 'a great table' };
    return {
      timbang: 1,
      id: 'test/great-table',
      version: '1.0.0',
      title: text,
      effective: { from: '2026-01-01' },
      scales: Object.fromEntries(KEYS.map((key) => [key, { labels: labels(key, size) }])),
      inputs: {
        ...Object.fromEntries(
          KEYS.map((key) => [key, { type: 'label', scale: key, ifMissing: 'fail' }]),
        ),
        x: { type: 'decimal', unit: 'metre', min: 0, max: 10_000, step: '0.5', ifMissing: 'fail' },
      },
      lookups: { entries: { keys: KEYS, unit: 'point', values: nested(0, 0) } },
      curves: { line: { from: 'metre', to: 'point', line: line.map((y, x) => [x, y]) } },
      indicators: {
        entry: { unit: 'point', lookup: { read: KEYS, use: 'entries' } },
        height: { unit: 'point', curve: { read: 'x', use: 'line' } },
        total: {
          unit: 'point',
          sum: { coefficients: { entry: 1, height: 1 } },
          round: { places: 1, mode: 'half-up', for: 'use' },
        },
      },
      result: { score: 'total', baseline: 0 },
    };
  };

  const SIZE = 8;
  const entries = sequence(SIZE ** KEYS.length, 1000);
  const line = sequence(5000, 200);
  const plan = unwrap(compilePolicy(document(SIZE, entries, line)));

  it('4,096 entries and 5,000 points cost one evaluation no more than sixteen and two', () => {
    const small = unwrap(compilePolicy(document(2, entries, line.slice(0, 2))));
    expect(plan.warnings).toEqual([]);
    expect(plan.cost).toEqual(small.cost);
  });

  it('every entry that is sampled is the one of the table, every height lies on the line', () => {
    const sampled = sequence(400, entries.length).map(
      (at, i) => [at, (at * 7 + i) % 4999] as const,
    );
    const found = sampled.map(([at, x]) => {
      const digits = Array.from(at.toString(SIZE).padStart(KEYS.length, '0'));
      const values = {
        ...Object.fromEntries(KEYS.map((key, i) => [key, `${key}${digits[i] ?? ''}`])),
        x: x + 0.5,
      };
      return evaluate(plan, unwrap(parseEvidence(plan, { values }))).score?.text;
    });
    const wanted = sampled.map(([at, x]) => {
      const [low = NaN, high = NaN] = line.slice(x);
      return ((entries[at] ?? NaN) + (low + high) / 2).toFixed(1);
    });
    expect(found).toEqual(wanted);
  });
});
