import type { Indicator, Policy } from '../../src/policy/policy.js';
import type { Rule } from '../../src/rule/rule.js';
import { indicatorOf, kindOf, type Wanted } from './generate-indicators.js';
import { laterInputs, parametersOf } from './generate-parameters.js';
import { inputsOf, panelsOf, tablesOf } from './generate-parts.js';
import { truthRule } from './generate-rules.js';
import {
  type Kind,
  LABEL_SCALES,
  type Named,
  namesOfEvidence,
  NUMERIC_SCALES,
  readable,
} from './names.js';
import type { CurveSpec, LookupSpec } from './specs.js';
import type { Surroundings } from './surroundings.js';
import { type Tape, tapeOf } from './tape.js';

/** Every decision on a policy, part by part, so that parts shrink by themselves. */
export interface PolicyDecisions {
  readonly parts: readonly number[];
  readonly indicators: readonly (readonly number[])[];
  readonly result: readonly number[];
}

const CITES = { source: { text: 'random', support: 'interpretation' } } as const;

const CELLS = Object.fromEntries(
  LABEL_SCALES.grade.map((grade, row) => [
    grade,
    Object.fromEntries(
      LABEL_SCALES.class.map((level, column) => [
        level,
        LABEL_SCALES.grade[(row * 2 + column) % 5] ?? grade,
      ]),
    ),
  ]),
);

const kindOfIndicator = (indicator: Indicator): Kind => {
  if (indicator.unit !== undefined) return { is: 'number', unit: indicator.unit };
  if (indicator.scale === 'grade' || indicator.scale === 'class') {
    return { is: 'label', scale: indicator.scale, labels: LABEL_SCALES[indicator.scale] };
  }
  return { is: 'truth' };
};

export const namedIndicator = (name: string, indicator: Indicator): Named => ({
  name,
  kind: kindOfIndicator(indicator),
  ...(indicator.per === undefined ? {} : { table: indicator.per }),
  isPlain: false,
});

/** Indicators in the making, and what they may read. */
export interface Draft {
  readonly names: Named[];
  readonly indicators: Record<string, Indicator>;
  readonly curves: Record<string, CurveSpec>;
  readonly lookups: Record<string, LookupSpec>;
  readonly around: Omit<Surroundings, 'tape' | 'names' | 'curves' | 'lookups'>;
}

/** A draft over the evidence of a policy. */
export const draftOver = (
  { tables = {}, panels = {} }: Pick<Policy, 'tables' | 'panels'>,
  names: readonly Named[],
  more: Pick<Surroundings, 'prefix' | 'slots'>,
): Draft => ({
  names: [...names],
  indicators: {},
  curves: {},
  lookups: {},
  around: {
    tables: [...Object.keys(tables), ...Object.keys(panels)],
    rowUnits: Object.fromEntries([
      ...Object.entries(tables).map(([name, { rowUnit }]) => [name, rowUnit]),
      ...Object.entries(panels).map(([name, { rowUnit = 'person' }]) => [name, rowUnit]),
    ]),
    ...more,
  },
});

/** An indicator that reads what the draft knows, not yet part of it. */
export const drawn = (draft: Draft, tape: Tape, wanted: Wanted = {}): Indicator => {
  const { names, curves, lookups, around } = draft;
  return indicatorOf({ tape, names, curves, lookups, ...around }, wanted);
};

/** One more indicator of the draft. */
export const put = (draft: Draft, name: string, tape: Tape, wanted: Wanted = {}): Named => {
  const indicator = drawn(draft, tape, wanted);
  draft.indicators[name] = indicator;
  const named = namedIndicator(name, indicator);
  draft.names.push(named);
  return named;
};

/** Two of which at most one applies, and the one that does. */
const putOneOfTwo = (draft: Draft, name: string, tape: Tape): void => {
  const drawn = kindOf(tape);
  const kind: Kind = drawn.is === 'number' ? drawn : { is: 'number', unit: 'points' };
  const when: Rule = truthRule(tape, readable(draft.names, undefined), 1);
  const one = { kind, table: undefined };
  const of = [
    put(draft, `${name}-a`, tape, { ...one, when }),
    put(draft, `${name}-b`, tape, { ...one, when: { '!': [when] } }),
  ].map(({ name }) => name);
  put(draft, `${name}-only`, tape, { ...one, verb: { only: { of } } });
};

/** Indicators, one from each tape. */
const putAll = (draft: Draft, tapes: readonly (readonly number[])[], prefix: string): void => {
  for (const [at, numbers] of tapes.entries()) {
    const tape = tapeOf(numbers);
    const name = `${prefix}${String(at)}`;
    if (tape.chance(8)) putOneOfTwo(draft, name, tape);
    else put(draft, name, tape);
  }
};

/** A whole policy; `slots` is how often, in a hundred, one of its verbs may be a slot. */
export const policyOf = ({ parts, indicators, result }: PolicyDecisions, slots = 20): Policy => {
  const tape = tapeOf(parts);
  const first = inputsOf(tape);
  const parameters = parametersOf(tape, namesOfEvidence({ inputs: first }));
  const inputs = {
    ...first,
    ...laterInputs(tape, namesOfEvidence({ inputs: first, parameters })),
  };
  const tables = tablesOf(tape, namesOfEvidence({ inputs, parameters }));
  const panels = panelsOf(tape);
  const names = namesOfEvidence({ inputs, parameters, tables, panels });
  const draft = draftOver({ tables, panels }, names, { prefix: '', slots });
  putAll(draft, indicators, 'i');
  const last = tapeOf(result);
  const score = put(draft, 'score', last, {
    kind: { is: 'number', unit: last.pick(['points', 'points', 'points', 'risk']) },
    table: undefined,
    isScore: true,
  });
  const isRated = !last.chance(10);
  if (isRated) {
    const kind: Kind = { is: 'label', scale: 'grade', labels: LABEL_SCALES.grade };
    put(draft, 'rating', last, { kind, table: undefined, rates: score });
  }
  return {
    timbang: 1,
    id: 'random/policy',
    version: '1.0.0',
    subject: 'person',
    title: { id: 'kebijakan acak', en: 'random policy' },
    effective: { from: '2026-01-01' },
    cites: CITES,
    scales: {
      ...NUMERIC_SCALES,
      grade: { labels: LABEL_SCALES.grade },
      class: { labels: LABEL_SCALES.class },
    },
    parameters,
    inputs,
    tables,
    panels,
    curves: draft.curves,
    matrices: { cross: { rows: 'grade', columns: 'class', gives: 'grade', cells: CELLS } },
    lookups: draft.lookups,
    indicators: draft.indicators,
    result: { score: 'score', ...(isRated ? { rating: 'rating' } : {}) },
  };
};
