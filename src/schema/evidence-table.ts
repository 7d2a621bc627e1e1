import type { Text } from '../issue.js';
import type { JsonObject } from '../json.js';
import type { InputPlan, PanelPlan, TablePlan } from '../plan/plan.js';
import { unitText } from '../unit.js';
import { bothLanguages } from './dialect.js';
import { decimalText, NULL, titled, typesOf, valueForm, withoutIt } from './evidence-value.js';

/** A closed object of these members. */
export const closed = (
  properties: Readonly<Record<string, JsonObject>>,
  required: readonly string[] = [],
): JsonObject => ({
  type: 'object',
  properties,
  ...(required.length === 0 ? {} : { required }),
  additionalProperties: false,
});

/** Members by key, from pairs. */
export const membersOf = <T>(
  items: readonly T[],
  keyOf: (item: T) => string,
  formOf: (item: T) => JsonObject,
): Readonly<Record<string, JsonObject>> =>
  Object.fromEntries(items.map((item) => [keyOf(item), formOf(item)]));

const inputsOf = (table: TablePlan): readonly InputPlan[] =>
  table.panel === undefined
    ? table.columns
    : table.panel.questions.map((question) => question.column);

const SOURCE: Text = { en: 'who answered', id: 'siapa yang menjawab' };
const RATER: Text = {
  en: "the host's own identifier of the rater",
  id: 'pengenal penilai milik aplikasi',
};

/** The columns that a panel has besides its questions. */
const panelColumns = (panel: PanelPlan): Readonly<Record<string, JsonObject>> => ({
  source: {
    description: bothLanguages(SOURCE),
    type: 'string',
    enum: panel.sources.map(({ name }) => name),
  },
  rater: { description: bothLanguages(RATER), type: ['string', 'null'] },
});

/** Rows by position: the order of the columns is the document's own, so a cell has the types of any of them. */
const byPosition = (table: TablePlan, own: readonly string[]): JsonObject => {
  const inputs = inputsOf(table);
  const cell = typesOf(inputs.map(({ form }) => form));
  const types = Array.isArray(cell['type']) ? (cell['type'] as readonly string[]) : [];
  return closed(
    {
      columns: {
        description: 'the names of the columns — nama kolom',
        type: 'array',
        items: { type: 'string', enum: [...own, ...inputs.map(({ key }) => key)] },
        uniqueItems: true,
      },
      rows: {
        description: 'a list of values for each row — daftar nilai tiap baris',
        type: 'array',
        maxItems: table.atMost,
        items: {
          type: 'array',
          items: own.length === 0 ? cell : { type: [...new Set(['string', ...types])] },
          maxItems: own.length + inputs.length,
        },
      },
    },
    ['columns', 'rows'],
  );
};

/** Rows as objects; where there are several sources, each says its own. */
const byName = (table: TablePlan): JsonObject => {
  const { panel } = table;
  const own = panel === undefined ? {} : panelColumns(panel);
  const columns = membersOf(inputsOf(table), ({ key }) => key, valueForm);
  const isSourced = panel !== undefined && panel.sources.length > 1;
  return {
    type: 'array',
    maxItems: table.atMost,
    items: closed({ ...own, ...columns }, isSourced ? ['source'] : []),
  };
};

/** Counts and sums in the place of forms. */
const totalsForm = (table: TablePlan, panel: PanelPlan): JsonObject => {
  const count = { type: 'integer', minimum: 0, maximum: table.atMost };
  const keys = panel.questions.map(({ column }) => column.key);
  const source = closed(
    {
      count: { description: 'how many forms — banyaknya formulir', ...count },
      sums: {
        description: 'the sum of the answers by question — jumlah jawaban menurut pertanyaan',
        ...closed(
          membersOf(
            keys,
            (key) => key,
            () => ({ anyOf: [{ type: 'number' }, decimalText] }),
          ),
        ),
      },
      answered: {
        description:
          'how many answered a question, where not all did — banyaknya penjawab, bila tidak semua',
        ...closed(
          membersOf(
            keys,
            (key) => key,
            () => count,
          ),
        ),
        type: ['object', 'null'],
      },
    },
    ['count', 'sums'],
  );
  const sources = membersOf(
    panel.sources,
    ({ name }) => name,
    () => source,
  );
  return closed(
    {
      totals: {
        description: 'counts and sums by source — banyak dan jumlah menurut sumber',
        ...closed(sources),
      },
    },
    ['totals'],
  );
};

const tableText = (table: TablePlan): Text => {
  const unit = unitText(table.rowUnit);
  const missing = withoutIt({ absent: table.absent });
  return {
    en: `a row is one ${unit}, at most ${String(table.atMost)}; ${missing.en}`,
    id: `satu baris adalah satu ${unit}, paling banyak ${String(table.atMost)}; ${missing.id}`,
  };
};

/** Every form in which the rows of `table` may be given. */
export const tableForm = (table: TablePlan, title: Text | undefined): JsonObject => {
  const { panel } = table;
  const own = panel === undefined ? [] : ['source', 'rater'];
  return {
    ...titled(title),
    description: bothLanguages(tableText(table)),
    anyOf: [
      byPosition(table, own),
      byName(table),
      ...(panel !== undefined && table.acceptsTotals ? [totalsForm(table, panel)] : []),
      NULL,
    ],
  };
};
