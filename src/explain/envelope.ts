import type { Text } from '../issue.js';
import { exactText } from '../number/decimal.js';
import type { Plan } from '../plan/plan.js';
import type { Citation, Policy, Region } from '../policy/policy.js';
import { dateInWords } from './date.js';
import type { Language, Row, Section } from './explanation.js';
import { figure, inline } from './figure.js';
import { say, type Template } from './say.js';

const WORDS = {
  heading: { id: 'Kebijakan', en: 'Policy' },
  id: { id: 'Kode', en: 'Identifier' },
  version: { id: 'Versi', en: 'Version' },
  language: { id: 'Bahasa kebijakan', en: 'Policy language' },
  subject: { id: 'Yang dinilai', en: 'Subject' },
  region: { id: 'Wilayah', en: 'Region' },
  effective: { id: 'Masa berlaku', en: 'In force' },
  published: { id: 'Diterbitkan', en: 'Published' },
  score: { id: 'Nilai', en: 'Score' },
  rating: { id: 'Predikat', en: 'Rating' },
  digest: { id: 'Sidik', en: 'Digest' },
  cites: { id: 'Dasar aturan', en: 'Sources of the rules' },
} as const satisfies Record<string, Text>;

const FROM: Template = { id: 'mulai {from}', en: 'from {from}' };
const BETWEEN: Template = {
  id: 'mulai {from} sampai sebelum {until} (hari itu tidak termasuk)',
  en: 'from {from} up to but not including {until}',
};
const REGION: Template = {
  id: '{name} (kode {scheme} {code})',
  en: '{name} ({scheme} code {code})',
};
const BASELINE: Template = {
  id: '{name}; kekurangan dihitung dari {baseline}',
  en: '{name}; shortfalls count from {baseline}',
};

const SUBJECT: Readonly<Record<NonNullable<Policy['subject']>, Text>> = {
  person: { id: 'pegawai', en: 'a person' },
  organisation: { id: 'organisasi', en: 'an organisation' },
};

const SCHEME: Readonly<Record<Region['scheme'], string>> = { bps: 'BPS', kemendagri: 'Kemendagri' };

const SUPPORT: Readonly<Record<Citation['support'], Text>> = {
  primary: { id: 'naskah peraturan itu sendiri', en: 'the text of the regulation itself' },
  official: { id: 'sumber resmi', en: 'an official source' },
  unofficial: { id: 'sumber tidak resmi', en: 'an unofficial source' },
  implementation: { id: 'praktik aplikasi yang berjalan', en: 'how a running application does it' },
  interpretation: { id: 'tafsir, bukan bunyi aturan', en: 'an interpretation, not the wording' },
};

const effectiveText = (policy: Policy, language: Language): string => {
  const from = dateInWords(policy.effective.from, language);
  const { until } = policy.effective;
  return until === undefined
    ? say(FROM, language, { from })
    : say(BETWEEN, language, { from, until: dateInWords(until, language) });
};

const scoreText = ({ policy, layout }: Plan, language: Language): string | undefined => {
  const name = policy.result.score;
  if (name === undefined || layout.baseline === undefined) return name;
  const baseline = inline(figure(exactText(layout.baseline), language));
  return say(BASELINE, language, { name, baseline });
};

/** What the policy is, where and when it holds, and what it gives. */
export const envelopeSection = (plan: Plan, language: Language): Section => {
  const { policy } = plan;
  const { region, published, subject } = policy;
  const row = (label: keyof typeof WORDS, value: string | undefined): readonly Row[] =>
    value === undefined ? [] : [{ label: WORDS[label][language], value }];
  const place = region && { ...region, scheme: SCHEME[region.scheme] };
  return {
    heading: WORDS.heading[language],
    rows: [
      ...row('id', policy.id),
      ...row('version', policy.version),
      ...row('language', `timbang ${String(policy.timbang)}`),
      ...row('subject', subject && SUBJECT[subject][language]),
      ...row('region', place && say(REGION, language, place)),
      ...row('effective', effectiveText(policy, language)),
      ...row('published', published && dateInWords(published, language)),
      ...row('score', scoreText(plan, language)),
      ...row('rating', policy.result.rating),
      ...row('digest', plan.digest),
    ],
  };
};

/** What the rules rest on, and how well. */
export const citeSection = ({ policy }: Plan, language: Language): Section => ({
  heading: WORDS.cites[language],
  rows: Object.entries(policy.cites ?? {}).map(([name, { text, support, url }]) => ({
    label: name,
    value: text,
    notes: [SUPPORT[support][language], ...(url === undefined ? [] : [url])],
  })),
});
