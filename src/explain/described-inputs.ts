import type { Text } from '../issue.js';
import { exactText } from '../number/decimal.js';
import type { InputPlan, PanelPlan, Plan, TablePlan } from '../plan/plan.js';
import type { MemberRead } from '../policy/groups.js';
import type { IfMissing, InputSpec, PanelSource, PanelSpec } from '../policy/policy.js';
import { unitText } from '../unit.js';
import type { Language, Row, Section } from './explanation.js';
import { percentage } from './figure.js';
import { citeNotes, literalText, ruleText, titleNotes, unitAfter } from './policy-words.js';
import { say, type Template } from './say.js';
import { truthText } from './value.js';

const WORDS = {
  inputs: { id: 'Data masukan', en: 'Inputs' },
  table: { id: 'Tabel {name}', en: 'Table {name}' },
  panel: { id: 'Panel {name}', en: 'Panel {name}' },
  rows: {
    id: 'satu baris = satu {unit}; paling banyak {atMost} baris',
    en: 'a row is one {unit}; at most {atMost} rows',
  },
  answers: { id: 'dijawab pada skala {scale}', en: 'answered on the scale {scale}' },
  answerLabels: { id: 'jawaban: {labels}', en: 'answers: {labels}' },
  rowTotals: {
    id: 'jumlah dan banyaknya baris saja juga diterima',
    en: 'sums and counts of rows are accepted as well',
  },
  totals: {
    id: 'jumlah dan banyaknya jawaban saja juga diterima',
    en: 'sums and counts of answers are accepted as well',
  },
  question: { id: 'pertanyaan', en: 'question' },
  source: {
    id: 'sumber penilai, bagian {share}: {take} jawabannya, sedikitnya {atLeast}',
    en: 'source, share {share}: the {take} of its answers, at least {atLeast}',
  },
  members: {
    id: 'satu baris = satu kartu nilai menurut {policy}, sidik {digest}',
    en: 'a row is a scorecard by {policy}, digest {digest}',
  },
  card: {
    id: 'dibaca dari kartu nilai menurut {policy}, sidik {digest}: {read}',
    en: 'read from a scorecard by {policy}, digest {digest}: {read}',
  },
  column: { id: '{name}: {read}', en: '{name}: {read}' },
  score: { id: 'nilainya', en: 'its score' },
  rating: { id: 'predikatnya', en: 'its rating' },
  shown: { id: 'indikator {name}, seperti ditampilkan', en: 'indicator {name}, as shown' },
  exact: { id: 'indikator {name}, sebelum dibulatkan', en: 'indicator {name}, before rounding' },
  rest: { id: 'sisanya ({share})', en: 'the rest ({share})' },
  when: { id: 'berlaku bila {rule}', en: 'applies where {rule}' },
  step: { id: ', kelipatan {step} dari {from}', en: ', in steps of {step} from {from}' },
  decimal: { id: 'bilangan {min} sampai {max}', en: 'a number from {min} to {max}' },
  integer: { id: 'bilangan bulat {min} sampai {max}', en: 'a whole number from {min} to {max}' },
  duration: { id: 'lama waktu {min} sampai {max}', en: 'a duration from {min} to {max}' },
  written: { id: ', ditulis `{pattern}`', en: ', written `{pattern}`' },
  day: { id: ', satu hari {hours} jam', en: ', a day of {hours} hours' },
  boolean: { id: 'ya atau tidak', en: 'yes or no' },
  date: { id: 'tanggal', en: 'a date' },
  label: { id: 'salah satu dari: {labels}', en: 'one of: {labels}' },
  scale: { id: 'skala {scale}: {labels}', en: 'scale {scale}: {labels}' },
} as const satisfies Record<string, Template>;

const TAKE: Readonly<Record<PanelSource['take'], Text>> = {
  mean: { id: 'rata-rata', en: 'mean' },
  median: { id: 'median', en: 'median' },
};

/** What an absence leads to, after `when missing: `. */
const MISSING: Readonly<Record<Exclude<IfMissing, object>, Text>> = {
  fail: {
    id: 'bila tidak ada: yang membacanya tidak dapat dinilai',
    en: 'when missing: whatever reads it cannot be given',
  },
  pending: {
    id: 'bila tidak ada: ditunggu, hasil sementara',
    en: 'when missing: awaited, the outcome is provisional',
  },
  exclude: {
    id: 'bila tidak ada: tidak ada nilainya',
    en: 'when missing: no value',
  },
};
const FEWER: Readonly<Record<PanelSource['ifFewer'], Text>> = {
  fail: {
    id: 'bila kurang: pertanyaan itu tidak dapat dinilai',
    en: 'with fewer: the question cannot be given',
  },
  pending: {
    id: 'bila kurang: ditunggu, hasil sementara',
    en: 'with fewer: awaited, the outcome is provisional',
  },
  exclude: {
    id: 'bila kurang: sumber ini ditinggalkan, bagiannya dibagi kepada yang lain',
    en: 'with fewer: the source is left out, its share goes to the others',
  },
};
const INSTEAD: Template = {
  id: 'bila tidak ada: dipakai {value} (dasar: {cite})',
  en: 'when missing: {value} is used (source: {cite})',
};

const missingNote = (spec: IfMissing, language: Language): string => {
  if (typeof spec === 'string') return MISSING[spec][language];
  const { use, cite } = spec;
  const value = typeof use === 'boolean' ? truthText(use, language) : literalText(use, language);
  return say(INSTEAD, language, { value, cite });
};

const typeText = (spec: InputSpec, { form, slot }: InputPlan, language: Language): string => {
  if (form.is === 'label') {
    const labels = form.labels.names.join(', ');
    const { scale } = form.labels;
    return say(scale === undefined ? WORDS.label : WORDS.scale, language, {
      labels,
      ...(scale === undefined ? {} : { scale }),
    });
  }
  if (form.is !== 'number') return WORDS[spec.type][language];
  const text = (value: typeof form.min): string => literalText(exactText(value), language);
  const unit = slot.type.is === 'number' ? unitAfter(unitText(slot.type.unit)) : '';
  const range = say(WORDS[spec.type], language, { min: text(form.min), max: text(form.max) });
  const isStepped = form.step !== undefined && spec.type !== 'integer';
  const steps = isStepped && { step: text(form.step.size), from: text(form.step.from) };
  const stepped = steps === false ? '' : say(WORDS.step, language, steps);
  return range + unit + stepped + writtenText(spec, language);
};

/** How a duration is written; nothing for other inputs. */
const writtenText = (spec: InputSpec, language: Language): string => {
  if (spec.type !== 'duration') return '';
  const { pattern, dayHours } = spec;
  const hours = dayHours === undefined ? undefined : literalText(dayHours, language);
  return (
    say(WORDS.written, language, { pattern }) +
    (hours === undefined ? '' : say(WORDS.day, language, { hours }))
  );
};

const readText = (read: MemberRead, language: Language): string =>
  'result' in read
    ? WORDS[read.result][language]
    : say(WORDS[read.value ?? 'shown'], language, { name: read.indicator });

const scorecardNotes = ({ scorecard }: InputPlan, language: Language): readonly string[] => {
  if (scorecard === undefined) return [];
  const { policy, digest, read } = scorecard;
  return [say(WORDS.card, language, { policy, digest, read: readText(read, language) })];
};

const memberNotes = ({ members, columns }: TablePlan, language: Language): readonly string[] => {
  if (members === undefined) return [];
  const { policy, digest, reads } = members;
  const read = reads.map((each, i) =>
    say(WORDS.column, language, {
      name: columns[i]?.key ?? '',
      read: readText(each, language),
    }),
  );
  return [say(WORDS.members, language, { policy, digest }), ...read];
};

const inputRow = (spec: InputSpec, plan: InputPlan, language: Language): Row => ({
  label: plan.slot.name,
  value: typeText(spec, plan, language),
  notes: [
    ...titleNotes(spec.title, plan.key, language),
    ...(plan.when === undefined
      ? []
      : [say(WORDS.when, language, { rule: ruleText(plan.when, language) })]),
    ...scorecardNotes(plan, language),
    missingNote(spec.ifMissing, language),
    ...citeNotes(spec.cite, language),
  ],
  pointer: plan.slot.pointer,
});

const inputRows = (
  specs: Readonly<Record<string, InputSpec>> | undefined,
  plans: readonly InputPlan[],
  language: Language,
): readonly Row[] =>
  plans.flatMap((plan) => {
    const spec = specs?.[plan.key];
    return spec === undefined ? [] : [inputRow(spec, plan, language)];
  });

const rowsText = (table: TablePlan, language: Language): string =>
  say(WORDS.rows, language, { unit: unitText(table.rowUnit), atMost: String(table.atMost) });

/** The labels of a panel's answers with their values, as a note. */
const labelNotes = ({ labels }: PanelSpec, language: Language): readonly string[] => {
  if (labels === undefined) return [];
  const list = Object.entries(labels).map(
    ([label, value]) => `${label} = ${literalText(value, language)}`,
  );
  return [say(WORDS.answerLabels, language, { labels: list.join(', ') })];
};

const panelSection = (
  table: TablePlan,
  panel: PanelPlan,
  spec: PanelSpec,
  language: Language,
): Section => {
  const questions = panel.questions.map(({ column, value }) => ({
    label: value.name,
    value: WORDS.question[language],
    notes: titleNotes(spec.questions[column.key]?.title, column.key, language),
  }));
  const sources = panel.sources.flatMap(({ name, share, take, atLeast }) => {
    const source = spec.sources[name];
    if (source === undefined) return [];
    const percent = percentage(exactText(share), language);
    const words = {
      share: source.share === 'rest' ? say(WORDS.rest, language, { share: percent }) : percent,
      take: TAKE[take][language],
      atLeast: String(atLeast),
    };
    const notes = [
      ...titleNotes(source.title, name, language),
      FEWER[source.ifFewer][language],
      ...citeNotes(source.cite, language),
    ];
    return [{ label: name, value: say(WORDS.source, language, words), notes }];
  });
  const { answers: scale } = spec;
  const about: Row = {
    label: rowsText(table, language),
    notes: [
      ...titleNotes(spec.title, table.name, language),
      say(WORDS.answers, language, { scale }),
      ...labelNotes(spec, language),
      ...(table.acceptsTotals ? [WORDS.totals[language]] : []),
    ],
  };
  const heading = say(WORDS.panel, language, { name: table.name });
  return { heading, rows: [about, ...questions, ...sources] };
};

const tableSection = (table: TablePlan, { policy }: Plan, language: Language): Section => {
  const { name, panel } = table;
  const panelSpec = policy.panels?.[name];
  if (panel !== undefined && panelSpec !== undefined)
    return panelSection(table, panel, panelSpec, language);
  const spec = policy.tables?.[name];
  const about: Row = {
    label: rowsText(table, language),
    notes: [
      ...titleNotes(spec?.title, name, language),
      ...memberNotes(table, language),
      ...(spec === undefined ? [] : [MISSING[spec.ifMissing][language]]),
      ...(table.acceptsTotals ? [WORDS.rowTotals[language]] : []),
    ],
  };
  const heading = say(WORDS.table, language, { name });
  return { heading, rows: [about, ...inputRows(spec?.row, table.columns, language)] };
};

/** Everything that a host hands in: inputs, then each table and each panel. */
export const inputSections = (plan: Plan, language: Language): readonly Section[] => [
  {
    heading: WORDS.inputs[language],
    rows: inputRows(plan.policy.inputs, plan.layout.inputs, language),
  },
  ...plan.layout.tables.map((table) => tableSection(table, plan, language)),
];
