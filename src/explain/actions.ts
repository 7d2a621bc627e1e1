import type { Action } from '../evaluate/scorecard.js';
import type { Text } from '../issue.js';
import type { Plan } from '../plan/plan.js';
import type { FollowUpKind } from '../policy/follow-up.js';
import type { Language, Row, Section } from './explanation.js';
import { inDecimals } from './figure.js';
import { citeNotes, ruleText } from './policy-words.js';
import { say, type Template } from './say.js';
import { type Card, nameText, valueFigure } from './value.js';

const HEADING: Text = { id: 'Tindak lanjut', en: 'Follow-up' };

const KINDS: Readonly<Record<FollowUpKind, Text>> = {
  feedback: { id: 'umpan balik', en: 'feedback' },
  training: { id: 'pelatihan', en: 'training' },
  recognition: { id: 'penghargaan', en: 'recognition' },
  coaching: { id: 'pembinaan', en: 'coaching' },
  warning: { id: 'peringatan', en: 'warning' },
  clarification: { id: 'klarifikasi', en: 'clarification' },
};

const WORDS = {
  because: { id: 'karena {rule}', en: 'because {rule}' },
  read: { id: '{name}: {value}', en: '{name}: {value}' },
  chose: {
    id: '{name}: {value}, yang menentukan {chose}',
    en: '{name}: {value}, decided by {chose}',
  },
  open: {
    id: 'belum terjawab: {value}',
    en: 'not answered yet: {value}',
  },
  when: { id: 'bila {rule}', en: 'where {rule}' },
  ladder: { id: 'tangga {name}, anak tangga {rung}', en: 'ladder {name}, rung {rung}' },
} as const satisfies Record<string, Template>;

const readNotes = (action: Action, card: Card): readonly string[] =>
  action.reason.read.map(({ name, value }) =>
    say(WORDS.read, card.language, {
      name: nameText(name, card),
      value: valueFigure(value, name, card).shown,
    }),
  );

const aboutNotes = ({ about }: Action, card: Card): readonly string[] => {
  if (about?.chose === undefined) return [];
  const value = valueFigure(about.value, about.name, card).shown;
  const names = { name: nameText(about.name, card), chose: nameText(about.chose, card) };
  return [say(WORDS.chose, card.language, { ...names, value })];
};

const actionRow = (action: Action, card: Card): Row => {
  const { language } = card;
  const rule = inDecimals(action.reason.rule[language], language);
  const { open, ladder } = action;
  return {
    label: KINDS[action.kind][language],
    value: action.text[language],
    notes: [
      say(WORDS.because, language, { rule }),
      ...(open === undefined
        ? []
        : [say(WORDS.open, language, { value: valueFigure(open, undefined, card).shown })]),
      ...readNotes(action, card),
      ...aboutNotes(action, card),
      ...(ladder === undefined
        ? []
        : [say(WORDS.ladder, language, { name: ladder.name, rung: String(ladder.rung) })]),
      ...citeNotes(action.cite, language),
    ],
  };
};

/** What the result asks for, each with its reason. */
export const actionSection = (card: Card): Section => ({
  heading: HEADING[card.language],
  rows: card.scorecard.actions.map((action) => actionRow(action, card)),
});

/** What a policy may ask for, and when. */
export const followUpSection = ({ layout }: Plan, language: Language): Section => ({
  heading: HEADING[language],
  rows: layout.followUp.map(({ id, spec, when }) => ({
    label: `${id} (${KINDS[spec.kind][language]})`,
    value: spec.text[language],
    notes: [
      say(WORDS.when, language, { rule: ruleText(when, language) }),
      ...(spec.ladder === undefined
        ? []
        : [
            say(WORDS.ladder, language, {
              name: spec.ladder.name,
              rung: String(spec.ladder.rung),
            }),
          ]),
      ...citeNotes(spec.cite, language),
    ],
  })),
});
