import * as fc from 'fast-check';
import type { PlainDocument as EvidenceDocument } from './plain.js';
import type { Indicator, Policy } from '../../src/policy/policy.js';
import type { CurveSpec, LookupSpec } from './specs.js';
import { evidenceFor, type Gaps } from './generate-evidence.js';
import { indicatorOf, type Surroundings, type Wanted } from './generate-indicators.js';
import { inputsOf, panelsOf, parametersOf, tablesOf } from './generate-parts.js';
import { type Kind, LABEL_SCALES, type Named, namesOfEvidence, NUMERIC_SCALES } from './names.js';
import { sharpened } from './sharpen.js';
import { type Tape, tapeOf } from './tape.js';

export interface PolicyAndEvidence {
  readonly policy: Policy;
  readonly evidence: EvidenceDocument;
}

/** Every decision, part by part, so that parts shrink by themselves. */
interface Decisions {
  readonly parts: readonly number[];
  readonly indicators: readonly (readonly number[])[];
  readonly result: readonly number[];
  readonly evidence: readonly number[];
  readonly ties: readonly number[];
}

const TEXT = { id: 'kebijakan acak', en: 'random policy' };

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

const policyOf = ({ parts, indicators: tapes, result }: Decisions): Policy => {
  const tape = tapeOf(parts);
  const inputs = inputsOf(tape);
  const parameters = parametersOf(tape);
  const tables = tablesOf(tape, namesOfEvidence({ inputs, parameters }));
  const panels = panelsOf(tape);
  const names: Named[] = [...namesOfEvidence({ inputs, parameters, tables, panels })];
  const curves: Record<string, CurveSpec> = {};
  const lookups: Record<string, LookupSpec> = {};
  const indicators: Record<string, Indicator> = {};
  const rowUnits = Object.fromEntries([
    ...Object.entries(tables).map(([name, { rowUnit }]) => [name, rowUnit]),
    ...Object.entries(panels).map(([name, { rowUnit = 'person' }]) => [name, rowUnit]),
  ]);

  const put = (name: string, own: Tape, wanted: Wanted = {}): Named => {
    const around: Surroundings = {
      tape: own,
      names,
      tables: [...Object.keys(tables), ...Object.keys(panels)],
      panels: Object.keys(panels),
      rowUnits,
      curves,
      lookups,
    };
    const indicator = indicatorOf(around, wanted);
    indicators[name] = indicator;
    const text = JSON.stringify(indicator);
    const named: Named = {
      name,
      kind: kindOfIndicator(indicator),
      ...(indicator.per === undefined ? {} : { table: indicator.per }),
      isPlain: false,
      isIrrational:
        indicator.round?.for !== 'use' &&
        ('geometric' in indicator ||
          'power' in indicator ||
          names.some((each) => each.isIrrational === true && text.includes(`"${each.name}"`))),
    };
    names.push(named);
    return named;
  };
  for (const [at, numbers] of tapes.entries()) put(`i${String(at)}`, tapeOf(numbers));

  const last = tapeOf(result);
  const score = put('score', last, {
    kind: { is: 'number', unit: 'points' },
    table: undefined,
    isScore: true,
  });
  const isRated = !last.chance(10);
  if (isRated) {
    const kind: Kind = { is: 'label', scale: 'grade', labels: LABEL_SCALES.grade };
    put('rating', last, { kind, table: undefined, rates: score });
  }
  return {
    timbang: 1,
    id: 'random/policy',
    version: '1.0.0',
    subject: 'person',
    title: TEXT,
    effective: { from: '2026-01-01' },
    cites: { source: { text: 'random', support: 'interpretation' } },
    scales: {
      ...NUMERIC_SCALES,
      grade: { labels: LABEL_SCALES.grade },
      class: { labels: LABEL_SCALES.class },
    },
    parameters,
    inputs,
    tables,
    panels,
    curves,
    matrices: { cross: { rows: 'grade', columns: 'class', gives: 'grade', cells: CELLS } },
    lookups,
    indicators,
    result: { score: 'score', ...(isRated ? { rating: 'rating' } : {}) },
  };
};

const tapeOfLength = (length: number): fc.Arbitrary<number[]> =>
  fc.array(fc.nat({ max: 999_999 }), { minLength: 0, maxLength: length, size: 'max' });

const fullTape = (length: number): fc.Arbitrary<number[]> =>
  fc.oneof(
    {
      arbitrary: fc.array(fc.nat({ max: 999_999 }), { minLength: length, maxLength: length }),
      weight: 9,
    },
    { arbitrary: tapeOfLength(length), weight: 1 },
  );

const decisions: fc.Arbitrary<Decisions> = fc.record({
  parts: fullTape(150),
  indicators: fc.array(fullTape(80), { minLength: 1, maxLength: 10, size: 'max' }),
  result: fullTape(120),
  evidence: fullTape(250),
  ties: fullTape(20),
});

const documents = (made: Decisions, gaps: Gaps): PolicyAndEvidence => {
  const policy = policyOf(made);
  return { policy, evidence: evidenceFor(policy, tapeOf(made.evidence), gaps) };
};

/** A valid policy and well-typed evidence for it, with gaps. */
export const policyAndEvidence: fc.Arbitrary<PolicyAndEvidence> = decisions.map((made) =>
  documents(made, { missing: 9, unusable: 4 }),
);

/** The same with few gaps, and with edges, comparisons and roundings put exactly on the values they meet. */
export const adversarialPolicyAndEvidence: fc.Arbitrary<PolicyAndEvidence> = decisions.map(
  (made) => {
    const { policy, evidence } = documents(made, { missing: 2, unusable: 1 });
    return { policy: sharpened(policy, evidence, tapeOf(made.ties)), evidence };
  },
);
