import type {
  AdjustmentResult,
  IndicatorResult,
  LimitResult,
  Step,
} from '../evaluate/scorecard.js';
import type { Text } from '../issue.js';
import { equal, ONE, sum } from '../number/rational.js';
import type { Language, Row, Section } from './explanation.js';
import { readExact } from '../number/decimal.js';
import { figure, inline, percentage } from './figure.js';
import { whichRow } from './row.js';
import { type Card, changeFigure, nameText, resultFigure } from './value.js';

const WORDS = {
  heading: { id: 'Nilai setiap indikator', en: 'What each indicator gave' },
  coverage: { id: 'cakupan bukti', en: 'coverage by evidence' },
  provenance: { id: 'asal bukti tercatat', en: 'origin recorded for' },
  weights: { id: 'bobot yang dipakai', en: 'weights used' },
  coefficients: { id: 'pengali yang dipakai', en: 'coefficients used' },
  chose: { id: 'atas dasar', en: 'on the basis of' },
  adjustments: { id: 'Penyesuaian', en: 'Adjustments' },
  limits: { id: 'Batas yang mengubah predikat', en: 'Limits that changed a rating' },
  to: { id: 'menjadi', en: 'becomes' },
  source: { id: 'dasar', en: 'source' },
} as const satisfies Record<string, Text>;

/** Weights as percentages where they make up a whole, otherwise as the numbers they are. */
const weightsText = (
  weights: Readonly<Record<string, string>>,
  language: Language,
): string | undefined => {
  const entries = Object.entries(weights);
  if (entries.length === 0) return undefined;
  const numbers = entries.map(([, weight]) => readExact(weight));
  const known = numbers.filter((weight) => weight !== undefined);
  const isWhole = known.length === numbers.length && equal(sum(known), ONE);
  const list = entries.map(
    ([name, weight]) =>
      `${name} ${isWhole ? percentage(weight, language) : inline(figure(weight, language))}`,
  );
  return `${WORDS[isWhole ? 'weights' : 'coefficients'][language]}: ${list.join('; ')}`;
};

/** Whether evidence says of anything who recorded it, or where. */
const saysProvenance = ({ trace }: Card['scorecard']): boolean =>
  trace.some(
    ({ operation, provenance, inputs }) =>
      (operation === 'panel' && provenance !== '0') ||
      inputs.some(({ source }) => source?.by !== undefined || source?.record !== undefined),
  );

const notesOf = (
  result: IndicatorResult,
  { language }: Card,
  isTraced: boolean,
): readonly string[] => {
  const { value, chose, coverage, provenance } = result;
  // A band that is the label itself, or that a limit moved away from, is told elsewhere.
  const isOwn =
    ('is' in value && value.is === 'label' && value.label === chose) ||
    result.limits?.[0]?.from === chose;
  const isWhole = coverage === '1' || ('is' in value && value.is === 'not-applicable');
  return [
    chose === undefined || isOwn ? undefined : `${WORDS.chose[language]}: ${chose}`,
    result.weights && weightsText(result.weights, language),
    isWhole ? undefined : `${WORDS.coverage[language]} ${percentage(coverage, language)}`,
    isTraced && provenance !== coverage
      ? `${WORDS.provenance[language]} ${percentage(provenance, language)}`
      : undefined,
  ].filter((note) => note !== undefined);
};

/** What every indicator gave, in the order of the policy. */
export const indicatorSection = (card: Card): Section => {
  const isTraced = saysProvenance(card.scorecard);
  const rows = card.scorecard.indicators.map((result) => {
    const { shown, exact } = resultFigure(result, card);
    return {
      label: nameText(result.name, card),
      value: shown,
      ...(exact === undefined ? {} : { exact }),
      notes: notesOf(result, card, isTraced),
      pointer: result.pointer,
    };
  });
  return { heading: WORDS.heading[card.language], rows };
};

/** Steps with the indicators that they derived, in the order of the policy, then of rows. */
const stepsInOrder = ({
  scorecard,
}: Card): readonly { readonly step: Step; readonly result: IndicatorResult }[] => {
  const byName = new Map<string, Step[]>();
  for (const step of scorecard.trace) {
    const known = byName.get(step.name);
    if (known === undefined) byName.set(step.name, [step]);
    else known.push(step);
  }
  return scorecard.indicators.flatMap((result) =>
    (byName.get(result.name) ?? []).map((step) => ({ step, result })),
  );
};

const whereText = (step: Step, card: Card): string => {
  const name = nameText(step.name, card);
  return step.row === undefined ? name : `${name}, ${whichRow(step.row, step.name, card)}`;
};

/** A reason in words with its source; the identifier where the policy gives no reason. */
const reasonText = (each: AdjustmentResult | LimitResult, language: Language): string => {
  const reason = each.reason?.[language];
  const cite = each.cite === undefined ? '' : `; ${WORDS.source[language]} ${each.cite}`;
  return `${reason === undefined ? each.id : `${reason} (${each.id})`}${cite}`;
};

/** Every adjustment that changed a value, with its reason. */
export const adjustmentSection = (card: Card): Section => {
  const { language } = card;
  const rows = stepsInOrder(card).flatMap(({ step, result }) =>
    (step.adjustments ?? []).map((each): Row => {
      const { shown, exact } = changeFigure(each.change, result, card);
      return {
        label: whereText(step, card),
        value: shown,
        ...(exact === undefined ? {} : { exact }),
        notes: [reasonText(each, language)],
        pointer: step.pointer,
      };
    }),
  );
  return { heading: WORDS.adjustments[language], rows };
};

/** Every limit that changed a label. */
export const limitSection = (card: Card): Section => {
  const { language } = card;
  const rows = stepsInOrder(card).flatMap(({ step }) =>
    (step.limits ?? []).map(
      (each): Row => ({
        label: whereText(step, card),
        value: `${each.from} ${WORDS.to[language]} ${each.to}`,
        notes: [reasonText(each, language)],
        pointer: step.pointer,
      }),
    ),
  );
  return { heading: WORDS.limits[language], rows };
};
