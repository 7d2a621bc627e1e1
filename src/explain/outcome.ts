import type { ResultValue, Scorecard, Status } from '../evaluate/scorecard.js';
import type { Text } from '../issue.js';
import type { Row, Section } from './explanation.js';
import { figure, inDecimals, inline } from './figure.js';
import { placeOf } from './place.js';
import { type Card, nameText, valueFigure } from './value.js';

const WORDS = {
  heading: { id: 'Hasil', en: 'Outcome' },
  policy: { id: 'Kebijakan', en: 'Policy' },
  version: { id: 'versi', en: 'version' },
  extends: { id: 'Menurunkan', en: 'Extends' },
  digest: { id: 'Sidik kebijakan', en: 'Policy digest' },
  subject: { id: 'Yang dinilai', en: 'Subject' },
  status: { id: 'Status', en: 'Status' },
  score: { id: 'Nilai', en: 'Score' },
  of: { id: 'dari', en: 'of' },
  rating: { id: 'Predikat', en: 'Rating' },
  waiting: { id: 'menunggu bukti', en: 'waiting for evidence' },
  cohort: { id: 'Kohort', en: 'Cohort' },
  members: { id: 'anggota, sidik', en: 'members, digest' },
  provisional: {
    id: 'dibaca dari kartu nilai yang masih sementara',
    en: 'read from scorecards that are provisional themselves',
  },
  changes: {
    id: 'parameter berubah dalam rentang tanggal bukti',
    en: 'a parameter changes within the dates of the evidence',
  },
} as const satisfies Record<string, Text>;

const STATUS: Readonly<Record<Status, Text>> = {
  final: {
    id: 'final: hasil ini tidak menunggu bukti lagi',
    en: 'final: this outcome waits for no further evidence',
  },
  provisional: {
    id: 'sementara: hasil ini masih dapat berubah',
    en: 'provisional: this outcome can still change',
  },
  void: {
    id: 'tanpa hasil: nilai dan predikat tidak dapat diberikan',
    en: 'void: no score or rating can be given',
  },
};

/** Everything that a scorecard's trace holds. */
const valuesIn = ({ trace }: Scorecard): readonly ResultValue[] =>
  trace.flatMap((step) => [...step.inputs.map(({ value }) => value), step.value]);

const waiting = ({ scorecard, language }: Card): readonly string[] => {
  const names = valuesIn(scorecard).flatMap((value) =>
    value.is === 'pending' ? [placeOf(value.cause, language).name] : [],
  );
  const list = [...new Set(names)].join(', ');
  return list === '' ? [] : [`${WORDS.waiting[language]}: ${list}`];
};

const changed = ({ scorecard, language }: Card): readonly string[] => {
  const names = scorecard.issues.flatMap(({ code, params }) =>
    code === 'evidence.parameter_changes' ? [params['name'] ?? ''] : [],
  );
  return names.length === 0 ? [] : [`${WORDS.changes[language]}: ${names.join(', ')}`];
};

const fromProvisional = ({ scorecard, language }: Card): readonly string[] =>
  scorecard.issues.some(({ code }) => code === 'member.provisional')
    ? [WORDS.provisional[language]]
    : [];

/** Why a result has no value: by the result's own absence, or what else stands against it. */
const whyVoid = (card: Card): readonly string[] => {
  const { scorecard, language } = card;
  const results = new Map(scorecard.indicators.map((each) => [each.name, each.value]));
  const reasons = scorecard.issues.flatMap(({ code, params, message }) => {
    const value = results.get(params['name'] ?? '');
    if (code === 'score.no_value' && value !== undefined && 'is' in value)
      return [
        `${nameText(params['name'] ?? '', card)}: ${valueFigure(value, params['name'], card).shown}`,
      ];
    return code === 'score.too_large' ? [message[language]] : [];
  });
  if (reasons.length > 0) return reasons;
  return scorecard.issues
    .filter(({ severity }) => severity === 'error')
    .map(({ message }) => message[language]);
};

const statusRow = (card: Card): Row => {
  const { status } = card.scorecard;
  const why: Readonly<Record<Status, (card: Card) => readonly string[]>> = {
    final: () => [],
    provisional: () => [...waiting(card), ...changed(card), ...fromProvisional(card)],
    void: whyVoid,
  };
  const { language } = card;
  return {
    label: WORDS.status[language],
    value: STATUS[status][language],
    notes: [...new Set(why[status](card))],
  };
};

const scoreRow = ({ scorecard, language }: Card): readonly Row[] => {
  const { score, baseline } = scorecard;
  if (score === undefined) return [];
  const shown = inDecimals(score.text, language);
  const of =
    baseline === undefined || baseline === '0'
      ? ''
      : ` ${WORDS.of[language]} ${inline(figure(baseline, language))}`;
  return [{ label: WORDS.score[language], value: shown + of }];
};

/** Which rules, who, and what came out, with the status in words. */
export const outcomeSection = (card: Card): Section => {
  const { scorecard, language } = card;
  const { policy, subject, rating, cohort } = scorecard;
  const members = cohort && `${String(cohort.members)} ${WORDS.members[language]} ${cohort.digest}`;
  const row = (label: keyof typeof WORDS, value: string | undefined): readonly Row[] =>
    value === undefined ? [] : [{ label: WORDS[label][language], value }];
  return {
    heading: WORDS.heading[language],
    rows: [
      ...row('subject', subject),
      ...scoreRow(card),
      ...row('rating', rating),
      statusRow(card),
      ...row('policy', `${policy.id}, ${WORDS.version[language]} ${policy.version}`),
      ...row('digest', policy.digest),
      ...(policy.parents ?? []).flatMap(({ id, version }) =>
        row('extends', `${id}, ${WORDS.version[language]} ${version}`),
      ),
      ...row('cohort', members),
    ],
  };
};
