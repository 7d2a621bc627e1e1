import { exactText } from '../number/decimal.js';
import { equal } from '../number/rational.js';
import { placesStep, type RoundingMode } from '../number/round.js';
import type { Text } from '../issue.js';
import type { AdjustPlan, IndicatorPlan, LimitPlan, Plan, RoundPlan } from '../plan/plan.js';
import { unitText } from '../unit.js';
import type { Language, Row, Section } from './explanation.js';
import { inDecimals } from './figure.js';
import { citeNotes, ruleText, titleNotes } from './policy-words.js';
import { say, type Template } from './say.js';

const WORDS = {
  heading: { id: 'Indikator', en: 'Indicators' },
  number: { id: 'bilangan dalam {unit}', en: 'a number in {unit}' },
  label: { id: 'label pada skala {scale}', en: 'a label of the scale {scale}' },
  truth: { id: 'ya atau tidak', en: 'yes or no' },
  date: { id: 'tanggal', en: 'a date' },
  per: { id: '{type}, satu untuk setiap baris {table}', en: '{type}, one for each row of {table}' },
  when: {
    id: 'berlaku hanya bila {rule}',
    en: 'applies only where {rule}',
  },
  reads: { id: 'membaca pula: {names}', en: 'reads as well: {names}' },
  usable: {
    id: 'dipakai hanya bila {rule}; selain itu tidak ada nilainya: {reason}',
    en: 'used only where {rule}; otherwise no value: {reason}',
  },
  adjust: { id: 'penyesuaian {id}: {what}', en: 'adjustment {id}: {what}' },
  limit: { id: 'batas {id}: {what}', en: 'limit {id}: {what}' },
  atMost: { id: 'paling tinggi {label}', en: 'at most {label}' },
  atLeast: { id: 'paling rendah {label}', en: 'at least {label}' },
  onlyWhen: { id: ', bila {rule}', en: ', where {rule}' },
  because: { id: '; alasan: {reason}', en: '; reason: {reason}' },
  source: { id: '; dasar: {cite}', en: '; source: {cite}' },
  places: {
    id: 'dibulatkan sampai {places} angka di belakang koma',
    en: 'rounded to {places} decimal places',
  },
  step: { id: 'dibulatkan ke kelipatan {step}', en: 'rounded to multiples of {step}' },
  used: {
    id: 'perhitungan selanjutnya memakai nilai yang dibulatkan',
    en: 'later rules use the rounded value',
  },
  shown: {
    id: 'hanya untuk ditampilkan, perhitungan selanjutnya memakai nilai sebelum dibulatkan',
    en: 'for display only, later rules use the value before rounding',
  },
} as const satisfies Record<string, Template>;

const MODES: Readonly<Record<RoundingMode, Text>> = {
  'half-up': {
    id: 'ke yang terdekat, tepat di tengah menjauhi nol',
    en: 'to the nearest, ties away from zero',
  },
  'half-down': {
    id: 'ke yang terdekat, tepat di tengah mendekati nol',
    en: 'to the nearest, ties toward zero',
  },
  'half-even': {
    id: 'ke yang terdekat, tepat di tengah ke angka genap',
    en: 'to the nearest, ties to the even digit',
  },
  up: { id: 'selalu menjauhi nol', en: 'always away from zero' },
  down: { id: 'selalu mendekati nol', en: 'always toward zero' },
  ceiling: { id: 'selalu ke atas', en: 'always upward' },
  floor: { id: 'selalu ke bawah', en: 'always downward' },
};

/** The citations anywhere inside a verb's body, each once. */
const citesIn = (body: unknown): readonly string[] => {
  if (typeof body !== 'object' || body === null) return [];
  const own = 'cite' in body && typeof body.cite === 'string' ? [body.cite] : [];
  return [...new Set([...own, ...Object.values(body).flatMap(citesIn)])];
};

/** The verb's own sentence, then what the verb reads or rests on and the sentence does not name. */
const verbNotes = (
  plan: IndicatorPlan,
  { policy }: Plan,
  language: Language,
): readonly string[] => {
  const { kind, node, name } = plan;
  const sentence = inDecimals(kind.describe(node, language), language);
  const spec: Readonly<Record<string, unknown>> = { ...policy.indicators[name] };
  const body = spec[kind.name];
  const isUnsaid = (read: string): boolean => !sentence.includes(read);
  const names = [...new Set(kind.reads(body).filter(isUnsaid))].join(', ');
  const cites = citesIn(body).filter(isUnsaid).join(', ');
  return [
    sentence,
    ...(names === '' ? [] : [say(WORDS.reads, language, { names })]),
    ...citeNotes(cites === '' ? undefined : cites, language),
  ];
};

const optional = (template: Template, language: Language, key: string, value?: string): string =>
  value === undefined ? '' : say(template, language, { [key]: value });

const endOf = (tail: AdjustPlan | LimitPlan, language: Language): string =>
  optional(WORDS.because, language, 'reason', tail.reason?.[language]) +
  optional(WORDS.source, language, 'cite', tail.cite);

const adjustNote = (adjust: AdjustPlan, language: Language): string => {
  const { id, kind, amount, atMost, when } = adjust;
  const most = atMost && ruleText(atMost, language);
  const what = kind.describe(ruleText(amount, language), most, language);
  const rule = when && ruleText(when, language);
  const condition = optional(WORDS.onlyWhen, language, 'rule', rule);
  return say(WORDS.adjust, language, { id, what }) + condition + endOf(adjust, language);
};

const limitNote = (limit: LimitPlan, plan: IndicatorPlan, language: Language): string => {
  const { type } = plan.slot;
  const name = (position: number | undefined): string | undefined =>
    position === undefined || type.is !== 'label' ? undefined : type.labels.names[position];
  const ends = [
    optional(WORDS.atMost, language, 'label', name(limit.atMost)),
    optional(WORDS.atLeast, language, 'label', name(limit.atLeast)),
  ].filter((end) => end !== '');
  const what = ends.join(', ');
  const rule = ruleText(limit.when, language);
  return (
    say(WORDS.limit, language, { id: limit.id, what }) +
    say(WORDS.onlyWhen, language, { rule }) +
    endOf(limit, language)
  );
};

const roundNote = (round: RoundPlan, cite: string | undefined, language: Language): string => {
  const isDecimal = equal(round.step, placesStep(round.places));
  const to = isDecimal
    ? say(WORDS.places, language, { places: String(round.places) })
    : say(WORDS.step, language, { step: inDecimals(exactText(round.step), language) });
  const use = WORDS[round.isUsed ? 'used' : 'shown'][language];
  const source = optional(WORDS.source, language, 'cite', cite);
  return `${to}, ${MODES[round.mode][language]}; ${use}${source}`;
};

const typeText = ({ slot }: IndicatorPlan, { layout }: Plan, language: Language): string => {
  const { type } = slot;
  const values = {
    ...(type.is === 'number' ? { unit: unitText(type.unit) } : {}),
    ...(type.is === 'label' ? { scale: type.labels.scale ?? type.labels.names.join(', ') } : {}),
  };
  const own = say(WORDS[type.is], language, values);
  const table = slot.table === undefined ? undefined : layout.tables[slot.table]?.name;
  return table === undefined ? own : say(WORDS.per, language, { type: own, table });
};

/** An indicator: its verb's own sentence, then its tails in the order in which they apply. */
const indicatorRow = (plan: IndicatorPlan, whole: Plan, language: Language): Row => {
  const { when, usable, round } = plan;
  const rule = when && ruleText(when, language);
  const roundCite = whole.policy.indicators[plan.name]?.round?.cite;
  const usableNote = usable && {
    rule: ruleText(usable.when, language),
    reason: usable.reason[language],
  };
  return {
    label: plan.name,
    value: typeText(plan, whole, language),
    notes: [
      ...titleNotes(plan.title, plan.name, language),
      ...(rule === undefined ? [] : [say(WORDS.when, language, { rule })]),
      ...verbNotes(plan, whole, language),
      ...(usableNote === undefined ? [] : [say(WORDS.usable, language, usableNote)]),
      ...plan.adjust.map((adjust) => adjustNote(adjust, language)),
      ...plan.limits.map((limit) => limitNote(limit, plan, language)),
      ...(round === undefined ? [] : [roundNote(round, roundCite, language)]),
      ...citeNotes(plan.cite, language),
    ],
    pointer: plan.pointer,
  };
};

/** Every indicator in the order of the policy. */
export const describedIndicators = (plan: Plan, language: Language): Section => ({
  heading: WORDS.heading[language],
  rows: plan.layout.indicators.map((each) => indicatorRow(each, plan, language)),
});
