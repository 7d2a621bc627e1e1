import type { EvidenceTable, EvidenceValue, PanelTotals } from '../../src/evidence/evidence.js';
import type { PlainDocument as EvidenceDocument } from './plain.js';
import type { InputSpec, PanelSpec, Policy } from '../../src/policy/policy.js';
import {
  add,
  decimalText,
  type Fraction,
  fraction,
  multiply,
  parse,
  placesOf,
} from './fraction.js';
import { LABEL_SCALES, LANDMARKS } from './names.js';
import type { Tape } from './tape.js';

/** How often, in a hundred, a value is not there. */
export interface Gaps {
  readonly missing: number;
  readonly unusable: number;
}

const written = (tape: Tape, value: Fraction): number | string => {
  const text = decimalText(value, placesOf(value) ?? 6);
  return tape.chance(40) ? text : Number(text);
};

const numberFor = (
  tape: Tape,
  spec: InputSpec & { type: 'decimal' | 'integer' },
  gaps: Gaps,
): number | string => {
  const [min, max] = [parse(spec.min), parse(spec.max)];
  if (tape.chance(gaps.unusable)) {
    const off = tape.pick([
      add(max, fraction(1n, 100n)),
      add(min, fraction(-1n)),
      add(min, fraction(1n, 1000n)),
    ]);
    return written(tape, off);
  }
  const step =
    spec.type === 'integer'
      ? fraction(1n)
      : spec.step === undefined
        ? fraction(1n, BigInt(10 ** tape.int(4)))
        : parse(spec.step);
  const landmarks = (LANDMARKS[spec.unit] ?? []).map(parse).filter((value) => {
    const isInside = value.n * min.d >= min.n * value.d && value.n * max.d <= max.n * value.d;
    const steps = multiply(add(value, fraction(-min.n, min.d)), fraction(step.d, step.n));
    return isInside && steps.d === 1n;
  });
  if (landmarks.length > 0 && tape.chance(60)) return written(tape, tape.pick(landmarks));
  const whole = multiply(add(max, fraction(-min.n, min.d)), fraction(step.d, step.n));
  const steps = Number(whole.n / whole.d);
  return written(tape, add(min, multiply(step, fraction(BigInt(tape.int(steps + 1))))));
};

const DAYS = ['2026-02-01', '2026-05-15', '2026-08-31', '2026-04-01', '2025-12-31', '2026-07-01'];

const valueFor = (tape: Tape, spec: InputSpec, gaps: Gaps): EvidenceValue => {
  if (tape.chance(gaps.missing)) return null;
  switch (spec.type) {
    case 'boolean':
      return tape.chance(50);
    case 'date':
      return tape.pick(DAYS);
    case 'label':
      return tape.pick<string>(
        spec.scale === 'grade' || spec.scale === 'class'
          ? LABEL_SCALES[spec.scale]
          : (spec.labels ?? []),
      );
    case 'duration':
      throw new TypeError('no duration is drawn');
    default:
      return numberFor(tape, spec, gaps);
  }
};

/** Rows as objects or as columns; a missing cell is null, or in an object not there. */
const tableOf = (
  tape: Tape,
  rows: readonly Readonly<Record<string, EvidenceValue>>[],
): EvidenceTable => {
  if (tape.chance(50)) {
    return rows.map((cells) =>
      Object.fromEntries(
        Object.entries(cells).filter(([, value]) => value !== null || tape.chance(50)),
      ),
    );
  }
  const columns = Object.keys(rows[0] ?? {});
  return { columns, rows: rows.map((cells) => columns.map((column) => cells[column] ?? null)) };
};

const answerFor = (tape: Tape, gaps: Gaps): EvidenceValue => {
  if (tape.chance(gaps.missing)) return null;
  if (tape.chance(gaps.unusable)) return tape.pick([0, 6, '3.5']);
  const answer = 1 + tape.int(5);
  return tape.chance(20) ? String(answer) : answer;
};

/** Whether nothing but means and counts of the panel are read. */
const takesTotals = (policy: Policy, name: string, panel: PanelSpec): boolean =>
  Object.values(panel.sources).every(({ take }) => take === 'mean') &&
  !Object.values(policy.indicators).some(
    (indicator) =>
      indicator.per === name ||
      ('rows' in indicator &&
        indicator.rows.of === name &&
        (indicator.rows.take !== 'count' || indicator.rows.where !== undefined)),
  );

const totalsOf = (tape: Tape, panel: PanelSpec): PanelTotals => ({
  totals: Object.fromEntries(
    Object.keys(panel.sources).map((source) => {
      const count = tape.int(5);
      const answered = Math.max(0, count - tape.int(2));
      const sums = Object.keys(panel.questions).map((asked) => [
        asked,
        answered * (1 + tape.int(5)),
      ]);
      const few = Object.keys(panel.questions).map((asked) => [asked, answered]);
      return [
        source,
        {
          count,
          sums: Object.fromEntries(sums),
          ...(answered < count ? { answered: Object.fromEntries(few) } : {}),
        },
      ];
    }),
  ),
});

const panelOf = (tape: Tape, panel: PanelSpec, gaps: Gaps): EvidenceTable => {
  const sources = Object.keys(panel.sources);
  const isNamed = sources.length > 1 || tape.chance(30);
  const rows = Array.from({ length: tape.int(7) }, () => ({
    ...(isNamed ? { source: tape.pick(sources) } : {}),
    ...Object.fromEntries(
      Object.keys(panel.questions).map((asked) => [asked, answerFor(tape, gaps)]),
    ),
  }));
  return tableOf(tape, rows);
};

export const evidenceFor = (policy: Policy, tape: Tape, gaps: Gaps): EvidenceDocument => {
  const values = Object.fromEntries(
    Object.entries(policy.inputs ?? {})
      .map(([name, spec]): readonly [string, EvidenceValue] => [name, valueFor(tape, spec, gaps)])
      .filter(([, value]) => value !== null || tape.chance(50)),
  );
  const tables = Object.fromEntries(
    Object.entries(policy.tables ?? {}).flatMap(
      ([name, { row }]): (readonly [string, EvidenceTable | null])[] => {
        if (tape.chance(gaps.missing / 2)) return tape.chance(50) ? [] : [[name, null]];
        const rows = Array.from({ length: tape.int(5) }, () =>
          Object.fromEntries(
            Object.entries(row).map(([field, spec]): readonly [string, EvidenceValue] => [
              field,
              valueFor(tape, spec, gaps),
            ]),
          ),
        );
        return [[name, tableOf(tape, rows)]];
      },
    ),
  );
  const panels = Object.fromEntries(
    Object.entries(policy.panels ?? {}).flatMap(
      ([name, panel]): (readonly [string, EvidenceTable | PanelTotals | null])[] => {
        if (tape.chance(gaps.missing / 2)) return tape.chance(50) ? [] : [[name, null]];
        if (takesTotals(policy, name, panel) && tape.chance(30))
          return [[name, totalsOf(tape, panel)]];
        return [[name, panelOf(tape, panel, gaps)]];
      },
    ),
  );
  return {
    ...(tape.chance(50) ? { asOf: tape.pick(DAYS) } : {}),
    values,
    ...(Object.keys(tables).length > 0 ? { tables } : {}),
    ...(Object.keys(panels).length > 0 ? { panels } : {}),
  };
};
