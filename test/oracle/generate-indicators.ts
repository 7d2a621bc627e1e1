import type { Indicator, IndicatorCommon, Limit, RoundSpec } from '../../src/policy/policy.js';
import type { NumberLiteral, Rule } from '../../src/rule/rule.js';
import { labelVerb, truthVerb } from './generate-labels.js';
import { numberVerb } from './generate-numbers.js';
import { literal, numberSlot, truthRule } from './generate-rules.js';
import { type Kind, LABEL_SCALES, type LabelScale, type Named, readable } from './names.js';
import type { Adjustment, Verb } from './specs.js';
import { MODES, type Surroundings } from './surroundings.js';
import type { Tape } from './tape.js';

const adjustments = (tape: Tape, unit: string, names: readonly Named[]): readonly Adjustment[] =>
  ['first', 'second', 'third'].slice(0, 1 + tape.int(3)).map((id): Adjustment => {
    const common = { id, ...(tape.chance(40) ? { when: truthRule(tape, names, 1) } : {}) };
    const most = tape.chance(40) ? { atMost: literal(tape, unit) } : {};
    // An amount of its own is seldom negative.
    const amount = tape.chance(60) ? literal(tape, unit) : numberSlot(tape, unit, names);
    switch (tape.int(5)) {
      case 4:
        return { ...common, limit: amount };
      case 1:
        return { ...common, add: amount, ...most };
      case 2:
        return { ...common, cap: amount };
      case 3:
        return { ...common, floor: amount };
      default:
        return { ...common, deduct: amount, ...most };
    }
  });

const limits = (tape: Tape, labels: readonly string[], names: readonly Named[]): readonly Limit[] =>
  ['first', 'second'].slice(0, 1 + tape.int(2)).map((id): Limit => {
    const limit = { id, when: truthRule(tape, names, 1) };
    return tape.chance(50)
      ? { ...limit, atMost: tape.pick(labels) }
      : { ...limit, atLeast: tape.pick(labels) };
  });

/** A rounding; a score's is to places or a decimal step. */
const roundSpec = (tape: Tape): RoundSpec => {
  const how = { mode: tape.pick(MODES), for: tape.pick(['use', 'show', 'use'] as const) };
  return tape.chance(25)
    ? { step: tape.pick<NumberLiteral>(['0.5', '0.25', 5, '0.125', '0.1']), ...how }
    : { places: tape.int(4), ...how };
};

const REASON = { id: 'tidak dapat dipakai', en: 'not usable' };

export interface Wanted {
  readonly kind?: Kind;
  readonly table?: string | undefined;
  /** A score: outside rows, rounded. */
  readonly isScore?: boolean;
  /** What a rating reads. */
  readonly rates?: Named;
  /** Where it applies. */
  readonly when?: Rule;
  /** A verb already chosen. */
  readonly verb?: Verb;
}

const UNITS_WANTED = [
  'points',
  'points',
  'points',
  'points',
  'index',
  'ratio',
  'ratio',
  'risk',
  'day',
  'answer',
  'hour',
  'person',
  'minute',
  'task',
  'form',
];

/** An indicator: a verb that fits its type, and some tails. */
export const indicatorOf = (around: Surroundings, wanted: Wanted = {}): Indicator => {
  const { tape } = around;
  const table =
    'table' in wanted
      ? wanted.table
      : around.tables.length > 0 && tape.chance(25)
        ? tape.pick(around.tables)
        : undefined;
  const names = readable(around.names, table);
  const kind = wanted.kind ?? kindOf(tape);
  const common: IndicatorCommon = {
    ...(kind.is === 'number' ? { unit: kind.unit } : {}),
    ...(kind.is === 'label' && kind.scale !== undefined ? { scale: kind.scale } : {}),
    ...(table === undefined ? {} : { per: table }),
  };
  const chosen = (): Verb =>
    kind.is === 'number'
      ? numberVerb(around, kind.unit, table)
      : kind.is === 'label'
        ? labelVerb(around, kind.scale === 'class' ? 'class' : 'grade', table, wanted.rates)
        : truthVerb(around, table);
  // A result that does not apply or cannot be used hides everything it rests on.
  const isResult = wanted.isScore === true || wanted.rates !== undefined;
  const tails: IndicatorCommon = {
    ...(wanted.when !== undefined
      ? { when: wanted.when }
      : tape.chance(isResult ? 4 : 12)
        ? { when: truthRule(tape, names, 1) }
        : {}),
    ...(tape.chance(isResult ? 4 : 10)
      ? { usable: { when: truthRule(tape, names, 1), reason: REASON } }
      : {}),
    ...(kind.is === 'number' && tape.chance(25)
      ? { adjust: adjustments(tape, kind.unit, names) }
      : {}),
    ...(kind.is === 'label' && tape.chance(25) ? { limits: limits(tape, kind.labels, names) } : {}),
    ...(kind.is === 'number' && (wanted.isScore === true || tape.chance(30))
      ? { round: roundSpec(tape) }
      : {}),
  };
  // Each verb above is the body of one key: the union cannot see that through the spread.
  return { ...common, ...tails, ...(wanted.verb ?? chosen()) } as Indicator;
};

export const kindOf = (tape: Tape): Kind => {
  const choice = tape.int(10);
  if (choice === 9) return { is: 'truth' };
  if (choice >= 7) {
    const scale = tape.pick<LabelScale>(['grade', 'class']);
    return { is: 'label', scale, labels: LABEL_SCALES[scale] };
  }
  return { is: 'number', unit: tape.pick(UNITS_WANTED) };
};
