import type { Text } from '../issue.js';
import type { JsonObject } from '../json.js';
import type { InputPlan, TablePlan } from '../plan/plan.js';
import { closed, described, membersOf } from './dialect.js';
import { quantityForm } from './evidence-value.js';

const OF_ROWS: Readonly<Record<'count' | 'sums' | 'answered' | 'totals', Text>> = {
  count: { en: 'how many rows', id: 'banyaknya baris' },
  sums: { en: 'the sum of the values by column', id: 'jumlah nilai menurut kolom' },
  answered: {
    en: 'how many rows have a value, where not all have',
    id: 'banyaknya baris yang bernilai, bila tidak semua',
  },
  totals: { en: 'count and sums of the rows', id: 'banyaknya dan jumlah semua baris' },
};

const OF_FORMS: typeof OF_ROWS = {
  count: { en: 'how many forms', id: 'banyaknya formulir' },
  sums: { en: 'the sum of the answers by question', id: 'jumlah jawaban menurut pertanyaan' },
  answered: {
    en: 'how many answered a question, where not all did',
    id: 'banyaknya penjawab, bila tidak semua',
  },
  totals: { en: 'counts and sums by source', id: 'banyak dan jumlah menurut sumber' },
};

/** What rows, or the forms of one source, come to. */
const sumsForm = (
  columns: readonly InputPlan[],
  atMost: number,
  texts: typeof OF_ROWS,
): JsonObject => {
  const count = { type: 'integer', minimum: 0, maximum: atMost };
  const numbers = columns.flatMap(({ key, form }) => (form.is === 'number' ? { key, form } : []));
  const sums = membersOf(
    numbers,
    ({ key }) => key,
    ({ form }) => quantityForm(form),
  );
  const answered = membersOf(
    numbers,
    ({ key }) => key,
    () => count,
  );
  return closed(
    {
      count: described(count, texts.count),
      sums: described(closed(sums), texts.sums),
      answered: described({ ...closed(answered), type: ['object', 'null'] }, texts.answered),
    },
    ['count', 'sums'],
  );
};

/** Counts and sums in the place of rows or forms. */
export const totalsForm = ({ panel, columns, atMost }: TablePlan): JsonObject => {
  if (panel === undefined) {
    const rows = sumsForm(columns, atMost, OF_ROWS);
    return closed({ totals: described(rows, OF_ROWS.totals) }, ['totals']);
  }
  const questions = panel.questions.map(({ column }) => column);
  const sources = membersOf(
    panel.sources,
    ({ name }) => name,
    () => sumsForm(questions, atMost, OF_FORMS),
  );
  return closed({ totals: described(closed(sources), OF_FORMS.totals) }, ['totals']);
};
