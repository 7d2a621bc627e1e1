import type { DistributionResult, Enclosure, LabelCount } from '../evaluate/scorecard.js';
import type { Text } from '../issue.js';
import type { DistributionLimitPlan, DistributionPlan, Plan } from '../plan/plan.js';
import { readLiteral } from '../rule/literal.js';
import type { NumberSlot } from '../rule/rule.js';
import type { Term } from '../rule/term.js';
import type { Language, Row, Section } from './explanation.js';
import { inline, numberFigure, percentage } from './figure.js';
import { citeNotes, literalText, ruleText, titleNotes } from './policy-words.js';
import { say, type Template } from './say.js';
import type { Card } from './value.js';

const WORDS = {
  heading: { id: 'Sebaran', en: 'Distributions' },
  one: { id: 'Sebaran {name}', en: 'Distribution {name}' },
  rows: {
    id: '{total} baris, {absent} tanpa label',
    en: '{total} rows, {absent} without a label',
  },
  unknown: { id: 'tabelnya tidak ada', en: 'the table is not there' },
  share: { id: '{count}, yaitu {share}', en: '{count}, that is {share}' },
  atMost: { id: 'paling banyak {share}', en: 'at most {share}' },
  atLeast: { id: 'paling sedikit {share}', en: 'at least {share}' },
  counts: {
    id: 'banyaknya baris untuk setiap label {read}; dilaporkan, tidak menggeser siapa pun',
    en: 'how many rows have each label of {read}; reported, moving nobody',
  },
  limit: { id: '{label}: {limits}', en: '{label}: {limits}' },
} as const satisfies Record<string, Template>;

const FINDINGS: Readonly<Record<NonNullable<LabelCount['finding']>, Text>> = {
  within: { id: 'dalam batas', en: 'within the limit' },
  beyond: { id: 'melampaui batas', en: 'beyond the limit' },
  not_assessable: {
    id: 'tidak dapat dibandingkan dengan batasnya',
    en: 'cannot be compared with its limit',
  },
};

const shareText = (share: string | Enclosure, language: Language): string =>
  typeof share === 'string'
    ? percentage(share, language)
    : inline(numberFigure(share, undefined, language));

const countRow = (each: LabelCount, language: Language): Row => {
  const { label, title, count, share, finding, cite } = each;
  const limits = (['atMost', 'atLeast'] as const).flatMap((key) => {
    const limit = each[key];
    return limit === undefined
      ? []
      : [say(WORDS[key], language, { share: shareText(limit, language) })];
  });
  const found = finding === undefined ? [] : [FINDINGS[finding][language]];
  const text = String(count);
  return {
    label:
      title === undefined || title[language] === label ? label : `${title[language]} (${label})`,
    value:
      share === undefined
        ? text
        : say(WORDS.share, language, { count: text, share: percentage(share, language) }),
    notes: [...found, ...limits, ...citeNotes(cite, language)],
  };
};

const sectionOf = (result: DistributionResult, language: Language): Section => {
  const { name, title, total, absent, unknown, counts, cite, pointer } = result;
  const about: Row = {
    label:
      unknown === undefined
        ? say(WORDS.rows, language, { total: String(total), absent: String(absent) })
        : WORDS.unknown[language],
    notes: citeNotes(cite, language),
    pointer,
  };
  return {
    heading: title?.[language] ?? say(WORDS.one, language, { name }),
    rows: [about, ...counts.map((each) => countRow(each, language))],
  };
};

/** How labels are spread over rows, a section each: counts, shares and findings. */
export const distributionSections = ({ scorecard, language }: Card): readonly Section[] =>
  (scorecard.distributions ?? []).map((each) => sectionOf(each, language));

const limitText = (
  key: 'atMost' | 'atLeast',
  term: Term | undefined,
  slot: NumberSlot | undefined,
  language: Language,
): readonly string[] => {
  if (term === undefined) return [];
  const isLiteral =
    slot !== undefined && typeof slot !== 'object' && readLiteral(slot) !== undefined;
  const share = isLiteral ? literalText(slot, language) : ruleText(term, language);
  return [say(WORDS[key], language, { share })];
};

const limitNote = (
  distribution: DistributionPlan,
  [position, limit]: readonly [number, DistributionLimitPlan],
  { policy }: Plan,
  language: Language,
): string => {
  const label = distribution.labels.names[position] ?? '';
  const spec = policy.distributions?.[distribution.name]?.limits?.[label];
  const limits = [
    ...limitText('atMost', limit.atMost, spec?.atMost, language),
    ...limitText('atLeast', limit.atLeast, spec?.atLeast, language),
    ...citeNotes(limit.cite, language),
  ];
  return say(WORDS.limit, language, { label, limits: limits.join(', ') });
};

/** The distributions that a policy reports, with their limits. */
export const describedDistributions = (plan: Plan, language: Language): Section => ({
  heading: WORDS.heading[language],
  rows: plan.layout.distributions.map((each) => ({
    label: each.name,
    value: say(WORDS.counts, language, { read: each.slot.name }),
    notes: [
      ...titleNotes(each.title, each.name, language),
      ...[...each.limits].map((entry) => limitNote(each, entry, plan, language)),
      ...citeNotes(each.cite, language),
    ],
    pointer: each.pointer,
  })),
});
