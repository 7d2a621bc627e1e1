import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DURATION_EXAMPLES, DURATION_PATTERNS, type DurationPattern } from '../../src/duration.js';
import { describe as describePolicy, parseEvidence, type Plan } from '../../src/index.js';
import type { Json, JsonObject } from '../../src/json.js';
import { planWith, refusedFor, scorecardOf, SHOWN, toldOf, valueOf } from './plans.js';

type Unit = 'second' | 'minute' | 'hour';

const SIZE: Readonly<Record<Unit, bigint>> = { second: 1n, minute: 60n, hour: 3600n };

const partsFor = (input: JsonObject): JsonObject => ({
  inputs: {
    took: { type: 'duration', min: 0, max: '9e40', step: '1/3600000', ifMissing: 'fail', ...input },
  },
  indicators: {
    score: { unit: input['unit'] ?? 'hour', formula: { var: 'took' }, round: SHOWN },
  },
});

const planFor = (pattern: DurationPattern, unit: Unit, dayHours?: string | number): Plan =>
  planWith(partsFor({ pattern, unit, ...(dayHours === undefined ? {} : { dayHours }) }));

const read = (plan: Plan, took: Json): string =>
  valueOf(scorecardOf(plan, { values: { took } }), 'score');

/** A duration in thousandths of a second, and one way to write it in a pattern. */
interface Written {
  readonly thousandths: bigint;
  readonly text: string;
}

const field = (below: number): fc.Arbitrary<bigint> =>
  fc.oneof(fc.bigInt({ min: 0n, max: BigInt(below - 1) }), fc.constantFrom(0n, BigInt(below - 1)));

const first = fc.oneof(field(10), field(1_000), fc.constant(10n ** 14n));

const thousandths = fc.oneof(fc.constant(0n), fc.bigInt({ min: 1n, max: 999n }));

const decimals = (value: bigint): string =>
  value === 0n ? '' : `.${value.toString().padStart(3, '0').replace(/0+$/, '')}`;

const two = (value: bigint): string => value.toString().padStart(2, '0');

/** Colon forms: sizes in seconds from the first field on. */
const colons = (sizes: readonly bigint[]): fc.Arbitrary<Written> =>
  fc
    .tuple(first, fc.tuple(...sizes.slice(1).map(() => field(60))), thousandths)
    .map(([whole, rest, part]) => {
      const values = [whole, ...rest];
      const last = sizes.at(-1) ?? 1n;
      return {
        text: [whole.toString(), ...rest.map(two)].join(':') + decimals(part),
        thousandths: values.reduce((sum, n, i) => sum + n * (sizes[i] ?? 0n) * 1000n, part * last),
      };
    });

/** Word forms: any of the parts, at least one, with or without spaces. */
const words = (
  parts: readonly { readonly letter: string; readonly size: bigint; readonly free: boolean }[],
): fc.Arbitrary<Written> =>
  fc
    .tuple(
      fc.subarray([...parts], { minLength: 1 }),
      fc.tuple(...parts.map(({ free }) => (free ? first : field(60)))),
      thousandths,
      fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }),
    )
    .map(([kept, numbers, part, spaces]) => {
      const last = kept.at(-1);
      const written = kept.map((each, i) => {
        const number = numbers[parts.indexOf(each)] ?? 0n;
        const own = each === last ? part : 0n;
        const gap = spaces[i] === true ? ' ' : '';
        return {
          text: `${number.toString()}${decimals(own)}${gap}${each.letter}`,
          amount: number * each.size * 1000n + own * each.size,
        };
      });
      return {
        text: written.map(({ text }) => text).join(spaces[5] === true ? ' ' : ''),
        thousandths: written.reduce((sum, { amount }) => sum + amount, 0n),
      };
    });

const d = { letter: 'd', size: 27_000n, free: true };
const h = { letter: 'h', size: 3600n, free: true };
const m = { letter: 'm', size: 60n, free: false };
const s = { letter: 's', size: 1n, free: false };

const WRITERS: Readonly<Record<DurationPattern, fc.Arbitrary<Written>>> = {
  'h:mm': colons([3600n, 60n]),
  'h:mm:ss': colons([3600n, 60n, 1n]),
  'm:ss': colons([60n, 1n]),
  'd h': words([d, h]),
  'd h m': words([d, h, m]),
  'h m': words([h, m]),
  'h m s': words([h, m, s]),
  'm s': words([{ ...m, free: true }, s]),
};

/** The value of a number as evaluation writes it, cross-multiplied so that no division is shared. */
const isEqual = (text: string, n: bigint, size: bigint): boolean => {
  const [over = '', under = '1'] = text.split('/');
  const [whole = '', places = ''] = over.split('.');
  return BigInt(whole + places) * size === n * BigInt(under) * 10n ** BigInt(places.length);
};

describe('a duration', () => {
  const hours = (pattern: DurationPattern): string | undefined =>
    pattern.startsWith('d') ? '7.5' : undefined;

  it.each(DURATION_PATTERNS)(
    'law, read back: what is written in `%s` is read as itself',
    (pattern) => {
      const plans = (['second', 'minute', 'hour'] as const).map(
        (unit) => [unit, planFor(pattern, unit, hours(pattern))] as const,
      );
      let told = 0;
      fc.assert(
        fc.property(WRITERS[pattern], ({ text, thousandths: amount }) => {
          for (const [unit, plan] of plans) {
            const given = read(plan, text);
            expect(isEqual(given, amount, SIZE[unit] * 1000n), `${text} is ${given} ${unit}`).toBe(
              true,
            );
          }
          told += amount > 0n ? 1 : 0;
        }),
        { numRuns: 60 },
      );
      expect(told).toBeGreaterThan(30);
    },
  );

  it.each(DURATION_PATTERNS)(
    'law, closed: a sign, a space or a letter too many is no `%s`',
    (pattern) => {
      const plan = planFor(pattern, 'hour', hours(pattern));
      const spoil = fc.constantFrom<(text: string) => string>(
        (text) => `-${text}`,
        (text) => `+${text}`,
        (text) => ` ${text}`,
        (text) => `${text} `,
        (text) => `${text}\n`,
        (text) => `${text}x`,
        (text) => `${text}:00`,
        (text) => text.replace(/\d/, '٣'),
        (text) => text.toUpperCase().replace(/(\d)$/, '$1H'),
        (text) => text.replace(/\d/, '$&,'),
        (text) => text.replace(/\d/, '$&e1'),
      );
      fc.assert(
        fc.property(WRITERS[pattern], spoil, ({ text }, change) => {
          expect(refusedFor(plan, { values: { took: change(text) } })).toEqual([
            'evidence.duration /values/took',
          ]);
        }),
        { numRuns: 60 },
      );
    },
  );

  it.each<[DurationPattern, string]>([
    ['h:mm', '7:5'],
    ['h:mm', '7:60'],
    ['h:mm', '7:005'],
    ['h:mm', '7.5:30'],
    ['h:mm', ':30'],
    ['h:mm', '7:30:00'],
    ['h:mm', '7'],
    ['h:mm', '7:30.'],
    ['h:mm', '7:.5'],
    ['h:mm:ss', '7:30'],
    ['h:mm:ss', '7:30.5:10'],
    ['h:mm:ss', '7:60:00'],
    ['m:ss', '2:60'],
    ['d h', ''],
    ['d h', '4 h 3 d'],
    ['d h', '3 d 4 d'],
    ['d h', '3.5 d 4 h'],
    ['d h', '3 d 4'],
    ['d h', '3 d 4 m'],
    ['d h', '3  d'],
    ['h m', '60 m'],
    ['h m', '1 h 60 m'],
    ['m s', '60 s'],
    ['m s', '1 m 60.0 s'],
    ['h m', '7:30'],
  ])('in `%s` is not `%s`', (pattern, text) => {
    const plan = planFor(pattern, 'hour', hours(pattern));
    expect(refusedFor(plan, { values: { took: text } })).toEqual([
      'evidence.duration /values/took',
    ]);
  });

  it.each<[DurationPattern, string, string]>([
    ['h:mm', '7:30', '7.5'],
    ['h:mm', '7:59.5', '959/120'],
    ['h:mm', '00:00', '0'],
    ['d h', '3 d 4 h', '26.5'],
    ['d h', '3d4h', '26.5'],
    ['d h', '40 h', '40'],
    ['d h', '3 d 9 h', '31.5'],
    ['d h', '0.5 d', '3.75'],
    ['h m', '7.5 h', '7.5'],
    ['m s', '90 m', '1.5'],
    ['m s', '59.999 s', '59999/3600000'],
  ])('in `%s`, `%s` is %s hours', (pattern, text, expected) => {
    expect(read(planFor(pattern, 'hour', hours(pattern)), text)).toBe(expected);
  });

  it('is never a number: the message shows the pattern and an example', () => {
    const plan = planFor('h:mm', 'hour');
    const given = parseEvidence(plan, { values: { took: 7.5 } });
    const [issue] = given.ok ? [] : given.issues;
    expect(issue?.code).toBe('evidence.duration');
    expect(issue?.params).toMatchObject({ found: '7.5', pattern: 'h:mm', example: '7:30' });
    expect(issue?.help?.en).toContain('`7:30`');
  });

  it.each<[Json]>([[true], [[]], [{}], [{ hours: 7 }]])('is text, and not %j', (given) => {
    expect(refusedFor(planFor('h:mm', 'hour'), { values: { took: given } })).not.toEqual([]);
  });

  it('has at most 40 digits, and text without end is refused at once', () => {
    const plan = planFor('h:mm', 'hour');
    const digits = '9'.repeat(38);
    expect(refusedFor(plan, { values: { took: `${digits}:30` } })).toEqual([]);
    expect(refusedFor(plan, { values: { took: `${digits}9:30` } })).toEqual([
      'evidence.too_precise /values/took',
    ]);
    expect(refusedFor(plan, { values: { took: `${'9'.repeat(90_000)}:30` } })).toEqual([
      'evidence.duration /values/took',
    ]);
    expect(refusedFor(planFor('h m', 'hour'), { values: { took: '1 '.repeat(45_000) } })).toEqual([
      'evidence.duration /values/took',
    ]);
  });

  it('outside its bounds, or off its step, counts as missing, in the unit of the input', () => {
    const plan = planWith(
      partsFor({
        pattern: 'h:mm',
        unit: 'hour',
        min: 1,
        max: 8,
        step: '1/60',
        ifMissing: 'pending',
      }),
    );
    const codes = (took: string): readonly string[] =>
      scorecardOf(plan, { values: { took } }).issues.map(({ code }) => code);
    expect(codes('1:00')).toEqual([]);
    expect(codes('8:00')).toEqual([]);
    expect(codes('0:59')).toContain('evidence.out_of_bounds');
    expect(codes('8:01')).toContain('evidence.out_of_bounds');
    expect(codes('1:30.5')).toContain('evidence.off_step');
  });

  it('is a column like any other, and `ifMissing` gives one in the pattern', () => {
    const plan = planWith({
      cites: { sop: { text: 'SOP', support: 'interpretation' } },
      tables: {
        cases: {
          rowUnit: 'case',
          atMost: 9,
          ifMissing: 'fail',
          row: {
            took: {
              type: 'duration',
              unit: 'minute',
              pattern: 'h m',
              min: 0,
              max: 900,
              step: 1,
              ifMissing: { use: '1 h', cite: 'sop' },
            },
          },
        },
      },
      indicators: {
        score: {
          unit: 'minute',
          rows: { of: 'cases', take: 'sum', read: 'cases.took' },
          round: SHOWN,
        },
      },
    });
    const rows = [['2 h 5 m'], [null], ['5 m']];
    const scorecard = scorecardOf(plan, { tables: { cases: { columns: ['took'], rows } } });
    expect(valueOf(scorecard, 'score')).toBe('190');
    expect(describePolicy(plan, { language: 'en' }).text).toMatch(
      /a duration from 0 to 900 minute, in steps of 1 from 0, written `h\s+m`/,
    );
  });
});

describe('the declaration of a duration', () => {
  const told = (input: JsonObject): readonly string[] =>
    toldOf(partsFor({ unit: 'hour', ...input }));

  it.each<[string, JsonObject, string]>([
    ['needs `dayHours` with days', { pattern: 'd h' }, 'input.day_hours /inputs/took'],
    [
      'takes no `dayHours` without',
      { pattern: 'h m', dayHours: 8 },
      'input.no_days /inputs/took/dayHours',
    ],
    [
      'has days of more than nothing',
      { pattern: 'd h', dayHours: 0 },
      'input.day_hours_range /inputs/took/dayHours',
    ],
    [
      'has days of no more than 24 hours',
      { pattern: 'd h', dayHours: '24.1' },
      'input.day_hours_range /inputs/took/dayHours',
    ],
    [
      'has no days per cent',
      { pattern: 'd h', dayHours: '50%' },
      'number.percent /inputs/took/dayHours',
    ],
    [
      'substitutes no number',
      { pattern: 'h:mm', ifMissing: { use: 7, cite: 'a' } },
      'input.use /inputs/took/ifMissing/use',
    ],
    ['knows no other pattern', { pattern: 'mm:ss' }, 'policy.value /inputs/took/pattern'],
    ['knows no other unit', { pattern: 'h:mm', unit: 'day' }, 'policy.value /inputs/took/unit'],
  ])('%s', (_, input, expected) => {
    expect(told(input)).toContain(expected);
  });

  it('shows for each pattern an example that the pattern reads', () => {
    for (const pattern of DURATION_PATTERNS) {
      const plan = planFor(pattern, 'second', pattern.startsWith('d') ? 24 : undefined);
      expect(refusedFor(plan, { values: { took: DURATION_EXAMPLES[pattern] } })).toEqual([]);
    }
  });
});
