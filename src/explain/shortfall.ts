import type { Reason } from '../evaluate/scorecard.js';
import type { Text } from '../issue.js';
import { equal, type Rational, sign, subtract, sum } from '../number/rational.js';
import { exactText, readExact } from '../number/decimal.js';
import { pointerKeys } from '../pointer.js';
import type { Row, Section } from './explanation.js';
import { amountFigure, figure, inDecimals, inline } from './figure.js';
import { whichRow } from './row.js';
import { say } from './say.js';
import { type Card, nameText } from './value.js';

const WORDS = {
  heading: {
    id: 'Dari {baseline} ke {score}, alasan demi alasan',
    en: 'From {baseline} to {score}, reason by reason',
  },
  nothing: { id: 'Tidak ada nilai yang berkurang.', en: 'Nothing was lost.' },
  rounding: { id: 'pembulatan', en: 'rounding of' },
  adjustment: { id: 'penyesuaian', en: 'adjustment' },
  on: { id: 'pada', en: 'of' },
  source: { id: 'dasar', en: 'source' },
  sum: { id: 'Jumlah', en: 'Sum' },
  exactSum: {
    id: 'tepat sama dengan {baseline} − {score} = {shortfall}',
    en: 'exactly {baseline} − {score} = {shortfall}',
  },
  wrongSum: {
    id: 'tidak sama dengan {baseline} − {score} = {shortfall}: kartu nilai ini tidak utuh',
    en: 'not equal to {baseline} − {score} = {shortfall}: this scorecard is not whole',
  },
  near: {
    id: 'yang bertanda ≈ dibulatkan untuk dibaca; jumlahnya dihitung dari angka yang tepat',
    en: 'amounts marked ≈ are rounded for reading; the sum is of the exact amounts',
  },
  gains: {
    id: 'angka negatif menambah nilai',
    en: 'negative amounts add to the score',
  },
} as const satisfies Record<string, Text>;

/** Places of an amount beyond those of the score. */
const MORE_PLACES = 2;

/** What an adjustment is called when the policy gives it no reason: its place on the indicator. */
const adjustmentName = (reason: Reason, card: Card): string => {
  const { language } = card;
  const at = Number(pointerKeys(reason.pointer).at(-1));
  const number = Number.isSafeInteger(at) ? ` ${String(at + 1)}` : '';
  return `${WORDS.adjustment[language]}${number} ${WORDS.on[language]} ${nameText(reason.name, card)}`;
};

const subjectText = (reason: Reason, card: Card): string => {
  const { language } = card;
  const title = reason.title?.[language];
  const name = nameText(reason.name, card);
  if (reason.kind === 'rounding') return `${WORDS.rounding[language]} ${name}`;
  if (reason.kind === 'shortfall')
    return title === undefined || title === reason.name ? name : `${title} (${reason.name})`;
  return title === undefined ? adjustmentName(reason, card) : `${title} (${reason.name})`;
};

const rowOf = (reason: Reason, places: number, card: Card): Row => {
  const { language } = card;
  const { shown, exact } = amountFigure(reason.amount, places, language);
  const row = reason.row === undefined ? '' : `, ${whichRow(reason.row, reason.name, card)}`;
  const cite = reason.cite === undefined ? '' : ` [${reason.cite}]`;
  return {
    label: subjectText(reason, card) + row + cite,
    value: shown,
    ...(exact === undefined ? {} : { exact }),
    pointer: reason.pointer,
  };
};

/** The amounts' sum, or undefined when one of them is no number. */
const total = (reasons: readonly Reason[]): Rational | undefined => {
  const amounts = reasons.map(({ amount }) => readExact(amount));
  const known = amounts.filter((amount) => amount !== undefined);
  return known.length === amounts.length ? sum(known) : undefined;
};

/**
 * Why points were lost, in the scorecard's order, and that the amounts add up to baseline − score.
 *
 * Amounts are shown at two places more than the score, and exactly wherever that rounds them. A sum
 * that is wrong, which no evaluation writes, is said to be wrong.
 * @returns no rows when there is no score
 */
export const shortfallSection = (card: Card): Section => {
  const { scorecard, language } = card;
  const { score, baseline, reasons } = scorecard;
  if (score === undefined || baseline === undefined) return { heading: '', rows: [] };
  const places = score.places + MORE_PLACES;
  const from = readExact(baseline);
  const to = readExact(score.text);
  const found = total(reasons);
  const values = {
    baseline: inline(figure(baseline, language)),
    score: inDecimals(score.text, language),
  };
  const heading = say(WORDS.heading, language, values);
  const rows = reasons.map((reason) => rowOf(reason, places, card));
  if (from === undefined || to === undefined || found === undefined) return { heading, rows };
  const shortfall = subtract(from, to);
  if (rows.length === 0 && sign(shortfall) === 0)
    return { heading, rows: [{ label: WORDS.nothing[language] }] };
  const text = equal(found, shortfall) ? WORDS.exactSum : WORDS.wrongSum;
  const { shown, exact } = amountFigure(exactText(found), places, language);
  const all = { ...values, shortfall: inline(figure(exactText(shortfall), language)) };
  const isNear = rows.some(({ value }) => value?.includes('≈'));
  const isGain = reasons.some(({ amount }) => amount.startsWith('-'));
  return {
    heading,
    rows,
    sum: {
      label: WORDS.sum[language],
      value: shown,
      ...(exact === undefined ? {} : { exact }),
      notes: [
        say(text, language, all),
        ...(isGain ? [WORDS.gains[language]] : []),
        ...(isNear ? [WORDS.near[language]] : []),
      ],
    },
  };
};
