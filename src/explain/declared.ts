import { dayText } from '../day.js';
import type { Text } from '../issue.js';
import type { Plan } from '../plan/plan.js';
import type { CurveSpec } from '../indicator/named-curve.js';
import type { LookupValues } from '../indicator/named-lookup.js';
import type { MatrixSpec } from '../indicator/named-matrix.js';
import type { ParameterSpec, ParameterValue, ScaleSpec } from '../policy/policy.js';
import type { NumberLiteral } from '../rule/rule.js';
import { dateInWords } from './date.js';
import type { Language, Row, Section } from './explanation.js';
import { citeNotes, literalText, titleNotes, unitAfter } from './policy-words.js';
import { say, type Template } from './say.js';

const HEADINGS = {
  scales: { id: 'Skala', en: 'Scales' },
  parameters: { id: 'Parameter', en: 'Parameters' },
  curves: { id: 'Kurva', en: 'Curves' },
  matrices: { id: 'Matriks', en: 'Matrices' },
  lookups: { id: 'Tabel', en: 'Lookups' },
} as const satisfies Record<string, Text>;

const NUMERIC: Template = {
  id: 'terburuk {worst}, penuh {full}, terbaik {best}',
  en: 'worst {worst}, full {full}, best {best}',
};
const STEPPED: Template = {
  id: 'jawaban berjarak {step}',
  en: 'answers are {step} apart',
};
const ORDERED: Template = {
  id: 'dari terburuk ke terbaik: {labels}',
  en: 'from worst to best: {labels}',
};
const SINCE: Template = { id: 'mulai {date}: {value}', en: 'from {date}: {value}' };
const OPEN: Template = {
  id: 'boleh ditetapkan daerah antara {min} dan {max}',
  en: 'a region may set it between {min} and {max}',
};
const BY: Template = { id: 'menurut {by}', en: 'by {by}' };
const FIXED: Template = { id: 'tetap', en: 'fixed' };
const MAPS: Template = { id: 'dari {from} ke {to}', en: 'from {from} to {to}' };
const LINE: Template = {
  id: 'lurus di antara titik-titik {points}',
  en: 'straight between the points {points}',
};
const HOLD: Template = {
  id: 'di luar kedua ujung: nilai ujungnya',
  en: 'outside the ends: the value at the end',
};
const EXTEND: Template = {
  id: 'di luar kedua ujung: garis terakhir diteruskan',
  en: 'outside the ends: the last piece goes on',
};
const OUTSIDE: Template = {
  id: 'di luar kedua ujung: tidak ada nilainya',
  en: 'outside the ends: no value',
};
const STEP = {
  from: { id: 'mulai {edge}: {gives}', en: 'from {edge} on: {gives}' },
  above: { id: 'di atas {edge}: {gives}', en: 'above {edge}: {gives}' },
  missing: { id: 'bila tidak ada: {gives}', en: 'when missing: {gives}' },
  below: { id: 'di bawah semua batas: {gives}', en: 'below every edge: {gives}' },
} as const satisfies Record<string, Template>;
const CELLS: Template = {
  id: '{rows} menurut baris, {columns} menurut kolom, memberi {gives}',
  en: '{rows} by row, {columns} by column, gives {gives}',
};

const ENTRIES: Template = {
  id: 'menurut {keys}, memberi {gives}',
  en: 'by {keys}, gives {gives}',
};

const scaleRow = (name: string, scale: ScaleSpec, language: Language): Row => {
  const notes = titleNotes(scale.title, name, language);
  if ('labels' in scale) {
    const labels = scale.labels.map((label) => {
      const title = scale.titles?.[label]?.[language];
      return title === undefined || title === label ? label : `${label} (${title})`;
    });
    return { label: name, value: say(ORDERED, language, { labels: labels.join(', ') }), notes };
  }
  const text = (literal: NumberLiteral): string => literalText(literal, language);
  const { worst, full, best, step } = scale;
  const ends = { worst: text(worst), full: text(full), best: text(best) };
  return {
    label: name,
    value: say(NUMERIC, language, ends),
    notes: [
      ...notes,
      ...(step === undefined ? [] : [say(STEPPED, language, { step: text(step) })]),
    ],
  };
};

/** The scales: units with ends, and labels in their order. */
export const scaleSection = ({ policy }: Plan, language: Language): Section => ({
  heading: HEADINGS.scales[language],
  rows: Object.entries(policy.scales ?? {}).map(([name, scale]) => scaleRow(name, scale, language)),
});

const parameterRow = (name: string, spec: ParameterSpec, plan: Plan, language: Language): Row => {
  const { is, since = {}, by, open, unit, title, cite } = spec;
  const values = plan.layout.parameters.find(({ slot }) => slot.name === name)?.values ?? [];
  const number = (literal: NumberLiteral): string =>
    literalText(literal, language) + unitAfter(unit);
  const text = (given: ParameterValue): string =>
    typeof given === 'object'
      ? Object.entries(given)
          .map(([label, literal]) => `${label} ${number(literal)}`)
          .join(', ')
      : number(given);
  const dated = values.map(({ from }) => {
    const day = from === undefined ? '' : dayText(from);
    const value = text(since[day] ?? '');
    return say(SINCE, language, { date: dateInWords(day, language), value });
  });
  const bounds = open && { min: text(open.min), max: text(open.max) };
  return {
    label: name,
    value: is === undefined ? dated.join('; ') : text(is),
    notes: [
      ...titleNotes(title, name, language),
      ...(by === undefined ? [] : [say(BY, language, { by })]),
      say(bounds === undefined ? FIXED : OPEN, language, bounds),
      ...citeNotes(cite, language),
    ],
  };
};

/** The parameters: their values by date, their bounds and what they rest on. */
export const parameterSection = (plan: Plan, language: Language): Section => ({
  heading: HEADINGS.parameters[language],
  rows: Object.entries(plan.policy.parameters ?? {}).map(([name, spec]) =>
    parameterRow(name, spec, plan, language),
  ),
});

const curveNotes = (spec: CurveSpec, language: Language): readonly string[] => {
  const text = (literal: NumberLiteral): string => literalText(literal, language);
  if (spec.line !== undefined) {
    const points = spec.line.map(([x, y]) => `(${text(x)}; ${text(y)})`).join(' ');
    const outside = { hold: HOLD, extend: EXTEND, none: OUTSIDE }[spec.outside ?? 'none'];
    return [say(LINE, language, { points }), say(outside, language)];
  }
  return (spec.steps ?? []).map(({ from, above, missing, gives }) => {
    const edge = from ?? above;
    const template =
      missing === true
        ? STEP.missing
        : edge === undefined
          ? STEP.below
          : STEP[from === undefined ? 'above' : 'from'];
    return say(template, language, {
      gives: text(gives),
      ...(edge === undefined ? {} : { edge: text(edge) }),
    });
  });
};

/** The named curves, point by point or step by step. */
export const curveSection = ({ policy }: Plan, language: Language): Section => ({
  heading: HEADINGS.curves[language],
  rows: Object.entries(policy.curves ?? {}).map(([name, spec]) => ({
    label: name,
    value: say(MAPS, language, { from: spec.from, to: spec.to }),
    notes: [...curveNotes(spec, language), ...citeNotes(spec.cite, language)],
  })),
});

const matrixNotes = ({ cells }: MatrixSpec): readonly string[] =>
  Object.entries(cells).map(
    ([row, columns]) =>
      `${row}: ${Object.entries(columns)
        .map(([column, gives]) => `${column} → ${gives}`)
        .join('; ')}`,
  );

/** The named matrices, cell by cell. */
export const matrixSection = ({ policy }: Plan, language: Language): Section => ({
  heading: HEADINGS.matrices[language],
  rows: Object.entries(policy.matrices ?? {}).map(([name, spec]) => ({
    label: name,
    value: say(CELLS, language, { rows: spec.rows, columns: spec.columns, gives: spec.gives }),
    notes: [...matrixNotes(spec), ...citeNotes(spec.cite, language)],
  })),
});

/** Every entry of a lookup under the labels that lead to it. */
const entriesOf = (
  values: LookupValues,
  language: Language,
  path: readonly string[],
): readonly string[] =>
  typeof values === 'object'
    ? Object.entries(values).flatMap(([label, inner]) =>
        entriesOf(inner, language, [...path, label]),
      )
    : [`${path.join(', ')} → ${literalText(values, language)}`];

/** The named lookups, entry by entry. */
export const lookupSection = ({ policy }: Plan, language: Language): Section => ({
  heading: HEADINGS.lookups[language],
  rows: Object.entries(policy.lookups ?? {}).map(([name, spec]) => ({
    label: name,
    value: say(ENTRIES, language, {
      keys: spec.keys.map((key) => (typeof key === 'string' ? key : key.unit)).join(', '),
      gives: spec.unit ?? spec.scale ?? '',
    }),
    notes: [...entriesOf(spec.values, language, []), ...citeNotes(spec.cite, language)],
  })),
});
