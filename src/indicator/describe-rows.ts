import { exactText } from '../number/decimal.js';
import { printTerm } from '../rule/print.js';
import type { Text } from '../issue.js';
import type { RowsNode } from './shared-rows.js';

const NAMES = {
  mean: { id: 'rata-rata', en: 'mean' },
  sum: { id: 'jumlah', en: 'sum' },
  count: { id: 'banyaknya baris', en: 'number of rows' },
  min: { id: 'yang terkecil', en: 'the least' },
  max: { id: 'yang terbesar', en: 'the greatest' },
  median: { id: 'median', en: 'median' },
  trimmed: { id: 'rata-rata', en: 'mean' },
  last: { id: 'yang terakhir', en: 'the last' },
  share: { id: 'bagian baris', en: 'share of rows' },
} as const;

/** What the rows come to, as a sentence for an officer. */
export const describeRows = (node: RowsNode, language: keyof Text): string => {
  const read = node.read ? ` ${node.read.slot.name}` : '';
  const where = node.where
    ? ` ${{ id: 'bila', en: 'where' }[language]} ${printTerm(node.where, language)}`
    : '';
  const trim = node.trim
    ? `, ${{ id: 'tanpa', en: 'without' }[language]} ${exactText(node.trim)} ${
        { id: 'di tiap ujung', en: 'at each end' }[language]
      }`
    : '';
  const least = node.leaveOut
    ? `, ${{ id: 'sedikitnya', en: 'at least' }[language]} ${exactText(node.leaveOut)} ${
        { id: 'dari baris', en: 'of the rows' }[language]
      }`
    : '';
  return `${NAMES[node.take][language]}${read} ${{ id: 'dari', en: 'of' }[language]} ${node.of}${where}${trim}${least}`;
};
